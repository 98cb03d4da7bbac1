#include "lesson/reading_race.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "coro/frame_watcher.hpp"
#include "lesson/made_file.hpp"
#include "lesson/programs.hpp"

namespace lesson {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t lines_at_a_time = 4096;
constexpr double samples = 100;

/// The size of the frames that are made while it lives.
class FrameBytes final : public coro::frame_watcher {
public:
    FrameBytes() : before_(std::exchange(of_this_thread(), this)) {}
    ~FrameBytes() { of_this_thread() = before_; }
    void made(void*, std::size_t size) override { bytes += size; }
    void freed(void*, std::size_t) noexcept override {}
    std::size_t bytes = 0;

private:
    coro::frame_watcher* before_;
};

void take_sample(ReadingRace::Way& way, std::uint64_t held, std::uint64_t of) {
    way.peak = std::max(way.peak, held);
    const double step = static_cast<double>(of) / samples;
    if (way.samples.empty() || static_cast<double>(way.read) >= way.samples.back().read + step)
        way.samples.push_back({static_cast<double>(way.read), static_cast<double>(held)});
}

} // namespace

/// The file, and the generator that reads it.
struct ReadingRace::Lines {
    explicit Lines(std::unique_ptr<std::istream> stream)
        : file(std::move(stream)), lines(reading::lines_of(*file)), frame_bytes(frame->bytes) {
        frame.reset();
    }

    std::unique_ptr<std::istream> file;
    std::optional<FrameBytes> frame{std::in_place};
    coro::generator<std::string_view> lines;
    std::size_t frame_bytes;
    std::optional<coro::generator<std::string_view>::iterator> at;
};

/// The file, and what was read of it.
struct ReadingRace::Text {
    explicit Text(std::unique_ptr<std::istream> stream) : file(std::move(stream)) {}

    std::unique_ptr<std::istream> file;
    std::string text;
};

ReadingRace::ReadingRace() = default;
ReadingRace::ReadingRace(ReadingRace&&) noexcept = default;
ReadingRace& ReadingRace::operator=(ReadingRace&&) noexcept = default;
ReadingRace::~ReadingRace() = default;

void ReadingRace::start(Open open, std::uint64_t bytes, std::uint64_t memory_bytes) {
    text_.reset();
    lines_.reset();
    open_ = std::move(open);
    bytes_ = bytes;
    memory_bytes_ = memory_bytes;
    fits_ = true;
    generator_ = whole_ = {};
    longest_ = 0;
    std::unique_ptr<std::istream> file = open_();
    if (!file || !file->good()) {
        phase_ = Phase::unreadable;
        return;
    }
    phase_ = Phase::generator;
    lines_ = std::make_unique<Lines>(std::move(file));
}

void ReadingRace::cancel() {
    if (!running()) return;
    lines_.reset();
    text_.reset();
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
        const bool goes_on = phase_ == Phase::generator ? read_lines() : read_whole();
        way.seconds += seconds() - before;
        if (goes_on) continue;
        way.finished = true;
        if (phase_ == Phase::generator)
            begin_whole();
        else
            phase_ = Phase::finished;
        if (phase_ == Phase::finished) text_.reset();
    }
}

bool ReadingRace::read_lines() {
    for (std::size_t i = 0; i < lines_at_a_time; ++i) {
        if (lines_->at)
            ++*lines_->at;
        else
            lines_->at.emplace(lines_->lines.begin());
        if (*lines_->at == lines_->lines.end()) {
            generator_.read = bytes_;
            take_sample(generator_, generator_.peak, bytes_);
            return false;
        }
        const std::string_view line = **lines_->at;
        ++generator_.lines;
        generator_.read += line.size() + 1;
        // The frame's string keeps room for the longest line so far, and no more than twice that.
        longest_ = std::max(longest_, line.size() + 1);
        take_sample(generator_, lines_->frame_bytes + MadeFile::buffer_bytes + 2 * longest_, bytes_);
    }
    return true;
}

void ReadingRace::begin_whole() {
    lines_.reset();
    fits_ = bytes_ + MadeFile::buffer_bytes <= memory_bytes_;
    if (fits_) {
        try {
            text_ = std::make_unique<Text>(open_());
            text_->text.reserve(static_cast<std::size_t>(bytes_));
        } catch (const std::bad_alloc&) {
            text_.reset();
            fits_ = false;
        }
    }
    phase_ = fits_ ? Phase::whole : Phase::finished;
    if (text_ && !text_->file) phase_ = Phase::unreadable; // it was there for the generator, and is gone
}

bool ReadingRace::read_whole() {
    std::string& text = text_->text;
    const std::size_t before = text.size();
    constexpr std::size_t piece = 1024 * 1024;
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece, bytes_ - before));
    text.resize(before + wanted);
    text_->file->read(text.data() + before, static_cast<std::streamsize>(wanted));
    const auto got = static_cast<std::size_t>(text_->file->gcount());
    text.resize(before + got);
    whole_.read = text.size();
    whole_.lines +=
        static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(before), text.end(), '\n'));
    take_sample(whole_, text.size() + MadeFile::buffer_bytes, bytes_);
    if (got != 0 && text.size() < bytes_) return true;
    if (!text.empty() && text.back() != '\n') ++whole_.lines; // the last line may lack its line feed
    return false;
}

} // namespace lesson
