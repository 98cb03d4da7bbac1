#pragma once

#include <cstddef>
#include <deque>
#include <istream>
#include <map>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "coro/generator.hpp"
#include "coro/send_generator.hpp"
#include "lesson/number.hpp"
#include "lesson/value.hpp"

/// How the variables of a program are shown: their type as C++ spells it, their value as Python's repr() does.
namespace lesson {

template <typename T>
struct Shown {
    static std::string type() { return T::type_name; }
    static std::string value(const T& object) { return object.shown(); }
};

template <typename T>
std::string type_name() {
    return Shown<T>::type();
}

template <typename T>
std::string shown_value(const T& object) {
    return Shown<T>::value(object);
}

template <>
struct Shown<int> {
    static std::string type() { return "int"; }
    static std::string value(int number) { return std::to_string(number); }
};
template <>
struct Shown<long long> {
    static std::string type() { return "long long"; }
    static std::string value(long long number) { return std::to_string(number); }
};
template <>
struct Shown<bool> {
    static std::string type() { return "bool"; }
    static std::string value(bool truth) { return truth ? "True" : "False"; }
};
template <>
struct Shown<double> {
    static std::string type() { return "double"; }
    static std::string value(double number) { return repr(Value(number)); }
};
template <>
struct Shown<Number> {
    static std::string type() { return "Number"; }
    static std::string value(const Number& number) { return repr(number.value()); }
};
template <>
struct Shown<Value> {
    static std::string type() { return "Value"; }
    static std::string value(const Value& any) { return repr(any); }
};
template <>
struct Shown<std::string> {
    static std::string type() { return "std::string"; }
    static std::string value(const std::string& text) { return repr(Value(text)); }
};
template <>
struct Shown<std::pmr::string> {
    static std::string type() { return "std::pmr::string"; }
    static std::string value(const std::pmr::string& text) { return repr(Value(std::string(text))); }
};
template <>
struct Shown<std::string_view> {
    static std::string type() { return "std::string_view"; }
    static std::string value(std::string_view text) { return repr(Value(std::string(text))); }
};
template <>
struct Shown<std::istream> {
    static std::string type() { return "std::istream&"; }
    static std::string value(const std::istream& stream) { return stream.good() ? "<open>" : "<at its end>"; }
};
template <>
struct Shown<void> {
    static std::string type() { return "void"; }
};
template <typename T>
struct Shown<std::optional<T>> {
    static std::string type() { return "std::optional<" + type_name<T>() + ">"; }
    static std::string value(const std::optional<T>& object) { return object ? shown_value(*object) : "None"; }
};
template <typename T>
struct Shown<coro::generator<T>> {
    static std::string type() { return "generator<" + type_name<T>() + ">"; }
    static std::string value(const coro::generator<T>& object) {
        return object.frame_address() == nullptr ? "<moved>" : "<generator>";
    }
};
template <typename Y, typename S, typename R>
struct Shown<coro::send_generator<Y, S, R>> {
    static std::string type() { return "send_generator<…>"; }
    static std::string value(const coro::send_generator<Y, S, R>& object) {
        return object.state() == coro::generator_state::closed ? "<closed>" : "<generator>";
    }
    /// Of the coroutine that it owns; null when that is over, or belongs to another by now.
    static const void* frame(const coro::send_generator<Y, S, R>& object) {
        return object.frame() == nullptr ? nullptr : object.frame()->address();
    }
};
template <typename Y, typename R>
struct Shown<coro::outcome<Y, R>> {
    static std::string type() { return "outcome<…>"; }
    static std::string value(const coro::outcome<Y, R>& object) {
        return object.is_yielded() ? "yielded" : object.is_returned() ? "StopIteration" : "raised";
    }
};

/// A container by how many it holds.
template <typename T, typename Allocator>
struct Shown<std::deque<T, Allocator>> {
    static std::string type() { return "std::deque<…>"; }
    static std::string value(const std::deque<T, Allocator>& object) {
        return "[" + std::to_string(object.size()) + "]";
    }
};
template <typename Key, typename T>
struct Shown<std::map<Key, T>> {
    static std::string type() { return "std::map<…>"; }
    static std::string value(const std::map<Key, T>& object) { return "[" + std::to_string(object.size()) + "]"; }
};

} // namespace lesson
