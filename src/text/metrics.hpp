#pragma once

#include "text/sentence.hpp"

/// What a run is judged by: the name of each number, and its definition for readers.
namespace text::metrics {

inline constexpr Sentence throughput{"처리량(throughput)", "Throughput"};
inline constexpr Sentence throughput_is{"모든 스레드(thread)가 1초 동안 끝낸 임계 구역(critical section)의 수입니다.",
                                        "Critical sections that all threads together finish in one second."};
inline constexpr Sentence core_utilisation{"코어 이용률", "Core utilisation"};
inline constexpr Sentence core_utilisation_is{
    "모든 코어의 시간 가운데 스레드가 실행되거나 스핀(spin)한 시간의 비율입니다.",
    "The share of the time of all cores in which a thread ran or spun."};
inline constexpr Sentence lock_utilisation{"자물쇠 이용률", "Lock utilisation"};
inline constexpr Sentence lock_utilisation_is{
    "전체 시간 가운데 누군가 자물쇠(lock)를 가지고 있던 시간의 비율이고, 자물쇠가 여럿이면 그 평균입니다.",
    "The share of the time in which somebody held the lock; the mean when there are several."};
inline constexpr Sentence wait_mean{"평균 대기 시간", "Mean wait"};
inline constexpr Sentence wait_mean_is{
    "자물쇠를 요청한 때부터 얻을 때까지 걸린 시간의 평균이며, 바로 얻은 경우도 포함합니다.",
    "The mean time from asking for a lock to having it, the acquires that did not wait included."};
inline constexpr Sentence wait_p50{"대기 시간 중앙값", "Median wait"};
inline constexpr Sentence wait_p50_is{"자물쇠를 얻은 경우의 절반이 이 시간 안에 얻었습니다.",
                                      "Half of all acquires took no longer than this from asking to having."};
inline constexpr Sentence wait_p95{"대기 시간 95 %", "Wait, 95 %"};
inline constexpr Sentence wait_p95_is{"자물쇠를 얻은 경우의 95 %가 이 시간 안에 얻었습니다.",
                                      "95 % of all acquires took no longer than this from asking to having."};
inline constexpr Sentence wait_p99{"대기 시간 99 %", "Wait, 99 %"};
inline constexpr Sentence wait_p99_is{"자물쇠를 얻은 경우의 99 %가 이 시간 안에 얻었습니다.",
                                      "99 % of all acquires took no longer than this from asking to having."};
inline constexpr Sentence wait_max{"가장 긴 대기 시간", "Longest wait"};
inline constexpr Sentence wait_max_is{"자물쇠를 요청한 때부터 얻을 때까지 가장 오래 걸린 시간입니다.",
                                      "The longest time from asking for a lock to having it."};
inline constexpr Sentence mean_queue{"평균 대기열 길이", "Mean queue"};
inline constexpr Sentence mean_queue_is{"자물쇠를 기다리던 스레드 수를 시간으로 평균한 값입니다.",
                                        "The number of threads that waited for a lock, averaged over time."};
inline constexpr Sentence contended{"경합(contention) 비율", "Contended"};
inline constexpr Sentence contended_is{
    "자물쇠를 얻은 경우 가운데, 요청했을 때 이미 다른 스레드가 가지고 있던 비율입니다.",
    "The share of acquires that found the lock held by another thread."};
inline constexpr Sentence jain{"공정성(Jain)", "Fairness (Jain)"};
inline constexpr Sentence jain_is{
    "스레드마다 끝낸 임계 구역의 수 x로 (Σx)² / (n Σx²)을 계산한 값으로, 모두 같으면 1이고 하나가 독차지하면 "
    "1/n입니다.",
    "(Σx)² / (n Σx²) over the critical sections x that each thread finished: 1 when all are equal, 1/n when one had "
    "all."};
inline constexpr Sentence handoffs{"넘겨줌(hand-off)", "Hand-offs"};
inline constexpr Sentence handoffs_is{"자물쇠가 한 스레드에서 다른 스레드로 넘어간 횟수입니다.",
                                      "How often a lock went from one thread to another."};
inline constexpr Sentence context_switches{"문맥 교환(context switch)", "Context switches"};
inline constexpr Sentence context_switches_is{"코어가 한 스레드를 내려놓고 다른 스레드를 실행하기 시작한 횟수입니다.",
                                              "How often a core laid one thread aside and went on with another."};
inline constexpr Sentence line_transfers{"캐시 라인(cache line) 전송", "Line transfers"};
inline constexpr Sentence line_transfers_is{"자물쇠가 놓인 캐시 라인이 한 코어에서 다른 코어로 옮겨 간 횟수입니다.",
                                            "How often a cache line of a lock went from one core to another."};
inline constexpr Sentence spin_cpu{"스핀에 쓴 CPU 시간", "CPU time spent spinning"};
inline constexpr Sentence spin_cpu_is{
    "스레드가 코어를 차지한 채 자물쇠가 비기를 기다리며 아무 일도 하지 않은 시간의 합입니다.",
    "The time in which threads occupied a core and did nothing but wait for a lock."};
inline constexpr Sentence gil_switches{"GIL 전환", "GIL switches"};
inline constexpr Sentence gil_switches_is{"GIL이 한 스레드에서 다른 스레드로 넘어간 횟수입니다.",
                                          "How often a GIL went from one thread to another."};
inline constexpr Sentence gil_utilisation{"GIL 이용률", "GIL utilisation"};
inline constexpr Sentence gil_utilisation_is{
    "전체 시간 가운데 누군가 GIL을 가지고 있던 시간의 비율이고, GIL이 여럿이면 그 평균입니다.",
    "The share of the time in which somebody held the GIL; the mean when there are several."};
inline constexpr Sentence gil_wait_p50{"GIL 대기 시간 중앙값", "Median wait for the GIL"};
inline constexpr Sentence gil_wait_p50_is{
    "GIL을 얻은 경우의 절반이 이 시간 안에 얻었습니다.",
    "Half of all acquires of a GIL took no longer than this from asking to having."};
inline constexpr Sentence gil_wait_p95{"GIL 대기 시간 95 %", "Wait for the GIL, 95 %"};
inline constexpr Sentence gil_wait_p95_is{
    "GIL을 얻은 경우의 95 %가 이 시간 안에 얻었습니다.",
    "95 % of all acquires of a GIL took no longer than this from asking to having."};
inline constexpr Sentence gil_wait_p99{"GIL 대기 시간 99 %", "Wait for the GIL, 99 %"};
inline constexpr Sentence gil_wait_p99_is{
    "GIL을 얻은 경우의 99 %가 이 시간 안에 얻었습니다.",
    "99 % of all acquires of a GIL took no longer than this from asking to having."};
inline constexpr Sentence gil_wait_max{"가장 긴 GIL 대기 시간", "Longest wait for the GIL"};
inline constexpr Sentence gil_wait_max_is{"스레드가 GIL을 원한 때부터 얻을 때까지 가장 오래 걸린 시간입니다.",
                                          "The longest time from asking for the GIL to having it."};
inline constexpr Sentence gil_requests{"GIL 양보 요청", "GIL requests"};
inline constexpr Sentence gil_requests_is{"기다리던 스레드가 GIL을 가진 스레드에 양보를 요청한 횟수입니다.",
                                          "How often a waiting thread asked the holder of a GIL to let go."};

} // namespace text::metrics
