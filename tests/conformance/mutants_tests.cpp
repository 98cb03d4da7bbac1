// The library with one rule of the protocol wrong, for each rule: the corpus must notice. (The right one passes it:
// corpus_tests.cpp.)

#include <doctest/doctest.h>

#include <algorithm>

#include "conformance/oracle.hpp"
#include "conformance/replay.hpp"
#include "coro/protocol.hpp"

using coro::detail::python_protocol;

namespace {

struct IgnoresValueBeforeStart : python_protocol {
    static constexpr bool value_before_start_is_refused = false;
};
struct RunsBeforeFirstThrow : python_protocol {
    static constexpr bool throw_before_start_runs_nothing = false;
};
struct StopsOnThrowAfterEnd : python_protocol {
    static constexpr bool throw_after_end_raises = false;
};
struct TakesExitForClose : python_protocol {
    static constexpr bool thrown_exit_is_no_close = false;
};
struct ClosesQuietly : python_protocol {
    static constexpr bool ignored_exit_is_an_error = false;
};
struct DropsWithoutClosing : python_protocol {
    static constexpr bool drop_closes = false;
};
struct LosesReturnValue : python_protocol {
    static constexpr bool return_value_is_kept = false;
};
struct LetsStopIterationOut : python_protocol {
    static constexpr bool stop_iteration_is_wrapped = false;
};
struct KeepsSends : python_protocol {
    static constexpr bool send_is_passed_on = false;
};
struct KeepsThrows : python_protocol {
    static constexpr bool throw_is_passed_on = false;
};
struct KeepsCloses : python_protocol {
    static constexpr bool close_is_passed_on = false;
};
struct LosesDelegationResult : python_protocol {
    static constexpr bool delegation_has_a_result = false;
};

template <typename Protocol>
std::ptrdiff_t noticed() {
    using namespace conformance;
    return std::ranges::count_if(public_corpus().cases, [](const Case& one) {
        return one.strict && !std::ranges::equal(Replay<Protocol>(one.program).run(one.script), one.expected,
                                                 [](const Observation& seen, const Observation& expected) {
                                                     return agree(seen, expected, Level::A);
                                                 });
    });
}

} // namespace

// As many as notice the same fault in CPython (tests/oracle/generators/mutants.log), or a few more or less.
TEST_CASE("the corpus notices a wrong rule about starting and ending") {
    CHECK(noticed<IgnoresValueBeforeStart>() >= 5);
    CHECK(noticed<RunsBeforeFirstThrow>() >= 4);
    CHECK(noticed<StopsOnThrowAfterEnd>() >= 50);
    CHECK(noticed<LosesReturnValue>() >= 10);
    CHECK(noticed<LetsStopIterationOut>() >= 15);
}

TEST_CASE("the corpus notices a wrong rule about closing and dropping") {
    CHECK(noticed<TakesExitForClose>() >= 15);
    CHECK(noticed<ClosesQuietly>() >= 15);
    CHECK(noticed<DropsWithoutClosing>() >= 20);
}

TEST_CASE("the corpus notices a wrong rule about delegating") {
    CHECK(noticed<KeepsSends>() >= 15);
    CHECK(noticed<KeepsThrows>() >= 20);
    CHECK(noticed<KeepsCloses>() >= 10);
    CHECK(noticed<LosesDelegationResult>() >= 8);
}
