#include "view/contention_view.hpp"
#include "view/coroutine_view.hpp"
#include "view/sort_view.hpp"
#include "view/stage.hpp"

namespace view {

std::unique_ptr<Stage> make_stage(const lab::Widget& widget) {
    if (const auto* sort = dynamic_cast<const widget::SortWidget*>(&widget)) return std::make_unique<SortView>(*sort);
    if (const auto* contention = dynamic_cast<const widget::ContentionWidget*>(&widget))
        return std::make_unique<ContentionView>(*contention);
    if (const auto* coroutine = dynamic_cast<const widget::CoroutineWidget*>(&widget))
        return std::make_unique<CoroutineView>(*coroutine);
    return nullptr;
}

} // namespace view
