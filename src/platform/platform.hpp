#pragma once

#include <istream>
#include <memory>
#include <string>
#include <string_view>

/// What the machine around the program does for it. One .cpp for the desktop, one for the web; the build chooses.
namespace platform {

/// The compiler, or the browser: "GCC 12.2.0".
std::string engine();

/// Now in UTC, ISO 8601: "2026-11-22T10:21:18Z".
std::string now();

/// Keeps a file for the reader: a download in a page, a file in the working folder on the desktop. Returns false when
/// it could not be written.
bool save_file(std::string_view name, std::string_view mime, std::string_view content);

/// Opens the reader's own file by its path; null when that cannot be done. In a page there are no paths: there it is
/// the file that the reader gave the page last, by its name.
std::unique_ptr<std::istream> open_file(const std::string& path);

/// Hands the thread back for a moment; does nothing where a program must not wait.
void rest_ms(int milliseconds);

} // namespace platform
