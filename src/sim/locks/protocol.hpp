#pragma once

#include "program/lock_kind.hpp"

namespace sim {

class Kernel;

/// How a kind of lock works. The functions are called when the thread may go on (it has asked, a cache line that it was
/// waiting for came, it looks again) and do as much as can be done at that instant; where they stopped is the thread's
/// `phase`, 0 at first. They end by Kernel::acquired() or released(), or leave the thread with an event, asleep or
/// spinning.
struct Protocol {
    using Step = void (*)(Kernel& kernel, int thread);
    Step lock;
    Step unlock;
    Step read_lock;
    Step read_unlock;
    int lines;            ///< cache lines that all threads share
    int lines_per_thread; ///< and further ones for each thread
};

const Protocol& protocol_of(program::LockKind kind);

/// How many cache lines a lock of this kind has.
inline int lines_of(program::LockKind kind, int threads) {
    const Protocol& protocol = protocol_of(kind);
    return protocol.lines + protocol.lines_per_thread * threads;
}

} // namespace sim
