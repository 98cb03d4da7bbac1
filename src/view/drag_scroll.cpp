#include "view/drag_scroll.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace view {
namespace {

constexpr float least_speed = 20;  // slower than this looks like standing
constexpr float glide_s = 0.325f;  // after which a third of the speed is left
constexpr double held_s = 0.1;     // a finger that stood this long does not throw
constexpr float longest_s = 0.05f; // of a frame: nothing leaps after a pause

} // namespace

void DragScroll::draw(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    const float passed_s = std::clamp(io.DeltaTime, 0.001f, longest_s);
    // Pressing the ground makes ImGui move the window, which stays where it is; its items take their own drags.
    if (ImGui::GetActiveID() == ImGui::GetCurrentWindow()->MoveId) {
        if (!ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4)) {
            speed_ = 0;
        } else if (io.MouseDelta.y != 0) {
            ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y);
            const bool by_finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
            speed_ = by_finger ? (speed_ - io.MouseDelta.y / passed_s) / 2 : 0;
            moved_s_ = frame.time_s;
        }
        return;
    }
    const bool held = ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (frame.theme.still || std::abs(speed_) < least_speed || (held && frame.time_s - moved_s_ > held_s)) speed_ = 0;
    if (speed_ == 0) return;
    ImGui::SetScrollY(ImGui::GetScrollY() + speed_ * passed_s);
    speed_ *= std::exp(-passed_s / glide_s);
    frame.animating = true;
}

} // namespace view
