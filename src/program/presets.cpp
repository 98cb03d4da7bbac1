#include "program/presets.hpp"

#include <array>

#include "program/preset_scenarios.hpp"
#include "text/presets.hpp"

namespace program {
namespace {

namespace t = text::presets;
namespace p = preset;

constexpr Nanoseconds short_ns = 200;
constexpr Nanoseconds long_ns = 500'000;

constexpr std::array table = {
    Preset{"sort-sequence", t::sort_sequence, t::sort_sequence_story, p::sort_sequence},
    Preset{"sort-ticks", t::sort_ticks, t::sort_ticks_story, [] { return p::sort_threads(GilKind::ticks); },
           "sort-sequence"},
    Preset{"sort-timed", t::sort_timed, t::sort_timed_story, [] { return p::sort_threads(GilKind::timed); },
           "sort-sequence"},
    Preset{"sort-free", t::sort_free, t::sort_free_story, [] { return p::sort_threads(GilKind::none); },
           "sort-sequence"},
    Preset{"sort-processes", t::sort_processes, t::sort_processes_story, p::sort_processes, "sort-sequence"},
    Preset{"count-sequence", t::count_sequence, t::count_sequence_story, p::count_sequence},
    Preset{"count-ticks", t::count_ticks, t::count_ticks_story, [] { return p::count_threads(GilKind::ticks); },
           "count-sequence"},
    Preset{"count-timed", t::count_timed, t::count_timed_story, [] { return p::count_threads(GilKind::timed); },
           "count-sequence"},
    Preset{"convoy-ticks", t::convoy_ticks, t::convoy_ticks_story, [] { return p::convoy(GilKind::ticks); }},
    Preset{"convoy-timed", t::convoy_timed, t::convoy_timed_story, [] { return p::convoy(GilKind::timed); }},
    Preset{"convoy-free", t::convoy_free, t::convoy_free_story, [] { return p::convoy(GilKind::none); }},
    Preset{"ticket-crowd", t::ticket_crowd, t::ticket_crowd_story, [] { return p::crowd(LockKind::ticket); }},
    Preset{"futex-crowd", t::futex_crowd, t::futex_crowd_story, [] { return p::crowd(LockKind::futex); }},
    Preset{"spin-short", t::spin_short, t::spin_short_story, [] { return p::spin_or_mutex(LockKind::ttas, short_ns); }},
    Preset{"mutex-short", t::mutex_short, t::mutex_short_story,
           [] { return p::spin_or_mutex(LockKind::futex, short_ns); }},
    Preset{"spin-long", t::spin_long, t::spin_long_story, [] { return p::spin_or_mutex(LockKind::ttas, long_ns); }},
    Preset{"mutex-long", t::mutex_long, t::mutex_long_story, [] { return p::spin_or_mutex(LockKind::futex, long_ns); }},
    Preset{"rw-readers", t::rw_readers, t::rw_readers_story, [] { return p::library(LockKind::rw_readers); }},
    Preset{"rw-writers", t::rw_writers, t::rw_writers_story, [] { return p::library(LockKind::rw_writers); }},
    Preset{"lock-io", t::lock_io, t::lock_io_story, [] { return p::lock_across_io(false); }},
    Preset{"lock-io-cured", t::lock_io_cured, t::lock_io_cured_story, [] { return p::lock_across_io(true); }},
    Preset{"with-gil", t::with_gil, t::with_gil_story, [] { return p::shared_dict(GilKind::timed); }},
    Preset{"free-threaded", t::free_threaded, t::free_threaded_story, [] { return p::shared_dict(GilKind::none); }},
    Preset{"refcount-race", t::refcount_race, t::refcount_race_story,
           [] { return p::reference_count(p::Guard::nothing); }},
    Preset{"refcount-lock", t::refcount_lock, t::refcount_lock_story,
           [] { return p::reference_count(p::Guard::lock); }},
    Preset{"refcount-atomic", t::refcount_atomic, t::refcount_atomic_story,
           [] { return p::reference_count(p::Guard::atomic); }},
};

} // namespace

std::span<const Preset> presets() {
    return table;
}

const Preset* find_preset(std::string_view id) {
    for (const Preset& preset : table)
        if (preset.id == id) return &preset;
    return nullptr;
}

} // namespace program
