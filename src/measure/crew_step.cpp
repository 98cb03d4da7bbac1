#include "measure/crew_step.hpp"

#include <new>
#include <utility>

#include "measure/clock.hpp"
#include "measure/crew.hpp"

namespace measure {

CrewStep::CrewStep(std::shared_ptr<CrewBoard> board, int members, Work work)
    : board_(std::move(board)), members_(members), work_(std::move(work)) {}

bool CrewStep::poll() {
    Crew& crew = Crew::shared();
    crew.poll();
    if (given_) return !crew.busy();
    if (board_->stop || board_->failure() != Failure::none) return true;
    if (!gather()) return board_->failure() != Failure::none;
    for (int member = 0; member < members_; ++member) {
        crew.give(member, [board = board_, work = work_, member] {
            try {
                work(member);
            } catch (const std::bad_alloc&) {
                board->fail(Failure::out_of_memory, static_cast<std::int64_t>(board->bytes));
            }
        });
    }
    given_ = true;
    return false;
}

/// Whether all members are up and have nothing left to do from a run that was given up.
bool CrewStep::gather() {
    constexpr trace::Nanoseconds patience = 10'000'000'000;
    Crew& crew = Crew::shared();
    if (asked_ns_ < 0) asked_ns_ = now_ns();
    const bool refused = !crew.want(members_);
    if (!refused && crew.awake() >= members_) return !crew.busy();
    const trace::Nanoseconds waited = now_ns() - asked_ns_;
    if (refused || waited > patience) board_->fail(Failure::thread_did_not_start, waited / 1'000'000);
    return false;
}

} // namespace measure
