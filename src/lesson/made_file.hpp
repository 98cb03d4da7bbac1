#pragma once

#include <array>
#include <cstdint>
#include <istream>
#include <streambuf>

namespace lesson {

/// A text file of any size that is made while it is read: the same lines, of 20 to 83 letters, each time.
class MadeFile final : public std::istream {
public:
    /// `bytes` long; its last line may be cut and has no line feed then.
    explicit MadeFile(std::uint64_t bytes) : std::istream(nullptr), letters_(bytes) { rdbuf(&letters_); }

    static constexpr std::size_t buffer_bytes = 64 * 1024;

private:
    class Letters final : public std::streambuf {
    public:
        explicit Letters(std::uint64_t bytes) : left_(bytes) {}

    protected:
        int_type underflow() override;

    private:
        std::array<char, buffer_bytes> buffer_;
        std::uint64_t left_;
        std::uint64_t random_ = 0;
        unsigned to_line_end_ = 40;
    };

    Letters letters_;
};

} // namespace lesson
