#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "program/scenario.hpp"
#include "sim/locks/protocol.hpp"

namespace sim {

using program::Nanoseconds;

/// An instruction as the engine reads it: no text, and what can be known beforehand is known.
struct Code {
    program::TimeLaw time;
    std::int64_t value = 0;
    std::int32_t counter = -1; ///< of repeat: which of the machine's loop counters
    std::uint16_t target = 0;
    program::Op op = program::Op::end;
    bool is_one_call = false;
    bool releases_next = false; ///< an unlock follows, whatever jumps stand between: its event ranks as a release
};

/// A jump of any kind takes no time and no step.
constexpr bool is_jump(program::Op op) {
    return op >= program::Op::jump && op <= program::Op::repeat;
}

/// A scenario made ready to run; never changed, so that all copies of a machine share it.
struct Plan {
    explicit Plan(std::shared_ptr<const program::Scenario> scenario);

    const Code& code(int thread, std::uint32_t pc) const { return codes[first[static_cast<std::size_t>(thread)] + pc]; }

    std::shared_ptr<const program::Scenario> scenario;
    std::vector<Code> codes;                ///< of all threads, each with an `end` behind its last
    std::vector<std::uint32_t> first;       ///< a thread's first
    std::vector<std::int32_t> lock_lines;   ///< a lock's first cache line; the variables' lines come before
    std::vector<const Protocol*> protocols; ///< of the locks
    std::int32_t lines = 0;
    int counters = 0;
    int threads = 0;
    int cores = 1;
    Nanoseconds end_ns = 0;
};

} // namespace sim
