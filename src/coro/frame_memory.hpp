#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "coro/frame_watcher.hpp"

namespace coro {

/// Where a coroutine's frame comes from: a base of every promise of this library.
///
/// A coroutine whose first parameters are `std::allocator_arg_t, A` takes its frame from a rebound copy of that
/// allocator (of a member function or a lambda: behind the object). All others use the global operator new. The way
/// back is kept behind the frame, so the coroutine's type does not name the allocator (P2502, 26.8.8.5: an Allocator of
/// void). A frame_watcher of this thread is told when a frame comes and goes.
class frame_memory {
public:
    // Not inlined: GCC 12 would take the operators for mismatched pairs (-Wmismatched-new-delete). It does with those
    // of an allocator where it inlines nothing (-O0): the warning is wrong.
    [[gnu::noinline]] static void* operator new(std::size_t size) {
        void* frame = ::operator new(round_up(size) + sizeof(release*));
        way_back(frame, size) = nullptr;
        if (frame_watcher* const watcher = frame_watcher::of_this_thread()) watcher->made(frame, size);
        return frame;
    }

    template <typename Allocator, typename... Rest>
    static void* operator new(std::size_t size, std::allocator_arg_t, const Allocator& allocator, const Rest&...) {
        return take(size, allocator);
    }

    template <typename This, typename Allocator, typename... Rest>
    static void* operator new(std::size_t size, const This&, std::allocator_arg_t, const Allocator& allocator,
                              const Rest&...) {
        return take(size, allocator);
    }

    [[gnu::noinline]] static void operator delete(void* frame, std::size_t size) noexcept {
        if (frame_watcher* const watcher = frame_watcher::of_this_thread()) watcher->freed(frame, size);
        if (release* const give_back = way_back(frame, size))
            give_back(frame, size);
        else
            ::operator delete(frame);
    }

private:
    using release = void(void* frame, std::size_t size) noexcept;
    struct alignas(__STDCPP_DEFAULT_NEW_ALIGNMENT__) block {
        std::byte bytes[__STDCPP_DEFAULT_NEW_ALIGNMENT__];
    };
    template <typename Allocator>
    using block_allocator = typename std::allocator_traits<Allocator>::template rebind_alloc<block>;

    static constexpr std::size_t round_up(std::size_t size) {
        return (size + alignof(release*) - 1) / alignof(release*) * alignof(release*);
    }
    static release*& way_back(void* frame, std::size_t size) {
        return *reinterpret_cast<release**>(static_cast<std::byte*>(frame) + round_up(size));
    }

    /// Behind the frame: the way back, then the allocator itself.
    template <typename Own>
    static constexpr std::size_t allocator_at(std::size_t size) {
        const std::size_t end = round_up(size) + sizeof(release*);
        return (end + alignof(Own) - 1) / alignof(Own) * alignof(Own);
    }
    template <typename Own>
    static constexpr std::size_t blocks(std::size_t size) {
        return (allocator_at<Own>(size) + sizeof(Own) + sizeof(block) - 1) / sizeof(block);
    }

    template <typename Allocator>
    [[gnu::noinline]] static void* take(std::size_t size, const Allocator& allocator) {
        using own_allocator = block_allocator<Allocator>;
        static_assert(std::is_pointer_v<typename std::allocator_traits<own_allocator>::pointer>);
        own_allocator own(allocator);
        void* const frame = own.allocate(blocks<own_allocator>(size));
        way_back(frame, size) = [](void* taken, std::size_t taken_size) noexcept {
            auto* const place = reinterpret_cast<own_allocator*>(static_cast<std::byte*>(taken) +
                                                                 allocator_at<own_allocator>(taken_size));
            own_allocator kept(std::move(*place));
            place->~own_allocator();
            kept.deallocate(static_cast<block*>(taken), blocks<own_allocator>(taken_size));
        };
        ::new (static_cast<std::byte*>(frame) + allocator_at<own_allocator>(size)) own_allocator(std::move(own));
        if (frame_watcher* const watcher = frame_watcher::of_this_thread()) watcher->made(frame, size);
        return frame;
    }
};

} // namespace coro
