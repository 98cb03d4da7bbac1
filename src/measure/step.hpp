#pragma once

namespace measure {

/// One part of a run that goes on elsewhere: on the crew, in children. Made and polled by the main thread, which it
/// never blocks. Its results and failures go to the Board.
class Step {
public:
    virtual ~Step() = default;

    /// The first call begins. True when the step has ended; then nothing of it runs any more, unless the run was given
    /// up.
    virtual bool poll() = 0;

    /// Board::stop was just set: for what cannot look at it. poll() must return true within 100 ms.
    virtual void stop() {}
};

} // namespace measure
