#include "conformance/conformance.hpp"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>

#include "conformance/corpus.hpp"
#include "conformance/replay.hpp"
#include "text/conformance.hpp"

namespace conformance {

bool passes(const Case& one, Level level) {
    try {
        return std::ranges::equal(
            Replay<>(one.program).run(one.script), one.expected,
            [&](const Observation& seen, const Observation& expected) { return agree(seen, expected, level); });
    } catch (const std::exception&) {
        return false; // the interpreter's own limits: an integer beyond 64 bits
    }
}

std::vector<std::string> failing(const std::vector<Case>& cases, Level level) {
    std::vector<std::string> ids;
    for (const Case& one : cases)
        if (!passes(one, level)) ids.push_back(one.id);
    return ids;
}

Report check_file(const std::string& path, std::string_view level) {
    Report report;
    if (level != "A" && level != "B" && level != "C") {
        report.refusal = text::fill(text::conformance::bad_level, {text::Line::same(std::string(level))});
        return report;
    }
    std::ifstream file(path, std::ios::binary);
    std::string json;
    file.peek(); // fails on a directory; through an istreambuf_iterator that would be an exception
    if (file.good()) json.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (json.empty()) {
        report.refusal = text::fill(text::conformance::no_file, {text::Line::same(path)});
        return report;
    }
    const Corpus corpus = read_corpus(json, path);
    report.refusal = corpus.refusal;
    report.failed = failing(corpus.cases, static_cast<Level>(level.front() - 'A'));
    report.passed = corpus.cases.size() - report.failed.size();
    return report;
}

} // namespace conformance
