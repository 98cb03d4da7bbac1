#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lab/session.hpp"
#include "view/frame.hpp"
#include "view/shell_view.hpp"
#include "view/stage.hpp"

namespace app {

/// What is known of the reader when the program begins.
struct Reader {
    text::Language language = text::Language::ko;
    bool dark = false;  ///< the system's theme
    bool still = false; ///< less motion
};

/// One session with its picture. Owns no window: it draws into whatever ImGui frame is open.
class Application {
public:
    Application(lab::Registry registry, std::string_view fragment, const Reader& reader);

    lab::Session& session() { return session_; }
    Reader& reader() { return reader_; }
    view::Outside& outside() { return outside_; }
    const view::Placement& placement() const { return placement_; }

    /// Draws everything and carries out what the reader did. Between ImGui::NewFrame and ImGui::Render.
    void draw(ImVec2 size, const view::Fonts& fonts, const view::Pinch& pinch, double time_s);
    /// Something moves by itself and needs another frame.
    bool animating() const { return animating_; }
    /// Carries out what the last frame or a face asked of the machine: files, the clipboard.
    void serve_requests();
    /// Goes to another link; the picture starts anew.
    void open(std::string_view fragment);
    void context_lost();

private:
    void show_widget();

    lab::Session session_;
    Reader reader_;
    view::ShellView shell_;
    std::unique_ptr<view::Stage> stage_;
    int shown_ = 0; ///< the opening of the session whose picture `stage_` is
    view::Outside outside_;
    view::Placement placement_;
    text::Line refusal_; ///< why the last thing that the reader did was not accepted
    bool animating_ = false;
};

} // namespace app
