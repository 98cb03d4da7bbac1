#include "lesson/program.hpp"

namespace lesson::numbers {

//@begin
generator<int> gen_numbers(int n) { //@1
    int i = 1;                      //@2 i
    while (i <= n) {                //@3
        co_yield i;                 //@4
        i += 1;                     //@5
    }
}
//@end

std::unique_ptr<Subject> start() {
    return subject_of(gen_numbers(5));
}

} // namespace lesson::numbers
