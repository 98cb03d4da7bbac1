#include "widget/contention_export.hpp"

#include <optional>
#include <string>

#include "lab/version.hpp"
#include "program/metric.hpp"
#include "program/text_form.hpp"
#include "trace/chrome_export.hpp"
#include "trace/csv_export.hpp"
#include "trace/json.hpp"
#include "widget/contention_widget.hpp"

namespace widget {
namespace {

trace::Setup setup_of(const ContentionWidget& widget) {
    const auto value_of = [&](const char* id) { return lab::find(widget.controls(), id)->value; };
    return {{"program", "Interleave " + std::string(lab::version)},
            {"experiment", "contention"},
            {"engine", "simulator"},
            {"host", widget.surroundings().engine},
            {"date", widget.surroundings().now()},
            {"preset", value_of("preset")},
            {"seed", value_of("seed")},
            {"scenario", program::write(widget.scenario())}};
}

/// The points of all curves; before there are any, the one of this run. What a run has no value for is left empty.
std::string csv_of(const ContentionWidget& widget) {
    std::string out = trace::csv_setup(setup_of(widget));
    out += "lock,threads,throughput_per_s,bound_per_s,predicted_per_s\n";
    const auto add = [&](std::string_view lock, int threads, std::optional<double> throughput) {
        out += std::string(lock) + "," + std::to_string(threads) + ",";
        if (throughput) out += trace::json_number(*throughput);
        if (const ContentionTheory* there = widget.theory_at(threads)) {
            out += "," + trace::json_number(there->bound_per_s) + ",";
            if (there->predicted_per_s) out += trace::json_number(*there->predicted_per_s);
        } else {
            out += ",,";
        }
        out += "\n";
    };
    bool has_points = false;
    if (widget.sweep() != nullptr)
        for (const Curve& curve : widget.sweep()->curves())
            for (const CurvePoint& point : curve.points) {
                add(program::traits_of(curve.kind).id, point.threads, point.throughput_per_s);
                has_points = true;
            }
    const program::Scenario& scenario = widget.scenario();
    if (!has_points)
        add(scenario.locks.empty() ? "" : program::traits_of(scenario.locks.front().kind).id,
            static_cast<int>(scenario.threads.size()),
            value_of(*program::find_metric("throughput_per_s"), scenario, widget.results()));
    return out;
}

std::string json_of(const ContentionWidget& widget) {
    trace::JsonWriter json;
    json.begin_object().key("setup").begin_object();
    for (const auto& [key, value] : setup_of(widget)) json.member(key, value);
    json.end_object().key("results").begin_object();
    for (const program::Metric& metric : program::metrics())
        if (const auto value = value_of(metric, widget.scenario(), widget.results())) json.member(metric.id, *value);
    json.end_object().key("diagnoses").begin_object();
    for (const Diagnosis& each : widget.diagnoses())
        json.key(name_of(each.kind))
            .begin_object()
            .member("at_ns", static_cast<double>(each.at_ns))
            .member("reason", each.reason.en)
            .end_object();
    json.end_object().end_object();
    return json.take() + "\n";
}

} // namespace

std::optional<lab::File> make_contention_file(std::string_view id, const ContentionWidget& widget) {
    const trace::Trace& trace = widget.history().trace();
    if (id == "export_csv") return lab::File{"interleave-contention.csv", "text/csv", csv_of(widget)};
    if (id == "export_spans")
        return lab::File{"interleave-contention-spans.csv", "text/csv", trace::csv_text(trace, setup_of(widget))};
    if (id == "export_json") return lab::File{"interleave-contention.json", "application/json", json_of(widget)};
    if (id == "export_trace")
        return lab::File{"interleave-contention-trace.json", "application/json",
                         trace::chrome_json(trace, setup_of(widget))};
    return std::nullopt;
}

} // namespace widget
