#pragma once

#include <exception>
#include <map>
#include <string>
#include <vector>

#include "coro/frame_watcher.hpp"
#include "lesson/probe.hpp"
#include "lesson/step.hpp"

namespace lesson {

/// Watches one run of a program from its first frame to its last and writes down a step at each probe. Probes of this
/// thread go to the recorder that was made last; when it is gone, to the one before, as frames to their watcher.
class Recorder final : public coro::frame_watcher {
public:
    Recorder();
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    static Recorder* of_this_thread();

    // What the run tells.
    /// `in_flight`: what goes down to the coroutine, empty when nothing does.
    void call(int operation, std::string in_flight);
    void outcome(int operation, Outcome outcome, std::string in_flight);
    void begin();
    /// Of the coroutine that the caller holds.
    State root_state() const { return living_[static_cast<std::size_t>(root_)].shown.state; }

    // What the probes tell.
    void enter(const Scope& scope, const char* function, PromisePlace place);
    void leave(const Scope& scope);
    void at(const Scope& scope, int cpp, int python, Scope::Waits waits, Sights sights);
    void back(const Scope& scope, int cpp, int python, Sights sights);
    void print(std::string line, bool is_error);

    // What the coroutine library tells.
    void made(void* frame, std::size_t size) noexcept override;
    void freed(void* frame, std::size_t size) noexcept override;
    void let_out(void* frame, const std::exception_ptr& error) noexcept override;

    std::vector<Step> take_steps();
    std::vector<ConsoleLine> take_console() { return std::move(console_); }
    /// Steps were left out: there were more than anybody would look at.
    bool is_full() const { return is_full_; }

private:
    struct Living {
        Coroutine shown;
        unsigned char* frame = nullptr; ///< null: freed
        const Scope* scope = nullptr;
        std::size_t scope_offset = 0;
        std::ptrdiff_t promise_offset = -1;
        std::size_t promise_size = 0;
        bool is_suspending = false; ///< its last line was a yield
        std::string offered;        ///< what its last line yields or returns; empty: None
        std::vector<unsigned char> seen;
        std::map<std::string, int> owned; ///< the coroutine that a variable owned last
    };

    Living* find(const Scope& scope);
    Living* find_frame(const void* address);
    void activate(Living& living);
    void take_sights(Living& living, Sights sights);
    bool is_moved_from(Living& living, const Sight& sight);
    void see_frame(Living& living);
    void suspend_all();
    void tell_end(const Living& ended, Outcome came, std::string in_flight);
    void tell_yield(const Living& yielder, const Living& seen);
    void tell_resumption(const Living& resumed);
    std::vector<int> waiting_chain() const;
    static Step step_of(Step::Kind kind, const Coroutine& active);
    void write(Step step, const Living* ran_on = nullptr);

    Recorder* former_;
    frame_watcher* former_watcher_;
    std::vector<Living> living_;
    std::vector<std::size_t> active_; ///< who resumed whom, the innermost last
    std::vector<Step> steps_;
    std::vector<ConsoleLine> console_;
    std::uintptr_t first_frame_ = 0;
    int root_ = Coroutine::caller; ///< the one that the caller holds
    bool is_full_ = false;
};

} // namespace lesson
