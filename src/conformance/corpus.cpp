#include "conformance/corpus.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "conformance/case_texts.hpp"
#include "conformance/fields.hpp"
#include "conformance/out_of_reach.hpp"
#include "conformance/program_reader.hpp"
#include "text/conformance.hpp"

namespace conformance {
namespace {

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
    one.program = program_of(member(json, "prog"));
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
