#include "lesson/program.hpp"

namespace lesson::mistakes {
namespace {

using Stubborn = send_generator<void, Value>;
thread_local Stubborn* coro = nullptr; ///< the caller's variable, which the body can see, as in Python

} // namespace

//@begin
send_generator<void, Value> stubborn() {          //@1
    while (true) {                                //@2
        std::optional<Value> word;                //@3 word
        try {                                     //@4
            word = co_yield {};                   //@5
        } catch (const generator_exit&) {         //@6
            print("GeneratorExit를 무시합니다."); //@7
        }
        if (word == Value("self")) {             //@8
            try {                                //@9
                coro->next().or_throw();         //@10
            } catch (const value_error& error) { //@11
                print("안에서: ", error.what()); //@12
            }
        }
        if (word == Value("stop")) { //@13
            throw stop_iteration();  //@14
        }
        if (word == Value("end")) { //@15
            co_return;              //@16
        }
    }
}
//@end

std::unique_ptr<Subject> start() {
    auto made = std::make_unique<SendSubject<void, Value, void>>(stubborn());
    coro = &made->coroutine();
    return made;
}

} // namespace lesson::mistakes
