#pragma once

#include "text/sentence.hpp"

/// What stands in the picture of the contention experiment, and the names of its facts and tables.
namespace text::contention {

inline constexpr Sentence timeline_heading{"타임라인(시뮬레이션)", "Timeline (simulated)"};
inline constexpr Sentence timeline_none{"실행하거나 한 단계 나아가면 스레드와 자물쇠가 한 일을 여기에 그립니다.",
                                        "Run it or take a step, and what threads and locks do is drawn here."};
inline constexpr Sentence group_threads{"스레드", "Threads"};
inline constexpr Sentence group_locks{"자물쇠(lock): 가진 스레드와 대기열", "Locks: holder and queue"};
inline constexpr Sentence group_gils{"GIL: 가진 스레드와 대기열", "GIL: holder and queue"};
inline constexpr Sentence state_wait{"락 대기(잠듦)", "asleep, waiting for a lock"};
inline constexpr Sentence lane_gil{"GIL", "GIL"};
inline constexpr Sentence state_of{"{0}: {1}", "{0}: {1}"};
inline constexpr Sentence event_hand_off{"넘겨줌", "hand-off"};
inline constexpr Sentence queue_lane{"{0} 대기열", "{0} queue"};
inline constexpr Sentence queue_of{"{0}개", "{0}"};
inline constexpr Sentence lock_heading{"자물쇠와 지키는 데이터", "The lock and the data it protects"};
inline constexpr Sentence lock_none{"이 사례에는 자물쇠가 없습니다.", "There is no lock in this case."};
inline constexpr Sentence lock_queue{"대기", "waiting"};
inline constexpr Sentence lock_queue_empty{"기다리는 스레드 없음", "nobody waits"};
inline constexpr Sentence protects{"보호", "protects"};
inline constexpr Sentence unprotected{"지키는 자물쇠 없음", "no lock protects it"};
inline constexpr Sentence more_locks{"자물쇠 {0}개 더 있음", "{0} more {0|lock|locks}"};
inline constexpr Sentence gil_holder{"GIL: {0}", "GIL: {0}"};

inline constexpr Sentence histogram_heading{"대기 시간 분포", "How long acquires waited"};
inline constexpr Sentence histogram_none{"자물쇠를 얻은 적이 아직 없습니다.", "No lock has been acquired yet."};
inline constexpr Sentence histogram_heading_gil{"GIL 대기 시간 분포", "How long the GIL was waited for"};
inline constexpr Sentence histogram_none_gil{"GIL을 얻은 적이 아직 없습니다.", "The GIL has not been taken yet."};
inline constexpr Sentence histogram_zero{"0", "0"};
inline constexpr Sentence percentile{"{0} %: {1}", "{0} %: {1}"};

inline constexpr Sentence curve_heading{"스레드 수에 따른 처리량", "Throughput by threads"};
inline constexpr Sentence curve_none{"시뮬레이션하면 스레드 수를 바꾼 결과를 그립니다.",
                                     "Simulate, and other numbers of threads are run too."};
inline constexpr Sentence curve_impossible{
    "자물쇠가 없거나 스레드마다 하는 일이 달라서, 스레드 수를 바꾸어 볼 수 없습니다.",
    "Without a lock, or with threads that differ, their number is not varied."};
inline constexpr Sentence curve_bound{"상한 min(L/S, N/(Z+S), C/(Z+S))", "bound min(L/S, N/(Z+S), C/(Z+S))"};
inline constexpr Sentence curve_bound_readers{"상한(읽는 스레드는 함께)", "bound (readers share)"};
inline constexpr Sentence curve_theory{"대기행렬 이론", "queueing theory"};
inline constexpr Sentence curve_simulated{"시뮬레이션", "simulated"};
inline constexpr Sentence curve_threads{"스레드", "threads"};
inline constexpr Sentence curve_predicted{"예측", "predicted"};

inline constexpr Sentence diagnoses_heading{"진단", "Diagnosis"};
inline constexpr Sentence diagnoses_healthy{"특별한 문제가 보이지 않습니다.",
                                            "Nothing out of order shows in this run."};
inline constexpr Sentence diagnoses_none{"끝까지 시뮬레이션하면 진단합니다.", "Simulate to the end for a diagnosis."};
inline constexpr Sentence see_moment{"보기", "See"};
inline constexpr Sentence see_hint{"그것이 나타나는 시점으로 갑니다.", "Goes to the moment at which it shows."};

// -- Facts.

inline constexpr Sentence fact_steps{"시뮬레이션한 단계 수", "Steps simulated"};
inline constexpr Sentence fact_events{"시뮬레이션한 사건(event) 수", "Events simulated"};
inline constexpr Sentence fact_spans{"타임라인의 구간", "Spans of the timeline"};
inline constexpr Sentence fact_events_rate{"초당 사건 수(이 기기에서)", "Events per second (on this machine)"};
inline constexpr Sentence fact_hash{"실행의 지문(hash)", "Hash of the run"};
inline constexpr Sentence fact_bound{"처리량의 상한", "Bound of the throughput"};
inline constexpr Sentence bound_is{"{0}/s 이하: min(L/S, N/(Z+S), C/(Z+S))",
                                   "at most {0}/s: min(L/S, N/(Z+S), C/(Z+S))"};
inline constexpr Sentence bound_none{
    "이 사례에는 적용되지 않습니다: 모든 스레드가 같은 일을 되풀이할 때에만 성립합니다.",
    "It does not apply here: all threads would have to repeat the same work."};
inline constexpr Sentence fact_predicted{"대기행렬 이론의 처리량", "Throughput by queueing theory"};
inline constexpr Sentence theory_mva{"정확한 평균값 분석(MVA)", "exact mean value analysis"};
inline constexpr Sentence theory_md1{"M/D/1//N, 정확", "M/D/1//N, exact"};
inline constexpr Sentence theory_constant{"일정한 주기, 정확", "constant cycles, exact"};
inline constexpr Sentence theory_estimate{"평균값 분석(이 분포에는 근사)",
                                          "mean value analysis (approximate for this law)"};
inline constexpr Sentence theory_ideal{"{0}, 비용이 없는 자물쇠와 스레드마다 코어 하나일 때",
                                       "{0}, for a lock without costs and a core for each thread"};
inline constexpr Sentence theory_clipped{
    "상한과 같은 값: 스레드마다 코어가 하나씩 있으면 {0}의 값이 더 크지만, 코어가 모자랍니다",
    "the bound: with a core for each thread, {0} would give more, but there are fewer cores"};
inline constexpr Sentence with_source{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence predicted_is{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence predicted_none{
    "이 사례에는 없습니다: 읽는 스레드가 자물쇠를 함께 가지면 이 이론이 성립하지 않습니다.",
    "There is none: this theory does not hold where readers share the lock."};
inline constexpr Sentence predicted_assumes{"자물쇠와 문맥 교환의 비용이 없고 코어가 모자라지 않을 때의 값",
                                            "without costs of locks and switches, and with cores enough"};
inline constexpr Sentence fact_step{"보고 있는 단계", "Step shown"};
inline constexpr Sentence fact_sentence{"이 단계에서 일어난 일", "What this step did"};
inline constexpr Sentence fact_instruction{"이 단계의 명령이 하는 일", "What this step's instruction does"};
inline constexpr Sentence fact_moment{"가상 시각", "Virtual time"};
inline constexpr Sentence fact_ratio{"스레드를 두 배로 늘린 처리량 비", "Throughput with twice the threads"};
inline constexpr Sentence fact_prediction{"예측", "Prediction"};
inline constexpr Sentence fact_sequence_ratio{"순서대로 할 때와의 시간 비", "Time against in sequence"};
inline constexpr Sentence sequence_ratio_is{"×{0} (순서대로 {1}, 여기 {2})", "×{0} (in sequence {1}, here {2})"};
inline constexpr Sentence fact_engine{"기기", "Machine shown"};
inline constexpr Sentence engine_simulated{"시뮬레이션", "simulated"};
inline constexpr Sentence fact_variable{"변수 {0}", "Variable {0}"};
inline constexpr Sentence per_second{"{0}/s", "{0}/s"};
inline constexpr Sentence thousand_per_second{"{0} k/s", "{0} k/s"};
inline constexpr Sentence million_per_second{"{0} M/s", "{0} M/s"};

// -- Tables.

inline constexpr Sentence table_metrics{"결과(시뮬레이션)", "Results (simulated)"};
inline constexpr Sentence column_metric{"수치", "Number"};
inline constexpr Sentence column_value{"값", "Value"};
inline constexpr Sentence column_definition{"뜻", "Meaning"};
inline constexpr Sentence table_threads{"스레드의 상태(이 단계)", "Threads at this step"};
inline constexpr Sentence column_thread{"스레드", "Thread"};
inline constexpr Sentence column_doing{"하는 일", "Doing"};
inline constexpr Sentence column_core{"코어", "Core"};
inline constexpr Sentence column_line{"코드", "Line"};
inline constexpr Sentence column_explained{"그 명령이 하는 일", "What it does"};
inline constexpr Sentence column_sections{"끝낸 임계 구역", "Sections done"};
inline constexpr Sentence table_locks{"자물쇠(이 단계)", "Locks at this step"};
inline constexpr Sentence column_lock{"자물쇠", "Lock"};
inline constexpr Sentence column_holder{"가진 스레드", "Holder"};
inline constexpr Sentence column_waiters{"기다리는 스레드", "Waiting"};
inline constexpr Sentence column_data{"지키는 데이터", "Data"};
inline constexpr Sentence column_wait{"대기 시간", "Wait"};
inline constexpr Sentence column_share{"비율", "Share"};
inline constexpr Sentence wait_below{"{0} 미만", "less than {0}"};
inline constexpr Sentence wait_between{"{0} 이상 {1} 미만", "{0} to {1}"};
inline constexpr Sentence table_curve{"스레드 수에 따른 처리량", "Throughput by threads"};
inline constexpr Sentence column_kind{"자물쇠 종류", "Lock kind"};
inline constexpr Sentence column_throughput{"처리량", "Throughput"};
inline constexpr Sentence column_bound{"상한", "Bound"};
inline constexpr Sentence column_theory{"이론", "Theory"};

} // namespace text::contention
