#include "widget/sort_failure.hpp"

#include "text/sort.hpp"
#include "widget/sort_report.hpp"

namespace widget {
namespace {

using measure::Failure;
using text::fill;
using text::Line;
namespace words = text::sort;

Line what_and_remedy(Failure failure, std::int64_t detail, Tier tier) {
    const auto waited = [&] { return words_for_seconds(static_cast<double>(detail) * 1e-3); };
    switch (failure) {
    case Failure::out_of_memory:
        return fill(words::failed_memory, {words_for_bytes(static_cast<std::uint64_t>(detail))});
    case Failure::thread_did_not_start:
        return fill(tier == Tier::native ? words::failed_thread : words::failed_thread_page, {waited()});
    case Failure::thread_refused:
        return fill(words::failed_thread_refused, {text::grouped(detail)});
    case Failure::process_did_not_start:
        return tier == Tier::native ? fill(words::failed_fork, {Line::same(std::to_string(detail))})
                                    : fill(words::failed_worker, {waited()});
    case Failure::process_died:
        return fill(words::failed_early, {text::grouped(detail + 1)});
    case Failure::process_not_ready:
        return fill(words::failed_not_ready, {waited()});
    case Failure::process_not_loaded:
        return words::failed_load;
    case Failure::process_failed:
        return fill(words::failed_process, {text::grouped(detail + 1)});
    case Failure::wrong_result:
        return words::failed_check;
    case Failure::nothing_can_run:
        return words::why_alone;
    case Failure::bad_plan:
    case Failure::none:
        break;
    }
    return {};
}

} // namespace

Line words_for(Failure failure, std::int64_t detail, Tier tier) {
    Line said = what_and_remedy(failure, detail, tier);
    // why_alone has said it.
    if (said.empty() || failure == Failure::nothing_can_run) return said;
    return fill(words::two_sentences, {said, words::failed_works});
}

} // namespace widget
