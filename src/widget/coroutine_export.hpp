#pragma once

#include <optional>
#include <string_view>

#include "lab/widget.hpp"

namespace widget {

class CoroutineWidget;

/// The file that this button ("export_csv", "export_json") asks for: every step of the record.
std::optional<lab::File> make_coroutine_file(std::string_view id, const CoroutineWidget& widget);

} // namespace widget
