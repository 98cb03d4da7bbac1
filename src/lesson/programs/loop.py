def sleeper(name, seconds):
    for i in range(1, 3):
        yield seconds
        print(f"{name}: {i * seconds}초에 깨어남")

def event_loop():
    asleep = []
    heappush(asleep, (0, 1, sleeper("A", 3)))
    heappush(asleep, (0, 2, sleeper("B", 1)))
    heappush(asleep, (0, 3, sleeper("C", 2)))
    while asleep:
        now, number, task = heappop(asleep)
        seconds = next(task, None)
        if seconds is not None:
            heappush(asleep, (now + seconds, number, task))
        yield now
# --- use
from heapq import heappop, heappush

for now in event_loop():
    pass
