#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "program/scenario.hpp"

namespace sim {

/// First in, first out, of threads. A thread stands in it once at most, so that 256 places are enough.
class ThreadQueue {
public:
    bool empty() const { return size_ == 0; }
    int size() const { return size_; }
    int operator[](int i) const { return places_[static_cast<std::uint8_t>(head_ + i)]; }
    int front() const { return places_[head_]; }

    void push(int thread) { places_[static_cast<std::uint8_t>(head_ + size_++)] = static_cast<std::uint8_t>(thread); }
    void push_front(int thread) {
        places_[--head_] = static_cast<std::uint8_t>(thread);
        ++size_;
    }
    int pop() {
        --size_;
        return places_[head_++];
    }
    /// Takes it out wherever it stands; whether it did. O(n), O(1) in front.
    bool remove(int thread) {
        if (size_ > 0 && front() == thread) {
            pop();
            return true;
        }
        int kept = 0;
        for (int i = 0; i < size_; ++i) {
            const int each = (*this)[i];
            if (each != thread) places_[static_cast<std::uint8_t>(head_ + kept++)] = static_cast<std::uint8_t>(each);
        }
        const bool was_there = kept < size_;
        size_ = static_cast<std::int16_t>(kept);
        return was_there;
    }

private:
    std::array<std::uint8_t, 256> places_ = {};
    std::uint8_t head_ = 0;
    std::int16_t size_ = 0;
};
static_assert(program::most_threads <= 256);

} // namespace sim
