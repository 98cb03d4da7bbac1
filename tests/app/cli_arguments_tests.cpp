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

    TEST_CASE("the language counts wherever it stands, also behind what is refused") {
        CHECK(parsed({"walk", "--lang", "ko"}).language == text::Language::ko);
        CHECK(parsed({"run", "sort", "loose", "--lang=en"}).language == text::Language::en);
        CHECK_FALSE(parsed({"run", "sort"}).language.has_value());
    }

    TEST_CASE("--help behind any command asks for help, and may come with a language") {
        for (const auto& words : std::vector<std::vector<std::string_view>>{
                 {"list", "--help"}, {"run", "--help"}, {"oracle", "--help"}, {"conformance", "x.json", "--help"}}) {
            CHECK(parsed(words).command == Command::help);
            CHECK(parsed(words).refusal.empty());
        }
        for (const auto& words : std::vector<std::vector<std::string_view>>{
                 {"help", "--lang=ko"}, {"help", "--lang", "ko"}, {"--help", "--lang", "ko"}}) {
            REQUIRE(parsed(words).controls.size() == 1);
            CHECK(parsed(words).controls[0] == Pair{"lang", "ko"});
        }
    }

    TEST_CASE("an option given twice is refused; buttons may be pressed again") {
        CHECK(parsed({"run", "sort", "--n", "1", "--n=2"}).refusal.en == "“--n” is given twice; once is enough.");
        CHECK_FALSE(parsed({"run", "sort", "--sort-checks", "--sort_checks"}).refusal.empty());
        CHECK_FALSE(parsed({"list", "--lang", "ko", "--lang", "ko"}).refusal.empty());
        CHECK(parsed({"run", "sort", "--press", "clear", "--press", "clear"}).refusal.empty());
    }

    TEST_CASE("commands that run no experiment take no options of one") {
        CHECK(parsed({"list", "--foo", "1"}).refusal.en == "list does not take “--foo”; it takes --lang.");
        CHECK(parsed({"oracle", "a.csv", "--json"}).refusal.en ==
              "oracle does not take “--json”; it takes --seed, --lang.");
        CHECK_FALSE(parsed({"help", "--press", "run"}).refusal.empty());
        CHECK_FALSE(parsed({"conformance", "a.json", "--seed", "1"}).refusal.empty());
    }

    TEST_CASE("the seed of the oracle is a whole number, and a language is one of two") {
        CHECK(parsed({"oracle", "a.csv", "--seed", "7"}).seed == 7);
        CHECK(parsed({"oracle", "a.csv", "--seed", "abc"}).refusal.en.find("not “abc”") != std::string::npos);
        CHECK(parsed({"oracle", "a.csv", "--seed"}).refusal.en == "--seed needs a value.");
        CHECK(parsed({"list", "--lang", "fr"}).refusal.en == "The language is ko or en, not “fr”.");
    }

    TEST_CASE("a control without a value is told apart, for only a toggle can be meant so") {
        CHECK(parsed({"run", "sort", "--n"}).bare == std::vector<std::string>{"n"});
        CHECK(parsed({"run", "sort", "--n", "5"}).bare.empty());
    }

    TEST_CASE("what cannot be read is refused with a sentence") {
        for (const auto& words : std::vector<std::vector<std::string_view>>{
                 {}, {"run"}, {"walk"}, {"run", "sort", "loose"}, {"run", "sort", "--"}, {"run", "sort", "--lang"}}) {
            CHECK_FALSE(parsed(words).refusal.empty());
        }
    }
}
