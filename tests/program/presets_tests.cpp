#include "program/presets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "program/line_of.hpp"
#include "program/text_form.hpp"

TEST_SUITE("program/presets") {
    using namespace program;

    std::ptrdiff_t sentences(std::string_view story, std::string_view end) {
        std::ptrdiff_t count = 0;
        for (std::size_t at = story.find(end); at != std::string_view::npos; at = story.find(end, at + 1)) ++count;
        return count;
    }

    TEST_CASE("every preset can be run, stops by itself, and comes back from its text") {
        for (const Preset& preset : presets()) {
            const Scenario scenario = preset.make();
            CHECK_MESSAGE(find_fault(scenario).en == "", preset.id);
            CHECK_MESSAGE((scenario.duration_ns > 0 || !is_endless(scenario)), preset.id);
            const std::string text = write(scenario);
            CHECK_MESSAGE((read(text).scenario == scenario), text);
            CHECK_MESSAGE(text.size() < 1500, preset.id);
        }
    }

    TEST_CASE("every preset has its own id, a title and a story of two sentences in both languages") {
        std::set<std::string_view> ids;
        for (const Preset& preset : presets()) {
            CHECK_MESSAGE(ids.insert(preset.id).second, preset.id);
            CHECK(find_preset(preset.id) == &preset);
            CHECK(preset.make().name == preset.id);
            CHECK_MESSAGE(sentences(preset.story.ko, "다.") == 2, preset.story.ko);
            CHECK_MESSAGE(preset.story.en.ends_with("."), preset.story.en);
        }
        CHECK(find_preset("no-such-preset") == nullptr);
    }

    TEST_CASE("the stories of the sort do the same work, twice each") {
        const auto work = [](const char* id) {
            Nanoseconds sum = 0;
            int sorts = 0;
            for (const Thread& thread : find_preset(id)->make().threads) {
                Nanoseconds own = 0;
                for (const Instruction& instruction : thread.code) {
                    if (instruction.is_one_call) ++sorts;
                    if (instruction.op == Op::compute) own += instruction.time.mean_ns();
                    if (instruction.op == Op::repeat) own *= instruction.value; // only the turns stand before it
                }
                sum += own;
            }
            CHECK(sorts == 2);
            return sum;
        };
        const Nanoseconds alone = work("sort-sequence");
        CHECK(alone == 6'900'000'000);
        for (const char* id : {"sort-ticks", "sort-timed", "sort-free"}) CHECK_MESSAGE(work(id) == alone, id);
        CHECK(work("sort-processes") == alone + 200'000'000); // receiving, in the parent
    }

    TEST_CASE("a story is compared with one that does the same work on one thread, with the same costs") {
        const auto computed = [](const Scenario& scenario) {
            Nanoseconds sum = 0;
            for (const Thread& thread : scenario.threads)
                for (const Instruction& instruction : thread.code)
                    if (instruction.op == Op::compute) sum += instruction.time.mean_ns();
            return sum;
        };
        int compared = 0;
        for (const Preset& preset : presets()) {
            if (preset.sequence.empty()) continue;
            ++compared;
            REQUIRE(find_preset(preset.sequence) != nullptr);
            const Scenario sequence = find_preset(preset.sequence)->make();
            CHECK(sequence.threads.size() == 1);
            CHECK(sequence.costs == preset.make().costs);
            CHECK(sequence.scheduling == preset.make().scheduling);
            if (preset.id.starts_with("count")) CHECK(computed(sequence) == computed(preset.make()));
        }
        CHECK(compared == 6);
    }

    TEST_CASE("the stories of a pair differ only in what the story is about") {
        const auto pair = [](const char* first, const char* second, auto&& make_equal) {
            Scenario a = find_preset(first)->make();
            Scenario b = find_preset(second)->make();
            a.name = b.name = "";
            CHECK_FALSE((a == b));
            make_equal(a);
            make_equal(b);
            CHECK((a == b));
        };
        const auto same_lock = [](Scenario& s) { s.locks[0].kind = LockKind::mcs; };
        const auto same_gil = [](Scenario& s) { s.interpreters[0].gil = GilKind::none; };
        pair("ticket-crowd", "futex-crowd", same_lock);
        pair("rw-readers", "rw-writers", same_lock);
        pair("spin-short", "mutex-short", same_lock);
        pair("spin-long", "mutex-long", same_lock);
        pair("convoy-ticks", "convoy-timed", same_gil);
        pair("convoy-timed", "convoy-free", same_gil);
        pair("sort-ticks", "sort-timed", same_gil);
        pair("count-ticks", "count-timed", same_gil);
    }

    TEST_CASE("every line of a preset is a line of its own or the usual one, and none is longer than the pane") {
        for (const Preset& preset : presets()) {
            const Scenario scenario = preset.make();
            for (std::size_t t = 0; t < scenario.threads.size(); ++t)
                for (std::size_t i = 0; i <= scenario.threads[t].code.size(); ++i)
                    for (const CodeLanguage language : {CodeLanguage::cpp, CodeLanguage::python}) {
                        const std::string line = line_of(scenario, t, i, language);
                        CHECK_MESSAGE((!line.empty() && line.size() <= 60), line);
                    }
        }
    }
}
