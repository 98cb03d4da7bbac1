#pragma once

#include "lab/session.hpp"
#include "widget/surroundings.hpp"

namespace app {

/// Every experiment of the program, the one that opens first at the front. A page has those that were tried in
/// browsers.
lab::Registry make_registry(const widget::Surroundings& surroundings);

} // namespace app
