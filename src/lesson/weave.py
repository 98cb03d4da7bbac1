#!/usr/bin/env python3
"""Makes of a lesson's program the file that is compiled, and the lines that are shown, so that the two cannot part.

usage: weave.py NAME.cpp NAME.py OUT.cpp

The program is plain C++ between the lines `//@begin` and `//@end`. A line that is a step ends with a marker:

    int total = 0; //@4 total        beside line 4 of the Python text; declares `total`

The marker is not shown. Before each marked line (behind it, when it begins with a closing brace) comes a call that tells
where the program is and what its variables hold; behind a co_yield or co_await comes another; and at the end of a loop's
body its head is told again. Calls stand on lines of their own that begin with the word PROBE, and nothing else is added: what
is left without them is what is shown (tests/lesson/code_tests.cpp).

What a line yields or returns is told with it, so it is looked at twice: it must be plain (PLAIN).

A program with the line `//@plain` before its region is compiled a second time without any calls, in a namespace `plain`,
where its speed and its memory are measured.

Of the Python text what stands before the line `# --- use` is shown.
"""
import re
import sys
from pathlib import Path

PROBE = "/*PROBE*/ "
HEADING = re.compile(r"^(?P<type>\w.*?[\w>]) (?P<name>\w+)\((?P<parameters>.*)\) \{$")
HANDED_OUT = re.compile(r"\bco_(?:yield|return) (?P<value>[^;]+);")
PLAIN = re.compile(r"\w+(?:\.value\(\))?(?: [+*-] \w+)*")
MARKED = re.compile(r"^(?P<code>.*?)\s*//@(?P<python>\d+)(?P<names>[\w ,]*)$")


def region_of(text):
    lines = text.splitlines()
    begin, end = lines.index("//@begin"), lines.index("//@end")
    return lines[:begin], lines[begin + 1 : end], lines[end + 1 :], begin + 2


def split_parameters(text):
    """The names of a parameter list; commas inside <> do not separate."""
    names, depth, word = [], 0, ""
    for letter in text + ",":
        depth += {"<": 1, ">": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            if word.strip():
                names.append(re.search(r"(\w+)$", word.strip()).group(1))
            word = ""
        else:
            word += letter
    return names


class Weaver:
    def __init__(self):
        self.shown, self.woven, self.partners = [], [], []
        self.scopes = []  # of each open brace: [names, (line, python) of a loop's head or None]

    def sights(self, more=(), code=""):
        names = [name for scope in self.scopes for name in scope[0]] + [(name, "local") for name in more]
        sights = [f'::lesson::{kind}("{name}", {name})' for name, kind in names]
        handed_out = HANDED_OUT.search(code)
        if handed_out and handed_out["value"] != "{}" and "elements_of" not in code:
            if not PLAIN.fullmatch(handed_out["value"]):
                sys.exit(f"{code.strip()}: too much to be looked at twice; give it a name first")
            sights.append(f"::lesson::handed_out({handed_out['value']})")
        return "{" + ", ".join(sights) + "}"

    def tell(self, line, python, code, more=()):
        waits = "delegates" if re.search(r"co_await|elements_of", code) else "yields" if "co_yield" in code else "no"
        self.woven.append(
            f"{PROBE}lesson_scope.at({line}, {python}, ::lesson::Scope::Waits::{waits}, {self.sights(more, code)});"
        )

    def line(self, number, raw):
        marked = MARKED.match(raw)
        code = marked["code"] if marked else raw
        python = int(marked["python"]) if marked else 0
        names = re.findall(r"\w+", marked["names"]) if marked else []
        self.shown.append(code)
        self.partners.append(python)
        bare = code.strip()
        heading = HEADING.match(code) if not self.scopes else None
        if heading:
            self.function(number, python, code, heading)
            return
        if bare.startswith("}"):
            _, loop = self.scopes.pop()
            if loop:
                self.scopes.append([loop[2], None])
                self.tell(loop[0], loop[1], "")
                self.scopes.pop()
        opens = bare.endswith("{")
        if marked and not bare.startswith("}"):
            self.tell(number, python, code)
        self.woven.append(code)
        if opens:
            inner = [(name, "local") for name in names]
            is_loop = marked and re.match(r"(for|while) ", bare)
            self.scopes.append([inner, (number, python, inner) if is_loop else None])
            if marked and bare.startswith("}"):
                self.tell(number, python, code)
            return
        if marked and re.search(r"co_yield|co_await", code):
            self.woven.append(f"{PROBE}lesson_scope.back({number}, {python}, {self.sights(names)});")
        if self.scopes:
            self.scopes[-1][0] += [(name, "local") for name in names]

    def function(self, number, python, code, heading):
        parameters = [(name, "parameter") for name in split_parameters(heading["parameters"])]
        self.woven.append(code)
        self.woven.append(
            f'{PROBE}::lesson::Scope lesson_scope("{heading["name"]}", ::lesson::promise_place<{heading["type"]}>());'
        )
        self.scopes.append([parameters, None])
        self.tell(number, python, "")


def raw_string(text):
    return f'R"code({text})code"'


def main():
    cpp, python, out = map(Path, sys.argv[1:])
    before, region, after, first = region_of(cpp.read_text(encoding="utf-8"))
    weaver = Weaver()
    for number, raw in enumerate(region, 1):
        weaver.line(number, raw)
    shown_python = python.read_text(encoding="utf-8").split("# --- use")[0].rstrip().splitlines()
    name = cpp.stem
    plain = ["namespace plain {", *weaver.shown, "} // namespace plain", ""] if "//@plain" in before else []
    lines = [*before, *plain, "//@begin", *weaver.woven, "//@end", *after, ""]
    lines += [f"namespace lesson::{name} {{", "namespace {", "constexpr CodeLine cpp_lines[] = {"]
    lines += [f"    {{{raw_string(code)}, {partner}}}," for code, partner in zip(weaver.shown, weaver.partners)]
    lines += ["};", "constexpr CodeLine python_lines[] = {"]
    lines += [f"    {{{raw_string(code)}, 0}}," for code in shown_python]
    lines += ["};", "} // namespace", "const Code code{cpp_lines, python_lines};", f"}} // namespace lesson::{name}", ""]
    for partner in weaver.partners:
        if partner > len(shown_python):
            sys.exit(f"{cpp}: there is no line {partner} in {python}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines), encoding="utf-8")


main()
