// The command line face: `interleave run sort --n 1000000 --json`. No window, no drawing.

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
    std::fputs(words.c_str(), stdout);
}

int refuse(const text::Line& why, Language language) {
    std::fprintf(stderr, "interleave: %s\n", why.in(language).c_str());
    return bad_arguments;
}

Language language_of(const app::CliArguments& arguments) {
    for (const auto& [control, value] : arguments.controls)
        if (control == "lang") return value == "ko" ? Language::ko : Language::en;
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

/// Writes what the pressed buttons asked for. False when a file could not be saved.
bool serve(const std::vector<lab::Request>& requests, Language language) {
    bool saved = true;
    for (const lab::Request& request : requests) {
        if (request.kind == lab::Request::Kind::copy_text) {
            say(request.file.content + "\n");
        } else if (!platform::save_file(request.file.name, request.file.mime, request.file.content)) {
            refuse(text::fill(text::lab::not_saved, {text::Line::same(request.file.name)}), language);
            saved = false;
        }
    }
    return saved;
}

/// Prints the ids of the cases that fail, one a line, and the counts.
int check_conformance(const app::CliArguments& arguments, Language language) {
    const conformance::Report report = conformance::check_file(arguments.file, arguments.level);
    if (!report.refusal.empty()) return refuse(report.refusal, language);
    for (const std::string& id : report.failed) say(id + "\n");
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
    const bool served = serve(session.take_requests(), session.language());
    if (arguments.json && (session.widget().failed() || interrupted != 0))
        refuse(session.widget().describe().sentence, session.language());
    return session.widget().failed() || interrupted != 0 || !pressed || !served ? run_failed : done;
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string_view> words(values + 1, values + count);
    const app::CliArguments arguments = app::parse_cli(words);
    const Language language = language_of(arguments);
    if (!arguments.refusal.empty()) return refuse(arguments.refusal, language);
    if (arguments.command == app::CliArguments::Command::help) {
        say(std::string(text::cli::usage.in(language)));
        return done;
    }
    if (arguments.command == app::CliArguments::Command::conformance) return check_conformance(arguments, language);
    if (arguments.command == app::CliArguments::Command::oracle) {
        std::uint64_t seed = 1;
        for (const auto& [control, value] : arguments.controls) {
            const bool is_seed = control == "seed" && !value.empty() && value.size() < 19 &&
                                 value.find_first_not_of("0123456789") == std::string::npos;
            if (is_seed) seed = std::stoull(value);
            if (!is_seed && (control != "lang" || (value != "ko" && value != "en")))
                return refuse(text::fill(text::cli::not_an_option, {text::Line::same("--" + control)}), language);
        }
        const app::OracleOutcome outcome = app::check_oracle_file(arguments.file, seed);
        if (outcome.status == bad_arguments) return refuse(outcome.words, language);
        say(outcome.words.in(language) + "\n");
        return outcome.status;
    }
    const lab::Registry registry = app::make_registry(
        {widget::Tier::native, false, platform::engine(), platform::now, false, platform::open_file});
    if (arguments.command == app::CliArguments::Command::list) {
        for (const lab::Entry& entry : registry) say(entry.id + "\t" + entry.title.in(language) + "\n");
        return done;
    }
    bool known = false;
    for (const lab::Entry& entry : registry) known = known || entry.id == arguments.widget;
    if (!known) return refuse(text::fill(text::cli::unknown_widget, {text::Line::same(arguments.widget)}), language);

    lab::Session session(registry, lab::write_link({{"w", arguments.widget}}), language);
    for (const auto& [control, value] : arguments.controls) {
        const bool is_word = control == "w"; // the word behind `run`
        const text::Line refusal =
            is_word ? text::fill(text::lab::no_such_control, {text::Line::same(control)}) : session.set(control, value);
        if (!refusal.empty()) return refuse(refusal, language);
    }
    if (arguments.command == app::CliArguments::Command::describe) {
        say(app::controls_as_text(session));
        return done;
    }
    return run(arguments, session);
}
