#include "lesson/probe.hpp"

#include <utility>

#include "lesson/recorder.hpp"

namespace lesson {

Scope::Scope(const char* function, PromisePlace place) noexcept {
    if (Recorder* const recorder = Recorder::of_this_thread()) recorder->enter(*this, function, place);
}

Scope::~Scope() {
    if (Recorder* const recorder = Recorder::of_this_thread()) recorder->leave(*this);
}

void Scope::at(int cpp, int python, Waits waits, Sights sights) noexcept {
    if (Recorder* const recorder = Recorder::of_this_thread()) recorder->at(*this, cpp, python, waits, sights);
}

void Scope::back(int cpp, int python, Sights sights) noexcept {
    if (Recorder* const recorder = Recorder::of_this_thread()) recorder->back(*this, cpp, python, sights);
}

void print_line(std::string line) {
    if (Recorder* const recorder = Recorder::of_this_thread()) recorder->print(std::move(line), false);
}

} // namespace lesson
