#include "widget/sort_failure.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using measure::Failure;
using widget::Tier;

bool says(const std::string& sentence, std::string_view part) {
    return sentence.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a failed run says its figure, what still works and what to do, in both languages") {
    struct Case {
        Failure failure;
        std::int64_t detail;
        Tier tier;
        const char* figure;
    };
    for (const Case& each : {Case{Failure::out_of_memory, 180'000'000, Tier::threads, "180 MB"},
                             Case{Failure::thread_did_not_start, 10'004, Tier::threads, "10.0 s"},
                             Case{Failure::thread_refused, 4, Tier::threads, "4"},
                             Case{Failure::process_did_not_start, 11, Tier::native, "11"},
                             Case{Failure::process_did_not_start, 10'002, Tier::workers, "10.0 s"},
                             Case{Failure::process_died, 2, Tier::native, "P3"},
                             Case{Failure::process_not_ready, 42'000, Tier::native, "42.0 s"},
                             Case{Failure::process_not_loaded, 0, Tier::workers, ""},
                             Case{Failure::process_failed, 1, Tier::threads, "P2"}}) {
        const text::Line said = widget::words_for(each.failure, each.detail, each.tier);
        CAPTURE(said.en);
        CHECK(says(said.en, each.figure));
        CHECK(says(said.ko, each.figure));
        CHECK(says(said.en, "run again"));
        CHECK(says(said.ko, "다시 실행하십시오"));
        CHECK(says(said.en, "recorded results stay"));
        CHECK(says(said.ko, "그대로 볼 수 있습니다"));
    }
}

TEST_CASE("who is refused at once is not told of ten seconds") {
    const text::Line thread = widget::words_for(Failure::thread_refused, 2, Tier::threads);
    CHECK(says(thread.en, "refused to make 2 threads"));
    CHECK_FALSE(says(thread.en, "10"));
    CHECK_FALSE(says(thread.ko, "초"));
    const text::Line worker = widget::words_for(Failure::process_did_not_start, 3, Tier::workers);
    CHECK(says(worker.en, "3.0 ms"));
    CHECK_FALSE(says(worker.en, "10"));
}

TEST_CASE("a process that was made and did not get ready is not told as one that the system refused") {
    for (const Failure failure : {Failure::process_died, Failure::process_not_ready}) {
        const text::Line said = widget::words_for(failure, 10'002, Tier::native);
        CHECK_FALSE(says(said.en, "refused"));
        CHECK_FALSE(says(said.en, "error number"));
        CHECK_FALSE(says(said.ko, "오류 번호"));
    }
}

TEST_CASE("where nothing can run the recordings are named once") {
    const text::Line said = widget::words_for(Failure::nothing_can_run, 0, Tier::alone);
    CHECK(says(said.en, "recorded results are shown"));
    CHECK_FALSE(says(said.en, "recorded results stay"));
    CHECK(widget::words_for(Failure::none, 0, Tier::native).empty());
}
