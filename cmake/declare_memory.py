#!/usr/bin/env python3
"""Widens the declared maximum of a module's imported memory, in place: declare_memory.py MODULE.wasm BYTES.

Emscripten's linker declares for fixed memory minimum == maximum, so that one module starts with one size only. WebAssembly
accepts any memory whose size and maximum lie within the declared limits (core specification, import subtyping), so a wider
maximum lets the page choose the size when it loads, with memory that still never grows.
"""
import sys

IMPORT_SECTION, MEMORY, PAGE = 2, 2, 65536


def read_leb(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def write_leb(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def skip_limits(data, at):
    flags, at = read_leb(data, at)
    _, at = read_leb(data, at)
    return read_leb(data, at)[1] if flags & 1 else at


def widen(imports, pages):
    """`imports` with the memory's maximum replaced."""
    count, at = read_leb(imports, 0)
    for _ in range(count):
        for _ in range(2):  # module, name
            length, at = read_leb(imports, at)
            at += length
        kind, at = imports[at], at + 1
        if kind == MEMORY:
            flags, after = read_leb(imports, at)
            if not flags & 1:
                raise SystemExit("declare_memory: the memory has no maximum to widen")
            minimum, maximum_at = read_leb(imports, after)
            _, end = read_leb(imports, maximum_at)
            return imports[:maximum_at] + write_leb(max(pages, minimum)) + imports[end:]
        if kind == 0 or kind == 4:  # function: a type; tag: an attribute and a type
            at = read_leb(imports, at + (1 if kind == 4 else 0))[1]
        elif kind == 1:  # table: an element type and limits
            at = skip_limits(imports, at + 1)
        else:  # global: a value type and whether it changes
            at += 2
    raise SystemExit("declare_memory: the module imports no memory")


def main(path, size):
    module = open(path, "rb").read()
    out, at = bytearray(module[:8]), 8
    while at < len(module):
        section = module[at]
        length, start = read_leb(module, at + 1)
        content = module[start : start + length]
        if section == IMPORT_SECTION:
            content = widen(content, size // PAGE)
        out += bytes([section]) + write_leb(len(content)) + content
        at = start + length
    open(path, "wb").write(out)


main(sys.argv[1], int(sys.argv[2]))
