#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What happened, whichever engine saw it happen: lanes of spans, and marks. All times are integer nanoseconds from the
/// start of the trace.
namespace trace {

using Nanoseconds = std::int64_t;

/// What a lane was doing during a span. The order is the order of the legend.
enum class State : std::uint8_t {
    idle,      ///< nothing was asked of it
    starting,  ///< being made ready: not part of the work
    running,   ///< computing, no finer name known
    generate,  ///< making the input
    sort,      ///< sorting it
    wait_lock, ///< stopped until a lock is free
    wait_io,   ///< stopped until input or output is done
    wait_join, ///< finished, stopped until others are
    send,      ///< handing the result to another memory
    verify,    ///< checking the result: not part of the work
    ready,     ///< able to run, without a core: just woken or begun, or gave it up itself
    preempted, ///< able to go on where it was, but its core was taken away
    spin,      ///< waiting for a lock on a core, reading it again and again
    section,   ///< computing with a lock held
    sleep,     ///< stopped until a time
    switching, ///< the core is being given from one thread to another
    held,      ///< of a lock: some thread has it
    queue,     ///< of a lock: so many wait for it
    count
};

/// The stable name of a state in exports ("wait_lock").
const char* name_of(State state);

/// Half open: [start_ns, end_ns). `detail` is the writer's own number (a unit, a lock). A million take 24 MB.
struct Span {
    Nanoseconds start_ns = 0;
    Nanoseconds end_ns = 0;
    std::uint32_t detail = 0;
    State state = State::idle;

    Nanoseconds length_ns() const { return end_ns - start_ns; }
    bool operator==(const Span&) const = default;
};
static_assert(sizeof(Span) == 24);

/// What a mark points at.
enum class Event : std::uint8_t {
    switch_request, ///< a waiter asked the holder to let go
    hand_off,       ///< a lock went from one lane to another
    snapshot,       ///< a picture of the data was taken
    count
};

const char* name_of(Event event);

/// One instant on one lane. `detail` is the writer's own number, as in Span.
struct Mark {
    Nanoseconds at_ns = 0;
    std::uint32_t detail = 0;
    std::uint16_t lane = 0;
    Event event = Event::hand_off;

    bool operator==(const Mark&) const = default;
};

/// One row of the picture: a thread, a process, a lock. Spans are sorted by start and do not overlap.
struct Lane {
    std::string group; ///< lanes of one group stand together: "threads", "gil"
    std::string name;  ///< "T1"
    std::vector<Span> spans;
};

/// The whole picture. Marks are sorted by time.
struct Trace {
    std::vector<Lane> lanes;
    std::vector<Mark> marks;

    /// The last end of any span, 0 when there is none. O(lanes).
    Nanoseconds end_ns() const;
    std::size_t span_count() const;
};

/// What an export says about where its figures come from, in the order given: {"cpu", "…"}, {"clock_step_ns", "30"}.
using Setup = std::vector<std::pair<std::string, std::string>>;

/// The first broken rule as a sentence for a developer (a span that ends before it starts, lanes out of order, a mark
/// on no lane), or an empty string. O(spans + marks).
std::string find_fault(const Trace& trace);

} // namespace trace
