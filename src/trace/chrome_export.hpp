#pragma once

#include <string>

#include "trace/trace.hpp"

namespace trace {

/// The trace as Chrome trace-event JSON, which ui.perfetto.dev and chrome://tracing open. A group becomes a process, a
/// lane a thread, a span a complete event ("X"), a mark an instant event ("i"); the setup stands in "otherData" and
/// comes first. Times are decimal microseconds with three digits, so not one nanosecond is rounded away.
/// O(spans + marks), one growing string, about 100 bytes a span.
/// Format: "Trace Event Format", Google,
/// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
std::string chrome_json(const Trace& trace, const Setup& setup);

} // namespace trace
