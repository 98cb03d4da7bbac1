#include "program/builder.hpp"

namespace program {
namespace {

template <typename Object>
Handle<Object> added(std::vector<Object>& objects, Object object) {
    objects.push_back(std::move(object));
    return {static_cast<std::uint16_t>(objects.size() - 1)};
}

} // namespace

Builder& Builder::cores(int count) {
    scenario_.scheduling.cores = count;
    return *this;
}

Builder& Builder::duration(Nanoseconds ns) {
    scenario_.duration_ns = ns;
    return *this;
}

Builder& Builder::quantum(Nanoseconds ns) {
    scenario_.scheduling.quantum_ns = ns;
    return *this;
}

Builder& Builder::scheduling(const Scheduling& scheduling) {
    scenario_.scheduling = scheduling;
    return *this;
}

Builder& Builder::costs(const Costs& costs) {
    scenario_.costs = costs;
    return *this;
}

VariableHandle Builder::variable(std::string_view name, std::int64_t initial) {
    return added(scenario_.variables, {std::string(name), initial});
}

LockHandle Builder::lock(std::string_view name, LockKind kind, Nanoseconds handoff_ns) {
    return added(scenario_.locks, {std::string(name), kind, {}, handoff_ns});
}

Builder& Builder::protects(LockHandle lock, std::initializer_list<VariableHandle> variables) {
    for (const VariableHandle variable : variables) scenario_.locks.at(lock.index).protects.push_back(variable.index);
    return *this;
}

ConditionHandle Builder::condition(std::string_view name, LockHandle lock) {
    return added(scenario_.conditions, {std::string(name), lock.index});
}

DeviceHandle Builder::device(std::string_view name, int servers) {
    return added(scenario_.devices, {std::string(name), servers});
}

InterpreterHandle Builder::interpreter(std::string_view name, GilKind gil) {
    return interpreter({.name = std::string(name), .gil = gil});
}

InterpreterHandle Builder::interpreter(const Interpreter& interpreter) {
    return added(scenario_.interpreters, interpreter);
}

CodeBuilder& Builder::thread(std::string_view name) {
    return add(name, 1, false);
}

CodeBuilder& Builder::threads(std::string_view name, int count) {
    return add(name, count, true);
}

CodeBuilder& Builder::add(std::string_view name, int count, bool is_numbered) {
    groups_.push_back({std::string(name), count, is_numbered, CodeBuilder(thread_count_)});
    thread_count_ += count;
    return groups_.back().code;
}

Scenario Builder::build() const {
    Scenario scenario = scenario_;
    for (const Group& group : groups_) {
        Thread thread = group.code.finished();
        for (int i = 1; i <= group.count; ++i) {
            thread.name = group.is_numbered ? group.name + std::to_string(i) : group.name;
            scenario.threads.push_back(thread);
        }
    }
    return scenario;
}

} // namespace program
