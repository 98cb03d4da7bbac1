#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <vector>

namespace lesson {

/// Reads one file twice, in slices of time: line by line through the generator, then whole. What the program holds for
/// it is counted: the frame and its line and the file's buffer; the text read so far and the buffer.
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
    enum class Phase { idle, generator, whole, finished, cancelled, unreadable };

    ReadingRace();
    ReadingRace(ReadingRace&&) noexcept;
    ReadingRace& operator=(ReadingRace&&) noexcept;
    ~ReadingRace();

    /// `bytes` of the file; the second way is left out, with `fits()` false, when that is more than `memory_bytes`.
    void start(Open open, std::uint64_t bytes, std::uint64_t memory_bytes);
    void cancel();
    /// Reads on for about `slice_s` seconds.
    void poll(double slice_s = 0.02);

    bool running() const { return phase_ == Phase::generator || phase_ == Phase::whole; }
    Phase phase() const { return phase_; }
    /// 0 to 1.
    double progress() const;
    std::uint64_t bytes() const { return bytes_; }
    bool fits() const { return fits_; }
    const Way& generator() const { return generator_; }
    const Way& whole() const { return whole_; }

private:
    struct Lines;
    struct Text;
    bool read_lines();
    bool read_whole();
    void begin_whole();

    Phase phase_ = Phase::idle;
    Open open_;
    std::uint64_t bytes_ = 0;
    std::uint64_t memory_bytes_ = 0;
    bool fits_ = true;
    std::size_t longest_ = 0; ///< line, in bytes
    Way generator_;
    Way whole_;
    std::unique_ptr<Lines> lines_;
    std::unique_ptr<Text> text_;
};

} // namespace lesson
