#pragma once

#include "lab/session.hpp"
#include "widget/surroundings.hpp"

namespace app {

/// Every experiment of the program, the one that opens first at the front.
lab::Registry make_registry(const widget::Surroundings& surroundings);

} // namespace app
