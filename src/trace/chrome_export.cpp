#include "trace/chrome_export.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "trace/json.hpp"

namespace trace {
namespace {

/// Pieces of events go straight into the text: a JsonWriter a field would double the time of a million spans.
class Events {
public:
    explicit Events(std::string text) : text_(std::move(text)) {}

    void begin(std::string_view phase, std::size_t process, std::size_t thread) {
        text_ += is_first_ ? "\n" : ",\n";
        is_first_ = false;
        text_ += R"({"ph":")";
        text_ += phase;
        text_ += R"(","pid":)";
        number(process);
        text_ += R"(,"tid":)";
        number(thread);
    }
    void text(std::string_view piece) { text_ += piece; }
    void number(std::uint64_t value) {
        std::array<char, 20> buffer;
        text_.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
    }
    void microseconds(Nanoseconds time_ns) {
        if (time_ns < 0) text_ += '-';
        const std::uint64_t size_ns =
            time_ns < 0 ? 0 - static_cast<std::uint64_t>(time_ns) : static_cast<std::uint64_t>(time_ns);
        number(size_ns / 1000);
        const auto rest = static_cast<int>(size_ns % 1000);
        const std::array<char, 4> decimals = {'.', static_cast<char>('0' + rest / 100),
                                              static_cast<char>('0' + rest / 10 % 10),
                                              static_cast<char>('0' + rest % 10)};
        text_.append(decimals.data(), decimals.size());
    }
    void metadata(std::string_view what, std::size_t process, std::size_t thread, std::string_view args) {
        begin("M", process, thread);
        text_ += R"(,"name":")";
        text_ += what;
        text_ += R"(","args":{)";
        text_ += args;
        text_ += "}}";
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool is_first_ = true;
};

/// The process number of each lane: groups are numbered from 1 in the order in which they first appear.
std::vector<std::size_t> process_of_lanes(const Trace& trace, std::vector<std::string_view>& groups) {
    std::vector<std::size_t> processes;
    for (const Lane& lane : trace.lanes) {
        auto known = std::find(groups.begin(), groups.end(), lane.group);
        if (known == groups.end()) known = groups.insert(groups.end(), lane.group);
        processes.push_back(static_cast<std::size_t>(known - groups.begin()) + 1);
    }
    return processes;
}

std::string opening(const Setup& setup, std::size_t events) {
    JsonWriter head;
    head.begin_object().key("otherData").begin_object();
    for (const auto& [name, value] : setup) head.member(name, value);
    head.end_object().member("displayTimeUnit", "ns").key("traceEvents").begin_array();
    std::string text = head.take();
    text.reserve(text.size() + events * 112 + 1024);
    return text;
}

} // namespace

std::string chrome_json(const Trace& trace, const Setup& setup) {
    std::vector<std::string_view> groups;
    const std::vector<std::size_t> processes = process_of_lanes(trace, groups);
    Events out(opening(setup, trace.span_count() + trace.marks.size()));

    for (std::size_t i = 0; i < groups.size(); ++i) {
        out.metadata("process_name", i + 1, 0, R"("name":)" + json_quoted(groups[i]));
        out.metadata("process_sort_index", i + 1, 0, R"("sort_index":)" + std::to_string(i));
    }
    for (std::size_t i = 0; i < trace.lanes.size(); ++i) {
        out.metadata("thread_name", processes[i], i + 1, R"("name":)" + json_quoted(trace.lanes[i].name));
        out.metadata("thread_sort_index", processes[i], i + 1, R"("sort_index":)" + std::to_string(i));
    }
    for (std::size_t i = 0; i < trace.lanes.size(); ++i)
        for (const Span& span : trace.lanes[i].spans) {
            out.begin("X", processes[i], i + 1);
            out.text(R"(,"ts":)");
            out.microseconds(span.start_ns);
            out.text(R"(,"dur":)");
            out.microseconds(span.length_ns());
            out.text(R"(,"name":")");
            out.text(name_of(span.state));
            out.text(R"(","args":{"detail":)");
            out.number(span.detail);
            out.text("}}");
        }
    for (const Mark& mark : trace.marks) {
        const bool is_on_lane = mark.lane < processes.size();
        out.begin("i", is_on_lane ? processes[mark.lane] : 0, mark.lane + std::size_t{1});
        out.text(R"(,"s":"t","ts":)");
        out.microseconds(mark.at_ns);
        out.text(R"(,"name":")");
        out.text(name_of(mark.event));
        out.text(R"(","args":{"detail":)");
        out.number(mark.detail);
        out.text("}}");
    }
    out.text("\n]}\n");
    return out.take();
}

} // namespace trace
