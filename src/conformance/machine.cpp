#include "conformance/machine.hpp"

#include <utility>

#include "conformance/out_of_reach.hpp"
#include "text/conformance.hpp"

namespace conformance {
namespace {

/// ADD of the language found no sum.
struct NoSum {};

bool truth(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number != 0;
    if (const auto* word = std::get_if<std::string>(&value)) return !word->empty();
    return false;
}

Value sum(const Value& left, const Value& right) {
    if (const auto *a = std::get_if<std::int64_t>(&left), *b = std::get_if<std::int64_t>(&right); a && b) {
        std::int64_t result = 0;
        if (__builtin_add_overflow(*a, *b, &result))
            throw OutOfReach{text::fill(text::conformance::beyond_64_bits, {text::conformance::a_sum})};
        return result;
    }
    if (const auto *a = std::get_if<std::string>(&left), *b = std::get_if<std::string>(&right); a && b) return *a + *b;
    throw NoSum();
}

} // namespace

Machine::Machine(Surroundings& surroundings, const Block& body, Frame& frame)
    : surroundings_(surroundings), frame_(frame) {
    // As deep as CPython's recursion goes before its RecursionError (sys.getrecursionlimit()).
    constexpr unsigned most_generators = 1000;
    if (frame.depth > most_generators)
        throw OutOfReach{text::fill(text::conformance::too_many_generators, {text::grouped(most_generators)})};
    stack_.push_back({Part::block, nullptr, &body});
}

Machine::~Machine() {
    frame_.gone = true;
    while (!stack_.empty()) stack_.pop_back();
}

Machine::Request Machine::run() {
    while (!stack_.empty()) {
        surroundings_.spend(1);
        Activation& top = stack_.back();
        if (top.next == top.block->size()) {
            leave({});
        } else {
            try {
                if (std::optional<Request> request = execute((*top.block)[top.next++])) return std::move(*request);
            } catch (const NoSum&) {
                raise_new(ExceptionType::type_error, {std::string("add")});
            }
        }
    }
    if (result_.exit == Exit::raises) return Raises{std::move(result_.raised)};
    return Returns{std::move(result_.value)};
}

void Machine::answer(Value value) {
    if (waiting_->variable != no_variable) variables_[static_cast<std::size_t>(waiting_->variable)] = std::move(value);
}

void Machine::raise(Raised raised) {
    leave({Exit::raises, {}, std::move(raised)});
}

void Machine::raise_new(ExceptionType type, std::vector<Value> arguments) {
    Raised raised = make_raised(type, std::move(arguments));
    set_context(raised, frame_.topmost_handled());
    raise(std::move(raised));
}

std::optional<Machine::Request> Machine::execute(const Statement& statement) {
    using enum Statement::Kind;
    switch (statement.kind) {
    case print:
        surroundings_.log({{std::string("p"), evaluate(statement.expression)}, std::nullopt});
        break;
    case set:
        variables_[static_cast<std::size_t>(statement.variable)] = evaluate(statement.expression);
        break;
    case yield:
        waiting_ = &statement;
        return Yields{evaluate(statement.expression)};
    case yield_from:
        waiting_ = &statement;
        return Delegates{&statement.source};
    case for_range:
    case forever:
    case for_generator: {
        const Part part = statement.kind == for_range ? Part::for_range
                          : statement.kind == forever ? Part::forever
                                                      : Part::for_generator;
        enter(part, statement, statement.body);
        if (part == Part::for_generator) stack_.back().generator = surroundings_.call(statement.function, frame_);
        stack_.back().next = statement.body.size();
        break;
    }
    case branch:
        enter(Part::block, statement, holds(statement.condition) ? statement.body : statement.otherwise);
        break;
    case returns:
        leave({Exit::returns, evaluate(statement.expression), nullptr});
        break;
    case raises: {
        std::vector<Value> arguments;
        for (const Expression& argument : statement.arguments) arguments.push_back(evaluate(argument));
        raise_new(statement.type, std::move(arguments));
        break;
    }
    case reraise:
        if (Raised handled = frame_.topmost_handled())
            raise(std::move(handled));
        else
            raise_new(ExceptionType::runtime_error, {std::string("No active exception to reraise")});
        break;
    case breaks:
        leave({Exit::breaks, {}, nullptr});
        break;
    case continues:
        leave({Exit::continues, {}, nullptr});
        break;
    case next_of_itself:
        if (const Outcome came = surroundings_.next_of_generator_under_test(); came.is_raised())
            raise(to_python(came.error(), frame_.topmost_handled()));
        break;
    case try_block:
        enter(Part::try_body, statement, statement.body);
        break;
    }
    return std::nullopt;
}

void Machine::enter(Part part, const Statement& statement, const Block& block) {
    stack_.push_back({part, &statement, &block});
}

/// The innermost activation ended so; goes outwards until somebody goes on.
void Machine::leave(Completion completion) {
    while (!stack_.empty()) {
        Activation& top = stack_.back();
        const Statement* const statement = top.statement;
        const Part part = top.part;
        if (part == Part::for_range || part == Part::forever || part == Part::for_generator) {
            if (next_round(top, completion)) return;
            stack_.pop_back(); // drops the generator of the loop
            if (completion.exit == Exit::normal) return;
            continue;
        }
        Completion pending = std::move(top.pending);
        stack_.pop_back();
        if (part == Part::handler || (part == Part::finally && pending.exit == Exit::raises)) frame_.handled.pop_back();
        if (part == Part::try_body) {
            if (completion.exit == Exit::raises && handle(*statement, completion)) return;
            if (completion.exit == Exit::normal && !statement->otherwise.empty())
                return enter(Part::otherwise, *statement, statement->otherwise);
        }
        if (part == Part::try_body || part == Part::handler || part == Part::otherwise) {
            if (finish(*statement, completion)) return;
        } else if (part == Part::finally && completion.exit == Exit::normal) {
            completion = std::move(pending);
        }
        if (completion.exit == Exit::normal && !stack_.empty()) return;
    }
    result_ = std::move(completion);
}

/// Whether the loop goes on; otherwise `completion` is how it ended.
bool Machine::next_round(Activation& loop, Completion& completion) {
    if (completion.exit == Exit::breaks) {
        completion.exit = Exit::normal;
        return false;
    }
    if (completion.exit != Exit::normal && completion.exit != Exit::continues) return false;
    completion = {};
    if (loop.part == Part::for_range) {
        if (loop.index >= loop.statement->count) return false;
        variables_[static_cast<std::size_t>(loop.statement->variable)] = loop.index++;
    } else if (loop.part == Part::for_generator) {
        Outcome came = loop.generator->next();
        if (came.is_raised()) completion = {Exit::raises, {}, to_python(came.error(), frame_.topmost_handled())};
        if (!came.is_yielded()) return false;
        variables_[static_cast<std::size_t>(loop.statement->variable)] = std::move(came.value());
    }
    loop.next = 0;
    return true;
}

bool Machine::handle(const Statement& statement, const Completion& completion) {
    for (const Handler& handler : statement.handlers) {
        if (!is_a(completion.raised->type, handler.type)) continue;
        surroundings_.log(
            {{std::string("x"), std::string(name_of(completion.raised->type))}, completion.raised->arguments});
        frame_.handled.push_back(completion.raised);
        enter(Part::handler, statement, handler.body);
        return true;
    }
    return false;
}

/// Enters `finally`, when there is one, which then goes on as `completion` says.
bool Machine::finish(const Statement& statement, Completion& completion) {
    if (statement.finally.empty()) return false;
    if (completion.exit == Exit::raises) frame_.handled.push_back(completion.raised);
    enter(Part::finally, statement, statement.finally);
    stack_.back().pending = std::move(completion);
    return true;
}

Value Machine::evaluate(const Expression& expression) const {
    Value value = value_of(expression);
    surroundings_.spend(steps_of(value));
    return value;
}

Value Machine::value_of(const Expression& expression) const {
    switch (expression.kind) {
    case Expression::Kind::variable:
        return variables_[static_cast<std::size_t>(expression.variable)];
    case Expression::Kind::sum: {
        const Value left = evaluate(expression.operands[0]);
        return sum(left, evaluate(expression.operands[1]));
    }
    case Expression::Kind::constant:
        break;
    }
    return expression.value;
}

bool Machine::holds(const Condition& condition) const {
    const Value first = evaluate(condition.operands[0]);
    switch (condition.kind) {
    case Condition::Kind::is_none:
        return std::holds_alternative<std::monostate>(first);
    case Condition::Kind::equal:
        return first == evaluate(condition.operands[1]);
    case Condition::Kind::truth:
        break;
    }
    return truth(first);
}

} // namespace conformance
