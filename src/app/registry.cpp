#include "app/registry.hpp"

#include "text/coroutine.hpp"
#include "text/sort.hpp"
#include "widget/coroutine_widget.hpp"
#include "widget/sort_widget.hpp"

namespace app {

lab::Registry make_registry(const widget::Surroundings& surroundings) {
    return {{"sort", text::sort::title, [surroundings] { return std::make_unique<widget::SortWidget>(surroundings); }},
            {"coroutine", text::coroutine::title,
             [surroundings] { return std::make_unique<widget::CoroutineWidget>(surroundings); }}};
}

} // namespace app
