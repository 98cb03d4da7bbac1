#include "measure/locks/real_lock.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "lock_testing.hpp"
#include "measure/abilities.hpp"
#include "measure/clock.hpp"
#include "measure/locks/park.hpp"
#include "measure/locks/spin_wait.hpp"
#include "measure/start_line.hpp"

using namespace measure;
using namespace lock_testing;
using program::LockKind;

TEST_CASE("every lock that the table calls real can be made, and no other") {
    for (const program::LockTraits& traits : program::lock_table()) {
        CAPTURE(traits.id);
        CHECK((make_lock(traits.kind) != nullptr) == traits.is_real);
    }
    CHECK(make_lock(LockKind::count) == nullptr);
}

TEST_CASE("a lock lets one thread in at a time, also with far more threads than cores") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        for (const int threads : {2, 4, 8}) {
            CAPTURE(program::traits_of(kind).id);
            CAPTURE(threads);
            const int rounds =
                2'400 / threads / threads * 4; // fewer hand-offs where each takes a turn of the scheduler
            const auto lock = make_lock(kind);
            StartLine line(threads);
            // Not atomic on purpose: torn when two are inside, and ThreadSanitizer sees what the count may miss.
            long total = 0;
            long copy = 0;
            long torn = 0;
            run_together(threads, [&](int me) {
                Waiter waiter(me, never_over);
                line.wait();
                for (int round = 0; round < rounds; ++round) {
                    lock->lock(waiter);
                    if (total != copy) ++torn;
                    ++total;
                    // Now and then the holder loses its core in the middle.
                    if (round % 32 == me) give_way();
                    ++copy;
                    lock->unlock(me);
                }
            });
            CHECK(total == static_cast<long>(threads) * rounds);
            CHECK(torn == 0);
        }
    }
}

TEST_CASE("a rest counts as so many turns of a spin loop, and gives way once at most") {
    class Counting final : public Waiter {
    public:
        using Waiter::Waiter;
        void loses_patience() override { ++lost; }
        int lost = 0;
    };
    Counting waiter(0, never_over);
    SpinWait spin(waiter);
    CHECK(spin.rest(SpinWait::turns_before_giving_way - 1));
    CHECK(spin.turn());
    CHECK(waiter.lost == 0);
    CHECK(spin.rest(4));
    CHECK(waiter.lost == 1);
    CHECK(spin.rest(1'024));
    CHECK(waiter.lost == 1);

    Counting hasty(0, never_over);
    SpinWait whole(hasty);
    CHECK(whole.rest(1'024));
    CHECK(hasty.lost == 1);
}

TEST_CASE("no wake-up is lost in many short encounters of two") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        CAPTURE(program::traits_of(kind).id);
        constexpr int rounds = 400;
        const auto lock = make_lock(kind);
        StartLine line(2);
        int total = 0;
        run_together(2, [&](int me) {
            Waiter waiter(me, never_over);
            for (int round = 0; round < rounds; ++round) {
                line.wait(); // both ask at the same moment
                lock->lock(waiter);
                ++total;
                lock->unlock(me);
            }
        });
        CHECK(total == 2 * rounds);
    }
}

TEST_CASE("who sleeps is woken by the release, not by its own looking around now and then") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        if (program::traits_of(kind).spins && kind != LockKind::adaptive) continue;
        CAPTURE(program::traits_of(kind).id);
        for (const bool reads : {false, true}) {
            if (reads && !knows_readers(kind)) continue;
            constexpr int rounds = 15;
            int late = 0;
            for (int round = 0; round < rounds; ++round) {
                const auto lock = make_lock(kind);
                Watched first(0, never_over);
                Watched second(1, never_over);
                lock->lock(first);
                std::thread other([&] {
                    reads ? lock->read_lock(second) : lock->lock(second);
                    reads ? lock->read_unlock(1) : lock->unlock(1);
                });
                wait_until([&] { return second.waits(); });
                std::this_thread::sleep_for(std::chrono::milliseconds(1)); // it sleeps, or is about to
                const trace::Nanoseconds start = now_ns();
                lock->unlock(0);
                other.join();
                if (now_ns() - start > longest_park_ns / 2) ++late;
            }
            // Without being woken all would be: they look again 20 ms after they fell asleep. A busy machine delays
            // some.
            CHECK(late < rounds - 3);
        }
    }
}

TEST_CASE("a free lock is got without a word, a held one with one") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        CAPTURE(program::traits_of(kind).id);
        const auto lock = make_lock(kind);
        Watched first(0, never_over);
        Watched second(1, never_over);
        for (int i = 0; i < 20; ++i) { // more often than Anderson's ring has places
            CHECK(lock->lock(first));
            lock->unlock(0);
        }
        CHECK_FALSE(first.waits());
        CHECK(lock->lock(first));
        std::thread other([&] {
            lock->lock(second);
            lock->unlock(1);
        });
        wait_until([&] { return second.waits(); });
        if (kind == LockKind::adaptive) wait_until([&] { return second.sleeps > 0; });
        lock->unlock(0);
        other.join();
        const bool spins = program::traits_of(kind).spins;
        CHECK(second.spins == (spins ? 1 : 0));
        CHECK(second.sleeps == (!spins || kind == LockKind::adaptive ? 1 : 0));
    }
}

TEST_CASE("who comes first is served first, where the table says so") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        if (!program::traits_of(kind).is_fair) continue;
        CAPTURE(program::traits_of(kind).id);
        constexpr int threads = 6;
        const auto lock = make_lock(kind);
        std::vector<std::unique_ptr<Watched>> waiters;
        for (int me = 0; me < threads; ++me) waiters.push_back(std::make_unique<Watched>(me, never_over));
        std::vector<int> order; // under the lock
        std::vector<std::thread> all;
        lock->lock(*waiters[0]);
        for (int i = 1; i < threads; ++i) {
            const int me = i * 5 % threads; // 5, 4, 3, 2, 1: not in the order of their numbers
            Watched& waiter = *waiters[static_cast<std::size_t>(me)];
            all.emplace_back([&lock, &order, &waiter, me] {
                lock->lock(waiter);
                order.push_back(me);
                lock->unlock(me);
            });
            wait_until([&] { return waiter.waits(); });
        }
        lock->unlock(0);
        for (std::thread& thread : all) thread.join();
        CHECK(order == std::vector<int>{5, 4, 3, 2, 1});
    }
}

TEST_CASE("whoever waits gives up when it is over, whether it spins or sleeps") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        for (const bool reads : {false, true}) {
            if (reads && !knows_readers(kind)) continue;
            CAPTURE(program::traits_of(kind).id);
            CAPTURE(reads);
            const auto lock = make_lock(kind);
            std::atomic<bool> over = false;
            Waiter holder(0, over);
            Watched first(1, over);
            Watched second(2, over);
            CHECK(lock->lock(holder));
            std::atomic<int> given_up = 0;
            const auto live = [&](Watched& waiter) {
                given_up += reads ? !lock->read_lock(waiter) : !lock->lock(waiter);
            };
            std::thread one([&] { live(first); });
            wait_until([&] { return first.waits(); });
            std::thread two([&] { live(second); });
            wait_until([&] { return second.waits(); });
            over = true;
            one.join();
            two.join();
            CHECK(given_up == 2);
        }
    }
}

TEST_CASE("a parked thread is woken, and wakes by itself when its word has changed already or its time is up") {
    if (!abilities().threads) return;
    ParkWord word = 0;
    park(word, 1);            // not what it expects: returns at once
    park(word, 0, 1'000'000); // nobody wakes it
    std::atomic<bool> awake = false;
    std::thread sleeper([&] {
        while (word.load() == 0) park(word, 0);
        awake = true;
    });
    word = 1;
    unpark(word, 1);
    sleeper.join();
    CHECK(awake);
}

#ifdef __EMSCRIPTEN_PTHREADS__
// Not always so by itself: see cmake/emscripten_mailbox.js.
TEST_CASE("who sleeps where the memory of a thread was that has ended is woken") {
    constexpr std::size_t bytes = 900'000; // about as much as a thread had
    constexpr std::size_t most = 200;
    std::vector<std::unique_ptr<std::byte[]>> memories;
    memories.reserve(most);
    std::uintptr_t ended = 0;
    std::thread([&] { ended = ::pthread_self(); }).join();
    const auto is_found = [&] {
        const auto begin = reinterpret_cast<std::uintptr_t>(memories.back().get());
        return begin <= ended && ended + sizeof(ParkWord) <= begin + bytes;
    };
    const trace::Nanoseconds start = now_ns();
    do {
        std::this_thread::sleep_for(std::chrono::milliseconds(5)); // it is given back soon, on a busy machine later
        if (memories.size() == most) memories.clear();
        memories.emplace_back(new std::byte[bytes]);
    } while (!is_found() && now_ns() - start < 60'000'000'000);
    REQUIRE(is_found());
    ParkWord& word = *new (reinterpret_cast<void*>(ended)) ParkWord(0);
    constexpr trace::Nanoseconds second = 1'000'000'000;
    trace::Nanoseconds woken_ns = 0;
    std::atomic<bool> is_up = false;
    std::thread sleeper([&] {
        is_up = true;
        while (word.load() == 0) park(word, 0, 10 * second);
        woken_ns = now_ns();
    });
    wait_until([&] { return is_up.load(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100)); // it sleeps, or is about to
    const trace::Nanoseconds called_ns = now_ns();
    word = 1;
    unpark(word, 1);
    sleeper.join();
    CHECK(woken_ns - called_ns < 5 * second);
}
#endif
