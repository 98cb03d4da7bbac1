#include "app/application.hpp"
#include "view/contention_view.hpp"
#include "view/coroutine_view.hpp"
#include "view/sort_view.hpp"

namespace app {

std::unique_ptr<view::Stage> make_stage(const lab::Widget& widget) {
    if (const auto* sort = dynamic_cast<const widget::SortWidget*>(&widget))
        return std::make_unique<view::SortView>(*sort);
    if (const auto* contention = dynamic_cast<const widget::ContentionWidget*>(&widget))
        return std::make_unique<view::ContentionView>(*contention);
    if (const auto* coroutine = dynamic_cast<const widget::CoroutineWidget*>(&widget))
        return std::make_unique<view::CoroutineView>(*coroutine);
    return nullptr;
}

} // namespace app
