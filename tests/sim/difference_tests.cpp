#include "sim/difference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "program/contention.hpp"
#include "program/presets.hpp"
#include "sim/history.hpp"
#include "sim/steps.hpp"

using namespace sim;
using program::CodeLanguage;

namespace {

template <typename Value>
void turn(Change<Value>& change) {
    std::swap(change.before, change.after);
}

Difference reversed(Difference difference) {
    turn(difference.steps);
    turn(difference.clock_ns);
    turn(difference.printed);
    for (auto& each : difference.threads) turn(each);
    for (auto& each : difference.cores) turn(each);
    for (auto& each : difference.locks) turn(each);
    for (auto& each : difference.gils) turn(each);
    for (auto& each : difference.variables) turn(each);
    return difference;
}

std::shared_ptr<const program::Scenario> story(const char* id) {
    return std::make_shared<const program::Scenario>(program::find_preset(id)->make());
}

Machine after(const std::shared_ptr<const program::Scenario>& scenario, std::int64_t steps) {
    Machine machine(scenario, 1);
    while (machine.steps() < steps) machine.step();
    return machine;
}

/// T1 takes m at once and T2 waits for it, on two cores.
program::Builder two_for_one() {
    program::Builder b = steps::plain(2);
    const auto m = b.lock("m");
    const auto x = b.variable("x", 5);
    b.threads("T", 2).lock(m).load(x).add(1).store(x).compute(100).unlock(m).print();
    return b;
}

/// The step at which `thread` did that for the first time.
std::int64_t step_of(History& history, int thread, Did did) {
    for (std::int64_t step = history.find(0, did, 1'000); step > 0; step = history.find(step, did, 1'000)) {
        history.go(step);
        if (history.happening().thread == thread) return step;
    }
    FAIL("it never did that");
    return 0;
}

std::vector<std::string> sentences(const Difference& difference, const program::Scenario& scenario) {
    std::vector<std::string> all;
    for (const DifferenceRow& row : rows_of(difference, scenario, CodeLanguage::cpp))
        all.push_back(sentence_of(row).en);
    return all;
}

} // namespace

TEST_CASE("two equal moments do not differ, whichever way one comes to them") {
    for (const char* id : {"lock-io", "convoy-timed", "refcount-race", "sort-processes"}) {
        History history(story(id), 1);
        history.extend(3'000);
        const std::int64_t last = history.recorded();
        for (const std::int64_t step : {std::int64_t{0}, std::int64_t{1}, last / 2, last}) {
            CHECK(history.difference(step, step).is_empty());
            history.go(last - step);
            CHECK(history.difference(step, step).is_empty());
            CHECK(rows_of(history.difference(step, step), *story(id), CodeLanguage::cpp).empty());
        }
    }
}

TEST_CASE("there and back differ in the same things the other way round") {
    History history(story("ticket-crowd"), 1);
    history.extend(5'000);
    REQUIRE(history.recorded() == 5'000);
    for (const auto& [from, to] : {std::pair{0, 1}, {1, 0}, {700, 701}, {12, 4'999}, {2'048, 1'024}}) {
        const Difference there = history.difference(from, to);
        CHECK_FALSE(there.is_empty());
        CHECK(reversed(there) == history.difference(to, from));
        CHECK(there.steps.after - there.steps.before == to - from);
    }
}

TEST_CASE("the difference of two moments is that of two straight runs to them, also after jumps") {
    for (const char* id : {"ticket-crowd", "convoy-ticks", "refcount-lock"}) {
        const auto scenario = story(id);
        History history(scenario, 1);
        history.extend(5'000);
        REQUIRE(history.recorded() == 5'000);
        for (const auto& [from, to] : {std::pair{10, 11}, {11, 10}, {1'500, 3'100}, {3'000, 40}}) {
            const Difference straight = difference(after(scenario, from), after(scenario, to));
            for (const int position : {from, to, 0, 4'000}) {
                history.go(position);
                CHECK(history.difference(from, to) == straight);
                CHECK(history.position() == position);
            }
        }
    }
}

TEST_CASE("an acquisition changes the lock's holder, a wait its queue, and a store the variable") {
    const program::Builder b = two_for_one();
    History history(steps::shared(b), 1);
    const std::int64_t took = step_of(history, 0, Did::acquired);
    const Difference acquired = history.difference(took - 1, took);
    REQUIRE(acquired.locks.size() == 1);
    CHECK(acquired.locks[0].before.holder == -1);
    CHECK(acquired.locks[0].after.holder == 0);
    CHECK(acquired.variables.empty());

    const std::int64_t waited = step_of(history, 1, Did::waits);
    const Difference waits = history.difference(waited - 1, waited);
    REQUIRE(waits.locks.size() == 1);
    CHECK(waits.locks[0].before.waiters.empty());
    CHECK(waits.locks[0].after.waiters == std::vector<int>{1});
    REQUIRE(waits.cores.size() == 1);
    CHECK(waits.cores[0].before == 1);
    CHECK(waits.cores[0].after == -1);
    REQUIRE(waits.threads.size() == 1);
    CHECK(waits.threads[0].index == 1);
    CHECK(waits.threads[0].after.doing == Doing::waits_lock);

    const std::int64_t wrote = step_of(history, 0, Did::stored);
    const Difference stored = history.difference(wrote - 1, wrote);
    REQUIRE(stored.variables.size() == 1);
    CHECK(stored.variables[0].before == 5);
    CHECK(stored.variables[0].after == 6);

    history.go(1'000);
    const Difference whole = history.difference(0, history.recorded());
    CHECK(whole.variables[0].after == 7);
    CHECK(whole.printed.after == 2);
    CHECK(whole.clock_ns.after == 200);
    CHECK(whole.locks.empty()); // free at both ends, whatever happened in between
    for (const Change<ThreadView>& thread : whole.threads) CHECK(thread.after.doing == Doing::ended);
}

TEST_CASE("who has the GIL and who waits for it is told") {
    History history(story("sort-timed"), 1);
    history.extend(5'000);
    const std::int64_t waited = history.find(0, Did::gil_waits, 5'000);
    REQUIRE(waited > 0);
    const Difference waits = history.difference(waited - 1, waited);
    REQUIRE(waits.gils.size() == 1);
    CHECK(waits.gils[0].after.waiters.size() == waits.gils[0].before.waiters.size() + 1);
}

TEST_CASE("what differs is said in both languages") {
    const program::Builder b = two_for_one();
    const auto scenario = steps::shared(b);
    History history(scenario, 1);
    const std::int64_t waited = step_of(history, 1, Did::waits);
    const Difference waits = history.difference(waited - 1, waited);
    const std::string steps =
        "The number of steps: “" + std::to_string(waited - 1) + "”, then “" + std::to_string(waited) + "”.";
    CHECK(sentences(waits, *scenario) == std::vector<std::string>{
                                             steps,
                                             "What T2 does: “running”, then “asleep, waiting for m”.",
                                             "Core 2: “T2”, then “nobody”.",
                                             "The queue of lock m: “nobody”, then “T2”.",
                                         });
    const std::vector<DifferenceRow> rows = rows_of(waits, *scenario, CodeLanguage::cpp);
    CHECK(sentence_of(rows[1]).ko == "T2의 상태: ‘실행’에서 ‘m을 기다리며 잠듦’으로 바뀝니다.");
    CHECK(sentence_of(rows[3]).ko == "자물쇠 m의 대기열: ‘없음’에서 ‘T2’로 바뀝니다.");

    const std::int64_t added = step_of(history, 0, Did::added);
    const std::vector<std::string> adds = sentences(history.difference(added - 1, added), *scenario);
    CHECK(adds[1] == "T1's place in its code: “instruction 3: acc += 1;”, then “instruction 4: x = acc;”.");
    CHECK(adds[2] == "T1's value at hand (acc): “5”, then “6”.");
    const std::vector<DifferenceRow> python =
        rows_of(history.difference(added - 1, added), *scenario, CodeLanguage::python);
    CHECK(python[1].after.en == "instruction 4: x = acc");
}

TEST_CASE("what was read and whether a swap succeeded is told only of threads that swap") {
    program::Builder b = steps::plain(1);
    const auto x = b.variable("x", 3);
    b.thread("T").load(x).add(1).compare_swap(x);
    const auto scenario = steps::shared(b);
    History history(scenario, 1);
    history.go(1'000);
    const std::vector<std::string> all = sentences(history.difference(0, history.recorded()), *scenario);
    CHECK(std::ranges::find(all, "What T read last (seen): “0”, then “3”.") != all.end());
    CHECK(std::ranges::find(all, "Whether T's swap succeeded (ok): “false”, then “true”.") != all.end());
}

TEST_CASE("every difference of one step of every story can be told") {
    for (const program::Preset& preset : program::presets()) {
        const auto scenario = story(preset.id.data());
        History history(scenario, 1);
        for (int step = 1; step <= 300; ++step) {
            history.go(step);
            if (history.position() < step) break;
            for (const DifferenceRow& row : rows_of(history.difference(step - 1, step), *scenario, CodeLanguage::cpp)) {
                CHECK_FALSE(row.what.empty());
                CHECK(sentence_of(row).ko.find('{') == std::string::npos);
                CHECK(sentence_of(row).en.find('{') == std::string::npos);
            }
        }
    }
}
