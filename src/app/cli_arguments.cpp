#include "app/cli_arguments.hpp"

#include <algorithm>
#include <optional>

#include "text/cli.hpp"
#include "text/conformance.hpp"

namespace app {
namespace {

using text::fill;
using text::Line;

Line same(std::string_view word) {
    return Line::same(std::string(word));
}

/// "--sort-checks" → "sort_checks"
std::string control_of(std::string_view option) {
    std::string id(option.substr(2));
    std::ranges::replace(id, '-', '_');
    return id;
}

/// The language that is asked for anywhere, so that a refusal of what stands before it is told in it, too.
std::optional<text::Language> language_in(std::span<const std::string_view> words) {
    std::optional<text::Language> asked;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_next = words[i] == "--lang" && i + 1 < words.size();
        const std::string_view word = is_next                           ? words[i + 1]
                                      : words[i].starts_with("--lang=") ? words[i].substr(7)
                                                                        : "";
        if (word == "ko" || word == "en") asked = word == "ko" ? text::Language::ko : text::Language::en;
    }
    return asked;
}

bool asks_for_help(std::string_view word) {
    return word == "--help" || word == "-h";
}

bool is_given(const CliArguments& arguments, std::string_view control) {
    return std::ranges::find(arguments.controls, control, &std::pair<std::string, std::string>::first) !=
           arguments.controls.end();
}

/// One option from `words` at `i`, which goes on to its last word.
void read_option(std::span<const std::string_view> words, std::size_t& i, CliArguments& arguments) {
    const std::string_view word = words[i];
    const std::size_t equals = word.find('=');
    const std::string_view option = word.substr(0, equals);
    if (!option.starts_with("--") || option.size() == 2) {
        arguments.refusal = fill(text::cli::not_an_option, {same(word)});
        return;
    }
    if (option == "--json") {
        if (equals != std::string_view::npos) arguments.refusal = fill(text::cli::takes_no_value, {same(option)});
        if (arguments.json) arguments.refusal = fill(text::cli::given_twice, {same(option)});
        arguments.json = true;
        return;
    }
    const std::string control = control_of(option);
    std::string value = "true";
    if (equals != std::string_view::npos)
        value = word.substr(equals + 1);
    else if (i + 1 < words.size() && !words[i + 1].starts_with("--") && !asks_for_help(words[i + 1]))
        value = words[++i];
    else if (control == "press" || control == "lang")
        arguments.refusal = fill(text::cli::missing_value, {same(option)});
    else
        arguments.bare.push_back(control);
    if (is_given(arguments, control)) arguments.refusal = fill(text::cli::given_twice, {same(option)});
    if (control == "lang" && arguments.refusal.empty() && value != "ko" && value != "en")
        arguments.refusal = fill(text::cli::not_a_language, {same(value)});
    if (control == "press")
        arguments.buttons.push_back(value);
    else
        arguments.controls.emplace_back(control, value);
}

void read_options(std::span<const std::string_view> words, CliArguments& arguments) {
    for (std::size_t i = 0; i < words.size() && arguments.refusal.empty(); ++i)
        if (!asks_for_help(words[i])) read_option(words, i, arguments);
}

/// Of a command that runs no experiment: `--lang` and, where there is one, `own`, both with their values.
void allow_only(std::string_view own, std::string_view command, CliArguments& arguments) {
    const Line allowed = same(own.empty() ? "--lang" : "--" + std::string(own) + ", --lang");
    const auto refuse = [&](std::string_view control) {
        arguments.refusal = fill(text::cli::takes_only, {same(command), same(option_of(control)), allowed});
    };
    if (!arguments.refusal.empty()) return;
    if (arguments.json) return refuse("json");
    if (!arguments.buttons.empty()) return refuse("press");
    for (const auto& [control, value] : arguments.controls)
        if (control != "lang" && (own.empty() || control != own)) return refuse(control);
    if (!arguments.bare.empty())
        arguments.refusal = fill(text::cli::missing_value, {same(option_of(arguments.bare[0]))});
}

/// Takes the value of `own` out of the controls; `fallback` when it was not given.
std::string take(std::string_view own, std::string fallback, CliArguments& arguments) {
    std::erase_if(arguments.controls, [&](const auto& control) {
        if (control.first == own) fallback = control.second;
        return control.first == own;
    });
    return fallback;
}

void read_conformance(std::span<const std::string_view> words, CliArguments& arguments) {
    if (words.empty() || words[0].starts_with("--")) {
        arguments.refusal = text::conformance::missing_file;
        return;
    }
    arguments.file = words[0];
    read_options(words.subspan(1), arguments);
    allow_only("level", "conformance", arguments);
    arguments.level = take("level", arguments.level, arguments);
}

void read_oracle(std::span<const std::string_view> words, CliArguments& arguments) {
    constexpr std::uint64_t greatest = 999'999'999'999'999'999;
    if (words.empty() || words[0].starts_with("--")) {
        arguments.refusal = text::cli::missing_table;
        return;
    }
    arguments.file = words[0];
    read_options(words.subspan(1), arguments);
    allow_only("seed", "oracle", arguments);
    const std::string seed = take("seed", "1", arguments);
    if (!arguments.refusal.empty()) return;
    if (seed.empty() || seed.size() > 18 || seed.find_first_not_of("0123456789") != std::string::npos)
        arguments.refusal = fill(text::cli::not_a_seed, {same(seed), text::grouped(greatest)});
    else
        arguments.seed = std::stoull(seed);
}

void read_run(std::span<const std::string_view> words, CliArguments& arguments) {
    if (words.empty() || words[0].starts_with("--")) {
        arguments.refusal = text::cli::missing_experiment;
        return;
    }
    arguments.widget = words[0];
    read_options(words.subspan(1), arguments);
}

} // namespace

std::string option_of(std::string_view control) {
    std::string option = "--" + std::string(control);
    std::ranges::replace(option, '_', '-');
    return option;
}

CliArguments parse_cli(std::span<const std::string_view> words) {
    using Command = CliArguments::Command;
    CliArguments arguments;
    arguments.language = language_in(words);
    if (words.empty()) {
        arguments.refusal = text::cli::no_command;
        return arguments;
    }
    const std::string_view command = words[0];
    const auto rest = words.subspan(1);
    const bool help = std::ranges::any_of(rest, asks_for_help);
    if (command == "help" || asks_for_help(command)) {
        read_options(rest, arguments);
        allow_only("", "help", arguments);
    } else if (command == "run" && !(help && rest[0].starts_with('-'))) {
        arguments.command = help ? Command::describe : Command::run;
        read_run(rest, arguments);
    } else if (command == "list" && !help) {
        arguments.command = Command::list;
        read_options(rest, arguments);
        allow_only("", "list", arguments);
    } else if (command == "conformance" && !help) {
        arguments.command = Command::conformance;
        read_conformance(rest, arguments);
    } else if (command == "oracle" && !help) {
        arguments.command = Command::oracle;
        read_oracle(rest, arguments);
    } else if (command == "run" || command == "list" || command == "conformance" || command == "oracle") {
        read_options(rest.subspan(rest[0].starts_with('-') ? 0 : 1), arguments); // only for --lang
    } else {
        arguments.refusal = fill(text::cli::unknown_command, {same(command)});
    }
    return arguments;
}

} // namespace app
