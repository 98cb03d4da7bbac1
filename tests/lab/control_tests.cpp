#include "lab/control.hpp"

#include <doctest/doctest.h>

namespace {

lab::Control number(double min, double max, double step) {
    lab::Control control;
    control.id = "n";
    control.kind = lab::Kind::number;
    control.label = text::Line("개수", "Count");
    control.min = min;
    control.max = max;
    control.step = step;
    return control;
}

} // namespace

TEST_SUITE("lab/control") {
    using lab::read_value;

    TEST_CASE("a number is understood the ways people write it, and kept in one canonical form") {
        const lab::Control n = number(1, 1e9, 1);
        for (const char* written :
             {"10000000", "10,000,000", "10_000_000", "1e7", " 10 000 000 ", "+10000000", "1.0e7"}) {
            CAPTURE(written);
            CHECK(read_value(n, written).value == "10000000");
        }
    }

    TEST_CASE("what is no number is refused with a sentence that repeats it") {
        const lab::Control n = number(1, 1e9, 1);
        for (const char* written : {"", "many", "1e", "0x10", "nan", "inf", "1;2", "--1", "1e999"}) {
            CAPTURE(written);
            const lab::Reading reading = read_value(n, written);
            CHECK_FALSE(reading.accepted());
            CHECK(reading.refusal.en.find("Count") != std::string::npos);
            CHECK(reading.refusal.ko.find("개수") != std::string::npos);
        }
        CHECK(read_value(n, "many").refusal.en.find("many") != std::string::npos);
    }

    TEST_CASE("separators part thousands; a list of numbers is not one number") {
        const lab::Control n = number(0, 1e9, 1);
        for (const char* written :
             {"1,2,3,4", "1,,000", ",100", "1,000,", "1 2", "1.5,000", "1,0000", "-,100", "1234,567"}) {
            CAPTURE(written);
            CHECK_FALSE(read_value(n, written).accepted());
        }
    }

    TEST_CASE("a label is quoted in a refusal, so that any label fits into the sentence") {
        lab::Control units = number(1, 8, 1);
        units.label = text::Line("작업 수", "Units");
        CHECK(read_value(units, "9").refusal.en == "“Units” goes from 1 to 8; 9 is outside.");
        CHECK(read_value(units, "9").refusal.ko == "‘작업 수’는 1부터 8까지 고를 수 있습니다. 입력한 값은 9입니다.");
        lab::Control code;
        code.kind = lab::Kind::choice;
        code.label = text::Line("코드를 볼 방법", "Code of");
        code.options = {{"gil", {}}};
        CHECK(read_value(code, "x").refusal.en == "“Code of” has no “x”; choose one of: gil.");
    }

    TEST_CASE("a number outside its range is refused with the range; the ends are inside") {
        const lab::Control n = number(1000, 2000, 1);
        CHECK(read_value(n, "1000").accepted());
        CHECK(read_value(n, "2000").accepted());
        const lab::Reading reading = read_value(n, "2001");
        CHECK_FALSE(reading.accepted());
        CHECK(reading.refusal.en.find("1,000") != std::string::npos);
        CHECK(reading.refusal.en.find("2,000") != std::string::npos);
    }

    TEST_CASE("whole numbers refuse fractions; others keep the shortest form") {
        CHECK_FALSE(read_value(number(0, 10, 1), "2.5").accepted());
        CHECK(read_value(number(0, 10, 0), "2.50").value == "2.5");
        CHECK(read_value(number(0, 10, 0), "0.1").value == "0.1");
    }

    TEST_CASE("a toggle reads the usual words for yes and no, and nothing else") {
        lab::Control toggle;
        toggle.kind = lab::Kind::toggle;
        for (const char* yes : {"true", "1", "on", "yes"}) CHECK(read_value(toggle, yes).value == "true");
        for (const char* no : {"false", "0", "off", "no"}) CHECK(read_value(toggle, no).value == "false");
        CHECK_FALSE(read_value(toggle, "perhaps").accepted());
    }

    TEST_CASE("a choice takes one of its options and names them when it refuses") {
        lab::Control choice;
        choice.kind = lab::Kind::choice;
        choice.options = {
            {"", text::Line::same("–")}, {"half", text::Line::same("Half")}, {"same", text::Line::same("Same")}};
        CHECK(read_value(choice, "half").value == "half");
        CHECK(read_value(choice, "").accepted());
        CHECK(read_value(choice, "twice").refusal.en.find("half, same") != std::string::npos);
    }

    TEST_CASE("a button has no value") {
        CHECK_FALSE(read_value(lab::Control{}, "1").accepted());
    }
}
