#pragma once

#include <limits>

#include "measure/locks/park.hpp"
#include "measure/locks/waiter.hpp"

namespace measure {

/// Lets threads sleep until a condition over some atomic word may have become true: an event count (Reed & Kanodia
/// 1979). All who sleep are woken and look for themselves.
class DoorBell {
public:
    /// Tries `enter` again and again until it succeeds, and sleeps in between; false: nobody needs it any more. `enter`
    /// must read its word sequentially consistently.
    template <class Enter>
    bool wait(Waiter& waiter, Enter enter) {
        waiter.begins_to_sleep();
        // Either this thread sees the change of the word in its try, or who changed it sees that somebody sleeps.
        sleepers_.fetch_add(1);
        bool entered;
        while (true) {
            const std::uint32_t heard = rings_.load();
            if ((entered = enter()) || waiter.is_over()) break;
            park(rings_, heard);
        }
        sleepers_.fetch_sub(1);
        return entered;
    }

    /// After each change of the word that may let somebody in; the change must be sequentially consistent.
    void ring() {
        if (sleepers_.load() == 0) return;
        rings_.fetch_add(1);
        unpark(rings_, std::numeric_limits<int>::max());
    }

private:
    ParkWord rings_ = 0;
    std::atomic<std::int32_t> sleepers_ = 0;
};

} // namespace measure
