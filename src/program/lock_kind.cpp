#include "program/lock_kind.hpp"

#include <array>
#include <cstddef>

#include "text/locks.hpp"

namespace program {
namespace {

namespace t = text::locks;
using enum LockKind;

constexpr std::string_view anderson_1990 = "Anderson 1990, IEEE TPDS 1(1)";
constexpr std::string_view courtois_1971 = "Courtois, Heymans & Parnas 1971, CACM 14(10)";
constexpr std::string_view boyd_wickizer_2012 = "Boyd-Wickizer, Kaashoek, Morris & Zeldovich 2012, Linux Symposium";

// Columns: kind, id, name, principle, source, spins, is fair, is real.
constexpr std::array table = {
    LockTraits{fifo, "fifo", t::fifo, t::fifo_principle, "Hoare 1974, CACM 17(10)", false, true, true},
    LockTraits{tas, "tas", t::tas, t::tas_principle, anderson_1990, true, false, true},
    LockTraits{ttas, "ttas", t::ttas, t::ttas_principle, "Rudolph & Segall 1984, ISCA", true, false, true},
    LockTraits{backoff, "backoff", t::backoff, t::backoff_principle, anderson_1990, true, false, true},
    LockTraits{ticket, "ticket", t::ticket, t::ticket_principle, "Reed & Kanodia 1979, CACM 22(2)", true, true, true},
    LockTraits{anderson, "anderson", t::anderson, t::anderson_principle, anderson_1990, true, true, true},
    LockTraits{clh, "clh", t::clh, t::clh_principle, "Craig 1993; Magnusson, Landin & Hagersten 1994", true, true,
               true},
    LockTraits{mcs, "mcs", t::mcs, t::mcs_principle, "Mellor-Crummey & Scott 1991, ACM TOCS 9(1)", true, true, true},
    LockTraits{futex, "futex", t::futex, t::futex_principle, "Drepper 2011, Futexes Are Tricky (mutex2)", false, false,
               true},
    LockTraits{adaptive, "adaptive", t::adaptive, t::adaptive_principle, "Karlin, Li, Manasse & Owicki 1991, SOSP",
               true, false, true},
    LockTraits{rw_readers, "rw_readers", t::rw_readers, t::rw_readers_principle, courtois_1971, false, false, true},
    LockTraits{rw_writers, "rw_writers", t::rw_writers, t::rw_writers_principle, courtois_1971, false, false, true},
    LockTraits{crowded, "crowded", t::crowded, t::crowded_principle, boyd_wickizer_2012, true, true, false},
    LockTraits{queued, "queued", t::queued, t::queued_principle, boyd_wickizer_2012, true, true, false},
};

consteval bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].kind != static_cast<LockKind>(i)) return false;
    return table.size() == static_cast<std::size_t>(LockKind::count);
}
static_assert(is_in_order(), "one row a kind, in the order of LockKind");

} // namespace

std::span<const LockTraits> lock_table() {
    return table;
}

const LockTraits& traits_of(LockKind kind) {
    return table.at(static_cast<std::size_t>(kind));
}

const LockTraits* find_lock_kind(std::string_view id) {
    for (const LockTraits& traits : table)
        if (traits.id == id) return &traits;
    return nullptr;
}

} // namespace program
