#include "widget/contention_controls.hpp"

#include <cmath>
#include <cstdlib>
#include <utility>

#include "lab/make_control.hpp"
#include "program/text_form.hpp"
#include "text/contention.hpp"
#include "text/contention_moments.hpp"
#include "text/contention_stage.hpp"
#include "widget/scenario_variants.hpp"

namespace widget {
namespace {

using lab::Control;
using lab::Place;
using program::TimeLaw;
namespace words = text::contention;

constexpr double most_ns = 1e9;      // a second: longer sections stand for nothing that a lock is for
constexpr double most_us = 10e6;     // ten seconds of virtual time
constexpr double most_seed = 1e9;    // short enough to read out to a class
constexpr double most_moment = 1e12; // beyond every run; the run tells how many steps there are

const std::string& value_of(const std::vector<Control>& controls, const char* id) {
    return find(controls, id)->value;
}

double number_of(const std::vector<Control>& controls, const char* id) {
    return std::strtod(value_of(controls, id).c_str(), nullptr);
}

Control law_control(const char* id, text::Line label, const char* start) {
    Control control = lab::choice_control(
        id, std::move(label), words::law_hint,
        {{"constant", words::law_constant}, {"exponential", words::law_exponential}, {"uniform", words::law_uniform}});
    control.value = control.fallback = start;
    control.half = true;
    return control;
}

/// Uniform goes from nothing to twice the mean.
TimeLaw law_of(const std::string& kind, program::Nanoseconds mean_ns) {
    if (kind == "exponential") return TimeLaw::exponential(mean_ns);
    if (kind == "uniform") return TimeLaw::uniform(0, 2 * mean_ns);
    return TimeLaw::constant(mean_ns);
}

Control preset_control() {
    std::vector<lab::Option> options{{"contention", words::free_parameters}};
    for (const program::Preset& preset : program::presets()) options.push_back({std::string(preset.id), preset.title});
    return lab::choice_control("preset", words::preset, words::preset_hint, std::move(options));
}

Control lock_control() {
    std::vector<lab::Option> options;
    for (const program::LockTraits& traits : program::lock_table())
        options.push_back({std::string(traits.id), traits.name});
    Control control = lab::choice_control("lock", words::lock, {}, std::move(options));
    control.value = control.fallback = "futex";
    return control;
}

void add_parameters(std::vector<Control>& all) {
    const auto number = [&](const char* id, text::Line label, text::Line hint, double least, double most,
                            const char* start, text::Line unit = {}) {
        all.push_back(lab::number_control(id, std::move(label), std::move(hint), least, most, start));
        all.back().unit = std::move(unit);
    };
    number("threads", words::threads, words::threads_hint, 1, program::most_threads, "4");
    number("cores", words::cores, words::cores_hint, 1, program::most_cores, "4");
    number("inside_ns", words::inside, words::inside_hint, 0, most_ns, "1000", words::nanoseconds);
    all.push_back(law_control("inside_law", words::inside_law, "constant"));
    number("outside_ns", words::outside, words::outside_hint, 0, most_ns, "3000", words::nanoseconds);
    all.push_back(law_control("outside_law", words::outside_law, "exponential"));
    all.push_back(lock_control());
    number("readers", words::readers, words::readers_hint, 0, 100, "0", words::percent);
    number("locks", words::locks, words::locks_hint, 1, 16, "1");
    number("seed", words::seed, words::seed_hint, 0, most_seed, "1");
    number("duration_us", words::duration, words::duration_hint, 1, most_us, "20000", words::microseconds);
}

void add_steps(std::vector<Control>& all) {
    all.push_back(lab::button_control("start_over", words::start_over, words::start_over_hint, Place::stage));
    all.push_back(lab::button_control("back", words::back, words::back_hint, Place::stage));
    all.push_back(lab::button_control("step", words::step, words::step_hint, Place::stage));
    all.push_back(
        lab::button_control("next_contended", words::next_contended, words::next_contended_hint, Place::stage));
    all.push_back(lab::number_control("moment", words::moment, words::moment_hint, 0, most_moment, "0"));
    all.back().slider = true;
    all.back().half = false;
    all.back().place = Place::stage;
    all.push_back(lab::choice_control("since", words::since, words::since_hint,
                                      {{"step", words::since_step}, {"mark", words::since_mark}}, Place::stage));
    all.push_back(lab::number_control("mark", words::mark, words::mark_hint, 0, most_moment, "0"));
    all.back().place = Place::stage;
    all.push_back(lab::button_control("mark_here", words::mark_here, words::mark_here_hint, Place::stage));
}

} // namespace

std::vector<Control> make_contention_controls() {
    std::vector<Control> all;
    all.push_back(preset_control());
    all.push_back(lab::button_control("run", words::run, words::run_hint));
    all.back().primary = true;
    all.push_back(lab::button_control("run_here", words::run_here, words::run_here_hint));
    all.push_back(lab::button_control("cancel", words::cancel, words::cancel));
    add_parameters(all);
    all.push_back(lab::button_control("scenario", words::scenario, words::scenario_hint));
    all.back().kind = lab::Kind::text;

    all.push_back(lab::choice_control("predict", words::predict, words::predict_hint,
                                      {{"", words::predict_none},
                                       {"twice", words::predict_twice},
                                       {"more", words::predict_more},
                                       {"same", words::predict_same},
                                       {"less", words::predict_less}},
                                      Place::stage));
    all.push_back(lab::choice_control("predict_ratio", words::predict_ratio, words::predict_hint,
                                      {{"", words::predict_none},
                                       {"half", words::predict_half},
                                       {"same", words::predict_equal},
                                       {"longer", words::predict_longer}},
                                      Place::stage));
    add_steps(all);
    all.push_back(lab::toggle_control("all_locks", words::all_locks, words::all_locks_hint));
    all.back().place = Place::stage;
    for (const DiagnosisKind kind : all_diagnoses)
        all.push_back(lab::button_control(see_id(kind), name_of_diagnosis(kind), words::see_hint, Place::stage));
    all.push_back(lab::choice_control("code", words::code, words::code_hint,
                                      {{"cpp", words::code_cpp}, {"python", words::code_python}}, Place::stage));

    all.push_back(lab::button_control("export_csv", words::export_csv, words::export_csv_hint, Place::footer));
    all.push_back(lab::button_control("export_spans", words::export_spans, words::export_spans_hint, Place::footer));
    all.push_back(lab::button_control("export_json", words::export_json, words::export_json_hint, Place::footer));
    all.push_back(lab::button_control("export_trace", words::export_trace, words::export_trace_hint, Place::footer));
    return all;
}

program::Contention parameters_from(const std::vector<Control>& controls) {
    program::Contention parameters;
    parameters.threads = static_cast<int>(number_of(controls, "threads"));
    parameters.cores = static_cast<int>(number_of(controls, "cores"));
    parameters.inside = law_of(value_of(controls, "inside_law"), std::llround(number_of(controls, "inside_ns")));
    parameters.outside = law_of(value_of(controls, "outside_law"), std::llround(number_of(controls, "outside_ns")));
    parameters.locks = static_cast<int>(number_of(controls, "locks"));
    parameters.duration_ns = std::llround(number_of(controls, "duration_us")) * 1'000;
    parameters.readers_percent = static_cast<int>(number_of(controls, "readers"));
    parameters.counts = true;
    if (const program::LockTraits* traits = program::find_lock_kind(value_of(controls, "lock")))
        parameters.kind = traits->kind;
    return parameters;
}

program::Scenario scenario_from(const std::vector<Control>& controls) {
    if (const std::string& written = value_of(controls, "scenario"); !written.empty())
        if (program::Parsed parsed = program::read(written); parsed.scenario) return std::move(*parsed.scenario);
    if (const program::Preset* preset = program::find_preset(value_of(controls, "preset"))) return preset->make();
    const program::Contention parameters = parameters_from(controls);
    program::Scenario scenario = program::contention(parameters);
    scenario.costs = usual_costs(parameters.kind);
    return scenario;
}

const program::Preset* compared_preset(const std::vector<Control>& controls) {
    if (!value_of(controls, "scenario").empty()) return nullptr;
    const program::Preset* preset = program::find_preset(value_of(controls, "preset"));
    return preset == nullptr ? nullptr : program::find_preset(preset->sequence);
}

std::uint64_t seed_from(const std::vector<Control>& controls) {
    return static_cast<std::uint64_t>(number_of(controls, "seed"));
}

std::string see_id(DiagnosisKind kind) {
    return std::string("see.") + name_of(kind);
}

text::Line refusal_of_text(std::string_view written) {
    if (written.empty()) return {};
    const program::Parsed parsed = program::read(written);
    if (parsed.scenario) return {};
    return text::fill(words::bad_scenario, {text::Line::same(std::to_string(parsed.line)),
                                            text::Line::same(std::to_string(parsed.column)), parsed.reason});
}

} // namespace widget
