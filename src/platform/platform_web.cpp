#include <emscripten.h>

#include <cstdlib>
#include <string>

#include "platform/platform.hpp"

// clang-format off
EM_JS(char*, browser_name, (), {
    return stringToNewUTF8(typeof navigator === "object" && navigator.userAgent ? navigator.userAgent : "JavaScript");
})
EM_JS(bool, host_save, (const char* name, const char* mime, const char* content, size_t size), {
    if (!Module["host"]?.save) return false;
    // A copy: what the page keeps must not be memory that threads share.
    Module["host"].save(UTF8ToString(name), UTF8ToString(mime), new Uint8Array(HEAPU8.subarray(content, content + size)));
    return true;
})
// clang-format on

namespace platform {

std::string engine() {
    char* name = browser_name();
    std::string copy = name;
    std::free(name);
    return copy;
}

bool save_file(std::string_view name, std::string_view mime, std::string_view content) {
    return host_save(std::string(name).c_str(), std::string(mime).c_str(), content.data(), content.size());
}

std::unique_ptr<std::istream> open_file(const std::string&) {
    return nullptr;
}

void rest_ms(int) {}

} // namespace platform
