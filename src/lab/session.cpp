#include "lab/session.hpp"

#include <algorithm>
#include <utility>

#include "lab/link.hpp"
#include "lab/make_control.hpp"
#include "text/lab.hpp"

namespace lab {
namespace {

using text::Line;

Line quoted(std::string_view part) {
    std::size_t longest = 60; // enough to recognise a mistake by
    if (part.size() <= longest) return Line::same(std::string(part));
    while (longest > 0 && (static_cast<unsigned char>(part[longest]) & 0xc0) == 0x80) --longest; // a whole character
    return Line::same(std::string(part.substr(0, longest)) + "…");
}

} // namespace

Session::Session(Registry registry, std::string_view fragment, text::Language preferred)
    : registry_(std::move(registry)), preferred_(preferred) {
    make_shell();
    open(fragment);
}

void Session::make_shell() {
    namespace words = text::lab;
    if (registry_.size() > 1) {
        std::vector<Option> experiments;
        for (const Entry& entry : registry_) experiments.push_back({entry.id, entry.title});
        shell_.push_back(
            choice_control("w", words::experiment, words::experiment_hint, std::move(experiments), Place::bar));
        shell_.back().linked = false; // every link begins with it
    }
    shell_.push_back(
        choice_control("lang", words::language, {}, {{"ko", words::korean}, {"en", words::english}}, Place::bar));
    shell_.back().value = shell_.back().fallback = std::string(text::code_of(preferred_));
    shell_.push_back(choice_control(
        "theme", words::theme, {},
        {{"auto", words::theme_auto}, {"light", words::theme_light}, {"dark", words::theme_dark}}, Place::bar));
    shell_.push_back(button_control("copy_link", words::copy_link, words::copy_link_hint, Place::footer));
}

const std::vector<Control>& Session::controls() const {
    all_ = widget_->controls();
    all_.insert(all_.end(), shell_.begin(), shell_.end());
    return all_;
}

Line Session::set(std::string_view id, std::string_view value) {
    Control* own = find(shell_, id);
    if (own == nullptr && find(widget_->controls(), id) == nullptr)
        return text::fill(text::lab::no_such_control, {quoted(id)});
    if (own == nullptr) {
        Line refusal = widget_->set(id, value);
        if (refusal.empty() && !notices_.empty()) {
            notices_.clear(); // the reader has moved on from what the link said
            ++revision_;
        }
        return refusal;
    }
    Reading reading = read_value(*own, value);
    if (!reading.accepted()) return reading.refusal;
    if (id == "w" && reading.value != own->value) {
        go_to(reading.value);
        return {};
    }
    own->value = std::move(reading.value);
    ++revision_;
    return {};
}

/// Another experiment, as it opens by itself; language and theme stay.
void Session::go_to(const std::string& id) {
    Pairs pairs{{"w", id}};
    for (const Control& control : shell_)
        if (control.linked && control.kind != Kind::button && control.value != control.fallback)
            pairs.emplace_back(control.id, control.value);
    open(write_link(pairs));
}

Line Session::press(std::string_view id) {
    if (id == "copy_link") {
        requests_.push_back({Request::Kind::copy_text, {"", "text/plain", link()}});
        return {};
    }
    const Control* control = find(controls(), id);
    if (control == nullptr) return text::fill(text::lab::no_such_control, {quoted(id)});
    if (control->kind != Kind::button) return text::fill(text::lab::not_a_button, {control->label});
    Line refusal = widget_->press(id); // which may look again whether it can
    while (auto file = widget_->take_file()) requests_.push_back({Request::Kind::save_file, std::move(*file)});
    return refusal;
}

void Session::note(Line notice) {
    notices_.push_back(std::move(notice));
    ++revision_;
}

void Session::open(std::string_view fragment) {
    // A widget that is replaced takes its revisions along; readers of revision() must still see a rise.
    if (widget_) revision_ += widget_->revision() + 1;
    notices_.clear();
    for (Control& control : shell_) control.value = control.fallback;
    apply(fragment);
}

void Session::apply(std::string_view fragment) {
    const Pairs pairs = parse_link(fragment);
    const auto named = std::ranges::find(pairs, "w", &Pairs::value_type::first);
    auto entry = registry_.begin();
    if (named != pairs.end()) {
        entry = std::ranges::find(registry_, named->second, &Entry::id);
        if (entry == registry_.end()) {
            entry = registry_.begin();
            notices_.push_back(text::fill(text::lab::no_such_widget, {quoted(named->second), entry->title}));
        }
    }
    widget_.reset(); // before the next is made: what it measured may fill most of the memory
    widget_ = entry->make();
    ++openings_;
    if (Control* which = find(shell_, "w")) which->value = entry->id;
    for (const auto& [key, value] : pairs) {
        if (key == "w") continue;
        const Control* control = find(controls(), key);
        if (control == nullptr || control->kind == Kind::button || !control->linked) {
            notices_.push_back(text::fill(text::lab::link_unknown_key, {quoted(key)}));
            continue;
        }
        Control* own = find(shell_, key);
        Reading reading = own ? read_value(*own, value) : Reading{"", widget_->set(key, value)};
        if (!reading.accepted())
            notices_.push_back(text::fill(text::lab::link_bad_value, {reading.refusal}));
        else if (own)
            own->value = std::move(reading.value);
    }
}

std::string Session::link() const {
    Pairs pairs{{"w", std::string(widget_->id())}};
    for (const Control& control : controls())
        if (control.kind != Kind::button && control.linked && control.value != control.fallback)
            pairs.emplace_back(control.id, control.value);
    return write_link(pairs);
}

text::Language Session::language() const {
    return find(shell_, "lang")->value == "ko" ? text::Language::ko : text::Language::en;
}

std::string_view Session::theme() const {
    return find(shell_, "theme")->value;
}

bool Session::is_dark() const {
    return theme() == "auto" ? system_is_dark_ : theme() == "dark";
}

void Session::system_is_dark(bool dark) {
    system_is_dark_ = dark;
    ++revision_;
}

Description Session::describe() const {
    Description description = widget_->describe();
    description.notices.insert(description.notices.begin(), notices_.begin(), notices_.end());
    return description;
}

std::uint64_t Session::revision() const {
    return revision_ + widget_->revision();
}

std::vector<Request> Session::take_requests() {
    return std::exchange(requests_, {});
}

} // namespace lab
