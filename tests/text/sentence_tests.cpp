#include "text/sentence.hpp"

#include <doctest/doctest.h>

#include "text/sort.hpp"

TEST_SUITE("text") {
    using text::fill;
    using text::Line;
    using text::Sentence;

    TEST_CASE("a sentence with both languages compiles, and one with a missing or empty translation does not") {
        CHECK(COMPILES_both_languages == 1);
        CHECK(COMPILES_one_language == 0);
        CHECK(COMPILES_empty_language == 0);
    }

    TEST_CASE("translations that use different placeholders do not compile") {
        CHECK(COMPILES_other_placeholders == 0);
    }

    TEST_CASE("placeholders are filled by number, so that the languages may order them differently") {
        constexpr Sentence sentence{"{1}개 중 {0}개", "{0} of {1}"};
        const Line line = fill(sentence, {Line::same("2"), Line::same("5")});
        CHECK(line.ko == "5개 중 2개");
        CHECK(line.en == "2 of 5");
    }

    TEST_CASE("a word beside a count has the form that fits the count") {
        constexpr Sentence sentence{"코어 {0}개 빔, 스레드 {1}개",
                                    "{0} {0|core is|cores are} free, {1} {1|thread|threads}"};
        CHECK(fill(sentence, {Line::same("1"), Line::same("2")}).en == "1 core is free, 2 threads");
        CHECK(fill(sentence, {Line::same("0"), Line::same("1")}).en == "0 cores are free, 1 thread");
        CHECK(fill(sentence, {Line::same("1.00"), Line::same("11")}).en == "1.00 cores are free, 11 threads");
        CHECK(fill(sentence, {Line::same("1"), Line::same("1")}).ko == "코어 1개 빔, 스레드 1개");
    }

    TEST_CASE("a word beside a count that does not have two forms does not compile") {
        CHECK(COMPILES_broken_plural == 0);
    }

    TEST_CASE("no sentence of the sorting experiment says “1 threads” or the like") {
        const Line one = Line::same("1");
        for (const Sentence& sentence : {text::sort::question_long, text::sort::finished, text::sort::finished_workers,
                                         text::sort::few_cores, text::sort::discarded, text::sort::settings_changed,
                                         text::sort::failed_thread_refused, text::sort::more_spans}) {
            const std::string said = fill(sentence, {one, one, one, one, Line::same("2.00")}).en;
            CAPTURE(said);
            for (const char* wrong : {"1 threads", "1 processes", "1 units", "1 times", "1 measurements", "1 spans"})
                CHECK(said.find(wrong) == std::string::npos);
        }
    }

    TEST_CASE("a part is put in its own language") {
        constexpr Sentence sentence{"결과: {0}", "result: {0}"};
        const Line line = fill(sentence, {Line("예", "yes")});
        CHECK(line.ko == "결과: 예");
        CHECK(line.en == "result: yes");
    }

    TEST_CASE("a placeholder without a part stays, and braces in a part are not filled again") {
        constexpr Sentence sentence{"{0} {1}", "{0} {1}"};
        CHECK(fill(sentence, {Line::same("{1}")}).en == "{1} {1}");
    }

    TEST_CASE("whole numbers are grouped by thousands") {
        CHECK(text::grouped(0).en == "0");
        CHECK(text::grouped(999).en == "999");
        CHECK(text::grouped(1000).en == "1,000");
        CHECK(text::grouped(10'000'000).ko == "10,000,000");
        CHECK(text::grouped(-1234567).en == "-1,234,567");
    }

    TEST_CASE("decimals are rounded to the digits asked for") {
        CHECK(text::fixed(3.49684, 4).en == "3.4968");
        CHECK(text::fixed(0.5, 0).en == "0");
        CHECK(text::fixed(1.25, 1).en == "1.2");
    }
}
