#include "app/cli_arguments.hpp"

#include <algorithm>

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

void read_run(std::span<const std::string_view> words, CliArguments& arguments) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i];
        if (!word.starts_with("--") || word.size() == 2) {
            arguments.refusal = fill(text::cli::not_an_option, {same(word)});
            return;
        }
        if (word == "--json") {
            arguments.json = true;
            continue;
        }
        if (word == "--help") {
            arguments.command = CliArguments::Command::describe;
            continue;
        }
        std::string value;
        const std::size_t equals = word.find('=');
        const bool has_next = i + 1 < words.size() && !words[i + 1].starts_with("--");
        if (equals != std::string_view::npos) {
            value = word.substr(equals + 1);
            word = word.substr(0, equals);
        } else if (has_next) {
            value = words[++i];
        } else if (word == "--press" || word == "--lang") {
            arguments.refusal = fill(text::cli::missing_value, {same(word)});
            return;
        } else {
            value = "true";
        }
        if (word == "--press")
            arguments.buttons.push_back(value);
        else
            arguments.controls.emplace_back(control_of(word), value);
    }
}

void read_conformance(std::span<const std::string_view> words, CliArguments& arguments) {
    if (words.empty() || words[0].starts_with("--")) {
        arguments.refusal = text::conformance::missing_file;
        return;
    }
    arguments.file = words[0];
    read_run(words.subspan(1), arguments);
    std::erase_if(arguments.controls, [&](const auto& control) {
        if (control.first == "level") arguments.level = control.second;
        return control.first == "level";
    });
    for (const auto& [option, value] : arguments.controls)
        if (option != "lang") arguments.refusal = fill(text::cli::not_an_option, {same("--" + option)});
    if (arguments.command != CliArguments::Command::conformance || arguments.json || !arguments.buttons.empty())
        arguments.refusal = text::conformance::only_level;
}

} // namespace

CliArguments parse_cli(std::span<const std::string_view> words) {
    CliArguments arguments;
    if (words.empty()) {
        arguments.refusal = text::cli::no_command;
    } else if (words[0] == "--help" || words[0] == "help" || words[0] == "-h") {
        arguments.command = CliArguments::Command::help;
        if (words.size() > 2 && words[1] == "--lang") arguments.controls.emplace_back("lang", words[2]);
    } else if (words[0] == "list") {
        arguments.command = CliArguments::Command::list;
        read_run(words.subspan(1), arguments);
    } else if (words[0] == "conformance") {
        arguments.command = CliArguments::Command::conformance;
        read_conformance(words.subspan(1), arguments);
    } else if (words[0] == "run" && words.size() > 1) {
        arguments.command = CliArguments::Command::run;
        arguments.widget = words[1];
        read_run(words.subspan(2), arguments);
    } else if (words[0] == "run") {
        arguments.refusal = fill(text::cli::missing_value, {same("run")});
    } else {
        arguments.refusal = fill(text::cli::unknown_command, {same(words[0])});
    }
    return arguments;
}

} // namespace app
