#include "program/contention.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "program/text_form.hpp"

TEST_SUITE("program/contention") {
    using namespace program;

    TEST_CASE("one lock: think, lock, update, unlock, for ever") {
        const Scenario s = contention({.threads = 3, .cores = 4, .kind = LockKind::mcs, .duration_ns = 5'000});
        CHECK(find_fault(s).en == "");
        CHECK(write(s) ==
              "s1~name:contention~cores:4~for:5u~var:x~lock:m:mcs:guards,x~thread:T:times,3."
              "compute:1u:cpp,think-o-z-k:python,think-o-z.lock:m."
              "compute:1u:cpp,update-ox-z-k:python,update-ox-z.unlock:m.repeat");
    }

    TEST_CASE("counting loads, adds and stores the variable inside") {
        const Scenario s = contention({.threads = 1, .counts = true});
        CHECK(find_fault(s).en == "");
        const auto& code = s.threads[0].code;
        CHECK((code[2].op == Op::load && code[3].op == Op::add && code[4].op == Op::store));
    }

    TEST_CASE("readers share a reader-writer lock, in loops of reading and of writing sections") {
        Contention parameters{.threads = 1, .kind = LockKind::rw_readers, .counts = true};
        parameters.readers_percent = 75;
        const Scenario s = contention(parameters);
        CHECK(find_fault(s).en == "");
        CHECK(write(s) ==
              "s1~name:contention~for:100m~var:x~lock:m:rw_readers:guards,x~thread:T1."
              "compute:1u:cpp,think-o-z-k:python,think-o-z.read_lock:m.load:x."
              "compute:1u:cpp,look-ox-z-k:python,look-ox-z.read_unlock:m.repeat:1:3."
              "compute:1u:cpp,think-o-z-k:python,think-o-z.lock:m.load:x.add:1.store:x."
              "compute:1u:cpp,update-ox-z-k:python,update-ox-z.unlock:m.repeat");
    }

    TEST_CASE("so many percent of the sections read, whatever the share, and with any other lock they do it alone") {
        struct Sections {
            std::int64_t reading = 0;
            std::int64_t shared = 0;
            std::int64_t all = 0;
        };
        // Runs the code until it would go on for ever.
        const auto sections_of = [](const Thread& thread) {
            Sections sections;
            std::vector<std::int64_t> turns(thread.code.size());
            bool has_written = true;
            for (std::size_t at = 0; at < thread.code.size();) {
                const Instruction& each = thread.code[at++];
                if (each.op == Op::lock || each.op == Op::read_lock) has_written = false;
                has_written = has_written || each.op == Op::store;
                if (each.op == Op::read_unlock) ++sections.shared;
                if (each.op == Op::unlock || each.op == Op::read_unlock) {
                    ++sections.all;
                    sections.reading += has_written ? 0 : 1;
                }
                if (each.op == Op::repeat && each.value == 0) break;
                if (each.op == Op::repeat && ++turns[at - 1] < each.value) at = each.target;
            }
            return sections;
        };
        for (int percent = 0; percent <= 100; ++percent)
            for (const LockKind kind : {LockKind::rw_writers, LockKind::mcs}) {
                Contention parameters{.threads = 2, .kind = kind, .counts = true};
                parameters.readers_percent = percent;
                const Scenario s = contention(parameters);
                CHECK(find_fault(s).en == "");
                const Sections sections = sections_of(s.threads[1]);
                CAPTURE(percent);
                CHECK(100 * sections.reading == percent * sections.all);
                CHECK(sections.shared == (is_reader_writer(kind) ? sections.reading : 0));
            }
    }

    TEST_CASE("several locks are taken in turn, each thread beginning with its own, or one by each thread") {
        const auto locks_of = [](const Scenario& s, std::size_t thread) {
            std::vector<int> out;
            for (const Instruction& instruction : s.threads[thread].code)
                if (instruction.op == Op::lock) out.push_back(instruction.target);
            return out;
        };
        const Scenario turns = contention({.threads = 4, .locks = 3});
        CHECK(find_fault(turns).en == "");
        CHECK(locks_of(turns, 0) == std::vector<int>{0, 1, 2});
        CHECK(locks_of(turns, 1) == std::vector<int>{1, 2, 0});
        CHECK(locks_of(turns, 3) == std::vector<int>{0, 1, 2});
        const Scenario own = contention({.threads = 4, .locks = 3, .choice = Contention::Choice::by_thread});
        CHECK(locks_of(own, 1) == std::vector<int>{1});
        CHECK(locks_of(own, 3) == std::vector<int>{0});
        CHECK(own.locks[2].protects == std::vector<std::uint16_t>{2});
    }

    TEST_CASE("every lock kind, the most threads and many locks can be run and written") {
        for (const LockTraits& traits : lock_table()) {
            const Scenario s = contention({.threads = 256, .cores = 64, .locks = 8, .kind = traits.kind});
            CHECK_MESSAGE(find_fault(s).en == "", traits.id);
            const std::string text = write(s);
            CHECK(text.size() < 16'000);
            CHECK((read(text).scenario == s));
        }
    }

    TEST_CASE("numbers out of range give the fault that says so") {
        CHECK(find_fault(contention({.threads = 0})).en == "There is no thread; put in at least one.");
        CHECK(find_fault(contention({.threads = 1000})).en == "thread: at most 256 are possible, and there are 257.");
        CHECK(find_fault(contention({.cores = 0})).en == "There can be 1 to 64 cores, not 0.");
        for (const int percent : {-1, 101})
            CHECK_FALSE(find_fault(contention({.kind = LockKind::rw_readers, .readers_percent = percent})).empty());
        CHECK(find_fault(contention({.locks = 1000})).en == "variable: at most 256 are possible, and there are 257.");
        CHECK(find_fault(contention({.inside = TimeLaw::constant(-1)}))
                  .en.ends_with("between 0 and 1000000000000000 ns."));
        CHECK(find_fault(
                  contention({.inside = TimeLaw::constant(0), .outside = TimeLaw::constant(0), .kind = LockKind::fifo}))
                  .en.find("takes no time") != std::string::npos);
    }
}
