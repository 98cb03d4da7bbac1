#include "widget/coroutine_widget.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "lesson/made_file.hpp"
#include "lesson/refusal.hpp"
#include "lesson/sentences.hpp"
#include "measure/abilities.hpp"
#include "text/coroutine.hpp"
#include "text/lesson.hpp"
#include "widget/coroutine_controls.hpp"
#include "widget/coroutine_export.hpp"
#include "widget/coroutine_report.hpp"

namespace widget {
namespace {

using lesson::Operation;
using lesson::Step;
using text::fill;
using text::Line;
namespace words = text::coroutine;

/// Why this lesson cannot do all of this script; empty when it can.
Line obstacle(const lesson::Lesson& lesson, const lesson::Script& script) {
    if (script.size() > lesson.most_operations)
        return fill(text::lesson::too_long,
                    {Line::same(std::to_string(lesson.most_operations)), Line::same(std::to_string(script.size()))});
    return lesson::refusal(lesson, script);
}

} // namespace

CoroutineWidget::CoroutineWidget(Surroundings surroundings) : surroundings_(std::move(surroundings)) {
    controls_ = make_coroutine_controls();
    open_lesson();
}

Line CoroutineWidget::title() const {
    return words::title;
}

Line CoroutineWidget::set(std::string_view id, std::string_view value) {
    if (id == "file" && !value.empty() && control("file").enabled() && !surroundings_.open_file(std::string(value)))
        return fill(words::not_opened, {Line::same(std::string(value))});
    if (id != "ops") return ControlledWidget::set(id, value);
    const lesson::ScriptReading reading = lesson::read_script(value);
    if (!reading.refusal.empty()) return reading.refusal;
    if (Line why = obstacle(run_->lesson(), reading.script); !why.empty()) return why;
    return ControlledWidget::set(id, lesson::write_script(reading.script));
}

bool CoroutineWidget::is_reading_lesson() const {
    return run_->lesson().id == "reading";
}

/// Reads the reader's own file, or a made one, in both ways. What reading whole may take is asked first.
void CoroutineWidget::start_race() {
    memory_bytes_ = measure::abilities().memory_bytes;
    const std::string path = race_file_ = control("file").value;
    if (path.empty()) {
        const auto bytes = static_cast<std::uint64_t>(number("file_mb")) * 1'000'000;
        race_.start([bytes] { return std::make_unique<lesson::MadeFile>(bytes); }, bytes, memory_bytes_);
        return;
    }
    const auto open = [&open_file = surroundings_.open_file, path] { return open_file(path); };
    std::uint64_t bytes = 0;
    if (const auto file = open(); file && file->seekg(0, std::ios::end))
        bytes = static_cast<std::uint64_t>(file->tellg());
    race_.start(open, bytes, memory_bytes_);
}

const std::string& CoroutineWidget::race_file() const {
    return race_.phase() == lesson::ReadingRace::Phase::idle ? lab::find(controls_, "file")->value : race_file_;
}

void CoroutineWidget::poll() {
    if (!race_.running()) return;
    race_.poll();
    refresh_controls();
}

void CoroutineWidget::changed(const lab::Control& control) {
    if (control.id == "lesson") {
        open_lesson();
    } else if (control.id == "ending" && control.value.empty()) {
        refresh_endings(); // it says what the operations are, until they change
    } else if (control.id == "ops" || control.id == "ending") {
        const auto& endings = run_->lesson().endings;
        const auto ready = std::ranges::find(endings, control.value, &lesson::ReadyScript::id);
        branches_.open(
            lesson::read_script(control.id == "ops" ? std::string_view(control.value) : ready->script).script);
        play();
        go_to(0);
    } else if (control.id == "branch") {
        branches_.choose(static_cast<std::size_t>(number("branch")) - 1); // its choices are numbers
        play();
        go_to(std::min(step_, static_cast<int>(run_->steps().size()) - 1));
    } else if (control.id == "step") {
        go_to(static_cast<int>(number("step")));
    } else if (control.id == "predict") {
        branches_.shown().predictions[step().operation] = control.value;
    } else if (control.id == "value") {
        refresh_controls(); // a generator takes None only
    }
}

void CoroutineWidget::open_lesson() {
    const lesson::Lesson& chosen = *lesson::find_lesson(control("lesson").value);
    control("ops").fallback = chosen.script;
    branches_ = CoroutineBranches(lesson::read_script(chosen.script).script);
    play();
    go_to(0);
}

/// Runs the script of the branch that is shown.
void CoroutineWidget::play() {
    run_ = std::make_unique<lesson::Run>(*lesson::find_lesson(control("lesson").value), branches_.shown().script);
    control("ops").value = lesson::write_script(run_->script());
    control("step").max = static_cast<double>(run_->steps().size() - 1);
    control("frame").value.clear();
    refresh_branches();
    refresh_endings();
}

/// The ending that the operations are, if any.
void CoroutineWidget::refresh_endings() {
    lab::Control& ending = control("ending");
    const auto& ready = run_->lesson().endings;
    ending.options = {{"", text::lesson::ending_own}};
    ending.value.clear();
    for (const lesson::ReadyScript& each : ready) {
        ending.options.push_back({std::string(each.id), each.title});
        if (each.script == control("ops").value) ending.value = each.id;
    }
    ending.moot = ready.empty();
    forbid("ending", ready.empty() ? Line(text::lesson::no_endings) : Line());
}

void CoroutineWidget::refresh_branches() {
    lab::Control& branch = control("branch");
    branch.options.clear();
    for (const CoroutineBranch& each : branches()) {
        const std::string name = std::to_string(branch.options.size() + 1);
        branch.options.push_back(
            {name, fill(words::branch_of, {Line::same(name), Line::same(lesson::write_script(each.script))})});
    }
    branch.value = std::to_string(branches_.number() + 1);
    branch.moot = branches().size() == 1;
}

void CoroutineWidget::pressed(const lab::Control& button) {
    const auto last = static_cast<int>(run_->steps().size()) - 1;
    if (button.id == "run") {
        if (is_reading_lesson()) start_race();
        go_to(last);
    } else if (button.id == "cancel") {
        race_.cancel();
        refresh_controls();
    } else if (button.id == "forward")
        go_to(step_ + 1);
    else if (button.id == "back")
        go_to(step_ - 1);
    else if (button.id == "step_over")
        go_to(next_suspension());
    else if (button.id == "reset") {
        branches_.restart(lesson::read_script(run_->lesson().script).script);
        play();
        go_to(0);
    } else if (button.id == "pick_file")
        surroundings_.pick_file();
    else if (button.id == "op_next")
        append({Operation::Kind::next, {}, {}});
    else if (button.id == "op_send")
        append({Operation::Kind::send, lesson::parse_value(control("value").value), {}});
    else if (button.id == "op_throw")
        append({Operation::Kind::throw_, {}, control("error").value});
    else if (button.id == "op_close")
        append({Operation::Kind::close, {}, {}});
    else if (button.id == "op_drop")
        append({Operation::Kind::drop, {}, {}});
    else
        file_ = make_coroutine_file(button.id, *this);
}

/// Those of the script that are over here or at work: behind them the next one goes.
std::size_t CoroutineWidget::operations_done() const {
    return std::min(run_->script().size(), static_cast<std::size_t>(step().operation + 1));
}

void CoroutineWidget::append(Operation operation) {
    const std::size_t done = operations_done();
    branches_.append(done, std::move(operation), done == 0 ? 0 : run_->outcome_of(static_cast<int>(done) - 1));
    play();
    go_to(run_->call_of(static_cast<int>(done)));
}

int CoroutineWidget::next_suspension() const {
    const auto& steps = run_->steps();
    const auto next =
        std::find_if(steps.begin() + step_ + 1, steps.end(), [](const Step& each) { return each.is_suspension(); });
    return static_cast<int>(next - steps.begin()); // go_to() knows where the end is
}

void CoroutineWidget::go_to(int step) {
    step_ = std::clamp(step, 0, static_cast<int>(run_->steps().size()) - 1);
    control("step").value = std::to_string(step_);
    branches_.see(step_);
    refresh_controls();
}

bool CoroutineWidget::is_dropped_here() const {
    return std::any_of(run_->script().begin(), run_->script().begin() + static_cast<std::ptrdiff_t>(operations_done()),
                       [](const Operation& each) { return each.kind == Operation::Kind::drop; });
}

void CoroutineWidget::refresh_controls() {
    const int last = static_cast<int>(run_->steps().size()) - 1;
    const Line at_end = step_ == last ? Line(words::why_at_end) : Line();
    for (const char* id : {"forward", "step_over"}) forbid(id, at_end);
    forbid("back", step_ == 0 ? Line(words::why_at_start) : Line());
    Line no_more;
    if (is_dropped_here()) no_more = words::why_dropped;
    const lesson::Lesson& lesson = run_->lesson();
    if (operations_done() >= lesson.most_operations)
        no_more = fill(text::lesson::too_long, {Line::same(std::to_string(lesson.most_operations)),
                                                Line::same(std::to_string(lesson.most_operations))});
    for (const char* id : {"op_next", "op_drop"}) forbid(id, no_more);
    const bool reads = is_reading_lesson();
    const bool running = race_.running();
    const Line while_reading = running ? Line(words::why_reading) : Line();
    for (const char* id : {"run", "lesson", "reset"}) forbid(id, while_reading);
    forbid("cancel", running ? Line() : Line(words::why_not_reading));
    forbid("file_mb", !reads ? Line(words::why_other_lesson) : while_reading);
    forbid("file", !surroundings_.open_file ? Line(words::why_no_files)
                   : !reads                 ? Line(words::why_other_lesson)
                                            : while_reading);
    forbid("pick_file", !surroundings_.pick_file ? Line(words::why_no_picking)
                        : !reads                 ? Line(words::why_other_lesson)
                                                 : while_reading);
    for (const char* id : {"file_mb", "file", "pick_file"}) control(id).moot = !reads;
    control("pick_file").moot |= !surroundings_.pick_file;
    const lesson::State state = run_->state_behind(operations_done());
    const auto unless_taken = [&](const Operation& operation) {
        return no_more.empty() ? lesson::refusal(lesson, operation, state) : no_more;
    };
    forbid("op_send", unless_taken({Operation::Kind::send, lesson::parse_value(control("value").value), {}}));
    forbid("op_throw", unless_taken({Operation::Kind::throw_, {}, control("error").value}));
    forbid("op_close", no_more);

    refresh_prediction();

    lab::Control& frame = control("frame");
    frame.options = {{"", words::frame_auto}};
    for (const lesson::Coroutine& each : step().coroutines) {
        const std::string number = std::to_string(each.id);
        frame.options.push_back({number, fill(words::frame_of, {Line::same(each.name), Line::same(number)})});
    }
    if (std::ranges::find(frame.options, frame.value, &lab::Option::value) == frame.options.end()) frame.value.clear();
    ++revision_;
}

/// What is said may be said differently until the outcome is seen, but only where it is asked.
void CoroutineWidget::refresh_prediction() {
    lab::Control& predict = control("predict");
    const bool is_seen = asks(step().operation) && step().kind == Step::Kind::call;
    predict.why_not = is_asked() ? Line() : is_seen ? Line(words::why_outcome_seen) : Line(words::why_no_prediction);
    predict.moot = !is_asked();
    predict.value = predicted(step().operation);
}

Line CoroutineWidget::sentence() const {
    if (is_asked()) return lesson::neutral_sentence_of_call(*run_, step());
    return tongue() == lesson::Tongue::python ? step().sentence_of_python : step().sentence;
}

lesson::Tongue CoroutineWidget::tongue() const {
    return control("code").value == "python" ? lesson::Tongue::python : lesson::Tongue::cpp;
}

const lesson::Coroutine* CoroutineWidget::open_coroutine() const {
    const std::string& chosen = control("frame").value;
    if (!chosen.empty()) return step().find(std::atoi(chosen.c_str()));
    for (int number = step_; number >= 0; --number) {
        const int active = run_->steps()[static_cast<std::size_t>(number)].active;
        if (active != lesson::Coroutine::caller) return step().find(active);
    }
    return step().find(run_->root());
}

bool CoroutineWidget::asks(int operation) const {
    const lesson::Script& script = run_->script();
    return operation >= 0 && static_cast<std::size_t>(operation) < script.size() &&
           can_be_foretold(script[static_cast<std::size_t>(operation)]);
}

bool CoroutineWidget::is_open(int operation) const {
    return asks(operation) && run_->outcome_of(operation) > branches_.shown().furthest;
}

bool CoroutineWidget::is_asked() const {
    return step().kind == Step::Kind::call && is_open(step().operation);
}

int CoroutineWidget::next_question() const {
    const auto operations = static_cast<int>(run_->script().size());
    for (int operation = std::max(step().operation, 0); operation < operations; ++operation)
        if (const int call = run_->call_of(operation); call > step_ && is_open(operation)) return call;
    return -1;
}

std::string CoroutineWidget::predicted(int operation) const {
    const auto& predictions = branches_.shown().predictions;
    const auto said = predictions.find(operation);
    return said == predictions.end() ? "" : said->second;
}

Line CoroutineWidget::words_for_prediction(std::string_view said) const {
    const lab::Control& predict = control("predict");
    const auto option = std::ranges::find(predict.options, said, &lab::Option::value);
    return option == predict.options.end() ? Line() : option->label;
}

std::string CoroutineWidget::verdict(int operation) const {
    const std::string said = predicted(operation);
    const int at = run_->outcome_of(operation);
    if (said.empty() || at > branches_.shown().furthest) return "";
    return said == name_of(run_->steps()[static_cast<std::size_t>(at)].outcome) ? "right" : "wrong";
}

std::string CoroutineWidget::prediction() const {
    return step().kind == Step::Kind::outcome ? verdict(step().operation) : "";
}

lab::Description CoroutineWidget::describe() const {
    return describe_coroutine(*this);
}

} // namespace widget
