#pragma once

#include "text/sentence.hpp"

/// What threads and locks of a simulated machine do at one moment, and how two moments differ.
namespace text::moments {

inline constexpr Sentence doing_not_started{"시작 전", "not started"};
inline constexpr Sentence doing_ready{"코어를 기다림", "ready, without a core"};
inline constexpr Sentence doing_preempted{"선점되어 코어를 기다림", "preempted: lost its core"};
inline constexpr Sentence doing_running{"실행", "running"};
inline constexpr Sentence doing_spinning{"{0}을(를) 얻으려고 스핀(spin)", "spinning for {0}"};
inline constexpr Sentence doing_waits_lock{"{0}을(를) 기다리며 잠듦", "asleep, waiting for {0}"};
inline constexpr Sentence doing_waits_gil{"GIL을 기다림", "waiting for the GIL"};
inline constexpr Sentence doing_waits_io{"입출력(I/O) 대기", "waiting for I/O"};
inline constexpr Sentence doing_sleeping{"잠듦", "sleeping"};
inline constexpr Sentence doing_waits_join{"다른 스레드가 끝나기를 기다림", "waiting for another to end"};
inline constexpr Sentence doing_waits_condition{"알림을 기다림", "waiting to be notified"};
inline constexpr Sentence doing_ended{"끝남", "ended"};

inline constexpr Sentence lock_free{"비어 있음", "free"};
inline constexpr Sentence lock_held{"{0} 사용 중", "held by {0}"};
inline constexpr Sentence lock_readers{"읽는 스레드 {0}개", "{0} {0|reader|readers}"};
inline constexpr Sentence nobody{"없음", "nobody"};
inline constexpr Sentence yes{"참", "true"};
inline constexpr Sentence no{"거짓", "false"};

// -- What can differ between two moments: the subject of a sentence and of a row.

inline constexpr Sentence steps{"단계 수", "The number of steps"};
inline constexpr Sentence clock{"가상 시각", "The virtual time"};
inline constexpr Sentence nanoseconds{"{0} ns", "{0} ns"};
inline constexpr Sentence doing{"{0}의 상태", "What {0} does"};
inline constexpr Sentence place{"{0}의 코드 위치", "{0}'s place in its code"};
inline constexpr Sentence place_is{"명령 {0}: {1}", "instruction {0}: {1}"};
inline constexpr Sentence at_hand{"{0}이(가) 가진 값(acc)", "{0}'s value at hand (acc)"};
inline constexpr Sentence seen{"{0}이(가) 마지막으로 읽은 값(seen)", "What {0} read last (seen)"};
inline constexpr Sentence swapped{"{0}의 교환 성공 여부(ok)", "Whether {0}'s swap succeeded (ok)"};
inline constexpr Sentence core{"코어 {0}의 스레드", "Core {0}"};
inline constexpr Sentence lock{"자물쇠 {0}", "Lock {0}"};
inline constexpr Sentence lock_queue{"자물쇠 {0}의 대기열", "The queue of lock {0}"};
inline constexpr Sentence gil{"{0}의 GIL", "The GIL of {0}"};
inline constexpr Sentence gil_queue{"{0}의 GIL을 기다리는 스레드", "Who waits for the GIL of {0}"};
inline constexpr Sentence variable{"변수 {0}", "Variable {0}"};
inline constexpr Sentence printed{"출력한 값의 수", "The number of values printed"};

inline constexpr Sentence changes{"{0}: ‘{1}’에서 ‘{2}’(으)로 바뀝니다.", "{0}: “{1}”, then “{2}”."};

} // namespace text::moments
