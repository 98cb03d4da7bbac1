#pragma once

#include <string>

#include "program/time_law.hpp"
#include "text/sentence.hpp"

namespace program {

/// A time in the largest unit in which it is a whole number: 5'000'000 ns is 5 ms, 1'500 ns is 1500 ns.
struct Duration {
    enum class Unit : std::uint8_t { ns, us, ms, s };
    std::int64_t number = 0;
    Unit unit = Unit::ns; ///< of 0, too
    bool operator==(const Duration&) const = default;
};

Duration duration_of(Nanoseconds ns);

/// "5 ms", "평균 1 µs(지수 분포)".
text::Line shown(Nanoseconds ns);
text::Line shown(const TimeLaw& time);

} // namespace program
