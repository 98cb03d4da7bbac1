#pragma once

#include "text/sentence.hpp"

/// Why the text of a scenario cannot be read.
namespace text::scenario_text {

inline constexpr Sentence too_long{"글이 {0}바이트입니다. {1}바이트까지 읽을 수 있습니다.",
                                   "The text has {0} bytes; at most {1} can be read."};
inline constexpr Sentence bad_start{"시나리오(scenario)는 ‘s1’로 시작해야 합니다.", "A scenario must begin with “s1”."};
inline constexpr Sentence unknown_item{"‘{0}’은(는) 없는 항목입니다. 쓸 수 있는 것: {1}.",
                                       "“{0}” is unknown; possible here: {1}."};
inline constexpr Sentence unknown_op{"‘{0}’은(는) 없는 명령입니다.", "There is no instruction “{0}”."};
inline constexpr Sentence unknown_option{"{0}에는 ‘{1}’을(를) 붙일 수 없습니다.", "{0} does not take “{1}”."};
inline constexpr Sentence given_twice{"‘{0}’이(가) 두 번 나옵니다. 한 번만 쓰십시오.",
                                      "“{0}” is given twice; once is enough."};
inline constexpr Sentence missing{"{0} 뒤에 {1}이(가) 더 있어야 합니다.", "{0} needs one thing more: {1}."};
inline constexpr Sentence surplus{"{0}에는 ‘{1}’이(가) 더 필요하지 않습니다.", "“{1}” is more than {0} takes."};
inline constexpr Sentence not_a_number{"‘{0}’ 대신 {1}부터 {2}까지의 정수가 필요합니다.",
                                       "“{0}” should be a whole number from {1} to {2}."};
inline constexpr Sentence not_a_time{"‘{0}’ 대신 500n, 20u, 5m, 1s 같은 시간이 필요합니다. 가장 긴 시간은 {1}s입니다.",
                                     "“{0}” should be a time such as 500n, 20u, 5m or 1s, at most {1}s."};
inline constexpr Sentence times_backwards{"‘{0}’: 최솟값이 최댓값보다 큽니다.",
                                          "“{0}”: the least is above the greatest."};
inline constexpr Sentence bad_character{
    "이 글자는 여기에 쓸 수 없습니다. 빈칸은 -s, 다른 기호는 -와 16진수 두 자리로 적으십시오.",
    "This character cannot stand here; write a space as -s and other signs as - and two hexadecimal digits."};
inline constexpr Sentence bad_text{"올바른 UTF-8이 아니거나 제어 문자가 들어 있습니다.",
                                   "This is not valid UTF-8, or holds a control character."};
inline constexpr Sentence empty_name{"이름이 비어 있습니다.", "The name is empty."};
inline constexpr Sentence too_long_string{"{0}바이트까지 쓸 수 있습니다.", "At most {0} bytes are possible here."};
inline constexpr Sentence name_taken{"‘{0}’(이)라는 {1}은(는) 이미 있습니다.", "There is a {1} “{0}” already."};
inline constexpr Sentence no_such_name{"여기까지 ‘{0}’(이)라는 {1}이(가) 없습니다.",
                                       "There is no {1} “{0}” up to here."};
inline constexpr Sentence too_many{"{0}은(는) {1}개까지 둘 수 있습니다.", "{0}: at most {1} are possible."};
inline constexpr Sentence like_and_code{"다른 스레드의 코드를 쓰는 스레드에는 명령을 더할 수 없습니다.",
                                        "A thread that is like another has no instructions of its own."};

inline constexpr Sentence a_name{"이름", "a name"};
inline constexpr Sentence a_number{"정수", "a whole number"};
inline constexpr Sentence a_time{"시간", "a time"};
inline constexpr Sentence a_value{"값", "a value"};

} // namespace text::scenario_text
