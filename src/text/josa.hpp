#pragma once

#include <string>
#include <string_view>

namespace text {

/// Appends `words` to a Korean `sentence`. Of particles that depend on how the word before them ends, written with both
/// forms ("이(가)", "을(를)", "은(는)", "과(와)", "(으)로", "(이)라"), comes the form that fits, where the ending can
/// be known. A word ends as a Hangul syllable does, as a digit is read, as a single Latin letter is called, or as most
/// Latin words with that ending are read, a silent e passed over; after any other both forms stay. Quotes and what
/// stands in brackets between the word and the particle are passed over. What is in the sentence already stays as it
/// is.
void append_with_particles(std::string& sentence, std::string_view words);

} // namespace text
