#include "measure/crew.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <system_error>
#include <thread>
#include <utility>

#include "measure/abilities.hpp"
#include "measure/crew_step.hpp"
#include "measure/scenario_refusal.hpp"
#include "measure/start_line.hpp"

using namespace measure;

namespace {

void nap() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void wait_for(Crew& crew, int members) {
    REQUIRE(crew.want(members));
    while (crew.awake() < members) nap();
}

void finish(Crew& crew) {
    while (crew.busy()) {
        crew.poll();
        nap();
    }
}

} // namespace

TEST_CASE("every job that is given is done once, however quickly they follow each other") {
    if (!abilities().threads) return;
    Crew crew;
    wait_for(crew, 3);
    std::atomic<int> done = 0;
    for (int round = 0; round < 500; ++round) {
        for (int member = 0; member < 3; ++member) crew.give(member, [&] { ++done; });
        while (crew.busy()) crew.poll();
        CHECK(done == 3 * (round + 1));
    }
}

TEST_CASE("members stay: a second wish starts only what is missing") {
    if (!abilities().threads) return;
    Crew crew;
    wait_for(crew, 1);
    std::thread::id first;
    crew.give(0, [&] { first = std::this_thread::get_id(); });
    finish(crew);
    wait_for(crew, 3);
    std::thread::id again;
    crew.give(0, [&] { again = std::this_thread::get_id(); });
    finish(crew);
    CHECK(first == again);
}

TEST_CASE("a member that does not come up is replaced by the next wish, and leaves when it comes after all") {
    if (!abilities().threads) return;
    std::atomic<bool> held = true;
    std::atomic<int> started = 0;
    Crew crew([&](std::function<void()> life) {
        const bool is_late = ++started == 2;
        return std::thread([&held, is_late, life = std::move(life)] {
            while (is_late && held) nap();
            life();
        });
    });
    // The crew waits for the late one, too, when it ends, also when something below fails.
    struct Release {
        std::atomic<bool>& held;
        ~Release() { held = false; }
    } release{held};
    REQUIRE(crew.want(2));
    while (crew.awake() < 1) nap();
    crew.give_up_starting();
    wait_for(crew, 2);
    CHECK(started == 3);
    std::atomic<int> done = 0;
    for (int member = 0; member < 2; ++member) crew.give(member, [&done] { ++done; });
    finish(crew);
    CHECK(done == 2);
}

TEST_CASE("a run whose threads do not come up in time ends, and says so, and the next one starts others") {
    if (!abilities().threads) return;
    std::atomic<bool> held = true;
    Crew crew([&](std::function<void()> life) {
        return std::thread([&held, life = std::move(life)] {
            while (held) nap();
            life();
        });
    });
    struct Patience {
        trace::Nanoseconds before = std::exchange(start_patience_ns, 20'000'000);
        ~Patience() { start_patience_ns = before; }
    };
    const auto finish_step = [&crew] {
        const auto board = std::make_shared<CrewBoard>(abilities(), 2, 0);
        CrewStep step(board, 2, [](int) {}, crew);
        while (!step.poll()) nap();
        return board;
    };
    {
        const Patience short_one;
        const auto board = finish_step();
        CHECK(board->failure() == Failure::thread_did_not_start);
        CHECK(board->failure_detail() >= 20); // ms
    }
    held = false;
    CHECK(finish_step()->failure() == Failure::none);
}

TEST_CASE("what a job holds is let go of before its member is idle") {
    if (!abilities().threads) return;
    Crew crew;
    wait_for(crew, 1);
    auto held = std::make_shared<int>(1);
    crew.give(0, [held] { nap(); });
    finish(crew);
    CHECK(held.use_count() == 1);
}

TEST_CASE("nobody passes the start line before all are there, round after round") {
    if (!abilities().threads) return;
    constexpr int members = 4;
    constexpr int rounds = 200;
    Crew crew;
    wait_for(crew, members);
    StartLine line(members);
    std::atomic<int> arrived = 0;
    std::atomic<int> early = 0;
    for (int member = 0; member < members; ++member) {
        crew.give(member, [&] {
            for (int round = 1; round <= rounds; ++round) {
                ++arrived;
                line.wait();
                if (arrived < members * round) ++early;
            }
        });
    }
    finish(crew);
    CHECK(arrived == members * rounds);
    CHECK(early == 0);
}

TEST_CASE("a system that refuses a thread is told at once from one that is slow, with how many were wanted") {
    Crew crew([](const std::function<void()>&) -> std::thread {
        throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    });
    const auto board = std::make_shared<CrewBoard>(Abilities{}, 3, 0);
    CrewStep step(board, 3, [](int) {}, crew);
    CHECK(step.poll());
    CHECK(board->failure() == Failure::thread_refused);
    CHECK(board->failure_detail() == 3);

    const text::Line said = sentence_of(board->failure(), board->failure_detail());
    CHECK(said.en.find("refused to make 3 threads") != std::string::npos);
    CHECK(said.en.find(" ms") == std::string::npos);
    CHECK(said.ko.find("스레드 3개") != std::string::npos);
}
