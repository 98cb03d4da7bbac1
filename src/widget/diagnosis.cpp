#include "widget/diagnosis.hpp"

#include <array>
#include <cmath>

#include "text/diagnosis.hpp"
#include "widget/diagnosis_rules.hpp"

namespace widget {
namespace {

namespace words = text::diagnosis;

struct Row {
    DiagnosisKind kind;
    const char* id;
    text::Sentence name;
    std::optional<Diagnosis> (*find)(const rules::Run& run);
};

constexpr std::array table = {
    Row{DiagnosisKind::convoy, "convoy", words::convoy, rules::find_convoy},
    Row{DiagnosisKind::preempted, "preempted", words::preempted, rules::find_preempted},
    Row{DiagnosisKind::across_io, "across_io", words::across_io, rules::find_across_io},
    Row{DiagnosisKind::starvation, "starvation", words::starvation, rules::find_starvation},
    Row{DiagnosisKind::lost_updates, "lost_updates", words::lost_updates,
        [](const rules::Run&) { return std::optional<Diagnosis>(); }},
    Row{DiagnosisKind::no_contention, "no_contention", words::no_contention, rules::find_no_contention},
};
static_assert(table.size() == static_cast<std::size_t>(DiagnosisKind::count));

const Row& row_of(DiagnosisKind kind) {
    return table.at(static_cast<std::size_t>(kind));
}

} // namespace

const char* name_of(DiagnosisKind kind) {
    return row_of(kind).id;
}

text::Line name_of_diagnosis(DiagnosisKind kind) {
    return row_of(kind).name;
}

std::vector<Diagnosis> diagnose(const program::Scenario& scenario, const program::Results& results,
                                const trace::Trace& trace) {
    const rules::Run run{scenario, results, RunLanes(scenario, trace), trace.end_ns()};
    std::vector<Diagnosis> found;
    for (const Row& row : table)
        if (std::optional<Diagnosis> diagnosis = row.find(run)) found.push_back(std::move(*diagnosis));
    return found;
}

text::Line rules::percent(double share) {
    return text::fixed(std::round(100 * share), 0);
}

} // namespace widget
