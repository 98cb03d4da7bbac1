# Fonts: Pretendard from npm (checked against the lock file), D2Coding from the system; subset into build/fonts.

need_fonts() {
    local folder=$cache/fonts-pretendard-1.3.9
    need_packages node fonts
    [[ -e $folder/.complete ]] || alone fonts step fonts "Fetching Pretendard from npm (70 MB)" \
        "Look whether the npm registry can be reached." fetch_pretendard
    step subset "Subsetting the fonts" "Is python3-fonttools installed?" \
        "$(system_python)" cmake/subset_fonts.py --pretendard "$folder" --out build/fonts
}

# The one that Debian's python3-* packages belong to.
system_python() { if [[ -x /usr/bin/python3 ]]; then echo /usr/bin/python3; else echo python3; fi; }

fetch_pretendard() {
    local work
    [[ -e $folder/.complete ]] && return
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    cp cmake/fonts/package.json cmake/fonts/package-lock.json "$work/" &&
        (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund) &&
        mkdir -p "$folder" &&
        cp "$work"/node_modules/pretendard/dist/public/static/alternative/Pretendard-{Regular,SemiBold}.ttf \
            "$work/node_modules/pretendard/dist/LICENSE.txt" "$folder/" &&
        touch "$folder/.complete" && rm -rf "$work"
}
