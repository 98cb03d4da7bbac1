#pragma once

#include "text/sentence.hpp"

/// What the simulator says: one sentence a step, and what it says of tables that it is checked against.
namespace text::sim {

inline constexpr Sentence unknown_oracle{
    "이 파일의 열을 알아볼 수 없습니다. deterministic.csv, deterministic_handoff.csv, mva_exponential.csv, md1n_exact.csv, "
    "ticket_model.csv, gil_slices.csv 가운데 하나와 같은 열이 필요합니다.",
    "The columns of this file are not known: it needs those of deterministic.csv, deterministic_handoff.csv, "
    "mva_exponential.csv, md1n_exact.csv, ticket_model.csv or gil_slices.csv."};
inline constexpr Sentence oracle_difference{"{0}번째 줄, {1}: 기대한 값 {2}, 시뮬레이션 {3}.",
                                            "Line {0}, {1}: expected {2}, simulated {3}."};
inline constexpr Sentence oracle_bad_row{"{0}번째 줄은 실행할 수 없는 값을 담고 있습니다.",
                                         "Line {0} has values that cannot be run."};
inline constexpr Sentence oracle_summary{"{0}개 일치, {1}개 불일치", "{0} agree, {1} differ"};
inline constexpr Sentence oracle_outside{
    "자기 99 % 신뢰 구간 밖에 있는 값: {1}개 가운데 {0}개 ({2} %)",
    "Values outside their own 99 % confidence interval: {0} of {1} ({2} %)"};

} // namespace text::sim
