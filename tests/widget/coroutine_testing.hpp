#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lab/description.hpp"
#include "widget/coroutine_widget.hpp"

/// The stepper as its tests drive it, by its controls and facts.
namespace coroutine_testing {

inline widget::CoroutineWidget make() {
    return widget::CoroutineWidget({widget::Tier::alone, false, "a test", [] { return std::string("2026-01-01"); }});
}

inline std::string fact(const widget::CoroutineWidget& coroutine, std::string_view id) {
    const lab::Description description = coroutine.describe();
    const lab::Fact* found = lab::find_fact(description, id);
    return found == nullptr ? "(none)" : found->value;
}

inline std::string value(const widget::CoroutineWidget& coroutine, std::string_view id) {
    return lab::find(coroutine.controls(), id)->value;
}

inline bool enabled(const widget::CoroutineWidget& coroutine, std::string_view id) {
    return lab::find(coroutine.controls(), id)->enabled();
}

inline lab::Table table(const lab::Description& description, std::string_view id) {
    const auto found = std::ranges::find(description.tables, id, &lab::Table::id);
    REQUIRE(found != description.tables.end());
    return *found;
}

/// Whether the reader is asked here.
inline bool asked(const widget::CoroutineWidget& coroutine) {
    return enabled(coroutine, "predict") && !lab::find(coroutine.controls(), "predict")->moot;
}

} // namespace coroutine_testing
