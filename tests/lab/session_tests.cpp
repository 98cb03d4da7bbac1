#include "lab/session.hpp"

#include <doctest/doctest.h>

#include "lab/toy_widget.hpp"
#include "trace/json.hpp"

namespace {

lab::Registry registry() {
    return {{"toy", text::Line("장난감", "Toy"), [] { return std::make_unique<tests::ToyWidget>(); }}};
}

lab::Session opened(std::string_view fragment) {
    return lab::Session(registry(), fragment, text::Language::ko);
}

const std::string& value_of(const lab::Session& session, std::string_view id) {
    return lab::find(session.controls(), id)->value;
}

} // namespace

TEST_SUITE("lab/session") {
    TEST_CASE("a link sets the controls that it names, the page's own among them") {
        const lab::Session session = opened("#w=toy&n=42&lang=en&theme=dark");
        CHECK(value_of(session, "n") == "42");
        CHECK(session.language() == text::Language::en);
        CHECK(session.is_dark());
        CHECK(session.describe().notices.empty());
    }

    TEST_CASE("what a link gets wrong is named and replaced by the default; the rest applies") {
        const lab::Session session = opened("w=nothing&n=1000&bogus=1&go=1&theme=dark");
        const auto notices = session.describe().notices;
        REQUIRE(notices.size() == 4);
        CHECK(notices[0].en.find("nothing") != std::string::npos);
        CHECK(notices[1].en.find("100") != std::string::npos);
        CHECK(notices[2].en.find("bogus") != std::string::npos);
        CHECK(notices[3].en.find("go") != std::string::npos);
        CHECK(value_of(session, "n") == "10");
        CHECK(session.theme() == "dark");
    }

    TEST_CASE("an endless value in a link is cut in its notice") {
        const lab::Session session = opened("bogus" + std::string(100000, 'x') + "=1");
        CHECK(session.describe().notices.at(0).en.size() < 300);
    }

    TEST_CASE("the link holds what was changed and nothing else, and opens the same state") {
        lab::Session session = opened("");
        CHECK(session.link() == "w=toy");
        CHECK(session.set("n", "7").empty());
        CHECK(session.set("lang", "en").empty());
        CHECK(session.link() == "w=toy&n=7&lang=en");
        CHECK(opened(session.link()).link() == session.link());
    }

    TEST_CASE("a refused value changes nothing and does not raise the revision") {
        lab::Session session = opened("");
        const auto before = session.revision();
        CHECK_FALSE(session.set("n", "1000").empty());
        CHECK_FALSE(session.set("no_such", "1").empty());
        CHECK(value_of(session, "n") == "10");
        CHECK(session.revision() == before);
    }

    TEST_CASE("only buttons can be pressed, and only when they are enabled") {
        lab::Session session = opened("");
        auto& toy = dynamic_cast<tests::ToyWidget&>(session.widget());
        CHECK(session.press("go").empty());
        CHECK(session.press("stop").en == "Not started.");
        CHECK_FALSE(session.press("n").empty());
        CHECK_FALSE(session.press("no_such").empty());
        CHECK(toy.pressed == 1);
    }

    TEST_CASE("whether a button can be pressed is the widget's to say at that moment: what forbade it may be gone") {
        lab::Session session = opened("");
        auto& toy = dynamic_cast<tests::ToyWidget&>(session.widget());
        toy.on_press = [](std::vector<lab::Control>& controls) { lab::find(controls, "stop")->why_not = {}; };
        CHECK(session.press("stop").empty());
        CHECK(toy.pressed == 1);
    }

    TEST_CASE("files and the copied link are asked for once") {
        lab::Session session = opened("n=5");
        session.press("go");
        session.press("copy_link");
        const auto requests = session.take_requests();
        REQUIRE(requests.size() == 2);
        CHECK(requests[0].kind == lab::Request::Kind::save_file);
        CHECK(requests[0].file.name == "toy.txt");
        CHECK(requests[1].kind == lab::Request::Kind::copy_text);
        CHECK(requests[1].file.content == "w=toy&n=5");
        CHECK(session.take_requests().empty());
    }

    TEST_CASE("opening another link starts from the defaults, and the revision still rises") {
        lab::Session session = opened("n=5&theme=dark");
        const auto before = session.revision();
        session.open("lang=en");
        CHECK(value_of(session, "n") == "10");
        CHECK(session.theme() == "auto");
        CHECK(session.revision() > before);
    }

    TEST_CASE("the widget that is replaced has let go of its memory before the next is made") {
        static int alive = 0;
        struct Counted : tests::ToyWidget {
            Counted() { CHECK(++alive == 1); }
            ~Counted() override { --alive; }
        };
        const auto make = [] { return std::make_unique<Counted>(); };
        lab::Session session({{"toy", text::Line::same("a"), make}, {"other", text::Line::same("b"), make}}, "",
                             text::Language::en);
        CHECK(session.set("w", "other").empty());
        session.open("w=toy");
        CHECK(session.openings() == 3);
    }

    TEST_CASE("another experiment opens with its own defaults in the reader's language and theme") {
        const auto make = [] { return std::make_unique<tests::ToyWidget>(); };
        lab::Session session({{"toy", text::Line::same("a"), make}, {"other", text::Line::same("b"), make}},
                             "w=toy&n=5&lang=en&theme=dark", text::Language::ko);
        const int openings = session.openings();
        const auto before = session.revision();
        CHECK(session.set("w", "other").empty());
        CHECK(value_of(session, "w") == "other");
        CHECK(value_of(session, "n") == "10");
        CHECK(session.language() == text::Language::en);
        CHECK(session.theme() == "dark");
        CHECK(session.openings() == openings + 1);
        CHECK(session.revision() > before);
        CHECK_FALSE(session.set("w", "none").empty());
        CHECK(session.set("w", "other").empty()); // there already: nothing is lost
        CHECK(session.openings() == openings + 1);
    }

    TEST_CASE("the automatic theme follows the system and an explicit one does not") {
        lab::Session session = opened("");
        session.system_is_dark(true);
        CHECK(session.is_dark());
        session.set("theme", "light");
        CHECK_FALSE(session.is_dark());
    }

    TEST_CASE("the command line's JSON has the contract's members, with numbers as numbers") {
        const std::string json = lab::result_json(opened("n=5"));
        CHECK(json.starts_with("{\"widget\":\"toy\",\"version\":\""));
        CHECK(json.find("\"controls\":{\"n\":5,\"lang\":\"ko\",\"theme\":\"auto\"}") != std::string::npos);
        CHECK(json.find("\"count\":{\"value\":5,\"unit\":\"\",\"text\":\"x\"}") != std::string::npos);
        CHECK(json.find("\"name\":{\"value\":\"abc\",\"unit\":\"s\",\"text\":\"\\\"abc\\\"\"}") != std::string::npos);
    }

    TEST_CASE("only what JSON calls a number is written as one, and as it was written") {
        const auto named = [](const char* name) {
            lab::Session session = opened("");
            dynamic_cast<tests::ToyWidget&>(session.widget()).name = name;
            const std::string json = lab::result_json(session);
            const std::size_t from = json.find("\"name\":{\"value\":") + 16;
            return json.substr(from, json.find(",\"unit\"", from) - from);
        };
        for (const char* number : {"100000", "0", "-3", "0.25", "1e+05", "-1.5E-3", "123456789012345678"})
            CHECK(named(number) == number);
        for (const char* text : {"1,9,18", "1_000", "007", "1.", ".5", "+1", "1e", "-", "0x10", "inf", "1 2", ""})
            CHECK(named(text) == "\"" + std::string(text) + "\"");
    }

    TEST_CASE("the state for the page is told in the session's language") {
        lab::Session session = opened("");
        CHECK(lab::state_json(session).find("\"title\":\"장난감\"") != std::string::npos);
        session.set("lang", "en");
        const std::string json = lab::state_json(session);
        CHECK(json.find("\"title\":\"Toy\"") != std::string::npos);
        CHECK(json.find("\"why_not\":\"Not started.\"") != std::string::npos);
        CHECK(json.find("\"columns\":[\"Column\"],\"rows\":[[\"1\"]]") != std::string::npos);
    }

    TEST_CASE("the state for the page tells each notice in both languages, whichever is the session's") {
        lab::Session session = opened("bogus=1");
        const text::Line notice = session.describe().notices.at(0);
        const std::string told =
            "\"notices\":[{\"ko\":" + trace::json_quoted(notice.ko) + ",\"en\":" + trace::json_quoted(notice.en) + "}]";
        CHECK(lab::state_json(session).find(told) != std::string::npos);
        session.set("lang", "en");
        CHECK(lab::state_json(session).find(told) != std::string::npos);
    }
}
