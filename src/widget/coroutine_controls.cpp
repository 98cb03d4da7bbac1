#include "widget/coroutine_controls.hpp"

#include <string>
#include <utility>

#include "lab/make_control.hpp"
#include "lesson/lessons.hpp"
#include "text/coroutine.hpp"
#include "text/lesson.hpp"

namespace widget {
namespace {

using lab::Control;
using lab::Option;
using lab::Place;
namespace words = text::coroutine;

Control text_control(std::string id, text::Line label, text::Line hint, std::string start) {
    Control control = lab::button_control(std::move(id), std::move(label), std::move(hint));
    control.kind = lab::Kind::text;
    control.value = control.fallback = std::move(start);
    return control;
}

std::vector<Option> lesson_options() {
    std::vector<Option> options;
    for (const lesson::Lesson& each : lesson::all_lessons()) options.push_back({std::string(each.id), each.title});
    return options;
}

std::vector<Option> error_options() {
    std::vector<Option> options;
    for (const std::string_view name : lesson::throwable)
        options.push_back({std::string(name), text::Line::same(std::string(name))});
    return options;
}

} // namespace

std::vector<Control> make_coroutine_controls() {
    std::vector<Control> all;
    all.push_back(lab::choice_control("lesson", words::lesson, words::lesson_hint, lesson_options()));

    all.push_back(lab::button_control("run", words::run, words::run_hint));
    all.back().primary = true;
    all.push_back(lab::button_control("reset", words::reset, words::reset_hint));

    all.push_back(lab::button_control("cancel", words::cancel, words::cancel_hint));

    all.push_back(lab::number_control("file_mb", words::file_mb, words::file_mb_hint, 1, 4096, "256"));
    all.back().unit = words::megabytes;
    all.push_back(text_control("file", words::file, words::file_hint, ""));
    all.back().half = true;
    all.back().linked = false; // a path of this machine says nothing on another
    all.push_back(lab::button_control("pick_file", words::pick_file, words::pick_file_hint));
    all.push_back(text_control("ops", words::ops, words::ops_hint, std::string(lesson::all_lessons()[0].script)));
    all.push_back(lab::choice_control("ending", text::lesson::ending, text::lesson::ending_hint,
                                      {{"", text::lesson::ending_own}}));
    all.back().linked = false; // the operations are
    all.push_back(lab::choice_control("branch", words::branch, words::branch_hint, {{"1", text::Line::same("1")}}));
    all.back().linked = false;

    all.push_back(lab::button_control("op_next", words::op_next, words::op_next_hint, Place::stage));
    all.push_back(text_control("value", words::value, words::value_hint, "60"));
    all.back().place = Place::stage;
    all.back().linked = false;
    all.push_back(lab::button_control("op_send", words::op_send, words::op_send_hint, Place::stage));
    all.push_back(lab::choice_control("error", words::error, words::error_hint, error_options(), Place::stage));
    all.back().linked = false;
    all.push_back(lab::button_control("op_throw", words::op_throw, words::op_throw_hint, Place::stage));
    all.push_back(lab::button_control("op_close", words::op_close, words::op_close_hint, Place::stage));
    all.push_back(lab::button_control("op_drop", words::op_drop, words::op_drop_hint, Place::stage));

    all.push_back(lab::button_control("back", words::back, words::back_hint, Place::stage));
    all.push_back(lab::button_control("forward", words::forward, words::forward_hint, Place::stage));
    all.push_back(lab::button_control("step_over", words::step_over, words::step_over_hint, Place::stage));
    all.push_back(lab::number_control("step", words::step, words::step_hint, 0, 1, "0"));
    all.back().slider = true;
    all.back().place = Place::stage;
    all.push_back(lab::choice_control("predict", words::predict, words::predict_hint,
                                      {{"", words::predict_none},
                                       {"value", words::predict_value},
                                       {"stop", words::predict_stop},
                                       {"error", words::predict_error}},
                                      Place::stage));
    all.back().linked = false;
    all.push_back(lab::choice_control("code", words::code, words::code_hint,
                                      {{"cpp", words::code_cpp}, {"python", words::code_python}}, Place::stage));
    all.push_back(
        lab::choice_control("frame", words::frame, words::frame_hint, {{"", words::frame_auto}}, Place::stage));
    all.back().linked = false;

    all.push_back(lab::button_control("export_csv", words::export_csv, words::export_csv_hint, Place::footer));
    all.push_back(lab::button_control("export_json", words::export_json, words::export_json_hint, Place::footer));
    return all;
}

} // namespace widget
