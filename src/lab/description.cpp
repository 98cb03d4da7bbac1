#include "lab/description.hpp"

#include <algorithm>

namespace lab {

const Fact* find_fact(const Description& description, std::string_view id) {
    const auto found = std::ranges::find(description.facts, id, &Fact::id);
    return found == description.facts.end() ? nullptr : &*found;
}

} // namespace lab
