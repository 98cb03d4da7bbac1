#pragma once

#include "text/sentence.hpp"

/// What the simulator says: one sentence a step, and what it says of tables that it is checked against.
namespace text::sim {

inline constexpr Sentence unknown_oracle{
    "이 파일의 열을 알아볼 수 없습니다. deterministic.csv, deterministic_handoff.csv, mva_exponential.csv, "
    "md1n_exact.csv, ticket_model.csv, gil_slices.csv 가운데 하나와 같은 열이 필요합니다.",
    "The columns of this file are not known: it needs those of deterministic.csv, deterministic_handoff.csv, "
    "mva_exponential.csv, md1n_exact.csv, ticket_model.csv or gil_slices.csv."};
inline constexpr Sentence oracle_difference{"{0}번째 줄, {1}: 기대한 값 {2}, 시뮬레이션 {3}.",
                                            "Line {0}, {1}: expected {2}, simulated {3}."};
inline constexpr Sentence oracle_bad_row{"{0}번째 줄은 실행할 수 없는 값을 담고 있습니다.",
                                         "Line {0} has values that cannot be run."};
inline constexpr Sentence oracle_summary{"{0}개 일치, {1}개 불일치", "{0} agree, {1} differ"};
inline constexpr Sentence oracle_outside{"자기 99 % 신뢰 구간 밖에 있는 값: {1}개 가운데 {0}개 ({2} %)",
                                         "Values outside their own 99 % confidence interval: {0} of {1} ({2} %)"};

inline constexpr Sentence nanoseconds{"{0} ns", "{0} ns"};
inline constexpr Sentence microseconds{"{0} µs", "{0} µs"};
inline constexpr Sentence milliseconds{"{0} ms", "{0} ms"};
inline constexpr Sentence seconds{"{0}초", "{0} s"};

// One a step: {0} the thread, {1} the other one, {2} the object, {3} the value.
inline constexpr Sentence nothing{"더 일어날 일이 없습니다.", "Nothing more can happen."};
inline constexpr Sentence began{"{0}이(가) 시작합니다.", "{0} begins."};
inline constexpr Sentence computed{"{0}이(가) 다음 계산을 시작합니다.", "{0} begins its next computation."};
inline constexpr Sentence loaded{"{0}이(가) {2}을(를) 읽습니다. 값은 {3}입니다.", "{0} reads {2}: {3}."};
inline constexpr Sentence stored{"{0}이(가) {2}에 {3}을(를) 씁니다.", "{0} writes {3} to {2}."};
inline constexpr Sentence added{"{0}이(가) 자기 레지스터에 더합니다. 이제 {3}입니다.",
                                "{0} adds in its own register, which is {3} now."};
inline constexpr Sentence set{"{0}이(가) 자기 레지스터를 {3}(으)로 정합니다.", "{0} sets its own register to {3}."};
inline constexpr Sentence swapped{"{0}의 비교-교환(compare-and-swap)이 성공하여 {2}이(가) {3}이(가) 됩니다.",
                                  "{0}'s compare-and-swap succeeds: {2} becomes {3}."};
inline constexpr Sentence swap_failed{
    "{0}의 비교-교환(compare-and-swap)이 실패합니다. {2}은(는) 그동안 {3}(으)로 바뀌었습니다.",
    "{0}'s compare-and-swap fails: {2} has become {3} meanwhile."};
inline constexpr Sentence fetched{"{0}이(가) {2}을(를) 원자적으로 더합니다. 더하기 전 값은 {3}입니다.",
                                  "{0} adds to {2} in one atomic step; it was {3} before."};
inline constexpr Sentence acquired{"{0}이(가) 비어 있던 자물쇠(lock) {2}을(를) 얻습니다.",
                                   "{0} takes the lock {2}, which was free."};
inline constexpr Sentence got{"{0}이(가) {3} 기다린 끝에 자물쇠 {2}을(를) 얻습니다.",
                              "{0} gets the lock {2} after waiting {3}."};
inline constexpr Sentence waits{"{0}이(가) 자물쇠 {2}을(를) 요청하고 기다립니다. {1}이(가) 가지고 있습니다.",
                                "{0} asks for {2} and waits: {1} holds it."};
inline constexpr Sentence waits_alone{"{0}이(가) 자물쇠 {2}을(를) 요청하고 기다립니다. 이미 임자가 정해져 있습니다.",
                                      "{0} asks for {2} and waits: it is already promised."};
inline constexpr Sentence spins{
    "{0}이(가) 자물쇠 {2}을(를) 요청하고 코어를 쓰며 계속 확인합니다(spin). {1}이(가) 가지고 있습니다.",
    "{0} asks for {2} and spins on its core: {1} holds it."};
inline constexpr Sentence spins_alone{
    "{0}이(가) 자물쇠 {2}을(를) 요청하고 코어를 쓰며 계속 확인합니다(spin). 앞에 다른 스레드가 있습니다.",
    "{0} asks for {2} and spins on its core: another comes before it."};
inline constexpr Sentence probed{"{0}이(가) 자물쇠 {2}을(를) 다시 확인하지만 아직 {1}이(가) 가지고 있습니다.",
                                 "{0} looks at {2} again: {1} holds it."};
inline constexpr Sentence probed_alone{"{0}이(가) 자물쇠 {2}을(를) 다시 확인하지만 아직 차례가 아닙니다.",
                                       "{0} looks at {2} again: it is not its turn."};
inline constexpr Sentence backed_off{"{0}이(가) 자물쇠 {2}을(를) 다시 확인하기 전에 {3} 물러나 기다립니다(backoff).",
                                     "{0} backs off for {3} before it looks at {2} again."};
inline constexpr Sentence parked{"{0}이(가) 자물쇠 {2} 때문에 커널에서 잠듭니다(park).",
                                 "{0} goes to sleep in the kernel until {2} is let go of."};
inline constexpr Sentence released{"{0}이(가) 자물쇠 {2}을(를) 놓습니다.", "{0} lets go of {2}."};
inline constexpr Sentence handed_off{"{0}이(가) 자물쇠 {2}을(를) 놓고 {1}에게 넘깁니다.", "{0} hands {2} to {1}."};
inline constexpr Sentence woke{"{0}이(가) 자물쇠 {2}을(를) 놓고 {1}을(를) 깨웁니다. 깨어난 스레드는 다시 시도합니다.",
                               "{0} lets go of {2} and wakes {1}, which will try again."};
inline constexpr Sentence cond_waits{"{0}이(가) 자물쇠를 놓고 조건 변수(condition variable) {2}에서 알림을 기다립니다.",
                                     "{0} lets its lock go and waits to be notified on {2}."};
inline constexpr Sentence notified{"{0}이(가) 조건 변수 {2}에 알려 {1}부터 {3}개 스레드를 깨웁니다.",
                                   "{0} notifies {2} and wakes {3}, beginning with {1}."};
inline constexpr Sentence notified_alone{"{0}이(가) 조건 변수 {2}에 알리지만 기다리는 스레드가 없습니다.",
                                         "{0} notifies {2}, where nobody waits."};
inline constexpr Sentence io_began{"{0}이(가) 장치 {2}에 입출력(I/O)을 맡깁니다. {3} 걸립니다.",
                                   "{0} begins input or output on {2}, which takes {3}."};
inline constexpr Sentence io_ended{"{0}의 {2} 입출력이 끝났습니다.", "{0}'s input or output on {2} is done."};
inline constexpr Sentence slept{"{0}이(가) {3} 동안 잠듭니다.", "{0} sleeps for {3}."};
inline constexpr Sentence woke_up{"{0}이(가) 잠에서 깨어납니다.", "{0} wakes up."};
inline constexpr Sentence yielded{"{0}이(가) 코어를 양보합니다(yield).", "{0} yields its core."};
inline constexpr Sentence spawned{"{0}이(가) {1}을(를) 시작시킵니다.", "{0} starts {1}."};
inline constexpr Sentence joined{"{1}이(가) 끝났으므로 {0}이(가) 계속합니다(join).", "{1} has ended, so {0} goes on."};
inline constexpr Sentence join_waits{"{0}이(가) {1}이(가) 끝나기를 기다립니다(join).",
                                     "{0} waits until {1} has ended."};
inline constexpr Sentence sent{"{0}이(가) 다른 프로세스로 자료를 보냅니다.", "{0} sends data to another process."};
inline constexpr Sentence printed{"{0}이(가) {3}을(를) 출력합니다.", "{0} prints {3}."};
inline constexpr Sentence ended{"{0}이(가) 끝났습니다.", "{0} has ended."};
inline constexpr Sentence preempted{"{0}이(가) 시간 할당량(quantum)을 다 써서 {1}에게 코어를 내줍니다.",
                                    "{0} has used up its quantum and loses its core to {1}."};
inline constexpr Sentence wake_preempted{"막 깨어난 {1}이(가) {0}을(를) 밀어내고 코어를 차지합니다(선점, preemption).",
                                         "{1}, just woken, takes the core from {0}: a preemption."};
inline constexpr Sentence dispatched{"{0}이(가) 코어 {3}을(를) 받습니다(문맥 교환, context switch).",
                                     "{0} gets core {3}: a context switch."};
inline constexpr Sentence gil_took{"{0}이(가) {2}의 GIL을 얻습니다.", "{0} takes the GIL of {2}."};
inline constexpr Sentence gil_took_from{"{0}이(가) {1} 다음으로 {2}의 GIL을 얻습니다.",
                                        "{0} takes the GIL of {2}, which {1} had last."};
inline constexpr Sentence gil_waits{"{0}이(가) {2}의 GIL을 기다립니다. {1}이(가) 가지고 있습니다.",
                                    "{0} waits for the GIL of {2}: {1} holds it."};
inline constexpr Sentence gil_waits_alone{"{0}이(가) {2}의 GIL을 기다립니다.", "{0} waits for the GIL of {2}."};
inline constexpr Sentence gil_timed_out{
    "{0}의 한 전환 간격(switch interval)이 지났지만 그사이 GIL이 넘어갔거나 요청이 이미 있어 다시 기다립니다.",
    "{0} has waited an interval, but the GIL changed hands meanwhile or is already asked for: it waits again."};
inline constexpr Sentence gil_requested{
    "{0}이(가) 한 전환 간격을 기다린 뒤 {1}에게 {2}의 GIL을 놓아 달라고 요청합니다.",
    "{0} has waited an interval and asks {1} to let go of the GIL of {2}."};
inline constexpr Sentence gil_requested_alone{"{0}이(가) 한 전환 간격을 기다린 뒤 {2}의 GIL을 요청합니다.",
                                              "{0} has waited an interval and asks for the GIL of {2}."};
inline constexpr Sentence gil_dropped{"{0}이(가) 바이트코드 사이에서 {2}의 GIL을 놓습니다.",
                                      "{0} lets go of the GIL of {2} between two bytecodes."};
inline constexpr Sentence gil_released{"{0}이(가) 기다리는 일을 하기 전에 {2}의 GIL을 놓습니다.",
                                       "{0} lets go of the GIL of {2} before it waits for something else."};
inline constexpr Sentence gil_released_to_yield{"{0}이(가) 코어를 양보하기 전에 {2}의 GIL을 놓습니다.",
                                                "{0} lets go of the GIL of {2} before it yields its core."};
inline constexpr Sentence gil_released_at_end{"{0}이(가) 끝나면서 {2}의 GIL을 놓습니다.",
                                              "{0} lets go of the GIL of {2}, since it ends."};

} // namespace text::sim
