#include "text/josa.hpp"

#include <algorithm>
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

/// `word` ends with an e that follows a letter: silent behind most consonants, where the word ends as that one is read.
Ending of_final_e(std::string_view word) {
    const auto lower = [&](std::size_t from_end) {
        return word.size() < from_end
                   ? ' '
                   : static_cast<char>(std::tolower(static_cast<unsigned char>(word[word.size() - from_end])));
    };
    constexpr std::string_view vowels = "aeiouy";
    const char consonant = lower(2);
    if (consonant == 'l' && is_letter(lower(3))) return Ending::rieul; // file, table
    if (vowels.find(lower(3)) == std::string_view::npos) return Ending::vowel;
    if (consonant == 'm' || consonant == 'n') return Ending::consonant; // name, None
    return consonant == 'p' ? Ending::unknown : Ending::vowel;          // type but pipe; state, queue, value
}

/// `word` ends with a Latin letter.
Ending of_latin(std::string_view word) {
    const char last = static_cast<char>(std::tolower(static_cast<unsigned char>(word.back())));
    const char before =
        word.size() > 1 ? static_cast<char>(std::tolower(static_cast<unsigned char>(word[word.size() - 2]))) : ' ';
    if (last == 'l') return Ending::rieul;                                      // 엘
    if (last == 'm' || last == 'n') return Ending::consonant;                   // 엠, 엔
    if (!is_letter(before)) return last == 'r' ? Ending::rieul : Ending::vowel; // 알; 에이, 비, 시
    if (last == 'e') return of_final_e(word);
    for (const std::string_view one : {"exit", "Exit", "loop", "kB", "MB", "GB"}) // 엑시트, 루프, 바이트
        if (word.ends_with(one)) return Ending::vowel;
    if (last == 'g' && before == 'n') return Ending::consonant;
    if (last == 'k' && before == 'c') return Ending::consonant;
    if (last == 't' && std::string_view("aeiou").find(before) == std::string_view::npos)
        return Ending::vowel;                     // next, list
    constexpr std::string_view either = "bcgkpt"; // lock but task, socket but set
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

std::string_view without_quotes(std::string_view word) {
    for (const std::string_view quote : {"’", "”", "`", "'", "\""})
        if (word.ends_with(quote)) word.remove_suffix(quote.size());
    return word;
}

/// Without what stands in brackets at the end, which the particle passes over: "파이썬(Python)을", "f()가".
std::string_view without_brackets(std::string_view word) {
    if (!word.ends_with(')')) return word;
    int open = 0;
    for (std::size_t i = word.size(); i-- > 0;) {
        open += word[i] == ')' ? 1 : word[i] == '(' ? -1 : 0;
        if (open == 0) return word.substr(0, i);
    }
    return word;
}

Ending ending_of(std::string_view word) {
    word = without_quotes(without_brackets(without_quotes(word)));
    while (word.ends_with('.') || word.ends_with('!') || word.ends_with('?')) word.remove_suffix(1);
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

void append_with_particles(std::string& sentence, std::string_view words) {
    while (!words.empty()) {
        const auto* particle =
            std::ranges::find_if(particles, [&](const Particle& each) { return words.starts_with(each.both); });
        if (particle == particles.end()) {
            sentence += words.front();
            words.remove_prefix(1);
        } else {
            sentence += fitting(*particle, ending_of(sentence));
            words.remove_prefix(particle->both.size());
        }
    }
}

} // namespace text
