#include "view/timeline_input.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace view {
namespace {

constexpr float zoom_per_notch = 1.2f;
constexpr float pan_per_notch = 60;
constexpr float row_step = 24;

struct Plot {
    TimelineWindow& window;
    float& scroll_y;
    float most_scroll_y;
    float x;
    float width;
};

void take_wheel(Plot& plot) {
    // Otherwise a window around the timeline would scroll as well.
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelX);
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheelH != 0) plot.window.pan(-io.MouseWheelH * pan_per_notch, plot.width);
    if (io.MouseWheel == 0) return;
    if (!io.KeyShift)
        plot.window.zoom(io.MousePos.x - plot.x, std::pow(zoom_per_notch, io.MouseWheel), plot.width);
    else if (plot.most_scroll_y > 0)
        plot.scroll_y -= io.MouseWheel * row_step;
    else
        plot.window.pan(-io.MouseWheel * pan_per_notch, plot.width);
}

bool pressed(std::initializer_list<ImGuiKey> keys) {
    return std::any_of(keys.begin(), keys.end(), [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); });
}

int direction(ImGuiKey back, ImGuiKey on) {
    return (ImGui::IsKeyPressed(on, true) ? 1 : 0) - (ImGui::IsKeyPressed(back, true) ? 1 : 0);
}

void take_keys(Plot& plot, ImGuiID item, bool arrows_step, TimelineInput& input) {
    // Otherwise ImGui's keyboard navigation would walk on to the next item.
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home}) ImGui::SetKeyOwner(key, item);
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt || ImGui::GetIO().KeySuper) return;
    const auto owned = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, item); };
    const int arrow = (owned(ImGuiKey_RightArrow) ? 1 : 0) - (owned(ImGuiKey_LeftArrow) ? 1 : 0);
    const bool steps = arrows_step && !ImGui::GetIO().KeyShift;
    if (steps)
        input.stepped = arrow;
    else if (arrow != 0)
        plot.window.step(arrow);
    input.next_box = direction(ImGuiKey_Comma, ImGuiKey_Period);
    input.next_lane = direction(ImGuiKey_LeftBracket, ImGuiKey_RightBracket);
    if (owned(ImGuiKey_Home) || pressed({ImGuiKey_F})) plot.window.fit();
    if (pressed({ImGuiKey_Equal, ImGuiKey_KeypadAdd})) plot.window.zoom_step(+1);
    if (pressed({ImGuiKey_Minus, ImGuiKey_KeypadSubtract})) plot.window.zoom_step(-1);
    if (plot.most_scroll_y <= 0) return;
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow}) ImGui::SetKeyOwner(key, item);
    if (owned(ImGuiKey_UpArrow)) plot.scroll_y -= row_step;
    if (owned(ImGuiKey_DownArrow)) plot.scroll_y += row_step;
}

} // namespace

TimelineInput take_input(TimelineWindow& window, float& scroll_y, float most_scroll_y, ImVec2 low, ImVec2 high,
                         float plot_x, float plot_width, const Pinch& pinch, bool arrows_step) {
    Plot plot{window, scroll_y, most_scroll_y, plot_x, plot_width};
    ImGui::SetCursorScreenPos(low);
    ImGui::InvisibleButton("stage", {std::max(1.0f, high.x - low.x), std::max(1.0f, high.y - low.y)},
                           ImGuiButtonFlags_EnableNav);
    const ImGuiIO& io = ImGui::GetIO();
    TimelineInput input;
    input.is_hovered = ImGui::IsItemHovered();
    input.is_focused = ImGui::IsItemFocused();
    input.is_clicked = ImGui::IsItemDeactivated() && !ImGui::IsMouseDragPastThreshold(ImGuiMouseButton_Left);

    if (input.is_hovered) take_wheel(plot);
    const bool is_pinched = pinch.active() && pinch.centre.x >= low.x && pinch.centre.x < high.x &&
                            pinch.centre.y >= low.y && pinch.centre.y < high.y;
    if (is_pinched) {
        window.zoom(pinch.centre.x - plot_x, pinch.factor, plot_width);
        window.pan(-pinch.pan.x, plot_width);
        scroll_y -= pinch.pan.y;
    } else if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
        const ImVec2 way = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left);
        if (most_scroll_y <= 0 && std::abs(way.y) > std::abs(way.x)) {
            ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y); // of the window around
        } else {
            window.pan(-io.MouseDelta.x, plot_width);
            scroll_y -= io.MouseDelta.y;
        }
    }
    if (input.is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) window.fit();
    if (input.is_focused) take_keys(plot, ImGui::GetItemID(), arrows_step, input);
    scroll_y = std::clamp(scroll_y, 0.0f, std::max(0.0f, most_scroll_y));
    return input;
}

} // namespace view
