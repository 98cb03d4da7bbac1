#include "lesson/reading_race.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include "coro/generator.hpp"
#include "lesson/memory_meter.hpp"
#include "lesson/programs.hpp"

namespace lesson {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int lines_at_a_time = 4096;
constexpr int pieces_at_a_time = 16;
constexpr double samples = 100;

} // namespace

/// A file, the function that reads it, and the meter of what they hold.
class ReadingRace::Reader {
public:
    using Program = coro::generator<std::string_view>(std::istream&);

    explicit Reader(std::uint64_t most_bytes) : meter_(most_bytes) {}
    ~Reader() {
        const MemoryMeter::Watch watch(meter_);
        at_.reset();
        parts_.reset();
        file_.reset();
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// False when it cannot be read.
    bool open(const Open& open, Program& program) {
        const MemoryMeter::Watch watch(meter_);
        file_ = open();
        if (!file_ || !file_->good()) return false;
        parts_.emplace(program(*file_));
        return true;
    }

    /// The next line or piece, until the next call; nothing at the end. A Watch of meter() must be alive.
    std::optional<std::string_view> next() {
        if (at_)
            ++*at_;
        else
            at_.emplace(parts_->begin());
        if (*at_ == parts_->end()) return std::nullopt;
        return **at_;
    }

    /// Whether it came to its end because it could be read no more.
    bool is_broken() const { return file_->bad(); }
    MemoryMeter& meter() { return meter_; }

private:
    MemoryMeter meter_;
    std::unique_ptr<std::istream> file_;
    std::optional<coro::generator<std::string_view>> parts_;
    std::optional<coro::generator<std::string_view>::iterator> at_;
};

ReadingRace::ReadingRace() = default;
ReadingRace::ReadingRace(ReadingRace&&) noexcept = default;
ReadingRace& ReadingRace::operator=(ReadingRace&&) noexcept = default;
ReadingRace::~ReadingRace() = default;

void ReadingRace::start(Open open, std::uint64_t bytes, std::uint64_t memory_bytes) {
    open_ = std::move(open);
    bytes_ = bytes;
    memory_bytes_ = memory_bytes;
    fits_ = true;
    generator_ = whole_ = {};
    try {
        phase_ = open_reader(Phase::generator, memory_bytes) ? Phase::generator : Phase::unreadable;
    } catch (const std::bad_alloc&) {
        reader_.reset();
        phase_ = Phase::long_line;
    }
}

/// The reader of this phase instead of the one before. False, with none, when the file cannot be read.
bool ReadingRace::open_reader(Phase phase, std::uint64_t most_bytes) {
    reader_ = std::make_unique<Reader>(most_bytes);
    if (reader_->open(open_, phase == Phase::generator ? reading::lines_of : reading::pieces_of)) return true;
    reader_.reset();
    return false;
}

void ReadingRace::cancel() {
    if (!running()) return;
    reader_.reset();
    phase_ = Phase::cancelled;
}

double ReadingRace::progress() const {
    if (bytes_ == 0) return 0;
    const double read = static_cast<double>(generator_.read) + static_cast<double>(whole_.read);
    return std::min(1.0, read / (2 * static_cast<double>(bytes_)));
}

void ReadingRace::poll(double slice_s) {
    const auto began = Clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
    while (running() && seconds() < slice_s) {
        Way& way = phase_ == Phase::generator ? generator_ : whole_;
        const double before = seconds();
        const bool goes_on = read_some();
        way.seconds += seconds() - before;
        if (!goes_on) end_way(way);
    }
}

/// It has come to the end of the file, or is given up.
void ReadingRace::end_way(Way& way) {
    if (reader_->is_broken()) phase_ = Phase::broken_off;
    way.finished = fits_ && !failed();
    if (phase_ == Phase::generator) return begin_whole();
    if (!failed()) phase_ = Phase::finished;
    reader_.reset();
}

/// Some lines or pieces more; false at the end, or where there is no more memory.
bool ReadingRace::read_some() {
    const MemoryMeter::Watch watch(reader_->meter());
    try {
        return phase_ == Phase::generator ? read_lines() : read_pieces();
    } catch (const std::bad_alloc&) {
        take_sample(phase_ == Phase::generator ? generator_ : whole_);
    }
    if (phase_ == Phase::generator)
        phase_ = Phase::long_line;
    else
        fits_ = false;
    return false;
}

bool ReadingRace::read_lines() {
    for (int i = 0; i < lines_at_a_time; ++i) {
        const std::optional<std::string_view> line = reader_->next();
        if (!line) {
            generator_.read = std::min(generator_.read, bytes_); // the last line may lack its line feed
            take_sample(generator_);
            return false;
        }
        ++generator_.lines;
        generator_.read += line->size() + 1;
    }
    take_sample(generator_);
    return true;
}

bool ReadingRace::read_pieces() {
    for (int i = 0; i < pieces_at_a_time; ++i) {
        const std::optional<std::string_view> piece = reader_->next();
        if (!piece) { // and all of them are gone: the sample before is the last, but for the end itself
            whole_.peak = reader_->meter().peak();
            whole_.lines += is_in_line_ ? 1 : 0;
            return false;
        }
        if (piece->empty()) continue;
        whole_.lines += static_cast<std::uint64_t>(std::count(piece->begin(), piece->end(), '\n'));
        whole_.read += piece->size();
        is_in_line_ = piece->back() != '\n';
        take_sample(whole_);
    }
    return true;
}

void ReadingRace::take_sample(Way& way) const {
    way.peak = reader_->meter().peak();
    const double step = static_cast<double>(bytes_) / samples;
    if (way.samples.empty() || static_cast<double>(way.read) >= way.samples.back().read + step)
        way.samples.push_back({static_cast<double>(way.read), static_cast<double>(reader_->meter().held())});
}

void ReadingRace::begin_whole() {
    reader_.reset();
    is_in_line_ = false;
    fits_ = bytes_ <= memory_bytes_;
    phase_ = Phase::finished;
    if (!fits_) return;
    try {
        // It was there for the generator: when it cannot be read now, it is gone.
        phase_ = open_reader(Phase::whole, memory_bytes_) ? Phase::whole : Phase::unreadable;
    } catch (const std::bad_alloc&) {
        reader_.reset();
        fits_ = false;
    }
}

} // namespace lesson
