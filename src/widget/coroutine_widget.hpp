#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lab/controlled_widget.hpp"
#include "lesson/reading_race.hpp"
#include "lesson/run.hpp"
#include "widget/coroutine_branches.hpp"
#include "widget/surroundings.hpp"

namespace widget {

/// The lecture's second half: real coroutines, stepped forwards and backwards, their frames open.
class CoroutineWidget final : public lab::ControlledWidget {
public:
    explicit CoroutineWidget(Surroundings surroundings);

    std::string_view id() const override { return "coroutine"; }
    text::Line title() const override;
    text::Line set(std::string_view id, std::string_view value) override;
    void poll() override;
    bool busy() const override { return race_.running(); }
    bool failed() const override { return race_.failed(); }
    lab::Description describe() const override;

    // What a picture is drawn from.
    const lesson::Run& run() const { return *run_; }
    int step_number() const { return step_; }
    const lesson::Step& step() const { return run_->steps()[static_cast<std::size_t>(step_)]; }
    /// The sentence of this step. Where the reader is asked it gives no answer away; the step behind it tells the
    /// reason.
    text::Line sentence() const;
    /// The language whose code is read, and whose lines the sentence names.
    lesson::Tongue tongue() const;
    /// The coroutine whose frame lies open: the chosen one, else the one that runs or ran last.
    const lesson::Coroutine* open_coroutine() const;
    /// Whether the reader is asked, where this operation begins, what will come back of it.
    bool asks(int operation) const;
    /// Whether it can still be said: the outcome has not been seen.
    bool is_open(int operation) const;
    /// Whether it is asked here and now: the operation begins, and the question is open.
    bool is_asked() const;
    /// The step where it is asked next; -1: nowhere in this branch.
    int next_question() const;
    /// What was said of an operation: "value", "stop", "error" or "".
    std::string predicted(int operation) const;
    text::Line words_for_prediction(std::string_view said) const;
    /// Whether that came true: "right", "wrong", or "" before the outcome was seen.
    std::string verdict(int operation) const;
    /// The verdict on the operation that is over at this step.
    std::string prediction() const;
    /// Whether the lesson is the one that reads a large file, and how far that is.
    bool is_reading_lesson() const;
    const lesson::ReadingRace& race() const { return race_; }
    /// The name of the file that the race reads or has read, before one the name of that it would; empty: the made one.
    const std::string& race_file() const;
    /// Bytes that reading whole may take here.
    std::uint64_t memory_bytes() const { return memory_bytes_; }
    const std::vector<CoroutineBranch>& branches() const { return branches_.all(); }
    std::size_t branch() const { return branches_.number(); } ///< the one that is shown
    const Surroundings& surroundings() const { return surroundings_; }

private:
    void changed(const lab::Control& control) override;
    void pressed(const lab::Control& button) override;
    void start_race();
    void open_lesson();
    void play();
    void append(lesson::Operation operation);
    std::size_t operations_done() const;
    int next_suspension() const;
    void go_to(int step);
    void refresh_controls();
    void refresh_prediction();
    void refresh_branches();
    void refresh_endings();
    bool is_dropped_here() const;

    Surroundings surroundings_;
    std::unique_ptr<lesson::Run> run_;
    int step_ = 0;
    CoroutineBranches branches_; ///< of this lesson
    lesson::ReadingRace race_;
    std::string race_file_;
    std::uint64_t memory_bytes_ = 0;
};

} // namespace widget
