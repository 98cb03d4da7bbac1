#include "view/trace_words.hpp"

#include "text/states.hpp"
#include "widget/state_words.hpp"

namespace view {

TimelineWords trace_words(const Frame& frame) {
    namespace states = text::states;
    TimelineWords said;
    for (std::size_t i = 0; i < said.states.size(); ++i)
        said.states[i] = frame.in(widget::words_for(static_cast<trace::State>(i)));
    said.events = {frame.in(states::switch_request), frame.in(states::hand_off), frame.in(states::snapshot)};
    said.closer = frame.in(states::closer);
    said.away = frame.in(states::away);
    said.whole = frame.in(states::whole);
    said.keys = frame.in(states::keys);
    said.keys_stepping = frame.in(states::keys_stepping);
    return said;
}

} // namespace view
