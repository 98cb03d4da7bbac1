#include <chrono>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <thread>

#include "platform/platform.hpp"

namespace platform {

std::string engine() {
#ifdef __clang__
    return std::string("Clang ") + __clang_version__;
#else
    return std::string("GCC ") + __VERSION__;
#endif
}

bool save_file(std::string_view name, std::string_view, std::string_view content) {
    std::ofstream file{std::string(name), std::ios::binary};
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    return static_cast<bool>(file);
}

std::unique_ptr<std::istream> open_file(const std::string& path) {
    std::error_code none;
    if (std::filesystem::is_directory(path, none)) return nullptr; // would open, and hold nothing
    auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*file) return nullptr;
    return file;
}

void rest_ms(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

} // namespace platform
