#!/usr/bin/env python3
"""Reads every #include of src/ and fails on an arrow that runs against the order of the folders (README, "The tree").
Also fails where the canvas and the page around it have other colours, spaces or type sizes."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

# A folder may include folders of lower rank and itself; equal ranks never see each other.
RANK = {
    "trace": 0, "text": 0,
    "coro": 1, "program": 1,
    "sim": 2, "explore": 2, "measure": 2, "lesson": 2, "conformance": 2,
    "lab": 4,
    "widget": 5,
    "view": 6,
    "app": 7,
}  # fmt: skip
ALONE = {"platform": {"app"}}  # depends on nothing of ours, and only these may include it
DRAWING = {"view", "app"}  # may see Dear ImGui, SDL and OpenGL
NO_CLOCK_IN_SIM = {
    "thread", "chrono", "mutex", "condition_variable", "future", "atomic", "ctime", "time.h", "sys/time.h", "random",
}  # fmt: skip

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
CONDITIONAL = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*\b(__EMSCRIPTEN__|_WIN32|__linux__|__APPLE__|__unix__)")
PIXELS = re.compile(r"(imgui|SDL|GLES|GL/|EGL)", re.IGNORECASE)


def may_include(folder, other):
    if other == folder:
        return True
    if other in ALONE:
        return folder in ALONE[other]
    if folder in ALONE:
        return False
    return RANK[other] < RANK[folder]


def faults_of(folder, file):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        place = f"src/{file.relative_to(SOURCE)}:{number}"
        if CONDITIONAL.match(line) and folder != "platform":
            yield f"{place}: a platform conditional; choose a *_native.cpp or *_web.cpp file instead"
        found = INCLUDE.match(line)
        if not found:
            continue
        name = found.group(2)
        if found.group(1) == "<":
            if folder == "sim" and name in NO_CLOCK_IN_SIM:
                yield f"{place}: <{name}> in sim, whose time and randomness come in as arguments"
            if folder not in DRAWING and folder != "platform" and PIXELS.match(name):
                yield f"{place}: <{name}> outside of view and app"
            continue
        other = name.split("/")[0]
        if other == "shaders":
            if folder != "view":
                yield f"{place}: shaders belong to view"
        elif other not in RANK and other not in ALONE:
            yield f'{place}: "{name}" is not "folder/header.hpp"'
        elif not may_include(folder, other):
            yield f"{place}: {folder} must not include {other}"


THEME_COLOUR = re.compile(r"theme\.(\w+) = dark \? rgb\(0x(\w{6})\) : rgb\(0x(\w{6})\);")
THEME_LENGTH = re.compile(r"inline constexpr float (\w+) = ([\d.]+)f?;")
CSS_TOKEN = re.compile(r"--([\w-]+): (?:#(\w{6})|([\d.]+)px);")


def css_tokens(style, selector):
    """The colours and the lengths of the one block that begins with this selector."""
    blocks = re.findall(re.escape(selector) + r" \{([^}]*)\}", style)
    tokens = CSS_TOKEN.findall(blocks[0]) if len(blocks) == 1 else []
    return {name: colour for name, colour, _ in tokens if colour}, {name: float(n) for name, _, n in tokens if n}


def token_faults():
    """What src/view/theme.* and web/style.css say differently."""
    theme = (SOURCE / "view/theme.cpp").read_text(encoding="utf-8")
    style = (ROOT / "web/style.css").read_text(encoding="utf-8")
    colours = [(name.replace("_", "-"), dark, light) for name, dark, light in THEME_COLOUR.findall(theme)]
    dark = {name: dark for name, dark, _ in colours}
    light = {name: light for name, _, light in colours}
    header = (SOURCE / "view/theme.hpp").read_text(encoding="utf-8")
    lengths = {name: float(number) for name, number in THEME_LENGTH.findall(header)}
    if len(colours) < 10 or len(lengths) < 10:
        yield "src/view/theme.*: its tokens are not written as tests/architecture_test.py reads them"
    css_light, css_lengths = css_tokens(style, ":root")
    compared = [
        (":root", light, css_light),
        (":root, lengths", lengths, css_lengths),
        (":root[data-theme='dark']", dark, css_tokens(style, ":root[data-theme='dark']")[0]),
        (":root:not([data-theme])", dark, css_tokens(style, ":root:not([data-theme])")[0]),
    ]
    for block, ours, theirs in compared:
        for name in sorted(ours.keys() | theirs.keys()):
            if ours.get(name) != theirs.get(name):
                said = f"{theirs.get(name, 'missing')} here, {ours.get(name, 'missing')} in src/view/theme"
                yield f"web/style.css: {block}: --{name} is {said}"


def main():
    faults = list(token_faults())
    print(*faults, sep="\n", end="\n" if faults else "")
    passed, failed = (0, 1) if faults else (1, 0)
    for folder in sorted(path for path in SOURCE.iterdir() if path.is_dir()):
        if folder.name not in RANK and folder.name not in ALONE:
            print(f"src/{folder.name}: a folder without a rank in tests/architecture_test.py")
            failed += 1
            continue
        for file in sorted(folder.rglob("*.[ch]pp")):
            faults = list(faults_of(folder.name, file))
            print(*faults, sep="\n", end="\n" if faults else "")
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
