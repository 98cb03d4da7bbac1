#include "lesson/program.hpp"

namespace lesson::pipeline {

//@begin
send_generator<int, Value, Number> numbers(int first, int last) { //@1
    Number sum = 0;                                               //@2 sum
    for (int i = first; i <= last; ++i) {                         //@3 i
        std::optional<Value> sent = co_yield i;                   //@4 sent
        if (sent) {                                               //@5
            print("numbers: 받은 값 ", *sent);                    //@6
            sum += *sent;                                         //@7
        }
        sum += i; //@8
    }
    co_return sum; //@9
}

send_generator<int, Value, Number> both() {              //@11
    Number small = co_await yield_from(numbers(1, 2));   //@12 small
    print("both: 첫 합계 ", small);                      //@13
    Number large = co_await yield_from(numbers(10, 11)); //@14 large
    co_return small + large;                             //@15
}

send_generator<int, Value, Number> total() {  //@17
    Number sum = co_await yield_from(both()); //@18 sum
    print("total: 모두 ", sum);               //@19
    co_return sum;                            //@20
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(total());
}

} // namespace lesson::pipeline
