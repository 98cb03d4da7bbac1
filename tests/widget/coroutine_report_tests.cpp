#include "widget/coroutine_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_testing.hpp"

using namespace coroutine_testing;

TEST_SUITE("widget/coroutine_report") {
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

    TEST_CASE("an error that nobody can catch is told in the sentence, as a fact and in the exports") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "mistakes").empty());
        REQUIRE(coroutine.set("ops", "next,drop").empty());
        REQUIRE(coroutine.press("run").empty());
        const std::string ignored = "Exception ignored: RuntimeError: generator ignored GeneratorExit";
        CHECK(fact(coroutine, "output.errors") == ignored + "\n");
        CHECK(coroutine.describe().sentence.en.find(ignored) != std::string::npos);
        CHECK(coroutine.describe().sentence.ko.find(ignored) != std::string::npos);
        REQUIRE(coroutine.press("back").empty());
        CHECK(fact(coroutine, "output.errors") == "(none)");
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

    TEST_CASE("where an operation hands nothing back, that is said in a word, in the history, too") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,close").empty());
        REQUIRE(coroutine.set("step", std::to_string(coroutine.run().outcome_of(1))).empty());
        const lab::Description description = coroutine.describe();
        CHECK(lab::find_fact(description, "outcome")->text.ko == "없음");
        CHECK(table(description, "history").rows[1][2].en == "nothing");
    }
}
