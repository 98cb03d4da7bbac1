#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program/costs.hpp"
#include "program/instruction.hpp"
#include "program/lock_kind.hpp"
#include "text/sentence.hpp"

/// What to run: threads, each a list of instructions over shared variables, locks and devices. Plain values that any
/// engine can run; this folder knows none.
namespace program {

inline constexpr int most_threads = 256;
inline constexpr int most_cores = 64;
inline constexpr int most_objects = 256;                           ///< variables; locks; … : of each kind
inline constexpr std::size_t most_instructions = 65'535;           ///< of all threads together
inline constexpr std::size_t most_name_bytes = 64;                 ///< of any name, in UTF-8
inline constexpr std::size_t most_line_bytes = 200;                ///< of a line of code
inline constexpr Nanoseconds most_time_ns = 1'000'000'000'000'000; ///< about 11 days, of any time that is given
inline constexpr std::int64_t most_idle_turns = 1'000'000;         ///< of a counted loop that takes no time

struct Variable {
    std::string name;
    std::int64_t initial = 0;
    bool operator==(const Variable&) const = default;
};

struct Lock {
    std::string name;
    LockKind kind = LockKind::fifo;
    std::vector<std::uint16_t> protects; ///< variables
    Nanoseconds handoff_ns = 0; ///< of LockKind::fifo: between a release and the section of a thread that was waiting;
                                ///< of crowded and queued: their cost c of one line transfer
    bool operator==(const Lock&) const = default;
};

/// A condition variable and the lock that its waiters hold.
struct Condition {
    std::string name;
    std::uint16_t lock = 0;
    bool operator==(const Condition&) const = default;
};

struct Device {
    std::string name;
    int servers = 0; ///< requests served at once; 0: any number
    bool operator==(const Device&) const = default;
};

/// The lock around an interpreter.
enum class GilKind : std::uint8_t {
    none,  ///< free-threaded, or no interpreter at all
    ticks, ///< Python to 3.1: let go and taken again every `check_ticks` bytecodes, no forced switch
    timed, ///< CPython since 3.2: a waiter that waited an interval asks; forced switch (Python/ceval_gil.c)
    count
};

/// The stable name in the text form ("timed").
const char* name_of(GilKind kind);
/// The kind of this name, or nothing.
std::optional<GilKind> find_gil_kind(std::string_view name);

/// A process that runs Python (or, with GilKind::none and bytecode_ns 0, plain machine code).
struct Interpreter {
    std::string name;
    GilKind gil = GilKind::none;
    Nanoseconds interval_ns = 5'000'000; ///< of timed: sys.setswitchinterval
    std::int64_t check_ticks = 100;      ///< of ticks: sys.setcheckinterval
    Nanoseconds bytecode_ns = 50;        ///< one bytecode: the grain at which a holder looks
    bool operator==(const Interpreter&) const = default;
};

struct Thread {
    std::string name;
    std::uint16_t interpreter = 0; ///< index; 0 when the scenario has no interpreters
    bool starts = true;            ///< at time 0; else when it is spawned
    Nanoseconds starts_at_ns = 0;
    std::vector<Instruction> code;
    bool operator==(const Thread&) const = default;
};

/// The machine underneath: cores and the operating system's round robin.
struct Scheduling {
    int cores = 2;                      ///< 1 to most_cores
    Nanoseconds quantum_ns = 4'000'000; ///< of a thread while others wait for a core; 0: no preemption
    Nanoseconds switch_ns = 1'500;      ///< core time of a context switch
    Nanoseconds tick_ns = 0;            ///< quanta end at multiples of this only; 0: at once
    bool wake_preempts = true;          ///< a woken thread may take the core of the one that ran longest
    bool operator==(const Scheduling&) const = default;
};

struct Scenario {
    std::string name;
    Scheduling scheduling;
    Costs costs;
    Nanoseconds duration_ns = 0; ///< stops then; 0: when every thread has ended
    std::vector<Variable> variables;
    std::vector<Lock> locks;
    std::vector<Condition> conditions;
    std::vector<Device> devices;
    std::vector<Interpreter> interpreters;
    std::vector<Thread> threads;

    bool operator==(const Scenario&) const = default;
};

/// The first thing that no engine could run or no reader could follow (a jump out of the code, a lock that is not
/// there, an endless loop that takes no time, a limit passed) as a sentence in both languages, or an empty line. See
/// fault.hpp.
text::Line find_fault(const Scenario& scenario);

/// Some thread that runs can get to a place from which there is no way to its end: without a duration, the run may
/// never stop by itself. For a scenario without fault.
bool is_endless(const Scenario& scenario);

/// Whether the thread has a lock to take.
bool takes_locks(const Thread& thread);
/// Some interpreter has a GIL.
bool has_gil(const Scenario& scenario);

} // namespace program
