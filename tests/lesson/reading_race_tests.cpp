#include "lesson/reading_race.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <memory_resource>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "coro/generator.hpp"
#include "coro/on_the_heap.hpp"
#include "lesson/made_file.hpp"
#include "lesson/memory_meter.hpp"

namespace {

using lesson::ReadingRace;

ReadingRace finished_race(std::uint64_t bytes, std::uint64_t memory_bytes) {
    ReadingRace race;
    race.start([bytes] { return std::make_unique<lesson::MadeFile>(bytes); }, bytes, memory_bytes);
    while (race.running()) race.poll();
    return race;
}

constexpr std::uint64_t plenty = 1'000'000'000;

/// A text that is read through a buffer from the default std::pmr resource.
class BufferedText final : public std::istream {
public:
    BufferedText(std::string text, std::size_t buffer_bytes)
        : std::istream(nullptr), buffer_(buffer_bytes), text_(std::move(text)) {
        rdbuf(text_.rdbuf());
    }

private:
    std::pmr::vector<char> buffer_;
    std::istringstream text_;
};

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
              lesson::MadeFile::buffer_bytes + 84 + sizeof(std::pmr::string) + 2 * sizeof(void*));
        CHECK(large.whole().peak >= 20'000'000);
        CHECK(large.whole().peak < 20'200'000);
    }

    TEST_CASE("what is held is measured: a longer line, or a larger buffer of the file, is seen") {
        const auto peak_of = [](std::size_t line_bytes, std::size_t buffer_bytes) {
            ReadingRace race;
            const std::string text = std::string(line_bytes, 'x') + "\nshort\n";
            race.start([&] { return std::make_unique<BufferedText>(text, buffer_bytes); }, text.size(), plenty);
            while (race.running()) race.poll();
            CHECK(race.generator().lines == 2);
            CHECK(race.whole().lines == 2);
            return race.generator().peak;
        };
        const std::uint64_t little = peak_of(100, 1000);
        CHECK(peak_of(100, 51'000) == little + 50'000);
        CHECK(peak_of(1'000'100, 1000) >= little + 1'000'000);
        CHECK(peak_of(1'000'100, 1000) < little + 3'100'000); // a string grows by doubling, and is copied then
    }

    TEST_CASE("the meter counts each allocation and each frame while it watches, and refuses what is too much") {
        lesson::MemoryMeter meter(10'000);
        {
            const lesson::MemoryMeter::Watch watch(meter);
            {
                const std::pmr::vector<char> some(3000);
                CHECK(meter.held() == 3000);
                const std::pmr::vector<char> more(4000);
                CHECK(meter.held() == 7000);
                CHECK_THROWS_AS(std::pmr::vector<char>(4000), std::bad_alloc);
            }
            CHECK(meter.held() == 0);
            CHECK(meter.peak() == 7000);
            const auto one = on_the_heap(+[]() -> coro::generator<int> { co_yield 1; });
            const coro::generator<int> frame = one();
            CHECK(meter.held() > 4 * sizeof(void*));
        }
        const std::uint64_t before = meter.held();
        const std::pmr::vector<char> unseen(100);
        CHECK(meter.held() == before);
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

    TEST_CASE("where memory ends in the middle, reading whole ends there, lets everything go, and says so") {
        ReadingRace race;
        // The file is larger than it was said to be.
        race.start([] { return std::make_unique<lesson::MadeFile>(5'000'000); }, 1'000'000, 2'000'000);
        while (race.running()) race.poll();
        CHECK(race.phase() == ReadingRace::Phase::finished);
        CHECK_FALSE(race.fits());
        CHECK_FALSE(race.whole().finished);
        CHECK(race.whole().read > 1'500'000);
        CHECK(race.whole().peak <= 2'000'000);
        ReadingRace tiny;
        tiny.start([] { return std::make_unique<lesson::MadeFile>(10); }, 10, 100); // not even the file's buffer
        while (tiny.running()) tiny.poll();
        CHECK_FALSE(tiny.fits());
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
