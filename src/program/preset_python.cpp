#include "program/builder.hpp"
#include "program/preset_scenarios.hpp"

namespace program::preset {
namespace {

constexpr Nanoseconds us = 1'000;
constexpr Nanoseconds ms = 1'000'000;

// One unit of the lecture's work took 3.4 to 3.5 s (two units: 6.8 to 7.0 s). A fifth of it makes the numbers, bytecode
// by bytecode; the rest is one call of sort().
constexpr Nanoseconds generate_ns = 700 * ms;
constexpr Nanoseconds sort_ns = 2'750 * ms;

constexpr const char* generate_cpp = "for (double& x : v) x = random();";
constexpr const char* generate_python = "v = [random() for _ in range(n)]";

void append_sort(CodeBuilder& t) {
    t.call(sort_ns).lines("std::sort(v.begin(), v.end());", "v.sort()");
}

void append_unit(CodeBuilder& t) {
    t.compute(generate_ns).lines(generate_cpp, generate_python);
    append_sort(t);
}

/// In free-threaded CPython, random() is a critical section on the one Random object behind the module's functions
/// (Modules/_randommodule.c since 3.13). A thousand turns stand for ten million, each holding the lock for nine tenths
/// of its time.
void append_unit_without_gil(CodeBuilder& t, LockHandle random) {
    constexpr Nanoseconds turn_ns = generate_ns / 1'000;
    t.loop(1'000, [&](CodeBuilder& body) {
        body.lock(random).lines("std::lock_guard hold(random.mutex);", "# critical section of the Random object");
        body.compute(turn_ns * 9 / 10).lines("double x = random();", "x = random()");
        body.unlock(random).lines("}  // hold ends", "# end of the critical section");
        body.compute(turn_ns / 10).lines("v.push_back(x);", "v.append(x)");
    });
    append_sort(t);
}

void append_parent(CodeBuilder& main, const CodeBuilder& children) {
    for (int i = 0; i < 2; ++i)
        main.spawn(children.handle(i)).lines("threads.emplace_back(working);", "threads[i].start()");
    for (int i = 0; i < 2; ++i) main.join(children.handle(i)).lines("threads[i].join();", "threads[i].join()");
}

/// Counting ten million down twice took Python 2.7 about half a second (tests/oracle/cpython/count_ratios.csv): 24 ns a
/// turn, in which the check counter goes down two or three times, since the other bytecodes of the loop go on without
/// looking. Here it is a million, which is long enough for the ratio.
constexpr Nanoseconds count_ns = 24 * ms;
constexpr Nanoseconds counted_bytecode_ns = 10;

void append_count(CodeBuilder& t) {
    t.compute(count_ns).lines("while (n > 0) --n;", "while n > 0: n -= 1");
}

/// Of the 6 µs that a wake to another core takes (tests/oracle/locks/latency.csv) the waker bears half: it sends an
/// interrupt to a virtual core that is halted.
Costs costs_of_signals() {
    Costs costs;
    costs.wake_ns = 3 * us;
    costs.wake_latency_ns = 3 * us;
    return costs;
}

InterpreterHandle add_counting_python(Builder& b, GilKind gil) {
    b.cores(2).costs(costs_of_signals());
    Interpreter python;
    python.name = "python";
    python.gil = gil;
    python.bytecode_ns = counted_bytecode_ns;
    return b.interpreter(python);
}

} // namespace

Scenario sort_sequence() {
    Builder b("sort-sequence");
    CodeBuilder& main = b.thread("main").on(b.interpreter("python", GilKind::timed));
    append_unit(main);
    append_unit(main);
    return b.build();
}

Scenario sort_threads(GilKind gil) {
    Builder b(std::string("sort-") + (gil == GilKind::none ? "free" : name_of(gil)));
    const InterpreterHandle python = b.interpreter("python", gil);
    CodeBuilder& main = b.thread("main").on(python);
    CodeBuilder& workers = b.threads("T", 2).on(python).spawned();
    if (gil == GilKind::none)
        append_unit_without_gil(workers, b.lock("random", LockKind::adaptive));
    else
        append_unit(workers);
    append_parent(main, workers);
    return b.build();
}

Scenario sort_processes() {
    Builder b("sort-processes");
    CodeBuilder& main = b.thread("main").on(b.interpreter("parent", GilKind::timed));
    std::vector<ThreadHandle> children;
    for (const char* name : {"P1", "P2"}) {
        CodeBuilder& child = b.thread(name).on(b.interpreter(name, GilKind::timed)).spawned();
        append_unit(child);
        child.send(150 * ms).lines("send(pipe, v);", "pipe.send(v)"); // 80 MB of doubles, pickled
        children.push_back(child.handle());
    }
    for (const ThreadHandle child : children) main.spawn(child).lines("pids[i] = fork_and_work();", "p[i].start()");
    for (const ThreadHandle child : children) {
        main.join(child).lines("waitpid(pids[i], nullptr, 0);", "p[i].join()");
        main.compute(100 * ms).lines("v[i] = receive(pipes[i]);", "v[i] = pipes[i].recv()");
    }
    return b.build();
}

Scenario count_sequence() {
    Builder b("count-sequence");
    CodeBuilder& main = b.thread("main").on(add_counting_python(b, GilKind::ticks));
    append_count(main);
    append_count(main);
    return b.build();
}

Scenario count_threads(GilKind gil) {
    Builder b(std::string("count-") + name_of(gil));
    append_count(b.threads("T", 2).on(add_counting_python(b, gil)));
    return b.build();
}

Scenario convoy(GilKind gil) {
    Builder b(std::string("convoy-") + (gil == GilKind::none ? "free" : name_of(gil)));
    const InterpreterHandle python = b.interpreter("python", gil);
    const DeviceHandle network = b.device("network");
    b.thread("io").on(python).forever([&](CodeBuilder& t) {
        t.io(network, 100 * us).lines("request = receive(socket);", "request = sock.recv(64)");
        t.compute(10 * us).lines("reply = answer(request);", "reply = answer(request)");
        t.io(network, 5 * us).lines("send(socket, reply);", "sock.send(reply)");
    });
    b.thread("cpu").on(python).forever(
        [](CodeBuilder& t) { t.compute(10 * ms).lines("while (n > 0) --n;", "while n > 0: n -= 1"); });
    return b.duration(1'000 * ms).build();
}

Scenario shared_dict(GilKind gil) {
    const bool is_free = gil == GilKind::none;
    Builder b(is_free ? "free-threaded" : "with-gil");
    const InterpreterHandle python = b.interpreter("python", gil);
    const VariableHandle table = b.variable("table");
    // Only without a GIL does a dict have a lock of its own; under one, an update is a call into C that nobody
    // interrupts.
    const LockHandle lock = is_free ? b.lock("table_lock", LockKind::adaptive) : LockHandle();
    if (is_free) b.protects(lock, {table});
    b.threads("T", 4).on(python).forever([&](CodeBuilder& t) {
        t.compute(TimeLaw::exponential(50 * us)).lines("auto value = compute();", "value = compute()");
        if (is_free) t.lock(lock).lines("table_lock.lock();", "# takes the dict's own lock");
        t.call(2 * us).lines("auto& slot = table[key];", "# finds the slot");
        t.fetch_add(table, 1).lines("slot = value;", "table[key] = value");
        if (is_free) t.unlock(lock).lines("table_lock.unlock();", "# lets go of the dict's lock");
    });
    return b.cores(4).duration(200 * ms).build();
}

} // namespace program::preset
