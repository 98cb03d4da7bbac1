#include "trace/json.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <limits>

using namespace trace;

TEST_CASE("quotes, backslashes and control characters are escaped, UTF-8 is kept") {
    CHECK(json_quoted("") == R"("")");
    CHECK(json_quoted(R"(a "b" \c)") == R"("a \"b\" \\c")");
    CHECK(json_quoted("1\n2\t3\r4") == R"("1\n2\t3\r4")");
    CHECK(json_quoted(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
    CHECK(json_quoted("정렬 ×1.97") == "\"정렬 ×1.97\"");
}

TEST_CASE("a number is the shortest text that reads back as the same double") {
    CHECK(json_number(0.1) == "0.1");
    CHECK(json_number(3.4968) == "3.4968");
    CHECK(json_number(2) == "2");
    CHECK(json_number(-0.0) == "-0");
    for (const double value : {1e300, -1e-300, 1.0 / 3, std::numeric_limits<double>::denorm_min(),
                               std::numeric_limits<double>::max(), 123456789.123})
        CHECK(std::strtod(json_number(value).c_str(), nullptr) == value);
}

TEST_CASE("a number JSON does not have becomes null") {
    CHECK(json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(json_number(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("commas come by themselves, at every depth") {
    JsonWriter json;
    json.begin_object()
        .member("widget", "sort")
        .member("n", 10000000)
        .member("minus", -1LL)
        .member("big", std::numeric_limits<std::uint64_t>::max())
        .member("verified", true)
        .member("spread", 0.5)
        .key("empty")
        .begin_array()
        .end_array()
        .key("list")
        .begin_array()
        .value(1)
        .begin_object()
        .end_object()
        .null()
        .value("a")
        .end_array()
        .key("raw")
        .raw(R"({"x":1})")
        .member("text", std::string("끝"))
        .end_object();
    CHECK(json.text() ==
          R"({"widget":"sort","n":10000000,"minus":-1,"big":18446744073709551615,"verified":true,"spread":0.5,)"
          R"("empty":[],"list":[1,{},null,"a"],"raw":{"x":1},"text":"끝"})");
}

TEST_CASE("a key is escaped like any text") {
    JsonWriter json;
    json.begin_object().member("a\"b", false).end_object();
    CHECK(json.take() == R"({"a\"b":false})");
}
