#pragma once

#include "text/sentence.hpp"

/// What the replay of a corpus of generators says.
namespace text::conformance {

inline constexpr Sentence no_file{"‘{0}’ 파일을 읽을 수 없습니다. 경로를 확인하십시오.",
                                  "The file “{0}” cannot be read; check the path."};
inline constexpr Sentence not_json{"‘{0}’은(는) JSON이 아닙니다: {1}", "“{0}” is not JSON: {1}"};
inline constexpr Sentence not_a_corpus{"‘{0}’에는 읽을 수 있는 사례가 없습니다. 첫 사례 {1}: {2}",
                                       "“{0}” has no case that can be read. The first, {1}: {2}"};
inline constexpr Sentence not_a_case{"읽을 수 없습니다: {0}. 형식은 tests/oracle/generators/README.md에 있습니다.",
                                     "it cannot be read: {0}. The format is in tests/oracle/generators/README.md."};
inline constexpr Sentence beyond_64_bits{"{0}이(가) 64비트 정수의 범위를 벗어납니다. 더 큰 정수는 재현하지 않습니다.",
                                         "{0} does not fit in 64 bits, and larger integers are not replayed."};
inline constexpr Sentence a_sum{"합", "a sum"};
inline constexpr Sentence a_number{"수", "a number"};
inline constexpr Sentence half_surrogate{
    "서로게이트 쌍의 한쪽만 있는 문자열(\\ud800 따위)이 있습니다. 그런 문자열은 재현하지 않습니다.",
    "it has a string with half of a surrogate pair (such as \\ud800), and such strings are not replayed."};
inline constexpr Sentence too_deep{
    "JSON의 괄호가 {0}겹보다 깊습니다. CPython도 그런 프로그램은 컴파일하지 않습니다.",
    "its JSON has more than {0} brackets inside each other; CPython would not compile such a program."};
inline constexpr Sentence too_many_generators{
    "제너레이터가 서로의 안에서 {0}겹보다 깊게 실행됩니다. CPython에서는 RecursionError입니다.",
    "more than {0} generators run inside each other; CPython would raise RecursionError."};
inline constexpr Sentence too_many_steps{"{0}단계 안에 끝나지 않아 그만두었습니다.",
                                         "it did not end within {0} steps and was given up."};
inline constexpr Sentence no_cases{
    "‘{0}’에는 \"cases\" 배열이 없습니다. 형식은 tests/oracle/generators/README.md에 있습니다.",
    "“{0}” has no array \"cases\". The format is in tests/oracle/generators/README.md."};
inline constexpr Sentence bad_level{"수준(level)은 A, B, C 가운데 하나입니다. ‘{0}’은(는) 없습니다.",
                                    "The level is A, B or C, not “{0}”."};
inline constexpr Sentence missing_file{"검사할 JSON 파일을 적어야 합니다: interleave conformance FILE.json",
                                       "Name the JSON file to check: interleave conformance FILE.json"};

} // namespace text::conformance
