#pragma once

#include <ranges>
#include <utility>

namespace coro {

/// `co_yield elements_of(range)` inside a generator hands out every element of the range, one after the other.
///
/// Holds the range by reference when it is given an lvalue (which must live until the co_yield is over) and by value
/// otherwise. A generator of the same reference type, lvalue or not, is resumed by the reader's ++ directly, in O(1)
/// however deep such generators are nested; any other range is walked by one more coroutine. A generator must not have
/// been begun; at its end, or moved from, it has no elements. Source: P2502, range.elementsof; LWG 3899.
template <std::ranges::range Range>
class elements_of {
public:
    explicit elements_of(Range&& range) : range_(std::forward<Range>(range)) {}
    Range&& range() && { return std::forward<Range>(range_); }

private:
    Range range_;
};

template <typename Range>
elements_of(Range&&) -> elements_of<Range>;

} // namespace coro
