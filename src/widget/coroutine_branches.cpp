#include "widget/coroutine_branches.hpp"

#include <algorithm>

namespace widget {

void CoroutineBranches::open(const lesson::Script& script) {
    if (!is_begun_) all_.clear();
    show({script, 0, {}});
}

void CoroutineBranches::restart(const lesson::Script& script) {
    show({script, 0, {}});
    shown() = {script, 0, {}};
}

void CoroutineBranches::append(std::size_t done, lesson::Operation operation, int furthest) {
    const bool follows = done < shown().script.size() && shown().script[done] == operation;
    if (follows) return;
    CoroutineBranch next = shown();
    const bool grows = done == next.script.size();
    next.script.resize(done);
    next.script.push_back(std::move(operation));
    next.furthest = std::min(next.furthest, furthest);
    std::erase_if(next.predictions, [&](const auto& said) { return said.first >= static_cast<int>(done); });
    if (grows && find(next.script) == all_.size())
        shown() = std::move(next);
    else
        show(std::move(next));
}

void CoroutineBranches::see(int step) {
    shown().furthest = std::max(shown().furthest, step);
    is_begun_ = is_begun_ || step > 0;
}

/// Their number when there is none of this script.
std::size_t CoroutineBranches::find(const lesson::Script& script) const {
    const auto known = std::ranges::find(all_, script, &CoroutineBranch::script);
    return static_cast<std::size_t>(known - all_.begin());
}

/// The one of the same script, when there is one.
void CoroutineBranches::show(CoroutineBranch branch) {
    number_ = find(branch.script);
    if (number_ == all_.size()) all_.push_back(std::move(branch));
}

} // namespace widget
