#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>

#include "lesson/shown.hpp"
#include "lesson/value.hpp"

/// What weave.py puts between the lines of a program, so that each step is seen. Nobody writes this by hand.
namespace lesson {

/// A variable where a program stands, without its type. Trivial, and the probes are noexcept, so that they add nothing
/// that may throw: Clang 19 for WebAssembly loses a catch clause when a call that may throw stands before the co_yield
/// in its try block.
struct Sight {
    const char* name;
    std::string (*type)();
    std::string (*value)(const void* variable);
    const void* (*frame)(const void* variable); ///< that it owns now; null for what can own none
    const void* address;
    std::size_t size;
    bool is_parameter;
};
using Sights = std::initializer_list<Sight>;

template <typename T>
constexpr auto frame_owned_by() noexcept -> const void* (*)(const void*) {
    if constexpr (requires(const T& variable) { Shown<T>::frame(variable); })
        return [](const void* address) { return Shown<T>::frame(*static_cast<const T*>(address)); };
    else
        return nullptr;
}

template <typename T>
Sight sight(const char* name, const T& variable, bool is_parameter) noexcept {
    return {name,
            [] { return type_name<T>(); },
            [](const void* address) { return shown_value(*static_cast<const T*>(address)); },
            frame_owned_by<T>(),
            std::addressof(variable),
            sizeof(T),
            is_parameter};
}
template <typename T>
Sight local(const char* name, const T& variable) noexcept {
    return sight(name, variable, false);
}
template <typename T>
Sight parameter(const char* name, const T& variable) noexcept {
    return sight(name, variable, true);
}
/// What a line is about to yield or return, last among the sights: it has no name.
template <typename T>
Sight handed_out(const T& value) noexcept {
    return sight("", value, false);
}

/// Where the promise lies in the frame of a coroutine of this type; asked of a coroutine_handle, so by the standard.
struct PromisePlace {
    std::ptrdiff_t (*offset)(void* frame);
    std::size_t size;
};
template <typename Generator>
PromisePlace promise_place() noexcept {
    using promise = typename Generator::promise_type;
    return {[](void* frame) {
                auto& here = std::coroutine_handle<promise>::from_address(frame).promise();
                return reinterpret_cast<std::byte*>(&here) - static_cast<std::byte*>(frame);
            },
            sizeof(promise)};
}

/// The first object of each woven coroutine. It lives in the frame (one byte there), so its address says in which one.
class Scope {
public:
    Scope(const char* function, PromisePlace place) noexcept;
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// Line `cpp` is about to run. `waits`: it may suspend here, or hand on to another coroutine.
    enum class Waits { no, yields, delegates };
    void at(int cpp, int python, Waits waits, Sights sights) noexcept;
    /// The coroutine was resumed on this line, which is done now.
    void back(int cpp, int python, Sights sights) noexcept;
};

/// One line on the console of the lesson, by Python's str().
void print_line(std::string line);
template <typename... Parts>
void print(const Parts&... parts) {
    std::string line;
    ((line += str(to_value(parts))), ...);
    print_line(std::move(line));
}

} // namespace lesson
