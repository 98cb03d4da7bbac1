#include "view/placement.hpp"

#include "trace/json.hpp"

namespace view {

std::string placement_json(const Placement& placement) {
    trace::JsonWriter json;
    const auto box = [&](const auto& placed) {
        json.member("x", static_cast<double>(placed.x))
            .member("y", static_cast<double>(placed.y))
            .member("w", static_cast<double>(placed.w))
            .member("h", static_cast<double>(placed.h));
    };
    json.begin_object().key("regions").begin_array();
    for (const PlacedRegion& region : placement.regions) {
        json.begin_object().member("id", region.id);
        box(region);
        json.member("content", static_cast<double>(region.content))
            .member("scroll", static_cast<double>(region.scroll))
            .end_object();
    }
    json.end_array().key("controls").begin_object();
    for (const PlacedControl& control : placement.controls) {
        json.key(control.id).begin_object().member("region", control.region).member("painted", control.painted);
        box(control);
        json.end_object();
    }
    json.end_object().end_object();
    return json.take();
}

} // namespace view
