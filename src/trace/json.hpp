#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// Writing JSON (RFC 8259) in order, without building a tree: a million spans must not cost a million nodes.
namespace trace {

/// `text` with quotes around it; control characters, quotes and backslashes escaped. Expects UTF-8 and keeps it.
std::string json_quoted(std::string_view text);

/// The shortest text that reads back as the same double; NaN and the infinities, which JSON lacks, become null.
std::string json_number(double value);

/// Writes one document from left to right; commas come by themselves.
class JsonWriter {
public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool truth);
    JsonWriter& value(double number);
    JsonWriter& value(std::integral auto number)
        requires(!std::same_as<decltype(number), bool>)
    {
        return raw(std::to_string(number));
    }
    JsonWriter& null() { return raw("null"); }
    /// `json` must already be one valid JSON value.
    JsonWriter& raw(std::string_view json);

    template <class T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    const std::string& text() const { return text_; }
    std::string take() { return std::move(text_); }

private:
    void separate();

    std::string text_;
    bool needs_comma_ = false;
};

} // namespace trace
