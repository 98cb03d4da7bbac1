#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/machine.hpp"

namespace conformance {

/// A list's iterator, or the iterator object `It` of the language: what a `yield from` delegates to that is no
/// generator. What its methods raise has the context that it would have in CPython.
class IteratorObject {
public:
    IteratorObject(const Source& source, Surroundings& surroundings, const Frame& delegator)
        : source_(source), surroundings_(surroundings), delegator_(delegator) {}

    Outcome send(std::optional<Value> value) {
        const bool is_object = source_.kind == Source::Kind::object;
        if (!value || std::holds_alternative<std::monostate>(*value)) {
            if (is_object) log({std::string("next")});
            return step();
        }
        if (!source_.has_send) {
            const std::string type = is_object ? "It" : "list_iterator";
            return raise(ExceptionType::attribute_error, "'" + type + "' object has no attribute 'send'",
                         delegator_.topmost_handled());
        }
        log({std::string("send"), std::move(*value)});
        return step();
    }

    bool has_throw() const { return source_.on_throw != Source::Throw::absent; }

    Outcome throw_(std::exception_ptr error) {
        const Raised raised = to_python(error, delegator_.below_chain());
        log({std::string("throw"), std::string(name_of(raised->type))}, raised->arguments);
        if (source_.on_throw == Source::Throw::yields) return coro::yielded<Value>{std::string("thrown")};
        if (source_.on_throw == Source::Throw::stops) return coro::returned<Value>{source_.result};
        set_context(raised, delegator_.below_chain());
        return coro::raised{to_cpp(raised)};
    }

    coro::close_outcome close() {
        if (source_.on_close == Source::Close::absent) return {};
        log({std::string("close")});
        if (source_.on_close == Source::Close::silent) return {};
        return coro::close_outcome(raise(ExceptionType::value_error, "close", delegator_.below_chain()).error());
    }

private:
    void log(std::vector<Value> words, std::optional<std::vector<Value>> arguments = std::nullopt) {
        words.insert(words.begin(), std::string("it"));
        surroundings_.log({std::move(words), std::move(arguments)});
    }

    Outcome step() {
        if (at_ < source_.values.size()) return coro::yielded<Value>{source_.values[at_++]};
        return coro::returned<Value>{source_.result};
    }

    static Outcome raise(ExceptionType type, std::string why, const Raised& handled) {
        const Raised raised = make_raised(type, {std::move(why)});
        set_context(raised, handled);
        return coro::raised{to_cpp(raised)};
    }

    const Source& source_;
    Surroundings& surroundings_;
    const Frame& delegator_;
    std::size_t at_ = 0;
};

} // namespace conformance
