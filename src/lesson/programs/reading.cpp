#include <cstdio>
#include <deque>
#include <istream>
#include <sstream>
#include <string>
#include <string_view>

#include "lesson/program.hpp"

namespace lesson::reading {

//@plain
//@begin
generator<std::string_view> read_large_file(std::istream& file) { //@1
    std::pmr::string line;                                        //@2 line
    while (getline(file, line)) {                                 //@2
        co_yield line;                                            //@3
    }
}

generator<std::string_view> read_whole(std::istream& file) {      //@5
    std::pmr::deque<std::pmr::string> text;                       //@6 text
    while (file.peek() != EOF) {                                  //@7
        std::pmr::string& piece = text.emplace_back(65536, '\0'); //@7 piece
        file.read(piece.data(), 65536);                           //@7
        piece.resize(static_cast<std::size_t>(file.gcount()));    //@8
        co_yield piece;                                           //@9
    }
}
//@end

std::unique_ptr<Subject> start() {
    static thread_local std::istringstream file;
    file = std::istringstream("첫째 줄\n둘째 줄\n셋째 줄\n");
    return subject_of(read_large_file(file));
}

generator<std::string_view> lines_of(std::istream& file) {
    return plain::read_large_file(file);
}

generator<std::string_view> pieces_of(std::istream& file) {
    return plain::read_whole(file);
}

} // namespace lesson::reading
