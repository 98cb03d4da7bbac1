#pragma once

#include <optional>
#include <string_view>

#include "lab/widget.hpp"

namespace widget {

class ContentionWidget;

/// The file behind the button `id` ("export_csv", "export_spans", "export_json", "export_trace"), nothing for another
/// id. Each holds the setup: version, engine, date, seed, and the scenario as text, from which it can be run again.
std::optional<lab::File> make_contention_file(std::string_view id, const ContentionWidget& widget);

} // namespace widget
