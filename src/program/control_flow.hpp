#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "program/instruction.hpp"

namespace program {

/// Where a thread may be after an instruction: two places behind a condition. The index code.size() is its end.
class Successors {
public:
    void add(std::size_t index) { at_[count_++] = index; }
    const std::size_t* begin() const { return at_.data(); }
    const std::size_t* end() const { return at_.data() + count_; }

private:
    std::array<std::size_t, 2> at_ = {};
    std::size_t count_ = 0;
};

Successors successors_of(std::span<const Instruction> code, std::size_t index);

/// For each instruction and the end (code.size() + 1 values): can a thread that starts at `from` get there? O(n).
std::vector<bool> reachable_from(std::span<const Instruction> code, std::size_t from);

/// Can it get to a place from which there is no way to the end? O(n).
bool has_endless_part(std::span<const Instruction> code);

} // namespace program
