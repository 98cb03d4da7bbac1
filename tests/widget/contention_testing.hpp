#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "program/scenario.hpp"
#include "sim/history.hpp"
#include "widget/contention_widget.hpp"
#include "widget/diagnosis.hpp"

/// What tests of the contention experiment share.
namespace testing {

inline widget::Surroundings surroundings() {
    return {widget::Tier::native, false, "a test", [] { return std::string("2026-01-01T00:00:00Z"); }};
}

/// Lets it finish what it has begun.
inline void finish(widget::ContentionWidget& contention) {
    for (int i = 0; i < 100'000 && contention.busy(); ++i) contention.poll();
    REQUIRE_FALSE(contention.busy());
}

inline void run(widget::ContentionWidget& contention) {
    REQUIRE(contention.press("run").empty());
    finish(contention);
}

inline lab::Fact fact(const widget::ContentionWidget& contention, std::string_view id) {
    const lab::Description description = contention.describe();
    const lab::Fact* found = lab::find_fact(description, id);
    return found == nullptr ? lab::Fact{} : *found;
}

inline double number(const widget::ContentionWidget& contention, std::string_view id) {
    const std::string value = fact(contention, id).value;
    return value.empty() ? -1 : std::stod(value);
}

/// The whole run of a scenario, and what is said of it.
struct Diagnosed {
    sim::History history;
    std::vector<widget::Diagnosis> found;

    explicit Diagnosed(const program::Scenario& scenario, std::uint64_t seed = 1, std::int64_t steps = 400'000)
        : history(std::make_shared<const program::Scenario>(scenario), seed) {
        history.extend(steps);
        found = widget::diagnose(scenario, history.results(), history.trace());
    }

    const widget::Diagnosis* of(widget::DiagnosisKind kind) const {
        for (const widget::Diagnosis& each : found)
            if (each.kind == kind) return &each;
        return nullptr;
    }
    std::string names() const {
        std::string names;
        for (const widget::Diagnosis& each : found)
            if (each.is_trouble()) names += std::string(widget::name_of(each.kind)) + " (" + each.reason.en + ") ";
        return names;
    }
};

} // namespace testing
