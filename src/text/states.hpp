#pragma once

#include "text/sentence.hpp"

/// The names of what a lane does and of what a mark points at.
namespace text::states {

inline constexpr Sentence idle{"유휴", "idle"};
inline constexpr Sentence starting{"준비", "starting"};
inline constexpr Sentence running{"실행", "running"};
inline constexpr Sentence generate{"난수 생성", "generate"};
inline constexpr Sentence sort{"정렬", "sort"};
inline constexpr Sentence wait_lock{"GIL 대기", "waiting for the lock"};
inline constexpr Sentence wait_io{"입출력 대기", "waiting for I/O"};
inline constexpr Sentence wait_join{"다른 스레드 대기", "waiting for the others"};
inline constexpr Sentence send{"결과 전송", "sending"};
inline constexpr Sentence verify{"검사", "checking"};
inline constexpr Sentence ready{"코어 대기", "ready, no core"};
inline constexpr Sentence preempted{"선점됨(코어를 빼앗김)", "preempted: core taken away"};
inline constexpr Sentence spin{"스핀", "spinning"};
inline constexpr Sentence section{"임계 구역", "critical section"};
inline constexpr Sentence sleep{"잠듦", "sleeping"};
inline constexpr Sentence switching{"문맥 교환", "context switch"};
inline constexpr Sentence held{"사용 중", "held"};
inline constexpr Sentence queue{"대기열", "queue"};
inline constexpr Sentence switch_request{"양보 요청", "drop request"};
inline constexpr Sentence hand_off{"GIL 전달", "hand-off"};
inline constexpr Sentence snapshot{"스냅숏", "snapshot"};

inline constexpr Sentence closer{"확대", "Zoom in"};
inline constexpr Sentence away{"축소", "Zoom out"};
inline constexpr Sentence whole{"전체 보기", "Show all"};
inline constexpr Sentence keys{"키: , . 앞뒤 구간 읽기 · [ ] 위아래 줄 · ← → ↑ ↓ 이동 · + − 확대와 축소 · F 전체 보기",
                               "Keys: , . read the span before or after · [ ] the row above or below · ← → ↑ ↓ move · "
                               "+ − zoom · F show all"};
inline constexpr Sentence keys_stepping{
    "키: , . 앞뒤 구간 읽기 · [ ] 위아래 줄 · ← → 한 단계씩 · Shift와 ← → 이동 · + − 확대와 축소 · F 전체 보기",
    "Keys: , . read the span before or after · [ ] the row above or below · ← → one step · Shift with ← → move · "
    "+ − zoom · F show all"};

} // namespace text::states
