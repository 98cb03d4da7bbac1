#pragma once

#include <functional>

#include "measure/board.hpp"
#include "measure/step.hpp"

namespace measure {

/// Runs one function on the first `members` of the crew at once and ends when all have returned. Starts threads that
/// are missing: Failure::thread_did_not_start after 10 s. An allocation that fails inside is Failure::out_of_memory.
class CrewStep : public Step {
public:
    using Work = std::function<void(Board&, int member)>;

    CrewStep(BoardPtr board, int members, Work work);
    bool poll() override;

private:
    bool gather();

    BoardPtr board_;
    int members_;
    Work work_;
    long long asked_ns_ = -1;
    bool given_ = false;
};

} // namespace measure
