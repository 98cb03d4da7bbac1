#pragma once

#include <cstdint>

namespace program {

/// An index that knows what it is an index of, so that a builder does not take a lock for a variable.
template <typename Object>
struct Handle {
    std::uint16_t index = 0;
    bool operator==(const Handle&) const = default;
};

using VariableHandle = Handle<struct Variable>;
using LockHandle = Handle<struct Lock>;
using ConditionHandle = Handle<struct Condition>;
using DeviceHandle = Handle<struct Device>;
using InterpreterHandle = Handle<struct Interpreter>;
using ThreadHandle = Handle<struct Thread>;

} // namespace program
