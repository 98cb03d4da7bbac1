#pragma once

#include <string_view>

/// What stands around the window: a page, or a desktop. Only programs with a window link this.
namespace platform {

/// Puts the address of this state on the clipboard. `fragment` has no '#'.
void copy_link(std::string_view fragment);

/// Lets the reader choose a file; the page then sets the control "file" to its name. Does nothing on the desktop.
void pick_file();

/// Tells the page that the state or the placement of its controls is another one; it follows a little later, or at
/// once. Does nothing on the desktop.
void tell_changed(bool at_once);

/// Tells the page that the first frame is drawn, or that there is none to draw. Does nothing on the desktop.
void tell_first_frame();

/// Whether threads could share memory as far as the page around is concerned (crossOriginIsolated); on the desktop,
/// always.
bool is_isolated();

/// Tells the reader that something cannot go on. In a page `code` ("no_webgl2") chooses the sentence, and `detail` is
/// for developers; on the desktop `detail` is shown.
void tell_failed(std::string_view code, std::string_view detail);

} // namespace platform
