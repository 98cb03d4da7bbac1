#pragma once

#include "text/sentence.hpp"

/// What the page itself says: refusals, notices, its own controls.
namespace text::lab {

inline constexpr Sentence number_with_unit{"{0} {1}", "{0} {1}"};
inline constexpr Sentence not_a_number{"‘{0}’에는 숫자가 필요합니다. ‘{1}’은(는) 숫자가 아닙니다.",
                                       "“{0}” needs a number; “{1}” is not one."};
inline constexpr Sentence out_of_range{"‘{0}’은(는) {1}부터 {2}까지 고를 수 있습니다. 입력한 값은 {3}입니다.",
                                       "“{0}” goes from {1} to {2}; {3} is outside."};
inline constexpr Sentence not_whole{"‘{0}’에는 정수가 필요합니다. 입력한 값은 {1}입니다.",
                                    "“{0}” needs a whole number; {1} is not one."};
inline constexpr Sentence not_an_option{"‘{0}’에는 ‘{1}’이(가) 없습니다. 고를 수 있는 값: {2}.",
                                        "“{0}” has no “{1}”; choose one of: {2}."};
inline constexpr Sentence not_a_truth{"‘{0}’에는 true 또는 false가 필요합니다. 입력한 값은 ‘{1}’입니다.",
                                      "“{0}” needs true or false, not “{1}”."};
inline constexpr Sentence button_has_no_value{"‘{0}’은(는) 버튼이므로 값을 가질 수 없습니다.",
                                              "“{0}” is a button and takes no value."};
inline constexpr Sentence no_such_control{"‘{0}’(이)라는 조절 항목은 없습니다.", "There is no control “{0}”."};
inline constexpr Sentence not_a_button{"‘{0}’은(는) 버튼이 아닙니다.", "“{0}” is not a button."};
inline constexpr Sentence no_such_widget{"‘{0}’(이)라는 실험은 없습니다. 그 대신 ‘{1}’을(를) 엽니다.",
                                         "There is no experiment “{0}”; “{1}” is shown instead."};
inline constexpr Sentence link_unknown_key{"링크의 ‘{0}’은(는) 이 실험에 없는 항목이므로 무시했습니다.",
                                           "The link's “{0}” is unknown to this experiment and was ignored."};
inline constexpr Sentence link_bad_value{"링크의 값을 쓸 수 없어 기본값을 사용합니다. {0}",
                                         "A value in the link cannot be used, so the default stands. {0}"};

inline constexpr Sentence not_saved{"{0} 파일을 저장할 수 없습니다. 폴더의 쓰기 권한과 남은 공간을 확인하십시오.",
                                    "{0} could not be saved: check that the folder can be written to and has room."};

inline constexpr Sentence no_opengl{
    "이 컴퓨터에서는 OpenGL ES 3을 쓸 수 없어 창을 열지 못합니다. 그래픽 드라이버를 설치하거나, 명령줄 프로그램 "
    "interleave를 쓰십시오.",
    "OpenGL ES 3 is not available on this computer, so no window can be opened. Install a graphics driver, or use the "
    "command line program, interleave."};

inline constexpr Sentence no_fonts{
    "프로그램 옆에 글꼴이 없어 한글이 보이지 않습니다. ./dev native로 빌드하십시오.",
    "No fonts beside the program: Korean text will be missing. Build with ./dev native."};

inline constexpr Sentence experiment{"실험", "Experiment"};
inline constexpr Sentence experiment_hint{"다른 실험을 엽니다.", "Opens another experiment."};
inline constexpr Sentence language{"언어", "Language"};
inline constexpr Sentence korean{"한국어", "한국어"};
inline constexpr Sentence english{"English", "English"};
inline constexpr Sentence theme{"테마", "Theme"};
inline constexpr Sentence theme_auto{"자동", "Auto"};
inline constexpr Sentence theme_light{"밝게", "Light"};
inline constexpr Sentence theme_dark{"어둡게", "Dark"};
inline constexpr Sentence copy_link{"링크 복사", "Copy link"};
inline constexpr Sentence copy_link_hint{"지금 이 상태를 그대로 여는 주소를 복사합니다.",
                                         "Copies an address that opens exactly this state."};

} // namespace text::lab
