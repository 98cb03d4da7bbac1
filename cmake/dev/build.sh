# Building: one tree a preset in build/<preset>.

# build PRESET TARGET [CMAKE ARGUMENT…]
build() {
    local preset=$1 target=$2
    shift 2
    need_configured "$preset" "$@"
    step "build-$preset" "Building $target ($preset)" "The first error stands above." on_its_host "$preset" \
        cmake --build "build/$preset" --target "$target"
}

# Configures when that was not done yet or other arguments are wanted; ninja notices all the rest itself.
need_configured() {
    local preset=$1 tree=build/$1 sources=("${source_arguments[@]}")
    shift
    [[ $preset = web-* ]] && sources=("${web_source_arguments[@]}")
    local configure=(cmake --preset "$preset" "${sources[@]}" "$@")
    [[ $preset = web-* ]] && configure=(emcmake "${configure[@]}")
    [[ -e $tree/build.ninja && $(cat "$tree/configured-as" 2>/dev/null) = "${configure[*]}" ]] && return
    step "configure-$preset" "Configuring $preset" "When the tree is broken, remove $tree and run this again." \
        on_its_host "$preset" "${configure[@]}"
    echo "${configure[*]}" >"$tree/configured-as"
}

on_its_host() {
    local preset=$1
    shift
    if [[ $preset = web-* ]]; then emscripten "$@"; else "$@"; fi
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
