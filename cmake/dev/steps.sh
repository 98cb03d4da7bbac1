# How ./dev tells what it does: one line a step with its time, all output in a log, one sentence when it cannot go on.

exec {say}>&1

# The command line program's output must stand alone.
quietly() { exec {say}>/dev/null; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# step LOG SENTENCE ADVICE COMMAND… runs the command; its output goes to build/logs/LOG.log.
step() {
    local log=$logs/$1.log sentence=$2 advice=$3 began=$EPOCHREALTIME
    shift 3
    printf '· %s … ' "$sentence" >&"$say"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        printf 'failed\n' >&"$say"
        { grep -E -m 6 '(error|Error):|undefined reference|^E: |^CMake Error' "$log" || tail -n 15 "$log"; } >&2
        fail "$sentence failed. $advice The whole log: $log"
    fi
    printf '%s s\n' "$(seconds_since "$began")" >&"$say"
}

# 12.3: seconds between a value of $EPOCHREALTIME and now.
seconds_since() {
    local micro=$((${EPOCHREALTIME/./} - ${1/./}))
    printf '%d.%d' $((micro / 1000000)) $((micro % 1000000 / 100000))
}

# Runs a command while no other ./dev on this machine holds the same name; the downloads are shared by all clones.
alone() {
    local name=$1 lock
    shift
    exec {lock}>"$cache/$name.lock"
    flock "$lock"
    "$@" {lock}>&-
    exec {lock}>&-
}

# 0 lets the system choose one.
is_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && ((10#$1 <= 65535)); }

# version_at_least 3.1.69 "$actual"
version_at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) = "$1" ]]; }
