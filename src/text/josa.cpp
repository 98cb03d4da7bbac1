#include "text/josa.hpp"

#include <array>
#include <cctype>
#include <string_view>

namespace text {
namespace {

enum class Ending { vowel, consonant, rieul, unknown };

struct Particle {
    std::string_view both;
    std::string_view after_consonant;
    std::string_view after_vowel;
    bool rieul_counts_as_vowel = false;
};

constexpr std::array<Particle, 7> particles{{
    {"이(가)", "이", "가"},
    {"은(는)", "은", "는"},
    {"을(를)", "을", "를"},
    {"과(와)", "과", "와"},
    {"와(과)", "과", "와"},
    {"(으)로", "으로", "로", true},
    {"(이)라", "이라", "라"},
}};

Ending of_digit(char digit) {
    constexpr std::string_view rieul = "178";     // 일, 칠, 팔
    constexpr std::string_view consonant = "036"; // 영, 삼, 육
    if (rieul.find(digit) != std::string_view::npos) return Ending::rieul;
    return consonant.find(digit) != std::string_view::npos ? Ending::consonant : Ending::vowel;
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// `word` ends with a Latin letter.
Ending of_latin(std::string_view word) {
    const char last = static_cast<char>(std::tolower(static_cast<unsigned char>(word.back())));
    const char before = word.size() > 1 ? word[word.size() - 2] : ' ';
    if (last == 'l') return Ending::rieul;                                      // 엘
    if (last == 'm' || last == 'n') return Ending::consonant;                   // 엠, 엔
    if (!is_letter(before)) return last == 'r' ? Ending::rieul : Ending::vowel; // 알; 에이, 비, 시
    if (last == 'g' && before == 'n') return Ending::consonant;
    if (last == 'k' && before == 'c') return Ending::consonant;
    constexpr std::string_view either = "bcgkpt"; // lock but task, socket but list
    return either.find(last) != std::string_view::npos ? Ending::unknown : Ending::vowel;
}

/// The syllable that `word` ends with, 0 to 11,171, or -1.
int last_syllable(std::string_view word) {
    if (word.size() < 3) return -1;
    const auto byte = [&](std::size_t from_end) { return static_cast<unsigned char>(word[word.size() - from_end]); };
    if ((byte(3) & 0xf0) != 0xe0) return -1;
    const int code = ((byte(3) & 0x0f) << 12) | ((byte(2) & 0x3f) << 6) | (byte(1) & 0x3f);
    constexpr int first = 0xac00;
    constexpr int count = 11'172;
    return code >= first && code < first + count ? code - first : -1;
}

Ending ending_of(std::string_view word) {
    for (const std::string_view quote : {"’", "”", "`", "'", "\""})
        if (word.ends_with(quote)) word.remove_suffix(quote.size());
    if (word.empty()) return Ending::unknown;
    const char last = word.back();
    if (last >= '0' && last <= '9') return of_digit(last);
    if (is_letter(last)) return of_latin(word);
    const int syllable = last_syllable(word);
    if (syllable < 0) return Ending::unknown;
    constexpr int finals = 28;
    constexpr int rieul = 8;
    if (syllable % finals == rieul) return Ending::rieul;
    return syllable % finals == 0 ? Ending::vowel : Ending::consonant;
}

std::string_view fitting(const Particle& particle, Ending ending) {
    if (ending == Ending::unknown) return particle.both;
    const bool is_vowel = ending == Ending::vowel || (ending == Ending::rieul && particle.rieul_counts_as_vowel);
    return is_vowel ? particle.after_vowel : particle.after_consonant;
}

} // namespace

std::string with_particles(std::string korean) {
    for (const Particle& particle : particles) {
        std::size_t from = 0;
        for (std::size_t at; (at = korean.find(particle.both, from)) != std::string::npos;) {
            const std::string_view form = fitting(particle, ending_of(std::string_view(korean).substr(0, at)));
            korean.replace(at, particle.both.size(), form);
            from = at + form.size();
        }
    }
    return korean;
}

} // namespace text
