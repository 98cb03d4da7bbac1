#pragma once

#include "text/sentence.hpp"

/// Measurements that were made elsewhere: who, and under which conditions.
namespace text::recorded {

inline constexpr Sentence lecture{"강의의 Python", "The lecture's Python"};
inline constexpr Sentence lecture_setup{
    "강의에 적힌 값: 3.4968초 + 3.3992초, 스레드 2개로 6.9964초. 기기와 버전은 적혀 있지 않습니다.",
    "As printed in the lecture: 3.4968 s + 3.3992 s, two threads 6.9964 s; machine and version not given."};
inline constexpr Sentence cpython_3_11{"CPython 3.11.7", "CPython 3.11.7"};
inline constexpr Sentence cpython_3_13{"CPython 3.13.5", "CPython 3.13.5"};
inline constexpr Sentence cpython_3_13t{"CPython 3.13.5t (GIL 없음)", "CPython 3.13.5t (no GIL)"};
inline constexpr Sentence two_runs{
    "2026-11 기록. 가상 코어 2개(Xeon, KVM), Linux 6.18, 2회의 중앙값, 같은 코어에서 다른 작업이 함께 실행되고 "
    "있었습니다. 스레드와 프로세스의 시간은 기록된 비율에서 계산했습니다.",
    "Recorded 2026-11: 2 virtual cores (Xeon, KVM), Linux 6.18, median of 2, another job on the same cores; times of "
    "threads and processes from the recorded ratios."};
inline constexpr Sentence one_run{
    "2026-11 기록. 가상 코어 2개(Xeon, KVM), Linux 6.18, 1회, 같은 코어에서 다른 작업이 함께 실행되고 있었습니다. "
    "스레드와 프로세스의 시간은 기록된 비율에서 계산했습니다.",
    "Recorded 2026-11: 2 virtual cores (Xeon, KVM), Linux 6.18, 1 run, another job on the same cores; times of threads "
    "and processes from the recorded ratios."};

} // namespace text::recorded
