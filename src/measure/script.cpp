#include "measure/script.hpp"

#include "measure/child_steps.hpp"
#include "measure/thread_calibration.hpp"
#include "measure/thread_steps.hpp"

namespace measure {
namespace {

/// For the steps that belong to no way.
template <auto make>
std::unique_ptr<Step> any_way(BoardPtr board, Way) {
    return make(std::move(board));
}

} // namespace

std::vector<Entry> write_script(const SortPlan& plan, const Abilities& abilities) {
    std::vector<Entry> script;
    const auto add = [&](Phase phase, auto make) { script.push_back({phase, Way::sequence, 0, make}); };
    if (abilities.threads) add(Phase::preparing, any_way<prepare_threads>);
    if (abilities.processes) add(Phase::preparing, any_way<prepare_children>);
    // The warm-up comes first: a page that has just been opened is still busy with itself, and would count as fewer
    // cores.
    if (abilities.threads) {
        add(Phase::warming, any_way<warm_up_thread>);
        add(Phase::calibrating, any_way<calibrate_threads>);
        add(Phase::calibrating, any_way<compare_clocks>);
    } else {
        add(Phase::warming, any_way<warm_up_child>);
        add(Phase::calibrating, any_way<calibrate_children>);
    }
    for (int repetition = 0; repetition < plan.repetitions; ++repetition) {
        for (const Way way : all_ways) {
            if (!can_run(way, abilities)) continue;
            const bool in_children = way == Way::processes || !abilities.threads;
            script.push_back({Phase::measuring, way, repetition, in_children ? run_on_children : run_on_threads});
            script.push_back({Phase::verifying, way, repetition,
                              in_children ? any_way<verify_from_children> : any_way<verify_on_threads>});
        }
    }
    // Once more: what else the machine does makes it seem to have fewer cores than it gave, never more.
    add(Phase::calibrating, abilities.threads ? any_way<calibrate_threads> : any_way<calibrate_children>);
    return script;
}

} // namespace measure
