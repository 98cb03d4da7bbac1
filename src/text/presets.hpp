#pragma once

#include "text/sentence.hpp"

/// The stories that a reader can open: what is run, and what to watch.
namespace text::presets {

inline constexpr Sentence sort_sequence{"강의의 정렬: 순서대로", "The lecture's sort: in sequence"};
inline constexpr Sentence sort_sequence_story{
    "스레드(thread) 하나가 난수 10,000,000개를 만들어 정렬하는 일을 두 번 합니다. 다른 방법들은 모두 이 시간과 "
    "비교합니다.",
    "One thread makes 10,000,000 random numbers and sorts them, twice. All the other ways are compared with this "
    "time."};
inline constexpr Sentence sort_ticks{"강의의 정렬: 옛 GIL(Python 3.1까지)", "The lecture's sort: the old GIL (to 3.1)"};
inline constexpr Sentence sort_ticks_story{
    "두 스레드가 하나씩 맡지만, GIL을 바이트코드(bytecode) 100개마다 놓았다가 다시 얻으려고 다툽니다. 코어가 둘인데도 "
    "순서대로 할 때보다 빨라지지 않습니다.",
    "Two threads take one each, but every 100 bytecodes the GIL is let go of and fought for again. In spite of two "
    "cores it is no faster than in sequence."};
inline constexpr Sentence sort_timed{"강의의 정렬: GIL(Python 3.2부터)", "The lecture's sort: the GIL (since 3.2)"};
inline constexpr Sentence sort_timed_story{
    "두 스레드가 난수를 만드는 동안에는 5 ms마다 GIL을 주고받습니다. sort()는 C 함수 호출 하나라서 끝날 때까지 GIL을 "
    "놓지 않습니다.",
    "While the two threads make their numbers, the GIL changes hands every 5 ms. sort() is one call into C and "
    "keeps it to its end."};
inline constexpr Sentence sort_free{"강의의 정렬: GIL 없는 Python", "The lecture's sort: free-threaded Python"};
inline constexpr Sentence sort_free_story{
    "GIL이 없으므로 두 스레드가 두 코어에서 함께 정렬합니다. 다만 random()은 두 스레드가 함께 쓰는 객체의 "
    "자물쇠(lock)를 얻어야 하므로 시간이 절반까지 줄지는 않습니다.",
    "Without a GIL both threads sort at once on two cores. But random() takes the lock of an object that they "
    "share, so the time is not quite halved."};
inline constexpr Sentence sort_processes{"강의의 정렬: 프로세스(process) 둘", "The lecture's sort: two processes"};
inline constexpr Sentence sort_processes_story{
    "프로세스마다 GIL이 따로 있어 두 코어를 모두 씁니다. 그 대신 정렬한 결과를 복사하여 보내고 받는 시간이 듭니다.",
    "Each process has a GIL of its own, so both cores are used. In return the sorted numbers have to be copied, "
    "sent and received."};

inline constexpr Sentence count_sequence{"세어 내려가기: 순서대로", "Counting down: in sequence"};
inline constexpr Sentence count_sequence_story{
    "스레드(thread) 하나가 1,000,000부터 0까지 세는 일을 두 번 합니다. 스레드 둘로 나눈 방법들은 이 시간과 비교합니다.",
    "One thread counts from 1,000,000 down to 0, twice. The ways with two threads are compared with this time."};
inline constexpr Sentence count_ticks{"세어 내려가기: Python 2.7의 스레드 둘",
                                      "Counting down: two threads of Python 2.7"};
inline constexpr Sentence count_ticks_story{
    "Beazley(2010, ‘Understanding the Python GIL’)의 실험처럼 두 스레드가 하나씩 맡아 코어 둘에서 세면, "
    "빨라지기는커녕 순서대로 할 때의 두 배쯤 걸립니다. 바이트코드(bytecode) 100개마다 GIL을 놓으며 다른 스레드를 "
    "깨우는데, 깨어나 보면 GIL은 이미 도로 잡혀 있습니다.",
    "As in Beazley's experiment (2010, “Understanding the Python GIL”), two threads take one count each on two "
    "cores, and need about twice the time of one after the other. Every 100 bytecodes the GIL is let go of and "
    "the other thread is woken, only to find that it has been taken back."};
inline constexpr Sentence count_timed{"세어 내려가기: GIL(Python 3.2부터)의 스레드 둘",
                                      "Counting down: two threads under the GIL since 3.2"};
inline constexpr Sentence count_timed_story{
    "같은 두 스레드가 5 ms마다 GIL을 넘겨받으며 셉니다. 서로 깨우느라 버리는 시간이 없어져 순서대로 할 때와 같은 "
    "시간이 걸립니다.",
    "The same two threads hand the GIL over every 5 ms. No time is thrown away on waking one another, and it takes as "
    "long as one after the other."};

inline constexpr Sentence convoy_ticks{"호송 효과(convoy effect): 옛 GIL", "The convoy effect: the old GIL"};
inline constexpr Sentence convoy_ticks_story{
    "요청에 답하는 스레드 옆에서 다른 스레드가 계산만 합니다. GIL을 놓았다는 신호에 깨어나 보면 계산하는 스레드가 이미 "
    "다시 가져간 뒤일 때가 많습니다.",
    "Beside a thread that answers requests, another only computes. Woken by the signal that the GIL is free, the first "
    "often finds that the other has taken it back already."};
inline constexpr Sentence convoy_timed{"호송 효과: GIL(Python 3.2부터)", "The convoy effect: the GIL since 3.2"};
inline constexpr Sentence convoy_timed_story{
    "요청에 답하는 스레드는 입출력(I/O)이 끝날 때마다 GIL을 되찾으려고 5 ms를 기다립니다. 답하는 데 10 µs면 충분한 "
    "요청을 1초에 100개 정도밖에 처리하지 못합니다.",
    "After every I/O the thread that answers requests waits 5 ms to get the GIL back. It serves about 100 requests a "
    "second, though each needs only 10 µs."};
inline constexpr Sentence convoy_free{"호송 효과: GIL 없는 Python", "The convoy effect: free-threaded Python"};
inline constexpr Sentence convoy_free_story{
    "같은 프로그램을 GIL 없이 두 코어에서 실행합니다. 계산하는 스레드가 있어도 요청은 곧바로 처리됩니다.",
    "The same program on two cores without a GIL. Requests are answered at once, whatever the other thread computes."};

inline constexpr Sentence ticket_crowd{"코어보다 스레드가 많을 때의 번호표 락",
                                       "A ticket lock with more threads than cores"};
inline constexpr Sentence ticket_crowd_story{
    "네 스레드가 두 코어에서 번호표 락(ticket lock)을 씁니다. 다음 번호를 가진 스레드가 코어를 빼앗기면, 나머지는 그 "
    "스레드가 다시 실행될 때까지 코어를 태우며 돌기만 합니다.",
    "Four threads share a ticket lock on two cores. When the one whose number is next has lost its core, the "
    "others can only burn theirs until it runs again."};
inline constexpr Sentence futex_crowd{"코어보다 스레드가 많을 때의 뮤텍스(mutex)",
                                      "A mutex with more threads than cores"};
inline constexpr Sentence futex_crowd_story{
    "번호표 락과 똑같은 일을 futex 뮤텍스로 합니다. 기다리는 스레드가 잠들어 코어를 비켜 주므로 처리량이 무너지지 "
    "않습니다.",
    "The same work as with the ticket lock, with a futex mutex. Those who wait sleep and leave their cores to "
    "others, so the throughput does not collapse."};

inline constexpr Sentence spin_short{"스핀(spin)과 뮤텍스: 짧은 구역, 스핀", "Spin or mutex: short section, spinning"};
inline constexpr Sentence spin_short_story{
    "임계 구역(critical section)이 200 ns뿐이어서, 잠들었다 깨는 시간보다 잠깐 도는 시간이 훨씬 짧습니다. 네 코어에서 "
    "네 스레드가 test-and-test-and-set 락으로 기다립니다.",
    "The critical section lasts only 200 ns, far less than it takes to sleep and wake up. Four threads on four cores "
    "wait with a test-and-test-and-set lock."};
inline constexpr Sentence mutex_short{"스핀과 뮤텍스: 짧은 구역, 뮤텍스", "Spin or mutex: short section, mutex"};
inline constexpr Sentence mutex_short_story{
    "같은 일을 futex 뮤텍스로 합니다. 잠들고 깨우는 데 수 µs가 들어, 200 ns짜리 구역에는 너무 비쌉니다.",
    "The same with a futex mutex. Going to sleep and being woken costs microseconds: too dear for a section of 200 "
    "ns."};
inline constexpr Sentence spin_long{"스핀과 뮤텍스: 긴 구역, 스핀", "Spin or mutex: long section, spinning"};
inline constexpr Sentence spin_long_story{
    "임계 구역이 500 µs나 되는데도 기다리는 스레드들이 계속 돕니다. 처리량은 뮤텍스와 비슷하지만 코어 시간의 대부분이 "
    "스핀으로 사라집니다.",
    "The critical section lasts 500 µs, and still those who wait keep spinning. The throughput is like the "
    "mutex's, but most of the core time is burned."};
inline constexpr Sentence mutex_long{"스핀과 뮤텍스: 긴 구역, 뮤텍스", "Spin or mutex: long section, mutex"};
inline constexpr Sentence mutex_long_story{
    "같은 일을 futex 뮤텍스로 합니다. 기다리는 스레드가 잠들어 있어 코어를 다른 일에 쓸 수 있습니다.",
    "The same with a futex mutex. Those who wait are asleep, and their cores are free for other work."};

inline constexpr Sentence rw_readers{"읽기-쓰기 락: 읽기 우선", "A reader-writer lock: readers first"};
inline constexpr Sentence rw_readers_story{
    "읽는 스레드 셋이 번갈아 드나들어, 자물쇠에는 거의 언제나 읽는 스레드가 하나는 있습니다. 하나뿐인 쓰는 "
    "스레드는 모두 나갈 때까지 들어가지 못하고 기아(starvation) 상태가 됩니다.",
    "Three readers come and go, so that nearly always one of them has the lock. The only writer has to wait until all "
    "are out, and starves."};
inline constexpr Sentence rw_writers{"읽기-쓰기 락: 쓰기 우선", "A reader-writer lock: writers first"};
inline constexpr Sentence rw_writers_story{
    "같은 네 스레드가 쓰기 우선인 락을 씁니다. 쓰려는 스레드가 오면 새로 읽으려는 스레드는 그 뒤에 서므로, 쓰기가 곧 "
    "차례를 얻고 읽기는 조금 늦어집니다.",
    "The same four threads with a lock that prefers writers. When the writer comes, new readers queue up behind it: it "
    "soon has its turn, and reading is a little slower."};

inline constexpr Sentence lock_io{"자물쇠를 쥔 채 입출력", "A lock held across I/O"};
inline constexpr Sentence lock_io_story{
    "네 스레드가 파일을 읽는 1 ms 동안 자물쇠를 쥐고 있습니다. 디스크가 여러 요청을 함께 처리할 수 있는데도 한 번에 "
    "하나씩만 읽게 됩니다.",
    "Four threads keep the lock during the 1 ms in which they read a file. The disk could serve several requests at "
    "once, but gets them one by one."};
inline constexpr Sentence lock_io_cured{"자물쇠 밖에서 입출력", "The I/O moved out of the lock"};
inline constexpr Sentence lock_io_cured_story{
    "먼저 파일을 읽고 나서, 합계를 고칠 때만 자물쇠를 얻습니다. 자물쇠를 쥐는 시간이 1 ms에서 5 µs로 줄어 네 스레드가 "
    "함께 읽습니다.",
    "Each thread reads first and takes the lock only to update the total. Held for 5 µs instead of 1 ms, it lets all "
    "four read at once."};

inline constexpr Sentence with_gil{"GIL 아래의 네 스레드", "Four threads under the GIL"};
inline constexpr Sentence with_gil_story{
    "파이썬 스레드 넷이 코어 넷에서 저마다 계산하고 가끔 함께 쓰는 사전(dict)을 고칩니다. GIL 때문에 언제나 한 "
    "스레드만 실행됩니다.",
    "Four Python threads on four cores compute on their own and now and then update a shared dict. Because of the GIL "
    "only one of them runs at any time."};
inline constexpr Sentence free_threaded{"GIL 없는 Python의 네 스레드", "Four threads in free-threaded Python"};
inline constexpr Sentence free_threaded_story{
    "같은 프로그램을 GIL 없이 실행합니다. 네 코어가 모두 일하고, 기다림은 사전(dict) 하나의 자물쇠에만 남습니다.",
    "The same program without a GIL. All four cores work, and waiting is left only at the lock of the one dict."};

inline constexpr Sentence refcount_race{"참조 횟수 경쟁(race condition)", "The reference-count race"};
inline constexpr Sentence refcount_race_story{
    "두 스레드가 한 객체의 참조 횟수(reference count)를 자물쇠 없이 올립니다. 읽고, 더하고, 쓰는 사이에 다른 스레드가 "
    "끼어들면 갱신이 사라져 마지막 값이 2,000보다 작아집니다.",
    "Two threads count up one object's references without a lock. When the other comes between reading, adding and "
    "writing, an update is lost, and the last value stays below 2,000."};
inline constexpr Sentence refcount_lock{"참조 횟수: 자물쇠로 고침", "The reference count: cured by a lock"};
inline constexpr Sentence refcount_lock_story{
    "읽고, 더하고, 쓰는 동안 자물쇠를 쥐므로 아무도 끼어들 수 없습니다. 마지막 값은 언제나 2,000이지만 갱신마다 "
    "자물쇠 값을 치릅니다.",
    "The lock is held while reading, adding and writing, so nobody comes between. The last value is always 2,000, "
    "at the price of a lock for every update."};
inline constexpr Sentence refcount_atomic{"참조 횟수: 원자적 연산으로 고침", "The reference count: cured by an atomic"};
inline constexpr Sentence refcount_atomic_story{
    "읽고, 더하고, 쓰는 일을 나눌 수 없는 연산 하나로 합니다. 자물쇠 없이도 마지막 값은 언제나 2,000입니다.",
    "Reading, adding and writing are one operation that cannot be divided. The last value is always 2,000, without a "
    "lock."};

} // namespace text::presets
