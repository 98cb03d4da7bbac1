#pragma once

#include <type_traits>
#include <utility>
#include <vector>

#include "coro/event_loop.hpp"
#include "coro/task.hpp"

namespace coro {

/// Runs all of `works` at the same time and gives back their results in the same order (asyncio.gather). The first
/// error in that order comes out when its turn has come; the other tasks go on. When the gathering task is cancelled,
/// so are all of them. For tasks of void: nothing is given back.
template <typename T>
task<std::conditional_t<std::is_void_v<T>, void, std::vector<stored<T>>>> gather(event_loop& loop,
                                                                                 std::vector<task<T>> works) {
    std::vector<spawned<T>> running;
    for (task<T>& work : works) running.push_back(loop.spawn(std::move(work)));
    std::vector<stored<T>> results;
    try {
        for (const spawned<T>& one : running) {
            if constexpr (std::is_void_v<T>)
                co_await one;
            else
                results.push_back(co_await one);
        }
    } catch (const cancelled&) {
        for (spawned<T>& one : running) one.cancel();
        throw;
    }
    if constexpr (!std::is_void_v<T>) co_return results;
}

} // namespace coro
