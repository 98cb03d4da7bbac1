#include "widget/contention_code.hpp"

#include <doctest/doctest.h>

#include "program/builder.hpp"
#include "program/presets.hpp"

using program::CodeLanguage;
using widget::scenario_code;

namespace {

std::string joined(const std::vector<widget::ScenarioLine>& lines) {
    std::string all;
    for (const widget::ScenarioLine& line : lines) all += line.text + "\n";
    return all;
}

program::Scenario nested() {
    program::Builder b("nested");
    const auto m = b.lock("m");
    b.thread("T").loop(2, [&](program::CodeBuilder& outer) {
        outer.compute(10).loop(3, [&](program::CodeBuilder& inner) { inner.lock(m).compute(5).unlock(m); });
    });
    return b.build();
}

} // namespace

TEST_CASE("loops are opened where they begin and indented, in C++ and in Python") {
    const program::Scenario scenario = nested();
    CHECK(joined(widget::scenario_code(scenario, 0, -1, CodeLanguage::cpp)) ==
          "do {\n  work(10ns);\n  do {\n    m.lock();\n    work(5ns);\n    m.unlock();\n  } while (++i < 3);\n} while "
          "(++i < 2);\n");
    CHECK(joined(widget::scenario_code(scenario, 0, -1, CodeLanguage::python)) ==
          "for i in range(2):\n  work(10 * ns)\n  for i in range(3):\n    m.acquire()\n    work(5 * ns)\n    "
          "m.release()\n");
}

TEST_CASE("exactly one line is lit for each instruction of every story, also behind the last one") {
    for (const program::Preset& preset : program::presets()) {
        const program::Scenario scenario = preset.make();
        for (std::size_t t = 0; t < scenario.threads.size(); ++t)
            for (int i = 0; i <= static_cast<int>(scenario.threads[t].code.size()); ++i)
                for (const CodeLanguage language : {CodeLanguage::cpp, CodeLanguage::python}) {
                    int lit = 0;
                    for (const widget::ScenarioLine& line : widget::scenario_code(scenario, t, i, language))
                        lit += line.is_lit ? 1 : 0;
                    CAPTURE(preset.id);
                    CAPTURE(i);
                    CHECK(lit == 1);
                }
    }
}

TEST_CASE("a computation with a lock held is marked as a critical section") {
    const auto lines = widget::scenario_code(nested(), 0, -1, CodeLanguage::cpp);
    CHECK(lines[1].state == trace::State::running);
    CHECK(lines[4].state == trace::State::section);
}
