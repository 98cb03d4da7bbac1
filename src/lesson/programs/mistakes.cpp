#include "lesson/program.hpp"

namespace lesson::mistakes {
namespace {

using Stubborn = send_generator<void, std::string>;
thread_local Stubborn* coro = nullptr; ///< the caller's variable, which the body can see, as in Python

} // namespace

//@begin
send_generator<void, std::string> stubborn() {    //@1
    while (true) {                                //@2
        std::optional<std::string> word;          //@3 word
        try {                                     //@4
            word = co_yield {};                   //@5
        } catch (const generator_exit&) {         //@6
            print("GeneratorExit를 무시합니다."); //@7
        }
        if (word == "self") {                    //@8
            try {                                //@9
                coro->next().or_throw();         //@10
            } catch (const value_error& error) { //@11
                print("안에서: ", error.what()); //@12
            }
        }
        if (word == "stop") {       //@13
            throw stop_iteration(); //@14
        }
        if (word == "end") { //@15
            co_return;       //@16
        }
    }
}
//@end

std::unique_ptr<Subject> start() {
    auto made = std::make_unique<SendSubject<void, std::string, void>>(stubborn());
    coro = &made->coroutine();
    return made;
}

} // namespace lesson::mistakes
