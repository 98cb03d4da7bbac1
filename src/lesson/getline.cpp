#include "lesson/getline.hpp"

#include <array>
#include <cstddef>

namespace lesson {

std::istream& getline(std::istream& file, std::pmr::string& line) {
    line.clear();
    std::array<char, 512> part;
    while (true) {
        file.getline(part.data(), static_cast<std::streamsize>(part.size()));
        const auto count = static_cast<std::size_t>(file.gcount());
        const bool is_full = file.fail() && !file.eof() && count > 0;      // there is more of this line
        const bool had_feed = !file.fail() && !file.eof();                 // it is counted, and not stored
        const bool ends_here = file.fail() && file.eof() && !line.empty(); // the file, right behind a full part
        line.append(part.data(), had_feed ? count - 1 : count);
        if (is_full || ends_here) file.clear(file.rdstate() & ~std::ios::failbit);
        if (!is_full) return file;
    }
}

} // namespace lesson
