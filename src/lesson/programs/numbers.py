def gen_numbers(n):
    i = 1
    while i <= n:
        yield i
        i += 1
# --- use
for number in gen_numbers(5):
    print(number)
