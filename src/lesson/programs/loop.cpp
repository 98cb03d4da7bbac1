#include <map>

#include "lesson/program.hpp"

namespace lesson::loop {

//@begin
send_generator<int> sleeper(std::string name, int seconds) { //@1
    for (int i = 1; i <= 2; ++i) {                           //@2 i
        co_yield seconds;                                    //@3
        print(name, ": ", i * seconds, "초에 깨어남");       //@4
    }
}

send_generator<int> event_loop() {                                              //@6
    std::map<std::pair<int, int>, send_generator<int>> asleep;                  //@7 asleep
    asleep.emplace(std::pair(0, 1), sleeper("A", 3));                           //@8
    asleep.emplace(std::pair(0, 2), sleeper("B", 1));                           //@9
    asleep.emplace(std::pair(0, 3), sleeper("C", 2));                           //@10
    while (!asleep.empty()) {                                                   //@11
        auto first = asleep.extract(asleep.begin());                            //@12
        auto [now, number] = first.key();                                       //@12 now number
        auto turn = first.mapped().next();                                      //@13 turn
        if (turn.is_yielded()) {                                                //@14
            int wake = now + turn.value();                                      //@15 wake
            asleep.emplace(std::pair(wake, number), std::move(first.mapped())); //@15
        }
        co_yield now; //@16
    }
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(event_loop());
}

} // namespace lesson::loop
