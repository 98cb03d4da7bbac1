#include "widget/sort_controls.hpp"

#include <cmath>
#include <cstdlib>
#include <utility>

#include "lab/make_control.hpp"
#include "text/sort.hpp"

namespace widget {
namespace {

using lab::Control;
using lab::Place;
namespace words = text::sort;

Control prediction(measure::Way way, text::Line label) {
    return lab::choice_control(prediction_id(way), std::move(label), words::predict_hint,
                               {{"", words::predict_none},
                                {"half", words::predict_half},
                                {"same", words::predict_same},
                                {"more", words::predict_more}},
                               Place::stage);
}

double value_of(const std::vector<Control>& controls, const char* id) {
    return std::strtod(find(controls, id)->value.c_str(), nullptr);
}

} // namespace

std::string prediction_id(measure::Way way) {
    return std::string("predict.") + measure::name_of(way);
}

std::vector<Control> make_sort_controls() {
    constexpr double most_n = 1e9;    // memory stops it earlier; this stops typing mistakes
    constexpr double most_seed = 1e9; // short enough to read out to a class
    const measure::SortPlan plan;
    std::vector<Control> all;
    all.push_back(
        lab::number_control("n", words::n, words::n_hint, measure::smallest_n, most_n, std::to_string(plan.n)));
    all.back().half = false;
    all.push_back(lab::number_control("units", words::units, words::units_hint, 1, measure::most_units,
                                      std::to_string(plan.units)));
    all.push_back(lab::number_control("repetitions", words::repetitions, words::repetitions_hint, 1,
                                      measure::most_repetitions, std::to_string(plan.repetitions)));
    all.push_back(lab::number_control("interval_ms", words::interval, words::interval_hint, 0.001, 10'000, "5"));
    all.back().step = 0;
    all.back().unit = words::milliseconds;
    all.push_back(lab::number_control("seed", words::seed, words::seed_hint, 0, most_seed, std::to_string(plan.seed)));

    all.push_back(lab::toggle_control("sort_checks", words::sort_checks, words::sort_checks_hint));

    all.push_back(lab::button_control("run", words::run, words::run_hint));
    all.back().primary = true;
    all.push_back(lab::button_control("cancel", words::cancel, words::cancel));
    all.push_back(lab::button_control("clear", words::clear, words::clear_hint));

    all.push_back(prediction(measure::Way::threads, words::predict_threads));
    all.push_back(prediction(measure::Way::gil, words::predict_gil));
    all.push_back(prediction(measure::Way::processes, words::predict_processes));

    all.push_back(lab::number_control("moment", words::moment, words::moment_hint, 0, 100, "100"));
    all.back().unit = words::percent_sign;
    all.back().slider = true;
    all.back().place = Place::stage;

    all.push_back(lab::choice_control("show", words::code_way, words::code_way_hint,
                                      {{"threads", words::short_threads},
                                       {"sequence", words::short_sequence},
                                       {"gil", words::short_gil},
                                       {"processes", words::short_processes}},
                                      Place::stage));
    all.push_back(lab::choice_control("code", words::code, words::code_hint,
                                      {{"cpp", words::code_cpp}, {"python", words::code_python}}, Place::stage));

    all.push_back(lab::button_control("export_csv", words::export_csv, words::export_csv_hint, Place::footer));
    all.push_back(lab::button_control("export_spans", words::export_spans, words::export_spans_hint, Place::footer));
    all.push_back(lab::button_control("export_json", words::export_json, words::export_json_hint, Place::footer));
    all.push_back(lab::button_control("export_trace", words::export_trace, words::export_trace_hint, Place::footer));
    return all;
}

measure::SortPlan plan_from(const std::vector<Control>& controls) {
    measure::SortPlan plan;
    plan.n = std::llround(value_of(controls, "n"));
    plan.units = static_cast<int>(value_of(controls, "units"));
    plan.repetitions = static_cast<int>(value_of(controls, "repetitions"));
    plan.seed = static_cast<std::uint64_t>(value_of(controls, "seed"));
    plan.interval_ns = std::llround(value_of(controls, "interval_ms") * 1e6);
    plan.sort_checks = find(controls, "sort_checks")->value == "true";
    return plan;
}

} // namespace widget
