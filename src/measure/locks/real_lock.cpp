#include "measure/locks/real_lock.hpp"

#include <algorithm>
#include <array>

#include "measure/locks/adaptive_lock.hpp"
#include "measure/locks/anderson_lock.hpp"
#include "measure/locks/backoff_lock.hpp"
#include "measure/locks/clh_lock.hpp"
#include "measure/locks/fifo_lock.hpp"
#include "measure/locks/futex_lock.hpp"
#include "measure/locks/mcs_lock.hpp"
#include "measure/locks/rw_readers_lock.hpp"
#include "measure/locks/rw_writers_lock.hpp"
#include "measure/locks/tas_lock.hpp"
#include "measure/locks/ticket_lock.hpp"
#include "measure/locks/ttas_lock.hpp"

namespace measure {
namespace {

template <class L>
class Boxed final : public RealLock {
public:
    bool lock(Waiter& waiter) override { return lock_.lock(waiter); }
    void unlock(int me) override { lock_.unlock(me); }

    bool read_lock(Waiter& waiter) override {
        if constexpr (knows_readers) return lock_.read_lock(waiter);
        return lock_.lock(waiter);
    }
    void read_unlock(int me) override {
        if constexpr (knows_readers) return lock_.read_unlock(me);
        lock_.unlock(me);
    }

private:
    static constexpr bool knows_readers = requires(L& lock) { lock.read_unlock(0); };
    L lock_;
};

template <class L>
std::unique_ptr<RealLock> boxed() {
    return std::make_unique<Boxed<L>>();
}

struct Row {
    program::LockKind kind;
    std::unique_ptr<RealLock> (*make)();
};

using Kind = program::LockKind;
constexpr std::array table = {
    Row{Kind::fifo, boxed<FifoLock>},
    Row{Kind::tas, boxed<TasLock>},
    Row{Kind::ttas, boxed<TtasLock>},
    Row{Kind::backoff, boxed<BackoffLock>},
    Row{Kind::ticket, boxed<TicketLock>},
    Row{Kind::anderson, boxed<AndersonLock>},
    Row{Kind::clh, boxed<ClhLock>},
    Row{Kind::mcs, boxed<McsLock>},
    Row{Kind::futex, boxed<FutexLock>},
    Row{Kind::adaptive, boxed<AdaptiveLock>},
    Row{Kind::rw_readers, boxed<RwReadersLock>},
    Row{Kind::rw_writers, boxed<RwWritersLock>},
};

} // namespace

std::unique_ptr<RealLock> make_lock(program::LockKind kind) {
    const auto row = std::ranges::find(table, kind, &Row::kind);
    return row == table.end() ? nullptr : row->make();
}

} // namespace measure
