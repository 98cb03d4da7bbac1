#include "lesson/operation.hpp"

#include <algorithm>
#include <iterator>

#include "text/lesson.hpp"

namespace lesson {
namespace {

using Kind = Operation::Kind;
using text::Line;

std::string escaped(std::string_view plain) {
    std::string written;
    for (const char c : plain) written += c == ',' ? "%2C" : c == '%' ? "%25" : std::string(1, c);
    return written;
}

std::string unescaped(std::string_view written) {
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string_view code = written.substr(i, 3);
        if (code == "%2C" || code == "%25") {
            plain += code == "%2C" ? ',' : '%';
            i += 2;
        } else {
            plain += written[i];
        }
    }
    return plain;
}

std::string_view trimmed(std::string_view word) {
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
    return word;
}

Line read_operation(std::string_view word, Operation& operation) {
    const std::size_t colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    const std::string argument = colon == std::string_view::npos ? "" : unescaped(word.substr(colon + 1));
    const bool has_argument = colon != std::string_view::npos;
    if (name == "send" && has_argument) {
        operation = {Kind::send, parse_value(argument), {}};
        return {};
    }
    if (name == "throw" && has_argument) {
        const std::string error(trimmed(argument));
        if (std::ranges::find(throwable, error) == std::end(throwable))
            return text::fill(text::lesson::unknown_error, {Line::same(error)});
        operation = {Kind::throw_, {}, error};
        return {};
    }
    for (const auto& [plain, kind] : {std::pair{"next", Kind::next}, {"close", Kind::close}, {"drop", Kind::drop}})
        if (word == plain) {
            operation = {kind, {}, {}};
            return {};
        }
    return text::fill(text::lesson::unknown_operation, {Line::same(std::string(word))});
}

} // namespace

std::string write_script(const Script& script) {
    std::string written;
    for (const Operation& operation : script) {
        if (!written.empty()) written += ',';
        switch (operation.kind) {
        case Kind::next:
            written += "next";
            break;
        case Kind::send:
            written += "send:" + escaped(written_for(operation.value));
            break;
        case Kind::throw_:
            written += "throw:" + operation.error;
            break;
        case Kind::close:
            written += "close";
            break;
        case Kind::drop:
            written += "drop";
            break;
        }
    }
    return written;
}

ScriptReading read_script(std::string_view written) {
    ScriptReading reading;
    while (!written.empty()) {
        const std::size_t comma = written.find(',');
        const std::string_view word = trimmed(written.substr(0, comma));
        written = comma == std::string_view::npos ? std::string_view() : written.substr(comma + 1);
        if (word.empty()) continue;
        Operation operation;
        if (Line refusal = read_operation(word, operation); !refusal.empty()) return {{}, std::move(refusal)};
        reading.script.push_back(std::move(operation));
    }
    return reading;
}

std::string call_in_cpp(const Operation& operation) {
    switch (operation.kind) {
    case Kind::next:
        return "coro.next();";
    case Kind::send:
        return "coro.send(" + source_in_cpp(operation.value) + ");";
    case Kind::throw_: {
        std::string name; // "ValueError" → "value_error"
        for (const char c : operation.error) {
            const bool upper = c >= 'A' && c <= 'Z';
            if (upper && !name.empty()) name += '_';
            name += upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return "coro.throw_(" + name + "());";
    }
    case Kind::close:
        return "coro.close();";
    case Kind::drop:
        return "} // ~coro()";
    }
    return "";
}

std::string call_in_python(const Operation& operation) {
    switch (operation.kind) {
    case Kind::next:
        return "next(coro)";
    case Kind::send:
        return "coro.send(" + source_in_python(operation.value) + ")";
    case Kind::throw_:
        return "coro.throw(" + operation.error + "())";
    case Kind::close:
        return "coro.close()";
    case Kind::drop:
        return "del coro";
    }
    return "";
}

} // namespace lesson
