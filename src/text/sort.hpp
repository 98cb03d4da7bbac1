#pragma once

#include "text/sentence.hpp"

/// The sorting experiment.
namespace text::sort {

inline constexpr Sentence title{"정렬 실험", "The sorting experiment"};
inline constexpr Sentence question{"일을 여러 스레드(thread)로 나누면 정렬이 얼마나 빨라질까요?",
                                   "How much faster do threads sort?"};
inline constexpr Sentence question_long{
    "난수 {0}개를 만들어 정렬하는 일을 {1}번 합니다. 순서대로 할 때와 비교하여 얼마나 걸릴지 먼저 예측해 보십시오.",
    "Make {0} random numbers and sort them, {1} {1|time|times}. Predict first: how long will it take, compared "
    "with doing it in sequence?"};

inline constexpr Sentence way_sequence{"순서대로", "In sequence"};
inline constexpr Sentence way_threads{"스레드 {0}개", "{0} {0|thread|threads}"};
inline constexpr Sentence way_gil{"스레드 {0}개, GIL 있음", "{0} {0|thread|threads}, one GIL"};
inline constexpr Sentence way_processes{"프로세스 {0}개", "{0} {0|process|processes}"};
inline constexpr Sentence way_sequence_note{"스레드 하나가 모두 합니다", "one thread does all of it"};
inline constexpr Sentence way_threads_note{"메모리를 공유합니다", "shared memory"};
inline constexpr Sentence way_gil_note{"한 번에 하나만 실행됩니다", "one runs at a time"};
inline constexpr Sentence way_processes_note{"메모리가 따로라서 결과를 보냅니다",
                                             "separate memories: results are sent"};

inline constexpr Sentence n{"숫자 개수 n", "Numbers n"};
inline constexpr Sentence n_hint{"한 작업이 만들고 정렬하는 난수의 개수입니다.",
                                 "Random numbers that one unit of work makes and sorts."};
inline constexpr Sentence units{"작업 수", "Units"};
inline constexpr Sentence units_hint{"같은 일을 하는 횟수이며, 스레드와 프로세스의 수와 같습니다.",
                                     "How many times the work is done: also the number of threads and processes."};
inline constexpr Sentence repetitions{"반복", "Repetitions"};
inline constexpr Sentence repetitions_hint{"각 방법을 이 횟수만큼 측정하고 중앙값을 보여 줍니다.",
                                           "Each way is measured this often; the median is shown."};
inline constexpr Sentence seed{"시드(seed)", "Seed"};
inline constexpr Sentence seed_hint{"같은 시드는 같은 난수를 만듭니다.", "The same seed makes the same numbers."};
inline constexpr Sentence interval{"전환 간격", "Switch interval"};
inline constexpr Sentence interval_hint{
    "GIL을 기다리는 스레드가 양보를 요청하기까지의 시간입니다. CPython의 기본값은 5 ms입니다.",
    "How long a thread waits for the GIL before it asks for it. CPython's default is 5 ms."};
inline constexpr Sentence milliseconds{"ms", "ms"};
inline constexpr Sentence sort_checks{"sort()도 양보 요청을 검사", "sort() checks too"};
inline constexpr Sentence sort_checks_hint{
    "CPython의 sort()는 C 함수 호출 하나라서 끝날 때까지 GIL을 놓지 않습니다. 켜면 도중에도 검사합니다.",
    "CPython's sort() is one C call that keeps the GIL to its end. Switched on, it checks on the way."};
inline constexpr Sentence run{"실행", "Run"};
inline constexpr Sentence run_hint{"네 가지 방법을 이 기기에서 실제로 측정합니다.",
                                   "Measures the four ways on this device, for real."};
inline constexpr Sentence cancel{"취소", "Cancel"};
inline constexpr Sentence clear{"새로 시작", "Start over"};
inline constexpr Sentence clear_hint{"결과와 예측을 지웁니다.", "Clears results and predictions."};
inline constexpr Sentence export_csv{"CSV", "CSV"};
inline constexpr Sentence export_json{"JSON", "JSON"};
inline constexpr Sentence export_spans{"구간 CSV", "Spans CSV"};
inline constexpr Sentence export_trace{"트레이스(trace)", "Trace"};
inline constexpr Sentence export_csv_hint{"측정한 모든 시간을 표로 저장합니다.",
                                          "Saves every measured time as a table."};
inline constexpr Sentence export_json_hint{"설정과 결과를 JSON으로 저장합니다.", "Saves settings and results as JSON."};
inline constexpr Sentence export_spans_hint{"타임라인의 모든 구간과 표시를 표로 저장합니다.",
                                            "Saves every span and mark of the timeline as a table."};
inline constexpr Sentence export_trace_hint{"Perfetto에서 열 수 있는 트레이스를 저장합니다.",
                                            "Saves a trace that opens in Perfetto."};
inline constexpr Sentence code{"코드", "Code"};
inline constexpr Sentence code_hint{"강의의 Python과 같은 일을 하는 C++를 나란히 봅니다.",
                                    "The lecture's Python and the C++ that does the same."};
inline constexpr Sentence code_note{
    "실제로는 도중에 취소할 수 있도록 std::sort 위에 퀵소트(quicksort)를 한 층 얹어 실행합니다.",
    "What really runs puts a quicksort on top of std::sort, so that it can be cancelled on the way."};
inline constexpr Sentence code_way{"코드를 볼 방법", "Code of"};
inline constexpr Sentence code_way_hint{"어느 방법의 코드를 볼지 고릅니다.", "Whose code is shown."};
inline constexpr Sentence short_sequence{"순서대로", "Sequence"};
inline constexpr Sentence short_threads{"스레드", "Threads"};
inline constexpr Sentence short_gil{"GIL", "GIL"};
inline constexpr Sentence short_processes{"프로세스", "Processes"};
inline constexpr Sentence code_cpp{"C++", "C++"};
inline constexpr Sentence code_python{"Python", "Python"};

inline constexpr Sentence predict_threads{"예측: 스레드", "Prediction: threads"};
inline constexpr Sentence predict_gil{"예측: GIL이 있을 때", "Prediction: under a GIL"};
inline constexpr Sentence predict_processes{"예측: 프로세스", "Prediction: processes"};
inline constexpr Sentence predict_none{"미정", "Not yet"};
inline constexpr Sentence predict_half{"절반", "Half"};
inline constexpr Sentence predict_less{"줄어든다", "Less"};
inline constexpr Sentence predict_same{"같다", "Same"};
inline constexpr Sentence predict_more{"더 걸린다", "More"};
inline constexpr Sentence predict_hint{"순서대로 할 때와 비교하여 걸리는 시간입니다.",
                                       "The time it takes, compared with doing it in sequence."};
inline constexpr Sentence prediction_right{"예측 적중", "as predicted"};
inline constexpr Sentence prediction_wrong{"예측은 ‘{0}’", "predicted: {0}"};
inline constexpr Sentence prediction_missing{"예측 없음", "no prediction"};

inline constexpr Sentence why_running{"측정하는 동안에는 바꿀 수 없습니다.", "Cannot be changed while measuring."};
inline constexpr Sentence why_not_running{"측정 중이 아닙니다.", "Nothing is being measured."};
inline constexpr Sentence why_revealed{"결과를 본 뒤에는 예측을 바꿀 수 없습니다. ‘새로 시작’을 누르십시오.",
                                       "The result is out. Press “Start over” to predict again."};
inline constexpr Sentence why_no_result{"아직 결과가 없습니다.", "There is no result yet."};
inline constexpr Sentence why_alone{
    "이 페이지에서는 스레드도 워커(worker)도 시작할 수 없어 측정할 수 없습니다. 대신 기록된 결과를 보여 줍니다.",
    "This page can start neither threads nor workers, so nothing can be measured here; recorded results are shown "
    "instead."};
inline constexpr Sentence why_no_threads{"이 페이지는 격리되지 않아 스레드가 메모리를 공유할 수 없습니다.",
                                         "This page is not isolated, so threads cannot share memory."};
inline constexpr Sentence why_no_sharing{"이 브라우저는 스레드가 공유할 메모리를 주지 않습니다.",
                                         "This browser gives threads no memory to share."};
inline constexpr Sentence why_own_tab{"새 탭에서 열면 측정할 수도 있습니다.",
                                      "In a tab of its own it may be possible."};
inline constexpr Sentence too_large{
    "n = {0}에는 메모리 {1}가 필요합니다. 쓸 수 있는 메모리는 {2}이므로 {3} 이하로 정하십시오.",
    "n = {0} needs {1}; {2} is available here: choose at most {3}."};

inline constexpr Sentence too_little{
    "이 설정에는 메모리 {0}가 필요한데 쓸 수 있는 메모리는 {1}뿐입니다. 작업 수를 줄이거나 다른 탭과 프로그램을 "
    "닫으십시오.",
    "This needs {0}, and only {1} is available here: choose fewer units, or close other tabs and programs."};

inline constexpr Sentence gigabytes{"{0} GB", "{0} GB"};
inline constexpr Sentence megabytes{"{0} MB", "{0} MB"};
inline constexpr Sentence seconds{"{0} s", "{0} s"};
inline constexpr Sentence milli{"{0} ms", "{0} ms"};
inline constexpr Sentence micro{"{0} µs", "{0} µs"};
inline constexpr Sentence nano{"{0} ns", "{0} ns"};
inline constexpr Sentence times{"×{0}", "×{0}"};
inline constexpr Sentence percent{"{0} %", "{0} %"};

inline constexpr Sentence ready{"예측을 고르고 ‘실행’을 누르면 이 기기에서 네 가지 방법을 실제로 측정합니다.",
                                "Choose your predictions and press Run: the four ways are measured on this device."};
inline constexpr Sentence preparing{"메모리와 스레드를 준비합니다. 이 시간은 측정하지 않습니다.",
                                    "Making memory and threads ready; this is not timed."};
inline constexpr Sentence calibrating{"이 기기에서 실제로 쓸 수 있는 코어 수를 측정합니다.",
                                      "Measuring how many cores are actually available."};
inline constexpr Sentence warming{"배열의 모습을 기록하며 예비 실행을 한 번 합니다. 이 시간은 측정하지 않습니다.",
                                  "One untimed warm-up run, in which the pictures of the array are taken."};
inline constexpr Sentence measuring{"측정 중: {0}, {1}/{2}번째.", "Timing: {0}, round {1} of {2}."};
inline constexpr Sentence time_left{"{0} 남은 시간 약 {1}초.", "{0} About {1} s left."};
inline constexpr Sentence verifying{"{0}: 모든 결과가 바르게 정렬되었는지 검사합니다.",
                                    "{0}: checking that every result is sorted and complete."};
inline constexpr Sentence finished{"순서대로 {0}, 스레드 {1}개로 {2}(×{3}) 걸렸습니다. 쓸 수 있는 코어는 {4}입니다.",
                                   "In sequence {0}; on {1} {1|thread|threads} {2} (×{3}). Available cores: {4}."};
inline constexpr Sentence finished_workers{
    "순서대로 {0}, 프로세스 {1}개로 {2}(×{3}) 걸렸습니다. 쓸 수 있는 코어는 {4}입니다.",
    "In sequence {0}; in {1} {1|process|processes} {2} (×{3}). Available cores: {4}."};
inline constexpr Sentence finished_short{
    "걸린 시간이 너무 짧아 비교할 수 없으므로 n을 더 크게 정하고 다시 실행하십시오.",
    "This took too short a time to be compared: choose a larger n, then run again."};
inline constexpr Sentence cancelled{"측정을 취소했습니다. 끝난 결과는 그대로 있습니다.",
                                    "Cancelled. Finished results are kept."};
inline constexpr Sentence alone{"여기서는 측정할 수 없으므로 기록된 결과를 보여 줍니다.",
                                "Nothing can be measured here; recorded results are shown."};

inline constexpr Sentence few_cores{
    "작업은 {0}개인데 이 기기가 실제로 내준 코어는 {1}개입니다. 그 때문만으로도 속도 향상이 {0}배에 미치지 못할 수 "
    "있습니다.",
    "{0} {0|unit|units} of work, but this machine gave only {1} cores: for that reason alone the speed-up can fall "
    "short of {0}."};
inline constexpr Sentence cores_given{"실제 코어 {0}개", "{0} cores given"};
inline constexpr Sentence too_short{"너무 짧아 비교할 수 없음", "too short to compare"};
inline constexpr Sentence less_than{"< {0}", "< {0}"};
inline constexpr Sentence below_clock{"시계로 잴 수 없을 만큼 짧음({0})", "shorter than the clock can tell ({0})"};
inline constexpr Sentence beside{"{0} · {1}", "{0} · {1}"};
inline constexpr Sentence discarded{
    "탭이 가려진 동안의 측정 {0}건은 버리고 다시 측정했습니다.",
    "{0} {0|measurement|measurements} that overlapped a hidden tab {0|was|were} discarded and taken again."};
inline constexpr Sentence settings_changed{
    "설정이 바뀌었습니다. 아래 결과는 n = {0}, 작업 {1}개로 측정한 것입니다.",
    "The settings have changed; the results below are of n = {0}, {1} {1|unit|units}."};
inline constexpr Sentence failed_memory{
    "데이터에 쓸 메모리 {0}를 얻지 못하여 멈추었습니다. n이나 작업 수를 줄이거나 다른 탭과 프로그램을 닫고 다시 "
    "실행하십시오.",
    "The {0} for the data could not be allocated. Choose a smaller n or fewer units, or close other tabs and programs, "
    "then run again."};
inline constexpr Sentence failed_thread{
    "{0} 동안 기다렸지만 스레드가 시작되지 않았습니다. 다른 프로그램을 닫고 다시 실행하십시오.",
    "A thread had not started after {0}. Close other programs, then run again."};
inline constexpr Sentence failed_thread_page{
    "{0} 동안 기다렸지만 스레드가 시작되지 않았습니다. 다른 탭과 프로그램을 닫고 네트워크 연결을 확인하거나, 이 실험을 "
    "새로 연 뒤 다시 실행하십시오.",
    "A thread had not started after {0}. Close other tabs and programs and check the network connection, or open this "
    "experiment again, then run again."};
inline constexpr Sentence failed_thread_refused{
    "브라우저나 운영체제가 스레드 {0}개를 만들어 주지 않았습니다. 작업 수를 줄이거나 다른 탭과 프로그램을 닫고 다시 "
    "실행하십시오.",
    "The browser or the system refused to make {0} {0|thread|threads}. Choose fewer units, or close other tabs "
    "and programs, then run again."};
inline constexpr Sentence failed_worker{
    "프로세스(워커)가 시작되지 않았습니다({0} 뒤 중단). 다른 탭을 닫거나 페이지를 새로 연 뒤 다시 실행하십시오.",
    "A process (worker) did not start (given up after {0}). Close other tabs or reload the page, then run again."};
inline constexpr Sentence failed_fork{
    "운영체제가 프로세스를 만들어 주지 않았습니다(오류 번호 {0}). n이나 작업 수를 줄이거나 다른 프로그램을 닫고 다시 "
    "실행하십시오.",
    "The system refused to make a process (error number {0}). Choose a smaller n or fewer units, or close other "
    "programs, then run again."};
inline constexpr Sentence failed_early{
    "프로세스 P{0}이(가) 준비를 마치기 전에 끝났습니다. 메모리가 모자라면 그럴 수 있습니다. n이나 작업 수를 "
    "줄이거나 다른 프로그램을 닫고 다시 실행하십시오.",
    "Process P{0} ended before it was ready, as happens when memory runs out. Choose a smaller n or fewer units, or "
    "close other programs, then run again."};
inline constexpr Sentence failed_load{
    "프로세스(워커)가 실행할 프로그램을 불러오지 못했습니다. 네트워크 연결을 확인하거나 페이지를 새로 연 뒤 다시 "
    "실행하십시오.",
    "The program that the processes (workers) run could not be loaded. Look whether the network can be reached, "
    "or reload the page, then run again."};
inline constexpr Sentence failed_not_ready{
    "{0} 동안 기다렸지만 프로세스가 메모리를 준비하지 못했습니다. n이나 작업 수를 줄이거나 다른 프로그램을 닫고 다시 "
    "실행하십시오.",
    "A process had not made its memory ready after {0}. Choose a smaller n or fewer units, or close other programs, "
    "then run again."};
inline constexpr Sentence failed_process{
    "프로세스 P{0}이(가) 도중에 끝났습니다. n을 줄이거나 이 실험을 새로 연 뒤 다시 실행하십시오.",
    "Process P{0} ended before its work was done. Choose a smaller n, or open this experiment again, then run again."};
inline constexpr Sentence two_sentences{"{0} {1}", "{0} {1}"};
inline constexpr Sentence failed_works{"끝난 측정과 기록된 결과는 그대로 볼 수 있습니다.",
                                       "Finished measurements and recorded results stay."};
inline constexpr Sentence failed_check{
    "검사에 실패했습니다: 결과가 정렬되지 않았거나 숫자가 바뀌었습니다. 그 시간은 보여 주지 않습니다.",
    "A check failed: a result was not sorted, or numbers changed. Its time is not shown."};

inline constexpr Sentence column_way{"방법", "Way"};
inline constexpr Sentence column_time{"시간(중앙값)", "Time (median)"};
inline constexpr Sentence column_spread{"범위(최소–최대)", "Range (min–max)"};
inline constexpr Sentence column_speedup{"속도 향상", "Speed-up"};
inline constexpr Sentence column_efficiency{"효율", "Efficiency"};
inline constexpr Sentence results{"측정 결과", "Measured here"};
inline constexpr Sentence recorded{"기록된 결과(여기서 측정한 것이 아님)", "Recorded (not measured here)"};
inline constexpr Sentence column_source{"출처", "Source"};
inline constexpr Sentence column_sequence{"순서대로", "In sequence"};
inline constexpr Sentence column_threads{"스레드 2개", "2 threads"};
inline constexpr Sentence column_processes{"프로세스 2개", "2 processes"};
inline constexpr Sentence column_setup{"조건", "Setup"};
inline constexpr Sentence recorded_heading{"기록: Python에서 2 × 10,000,000개 (여기서 측정한 것이 아닙니다)",
                                           "Recorded: Python, 2 × 10,000,000 numbers (not measured here)"};
inline constexpr Sentence recorded_setup{
    "CPython: 2026-11, 가상 코어 2개(Xeon, KVM), Linux 6.18, 다른 작업과 함께 실행, 스레드와 프로세스의 시간은 "
    "기록된 비율에서 계산. 강의: 기기와 버전은 적혀 있지 않음.",
    "CPython: 2026-11, 2 virtual cores (Xeon, KVM), Linux 6.18, beside another job; threads and processes from the "
    "recorded ratios. Lecture: machine and version not given."};
inline constexpr Sentence recorded_row{"순서대로 {0} s · 스레드 {1} s · 프로세스 {2} s",
                                       "sequence {0} s · threads {1} s · processes {2} s"};
inline constexpr Sentence recorded_row_threads{"순서대로 {0} s · 스레드 {1} s", "sequence {0} s · threads {1} s"};
inline constexpr Sentence scale_one{"순서대로 = 1", "in sequence = 1"};
inline constexpr Sentence fact_spread_short{"산포", "spread"};
inline constexpr Sentence fact_efficiency_short{"효율", "eff."};
inline constexpr Sentence array_heading{"배열", "The array"};
inline constexpr Sentence timeline_heading{"타임라인(timeline)", "Timeline"};
inline constexpr Sentence spans{"타임라인의 구간", "Spans of the timeline"};
inline constexpr Sentence column_lane{"스레드·프로세스", "Thread or process"};
inline constexpr Sentence column_state{"상태", "State"};
inline constexpr Sentence column_start{"시작", "Start"};
inline constexpr Sentence column_length{"길이", "Length"};
inline constexpr Sentence lane_of{"{0}: {1}", "{0}: {1}"};
inline constexpr Sentence folded{"{0} × {1}", "{0} × {1}"};
inline constexpr Sentence more_spans{"그 밖의 구간 {0}개", "{0} more {0|span|spans}"};
inline constexpr Sentence moment{"배열의 시점", "Moment of the sort"};
inline constexpr Sentence moment_hint{"배열이 얼마나 정렬된 때를 볼지 고릅니다.",
                                      "How far along the sort the array is shown."};
inline constexpr Sentence percent_sign{"%", "%"};
inline constexpr Sentence not_recorded{"기록 없음", "not recorded"};

inline constexpr Sentence fact_wall{"{0}: 시간", "{0}: time"};
inline constexpr Sentence fact_speedup{"{0}: 속도 향상", "{0}: speed-up"};
inline constexpr Sentence fact_efficiency{"{0}: 효율", "{0}: efficiency"};
inline constexpr Sentence fact_spread{"{0}: 산포((최대−최소)÷중앙값)", "{0}: spread, (max − min) ÷ median"};
inline constexpr Sentence fact_too_short{"{0}: 비교하지 않는 이유", "{0}: why it is not compared"};
inline constexpr Sentence fact_hand_offs{"{0}: GIL 전달 횟수", "{0}: hand-offs"};
inline constexpr Sentence fact_switch_requests{"{0}: 양보 요청 횟수", "{0}: drop requests"};
inline constexpr Sentence fact_prediction{"{0}: 예측", "{0}: prediction"};
inline constexpr Sentence fact_unavailable{"{0}: 측정할 수 없는 이유", "{0}: why it cannot be measured"};
inline constexpr Sentence fact_effective_cores{"실제로 쓸 수 있는 코어(측정)", "Cores actually available (measured)"};
inline constexpr Sentence fact_few_cores{"작업 수보다 적은 코어", "Fewer cores than units"};
inline constexpr Sentence fact_verified{"모든 결과가 검사를 통과함", "Every output passed its check"};
inline constexpr Sentence fact_clock_step{"시계 해상도", "Clock step"};
inline constexpr Sentence fact_clock_uncertainty{"스레드 간 시계 불확도", "Clock uncertainty between threads"};
inline constexpr Sentence fact_tier{"실행 환경", "Tier"};
inline constexpr Sentence fact_memory{"쓸 수 있는 메모리", "Memory for data"};
inline constexpr Sentence fact_discarded{"버리고 다시 한 측정", "Measurements discarded"};
inline constexpr Sentence yes{"예", "yes"};
inline constexpr Sentence no{"아니요", "no"};
inline constexpr Sentence tier_threads{"실제 스레드", "real threads"};
inline constexpr Sentence tier_workers{"스레드가 아닌 프로세스(워커)", "processes (workers), not threads"};
inline constexpr Sentence tier_alone{"기록된 결과만", "recordings only"};
inline constexpr Sentence tier_native{"실제 스레드", "real threads"};
inline constexpr Sentence measured_here{"측정: {0}", "Measured: {0}"};
inline constexpr Sentence cores{"코어 {0}", "{0} cores"};
inline constexpr Sentence clock{"시계 해상도 {0}", "clock {0}"};

inline constexpr Sentence array_before{"정렬 전", "before"};
inline constexpr Sentence array_during{"{0} % 정렬", "{0} % sorted"};
inline constexpr Sentence array_after{"정렬 후", "sorted"};
inline constexpr Sentence array_none{"실행하면 배열이 정렬되는 모습을 여기에 보여 줍니다.",
                                     "Run it, and the array is seen being sorted here."};
inline constexpr Sentence timeline_none{"실행하면 스레드마다 무엇을 했는지 하나의 시간축 위에 보여 줍니다.",
                                        "Run it, and what each thread did is drawn here on one time axis."};

} // namespace text::sort
