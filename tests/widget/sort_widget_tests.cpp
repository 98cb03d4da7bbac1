#include "widget/sort_widget.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <thread>

#include "lab/session.hpp"

namespace {

widget::Surroundings surroundings() {
    return {widget::Tier::native, false, "a test", [] { return std::string("2026-01-01T00:00:00Z"); }};
}

/// A single-threaded build under node can start neither threads nor workers.
bool nothing_can_run() {
    return !measure::abilities().threads && !measure::abilities().processes;
}

/// Runs to the end; a run this small takes far less than the limit.
void run(widget::SortWidget& sort) {
    REQUIRE(sort.press("run").empty());
    for (int i = 0; i < 60'000 && sort.busy(); ++i) {
        sort.poll();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE_FALSE(sort.busy());
}

void make_small(widget::SortWidget& sort) {
    REQUIRE(sort.set("n", "20000").empty());
    REQUIRE(sort.set("repetitions", "2").empty());
}

void make_long_enough_to_compare(widget::SortWidget& sort) {
    REQUIRE(sort.set("n", "100000").empty());
    REQUIRE(sort.set("repetitions", "2").empty());
}

std::string fact(const widget::SortWidget& sort, std::string_view id) {
    const lab::Description description = sort.describe();
    const lab::Fact* found = lab::find_fact(description, id);
    return found == nullptr ? "" : found->value;
}

} // namespace

TEST_SUITE("widget/sort_widget measure") {
    TEST_CASE("a run ends with a verified time for every way that this machine can do") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_long_enough_to_compare(sort);
        run(sort);
        CHECK(fact(sort, "verified") == "true");
        CHECK(std::stod(fact(sort, "effective_cores")) > 0);
        const measure::Abilities abilities = measure::abilities();
        for (const measure::Way way : measure::all_ways) {
            const std::string prefix = "way." + std::string(measure::name_of(way)) + ".";
            CAPTURE(prefix);
            if (!measure::can_run(way, abilities)) {
                CHECK(fact(sort, prefix + "unavailable") == "true");
                continue;
            }
            CHECK(std::stod(fact(sort, prefix + "wall_s")) > 0);
            // On a busy machine the clocks of processes are known less well than these take.
            if (way != measure::Way::processes || sort.report().of(way).comparable())
                CHECK(std::stod(fact(sort, prefix + "speedup")) > 0);
            CHECK(sort.report().of(way).repetitions == 2);
        }
        CHECK_FALSE(sort.failed());
    }

    TEST_CASE("the timeline has a lane for every thread and process, and nothing wrong in it") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        run(sort);
        CHECK(trace::find_fault(sort.timeline()) == "");
        if (measure::abilities().threads && measure::abilities().processes) CHECK(sort.timeline().lanes.size() == 7);
    }

    TEST_CASE("the timeline is told in words as well, every lane of it, and goes with the results") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        const auto spans = [&] {
            const std::vector<lab::Table> tables = sort.describe().tables;
            const auto found = std::ranges::find(tables, "spans", &lab::Table::id);
            return found == tables.end() ? lab::Table{} : *found;
        };
        CHECK(spans().rows.empty());
        make_small(sort);
        run(sort);
        std::set<std::string> lanes;
        for (const auto& row : spans().rows) lanes.insert(row.at(0).en);
        CHECK(lanes.size() == sort.timeline().lanes.size());
        if (measure::abilities().threads) {
            CHECK(lanes.contains("In sequence: T1"));
            CHECK(lanes.contains("2 threads, one GIL: T2"));
        }
        REQUIRE(sort.press("clear").empty());
        CHECK(spans().rows.empty());
    }

    TEST_CASE("a clock is said to run while a way is timed; until none does there is no table of spans") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        CHECK_FALSE(sort.timing());
        REQUIRE(sort.press("run").empty());
        bool was_timed = false;
        for (int i = 0; i < 60'000 && sort.busy(); ++i) {
            if (sort.experiment().progress().phase == measure::Phase::measuring) {
                CHECK(sort.timing());
                was_timed = true;
            }
            const std::vector<lab::Table> tables = sort.describe().tables;
            CHECK(std::ranges::find(tables, "spans", &lab::Table::id) == tables.end());
            sort.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        CHECK(was_timed);
        CHECK_FALSE(sort.timing());
    }

    TEST_CASE("settings cannot be changed while measuring, and cancel works only then") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        CHECK_FALSE(sort.press("cancel").empty());
        REQUIRE(sort.press("run").empty());
        CHECK_FALSE(sort.set("n", "30000").empty());
        CHECK_FALSE(sort.press("run").empty());
        CHECK(sort.press("cancel").empty());
        for (int i = 0; i < 10'000 && sort.busy(); ++i) {
            sort.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        CHECK_FALSE(sort.busy());
        CHECK(sort.set("n", "30000").empty());
    }

    TEST_CASE("what overlaps a hidden page is discarded, said, and measured again") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        REQUIRE(sort.press("run").empty());
        const auto measured = [&] { return sort.report().of(measure::Way::sequence).repetitions; };
        for (int i = 0; i < 60'000 && measured() == 0; ++i) {
            sort.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        sort.hidden(true);
        const auto revision = sort.revision();
        for (int i = 0; i < 100; ++i) {
            sort.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        CHECK(sort.revision() == revision);
        CHECK(sort.busy());
        sort.hidden(false);
        for (int i = 0; i < 60'000 && sort.busy(); ++i) {
            sort.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        CHECK(measured() == 2);
        CHECK(fact(sort, "discarded") == "1");
    }

    TEST_CASE("a prediction can be made before the result and not after, and is judged") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_long_enough_to_compare(sort);
        REQUIRE(sort.set("predict.gil", "more").empty());
        run(sort);
        if (!measure::abilities().threads) return;
        const auto verdict = sort.report().of(measure::Way::gil).verdict(2);
        REQUIRE(verdict);
        CHECK(fact(sort, "way.gil.prediction") == (*verdict == widget::Verdict::more ? "right" : "wrong"));
        CHECK_FALSE(sort.set("predict.gil", "same").empty());
        CHECK(sort.press("clear").empty());
        CHECK(sort.set("predict.gil", "same").empty());
        CHECK(fact(sort, "way.gil.wall_s") == "");
    }

    TEST_CASE(
        "what was predicted of a result that was seen stays closed when the same is run again, not for other units") {
        if (!measure::abilities().threads) return;
        widget::SortWidget sort(surroundings());
        make_long_enough_to_compare(sort);
        run(sort);
        CHECK_FALSE(sort.set("predict.threads", "half").empty()); // nothing was predicted, but the result is out
        REQUIRE(sort.press("run").empty());
        CHECK_FALSE(sort.set("predict.threads", "half").empty());
        REQUIRE(sort.press("cancel").empty());
        while (sort.busy()) sort.poll();
        REQUIRE(sort.set("n", "20000").empty());
        CHECK_FALSE(sort.set("predict.threads", "half").empty());
        run(sort);
        REQUIRE(sort.set("units", "3").empty());
        CHECK(sort.set("predict.threads", "half").empty());
    }

    TEST_CASE("every phase says how long the run will still take") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        REQUIRE(sort.press("run").empty());
        while (sort.busy()) {
            CAPTURE(sort.describe().sentence.en);
            CHECK(sort.describe().sentence.en.find(" s left.") != std::string::npos);
            sort.poll();
        }
        CHECK(sort.describe().sentence.en.find(" s left.") == std::string::npos);
    }

    TEST_CASE("what a run has held is not missing when it has ended or was cancelled") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        REQUIRE(sort.set("n", "1000000").empty());
        REQUIRE(sort.set("units", "8").empty());
        const std::string before = fact(sort, "memory_bytes");
        REQUIRE(sort.press("run").empty());
        const std::string at_first = fact(sort, "memory_bytes"); // looked at when it was pressed
        while (sort.busy() && sort.experiment().progress().phase != measure::Phase::warming) sort.poll();
        CHECK(sort.experiment().holds_data());
        REQUIRE(sort.press("cancel").empty());
        while (sort.busy()) sort.poll();
        CHECK(fact(sort, "memory_bytes") == at_first);
        for (int i = 0; i < 10'000 && sort.experiment().holds_data(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        CHECK_FALSE(sort.experiment().holds_data());
        REQUIRE(sort.set("n", "2000000").empty()); // from here on it is looked at again
        CHECK(std::abs(std::stod(fact(sort, "memory_bytes")) / std::stod(before) - 1) < 0.2);
    }

    TEST_CASE("a run that is too short to compare says so, judges no prediction and exports no ratio") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        REQUIRE(sort.set("n", "1000").empty());
        REQUIRE(sort.set("units", "1").empty());
        REQUIRE(sort.set("repetitions", "5").empty());
        const bool can_predict = sort.set("predict.threads", "half").empty();
        run(sort);
        CHECK(fact(sort, "verified") == "true");
        CHECK(fact(sort, "way.sequence.too_short") == "true");
        CHECK(sort.describe().sentence.en ==
              "This took too short a time to be compared: choose a larger n, then run again.");
        for (const char* way : {"sequence", "threads", "gil", "processes"})
            for (const char* absent : {".speedup", ".efficiency", ".prediction"})
                CHECK(fact(sort, std::string("way.") + way + absent).empty());
        if (can_predict) CHECK(sort.set("predict.threads", "same").empty()); // nothing was revealed
        REQUIRE(sort.press("export_json").empty());
        const auto file = sort.take_file();
        REQUIRE(file);
        CHECK(file->content.find("speedup") == std::string::npos);
        CHECK(file->content.find("\"too_short\":true") != std::string::npos);
    }

    TEST_CASE("each export holds the setup and the figures") {
        if (nothing_can_run()) return;
        widget::SortWidget sort(surroundings());
        make_small(sort);
        CHECK_FALSE(sort.press("export_csv").empty());
        run(sort);
        for (const char* button : {"export_csv", "export_spans", "export_json", "export_trace"}) {
            CAPTURE(button);
            REQUIRE(sort.press(button).empty());
            const auto file = sort.take_file();
            REQUIRE(file);
            for (const char* part : {"a test", "2026-01-01T00:00:00Z", "effective_cores", "clock_step_ns", "20000"}) {
                CAPTURE(part);
                CHECK(file->content.find(part) != std::string::npos);
            }
            CHECK_FALSE(sort.take_file());
        }
    }
}

TEST_SUITE("widget/sort_widget") {
    TEST_CASE(
        "too large an n is refused with what it needs, what there is and what would fit, before anything is "
        "allocated") {
        if (nothing_can_run()) return;                                  // then that is said instead
        if (measure::abilities().memory_bytes > 64'000'000'000) return; // it fits
        widget::SortWidget sort(surroundings());
        REQUIRE(sort.set("units", "8").empty());
        REQUIRE(sort.set("n", "1000000000").empty());
        const text::Line refusal = sort.press("run");
        CHECK(refusal.en.starts_with("n = 1,000,000,000 needs 64.1 GB; "));
        CHECK(refusal.ko.find("64.1 GB") != std::string::npos);
        CHECK_FALSE(sort.busy());
        CHECK(sort.describe().notices.at(0) == refusal);
    }

    TEST_CASE("the link of a fresh widget is short, and one with settings opens the same plan") {
        if (!measure::abilities().threads) return; // a way that cannot run takes no prediction
        const lab::Registry registry{
            {"sort", text::Line(), [] { return std::make_unique<widget::SortWidget>(surroundings()); }}};
        lab::Session session(registry, "n=1e6&units=4&interval_ms=0.5&sort_checks=on&predict.threads=half",
                             text::Language::ko);
        CHECK(session.describe().notices.empty());
        CHECK(session.link() == "w=sort&n=1000000&units=4&interval_ms=0.5&sort_checks=true&predict.threads=half");
        CHECK(lab::Session(registry, "", text::Language::ko).link() == "w=sort");
    }

    TEST_CASE("values outside their bounds are refused") {
        widget::SortWidget sort(surroundings());
        CHECK_FALSE(sort.set("n", "999").empty());
        CHECK_FALSE(sort.set("units", "9").empty());
        CHECK_FALSE(sort.set("units", "0").empty());
        CHECK_FALSE(sort.set("interval_ms", "0").empty());
        CHECK_FALSE(sort.set("predict.threads", "never").empty());
        CHECK_FALSE(sort.set("no_such_control", "1").empty());
    }

    TEST_CASE("where nothing can be started, running is refused and the recordings are shown") {
        widget::SortWidget sort({widget::Tier::alone, true, "a test", [] { return std::string(); }});
        CHECK_FALSE(sort.press("run").empty());
        CHECK(sort.describe().sentence.en.find("ecorded") != std::string::npos);
        CHECK(fact(sort, "way.threads.unavailable") == "true");
        CHECK(fact(sort, "way.sequence.unavailable") == "true");
    }

    TEST_CASE("an own tab is offered as what may help, for not every host lets it") {
        widget::SortWidget embedded({widget::Tier::alone, true, "a test", [] { return std::string(); }});
        const text::Line& why = embedded.report().of(measure::Way::threads).unavailable;
        CHECK(why.en.ends_with("In a tab of its own it may be possible."));
        CHECK(why.ko.ends_with("새 탭에서 열면 측정할 수도 있습니다."));
        widget::SortWidget own({widget::Tier::alone, false, "a test", [] { return std::string(); }});
        CHECK(own.report().of(measure::Way::threads).unavailable.en.find("tab") == std::string::npos);
    }

    TEST_CASE("recordings are facts from the start, labelled apart from what is measured here") {
        widget::SortWidget sort(surroundings());
        CHECK(std::stod(fact(sort, "recorded.lecture.threads_s")) == doctest::Approx(6.9964));
        CHECK(fact(sort, "way.threads.wall_s") == "");
        CHECK(fact(sort, "tier") == "native");
    }
}
