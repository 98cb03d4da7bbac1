#include "measure/thread_record.hpp"

#include <algorithm>

namespace measure {
namespace {

constexpr std::size_t most_prints = 1'000;

} // namespace

void ThreadRecord::prepare(LaneRecord& lane, std::size_t spans, std::size_t lock_count) {
    *this = ThreadRecord{};
    lane_ = &lane;
    lane.reserve(spans);
    for (std::size_t i = 0; i <= spans; ++i) lane.enter(trace::State::starting, 0, static_cast<trace::Nanoseconds>(i));
    lane.clear();
    holds_.resize(spans);
    holds_.clear();
    prints_.reserve(most_prints);
    locks.resize(lock_count);
}

void ThreadRecord::enter(trace::State state, std::uint32_t detail, trace::Nanoseconds now_ns) {
    if (state_ != trace::State::count)
        time_in_[static_cast<std::size_t>(state_)] += std::max<trace::Nanoseconds>(now_ns - since_ns_, 0);
    if (!cut_ns_) {
        // Nothing is folded: a picture that ends is better than one that is wrong.
        if (lane_->spans().size() == lane_->spans().capacity()) {
            cut(since_ns_);
        } else {
            lane_->enter(state, detail, now_ns);
        }
    }
    state_ = state;
    since_ns_ = now_ns;
}

void ThreadRecord::close(trace::Nanoseconds now_ns) {
    enter(trace::State::idle, 0, now_ns);
    if (!cut_ns_) lane_->close(now_ns);
    state_ = trace::State::count;
}

void ThreadRecord::hold(const Hold& hold) {
    if (holds_.size() < holds_.capacity()) {
        holds_.push_back(hold);
    } else {
        cut(hold.asked_ns);
    }
}

void ThreadRecord::print(const Print& print) {
    if (prints_.size() < prints_.capacity()) prints_.push_back(print);
}

} // namespace measure
