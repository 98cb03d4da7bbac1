#include "text/josa.hpp"

#include <doctest/doctest.h>

#include "text/sentence.hpp"

namespace {

std::string with_particles(std::string_view words) {
    std::string sentence;
    text::append_with_particles(sentence, words);
    return sentence;
}

} // namespace

TEST_SUITE("text/josa") {
    TEST_CASE("a particle follows the last syllable") {
        CHECK(with_particles("스레드이(가) 자물쇠을(를) 봅니다") == "스레드가 자물쇠를 봅니다");
        CHECK(with_particles("락이(가) 값은(는) 락과(와) 락와(과)") == "락이 값은 락과 락과");
        CHECK(with_particles("값(으)로 쓰레드(으)로 파일(으)로") == "값으로 쓰레드로 파일로"); // ㄹ takes 로
    }

    TEST_CASE("digits as they are read: 일, 이, 삼") {
        CHECK(with_particles("T1이(가) T2이(가) T3이(가)") == "T1이 T2가 T3이");
        CHECK(with_particles("10을(를) 4을(를) 1(으)로 6(으)로 5(으)로") == "10을 4를 1로 6으로 5로");
    }

    TEST_CASE("letters as they are called, Latin words as most of their ending are read") {
        CHECK(with_particles("m을(를) x을(를) r을(를) r(으)로") == "m을 x를 r을 r로");
        CHECK(with_particles("python이(가) io이(가) table_lock을(를)") == "python이 io가 table_lock을");
        CHECK(with_particles("event_loop이(가) GeneratorExit을(를)") == "event_loop가 GeneratorExit를"); // 루프, 엑시트
        CHECK(with_particles("132 kB을(를) 3.1 MB은(는)") == "132 kB를 3.1 MB는");                       // 바이트
    }

    TEST_CASE("a word with a silent e ends as the consonant before it is read") {
        CHECK(with_particles("None을(를) name이(가) coroutine은(는) time(으)로") ==
              "None을 name이 coroutine은 time으로");
        CHECK(with_particles("file이(가) read_large_file이(가) table을(를) file(으)로") ==
              "file이 read_large_file이 table을 file로");
        CHECK(with_particles("value을(를) queue이(가) state은(는) code이(가) the이(가) me을(를)") ==
              "value를 queue가 state는 code가 the가 me를");
        CHECK(with_particles("next(coro)이(가) list을(를) socket을(를)") == "next(coro)가 list를 socket을(를)");
        CHECK(with_particles("e이(가) n.e이(가) type을(를)") == "e가 n.e가 type을(를)");
    }

    TEST_CASE("quotes and brackets are passed over; where the reading is not known both forms stay") {
        CHECK(with_particles("‘값’은(는) `data`이(가)") == "‘값’은 `data`가");
        CHECK(with_particles("StopIteration(103)을(를) f()이(가) ‘g(h(1))’을(를)") ==
              "StopIteration(103)을 f()가 ‘g(h(1))’를");
        CHECK(with_particles("‘끝입니다.’을(를) ‘뭐?’은(는)") == "‘끝입니다.’를 ‘뭐?’는");
        CHECK(with_particles("task을(를) (1)이(가)") == "task을(를) (1)이(가)");
        CHECK(with_particles("이(가)") == "이(가)");
    }

    TEST_CASE("sentences are filled with the form that fits") {
        constexpr text::Sentence waits{"{0}이(가) {1}을(를) 기다립니다.", "{0} waits for {1}."};
        const text::Line line = text::fill(waits, {text::Line::same("T2"), text::Line::same("m")});
        CHECK(line.ko == "T2가 m을 기다립니다.");
        CHECK(line.en == "T2 waits for m.");
    }

    TEST_CASE("what a sentence quotes keeps its own words") {
        constexpr text::Sentence prints{"‘{0}’을(를) 출력합니다.", "Prints “{0}”."};
        CHECK(text::fill(prints, {text::Line::same("값은(는) 1")}).ko == "‘값은(는) 1’을 출력합니다.");
    }
}
