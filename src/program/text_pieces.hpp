#pragma once

#include <cstddef>
#include <string_view>

namespace program {

/// A part of a text that knows where it stands.
struct Piece {
    std::string_view text;
    std::size_t offset = 0;
};

/// Goes through what separators part, without the blanks around each. An empty text is one empty piece.
class Pieces {
public:
    Pieces(Piece whole, char separator) : rest_(whole), separator_(separator) {}

    bool more() const { return more_; }
    /// Only while there are more.
    Piece next() {
        const std::size_t end = rest_.text.find(separator_);
        Piece piece{rest_.text.substr(0, end), rest_.offset};
        more_ = end != std::string_view::npos;
        if (more_) rest_ = {rest_.text.substr(end + 1), rest_.offset + end + 1};
        while (!piece.text.empty() && is_blank(piece.text.front())) {
            piece.text.remove_prefix(1);
            ++piece.offset;
        }
        while (!piece.text.empty() && is_blank(piece.text.back())) piece.text.remove_suffix(1);
        return piece;
    }

private:
    static constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    Piece rest_;
    char separator_;
    bool more_ = true;
};

} // namespace program
