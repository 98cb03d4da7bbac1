"""The command line face as a script sees it: output, exit status, files. Usage: cli_test.py PROGRAM"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SMALL = ["run", "sort", "--n", "20000", "--repetitions", "2"]
COMPARABLE = ["run", "sort", "--n", "500000", "--repetitions", "2"]  # long enough, also on a busy machine


def run(*words, folder=None):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=120, cwd=folder, check=False)


def a_run_prints_every_way_as_json_and_exits_0():
    done = run(*COMPARABLE, "--units", "2", "--predict.threads", "half", "--lang", "en", "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["widget"] == "sort" and result["version"]
    assert result["controls"]["n"] == 500000 and result["controls"]["predict.threads"] == "half"
    for way in ("sequence", "threads", "gil", "processes"):
        assert result["facts"][f"way.{way}.wall_s"]["value"] > 0
        if way == "processes" and "way.processes.too_short" in result["facts"]:
            continue  # on a busy machine their clocks may be known less well than this takes
        for fact in ("speedup", "spread"):
            assert result["facts"][f"way.{way}.{fact}"]["value"] >= 0, (way, fact)
    assert result["facts"]["way.threads.prediction"]["value"] in ("right", "wrong")
    assert result["facts"]["verified"]["value"] is True
    assert result["facts"]["tier"]["value"] == "native"
    assert result["facts"]["effective_cores"]["value"] > 0
    assert result["facts"]["clock_step_us"]["unit"] == "µs"


def without_json_it_speaks_the_language_that_was_asked_for():
    assert "순서대로" in run(*SMALL, "--lang", "ko").stdout
    assert "In sequence" in run(*SMALL, "--lang", "en").stdout


def bad_arguments_exit_2_with_one_sentence_and_nothing_run():
    for words in (
        [],
        ["walk"],
        ["run"],
        ["run", "nothing"],
        ["run", "sort", "--bogus", "1"],
        ["run", "sort", "--n", "many"],
        ["run", "sort", "--n", "10"],
        ["run", "sort", "--lang", "fr"],
        ["run", "sort", "loose"],
        ["run", "contention", "--lock", "velcro"],
        ["run", "contention", "--threads", "257"],
        ["run", "contention", "--inside-ns", "0", "--outside-ns", "0", "--lock", "fifo"],
        ["run", "contention", "--scenario", "s1~thread:T.walk"],
        ["oracle"],
        ["oracle", "no_such_file.csv"],
        ["oracle", "."],
        ["oracle", "table.csv", "--lang", "fr"],
        ["oracle", "/tmp", "--seed", "abc"],
        ["list", "--foo", "1"],
        ["list", "--json"],
        ["help", "--bogus", "1"],
        ["run", "--n", "1000"],
        ["run", "sort", "--n"],
        ["run", "sort", "--n", "1,2,3,4"],
        ["run", "sort", "--n", "20000", "--n", "30000"],
    ):
        done = run(*words)
        assert done.returncode == 2, (words, done.returncode)
        assert done.stdout == "", words
        assert done.stderr.startswith("interleave: ") and done.stderr.count("\n") == 1, (words, done.stderr)


def too_much_memory_is_said_in_figures_before_anything_runs():
    memory = json.loads(run("run", "sort", "--n", "1000", "--repetitions", "1", "--json").stdout)["facts"]["memory_bytes"]
    if memory["value"] > 64e9:
        return  # a machine that could really do it
    done = run("run", "sort", "--n", "1000000000", "--units", "8", "--lang", "en")
    assert done.returncode == 2 and done.stdout == "", done
    assert "n = 1,000,000,000 needs 64.1 GB" in done.stderr and "choose at most" in done.stderr, done.stderr


def conformance_prints_what_fails_and_the_counts():
    corpus = pathlib.Path(__file__).resolve().parent.parent / "oracle" / "generators" / "public.json"
    for level in ("A", "B", "C"):
        done = run("conformance", str(corpus), "--level", level)
        assert (done.returncode, done.stdout) == (0, "300 passed, 0 failed\n"), (level, done.stdout, done.stderr)
    document = json.loads(corpus.read_text(encoding="utf-8"))
    document["cases"][4]["expect"][0]["state"] = "SUSPENDED"
    with tempfile.TemporaryDirectory() as folder:
        wrong = pathlib.Path(folder) / "wrong.json"
        wrong.write_text(json.dumps(document), encoding="utf-8")
        done = run("conformance", str(wrong))
        assert (done.returncode, done.stdout) == (1, "pub-0004\n299 passed, 1 failed\n"), done.stdout
        broken = pathlib.Path(folder) / "broken.json"
        for content in ("", "{", "[]", '{"cases":[{"id":"x"}]}', '{"cases":[{"id":"x","prog":{"g0":[{"s":"fly"}]}}]}'):
            broken.write_text(content, encoding="utf-8")
            refused = run("conformance", str(broken), "--lang", "en")
            assert refused.returncode == 2 and refused.stdout == "", (content, refused.stdout)
            assert refused.stderr.startswith("interleave: ") and refused.stderr.count("\n") == 1, refused.stderr
    for words in (
        ["conformance"],
        ["conformance", "--level", "A"],
        ["conformance", "nowhere.json"],
        ["conformance", str(corpus.parent)],
        ["conformance", str(corpus), "--level", "D"],
        ["conformance", str(corpus), "--level"],
        ["conformance", str(corpus), "--bogus", "1"],
        ["conformance", str(corpus), "--json"],
    ):
        refused = run(*words)
        assert refused.returncode == 2 and refused.stdout == "", words
        assert refused.stderr.startswith("interleave: ") and refused.stderr.count("\n") == 1, (words, refused.stderr)
    assert "읽을 수 없습니다" in run("conformance", "nowhere.json", "--lang", "ko").stderr


def list_and_help_exit_0():
    assert run("list").stdout.startswith("sort\t")
    assert "interleave run WIDGET" in run("--help").stdout
    controls = run("run", "sort", "--help", "--lang", "en")
    assert controls.returncode == 0 and "1,000 to 1,000,000,000" in controls.stdout
    assert "0.001 ms to 10000 ms" in controls.stdout, controls.stdout


def help_is_given_wherever_it_is_asked_for():
    for words in (["list", "--help"], ["run", "--help"], ["oracle", "--help"], ["help"]):
        assert "Usage:" in run(*words, "--lang", "en").stdout, words
    for words in (["help", "--lang=ko"], ["help", "--lang", "ko"], ["run", "--help", "--lang=ko"]):
        done = run(*words)
        assert done.returncode == 0 and done.stdout.startswith("사용법:"), (words, done)


def a_missing_value_is_said_to_be_missing():
    assert "“Run” is a button: --press run presses it." in run("run", "sort", "--run", "--lang", "en").stderr
    assert "--file-mb needs a value" in run("run", "coroutine", "--file-mb", "--lang", "en").stderr
    assert "뒤에 실험의 이름이 필요합니다" in run("run", "--lang", "ko").stderr
    assert "--n needs a value" in run("run", "sort", "--n", "--lang", "en").stderr
    assert "needs the name of an experiment" in run("run", "--lang", "en").stderr
    assert "not “abc”" in run("oracle", "/tmp", "--seed", "abc", "--lang", "en").stderr


def output_that_cannot_be_written_is_no_success():
    if not pathlib.Path("/dev/full").exists():
        return
    for words in (["list"], ["help"], [*SMALL, "--json"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, *words, "--lang", "en"], stdout=full, stderr=subprocess.PIPE, text=True,
                                  timeout=120, check=False)
        assert done.returncode == 1, (words, done)
        assert done.stderr == "interleave: The output could not be written: check that there is room where it goes.\n", done


def a_copied_link_does_not_mix_with_json():
    done = run(*SMALL, "--json", "--press", "copy_link")
    assert done.returncode == 0, done.stderr
    json.loads(done.stdout)
    assert done.stderr.startswith("w=sort&n=20000"), done.stderr
    assert "\nw=sort&n=20000" in run(*SMALL, "--press", "copy_link").stdout


def one_repetition_has_no_spread():
    facts = json.loads(run("run", "sort", "--n", "20000", "--repetitions", "1", "--json").stdout)["facts"]
    assert "way.threads.wall_s" in facts and not any(fact.endswith(".spread") for fact in facts), sorted(facts)


def a_run_that_is_too_short_to_compare_gives_no_ratio_and_says_what_to_do():
    words = ["run", "sort", "--n", "1000", "--units", "1", "--repetitions", "5", "--predict.threads", "half"]
    facts = json.loads(run(*words, "--json").stdout)["facts"]
    assert facts["verified"]["value"] is True and facts["way.sequence.too_short"]["value"] is True, sorted(facts)
    ratios = [fact for fact in facts if fact.startswith("way.") and fact.endswith((".speedup", ".efficiency", ".prediction"))]
    assert not ratios, ratios
    said = run(*words, "--lang", "en").stdout
    assert "too short to compare" in said and "choose a larger n" in said and "×" not in said.split("Recorded")[0], said
    assert "n을 더 크게" in run(*words, "--lang", "ko").stdout


def pressed_exports_are_saved_in_the_present_folder():
    with tempfile.TemporaryDirectory() as folder:
        done = run(*SMALL, "--json", "--press", "export_trace", "--press", "export_csv", "--press", "export_json", folder=folder)
        assert done.returncode == 0, done.stderr
        names = sorted(path.name for path in pathlib.Path(folder).iterdir())
        assert names == ["interleave-sort-trace.json", "interleave-sort.csv", "interleave-sort.json"], names
        trace = json.loads((pathlib.Path(folder) / "interleave-sort-trace.json").read_text())
        kinds = {event["ph"] for event in trace["traceEvents"]}
        assert {"X", "M"} <= kinds, kinds
        assert trace["otherData"]["experiment"] == "sort"
        rows = (pathlib.Path(folder) / "interleave-sort.csv").read_text().splitlines()
        assert rows[0].startswith("# program: Interleave ")
        assert sum(row.startswith("gil,") for row in rows) == 2


def pressing_what_is_no_button_is_refused_before_anything_runs():
    for button in ("n", "export_tarce"):
        done = run(*SMALL, "--press", button)
        assert done.returncode == 2 and done.stderr.startswith("interleave: ") and done.stdout == "", done


def results_are_printed_even_if_a_file_cannot_be_saved():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "interleave-sort.csv").mkdir()
        done = run(*SMALL, "--json", "--press", "export_csv", folder=folder)
        assert done.returncode == 1 and "interleave-sort.csv" in done.stderr, done.stderr
        assert json.loads(done.stdout)["facts"]["verified"]["value"] is True


def contention_prints_the_facts_of_its_contract():
    done = run("run", "contention", "--lock", "mcs", "--threads", "8", "--cores", "4", "--lang", "en", "--json")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)["facts"]
    for fact in (
        "throughput_per_s", "wait_p50_ns", "wait_p99_ns", "jain", "core_utilisation", "lock_utilisation", "handoffs",
        "context_switches", "line_transfers", "spin_cpu_s", "events", "events_per_s", "bound_per_s", "predicted_per_s",
    ):
        assert facts[fact]["value"] >= 0, fact
    assert 0 < facts["throughput_per_s"]["value"] <= facts["bound_per_s"]["value"]
    assert facts["trace_hash"]["value"].startswith("0x")
    assert "diagnosis.preempted" in facts, sorted(facts)
    again = run("run", "contention", "--lock", "mcs", "--threads", "8", "--cores", "4", "--json")
    assert json.loads(again.stdout)["facts"]["trace_hash"] == facts["trace_hash"]


def a_run_on_this_machine_is_waited_for_and_printed():
    done = run("run", "contention", "--lock", "futex", "--threads", "2", "--duration-us", "20000", "--press", "run_here",
               "--json")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)["facts"]
    assert facts["here.throughput_per_s"]["value"] > 0, sorted(facts)
    assert facts["throughput_per_s"]["value"] > 0


def readers_share_a_reader_writer_lock():
    def throughput(*words):
        done = run("run", "contention", "--lock", "rw_readers", "--inside-ns", "20000", *words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["facts"]["throughput_per_s"]["value"]

    assert throughput("--readers", "90") > 2 * throughput()
    assert run("run", "contention", "--readers", "101").returncode == 2


def contention_tells_its_story_in_korean():
    done = run("run", "contention", "--preset", "lock-io", "--lang", "ko")
    assert done.returncode == 0 and "자물쇠를 쥔 채 입출력" in done.stdout, done.stdout


def a_coroutine_run_prints_the_lines_of_the_lecture_exactly():
    ops = "next,send:10,send:20,send:30,send:40,send:50,send:None"
    done = run("run", "coroutine", "--lesson", "average", "--ops", ops, "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    facts = result["facts"]
    assert facts["output"]["value"] == (
        "받은 값: 10, 현재 평균: 10.0\n받은 값: 20, 현재 평균: 15.0\n받은 값: 30, 현재 평균: 20.0\n"
        "받은 값: 40, 현재 평균: 25.0\n받은 값: 50, 현재 평균: 30.0\n코루틴 종료.\n코루틴이 종료되었습니다.\n"
    ), facts["output"]
    assert result["controls"]["ops"] == ops and facts["state"]["value"] == "freed"
    moments = facts["predictions.steps"]["value"]
    assert moments.startswith("1,9,") and moments.count(",") == 6, moments  # a list, not a number with separators


def the_step_that_was_asked_for_is_the_one_that_is_told():
    words = ["run", "coroutine", "--lang", "en", "--json"]
    for order in (["--ops", "next,send:10,send:20", "--step", "8"], ["--step", "8", "--ops", "next,send:10,send:20"]):
        done = run(*words, *order)
        facts = json.loads(done.stdout)["facts"]
        asked = 8 if order[0] == "--ops" else 0  # other operations begin at their first step, as in a link
        assert facts["step"]["value"] == asked, (order, facts["step"])
    at_8 = json.loads(run(*words, "--ops", "next,send:10,send:20", "--step", "8").stdout)["facts"]
    assert at_8["state"]["value"] == "suspended" and at_8["output"]["value"] == "", at_8
    last = json.loads(run(*words, "--ops", "next,send:10,send:20").stdout)["facts"]
    assert last["step"]["value"] == last["steps"]["value"] and last["state"]["value"] == "freed", last
    assert run("run", "coroutine", "--step", "100000").returncode == 2


def oracle_says_how_many_rows_agree_and_which_differ():
    table = pathlib.Path(__file__).parent.parent / "oracle" / "queueing" / "deterministic.csv"
    done = run("oracle", str(table), "--lang", "en")
    assert done.returncode == 0 and " agree, 0 differ" in done.stdout, done
    with tempfile.TemporaryDirectory() as folder:
        rows = table.read_text().splitlines()
        header, first = rows[0].split(","), rows[1].split(",")
        first[header.index("makespan_ticks")] = str(int(first[header.index("makespan_ticks")]) + 1)
        spoiled = pathlib.Path(folder) / "spoiled.csv"
        spoiled.write_text("\n".join([rows[0], ",".join(first), *rows[2:]]) + "\n")
        done = run("oracle", str(spoiled), "--lang", "en")
        assert done.returncode == 1 and ", 1 differ" in done.stdout and "makespan_ticks" in done.stdout, done
        unknown = pathlib.Path(folder) / "unknown.csv"
        unknown.write_text("a,b\n1,2\n")
        done = run("oracle", str(unknown))
        assert done.returncode == 2 and done.stderr.count("\n") == 1 and done.stdout == "", done


def the_program_links_neither_sdl_nor_imgui():
    # In its bytes, where also what is linked statically leaves names: of symbols, of files, of settings.
    content = pathlib.Path(PROGRAM).read_bytes()
    for name in (b"ImGui", b"imgui", b"SDL_", b"libSDL", b"libGL", b"libEGL"):
        assert name not in content, name
    if shutil.which("ldd"):
        libraries = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, timeout=60, check=False).stdout
        for name in ("SDL", "GLES", "libGL", "EGL", "X11", "wayland"):
            assert name not in libraries, libraries


def main():
    passed = failed = 0
    for name, check in list(globals().items()):
        if check is main or not callable(check) or name == "run" or not getattr(check, "__module__", "") == __name__:
            continue
        try:
            check()
            passed += 1
        except Exception as fault:  # every check is told of, whatever the earlier ones did
            failed += 1
            print(f"FAILED {name.replace('_', ' ')}: {type(fault).__name__}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
