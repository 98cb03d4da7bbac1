#include "conformance/case_texts.hpp"

#include <algorithm>

namespace conformance {
namespace {

bool opens(char letter) {
    return letter == '{' || letter == '[';
}

bool closes(char letter) {
    return letter == '}' || letter == ']';
}

/// Where the string, number or bracket at `begin` ends, as far as brackets and commas are to be found.
std::size_t end_of_token(std::string_view json, std::size_t begin) {
    if (json[begin] != '"') return begin + 1;
    for (std::size_t at = begin + 1; at < json.size(); ++at) {
        if (json[at] == '"') return at + 1;
        if (json[at] == '\\') ++at;
    }
    return json.size();
}

/// The element at `begin`, up to the comma or bracket behind it.
CaseText element_at(std::string_view json, std::size_t begin) {
    std::size_t at = begin;
    std::size_t levels = 0;
    CaseText element;
    for (; at < json.size(); at = end_of_token(json, at)) {
        if (levels == 0 && (json[at] == ',' || closes(json[at]))) break;
        if (opens(json[at])) element.levels = std::max(element.levels, ++levels);
        if (closes(json[at])) --levels;
    }
    element.json = json.substr(begin, at - begin);
    return element;
}

/// Writes a number over an element. Its lines stay, so that a parser names the right place of what is behind it.
void blank(std::string& document, std::size_t begin, std::size_t size) {
    const auto first = document.begin() + static_cast<std::ptrdiff_t>(begin);
    std::replace_if(first, first + static_cast<std::ptrdiff_t>(size), [](char letter) { return letter != '\n'; }, ' ');
    *first = '0';
}

} // namespace

CorpusText take_apart(std::string_view json) {
    constexpr std::string_view between_elements = " \t\r\n,]}";
    CorpusText parts{std::string(json), {}};
    std::size_t levels = 0;
    std::string_view key; // the last string
    bool in_cases = false;
    for (std::size_t at = 0; at < json.size();) {
        const char letter = json[at];
        if (in_cases && between_elements.find(letter) == std::string_view::npos) {
            parts.cases.push_back(element_at(json, at));
            const std::size_t size = parts.cases.back().json.size();
            blank(parts.without_cases, at, size);
            at += size;
            continue;
        }
        const std::size_t end = end_of_token(json, at);
        if (letter == '"') key = json.substr(at, end - at);
        if (opens(letter)) in_cases = ++levels == 2 && letter == '[' && key == "\"cases\"";
        if (closes(letter)) {
            in_cases = false;
            if (levels > 0) --levels;
        }
        at = end;
    }
    return parts;
}

} // namespace conformance
