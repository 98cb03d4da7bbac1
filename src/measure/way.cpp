#include "measure/way.hpp"

#include <array>
#include <cstddef>

#include "measure/abilities.hpp"

namespace measure {

const char* name_of(Way way) {
    constexpr std::array names{"sequence", "threads", "gil", "processes"};
    static_assert(names.size() == way_count);
    return names[static_cast<std::size_t>(way)];
}

bool can_run(Way way, const Abilities& abilities) {
    switch (way) {
    case Way::sequence:
        return abilities.threads || abilities.processes;
    case Way::threads:
    case Way::gil:
        return abilities.threads;
    case Way::processes:
        return abilities.processes;
    default:
        return false;
    }
}

} // namespace measure
