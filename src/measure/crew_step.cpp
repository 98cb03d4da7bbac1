#include "measure/crew_step.hpp"

#include <new>
#include <utility>

#include "measure/clock.hpp"

namespace measure {

CrewStep::CrewStep(std::shared_ptr<CrewBoard> board, int members, Work work, Crew& crew)
    : crew_(crew), board_(std::move(board)), members_(members), work_(std::move(work)) {}

bool CrewStep::poll() {
    crew_.poll();
    if (given_) return board_->given_up || !crew_.busy();
    if (board_->stop || board_->failure() != Failure::none) return true;
    if (!gather()) return board_->failure() != Failure::none;
    for (int member = 0; member < members_; ++member) {
        crew_.give(member, [board = board_, work = work_, member] {
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
    if (asked_ns_ < 0) asked_ns_ = now_ns();
    if (!crew_.want(members_)) {
        board_->fail(Failure::thread_refused, members_);
        return false;
    }
    if (crew_.awake() >= members_) return !crew_.busy();
    const trace::Nanoseconds waited = now_ns() - asked_ns_;
    if (waited > start_patience_ns) {
        crew_.give_up_starting();
        board_->fail(Failure::thread_did_not_start, waited / 1'000'000);
    }
    return false;
}

} // namespace measure
