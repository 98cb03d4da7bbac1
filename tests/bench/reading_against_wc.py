#!/usr/bin/env python3
"""The reading lesson on a file of this machine: its generator, reading it whole, CPython's own line by line, and `wc -l`,
all on the same file, in the page cache, as throughput and as ratios of one run; and the memory that each held.
Usage: reading_against_wc.py INTERLEAVE [MEGABYTES [ROUNDS]]"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time


def make_file(path, megabytes):
    """Lines of 20 to 83 letters, as the lesson's made file has them."""
    chance = random.Random(1)
    block = "".join(chr(97 + chance.randrange(26)) * chance.randrange(20, 84) + "\n" for _ in range(20_000)).encode()
    left = megabytes * 1_000_000
    with open(path, "wb") as file:
        while left > 0:
            left -= file.write(block[:left])


def seconds_of(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def lines_in_python(path):
    with open(path, encoding="utf-8") as file:
        for _ in file:
            pass


def lesson(program, path):
    answer = subprocess.run(
        [program, "run", "coroutine", "--lesson", "reading", "--file", path, "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name: fact["value"] for name, fact in json.loads(answer.stdout)["facts"].items()}


def main():
    program = sys.argv[1]
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    handle, path = tempfile.mkstemp(suffix=".txt", dir=os.path.dirname(os.path.abspath(program)))
    os.close(handle)
    try:
        make_file(path, megabytes)
        expected = int(subprocess.run(["wc", "-l", path], capture_output=True, text=True, check=True).stdout.split()[0])
        speeds = {"wc -l": [], "generator": [], "CPython, for line in file": []}
        for _ in range(rounds):
            wc = seconds_of(lambda: subprocess.run(["wc", "-l", path], stdout=subprocess.DEVNULL, check=True))
            speeds["wc -l"].append(megabytes / wc)
            facts = lesson(program, path)
            if int(facts["lines"]) not in (expected, expected + 1):
                sys.exit(f"the generator saw {facts['lines']} lines, wc -l {expected}")
            speeds["generator"].append(float(facts["throughput_mb_s"]))
            speeds["CPython, for line in file"].append(megabytes / seconds_of(lambda: lines_in_python(path)))
        print(f"reading {megabytes} MB from the page cache, MB/s, median of {rounds} rounds")
        for name, values in speeds.items():
            print(f"  {name:32} {statistics.median(values):10.0f}")
        for name in list(speeds)[1:]:
            ratios = [mine / wc for mine, wc in zip(speeds[name], speeds["wc -l"])]
            print(f"{name + ' / wc -l':38} {statistics.median(ratios):8.3f}  ({min(ratios):.3f} to {max(ratios):.3f})")
        whole = facts.get("peak_whole_bytes", "does not fit")
        print(f"bytes held at most: generator {facts['peak_generator_bytes']}, whole {whole}")
    finally:
        os.remove(path)


main()
