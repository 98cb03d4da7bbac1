# The sources that CMake would fetch from upstream (cmake/dependencies.cmake), as Debian packages: the same releases, but for
# doctest 2.4.9. Each is checked against the digest recorded here.

sources_wanted=(
    "imgui 1.92.2b+ds-1 imgui-1.92.2b e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48 sid forky"
    "libsdl2 2.32.4+dfsg-1 sdl2-2.32.4 d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277 trixie"
)
doctest_folder=doctest-2.4.9
doctest_digest=041dced3b82ed2d6c920977fcba16e8b9e49daaa200c81ba0ccec529a4f1fd5d
json_folder=json-3.11.2
json_digest=4aa4e2851d07ec2cb7adc540aec4bdb2bc7ae15cf769812eeec8d319c349b140 # of all its headers

sources_origin() {
    [[ -n ${INTERLEAVE_SOURCES:-} ]] && echo "$INTERLEAVE_SOURCES" && return
    if [[ -e /etc/debian_version ]] && grep -q '^ID=debian$' /etc/os-release; then echo debian; else echo upstream; fi
}

# Leaves in `source_arguments` what cmake must be told.
need_sources() {
    source_arguments=()
    web_source_arguments=()
    [[ $(sources_origin) = debian ]] || return 0
    local folder
    for folder in imgui-1.92.2b sdl2-2.32.4 "$doctest_folder" "$json_folder"; do
        [[ -e $cache/sources/$folder/.complete ]] && continue
        need_packages doctest json
        alone sources step sources "Fetching Dear ImGui, SDL2, doctest and JSON for Modern C++ from Debian" \
            "Look whether the machine's Debian mirror can be reached, or, with emsdk's emcc on PATH, set INTERLEAVE_SOURCES=upstream." fetch_sources
        break
    done
    source_arguments=(
        -DFETCHCONTENT_SOURCE_DIR_IMGUI="$cache/sources/imgui-1.92.2b"
        -DFETCHCONTENT_SOURCE_DIR_DOCTEST="$cache/sources/$doctest_folder"
        -DFETCHCONTENT_SOURCE_DIR_JSON="$cache/sources/$json_folder"
    )
    web_source_arguments=("${source_arguments[@]}" -DFETCHCONTENT_SOURCE_DIR_SDL2="$cache/sources/sdl2-2.32.4")
}

fetch_sources() {
    local entry package version folder digest suites
    for entry in "${sources_wanted[@]}"; do
        read -r package version folder digest suites <<<"$entry"
        [[ -e $cache/sources/$folder/.complete ]] || fetch_source || return
    done
    folder=$cache/sources/$doctest_folder
    mkdir -p "$folder/doctest" && cp /usr/include/doctest/doctest.h "$folder/doctest/" &&
        sha256sum --check <<<"$doctest_digest  $folder/doctest/doctest.h" && touch "$folder/.complete" || return
    folder=$cache/sources/$json_folder
    mkdir -p "$folder/include" && cp -r /usr/include/nlohmann "$folder/include/" &&
        [[ $(digest_of_headers "$folder/include") = "$json_digest" ]] && touch "$folder/.complete"
}

digest_of_headers() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs cat | sha256sum | cut -d ' ' -f 1); }

# Tries the suites in turn, with lists and cache of its own: the machine's package lists stay as they are.
fetch_source() {
    local suite work archive
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    for suite in $suites; do
        mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/parts" "$work/unpacked"
        echo "deb-src [signed-by=$debian_keyring] $(debian_mirror) $suite main" >"$work/parts/source.list"
        local options=(
            -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/parts" -o Dir::State::Lists="$work/lists"
            -o Dir::Cache="$work" -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false
        )
        ((EUID == 0)) && options+=(-o APT::Sandbox::User=root)
        (cd "$work" && apt-get "${options[@]}" update &&
            apt-get "${options[@]}" source --download-only "$package=$version") || continue
        archive=$(echo "$work"/*.orig.tar.*)
        sha256sum --check <<<"$digest  $archive" || break
        tar -xf "$archive" -C "$work/unpacked" --strip-components=1 && touch "$work/unpacked/.complete" || break
        mkdir -p "$cache/sources" && rm -rf "$cache/sources/$folder"
        mv "$work/unpacked" "$cache/sources/$folder"
        rm -rf "$work"
        return
    done
    rm -rf "$work"
    echo "error: $package $version with digest $digest was not found in: $suites"
    return 1
}
