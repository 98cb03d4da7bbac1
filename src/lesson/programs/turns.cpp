#include <deque>

#include "lesson/program.hpp"

namespace lesson::turns {

//@begin
send_generator<std::string> speaker(std::string name, int lines) { //@1
    for (int i = 1; i <= lines; ++i) {                             //@2 i
        print(name, " ", i);                                       //@3
        co_yield name;                                             //@4
    }
}

send_generator<std::string> take_turns() {         //@6
    std::deque<send_generator<std::string>> ready; //@7 ready
    ready.push_back(speaker("철수", 3));           //@8
    ready.push_back(speaker("영희", 2));           //@9
    while (!ready.empty()) {                       //@10
        auto one = std::move(ready.front());       //@11 one
        ready.pop_front();                         //@11
        auto turn = one.next();                    //@12 turn
        if (turn.is_yielded()) {                   //@13
            ready.push_back(std::move(one));       //@14
            co_yield turn.value();                 //@15
        }
    }
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(take_turns());
}

} // namespace lesson::turns
