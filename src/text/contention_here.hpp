#pragma once

#include "text/sentence.hpp"

/// The same scenario on real threads, beside the simulation.
namespace text::contention {

inline constexpr Sentence here_heading{"타임라인(이 기기에서 측정)", "Timeline (measured on this machine)"};
inline constexpr Sentence here_calibrating{"이 기기의 코어와 시계를 측정합니다.",
                                           "Measuring the cores and the clock of this machine."};
inline constexpr Sentence here_preparing{"실제 스레드를 준비합니다.", "Making real threads ready."};
inline constexpr Sentence here_measuring{"실제 스레드로 실행하며 측정합니다.",
                                         "Running on real threads and measuring."};
inline constexpr Sentence here_gathering{"기록을 모읍니다.", "Putting the records together."};
inline constexpr Sentence here_finished{"시뮬레이션: 처리량 {0}. 이 기기: {1} ({2}).",
                                        "Simulated: throughput {0}. This machine: {1} ({2})."};
inline constexpr Sentence here_finished_time{"시뮬레이션: {0}. 이 기기: {1} ({2}).",
                                             "Simulated: {0}. This machine: {1} ({2})."};
inline constexpr Sentence here_failed{"이 기기에서 실행하지 못했습니다: {0}", "The run on this machine failed: {0}"};
inline constexpr Sentence here_cut{"기록할 자리가 다 차서 타임라인은 {0}까지만 있습니다. 수치는 끝까지의 값입니다.",
                                   "The room for records was used up: the timeline ends at {0}, the numbers do not."};
inline constexpr Sentence here_discarded{"탭이 가려진 동안의 실행은 버리고 다시 측정했습니다.",
                                         "A run that overlapped a hidden tab was discarded and done again."};

inline constexpr Sentence table_here{"시뮬레이션과 측정", "Simulated and measured"};
inline constexpr Sentence column_simulated{"시뮬레이션", "Simulated"};
inline constexpr Sentence column_measured{"이 기기에서 측정", "Measured here"};
inline constexpr Sentence column_difference{"차이", "Difference"};
inline constexpr Sentence not_observed{"관측할 수 없음", "not observable"};
inline constexpr Sentence difference_percent{"{0} %", "{0} %"};
inline constexpr Sentence difference_times{"×{0}", "×{0}"};
inline constexpr Sentence fact_here{"이 기기: {0}", "This machine: {0}"};
inline constexpr Sentence fact_difference{"{0}: 측정 ÷ 시뮬레이션", "{0}: measured ÷ simulated"};
inline constexpr Sentence fact_event_cost{"기록 한 번의 비용", "Cost of one record"};
inline constexpr Sentence fact_cores{"실제로 쓸 수 있는 코어(측정)", "Cores actually available (measured)"};

inline constexpr Sentence remark_heading{"무엇이 다른가", "What differs"};
inline constexpr Sentence remark_cores{"시뮬레이션은 코어 {0}개, 이 기기에서 쓸 수 있는 코어는 {1}입니다.",
                                       "{0} {0|core is|cores are} simulated; this machine has {1} to give."};
inline constexpr Sentence remark_costs{
    "시뮬레이션의 비용(캐시 라인, 잠들기, 깨우기)은 다른 기기에서 잰 값이고, 실제 운영 체제의 스케줄러는 다르게 "
    "고릅니다.",
    "The simulated costs of cache lines, sleeping and waking were measured on another machine, and the real scheduler "
    "chooses differently."};
inline constexpr Sentence remark_spin{
    "실제 스핀 락은 약 20 µs({0}번) 돌고 나면 한 번 확인할 때마다 코어를 양보하지만, 시뮬레이션의 스핀 락은 끝까지 "
    "돕니다.",
    "The real spin locks yield their core at every look after some 20 µs ({0} turns); the simulated ones spin to the "
    "end."};
inline constexpr Sentence remark_backoff{
    "비어 보인 락을 놓칠 때마다 두 배로 늘어나는 시간(최대 {0}번 돌 만큼)을 실제 락은 모두 쉬고, "
    "시뮬레이션의 락은 그 안에서 무작위로 골라 쉽니다.",
    "The real lock keeps away for the whole of a time that doubles with each loss, up to {0} turns; the simulated one "
    "draws its wait from it."};
inline constexpr Sentence remark_reader_writer{
    "실제 읽기-쓰기 락은 자는 스레드를 모두 깨워 다시 겨루게 하고, 시뮬레이션의 락은 다음 차례에게 바로 넘깁니다.",
    "The real reader-writer lock wakes all who sleep and lets them compete; the simulated one is handed straight "
    "to those whose turn it is."};
inline constexpr Sentence remark_recording{"상태가 바뀔 때마다 {0}을(를) 기록에 쓰며, 그것도 측정에 들어 있습니다.",
                                           "Writing down each change of state takes {0}, and is part of what is "
                                           "measured."};

} // namespace text::contention
