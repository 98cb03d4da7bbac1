#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <ctime>

#include "measure/locks/park.hpp"

namespace measure {

void park(ParkWord& word, std::uint32_t expected, trace::Nanoseconds at_most_ns) {
    constexpr trace::Nanoseconds second = 1'000'000'000;
    timespec time{};
    time.tv_sec = static_cast<time_t>(at_most_ns / second);
    time.tv_nsec = static_cast<long>(at_most_ns % second);
    ::syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, &time, nullptr, 0);
}

void unpark(ParkWord& word, int most) {
    ::syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, most, nullptr, nullptr, 0);
}

void give_way() {
    ::sched_yield();
}

} // namespace measure
