#pragma once

#include <vector>

#include "conformance/python_exception.hpp"

namespace conformance {

struct Frame;

/// A generator that is driven by operations, and all that it delegates to: they share what the operation at work is.
struct Chain {
    const Frame* caller = nullptr; ///< whose code does the operations; null for the script's
    bool throwing = false;         ///< the last one was throw(), close() or the finalizer's close()
    unsigned operations = 0;
};

/// What CPython keeps of a running generator function for implicit exception chaining (gi_exc_state and its place in
/// the stack of handled exceptions, Objects/genobject.c).
struct Frame {
    Chain& chain;
    const Frame* delegator = nullptr;
    /// Whether the delegating generator is below it on that stack: its SEND instruction resumed it. throw() does not
    /// put it there.
    bool linked = true;
    bool gone = false;           ///< being destroyed: no code of it runs
    std::vector<Raised> handled; ///< by its own handlers, innermost last
    /// How many generators run inside each other here.
    unsigned depth = 1 + (delegator != nullptr ? delegator->depth : chain.caller != nullptr ? chain.caller->depth : 0);

    Raised own_handled() const { return gone || handled.empty() ? nullptr : handled.back(); }

    /// The exception being handled at this place: the context of what is raised here.
    Raised topmost_handled() const {
        if (Raised own = own_handled()) return own;
        if (linked && delegator != nullptr) return delegator->topmost_handled();
        return below_chain();
    }

    /// The same for what is raised on the way to it by throw() or close().
    Raised below_chain() const { return chain.caller == nullptr ? nullptr : chain.caller->topmost_handled(); }
};

} // namespace conformance
