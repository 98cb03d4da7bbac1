#include "measure/lock_lanes.hpp"

#include <algorithm>
#include <utility>

namespace measure {
namespace {

using trace::Nanoseconds;

void add_holders(LockLanes& lanes, const std::vector<OwnedHold>& holds, Nanoseconds until_ns) {
    std::vector<trace::Span>& spans = lanes.held.spans;
    int before = -1;
    bool all_read = false;
    for (const auto& [hold, thread] : holds) {
        if (hold.got_ns < 0 || hold.got_ns >= until_ns) continue;
        const Nanoseconds free_from = spans.empty() ? 0 : spans.back().end_ns;
        Nanoseconds got = hold.got_ns;
        const Nanoseconds left = std::min(hold.left_ns, until_ns);
        if (before >= 0 && before != thread)
            lanes.hand_offs.push_back({got, static_cast<std::uint32_t>(thread), 0, trace::Event::hand_off});
        before = thread;
        if (!spans.empty() && hold.shared && all_read && got <= free_from) {
            spans.back().end_ns = std::max(free_from, left);
            continue;
        }
        got = std::max(got, free_from);
        all_read = hold.shared;
        if (left > got) spans.push_back({got, left, static_cast<std::uint32_t>(thread), trace::State::held});
    }
    for (const trace::Span& span : spans) lanes.held_ns += span.length_ns();
}

void add_waiters(LockLanes& lanes, const std::vector<OwnedHold>& holds, Nanoseconds until_ns) {
    std::vector<std::pair<Nanoseconds, int>> changes;
    for (const auto& [hold, thread] : holds) {
        if (!hold.waited || hold.asked_ns >= until_ns) continue;
        const Nanoseconds end = std::min(hold.got_ns < 0 ? hold.left_ns : hold.got_ns, until_ns);
        if (end <= hold.asked_ns) continue;
        changes.emplace_back(hold.asked_ns, 1);
        changes.emplace_back(end, -1);
    }
    std::ranges::sort(changes);
    int waiting = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        waiting += changes[i].second;
        if (waiting == 0 || changes[i + 1].first == changes[i].first) continue;
        const Nanoseconds end = changes[i + 1].first;
        lanes.queue.spans.push_back({changes[i].first, end, static_cast<std::uint32_t>(waiting), trace::State::queue});
    }
}

} // namespace

LockLanes make_lock_lanes(std::string group, std::string name, std::vector<OwnedHold> holds, Nanoseconds until_ns) {
    LockLanes lanes;
    lanes.held = {group, name, {}};
    lanes.queue = {std::move(group), std::move(name) + " queue", {}};
    std::ranges::sort(holds, {}, [](const OwnedHold& owned) { return std::pair(owned.hold.got_ns, owned.thread); });
    add_holders(lanes, holds, until_ns);
    add_waiters(lanes, holds, until_ns);
    return lanes;
}

} // namespace measure
