#include "widget/coroutine_report.hpp"

#include <algorithm>

#include "text/coroutine.hpp"
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

constexpr std::size_t bytes_a_row = 16;

Line number(long long value) {
    return Line::same(std::to_string(value));
}

lab::Table coroutines_table(const Step& step) {
    lab::Table table{
        "coroutines",
        words::table_coroutines,
        {words::column_name, words::column_state, words::column_line, words::column_resumed_by, words::column_bytes},
        {}};
    for (const Coroutine& each : step.coroutines) {
        const Coroutine* const resumer = step.find(each.resumed_by);
        table.rows.push_back({Line::same(each.name), words_for(each.state),
                              each.cpp_line > 0 ? number(each.cpp_line) : Line::same("–"),
                              resumer == nullptr ? Line(words::caller) : Line::same(resumer->name),
                              number(static_cast<long long>(each.frame_size))});
    }
    return table;
}

lab::Table locals_table(const Step& step) {
    lab::Table table{"locals",
                     words::table_locals,
                     {words::column_coroutine, words::column_name, words::column_type, words::column_value},
                     {}};
    for (const Coroutine& each : step.coroutines)
        for (const lesson::Local& local : each.locals)
            table.rows.push_back(
                {Line::same(each.name), Line::same(local.name), Line::same(local.type), Line::same(local.value)});
    return table;
}

lab::Table history_table(const CoroutineWidget& widget) {
    lab::Table table{"history", words::table_history, {words::column_operation, words::column_outcome}, {}};
    for (int i = 0; i <= widget.step_number(); ++i) {
        const Step& step = widget.run().steps()[static_cast<std::size_t>(i)];
        if (step.kind != Step::Kind::outcome) continue;
        const auto at = static_cast<std::size_t>(step.operation);
        const auto& script = widget.run().script();
        const lesson::Operation operation =
            at < script.size() ? script[at] : lesson::Operation{lesson::Operation::Kind::drop, {}, {}};
        table.rows.push_back({Line::same(call_in_python(operation)), Line::same(shown_outcome(step.outcome))});
    }
    return table;
}

lab::Table frame_table(const Coroutine& coroutine) {
    lab::Table table{
        "frame",
        fill(words::table_frame, {Line::same(coroutine.name), number(static_cast<long long>(coroutine.frame_size))}),
        {words::column_offset, words::column_bytes, words::column_field},
        {}};
    for (const Field& field : coroutine.frame.fields) {
        const std::size_t count = std::min(field.size, bytes_a_row);
        table.rows.push_back(
            {number(static_cast<long long>(field.offset)),
             Line::same(hex_of(coroutine.frame, field.offset, count) + (count < field.size ? " …" : "")),
             words_for(field)});
    }
    return table;
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
        return fill(words::unreadable, {Line::same(lab::find(widget.controls(), "file")->value)});
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
    if (race.phase() == lesson::ReadingRace::Phase::unreadable) description.notices.push_back(sentence_of(widget));
    if (!race.generator().finished) return;
    const lesson::ReadingRace::Way& generator = race.generator();
    add_bytes("file_bytes", race.bytes(), words::fact_file_bytes);
    add_bytes("peak_generator_bytes", generator.peak, words::fact_peak_generator);
    if (race.whole().finished) add_bytes("peak_whole_bytes", race.whole().peak, words::fact_peak_whole);
    add("lines", std::to_string(generator.lines), "", words::fact_lines,
        text::grouped(static_cast<long long>(generator.lines)));
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
    add("step_sentence", step.sentence.en, "", words::fact_sentence, step.sentence);
    add("line.cpp", std::to_string(step.cpp_line), "", words::fact_line_cpp, number(step.cpp_line));
    add("line.python", std::to_string(step.python_line), "", words::fact_line_python, number(step.python_line));
    if (step.kind == Step::Kind::outcome)
        add("outcome", name_of(step.outcome), "", words::fact_outcome, Line::same(shown_outcome(step.outcome)));
    if (const std::string came = widget.prediction(); !came.empty())
        add("prediction", came, "", words::fact_prediction,
            came == "right" ? Line(words::prediction_right) : Line(words::prediction_wrong));
    const auto branches = static_cast<long long>(widget.branches());
    add("branches", std::to_string(branches), "", words::fact_branches, number(branches));
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

Line shown_bytes(std::uint64_t bytes) {
    const auto in = static_cast<double>(bytes);
    if (bytes < 1000) return fill(words::bytes, {number(static_cast<long long>(bytes))});
    const bool is_small = bytes < 1'000'000;
    const double shown = in / (is_small ? 1e3 : 1e6);
    return Line::same(text::fixed(shown, shown < 100 ? 1 : 0).en + (is_small ? " kB" : " MB"));
}

std::string hex_of(const lesson::FrameImage& frame, std::size_t offset, std::size_t count) {
    constexpr char digits[] = "0123456789abcdef";
    std::string written;
    for (std::size_t i = offset; i < std::min(offset + count, frame.bytes.size()); ++i) {
        if (!written.empty()) written += ' ';
        written += digits[frame.bytes[i] >> 4];
        written += digits[frame.bytes[i] & 15];
    }
    return written;
}

lab::Description describe_coroutine(const CoroutineWidget& widget) {
    lab::Description description;
    description.title = words::title;
    description.sentence = widget.step().sentence;
    if (const std::string came = widget.prediction(); !came.empty()) {
        const Line said = came == "right" ? Line(words::prediction_right) : Line(words::prediction_wrong);
        description.sentence =
            Line(description.sentence.ko + " (" + said.ko + ")", description.sentence.en + " (" + said.en + ")");
    }
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
    add_output(widget, description);
    description.tables = {coroutines_table(widget.step()), locals_table(widget.step()), history_table(widget)};
    if (const Coroutine* const open = widget.open_coroutine(); open != nullptr && !open->frame.bytes.empty())
        description.tables.push_back(frame_table(*open));
    return description;
}

} // namespace widget
