#include "program/duration.hpp"

#include <array>

#include "text/program.hpp"

namespace program {

namespace t = text::program;

Duration duration_of(Nanoseconds ns) {
    Duration out{ns, Duration::Unit::ns};
    if (ns == 0) return out;
    for (const Duration::Unit unit : {Duration::Unit::us, Duration::Unit::ms, Duration::Unit::s}) {
        if (out.number % 1000 != 0) break;
        out = {out.number / 1000, unit};
    }
    return out;
}

text::Line shown(Nanoseconds ns) {
    static constexpr std::array units = {t::nanoseconds, t::microseconds, t::milliseconds, t::seconds};
    const Duration duration = duration_of(ns);
    return text::fill(units.at(static_cast<std::size_t>(duration.unit)), {text::grouped(duration.number)});
}

text::Line shown(const TimeLaw& time) {
    switch (time.kind) {
    case TimeLaw::Kind::exponential:
        return text::fill(t::exponential, {shown(time.a_ns)});
    case TimeLaw::Kind::uniform:
        return text::fill(t::uniform, {shown(time.a_ns), shown(time.b_ns)});
    case TimeLaw::Kind::constant:
        break;
    }
    return shown(time.a_ns);
}

} // namespace program
