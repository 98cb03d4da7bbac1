#include "lesson/program.hpp"

namespace lesson::average {

//@begin
send_generator<void, Value> coroutine_processor() {  //@1
    Number total = 0;                                //@2 total
    int count = 0;                                   //@3 count
    try {                                            //@4
        while (true) {                               //@5
            std::optional<Value> data = co_yield {}; //@6 data
            if (!data) {                             //@7
                print("코루틴 종료.");               //@8
                co_yield {};                         //@9
                break;                               //@10
            }
            total += *data;                                            //@11
            count += 1;                                                //@12
            print("받은 값: ", *data, ", 현재 평균: ", total / count); //@13
        }
    } catch (const generator_exit&) {      //@14
        print("코루틴이 종료되었습니다."); //@15
    }
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(coroutine_processor());
}

} // namespace lesson::average
