#pragma once

#include <string>

namespace text {

/// Korean particles that depend on how the word before them ends, written with both forms ("{0}이(가)", "{0}을(를)",
/// "{0}은(는)", "{0}과(와)", "{0}(으)로", "{0}(이)라"): the form that fits, where the ending can be known. A word ends
/// as a Hangul syllable does, as a digit is read, as a single Latin letter is called, or as most Latin words with that
/// ending are read; after any other both forms stay. Quotes between the word and the particle are passed over.
std::string with_particles(std::string korean);

} // namespace text
