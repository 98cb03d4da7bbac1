#!/usr/bin/env python3
"""The generators of src/coro and of CPython on the same loops, in CPU time, as ratios of one run: each round measures all,
and what is printed is the median of the rounds, with its limit where there is one. Exit status 1: something misses its limit.
Usage: coro_against_cpython.py BENCHMARKS-PROGRAM [THE SAME WITH STD::GENERATOR] [ROUNDS]"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time

ELEMENTS = 100_000
DEPTH = 1000
MOST_OF_STD = 1.1
LEAST_OF_CPYTHON = 10
sys.setrecursionlimit(5000)


def count(end):
    i = 0
    while i < end:
        yield i
        i += 1


def echo():
    total = 0
    while (sent := (yield total)) is not None:
        total += sent
    return total


def deep(depth, innermost):
    return (yield from (innermost() if depth == 0 else deep(depth - 1, innermost)))


def per_item(loop, items):
    began = time.process_time()
    loop()
    return (time.process_time() - began) / items * 1e9


def iterate():
    for _ in count(ELEMENTS):
        pass


def send_through(make, times):
    coroutine = make()
    next(coroutine)
    send = coroutine.send
    return per_item(lambda: [send(1) for _ in range(times)], times)


def python_round():
    few = ELEMENTS // DEPTH
    return {
        "python iterate": per_item(iterate, ELEMENTS),
        "python iterate deep": per_item(lambda: [None for _ in deep(DEPTH, lambda: count(few))], few),
        "python send": send_through(echo, ELEMENTS),
        "python send deep": send_through(lambda: deep(DEPTH, echo), few),
    }


def native_round(program):
    answer = subprocess.run(
        [program, "--benchmark_filter=^(iterate|send)", "--benchmark_min_time=0.1", "--benchmark_format=json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {row["name"]: 1e9 / row["items_per_second"] for row in json.loads(answer.stdout)["benchmarks"]}


def verdict(over, under, ratio):
    """The limit of a ratio and whether it is kept; nothing for one without a limit."""
    if "std_generator" in under:
        return f"(≤ {MOST_OF_STD}{'' if ratio <= MOST_OF_STD else ', MISSED'})"
    if over.startswith("python"):
        return f"(≥ {LEAST_OF_CPYTHON}{'' if ratio >= LEAST_OF_CPYTHON else ', MISSED'})"
    return ""


def pair_with_std(program):
    """Our own and std::generator's, both as this program has them: under the name of the other compiler's."""
    return {f"{name}, C++23": ns for name, ns in native_round(program).items() if name.startswith("iterate")}


def one_round(programs):
    return native_round(programs[0]) | (pair_with_std(programs[1]) if len(programs) > 1 else {}) | python_round()


def main():
    programs = [word for word in sys.argv[1:] if not word.isdigit()]
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()] or [5]
    if not all(os.access(one, os.X_OK) for one in programs) or len(programs) not in (1, 2) or len(counts) > 1 or counts[0] < 1:
        sys.exit("./dev bench coro takes the number of rounds, from 1 on, and nothing else.")
    count = counts[0]
    rounds = [one_round(programs) for _ in range(count)]
    ns = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    print(f"ns an element or send, median of {len(rounds)} rounds, CPython {platform.python_version()}")
    for name, value in ns.items():
        print(f"  {name:38} {value:10.2f}")
    std = "" if "iterate_std_generator" in ns else ", C++23"
    pairs = [
        ("generator / by hand", "iterate_generator", "iterate_by_hand"),
        ("generator / std::generator", f"iterate_generator{std}", f"iterate_std_generator{std}"),
        ("generator 1000 deep / std::generator", f"iterate_generator_deep/1000{std}", f"iterate_std_generator_deep/1000{std}"),
        ("generator 1000 deep / flat", "iterate_generator_deep/1000", "iterate_generator"),
        ("send 1000 deep / flat", "send_deep/1000", "send"),
        ("CPython / generator", "python iterate", "iterate_generator"),
        ("CPython / send", "python send", "send"),
        ("CPython 1000 deep / generator", "python iterate deep", "iterate_generator_deep/1000"),
        ("CPython 1000 deep / send", "python send deep", "send_deep/1000"),
    ]
    missed = []
    for title, over, under in pairs:
        if over not in ns or under not in ns:
            print(f"{title:38}        –  not measured: this compiler lacks it")
            continue
        ratios = [one[over] / one[under] for one in rounds]
        ratio = statistics.median(ratios)
        said = verdict(over, under, ratio)
        print(f"{title:38} {ratio:8.2f}  {min(ratios):.2f} to {max(ratios):.2f}  {said}".rstrip())
        if "MISSED" in said:
            missed.append(f"MISSES ITS LIMIT: {title}: {ratio:.2f} {said}")
    print("\n".join(missed) if missed else "every ratio that was measured keeps its limit")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
