#include "conformance/corpus.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "conformance/case_texts.hpp"
#include "conformance/fields.hpp"
#include "conformance/out_of_reach.hpp"
#include "text/conformance.hpp"

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

ExceptionType type_in(const Json& object, const std::string& field) {
    const std::string name = text_in(object, field);
    for (int i = 0; i < static_cast<int>(ExceptionType::count); ++i)
        if (name_of(static_cast<ExceptionType>(i)) == name) return static_cast<ExceptionType>(i);
    refuse(field, "an exception of the language", object.at(field));
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

Operation operation_of(const Json& json) {
    constexpr std::array<std::string_view, 4> kinds{"next", "send", "throw", "close"};
    enum class Form : std::uint8_t { instance, type };
    Operation operation;
    operation.kind = one_of<Operation::Kind>(kinds, json, "op");
    if (operation.kind == Operation::Kind::send) operation.value = value_in(json, "v");
    if (operation.kind == Operation::Kind::throws) {
        operation.type = type_in(json, "t");
        // The class alone is called without arguments.
        if (one_of<Form>(std::array<std::string_view, 2>{"inst", "type"}, json, "form") == Form::instance)
            operation.arguments = values_in(json, "a");
    }
    return operation;
}

LogEntry log_entry_of(const Json& json) {
    if (!json.is_array()) refuse("log", "a list of lists", json);
    LogEntry entry;
    for (const Json& word : json) {
        if (entry.arguments) refuse("log", "entries that end with their arguments", json);
        if (word.is_array())
            entry.arguments = values_of(word, "log");
        else
            entry.words.push_back(value_of(word, "log"));
    }
    return entry;
}

std::vector<std::string> names_in(const Json& object, const std::string& field) {
    std::vector<std::string> names;
    for (const Json& name : list_in(object, field)) {
        if (!name.is_string()) refuse(field, "a list of strings", object.at(field));
        names.push_back(name.get<std::string>());
    }
    return names;
}

void read_raised(Observation& one, const Json& json) {
    one.type = text_in(json, "t");
    one.arguments = values_in(json, "args");
    if (has(json, "cause")) one.cause = text_in(json, "cause");
    if (json.contains("ctx")) one.context = names_in(json, "ctx");
}

Observation observation_of(const Json& json) {
    enum class Kind : std::uint8_t { yield, stop, raise, ok, del };
    constexpr std::array<std::string_view, 5> kinds{"yield", "stop", "raise", "ok", "del"};
    constexpr std::array<std::string_view, 3> states{"CREATED", "SUSPENDED", "CLOSED"};
    const auto kind = one_of<Kind>(kinds, json, "k");
    Observation one;
    one.kind = kinds[static_cast<std::size_t>(kind)];
    for (const Json& entry : list_in(json, "log")) one.log.push_back(log_entry_of(entry));
    if (kind == Kind::del) return one;
    if (kind == Kind::raise)
        read_raised(one, json);
    else
        one.value = value_in(json, "v");
    one.state = states[one_of<std::size_t>(states, json, "state")];
    if (json.contains("yf")) one.delegating = flag_in(json, "yf");
    return one;
}

/// The parser's message up to the text that it read, which may end within a letter.
std::string said_by(const Json::exception& error) {
    const std::string_view message = error.what();
    return std::string(message.substr(0, message.find("; last read:")));
}

/// Parses a case. `id` is known as soon as it was read, whatever comes behind it.
Json parse(std::string_view json, std::string& id) {
    using Event = Json::parse_event_t;
    bool is_id = false;
    return Json::parse(json, [&](int depth, Event event, const Json& parsed) {
        if (depth == 1 && event == Event::value && is_id && parsed.is_string()) id = parsed.get<std::string>();
        is_id = depth == 1 && event == Event::key && parsed == "id";
        return true;
    });
}

/// The same. CPython writes half of a surrogate pair and integers of any length, which the parser takes for errors.
Json parse_python(std::string_view json, std::string& id) {
    constexpr int number_overflow = 406;
    try {
        return parse(json, id);
    } catch (const Json::exception& error) {
        if (error.id == number_overflow)
            throw OutOfReach{text::fill(text::conformance::beyond_64_bits, {text::conformance::a_number})};
        if (std::string_view(error.what()).find("surrogate") != std::string_view::npos)
            throw OutOfReach{text::conformance::half_surrogate};
        refuse("within its own text, " + said_by(error));
    }
}

void read_case(const CaseText& text, Case& one) {
    // CPython compiles 99 levels of indentation, each four brackets at most, and 200 of parentheses
    // (Parser/tokenizer.h, MAXINDENT and MAXLEVEL). What reads, runs and frees a program calls itself for each.
    constexpr std::size_t most_levels = 1000;
    const Json json = parse_python(text.json, one.id);
    if (text.levels > most_levels)
        throw OutOfReach{text::fill(text::conformance::too_deep, {text::grouped(most_levels)})};
    one.id = text_in(json, "id");
    one.program = ProgramReader(member(json, "prog")).take();
    for (const Json& operation : list_in(json, "script")) one.script.push_back(operation_of(operation));
    for (const Json& observation : list_in(json, "expect")) one.expected.push_back(observation_of(observation));
    one.strict = (!json.contains("stable") || flag_in(json, "stable")) &&
                 !(json.contains("lifetime") && flag_in(json, "lifetime"));
}

/// Why the document around the cases is none of a corpus; empty when it is one.
text::Line refusal_of(const CorpusText& parts, const text::Line& name) {
    Json document;
    try {
        document = Json::parse(parts.without_cases);
    } catch (const Json::exception& error) {
        return text::fill(text::conformance::not_json, {name, text::Line::same(said_by(error))});
    }
    const bool has_cases = document.is_object() && document.contains("cases") && document["cases"].is_array();
    if (!has_cases || document["cases"].size() != parts.cases.size())
        return text::fill(text::conformance::no_cases, {name});
    return {};
}

} // namespace

Corpus read_corpus(std::string_view json, const std::string& name) {
    using text::Line;
    namespace words = text::conformance;
    Corpus corpus;
    const CorpusText parts = take_apart(json);
    corpus.refusal = refusal_of(parts, Line::same(name));
    if (!corpus.refusal.empty()) return corpus;
    std::size_t of_another_format = 0;
    for (const CaseText& text : parts.cases) {
        Case one;
        one.id = "#" + std::to_string(corpus.cases.size() + 1);
        try {
            read_case(text, one);
        } catch (const OutOfReach& limit) {
            one.refusal = limit.why;
        } catch (const std::exception& error) {
            one.refusal = text::fill(words::not_a_case, {Line::same(error.what())});
            ++of_another_format;
        }
        corpus.cases.push_back(std::move(one));
    }
    if (!corpus.cases.empty() && of_another_format == corpus.cases.size()) {
        const Case& first = corpus.cases.front();
        corpus.refusal = text::fill(words::not_a_corpus, {Line::same(name), Line::same(first.id), first.refusal});
        corpus.cases.clear();
    }
    return corpus;
}

} // namespace conformance
