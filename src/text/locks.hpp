#pragma once

#include "text/sentence.hpp"

/// The locks that the engines know: their names, and in one sentence how each works.
namespace text::locks {

inline constexpr Sentence fifo{"선착순 모니터(monitor)", "FIFO monitor"};
inline constexpr Sentence fifo_principle{
    "먼저 요청한 스레드(thread)가 먼저 얻고 나머지는 줄을 서서 잠듭니다. 자물쇠(lock) 자체의 비용은 없다고 봅니다.",
    "Whoever asks first gets it first and the others sleep in a queue; the lock itself is taken to cost nothing."};

inline constexpr Sentence tas{"test-and-set 스핀락(spin lock)", "Test-and-set spin lock"};
inline constexpr Sentence tas_principle{
    "얻을 때까지 원자적 교환(atomic exchange)을 되풀이하므로, 기다리는 코어마다 캐시 라인(cache line)을 빼앗아 갑니다.",
    "It repeats an atomic exchange until it succeeds, so every waiting core keeps pulling the cache line over."};

inline constexpr Sentence ttas{"test-and-test-and-set 스핀락", "Test-and-test-and-set spin lock"};
inline constexpr Sentence ttas_principle{
    "비어 보일 때까지 자기 캐시에 있는 사본만 읽다가 그때 한 번 교환을 시도합니다.",
    "It only reads its cached copy until the lock looks free and tries the exchange just then."};

inline constexpr Sentence backoff{"지수 백오프(exponential backoff) 스핀락", "Spin lock with exponential backoff"};
inline constexpr Sentence backoff_principle{
    "실패할 때마다 두 배씩 더 쉬었다가 다시 시도하여 캐시 라인을 둘러싼 다툼을 줄입니다.",
    "After each failure it rests twice as long before the next try, so that fewer cores fight over the line."};

inline constexpr Sentence ticket{"번호표 락(ticket lock)", "Ticket lock"};
inline constexpr Sentence ticket_principle{
    "번호표를 하나 뽑고 자기 번호가 불릴 때까지 모두가 같은 값을 읽으며 기다립니다.",
    "Each takes a number, and all of them read the same counter until their own number is called."};

inline constexpr Sentence anderson{"앤더슨 배열 락(Anderson array lock)", "Anderson array lock"};
inline constexpr Sentence anderson_principle{
    "기다리는 스레드마다 배열의 다른 칸을 읽으므로, 놓을 때 다음 스레드의 칸 하나만 바뀝니다.",
    "Each waiter reads a slot of an array of its own, so that a release changes only the next one's slot."};

inline constexpr Sentence clh{"CLH 큐 락(queue lock)", "CLH queue lock"};
inline constexpr Sentence clh_principle{"한 줄로 서서 저마다 바로 앞 스레드의 노드(node)를 읽으며 기다립니다.",
                                        "The waiters stand in a queue, and each reads the node of the one before it."};

inline constexpr Sentence mcs{"MCS 큐 락", "MCS queue lock"};
inline constexpr Sentence mcs_principle{
    "한 줄로 서서 저마다 자기 노드를 읽으며 기다리고, 놓는 스레드가 다음 노드에 알려 줍니다.",
    "The waiters stand in a queue and each reads its own node, into which the one that lets go writes."};

inline constexpr Sentence futex{"futex 뮤텍스(mutex)", "Futex mutex"};
inline constexpr Sentence futex_principle{
    "비어 있으면 원자적 연산 하나로 얻고, 아니면 커널(kernel)에서 잠들었다가 놓는 스레드가 깨워 줍니다.",
    "Free, it is taken with one atomic operation; otherwise the thread sleeps in the kernel until the release wakes "
    "it."};

inline constexpr Sentence adaptive{"적응형 뮤텍스(adaptive mutex)", "Adaptive mutex"};
inline constexpr Sentence adaptive_principle{
    "잠깐 돌며 기다려 보고 그래도 얻지 못하면 커널에서 잠듭니다.",
    "It spins for a short while, and sleeps in the kernel when that was not enough."};

inline constexpr Sentence rw_readers{"읽기-쓰기 락, 읽기 우선", "Reader-writer lock, readers first"};
inline constexpr Sentence rw_readers_principle{
    "읽는 스레드끼리는 함께 들어가고, 쓰는 스레드는 읽는 스레드가 하나도 없을 때 혼자 들어갑니다.",
    "Readers share it; a writer has it alone, and only once no reader is left or wants it."};

inline constexpr Sentence rw_writers{"읽기-쓰기 락, 쓰기 우선", "Reader-writer lock, writers first"};
inline constexpr Sentence rw_writers_principle{
    "읽는 스레드끼리는 함께 들어가지만, 쓰려는 스레드가 기다리기 시작하면 새로 읽으려는 스레드는 그 뒤에 섭니다.",
    "Readers share it, but as soon as a writer waits, new readers queue up behind it."};

inline constexpr Sentence crowded{"모형: 붐빌수록 느린 락", "Model: slower when crowded"};
inline constexpr Sentence crowded_principle{
    "기다리는 코어가 하나 늘 때마다 넘겨주는 시간이 캐시 라인 전송의 반씩 길어지는 수학 모형입니다.",
    "A mathematical model in which each waiting core adds half a cache-line transfer to the hand-off."};

inline constexpr Sentence queued{"모형: 넘겨주는 시간이 일정한 락", "Model: constant hand-off"};
inline constexpr Sentence queued_principle{
    "기다리는 코어가 몇이든 넘겨주는 시간이 캐시 라인 전송 한 번으로 일정한 수학 모형입니다.",
    "A mathematical model in which a hand-off costs one cache-line transfer, however many wait."};

} // namespace text::locks
