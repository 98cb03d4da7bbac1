#include "lab/control.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "text/lab.hpp"
#include "trace/json.hpp"

namespace lab {
namespace {

using text::Line;

std::string_view trimmed(std::string_view written) {
    while (written.starts_with(' ')) written.remove_prefix(1);
    while (written.ends_with(' ')) written.remove_suffix(1);
    return written;
}

/// "10,000,000" → "10000000"; empty where what stands between does not part thousands, as in "1,2,3".
std::string without_separators(std::string_view written) {
    std::string digits;
    bool is_parted = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (std::string_view(",_ '").find(written[i]) == std::string_view::npos) {
            digits += written[i];
            continue;
        }
        const std::size_t end = std::min(written.find_first_of(",_ '.eE", i + 1), written.size());
        const std::size_t first = std::min(digits.find_first_of("0123456789"), digits.size());
        const bool is_group = digits.size() > first && (is_parted || digits.size() - first <= 3) && end - i == 4;
        if (!is_group || digits.find_first_of(".eE") != std::string::npos) return {};
        is_parted = true;
    }
    return digits;
}

/// "10,000,000", "10_000_000" and "1e7" → a double; nothing for anything else.
std::optional<double> parse_number(std::string_view written) {
    const std::string digits = without_separators(trimmed(written));
    // strtod would also take "inf", "nan" and "0x10"; from_chars for double is missing from libc++ 18.
    if (digits.empty() || digits.find_first_not_of("0123456789.eE+-") != std::string::npos) return std::nullopt;
    char* end = nullptr;
    const double number = std::strtod(digits.c_str(), &end);
    if (end != digits.c_str() + digits.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

Reading read_number(const Control& control, std::string_view written) {
    const auto number = parse_number(written);
    if (!number) return {"", text::fill(text::lab::not_a_number, {control.label, Line::same(std::string(written))})};
    if (*number < control.min || *number > control.max)
        return {"",
                text::fill(text::lab::out_of_range, {control.label, shown(control, control.min),
                                                     shown(control, control.max), Line::same(std::string(written))})};
    if (control.step == 1 && *number != std::floor(*number))
        return {"", text::fill(text::lab::not_whole, {control.label, Line::same(std::string(written))})};
    return {control.step == 1 ? std::to_string(std::llround(*number)) : trace::json_number(*number), {}};
}

Reading read_choice(const Control& control, std::string_view written) {
    Line allowed;
    for (const Option& option : control.options) {
        if (option.value == written) return {option.value, {}};
        if (option.value.empty()) continue;
        const std::string comma = allowed.empty() ? "" : ", ";
        allowed = Line(allowed.ko + comma + option.value, allowed.en + comma + option.value);
    }
    if (allowed.empty() && !control.why_not.empty()) return {"", control.why_not};
    return {"", text::fill(text::lab::not_an_option, {control.label, Line::same(std::string(written)), allowed})};
}

Reading read_toggle(const Control& control, std::string_view written) {
    for (const std::string_view yes : {"true", "1", "on", "yes"})
        if (written == yes) return {"true", {}};
    for (const std::string_view no : {"false", "0", "off", "no"})
        if (written == no) return {"false", {}};
    return {"", text::fill(text::lab::not_a_truth, {control.label, Line::same(std::string(written))})};
}

} // namespace

text::Line shown(const Control& control, double number) {
    Line line = control.step >= 1 ? text::grouped(std::llround(number)) : Line::same(trace::json_number(number));
    if (!control.unit.empty()) line = text::fill(text::lab::number_with_unit, {line, control.unit});
    return line;
}

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::button:
        return "button";
    case Kind::toggle:
        return "toggle";
    case Kind::choice:
        return "choice";
    case Kind::number:
        return "number";
    case Kind::text:
        return "text";
    }
    return "";
}

Reading read_value(const Control& control, std::string_view written) {
    switch (control.kind) {
    case Kind::number:
        return read_number(control, written);
    case Kind::choice:
        return read_choice(control, written);
    case Kind::toggle:
        return read_toggle(control, written);
    case Kind::text:
        return {std::string(written), {}};
    case Kind::button:
        break;
    }
    return {"", text::fill(text::lab::button_has_no_value, {control.label})};
}

Control* find(std::vector<Control>& controls, std::string_view id) {
    const auto found = std::ranges::find(controls, id, &Control::id);
    return found == controls.end() ? nullptr : &*found;
}

const Control* find(const std::vector<Control>& controls, std::string_view id) {
    const auto found = std::ranges::find(controls, id, &Control::id);
    return found == controls.end() ? nullptr : &*found;
}

} // namespace lab
