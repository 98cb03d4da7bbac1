#include "view/contention_parts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/contention.hpp"
#include "text/contention_stage.hpp"
#include "view/code_pane.hpp"
#include "view/control_view.hpp"
#include "widget/contention_code.hpp"
#include "widget/contention_controls.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_time.hpp"

namespace view {
namespace {

using widget::ContentionWidget;
namespace words = text::contention;

const lab::Control& control_of(const ContentionWidget& shown, std::string_view id) {
    return *lab::find(shown.controls(), id);
}

} // namespace

float draw_numbers(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::vector<widget::Figure> figures = widget::main_figures(shown);
    constexpr float least_width = 108;
    constexpr float height = 46;
    const auto columns = std::clamp<std::size_t>(static_cast<std::size_t>(rect.w / least_width), 1, figures.size());
    const std::size_t rows = (figures.size() + columns - 1) / columns;
    const std::size_t in_row = (figures.size() + rows - 1) / rows;
    const float width = rect.w / static_cast<float>(in_row);
    const bool has_result = shown.history().recorded() > 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Rect cell{rect.x + width * static_cast<float>(i % in_row),
                        rect.y + height * static_cast<float>(i / in_row), width - space::s, height};
        paint_text(list, theme.fonts.regular, type::small - 1, theme.muted, {cell.x, cell.y, cell.w, 18},
                   frame.in(figures[i].name));
        paint_text(list, theme.fonts.semibold, type::lead, has_result ? theme.text : theme.muted,
                   {cell.x, cell.y + 17, cell.w, 24}, has_result ? frame.in(figures[i].value) : "–");
    }
    return height * static_cast<float>(rows);
}

float draw_diagnoses(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    if (!shown.is_diagnosed()) return 0;
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = rect.y;
    if (shown.diagnoses().empty()) {
        paint_text(list, theme.fonts.regular, type::body, theme.good, {rect.x, y, rect.w, 24},
                   std::string("✓ ") + std::string(frame.in(words::diagnoses_healthy)));
        return 24 + space::s;
    }
    const float button = 64;
    for (const widget::Diagnosis& each : shown.diagnoses()) {
        const ImU32 ink = each.is_trouble() ? theme.bad : theme.good;
        const float width = rect.w - button - 2 * space::m - 4;
        const std::string name =
            std::string(each.is_trouble() ? "! " : "✓ ") + frame.in(widget::name_of_diagnosis(each.kind));
        const float text =
            text_size(theme.fonts.regular, type::small + 1, frame.in(each.reason), width).y + 20 + space::xs;
        const float height = std::max(text + space::s, frame.row_height() + space::s);
        fill_rect(list, {rect.x, y, rect.w, height}, faded(ink, 0.10f), 6);
        fill_rect(list, {rect.x, y, 4, height}, ink, 2);
        paint_text(list, theme.fonts.semibold, type::small + 1, ink, {rect.x + space::m, y + space::xs, width, 20},
                   name);
        paint_wrapped(list, theme.fonts.regular, type::small + 1, theme.text, {rect.x + space::m, y + space::xs + 20},
                      width, frame.in(each.reason));
        // The button's own name is the diagnosis; where that stands beside it, "See" says more.
        lab::Control see = control_of(shown, widget::see_id(each.kind));
        see.label = words::see_moment;
        draw_control(
            frame, see,
            {rect.right() - button - space::xs, y + (height - frame.row_height()) / 2, button, frame.row_height()});
        y += height + space::s;
    }
    return y - rect.y;
}

namespace {

/// ✓ or ✗ before what came out and how.
float draw_outcome(Frame& frame, const Rect& rect, bool is_predicted, bool is_right, const std::string& all) {
    const Theme& theme = frame.theme;
    const std::string mark = !is_predicted ? "" : is_right ? "✓ " : "✗ ";
    const ImU32 ink = !is_predicted ? theme.muted : is_right ? theme.good : theme.bad;
    return paint_wrapped(ImGui::GetWindowDrawList(), theme.fonts.regular, type::body, ink, rect.min(), rect.w,
                         mark + all) +
           space::xs;
}

float draw_question(Frame& frame, const Rect& rect, const lab::Control& predict) {
    const Theme& theme = frame.theme;
    const bool is_stacked = rect.w < 620;
    const float label = is_stacked ? rect.w : text_size(theme.fonts.regular, type::body, frame.in(predict.label)).x;
    const float row = frame.row_height();
    float y = rect.y;
    paint_text(ImGui::GetWindowDrawList(), theme.fonts.regular, type::body, theme.text,
               {rect.x, y, label + 1, is_stacked ? 24 : row}, frame.in(predict.label));
    if (is_stacked) y += 26;
    const float x = is_stacked ? rect.x : rect.x + label + space::m;
    draw_control(frame, predict, {x, y, std::min(rect.right() - x, 460.0f), row}, "", {0, 0}, Painted::segments);
    return y + row - rect.y;
}

} // namespace

float draw_prediction(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    const lab::Control& of_ratio = control_of(shown, "predict_ratio");
    if (const auto& ratio = shown.sequence_ratio())
        return draw_outcome(frame, rect, !of_ratio.value.empty(), of_ratio.value == ratio->name(),
                            std::string(frame.in(widget::words_for_outcome(of_ratio.value, *ratio))) + "  ·  " +
                                frame.in(widget::words_for_ratio(*ratio)));
    if (of_ratio.enabled()) return draw_question(frame, rect, of_ratio);
    if (!shown.can_double()) return 0;
    const lab::Control& predict = control_of(shown, "predict");
    if (const auto verdict = shown.verdict())
        return draw_outcome(frame, rect, !predict.value.empty(), predict.value == verdict->name,
                            std::string(frame.in(widget::words_for_outcome(predict.value, *verdict))) + "  ·  " +
                                frame.in(widget::words_for_verdict(*verdict)));
    if (!predict.enabled()) // revealed, and the points are still to come
        return draw_outcome(frame, rect, false, false, std::string(frame.in(words::sweeping)));
    return draw_question(frame, rect, predict);
}

float draw_steps(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float row = frame.row_height();
    float y = rect.y;
    float x = rect.x;
    constexpr float weights = 4.4f;
    const float unit = (rect.w - 3 * space::s) / weights;
    for (const char* id : {"start_over", "back", "step", "next_contended"}) {
        const float width = std::string_view(id) == "next_contended" ? 1.4f * unit : unit;
        draw_control(frame, control_of(shown, id), {x, y, width, row});
        x += width + space::s;
    }
    y += row + space::xs;
    const float slider = frame.shape == Shape::narrow ? space::touch : 26.0f;
    const float rail = y + slider - 7;
    fill_rect(list, {rect.x, rail - 1.5f, rect.w, 3}, theme.line, 1.5f);
    draw_slider(frame, control_of(shown, "moment"), {rect.x, y, rect.w, slider});
    y += slider + space::xs;
    const sim::History& history = shown.history();
    const bool is_complete = shown.run().is_complete();
    const text::Line position = text::grouped(history.position());
    const text::Line step = is_complete ? text::fill(words::step_of, {position, text::grouped(history.recorded())})
                                        : text::fill(words::step_so_far, {position});
    paint_text(list, theme.fonts.semibold, type::small, theme.muted, {rect.x, y, rect.w * 0.6f, 20}, frame.in(step));
    paint_text(list, theme.fonts.regular, type::small, theme.muted, {rect.x + rect.w * 0.5f, y, rect.w * 0.5f, 20},
               frame.in(widget::shown_instant(history.machine().now_ns())), Align::right);
    y += 22;
    const std::string sentence = frame.in(shown.step_sentence());
    // Two lines in any case, so that the code below stays where it is from step to step.
    const float two = 2 * text_size(theme.fonts.regular, type::body, "0").y;
    const float used = paint_wrapped(list, theme.fonts.regular, type::body, theme.text, {rect.x, y}, rect.w, sentence);
    return y + std::max(two, used) + space::s - rect.y;
}

float draw_scenario_code(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    const lab::Control& code = control_of(shown, "code");
    const float row = frame.row_height();
    const std::size_t thread = shown.shown_thread();
    const std::string& name = shown.scenario().threads[thread].name;
    paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.semibold, type::body, frame.theme.text,
               {rect.x, rect.y, rect.w / 2 - space::s, row}, name);
    draw_control(frame, code, {rect.x + rect.w / 2, rect.y, rect.w / 2, row}, "", {0, 0}, Painted::segments);
    const auto language = code.value == "python" ? program::CodeLanguage::python : program::CodeLanguage::cpp;
    const auto lit = static_cast<int>(shown.shown_instruction());
    const std::vector<widget::ScenarioLine> all = widget::scenario_code(shown.scenario(), thread, lit, language);
    // A long program is shown around where the thread stands.
    constexpr std::size_t most = 18;
    const auto at = std::ranges::find(all, true, &widget::ScenarioLine::is_lit);
    const auto lit_line = static_cast<std::size_t>(at == all.end() ? 0 : at - all.begin());
    const std::size_t first =
        all.size() <= most ? 0 : std::min(lit_line - std::min(lit_line, most / 2), all.size() - most);
    std::vector<ShownLine> lines;
    for (std::size_t i = first; i < std::min(all.size(), first + most); ++i)
        lines.push_back({all[i].text, all[i].state, all[i].is_lit});
    float y = rect.y + row + space::s;
    y += draw_code(frame, {rect.x, y, rect.w, 0}, lines) + space::xs;
    // Two lines in any case, so that what follows stays where it is from step to step.
    const float two = 2 * text_size(frame.theme.fonts.regular, type::small, "0").y;
    const float used = paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small,
                                     frame.theme.text, {rect.x, y}, rect.w, frame.in(shown.instruction_sentence()));
    return y + std::max(two, used) - rect.y;
}

} // namespace view
