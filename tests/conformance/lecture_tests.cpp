// The lecture's two programs on the library: their output is what CPython printed, in all eight endings.

#include <doctest/doctest.h>

#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "conformance/oracle.hpp"
#include "coro/generator.hpp"
#include "coro/send_generator.hpp"

namespace {

/// What Python's print() of a float shows.
std::string python_float(double number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    std::string shown(digits, end);
    return shown.find('.') == std::string::npos ? shown + ".0" : shown;
}

coro::generator<int> gen_numbers(int n) {
    for (int i = 1; i <= n; ++i) co_yield i;
}

using Processor = coro::send_generator<void, int>;

Processor coroutine_processor(std::string& out) {
    int total = 0;
    int count = 0;
    try {
        while (true) {
            const std::optional<int> data = co_yield {};
            if (!data) {
                out += "코루틴 종료.\n";
                co_yield {};
                break;
            }
            total += *data;
            ++count;
            out += "받은 값: " + std::to_string(*data) + ", 현재 평균: " + python_float(1.0 * total / count) + "\n";
        }
    } catch (const coro::generator_exit&) {
        out += "코루틴이 종료되었습니다.\n";
    }
}

/// The lecture's main program up to its last line; the caller decides what becomes of the coroutine.
std::unique_ptr<Processor> averaged(std::string& out, bool with_end_signal = true) {
    auto coro = std::make_unique<Processor>(coroutine_processor(out));
    (void)coro->next();
    for (const int value : {10, 20, 30, 40, 50}) (void)coro->send(value);
    if (with_end_signal) (void)coro->send(std::nullopt);
    return coro;
}

std::string printed_by_python(const std::string& name) {
    static const auto examples = nlohmann::json::parse(oracle_file("lecture_examples.json"));
    REQUIRE(examples.size() == 8);
    return examples.at(name).at("stdout").get<std::string>();
}

} // namespace

TEST_CASE("gen_numbers(5) prints what the lecture's prints") {
    std::string out;
    for (const int x : gen_numbers(5)) out += std::to_string(x) + "\n";
    CHECK(out == printed_by_python("gen_numbers(5)"));
}

TEST_CASE("the running average prints the lecture's lines, and at the drop that it was closed") {
    std::string out;
    averaged(out).reset();
    CHECK(out == printed_by_python("coroutine_processor, script ends after send(None)"));
    CHECK(out.ends_with("현재 평균: 30.0\n코루틴 종료.\n코루틴이 종료되었습니다.\n"));
}

TEST_CASE("what is printed before the script ends comes before the drop") {
    std::string out;
    auto coro = averaged(out);
    out += "END\n";
    coro.reset();
    CHECK(out == printed_by_python("coroutine_processor, then print(END) before the script ends"));
}

TEST_CASE("del, close() and the end of a function close it at once") {
    std::string dropped;
    averaged(dropped).reset();
    dropped += "END\n";
    CHECK(dropped == printed_by_python("coroutine_processor, then del coro, then print(END)"));

    std::string closed;
    auto coro = averaged(closed);
    CHECK(coro->close().ok());
    closed += "END\n";
    coro.reset();
    CHECK(closed == printed_by_python("coroutine_processor, then coro.close(), then print(END)"));

    std::string returned;
    {
        const auto local = averaged(returned);
    }
    returned += "END\n";
    CHECK(returned == printed_by_python("coroutine_processor inside a function that returns"));
}

TEST_CASE("next() after the end signal is StopIteration with None") {
    std::string out;
    auto coro = averaged(out);
    auto came = coro->next();
    REQUIRE(came.is_returned());
    out += "StopIteration None\nEND\n";
    coro.reset();
    CHECK(out == printed_by_python("coroutine_processor, then next(coro) (StopIteration), then print(END)"));
}

TEST_CASE("without the end signal only the drop speaks") {
    std::string out;
    averaged(out, false).reset();
    out += "END\n";
    CHECK(out == printed_by_python("coroutine_processor without send(None), then del coro"));
}
