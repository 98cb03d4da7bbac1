#pragma once

#include "text/sentence.hpp"

/// What the replay of a corpus of generators says.
namespace text::conformance {

inline constexpr Sentence no_file{"‘{0}’ 파일을 읽을 수 없습니다. 경로를 확인하십시오.",
                                  "The file “{0}” cannot be read; check the path."};
inline constexpr Sentence not_json{"‘{0}’은(는) JSON이 아닙니다: {1}", "“{0}” is not JSON: {1}"};
inline constexpr Sentence not_a_corpus{
    "‘{0}’의 {1}번째 사례({2})를 읽을 수 없습니다: {3}. 형식은 tests/oracle/generators/README.md에 있습니다.",
    "Case {1} ({2}) of “{0}” cannot be read: {3}. The format is in tests/oracle/generators/README.md."};
inline constexpr Sentence no_cases{
    "‘{0}’에는 \"cases\" 배열이 없습니다. 형식은 tests/oracle/generators/README.md에 있습니다.",
    "“{0}” has no array \"cases\". The format is in tests/oracle/generators/README.md."};
inline constexpr Sentence bad_level{"수준(level)은 A, B, C 가운데 하나입니다. ‘{0}’은(는) 없습니다.",
                                    "The level is A, B or C, not “{0}”."};
inline constexpr Sentence missing_file{"검사할 JSON 파일을 적어야 합니다: interleave conformance FILE.json",
                                       "Name the JSON file to check: interleave conformance FILE.json"};
inline constexpr Sentence only_level{"conformance에는 --level과 --lang만 쓸 수 있습니다.",
                                     "conformance takes --level and --lang only."};

} // namespace text::conformance
