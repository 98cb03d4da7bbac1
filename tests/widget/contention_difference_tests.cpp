#include "widget/contention_difference.hpp"

#include <doctest/doctest.h>

#include "contention_testing.hpp"
#include "lab/session.hpp"

using namespace testing;

namespace {

lab::Registry registry() {
    return {{"contention", text::Line(), [] { return std::make_unique<widget::ContentionWidget>(surroundings()); }}};
}

void finish(lab::Session& session) {
    for (int i = 0; i < 100'000 && session.widget().busy(); ++i) session.poll();
    REQUIRE_FALSE(session.widget().busy());
}

const lab::Table* table(const lab::Description& description) {
    for (const lab::Table& each : description.tables)
        if (each.id == "difference") return &each;
    return nullptr;
}

std::vector<std::vector<text::Line>> rows(const widget::ContentionWidget& contention) {
    const lab::Description description = contention.describe();
    const lab::Table* found = table(description);
    return found == nullptr ? std::vector<std::vector<text::Line>>() : found->rows;
}

const std::string& value(const widget::ContentionWidget& contention, const char* id) {
    return lab::find(contention.controls(), id)->value;
}

} // namespace

TEST_CASE("before the first step nothing differs, and each step shows what it changed") {
    widget::ContentionWidget contention(surroundings());
    CHECK(rows(contention).empty());
    CHECK(fact(contention, "difference").value == "0");
    for (int step = 1; step <= 20; ++step) {
        REQUIRE(contention.press("step").empty());
        CHECK(number(contention, "difference_from") == step - 1);
        REQUIRE_FALSE(rows(contention).empty());
        CHECK(rows(contention).front()[1].en == std::to_string(step - 1));
        CHECK(rows(contention).front()[2].en == std::to_string(step));
        CHECK(number(contention, "difference") == static_cast<double>(rows(contention).size()));
        CHECK_FALSE(fact(contention, "difference").text.ko.empty());
    }
    REQUIRE(contention.press("back").empty());
    CHECK(number(contention, "difference_from") == 18);
}

TEST_CASE("from a marked moment on all changes are shown, also backwards from it") {
    widget::ContentionWidget contention(surroundings());
    for (int i = 0; i < 5; ++i) REQUIRE(contention.press("step").empty());
    REQUIRE(contention.press("mark_here").empty());
    CHECK(value(contention, "mark") == "5");
    CHECK(value(contention, "since") == "mark");
    CHECK(rows(contention).empty());
    CHECK(fact(contention, "difference").text.en == "The two moments are the same.");
    run(contention);
    CHECK(number(contention, "difference_from") == 5);
    CHECK(rows(contention).size() > 5);
    CHECK(fact(contention, "difference").text.en.find("more things change") != std::string::npos);
    REQUIRE(contention.set("moment", "2").empty());
    CHECK(rows(contention).front()[1].en == "5");
    CHECK(rows(contention).front()[2].en == "2");
    REQUIRE(contention.set("since", "step").empty());
    CHECK(number(contention, "difference_from") == 1);
}

TEST_CASE("another scenario begins with the mark at its beginning") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.press("step").empty());
    REQUIRE(contention.press("mark_here").empty());
    REQUIRE(contention.set("threads", "3").empty());
    CHECK(value(contention, "mark") == "0");
    CHECK(value(contention, "moment") == "0");
}

TEST_CASE("a link shows the difference of the very same two moments") {
    for (const char* moments : {"moment=40&mark=12", "moment=12&mark=40", "moment=0&mark=40"}) {
        CAPTURE(moments);
        lab::Session session(registry(), std::string("preset=lock-io&since=mark&") + moments, text::Language::en);
        finish(session);
        CHECK(session.describe().notices.empty());
        const lab::Description before = session.describe();
        REQUIRE(table(before) != nullptr);
        CHECK(session.link().find("mark=") != std::string::npos);
        lab::Session again(registry(), session.link(), text::Language::en);
        finish(again);
        REQUIRE(table(again.describe()) != nullptr);
        CHECK(*table(again.describe()) == *table(before));
        CHECK(again.link() == session.link());
    }
}

TEST_CASE("a mark beyond the end is said to be, and the last step takes its place") {
    lab::Session session(registry(), "preset=lock-io&since=mark&mark=999999999", text::Language::en);
    finish(session);
    const lab::Description description = session.describe();
    REQUIRE_FALSE(description.notices.empty());
    CHECK(description.notices.front().en.find("999,999,999") != std::string::npos);
    CHECK(lab::find_fact(description, "difference_from")->value == lab::find_fact(description, "steps")->value);
    CHECK(lab::find_fact(description, "step")->value == "0");
}

TEST_CASE("places in the code are shown in the language of the code") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("since", "mark").empty());
    run(contention);
    const auto has_semicolon = [&] {
        bool found = false;
        for (const auto& row : rows(contention)) found = found || row[2].en.ends_with(";");
        return found;
    };
    CHECK(has_semicolon());
    REQUIRE(contention.set("code", "python").empty());
    CHECK_FALSE(has_semicolon());
}
