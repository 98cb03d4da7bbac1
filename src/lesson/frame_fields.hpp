#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lesson/step.hpp"

namespace lesson {

/// Who laid out the frames, and for how wide pointers: "Clang 19.0, 32 bits".
std::string compiler();

/// What is known of a frame while it runs: the two pointers at its start, the promise, and the variables and our probe
/// where they lie in it. A negative `promise_offset`: not known yet.
std::vector<Field> known_fields(const Coroutine& coroutine, std::ptrdiff_t promise_offset, std::size_t promise_size,
                                std::optional<std::size_t> probe);

/// What is only known once the whole run has been seen: the parameters and the promise of a frame that had not begun,
/// and the suspend index, a byte whose value tells the suspension points apart.
void complete_fields(std::vector<Step>& steps);

} // namespace lesson
