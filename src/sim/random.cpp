#include "sim/random.hpp"

#include <array>
#include <bit>

namespace sim {
namespace {

constexpr int table_bits = 8;
constexpr int table_size = 1 << table_bits;
constexpr double one = 4294967296.0; ///< 2^32

/// ln x for 1 ≤ x ≤ 2, by the series of atanh((x - 1) / (x + 1)): additions, products and quotients only, evaluated by
/// the compiler in IEEE arithmetic.
constexpr double series_log(double x) {
    const double y = (x - 1) / (x + 1);
    double power = y;
    double sum = 0;
    for (int n = 1; n < 60; n += 2) {
        sum += power / n;
        power *= y * y;
    }
    return 2 * sum;
}

struct Row {
    std::uint64_t log;        ///< ln(1 + i / 256), in units of 2^-32
    std::uint64_t reciprocal; ///< 1 / (1 + i / 256), likewise
};

constexpr std::array<Row, table_size> make_table() {
    std::array<Row, table_size> table{};
    for (int i = 0; i < table_size; ++i) {
        const double x = 1 + i / static_cast<double>(table_size);
        table[static_cast<std::size_t>(i)] = {static_cast<std::uint64_t>(series_log(x) * one + 0.5),
                                              static_cast<std::uint64_t>(one / x + 0.5)};
    }
    return table;
}

constexpr auto table = make_table();
constexpr auto log_of_2 = static_cast<std::uint64_t>(series_log(2) * one + 0.5);

} // namespace

std::uint64_t minus_log(std::uint64_t u) {
    // u = 2^(63 - zeros) · m with 1 ≤ m < 2, and m = (1 + i / 256) · (1 + d) with 0 ≤ d < 1 / 256.
    const auto zeros = static_cast<std::uint64_t>(std::countl_zero(u));
    const std::uint64_t fraction = (u << zeros << 1) >> 32; // m - 1, in units of 2^-32
    const Row& row = table[static_cast<std::size_t>(fraction >> (32 - table_bits))];
    const std::uint64_t rest = fraction & ((std::uint64_t{1} << (32 - table_bits)) - 1);
    const std::uint64_t d = (rest * row.reciprocal) >> 32;
    const std::uint64_t log_of_rest = d - ((d * d) >> 33) + (((d * d) >> 32) * d >> 32) / 3;
    const std::uint64_t log_of_m = row.log + log_of_rest;
    return (zeros + 1) * log_of_2 - log_of_m;
}

std::uint64_t Random::up_to(std::uint64_t most) {
    const std::uint64_t mask = most == 0 ? 0 : ~std::uint64_t{0} >> std::countl_zero(most);
    std::uint64_t value = next() & mask;
    while (value > most) value = next() & mask;
    return value;
}

program::Nanoseconds Random::exponential(program::Nanoseconds mean_ns) {
    const std::uint64_t e = log_ != unknown ? log_ : minus_log(ready_ | 1); // below 45 · 2^32
    prepare();
    log_ = minus_log(ready_ | 1);
    const auto mean = static_cast<std::uint64_t>(mean_ns);
    // In two halves, so that no product passes 64 bits: mean ≤ 2^50.
    const std::uint64_t whole = (e >> 32) * mean;
    const std::uint64_t low = e & 0xffffffffu;
    const std::uint64_t upper = (mean >> 32) * low;
    const std::uint64_t lower = (mean & 0xffffffffu) * low + 0x80000000u;
    return static_cast<program::Nanoseconds>(whole + upper + (lower >> 32));
}

program::Nanoseconds Random::draw(const program::TimeLaw& law) {
    using Kind = program::TimeLaw::Kind;
    switch (law.kind) {
    case Kind::constant:
        break;
    case Kind::exponential:
        return exponential(law.a_ns);
    case Kind::uniform:
        return law.a_ns + static_cast<program::Nanoseconds>(up_to(static_cast<std::uint64_t>(law.b_ns - law.a_ns)));
    }
    return law.a_ns;
}

} // namespace sim
