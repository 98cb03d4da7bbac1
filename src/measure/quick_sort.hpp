#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <utility>

/// A sort that can be looked at while it runs: std::sort on pieces that fit a core's first cache, and above them a
/// quicksort that tells how far it is.
namespace measure {

inline constexpr std::size_t sort_piece = 4'096;
inline constexpr std::size_t sort_stretch = 65'536;

/// About how much work quick_sort tells its checkpoint for n random doubles, in passes over one element. A piece's
/// element costs std::sort about 24 passes (measured, native and wasm).
inline double sort_work(std::size_t n) {
    constexpr double piece_passes = 24;
    double levels = 0;
    for (std::size_t size = n; size > sort_piece; size /= 2) ++levels;
    return static_cast<double>(n) * (piece_passes + levels);
}

namespace detail {

inline double median(double a, double b, double c) {
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

/// Tukey's ninther: the median of three medians of three. Expects at least 9 values.
inline double ninther(std::span<const double> v) {
    const std::size_t step = v.size() / 9;
    const auto at = [&](std::size_t i) { return v[i * step]; };
    return median(median(at(0), at(1), at(2)), median(at(3), at(4), at(5)), median(at(6), at(7), at(8)));
}

template <class Checkpoint>
class QuickSort {
public:
    explicit QuickSort(Checkpoint& checkpoint) : checkpoint_(checkpoint) {}

    bool sort(std::span<double> v, int bad_luck_left) {
        while (v.size() > sort_piece) {
            if (--bad_luck_left < 0) return heap_sort(v);
            const double pivot = ninther(v);
            std::size_t less = 0;
            if (!partition(v, less, [pivot](double x) { return x < pivot; })) return false;
            if (less == 0) { // the pivot is the smallest: put all that equal it in place, or equal values take n² steps
                if (!partition(v, less, [pivot](double x) { return x <= pivot; })) return false;
            } else if (!sort(v.first(less), bad_luck_left)) {
                return false;
            }
            v = v.subspan(less);
        }
        // The lambda keeps libc++ 18 off its branchless path for std::less, which takes 1.2 times as long in wasm.
        std::sort(v.begin(), v.end(), [](double a, double b) { return a < b; });
        return checkpoint_(24 * v.size());
    }

private:
    /// Lomuto's partition without a branch on the data (after Alexandrescu, "Lomuto's comeback", 2020): afterwards the
    /// `front` first values are those for which `goes_left`. False when the checkpoint stopped it.
    template <class GoesLeft>
    bool partition(std::span<double> v, std::size_t& front, GoesLeft goes_left) {
        double* const a = v.data();
        std::size_t left = 0;
        for (std::size_t begin = 0; begin < v.size(); begin += sort_stretch) {
            const std::size_t end = std::min(begin + sort_stretch, v.size());
            for (std::size_t i = begin; i < end; ++i) {
                const double x = a[i];
                a[i] = a[left];
                a[left] = x;
                left += static_cast<std::size_t>(goes_left(x));
            }
            if (!checkpoint_(end - begin)) return false;
        }
        front = left;
        return true;
    }

    /// O(n log n) whatever the values: what is left when the pivots were bad too often (Musser's introsort, 1997).
    bool heap_sort(std::span<double> v) {
        for (std::size_t i = v.size() / 2; i-- > 0;) {
            sift_down(v, i);
            if (i % 4'096 == 0 && !checkpoint_(0)) return false;
        }
        for (std::size_t end = v.size(); end-- > 1;) {
            std::swap(v[0], v[end]);
            sift_down(v.first(end), 0);
            if (end % 4'096 == 0 && !checkpoint_(24 * 4'096)) return false;
        }
        return true;
    }

    static void sift_down(std::span<double> v, std::size_t parent) {
        const double x = v[parent];
        for (std::size_t child; (child = 2 * parent + 1) < v.size(); parent = child) {
            if (child + 1 < v.size() && v[child] < v[child + 1]) ++child;
            if (!(x < v[child])) break;
            v[parent] = v[child];
        }
        v[parent] = x;
    }

    Checkpoint& checkpoint_;
};

} // namespace detail

/// Sorts ascending; no value may be NaN. `checkpoint(work)` is called after every piece and at least every 65,536
/// elements (0.2 ms) with the work done since the last call, see sort_work; when it returns false the sort stops, the
/// values are permuted, and the result is false. O(n log n) worst case, no allocation. `bad_luck` is how many times a
/// range may be split before heap sort takes over; negative: 2 log2 n.
template <class Checkpoint>
bool quick_sort(std::span<double> values, Checkpoint&& checkpoint, int bad_luck = -1) {
    if (bad_luck < 0) bad_luck = 2 * static_cast<int>(std::bit_width(values.size()));
    return detail::QuickSort(checkpoint).sort(values, bad_luck);
}

} // namespace measure
