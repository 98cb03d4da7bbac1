#pragma once

#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>

#include "program/code_builder.hpp"
#include "program/scenario.hpp"

namespace program {

/// Writes a scenario so that it reads well:
///
///     Builder b("counter");
///     const auto m = b.lock("m", LockKind::mcs);
///     const auto x = b.variable("x");
///     b.protects(m, {x});
///     b.threads("T", 8).compute(TimeLaw::exponential(1000)).lock(m).load(x).add(1).store(x).unlock(m).forever();
///     const Scenario s = b.cores(4).duration(1'000'000'000).build();
///
/// Nothing is checked here: find_fault() judges what was built.
class Builder {
public:
    explicit Builder(std::string_view name) { scenario_.name = name; }

    Builder& cores(int count);
    /// Stops there; without it, when every thread has ended.
    Builder& duration(Nanoseconds ns);
    Builder& quantum(Nanoseconds ns);
    Builder& scheduling(const Scheduling& scheduling);
    Builder& costs(const Costs& costs);

    VariableHandle variable(std::string_view name, std::int64_t initial = 0);
    LockHandle lock(std::string_view name, LockKind kind = LockKind::fifo, Nanoseconds handoff_ns = 0);
    Builder& protects(LockHandle lock, std::initializer_list<VariableHandle> variables);
    ConditionHandle condition(std::string_view name, LockHandle lock);
    /// `servers` 0: any number of requests at once.
    DeviceHandle device(std::string_view name, int servers = 0);
    InterpreterHandle interpreter(std::string_view name, GilKind gil);
    InterpreterHandle interpreter(const Interpreter& interpreter);

    /// The reference is good as long as the builder.
    CodeBuilder& thread(std::string_view name);
    /// `count` of them, named "T1", "T2", … and all with the code that is written here.
    CodeBuilder& threads(std::string_view name, int count);

    Scenario build() const;

private:
    struct Group {
        std::string name;
        int count;
        bool is_numbered;
        CodeBuilder code;
    };
    CodeBuilder& add(std::string_view name, int count, bool is_numbered);

    Scenario scenario_;
    std::deque<Group> groups_;
    int thread_count_ = 0;
};

} // namespace program
