# Emscripten: the one on PATH when it is new enough, else Debian 13's in a private root file system, entered with
# bubblewrap. The host's own libraries are never touched.

emscripten_least=3.1.69
rootfs=$cache/emscripten-trixie
debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

need_toolchain() {
    emscripten_prefix=()
    if command -v emcc >/dev/null && version_at_least "$emscripten_least" "$(emcc -dumpversion || echo 0)"; then return; fi
    [[ $(sources_origin) = debian ]] || # what is fetched by git is fetched inside, where no git is
        fail "Emscripten $emscripten_least or newer is needed: put emsdk's emcc on PATH, or use Debian's sources on Debian."
    need_packages sandbox
    if [[ ! -e $rootfs/.complete ]]; then
        [[ -n $(debian_mirror) ]] ||
            fail "Emscripten $emscripten_least or newer is needed: put emsdk's emcc on PATH; this machine names no Debian mirror."
        alone toolchain step toolchain "Installing Emscripten into $rootfs (430 MB to fetch, a minute or two)" \
            "Look whether the machine's Debian mirror can be reached and 3 GB are free, then run this again." \
            install_rootfs
    fi
    mkdir -p "$cache/sources"
    # Only /usr and /etc are Debian 13's; this clone and the sources lie at the same paths inside as outside.
    emscripten_prefix=(
        bwrap --ro-bind "$rootfs/usr" /usr --ro-bind "$rootfs/etc" /etc
        --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64
        --proc /proc --dev /dev --tmpfs /tmp --bind "$root" "$root" --ro-bind "$cache/sources" "$cache/sources"
        --unshare-ipc --unshare-pid --unshare-uts --die-with-parent
        --clearenv --setenv PATH /usr/bin:/bin --setenv HOME /tmp --setenv LANG C.UTF-8 --chdir "$root"
    )
}

# emscripten COMMAND… runs it where emcc, cmake and ninja are.
emscripten() { "${emscripten_prefix[@]}" "$@"; }

# The mirror that the machine itself uses.
debian_mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
        sed -nE 's/^(URIs:|deb([[:space:]]+\[[^]]*\])?)[[:space:]]+([a-z+]+:[^[:space:]]*debian\/?|mirror\+file:[^[:space:]]+)([[:space:]].*)?$/\3/p' |
        grep -v security | head -n 1
}

install_rootfs() {
    [[ -e $rootfs/.complete ]] && return # another ./dev was faster
    as_root rm -rf "$rootfs.part" "$rootfs"
    as_root mmdebstrap --variant=minbase --aptopt='Acquire::Languages "none"' --include=emscripten,cmake,ninja-build \
        trixie "$rootfs.part" "deb [signed-by=$debian_keyring] $(debian_mirror) trixie main" &&
        as_root touch "$rootfs.part/.complete" && as_root mv "$rootfs.part" "$rootfs"
}
