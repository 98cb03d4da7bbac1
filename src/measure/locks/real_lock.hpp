#pragma once

#include <memory>

#include "measure/locks/waiter.hpp"
#include "program/lock_kind.hpp"

namespace measure {

/// A lock between the threads of a run, whatever its kind; at most Crew::most_members threads may use it.
///
/// A thread must not take a lock that it has, nor let go of one that it has not. Once Waiter::is_over() those that wait
/// give up, and the lock is of no use any more.
class RealLock {
public:
    virtual ~RealLock() = default;

    /// Blocks until the caller has it alone. False: given up.
    virtual bool lock(Waiter& waiter) = 0;
    virtual void unlock(int me) = 0;

    /// Blocks until the caller has it together with other readers; like lock() where the kind knows no readers.
    virtual bool read_lock(Waiter& waiter) = 0;
    virtual void read_unlock(int me) = 0;
};

/// Null when the kind is a model only (program::LockTraits::is_real).
std::unique_ptr<RealLock> make_lock(program::LockKind kind);

} // namespace measure
