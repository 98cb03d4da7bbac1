#pragma once

#include "text/sentence.hpp"

/// Why a scenario cannot be run, each with what to do about it.
namespace text::faults {

inline constexpr Sentence at_instruction{"{0} 스레드(thread)의 명령 {1}: {2}", "Thread {0}, instruction {1}: {2}"};
inline constexpr Sentence at_thread{"{0} 스레드(thread): {1}", "Thread {0}: {1}"};

inline constexpr Sentence a_variable{"변수", "variable"};
inline constexpr Sentence a_lock{"자물쇠(lock)", "lock"};
inline constexpr Sentence a_condition{"조건 변수(condition variable)", "condition variable"};
inline constexpr Sentence a_device{"장치", "device"};
inline constexpr Sentence an_interpreter{"인터프리터(interpreter)", "interpreter"};
inline constexpr Sentence a_thread{"스레드(thread)", "thread"};
inline constexpr Sentence an_instruction{"명령", "instruction"};

inline constexpr Sentence cores_out_of_range{"코어는 1개부터 {0}개까지 둘 수 있습니다. 지금 값은 {1}입니다.",
                                             "There can be 1 to {0} cores, not {1}."};
inline constexpr Sentence time_out_of_range{"{0}: 시간은 0부터 {1} ns까지 쓸 수 있습니다. 지금 값은 {2} ns입니다.",
                                            "{0}: a time goes from 0 to {1} ns; {2} ns is outside."};
inline constexpr Sentence no_thread{"스레드가 하나도 없습니다. 하나 이상 두십시오.",
                                    "There is no thread; put in at least one."};
inline constexpr Sentence nobody_starts{"처음부터 시작하는 스레드가 하나도 없어 아무 일도 일어나지 않습니다.",
                                        "No thread starts by itself, so nothing would ever happen."};
inline constexpr Sentence too_many{"{0}: {1}개까지 둘 수 있는데 {2}개가 있습니다.",
                                   "{0}: at most {1} are possible, and there are {2}."};
inline constexpr Sentence too_much_code{"명령은 모든 스레드를 합하여 {0}개까지 둘 수 있습니다.",
                                        "All threads together can have at most {0} instructions."};
inline constexpr Sentence name_missing{"{0} {1}번에 이름이 없습니다.", "The {0} number {1} has no name."};
inline constexpr Sentence name_twice{"{0} 이름 ‘{1}’이(가) 두 번 쓰였습니다. 서로 다른 이름을 주십시오.",
                                     "The {0} name “{1}” is used twice; give each its own."};
inline constexpr Sentence name_too_long{"이름 ‘{0}…’이(가) {1}바이트보다 깁니다.",
                                        "The name “{0}…” is longer than {1} bytes."};
inline constexpr Sentence name_not_text{"{0} {1}번의 이름은 올바른 UTF-8이 아니거나 제어 문자가 들어 있습니다.",
                                        "The name of {0} number {1} is not valid UTF-8 or holds a control character."};
inline constexpr Sentence title_bad{
    "시나리오(scenario)의 이름은 제어 문자가 없는 UTF-8로 {0}바이트까지 쓸 수 있습니다.",
    "The scenario's name must be UTF-8 without control characters, at most {0} bytes."};

inline constexpr Sentence lock_unknown_kind{"{0} 자물쇠(lock)는 없는 종류입니다.", "Lock {0} is of no known kind."};
inline constexpr Sentence lock_protects_nothing{"{0} 자물쇠(lock)가 보호한다는 {1}번 변수가 없습니다.",
                                                "Lock {0} protects variable number {1}, which does not exist."};
inline constexpr Sentence lock_protects_twice{"{0} 자물쇠(lock)의 목록에 {1} 변수가 두 번 있습니다.",
                                              "Lock {0} lists variable {1} twice."};
inline constexpr Sentence condition_without_lock{"{0} 조건 변수(condition variable)가 쓰는 {1}번 자물쇠가 없습니다.",
                                                 "Condition {0} uses lock number {1}, which does not exist."};
inline constexpr Sentence device_servers{"{0} 장치가 동시에 처리하는 요청 수는 0(제한 없음) 이상 {1} 이하여야 합니다.",
                                         "Device {0} must serve 0 (any number) to {1} requests at once."};
inline constexpr Sentence gil_unknown_kind{"{0} 인터프리터(interpreter)의 GIL은 없는 종류입니다.",
                                           "The GIL of interpreter {0} is of no known kind."};
inline constexpr Sentence gil_needs_interval{
    "{0} 인터프리터(interpreter)에는 0보다 큰 전환 간격과 바이트코드(bytecode) 시간이 필요합니다.",
    "Interpreter {0} needs a switch interval and a bytecode time above 0."};
inline constexpr Sentence gil_needs_ticks{
    "{0} 인터프리터(interpreter)는 1개 이상 {1}개 이하의 바이트코드(bytecode)마다 검사해야 합니다.",
    "Interpreter {0} must check every 1 to {1} bytecodes."};

inline constexpr Sentence thread_without_interpreter{"{0}번 인터프리터(interpreter)가 없습니다.",
                                                     "there is no interpreter number {0}."};
inline constexpr Sentence thread_never_started{"다른 스레드가 시작해 주어야 하는데 spawn 명령이 어디에도 없습니다.",
                                               "it waits to be started, but no instruction spawns it."};
inline constexpr Sentence start_time_unused{"spawn으로 시작하는 스레드에는 시작 시각을 줄 수 없습니다.",
                                            "it is spawned, so it cannot have a starting time as well."};

inline constexpr Sentence unknown_op{"없는 명령입니다.", "there is no such operation."};
inline constexpr Sentence target_missing{"{0} {1}번이 없습니다. 모두 {2}개입니다.",
                                         "there is no {0} number {1}; there are {2}."};
inline constexpr Sentence jump_outside{"명령 {0}(으)로 뛰지만 명령은 {1}개뿐입니다.",
                                       "it jumps to instruction {0}, but there are only {1}."};
inline constexpr Sentence field_unused{"{0} 명령이 쓰지 않는 값이 들어 있습니다. 지우십시오.",
                                       "it carries a value that {0} does not use; remove it."};
inline constexpr Sentence time_bad{"시간은 0부터 {0} ns까지 쓸 수 있습니다.", "a time must lie between 0 and {0} ns."};
inline constexpr Sentence time_backwards{"균등 분포의 최솟값 {0} ns가 최댓값 {1} ns보다 큽니다.",
                                         "the least time of {0} ns is above the greatest of {1} ns."};
inline constexpr Sentence time_unknown_law{"없는 시간 분포입니다.", "there is no such law of time."};
inline constexpr Sentence line_bad{"코드 줄은 제어 문자가 없는 UTF-8로 {0}바이트까지 쓸 수 있습니다.",
                                   "a line of code must be UTF-8 without control characters, at most {0} bytes."};
inline constexpr Sentence repeat_negative{"반복 횟수 {0}은(는) 0보다 작습니다.",
                                          "it cannot repeat {0} times; 0 means for ever."};
inline constexpr Sentence not_reader_writer{
    "{0} 자물쇠는 읽기-쓰기 락(reader-writer lock)이 아니어서 나누어 읽을 수 없습니다.",
    "{0} is not a reader-writer lock, so it cannot be taken for reading."};
inline constexpr Sentence spawns_running{"{0} 스레드는 처음부터 시작하므로 spawn할 수 없습니다.",
                                         "{0} starts by itself and cannot be spawned."};
inline constexpr Sentence spawns_twice{"{0} 스레드를 두 번 시작하게 됩니다. 스레드는 한 번만 시작할 수 있습니다.",
                                       "{0} could be started a second time; a thread starts only once."};
inline constexpr Sentence joins_itself{"자기 자신이 끝나기를 기다리므로 영원히 멈춥니다.",
                                       "it waits for its own end, which never comes."};
inline constexpr Sentence not_held{"{0} 자물쇠를 가지지 않은 채 이 명령에 이를 수 있습니다.",
                                   "it can be reached without holding {0}."};
inline constexpr Sentence timeless_loop{
    "여기서 시작하는 끝없는 반복에는 시간이 걸리거나 기다리는 명령이 없습니다. compute, sleep, io 가운데 하나를 "
    "넣으십시오.",
    "the endless loop that begins here takes no time and never waits; put a compute, a sleep or an io into it."};

} // namespace text::faults
