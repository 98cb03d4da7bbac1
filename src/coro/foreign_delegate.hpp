#pragma once

#include <exception>
#include <optional>

#include "coro/outcome.hpp"

namespace coro::detail {

/// Something other than an owned send_generator that a generator delegates to. What it ends with is kept by whoever
/// implements this and fetched when the delegating generator is resumed.
template <typename Yield, typename Send>
class foreign_delegate {
public:
    /// What it yields; nothing when it has ended.
    virtual std::optional<stored<Yield>> send(std::optional<stored<Send>> value) = 0;
    virtual std::optional<stored<Yield>> throw_(std::exception_ptr error) = 0;
    /// The error that closing raised, or null.
    virtual std::exception_ptr close() = 0;

protected:
    ~foreign_delegate() = default;
};

} // namespace coro::detail
