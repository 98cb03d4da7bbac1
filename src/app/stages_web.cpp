#include "app/application.hpp"
#include "view/sort_view.hpp"

namespace app {

std::unique_ptr<view::Stage> make_stage(const lab::Widget& widget) {
    if (const auto* sort = dynamic_cast<const widget::SortWidget*>(&widget))
        return std::make_unique<view::SortView>(*sort);
    return nullptr;
}

} // namespace app
