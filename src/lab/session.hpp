#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lab/widget.hpp"

namespace lab {

/// One kind of widget that this program can show.
struct Entry {
    std::string id;
    text::Line title;
    std::function<std::unique_ptr<Widget>()> make;
};
using Registry = std::vector<Entry>;

/// What the session wants from the machine around it.
struct Request {
    enum class Kind { save_file, copy_text };
    Kind kind;
    File file; ///< copy_text: only `content`, a link's fragment without '#'
};

/// One reader with one widget: the widget's controls, the page's own (language, theme, copy link), the link, and what
/// went wrong. Every face talks to this and to nothing behind it.
class Session {
public:
    /// Starts with the widget that `fragment` names ("w=sort&n=1000&lang=ko"), else the first of `registry`, and
    /// applies the rest. What is unknown or bad in it becomes a notice; the rest applies. `registry` must not be empty.
    Session(Registry registry, std::string_view fragment, text::Language preferred);

    /// Replaced by open() and by setting `w`; `openings()` then rises.
    Widget& widget() { return *widget_; }
    const Widget& widget() const { return *widget_; }
    int openings() const { return openings_; }

    /// The widget's controls, then `w` (which experiment, where there is a choice), `lang`, `theme`, `copy_link`.
    /// Setting `w` replaces the widget.
    const std::vector<Control>& controls() const;
    text::Line set(std::string_view id, std::string_view value);
    text::Line press(std::string_view id);

    /// Shows a notice until the reader goes on.
    void note(text::Line notice);

    /// Goes to another link, as if opened anew but in the same page.
    void open(std::string_view fragment);
    /// The present state as a fragment without '#'.
    std::string link() const;

    text::Language language() const;
    /// "auto", "light" or "dark".
    std::string_view theme() const;
    /// Whether that comes to dark; "auto" follows what was told of the system.
    bool is_dark() const;
    void system_is_dark(bool dark);

    /// The widget's, with the session's notices before its own.
    Description describe() const;
    std::uint64_t revision() const;
    void poll() { widget_->poll(); }
    std::vector<Request> take_requests();

private:
    void make_shell();
    void apply(std::string_view fragment);
    void go_to(const std::string& id);

    Registry registry_;
    text::Language preferred_;
    std::unique_ptr<Widget> widget_;
    std::vector<Control> shell_;
    std::vector<text::Line> notices_;
    std::vector<Request> requests_;
    std::uint64_t revision_ = 0;
    int openings_ = 0;
    bool system_is_dark_ = false;
    mutable std::vector<Control> all_;
};

/// Controls, description, link and notices as one JSON object: what the DOM mirror and the page object are made from.
/// In the session's language, but each notice as {"ko", "en"}.
std::string state_json(const Session& session);

/// {"widget", "version", "controls": {id: value}, "facts": {id: {"value", "unit", "text"}}}: the command line's answer.
/// Values that read as a number or a truth value are written as such.
std::string result_json(const Session& session);

} // namespace lab
