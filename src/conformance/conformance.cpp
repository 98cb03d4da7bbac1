#include "conformance/conformance.hpp"

#include <algorithm>
#include <exception>

#include "conformance/replay.hpp"

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

} // namespace conformance
