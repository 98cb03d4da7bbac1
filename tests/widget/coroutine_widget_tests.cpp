#include "widget/coroutine_widget.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "lab/session.hpp"
#include "widget/coroutine_frame_rows.hpp"

namespace {

widget::CoroutineWidget make() {
    return widget::CoroutineWidget({widget::Tier::alone, false, "a test", [] { return std::string("2026-01-01"); }});
}

std::string fact(const widget::CoroutineWidget& coroutine, std::string_view id) {
    const lab::Description description = coroutine.describe();
    const lab::Fact* found = lab::find_fact(description, id);
    return found == nullptr ? "(none)" : found->value;
}

std::string value(const widget::CoroutineWidget& coroutine, std::string_view id) {
    return lab::find(coroutine.controls(), id)->value;
}

bool enabled(const widget::CoroutineWidget& coroutine, std::string_view id) {
    return lab::find(coroutine.controls(), id)->enabled();
}

lab::Table table(const lab::Description& description, std::string_view id) {
    const auto found = std::ranges::find(description.tables, id, &lab::Table::id);
    REQUIRE(found != description.tables.end());
    return *found;
}

/// Whether the reader is asked here.
bool asked(const widget::CoroutineWidget& coroutine) {
    return enabled(coroutine, "predict") && !lab::find(coroutine.controls(), "predict")->moot;
}

} // namespace

TEST_SUITE("widget/coroutine_widget") {
    TEST_CASE("run goes to the end: the lecture's output as one text and line by line") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,send:10,send:20,send:30,send:40,send:50,send:None").empty());
        CHECK(fact(coroutine, "output") == "");
        REQUIRE(coroutine.press("run").empty());
        CHECK(fact(coroutine, "output.1") == "받은 값: 10, 현재 평균: 10.0");
        CHECK(fact(coroutine, "output.6") == "코루틴 종료.");
        CHECK(fact(coroutine, "output.7") == "코루틴이 종료되었습니다.");
        CHECK(fact(coroutine, "output.8") == "(none)");
        CHECK(fact(coroutine, "state") == "freed");
        CHECK(fact(coroutine, "frame.count") == "0");
        CHECK(std::stoi(fact(coroutine, "frame_bytes")) > 0);
    }

    TEST_CASE("forward, back, step over and the slider walk the same record") {
        auto coroutine = make();
        CHECK_FALSE(coroutine.press("back").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "state") == "suspended");
        const std::string at_yield = fact(coroutine, "step");
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.press("back").empty());
        CHECK(fact(coroutine, "step") == at_yield);
        CHECK(fact(coroutine, "outcome") == "value");
        REQUIRE(coroutine.set("step", "3").empty());
        CHECK(fact(coroutine, "line.cpp") == "2");
        CHECK_FALSE(coroutine.set("step", "100000").empty());
        REQUIRE(coroutine.press("run").empty());
        CHECK_FALSE(enabled(coroutine, "forward"));
    }

    TEST_CASE("another operation after stepping back makes a branch, and both stay") {
        auto coroutine = make();
        const std::string first = value(coroutine, "ops");
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("value", "60").empty());
        REQUIRE(coroutine.press("op_send").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60");
        CHECK(fact(coroutine, "branches") == "2");
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "output.2") == "받은 값: 60, 현재 평균: 35.0");
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60,next");
        CHECK(fact(coroutine, "branches") == "2"); // the same branch, longer
        CHECK(fact(coroutine, "branch") == "2");
        REQUIRE(coroutine.set("branch", "1").empty());
        CHECK(value(coroutine, "ops") == first);
        CHECK(fact(coroutine, "branch") == "1");
        const lab::Table branches = table(coroutine.describe(), "branches");
        REQUIRE(branches.rows.size() == 2);
        CHECK(branches.rows[1][1].en == "next,send:10,send:60,next");
        REQUIRE(coroutine.set("branch", "2").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60,next");
    }

    TEST_CASE("stepping over stops wherever a coroutine is suspended or over, also between two coroutines") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "turns").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "flight") == "'철수'");
        CHECK(fact(coroutine, "flight.way") == "up");
        CHECK(fact(coroutine, "flight.along") == "take_turns,speaker");
        CHECK(fact(coroutine, "outcome") == "(none)");
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "value");
        CHECK(fact(coroutine, "flight.along") == "caller,take_turns");
        int stops = 2;
        while (enabled(coroutine, "step_over")) {
            REQUIRE(coroutine.press("step_over").empty());
            ++stops;
        }
        CHECK(coroutine.step_number() + 1 == static_cast<int>(coroutine.run().steps().size()));
        CHECK(stops == std::ranges::count_if(coroutine.run().steps(), &lesson::Step::is_suspension));
    }

    TEST_CASE("the value in flight stands beside every coroutine that it passes") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "pipeline").empty());
        REQUIRE(coroutine.set("step", std::to_string(coroutine.run().call_of(1))).empty());
        CHECK(fact(coroutine, "flight") == "100");
        CHECK(fact(coroutine, "flight.way") == "down");
        CHECK(fact(coroutine, "flight.along") == "caller,total,both,numbers");
        const lab::Table coroutines = table(coroutine.describe(), "coroutines");
        REQUIRE(coroutines.rows.size() == 3);
        for (const auto& row : coroutines.rows) CHECK(row[4].en == "↓ 100");
        REQUIRE(coroutines.columns[6].en == "Address");
        for (std::size_t i = 0; i < coroutines.rows.size(); ++i)
            CHECK(coroutines.rows[i][6].en == widget::hex_address(coroutine.step().coroutines[i].frame.address));
        CHECK(fact(coroutine, "frame.address") == coroutines.rows[2][6].en); // the innermost ran last
    }

    TEST_CASE("a script from a link takes the place of the one that nobody has seen") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,send:10").empty());
        CHECK(fact(coroutine, "branches") == "1");
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("ops", "next,close").empty());
        CHECK(fact(coroutine, "branches") == "2"); // the first was stepped through
    }

    TEST_CASE("close, throw and drop are done to the coroutine; after a drop nothing more can be") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("op_throw").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "error");
        REQUIRE(coroutine.press("op_close").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "none");
        REQUIRE(coroutine.press("op_drop").empty());
        CHECK_FALSE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,throw:ValueError,close,drop");
    }

    TEST_CASE("an ending is chosen by its name and fills in the operations, which tell what the ending is") {
        auto coroutine = make();
        CHECK(value(coroutine, "ending") == "exit");
        REQUIRE(coroutine.set("ending", "again").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:20,send:30,send:40,send:50,send:None,next,next,send:60");
        CHECK(fact(coroutine, "step") == "0");
        CHECK(fact(coroutine, "branches") == "1");
        REQUIRE(coroutine.press("run").empty());
        CHECK(fact(coroutine, "output.6") == "코루틴 종료.");
        CHECK(fact(coroutine, "output.7") == "(none)");
        REQUIRE(coroutine.set("ops", "next").empty());
        CHECK(value(coroutine, "ending") == "");
        REQUIRE(coroutine.set("ending", "").empty());
        CHECK(value(coroutine, "ops") == "next");
        CHECK_FALSE(coroutine.set("ending", "explode").empty());
        REQUIRE(coroutine.set("lesson", "pipeline").empty());
        CHECK_FALSE(enabled(coroutine, "ending"));
        REQUIRE(coroutine.set("lesson", "numbers").empty());
        CHECK(value(coroutine, "ending") == "loop");
    }

    TEST_CASE("a generator is closed and sent None, but not sent a value") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "numbers").empty());
        CHECK_FALSE(enabled(coroutine, "op_send"));
        CHECK_FALSE(enabled(coroutine, "op_throw"));
        REQUIRE(coroutine.set("value", "None").empty());
        CHECK(enabled(coroutine, "op_send"));
        REQUIRE(coroutine.set("ops", "next,send:None,close").empty());
        CHECK_FALSE(coroutine.set("ops", "next,throw:ValueError").empty());
    }

    TEST_CASE("a script that makes no sense, or that this lesson cannot do, is refused and changes nothing") {
        auto coroutine = make();
        const std::string before = value(coroutine, "ops");
        CHECK_FALSE(coroutine.set("ops", "next,jump").empty());
        CHECK(value(coroutine, "ops") == before);
        REQUIRE(coroutine.set("lesson", "fibonacci").empty());
        CHECK_FALSE(coroutine.set("ops", "next,send:1").empty());
        CHECK_FALSE(enabled(coroutine, "op_send"));
        std::string long_script = "next";
        for (int i = 0; i < 30; ++i) long_script += ",next";
        CHECK_FALSE(coroutine.set("ops", long_script).empty());
    }

    TEST_CASE("a prediction is asked where an operation begins that hands something back, and judged at its outcome") {
        auto coroutine = make();
        CHECK(fact(coroutine, "predictions.steps").starts_with("1,9,"));
        CHECK_FALSE(asked(coroutine));
        REQUIRE(coroutine.press("forward").empty());
        CHECK(asked(coroutine));
        CHECK(coroutine.describe().sentence.en.ends_with("Say first what will come back."));
        REQUIRE(coroutine.set("predict", "value").empty());
        CHECK_FALSE(coroutine.describe().sentence.en.ends_with("Say first what will come back."));
        CHECK(fact(coroutine, "prediction") == "(none)");
        REQUIRE(coroutine.press("forward").empty());
        CHECK_FALSE(asked(coroutine)); // only at the marked step
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "prediction") == "right");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(asked(coroutine));
        CHECK(value(coroutine, "predict") == "");
        REQUIRE(coroutine.set("predict", "error").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "prediction") == "wrong");
        CHECK(fact(coroutine, "predictions.right") == "1");
        CHECK(fact(coroutine, "predictions.wrong") == "1");
        const lab::Table history = table(coroutine.describe(), "history");
        CHECK(history.rows[0][1].en == "A value · as predicted");
        CHECK(history.rows[1][1].en == "An error · not as predicted");
        CHECK(history.rows[2][1].en == "?");
        CHECK(history.rows[2][2].en == "not yet");
    }

    TEST_CASE(
        "where it is asked what comes back, the sentence tells the call only; the reason comes with the outcome") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "mistakes").empty());
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(asked(coroutine));
        CHECK(coroutine.describe().sentence.en == "`coro.send('hello')` is called. Say first what will come back.");
        CHECK(coroutine.describe().sentence.ko ==
              "`coro.send('hello')`를 호출합니다. 무엇이 돌아올지 먼저 예측해 보십시오.");
        CHECK(fact(coroutine, "step_sentence") == "`coro.send('hello')` is called.");
        REQUIRE(coroutine.set("predict", "value").empty());
        CHECK(coroutine.describe().sentence.en == "`coro.send('hello')` is called."); // may still be said differently
        REQUIRE(coroutine.press("forward").empty());
        CHECK(coroutine.describe().sentence.en ==
              "`coro.send('hello')`: it does not wait at a yield yet, so nothing can take the value; next() must come "
              "first. The caller gets TypeError: can't send non-None value to a just-started generator "
              "(not as predicted)");
        REQUIRE(coroutine.press("back").empty());
        CHECK(coroutine.describe().sentence.en.starts_with("`coro.send('hello')`: it does not wait at a yield"));
    }

    TEST_CASE("a call on one that is over is told as any other until its outcome is seen") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "mistakes").empty());
        const int call = coroutine.run().call_of(5);
        REQUIRE(coroutine.set("step", std::to_string(call)).empty());
        CHECK(fact(coroutine, "step_sentence") == "`next(coro)` is called.");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") ==
              "`next(coro)`: the coroutine is over; there is nothing to resume. The caller gets StopIteration.");
    }

    TEST_CASE("the first step behind a call that started the coroutine says so, as the call itself did not") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") == "`next(coro)` is called.");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") ==
              "`next(coro)` starts the coroutine: its body runs from the first line. coroutine_processor: line 1 runs "
              "next.");
    }

    TEST_CASE("whoever has seen the outcome can say nothing any more; what was said stays") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "stop").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("step", "1").empty());
        CHECK_FALSE(asked(coroutine));
        CHECK_FALSE(coroutine.set("predict", "value").empty());
        CHECK(value(coroutine, "predict") == "stop");
        CHECK(fact(coroutine, "predictions.wrong") == "1");
        auto other = make();
        REQUIRE(other.press("run").empty());
        REQUIRE(other.set("step", "1").empty());
        CHECK_FALSE(asked(other));
    }

    TEST_CASE("close and drop hand back nothing that could be foretold") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,close").empty());
        CHECK(fact(coroutine, "predictions.steps") == "1");
        REQUIRE(coroutine.set("step", std::to_string(coroutine.run().call_of(1))).empty());
        CHECK_FALSE(asked(coroutine));
    }

    TEST_CASE("a branch takes along what was foretold before it, and the old branch keeps its own") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "value").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "error").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("step", "3").empty());
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,next");
        CHECK(fact(coroutine, "predictions.right") == "1");
        CHECK(fact(coroutine, "predictions.wrong") == "0");
        CHECK(asked(coroutine));
        REQUIRE(coroutine.set("branch", "1").empty());
        CHECK(fact(coroutine, "predictions.wrong") == "1");
    }

    TEST_CASE("lesson, script and step are in the link, and a link opens them again") {
        const auto registry = [] {
            return lab::Registry{{"coroutine", text::Line::same("c"),
                                  [] { return std::make_unique<widget::CoroutineWidget>(widget::Surroundings{}); }}};
        };
        lab::Session session(registry(), "w=coroutine&lesson=pipeline&ops=next,send:7&step=5", text::Language::en);
        CHECK(session.describe().notices.empty());
        CHECK(session.link() == "w=coroutine&lesson=pipeline&ops=next,send:7&step=5");
        lab::Session again(registry(), session.link(), text::Language::en);
        CHECK(again.describe().sentence == session.describe().sentence);
        lab::Session bad(registry(), "w=coroutine&ops=fly&step=99999", text::Language::en);
        CHECK(bad.describe().notices.size() == 2);
    }

    TEST_CASE(
        "the open frame is told as a table: address, size, and every byte once with its field, value and change") {
        auto coroutine = make();
        REQUIRE(coroutine.set("step", std::to_string(coroutine.run().outcome_of(2))).empty());
        const lesson::Coroutine& open = *coroutine.open_coroutine();
        const auto total = std::ranges::find(open.locals, "total", &lesson::Local::name);
        REQUIRE(total != open.locals.end());
        const lab::Table frame = table(coroutine.describe(), "frame");
        CHECK(frame.caption.en.find(fact(coroutine, "frame.address")) != std::string::npos);
        CHECK(frame.caption.en.find(std::to_string(open.frame_size) + " bytes") != std::string::npos);
        CHECK(fact(coroutine, "frame.bytes") == std::to_string(open.frame_size));
        std::string all;
        int changed = 0;
        bool has_total = false;
        for (const auto& row : frame.rows) {
            CHECK(row[0].en == std::to_string((all.size() + 1) / 3));
            all += (all.empty() ? "" : " ") + row[1].en;
            changed += row[4].en == "–" ? 0 : std::stoi(row[4].en);
            has_total = has_total || (row[2].en == "local total" && row[3].en == total->value);
        }
        CHECK(all == widget::hex_of(open.frame, 0, open.frame.bytes.size()));
        CHECK(all.size() + 1 == 3 * open.frame_size);
        CHECK(has_total);
        CHECK(changed > 0);
        CHECK(fact(coroutine, "frame.changed") == std::to_string(changed));
        REQUIRE(coroutine.set("frame", "0").empty());
        CHECK(coroutine.open_coroutine()->id == 0);
    }

    TEST_CASE("after completion the frame's table says that it is freed, and where it was") {
        auto coroutine = make();
        const std::string address = fact(coroutine, "frame.address");
        REQUIRE(coroutine.press("run").empty());
        const lab::Table frame = table(coroutine.describe(), "frame");
        CHECK(frame.caption.en.find("freed") != std::string::npos);
        CHECK(frame.caption.ko.find("해제됨") != std::string::npos);
        CHECK(frame.rows.size() == 1);
        CHECK(fact(coroutine, "frame.state") == "freed");
        CHECK(fact(coroutine, "frame.address").starts_with("0x"));
        CHECK(address.starts_with("0x"));
    }

    TEST_CASE("what of the frame depends on the compiler is told as a fact, with the compiler's name") {
        auto coroutine = make();
        const lab::Description description = coroutine.describe();
        const lab::Fact* const told = lab::find_fact(description, "frame.compiler");
        REQUIRE(told != nullptr);
        CHECK((told->value.starts_with("GCC ") || told->value.starts_with("Clang ")));
        CHECK(told->value.ends_with(sizeof(void*) == 8 ? "64 bits" : "32 bits"));
        CHECK(told->text.en.find("differ between compilers (here " + told->value + ")") != std::string::npos);
        CHECK(told->text.en.find("ABI") != std::string::npos);
        CHECK(told->text.ko.find("컴파일러마다 다릅니다(여기서는 " + told->value + ")") != std::string::npos);
    }

    TEST_CASE("exports hold every step, and every byte of every frame with what it is") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "pipeline").empty());
        REQUIRE(coroutine.press("export_csv").empty());
        const auto csv = coroutine.take_file();
        REQUIRE(csv);
        const auto lines = std::count(csv->content.begin(), csv->content.end(), '\n');
        CHECK(lines > static_cast<long>(coroutine.run().steps().size()));
        CHECK(csv->content.find("\"100\",down,\"total both numbers\"") != std::string::npos);
        REQUIRE(coroutine.press("export_json").empty());
        const std::string json = coroutine.take_file()->content;
        for (const char* part : {"\"address\":\"0x", "\"field\":\"resume\"", "\"field\":\"promise\"",
                                 "\"name\":\"sum\"", "\"freed\":true", "\"way\":\"down\"", "\"along\":[0,1,2]"}) {
            CAPTURE(part);
            CHECK(json.find(part) != std::string::npos);
        }
    }
}
