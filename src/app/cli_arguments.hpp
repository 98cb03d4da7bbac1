#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/sentence.hpp"

namespace app {

/// What a command line asks for.
struct CliArguments {
    enum class Command { help, list, run, describe, conformance, oracle };
    Command command = Command::help;
    std::string widget;
    std::string file;                                          ///< of conformance and oracle
    std::string level = "A";                                   ///< of conformance, as written
    std::vector<std::pair<std::string, std::string>> controls; ///< in the order given, "lang" among them
    std::vector<std::string> bare;                             ///< of the controls, those written without a value
    std::uint64_t seed = 1;                                    ///< of oracle
    std::vector<std::string> buttons;                          ///< to press at the end
    bool json = false;
    std::optional<text::Language> language; ///< asked for by --lang
    text::Line refusal;                     ///< why it cannot be read; empty when it can
};

/// "sort_checks" → "--sort-checks"
std::string option_of(std::string_view control);

/// Reads the words behind the program's name. Knows no widgets: whether a control exists is for the session to say.
/// "--sort-checks true", "--sort_checks=true" and, for a toggle, "--sort_checks" alone are all understood. An option
/// counts once, --press as often as it is given. `--help` anywhere behind a command asks for help instead: of `run
/// WIDGET` for its controls.
CliArguments parse_cli(std::span<const std::string_view> words);

} // namespace app
