#!/usr/bin/env python3
"""What asyncio.gather does when a child fails, is cancelled, or the gathering task is: the log of each case, with the time
in seconds. The time is virtual, so that the log is the same each time. Usage: gather.py > gather.txt"""
import asyncio
import selectors
import sys

log = []


class Patience(selectors.DefaultSelector):
    """Waits for no file, and for no time: the loop's clock is set forward instead."""

    now = 0.0

    def select(self, timeout=None):
        self.now += timeout or 0
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.patience = Patience()
        super().__init__(self.patience)

    def time(self):
        return self.patience.now


def tell(text):
    log.append(f"{round(asyncio.get_running_loop().time())} {text}")


async def child(name, length, end="return", on_cancel="pass"):
    try:
        await asyncio.sleep(length)
    except asyncio.CancelledError:
        tell(f"{name} cancelled")
        if on_cancel == "pass":
            raise
        if on_cancel == "fail":
            raise ValueError(name)
        await asyncio.sleep(1)
        tell(f"{name} tidied")
        return name
    tell(f"{name} {end}")
    if end == "fail":
        raise ValueError(name)
    if end == "give up":
        raise asyncio.CancelledError
    return name


async def gathering(*children):
    try:
        tell(" ".join(["gathered", *await asyncio.gather(*children)]))
    except ValueError as error:
        tell(f"ValueError {error}")
    except asyncio.CancelledError:
        tell("CancelledError")


def start(*children):
    return [asyncio.create_task(one) for one in children]


async def first_error():
    await gathering(*start(child("a", 3), child("b", 2, "fail"), child("c", 1), child("d", 4, "fail")))
    await asyncio.sleep(3)


async def child_cancelled():
    a, b, c = start(child("a", 3), child("b", 3), child("c", 2))
    asyncio.get_running_loop().call_later(1, b.cancel)
    await gathering(a, b, c)
    await asyncio.sleep(3)


async def child_gives_up():
    await gathering(*start(child("a", 2), child("b", 1, "give up")))
    await asyncio.sleep(2)


async def cancelled_before_it_began():
    a, b = start(child("a", 1), child("b", 1))
    b.cancel()
    await gathering(a, b)
    await asyncio.sleep(2)


async def gathering_cancelled():
    gather = asyncio.create_task(gathering(*start(child("a", 3), child("b", 4), child("c", 1))))
    await asyncio.sleep(2)
    gather.cancel()
    await asyncio.sleep(3)


async def gathering_cancelled_and_one_fails():
    gather = asyncio.create_task(gathering(*start(child("a", 3, on_cancel="fail"), child("b", 4))))
    await asyncio.sleep(2)
    gather.cancel()
    await asyncio.sleep(3)


async def gathering_cancelled_and_all_return():
    gather = asyncio.create_task(gathering(*start(child("a", 3, on_cancel="tidy"), child("b", 4, on_cancel="tidy"))))
    await asyncio.sleep(2)
    gather.cancel()
    await asyncio.sleep(3)


async def nothing_to_gather():
    await gathering()


CASES = [first_error, child_cancelled, child_gives_up, cancelled_before_it_began, gathering_cancelled,
         gathering_cancelled_and_one_fails, gathering_cancelled_and_all_return, nothing_to_gather]  # fmt: skip


print(f"# CPython {sys.version.split()[0]}, made by gather.py")
for case in CASES:
    log.clear()
    loop = Loop()
    loop.run_until_complete(case())
    loop.close()
    print(f"[{case.__name__}]", *log, sep="\n")
