#include <SDL.h>

#include <string>

#include "platform/host.hpp"

namespace platform {

void copy_link(std::string_view fragment) {
    SDL_SetClipboardText(("lab.html#" + std::string(fragment)).c_str());
}

void pick_file() {}

void tell_changed(bool) {}

void tell_first_frame() {}

bool is_isolated() {
    return true;
}

void tell_failed(std::string_view code, std::string_view detail) {
    const std::string message(detail);
    SDL_LogError(SDL_LOG_CATEGORY_APPLICATION, "%s: %s", std::string(code).c_str(), message.c_str());
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Interleave", message.c_str(), nullptr);
}

} // namespace platform
