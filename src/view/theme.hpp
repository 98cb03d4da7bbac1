#pragma once

#include <imgui.h>

#include "trace/trace.hpp"

/// How everything looks: one set of tokens for colour, space and type, light and dark. web/style.css holds the same
/// colours for the page around the canvas.
namespace view {

/// Distances in CSS pixels; nothing is placed by other numbers.
namespace space {
inline constexpr float xs = 4;
inline constexpr float s = 8;
inline constexpr float m = 12;
inline constexpr float l = 16;
inline constexpr float xl = 24;
inline constexpr float touch = 44; ///< the least height of what a finger must hit
} // namespace space

/// Type sizes in CSS pixels.
namespace type {
inline constexpr float small = 12.5f;
inline constexpr float body = 15;
inline constexpr float lead = 18;
inline constexpr float title = 22;
} // namespace type

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* mono = nullptr;
};

struct Theme {
    bool dark = false;
    bool still = false; ///< the reader asked for less motion
    ImU32 background = 0;
    ImU32 surface = 0; ///< cards, fields
    ImU32 sunken = 0;  ///< the ground of a plot
    ImU32 text = 0;
    ImU32 muted = 0;
    ImU32 line = 0;
    ImU32 accent = 0;
    ImU32 on_accent = 0;
    ImU32 good = 0;
    ImU32 bad = 0;
    ImU32 states[static_cast<int>(trace::State::count)] = {};
    Fonts fonts;

    ImU32 state_colour(trace::State state) const { return states[static_cast<int>(state)]; }
};

/// Light or dark tokens; states take the Okabe–Ito palette (2008), which stays apart for the colour-blind.
Theme make_theme(bool dark, const Fonts& fonts);

/// `colour` with its opacity multiplied by `opacity` (0 to 1).
ImU32 faded(ImU32 colour, float opacity);

/// Gives ImGui's own widgets the same look.
void apply(const Theme& theme);

} // namespace view
