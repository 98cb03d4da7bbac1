#pragma once

#include "view/paint.hpp"

namespace view {

/// Where the parts of one way's row stand; on a narrow screen they stand under one another.
struct SortRow {
    Rect name;
    Rect track;
    Rect figures;
    Rect detail;     ///< spread and efficiency
    Rect prediction; ///< the choice, or what became of it
    Rect cores;      ///< how many cores were given, if that is said
    float height = 0;
};

/// The right end of every bar's track, in times of the sequence.
inline constexpr double scale_end = 1.2;

/// What a row has to say beside its name, bar and figures.
struct SortRowParts {
    bool is_measured = false;
    bool is_judged = false;   ///< the prediction is not a choice any more but a short verdict
    bool tells_cores = false; ///< only of a row that is judged
    float row_height = 36;    ///< of a choice
};

/// Too narrow for name, bar, figures and prediction beside one another.
inline bool is_stacked(const Rect& rect) {
    return rect.w < 620;
}

/// The row whose top is at `y`, as wide as `rect`.
inline SortRow place_sort_row(const Rect& rect, float y, const SortRowParts& parts) {
    SortRow at;
    constexpr float line = 18;
    if (is_stacked(rect)) {
        const float prediction = parts.is_judged ? 20 : parts.row_height;
        const float cores = parts.tells_cores ? line : 0;
        const float detail = parts.is_measured && !parts.is_judged ? line : 0; // a choice leaves no room beside itself
        at.name = {rect.x, y, rect.w * 0.5f, 24};
        at.figures = {rect.x + rect.w * 0.5f, y, rect.w * 0.5f, 24};
        at.track = {rect.x, y + 27, rect.w, line};
        at.prediction = {rect.x, y + 52 + detail, rect.w, prediction};
        at.detail = {rect.x, y + 52, rect.w, detail > 0 ? detail : 20};
        at.cores = {rect.x, y + 52 + prediction, rect.w, cores};
        at.height = 52 + detail + prediction + cores + space::l;
        return at;
    }
    constexpr float name = 172;
    constexpr float figures = 132;
    constexpr float prediction = 214;
    at.height = 47;
    at.name = {rect.x, y, name, 44};
    const float right = rect.right() - prediction;
    at.prediction = parts.tells_cores ? Rect{right, y, prediction, 22} : Rect{right, y + 6, prediction, 32};
    at.cores = {right, y + 23, prediction, parts.tells_cores ? line : 0};
    at.figures = {right - figures - space::l, y, figures, 24};
    at.detail = {at.figures.x, y + 23, figures, line};
    at.track = {at.name.right() + space::s, y + 10, at.figures.x - at.name.right() - space::s - space::m, 24};
    return at;
}

} // namespace view
