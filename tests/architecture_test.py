#!/usr/bin/env python3
"""Reads every #include of src/ and fails on an arrow that runs against the order of the folders (README, "The tree")."""
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"

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
NO_CLOCK_IN_SIM = {"thread", "chrono", "mutex", "ctime", "random"}

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


def main():
    passed = failed = 0
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
