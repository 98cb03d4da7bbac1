#pragma once

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "measure/crew.hpp"
#include "measure/crew_board.hpp"
#include "measure/step.hpp"

namespace measure {

/// How long a thread may take until it is up. The tests wait longer: they get hardly any processor
/// time beside the browsers.
inline trace::Nanoseconds start_patience_ns = 10'000'000'000;

/// Runs one function on the first `members` of the crew at once and ends when all have returned, or when the run is
/// given up: the jobs hold the board, and the next step waits for them. Starts threads that are missing:
/// Failure::thread_refused at once, or thread_did_not_start after start_patience_ns. An allocation that fails inside is
/// Failure::out_of_memory.
class CrewStep : public Step {
public:
    using Work = std::function<void(int member)>;

    CrewStep(std::shared_ptr<CrewBoard> board, int members, Work work, Crew& crew = Crew::shared());
    bool poll() override;

private:
    bool gather();

    Crew& crew_;
    std::shared_ptr<CrewBoard> board_;
    int members_;
    Work work_;
    long long asked_ns_ = -1;
    bool given_ = false;
};

/// A CrewStep of a function over whatever board the run has.
template <class SomeBoard>
std::unique_ptr<Step> on_crew(std::shared_ptr<SomeBoard> board, int members,
                              std::type_identity_t<std::function<void(SomeBoard&, int member)>> work) {
    SomeBoard& shared = *board; // held by the step and its jobs
    return std::make_unique<CrewStep>(std::move(board), members,
                                      [&shared, work = std::move(work)](int member) { work(shared, member); });
}

} // namespace measure
