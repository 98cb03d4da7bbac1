#include "lesson/recorder.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <map>
#include <utility>

#include "lesson/frame_fields.hpp"

namespace lesson {
namespace {

constexpr std::size_t most_steps = 4000;

thread_local Recorder* recorder_of_this_thread = nullptr;

struct KindOfCoroutine {
    std::string name;
    PromisePlace promise;
};

/// What a coroutine is that has not begun is known from one of the same kind that has: both begin at the same address.
std::map<const void*, KindOfCoroutine>& known_kinds() {
    thread_local std::map<const void*, KindOfCoroutine> kinds;
    return kinds;
}

const void* resume_pointer(const unsigned char* frame) {
    const void* pointer = nullptr;
    std::memcpy(&pointer, frame, sizeof pointer);
    return pointer;
}

/// Where `size` bytes at `address` lie in a frame; -1: not in it. The pointers may be unrelated, so numbers are
/// compared.
std::ptrdiff_t offset_in(const unsigned char* frame, std::size_t frame_size, const void* address,
                         std::size_t size = 1) {
    const auto begin = reinterpret_cast<std::uintptr_t>(frame);
    const auto at = reinterpret_cast<std::uintptr_t>(address);
    const bool is_inside = at >= begin && size <= frame_size && at - begin <= frame_size - size;
    return is_inside ? static_cast<std::ptrdiff_t>(at - begin) : -1;
}

} // namespace

Recorder::Recorder()
    : former_(std::exchange(recorder_of_this_thread, this)),
      former_watcher_(std::exchange(frame_watcher::of_this_thread(), this)) {}

Recorder::~Recorder() {
    recorder_of_this_thread = former_;
    frame_watcher::of_this_thread() = former_watcher_;
}

Recorder* Recorder::of_this_thread() {
    return recorder_of_this_thread;
}

void Recorder::made(void* frame, std::size_t size) noexcept {
    std::memset(frame, 0, size); // the same bytes each time, as far as the coroutine does not write them
    Living living;
    living.frame = static_cast<unsigned char*>(frame);
    living.shown.id = static_cast<int>(living_.size());
    living.shown.frame_size = size;
    living.shown.frame.address = reinterpret_cast<std::uintptr_t>(frame);
    if (living_.empty()) first_frame_ = living.shown.frame.address;
    living.shown.frame.from_first = static_cast<std::ptrdiff_t>(living.shown.frame.address - first_frame_);
    living_.push_back(std::move(living));
}

void Recorder::freed(void* frame, std::size_t) noexcept {
    Living* const living = find_frame(frame);
    if (living == nullptr) return;
    std::erase(active_, static_cast<std::size_t>(living->shown.id));
    living->frame = nullptr;
    living->scope = nullptr;
    living->shown.state = State::freed;
    living->shown.frame.bytes.clear();
    living->shown.frame.changed.clear();
    living->shown.locals.clear();
    living->shown.cpp_line = living->shown.python_line = 0;
    living->shown.delegates = false;
}

Recorder::Living* Recorder::find(const Scope& scope) {
    const auto found = std::ranges::find(living_, &scope, &Living::scope);
    return found == living_.end() ? nullptr : &*found;
}

Recorder::Living* Recorder::find_frame(const void* address) {
    for (Living& living : living_)
        if (living.frame != nullptr && offset_in(living.frame, living.shown.frame_size, address) >= 0) return &living;
    return nullptr;
}

void Recorder::enter(const Scope& scope, const char* function, PromisePlace place) {
    Living* const living = find_frame(&scope);
    if (living == nullptr) return;
    living->scope = &scope;
    living->scope_offset = static_cast<std::size_t>(reinterpret_cast<const unsigned char*>(&scope) - living->frame);
    living->shown.name = function;
    living->promise_offset = place.offset(living->frame);
    living->promise_size = place.size;
    known_kinds()[resume_pointer(living->frame)] = {function, place};
    activate(*living);
}

void Recorder::leave(const Scope& scope) {
    Living* const living = find(scope);
    if (living == nullptr) return;
    const bool returns =
        living->shown.state == State::running && !living->is_suspending && std::uncaught_exceptions() == 0;
    const auto here = std::ranges::find(active_, static_cast<std::size_t>(living->shown.id));
    active_.erase(here, active_.end()); // whoever it had resumed is suspended or over
    living->scope = nullptr;
    living->shown.state = State::finished;
    living->shown.cpp_line = living->shown.python_line = 0;
    living->shown.delegates = false;
    living->shown.locals.clear();
    if (!returns || living->shown.resumed_by == Coroutine::caller) return; // one that is dropped hands up nothing
    Outcome came;
    came.kind = Outcome::Kind::returned;
    tell_end(*living, std::move(came),
             living->offered.empty() ? "StopIteration" : "StopIteration(" + living->offered + ")");
}

Step Recorder::step_of(Step::Kind kind, const Coroutine& active) {
    Step step;
    step.kind = kind;
    step.active = active.id;
    step.cpp_line = active.cpp_line;
    step.python_line = active.python_line;
    return step;
}

/// Whether the coroutine that the variable owned when it was seen last is still there, in other hands.
bool Recorder::is_moved_from(Living& living, const Sight& sight) {
    if (sight.frame == nullptr) return false;
    if (const void* const frame = sight.frame(sight.address)) {
        if (const Living* const owned = find_frame(frame)) living.owned[sight.name] = owned->shown.id;
        return false;
    }
    const auto owned = living.owned.find(sight.name);
    return owned != living.owned.end() && living_[static_cast<std::size_t>(owned->second)].frame != nullptr;
}

void Recorder::take_sights(Living& living, Sights sights) {
    std::vector<Local> locals;
    living.offered.clear();
    for (const Sight& sight : sights) {
        if (sight.name[0] == '\0') {
            living.offered = sight.value(sight.address);
            continue;
        }
        Local local{sight.name, sight.type(), sight.value(sight.address), sight.is_parameter, false, -1, sight.size};
        if (is_moved_from(living, sight)) local.value = "<moved>";
        local.offset = offset_in(living.frame, living.shown.frame_size, sight.address, sight.size);
        const auto before = std::ranges::find(living.shown.locals, local.name, &Local::name);
        local.changed = before == living.shown.locals.end() ? !sight.is_parameter : before->value != local.value;
        locals.push_back(std::move(local));
    }
    living.shown.locals = std::move(locals);
}

void Recorder::at(const Scope& scope, int cpp, int python, Scope::Waits waits, Sights sights) {
    Living* const living = find(scope);
    if (living == nullptr) return;
    activate(*living);
    living->shown.cpp_line = cpp;
    living->shown.python_line = python;
    living->shown.delegates = waits == Scope::Waits::delegates;
    take_sights(*living, sights);
    write(step_of(Step::Kind::line, living->shown));
    living->is_suspending = waits == Scope::Waits::yields;
}

void Recorder::back(const Scope& scope, int cpp, int python, Sights sights) {
    Living* const living = find(scope);
    if (living == nullptr) return;
    activate(*living);
    living->shown.delegates = false;
    living->shown.cpp_line = cpp;
    living->shown.python_line = python;
    take_sights(*living, sights);
    write(step_of(Step::Kind::resumed, living->shown));
}

void Recorder::print(std::string line, bool is_error) {
    console_.push_back({std::move(line), is_error});
}

void Recorder::begin() {
    root_ = static_cast<int>(living_.size()) - 1;
    write({});
}

void Recorder::see_frame(Living& living) {
    FrameImage& image = living.shown.frame;
    if (living.frame == nullptr) return;
    image.bytes.assign(living.frame, living.frame + living.shown.frame_size);
    image.changed.assign(image.bytes.size(), false);
    if (!living.seen.empty())
        for (std::size_t i = 0; i < image.bytes.size(); ++i) image.changed[i] = image.bytes[i] != living.seen[i];
    living.seen = image.bytes;
    if (living.shown.name.empty())
        if (const auto known = known_kinds().find(resume_pointer(living.frame)); known != known_kinds().end()) {
            living.shown.name = known->second.name;
            living.promise_offset = known->second.promise.offset(living.frame);
            living.promise_size = known->second.promise.size;
        }
    std::optional<std::size_t> probe;
    if (living.scope != nullptr) probe = living.scope_offset;
    image.fields = known_fields(living.shown, living.promise_offset, living.promise_size, probe);
}

/// `ran_on`: who has run since the moment that is told; it is shown as it was seen last, and so is the console.
void Recorder::write(Step step, const Living* ran_on) {
    if (steps_.size() >= most_steps) is_full_ = true;
    if (is_full_) return;
    if (step.operation < 0 && !steps_.empty()) step.operation = steps_.back().operation;
    step.console = ran_on == nullptr ? console_.size() : steps_.back().console;
    for (Living& living : living_) {
        FrameImage& image = living.shown.frame;
        if (&living == ran_on && !living.seen.empty())
            image.changed.assign(image.bytes.size(), false);
        else
            see_frame(living);
        step.coroutines.push_back(living.shown);
        for (Local& local : living.shown.locals) local.changed = false;
    }
    steps_.push_back(std::move(step));
}

std::vector<Step> Recorder::take_steps() {
    complete_fields(steps_);
    return std::move(steps_);
}

} // namespace lesson
