#include "widget/coroutine_frame_rows.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace widget {
namespace {

using lesson::Coroutine;
using lesson::Field;

constexpr std::size_t bytes_a_row = 16;

std::string value_of(const Coroutine& coroutine, const Field& field) {
    switch (field.kind) {
    case Field::Kind::resume:
    case Field::Kind::destroy: {
        std::uintptr_t pointer = 0;
        std::memcpy(&pointer, coroutine.frame.bytes.data() + field.offset, std::min(field.size, sizeof pointer));
        return hex_address(pointer);
    }
    case Field::Kind::index:
        return std::to_string(coroutine.frame.bytes[field.offset]);
    case Field::Kind::parameter:
    case Field::Kind::local:
        for (const lesson::Local& local : coroutine.locals)
            if (local.name == field.name && local.offset == static_cast<std::ptrdiff_t>(field.offset))
                return local.value;
        break;
    case Field::Kind::promise:
    case Field::Kind::probe:
        break;
    }
    return "";
}

} // namespace

std::vector<FrameRow> frame_rows(const Coroutine& coroutine) {
    const lesson::FrameImage& image = coroutine.frame;
    std::vector<FrameRow> rows;
    for (std::size_t offset = 0; offset < image.bytes.size(); ++offset) {
        const Field* const field = image.field_at(offset);
        if (rows.empty() || rows.back().field != field || rows.back().size == bytes_a_row) {
            FrameRow row;
            row.offset = offset;
            row.field = field;
            row.continues = field != nullptr && offset > field->offset;
            if (field != nullptr && !row.continues) row.value = value_of(coroutine, *field);
            rows.push_back(std::move(row));
        }
        ++rows.back().size;
        if (offset < image.changed.size() && image.changed[offset]) rows.back().changed.push_back(offset);
    }
    return rows;
}

std::string hex_of(const lesson::FrameImage& frame, std::size_t offset, std::size_t count) {
    constexpr char digits[] = "0123456789abcdef";
    std::string written;
    for (std::size_t i = offset; i < std::min(offset + count, frame.bytes.size()); ++i) {
        if (!written.empty()) written += ' ';
        written += digits[frame.bytes[i] >> 4];
        written += digits[frame.bytes[i] & 15];
    }
    return written;
}

std::string hex_address(std::uintptr_t address) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(address));
    return buffer;
}

std::string_view name_of_field(const Field* field) {
    if (field == nullptr) return "unknown";
    switch (field->kind) {
    case Field::Kind::resume:
        return "resume";
    case Field::Kind::destroy:
        return "destroy";
    case Field::Kind::promise:
        return "promise";
    case Field::Kind::parameter:
        return "parameter";
    case Field::Kind::local:
        return "local";
    case Field::Kind::index:
        return "suspend_index";
    case Field::Kind::probe:
        return "probe";
    }
    return "";
}

} // namespace widget
