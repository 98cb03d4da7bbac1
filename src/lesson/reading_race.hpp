#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <vector>

namespace lesson {

/// Reads one file twice, in slices of time, by the two functions of the lesson as they are shown: line by line, and
/// whole. What is held for it is measured (MemoryMeter): the coroutine's frame, its strings, and the file's buffer as
/// far as that comes from the default std::pmr resource.
class ReadingRace {
public:
    /// Makes the file anew for each of the two.
    using Open = std::function<std::unique_ptr<std::istream>()>;

    /// How much was held when this much of the file was read. Bytes.
    struct Sample {
        double read = 0;
        double held = 0;
    };
    /// One way of reading, as far as it has come.
    struct Way {
        std::uint64_t read = 0; ///< bytes of the file
        std::uint64_t lines = 0;
        std::uint64_t peak = 0; ///< bytes held at most
        double seconds = 0;     ///< while it was reading
        std::vector<Sample> samples;
        bool finished = false;
    };
    enum class Phase {
        idle,
        generator,
        whole,
        finished,
        cancelled,
        unreadable, ///< it could not be opened
        broken_off, ///< it could be read no more in the middle
        long_line,  ///< not even the line that the generator holds fits into memory
    };

    ReadingRace();
    ReadingRace(ReadingRace&&) noexcept;
    ReadingRace& operator=(ReadingRace&&) noexcept;
    ~ReadingRace();

    /// `bytes` of the file. When reading it whole would hold more than `memory_bytes`, or there is no more memory, that
    /// is given up, with `fits()` false: at once when the size says so, else where it happens. Neither may the
    /// generator hold more.
    void start(Open open, std::uint64_t bytes, std::uint64_t memory_bytes);
    void cancel();
    /// Reads on for about `slice_s` seconds.
    void poll(double slice_s = 0.02);

    /// Whether it has ended otherwise than by reading or by being cancelled.
    bool failed() const {
        return phase_ == Phase::unreadable || phase_ == Phase::broken_off || phase_ == Phase::long_line;
    }
    bool running() const { return phase_ == Phase::generator || phase_ == Phase::whole; }
    Phase phase() const { return phase_; }
    /// 0 to 1.
    double progress() const;
    std::uint64_t bytes() const { return bytes_; }
    bool fits() const { return fits_; }
    const Way& generator() const { return generator_; }
    const Way& whole() const { return whole_; }

private:
    class Reader;
    bool open_reader(Phase phase, std::uint64_t most_bytes);
    bool read_some();
    void end_way(Way& way);
    bool read_lines();
    bool read_pieces();
    void take_sample(Way& way) const;
    void begin_whole();

    Phase phase_ = Phase::idle;
    Open open_;
    std::uint64_t bytes_ = 0;
    std::uint64_t memory_bytes_ = 0;
    bool fits_ = true;
    Way generator_;
    Way whole_;
    bool is_in_line_ = false; ///< what was read whole so far does not end with a line feed
    std::unique_ptr<Reader> reader_;
};

} // namespace lesson
