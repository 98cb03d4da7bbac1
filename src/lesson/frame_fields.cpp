#include "lesson/frame_fields.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lesson {
namespace {

/// What the bytes of one coroutine were each time it was suspended, and where: the line, 0 before the first.
struct Suspension {
    int line;
    const std::vector<unsigned char>* bytes;
};

/// Whether the byte's value is the same at each visit of a line, another one on each other line, and small.
bool tells_apart(const std::vector<Suspension>& suspensions, std::size_t offset) {
    constexpr unsigned char most = 63;
    std::map<int, unsigned char> value_of_line;
    std::set<unsigned char> values;
    for (const Suspension& each : suspensions) {
        const unsigned char value = (*each.bytes)[offset];
        const auto [known, is_new] = value_of_line.try_emplace(each.line, value);
        if (value > most || (!is_new && known->second != value) || (is_new && !values.insert(value).second))
            return false;
    }
    return value_of_line.size() > 1;
}

/// The one byte outside of `taken` that could be the suspend index; nothing when there is none or a choice.
std::optional<std::size_t> find_index(const std::vector<Suspension>& suspensions, const std::set<std::size_t>& taken) {
    std::optional<std::size_t> found;
    if (suspensions.empty()) return found;
    for (std::size_t offset = 0; offset < suspensions.front().bytes->size(); ++offset) {
        if (taken.contains(offset) || !tells_apart(suspensions, offset)) continue;
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
    std::vector<Suspension> suspensions;
    std::set<std::size_t> taken;
    const Coroutine* begun = nullptr;
    for (const Step& step : steps) {
        const Coroutine* const coroutine = step.find(id);
        if (coroutine == nullptr || coroutine->frame.bytes.empty()) continue;
        const State state = coroutine->state;
        if (state == State::created || state == State::suspended)
            suspensions.push_back({state == State::created ? 0 : coroutine->cpp_line, &coroutine->frame.bytes});
        if (begun == nullptr && state == State::running && coroutine->cpp_line > 0) begun = coroutine;
        for (const Field& field : coroutine->frame.fields)
            for (std::size_t i = 0; i < field.size; ++i) taken.insert(field.offset + i);
    }
    if (begun == nullptr) return;
    const auto index = find_index(suspensions, taken);
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
