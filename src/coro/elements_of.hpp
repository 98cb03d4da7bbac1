#pragma once

#include <cstddef>
#include <memory>
#include <ranges>
#include <utility>

namespace coro {

/// `co_yield elements_of(range)` inside a generator hands out every element of the range, one after the other.
///
/// Holds the range by reference when it is given an lvalue (which must live until the co_yield is over) and by value
/// otherwise. A generator of the same reference type, lvalue or not, is resumed by the reader's ++ directly, in O(1)
/// however deep such generators are nested; any other range is walked by one more coroutine. A generator must not have
/// been begun; at its end, or moved from, it has no elements.
///
/// `elements_of(range, allocator)`: that one more coroutine takes its frame from the allocator. A generator has its
/// frame already, and the allocator is not used. Source: P2502, range.elementsof; LWG 3899.
template <std::ranges::range Range, typename Allocator = std::allocator<std::byte>>
class elements_of {
public:
    explicit elements_of(Range&& range, Allocator allocator = Allocator())
        : range_(std::forward<Range>(range)), allocator_(std::move(allocator)) {}
    Range&& range() && { return std::forward<Range>(range_); }
    const Allocator& allocator() const noexcept { return allocator_; }

private:
    Range range_;
    [[no_unique_address]] Allocator allocator_;
};

template <typename Range, typename Allocator = std::allocator<std::byte>>
elements_of(Range&&, Allocator = Allocator()) -> elements_of<Range, Allocator>;

} // namespace coro
