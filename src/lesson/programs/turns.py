def speaker(name, lines):
    for i in range(1, lines + 1):
        print(f"{name} {i}")
        yield name

def take_turns():
    ready = deque()
    ready.append(speaker("철수", 3))
    ready.append(speaker("영희", 2))
    while ready:
        one = ready.popleft()
        name = next(one, None)
        if name is not None:
            ready.append(one)
            yield name
# --- use
from collections import deque

for name in take_turns():
    pass
