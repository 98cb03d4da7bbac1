#include "conformance/corpus.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <utility>

#include "text/conformance.hpp"

namespace conformance {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& why) {
    throw std::invalid_argument(why);
}

/// The position of `word` among `words`.
template <typename Enum, std::size_t count>
Enum one_of(const std::array<std::string_view, count>& words, const std::string& word) {
    for (std::size_t i = 0; i < count; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    refuse("\"" + word + "\" is not known here");
}

Value value_of(const Json& json) {
    if (json.is_null()) return {};
    if (json.is_string()) return json.get<std::string>();
    if (!json.is_number_integer() || (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX))
        refuse("a value is null, an integer of 64 bits or a string, not " + json.dump());
    return json.get<std::int64_t>();
}

std::vector<Value> values_of(const Json& json) {
    if (!json.is_array()) refuse("a list was expected, not " + json.dump());
    std::vector<Value> values;
    for (const Json& one : json) values.push_back(value_of(one));
    return values;
}

int variable_of(const Json& json) {
    constexpr std::array<std::string_view, 4> names{"a", "b", "c", "d"};
    return json.is_null() ? no_variable : one_of<int>(names, json.get<std::string>());
}

int needed_variable_of(const Json& json) {
    if (json.is_null()) refuse("a variable is missing");
    return variable_of(json);
}

ExceptionType type_of(const Json& json) {
    const auto name = json.get<std::string>();
    for (int i = 0; i < static_cast<int>(ExceptionType::count); ++i)
        if (name_of(static_cast<ExceptionType>(i)) == name) return static_cast<ExceptionType>(i);
    refuse("there is no exception \"" + name + "\"");
}

Expression expression_of(const Json& json) {
    Expression expression;
    const auto kind = json.at("e").get<std::string>();
    expression.kind = one_of<Expression::Kind>(std::array<std::string_view, 3>{"const", "var", "add"}, kind);
    if (kind == "const") expression.value = value_of(json.at("v"));
    if (kind == "var") expression.variable = needed_variable_of(json.at("n"));
    if (kind == "add") expression.operands = {expression_of(json.at("l")), expression_of(json.at("r"))};
    return expression;
}

Condition condition_of(const Json& json) {
    Condition condition;
    const auto kind = json.at("c").get<std::string>();
    condition.kind = one_of<Condition::Kind>(std::array<std::string_view, 3>{"none", "eq", "true"}, kind);
    if (kind == "eq")
        condition.operands = {expression_of(json.at("l")), expression_of(json.at("r"))};
    else
        condition.operands = {expression_of(json.at("x"))};
    return condition;
}

/// Reads the functions of one program.
class ProgramReader {
public:
    explicit ProgramReader(const Json& functions) : functions_(functions) {
        for (const auto& [name, body] : functions.items()) {
            caller_ = name;
            program_[name] = block_of(body);
        }
        if (!program_.contains("g0")) refuse("there is no function g0");
    }
    Program take() { return std::move(program_); }

private:
    /// Only functions that come later may be called: that is what keeps a program from calling itself for ever.
    std::string called(const Json& json) const {
        auto name = json.get<std::string>();
        if (!functions_.contains(name)) refuse("there is no function " + name);
        if (std::pair(name.size(), name) <= std::pair(caller_.size(), caller_)) // g10 comes after g2
            refuse(caller_ + " must not call " + name);
        return name;
    }

    Source source_of(const Json& json) const {
        Source source;
        const auto kind = json.at("k").get<std::string>();
        source.kind = one_of<Source::Kind>(std::array<std::string_view, 3>{"gen", "list", "obj"}, kind);
        if (kind == "gen") {
            source.function = called(json.at("f"));
            return source;
        }
        source.values = values_of(json.at("v"));
        if (kind == "list") return source;
        source.result = value_of(json.at("ret"));
        source.has_send = json.at("send").get<bool>();
        if (const Json& word = json.at("throw"); !word.is_null())
            source.on_throw = one_of<Source::Throw>(std::array<std::string_view, 4>{"", "raise", "yield", "stop"},
                                                    word.get<std::string>());
        if (const Json& word = json.at("close"); !word.is_null())
            source.on_close =
                one_of<Source::Close>(std::array<std::string_view, 3>{"", "ok", "raise"}, word.get<std::string>());
        return source;
    }

    Block block_of(const Json& json) const {
        if (!json.is_array()) refuse("a list of statements was expected, not " + json.dump());
        Block block;
        for (const Json& statement : json) block.push_back(statement_of(statement));
        return block;
    }

    Statement statement_of(const Json& json) const {
        using enum Statement::Kind;
        constexpr std::array<std::string_view, 15> names{"print",   "set",    "yield",    "yf",       "for",
                                                         "forever", "forgen", "if",       "return",   "raise",
                                                         "reraise", "break",  "continue", "selfnext", "try"};
        Statement statement;
        statement.kind = one_of<Statement::Kind>(names, json.at("s").get<std::string>());
        switch (statement.kind) {
        case set:
            statement.variable = needed_variable_of(json.at("n"));
            statement.expression = expression_of(json.at("x"));
            break;
        case yield:
            statement.variable = variable_of(json.value("to", Json()));
            statement.expression = expression_of(json.at("x"));
            break;
        case yield_from:
            statement.variable = variable_of(json.value("to", Json()));
            statement.source = source_of(json.at("from"));
            break;
        case for_range:
            statement.variable = needed_variable_of(json.at("var"));
            statement.count = json.at("n").get<std::int64_t>();
            statement.body = block_of(json.at("body"));
            break;
        case for_generator:
            statement.variable = needed_variable_of(json.at("var"));
            statement.function = called(json.at("f"));
            [[fallthrough]];
        case forever:
            statement.body = block_of(json.at("body"));
            break;
        case branch:
            statement.condition = condition_of(json.at("c"));
            statement.body = block_of(json.at("then"));
            statement.otherwise = block_of(json.at("else"));
            break;
        case print:
            statement.expression = expression_of(json.at("x"));
            break;
        case returns:
            if (!json.at("x").is_null()) statement.expression = expression_of(json.at("x"));
            break;
        case raises:
            statement.type = type_of(json.at("t"));
            for (const Json& argument : json.at("a")) statement.arguments.push_back(expression_of(argument));
            break;
        case try_block:
            statement.body = block_of(json.at("body"));
            for (const Json& handler : json.at("handlers"))
                statement.handlers.push_back({type_of(handler.at("t")), block_of(handler.at("body"))});
            statement.otherwise = block_of(json.at("else"));
            statement.finally = block_of(json.at("final"));
            break;
        case reraise:
        case breaks:
        case continues:
        case next_of_itself:
            break;
        }
        return statement;
    }

    const Json& functions_;
    std::string caller_;
    Program program_;
};

Operation operation_of(const Json& json) {
    Operation operation;
    operation.kind = one_of<Operation::Kind>(std::array<std::string_view, 4>{"next", "send", "throw", "close"},
                                             json.at("op").get<std::string>());
    if (operation.kind == Operation::Kind::send) operation.value = value_of(json.at("v"));
    if (operation.kind == Operation::Kind::throws) {
        operation.type = type_of(json.at("t"));
        // The class alone is called without arguments.
        if (json.at("form").get<std::string>() == "inst") operation.arguments = values_of(json.at("a"));
    }
    return operation;
}

LogEntry log_entry_of(const Json& json) {
    LogEntry entry;
    for (const Json& word : json) {
        if (word.is_array())
            entry.arguments = values_of(word);
        else
            entry.words.push_back(value_of(word));
    }
    return entry;
}

Observation observation_of(const Json& json) {
    Observation one;
    one.kind = json.at("k").get<std::string>();
    if (json.contains("v")) one.value = value_of(json["v"]);
    if (one.kind == "raise") {
        one.type = json.at("t").get<std::string>();
        one.arguments = values_of(json.at("args"));
        if (const Json cause = json.value("cause", Json()); !cause.is_null()) one.cause = cause.get<std::string>();
        one.context = json.value("ctx", std::vector<std::string>());
    }
    for (const Json& entry : json.at("log")) one.log.push_back(log_entry_of(entry));
    one.state = json.value("state", std::string());
    one.delegating = json.value("yf", false);
    return one;
}

Case case_of(const Json& json) {
    Case one;
    one.program = ProgramReader(json.at("prog")).take();
    for (const Json& operation : json.at("script")) one.script.push_back(operation_of(operation));
    for (const Json& observation : json.at("expect")) one.expected.push_back(observation_of(observation));
    one.strict = json.value("stable", true) && !json.value("lifetime", false);
    return one;
}

} // namespace

Corpus read_corpus(std::string_view json, const std::string& name) {
    using text::Line;
    namespace words = text::conformance;
    Corpus corpus;
    Json document;
    try {
        document = Json::parse(json);
    } catch (const Json::exception& error) {
        corpus.refusal = text::fill(words::not_json, {Line::same(name), Line::same(error.what())});
        return corpus;
    }
    if (!document.is_object() || !document.contains("cases") || !document["cases"].is_array()) {
        corpus.refusal = text::fill(words::no_cases, {Line::same(name)});
        return corpus;
    }
    for (const Json& entry : document["cases"]) {
        std::string id = "?";
        try {
            id = entry.at("id").get<std::string>();
            corpus.cases.push_back(case_of(entry));
            corpus.cases.back().id = id;
        } catch (const std::exception& error) {
            corpus.refusal =
                text::fill(words::not_a_corpus, {Line::same(name), Line::same(std::to_string(corpus.cases.size() + 1)),
                                                 Line::same(id), Line::same(error.what())});
            corpus.cases.clear();
            break;
        }
    }
    return corpus;
}

} // namespace conformance
