#include <istream>
#include <sstream>
#include <string>
#include <string_view>

#include "lesson/program.hpp"

namespace lesson::reading {

//@plain
//@begin
generator<std::string_view> read_large_file(std::istream& file) { //@1
    std::string line;                                             //@2 line
    while (std::getline(file, line)) {                            //@2
        co_yield line;                                            //@3
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

} // namespace lesson::reading
