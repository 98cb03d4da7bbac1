#pragma once

#include <string>

#include "lab/session.hpp"

namespace app {

/// Sentence, notices, tables and facts as text for a terminal; columns line up, Hangul counting as two cells.
std::string as_text(const lab::Session& session);

/// What `--help` of a widget says: every control with its range, start value and hint.
std::string controls_as_text(const lab::Session& session);

} // namespace app
