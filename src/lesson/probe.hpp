#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lesson/shown.hpp"
#include "lesson/value.hpp"

/// What weave.py puts between the lines of a program, so that each step is seen. Nobody writes this by hand.
namespace lesson {

/// A variable where a program stands.
struct Sight {
    const char* name;
    std::string type;
    std::string value;
    const void* address;
    std::size_t size;
    bool is_parameter;
};

template <typename T>
Sight local(const char* name, const T& variable) {
    return {name, type_name<T>(), shown_value(variable), &variable, sizeof(T), false};
}
template <typename T>
Sight parameter(const char* name, const T& variable) {
    return {name, type_name<T>(), shown_value(variable), &variable, sizeof(T), true};
}

/// Where the promise lies in the frame of a coroutine of this type; asked of a coroutine_handle, so by the standard.
struct PromisePlace {
    std::ptrdiff_t (*offset)(void* frame);
    std::size_t size;
};
template <typename Generator>
PromisePlace promise_place() {
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
    Scope(const char* function, PromisePlace place);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// Line `cpp` is about to run. `waits`: it may suspend here, or hand on to another coroutine.
    enum class Waits { no, yields, delegates };
    void at(int cpp, int python, Waits waits, std::vector<Sight> sights);
    /// The coroutine was resumed on this line, which is done now.
    void back(int cpp, int python, std::vector<Sight> sights);
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
