#include "widget/sort_export.hpp"

#include "lab/version.hpp"
#include "trace/chrome_export.hpp"
#include "trace/csv_export.hpp"
#include "trace/json.hpp"
#include "widget/sort_widget.hpp"

namespace widget {
namespace {

using measure::Way;

trace::Setup setup_of(const SortWidget& widget) {
    const measure::SortPlan& plan = widget.experiment().plan();
    const SortReport& report = widget.report();
    return {{"program", "Interleave " + std::string(lab::version)},
            {"experiment", "sort"},
            {"engine", widget.surroundings().engine},
            {"tier", name_of(widget.surroundings().tier)},
            {"date", widget.surroundings().now()},
            {"n", std::to_string(plan.n)},
            {"units", std::to_string(plan.units)},
            {"repetitions", std::to_string(plan.repetitions)},
            {"seed", std::to_string(plan.seed)},
            {"switch_interval_ns", std::to_string(plan.interval_ns)},
            {"sort_checks", plan.sort_checks ? "true" : "false"},
            {"effective_cores", trace::json_number(report.effective_cores)},
            {"clock_step_ns", trace::json_number(report.clock_step_ns)},
            {"clock_uncertainty_ns", trace::json_number(report.clock_uncertainty_ns)}};
}

std::string csv_of(const SortWidget& widget) {
    std::string out = trace::csv_setup(setup_of(widget));
    out += "way,repetition,wall_ns,verified,switch_requests,hand_offs,folded_spans\n";
    for (const Way way : measure::all_ways) {
        int number = 0;
        for (const measure::Repetition& repetition : widget.experiment().repetitions(way)) {
            out += std::string(measure::name_of(way)) + "," + std::to_string(++number) + "," +
                   (repetition.verified ? std::to_string(repetition.wall_ns) : "") + "," +
                   (repetition.verified ? "true" : "false") + "," + std::to_string(repetition.switch_requests) + "," +
                   std::to_string(repetition.hand_offs) + "," + std::to_string(repetition.folded_spans) + "\n";
        }
    }
    return out;
}

std::string json_of(const SortWidget& widget) {
    trace::JsonWriter json;
    json.begin_object().key("setup").begin_object();
    for (const auto& [key, value] : setup_of(widget)) json.member(key, value);
    json.end_object().key("ways").begin_object();
    for (const Way way : measure::all_ways) {
        const WayReport& of = widget.report().of(way);
        if (of.repetitions == 0) continue;
        json.key(measure::name_of(way)).begin_object().member("verified", of.verified);
        if (of.measured()) json.member("too_short", !of.comparable());
        if (of.timed()) json.member("median_s", of.median_s);
        if (of.comparable()) json.member("min_s", of.min_s).member("max_s", of.max_s);
        if (of.speedup > 0) json.member("speedup", of.speedup).member("efficiency", of.efficiency);
        json.key("wall_ns").begin_array();
        for (const measure::Repetition& repetition : widget.experiment().repetitions(way))
            if (repetition.verified) json.value(repetition.wall_ns);
        json.end_array().end_object();
    }
    json.end_object().end_object();
    return json.take() + "\n";
}

} // namespace

std::optional<lab::File> make_sort_file(std::string_view id, const SortWidget& widget) {
    if (id == "export_csv") return lab::File{"interleave-sort.csv", "text/csv", csv_of(widget)};
    if (id == "export_spans")
        return lab::File{"interleave-sort-spans.csv", "text/csv", trace::csv_text(widget.timeline(), setup_of(widget))};
    if (id == "export_json") return lab::File{"interleave-sort.json", "application/json", json_of(widget)};
    if (id == "export_trace")
        return lab::File{"interleave-sort-trace.json", "application/json",
                         trace::chrome_json(widget.timeline(), setup_of(widget))};
    return std::nullopt;
}

} // namespace widget
