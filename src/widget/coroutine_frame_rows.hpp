#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/step.hpp"

namespace widget {

/// At most sixteen bytes of a frame that belong to one field, or to none.
struct FrameRow {
    std::size_t offset = 0;
    std::size_t size = 0;
    const lesson::Field* field = nullptr; ///< null: it is not known what they are; into the coroutine's own image
    bool continues = false;               ///< the field has begun in an earlier row
    std::string value;                ///< of the field, where it begins: "0x55d2…", "3", "30.0"; empty: none is known
    std::vector<std::size_t> changed; ///< offsets in the frame, of the bytes that changed in the last step
};

/// Every byte of the frame, in order and once; nothing of a freed one. O(bytes × fields).
std::vector<FrameRow> frame_rows(const lesson::Coroutine& coroutine);

/// "1f 00 2a …" of some bytes of a frame.
std::string hex_of(const lesson::FrameImage& frame, std::size_t offset, std::size_t count);

/// "0x55d2a1b0"
std::string hex_address(std::uintptr_t address);

/// "resume", "local", …, "unknown": the words of an export, the same in every language.
std::string_view name_of_field(const lesson::Field* field);

} // namespace widget
