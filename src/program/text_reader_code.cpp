#include "program/text_reader.hpp"

#include "program/text_reader_parts.hpp"
#include "text/faults.hpp"
#include "text/scenario_text.hpp"

namespace program {

namespace t = text::scenario_text;
namespace kind = text::faults;
using text::Line;

bool TextReader::read_thread(Piece item) {
    Pieces fields(item, '.');
    Thread thread;
    Group& group = groups_.emplace_back();
    group.item = item;
    group.first_thread = group.like = s_.threads.size();
    bool is_like = false;
    if (!read_head(fields.next(), thread, group.count, is_like)) return false;
    while (fields.more()) group.code.push_back(fields.next());
    if (is_like && !group.code.empty()) return fail(group.code.front(), t::like_and_code);
    instructions_ += group.code.size() * group.count;
    if (instructions_ > most_instructions)
        return fail(item, text::fill(t::too_many, {kind::an_instruction, text::grouped(most_instructions)}));
    return true;
}

bool TextReader::read_head(Piece head, Thread& thread, std::size_t& count, bool& is_like) {
    Pieces parts(head, ':');
    const Piece word = parts.next();
    Piece name, part;
    if (!next(parts, word, t::a_name, name)) return false;
    count = 1;
    bool is_numbered = false;
    std::set<std::string_view> seen;
    while (parts.more()) {
        Pieces elements(parts.next(), ',');
        const Piece option = elements.next();
        if (!seen.insert(option.text).second) return fail(option, text::fill(t::given_twice, {quoted(option)}));
        if (option.text == "times") {
            std::int64_t times = 0;
            const auto left = most_threads - static_cast<std::int64_t>(s_.threads.size());
            if (!next(elements, option, t::a_number, part) || !read_number(part, 1, left, times)) return false;
            count = static_cast<std::size_t>(times);
            is_numbered = true;
        } else if (option.text == "on") {
            if (!next(elements, option, t::a_name, part)) return false;
            if (!read_reference(part, kind::an_interpreter, interpreters_, thread.interpreter)) return false;
        } else if (option.text == "at") {
            if (!next(elements, option, t::a_time, part) || !read_time(part, thread.starts_at_ns)) return false;
        } else if (option.text == "spawned") {
            thread.starts = false;
        } else if (option.text == "like") {
            std::uint16_t earlier = 0;
            if (!next(elements, option, t::a_name, part)) return false;
            if (!read_reference(part, kind::a_thread, threads_, earlier)) return false;
            groups_.back().like = earlier;
            is_like = true;
        } else {
            return fail(option, text::fill(t::unknown_option, {quoted(word), quoted(option)}));
        }
        if (!no_more(elements, option)) return false;
    }
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string suffix = is_numbered ? std::to_string(i) : "";
        if (!take_thread_name(name, suffix, thread.name)) return false;
        s_.threads.push_back(thread);
    }
    return true;
}

bool TextReader::take_thread_name(Piece piece, const std::string& suffix, std::string& name) {
    if (!read_string(piece, most_name_bytes - suffix.size(), name)) return false;
    if (name.empty()) return fail(piece, t::empty_name);
    name += suffix;
    if (threads_.size() >= most_threads)
        return fail(piece, text::fill(t::too_many, {kind::a_thread, text::grouped(most_threads)}));
    const auto index = static_cast<std::uint16_t>(threads_.size());
    return threads_.emplace(name, index).second ||
           fail(piece, text::fill(t::name_taken, {Line::same(name), kind::a_thread}));
}

bool TextReader::read_codes() {
    for (Group& group : groups_) {
        std::vector<Instruction> code = s_.threads[group.like].code; // none yet when it is its own
        if (group.like != group.first_thread) {
            instructions_ += code.size() * group.count;
            if (instructions_ > most_instructions)
                return fail(group.item,
                            text::fill(t::too_many, {kind::an_instruction, text::grouped(most_instructions)}));
        }
        for (const Piece piece : group.code)
            if (!read_instruction(piece, group.code.size(), code.emplace_back())) return false;
        for (std::size_t i = 1; i < group.count; ++i) s_.threads[group.first_thread + i].code = code;
        s_.threads[group.first_thread].code = std::move(code);
    }
    return true;
}

bool TextReader::read_instruction(Piece piece, std::size_t code_size, Instruction& instruction) {
    Pieces parts(piece, ':');
    const Piece word = parts.next();
    const auto op = find_op(word.text);
    if (!op) return fail(word, text::fill(t::unknown_op, {quoted(word)}));
    instruction.op = *op;
    return read_operands(word, parts, code_size, instruction);
}

bool TextReader::read_operands(Piece word, Pieces& parts, std::size_t code_size, Instruction& instruction) {
    const Operands& operands = operands_of(instruction.op);
    const bool may_stop = instruction.op == Op::repeat;
    // What a repeat leaves out is followed by nothing or by a line of code.
    const auto is_left_out = [&] {
        if (!may_stop) return false;
        if (!parts.more()) return true;
        Pieces ahead = parts;
        const std::string_view text = ahead.next().text;
        return text.starts_with("cpp") || text.starts_with("python");
    };
    Piece part;
    if (operands.target != TargetKind::none && !is_left_out()) {
        if (!next(parts, word, t::a_name, part)) return false;
        if (!read_target(part, operands.target, code_size, instruction.target)) return false;
    }
    if (operands.uses_value && !is_left_out()) {
        const std::int64_t least = instruction.op == Op::repeat ? 0 : least_number;
        if (!next(parts, word, t::a_number, part)) return false;
        if (!read_number(part, least, most_number, instruction.value)) return false;
    }
    if (operands.uses_time) {
        if (!next(parts, word, t::a_time, part) || !read_law(part, instruction.time)) return false;
    }
    while (parts.more())
        if (!read_extra(word, parts.next(), instruction)) return false;
    return true;
}

bool TextReader::read_target(Piece piece, TargetKind kind_of_target, std::size_t code_size, std::uint16_t& target) {
    switch (kind_of_target) {
    case TargetKind::variable:
        return read_reference(piece, kind::a_variable, variables_, target);
    case TargetKind::lock:
        return read_reference(piece, kind::a_lock, locks_, target);
    case TargetKind::condition:
        return read_reference(piece, kind::a_condition, conditions_, target);
    case TargetKind::device:
        return read_reference(piece, kind::a_device, devices_, target);
    case TargetKind::thread:
        return read_reference(piece, kind::a_thread, threads_, target);
    case TargetKind::instruction:
    case TargetKind::none:
        break;
    }
    std::int64_t place = 0;
    if (!read_number(piece, 1, static_cast<std::int64_t>(code_size) + 1, place)) return false;
    target = static_cast<std::uint16_t>(place - 1);
    return true;
}

bool TextReader::read_extra(Piece word, Piece extra, Instruction& instruction) {
    Pieces elements(extra, ',');
    const Piece name = elements.next();
    if (name.text == "call" && instruction.op == Op::compute && !instruction.is_one_call) {
        instruction.is_one_call = true;
        return no_more(elements, name);
    }
    const bool is_cpp = name.text == "cpp";
    if (!is_cpp && name.text != "python") return fail(extra, text::fill(t::surplus, {quoted(word), quoted(extra)}));
    std::string& line = is_cpp ? instruction.cpp : instruction.python;
    if (!line.empty()) return fail(name, text::fill(t::given_twice, {quoted(name)}));
    Piece text;
    if (!next(elements, name, t::a_value, text) || !read_string(text, most_line_bytes, line)) return false;
    return no_more(elements, name);
}

} // namespace program
