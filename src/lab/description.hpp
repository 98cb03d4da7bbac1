#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/sentence.hpp"

namespace lab {

/// A number or a verdict that a widget shows, under an id that pages, tests and scripts may rely on.
struct Fact {
    std::string id;    ///< "way.threads.speedup"
    std::string value; ///< machine-readable: "1.97", "true", "threads"
    std::string unit;  ///< "s", "µs", "×", or empty
    text::Line label;
    text::Line text; ///< as a reader sees it: "×1.97"

    bool operator==(const Fact&) const = default;
};

struct Table {
    std::string id;
    text::Line caption;
    std::vector<text::Line> columns;
    std::vector<std::vector<text::Line>> rows;

    bool operator==(const Table&) const = default;
};

/// What a widget shows now, without pixels.
struct Description {
    text::Line title;
    text::Line sentence;             ///< what is being shown now; a screen reader announces each change
    std::vector<text::Line> notices; ///< what went wrong or is limited, and what to do
    std::vector<Fact> facts;
    std::vector<Table> tables;
    double progress = -1; ///< 0 to 1 while something runs, -1 otherwise

    bool operator==(const Description&) const = default;
};

const Fact* find_fact(const Description& description, std::string_view id);

} // namespace lab
