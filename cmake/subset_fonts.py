#!/usr/bin/env python3
"""Makes the fonts that the program draws with: subset_fonts.py --pretendard FOLDER --out FOLDER.

Pretendard (text) and D2Coding (code) hold some ten thousand glyphs each; here they shrink to Latin, the symbols of the
interface, whatever the sources contain, and the 2,350 syllables of KS X 1001 (so that typed Korean shows too). SemiBold
is for headings, which are ours, and goes without the syllables. Both fonts are under the SIL Open Font License with Reserved
Font Names, so a modified copy must bear another name. What the sources need and no font has is reported as an error.
"""
import argparse
import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
D2CODING = Path("/usr/share/fonts/truetype/naver-d2coding/D2Coding-Ver1.3.2-20180524-all.ttc")
READ = ["src/text", "src/widget", "src/lesson", "src/view", "src/app", "web"]
TEXT_FILES = {".hpp", ".cpp", ".html", ".css", ".js", ".mjs", ".json", ".webmanifest"}

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SYMBOLS = (
    "–—―‘’“”„•‣…‰′″‹›※⁻⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉₩€"  # punctuation, indices, money
    "←↑→↓↔↕↖↗↘↙↩↪↺↻⇄⇅⇆⇐⇒⇔"  # arrows
    "∀∂∃∅∆∇∈∉∏∑−∓∕∗∘√∝∞∠∧∨∩∪∫∴∵∼≈≒≠≡≤≥≪≫⊂⊃⊆⊇⊕⊗⊥⋅⋯"  # mathematics
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω"
    "⌃⌘⌥⏎␣"  # keys
    "─│┌┐└┘├┤┬┴┼━┃═║▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░▒▓"  # boxes and bars
    "■□▢▣▪▫▬▲△▴▵▶▷▸▹►▼▽▾▿◀◁◂◃◄◆◇◈○◌◎●◐◑◦◯★☆☐☑☒♪✓✔✕✖✗✘➔、。「」『』《》〈〉"
)
KS_X_1001 = [ord(bytes([row, cell]).decode("euc_kr")) for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]
JAMO = [*range(0x3131, 0x3164)]


def code_points_of_sources():
    found = set()
    for folder in READ:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in TEXT_FILES:
                found.update(map(ord, file.read_text(encoding="utf-8")))
    return {code for code in found if code >= 0x20 and code not in (0xFE0E, 0xFE0F, 0xFEFF)}


def subset(source, number, family, style, wanted, file):
    """Writes the subset to `file` and returns the code points that the source has."""
    from fontTools import subset as tool
    from fontTools.ttLib import TTFont

    font = TTFont(source, fontNumber=number, lazy=True)
    known = set(font.getBestCmap())
    options = tool.Options(
        layout_features=[], hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[0, 13, 14],
        drop_tables=["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "kern", "vhea", "vmtx"],
    )  # fmt: skip
    worker = tool.Subsetter(options)
    worker.populate(unicodes=wanted)
    worker.subset(font)
    postscript = f"{family}-{style}".replace(" ", "")
    names = {1: f"{family} {style}", 2: "Regular", 3: postscript, 4: f"{family} {style}", 6: postscript}
    names |= {16: family, 17: style}
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
    font.save(file)
    return known, [font["name"].getDebugName(i) or "" for i in (0, 13, 14)]


def listed(codes):
    return " ".join(f"{chr(code)} (U+{code:04X})" for code in sorted(codes))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pretendard", type=Path, required=True, help="holds Pretendard-Regular.ttf and -SemiBold.ttf")
    arguments.add_argument("--d2coding", type=Path, default=D2CODING)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()

    sources = code_points_of_sources()
    short = set(LATIN) | set(map(ord, SYMBOLS)) | sources
    full = short | set(KS_X_1001) | set(JAMO)
    fonts = [
        (given.pretendard / "Pretendard-Regular.ttf", -1, "Interleave Sans", "Regular", full),
        (given.pretendard / "Pretendard-SemiBold.ttf", -1, "Interleave Sans", "SemiBold", short),
        (given.d2coding, 0, "Interleave Mono", "Regular", full),  # face 0: regular, without ligatures
    ]
    key = hashlib.sha256(Path(__file__).read_bytes() + repr((sorted(full), sorted(short))).encode())
    for source, *_ in fonts:
        if not source.exists():
            raise SystemExit(f"error: the font {source} is missing")
        key.update(f"{source} {source.stat().st_size}".encode())
    stamp = given.out / ".made-from"
    if stamp.exists() and stamp.read_text() == key.hexdigest():
        print("the fonts are up to date")
        return 0

    given.out.mkdir(parents=True, exist_ok=True)
    known, licence = {}, []
    for source, number, family, style, wanted in fonts:
        file = given.out / f"{family}-{style}.ttf".replace(" ", "-").replace("Mono-Regular", "Mono").lower()
        known[family, style], notice = subset(source, number, family, style, wanted, file)
        licence.append(f"{family} {style} is a renamed subset of {source.name}.\n" + "\n".join(filter(None, notice)))
        print(f"{family} {style}: {len(wanted & known[family, style])} code points; without", end=" ")
        print(listed(wanted - known[family, style] - set(KS_X_1001)) or "nothing that was asked for")
    licence.append((given.pretendard / "LICENSE.txt").read_text(encoding="utf-8"))
    (given.out / "LICENSE.txt").write_text("\n\n".join(licence), encoding="utf-8")
    nowhere = sources - set.union(*known.values())
    if nowhere:
        print(f"error: the sources use characters that no font has: {listed(nowhere)}")
        return 1
    stamp.write_text(key.hexdigest())
    return 0


sys.exit(main())
