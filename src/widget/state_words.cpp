#include "widget/state_words.hpp"

#include <array>

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

} // namespace widget
