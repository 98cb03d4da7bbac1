#include "program/line_of.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "program/builder.hpp"
#include "program/duration.hpp"
#include "program/random_scenario.hpp"

TEST_SUITE("program/line_of") {
    using namespace program;

    Scenario one_of_each() {
        Builder b("each");
        const auto x = b.variable("x");
        const auto m = b.lock("m");
        const auto rw = b.lock("rw", LockKind::rw_readers);
        const auto c = b.condition("ready", m);
        const auto disk = b.device("disk");
        CodeBuilder& t = b.thread("T");
        const auto child = b.thread("U").spawned().compute(1).handle();
        t.compute(TimeLaw::exponential(1'000)).call(5'000'000).load(x).store(x).set(7).add(2).add(-3).compare_swap(x);
        t.fetch_add(x, 1).lock(m).wait(c).unlock(m).read_lock(rw).read_unlock(rw).notify_one(c).notify_all(c);
        t.io(disk, TimeLaw::uniform(1'500, 2'000'000'000)).sleep(0).yield().spawn(child).join(child).send(9).print();
        t.label("here").jump("on").label("on").jump_if_zero("out").compute(1).jump_if_failed("here");
        t.loop(12, [](CodeBuilder& body) { body.compute(1); }).label("out").end();
        return b.build();
    }

    struct Shown {
        const char* cpp;
        const char* python;
        const char* ko;
        const char* en;
    };

    TEST_CASE("every operation has its lines and its sentence, with the names of the objects") {
        const Shown expected[] = {
            {"work(exponential(1us));", "work(exponential(1 * us))", "코어에서 평균 1 µs(지수 분포) 동안 계산합니다.",
             "Computes for 1 µs on average (exponential) on a core."},
            {"work(5ms);", "work(5 * ms)", "C 함수를 한 번 불러 5 ms 동안 계산합니다. 그동안 GIL을 검사하지 않습니다.",
             "Makes one call into C that computes for 5 ms; no GIL is checked meanwhile."},
            {"acc = seen = x;", "acc = seen = x", "x 변수의 값을 읽습니다.", "Reads variable x."},
            {"x = acc;", "x = acc", "x 변수에 가진 값을 씁니다.", "Writes the value at hand to variable x."},
            {"acc = 7;", "acc = 7", "가진 값을 7로 합니다.", "Makes the value at hand 7."},
            {"acc += 2;", "acc += 2", "가진 값에 2를 더합니다.", "Adds 2 to the value at hand."},
            {"acc -= 3;", "acc -= 3", "가진 값에서 3을 뺍니다.", "Subtracts 3 from the value at hand."},
            {"ok = x.compare_exchange_strong(seen, acc);", "ok = x.compare_and_swap(seen, acc)", nullptr, nullptr},
            {"acc = x.fetch_add(1);", "acc = x.fetch_add(1)",
             "x 변수를 읽고 1을 더합니다. 둘은 나뉘지 않고 한 번에 일어납니다.",
             "Reads variable x and adds 1 to it, in one atomic step."},
            {"m.lock();", "m.acquire()", "m 자물쇠(lock)를 얻습니다. 다른 스레드(thread)가 가지고 있으면 기다립니다.",
             "Takes lock m; waits while another thread has it."},
            {"ready.wait(m);", "ready.wait()", nullptr,
             "Lets go of lock m, sleeps until condition variable ready is notified, and takes the lock again."},
            {"m.unlock();", "m.release()", "m 자물쇠(lock)를 놓습니다.", "Lets go of lock m."},
            {"rw.lock_shared();", "rw.acquire_read()", nullptr, "Takes lock rw for reading, which readers can share."},
            {"rw.unlock_shared();", "rw.release_read()", nullptr, "Lets go of lock rw, taken for reading."},
            {"ready.notify_one();", "ready.notify()", nullptr,
             "Wakes the thread that has waited longest on condition variable ready."},
            {"ready.notify_all();", "ready.notify_all()", nullptr,
             "Wakes every thread that waits on condition variable ready."},
            {"disk.request(uniform(1500ns, 2s));", "disk.request(uniform(1500 * ns, 2 * s))",
             "disk 장치의 입출력(I/O)을 1,500 ns에서 2초 사이(균등 분포) 동안 기다립니다. 코어는 쓰지 않으며 GIL이 "
             "있으면 "
             "놓습니다.",
             "Waits 1,500 ns to 2 s (uniform) for I/O on device disk: off its core, and without the GIL if there is "
             "one."},
            {"std::this_thread::sleep_for(0ns);", "time.sleep(0 * ns)", "코어를 내놓고 0 ns 동안 잠듭니다.",
             "Leaves its core and sleeps for 0 ns."},
            {"std::this_thread::yield();", "time.sleep(0)", nullptr, nullptr},
            {"U = std::thread(run_U);", "U.start()", "U 스레드(thread)를 시작합니다.", "Starts thread U."},
            {"U.join();", "U.join()", "U 스레드(thread)가 끝날 때까지 기다립니다.", "Waits until thread U has ended."},
            {"send(pipe, data);", "pipe.send(data)", nullptr, "Copies data for another process, which takes 9 ns."},
            {"std::cout << acc << '\\n';", "print(acc)", "가진 값을 출력합니다.", "Prints the value at hand."},
            {"goto L25;", "break  # L25", "명령 25로 갑니다.", "Goes on at instruction 25."},
            {"if (acc == 0) goto L30;", "if acc == 0: break  # L30", nullptr,
             "Goes on at instruction 30 if the value at hand is 0."},
            {"work(1ns);", "work(1 * ns)", nullptr, nullptr},
            {"if (!ok) goto L24;", "if not ok: continue  # L24", nullptr,
             "Goes on at instruction 24 if the swap just failed."},
            {"work(1ns);", "work(1 * ns)", nullptr, nullptr},
            {"} while (++i < 12);", "for i in range(12):", "명령 28부터 여기까지를 모두 12번 실행합니다.",
             "Runs instruction 28 to here 12 times in all."},
            {"return;", "return", "스레드(thread)가 끝납니다.", "The thread ends."},
            {"return;", "return", "스레드(thread)가 끝납니다.", "The thread ends."}, // behind the last
        };
        const Scenario s = one_of_each();
        REQUIRE(find_fault(s).en == "");
        REQUIRE(std::size(expected) == s.threads[0].code.size() + 1);
        for (std::size_t i = 0; i < std::size(expected); ++i) {
            CHECK(line_of(s, 0, i, CodeLanguage::cpp) == expected[i].cpp);
            CHECK(line_of(s, 0, i, CodeLanguage::python) == expected[i].python);
            const text::Line sentence = explain(s, 0, i);
            if (expected[i].ko) CHECK(sentence.ko == expected[i].ko);
            if (expected[i].en) CHECK(sentence.en == expected[i].en);
        }
    }

    TEST_CASE("a loop for ever says so, and the least number has its size") {
        Builder b("ever");
        b.thread("T").compute(1).add(std::numeric_limits<std::int64_t>::min()).forever();
        const Scenario s = b.build();
        CHECK(line_of(s, 0, 1, CodeLanguage::cpp) == "acc -= 9223372036854775808;");
        CHECK(line_of(s, 0, 2, CodeLanguage::cpp) == "} while (true);");
        CHECK(line_of(s, 0, 2, CodeLanguage::python) == "while True:");
        CHECK(explain(s, 0, 2).en == "Goes back to instruction 1, for ever.");
    }

    TEST_CASE("a line of its own stands before the usual one, each language by itself") {
        Builder b("own");
        b.thread("T").compute(5).lines("f();", "").compute(5).lines("", "f()");
        const Scenario s = b.build();
        CHECK(line_of(s, 0, 0, CodeLanguage::cpp) == "f();");
        CHECK(line_of(s, 0, 0, CodeLanguage::python) == "work(5 * ns)");
        CHECK(line_of(s, 0, 1, CodeLanguage::cpp) == "work(5ns);");
        CHECK(line_of(s, 0, 1, CodeLanguage::python) == "f()");
    }

    TEST_CASE("no sentence and no line keeps a placeholder, whatever the scenario") {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            Scenario s = program_tests::RandomScenario(seed).make();
            const auto rename = [](auto& objects) {
                for (auto& object : objects) object.name = "name";
            };
            for (Thread& thread : s.threads)
                for (Instruction& instruction : thread.code) instruction.cpp = instruction.python = "";
            rename(s.variables), rename(s.locks), rename(s.conditions), rename(s.devices), rename(s.threads);
            for (std::size_t t = 0; t < s.threads.size(); ++t)
                for (std::size_t i = 0; i <= s.threads[t].code.size(); ++i) {
                    const text::Line sentence = explain(s, t, i);
                    REQUIRE(sentence.ko.find('{') == std::string::npos);
                    REQUIRE(sentence.en.find('{') == std::string::npos);
                    REQUIRE(sentence.ko.ends_with("니다."));
                    REQUIRE(sentence.en.ends_with("."));
                    REQUIRE_FALSE(line_of(s, t, i, CodeLanguage::cpp).empty());
                    REQUIRE(line_of(s, t, i, CodeLanguage::python).find('$') == std::string::npos);
                }
        }
    }

    TEST_CASE("a time is shown in the largest unit in which it is whole") {
        CHECK(duration_of(0) == Duration{0, Duration::Unit::ns});
        CHECK(duration_of(1'500) == Duration{1'500, Duration::Unit::ns});
        CHECK(duration_of(1'500'000) == Duration{1'500, Duration::Unit::us});
        CHECK(duration_of(3'000'000'000'000) == Duration{3'000, Duration::Unit::s});
        CHECK(shown(3'000'000'000'000).en == "3,000 s");
        CHECK(shown(20'000).ko == "20 µs");
    }
}
