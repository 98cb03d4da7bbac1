#pragma once

#include <array>
#include <mutex>

#include "measure/crew.hpp"
#include "measure/locks/parker.hpp"

namespace measure {

/// Threads that sleep, each at its own Parker, in the order in which they came. The owner guards the line with its own
/// mutex; only sleeping and waking happen outside.
class WaitLine {
public:
    static constexpr int nobody = -1;

    bool is_empty() const { return count_ == 0; }

    void join(int me) { line_[static_cast<std::size_t>((first_ + count_++) % Crew::most_members)] = me; }

    /// Who has waited longest, or nobody.
    int leave() {
        if (is_empty()) return nobody;
        const int who = line_[static_cast<std::size_t>(first_)];
        first_ = (first_ + 1) % Crew::most_members;
        --count_;
        return who;
    }

    bool sleep(const Waiter& waiter) { return of(waiter.me()).wait(waiter); }

    void wake(int who) {
        if (who != nobody) of(who).wake();
    }

private:
    Parker& of(int thread) { return parkers_[static_cast<std::size_t>(thread)]; }

    std::array<int, Crew::most_members> line_{};
    int first_ = 0;
    int count_ = 0;
    std::array<Parker, Crew::most_members> parkers_;
};

} // namespace measure
