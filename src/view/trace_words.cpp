#include "view/trace_words.hpp"

#include <array>

#include "text/states.hpp"

namespace view {

TimelineWords trace_words(const Frame& frame) {
    namespace states = text::states;
    TimelineWords said;
    const std::array named{states::idle,      states::starting, states::running,   states::generate, states::sort,
                           states::wait_lock, states::wait_io,  states::wait_join, states::send,     states::verify,
                           states::ready,     states::spin,     states::section,   states::sleep,    states::switching,
                           states::held,      states::queue};
    static_assert(named.size() == static_cast<std::size_t>(trace::State::count));
    for (std::size_t i = 0; i < named.size(); ++i) said.states[i] = frame.in(named[i]);
    said.events = {frame.in(states::switch_request), frame.in(states::hand_off), frame.in(states::snapshot)};
    said.closer = frame.in(states::closer);
    said.away = frame.in(states::away);
    said.whole = frame.in(states::whole);
    return said;
}

} // namespace view
