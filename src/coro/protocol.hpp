#pragma once

namespace coro::detail {

/// The rules of Python's generators, one a line, as CPython 3.11 has them; a send_generator obeys them. Another class
/// with some of them false is another protocol: the tests build each wrong one, to know that they would notice it.
struct python_protocol {
    /// send(v) of a value before the first suspension is a TypeError and starts nothing (PEP 342).
    static constexpr bool value_before_start_is_refused = true;
    /// throw_(e) before the first suspension runs nothing of the body (PEP 342).
    static constexpr bool throw_before_start_runs_nothing = true;
    /// throw_(e) after the end raises e (PEP 342).
    static constexpr bool throw_after_end_raises = true;
    /// throw_(GeneratorExit) is an exception like others; only close() swallows it (PEP 342).
    static constexpr bool thrown_exit_is_no_close = true;
    /// A yield in answer to close() is a RuntimeError (PEP 342).
    static constexpr bool ignored_exit_is_an_error = true;
    /// A suspended generator that is dropped is closed (PEP 342; Objects/genobject.c, _PyGen_Finalize).
    static constexpr bool drop_closes = true;
    /// What return hands back reaches the caller (PEP 380).
    static constexpr bool return_value_is_kept = true;
    /// A StopIteration that leaves the body becomes a RuntimeError (PEP 479).
    static constexpr bool stop_iteration_is_wrapped = true;
    /// What is sent, thrown or closed goes to the innermost delegate, and what it returns is the result of the
    /// yield_from (PEP 380).
    static constexpr bool send_is_passed_on = true;
    static constexpr bool throw_is_passed_on = true;
    static constexpr bool close_is_passed_on = true;
    static constexpr bool delegation_has_a_result = true;
};

} // namespace coro::detail
