#include "program/code_builder.hpp"

#include <limits>

namespace program {

CodeBuilder& CodeBuilder::append(Instruction instruction) {
    code_.push_back(std::move(instruction));
    return *this;
}

CodeBuilder& CodeBuilder::append_jump(Instruction instruction, std::string_view label) {
    jumps_.push_back({code_.size(), std::string(label)});
    return append(std::move(instruction));
}

CodeBuilder& CodeBuilder::label(std::string_view name) {
    labels_.emplace_back(name, code_.size());
    return *this;
}

CodeBuilder& CodeBuilder::lines(std::string_view cpp, std::string_view python) {
    if (code_.empty()) return *this;
    code_.back().cpp = cpp;
    code_.back().python = python;
    return *this;
}

CodeBuilder& CodeBuilder::on(InterpreterHandle interpreter) {
    thread_.interpreter = interpreter.index;
    return *this;
}

CodeBuilder& CodeBuilder::starts_at(Nanoseconds ns) {
    thread_.starts_at_ns = ns;
    return *this;
}

CodeBuilder& CodeBuilder::spawned() {
    thread_.starts = false;
    return *this;
}

std::size_t CodeBuilder::place_of(std::string_view label) const {
    std::size_t place = std::numeric_limits<std::uint16_t>::max();
    for (const auto& [name, at] : labels_)
        if (name == label) place = at;
    return place;
}

Thread CodeBuilder::finished() const {
    Thread thread = thread_;
    thread.code = code_;
    for (const Jump& jump : jumps_)
        thread.code[jump.instruction].target = static_cast<std::uint16_t>(place_of(jump.label));
    return thread;
}

} // namespace program
