#pragma once

#include "text/sentence.hpp"

/// The contention experiment: its controls and what it says by itself.
namespace text::contention {

inline constexpr Sentence title{"락 경합 실험", "The lock contention experiment"};
inline constexpr Sentence question{"스레드(thread)를 두 배로 늘리면 처리량은 어떻게 될까요?",
                                   "Twice the threads: what happens to the throughput?"};
inline constexpr Sentence task{
    "스레드 {0}개가 코어 {1}개에서 {2} 일하고, 자물쇠(lock)를 얻어 {3} 더 일하기를 되풀이합니다.",
    "{0} {0|thread|threads} on {1} {1|core|cores} {0|works|work} for {2}, {0|takes|take} a lock, {0|works|work} "
    "for {3} with it, and {0|starts|start} again."};
inline constexpr Sentence task_readers{
    "스레드 {0}개가 코어 {1}개에서 {2} 일하고, 자물쇠(lock)를 얻어 {3} 더 일하기를 되풀이합니다. 그 가운데 {4} %는 "
    "읽기만 합니다.",
    "{0} {0|thread|threads} on {1} {1|core|cores} {0|works|work} for {2}, {0|takes|take} a lock, {0|works|work} "
    "for {3} with it, and {0|starts|start} again; {4} % of this only reads."};
inline constexpr Sentence task_of_text{
    "직접 쓴 시나리오(scenario)를 실행합니다: 스레드 {0}개, 코어 {1}개, 자물쇠 {2}개.",
    "A scenario of your own: {0} {0|thread|threads}, {1} {1|core|cores}, {2} {2|lock|locks}."};

// -- Controls.

inline constexpr Sentence preset{"이야기", "Story"};
inline constexpr Sentence preset_hint{"준비된 사례를 고르거나, 모든 값을 직접 정합니다.",
                                      "A prepared case, or parameters of your own."};
inline constexpr Sentence free_parameters{"직접 정하기", "Parameters of your own"};
inline constexpr Sentence threads{"스레드(thread) 수", "Threads"};
inline constexpr Sentence threads_hint{"같은 일을 되풀이하는 스레드의 수입니다.", "How many threads do the same work."};
inline constexpr Sentence cores{"코어(core) 수", "Cores"};
inline constexpr Sentence cores_hint{"시뮬레이션하는 기기의 코어 수입니다. 이 기기의 코어 수와 달라도 됩니다.",
                                     "Of the simulated machine, which may have more than yours."};
inline constexpr Sentence inside{"임계 구역 안의 일", "Work inside"};
inline constexpr Sentence inside_hint{"자물쇠를 쥐고 임계 구역(critical section)에서 일하는 시간의 평균입니다.",
                                      "Mean time in the critical section, with the lock held."};
inline constexpr Sentence outside{"구역 밖의 일", "Work outside"};
inline constexpr Sentence outside_hint{"자물쇠 없이 일하는 시간의 평균입니다.", "Mean time of work without the lock."};
inline constexpr Sentence inside_law{"안의 일: 분포", "Inside: distribution"};
inline constexpr Sentence outside_law{"밖의 일: 분포", "Outside: distribution"};
inline constexpr Sentence law_hint{"시간이 늘 같은지, 매번 새로 뽑는지 고릅니다.",
                                   "Whether the time is always the same or drawn anew each time."};
inline constexpr Sentence law_constant{"일정", "constant"};
inline constexpr Sentence law_exponential{"지수 분포", "exponential"};
inline constexpr Sentence law_uniform{"균등 분포", "uniform"};
inline constexpr Sentence locks{"자물쇠 수", "Locks"};
inline constexpr Sentence locks_hint{"스레드마다 다른 자물쇠에서 시작하여 차례로 얻습니다.",
                                     "Each thread begins with another lock and takes them in turn."};
inline constexpr Sentence lock{"자물쇠(lock) 종류", "Lock kind"};
inline constexpr Sentence readers{"읽기만 하는 구역", "Sections that only read"};
inline constexpr Sentence readers_hint{
    "임계 구역 가운데 읽기만 하는 비율입니다. 읽기-쓰기 락은 읽는 스레드끼리 함께 들여보냅니다.",
    "The share of the sections that only read; a reader-writer lock lets readers in together."};
inline constexpr Sentence percent{"%", "%"};
inline constexpr Sentence seed{"시드(seed)", "Seed"};
inline constexpr Sentence seed_hint{"시드가 같으면 시뮬레이션은 마지막 단계까지 똑같습니다.",
                                    "The same seed gives the same run, to the last step."};
inline constexpr Sentence duration{"가상 시간", "Virtual time"};
inline constexpr Sentence duration_hint{"시뮬레이션하는 시간의 길이입니다.", "How much time is simulated."};
inline constexpr Sentence nanoseconds{"ns", "ns"};
inline constexpr Sentence microseconds{"µs", "µs"};
inline constexpr Sentence scenario{"시나리오 글", "Scenario as text"};
inline constexpr Sentence scenario_hint{"여기에 쓴 시나리오가 위의 모든 값을 대신합니다. 비워 두면 위의 값을 씁니다.",
                                        "A scenario written here replaces all of the above; empty, they apply."};
inline constexpr Sentence bad_scenario{"시나리오 글 {0}행 {1}열: {2}", "Scenario text, line {0}, column {1}: {2}"};
inline constexpr Sentence run{"시뮬레이션", "Simulate"};
inline constexpr Sentence run_hint{"끝까지 시뮬레이션합니다. 그 뒤에 어느 단계로든 되돌아갈 수 있습니다.",
                                   "Simulates to the end; you can then go back to any step."};
inline constexpr Sentence cancel{"취소", "Cancel"};
inline constexpr Sentence step{"앞으로", "Step"};
inline constexpr Sentence step_hint{"다음 단계(event) 하나로 갑니다.", "Goes one event on."};
inline constexpr Sentence back{"뒤로", "Back"};
inline constexpr Sentence back_hint{"바로 앞 단계로 되돌아갑니다.", "Goes one event back."};
inline constexpr Sentence next_contended{"다음 경합", "Next wait"};
inline constexpr Sentence next_contended_hint{"스레드가 자물쇠나 GIL을 기다리게 되는 다음 단계로 갑니다.",
                                              "Goes to the next step at which a thread has to wait for a lock or GIL."};
inline constexpr Sentence start_over{"처음", "Start"};
inline constexpr Sentence start_over_hint{"첫 단계 앞으로 되돌아갑니다.", "Goes back to before the first step."};
inline constexpr Sentence moment{"시점(단계)", "Moment (step)"};
inline constexpr Sentence moment_hint{"어느 단계를 볼지 고릅니다.", "Which step is shown."};
inline constexpr Sentence all_locks{"모든 자물쇠 비교", "All kinds of lock"};
inline constexpr Sentence all_locks_hint{"자물쇠 종류마다 처리량 곡선을 겹쳐 그립니다.",
                                         "Lays the curves of all kinds of lock over one another."};
inline constexpr Sentence run_here{"실제 실행", "Run here"};
inline constexpr Sentence run_here_hint{"같은 시나리오를 이 기기의 실제 스레드로 실행하여 나란히 놓습니다.",
                                        "Runs the same scenario on real threads of this machine and compares."};
inline constexpr Sentence code{"코드", "Code"};
inline constexpr Sentence code_hint{"지금 단계의 스레드가 실행하는 코드입니다.",
                                    "The code of the thread of this step."};
inline constexpr Sentence code_cpp{"C++", "C++"};
inline constexpr Sentence code_python{"Python", "Python"};
inline constexpr Sentence export_csv{"CSV", "CSV"};
inline constexpr Sentence export_csv_hint{"곡선의 모든 점을 표로 저장합니다.",
                                          "Saves the points of the curves as a table."};
inline constexpr Sentence export_json{"JSON", "JSON"};
inline constexpr Sentence export_json_hint{"시나리오와 결과를 JSON으로 저장합니다.",
                                           "Saves scenario and results as JSON."};
inline constexpr Sentence export_trace{"트레이스(trace)", "Trace"};
inline constexpr Sentence export_trace_hint{"Perfetto에서 열 수 있는 트레이스를 저장합니다.",
                                            "Saves a trace that opens in Perfetto."};
inline constexpr Sentence export_spans{"구간 CSV", "Spans CSV"};
inline constexpr Sentence export_spans_hint{"타임라인의 모든 구간을 표로 저장합니다.",
                                            "Saves every span of the timeline as a table."};

// -- Prediction.

inline constexpr Sentence predict{"스레드가 두 배면 처리량은", "With twice the threads, throughput"};
inline constexpr Sentence predict_hint{"결과를 보기 전에 고르십시오.", "Choose before you see the result."};
inline constexpr Sentence predict_none{"아직 고르지 않음", "not yet"};
inline constexpr Sentence predict_twice{"두 배", "doubles"};
inline constexpr Sentence predict_more{"조금 늘어남", "grows a little"};
inline constexpr Sentence predict_same{"그대로", "stays"};
inline constexpr Sentence predict_less{"줄어듦", "falls"};
inline constexpr Sentence verdict{"스레드 {0}개 → {1}개: 처리량 ×{2} ({3})",
                                  "{0} → {1} {1|thread|threads}: throughput ×{2} ({3})"};
inline constexpr Sentence predict_ratio{"순서대로 할 때에 견주어 시간은", "Against in sequence, the time is"};
inline constexpr Sentence predict_half{"절반쯤", "about half"};
inline constexpr Sentence predict_equal{"비슷함", "about the same"};
inline constexpr Sentence predict_longer{"더 김", "longer"};
inline constexpr Sentence no_sequence{"이 사례에는 같은 일을 순서대로 하는 짝이 없습니다.",
                                      "This case has no other one that does the same in sequence."};
inline constexpr Sentence prediction_right{"예측 적중", "as predicted"};
inline constexpr Sentence prediction_wrong{"예측은 ‘{0}’", "predicted: {0}"};
inline constexpr Sentence prediction_missing{"예측하지 않음", "no prediction"};
inline constexpr Sentence too_many_to_double{"스레드는 {0}개까지이므로 두 배로 늘려 볼 수 없습니다.",
                                             "The threads cannot be doubled: at most {0} are possible."};
inline constexpr Sentence no_prediction{
    "이 사례에는 자물쇠가 없거나 스레드마다 하는 일이 달라서, 스레드를 두 배로 늘려 볼 수 없습니다.",
    "This case has no lock, or threads that differ: they cannot be doubled."};

// -- Why a control cannot be used.

inline constexpr Sentence why_preset{"이 사례가 정한 값입니다. ‘직접 정하기’를 고르면 바꿀 수 있습니다.",
                                     "The story decides this; choose “Parameters of your own” to change it."};
inline constexpr Sentence why_scenario{"시나리오 글이 정한 값입니다. 글을 지우면 바꿀 수 있습니다.",
                                       "The scenario text decides this; clear the text to change it."};
inline constexpr Sentence why_running{"실행하는 동안에는 바꿀 수 없습니다.", "This cannot change during a run."};
inline constexpr Sentence why_not_running{"지금은 아무것도 실행되고 있지 않습니다.", "Nothing is running."};
inline constexpr Sentence why_complete{"이미 끝까지 시뮬레이션했습니다.", "This has been simulated to its end."};
inline constexpr Sentence why_at_start{"첫 단계 앞입니다.", "This is before the first step."};
inline constexpr Sentence why_at_end{"마지막 단계입니다.", "This is the last step."};
inline constexpr Sentence why_no_wait{"이 뒤로는 아무도 기다리지 않습니다.", "Nobody has to wait after this."};
inline constexpr Sentence why_no_result{"아직 결과가 없습니다. 먼저 시뮬레이션하십시오.",
                                        "There is no result yet; simulate first."};
inline constexpr Sentence why_revealed{"결과가 나온 뒤에는 예측할 수 없습니다.", "The result is already there."};
inline constexpr Sentence why_no_locks{"이 사례에는 자물쇠가 없어 비교할 종류도 없습니다.",
                                       "This case has no lock, so there are no kinds to compare."};
inline constexpr Sentence why_not_found{"이 실행에는 나타나지 않았습니다.", "It does not show in this run."};

// -- What is shown now.

inline constexpr Sentence ready{"예측을 고르고 ‘시뮬레이션’을 누르거나, 한 단계씩 따라가 보십시오.",
                                "Choose your prediction and press Simulate, or follow it step by step."};
inline constexpr Sentence running{"시뮬레이션 중: {0}단계, 가상 시간 {1}.",
                                  "Simulating: {0} {0|step|steps}, {1} of virtual time."};
inline constexpr Sentence sweeping{"스레드 수를 바꾸어 가며 곡선을 그리는 중입니다.",
                                   "Other numbers of threads are being simulated for the curve."};
inline constexpr Sentence cancelled{"취소했습니다. 여기까지의 결과는 그대로 있습니다.",
                                    "Cancelled; what is there stays."};
inline constexpr Sentence at_start{"아직 아무 일도 일어나지 않았습니다.", "Nothing has happened yet."};
inline constexpr Sentence at_step{"{0}단계, {1}: {2}", "Step {0}, {1}: {2}"};
inline constexpr Sentence at_end{"실행이 끝났습니다.", "The run is over."};
inline constexpr Sentence step_of{"{0} / {1}단계", "step {0} of {1}"};
inline constexpr Sentence step_so_far{"{0}단계", "step {0}"};
inline constexpr Sentence too_long{
    "{0}단계에서 멈추었습니다. 가상 시간 {1}까지의 결과입니다. 더 보려면 가상 시간이나 스레드 수를 줄이십시오.",
    "Stopped after {0} steps: the results are of the first {1}. Choose less virtual time or fewer threads."};
inline constexpr Sentence moment_beyond{"{0}단계는 없습니다. 이 실행은 {1}단계에서 끝납니다.",
                                        "There is no step {0}: this run ends at step {1}."};
inline constexpr Sentence deadlocked{
    "교착 상태(deadlock): 남은 스레드가 모두 서로를 기다립니다. 더는 아무 일도 일어나지 않습니다.",
    "Deadlock: every thread that is left waits for another. Nothing more can happen."};
inline constexpr Sentence status{"시뮬레이션: 코어 {0}개 · 가상 시계 1 ns",
                                 "Simulated: {0} {0|core|cores} · virtual clock 1 ns"};

} // namespace text::contention
