#include "lab/link.hpp"

#include <doctest/doctest.h>

TEST_SUITE("lab/link") {
    using lab::Pairs;
    using lab::parse_link;
    using lab::write_link;

    TEST_CASE("a link is read into its pairs, in order") {
        CHECK(parse_link("#w=sort&n=1000&lang=ko") == Pairs{{"w", "sort"}, {"n", "1000"}, {"lang", "ko"}});
        CHECK(parse_link("").empty());
        CHECK(parse_link("#").empty());
        CHECK(parse_link("&&a=1&&") == Pairs{{"a", "1"}});
    }

    TEST_CASE("a key without a value is kept, and so is a broken escape") {
        CHECK(parse_link("run&b=") == Pairs{{"run", ""}, {"b", ""}});
        CHECK(parse_link("a=%zz&b=%4") == Pairs{{"a", "%zz"}, {"b", "%4"}});
    }

    TEST_CASE("what is written reads back the same, whatever it holds") {
        const Pairs pairs{{"ops", "next,send:10,send:20"}, {"한글", "값 & 값=100%"}, {"empty", ""}, {"plus", "a+b#c"}};
        const std::string link = write_link(pairs);
        CHECK(parse_link(link) == pairs);
        CHECK(link.find('#') == std::string::npos);
        CHECK(link.find(' ') == std::string::npos);
        CHECK(link.starts_with("ops=next,send:10,send:20&"));
    }
}
