#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory_resource>
#include <system_error>
#include <thread>
#include <vector>

#include "platform/platform.hpp"

namespace platform {
namespace {

/// A file whose buffer lies in the default std::pmr resource, where whoever reads may count it.
class BufferedFile final : public std::ifstream {
public:
    explicit BufferedFile(const std::string& path) : buffer_(std::size_t{64} * 1024) {
        rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size())); // before open(): libstdc++
        open(path, std::ios::binary);
    }
    ~BufferedFile() override { close(); } // the buffer dies before the stream does
    BufferedFile(const BufferedFile&) = delete;
    BufferedFile& operator=(const BufferedFile&) = delete;

private:
    std::pmr::vector<char> buffer_;
};

} // namespace

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
    auto file = std::make_unique<BufferedFile>(path);
    if (!*file) return nullptr;
    return file;
}

void rest_ms(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

} // namespace platform
