#pragma once

#include <optional>
#include <string_view>

#include "lab/widget.hpp"

namespace widget {

class SortWidget;

/// The file behind the button `id` ("export_csv", "export_json", "export_trace"), nothing for another id. Each holds
/// the setup: version, engine, date, plan, cores given, clock step.
std::optional<lab::File> make_sort_file(std::string_view id, const SortWidget& widget);

} // namespace widget
