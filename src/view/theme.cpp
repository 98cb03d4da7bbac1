#include "view/theme.hpp"

namespace view {
namespace {

constexpr ImU32 rgb(unsigned hex) {
    return IM_COL32((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff, 0xff);
}

void set_states(Theme& theme) {
    using trace::State;
    const auto set = [&](State state, ImU32 colour) { theme.states[static_cast<int>(state)] = colour; };
    const bool dark = theme.dark;
    set(State::idle, dark ? rgb(0x2a2e35) : rgb(0xe9e5dc));
    set(State::starting, dark ? rgb(0x6b7078) : rgb(0xb9b3a6));
    set(State::running, rgb(0x0072b2));
    set(State::generate, rgb(0x56b4e9));
    set(State::sort, dark ? rgb(0x2b8fd6) : rgb(0x0072b2));
    set(State::wait_lock, rgb(0xe69f00));
    set(State::wait_io, rgb(0xf0e442));
    set(State::wait_join, dark ? rgb(0x4a4f58) : rgb(0xd6d0c4));
    set(State::send, rgb(0xcc79a7));
    set(State::verify, rgb(0x009e73));
    set(State::ready, dark ? rgb(0x7d838c) : rgb(0xa8a294));
    set(State::preempted, rgb(0x56b4e9));
    set(State::spin, rgb(0xd55e00));
    set(State::section, dark ? rgb(0x12b386) : rgb(0x009e73));
    set(State::sleep, dark ? rgb(0x5a606a) : rgb(0xcbc4b6));
    set(State::switching, dark ? rgb(0x9aa0a8) : rgb(0x5f646d));
    set(State::held, dark ? rgb(0x12b386) : rgb(0x009e73));
    set(State::queue, rgb(0xe69f00));
}

} // namespace

Theme make_theme(bool dark, const Fonts& fonts) {
    Theme theme;
    theme.dark = dark;
    theme.fonts = fonts;
    theme.background = dark ? rgb(0x14161a) : rgb(0xfbfaf7);
    theme.surface = dark ? rgb(0x1c1f24) : rgb(0xffffff);
    theme.sunken = dark ? rgb(0x101215) : rgb(0xf4f1ea);
    theme.text = dark ? rgb(0xe8e6e1) : rgb(0x1b1d21);
    theme.muted = dark ? rgb(0x9aa0a8) : rgb(0x5f646d);
    theme.line = dark ? rgb(0x31353c) : rgb(0xdedad2);
    theme.accent = dark ? rgb(0x6cb6f0) : rgb(0x0b62a8);
    theme.on_accent = dark ? rgb(0x0c1218) : rgb(0xffffff);
    theme.good = dark ? rgb(0x35c59a) : rgb(0x00795a);
    theme.bad = dark ? rgb(0xf08a4b) : rgb(0xb3440c);
    set_states(theme);
    return theme;
}

ImU32 faded(ImU32 colour, float opacity) {
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xff) * opacity;
    return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha + 0.5f) << IM_COL32_A_SHIFT);
}

void apply(const Theme& theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.FramePadding = {space::m, space::s};
    style.FrameRounding = 6;
    style.ItemSpacing = {space::s, space::s};
    style.ScrollbarSize = 8;
    style.ScrollbarRounding = 4;
    const auto set = [&](ImGuiCol slot, ImU32 colour) { style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour); };
    set(ImGuiCol_WindowBg, theme.background);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.muted);
    set(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.35f));
    set(ImGuiCol_FrameBg, theme.surface);
    set(ImGuiCol_FrameBgHovered, theme.surface);
    set(ImGuiCol_FrameBgActive, theme.surface);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_PopupBg, theme.surface);
    set(ImGuiCol_Header, faded(theme.accent, 0.16f));
    set(ImGuiCol_HeaderHovered, faded(theme.accent, 0.24f));
    set(ImGuiCol_HeaderActive, faded(theme.accent, 0.32f));
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, theme.line);
    set(ImGuiCol_ScrollbarGrabHovered, theme.muted);
    set(ImGuiCol_ScrollbarGrabActive, theme.muted);
    set(ImGuiCol_NavCursor, theme.accent);
    set(ImGuiCol_InputTextCursor, theme.accent);
}

} // namespace view
