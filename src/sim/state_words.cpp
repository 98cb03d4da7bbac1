#include "sim/state_words.hpp"

#include "text/moments.hpp"

namespace sim {
namespace {

using text::fill;
using text::Line;
namespace words = text::moments;

} // namespace

Line words_of(const ThreadView& thread, const program::Scenario& scenario) {
    const auto lock = [&] {
        const auto index = static_cast<std::size_t>(thread.waits_for);
        return Line::same(index < scenario.locks.size() ? scenario.locks[index].name : "–");
    };
    switch (thread.doing) {
    case Doing::not_started:
        return words::doing_not_started;
    case Doing::ready:
        return words::doing_ready;
    case Doing::preempted:
        return words::doing_preempted;
    case Doing::running:
        return words::doing_running;
    case Doing::spinning:
        return fill(words::doing_spinning, {lock()});
    case Doing::waits_lock:
        return fill(words::doing_waits_lock, {lock()});
    case Doing::waits_gil:
        return words::doing_waits_gil;
    case Doing::waits_io:
        return words::doing_waits_io;
    case Doing::sleeping:
        return words::doing_sleeping;
    case Doing::waits_join:
        return words::doing_waits_join;
    case Doing::waits_condition:
        return words::doing_waits_condition;
    case Doing::ended:
        return words::doing_ended;
    }
    return {};
}

Line words_of(const LockView& lock, const program::Scenario& scenario) {
    if (lock.holder >= 0)
        return fill(words::lock_held, {Line::same(scenario.threads[static_cast<std::size_t>(lock.holder)].name)});
    if (lock.readers > 0) return fill(words::lock_readers, {text::grouped(lock.readers)});
    return words::lock_free;
}

Line names_of(const std::vector<int>& threads, const program::Scenario& scenario) {
    std::string names;
    for (const int thread : threads)
        names += (names.empty() ? "" : ", ") + scenario.threads[static_cast<std::size_t>(thread)].name;
    return Line::same(names.empty() ? "–" : names);
}

} // namespace sim
