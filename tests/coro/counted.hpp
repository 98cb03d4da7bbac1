#pragma once

#include <utility>

/// Counts its constructions and destructions: what was made and not destroyed is alive, and a value destroyed twice
/// makes `alive` negative at the end of the test.
class Counted {
public:
    static inline int alive = 0;
    static inline int made = 0;
    static void reset() { alive = made = 0; }

    explicit Counted(int number = 0) : value(number) { born(); }
    Counted(const Counted& other) : value(other.value) { born(); }
    Counted(Counted&& other) noexcept : value(std::exchange(other.value, -1)) { born(); }
    Counted& operator=(const Counted&) = default;
    Counted& operator=(Counted&& other) noexcept {
        value = std::exchange(other.value, -1);
        return *this;
    }
    ~Counted() { --alive; }

    int value;

private:
    static void born() {
        ++alive;
        ++made;
    }
};
