#include "view/time_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace view {
namespace {

struct Unit {
    const char* name;
    int power; ///< of ten, in nanoseconds
};
constexpr std::array<Unit, 4> units = {{{"s", 9}, {"ms", 6}, {"µs", 3}, {"ns", 0}}};

double power_of_ten(int power) {
    double value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
}

/// The largest unit of which there is at least one.
const Unit& unit_for(double time_ns) {
    for (const Unit& unit : units)
        if (time_ns >= power_of_ten(unit.power)) return unit;
    return units.back();
}

std::string in_unit(double time_ns, const Unit& unit, int decimals) {
    std::array<char, 48> buffer;
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%.*f %s", decimals, time_ns / power_of_ten(unit.power), unit.name);
    return std::string(buffer.data(), static_cast<std::size_t>(std::max(0, length)));
}

/// Digits after the point that tell two neighbouring steps apart.
int decimals_for(double step_ns, const Unit& unit) {
    int decimals = unit.power;
    while (decimals > 0 && power_of_ten(unit.power - decimals + 1) <= step_ns) --decimals;
    return decimals;
}

} // namespace

double tick_step_ns(double ns_per_pixel, float gap_px) {
    const double least_ns = ns_per_pixel * static_cast<double>(gap_px);
    for (double decade_ns = 1;; decade_ns *= 10)
        for (const double times : {1.0, 2.0, 5.0})
            if (decade_ns * times >= least_ns) return decade_ns * times;
}

std::vector<Tick> axis_ticks(const TimelineWindow& window, float width, float gap_px) {
    std::vector<Tick> ticks;
    if (!(width > 0) || !(gap_px > 0)) return ticks;
    const double step_ns = tick_step_ns(window.ns_per_pixel(width), gap_px);
    const Unit& unit = unit_for(window.end_ns());
    const int decimals = decimals_for(step_ns, unit);
    const double first = std::ceil(window.start_ns() / step_ns);
    for (double i = first; i * step_ns <= window.end_ns(); ++i) {
        const double time_ns = i * step_ns;
        ticks.push_back({time_ns, window.x_of(time_ns, width), i > 0 ? in_unit(time_ns, unit, decimals) : "0"});
    }
    return ticks;
}

std::string instant_text(double time_ns, double step_ns) {
    const Unit& unit = unit_for(time_ns);
    return in_unit(time_ns, unit, decimals_for(step_ns, unit));
}

std::string length_text(double length_ns) {
    // Rounded first, so that 999.6 µs becomes 1.00 ms and not 1000 µs.
    const double rounded_ns = length_ns < 1 ? 0 : [&] {
        const double last_digit = std::pow(10, std::floor(std::log10(length_ns)) - 2);
        return std::round(length_ns / last_digit) * last_digit;
    }();
    const Unit& unit = unit_for(rounded_ns);
    if (unit.power == 0) return in_unit(std::round(length_ns), unit, 0);
    const double value = rounded_ns / power_of_ten(unit.power);
    return in_unit(rounded_ns, unit, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2);
}

} // namespace view
