#pragma once

#include <string>
#include <vector>

/// Where the controls ended up, so that a page can lay its own elements exactly over them.
namespace view {

struct PlacedControl {
    std::string id;
    std::string region;  ///< "" : coordinates of the canvas; else of that region's content
    std::string painted; ///< "button", "toggle", "dropdown", "segments", "number", "slider"
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool operator==(const PlacedControl&) const = default;
};

/// A part of the canvas with a scroll position of its own.
struct PlacedRegion {
    std::string id;
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    float content = 0; ///< height of what is scrolled
    float scroll = 0;

    bool operator==(const PlacedRegion&) const = default;
};

struct Placement {
    std::vector<PlacedRegion> regions;
    std::vector<PlacedControl> controls;

    bool operator==(const Placement&) const = default;
};

/// {"regions": […], "controls": {id: {…}}}, in CSS pixels.
std::string placement_json(const Placement& placement);

} // namespace view
