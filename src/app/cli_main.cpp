// The command line face: `interleave run sort --n 1000000 --json`. No window, no drawing.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli_arguments.hpp"
#include "app/cli_oracle.hpp"
#include "app/cli_print.hpp"
#include "app/registry.hpp"
#include "conformance/conformance.hpp"
#include "lab/link.hpp"
#include "platform/platform.hpp"
#include "text/cli.hpp"
#include "text/lab.hpp"

namespace {

using text::Language;

constexpr int done = 0;
constexpr int run_failed = 1;
constexpr int bad_arguments = 2;

volatile std::sig_atomic_t interrupted = 0;

void say(const std::string& words) {
    std::fwrite(words.data(), 1, words.size(), stdout);
}

int refuse(const text::Line& why, Language language) {
    std::fprintf(stderr, "interleave: %s\n", why.in(language).c_str());
    return bad_arguments;
}

Language language_of(const app::CliArguments& arguments) {
    if (arguments.language) return *arguments.language;
    const char* locale = std::getenv("LC_ALL");
    if (locale == nullptr || *locale == '\0') locale = std::getenv("LANG");
    return locale != nullptr && std::string_view(locale).starts_with("ko") ? Language::ko : Language::en;
}

/// Why one of the buttons that are to be pressed at the end is none.
text::Line refusal_of_buttons(const app::CliArguments& arguments, const lab::Session& session) {
    for (const std::string& button : arguments.buttons) {
        const lab::Control* control = lab::find(session.controls(), button);
        if (control == nullptr) return text::fill(text::lab::no_such_control, {text::Line::same(button)});
        if (control->kind != lab::Kind::button) return text::fill(text::lab::not_a_button, {control->label});
    }
    return {};
}

/// Writes what the pressed buttons asked for, a text to `copied`. False when a file could not be saved.
bool serve(const std::vector<lab::Request>& requests, std::FILE* copied, Language language) {
    bool saved = true;
    for (const lab::Request& request : requests) {
        if (request.kind == lab::Request::Kind::copy_text) {
            std::fprintf(copied, "%s\n", request.file.content.c_str());
        } else if (!platform::save_file(request.file.name, request.file.mime, request.file.content)) {
            refuse(text::fill(text::lab::not_saved, {text::Line::same(request.file.name)}), language);
            saved = false;
        }
    }
    return saved;
}

/// Prints the ids of the cases that fail, one a line, and the counts; why one could not be replayed goes to stderr.
int check_conformance(const app::CliArguments& arguments, Language language) {
    const conformance::Report report = conformance::check_file(arguments.file, arguments.level);
    if (!report.refusal.empty()) return refuse(report.refusal, language);
    for (const conformance::Failed& one : report.failed) {
        say(one.id + "\n");
        if (!one.why.empty())
            std::fprintf(stderr, "%s: %s\n", one.id.c_str(), std::string(one.why.in(language)).c_str());
    }
    say(std::to_string(report.passed) + " passed, " + std::to_string(report.failed.size()) + " failed\n");
    return report.failed.empty() ? done : run_failed;
}

/// The value of each control that the arguments name, in their order.
lab::Pairs named_values(const app::CliArguments& arguments, const lab::Session& session) {
    lab::Pairs values;
    for (const auto& named : arguments.controls)
        values.emplace_back(named.first, lab::find(session.controls(), named.first)->value);
    return values;
}

/// What running has moved from where the arguments put it goes back there, as if a link had said so: `--step 8`.
text::Line keep_named_values(const lab::Pairs& values, lab::Session& session) {
    for (const auto& [control, value] : values) {
        if (lab::find(session.controls(), control)->value == value) continue;
        if (text::Line refusal = session.set(control, value); !refusal.empty()) return refusal;
    }
    return {};
}

void wait_until_done(lab::Session& session) {
    while (session.widget().busy()) {
        if (interrupted != 0) session.press("cancel");
        session.poll();
        platform::rest_ms(1);
    }
}

/// Presses the button that the widget is about, waits until it is done, then the others likewise; prints what came out.
int run(const app::CliArguments& arguments, lab::Session& session) {
    if (const text::Line refusal = refusal_of_buttons(arguments, session); !refusal.empty())
        return refuse(refusal, session.language());
    const lab::Pairs named = named_values(arguments, session);
    const std::vector<lab::Control> controls = session.controls(); // pressing makes others
    for (const lab::Control& control : controls)
        if (control.primary)
            if (const text::Line refusal = session.press(control.id); !refusal.empty())
                return refuse(refusal, session.language());
    std::signal(SIGINT, [](int) { interrupted = 1; });
    wait_until_done(session);
    if (const text::Line refusal = keep_named_values(named, session); !refusal.empty())
        return refuse(refusal, session.language());
    bool pressed = true;
    for (const std::string& button : arguments.buttons) {
        const text::Line refusal = session.press(button);
        if (!refusal.empty()) refuse(refusal, session.language());
        pressed = pressed && refusal.empty();
        wait_until_done(session);
    }
    say(arguments.json ? lab::result_json(session) + "\n" : app::as_text(session));
    std::FILE* const copied = arguments.json ? stderr : stdout; // beside JSON stands nothing else
    const bool served = serve(session.take_requests(), copied, session.language());
    if (arguments.json && (session.widget().failed() || interrupted != 0))
        refuse(session.widget().describe().sentence, session.language());
    return session.widget().failed() || interrupted != 0 || !pressed || !served ? run_failed : done;
}

int check_oracle(const app::CliArguments& arguments, Language language) {
    const app::OracleOutcome outcome = app::check_oracle_file(arguments.file, arguments.seed);
    if (outcome.status == bad_arguments) return refuse(outcome.words, language);
    say(outcome.words.in(language) + "\n");
    return outcome.status;
}

int list(const lab::Registry& registry, Language language) {
    for (const lab::Entry& entry : registry) say(entry.id + "\t" + entry.title.in(language) + "\n");
    return done;
}

/// Why a control cannot be set to what the arguments say; empty when it was.
text::Line set(const std::string& control, const std::string& value, const app::CliArguments& arguments,
               lab::Session& session) {
    // The word behind `run` says which experiment.
    if (control == "w") return text::fill(text::lab::no_such_control, {text::Line::same(control)});
    const lab::Control* known = lab::find(session.controls(), control);
    const bool is_bare = std::ranges::find(arguments.bare, control) != arguments.bare.end();
    if (is_bare && known != nullptr && known->kind == lab::Kind::button)
        return text::fill(text::cli::is_a_button, {known->label, text::Line::same(control)});
    if (is_bare && known != nullptr && known->kind != lab::Kind::toggle)
        return text::fill(text::cli::missing_value, {text::Line::same(app::option_of(control))});
    return session.set(control, value);
}

int open_experiment(const lab::Registry& registry, const app::CliArguments& arguments, Language language) {
    if (std::ranges::find(registry, arguments.widget, &lab::Entry::id) == registry.end())
        return refuse(text::fill(text::cli::unknown_widget, {text::Line::same(arguments.widget)}), language);
    lab::Session session(registry, lab::write_link({{"w", arguments.widget}}), language);
    for (const auto& [control, value] : arguments.controls)
        if (const text::Line refusal = set(control, value, arguments, session); !refusal.empty())
            return refuse(refusal, language);
    if (arguments.command != app::CliArguments::Command::describe) return run(arguments, session);
    say(app::controls_as_text(session));
    return done;
}

int act(const app::CliArguments& arguments, Language language) {
    using Command = app::CliArguments::Command;
    if (!arguments.refusal.empty()) return refuse(arguments.refusal, language);
    if (arguments.command == Command::conformance) return check_conformance(arguments, language);
    if (arguments.command == Command::oracle) return check_oracle(arguments, language);
    if (arguments.command == Command::help) {
        say(std::string(text::cli::usage.in(language)));
        return done;
    }
    const lab::Registry registry = app::make_registry(
        {widget::Tier::native, false, platform::engine(), platform::now, false, platform::open_file});
    if (arguments.command == Command::list) return list(registry, language);
    return open_experiment(registry, arguments, language);
}

/// What the disk or the pipe did not take is no success.
int told(int status, Language language) {
    const bool flushed = std::fflush(stdout) == 0;
    if (flushed && std::ferror(stdout) == 0 && std::ferror(stderr) == 0) return status;
    refuse(text::cli::not_written, language);
    return status == done ? run_failed : status;
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string_view> words(values + 1, values + count);
    const app::CliArguments arguments = app::parse_cli(words);
    const Language language = language_of(arguments);
    return told(act(arguments, language), language);
}
