#include "lesson/reading_race.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <sstream>
#include <string>

#include "lesson/made_file.hpp"

namespace {

using lesson::ReadingRace;

ReadingRace finished_race(std::uint64_t bytes, std::uint64_t memory_bytes) {
    ReadingRace race;
    race.start([bytes] { return std::make_unique<lesson::MadeFile>(bytes); }, bytes, memory_bytes);
    while (race.running()) race.poll();
    return race;
}

constexpr std::uint64_t plenty = 1'000'000'000;

} // namespace

TEST_SUITE("lesson/reading_race") {
    TEST_CASE("a made file is as long as asked for and the same each time") {
        for (const std::uint64_t bytes : {0u, 1u, 64u * 1024, 200'001u}) {
            lesson::MadeFile one(bytes);
            lesson::MadeFile two(bytes);
            const std::string text{std::istreambuf_iterator<char>(one), {}};
            CHECK(text.size() == bytes);
            CHECK(text == std::string(std::istreambuf_iterator<char>(two), {}));
        }
    }

    TEST_CASE("the generator holds the same little whatever the file's size; reading whole holds the file") {
        const ReadingRace small = finished_race(2'000'000, plenty);
        const ReadingRace large = finished_race(20'000'000, plenty);
        CHECK(small.generator().peak == large.generator().peak);
        CHECK(large.generator().peak < 100'000);
        // The buffer, the frame with its two pointers and its string, and room for the longest line.
        CHECK(large.generator().peak >
              lesson::MadeFile::buffer_bytes + 2 * 80 + sizeof(std::string) + 2 * sizeof(void*));
        CHECK(large.whole().peak >= 20'000'000);
        CHECK(large.whole().peak < 20'200'000);
    }

    TEST_CASE("both ways see the same lines") {
        const ReadingRace race = finished_race(3'000'001, plenty);
        CHECK(race.phase() == ReadingRace::Phase::finished);
        CHECK(race.generator().lines > 30'000);
        CHECK(race.generator().lines == race.whole().lines);
        CHECK(race.generator().read == race.whole().read);
    }

    TEST_CASE("the line is flat and the ramp rises to the file's size") {
        const ReadingRace race = finished_race(10'000'000, plenty);
        REQUIRE(race.whole().samples.size() > 5);
        CHECK(race.generator().samples.back().held < 1.1 * race.generator().samples[1].held);
        CHECK(race.whole().samples.back().held > 5 * race.whole().samples.front().held);
    }

    TEST_CASE("a file that does not fit is not read whole, and the generator reads it all the same") {
        const ReadingRace race = finished_race(5'000'000, 4'000'000);
        CHECK(race.phase() == ReadingRace::Phase::finished);
        CHECK_FALSE(race.fits());
        CHECK(race.generator().finished);
        CHECK_FALSE(race.whole().finished);
    }

    TEST_CASE("cancelling ends it, and it can be started again") {
        ReadingRace race;
        const auto open = [] { return std::make_unique<lesson::MadeFile>(50'000'000); };
        race.start(open, 50'000'000, plenty);
        race.poll(0.001);
        CHECK(race.running());
        race.cancel();
        CHECK(race.phase() == ReadingRace::Phase::cancelled);
        race.start([] { return std::make_unique<std::istringstream>("a\nb"); }, 3, plenty);
        while (race.running()) race.poll();
        CHECK(race.generator().lines == 2);
        CHECK(race.whole().lines == 2);
    }

    TEST_CASE("a file that cannot be opened is said to be unreadable") {
        ReadingRace race;
        race.start([] { return nullptr; }, 10, plenty);
        CHECK(race.phase() == ReadingRace::Phase::unreadable);
    }
}
