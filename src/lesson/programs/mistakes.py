def stubborn():
    while True:
        word = None
        try:
            word = yield
        except GeneratorExit:
            print("GeneratorExit를 무시합니다.")
        if word == "self":
            try:
                next(coro)
            except ValueError as error:
                print(f"안에서: {error}")
        if word == "stop":
            raise StopIteration
        if word == "end":
            return
# --- use
def attempt(operation, *values):
    try:
        value = operation(*values)
        if value is not None:
            print(value)
    except Exception as error:
        print(f"{type(error).__name__}: {error}".rstrip(": "))

coro = stubborn()
attempt(coro.send, "hello")
attempt(next, coro)
attempt(coro.send, "self")
attempt(coro.close)
attempt(coro.send, "stop")
attempt(next, coro)
