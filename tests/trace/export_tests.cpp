#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "trace/chrome_export.hpp"
#include "trace/csv_export.hpp"

using namespace trace;

namespace {
Trace small() {
    Trace trace;
    trace.lanes.push_back({"threads", "T1", {{0, 1234567, 7, State::sort}}});
    trace.lanes.push_back({"gil", "T1, \"held\"", {{1, 2, 0, State::wait_lock}}});
    trace.marks.push_back({1005, 3, 1, Event::hand_off});
    return trace;
}
const Setup setup = {{"cpu", "A \"fast\" one"}, {"date", "2026-11-22"}};
} // namespace

TEST_CASE("the Chrome export holds setup, names, spans and marks, to the nanosecond") {
    CHECK(chrome_json(small(), setup) ==
          R"({"otherData":{"cpu":"A \"fast\" one","date":"2026-11-22"},"displayTimeUnit":"ns","traceEvents":[
{"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":"threads"}},
{"ph":"M","pid":1,"tid":0,"name":"process_sort_index","args":{"sort_index":0}},
{"ph":"M","pid":2,"tid":0,"name":"process_name","args":{"name":"gil"}},
{"ph":"M","pid":2,"tid":0,"name":"process_sort_index","args":{"sort_index":1}},
{"ph":"M","pid":1,"tid":1,"name":"thread_name","args":{"name":"T1"}},
{"ph":"M","pid":1,"tid":1,"name":"thread_sort_index","args":{"sort_index":0}},
{"ph":"M","pid":2,"tid":2,"name":"thread_name","args":{"name":"T1, \"held\""}},
{"ph":"M","pid":2,"tid":2,"name":"thread_sort_index","args":{"sort_index":1}},
{"ph":"X","pid":1,"tid":1,"ts":0.000,"dur":1234.567,"name":"sort","args":{"detail":7}},
{"ph":"X","pid":2,"tid":2,"ts":0.001,"dur":0.001,"name":"wait_lock","args":{"detail":0}},
{"ph":"i","pid":2,"tid":2,"s":"t","ts":1.005,"name":"hand_off","args":{"detail":3}}
]}
)");
}

TEST_CASE("the Chrome export of nothing is still a whole document") {
    CHECK(chrome_json({}, {}) == "{\"otherData\":{},\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n]}\n");
}

TEST_CASE("the CSV export begins with the setup and quotes what needs it") {
    CHECK(csv_text(small(), {{"cpu", "two\nlines"}, {"date", "2026-11-22"}}) ==
          "# cpu: two lines\n"
          "# date: 2026-11-22\n"
          "group,lane,kind,name,start_ns,end_ns,detail\n"
          "threads,T1,span,sort,0,1234567,7\n"
          "gil,\"T1, \"\"held\"\"\",span,wait_lock,1,2,0\n"
          "gil,\"T1, \"\"held\"\"\",mark,hand_off,1005,1005,3\n");
}

TEST_CASE("an export has a line for each of many spans") {
    Trace trace;
    trace.lanes.push_back({"threads", "T1", {}});
    for (Nanoseconds i = 0; i < 100000; ++i) trace.lanes[0].spans.push_back({i * 3, i * 3 + 2, 0, State::sort});
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    CHECK(lines(csv_text(trace, {})) == 100000 + 1);
    CHECK(lines(chrome_json(trace, {})) == 100000 + 4 + 2);
}
