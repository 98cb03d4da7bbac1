#include "app/application.hpp"

#include <utility>

#include "platform/host.hpp"
#include "platform/platform.hpp"
#include "text/lab.hpp"

namespace app {

Application::Application(lab::Registry registry, std::string_view fragment, const Reader& reader)
    : session_(std::move(registry), fragment, reader.language), reader_(reader) {
    session_.system_is_dark(reader.dark);
}

void Application::draw(ImVec2 size, const view::Fonts& fonts, const view::Pinch& pinch, double time_s) {
    view::Theme theme = view::make_theme(session_.is_dark(), fonts);
    theme.still = reader_.still;
    view::apply(theme);
    std::vector<view::Command> commands;
    view::Placement placement;
    view::Frame frame{
        theme, session_.language(), view::shape_of(size.x, size.y), size, time_s, outside_, pinch, commands, placement};

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    // A font is rasterised for the screen's density from the moment that it was current once.
    for (ImFont* font : {fonts.semibold, fonts.mono}) {
        ImGui::PushFont(font, view::type::body);
        ImGui::PopFont();
    }
    ImGui::PushFont(fonts.regular, view::type::body);
    ImGui::Begin("interleave", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    if (shown_ != session_.openings()) show_widget();
    shell_.draw(frame, *stage_, session_.describe(), session_.controls(), refusal_);
    ImGui::End();
    ImGui::PopFont();

    placement_ = std::move(placement);
    animating_ = frame.animating;
    for (const view::Command& command : commands) {
        const bool sets = command.kind == view::Command::Kind::set;
        refusal_ = sets ? session_.set(command.id, command.value) : session_.press(command.id);
    }
    animating_ = animating_ || !commands.empty();
    serve_requests();
}

void Application::serve_requests() {
    for (const lab::Request& request : session_.take_requests()) {
        if (request.kind == lab::Request::Kind::copy_text)
            platform::copy_link(request.file.content);
        else if (!platform::save_file(request.file.name, request.file.mime, request.file.content))
            session_.note(text::fill(text::lab::not_saved, {text::Line::same(request.file.name)}));
    }
}

void Application::open(std::string_view fragment) {
    session_.open(fragment);
}

/// The session may have gone to another widget by any of its faces; the old one is no more.
void Application::show_widget() {
    shown_ = session_.openings();
    stage_ = view::make_stage(session_.widget());
}

void Application::context_lost() {
    if (stage_) stage_->context_lost();
}

} // namespace app
