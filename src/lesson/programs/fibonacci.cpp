#include "lesson/program.hpp"

namespace lesson::fibonacci {

//@begin
generator<long long> fibonacci() { //@1
    long long a = 0, b = 1;        //@2 a b
    while (true) {                 //@3
        co_yield a;                //@4
        long long sum = a + b;     //@5 sum
        a = b;                     //@5
        b = sum;                   //@5
    }
}

generator<long long> even(generator<long long> source) { //@7
    for (long long number : source) {                    //@8 number
        if (number % 2 == 0) {                           //@9
            co_yield number;                             //@10
        }
    }
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(even(fibonacci()));
}

} // namespace lesson::fibonacci
