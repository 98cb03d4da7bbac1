#pragma once

#include "text/sentence.hpp"

/// What each instruction does, in one sentence.
namespace text::program {

inline constexpr Sentence compute{"코어에서 {0} 동안 계산합니다.", "Computes for {0} on a core."};
inline constexpr Sentence call{"C 함수를 한 번 불러 {0} 동안 계산합니다. 그동안 GIL을 검사하지 않습니다.",
                               "Makes one call into C that computes for {0}; no GIL is checked meanwhile."};
inline constexpr Sentence load{"{0} 변수의 값을 읽습니다.", "Reads variable {0}."};
inline constexpr Sentence store{"{0} 변수에 가진 값을 씁니다.", "Writes the value at hand to variable {0}."};
inline constexpr Sentence set{"가진 값을 {0}(으)로 합니다.", "Makes the value at hand {0}."};
inline constexpr Sentence add{"가진 값에 {0}을(를) 더합니다.", "Adds {0} to the value at hand."};
inline constexpr Sentence subtract{"가진 값에서 {0}을(를) 뺍니다.", "Subtracts {0} from the value at hand."};
inline constexpr Sentence compare_swap{
    "{0} 변수가 마지막으로 읽은 값 그대로이면 가진 값으로 바꿉니다. 비교와 교환(compare-and-swap)은 나뉘지 않고 "
    "한 번에 일어납니다.",
    "Puts the value at hand into variable {0} if it still is what was last read, in one atomic step "
    "(compare-and-swap)."};
inline constexpr Sentence fetch_add{"{0} 변수를 읽고 {1}을(를) 더합니다. 둘은 나뉘지 않고 한 번에 일어납니다.",
                                    "Reads variable {0} and adds {1} to it, in one atomic step."};
inline constexpr Sentence lock{"{0} 자물쇠(lock)를 얻습니다. 다른 스레드(thread)가 가지고 있으면 기다립니다.",
                               "Takes lock {0}; waits while another thread has it."};
inline constexpr Sentence unlock{"{0} 자물쇠(lock)를 놓습니다.", "Lets go of lock {0}."};
inline constexpr Sentence read_lock{
    "{0} 자물쇠(lock)를 읽기용으로 얻습니다. 읽는 스레드(thread)끼리는 함께 가질 수 있습니다.",
    "Takes lock {0} for reading, which readers can share."};
inline constexpr Sentence read_unlock{"읽기용으로 얻은 {0} 자물쇠(lock)를 놓습니다.",
                                      "Lets go of lock {0}, taken for reading."};
inline constexpr Sentence wait{
    "{1} 자물쇠(lock)를 놓고 {0} 조건 변수(condition variable)의 알림을 기다렸다가, 깨어나면 자물쇠를 다시 얻습니다.",
    "Lets go of lock {1}, sleeps until condition variable {0} is notified, and takes the lock again."};
inline constexpr Sentence notify_one{
    "{0} 조건 변수(condition variable)에서 가장 오래 기다린 스레드(thread) 하나를 깨웁니다.",
    "Wakes the thread that has waited longest on condition variable {0}."};
inline constexpr Sentence notify_all{"{0} 조건 변수(condition variable)에서 기다리는 스레드(thread)를 모두 깨웁니다.",
                                     "Wakes every thread that waits on condition variable {0}."};
inline constexpr Sentence io{"{0} 장치의 입출력(I/O)을 {1} 동안 기다립니다. 코어는 쓰지 않으며 GIL이 있으면 놓습니다.",
                             "Waits {1} for I/O on device {0}: off its core, and without the GIL if there is one."};
inline constexpr Sentence sleep{"코어를 내놓고 {0} 동안 잠듭니다.", "Leaves its core and sleeps for {0}."};
inline constexpr Sentence yield{"실행 대기열(run queue)의 끝으로 가서 다른 스레드(thread)에 차례를 넘깁니다.",
                                "Goes to the end of the run queue, so that others get their turn."};
inline constexpr Sentence spawn{"{0} 스레드(thread)를 시작합니다.", "Starts thread {0}."};
inline constexpr Sentence join{"{0} 스레드(thread)가 끝날 때까지 기다립니다.", "Waits until thread {0} has ended."};
inline constexpr Sentence send{"다른 프로세스(process)에 보낼 데이터를 {0} 동안 복사합니다.",
                               "Copies data for another process, which takes {0}."};
inline constexpr Sentence print{"가진 값을 출력합니다.", "Prints the value at hand."};
inline constexpr Sentence jump{"명령 {0}(으)로 갑니다.", "Goes on at instruction {0}."};
inline constexpr Sentence jump_if_zero{"가진 값이 0이면 명령 {0}(으)로 갑니다.",
                                       "Goes on at instruction {0} if the value at hand is 0."};
inline constexpr Sentence jump_if_failed{"방금 교환이 실패했으면 명령 {0}(으)로 갑니다.",
                                         "Goes on at instruction {0} if the swap just failed."};
inline constexpr Sentence repeat{"명령 {0}부터 여기까지를 모두 {1}번 실행합니다.",
                                 "Runs instruction {0} to here {1} {1|time|times} in all."};
inline constexpr Sentence repeat_for_ever{"명령 {0}(으)로 돌아가 끝없이 반복합니다.",
                                          "Goes back to instruction {0}, for ever."};
inline constexpr Sentence end{"스레드(thread)가 끝납니다.", "The thread ends."};

inline constexpr Sentence nanoseconds{"{0} ns", "{0} ns"};
inline constexpr Sentence microseconds{"{0} µs", "{0} µs"};
inline constexpr Sentence milliseconds{"{0} ms", "{0} ms"};
inline constexpr Sentence seconds{"{0}초", "{0} s"};
inline constexpr Sentence exponential{"평균 {0}(지수 분포)", "{0} on average (exponential)"};
inline constexpr Sentence uniform{"{0}에서 {1} 사이(균등 분포)", "{0} to {1} (uniform)"};

} // namespace text::program
