#pragma once

#include "text/sentence.hpp"

/// What is said of a run that is out of order: a name, and the reason in figures.
namespace text::diagnosis {

inline constexpr Sentence convoy{"호송 효과(convoy)", "Convoy"};
inline constexpr Sentence convoy_of_lock{
    "{0}을(를) 얻는 일의 {1} %가 줄을 섭니다. 자물쇠가 묶인 시간의 {2} %는 아무도 구역 안에 없이 넘겨주는 데에만 "
    "쓰입니다.",
    "{1} % of the acquires of {0} have to queue, and for {2} % of the time it is taken nobody works inside: it is only "
    "handed on."};
inline constexpr Sentence convoy_of_gil{
    "{0}은(는) 입출력(I/O)이 끝난 뒤({1}번) GIL을 평균 {2} 기다립니다. 계산에 쓴 시간은 한 번에 {3}뿐입니다.",
    "After its I/O ({1} {1|time|times}) {0} waits {2} for the GIL on average, to compute for only {3}."};
inline constexpr Sentence convoy_of_wakes{
    "GIL을 놓을 때마다 {0}을(를) 깨우지만({1}번), 그 가운데 {2} %는 깨어나 보니 GIL이 이미 도로 잡혀 있습니다. 깨우는 "
    "시간만큼 쥔 스레드가 느려집니다.",
    "Each time the GIL is let go of, {0} is woken ({1} {1|time|times}); in {2} % of them it finds the GIL taken "
    "again. The holder pays for the waking."};

inline constexpr Sentence preempted{"자물쇠를 쥔 스레드가 선점된(preempted) 동안의 스핀",
                                    "Spinning while the holder has no core"};
inline constexpr Sentence preempted_is{
    "{0}을(를) 쥔 스레드나 다음 차례인 스레드가 코어를 잃은 사이에 나머지가 코어 시간의 {1} %({2})를 도는 데 씁니다.",
    "While the holder of {0}, or the next in line, has lost its core, others burn {1} % of the core time ({2}) "
    "spinning."};

inline constexpr Sentence across_io{"자물쇠를 쥔 채 입출력", "A lock held across I/O"};
inline constexpr Sentence across_io_is{
    "{0}을(를) 쥔 시간의 {1} %({2})는 입출력이나 sleep이 끝나기를 기다리는 시간이며, 그동안 다른 스레드가 줄을 섭니다.",
    "{1} % of the time that {0} is held ({2}) goes to waiting for I/O or sleep, while others queue for it."};

inline constexpr Sentence starvation{"기아(starvation)", "Starvation"};
inline constexpr Sentence starvation_is{"{0}이(가) {1}을(를) {2} 기다리는 동안 다른 스레드가 {3}번 먼저 얻었습니다.",
                                        "{0} waits {2} for {1}, while others get it {3} {3|time|times}."};
inline constexpr Sentence starvation_without_end{
    "{0}이(가) {1}을(를) {2} 기다리고도 끝내 얻지 못했고, 그동안 다른 스레드가 {3}번 얻었습니다.",
    "{0} waits {2} for {1} and never gets it, while others get it {3} {3|time|times}."};

inline constexpr Sentence lost_updates{"사라진 갱신(lost update)", "Lost updates"};
inline constexpr Sentence lost_updates_is{
    "자물쇠 없이 {0}을(를) 읽고 쓰는 사이에 다른 스레드가 끼어들어 갱신이 {1}번 사라집니다.",
    "{0} is read and written without a lock; {1} {1|time|times} another thread comes between, and its update is lost."};

inline constexpr Sentence no_contention{"경합 없음", "No contention"};
inline constexpr Sentence no_contention_is{
    "자물쇠를 {0}번 얻는 동안 기다린 것은 {1}번뿐입니다. 자물쇠는 병목이 아닙니다.",
    "Of {0} {0|acquire|acquires} only {1} had to wait: the lock is not the bottleneck."};

} // namespace text::diagnosis
