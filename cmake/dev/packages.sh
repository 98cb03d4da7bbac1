# System packages, by need. Each entry is "program:package", wanted when the program is not on PATH, or ":package".

packages_build=(git:git g++:g++ cmake:cmake ninja:ninja-build python3:python3 tar:tar xz:xz-utils flock:util-linux)
packages_window=(:libsdl2-dev :libgles-dev :libegl-dev)
packages_node=(node:nodejs npm:npm)
packages_fonts=(:python3-fonttools :python3-brotli :fonts-naver-d2coding)
packages_sandbox=(bwrap:bubblewrap mmdebstrap:mmdebstrap)
packages_doctest=(:doctest-dev)
packages_json=(:nlohmann-json3-dev)
packages_bench=(:libbenchmark-dev)
packages_peers=(:python3-simpy3)
packages_format=(git:git clang-format-19:clang-format-19)
packages_clang=(clang++-19:clang-19 :libclang-rt-19-dev)
packages_web=()
packages_shell=()
packages_screen=(Xvfb:xvfb :libegl1 :libegl-mesa0 :libgl1 :libgl1-mesa-dri :libpci3)
packages_firefox=()
packages_webkit=(WebKitWebDriver:webkit2gtk-driver)

# The browsers are found under whatever name the system gives them; tests and benchmarks read these variables. Most
# tests run in the headless shell where there is one: the same engine without the browser around it, which takes half
# of the processor's time a page.
find_browsers() {
    CHROMIUM=${CHROMIUM:-$(first_program chromium chromium-browser google-chrome-stable google-chrome)}
    HEADLESS_SHELL=${HEADLESS_SHELL:-$(first_program chromium-headless-shell chrome-headless-shell)}
    FIREFOX=${FIREFOX:-$(first_program firefox-esr firefox)}
    export CHROMIUM HEADLESS_SHELL FIREFOX
}
first_program() { command -v "$@" | head -n 1 || true; }

# need_packages build web … installs what is missing of these groups.
need_packages() {
    find_browsers
    [[ -n $CHROMIUM ]] || packages_web=(chromium:chromium)
    [[ -z $HEADLESS_SHELL && $(sources_origin) = debian ]] && packages_shell=(:chromium-headless-shell)
    [[ -n $FIREFOX ]] || packages_firefox=(firefox-esr:firefox-esr)
    local group entry program wanted=() missing=() absent=()
    for group; do
        local -n entries=packages_$group
        wanted+=("${entries[@]}")
    done
    for entry in "${wanted[@]}"; do
        program=${entry%%:*}
        if [[ -n $program ]]; then
            command -v "$program" >/dev/null && continue
            absent+=("$program")
        fi
        missing+=("${entry#*:}")
    done
    if ! command -v apt-get >/dev/null; then
        ((${#absent[@]} == 0)) || fail "Please install these programs first: ${absent[*]}."
        return 0
    fi
    mapfile -t missing < <(not_installed "${missing[@]}")
    ((${#missing[@]} == 0)) && return
    alone packages step packages "Installing ${missing[*]}" \
        "Look whether apt-get works on this machine, or install these packages yourself." \
        install_packages "${missing[@]}"
    find_browsers
}

not_installed() {
    (($#)) || return 0
    local installed
    # dpkg-query fails for packages that it never heard of, and still answers for the others.
    installed=$({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } |
        awk '$1 == "installed" {print $2}')
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

install_packages() {
    local wait=(-o DPkg::Lock::Timeout=600)
    as_root apt-get update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get "${wait[@]}" install -y --no-install-recommends "$@"
}

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }
