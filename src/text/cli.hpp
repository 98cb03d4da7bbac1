#pragma once

#include "text/sentence.hpp"

/// What the command line program says.
namespace text::cli {

inline constexpr Sentence usage{
    "사용법:\n"
    "  interleave list                                   실험의 목록\n"
    "  interleave run WIDGET [--CONTROL VALUE]… [옵션]   실험 하나를 실행\n"
    "  interleave run WIDGET --help                      그 실험의 조절 항목\n"
    "  interleave conformance FILE.json [--level A|B|C]  제너레이터를 CPython의 기록과 비교\n"
    "  interleave oracle FILE.csv [--seed N]             정확한 결과의 표를 시뮬레이터와 비교\n"
    "옵션:\n"
    "  --lang ko|en     언어\n"
    "  --json           결과를 JSON으로 출력\n"
    "  --press BUTTON   끝난 뒤에 누를 버튼(예: export_trace는 지금 폴더에 파일을 저장)\n"
    "종료 코드: 0 끝남(oracle: 모두 일치), 1 실행 실패(oracle: 다른 행이 있음), 2 잘못된 인수.\n",
    "Usage:\n"
    "  interleave list                                     the experiments\n"
    "  interleave run WIDGET [--CONTROL VALUE]… [OPTION]   runs one\n"
    "  interleave run WIDGET --help                        its controls\n"
    "  interleave conformance FILE.json [--level A|B|C]    compares the generators with what CPython did\n"
    "  interleave oracle FILE.csv [--seed N]               compares a table of exact results with the simulator\n"
    "Options:\n"
    "  --lang ko|en     the language\n"
    "  --json           prints the results as JSON\n"
    "  --press BUTTON   presses a button at the end (export_trace saves a file in this folder)\n"
    "Exit status: 0 done (oracle: all agree), 1 the run failed (oracle: some differ), 2 bad arguments.\n"};
inline constexpr Sentence no_command{"명령을 적으십시오. interleave --help를 보십시오.",
                                     "Say what to do; see interleave --help."};
inline constexpr Sentence unknown_command{"‘{0}’은(는) 알 수 없는 명령입니다. interleave --help를 보십시오.",
                                          "“{0}” is not a command; see interleave --help."};
inline constexpr Sentence unknown_widget{"‘{0}’(이)라는 실험은 없습니다. interleave list를 보십시오.",
                                         "There is no experiment “{0}”; see interleave list."};
inline constexpr Sentence missing_value{"{0} 뒤에 값이 필요합니다.", "{0} needs a value."};
inline constexpr Sentence is_a_button{"‘{0}’은(는) 버튼입니다. --press {1}(으)로 누릅니다.",
                                      "“{0}” is a button: --press {1} presses it."};
inline constexpr Sentence missing_experiment{"run 뒤에 실험의 이름이 필요합니다. interleave list를 보십시오.",
                                             "run needs the name of an experiment; see interleave list."};
inline constexpr Sentence missing_table{"검사할 CSV 파일을 적어야 합니다: interleave oracle FILE.csv",
                                        "Name the CSV file to check: interleave oracle FILE.csv"};
inline constexpr Sentence given_twice{"‘{0}’이(가) 두 번 나옵니다. 한 번만 쓰십시오.",
                                      "“{0}” is given twice; once is enough."};
inline constexpr Sentence takes_no_value{"‘{0}’은(는) 값 없이 씁니다.", "“{0}” takes no value."};
inline constexpr Sentence takes_only{"{0} 명령에는 ‘{1}’을(를) 쓸 수 없습니다. 쓸 수 있는 것: {2}.",
                                     "{0} does not take “{1}”; it takes {2}."};
inline constexpr Sentence not_a_language{"언어는 ko나 en입니다. ‘{0}’은(는) 없습니다.",
                                         "The language is ko or en, not “{0}”."};
inline constexpr Sentence not_a_seed{"시드는 0부터 {1}까지의 정수입니다. 입력한 값은 ‘{0}’입니다.",
                                     "The seed is a whole number from 0 to {1}, not “{0}”."};
inline constexpr Sentence not_written{"결과를 출력하지 못했습니다. 출력하는 곳에 남은 공간이 있는지 확인하십시오.",
                                      "The output could not be written: check that there is room where it goes."};
inline constexpr Sentence no_file{"‘{0}’ 파일을 읽을 수 없습니다. 경로를 확인하십시오.",
                                  "“{0}” cannot be read: check the path."};
inline constexpr Sentence not_an_option{"‘{0}’은(는) 알 수 없는 인수입니다. ‘--조절항목 값’ 형식이어야 합니다.",
                                        "“{0}” is not understood; arguments look like --control value."};
inline constexpr Sentence range{"{0}부터 {1}까지", "{0} to {1}"};

} // namespace text::cli
