#pragma once

#include "text/sentence.hpp"

/// What the coroutine stepper says beside the sentences of its steps.
namespace text::coroutine {

inline constexpr Sentence title{"제너레이터와 코루틴", "Generators and coroutines"};

inline constexpr Sentence lesson{"예제", "Lesson"};
inline constexpr Sentence lesson_hint{"단계별로 실행할 C++20 프로그램을 고릅니다.",
                                      "The C++20 program to step through."};
inline constexpr Sentence ops{"연산", "Operations"};
inline constexpr Sentence ops_hint{
    "호출자가 코루틴에 하는 일을 쉼표로 이어 적습니다. 예: next,send:10,throw:ValueError,close,drop",
    "What the caller does, with commas between: next,send:10,throw:ValueError,close,drop"};
inline constexpr Sentence step{"단계", "Step"};
inline constexpr Sentence step_hint{"기록의 어느 단계로든 갑니다. 화살표 키로 한 단계씩 움직입니다.",
                                    "Goes to any step of the record; the arrow keys move by one."};
inline constexpr Sentence run{"끝까지 실행", "Run to the end"};
inline constexpr Sentence run_hint{"마지막 단계로 갑니다. 프로그램이 끝나고 코루틴이 사라진 뒤입니다.",
                                   "Goes to the last step: the program has ended and the coroutine is gone."};
inline constexpr Sentence reset{"처음으로", "Restart"};
inline constexpr Sentence reset_hint{
    "이 예제의 원래 연산으로 돌아가 첫 단계부터 다시 시작하며 예측도 새로 합니다. 지금까지 만든 분기는 남습니다.",
    "Back to the first step, with the lesson's own operations, and its predictions can be made again; the "
    "branches made so far stay."};
inline constexpr Sentence cancel{"취소", "Cancel"};
inline constexpr Sentence cancel_hint{"파일 읽기를 그만둡니다.", "Stops reading the file."};
inline constexpr Sentence file_mb{"만들 파일", "Made file"};
inline constexpr Sentence file_mb_hint{"읽는 동안 만들어지는 파일의 크기입니다. 늘 같은 줄이 나옵니다.",
                                       "The size of a file that is made while it is read, always of the same lines."};
inline constexpr Sentence megabytes{"MB", "MB"};
inline constexpr Sentence file{"내 파일", "Your own file"};
inline constexpr Sentence pick_file{"파일 고르기", "Choose a file"};
inline constexpr Sentence pick_file_hint{
    "이 기기의 파일을 고릅니다. 파일은 다른 곳으로 보내지 않습니다. 끌어다 놓아도 됩니다.",
    "A file of this device; it is sent nowhere. It can also be dropped here."};
inline constexpr Sentence why_no_picking{"명령줄과 데스크톱에서는 파일의 경로를 적습니다.",
                                         "On the desktop and the command line, write the path of the file."};
inline constexpr Sentence not_opened{"‘{0}’ 파일을 열 수 없습니다.", "“{0}” cannot be opened."};
inline constexpr Sentence file_hint{
    "파일의 경로입니다. 페이지에서는 고른 파일의 이름입니다. 비워 두면 만든 파일을 읽습니다.",
    "The path of a file; in a page, the name of the one chosen. When empty, the made "
    "file is read."};
inline constexpr Sentence why_not_reading{"지금 읽고 있는 파일이 없습니다.", "No file is being read now."};
inline constexpr Sentence why_reading{"파일을 읽는 중입니다. 기다리거나 취소하십시오.",
                                      "A file is being read: wait, or cancel."};
inline constexpr Sentence why_other_lesson{"‘큰 파일을 한 줄씩 읽기’ 예제에서 쓰는 항목입니다.",
                                           "This belongs to the lesson “Reading a large file line by line”."};
inline constexpr Sentence why_no_files{"이 페이지에서는 파일을 열 수 없습니다. 만든 파일을 읽으십시오.",
                                       "This page cannot open files; read the made one."};
inline constexpr Sentence unreadable{"‘{0}’ 파일을 열 수 없습니다. 경로와 읽기 권한을 확인하십시오.",
                                     "“{0}” cannot be opened: check the path and that it may be read."};
inline constexpr Sentence reading_broke_off{
    "‘{0}’ 파일을 끝까지 읽지 못했습니다. 읽는 동안 파일이 바뀌었거나 사라졌을 수 있습니다. 파일을 다시 고르십시오.",
    "“{0}” could not be read to its end: it may have been changed or removed meanwhile. Choose it again."};
inline constexpr Sentence reading_line_too_long{
    "‘{0}’: 한 줄씩 읽는 데에도 여기서 쓸 수 있는 메모리 {1}보다 많이 필요합니다. 줄이 더 짧은 텍스트 파일을 "
    "고르십시오.",
    "“{0}”: even reading it line by line needs more than the {1} of memory available here. Choose a text with shorter "
    "lines."};
inline constexpr Sentence counted{
    "측정 대상은 코루틴 프레임, 읽은 텍스트, 파일 버퍼입니다. 할당과 해제를 빠짐없이 셉니다.",
    "Counted, at every allocation and release: the coroutine's frame, the text read, and the file's buffer."};
inline constexpr Sentence counted_without_cache{"{0} 운영체제가 파일을 담아 두는 캐시는 세지 않습니다.",
                                                "{0} Not counted: the operating system's cache of the file."};
inline constexpr Sentence counted_without_browser{
    "{0} 브라우저가 파일을 한 조각씩 건네며 만드는 문자열은 세지 않습니다. 조각마다 수백 kB이고, 언제 버릴지는 "
    "브라우저가 정합니다.",
    "{0} Not counted: the strings by which the browser hands the file over, some hundred kB for each piece, which it "
    "frees when it chooses."};
inline constexpr Sentence reading_generator{"제너레이터로 한 줄씩 읽는 중입니다: {0} %.",
                                            "Reading line by line with the generator: {0} %."};
inline constexpr Sentence reading_whole{"이번에는 통째로 읽는 중입니다: {0} %.", "Reading it whole now: {0} %."};
inline constexpr Sentence reading_finished{
    "{0}을(를) 읽는 데 제너레이터는 많아야 {1}, 통째로 읽기는 {2}을(를) 메모리에 두었습니다.",
    "To read {0}, the generator held at most {1}; reading it whole held {2}."};
inline constexpr Sentence reading_does_not_fit{
    "{0}을(를) 읽는 데 제너레이터는 많아야 {1}만 썼습니다. 통째로 읽기는 여기 있는 메모리 {2}에 들어가지 않습니다.",
    "To read {0}, the generator held at most {1}. Read whole it does not fit into the {2} that there are here."};
inline constexpr Sentence reading_cancelled{"파일 읽기를 취소했습니다.", "Reading was cancelled."};
inline constexpr Sentence fact_peak_generator{"제너레이터가 쓴 최대 메모리", "Peak memory of the generator"};
inline constexpr Sentence fact_peak_whole{"통째로 읽을 때의 최대 메모리", "Peak memory of reading it whole"};
inline constexpr Sentence fact_counted{"측정한 메모리", "Memory that is counted"};
inline constexpr Sentence fact_throughput{"제너레이터의 읽기 속도", "Throughput of the generator"};
inline constexpr Sentence fact_lines{"읽은 줄", "Lines read"};
inline constexpr Sentence fact_file_bytes{"파일 크기", "File size"};
inline constexpr Sentence megabytes_per_second{"{0} MB/s", "{0} MB/s"};
inline constexpr Sentence heading_memory{"메모리 사용량: 통째로 읽기는 계속 늘고 제너레이터는 그대로",
                                         "Memory: the generator's flat line under the ramp of reading it whole"};
inline constexpr Sentence memory_none{"‘끝까지 실행’을 누르면 파일을 읽으며 메모리를 잽니다.",
                                      "“Run to the end” reads the file and measures."};
inline constexpr Sentence memory_whole{"통째로 {0}", "whole {0}"};
inline constexpr Sentence memory_generator{"제너레이터 {0}", "generator {0}"};
inline constexpr Sentence back{"뒤로", "Back"};
inline constexpr Sentence back_hint{"한 단계 뒤로 갑니다.", "One step back."};
inline constexpr Sentence forward{"앞으로", "Step"};
inline constexpr Sentence forward_hint{"한 단계 앞으로 갑니다.", "One step on."};
inline constexpr Sentence step_over{"다음 중단까지", "Step over"};
inline constexpr Sentence step_over_hint{
    "호출자가 재개했든 다른 코루틴이 재개했든, 어느 코루틴이든 다음에 일시 중단되거나 끝날 때까지 갑니다.",
    "Goes on until any coroutine is suspended or finished next, whether the caller or another coroutine resumed it."};
inline constexpr Sentence op_next{"next()", "next()"};
inline constexpr Sentence op_next_hint{"지금 연산 뒤에 next()를 잇습니다. 뒤의 연산이 달라지면 새 분기가 생깁니다.",
                                       "Does next() after the present operation; a new branch when another followed."};
inline constexpr Sentence op_send{"send(값)", "send(v)"};
inline constexpr Sentence op_send_hint{"‘보낼 값’을 코루틴에 보냅니다.", "Sends the value to the coroutine."};
inline constexpr Sentence value{"보낼 값", "Value to send"};
inline constexpr Sentence value_hint{
    "정수, 실수, None 또는 문자열입니다. 64비트가 넘는 정수나 합은 실수가 되고, 실수로도 담을 수 없는 수는 inf가 "
    "됩니다.",
    "A whole number, a float, None, or text. A whole number or a sum of more than 64 "
    "bits becomes a float, and what no float can hold becomes inf."};
inline constexpr Sentence op_throw{"throw(E)", "throw(E)"};
inline constexpr Sentence op_throw_hint{"고른 오류를 코루틴이 중단된 yield에서 일으킵니다.",
                                        "Raises the chosen error at the yield where it waits."};
inline constexpr Sentence error{"던질 오류", "Error to throw"};
inline constexpr Sentence error_hint{"throw(E)가 일으킬 오류입니다.", "What throw(E) raises."};
inline constexpr Sentence op_close{"close()", "close()"};
inline constexpr Sentence op_close_hint{"yield에서 GeneratorExit를 일으켜 코루틴을 닫습니다.",
                                        "Closes it: GeneratorExit is raised at the yield."};
inline constexpr Sentence op_drop{"버리기", "Drop"};
inline constexpr Sentence op_drop_hint{"마지막 참조를 버립니다(파이썬의 del).",
                                       "Lets go of the last reference, Python's del."};
inline constexpr Sentence predict{"무엇이 돌아올까요?", "What comes back?"};
inline constexpr Sentence predict_hint{"호출자에게 무엇이 돌아올지 먼저 예측합니다.",
                                       "Say what the caller will get before it is shown."};
inline constexpr Sentence predict_none{"예측하지 않음", "No prediction"};
inline constexpr Sentence predict_value{"값", "A value"};
inline constexpr Sentence predict_stop{"StopIteration", "StopIteration"};
inline constexpr Sentence predict_error{"오류", "An error"};
inline constexpr Sentence code{"코드", "Code"};
inline constexpr Sentence code_hint{"어느 언어의 코드를 볼지 고릅니다.", "Which language's code is shown."};
inline constexpr Sentence code_cpp{"C++20", "C++20"};
inline constexpr Sentence code_python{"Python", "Python"};
inline constexpr Sentence branch{"분기", "Branch"};
inline constexpr Sentence branch_hint{"지금까지 만든 연산 목록 가운데 하나로 갑니다.",
                                      "Goes to one of the scripts of operations made so far."};
inline constexpr Sentence branch_of{"{0}: {1}", "{0}: {1}"};
inline constexpr Sentence frame{"열어 볼 프레임", "Open frame"};
inline constexpr Sentence frame_hint{"어느 코루틴의 프레임을 열지 고릅니다.", "Whose frame lies open."};
inline constexpr Sentence frame_auto{"실행 중인 것", "The active one"};
inline constexpr Sentence frame_of{"{0} #{1}", "{0} #{1}"};
inline constexpr Sentence export_csv{"CSV", "CSV"};
inline constexpr Sentence export_csv_hint{"모든 단계를 표로 저장합니다.", "Saves every step as a table."};
inline constexpr Sentence export_json{"JSON", "JSON"};
inline constexpr Sentence export_json_hint{"모든 단계와 프레임의 바이트를 저장합니다.",
                                           "Saves every step, with the bytes of each frame."};

inline constexpr Sentence why_at_start{"이미 첫 단계입니다.", "This is the first step."};
inline constexpr Sentence why_at_end{"이미 마지막 단계입니다.", "This is the last step."};
inline constexpr Sentence why_dropped{"코루틴은 이미 버려졌습니다. 뒤로 가서 다른 분기를 만들 수 있습니다.",
                                      "The coroutine was dropped; step back to make another branch."};
inline constexpr Sentence why_no_prediction{
    "예측은 ‘?’가 표시된 단계에서 합니다. 값을 돌려주는 연산이 시작되는 단계입니다.",
    "Predictions are made at the steps marked “?”: where an operation begins that hands something back."};
inline constexpr Sentence why_outcome_seen{"이 연산의 결과는 이미 나왔습니다.",
                                           "The outcome of this operation has been seen."};
inline constexpr Sentence recorded_part{"기록이 너무 길어 앞의 {0}단계만 보여 줍니다.",
                                        "The record is too long: only its first {0} steps are shown."};

inline constexpr Sentence fact_output{"출력", "Output"};
inline constexpr Sentence fact_errors{"출력된 오류", "Errors printed"};
inline constexpr Sentence fact_output_line{"출력 {0}번 줄", "Output line {0}"};
inline constexpr Sentence fact_state{"상태", "State"};
inline constexpr Sentence fact_frame{"프레임 크기", "Frame size"};
inline constexpr Sentence fact_frames{"살아 있는 프레임", "Frames alive"};
inline constexpr Sentence fact_step{"단계", "Step"};
inline constexpr Sentence fact_steps{"전체 단계", "Steps in all"};
inline constexpr Sentence fact_sentence{"이 단계", "This step"};
inline constexpr Sentence fact_line_cpp{"C++ 줄", "C++ line"};
inline constexpr Sentence fact_line_python{"Python 줄", "Python line"};
inline constexpr Sentence fact_outcome{"호출자가 받은 것", "What the caller got"};
inline constexpr Sentence fact_prediction{"예측", "Prediction"};
inline constexpr Sentence fact_branches{"분기의 수", "Branches"};
inline constexpr Sentence fact_branch{"지금 분기", "This branch"};
inline constexpr Sentence fact_moments{"예측할 단계", "Steps at which to predict"};
inline constexpr Sentence fact_predictions_right{"맞은 예측", "Predictions that came true"};
inline constexpr Sentence fact_predictions_wrong{"빗나간 예측", "Predictions that did not"};
inline constexpr Sentence fact_flight{"오가는 값", "Value in flight"};
inline constexpr Sentence fact_flight_way{"값의 방향", "Its direction"};
inline constexpr Sentence fact_flight_along{"값의 길", "Its way"};
inline constexpr Sentence fact_frame_name{"열린 프레임", "Open frame"};
inline constexpr Sentence fact_frame_state{"열린 프레임의 상태", "State of the open frame"};
inline constexpr Sentence fact_frame_address{"열린 프레임의 주소", "Address of the open frame"};
inline constexpr Sentence fact_frame_size{"열린 프레임의 크기", "Size of the open frame"};
inline constexpr Sentence fact_frame_compiler{"컴파일러마다 다른 것", "What depends on the compiler"};
inline constexpr Sentence fact_frame_changed{"지난 단계 뒤 바뀐 바이트", "Bytes changed in the last step"};
inline constexpr Sentence flies_up{"위로", "up"};
inline constexpr Sentence flies_down{"아래로", "down"};
inline constexpr Sentence prediction_right{"예측 적중", "as predicted"};
inline constexpr Sentence prediction_wrong{"예측과 다름", "not as predicted"};
inline constexpr Sentence prediction_asked{"{0} 무엇이 돌아올지 먼저 예측해 보십시오.",
                                           "{0} Say first what will come back."};
inline constexpr Sentence prediction_said{"예측: {0}", "Predicted: {0}"};
inline constexpr Sentence prediction_judged{"예측: {0} · {1}", "Predicted: {0} · {1}"};
inline constexpr Sentence prediction_next{"다음 예측은 ‘?’가 표시된 {0}단계에서 합니다.",
                                          "The next prediction is at step {0}, marked “?”."};
inline constexpr Sentence prediction_none_left{"이 분기에는 예측할 단계가 더 없습니다.",
                                               "No more predictions in this branch."};
inline constexpr Sentence predictions_so_far{"적중 {0} · 빗나감 {1}", "right {0} · wrong {1}"};
inline constexpr Sentence not_yet{"아직", "not yet"};
inline constexpr Sentence nothing_came{"없음", "nothing"};
inline constexpr Sentence none_yet{"아직 없음", "none yet"};
inline constexpr Sentence step_of{"{0} / {1}", "{0} / {1}"};
inline constexpr Sentence bytes{"{0} B", "{0} B"};

inline constexpr Sentence created{"생성됨", "created"};
inline constexpr Sentence running{"실행 중", "running"};
inline constexpr Sentence suspended{"일시 중단됨", "suspended"};
inline constexpr Sentence finished{"종료됨", "finished"};
inline constexpr Sentence freed{"해제됨", "freed"};

inline constexpr Sentence table_coroutines{"코루틴", "Coroutines"};
inline constexpr Sentence table_locals{"매개변수와 지역 변수", "Parameters and locals"};
inline constexpr Sentence table_history{"연산의 기록", "Operations so far"};
inline constexpr Sentence table_branches{"분기", "Branches"};
inline constexpr Sentence table_frame{"열린 프레임: {0}, {1}바이트, 주소 {2}", "The open frame: {0}, {1} bytes at {2}"};
inline constexpr Sentence table_frame_freed{"열린 프레임: {0}, 해제됨. {1}바이트가 주소 {2}에 있었습니다",
                                            "The open frame: {0}, freed. It had {1} bytes at {2}"};
inline constexpr Sentence column_name{"이름", "Name"};
inline constexpr Sentence column_state{"상태", "State"};
inline constexpr Sentence column_line{"줄", "Line"};
inline constexpr Sentence column_resumed_by{"재개한 쪽", "Resumed by"};
inline constexpr Sentence column_bytes{"바이트", "Bytes"};
inline constexpr Sentence column_address{"주소", "Address"};
inline constexpr Sentence column_coroutine{"코루틴", "Coroutine"};
inline constexpr Sentence column_type{"형", "Type"};
inline constexpr Sentence column_value{"값", "Value"};
inline constexpr Sentence column_offset{"위치", "Offset"};
inline constexpr Sentence column_field{"내용", "What it is"};
inline constexpr Sentence column_operation{"연산", "Operation"};
inline constexpr Sentence column_outcome{"결과", "Outcome"};
inline constexpr Sentence column_prediction{"예측", "Prediction"};
inline constexpr Sentence column_flight{"오가는 값", "In flight"};
inline constexpr Sentence column_changed{"바뀐 바이트", "Bytes changed"};
inline constexpr Sentence column_branch{"분기", "Branch"};
inline constexpr Sentence column_shown{"지금 보이는 것", "Shown now"};
inline constexpr Sentence yes{"예", "yes"};
inline constexpr Sentence caller{"호출자", "caller"};

inline constexpr Sentence field_resume{"재개 함수", "resume"};
inline constexpr Sentence field_destroy{"파괴 함수", "destroy"};
inline constexpr Sentence field_promise{"프라미스(promise)", "promise"};
inline constexpr Sentence field_parameter{"매개변수 {0}", "parameter {0}"};
inline constexpr Sentence field_local{"지역 변수 {0}", "local {0}"};
inline constexpr Sentence field_index{"중단점 번호", "suspend index"};
inline constexpr Sentence field_probe{"관찰용 표식", "probe"};
inline constexpr Sentence field_unknown{"알려지지 않음", "not known"};
inline constexpr Sentence field_continues{"{0} (이어짐)", "{0} (continued)"};
inline constexpr Sentence legend_variable{"매개변수와 지역 변수", "parameters and locals"};
inline constexpr Sentence legend_changed{"지난 단계 뒤 바뀜", "changed in the last step"};

inline constexpr Sentence heading_code{"코드: 보이는 것이 곧 컴파일된 것", "Code: what is shown is what was compiled"};
inline constexpr Sentence heading_who{"누가 누구를 재개하는가", "Who resumes whom"};
inline constexpr Sentence heading_frame{"열린 프레임", "The frame, opened"};
inline constexpr Sentence heading_console{"출력", "Console"};
inline constexpr Sentence heading_history{"연산의 기록", "History"};
inline constexpr Sentence heading_branches{"분기: 고르면 그 기록으로 갑니다", "Branches: choose one to go to it"};
inline constexpr Sentence console_empty{"아직 출력이 없습니다.", "Nothing printed yet."};
inline constexpr Sentence frame_freed{"프레임은 해제되었습니다. 이 메모리는 이제 다른 것의 자리입니다.",
                                      "The frame is freed; this memory may now hold something else."};
inline constexpr Sentence frame_caption{"{0} · {1} B · 주소 {2}", "{0} · {1} B · at {2}"};
inline constexpr Sentence card_frame{"주소 {0} · {1} B", "at {0} · {1} B"};
inline constexpr Sentence frame_note{
    "프레임의 크기와 배치, ‘중단점 번호’의 위치는 컴파일러마다 다릅니다(여기서는 {0}). ‘재개 함수’와 ‘파괴 함수’가 맨 "
    "앞에 오는 것은 C++ 표준이 아니라 여러 컴파일러가 함께 쓰는 ABI의 약속입니다.",
    "The frame's size and layout, and where the suspend index lies, differ between compilers (here {0}). That resume "
    "and destroy come first is said by the ABI that compilers share, not by the C++ standard."};
inline constexpr Sentence status{"실제로 컴파일된 C++20 코루틴의 기록 · {0}",
                                 "A record of real, compiled C++20 coroutines · {0}"};
inline constexpr Sentence delegates_on{"{0}에서 위임", "delegates on {0}"};

} // namespace text::coroutine
