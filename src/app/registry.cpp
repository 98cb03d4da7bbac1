#include "app/registry.hpp"

#include "text/contention.hpp"
#include "text/coroutine.hpp"
#include "text/sort.hpp"
#include "widget/contention_widget.hpp"
#include "widget/coroutine_widget.hpp"
#include "widget/sort_widget.hpp"

namespace app {

lab::Registry make_registry(const widget::Surroundings& surroundings) {
    return {{"sort", text::sort::title, [surroundings] { return std::make_unique<widget::SortWidget>(surroundings); }},
            {"contention", text::contention::title,
             [surroundings] { return std::make_unique<widget::ContentionWidget>(surroundings); }},
            {"coroutine", text::coroutine::title,
             [surroundings] { return std::make_unique<widget::CoroutineWidget>(surroundings); }}};
}

} // namespace app
