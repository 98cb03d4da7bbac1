#include "conformance/conformance.hpp"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <utility>

#include "conformance/corpus.hpp"
#include "conformance/out_of_reach.hpp"
#include "conformance/replay.hpp"
#include "text/conformance.hpp"

namespace conformance {

namespace {

struct Verdict {
    bool passed = false;
    text::Line reason; ///< why it could not be replayed; empty when it could
};

Verdict verdict_on(const Case& one, Level level) {
    if (!one.refusal.empty()) return {false, one.refusal};
    try {
        const auto same = [level](const Observation& seen, const Observation& expected) {
            return agree(seen, expected, level);
        };
        return {std::ranges::equal(Replay<>(one.program).run(one.script), one.expected, same), {}};
    } catch (const OutOfReach& limit) {
        return {false, limit.why};
    } catch (const std::exception& error) {
        return {false, text::Line::same(error.what())};
    }
}

} // namespace

bool passes(const Case& one, Level level) {
    return verdict_on(one, level).passed;
}

std::vector<Failed> failing(const std::vector<Case>& cases, Level level) {
    std::vector<Failed> failed;
    for (const Case& one : cases)
        if (Verdict verdict = verdict_on(one, level); !verdict.passed)
            failed.push_back({one.id, std::move(verdict.reason)});
    return failed;
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
