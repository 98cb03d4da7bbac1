#pragma once

#include "text/sentence.hpp"

/// The contention experiment: what changed between two moments.
namespace text::contention {

inline constexpr Sentence since{"비교할 시점", "Compared with"};
inline constexpr Sentence since_hint{"바뀐 것을 어느 시점부터 볼지 고릅니다.", "Since when changes are shown."};
inline constexpr Sentence since_step{"바로 앞 단계", "the step before"};
inline constexpr Sentence since_mark{"표시한 시점", "the mark"};
inline constexpr Sentence mark{"표시한 시점(단계)", "Marked moment (step)"};
inline constexpr Sentence mark_hint{"지금 보고 있는 시점과 비교할 단계입니다. 뒤에 있는 단계여도 됩니다.",
                                    "The step with which the present one is compared; it may also come later."};
inline constexpr Sentence mark_here{"여기 표시", "Mark this"};
inline constexpr Sentence mark_here_hint{"지금 보고 있는 시점을 표시하고, 여기서부터 바뀐 것을 보여 줍니다.",
                                         "Marks the moment shown; what changes is then shown from here on."};

inline constexpr Sentence difference_heading{"바뀐 것: {0}단계 → {1}단계", "What changed: step {0} → step {1}"};
inline constexpr Sentence difference_none{"두 시점의 상태가 같습니다.", "The two moments are the same."};
inline constexpr Sentence difference_unknown{"표시한 {0}단계는 아직 시뮬레이션하지 않았습니다.",
                                             "Step {0}, which is marked, has not been simulated yet."};
inline constexpr Sentence difference_more{"그 밖에 {0}가지가 더 바뀝니다.",
                                          "{0} more {0|thing changes|things change}."};
inline constexpr Sentence difference_is{"{0} → {1}", "{0} → {1}"};
inline constexpr Sentence fact_changes{"바뀐 것", "What changed"};
inline constexpr Sentence fact_changes_from{"비교한 단계", "Step compared with"};
inline constexpr Sentence column_what{"바뀐 것", "What"};
inline constexpr Sentence column_before{"앞 시점", "Before"};
inline constexpr Sentence column_after{"지금 보는 시점", "Shown now"};

} // namespace text::contention
