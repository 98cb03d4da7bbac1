#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "program/results.hpp"
#include "sim/event_queue.hpp"
#include "sim/plan.hpp"
#include "sim/random.hpp"
#include "sim/thread_queue.hpp"
#include "sim/thread_view.hpp"

/// What a machine remembers. Plain values: a snapshot is a copy.
namespace sim {

/// What a thread's next event is. Above the line it happens on a core.
enum class Stage : std::uint8_t {
    next,         ///< carries out the instruction at pc
    computing,    ///< the computation at pc ends
    boundary,     ///< inside a computation, a bytecode at which the GIL is let go of
    locking,      ///< in the middle of asking for a lock
    unlocking,    ///< in the middle of letting go of one
    got,          ///< finds that a lock was handed to it
    began,        ///< its first moment
    io_over,      ///< back from a device
    rested,       ///< back from a sleep
    joined,       ///< the thread that it waited for has ended
    notified,     ///< takes the lock of its condition again
    dispatched,   ///< the context switch to it ends
    gil_take,     ///< asks for the GIL
    gil_woken,    ///< was woken since the GIL is free; looks
    gil_expired,  ///< its timed wait for the GIL is over; looks
    gil_followed, ///< has let go at a request, and waits until another thread has had the GIL
    // -- off its core
    starting,
    device,
    sleeping,
    gil_timer,
    waking, ///< was woken and is on its way
    none,
};

/// Where a thread's time is counted.
enum class Clock : std::uint8_t { none, running, spinning, ready, blocked };

/// Of each Doing, in its order. Not inside clock_of(): the table would be copied to the stack with every call.
inline constexpr std::array clocks = {Clock::none,     Clock::ready,   Clock::ready,   Clock::running,
                                      Clock::spinning, Clock::blocked, Clock::blocked, Clock::blocked,
                                      Clock::blocked,  Clock::blocked, Clock::blocked, Clock::none};
static_assert(clocks.size() == static_cast<std::size_t>(Doing::ended) + 1);

constexpr Clock clock_of(Doing doing) {
    return clocks[static_cast<std::size_t>(doing)];
}

struct ThreadState {
    const Code* code = nullptr;    ///< in the plan that all copies share
    Nanoseconds since_ns = 0;      ///< when it began to do what it does
    Nanoseconds left_ns = 0;       ///< off its core: how long until stage `after`, once it has one
    Nanoseconds cost_ns = 0;       ///< of the event that is happening: the next begins so much later
    Nanoseconds asked_ns = 0;      ///< when it asked for the lock
    Nanoseconds gil_asked_ns = -1; ///< when it asked for the GIL, or -1
    Nanoseconds total_ns = 0;      ///< of the computation
    Nanoseconds rest_ns = 0;       ///< what is left of it behind a boundary
    Nanoseconds ticked_ns = 0;     ///< time in bytecodes before this computation
    std::int64_t checked = 0;      ///< tick checks so far
    std::int64_t saved_switch = 0; ///< the GIL's number of switches when the timed wait began
    std::int64_t ticket = 0;       ///< of a lock: its number, slot, backoff or deadline
    std::int64_t acc = 0;
    std::int64_t seen = 0;
    Random random; ///< of the program's times
    Random jitter; ///< of where in its spin loop a thread is
    std::uint32_t pc = 0;
    std::int32_t spin_line = -1; ///< the cache line that it looks at while it spins
    std::int16_t next_spinner = -1;
    std::int16_t core = -1;
    std::int16_t last_core = -1;
    std::int16_t lock = -1; ///< that it asks for or lets go of
    std::int16_t waits_for = -1;
    std::int16_t model = -1; ///< the model lock that stretches the computation
    Stage stage = Stage::none;
    Stage after = Stage::none;
    Doing doing = Doing::not_started;
    std::uint8_t phase = 0;
    bool flag = false;
    bool granted = false;  ///< a cache line that it asked for has come
    bool contends = false; ///< found the lock taken
    bool waited_for_gil = false;
    bool retakes_gil = false; ///< at a tick check: what it let go it wants back at once
    bool spins = false;       ///< on a core it spins
    bool waits_condition = false;
    bool let_go = false;                      ///< of the GIL, for the instruction at pc, at which it blocks
    std::array<Nanoseconds, 5> spent_ns = {}; ///< by the Clock of what it did
    std::int64_t sections = 0;
    std::int64_t preemptions = 0;
};

struct CoreState {
    Nanoseconds slice_ns = 0; ///< when its thread got it
    Nanoseconds free_ns = 0;  ///< the kernel is busy on it until then
    std::int16_t running = -1;
    std::int16_t last = -1;
};

/// A cache line: one core may write it, or several read it. It serves one transfer at a time.
struct Line {
    std::uint64_t sharers = 0; ///< a bit a core that has it
    Nanoseconds free_ns = 0;
    std::int16_t owner = -1; ///< the core that alone has it, or -1
    std::int16_t first_spinner = -1;
};

struct LockState {
    Nanoseconds held_since_ns = 0;
    std::int64_t word = 0;    ///< most locks: 0 free
    std::int64_t next = 0;    ///< ticket and anderson: the next number
    std::int64_t serving = 0; ///< ticket: the number whose turn it is
    std::int16_t holder = -1; ///< of a reader-writer lock, the writer
    std::int16_t last = -1;   ///< holder before
    std::int16_t readers = 0;
    std::int16_t tail = -1;                      ///< clh and mcs
    ThreadQueue waiters;                         ///< in the order in which they asked
    ThreadQueue sleepers;                        ///< in the kernel
    std::vector<std::int16_t> nodes;             ///< clh, mcs, anderson: two a thread and two
    std::bitset<program::most_threads + 1> busy; ///< clh, mcs: the owner of a node has the lock or waits
    program::LockResult result;
};

struct InterpreterState {
    Nanoseconds held_since_ns = 0;
    std::int64_t switches = 0;
    std::int16_t holder = -1;
    std::int16_t last = -1;
    std::int16_t on_their_way = 0; ///< of ticks: woken, but have not looked yet
    bool is_requested = false;
    ThreadQueue waiters;   ///< in the order in which they began to wait
    ThreadQueue followers; ///< let go at a request, and wait until another has had it
    program::LockResult result;
};

struct DeviceState {
    int busy = 0;
    ThreadQueue waiters;
};

} // namespace sim
