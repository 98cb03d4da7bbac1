# Testing: independent parts, each in its own log, all counted into one closing line.

test_parts=(format architecture unit asan tsan wasm web firefox webkit)

# These only compute: with the browsers they run beside them, whose tests wait for something a third of the time.
quiet_parts=(asan tsan wasm)

run_tests() {
    local parts=("$@") part passed=0 failed=0 began=$EPOCHREALTIME
    quietly=
    ((${#parts[@]})) || parts=("${test_parts[@]}")
    for part in "${parts[@]}"; do
        [[ " ${test_parts[*]} " = *" $part "* ]] || fail "There is no test part \"$part\"; there are: ${test_parts[*]}."
    done
    local loud=() quiet=()
    split_parts "${parts[@]}"
    for part in "${loud[@]}"; do
        [[ $part = web && ${#quiet[@]} -gt 0 && -z $quietly ]] && begin_quietly "${quiet[@]}"
        run_part "$part"
        add_part
    done
    if ((${#quiet[@]})); then
        end_quietly "${quiet[@]}"
        add_part
    fi
    printf 'all parts took %s s\n' "$(seconds_since "$began")"
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0))
}

# Into `loud` and `quiet`, of run_tests().
split_parts() {
    local part
    for part in "$@"; do
        if [[ " $* " = *" web "* && " ${quiet_parts[*]} " = *" $part "* ]]; then quiet+=("$part"); else loud+=("$part"); fi
    done
}

# What the last part counted to `passed` and `failed`, of run_tests().
add_part() {
    passed=$((passed + part_passed))
    failed=$((failed + part_failed))
}

begin_quietly() {
    local part
    for part in "$@"; do ("build_$part") || true; done # what cannot be built fails there once more
    run_quietly "$@" >"$logs/test-quietly.log" 2>&1 </dev/null &
    quietly=$!
    trap 'kill -- -$quietly 2>/dev/null' EXIT # it is a session of its own
}

# Leaves the counts of all its parts in part_passed and part_failed.
end_quietly() {
    printf '· Waiting for %s … ' "$*" >&"$say"
    local began=$EPOCHREALTIME
    timeout --foreground "$quiet_limit_s" tail --pid="$quietly" -s 0.2 -f /dev/null || kill -- -"$quietly" 2>/dev/null || true
    wait "$quietly" || true
    trap - EXIT
    printf '%s s\n' "$(seconds_since "$began")" >&"$say"
    if ! grep -qx '[0-9]* passed, [0-9]* failed' "$logs/test-quietly.log"; then
        cat "$logs/test-quietly.log"
        part_passed=0 part_failed=1
        printf '%s: ended early, or still running %s s after all the rest.\n' "$*" "$quiet_limit_s"
        printf 'What each process said: %s\n' "${@/#/$logs/test-}"
        return
    fi
    head -n -2 "$logs/test-quietly.log" # without its own sum
    read -r part_passed part_failed < <(tail -n 1 "$logs/test-quietly.log" | count_results /dev/stdin)
    ((part_passed)) || part_failed=$((part_failed + 1))
}

# Another ./dev, of the lowest priority, also among the sessions of the system.
run_quietly() {
    exec setsid --wait bash -c '{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec nice -n 19 ./dev test "$@"' quietly "$@"
}

# Leaves the counts in part_passed and part_failed. A part that ends badly, or counts nothing, is a failure of its own.
run_part() {
    local part=$1 log=$logs/test-$1.log status=0 began=$EPOCHREALTIME
    : >"$log"
    ("test_$part") || status=$?
    read -r part_passed part_failed < <(count_results "$log")
    if ((part_passed + part_failed == 0 || (status != 0 && part_failed == 0))); then part_failed=$((part_failed + 1)); fi
    if ((part_failed)); then
        without_passes "$log" | tail -n 100
        printf 'The whole log of %s: %s\n' "$part" "$log"
    fi
    printf '%s: %d of %d passed, %s s\n' "$part" "$part_passed" $((part_passed + part_failed)) \
        "$(seconds_since "$began")"
}

# A log without the lines of what passed: a failure may be followed by a hundred of them.
without_passes() {
    sed -E '/^ok  |^=+$|^\[doctest\] (doctest version|run with|assertions:|Status: SUCCESS|test cases:.* 0 failed)/d' "$1"
}

# Sums doctest's "test cases: 3 | 2 passed | 1 failed" and everybody else's "2 passed, 1 failed".
count_results() {
    sed -E 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        /test cases: / { split($0, part, "|"); passed += part[2]; failed += part[3] }
        /^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
        END { print passed + 0, failed + 0 }'
}

# into_log PART COMMAND…
into_log() {
    local log=$logs/test-$1.log
    shift
    "$@" >>"$log" 2>&1 </dev/null
}

# What has not ended by then hangs: one process, of which the slowest takes a minute on a busy machine; and all quiet
# parts, from when they are all that is left.
unit_limit_s=400
quiet_limit_s=1500

# run_units PART FILES COMMAND…: a build's unit tests on every core, FILES files to a process. What a process says stays
# together, and what failed comes last, where it is seen. The slowest files are in the last folders, so they start first.
# What hangs is aborted, at which doctest says (but for wasm) in which case it was.
run_units() {
    local part=$1 files=$2 outputs=$logs/test-$1 status=0
    shift 2
    rm -rf "$outputs"
    mkdir -p "$outputs"
    find tests -name '*_tests.cpp' | sort -r | xargs -P "$(nproc)" -n "$files" bash -c '
        outputs=$1 limit_s=$2 command=("${@:4:$3}")
        shift $((3 + $3))
        output=$outputs/${1//\//-}
        printf -v filter ",*%s" "$@"
        ulimit -c 0
        timeout --foreground --signal=ABRT --kill-after=10 "$limit_s" \
            "${command[@]}" "--source-file=${filter:1}" >"$output" 2>&1 </dev/null && exit
        if ((SECONDS >= limit_s)); then echo "Not over after $limit_s s: $*" >>"$output"; fi
        mv "$output" "$output.failed"
        exit 1
    ' units "$outputs" "$unit_limit_s" $# "$@" || status=$?
    find "$outputs" -type f ! -name '*.failed' -exec cat {} + >>"$logs/test-$part.log"
    find "$outputs" -type f -name '*.failed' -exec cat {} + >>"$logs/test-$part.log"
    return $status
}

test_format() {
    need_packages format
    local files wrong
    mapfile -t files < <(git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp')
    wrong=0
    printf '%s\0' "${files[@]}" | xargs -0 -n 20 -P "$(nproc)" clang-format-19 --dry-run -Werror >>"$logs/test-format.log" 2>&1 || wrong=1
    printf '%d passed, %d failed\n' $((1 - wrong)) $wrong >>"$logs/test-format.log"
    ((wrong == 0)) || fail "Some files are not formatted: clang-format-19 -i \$(git ls-files '*.cpp' '*.hpp') repairs that."
}

test_architecture() {
    local status=0
    into_log architecture "$(system_python)" tests/architecture_test.py || status=$?
    into_log architecture "$(system_python)" tests/dev_test.py || status=$?
    return $status
}

test_unit() {
    need_packages build window
    need_sources
    build native unit_tests
    build native interleave
    local status=0 cli=$logs/test-unit-cli.log python
    python=$(system_python)
    "$python" tests/app/cli_test.py build/native/bin/interleave >"$cli" 2>&1 </dev/null & # it has one program run at a time
    run_units unit 1 build/native/bin/unit_tests || status=$?
    wait $! || status=$?
    cat "$cli" >>"$logs/test-unit.log"
    return $status
}

build_asan() {
    need_packages build window clang
    need_sources
    build asan unit_tests
}
test_asan() {
    build_asan
    UBSAN_OPTIONS=print_stacktrace=1 run_units asan 4 build/asan/bin/unit_tests
}

# Only what runs on threads: the rest would be slow and has nothing to race with.
build_tsan() {
    need_packages build clang
    need_sources
    build tsan unit_tests
}
test_tsan() {
    build_tsan
    run_units tsan 3 build/tsan/bin/unit_tests # most files are not part of it
}

build_wasm() {
    need_packages build node
    need_toolchain
    need_sources
    build web-threads unit_tests
    build web-single unit_tests
}
test_wasm() {
    build_wasm
    local preset status=0
    for preset in web-threads web-single; do
        # Many files at a time: node takes half a second to compile them.
        run_units wasm 24 node "build/$preset/bin/unit_tests.cjs" --no-colors || status=1
    done
    end_with_a_late_message || status=1
    return $status
}

# One more test: what a thread says after all others does not change the status.
end_with_a_late_message() {
    local output=$logs/test-wasm-late status=0
    timeout --kill-after=10 "$unit_limit_s" node --require ./tests/late_message.cjs build/web-threads/bin/unit_tests.cjs \
        --source-file='*crew_tests.cpp' >"$output" 2>&1 </dev/null || status=1
    if ((status)); then echo "FAILED  A late message: see $output" >>"$logs/test-wasm.log"; fi
    printf '%d passed, %d failed\n' $((1 - status)) $status >>"$logs/test-wasm.log"
    return $status
}

test_web() {
    need_packages web shell
    test_browser web chromium
}

test_firefox() {
    need_packages firefox screen
    test_browser firefox firefox
}

test_webkit() {
    need_packages webkit screen
    test_browser webkit webkit
}

# test_browser PART BROWSER
test_browser() {
    need_site
    need_browser_tools
    into_log "$1" node tests/web/run.mjs "$2"
}

need_browser_tools() {
    local lock=tests/web/package-lock.json installed=tests/web/node_modules/.installed
    cmp -s "$lock" "$installed" && return
    step browser-tools "Installing what drives the browsers" "Look whether the npm registry can be reached." \
        npm --prefix tests/web ci --ignore-scripts --no-audit --no-fund
    cp "$lock" "$installed"
}
