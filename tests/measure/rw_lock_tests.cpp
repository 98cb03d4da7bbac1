#include "measure/locks/real_lock.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "lock_testing.hpp"
#include "measure/abilities.hpp"
#include "measure/locks/park.hpp"
#include "measure/start_line.hpp"

using namespace measure;
using namespace lock_testing;
using program::LockKind;

TEST_CASE("readers are inside together, and never beside a writer") {
    if (!abilities().threads) return;
    for (const LockKind kind : real_kinds()) {
        if (!knows_readers(kind)) continue;
        CAPTURE(program::traits_of(kind).id);
        const auto lock = make_lock(kind);
        StartLine met(2);
        run_together(2, [&](int me) {
            Waiter waiter(me, never_over);
            lock->read_lock(waiter);
            met.wait(); // would never end if the other could not come in
            lock->read_unlock(me);
        });

        std::atomic<int> readers = 0;
        std::atomic<int> faults = 0;
        long written = 0; // read by readers, written by writers: ThreadSanitizer looks on
        long sum = 0;
        std::atomic<long> sums = 0;
        run_together(6, [&](int me) {
            Waiter waiter(me, never_over);
            long seen = 0;
            for (int round = 0; round < 500; ++round) {
                if (me < 2) {
                    lock->lock(waiter);
                    if (readers != 0) ++faults;
                    ++written;
                    ++sum;
                    lock->unlock(me);
                } else {
                    lock->read_lock(waiter);
                    ++readers;
                    if (written != sum) ++faults;
                    if (round % 64 == 0) give_way();
                    seen += written;
                    --readers;
                    lock->read_unlock(me);
                }
            }
            sums += seen;
        });
        CHECK(written == 1'000);
        CHECK(faults == 0);
    }
}

TEST_CASE("a waiting writer keeps new readers out of one reader-writer lock and not of the other") {
    if (!abilities().threads) return;
    for (const LockKind kind : {LockKind::rw_readers, LockKind::rw_writers}) {
        CAPTURE(program::traits_of(kind).id);
        const auto lock = make_lock(kind);
        Watched inside(0, never_over);
        Watched writer(1, never_over);
        Watched late(2, never_over);
        std::vector<int> order; // of entering; a reader alone inside or a writer writes it
        lock->read_lock(inside);
        std::thread writing([&] {
            lock->lock(writer);
            order.push_back(1);
            lock->unlock(1);
        });
        wait_until([&] { return writer.waits(); });
        std::atomic<bool> read = false;
        std::thread reading([&] {
            lock->read_lock(late);
            read = true;
            lock->read_unlock(2);
        });
        if (kind == LockKind::rw_readers) {
            wait_until([&] { return read.load(); }); // beside the reader, before the writer
            CHECK_FALSE(late.waits());
            CHECK(order.empty());
        } else {
            wait_until([&] { return late.waits(); });
            CHECK_FALSE(read);
        }
        lock->read_unlock(0);
        writing.join();
        reading.join();
        CHECK(read);
        CHECK(order.size() == 1);
    }
}
