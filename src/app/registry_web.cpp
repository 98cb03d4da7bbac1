#include "app/registry.hpp"
#include "text/sort.hpp"
#include "widget/sort_widget.hpp"

namespace app {

lab::Registry make_registry(const widget::Surroundings& surroundings) {
    return {{"sort", text::sort::title, [surroundings] { return std::make_unique<widget::SortWidget>(surroundings); }}};
}

} // namespace app
