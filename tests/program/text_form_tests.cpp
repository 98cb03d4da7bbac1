#include "program/text_form.hpp"

#include <doctest/doctest.h>

#include "program/builder.hpp"
#include "program/random_scenario.hpp"
#include "program/text_words.hpp"

TEST_SUITE("program/text_form") {
    using namespace program;
    using program_tests::RandomScenario;

    const std::string counter_text =
        "s1~name:counter~cores:4~for:1s~var:x~lock:m:mcs:guards,x"
        "~thread:T:times,8.compute:e1u.lock:m.load:x.add:1.store:x.unlock:m.repeat";

    Scenario counter() {
        Builder b("counter");
        const auto m = b.lock("m", LockKind::mcs);
        const auto x = b.variable("x");
        b.protects(m, {x});
        b.threads("T", 8).compute(TimeLaw::exponential(1000)).lock(m).load(x).add(1).store(x).unlock(m).forever();
        return b.cores(4).duration(1'000'000'000).build();
    }

    struct Refusal {
        std::size_t offset, line, column;
        std::string reason;
    };

    Refusal refusal_of(std::string_view text) {
        const Parsed parsed = read(text);
        CHECK_FALSE(parsed.scenario);
        CHECK_FALSE(parsed.reason.ko.empty());
        CHECK(parsed.offset <= text.size());
        return {parsed.offset, parsed.line, parsed.column, parsed.reason.en};
    }

    std::string reason_of(std::string_view text) {
        return refusal_of(text).reason;
    }

    TEST_CASE("the example of the header is what is written and what is read") {
        CHECK(write(counter()) == counter_text);
        const Parsed parsed = read(counter_text);
        CHECK(parsed.reason.en == "");
        CHECK((parsed.scenario == counter()));
    }

    TEST_CASE("defaults are left out") {
        Builder b("");
        b.thread("T");
        CHECK(write(b.build()) == "s1~thread:T");
        CHECK((read("s1~thread:T").scenario == b.build()));
    }

    TEST_CASE("every part can be said and comes back") {
        const std::string text =
            "s1~name:a-sb~cores:64~for:5m~quantum:0~switch:7n~tick:1u~nowake~costs:local,2n:wake_latency,5u"
            "~var:x:-5~var:y~lock:rw:rw_writers:guards,x,y:handoff,3n~lock:q~cond:c:q~device:d:2~interpreter:p:timed:"
            "interval,1m:check,7:bytecode,9n~interpreter:r"
            "~thread:main.spawn:child.join:child.jump:4.jump_if_zero:5.jump_if_failed:6.repeat:5:9.print.end"
            "~thread:child:on,r:spawned.compute:u1u,2m:call:cpp,sort-ov-z-k:python,v-psort-o-z.io:d:e3m.sleep:0.send:4s"
            "~thread:W:times,2:at,3n.lock:q.wait:c.unlock:q.read_lock:rw.read_unlock:rw.notify_one:c.notify_all:c.yield"
            "~thread:X:like,W1.";
        const Parsed refused = read(text);
        CHECK(refused.reason.en == "A thread that is like another has no instructions of its own.");
        const Parsed parsed = read(text.substr(0, text.size() - 1));
        CHECK(parsed.reason.en == "");
        REQUIRE(parsed.scenario);
        const Scenario& s = *parsed.scenario;
        CHECK(s.name == "a b");
        CHECK(s.variables[0].initial == -5);
        CHECK(s.locks[0] == Lock{"rw", LockKind::rw_writers, {0, 1}, 3});
        CHECK(s.interpreters[0] == Interpreter{"p", GilKind::timed, 1'000'000, 7, 9});
        CHECK(s.threads[1].code[0].cpp == "sort(v);");
        CHECK(s.threads[1].code[0].python == "v.sort()");
        CHECK(s.threads[1].code[0].time == TimeLaw::uniform(1000, 2'000'000));
        CHECK(s.threads[4].code == s.threads[3].code);
        CHECK(s.threads[3].starts_at_ns == 3);
        CHECK(s.threads[0].code[5] == Instruction{.op = Op::repeat, .target = 4, .value = 9});
        CHECK(write(s) == text.substr(0, text.size() - 1));
    }

    TEST_CASE("threads are written together only when all but their names is the same") {
        const auto text_with = [](auto&& change) {
            Builder b("");
            b.interpreter("p", GilKind::none);
            b.interpreter("q", GilKind::none);
            b.thread("main").spawn({3});
            b.threads("T", 2).compute(1);
            b.thread("U").spawned();
            Scenario s = b.build();
            change(s.threads);
            CHECK((read(write(s)).scenario == s));
            return write(s);
        };
        const auto alike = text_with([](auto&) {});
        CHECK(alike ==
              "s1~interpreter:p~interpreter:q~thread:main.spawn:U~thread:T:times,2.compute:1n~thread:U:spawned");
        CHECK(text_with([](auto& t) { t[2].starts_at_ns = 5; }).find("~thread:T2:at,5n:like,T1") != std::string::npos);
        CHECK(text_with([](auto& t) { t[2].interpreter = 1; }).find("~thread:T2:on,q:like,T1") != std::string::npos);
        CHECK(text_with([](auto& t) { t[2].name = "T3"; }).find("~thread:T3:like,T1") != std::string::npos);
        CHECK(text_with([](auto& t) { t[2].code.clear(); }).find("~thread:T2~") != std::string::npos);
        CHECK(text_with([](auto& t) {
                  t[1].starts = false;
                  t[0].code.push_back({.op = Op::spawn, .target = 1});
              }).find("~thread:T1:spawned.compute:1n~thread:T2:like,T1") != std::string::npos);
    }

    TEST_CASE("blanks and line ends may stand around separators") {
        const Parsed parsed = read(
            " s1 ~\n name : counter ~ cores:4~for:1s\n~var:x~lock:m:mcs:guards , x\r\n"
            "~ thread:T:times,8 .\n\tcompute:e1u .lock:m.load:x.add:1.store:x.unlock:m.repeat\n");
        CHECK(parsed.reason.en == "");
        CHECK((parsed.scenario == counter()));
    }

    TEST_CASE("a scenario without fault comes back as it was, whatever it holds") {
        int most_bytes = 0;
        for (std::uint64_t seed = 0; seed < 3000; ++seed) {
            const Scenario scenario = RandomScenario(seed).make();
            REQUIRE(find_fault(scenario).en == "");
            const std::string text = write(scenario);
            const Parsed parsed = read(text);
            REQUIRE_MESSAGE(parsed.scenario, text, "\n", parsed.reason.en, " at ", parsed.offset);
            REQUIRE_MESSAGE(*parsed.scenario == scenario, text);
            REQUIRE(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~,:") ==
                    std::string::npos);
            most_bytes = std::max(most_bytes, static_cast<int>(text.size()));
        }
        CHECK(most_bytes > 1000);
    }

    TEST_CASE("bad text gives the place and the reason") {
        const auto is = [](std::string_view text, std::size_t offset, const char* reason) {
            const Refusal refusal = refusal_of(text);
            CHECK_MESSAGE(refusal.offset == offset, text);
            CHECK_MESSAGE(refusal.column == offset + 1, text);
            CHECK_MESSAGE(refusal.reason == reason, text);
        };
        is("", 0, "A scenario must begin with “s1”.");
        is("s2~thread:T", 0, "A scenario must begin with “s1”.");
        is("s1", 2, "There is no thread; put in at least one.");
        is("s1~", 3,
           "“” is unknown; possible here: name, cores, for, quantum, switch, tick, nowake, costs, var, lock, "
           "cond, device, interpreter, thread.");
        is("s1~cores:65", 9, "“65” should be a whole number from 1 to 64.");
        is("s1~cores:", 9, "“” should be a whole number from 1 to 64.");
        is("s1~cores", 8, "cores needs one thing more: a whole number.");
        is("s1~cores:2:3", 11, "“3” is more than cores takes.");
        is("s1~cores:2.3", 11, "“.” is more than cores takes.");
        is("s1~cores:2~cores:2", 11, "“cores” is given twice; once is enough.");
        is("s1~for:5", 7, "“5” should be a time such as 500n, 20u, 5m or 1s, at most 1,000,000s.");
        is("s1~for:1000001s", 7, "“1000001s” should be a time such as 500n, 20u, 5m or 1s, at most 1,000,000s.");
        is("s1~for:99999999999999999999n", 7,
           "“99999999999999999999n” should be a time such as 500n, 20u, 5m or 1s, at "
           "most 1,000,000s.");
        is("s1~for:-1n", 7, "“-1n” should be a time such as 500n, 20u, 5m or 1s, at most 1,000,000s.");
        is("s1~costs:loca,1n", 9, "costs does not take “loca”.");
        is("s1~var:a b", 8,
           "This character cannot stand here; write a space as -s and other signs as - and two "
           "hexadecimal digits.");
        is("s1~var:ab-", 9,
           "This character cannot stand here; write a space as -s and other signs as - and two "
           "hexadecimal digits.");
        is("s1~var:-ff", 7, "This is not valid UTF-8, or holds a control character.");
        is("s1~var:-0a", 7, "This is not valid UTF-8, or holds a control character.");
        is("s1~var:", 7, "The name is empty.");
        is("s1~var:x~var:x", 13, "There is a variable “x” already.");
        is("s1~lock:m:mutex", 10, "lock does not take “mutex”.");
        is("s1~lock:m:mcs:tas", 14, "“tas” is more than lock takes.");
        is("s1~lock:m:guards,x", 17, "There is no variable “x” up to here.");
        is("s1~cond:c", 7, "cond needs one thing more: lock.");
        is("s1~thread:T:times,257", 18, "“257” should be a whole number from 1 to 256.");
        is("s1~thread:T:like,U", 17, "There is no thread “U” up to here.");
        is("s1~thread:T.comput:5n", 12, "There is no instruction “comput”.");
        is("s1~thread:T.compute", 19, "compute needs one thing more: a time.");
        is("s1~thread:T.compute:u2n,1n", 20, "“u2n,1n”: the least is above the greatest.");
        is("s1~thread:T.compute:u2n", 23, "u2n needs one thing more: a time.");
        is("s1~thread:T.lock:m", 17, "There is no lock “m” up to here.");
        is("s1~thread:T.jump:3", 17, "“3” should be a whole number from 1 to 2.");
        is("s1~thread:T.yield:call", 18, "“call” is more than yield takes.");
        is("s1~thread:T.yield:cpp,a:cpp,b", 24, "“cpp” is given twice; once is enough.");
        is("s1~lock:m~thread:T.compute:1n.unlock:m", 30,
           "Thread T, instruction 2: it can be reached without holding m.");
        is("s1~thread:T.add:1.repeat", 12,
           "Thread T, instruction 1: the endless loop that begins here takes no time and never waits; put a compute, a "
           "sleep or an io into it.");
        is("s1~thread:T~thread:U:spawned", 12, "Thread U: it waits to be started, but no instruction spawns it.");
    }

    TEST_CASE("the place is counted in lines and characters") {
        const Refusal refusal = refusal_of("s1\n~var:한글~\nvar:é:한글");
        CHECK(refusal.line == 3);
        CHECK(refusal.column == 7);
        CHECK(refusal.offset == 23);
        CHECK(refusal.reason ==
              "“한글” should be a whole number from -9,223,372,036,854,775,808 to "
              "9,223,372,036,854,775,807.");
    }

    TEST_CASE("names of several bytes may stand as they are") {
        const Parsed parsed = read("s1~var:잔액~thread:T.load:잔액");
        REQUIRE(parsed.scenario);
        CHECK(parsed.scenario->variables[0].name == "잔액");
        CHECK(write(*parsed.scenario) == "s1~var:-ec-9e-94-ec-95-a1~thread:T.load:-ec-9e-94-ec-95-a1");
    }

    TEST_CASE("what stands for too much is refused before it is made") {
        CHECK(reason_of(std::string(most_text_bytes + 1, 'a')) ==
              "The text has 65,537 bytes; at most 65,536 can be read.");
        std::string much = "s1~thread:T:times,256";
        for (int i = 0; i < 256; ++i) much += ".yield";
        CHECK(reason_of(much) == "instruction: at most 65,535 are possible.");
        std::string like = "s1~thread:T";
        for (int i = 0; i < 257; ++i) like += ".yield";
        CHECK(reason_of(like + "~thread:U:times,255:like,T") == "instruction: at most 65,535 are possible.");
        CHECK(reason_of("s1~thread:T:times,200~thread:U:times,57") == "“57” should be a whole number from 1 to 56.");
        std::string variables = "s1";
        for (int i = 0; i < 257; ++i) variables += "~var:x" + std::to_string(i);
        CHECK(reason_of(variables) == "variable: at most 256 are possible.");
        CHECK(reason_of("s1~var:" + std::string(65, 'x')) == "At most 64 bytes are possible here.");
    }

    TEST_CASE("a thread can be named ahead") {
        const Parsed parsed = read("s1~thread:A.spawn:B.join:B~thread:B:spawned.compute:1n");
        REQUIRE(parsed.scenario);
        CHECK(parsed.scenario->threads[0].code[0].target == 1);
    }

    TEST_CASE("every beginning of a text is read or refused, and so are changed texts and noise") {
        program_tests::Chance chance(2026);
        const std::string whole = write(RandomScenario(7).make()) + counter_text.substr(2);
        int good = 0;
        int bad = 0;
        const auto try_out = [&](const std::string& text) {
            const Parsed parsed = read(text);
            parsed.scenario ? ++good : ++bad;
            REQUIRE(parsed.scenario.has_value() == parsed.reason.en.empty());
            REQUIRE(parsed.offset <= text.size());
            if (parsed.scenario) REQUIRE(*read(write(*parsed.scenario)).scenario == *parsed.scenario);
        };
        for (std::size_t size = 0; size <= whole.size(); ++size) try_out(whole.substr(0, size));
        for (int i = 0; i < 4000; ++i) {
            std::string text = i % 2 == 0 ? counter_text : write(RandomScenario(static_cast<std::uint64_t>(i)).make());
            for (int changes = 1 + chance.below(4); changes > 0; --changes) {
                const auto at = static_cast<std::size_t>(chance.below(static_cast<int>(text.size())));
                const char odd[] = "~.:,-s1nume09\n \xed\xff";
                const char c = chance.one_in(2) ? odd[chance.below(sizeof odd - 1)] : static_cast<char>(chance.bits());
                if (chance.one_in(3))
                    text.erase(at, static_cast<std::size_t>(1 + chance.below(8)));
                else if (chance.one_in(2))
                    text.insert(at, 1, c);
                else if (chance.one_in(3))
                    text.insert(at, text.substr(at / 2, 12));
                else
                    text[at] = c;
                if (text.empty()) text = "s";
            }
            try_out(text);
        }
        for (int i = 0; i < 2000; ++i) {
            std::string noise = i % 2 == 0 ? "s1~" : "";
            for (int bytes = chance.below(60); bytes > 0; --bytes) noise += static_cast<char>(chance.bits());
            try_out(noise);
        }
        CHECK(good > 100);
        CHECK(bad > 2000);
    }

    TEST_CASE("the largest texts are read in one pass") {
        for (const char* unit :
             {"~", ".", ":", ",", "~var:x", ".yield", ":guards,x", "-", " ", "\n", "~thread:T.yield"}) {
            std::string text = "s1~lock:m";
            while (text.size() + 20 < most_text_bytes) text += unit;
            CHECK(refusal_of(text).offset <= text.size());
        }
        std::string straight = "s1~lock:m:mcs~thread:T";
        while (straight.size() + 40 < most_text_bytes) straight += ".lock:m.unlock:m";
        CHECK(read(straight).scenario);
    }

    TEST_CASE("times are written in the largest unit that fits, and strings byte by byte") {
        const auto time = [](Nanoseconds ns) {
            std::string out;
            words::append_time(out, ns);
            CHECK(words::time_in(out) == ns);
            return out;
        };
        CHECK(time(0) == "0");
        CHECK(time(1'500) == "1500n");
        CHECK(time(2'000) == "2u");
        CHECK(time(5'000'000) == "5m");
        CHECK(time(60'000'000'000) == "60s");
        CHECK(time(most_time_ns) == "1000000s");
        std::string all;
        for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
        std::string written;
        words::append_string(written, all);
        CHECK(words::string_in(written).text == all);
        CHECK(words::string_in("a-s-").bad == 3);
        CHECK(words::string_in("-G0").bad == 0);
    }
}
