#include "widget/coroutine_widget.hpp"

#include <doctest/doctest.h>

#include <istream>
#include <memory>
#include <sstream>
#include <streambuf>
#include <string>

#include "widget/coroutine_testing.hpp"

using namespace coroutine_testing;

namespace {

/// Gives no letter, and is not at its end.
class Unreadable final : public std::istream {
public:
    Unreadable() : std::istream(nullptr) { rdbuf(&letters_); }

private:
    class Letters final : public std::streambuf {
        int_type underflow() override { throw std::ios_base::failure("gone"); }
        pos_type seekoff(off_type, std::ios::seekdir from, std::ios::openmode) override {
            return from == std::ios::end ? 1000 : 0;
        }
    };
    Letters letters_;
};

widget::CoroutineWidget make_reading(bool in_page) {
    widget::Surroundings surroundings;
    surroundings.open_file = [](const std::string& name) -> std::unique_ptr<std::istream> {
        if (name == "two.txt") return std::make_unique<std::istringstream>("one\ntwo\n");
        if (name == "gone.txt") return std::make_unique<Unreadable>();
        return nullptr;
    };
    if (in_page) surroundings.pick_file = [] {};
    widget::CoroutineWidget coroutine(surroundings);
    REQUIRE(coroutine.set("lesson", "reading").empty());
    return coroutine;
}

void read(widget::CoroutineWidget& coroutine) {
    REQUIRE(coroutine.press("run").empty());
    while (coroutine.busy()) coroutine.poll();
}

} // namespace

TEST_SUITE("widget/coroutine_reading") {
    TEST_CASE("the reader's own file is read in both ways, and the sentence says what each held") {
        auto coroutine = make_reading(false);
        REQUIRE(coroutine.set("file", "two.txt").empty());
        read(coroutine);
        CHECK(fact(coroutine, "lines") == "2");
        CHECK(fact(coroutine, "file_bytes") == "8");
        CHECK(coroutine.describe().sentence.en.starts_with("To read 8 B, the generator held at most "));
        CHECK_FALSE(coroutine.failed());
    }

    TEST_CASE(
        "the meter says what it counts, and of the reader's own file what it cannot: a cache, the page's strings") {
        auto desktop = make_reading(false);
        auto page = make_reading(true);
        const auto counted = [](const widget::CoroutineWidget& coroutine) {
            const lab::Description description = coroutine.describe();
            const lab::Fact* const told = lab::find_fact(description, "memory_not_counted");
            REQUIRE(told != nullptr);
            return *told;
        };
        for (widget::CoroutineWidget* each : {&desktop, &page}) {
            CHECK(counted(*each).value == "none");
            CHECK(counted(*each).text.en.starts_with("Counted, at every allocation and release"));
            REQUIRE(each->set("file", "two.txt").empty());
        }
        CHECK(counted(desktop).value == "system_cache");
        CHECK(counted(desktop).text.en.ends_with("Not counted: the operating system's cache of the file."));
        CHECK(counted(page).value == "browser_strings");
        CHECK(counted(page).text.en.find("the strings by which the browser hands the file over") != std::string::npos);
        CHECK(counted(page).text.ko.find("브라우저가 파일을 한 조각씩 건네며 만드는 문자열") != std::string::npos);
        REQUIRE(page.set("lesson", "numbers").empty());
        CHECK(fact(page, "memory_not_counted") == "(none)");
    }

    TEST_CASE("a file that stops being readable is a failure with a sentence, and no figures") {
        auto coroutine = make_reading(true);
        REQUIRE(coroutine.set("file", "gone.txt").empty());
        read(coroutine);
        CHECK(coroutine.failed());
        const lab::Description description = coroutine.describe();
        CHECK(description.sentence.en.starts_with("“gone.txt” could not be read to its end"));
        CHECK(description.sentence.ko.starts_with("‘gone.txt’ 파일을 끝까지 읽지 못했습니다."));
        REQUIRE(description.notices.size() == 1);
        CHECK(description.notices.front() == description.sentence);
        CHECK(lab::find_fact(description, "lines") == nullptr);
        REQUIRE(coroutine.set("file", "two.txt").empty());
        CHECK(coroutine.describe().sentence == description.sentence); // the other was not read yet
        read(coroutine);
        CHECK_FALSE(coroutine.failed());
    }
}
