#include "lesson/frame_fields.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace lesson {
namespace {

/// What the bytes of one coroutine were at one step. Of one that waits: where, the line, 0 before the first.
struct Seen {
    std::optional<int> waits_on;
    bool has_run_on; ///< since the step before it has only run, and was not suspended
    const std::vector<unsigned char>* bytes;
};

/// Of each step with a frame of this coroutine.
std::vector<Seen> seen_in(const std::vector<Step>& steps, int id) {
    std::vector<Seen> all;
    int active_before = Coroutine::caller;
    for (const Step& step : steps) {
        const Coroutine* const coroutine = step.find(id);
        if (coroutine != nullptr && !coroutine->frame.bytes.empty()) {
            Seen seen{{}, false, &coroutine->frame.bytes};
            if (coroutine->state == State::created) seen.waits_on = 0;
            if (coroutine->state == State::suspended) seen.waits_on = coroutine->cpp_line;
            seen.has_run_on = step.active == id && (step.kind == Step::Kind::line || active_before != id);
            all.push_back(seen);
        }
        active_before = step.active;
    }
    return all;
}

/// How the compiler numbers the suspension points of a coroutine, the one before its first line the first.
#ifdef __clang__
constexpr int first_index = 0;
constexpr int index_step = 1;
#else
constexpr int first_index = 2; // GCC: even ones to resume at, odd ones to destroy at
constexpr int index_step = 2;
#endif

/// What the suspend index is where the coroutine waits, by line: the points are numbered in the order of the code, and
/// our programs come to none before the one above it.
std::map<int, int> index_of_line(const std::vector<Seen>& all) {
    std::map<int, int> indices;
    for (const Seen& each : all)
        if (each.waits_on) indices[*each.waits_on] = 0;
    int index = first_index;
    for (auto& [line, value] : indices) value = std::exchange(index, index + index_step);
    return indices;
}

/// Whether the byte could be the suspend index: where the coroutine waits it is what it should be, and it is written
/// nowhere but on the way into a suspension.
bool is_index(const std::vector<Seen>& all, const std::map<int, int>& index_of_line, std::size_t offset) {
    const Seen* before = nullptr;
    for (const Seen& each : all) {
        const unsigned char value = (*each.bytes)[offset];
        const bool may_change = before == nullptr || !(each.has_run_on || (before->waits_on && each.waits_on));
        if (!may_change && value != (*before->bytes)[offset]) return false;
        if (each.waits_on && value != index_of_line.at(*each.waits_on)) return false;
        before = &each;
    }
    return true;
}

/// The one byte outside of `taken` that could be the suspend index; nothing when there is none or a choice, or when the
/// coroutine was seen to wait at one place only.
std::optional<std::size_t> find_index(const std::vector<Seen>& all, const std::set<std::size_t>& taken) {
    const std::map<int, int> indices = index_of_line(all);
    if (indices.size() < 2) return std::nullopt;
    std::optional<std::size_t> found;
    for (std::size_t offset = 0; offset < all.front().bytes->size(); ++offset) {
        if (taken.contains(offset) || !is_index(all, indices, offset)) continue;
        if (found) return std::nullopt;
        found = offset;
    }
    return found;
}

void add(std::vector<Field>& fields, Field field) {
    const auto place = std::ranges::upper_bound(fields, field.offset, {}, &Field::offset);
    fields.insert(place, std::move(field));
}

void complete(std::vector<Step>& steps, int id) {
    std::set<std::size_t> taken;
    const Coroutine* begun = nullptr;
    for (const Step& step : steps) {
        const Coroutine* const coroutine = step.find(id);
        if (coroutine == nullptr || coroutine->frame.bytes.empty()) continue;
        if (begun == nullptr && coroutine->state == State::running && coroutine->cpp_line > 0) begun = coroutine;
        for (const Field& field : coroutine->frame.fields)
            for (std::size_t i = 0; i < field.size; ++i) taken.insert(field.offset + i);
    }
    if (begun == nullptr) return;
    const auto index = find_index(seen_in(steps, id), taken);
    std::vector<Local> parameters;
    for (const Local& local : begun->locals)
        if (local.is_parameter) parameters.push_back(local);
    const std::vector<Field> at_first = begun->frame.fields; // a copy: the steps change
    for (Step& step : steps)
        for (Coroutine& coroutine : step.coroutines) {
            if (coroutine.id != id || coroutine.frame.bytes.empty()) continue;
            if (coroutine.state == State::created) {
                coroutine.locals = parameters;
                for (const Field& field : at_first)
                    if (field.kind == Field::Kind::promise || field.kind == Field::Kind::parameter)
                        add(coroutine.frame.fields, field);
            }
            if (index) add(coroutine.frame.fields, {Field::Kind::index, "", *index, 1});
        }
}

} // namespace

std::string compiler() {
#ifdef __clang__
    const std::string name = "Clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#else
    const std::string name = "GCC " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#endif
    return name + ", " + std::to_string(8 * sizeof(void*)) + " bits";
}

const Field* FrameImage::field_at(std::size_t offset) const {
    for (const Field& field : fields)
        if (offset >= field.offset && offset < field.offset + field.size && field.kind != Field::Kind::promise)
            return &field;
    for (const Field& field : fields)
        if (offset >= field.offset && offset < field.offset + field.size) return &field;
    return nullptr;
}

std::vector<Field> known_fields(const Coroutine& coroutine, std::ptrdiff_t promise_offset, std::size_t promise_size,
                                std::optional<std::size_t> probe) {
    constexpr std::size_t pointer = sizeof(void*);
    std::vector<Field> fields{{Field::Kind::resume, "", 0, pointer}, {Field::Kind::destroy, "", pointer, pointer}};
    if (promise_offset >= 0)
        add(fields, {Field::Kind::promise, "", static_cast<std::size_t>(promise_offset), promise_size});
    for (const Local& local : coroutine.locals)
        if (local.offset >= 0)
            add(fields, {local.is_parameter ? Field::Kind::parameter : Field::Kind::local, local.name,
                         static_cast<std::size_t>(local.offset), local.size});
    if (probe) add(fields, {Field::Kind::probe, "", *probe, 1});
    return fields;
}

void complete_fields(std::vector<Step>& steps) {
    if (steps.empty()) return;
    for (const Coroutine& each : std::vector<Coroutine>(steps.back().coroutines)) complete(steps, each.id);
}

} // namespace lesson
