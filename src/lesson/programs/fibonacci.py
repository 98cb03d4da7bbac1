def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

def even(source):
    for number in source:
        if number % 2 == 0:
            yield number
# --- use
from itertools import islice

for number in islice(even(fibonacci()), 5):
    print(number)
