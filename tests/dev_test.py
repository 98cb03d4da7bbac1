"""What the one script refuses before it installs or builds anything, and what it does with tests that hang. Usage: dev_test.py"""

import pathlib
import subprocess
import sys
import tempfile

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


def said_by(commands):
    """What the functions of cmake/dev/tests.sh print in an empty project with one file of tests."""
    start = """
        set -euo pipefail
        root=$1 logs=$2/logs
        cd "$2"
        mkdir -p logs tests
        touch tests/some_tests.cpp
        . "$root/cmake/dev/steps.sh"
        . "$root/cmake/dev/tests.sh"
    """
    with tempfile.TemporaryDirectory() as folder:
        words = ["bash", "-c", start + commands, "bash", str(DEV.parent), folder]
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=True)
    return done.stdout


def a_test_that_hangs_is_ended_named_and_counted_as_failed():
    said = said_by("""
        unit_limit_s=2
        test_unit() { run_units unit 1 bash -c 'echo begun; exec sleep 60'; }
        run_part unit
    """)
    assert "begun\nNot over after 2 s: tests/some_tests.cpp" in said, said
    assert "unit: 0 of 1 passed" in said, said


def a_program_that_hangs_after_all_has_passed_is_a_failure_of_its_own():
    said = said_by("""
        unit_limit_s=2
        test_unit() { run_units unit 1 bash -c 'echo "test cases: 3 | 3 passed | 0 failed"; exec sleep 60'; }
        run_part unit
    """)
    assert "Not over after 2 s: tests/some_tests.cpp" in said and "unit: 3 of 4 passed" in said, said


def what_failed_is_shown_however_much_passed_after_it():
    said = said_by("""
        test_web() {
            {
                printf 'FAILED  first\\n        because\\n'
                for ((i = 0; i < 500; ++i)); do
                    echo "ok      case $i"
                    printf '%s\\n' '=====' '[doctest] test cases: 3 | 3 passed | 0 failed' '[doctest] Status: SUCCESS!'
                done
                printf 'note    a figure\\n500 passed, 1 failed\\n'
            } >"$logs/test-web.log"
        }
        run_part web
    """)
    assert said.startswith("FAILED  first\n        because\nnote    a figure\n500 passed, 1 failed\n"), said
    assert "case 499" not in said and "web: 2000 of 2001 passed" in said, said


def quiet_parts_that_hang_are_ended_and_what_they_said_is_shown():
    said = said_by("""
        quiet_limit_s=2
        run_quietly() { exec setsid --wait bash -c 'echo asan: 5 of 5 passed; exec sleep 60'; }
        build_asan() { :; }
        begin_quietly asan
        end_quietly asan
        echo "$part_passed passed, $part_failed failed"
    """)
    assert "asan: 5 of 5 passed\nasan: ended early, or still running 2 s after all the rest.\n" in said, said
    assert said.endswith("/logs/test-asan\n0 passed, 1 failed\n"), said


def what_quiet_parts_counted_is_added_without_their_own_sum():
    said = said_by("""
        run_quietly() { exec bash -c 'echo asan: 5 of 6 passed; echo all parts took 1 s; echo 5 passed, 1 failed'; }
        build_asan() { :; }
        begin_quietly asan
        end_quietly asan
        echo "$part_passed and $part_failed"
    """)
    assert said.endswith("asan: 5 of 6 passed\n5 and 1\n"), said


def main():
    passed = failed = 0
    for check in (
        a_port_that_is_none_is_refused_before_anything_is_built,
        an_unknown_argument_is_refused_before_anything_is_built,
        a_test_that_hangs_is_ended_named_and_counted_as_failed,
        a_program_that_hangs_after_all_has_passed_is_a_failure_of_its_own,
        what_failed_is_shown_however_much_passed_after_it,
        quiet_parts_that_hang_are_ended_and_what_they_said_is_shown,
        what_quiet_parts_counted_is_added_without_their_own_sum,
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
