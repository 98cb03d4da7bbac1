#!/usr/bin/env python3
"""The speed of src/sim natively, as WebAssembly under node, and of SimPy where it is installed, on the same closed queue:
THREADS threads on as many cores want one lock, exponential work inside (500 ns) and outside (2 µs); how long a jump back
takes, and the memory of an event. One core. Each round measures all of them; what is printed is the median of the
rounds, and the median of the ratios within a round, each beside its limit. Exit status 1: something misses its limit.

Usage: sim_against_others.py NATIVE-PROGRAM NODE-PROGRAM [ROUNDS]"""

import random
import statistics
import subprocess
import sys
import time

THREADS = 8
LEAST_FIFO = 20e6  # events a second, natively
LEAST_OTHERS = 5e6
LEAST_OF_NATIVE = 0.5  # wasm
MOST_JUMP_MS = 50
SIMPY_EVENTS = 80_000


def lines_of(*command):
    """{lock: [number, …]}"""
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {lock: [float(word) for word in words] for lock, *words in map(str.split, lines)}


def simpy_speed():
    """An event is whatever is taken from SimPy's queue; None where there is no SimPy 3 or newer."""
    try:
        import simpy
    except ImportError:
        return None
    environment = simpy.Environment()
    lock = simpy.Resource(environment, 1)

    def thread():
        while True:
            yield environment.timeout(random.expovariate(1 / 2000))
            with lock.request() as request:
                yield request
                yield environment.timeout(random.expovariate(1 / 500))

    for _ in range(THREADS):
        environment.process(thread())
    began = time.process_time()
    for _ in range(SIMPY_EVENTS):
        environment.step()
    return SIMPY_EVENTS / (time.process_time() - began)


class Limits:
    """Says of each figure whether it keeps its limit, and remembers what does not."""

    def __init__(self):
        self.missed = []

    def least(self, name, value, limit, shown):
        return self.beside(name, value >= limit, shown.format(value), f"≥ {shown.format(limit)}")

    def most(self, name, value, limit, shown):
        return self.beside(name, value < limit, shown.format(value), f"< {shown.format(limit)}")

    def beside(self, name, is_kept, value, limit):
        if not is_kept:
            self.missed.append(f"{name}: {value}, limit {limit}")
        return f"{value} ({limit}{'' if is_kept else ', MISSED'})"


def main(native, node, rounds=5):
    random.seed(1)
    limits = Limits()
    median = statistics.median
    threads = str(THREADS)
    wasm = ["node", node]
    measured = [
        (lines_of(native, "speed", threads), lines_of(*wasm, "speed", threads), simpy_speed())
        for _ in range(int(rounds))
    ]
    print(f"{THREADS} threads, medians of {rounds} rounds; million events a second on one core:")
    for lock in measured[0][0]:
        natively = median(each[0][lock][0] for each in measured)
        in_wasm = median(each[1][lock][0] for each in measured)
        ratio = median(each[1][lock][0] / each[0][lock][0] for each in measured)
        least = LEAST_FIFO if lock == "fifo" else LEAST_OTHERS
        print(
            f"  {lock:10} native {limits.least(f'{lock} natively', natively / 1e6, least / 1e6, '{:.1f}')}"
            f"   wasm {in_wasm / 1e6:.1f}"
            f"   wasm / native {limits.least(f'{lock} wasm / native', ratio, LEAST_OF_NATIVE, '{:.2f}')}"
        )
    for name, command in (("native", [native]), ("wasm", wasm)):
        found = lines_of(*command, "history", threads)
        slowest = max(found, key=lambda lock: found[lock][0])
        jump = limits.most(f"jump back, {name}", found[slowest][0], MOST_JUMP_MS, "{:.2f}")
        print(f"slowest jump back in a run of a million events, {name}: {jump} ms, {slowest}")
    fifo = found["fifo"]
    print(f"memory of an event (fifo): {fifo[1]:.1f} bytes to go back, {fifo[2]:.1f} bytes of trace")
    if measured[0][2] is None:
        print("SimPy is not installed here")
    else:
        print(
            f"SimPy {median(each[2] for each in measured) / 1e6:.2f} million events a second; native fifo is "
            f"{median(each[0]['fifo'][0] / each[2] for each in measured):.0f} times as fast"
        )
    for each in limits.missed:
        print(f"BELOW THE LIMIT: {each}")
    return 1 if limits.missed else 0


sys.exit(main(*sys.argv[1:]))
