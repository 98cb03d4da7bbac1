#pragma once

#include <cstddef>
#include <cstring>
#include <map>
#include <utility>

#include "coro/frame_watcher.hpp"

/// Counts how often coroutines of this thread are resumed, by standing in for the resume functions: each frame begins
/// with a pointer to its own (GCC, Clang and MSVC lay them out so). One at a time.
class ResumptionCount final : public coro::frame_watcher {
public:
    ResumptionCount() : before_(std::exchange(of_this_thread(), this)) { counting = this; }
    ~ResumptionCount() {
        for (const auto& [frame, resume] : resumes_)
            if (resume_of(frame) == &count_and_resume) set_resume(frame, resume);
        of_this_thread() = before_;
        counting = nullptr;
    }
    ResumptionCount(const ResumptionCount&) = delete;
    ResumptionCount& operator=(const ResumptionCount&) = delete;

    /// Counts from now on also those that were made and have come to their first suspension.
    void watch() {
        for (auto& [frame, resume] : resumes_) {
            if (resume != nullptr) continue;
            resume = resume_of(frame);
            if (resume != nullptr) set_resume(frame, &count_and_resume);
        }
    }
    /// Those that live.
    int frames() const { return static_cast<int>(resumes_.size()); }

    int resumptions = 0;

    void made(void* frame, std::size_t) noexcept override { resumes_[frame] = nullptr; }
    void freed(void* frame, std::size_t) noexcept override { resumes_.erase(frame); }

private:
    using resume_function = void (*)(void* frame);
    static inline ResumptionCount* counting = nullptr;

    static void count_and_resume(void* frame) {
        ++counting->resumptions;
        counting->resumes_.at(frame)(frame);
    }
    static resume_function resume_of(const void* frame) {
        resume_function resume;
        std::memcpy(&resume, frame, sizeof resume);
        return resume;
    }
    static void set_resume(void* frame, resume_function resume) { std::memcpy(frame, &resume, sizeof resume); }

    std::map<void*, resume_function> resumes_; ///< null: not watched yet
    frame_watcher* before_;
};
