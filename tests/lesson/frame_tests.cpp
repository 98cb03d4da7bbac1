#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "coro/frame_watcher.hpp"
#include "coro/generator.hpp"
#include "coro/on_the_heap.hpp"
#include "lesson/run.hpp"

namespace {

using lesson::Coroutine;
using lesson::Field;
using lesson::Run;
using lesson::State;
using lesson::Step;

Run run_of(std::string_view id) {
    const lesson::Lesson& lesson = *lesson::find_lesson(id);
    return Run(lesson, lesson::read_script(lesson.script).script);
}

template <typename T>
T read(const lesson::FrameImage& frame, std::ptrdiff_t offset) {
    T value;
    std::memcpy(&value, frame.bytes.data() + offset, sizeof value);
    return value;
}

/// The two pointers at the start of the frame that was freed last, as they were then.
class LastPointers final : public coro::frame_watcher {
public:
    LastPointers() : before_(std::exchange(of_this_thread(), this)) {}
    ~LastPointers() { of_this_thread() = before_; }
    void made(void*, std::size_t) noexcept override {}
    void freed(void* frame, std::size_t) noexcept override {
        ++freed_frames;
        resume = pointer_at(frame);
        destroy = pointer_at(static_cast<void**>(frame) + 1);
    }
    static const void* pointer_at(const void* frame) {
        const void* pointer = nullptr;
        std::memcpy(&pointer, frame, sizeof pointer);
        return pointer;
    }

    int freed_frames = 0;
    const void* resume = nullptr;
    const void* destroy = nullptr;

private:
    frame_watcher* before_;
};

const Field* find_field(const Coroutine& coroutine, Field::Kind kind) {
    const auto found = std::ranges::find(coroutine.frame.fields, kind, &Field::kind);
    return found == coroutine.frame.fields.end() ? nullptr : &*found;
}

} // namespace

TEST_SUITE("lesson/frame_fields") {
    TEST_CASE("the bytes at a local's place in the frame are its value") {
        int seen = 0;
        const Run run = run_of("average");
        for (const Step& step : run.steps())
            for (const lesson::Local& local : step.coroutines.front().locals) {
                const lesson::FrameImage& frame = step.coroutines.front().frame;
                if (local.offset < 0) continue;
                if (local.name == "total") { // a Number, whose first bytes are its value
                    CHECK(std::to_string(read<long long>(frame, local.offset)) == local.value);
                    ++seen;
                }
                if (local.name == "count") CHECK(std::to_string(read<int>(frame, local.offset)) == local.value);
            }
        CHECK(seen > 20);
    }

    TEST_CASE("a frame has the size that was asked of the allocator, and no field reaches out of it") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            const Run run = run_of(each.id);
            for (const Step& step : run.steps())
                for (const Coroutine& coroutine : step.coroutines) {
                    CHECK(coroutine.frame_size > 4 * sizeof(void*));
                    const std::size_t bytes = coroutine.frame.bytes.size();
                    CHECK((bytes == 0) == (coroutine.state == State::freed));
                    if (bytes == 0) continue;
                    CHECK(bytes == coroutine.frame_size);
                    for (const Field& field : coroutine.frame.fields) CHECK(field.offset + field.size <= bytes);
                }
        }
    }

    TEST_CASE("the promise lies behind the two pointers") {
        const Run run = run_of("numbers");
        const Coroutine& created = run.steps().front().coroutines.front();
        const Field* const promise = find_field(created, Field::Kind::promise);
        REQUIRE(promise != nullptr);
        CHECK(promise->offset >= 2 * sizeof(void*));
        CHECK(read<void*>(created.frame, 0) != nullptr);
        CHECK(read<void*>(created.frame, sizeof(void*)) != nullptr);
    }

    TEST_CASE("the resume pointer is gone when the body has ended, and only then") {
        const auto count = on_the_heap(+[](int n) -> coro::generator<int> {
            for (int i = 0; i < n; ++i) co_yield i;
        });
        LastPointers seen;
        {
            coro::generator<int> numbers = count(2);
            for ([[maybe_unused]] const int number : numbers)
                CHECK(seen.pointer_at(numbers.frame_address()) != nullptr);
            CHECK(seen.pointer_at(numbers.frame_address()) == nullptr);
        }
        CHECK(seen.freed_frames == 1);
        CHECK(seen.resume == nullptr);
        CHECK(seen.destroy != nullptr);
        {
            coro::generator<int> numbers = count(2);
            numbers.begin();
        }
        CHECK(seen.freed_frames == 2);
        CHECK(seen.resume != nullptr); // dropped in the middle
    }

    TEST_CASE("whoever watched frames before a run is told of them again after it") {
        LastPointers watching;
        {
            const Run run = run_of("numbers");
        }
        CHECK(watching.freed_frames == 0);
        CHECK(coro::frame_watcher::of_this_thread() == &watching);
        const auto one = on_the_heap(+[]() -> coro::generator<int> { co_yield 1; });
        {
            const coro::generator<int> frame = one();
        }
        CHECK(watching.freed_frames == 1);
    }

    TEST_CASE("a parameter is known before the body has begun") {
        const Run run = run_of("numbers");
        const Coroutine& created = run.steps().front().coroutines.front();
        REQUIRE(created.state == State::created);
        REQUIRE(created.locals.size() == 1);
        CHECK(created.locals.front().name == "n");
        CHECK(created.locals.front().value == "5");
        if (created.locals.front().offset >= 0) CHECK(read<int>(created.frame, created.locals.front().offset) == 5);
    }

    TEST_CASE("only bytes that differ from the step before are told as changed") {
        const Run run = run_of("average");
        int changes = 0;
        for (std::size_t i = 1; i < run.steps().size(); ++i) {
            const lesson::FrameImage& before = run.steps()[i - 1].coroutines.front().frame;
            const lesson::FrameImage& now = run.steps()[i].coroutines.front().frame;
            for (std::size_t byte = 0; byte < now.bytes.size(); ++byte) {
                CHECK(now.changed[byte] == (now.bytes[byte] != before.bytes[byte]));
                changes += now.changed[byte] ? 1 : 0;
            }
        }
        CHECK(changes > 20);
    }

    TEST_CASE("in every lesson the suspend index of each frame that was suspended is found, once, and is one byte") {
        int found = 0;
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const Run run = run_of(each.id);
            for (const Coroutine& last : run.steps().back().coroutines) {
                CAPTURE(last.name);
                int frames = 0;
                int without = 0;
                for (const Step& step : run.steps()) {
                    const Coroutine* const coroutine = step.find(last.id);
                    if (coroutine == nullptr || coroutine->frame.bytes.empty()) continue;
                    const auto is_index = [](const Field& field) { return field.kind == Field::Kind::index; };
                    const auto indices = std::ranges::count_if(coroutine->frame.fields, is_index);
                    REQUIRE(indices <= 1);
                    if (indices == 0) {
                        ++without;
                        continue;
                    }
                    const Field& index = *find_field(*coroutine, Field::Kind::index);
                    CHECK(index.size == 1);
                    for (const Field& field : coroutine->frame.fields) // nothing else is known to lie there
                        CHECK((field == index || field.offset + field.size <= index.offset ||
                               field.offset > index.offset));
                    ++frames;
                }
                CHECK((without == 0 || frames == 0)); // in all steps of a frame, or in none
                if (frames > 1) ++found;
            }
        }
        // Padding that is copied from the stack may look like an index, too; then neither is named. With Clang that
        // happens to some of the 17 frames, and what ran before decides to which.
#ifdef __clang__
        CHECK(found >= 6);
#else
        CHECK(found == 17);
#endif
    }

    TEST_CASE("the suspend index says at which of its suspension points a coroutine waits, and nothing while it runs") {
        const Run run = run_of("average");
        const Coroutine& created = run.steps().front().coroutines.front();
        const Field* const index = find_field(created, Field::Kind::index);
        REQUIRE(index != nullptr);
        const auto value = [&](const Step& step) { return step.coroutines.front().frame.bytes[index->offset]; };
        for (std::size_t i = 1; i < run.steps().size(); ++i) { // it is written on the way into a suspension
            const Step& step = run.steps()[i];
            if (step.kind == Step::Kind::line) CHECK(value(step) == value(run.steps()[i - 1]));
        }
        const auto at = [&](int operation) {
            const Step& step = run.steps()[static_cast<std::size_t>(run.outcome_of(operation))];
            return step.coroutines.front().frame.bytes[index->offset];
        };
        CHECK(created.frame.bytes[index->offset] != at(0));
        CHECK(at(0) == at(1));
        CHECK(at(5) != at(6));
    }
}
