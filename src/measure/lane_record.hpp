#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "trace/trace.hpp"

namespace measure {

/// The spans and marks of one lane while it runs: written by that lane alone, into room reserved before, so that
/// nothing is allocated in a timed region. When the room is used up, what follows is folded into the last span and
/// counted.
class LaneRecord {
public:
    /// Forgets all and makes room for so many spans, and as many marks. Allocates.
    void reserve(std::size_t spans) {
        clear();
        spans_.reserve(spans);
        marks_.reserve(spans);
    }

    /// Forgets all and keeps the room.
    void clear() {
        spans_.clear();
        marks_.clear();
        is_open_ = false;
        last_ns_ = std::numeric_limits<trace::Nanoseconds>::min();
        folded_ = 0;
    }

    /// From `now_ns` on the lane is in `state`; what it was in before becomes a span that ends here.
    void enter(trace::State state, std::uint32_t detail, trace::Nanoseconds now_ns) {
        close(now_ns);
        now_ns = forward(now_ns);
        open_ = {now_ns, now_ns, detail, state};
        is_open_ = true;
    }

    /// Ends the span that is open, if any. A span of no length is left out.
    void close(trace::Nanoseconds now_ns) {
        if (!is_open_) return;
        is_open_ = false;
        now_ns = forward(now_ns);
        if (now_ns <= open_.start_ns) return;
        open_.end_ns = now_ns;
        if (spans_.size() < spans_.capacity()) {
            spans_.push_back(open_);
        } else if (!spans_.empty()) {
            spans_.back().end_ns = now_ns;
            ++folded_;
        }
    }

    void mark(trace::Event event, std::uint32_t detail, trace::Nanoseconds now_ns) {
        now_ns = forward(now_ns);
        if (marks_.size() < marks_.capacity()) marks_.push_back({now_ns, detail, 0, event});
    }

    const std::vector<trace::Span>& spans() const { return spans_; }
    const std::vector<trace::Mark>& marks() const { return marks_; }
    std::int64_t folded() const { return folded_; }

private:
    /// A clock that steps back (WebKit's was seen to) would make spans overlap: time stands still until it has caught
    /// up.
    trace::Nanoseconds forward(trace::Nanoseconds now_ns) { return last_ns_ = std::max(last_ns_, now_ns); }

    std::vector<trace::Span> spans_;
    std::vector<trace::Mark> marks_;
    trace::Span open_;
    bool is_open_ = false;
    trace::Nanoseconds last_ns_ = std::numeric_limits<trace::Nanoseconds>::min();
    std::int64_t folded_ = 0;
};

} // namespace measure
