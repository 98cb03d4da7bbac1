#include "lesson/reading_race.hpp"

#include <doctest/doctest.h>

#include <ios>
#include <istream>
#include <iterator>
#include <memory_resource>
#include <new>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "coro/generator.hpp"
#include "coro/on_the_heap.hpp"
#include "lesson/made_file.hpp"
#include "lesson/memory_meter.hpp"
#include "lesson/programs.hpp"

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

/// Lines of ten letters; behind `good` bytes, when they are not all, it can be read no more.
class BreakingFile final : public std::istream {
public:
    BreakingFile(std::size_t good, std::size_t all) : std::istream(nullptr), letters_(good, all) { rdbuf(&letters_); }

private:
    class Letters final : public std::streambuf {
    public:
        Letters(std::size_t good, std::size_t all) : good_(good), all_(all) {}

    protected:
        int_type underflow() override {
            if (at_ == all_) return traits_type::eof();
            if (at_ == good_) throw std::ios_base::failure("gone");
            at_ += line_.size();
            setg(line_.data(), line_.data(), line_.data() + line_.size());
            return traits_type::to_int_type(line_.front());
        }

    private:
        std::string line_ = "nine more\n";
        std::size_t good_;
        std::size_t all_;
        std::size_t at_ = 0;
    };

    Letters letters_;
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
        ReadingRace empty;
        empty.start([] { return std::make_unique<BufferedText>("", 1000); }, 0, plenty);
        while (empty.running()) empty.poll();
        CHECK(empty.whole().finished);
        CHECK(empty.whole().peak < 65'536); // the buffer of the file, and no piece
        CHECK(empty.whole().peak > 1000);
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

    TEST_CASE("pieces of a file are those that Python reads: none of nothing, and no empty one behind the last") {
        const auto sizes = [](std::size_t bytes) {
            std::istringstream file(std::string(bytes, 'x'));
            std::vector<std::size_t> all;
            for (const std::string_view piece : lesson::reading::pieces_of(file)) all.push_back(piece.size());
            return all;
        };
        CHECK(sizes(0).empty());
        CHECK(sizes(65536) == std::vector<std::size_t>{65536});
        CHECK(sizes(65537) == std::vector<std::size_t>{65536, 1});
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
    }

    TEST_CASE("a line that does not fit into memory ends the reading, and is told from a file that cannot be read") {
        ReadingRace race;
        const std::string text = "short\n" + std::string(3'000'000, 'x') + "\nshort\n";
        race.start([&] { return std::make_unique<BufferedText>(text, 1000); }, text.size(), 2'000'000);
        while (race.running()) race.poll();
        CHECK(race.phase() == ReadingRace::Phase::long_line);
        CHECK(race.failed());
        CHECK_FALSE(race.generator().finished);
        CHECK(race.generator().peak <= 2'000'000);
        CHECK(race.generator().read == 6);
        ReadingRace tiny;
        tiny.start([] { return std::make_unique<lesson::MadeFile>(10); }, 10, 100); // not even the file's buffer
        CHECK(tiny.phase() == ReadingRace::Phase::long_line);
    }

    TEST_CASE("a file that can be read no more in the middle is not taken for read to its end") {
        for (const int opened_at_most : {1, 2}) { // it breaks for the generator, or when it is read whole
            CAPTURE(opened_at_most);
            ReadingRace race;
            int opened = 0;
            const auto open = [&] {
                const bool breaks = ++opened == opened_at_most;
                return std::make_unique<BreakingFile>(breaks ? 500'000u : 1'000'000u, 1'000'000u);
            };
            race.start(open, 1'000'000, plenty);
            while (race.running()) race.poll();
            CHECK(race.phase() == ReadingRace::Phase::broken_off);
            CHECK(race.failed());
            CHECK(opened == opened_at_most);
            CHECK(race.generator().finished == (opened_at_most == 2));
            CHECK_FALSE(race.whole().finished);
            const ReadingRace::Way& broken = opened_at_most == 1 ? race.generator() : race.whole();
            CHECK(broken.read < 600'000);
        }
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
