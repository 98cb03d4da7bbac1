// What this browser can do, asked before anything is started.

/** A function with try/catch_all in the encoding that the app is compiled to. */
const tryCatch = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);

/** The code of what is missing for the app to run at all, or ''. */
export function missing() {
    if (typeof WebAssembly !== 'object' || !WebAssembly.validate) return 'no-wasm';
    if (!WebAssembly.validate(tryCatch)) return 'no-wasm-exceptions';
    return '';
}

export function isPhone() {
    const said = navigator.userAgentData?.mobile;
    if (said !== undefined) return said;
    return /Android|iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.platform) && navigator.maxTouchPoints > 1);
}
