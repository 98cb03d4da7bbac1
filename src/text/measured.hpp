#pragma once

#include "text/sentence.hpp"

/// Why a scenario is not run on real threads, or ended early there; the cores that were found.
namespace text::measured {

inline constexpr Sentence no_threads{
    "이 페이지에서는 메모리를 공유하는 스레드(thread)를 만들 수 없어 실제로 실행하지 못합니다. 시뮬레이션은 그대로 "
    "쓸 수 있습니다. 페이지를 격리 헤더와 함께 열거나 데스크톱 프로그램에서 실행하십시오.",
    "This page cannot make threads that share memory, so the real run is not possible here; the simulation works all "
    "the same. Open the page with isolation headers, or run it in the desktop program."};
inline constexpr Sentence too_many_threads{
    "스레드 {0}개는 실제로 실행할 수 없습니다. 실제 실행은 스레드 {1}개까지이므로, 스레드 수를 줄이거나 시뮬레이션을 "
    "사용하십시오.",
    "{0} threads cannot run for real, which is limited to {1}: choose fewer threads, or use the simulation."};
inline constexpr Sentence model_only{
    "자물쇠(lock) {0}의 종류 ‘{1}’은(는) 계산 모형일 뿐 실제 구현이 없습니다. 실제로 실행하려면 다른 종류를 "
    "고르십시오.",
    "Lock {0} is of the kind “{1}”, a model without a real implementation: choose another kind to run it for real."};
inline constexpr Sentence too_little_memory{
    "실행 기록에 {0} MB가 필요하지만 지금 쓸 수 있는 메모리는 {1} MB입니다. 다른 탭이나 프로그램을 닫고 다시 "
    "실행하십시오.",
    "Recording the run needs {0} MB, and {1} MB are free: close other tabs or programs and run it again."};
inline constexpr Sentence out_of_memory{
    "실행 기록에 필요한 메모리 {0} MB를 얻지 못했습니다. 다른 탭이나 프로그램을 닫고 다시 실행하십시오.",
    "The {0} MB for recording the run could not be allocated: close other tabs or programs and run it again."};
inline constexpr Sentence thread_did_not_start{
    "{0}초를 기다렸지만 스레드가 시작되지 않았습니다. 다른 프로그램을 닫고, 페이지라면 네트워크 연결을 확인한 뒤 다시 "
    "실행하십시오.",
    "A thread had not started after {0} s: close other programs, check the network connection if this is a page, "
    "and run it again."};
inline constexpr Sentence thread_refused{
    "브라우저나 운영체제가 스레드 {0}개를 만들어 주지 않았습니다. 스레드 수를 줄이거나 다른 탭과 프로그램을 닫고 다시 "
    "실행하십시오.",
    "The browser or the system refused to make {0} {0|thread|threads}: choose fewer, or close other tabs and "
    "programs, and run it again."};

inline constexpr Sentence cores{"{0}개", "{0}"};
inline constexpr Sentence cores_at_least{"{0}개 이상", "at least {0}"};

} // namespace text::measured
