#include "widget/contention_widget.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "contention_testing.hpp"
#include "lab/session.hpp"
#include "program/line_of.hpp"
#include "program/presets.hpp"
#include "program/text_form.hpp"

using namespace testing;

namespace {

lab::Registry registry() {
    return {{"contention", text::Line(), [] { return std::make_unique<widget::ContentionWidget>(surroundings()); }}};
}

void finish(lab::Session& session) {
    for (int i = 0; i < 100'000 && session.widget().busy(); ++i) session.poll();
    REQUIRE_FALSE(session.widget().busy());
}

} // namespace

TEST_CASE("a run ends with every fact of the contract") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("lock", "mcs").empty());
    run(contention);
    for (const char* id :
         {"throughput_per_s", "wait_p50_ns", "wait_p99_ns", "wait_max_ns", "jain", "core_utilisation",
          "lock_utilisation", "handoffs", "context_switches", "line_transfers", "spin_cpu_s", "events", "events_per_s",
          "trace_hash", "bound_per_s", "predicted_per_s", "step", "step_sentence", "doubling.ratio"}) {
        CAPTURE(id);
        CHECK_FALSE(fact(contention, id).value.empty());
        CHECK_FALSE(fact(contention, id).text.empty());
    }
    CHECK(number(contention, "throughput_per_s") > 0);
    CHECK(number(contention, "throughput_per_s") <= number(contention, "bound_per_s") * 1.01);
    CHECK(number(contention, "step") == number(contention, "steps"));
    CHECK(number(contention, "steps") < number(contention, "events")); // some have no step of their own
    CHECK(number(contention, "events") == static_cast<double>(contention.history().events()));
}

TEST_CASE("the same seed gives the same run and another one another") {
    const auto hash_of = [](const char* seed) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("seed", seed).empty());
        run(contention);
        return fact(contention, "trace_hash").value;
    };
    const std::string first = hash_of("1");
    CHECK(first == hash_of("1"));
    CHECK(first != hash_of("2"));
}

TEST_CASE("stepping on and back gives the same sentences, with or without a run") {
    widget::ContentionWidget contention(surroundings());
    std::vector<text::Line> forth;
    for (int i = 0; i < 60; ++i) {
        REQUIRE(contention.press("step").empty());
        forth.push_back(fact(contention, "step_sentence").text);
    }
    for (int i = 58; i >= 0; --i) {
        REQUIRE(contention.press("back").empty());
        CHECK(fact(contention, "step_sentence").text == forth[static_cast<std::size_t>(i)]);
    }
    REQUIRE(contention.press("back").empty());
    CHECK_FALSE(contention.press("back").empty());
    run(contention);
    REQUIRE(contention.set("moment", "60").empty());
    CHECK(fact(contention, "step_sentence").text == forth.back());
}

TEST_CASE("beside each step stands what its instruction does, and beside each thread what its own does") {
    widget::ContentionWidget contention(surroundings());
    CHECK(fact(contention, "instruction").value == "compute"); // of the first thread, before the first step
    REQUIRE(contention.press("next_contended").empty());
    CHECK(fact(contention, "instruction").value == "lock");
    CHECK(fact(contention, "instruction").text.en == "Takes lock m; waits while another thread has it.");
    CHECK(fact(contention, "instruction").text.ko.starts_with("m 자물쇠(lock)를 얻습니다."));
    std::set<std::string> told;
    for (int i = 0; i < 60; ++i) {
        REQUIRE(contention.press("step").empty());
        told.insert(fact(contention, "instruction").value);
        const lab::Description description = contention.describe();
        const auto threads = std::ranges::find(description.tables, "threads", &lab::Table::id);
        REQUIRE(threads != description.tables.end());
        for (std::size_t t = 0; t < threads->rows.size(); ++t) {
            const auto at = contention.history().machine().thread(static_cast<int>(t)).instruction;
            CHECK(threads->rows[t].back() == program::explain(contention.scenario(), t, static_cast<std::size_t>(at)));
        }
    }
    for (const std::string op : {"lock", "load", "add", "store", "unlock"}) {
        CAPTURE(op);
        CHECK(told.contains(op));
    }
}

TEST_CASE("the next wait is one, and at the end nothing goes on") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.press("next_contended").empty());
    const std::string did = fact(contention, "step_sentence").value;
    CHECK((did == "waits" || did == "spins"));
    run(contention);
    CHECK_FALSE(contention.press("step").empty());
    CHECK_FALSE(contention.press("next_contended").empty());
    REQUIRE(contention.press("start_over").empty());
    CHECK(number(contention, "step") == 0);
}

TEST_CASE("a link opens the very moment from which it was copied") {
    lab::Session session(registry(), "preset=lock-io&seed=7", text::Language::en);
    REQUIRE(session.press("run").empty());
    finish(session);
    REQUIRE(session.press("see.across_io").empty());
    const lab::Description before = session.describe();
    CHECK(session.link().find("moment=") != std::string::npos);

    lab::Session again(registry(), session.link(), text::Language::en);
    CHECK(again.describe().notices.empty());
    finish(again);
    CHECK(lab::find_fact(again.describe(), "step")->value == lab::find_fact(before, "step")->value);
    CHECK(lab::find_fact(again.describe(), "step_sentence")->text == lab::find_fact(before, "step_sentence")->text);
    CHECK(again.link() == session.link());
}

TEST_CASE("a link to a moment beyond the end says so and shows the last one") {
    lab::Session session(registry(), "moment=999999999&preset=lock-io", text::Language::en);
    finish(session);
    const lab::Description description = session.describe();
    REQUIRE_FALSE(description.notices.empty());
    CHECK(description.notices.front().en.find("999,999,999") != std::string::npos);
    CHECK(lab::find_fact(description, "step")->value == lab::find_fact(description, "steps")->value);
}

TEST_CASE("a jump in a run of 200,000 steps is done at once") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("duration_us", "150000").empty());
    run(contention);
    const double steps = number(contention, "steps");
    CHECK(steps > 200'000);
#ifdef NDEBUG
    for (const double part : {0.02, 0.97, 0.5, 0.49}) {
        const auto began = std::chrono::steady_clock::now();
        REQUIRE(contention.set("moment", std::to_string(static_cast<long long>(part * steps))).empty());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        CHECK(took.count() < 0.25); // 50 ms on a machine that does nothing else
    }
#endif
}

TEST_CASE("a scenario text replaces the parameters, and a bad one is refused with place and reason") {
    widget::ContentionWidget contention(surroundings());
    const std::string written = program::write(program::find_preset("refcount-lock")->make());
    REQUIRE(contention.set("scenario", written).empty());
    CHECK_FALSE(contention.set("threads", "8").empty());
    run(contention);
    CHECK(number(contention, "variable.refs") == 2'000);
    const text::Line refusal = contention.set("scenario", written + "~lock:m:nothing");
    CHECK(refusal.en.find("column") != std::string::npos);
    CHECK(refusal.ko.find("열") != std::string::npos);
    CHECK(lab::find(contention.controls(), "scenario")->value == written);
    REQUIRE(contention.set("scenario", "").empty());
    CHECK(contention.set("threads", "8").empty());
}

TEST_CASE("threads that never take any time are refused before they run") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("lock", "fifo").empty());
    REQUIRE(contention.set("inside_ns", "0").empty());
    CHECK_FALSE(contention.set("outside_ns", "0").empty());
    CHECK(lab::find(contention.controls(), "outside_ns")->value == "3000");
}

TEST_CASE("a prediction can be made before the result and not after, and is judged") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("inside_ns", "5000").empty()); // saturated: more threads change nothing
    REQUIRE(contention.set("lock", "mcs").empty());
    REQUIRE(contention.set("cores", "16").empty());
    REQUIRE(contention.set("predict", "same").empty());
    run(contention);
    CHECK(fact(contention, "doubling.prediction").value == "right");
    CHECK_FALSE(contention.set("predict", "twice").empty());
    REQUIRE(contention.set("inside_ns", "10").empty());
    REQUIRE(contention.set("outside_ns", "100000").empty());
    run(contention);
    CHECK(fact(contention, "doubling.prediction").value == "wrong");
    CHECK(number(contention, "doubling.ratio") == doctest::Approx(2).epsilon(0.1));
}

TEST_CASE("updates that a race loses are counted, and at their moment somebody stores; with a cure there are none") {
    for (const char* id : {"refcount-race", "refcount-lock", "refcount-atomic"}) {
        CAPTURE(id);
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", id).empty());
        run(contention);
        const bool is_race = number(contention, "variable.refs") < 2'000;
        CHECK(is_race == (std::string(id) == "refcount-race"));
        CHECK(fact(contention, "diagnosis.lost_updates").value.empty() != is_race);
        if (!is_race) continue;
        const std::string lost = std::to_string(2'000 - static_cast<int>(number(contention, "variable.refs")));
        CHECK(fact(contention, "diagnosis.lost_updates").text.en.find(lost) != std::string::npos);
        REQUIRE(contention.press("see.lost_updates").empty());
        CHECK(fact(contention, "step_sentence").value == "stored");
    }
}

TEST_CASE("a story that is compared with doing the same in sequence shows the ratio, once it has ended") {
    const auto ratio_of = [](const char* id) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", id).empty());
        REQUIRE(contention.press("step").empty());
        CHECK(fact(contention, "sequence_ratio").value.empty());
        run(contention);
        return number(contention, "sequence_ratio");
    };
    const double old_gil = ratio_of("count-ticks");
    CHECK_MESSAGE((old_gil > 1.9 && old_gil < 2.3), old_gil);
    const double new_gil = ratio_of("count-timed");
    CHECK_MESSAGE((new_gil > 0.95 && new_gil < 1.06), new_gil);
    const double processes = ratio_of("sort-processes");
    CHECK_MESSAGE((processes > 0.5 && processes < 0.6), processes);
    CHECK(ratio_of("count-sequence") == -1);
    CHECK(ratio_of("lock-io") == -1);
}

TEST_CASE("of such a story the ratio can be predicted before the result and not after, and is judged") {
    const auto judged = [](const char* id, const char* prediction) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", id).empty());
        REQUIRE(contention.set("predict_ratio", prediction).empty());
        CHECK(fact(contention, "sequence.prediction").value.empty());
        run(contention);
        CHECK_FALSE(contention.set("predict_ratio", "").empty());
        return fact(contention, "sequence.prediction").value;
    };
    CHECK(judged("count-ticks", "longer") == "right");
    CHECK(judged("count-timed", "same") == "right");
    CHECK(judged("count-timed", "half") == "wrong");
    CHECK(judged("sort-processes", "half") == "right");
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("preset", "count-timed").empty());
    REQUIRE(contention.set("predict_ratio", "half").empty());
    REQUIRE(contention.set("preset", "lock-io").empty());
    CHECK(lab::find(contention.controls(), "predict_ratio")->value.empty()); // there is nothing to compare with
    CHECK_FALSE(contention.set("predict_ratio", "half").empty());
}

TEST_CASE("every story runs to its end, and what it shows is in both languages") {
    for (const program::Preset& preset : program::presets()) {
        CAPTURE(preset.id);
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", preset.id).empty());
        run(contention);
        const lab::Description description = contention.describe();
        CHECK(description.notices.empty());
        CHECK_FALSE(description.sentence.ko.empty());
        CHECK(trace::find_fault(contention.history().trace()) == "");
        for (const lab::Table& table : description.tables)
            for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    }
}

TEST_CASE("a run is cancelled between two slices and keeps what it has") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("duration_us", "10000000").empty());
    REQUIRE(contention.press("run").empty());
    contention.poll();
    CHECK_FALSE(contention.set("threads", "2").empty());
    REQUIRE(contention.busy());
    REQUIRE(contention.press("cancel").empty());
    CHECK_FALSE(contention.busy());
    CHECK(number(contention, "events") > 0);
    CHECK(contention.press("back").empty());
    CHECK(contention.press("run").empty()); // and it can go on
}

TEST_CASE("all kinds of lock are laid over one another when they are wanted") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("all_locks", "true").empty());
    run(contention);
    REQUIRE(contention.sweep() != nullptr);
    std::size_t kinds = 0;
    for (const widget::Curve& curve : contention.sweep()->curves())
        kinds += curve.points.size() == contention.sweep()->thread_counts().size() ? 1 : 0;
    CHECK(kinds == contention.sweep()->curves().size());
    CHECK(kinds == 12);
}

TEST_CASE("each export holds the scenario from which it can be run again") {
    widget::ContentionWidget contention(surroundings());
    CHECK_FALSE(contention.press("export_csv").empty());
    run(contention);
    const std::string scenario = program::write(contention.scenario());
    for (const char* button : {"export_csv", "export_spans", "export_json", "export_trace"}) {
        CAPTURE(button);
        REQUIRE(contention.press(button).empty());
        const auto file = contention.take_file();
        REQUIRE(file);
        for (const std::string& part : {scenario, std::string("a test"), std::string("2026-01-01T00:00:00Z")})
            CHECK(file->content.find(part) != std::string::npos);
    }
}

TEST_CASE("a link with a share of readers opens the same scenario") {
    lab::Session session(registry(), "lock=rw_writers&readers=75", text::Language::en);
    REQUIRE(session.press("run").empty());
    finish(session);
    CHECK(session.describe().notices.empty());
    lab::Session again(registry(), session.link(), text::Language::en);
    finish(again);
    CHECK(lab::find_fact(again.describe(), "trace_hash")->value ==
          lab::find_fact(session.describe(), "trace_hash")->value);
    CHECK_FALSE(session.set("readers", "101").empty());
}
