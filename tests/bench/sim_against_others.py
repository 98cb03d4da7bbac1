#!/usr/bin/env python3
"""Events a second of src/sim natively, as WebAssembly under node, and of SimPy where it is installed, on the same closed
queue: THREADS threads want one lock, exponential work inside (500 ns) and outside (2 µs). One core. Each round measures
all of them; what is printed is the median of the rounds, and the median of the ratios within a round.

Usage: sim_against_others.py NATIVE-PROGRAM NODE-PROGRAM [ROUNDS]"""

import random
import statistics
import subprocess
import sys
import time

THREADS = 8
LOCKS = ["fifo", "mcs", "futex", "tas"]
SECTIONS = 20_000  # of SimPy


def speeds(*command):
    lines = subprocess.run([*command, str(THREADS), *LOCKS], check=True, capture_output=True, text=True).stdout
    return {lock: float(events) for lock, events in map(str.split, lines.splitlines())}


def simpy_speed():
    """An event is whatever is taken from SimPy's queue. Versions 2 and 3 of its interface; None where there is none."""
    try:
        import simpy
    except ImportError:
        return None
    if hasattr(simpy, "Environment"):
        return simpy_3(simpy)
    from SimPy import Simulation

    return simpy_2(Simulation)


def simpy_3(simpy):
    environment = simpy.Environment()
    lock = simpy.Resource(environment, 1)
    events = 0

    def thread():
        while True:
            yield environment.timeout(random.expovariate(1 / 2000))
            with lock.request() as request:
                yield request
                yield environment.timeout(random.expovariate(1 / 500))

    for _ in range(THREADS):
        environment.process(thread())
    began = time.process_time()
    while events < 4 * SECTIONS:
        environment.step()
        events += 1
    return events / (time.process_time() - began)


def simpy_2(simulation):
    model = simulation.Simulation()
    lock = simulation.Resource(1, sim=model)
    events = 0

    class Thread(simulation.Process):
        def run(self):
            nonlocal events
            for _ in range(SECTIONS // THREADS):
                yield simulation.hold, self, random.expovariate(1 / 2000)
                yield simulation.request, self, lock
                yield simulation.hold, self, random.expovariate(1 / 500)
                yield simulation.release, self, lock
                events += 4

    for _ in range(THREADS):
        thread = Thread(sim=model)
        model.activate(thread, thread.run())
    began = time.process_time()
    model.simulate(until=1e12)
    return events / (time.process_time() - began)


def main(native, node, rounds=5):
    random.seed(1)
    measured = [(speeds(native), speeds("node", node), simpy_speed()) for _ in range(int(rounds))]
    median = statistics.median
    print(f"{THREADS} threads, {rounds} rounds, million events a second on one core")
    for lock in LOCKS:
        natively = median(each[0][lock] for each in measured) / 1e6
        in_wasm = median(each[1][lock] for each in measured) / 1e6
        ratio = median(each[1][lock] / each[0][lock] for each in measured)
        print(f"{lock:8} native {natively:6.2f}   wasm {in_wasm:6.2f}   wasm / native {ratio:.2f}")
    if measured[0][2] is None:
        print("SimPy is not installed here")
    else:
        print(f"SimPy    {median(each[2] for each in measured) / 1e6:6.3f}   native fifo / SimPy "
              f"{median(each[0]['fifo'] / each[2] for each in measured):.0f}")


main(*sys.argv[1:])
