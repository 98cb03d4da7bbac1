#pragma once

#include "text/sentence.hpp"

/// The lessons on generators and coroutines: their names, and the sentence of each step.
namespace text::lesson {

inline constexpr Sentence average{"send()로 현재 평균", "Running average by send()"};
inline constexpr Sentence average_about{
    "호출자가 send()로 값을 내려보내면 코루틴(coroutine)이 yield에서 받아 평균을 냅니다. None은 종료 신호입니다.",
    "The caller sends values down; the coroutine takes them at its yield and keeps the average. None ends it."};
inline constexpr Sentence numbers{"제너레이터 gen_numbers(5)", "The generator gen_numbers(5)"};
inline constexpr Sentence numbers_about{
    "제너레이터(generator)는 값을 하나씩 내주고 그 자리에서 일시 중단되었다가, 다음 next()에서 이어서 실행됩니다.",
    "A generator hands out one value, stops there, and goes on from that very place at the next next()."};
inline constexpr Sentence reading{"큰 파일을 한 줄씩 읽기", "Reading a large file line by line"};
inline constexpr Sentence reading_about{
    "read_large_file은 한 줄만, read_whole은 읽은 것을 모두 메모리에 둡니다. ‘끝까지 실행’을 누르면 두 함수가 "
    "큰 파일을 읽고, 그동안 할당된 메모리를 실제로 잽니다.",
    "read_large_file holds one line, read_whole all that it has read. “Run to the end” lets both read a large file and "
    "measures the memory that each has allocated."};
inline constexpr Sentence pipeline{"yield from: 세 단계", "yield from: three levels"};
inline constexpr Sentence pipeline_about{
    "total은 both에, both는 numbers에 위임(delegation)합니다. 보낸 값은 가장 안쪽까지 내려가고, return 값은 yield "
    "from의 결과가 됩니다.",
    "total delegates to both, both to numbers. What is sent goes to the innermost; what returns becomes the result of "
    "the yield from."};
inline constexpr Sentence fibonacci{"끝없는 피보나치", "Endless Fibonacci"};
inline constexpr Sentence fibonacci_about{
    "지연 평가(lazy evaluation): 끝없는 수열도 달라고 한 만큼만 계산합니다. even은 짝수가 나올 때까지만 fibonacci를 "
    "재개합니다.",
    "Lazy evaluation: of an endless sequence only what is asked for is computed. even resumes fibonacci just until an "
    "even number comes."};
inline constexpr Sentence mistakes{"무엇이 잘못될 수 있는가", "What goes wrong"};
inline constexpr Sentence mistakes_about{
    "시작하기 전의 send(), 자기 자신을 재개하기, GeneratorExit를 무시하기, 새어 나온 StopIteration, 끝난 뒤의 next()를 "
    "차례로 봅니다.",
    "In turn: send() before the start, resuming oneself, ignoring GeneratorExit, a StopIteration that leaks, next() "
    "after the end."};
inline constexpr Sentence turns{"번갈아 실행하는 두 코루틴", "Two coroutines taking turns"};
inline constexpr Sentence turns_about{
    "두 speaker는 yield에서 스스로 제어를 내놓습니다(협력적). take_turns가 줄을 세워 차례로 재개합니다.",
    "Both speakers give control back at their yield by themselves (cooperative); take_turns queues and resumes them."};
inline constexpr Sentence loop{"잠자는 작업 셋과 이벤트 루프", "An event loop with three sleeping tasks"};
inline constexpr Sentence loop_about{
    "yield 3은 ‘3초 뒤에 깨워 달라’는 부탁입니다. 이벤트 루프(event loop)는 가장 먼저 깰 작업을 재개합니다. 시간은 "
    "가상입니다. 다음 강의의 asyncio가 하는 일입니다.",
    "yield 3 asks: wake me in 3 seconds. The event loop resumes whoever wakes first; time is virtual. This is what "
    "asyncio, the next lecture, does."};

inline constexpr Sentence unknown_operation{
    "‘{0}’은(는) 연산이 아닙니다. next, send:값, throw:오류, close, drop을 쉼표로 이어 적으십시오.",
    "“{0}” is not an operation; write next, send:VALUE, throw:ERROR, close or drop, with commas between."};
inline constexpr Sentence unknown_error{
    "‘{0}’은(는) 던질 수 있는 오류가 아닙니다. ValueError, RuntimeError, StopIteration, GeneratorExit 가운데 "
    "고르십시오.",
    "“{0}” cannot be thrown; choose ValueError, RuntimeError, StopIteration or GeneratorExit."};
inline constexpr Sentence too_long{"이 예제에서는 연산을 {0}개까지 할 수 있습니다. 지금은 {1}개입니다.",
                                   "This lesson takes at most {0} operations; there are {1}."};
inline constexpr Sentence no_way_in{
    "`{0}`: C++의 generator에는 std::generator처럼 값이나 오류가 들어갈 통로가 없습니다. next, send(None), close, "
    "drop은 할 수 있습니다. {1} C++에서 값과 오류를 받는 것은 send_generator입니다.",
    "`{0}`: a C++ generator, like std::generator, has no way in for a value or an error; next, send(None), close and "
    "drop work. {1} In C++ it is send_generator that takes both."};
inline constexpr Sentence python_refuses_value{
    "파이썬에서는 TypeError가 납니다. 아직 yield에서 기다리지 않기 때문입니다.",
    "In Python this would be a TypeError: it is not waiting at a yield yet."};
inline constexpr Sentence python_loses_value{
    "파이썬에서는 값이 들어가지만, 이 코드는 yield가 돌려주는 값을 쓰지 않으므로 next()와 같습니다.",
    "Python would take it, but this code ignores what its yield returns, so it is the same as next()."};
inline constexpr Sentence python_is_over{"파이썬에서는 StopIteration이 납니다. 이미 끝났기 때문입니다.",
                                         "In Python this would be StopIteration: it is already over."};
inline constexpr Sentence python_raises_at_start{"파이썬에서는 본문이 실행되지 않고 호출자가 {0}을(를) 받습니다.",
                                                 "In Python none of the body would run, and the caller would get {0}."};
inline constexpr Sentence python_raises_at_yield{
    "파이썬에서는 yield에서 {0}이(가) 일어납니다. 이 코드는 그것을 잡지 않으므로 호출자가 {1}을(를) 받습니다.",
    "In Python {0} would be raised at the yield; this code does not catch it, so the caller would get {1}."};
inline constexpr Sentence python_raises_after_end{"이미 끝났으므로 파이썬에서는 호출자가 {0}을(를) 그대로 받습니다.",
                                                  "It is over: in Python the caller would get {0} straight back."};

inline constexpr Sentence ending{"끝나는 방법", "Ending"};
inline constexpr Sentence ending_hint{"코루틴이 끝나는 방법을 고르면 그 연산이 채워집니다.",
                                      "A way to bring the coroutine to its end: fills in the operations."};
inline constexpr Sentence no_endings{"이 예제에는 골라 볼 끝이 따로 없습니다. 연산을 직접 적어 보십시오.",
                                     "This lesson has one ending only; write the operations yourself."};
inline constexpr Sentence ending_exit{"None을 보낸 뒤 프로그램 끝", "None is sent, and the program ends"};
inline constexpr Sentence ending_drop{"None을 보낸 뒤 버리기: del, 함수의 끝",
                                      "None is sent, then dropped: del, or its function ends"};
inline constexpr Sentence ending_close{"close()로 닫기", "close()"};
inline constexpr Sentence ending_none_close{"None을 보낸 뒤 close()", "None is sent, then close()"};
inline constexpr Sentence ending_next{"None을 보낸 뒤 next(): StopIteration",
                                      "None is sent, then next(): StopIteration"};
inline constexpr Sentence ending_again{"끝난 뒤에 또 next()", "next() again after the end"};
inline constexpr Sentence ending_early_drop{"종료 신호 없이 버리기", "Dropped without the end signal"};
inline constexpr Sentence ending_early_close{"종료 신호 없이 close()", "close() without the end signal"};
inline constexpr Sentence ending_throw{"throw(ValueError)로 끝내기", "Ended by throw(ValueError)"};
inline constexpr Sentence ending_unstarted{"시작하지 않고 close()", "close() before the start"};
inline constexpr Sentence ending_loop{"for 문이 끝까지", "The for loop runs to the end"};
inline constexpr Sentence ending_break{"도중에 버리기: break", "Dropped in the middle: break"};
inline constexpr Sentence ending_own{"직접 적은 연산", "Operations of my own"};

inline constexpr Sentence begins{
    "코루틴 {0}이(가) 만들어졌습니다. 프레임은 {1}바이트입니다. 본문은 아직 한 줄도 실행되지 않았습니다.",
    "The coroutine {0} was made; its frame has {1} bytes. Not one line of its body has run."};
inline constexpr Sentence is_called{"`{0}`을(를) 호출합니다.", "`{0}` is called."};
inline constexpr Sentence starts{"`{0}`이(가) 코루틴을 시작합니다. 본문의 첫 줄부터 실행됩니다.",
                                 "`{0}` starts the coroutine: its body runs from the first line."};
inline constexpr Sentence resumes{"`{0}`이(가) {1}의 yield 안에서 일시 중단되어 있던 코루틴을 재개(resume)합니다.",
                                  "`{0}` resumes the coroutine inside the `yield` of {1}."};
inline constexpr Sentence throws_in{"`{0}`이(가) {2}의 yield에서 {1}을(를) 일으킵니다.",
                                    "`{0}` raises {1} at the `yield` of {2}."};
inline constexpr Sentence drops{
    "코루틴을 가리키는 마지막 참조가 사라집니다. 파이썬처럼 {0}의 yield에 GeneratorExit가 던져집니다.",
    "The last reference goes. As in Python, GeneratorExit is thrown at the `yield` of {0}."};
inline constexpr Sentence destroys{
    "제너레이터가 소멸합니다(destroy). 프레임에 있던 변수도 함께 소멸하고, 본문은 더 이상 실행되지 않습니다.",
    "The generator dies: what lives in its frame is destroyed, and no more of its body runs."};
inline constexpr Sentence before_start{"`{0}`: 코루틴은 아직 시작하지 않았습니다. 본문은 실행되지 않습니다.",
                                       "`{0}`: the coroutine has not started, so none of its body runs."};
inline constexpr Sentence refuses_value{
    "`{0}`: 아직 yield에서 기다리지 않으므로 값을 받을 곳이 없습니다. 먼저 next()가 필요합니다.",
    "`{0}`: it does not wait at a yield yet, so nothing can take the value; next() must come first."};
inline constexpr Sentence after_end{"`{0}`: 코루틴은 이미 끝났습니다. 재개할 것이 없습니다.",
                                    "`{0}`: the coroutine is over; there is nothing to resume."};
inline constexpr Sentence is_gone{"`{0}`: 변수 coro는 이미 없습니다.", "`{0}`: the variable coro is gone."};

inline constexpr Sentence line_of_cpp{"C++ {0}번 줄", "C++ line {0}"};
inline constexpr Sentence line_of_python{"파이썬 {0}번 줄", "Python line {0}"};
inline constexpr Sentence at_line{"{0}: {1}을 실행할 차례입니다.", "{0}: {1} runs next."};
inline constexpr Sentence at_line_after{"{2}. 이제 {0}의 {1}을 실행할 차례입니다.", "{2}. {1} of {0} runs next."};
inline constexpr Sentence came_back{"{0}의 yield가 끝나고 {1}이(가) 이어집니다.",
                                    "The `yield` of {0} is over; {1} goes on."};
inline constexpr Sentence came_back_with{"`{3}`이(가) {1}을(를) {0}의 yield 안에서 재개했습니다. {2}",
                                         "`{3}` resumed {1} inside the `yield` of {0}; {2}"};
inline constexpr Sentence becomes{"{0} = {1}", "{0} becomes {1}"};
inline constexpr Sentence printed{"‘{0}’을(를) 출력했습니다", "“{0}” was printed"};

inline constexpr Sentence inner_starts{"{0}이(가) {1}을(를) 시작합니다. {1}의 본문이 첫 줄부터 실행됩니다.",
                                       "{0} starts {1}: the body of {1} runs from the first line."};
inline constexpr Sentence inner_resumes{"{0}이(가) {2}의 yield 안에서 일시 중단되어 있던 {1}을(를) 재개(resume)합니다.",
                                        "{0} resumes {1} inside the `yield` of {2}."};
inline constexpr Sentence inner_yields{
    "yield가 {0}을(를) 호출자가 아니라 {1}에 건넵니다. {2}은(는) {3}에서 일시 중단됩니다(suspend).",
    "`yield` hands {0} to {1}, not to the caller; {2} is suspended on {3}."};
inline constexpr Sentence inner_returns{"{2}이(가) 끝났습니다. 재개한 {1}이(가) {0}을(를) 받습니다.",
                                        "{2} is over: {1}, which had resumed it, gets {0}."};
inline constexpr Sentence inner_raises{"{2}이(가) {0}을(를) 잡지 않고 끝났습니다. {0}은(는) {1}(으)로 올라갑니다.",
                                       "{2} ends without catching {0}, which goes up to {1}."};
inline constexpr Sentence inner_leaks{
    "{1}에서 새어 나온 StopIteration은 RuntimeError가 되어(PEP 479) {0}(으)로 올라갑니다.",
    "{1} lets a StopIteration out: it becomes a RuntimeError (PEP 479), which goes up to {0}."};
inline constexpr Sentence delegation_over{"{1}: {0}의 yield from이 끝났습니다. {2}",
                                          "In {1} the `yield from` of {0} is over; {2}"};

inline constexpr Sentence yields{"yield가 {0}을(를) 호출자에게 건넵니다. {1}은(는) {2}에서 일시 중단됩니다(suspend).",
                                 "`yield` hands {0} to the caller; {1} is suspended on {2}."};
inline constexpr Sentence returns{"코루틴이 끝났습니다. 호출자는 {0}을(를) 받고, 프레임은 해제되었습니다.",
                                  "The coroutine is over: the caller gets {0}, and the frame is freed."};
inline constexpr Sentence returns_again{"호출자는 {0}을(를) 받습니다.", "The caller gets {0}."};
inline constexpr Sentence raises{"호출자가 {0}을(를) 받습니다: {1}", "The caller gets {0}: {1}"};
inline constexpr Sentence raises_plain{"호출자가 {0}을(를) 받습니다.", "The caller gets {0}."};
inline constexpr Sentence ignored{"아무도 잡을 수 없는 오류이므로 ‘{0}’만 출력됩니다.",
                                  "Nobody can catch an error there: “{0}” is printed, and that is all."};
inline constexpr Sentence closed{"닫혔습니다. 프레임은 해제되었습니다.", "It is closed; the frame is freed."};
inline constexpr Sentence closed_again{"이미 끝났으므로 아무 일도 일어나지 않습니다.",
                                       "Nothing happens: it was over already."};
inline constexpr Sentence dropped_again{"변수 coro가 사라졌습니다. 프레임은 이미 해제되어 있었습니다.",
                                        "The variable coro is gone; the frame was freed before."};
inline constexpr Sentence dropped{"코루틴이 사라졌습니다. 프레임은 해제되었습니다.",
                                  "The coroutine is gone; the frame is freed."};

} // namespace text::lesson
