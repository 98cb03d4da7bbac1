# Building: one tree a preset in build/<preset>.

# build PRESET TARGET [CMAKE ARGUMENT…]
build() {
    local preset=$1 target=$2
    shift 2
    need_configured "$preset" "$@"
    step "build-$preset" "Building $target ($preset)" "The first error stands above." on_its_host "$preset" \
        cmake --build "build/$preset" --target "$target"
}

# Configures when that was not done yet, or when other arguments are wanted or the presets have changed; ninja notices all
# the rest itself.
need_configured() {
    local preset=$1 tree=build/$1 sources=("${source_arguments[@]}")
    shift
    [[ $preset = web-* ]] && sources=("${web_source_arguments[@]}")
    local configure=(cmake --fresh --preset "$preset" "${sources[@]}" "$@")
    [[ $preset = web-* ]] && configure=(emcmake "${configure[@]}")
    local wanted="${configure[*]}"
    [[ $preset = web-* ]] && wanted+=" by ${emscripten_prefix[*]:-$(command -v emcc)} $(emscripten emcc -dumpversion)"
    [[ -e $tree/build.ninja && $(cat "$tree/configured-as" 2>/dev/null) = "$wanted" &&
        ! CMakePresets.json -nt $tree/configured-as ]] && return
    step "configure-$preset" "Configuring $preset" "When the tree is broken, remove $tree and run this again." \
        on_its_host "$preset" "${configure[@]}"
    echo "$wanted" >"$tree/configured-as"
}

on_its_host() {
    local preset=$1
    shift
    if [[ $preset = web-* ]]; then emscripten "$@"; else "$@"; fi
}

# Leaves in `coro_programs` what measures src/coro: the benchmarks, and, where the library of the private root has a
# std::generator and the machine's own has none, the same source built by Clang with that.
build_with_std_generator() {
    local library=$rootfs/usr/include program=build/bench/bin/coro_with_std_generator
    coro_programs=(build/bench/bin/benchmarks)
    [[ -e $library/c++/14/generator ]] || return 0
    build/bench/bin/benchmarks --benchmark_list_tests | grep -q std_generator && return
    need_packages clang
    step bench-std-generator "Building $program" "The first error stands above." \
        clang++-19 -std=c++23 -O3 -DNDEBUG -nostdinc++ -isystem "$library/c++/14" \
        -isystem "$library/$(uname -m)-linux-gnu/c++/14" -Isrc -Itests tests/bench/coro_bench.cpp -o "$program" \
        -lbenchmark_main -lbenchmark
    coro_programs+=("$program")
}

# The whole static site in build/site.
need_site() {
    need_packages build node fonts
    need_toolchain
    need_sources
    need_fonts
    build web-threads site-files
    build web-single site-files
    step site "Assembling build/site" "Is there room on the disk? Removing build/site starts it anew." node cmake/site.mjs
}
