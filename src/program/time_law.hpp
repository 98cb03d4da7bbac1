#pragma once

#include <cstdint>

#include "trace/trace.hpp"

namespace program {

using trace::Nanoseconds;

/// How long something takes, drawn anew each time it happens. All times are virtual or calibrated nanoseconds, 0 or
/// more.
struct TimeLaw {
    enum class Kind : std::uint8_t {
        constant,    ///< always a_ns
        exponential, ///< mean a_ns
        uniform,     ///< a_ns to b_ns, both included
    };
    Kind kind = Kind::constant;
    Nanoseconds a_ns = 0;
    Nanoseconds b_ns = 0;

    static constexpr TimeLaw constant(Nanoseconds ns) { return {Kind::constant, ns, 0}; }
    static constexpr TimeLaw exponential(Nanoseconds mean_ns) { return {Kind::exponential, mean_ns, 0}; }
    static constexpr TimeLaw uniform(Nanoseconds least_ns, Nanoseconds most_ns) {
        return {Kind::uniform, least_ns, most_ns};
    }

    constexpr Nanoseconds mean_ns() const { return kind == Kind::uniform ? (a_ns + b_ns) / 2 : a_ns; }
    bool operator==(const TimeLaw&) const = default;
};

} // namespace program
