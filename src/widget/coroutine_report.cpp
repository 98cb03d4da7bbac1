#include "widget/coroutine_report.hpp"

#include <algorithm>

#include "lesson/frame_fields.hpp"
#include "text/coroutine.hpp"
#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_tables.hpp"
#include "widget/coroutine_widget.hpp"

namespace widget {
namespace {

using lesson::Coroutine;
using lesson::Field;
using lesson::State;
using lesson::Step;
using text::fill;
using text::Line;
namespace words = text::coroutine;

Line number(long long value) {
    return Line::same(std::to_string(value));
}

void add_output(const CoroutineWidget& widget, lab::Description& description) {
    const std::string output = widget.run().output(widget.step_number());
    description.facts.push_back(
        {"output", output, "", words::fact_output, output.empty() ? Line(words::none_yet) : Line::same(output)});
    std::size_t begin = 0;
    for (int line = 1; begin < output.size(); ++line) {
        const std::size_t end = output.find('\n', begin);
        const std::string one = output.substr(begin, end - begin);
        description.facts.push_back({"output." + std::to_string(line), one, "",
                                     fill(words::fact_output_line, {number(line)}), Line::same(one)});
        begin = end + 1;
    }
    if (const std::string errors = widget.run().errors(widget.step_number()); !errors.empty())
        description.facts.push_back({"output.errors", errors, "", words::fact_errors, Line::same(errors)});
}

/// Of the reader's own file some memory is others' business.
std::string_view not_counted(const CoroutineWidget& widget) {
    if (widget.race_file().empty()) return "none";
    return widget.surroundings().pick_file ? "browser_strings" : "system_cache"; // files are picked in a page only
}

Line name_of_file(const CoroutineWidget& widget) {
    const std::string& name = widget.race_file();
    return name.empty() ? Line(words::file_mb) : Line::same(name);
}

/// Two lines tell of reading: how far it is, and what came of it.
Line sentence_of(const CoroutineWidget& widget) {
    using Phase = lesson::ReadingRace::Phase;
    const lesson::ReadingRace& race = widget.race();
    const auto percent = [&](const lesson::ReadingRace::Way& way) {
        return text::fixed(
            100 * static_cast<double>(way.read) / static_cast<double>(std::max<std::uint64_t>(race.bytes(), 1)), 0);
    };
    switch (race.phase()) {
    case Phase::generator:
        return fill(words::reading_generator, {percent(race.generator())});
    case Phase::whole:
        return fill(words::reading_whole, {percent(race.whole())});
    case Phase::cancelled:
        return words::reading_cancelled;
    case Phase::unreadable:
        return fill(words::unreadable, {name_of_file(widget)});
    case Phase::broken_off:
        return fill(words::reading_broke_off, {name_of_file(widget)});
    case Phase::long_line:
        return fill(words::reading_line_too_long, {name_of_file(widget), shown_bytes(widget.memory_bytes())});
    case Phase::finished: {
        const Line size = shown_bytes(race.bytes());
        const Line peak = shown_bytes(race.generator().peak);
        if (race.fits()) return fill(words::reading_finished, {size, peak, shown_bytes(race.whole().peak)});
        // Memory may also end before what there should be is used up.
        const std::uint64_t most = race.whole().read > 0 ? race.whole().peak : widget.memory_bytes();
        return fill(words::reading_does_not_fit, {size, peak, shown_bytes(most)});
    }
    case Phase::idle:
        break;
    }
    return {};
}

void add_race(const CoroutineWidget& widget, lab::Description& description) {
    const lesson::ReadingRace& race = widget.race();
    const auto add = [&](const char* id, const std::string& value, const char* unit, Line label, Line shown) {
        description.facts.push_back({id, value, unit, std::move(label), std::move(shown)});
    };
    const auto add_bytes = [&](const char* id, std::uint64_t bytes, Line label) {
        add(id, std::to_string(bytes), "B", std::move(label), shown_bytes(bytes));
    };
    if (race.running()) description.progress = race.progress();
    if (race.failed()) description.notices.push_back(sentence_of(widget));
    add("memory_not_counted", std::string(not_counted(widget)), "", words::fact_counted, words_for_counted(widget));
    if (!race.generator().finished) return;
    const lesson::ReadingRace::Way& generator = race.generator();
    add_bytes("file_bytes", race.bytes(), words::fact_file_bytes);
    add_bytes("peak_generator_bytes", generator.peak, words::fact_peak_generator);
    if (race.whole().finished) add_bytes("peak_whole_bytes", race.whole().peak, words::fact_peak_whole);
    add("lines", std::to_string(generator.lines), "", words::fact_lines,
        text::grouped(static_cast<long long>(generator.lines)));
    if (race.bytes() == 0) return;
    const Line speed = text::fixed(static_cast<double>(race.bytes()) / 1e6 / std::max(generator.seconds, 1e-9), 1);
    add("throughput_mb_s", speed.en, "MB/s", words::fact_throughput, fill(words::megabytes_per_second, {speed}));
}

void add_facts(const CoroutineWidget& widget, lab::Description& description) {
    const Step& step = widget.step();
    const auto add = [&](const char* id, std::string value, const char* unit, Line label, Line shown) {
        description.facts.push_back({id, std::move(value), unit, std::move(label), std::move(shown)});
    };
    const Coroutine* const root = step.find(widget.run().root());
    if (root != nullptr) {
        add("state", std::string(name_of(root->state)), "", words::fact_state, words_for(root->state));
        add("frame_bytes", std::to_string(root->frame_size), "B", words::fact_frame,
            fill(words::bytes, {number(static_cast<long long>(root->frame_size))}));
    }
    const auto alive =
        std::ranges::count_if(step.coroutines, [](const Coroutine& each) { return each.state != State::freed; });
    add("frame.count", std::to_string(alive), "", words::fact_frames, number(alive));
    const auto last = static_cast<long long>(widget.run().steps().size()) - 1;
    add("step", std::to_string(widget.step_number()), "", words::fact_step,
        fill(words::step_of, {number(widget.step_number()), number(last)}));
    add("steps", std::to_string(last), "", words::fact_steps, number(last));
    add("step_sentence", widget.sentence().en, "", words::fact_sentence, widget.sentence());
    add("line.cpp", std::to_string(step.cpp_line), "", words::fact_line_cpp, number(step.cpp_line));
    add("line.python", std::to_string(step.python_line), "", words::fact_line_python, number(step.python_line));
    if (step.kind == Step::Kind::outcome)
        add("outcome", name_of(step.outcome), "", words::fact_outcome, words_for_outcome(step.outcome));
    const auto branches = static_cast<long long>(widget.branches().size());
    add("branches", std::to_string(branches), "", words::fact_branches, number(branches));
    const auto branch = static_cast<long long>(widget.branch()) + 1;
    add("branch", std::to_string(branch), "", words::fact_branch, number(branch));
}

/// "caller → total → both": everybody that the value passes.
void add_flight(const CoroutineWidget& widget, lab::Description& description) {
    const Step& step = widget.step();
    if (step.flies_along.empty() || step.in_flight.empty()) return;
    const Coroutine* const resumer = step.find(step.find(step.flies_along.front())->resumed_by);
    Line along = resumer == nullptr ? Line(words::caller) : Line::same(resumer->name);
    std::string ids = resumer == nullptr ? "caller" : resumer->name;
    for (const int id : step.flies_along) {
        const std::string& name = step.find(id)->name;
        const std::string arrow = step.flies_up ? " ← " : " → ";
        along = Line(along.ko + arrow + name, along.en + arrow + name);
        ids += "," + name;
    }
    const auto add = [&](const char* id, const std::string& value, Line label, Line shown) {
        description.facts.push_back({id, value, "", std::move(label), std::move(shown)});
    };
    add("flight", step.in_flight, words::fact_flight, Line::same(step.in_flight));
    add("flight.way", step.flies_up ? "up" : "down", words::fact_flight_way,
        step.flies_up ? Line(words::flies_up) : Line(words::flies_down));
    add("flight.along", ids, words::fact_flight_along, along);
}

void add_predictions(const CoroutineWidget& widget, lab::Description& description) {
    const auto add = [&](const char* id, const std::string& value, Line label, Line shown) {
        description.facts.push_back({id, value, "", std::move(label), std::move(shown)});
    };
    if (const std::string came = widget.prediction(); !came.empty())
        add("prediction", came, words::fact_prediction, words_for_verdict(came));
    std::string moments;
    long long right = 0;
    long long wrong = 0;
    for (int operation = 0; operation < static_cast<int>(widget.run().script().size()); ++operation) {
        if (!widget.asks(operation)) continue;
        moments += (moments.empty() ? "" : ",") + std::to_string(widget.run().call_of(operation));
        const std::string came = widget.verdict(operation);
        right += came == "right" ? 1 : 0;
        wrong += came == "wrong" ? 1 : 0;
    }
    add("predictions.steps", moments, words::fact_moments,
        moments.empty() ? Line(words::none_yet) : Line::same(moments));
    add("predictions.right", std::to_string(right), words::fact_predictions_right, number(right));
    add("predictions.wrong", std::to_string(wrong), words::fact_predictions_wrong, number(wrong));
}

void add_frame(const CoroutineWidget& widget, lab::Description& description) {
    const Coroutine* const open = widget.open_coroutine();
    if (open == nullptr) return;
    const auto add = [&](const char* id, const std::string& value, const char* unit, Line label, Line shown) {
        description.facts.push_back({id, value, unit, std::move(label), std::move(shown)});
    };
    const auto size = static_cast<long long>(open->frame_size);
    const std::string address = hex_address(open->frame.address);
    add("frame.name", open->name, "", words::fact_frame_name, Line::same(open->name));
    add("frame.state", std::string(name_of(open->state)), "", words::fact_frame_state, words_for(open->state));
    add("frame.address", address, "", words::fact_frame_address, Line::same(address));
    add("frame.bytes", std::to_string(size), "B", words::fact_frame_size, fill(words::bytes, {number(size)}));
    const auto changed = std::ranges::count(open->frame.changed, true);
    add("frame.compiler", lesson::compiler(), "", words::fact_frame_compiler,
        fill(words::frame_note, {Line::same(lesson::compiler())}));
    add("frame.changed", std::to_string(changed), "B", words::fact_frame_changed,
        fill(words::bytes, {number(changed)}));
}

} // namespace

std::string name_of(const lesson::Outcome& outcome) {
    switch (outcome.kind) {
    case lesson::Outcome::Kind::yielded:
        return "value";
    case lesson::Outcome::Kind::returned:
        return "stop";
    case lesson::Outcome::Kind::raised:
        return outcome.error == "StopIteration" ? "stop" : "error";
    default:
        return "none";
    }
}

std::string_view name_of(State state) {
    switch (state) {
    case State::created:
        return "created";
    case State::running:
        return "running";
    case State::suspended:
        return "suspended";
    case State::finished:
        return "finished";
    case State::freed:
        return "freed";
    }
    return "";
}

Line words_for(State state) {
    switch (state) {
    case State::created:
        return words::created;
    case State::running:
        return words::running;
    case State::suspended:
        return words::suspended;
    case State::finished:
        return words::finished;
    case State::freed:
        return words::freed;
    }
    return {};
}

Line words_for_verdict(std::string_view verdict) {
    return verdict == "right" ? Line(words::prediction_right) : Line(words::prediction_wrong);
}

Line words_for(const Field& field) {
    const Line name = Line::same(field.name);
    switch (field.kind) {
    case Field::Kind::resume:
        return words::field_resume;
    case Field::Kind::destroy:
        return words::field_destroy;
    case Field::Kind::promise:
        return words::field_promise;
    case Field::Kind::parameter:
        return fill(words::field_parameter, {name});
    case Field::Kind::local:
        return fill(words::field_local, {name});
    case Field::Kind::index:
        return words::field_index;
    case Field::Kind::probe:
        return words::field_probe;
    }
    return {};
}

Line words_for_outcome(const lesson::Outcome& outcome) {
    const std::string shown = shown_outcome(outcome);
    return shown.empty() ? Line(words::nothing_came) : Line::same(shown);
}

std::string shown_outcome(const lesson::Outcome& outcome) {
    switch (outcome.kind) {
    case lesson::Outcome::Kind::yielded:
        return lesson::repr(outcome.value);
    case lesson::Outcome::Kind::returned:
        return std::holds_alternative<std::monostate>(outcome.value)
                   ? "StopIteration"
                   : "StopIteration(" + lesson::repr(outcome.value) + ")";
    case lesson::Outcome::Kind::raised:
        return outcome.message.empty() ? outcome.error : outcome.error + ": " + outcome.message;
    default:
        return "";
    }
}

Line words_for_counted(const CoroutineWidget& widget) {
    const std::string_view left_out = not_counted(widget);
    const Line counted = words::counted;
    if (left_out == "browser_strings") return fill(words::counted_without_browser, {counted});
    return left_out == "system_cache" ? fill(words::counted_without_cache, {counted}) : counted;
}

Line shown_bytes(std::uint64_t bytes) {
    const auto in = static_cast<double>(bytes);
    if (bytes < 1000) return fill(words::bytes, {number(static_cast<long long>(bytes))});
    const bool is_small = bytes < 1'000'000;
    const double shown = in / (is_small ? 1e3 : 1e6);
    return Line::same(text::fixed(shown, shown < 100 ? 1 : 0).en + (is_small ? " kB" : " MB"));
}

lab::Description describe_coroutine(const CoroutineWidget& widget) {
    lab::Description description;
    description.title = words::title;
    description.sentence = widget.sentence();
    if (const std::string came = widget.prediction(); !came.empty()) {
        const Line said = words_for_verdict(came);
        description.sentence =
            Line(description.sentence.ko + " (" + said.ko + ")", description.sentence.en + " (" + said.en + ")");
    }
    if (widget.is_asked() && widget.predicted(widget.step().operation).empty())
        description.sentence = fill(words::prediction_asked, {description.sentence});
    if (widget.run().is_full())
        description.notices.push_back(
            fill(words::recorded_part, {number(static_cast<long long>(widget.run().steps().size()))}));
    if (widget.is_reading_lesson()) {
        if (widget.race().phase() != lesson::ReadingRace::Phase::idle &&
            widget.step_number() + 1 == static_cast<int>(widget.run().steps().size()))
            description.sentence = sentence_of(widget);
        add_race(widget, description);
    }
    add_facts(widget, description);
    add_flight(widget, description);
    add_predictions(widget, description);
    add_frame(widget, description);
    add_output(widget, description);
    description.tables = coroutine_tables(widget);
    return description;
}

} // namespace widget
