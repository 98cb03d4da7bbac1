#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <ios>
#include <memory_resource>
#include <streambuf>
#include <string>
#include <vector>

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
EM_JS(double, host_file_size, (const char* name), {
    const file = Module["host"]?.file;
    return file && file.name === UTF8ToString(name) ? file.size : -1;
})
// Reads on the spot: a program that pulls cannot wait for a promise. Returns how many bytes came, -1 when none can.
EM_JS(int, host_file_read, (double from, char* to, int count), {
    const file = Module["host"]?.file;
    const address = URL.createObjectURL(file.slice(from, from + count));
    try {
        const request = new XMLHttpRequest();
        request.open("GET", address, false);
        request.overrideMimeType("text/plain; charset=x-user-defined"); // a letter a byte
        request.send();
        const letters = request.responseText;
        for (let i = 0; i < letters.length; i++) HEAPU8[to + i] = letters.charCodeAt(i);
        return letters.length;
    } catch {
        return -1;
    } finally {
        URL.revokeObjectURL(address);
    }
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

namespace {

/// A thirty-second of a small file, so that what is held of it can be seen beside its size.
std::size_t piece_bytes(double size) {
    return static_cast<std::size_t>(std::clamp(size / 32, 4096.0, 256.0 * 1024));
}

/// The file that the page was given, a piece at a time. The piece lies in the default std::pmr resource, where whoever
/// reads may count it; the string by which the browser hands it over is the browser's, and nobody can.
class PageFile final : public std::streambuf {
public:
    explicit PageFile(double size) : piece_(piece_bytes(size)), size_(size) {}

protected:
    int_type underflow() override {
        const int wanted = static_cast<int>(std::min(size_ - next_, static_cast<double>(piece_.size())));
        if (wanted <= 0) return traits_type::eof();
        const int got = host_file_read(next_, piece_.data(), wanted);
        if (got <= 0) throw std::ios_base::failure("the file can be read no more"); // the stream is bad() then
        next_ += got;
        setg(piece_.data(), piece_.data(), piece_.data() + got);
        return traits_type::to_int_type(piece_.front());
    }

    pos_type seekoff(off_type by, std::ios::seekdir from, std::ios::openmode) override {
        const double here = next_ - static_cast<double>(egptr() - gptr());
        const double base = from == std::ios::beg ? 0 : from == std::ios::end ? size_ : here;
        next_ = std::clamp(base + static_cast<double>(by), 0.0, size_);
        setg(nullptr, nullptr, nullptr);
        return pos_type(static_cast<off_type>(next_));
    }

private:
    std::pmr::vector<char> piece_;
    double size_;
    double next_ = 0; ///< where the next piece begins
};

class PageStream final : public std::istream {
public:
    explicit PageStream(double size) : std::istream(nullptr), file_(size) { rdbuf(&file_); }

private:
    PageFile file_;
};

} // namespace

std::unique_ptr<std::istream> open_file(const std::string& path) {
    const double size = host_file_size(path.c_str());
    if (size < 0) return nullptr;
    return std::make_unique<PageStream>(size);
}

void rest_ms(int) {}

} // namespace platform
