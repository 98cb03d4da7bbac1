#include "app/cli_arguments.hpp"

#include <doctest/doctest.h>

namespace {

app::CliArguments parsed(std::vector<std::string_view> words) {
    return app::parse_cli(words);
}

} // namespace

TEST_SUITE("app/cli_arguments") {
    using Command = app::CliArguments::Command;
    using Pair = std::pair<std::string, std::string>;

    TEST_CASE("controls are read with a space, with an equals sign, with hyphens, and alone as true") {
        const auto arguments = parsed({"run", "sort", "--n", "1000", "--units=4", "--sort-checks", "--json"});
        CHECK(arguments.command == Command::run);
        CHECK(arguments.widget == "sort");
        CHECK(arguments.json);
        REQUIRE(arguments.controls.size() == 3);
        CHECK(arguments.controls[0] == Pair{"n", "1000"});
        CHECK(arguments.controls[1] == Pair{"units", "4"});
        CHECK(arguments.controls[2] == Pair{"sort_checks", "true"});
    }

    TEST_CASE("oracle takes one file, and needs it") {
        const auto arguments = parsed({"oracle", "table.csv", "--lang", "en"});
        CHECK(arguments.command == Command::oracle);
        CHECK(arguments.file == "table.csv");
        CHECK(arguments.controls[0] == Pair{"lang", "en"});
        CHECK_FALSE(parsed({"oracle"}).refusal.empty());
        CHECK_FALSE(parsed({"oracle", "--lang", "en"}).refusal.empty());
        CHECK_FALSE(parsed({"oracle", "a.csv", "b.csv"}).refusal.empty());
    }

    TEST_CASE("dots in a control's name and negative values are kept") {
        const auto arguments = parsed({"run", "sort", "--predict.threads", "half", "--x", "-1"});
        CHECK(arguments.controls[0] == Pair{"predict.threads", "half"});
        CHECK(arguments.controls[1] == Pair{"x", "-1"});
    }

    TEST_CASE("buttons to press at the end are kept in order") {
        CHECK(parsed({"run", "sort", "--press", "export_csv", "--press=export_trace"}).buttons ==
              std::vector<std::string>{"export_csv", "export_trace"});
    }

    TEST_CASE("help is there for the program and for one experiment") {
        CHECK(parsed({"--help"}).command == Command::help);
        CHECK(parsed({"run", "sort", "--help"}).command == Command::describe);
    }

    TEST_CASE("what cannot be read is refused with a sentence") {
        for (const auto& words : std::vector<std::vector<std::string_view>>{
                 {}, {"run"}, {"walk"}, {"run", "sort", "loose"}, {"run", "sort", "--"}, {"run", "sort", "--lang"}}) {
            CHECK_FALSE(parsed(words).refusal.empty());
        }
    }
}
