#include "measure/interpreter_lock.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace measure {
namespace {

/// No computation looks more often: a look must cost little against what it interrupts.
constexpr program::Nanoseconds finest_grain_ns = 50;

/// CPython since 3.2.
class TimedLock final : public InterpreterLock {
public:
    TimedLock(const program::Interpreter& interpreter, GilWatcher* watcher)
        : gil_(interpreter.interval_ns, watcher), grain_ns_(std::max(interpreter.bytecode_ns, finest_grain_ns)) {}

    bool retake(int) override { return false; } // it drops at a request only, and then another has it first
    void take(int me) override { gil_.take(me); }
    void drop(int me) override { gil_.drop(me); }
    void leave(int) override { gil_.leave(); }
    bool is_asked(std::int64_t) override { return gil_.drop_requested(); }
    program::Nanoseconds grain_ns() const override { return grain_ns_; }
    std::int64_t switches() const override { return gil_.switches(); }
    std::int64_t requests() const override { return gil_.requests(); }

private:
    Gil gil_;
    const program::Nanoseconds grain_ns_;
};

/// Python to 3.1 (Python/ceval.c of 2.7, "_Py_Ticker"; Python/thread_pthread.h): every so many bytecodes the holder
/// unlocks, which signals one waiter, and locks again at once. The woken waiter nearly always comes too late and finds
/// it taken: there is no forced switch (Beazley, "Understanding the Python GIL", PyCon 2010).
class TickLock final : public InterpreterLock {
public:
    TickLock(const program::Interpreter& interpreter, GilWatcher* watcher)
        : ticks_(std::max<std::int64_t>(interpreter.check_ticks, 1)),
          grain_ns_(std::max(ticks_ * std::max<program::Nanoseconds>(interpreter.bytecode_ns, 1), finest_grain_ns)),
          watcher_(watcher),
          ticks_left_(ticks_) {}

    bool retake(int me) override {
        const std::lock_guard guard(mutex_);
        if (held_ || last_holder_ != me) return false;
        return held_ = true;
    }

    void take(int me) override {
        std::unique_lock guard(mutex_);
        freed_.wait(guard, [this] { return !held_; });
        enter(me);
    }

    void drop(int) override {
        {
            const std::lock_guard guard(mutex_);
            held_ = false;
        }
        freed_.notify_one();
    }

    bool is_asked(std::int64_t bytecodes) override {
        ticks_left_ -= bytecodes;
        if (ticks_left_ > 0) return false;
        ticks_left_ = ticks_;
        return true;
    }

    program::Nanoseconds grain_ns() const override { return grain_ns_; }
    std::int64_t switches() const override { return switches_; }
    std::int64_t requests() const override { return 0; }

private:
    static constexpr int nobody = -1;

    void enter(int me) {
        held_ = true;
        const int from = last_holder_;
        last_holder_ = me;
        if (from == nobody || from == me) return;
        ++switches_;
        if (watcher_) watcher_->handed_off(from, me);
    }

    const std::int64_t ticks_;
    const program::Nanoseconds grain_ns_;
    GilWatcher* const watcher_;
    std::int64_t ticks_left_; ///< of the holder, whoever that is
    std::mutex mutex_;
    std::condition_variable freed_;
    bool held_ = false;
    int last_holder_ = nobody;
    std::int64_t switches_ = 0;
};

} // namespace

std::unique_ptr<InterpreterLock> make_interpreter_lock(const program::Interpreter& interpreter, GilWatcher* watcher) {
    switch (interpreter.gil) {
    case program::GilKind::timed:
        return std::make_unique<TimedLock>(interpreter, watcher);
    case program::GilKind::ticks:
        return std::make_unique<TickLock>(interpreter, watcher);
    default:
        return nullptr;
    }
}

} // namespace measure
