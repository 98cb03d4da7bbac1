#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "program/text_form.hpp"
#include "program/text_pieces.hpp"

namespace program {

/// Reads one text. Every function that returns a bool has said why in the result when that is false, and whoever called
/// it stops at once.
class TextReader {
public:
    explicit TextReader(std::string_view text) : whole_{text, 0} {}

    Parsed read();

private:
    using Names = std::unordered_map<std::string, std::uint16_t>;

    /// Says where and why, and is false.
    bool fail(Piece where, text::Line reason);
    /// A part that must still come; `what` names the missing one.
    bool next(Pieces& parts, Piece head, const text::Sentence& what, Piece& part);
    bool no_more(Pieces& parts, Piece head);
    bool once(Piece word);

    bool read_number(Piece piece, std::int64_t least, std::int64_t most, std::int64_t& number);
    bool read_time(Piece piece, Nanoseconds& ns);
    bool read_law(Piece piece, TimeLaw& law);
    bool read_string(Piece piece, std::size_t most_bytes, std::string& out);
    /// A name that is not empty and not taken yet, and takes it.
    bool take_name(Piece piece, std::size_t most, const text::Sentence& kind, Names& names, std::string& name);
    bool read_reference(Piece piece, const text::Sentence& kind, const Names& names, std::uint16_t& index);

    bool read_item(Piece item);
    bool read_machine(Piece word, Pieces& parts, bool& is_known);
    bool read_costs(Piece word, Pieces& parts);
    bool read_variable(Piece word, Pieces& parts);
    bool read_lock(Piece word, Pieces& parts);
    bool read_condition(Piece word, Pieces& parts);
    bool read_device(Piece word, Pieces& parts);
    bool read_interpreter(Piece word, Pieces& parts);

    bool read_thread(Piece item);
    bool read_head(Piece head, Thread& thread, std::size_t& count, bool& is_like);
    bool take_thread_name(Piece piece, const std::string& suffix, std::string& name);
    bool read_codes();
    bool read_instruction(Piece piece, std::size_t code_size, Instruction& instruction);
    bool read_operands(Piece word, Pieces& parts, std::size_t code_size, Instruction& instruction);
    bool read_target(Piece piece, TargetKind kind_of_target, std::size_t code_size, std::uint16_t& target);
    bool read_extra(Piece word, Piece extra, Instruction& instruction);
    /// The place of what first_fault() found.
    Piece place_of(int thread, int instruction) const;

    /// One item "thread" and the threads that it made; its code is read when all names are known.
    struct Group {
        Piece item;
        std::size_t first_thread = 0;
        std::size_t count = 0;
        std::size_t like = 0; ///< the thread whose code it has, or its own first
        std::vector<Piece> code;
    };

    Piece whole_;
    Parsed result_;
    Scenario s_;
    std::set<std::string_view> given_;
    Names variables_, locks_, conditions_, devices_, interpreters_, threads_;
    std::vector<Group> groups_;
    std::size_t instructions_ = 0;
};

} // namespace program
