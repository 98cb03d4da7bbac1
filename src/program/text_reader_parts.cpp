#include "program/text_reader_parts.hpp"

#include <algorithm>

#include "program/fault_code.hpp"
#include "program/text_reader.hpp"
#include "program/text_words.hpp"
#include "text/scenario_text.hpp"

namespace program {

namespace t = text::scenario_text;
using text::Line;

text::Line quoted(Piece piece) {
    std::string_view shown = piece.text.substr(0, 24);
    // The cut may have gone through a character.
    for (int i = 0; i < 4 && !shown.empty() && !is_plain_text(shown); ++i) shown.remove_suffix(1);
    if (!is_plain_text(shown)) shown = {};
    return Line::same(std::string(shown) + (shown.size() < piece.text.size() ? "…" : ""));
}

bool TextReader::fail(Piece where, Line reason) {
    const std::string_view before = whole_.text.substr(0, where.offset);
    const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    result_.offset = where.offset;
    result_.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    result_.column = 1;
    for (const char c : before.substr(line_start))
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++result_.column; // not the inside of a UTF-8 character
    result_.reason = std::move(reason);
    return false;
}

bool TextReader::next(Pieces& parts, Piece head, const text::Sentence& what, Piece& part) {
    if (!parts.more()) return fail({{}, head.offset + head.text.size()}, text::fill(t::missing, {quoted(head), what}));
    part = parts.next();
    return true;
}

bool TextReader::no_more(Pieces& parts, Piece head) {
    if (!parts.more()) return true;
    const Piece surplus = parts.next();
    return fail(surplus, text::fill(t::surplus, {quoted(head), quoted(surplus)}));
}

bool TextReader::once(Piece word) {
    return given_.insert(word.text).second || fail(word, text::fill(t::given_twice, {quoted(word)}));
}

bool TextReader::read_number(Piece piece, std::int64_t least, std::int64_t most, std::int64_t& number) {
    const auto read = words::number_in(piece.text);
    if (!read || *read < least || *read > most)
        return fail(piece, text::fill(t::not_a_number, {quoted(piece), text::grouped(least), text::grouped(most)}));
    number = *read;
    return true;
}

bool TextReader::read_time(Piece piece, Nanoseconds& ns) {
    const auto read = words::time_in(piece.text);
    if (!read)
        return fail(piece, text::fill(t::not_a_time, {quoted(piece), text::grouped(most_time_ns / 1'000'000'000)}));
    ns = *read;
    return true;
}

bool TextReader::read_law(Piece piece, TimeLaw& law) {
    Pieces times(piece, ',');
    Piece first = times.next();
    const char letter = first.text.empty() ? '\0' : first.text.front();
    if (letter == 'e') law.kind = TimeLaw::Kind::exponential;
    if (letter == 'u') law.kind = TimeLaw::Kind::uniform;
    if (law.kind != TimeLaw::Kind::constant) first = {first.text.substr(1), first.offset + 1};
    if (!read_time(first, law.a_ns)) return false;
    if (law.kind == TimeLaw::Kind::uniform) {
        Piece second;
        if (!next(times, piece, t::a_time, second) || !read_time(second, law.b_ns)) return false;
        if (law.a_ns > law.b_ns) return fail(piece, text::fill(t::times_backwards, {quoted(piece)}));
    }
    return no_more(times, piece);
}

bool TextReader::read_string(Piece piece, std::size_t most_bytes, std::string& out) {
    words::Decoded decoded = words::string_in(piece.text);
    if (decoded.bad) {
        const std::size_t at = *decoded.bad;
        return fail({piece.text.substr(at), piece.offset + at}, t::bad_character);
    }
    if (!is_plain_text(decoded.text)) return fail(piece, t::bad_text);
    if (decoded.text.size() > most_bytes)
        return fail(piece, text::fill(t::too_long_string, {text::grouped(static_cast<long long>(most_bytes))}));
    out = std::move(decoded.text);
    return true;
}

bool TextReader::take_name(Piece piece, std::size_t most, const text::Sentence& kind, Names& names, std::string& name) {
    if (!read_string(piece, most_name_bytes, name)) return false;
    if (name.empty()) return fail(piece, t::empty_name);
    if (names.size() >= most)
        return fail(piece, text::fill(t::too_many, {kind, text::grouped(static_cast<long long>(most))}));
    const auto index = static_cast<std::uint16_t>(names.size());
    return names.emplace(name, index).second || fail(piece, text::fill(t::name_taken, {quoted(piece), kind}));
}

bool TextReader::read_reference(Piece piece, const text::Sentence& kind, const Names& names, std::uint16_t& index) {
    std::string name;
    if (!read_string(piece, most_name_bytes, name)) return false;
    const auto found = names.find(name);
    if (found == names.end()) return fail(piece, text::fill(t::no_such_name, {quoted(piece), kind}));
    index = found->second;
    return true;
}

} // namespace program
