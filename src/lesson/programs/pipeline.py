def numbers(first, last):
    sum = 0
    for i in range(first, last + 1):
        sent = yield i
        if sent is not None:
            print(f"numbers: 받은 값 {sent}")
            sum += sent
        sum += i
    return sum

def both():
    small = yield from numbers(1, 2)
    print(f"both: 첫 합계 {small}")
    large = yield from numbers(10, 11)
    return small + large

def total():
    sum = yield from both()
    print(f"total: 모두 {sum}")
    return sum
# --- use
coro = total()
print(next(coro))
print(coro.send(100))
print(next(coro))
print(next(coro))
try:
    next(coro)
except StopIteration as stop:
    print(f"StopIteration: {stop.value}")
