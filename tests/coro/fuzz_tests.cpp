// Random generators and random operations on them, against a model that is written after the text of PEP 342 and 380
// with plain objects: no coroutine, no code of the library.

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "coro/counted.hpp"
#include "coro/send_generator.hpp"

namespace {

struct Plan;

/// One step of a body. `caught` are the errors that it catches, as letters: v ValueError, x GeneratorExit, r
/// RuntimeError, s StopIteration.
struct Step {
    enum Kind { yields, delegates, borrows, raises, returns } kind;
    int value = 0;
    char error = 'v';
    std::string caught;
    std::shared_ptr<Plan> sub;
};
struct Plan {
    std::vector<Step> steps;
};

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    int below(int n) {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        return static_cast<int>((mixed ^ (mixed >> 31)) % static_cast<std::uint64_t>(n));
    }

private:
    std::uint64_t state_;
};

Plan random_plan(Dice& dice, int depth) {
    Plan plan;
    for (int steps = 1 + dice.below(4); steps > 0; --steps) {
        Step step{Step::yields};
        const int kind = dice.below(10);
        if (kind >= 5 && depth > 0) step.kind = kind >= 8 ? Step::borrows : Step::delegates;
        if (kind == 4 && dice.below(2) == 0) step.kind = dice.below(2) == 0 ? Step::raises : Step::returns;
        step.value = dice.below(100);
        step.error = "vxs"[dice.below(3)];
        for (const char letter : {'v', 'x', 'r', 's'})
            if (dice.below(4) == 0) step.caught += letter;
        if (step.kind == Step::delegates || step.kind == Step::borrows)
            step.sub = std::make_shared<Plan>(random_plan(dice, depth - 1));
        plan.steps.push_back(step);
    }
    return plan;
}

using Log = std::vector<std::string>;

// The library.

using Numbers = coro::send_generator<int, int, int>;

char letter_of(const std::exception_ptr& error) {
    if (coro::holds<coro::generator_exit>(error)) return 'x';
    if (coro::holds<coro::stop_iteration>(error)) return 's';
    if (coro::holds<coro::runtime_error>(error)) return 'r';
    return coro::holds<coro::type_error>(error) ? 't' : 'v';
}

std::exception_ptr error_of(char letter) {
    if (letter == 'x') return std::make_exception_ptr(coro::generator_exit());
    if (letter == 's') return std::make_exception_ptr(coro::stop_iteration());
    return std::make_exception_ptr(coro::value_error("v"));
}

struct EndOfFrame {
    Log& log;
    ~EndOfFrame() { log.push_back("frame ends"); }
};

Numbers body(const Plan& plan, Log& log) {
    const Counted counted;
    const EndOfFrame end{log};
    for (const Step& step : plan.steps) {
        std::exception_ptr error;
        try {
            if (step.kind == Step::yields) {
                const std::optional<int> sent = co_yield step.value;
                log.push_back("sent " + (sent ? std::to_string(*sent) : "None"));
            } else if (step.kind == Step::delegates) {
                const int result = co_await coro::yield_from(body(*step.sub, log));
                log.push_back("result " + std::to_string(result));
            } else if (step.kind == Step::borrows) {
                Numbers inner = body(*step.sub, log);
                const int result = co_await coro::yield_from(inner);
                log.push_back("result " + std::to_string(result));
            } else if (step.kind == Step::raises) {
                std::rethrow_exception(error_of(step.error));
            } else {
                co_return step.value;
            }
        } catch (...) {
            error = std::current_exception();
        }
        if (error == nullptr) continue;
        const char letter = letter_of(error);
        if (step.caught.find(letter) == std::string::npos) std::rethrow_exception(error);
        log.push_back(std::string("caught ") + letter);
    }
    co_return -1;
}

std::string shown(Numbers::outcome_type came) {
    if (came.is_yielded()) return "yield " + std::to_string(came.value());
    if (came.is_raised()) return std::string("raise ") + letter_of(came.error());
    return came.result() ? "return " + std::to_string(*came.result()) : "return None";
}

// The model.

class Model {
public:
    Model(const Plan& plan, Log& log) : plan_(plan), log_(log) {}
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;
    /// The finalizer: close(), and what comes out is unraisable; then the frame goes as it stands.
    ~Model() {
        if (at_ == none || over_) return;
        if (const std::string came = close(); came != "ok") log_.push_back("unraisable " + came.substr(6));
        if (!over_) end();
    }

    std::string send(std::optional<int> value) {
        if (over_) return "return None";
        if (at_ == none) {
            if (value) return "raise t";
            return go(0);
        }
        if (!inner_) {
            log_.push_back("sent " + (value ? std::to_string(*value) : "None"));
            return go(at_ + 1);
        }
        return from_inner(inner_->send(value));
    }

    std::string throw_(char error) {
        if (over_) return std::string("raise ") + error;
        if (at_ == none) {
            over_ = true;
            return std::string("raise ") + wrapped(error);
        }
        if (!inner_) return raise(error);
        if (error != 'x') return from_inner(inner_->throw_(error));
        const std::string closing = inner_->close();
        return raise(closing == "ok" ? 'x' : closing.back());
    }

    std::string close() {
        if (over_ || at_ == none) {
            over_ = true;
            return "ok";
        }
        const std::string came = throw_('x');
        if (came.starts_with("yield")) return "raise r";
        return came == "raise x" || came.starts_with("return") ? "ok" : came;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    static char wrapped(char error) { return error == 's' ? 'r' : error; }

    void end() {
        over_ = true;
        inner_.reset();
        log_.push_back("frame ends");
    }

    /// Runs from the step `from` on.
    std::string go(std::size_t from) {
        for (at_ = from; at_ < plan_.steps.size(); ++at_) {
            const Step& step = plan_.steps[at_];
            if (step.kind == Step::yields) return "yield " + std::to_string(step.value);
            if (step.kind == Step::returns) {
                end();
                return "return " + std::to_string(step.value);
            }
            if (step.kind == Step::raises) return raise(step.error);
            inner_ = std::make_unique<Model>(*step.sub, log_);
            return from_inner(inner_->send(std::nullopt));
        }
        end();
        return "return -1";
    }

    std::string from_inner(const std::string& came) {
        if (came.starts_with("yield")) return came;
        if (came.starts_with("raise")) return raise(came.back());
        inner_.reset();
        log_.push_back("result " + came.substr(7));
        return go(at_ + 1);
    }

    /// At the step where it stands.
    std::string raise(char error) {
        inner_.reset();
        if (plan_.steps[at_].caught.find(error) != std::string::npos) {
            log_.push_back(std::string("caught ") + error);
            return go(at_ + 1);
        }
        end();
        return std::string("raise ") + wrapped(error);
    }

    const Plan& plan_;
    Log& log_;
    std::size_t at_ = none; ///< the step at which it is suspended; none before the start
    bool over_ = false;
    std::unique_ptr<Model> inner_;
};

/// One random generator under one random script on both; the first difference, or nothing.
std::string difference(std::uint64_t seed) {
    Dice dice(seed);
    const Plan plan = random_plan(dice, 3);
    Log log;
    Log model_log;
    coro::on_unraisable() = [&log](const std::exception_ptr& error) {
        log.push_back(std::string("unraisable ") + letter_of(error));
    };
    {
        Numbers numbers = body(plan, log);
        Model model(plan, model_log);
        for (int operations = 1 + dice.below(12); operations > 0; --operations) {
            std::string came;
            std::string expected;
            switch (dice.below(8)) {
            case 0: {
                const char error = "vxs"[dice.below(3)];
                came = shown(numbers.throw_(error_of(error)));
                expected = model.throw_(error);
                break;
            }
            case 1: {
                const coro::close_outcome closed = numbers.close();
                came = closed.ok() ? "ok" : std::string("raise ") + letter_of(closed.error());
                expected = model.close();
                break;
            }
            case 2:
            case 3:
            case 4: {
                const int value = dice.below(100);
                came = shown(numbers.send(value));
                expected = model.send(value);
                break;
            }
            default:
                came = shown(numbers.next());
                expected = model.send(std::nullopt);
            }
            if (came != expected) return came + " instead of " + expected;
            if (log != model_log) return "another log after " + came;
        }
    }
    return log == model_log ? "" : "another log at the drop";
}

} // namespace

TEST_CASE("10,000 random scripts on random generators do what a plain model of the PEPs does, and leave nothing") {
    const auto hook = coro::on_unraisable();
    Counted::reset();
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const std::string found = difference(seed);
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ": ", found);
    }
    CHECK(Counted::made > 10'000);
    CHECK(Counted::alive == 0);
    coro::on_unraisable() = hook;
}
