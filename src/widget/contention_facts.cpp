#include <cmath>
#include <cstdio>

#include "text/contention.hpp"
#include "text/contention_moments.hpp"
#include "text/contention_stage.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_time.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;
namespace words = text::contention;

/// "0x9f…": never mistaken for a number.
std::string hexadecimal(std::uint64_t value) {
    char digits[24];
    std::snprintf(digits, sizeof digits, "0x%016llx", static_cast<unsigned long long>(value));
    return digits;
}

class Facts {
public:
    Facts(const ContentionWidget& shown, lab::Description& description) : shown_(shown), description_(description) {}

    void add_all() {
        add("engine", "simulated", "", words::fact_engine, words::engine_simulated);
        add_moment();
        if (shown_.history().recorded() > 0) {
            add_results();
            add_sequence_ratio();
            add_variables();
        }
        add_theory();
        add_verdict();
        for (const Diagnosis& each : shown_.diagnoses())
            add(std::string("diagnosis.") + name_of(each.kind), std::to_string(shown_.history().step_at(each.at_ns)),
                "", name_of_diagnosis(each.kind), each.reason);
    }

private:
    void add(std::string id, std::string value, std::string unit, Line label, Line text) {
        description_.facts.push_back(
            {std::move(id), std::move(value), std::move(unit), std::move(label), std::move(text)});
    }
    void add_count(const char* id, std::int64_t value, Line label) {
        add(id, std::to_string(value), "", std::move(label), text::grouped(value));
    }

    void add_moment() {
        const sim::History& history = shown_.history();
        add_count("step", history.position(), words::fact_step);
        // The value is the event's stable name, the text the sentence of it.
        add("step_sentence", history.position() == 0 ? "nothing" : sim::name_of(history.happening().did), "",
            words::fact_sentence, shown_.step_sentence());
        const std::vector<program::Instruction>& code = shown_.scenario().threads[shown_.shown_thread()].code;
        const std::size_t at = shown_.shown_instruction();
        add("instruction", program::name_of(at < code.size() ? code[at].op : program::Op::end), "",
            words::fact_instruction, shown_.instruction_sentence());
        const trace::Nanoseconds now_ns = history.machine().now_ns();
        add("moment_ns", std::to_string(now_ns), "ns", words::fact_moment, shown_instant(now_ns));
        const ContentionDifference& difference = shown_.difference();
        add_count("difference_from", difference.from, words::fact_changes_from);
        add("difference", std::to_string(difference.rows.size()), "", words::fact_changes, difference.summary());
    }

    void add_results() {
        const program::Results& results = shown_.results();
        for (const program::Metric& metric : program::metrics()) {
            const std::optional<double> value = value_of(metric, shown_.scenario(), results);
            if (value)
                add(std::string(metric.id), machine_readable(*value), std::string(metric.unit), metric.name,
                    shown_metric(metric, *value));
        }
        add("elapsed_ns", std::to_string(results.elapsed_ns), "ns", words::duration, shown_time(results.elapsed_ns));
        add_count("steps", shown_.history().recorded(), words::fact_steps);
        add_count("events", shown_.history().events(), words::fact_events);
        add_count("spans", static_cast<std::int64_t>(shown_.history().trace().span_count()), words::fact_spans);
        if (const std::int64_t spent_ns = shown_.run().spent_ns(); spent_ns > 0) {
            const double rate = static_cast<double>(shown_.history().events()) * 1e9 / static_cast<double>(spent_ns);
            add("events_per_s", machine_readable(std::round(rate)), "1/s", words::fact_events_rate, shown_rate(rate));
        }
        const std::string hash = hexadecimal(shown_.history().hash());
        add("trace_hash", hash, "", words::fact_hash, Line::same(hash));
    }

    void add_sequence_ratio() {
        const std::optional<SequenceRatio>& ratio = shown_.sequence_ratio();
        if (!ratio) return;
        add("sequence_ratio", machine_readable(ratio->value()), "×", words::fact_sequence_ratio,
            words_for_ratio(*ratio));
        const std::string& predicted = lab::find(shown_.controls(), "predict_ratio")->value;
        if (!predicted.empty())
            add("sequence.prediction", predicted == ratio->name() ? "right" : "wrong", "", words::fact_prediction,
                words_for_outcome(predicted, *ratio));
    }

    void add_variables() {
        const std::vector<program::Variable>& variables = shown_.scenario().variables;
        for (std::size_t v = 0; v < variables.size(); ++v)
            add_count(("variable." + variables[v].name).c_str(), shown_.results().variables[v],
                      fill(words::fact_variable, {Line::same(variables[v].name)}));
    }

    void add_theory() {
        const std::optional<ContentionTheory>& theory = shown_.theory();
        if (!theory || !std::isfinite(theory->bound_per_s)) {
            add("bound_per_s", "", "1/s", words::fact_bound, words::bound_none);
            return;
        }
        add("bound_per_s", machine_readable(theory->bound_per_s), "1/s", words::fact_bound,
            shown_rate(theory->bound_per_s));
        if (!theory->predicted_per_s) {
            add("predicted_per_s", "", "1/s", words::fact_predicted, words::predicted_none);
            return;
        }
        const Line predicted = fill(words::predicted_is, {shown_rate(*theory->predicted_per_s), theory->method});
        add("predicted_per_s", machine_readable(*theory->predicted_per_s), "1/s", words::fact_predicted, predicted);
    }

    void add_verdict() {
        const std::optional<DoublingVerdict> verdict = shown_.verdict();
        if (!verdict) return;
        add("doubling.ratio", machine_readable(verdict->ratio), "×", words::fact_ratio, words_for_verdict(*verdict));
        const std::string& predicted = lab::find(shown_.controls(), "predict")->value;
        if (!predicted.empty())
            add("doubling.prediction", predicted == verdict->name ? "right" : "wrong", "", words::fact_prediction,
                words_for_outcome(predicted, *verdict));
    }

    const ContentionWidget& shown_;
    lab::Description& description_;
};

} // namespace

void add_contention_facts(const ContentionWidget& shown, lab::Description& description) {
    Facts(shown, description).add_all();
}

} // namespace widget
