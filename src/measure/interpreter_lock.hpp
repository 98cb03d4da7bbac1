#pragma once

#include <memory>

#include "measure/gil.hpp"
#include "program/scenario.hpp"

namespace measure {

/// The lock around an interpreter of a scenario, whatever its protocol. A thread holds it while it runs bytecode, looks
/// at is_asked() between two, and lets it go around everything that blocks.
class InterpreterLock {
public:
    virtual ~InterpreterLock() = default;

    /// Takes it again if it is free and nobody else has had it since the caller dropped it.
    virtual bool retake(int me) = 0;
    /// Blocks until the caller has it.
    virtual void take(int me) = 0;
    virtual void drop(int me) = 0;
    /// At the thread's end.
    virtual void leave(int me) { drop(me); }

    /// By the holder, after so many bytecodes: whether it is to let go and to compete again.
    virtual bool is_asked(std::int64_t bytecodes) = 0;
    /// How long a holder computes between two looks.
    virtual program::Nanoseconds grain_ns() const = 0;

    /// While nobody uses the lock.
    virtual std::int64_t switches() const = 0;
    virtual std::int64_t requests() const = 0;
};

/// Null for program::GilKind::none. `watcher` hears of the switches, and of the requests where there are any; may be
/// null.
std::unique_ptr<InterpreterLock> make_interpreter_lock(const program::Interpreter& interpreter, GilWatcher* watcher);

} // namespace measure
