#pragma once

#include <cstdint>
#include <istream>
#include <memory_resource>
#include <streambuf>
#include <vector>

namespace lesson {

/// A text file of any size that is made while it is read: the same lines, of 20 to 83 letters, each time. Its buffer
/// comes from the default std::pmr resource.
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
        std::pmr::vector<char> buffer_ = std::pmr::vector<char>(buffer_bytes);
        std::uint64_t left_;
        std::uint64_t random_ = 0;
        unsigned to_line_end_ = 40;
    };

    Letters letters_;
};

} // namespace lesson
