#include <emscripten.h>

#include <string>

#include "platform/host.hpp"

// The page gives the module an object `host` with these functions; a host without one of them does without.
// clang-format off
EM_JS(void, host_copy_link, (const char* fragment), { Module["host"]?.copyLink?.(UTF8ToString(fragment)); })
EM_JS(void, host_pick_file, (), { Module["host"]?.pickFile?.(); })
EM_JS(void, host_changed, (bool at_once), { Module["host"]?.changed?.(at_once); })
EM_JS(bool, host_is_isolated, (), { return globalThis.crossOriginIsolated === true; })
EM_JS(void, host_first_frame, (), { Module["host"]?.firstFrame?.(); })
EM_JS(void, host_failed, (const char* code, const char* detail), {
    Module["host"]?.failed?.(UTF8ToString(code), UTF8ToString(detail));
})
// clang-format on

namespace platform {

void copy_link(std::string_view fragment) {
    host_copy_link(std::string(fragment).c_str());
}

void pick_file() {
    host_pick_file();
}

void tell_changed(bool at_once) {
    host_changed(at_once);
}

void tell_first_frame() {
    host_first_frame();
}

bool is_isolated() {
    return host_is_isolated();
}

void tell_failed(std::string_view code, std::string_view detail) {
    host_failed(std::string(code).c_str(), std::string(detail).c_str());
}

} // namespace platform
