"""What the one script refuses before it installs or builds anything. Usage: dev_test.py"""

import pathlib
import subprocess
import sys

DEV = pathlib.Path(__file__).resolve().parent.parent / "dev"


def refusal_of(*words):
    done = subprocess.run([str(DEV), *words], capture_output=True, text=True, timeout=30, check=False)
    return done if done.returncode == 1 and done.stdout == "" and done.stderr.count("\n") == 1 else None


def a_port_that_is_none_is_refused_before_anything_is_built():
    for words in (["--port", "99999"], ["--port", "65536"], ["--port", "many"], ["--port", "-1"], ["--port", ""], ["--port"]):
        done = refusal_of("run", *words)
        assert done is not None and "--port needs a number from 0 to 65535" in done.stderr, words


def an_unknown_argument_is_refused_before_anything_is_built():
    assert refusal_of("run", "--bogus") is not None
    assert refusal_of("walk") is not None


def main():
    passed = failed = 0
    for check in (
        a_port_that_is_none_is_refused_before_anything_is_built,
        an_unknown_argument_is_refused_before_anything_is_built,
    ):
        try:
            check()
            passed += 1
        except Exception as fault:  # every check is told of, whatever the earlier ones did
            failed += 1
            print(f"FAILED {check.__name__.replace('_', ' ')}: {type(fault).__name__}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
