#include "widget/state_words.hpp"

#include <array>

#include "text/contention_stage.hpp"
#include "text/states.hpp"

namespace widget {

const text::Sentence& words_for(trace::State state) {
    namespace states = text::states;
    static constexpr std::array named{
        states::idle,    states::starting,  states::running, states::generate,  states::sort,  states::wait_lock,
        states::wait_io, states::wait_join, states::send,    states::verify,    states::ready, states::preempted,
        states::spin,    states::section,   states::sleep,   states::switching, states::held,  states::queue};
    static_assert(named.size() == static_cast<std::size_t>(trace::State::count));
    return named[static_cast<std::size_t>(state)];
}

text::Line lane_title(std::string_view name) {
    constexpr std::string_view queue = " queue";
    if (!name.ends_with(queue)) return text::Line::same(std::string(name));
    name.remove_suffix(queue.size());
    return text::fill(text::contention::queue_lane, {text::Line::same(std::string(name))});
}

} // namespace widget
