#include "measure/gil.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>
#include <vector>

#include "measure/abilities.hpp"
#include "measure/clock.hpp"

using namespace measure;

namespace {

constexpr trace::Nanoseconds millisecond = 1'000'000;

/// Everything that happens, in order: the Gil calls with its mutex held.
struct Diary : GilWatcher {
    struct Line {
        bool is_request;
        int who;
        trace::Nanoseconds at_ns;
    };
    std::vector<Line> lines;

    void requested(int waiter) override { lines.push_back({true, waiter, now_ns()}); }
    void handed_off(int, int to) override { lines.push_back({false, to, now_ns()}); }
};

template <class Live>
void run_together(int threads, Live live) {
    std::vector<std::thread> all;
    for (int me = 0; me < threads; ++me) all.emplace_back([=] { live(me); });
    for (std::thread& thread : all) thread.join();
}

} // namespace

TEST_CASE("only one thread at a time has the lock") {
    if (!abilities().threads) return;
    Gil gil(100'000);
    int inside = 0; // not atomic on purpose: ThreadSanitizer sees what the count may miss
    int most = 0;
    long total = 0;
    run_together(4, [&](int me) {
        gil.take(me);
        for (int i = 0; i < 20'000; ++i) {
            most = std::max(most, ++inside);
            ++total;
            --inside;
            gil.check(me);
        }
        gil.drop(me);
    });
    CHECK(most == 1);
    CHECK(total == 80'000);
}

TEST_CASE("who lets go because it was asked does not have the lock again before another had it") {
    if (!abilities().threads) return;
    Gil gil(20'000);
    std::vector<int> holders; // written with the lock held
    std::vector<std::size_t> dropped_at;
    constexpr std::size_t turns = 60;
    run_together(2, [&](int me) {
        gil.take(me);
        holders.push_back(me);
        while (holders.size() < turns) {
            if (!gil.drop_requested()) continue;
            dropped_at.push_back(holders.size() - 1);
            gil.check(me);
            holders.push_back(me);
        }
        gil.drop(me);
    });
    REQUIRE(dropped_at.size() >= turns - 2);
    for (const std::size_t turn : dropped_at)
        if (turn + 1 < holders.size()) CHECK(holders[turn] != holders[turn + 1]);
}

TEST_CASE("nobody asks before it has waited an interval in which the lock did not change hands") {
    if (!abilities().threads) return;
    constexpr trace::Nanoseconds interval = 5 * millisecond;
    Diary diary;
    Gil gil(interval, &diary);
    std::atomic<bool> over = false;
    // Two threads change places all the time without being asked; the others' patience begins anew with each change.
    run_together(4, [&](int me) {
        if (me < 2) {
            for (int i = 0; i < 300; ++i) {
                gil.take(me);
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                gil.drop(me);
            }
            over = true;
        } else {
            gil.take(me);
            while (!over)
                if (!gil.check(me)) std::this_thread::yield();
            gil.drop(me);
        }
    });
    trace::Nanoseconds changed_ns = 0;
    int requests = 0;
    for (const Diary::Line& line : diary.lines) {
        if (!line.is_request) {
            changed_ns = line.at_ns;
        } else {
            ++requests;
            CHECK(line.at_ns - changed_ns > interval - millisecond); // some clocks of a page tick in 0.1 ms
        }
    }
    CHECK(requests == gil.requests());
}

TEST_CASE("a holder that does not look keeps the lock, however often it is asked") {
    if (!abilities().threads) return;
    Diary diary;
    Gil gil(millisecond, &diary);
    std::atomic<bool> has_it = false;
    gil.take(0);
    std::thread waiter([&] {
        gil.take(1);
        has_it = true;
        gil.drop(1);
    });
    while (!gil.drop_requested()) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(50)); // one call into C
    CHECK_FALSE(has_it);
    CHECK(gil.check(0)); // returns only when the waiter had its turn
    CHECK(has_it);
    gil.drop(0);
    waiter.join();

    // Asked once in all that time, for the request stood; handed over only after the holder looked; and handed back.
    REQUIRE(diary.lines.size() >= 3);
    CHECK(diary.lines[0].is_request);
    CHECK(diary.lines[0].who == 1);
    CHECK_FALSE(diary.lines[1].is_request);
    CHECK(diary.lines[1].who == 1);
    CHECK(diary.lines[1].at_ns - diary.lines[0].at_ns >= 49 * millisecond);
    CHECK(diary.lines[2].who == 0);
    CHECK(gil.switches() == 2);
}

TEST_CASE("a lock that nobody asks for goes to the same thread again without a switch") {
    Gil gil(millisecond);
    for (int i = 0; i < 100; ++i) {
        gil.take(3);
        CHECK_FALSE(gil.check(3));
        gil.drop(3);
    }
    CHECK(gil.switches() == 0);
    CHECK(gil.requests() == 0);
}

TEST_CASE("two threads that both look share the lock turn by turn") {
    if (!abilities().threads) return;
    Gil gil(200'000);
    std::atomic<int> turns[2] = {0, 0};
    std::atomic<bool> over = false;
    run_together(2, [&](int me) {
        gil.take(me);
        while (!over) {
            if (!gil.check(me)) continue;
            if (++turns[me] == 50) over = true;
        }
        gil.drop(me);
    });
    CHECK(std::max(turns[0], turns[1]) == 50);
    CHECK(std::min(turns[0], turns[1]) >= 48);
}

TEST_CASE("who leaves at its end waits for nobody, though it was asked to let another have the lock") {
    if (!abilities().threads) return;
    int early = 0;
    for (int round = 0; round < 20; ++round) {
        Diary diary;
        Gil gil(millisecond, &diary);
        gil.take(0);
        std::thread waiter([&] {
            gil.take(1);
            gil.leave();
        });
        while (!gil.drop_requested()) std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // the waiter sleeps again
        gil.leave();
        const trace::Nanoseconds left_ns = now_ns();
        waiter.join();
        early += left_ns < diary.lines.back().at_ns;
    }
    CHECK(early > 2); // on a busy machine the waiter may come first
}
