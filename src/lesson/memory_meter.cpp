#include "lesson/memory_meter.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace lesson {

MemoryMeter::Watch::Watch(MemoryMeter& meter)
    : resource_before_(std::pmr::set_default_resource(&meter)),
      watcher_before_(std::exchange(frame_watcher::of_this_thread(), &meter)) {}

MemoryMeter::Watch::~Watch() {
    std::pmr::set_default_resource(resource_before_);
    frame_watcher::of_this_thread() = watcher_before_;
}

void MemoryMeter::made(void*, std::size_t size) noexcept {
    hold(size);
}

void MemoryMeter::freed(void*, std::size_t size) noexcept {
    held_ -= size;
}

void* MemoryMeter::do_allocate(std::size_t bytes, std::size_t alignment) {
    if (bytes > most_ - std::min(held_, most_)) throw std::bad_alloc();
    void* const place = std::pmr::new_delete_resource()->allocate(bytes, alignment);
    hold(bytes);
    return place;
}

void MemoryMeter::do_deallocate(void* place, std::size_t bytes, std::size_t alignment) {
    std::pmr::new_delete_resource()->deallocate(place, bytes, alignment);
    held_ -= bytes;
}

void MemoryMeter::hold(std::size_t bytes) {
    held_ += bytes;
    peak_ = std::max(peak_, held_);
}

} // namespace lesson
