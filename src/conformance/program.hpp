#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The little language of tests/oracle/generators/README.md: Python generator functions as data.
namespace conformance {

/// None, an integer or a string; nothing else occurs.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// What making or keeping a value costs, in steps of the interpreter: text takes memory and time by its length.
inline std::size_t steps_of(const Value& value) {
    constexpr std::size_t letters_a_step = 8;
    const auto* text = std::get_if<std::string>(&value);
    return 1 + (text == nullptr ? 0 : text->size() / letters_a_step);
}

/// The exceptions of the language, a parent before its children.
enum class ExceptionType : std::uint8_t {
    base_exception,
    generator_exit,
    exception,
    stop_iteration,
    value_error,
    type_error,
    runtime_error,
    attribute_error,
    lookup_error,
    key_error,
    arithmetic_error,
    zero_division_error,
    count
};

/// As Python writes it ("ValueError").
std::string_view name_of(ExceptionType type);
/// Whether `except parent` catches a `type`.
bool is_a(ExceptionType type, ExceptionType parent);

constexpr int no_variable = -1; ///< variables are 0 to 3: a, b, c, d

struct Expression {
    enum class Kind : std::uint8_t { constant, variable, sum };
    Kind kind = Kind::constant;
    Value value;
    int variable = no_variable;
    std::vector<Expression> operands; ///< of a sum: left, right
};

struct Condition {
    enum class Kind : std::uint8_t { is_none, equal, truth };
    Kind kind = Kind::truth;
    std::vector<Expression> operands; ///< two of `equal`, else one
};

/// What a `yield from` delegates to.
struct Source {
    enum class Kind : std::uint8_t { generator, list, object };
    enum class Throw : std::uint8_t { absent, raises, yields, stops };
    enum class Close : std::uint8_t { absent, silent, raises };
    Kind kind = Kind::generator;
    std::string function; ///< of a generator
    std::vector<Value> values;
    Value result;
    bool has_send = false;
    Throw on_throw = Throw::absent;
    Close on_close = Close::absent;
};

struct Statement;
using Block = std::vector<Statement>;

struct Handler;

struct Statement {
    enum class Kind : std::uint8_t {
        print,
        set,
        yield,
        yield_from,
        for_range,
        forever,
        for_generator,
        branch,
        returns,
        raises,
        reraise,
        breaks,
        continues,
        next_of_itself,
        try_block
    };
    Kind kind = Kind::print;
    int variable = no_variable; ///< that is set, or takes what is sent
    Expression expression;      ///< None when the statement has none
    Condition condition;
    Source source;
    std::int64_t count = 0; ///< of for_range
    std::string function;   ///< of for_generator
    ExceptionType type = ExceptionType::exception;
    std::vector<Expression> arguments;
    Block body; ///< of a loop, a try, a branch that is taken
    std::vector<Handler> handlers;
    Block otherwise; ///< `else` of a branch or a try
    Block finally;
};

struct Handler {
    ExceptionType type = ExceptionType::exception;
    Block body;
};

using Program = std::map<std::string, Block, std::less<>>;

} // namespace conformance
