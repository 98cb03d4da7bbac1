#include "conformance/program_reader.hpp"

#include <array>
#include <utility>

namespace conformance {
namespace {

constexpr std::array<std::string_view, 4> variables{"a", "b", "c", "d"};

int variable_in(const Json& object, const std::string& field) {
    return one_of<int>(variables, object, field);
}

/// Where the value goes that was sent, if it goes anywhere.
int target_of(const Json& statement) {
    return has(statement, "to") ? variable_in(statement, "to") : no_variable;
}

Expression expression_of(const Json& json) {
    constexpr std::array<std::string_view, 3> kinds{"const", "var", "add"};
    Expression expression;
    expression.kind = one_of<Expression::Kind>(kinds, json, "e");
    switch (expression.kind) {
    case Expression::Kind::constant:
        expression.value = value_in(json, "v");
        break;
    case Expression::Kind::variable:
        expression.variable = variable_in(json, "n");
        break;
    case Expression::Kind::sum:
        expression.operands.push_back(expression_of(member(json, "l")));
        expression.operands.push_back(expression_of(member(json, "r")));
        break;
    }
    return expression;
}

Expression expression_in(const Json& object, const std::string& field) {
    return expression_of(member(object, field));
}

Condition condition_in(const Json& object, const std::string& field) {
    constexpr std::array<std::string_view, 3> kinds{"none", "eq", "true"};
    const Json& json = member(object, field);
    Condition condition;
    condition.kind = one_of<Condition::Kind>(kinds, json, "c");
    if (condition.kind == Condition::Kind::equal)
        condition.operands = {expression_in(json, "l"), expression_in(json, "r")};
    else
        condition.operands = {expression_in(json, "x")};
    return condition;
}

/// g0, g1, …
bool is_function_name(std::string_view name) {
    if (name.size() < 2 || name.front() != 'g' || (name[1] == '0' && name.size() > 2)) return false;
    return name.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// Reads the functions of one program.
class ProgramReader {
public:
    explicit ProgramReader(const Json& functions) : functions_(functions) {
        if (!functions.is_object()) refuse("prog", "an object", functions);
        for (const auto& [name, body] : functions.items()) {
            if (!is_function_name(name)) refuse("a function is called g0, g1 and so on, not " + name);
            caller_ = name;
            program_[name] = block_in(functions, name);
        }
        if (!program_.contains("g0")) refuse("there is no function g0");
    }
    Program take() { return std::move(program_); }

private:
    /// Only functions that come later may be called: that is what keeps a program from calling itself for ever.
    std::string called_in(const Json& object) const {
        auto name = text_in(object, "f");
        if (!functions_.contains(name)) refuse("there is no function " + name);
        if (std::pair(name.size(), name) <= std::pair(caller_.size(), caller_)) // g10 comes after g2
            refuse(caller_ + " must not call " + name);
        return name;
    }

    Source source_of(const Json& json) const {
        constexpr std::array<std::string_view, 3> kinds{"gen", "list", "obj"};
        constexpr std::array<std::string_view, 3> throws{"raise", "yield", "stop"};
        constexpr std::array<std::string_view, 2> closes{"ok", "raise"};
        Source source;
        source.kind = one_of<Source::Kind>(kinds, json, "k");
        if (source.kind == Source::Kind::generator) {
            source.function = called_in(json);
            return source;
        }
        source.values = values_in(json, "v");
        if (source.kind == Source::Kind::list) return source;
        source.result = value_in(json, "ret");
        source.has_send = flag_in(json, "send");
        source.on_throw = method_in<Source::Throw>(throws, json, "throw");
        source.on_close = method_in<Source::Close>(closes, json, "close");
        return source;
    }

    /// What a method does. Null, which is no word, comes first in its enumeration: there is no such method.
    template <typename Enum, std::size_t count>
    static Enum method_in(const std::array<std::string_view, count>& words, const Json& json, const char* field) {
        if (member(json, field).is_null()) return Enum::absent;
        return static_cast<Enum>(one_of<std::size_t>(words, json, field) + 1);
    }

    Block block_in(const Json& object, const std::string& field) {
        Block block;
        for (const Json& statement : list_in(object, field)) block.push_back(statement_of(statement));
        return block;
    }

    Block loop_body_of(const Json& statement) {
        ++loops_;
        Block body = block_in(statement, "body");
        --loops_;
        return body;
    }

    void read_try(Statement& statement, const Json& json) {
        statement.body = block_in(json, "body");
        for (const Json& handler : list_in(json, "handlers"))
            statement.handlers.push_back({type_in(handler, "t"), block_in(handler, "body")});
        statement.otherwise = block_in(json, "else");
        statement.finally = block_in(json, "final");
        if (!statement.handlers.empty()) return;
        if (statement.finally.empty()) refuse("a try has \"handlers\" or a \"final\"");
        if (!statement.otherwise.empty()) refuse("a try with an \"else\" has \"handlers\"");
    }

    Statement statement_of(const Json& json) {
        using enum Statement::Kind;
        constexpr std::array<std::string_view, 15> names{"print",   "set",    "yield",    "yf",       "for",
                                                         "forever", "forgen", "if",       "return",   "raise",
                                                         "reraise", "break",  "continue", "selfnext", "try"};
        Statement statement;
        statement.kind = one_of<Statement::Kind>(names, json, "s");
        switch (statement.kind) {
        case set:
            statement.variable = variable_in(json, "n");
            statement.expression = expression_in(json, "x");
            break;
        case yield:
            statement.variable = target_of(json);
            statement.expression = expression_in(json, "x");
            break;
        case yield_from:
            statement.variable = target_of(json);
            statement.source = source_of(member(json, "from"));
            break;
        case for_range:
            statement.variable = variable_in(json, "var");
            statement.count = integer_in(json, "n");
            statement.body = loop_body_of(json);
            break;
        case for_generator:
            statement.variable = variable_in(json, "var");
            statement.function = called_in(json);
            [[fallthrough]];
        case forever:
            statement.body = loop_body_of(json);
            break;
        case branch:
            statement.condition = condition_in(json, "c");
            statement.body = block_in(json, "then");
            statement.otherwise = block_in(json, "else");
            break;
        case print:
            statement.expression = expression_in(json, "x");
            break;
        case returns:
            if (!member(json, "x").is_null()) statement.expression = expression_in(json, "x");
            break;
        case raises:
            statement.type = type_in(json, "t");
            for (const Json& argument : list_in(json, "a")) statement.arguments.push_back(expression_of(argument));
            break;
        case try_block:
            read_try(statement, json);
            break;
        case breaks:
        case continues:
            if (loops_ == 0) refuse("a " + text_in(json, "s") + " stands outside of every loop");
            break;
        case reraise:
        case next_of_itself:
            break;
        }
        return statement;
    }

    const Json& functions_;
    std::string caller_;
    int loops_ = 0; ///< around the statement that is read
    Program program_;
};

} // namespace

Program program_of(const Json& functions) {
    return ProgramReader(functions).take();
}

} // namespace conformance
