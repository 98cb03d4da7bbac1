#include <algorithm>

#include "sim/difference.hpp"
#include "sim/state_words.hpp"
#include "text/moments.hpp"

namespace sim {
namespace {

using program::Scenario;
using text::fill;

using text::Sentence;
namespace words = text::moments;

class Rows {
public:
    Rows(const Scenario& scenario, program::CodeLanguage language) : scenario_(scenario), language_(language) {}

    void add(text::Line what, text::Line before, text::Line after) {
        rows_.push_back({std::move(what), std::move(before), std::move(after)});
    }
    void add_number(text::Line what, std::int64_t before, std::int64_t after) {
        if (before != after) add(std::move(what), text::grouped(before), text::grouped(after));
    }

    void add_thread(const Change<ThreadView>& change) {
        const auto t = static_cast<std::size_t>(change.index);
        const text::Line name = text::Line::same(scenario_.threads[t].name);
        const ThreadView& before = change.before;
        const ThreadView& after = change.after;
        const text::Line did = words_of(before, scenario_);
        const text::Line does = words_of(after, scenario_);
        if (!(did == does)) add(fill(words::doing, {name}), did, does);
        if (before.instruction != after.instruction)
            add(fill(words::place, {name}), place(t, before.instruction), place(t, after.instruction));
        add_number(fill(words::at_hand, {name}), before.acc, after.acc);
        if (!swaps(t)) return;
        add_number(fill(words::seen, {name}), before.seen, after.seen);
        if (before.flag != after.flag) add(fill(words::swapped, {name}), truth(before.flag), truth(after.flag));
    }

    /// A lock or a GIL: who has it, and who waits.
    void add_lock(const Change<LockView>& change, const Sentence& holder, const Sentence& queue,
                  const std::string& name) {
        const text::Line had = words_of(change.before, scenario_);
        const text::Line has = words_of(change.after, scenario_);
        if (!(had == has)) add(fill(holder, {text::Line::same(name)}), had, has);
        if (change.before.waiters != change.after.waiters)
            add(fill(queue, {text::Line::same(name)}), names(change.before.waiters), names(change.after.waiters));
    }

    text::Line names(const std::vector<int>& threads) const {
        return threads.empty() ? text::Line(words::nobody) : names_of(threads, scenario_);
    }

    std::vector<DifferenceRow> take() { return std::move(rows_); }

private:
    text::Line place(std::size_t thread, int instruction) const {
        const auto at = static_cast<std::size_t>(instruction);
        return fill(words::place_is, {text::grouped(instruction + 1),
                                      text::Line::same(program::line_of(scenario_, thread, at, language_))});
    }
    bool swaps(std::size_t thread) const {
        return std::ranges::find(scenario_.threads[thread].code, program::Op::compare_swap,
                                 &program::Instruction::op) != scenario_.threads[thread].code.end();
    }
    static text::Line truth(bool is_true) { return is_true ? words::yes : words::no; }

    const Scenario& scenario_;
    program::CodeLanguage language_;
    std::vector<DifferenceRow> rows_;
};

} // namespace

std::vector<DifferenceRow> rows_of(const Difference& difference, const Scenario& scenario,
                                   program::CodeLanguage language) {
    const auto name_in = [](const auto& all, int index) { return all[static_cast<std::size_t>(index)].name; };
    const auto thread_on = [](int thread) { return thread < 0 ? std::vector<int>() : std::vector<int>{thread}; };
    Rows rows(scenario, language);
    rows.add_number(words::steps, difference.steps.before, difference.steps.after);
    const auto instant = [](Nanoseconds ns) { return fill(words::nanoseconds, {text::grouped(ns)}); };
    if (difference.clock_ns.before != difference.clock_ns.after)
        rows.add(words::clock, instant(difference.clock_ns.before), instant(difference.clock_ns.after));
    for (const Change<ThreadView>& each : difference.threads) rows.add_thread(each);
    for (const Change<int>& each : difference.cores)
        rows.add(fill(words::core, {text::grouped(each.index + 1)}), rows.names(thread_on(each.before)),
                 rows.names(thread_on(each.after)));
    for (const Change<LockView>& each : difference.locks)
        rows.add_lock(each, words::lock, words::lock_queue, name_in(scenario.locks, each.index));
    for (const Change<LockView>& each : difference.gils)
        rows.add_lock(each, words::gil, words::gil_queue, name_in(scenario.interpreters, each.index));
    for (const Change<std::int64_t>& each : difference.variables)
        rows.add_number(fill(words::variable, {text::Line::same(name_in(scenario.variables, each.index))}), each.before,
                        each.after);
    rows.add_number(words::printed, difference.printed.before, difference.printed.after);
    return rows.take();
}

text::Line sentence_of(const DifferenceRow& row) {
    return fill(words::changes, {row.what, row.before, row.after});
}

} // namespace sim
