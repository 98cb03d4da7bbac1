#include "lesson/made_file.hpp"

#include <algorithm>

namespace lesson {

std::streambuf::int_type MadeFile::Letters::underflow() {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size()));
    if (count == 0) return traits_type::eof();
    left_ -= count;
    std::size_t at = 0;
    while (at < count) {
        if (to_line_end_ == 0) {
            buffer_[at++] = '\n';
            random_ = random_ * 6364136223846793005u + 1442695040888963407u; // Knuth, MMIX
            to_line_end_ = 20 + static_cast<unsigned>(random_ >> 58);
            continue;
        }
        const std::size_t letters = std::min<std::size_t>(to_line_end_, count - at);
        std::fill_n(buffer_.data() + at, letters, static_cast<char>('a' + (random_ >> 40) % 26));
        at += letters;
        to_line_end_ -= static_cast<unsigned>(letters);
    }
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return traits_type::to_int_type(buffer_[0]);
}

} // namespace lesson
