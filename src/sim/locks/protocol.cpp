#include "sim/locks/protocol.hpp"

#include <array>
#include <cstddef>

#include "sim/locks/locks.hpp"

namespace sim {
namespace {

using namespace locks;

/// The one table, in the order of LockKind. Of a lock without readers a reader takes it alone.
constexpr std::array<Protocol, static_cast<std::size_t>(program::LockKind::count)> table = {{
    {fifo_lock, fifo_unlock, fifo_lock, fifo_unlock, 0, 0},
    {tas_lock, word_unlock, tas_lock, word_unlock, 1, 0},
    {ttas_lock, word_unlock, ttas_lock, word_unlock, 1, 0},
    {backoff_lock, word_unlock, backoff_lock, word_unlock, 1, 0},
    {ticket_lock, ticket_unlock, ticket_lock, ticket_unlock, 2, 0},
    {anderson_lock, anderson_unlock, anderson_lock, anderson_unlock, 1, 1},
    {clh_lock, clh_unlock, clh_lock, clh_unlock, 2, 1},
    {mcs_lock, mcs_unlock, mcs_lock, mcs_unlock, 1, 1},
    {futex_lock, futex_unlock, futex_lock, futex_unlock, 1, 0},
    {adaptive_lock, futex_unlock, adaptive_lock, futex_unlock, 1, 0},
    {rw_lock, rw_unlock, rw_readers_read_lock, rw_unlock, 1, 0},
    {rw_lock, rw_unlock, rw_writers_read_lock, rw_unlock, 1, 0},
    {fifo_lock, fifo_unlock, fifo_lock, fifo_unlock, 0, 0},
    {fifo_lock, fifo_unlock, fifo_lock, fifo_unlock, 0, 0},
}};

} // namespace

const Protocol& protocol_of(program::LockKind kind) {
    return table[static_cast<std::size_t>(kind)];
}

} // namespace sim
