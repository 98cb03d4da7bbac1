#pragma once

#include <memory>
#include <string>
#include <vector>

#include "program/builder.hpp"
#include "sim/machine.hpp"

/// What the simulator's tests share.
namespace steps {

inline std::shared_ptr<const program::Scenario> shared(const program::Builder& builder) {
    return std::make_shared<const program::Scenario>(builder.build());
}

/// No costs at all, not even for a context switch.
inline program::Builder plain(int cores) {
    program::Builder b("test");
    program::Scheduling scheduling;
    scheduling.cores = cores;
    scheduling.switch_ns = 0;
    b.scheduling(scheduling).costs(program::Costs::free());
    return b;
}

inline std::vector<sim::Happening> all(sim::Machine& machine, int most = 100'000) {
    std::vector<sim::Happening> steps;
    for (int i = 0; i < most; ++i) {
        steps.push_back(machine.step());
        if (steps.back().did != sim::Did::nothing) continue;
        steps.pop_back();
        break;
    }
    return steps;
}

/// "0 T1 acquired", one a step.
inline std::vector<std::string> told(const program::Builder& builder, int most = 100'000) {
    const auto scenario = shared(builder);
    sim::Machine machine(scenario, 1);
    std::vector<std::string> lines;
    for (const sim::Happening& each : all(machine, most)) {
        std::string line = std::to_string(each.at_ns) + " " +
                           scenario->threads[static_cast<std::size_t>(each.thread)].name + " " + name_of(each.did);
        if (each.other >= 0) line += " " + scenario->threads[static_cast<std::size_t>(each.other)].name;
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace steps

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& lines) {
        std::string all;
        for (const std::string& line : lines) all += "\n    \"" + line + "\",";
        return all.c_str();
    }
};
} // namespace doctest
