#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory_resource>

#include "coro/frame_watcher.hpp"

namespace lesson {

/// Counts the bytes that are held while a program runs: the frames of its coroutines, and everything that takes its
/// memory from the default std::pmr resource. Exact: it is told of each allocation and each release. For one thread;
/// must outlive what was taken from it.
class MemoryMeter final : public std::pmr::memory_resource, public coro::frame_watcher {
public:
    /// Throws std::bad_alloc instead of holding more than `most` bytes.
    explicit MemoryMeter(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) : most_(most) {}

    std::uint64_t held() const { return held_; }
    /// The most that was ever held, in bytes.
    std::uint64_t peak() const { return peak_; }

    /// Memory is counted, and taken from here, while it lives. std::pmr has one default resource for all threads.
    class Watch {
    public:
        explicit Watch(MemoryMeter& meter);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

    private:
        std::pmr::memory_resource* resource_before_;
        frame_watcher* watcher_before_;
    };

    void made(void* frame, std::size_t size) noexcept override;
    void freed(void* frame, std::size_t size) noexcept override;

private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* place, std::size_t bytes, std::size_t alignment) override;
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
    void hold(std::size_t bytes);

    std::uint64_t most_;
    std::uint64_t held_ = 0;
    std::uint64_t peak_ = 0;
};

} // namespace lesson
