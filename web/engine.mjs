// The wasm app as a plain object: loads it, chooses its memory, and puts the C exports behind typed calls.
import { isPhone } from './checks.mjs';

const MiB = 1 << 20;

/** An error that boot.fail() has sentences for. */
export class Failure extends Error {
    constructor(code, detail) {
        super(detail || code);
        this.code = code;
    }
}

/** Fixed shared memory: the first size, from large to small, that this device gives. It never grows. */
function takeMemory() {
    const sizes = isPhone() ? [256, 128] : [1024, 512, 256, 128];
    for (const size of sizes) {
        try {
            const pages = (size * MiB) / 65536;
            return { bytes: size * MiB, memory: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }) };
        } catch {
            continue;
        }
    }
    throw new Failure('memory', `${sizes.at(-1)} MiB`);
}

/** Awaits an early fetch; anything but success is a Failure that names the file. */
async function arrived(fetching, name) {
    let response;
    try {
        response = await fetching;
    } catch (error) {
        throw new Failure('offline', `${name}: ${error.message}`);
    }
    if (!response.ok) throw new Failure('offline', `${name}: ${response.status}`);
    return response;
}

/** Reads a response while telling `progress(bytes so far)`. How many there will be is not known: they arrive packed. */
async function counted(response, progress) {
    const chunks = [];
    let received = 0;
    for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(value);
        progress((received += value.length));
    }
    return new Blob(chunks).arrayBuffer();
}

/** Compiles while the bytes arrive. The clone is what counts: the browser caches compiled code only for the original. */
async function compile(response, progress) {
    const bytes = counted(response.clone(), progress);
    bytes.catch(() => null);
    try {
        return await WebAssembly.compileStreaming(response);
    } catch (error) {
        if (error instanceof WebAssembly.CompileError) throw new Failure('start', error.message);
        if (error instanceof RangeError) throw new Failure('memory', error.message);
    }
    try {
        return await WebAssembly.compile(await bytes); // served with another MIME type, or no streaming here
    } catch (error) {
        throw new Failure('offline', `interleave.wasm: ${error.message}`);
    }
}

/** The three fonts in the order in which the app takes them, from the fetches under way; `progress(bytes so far)`. */
export function loadFonts(fetched, progress) {
    let received = 0;
    return Promise.all(['regular', 'semibold', 'mono'].map(async (name) => {
        const response = await arrived(fetched[name], name);
        let before = 0;
        const count = (bytes) => {
            received += bytes - before;
            before = bytes;
            progress(received);
        };
        return new Uint8Array(await counted(response, count).catch((error) => {
            throw new Failure('offline', `${name}: ${error.message}`);
        }));
    }));
}

/**
 * Loads one build ('threads' or 'single'). `fetched` is the fetch of its wasm that is already under way, `fonts` what
 * loadFonts promises. `progress(bytes so far)` hears of the program, `onAbort(reason)` of a crash at any time later.
 */
export async function loadEngine({ build, fetched, fonts, canvas, host, progress, onAbort }) {
    const script = new URL(`${build}/interleave.mjs`, import.meta.url).href;
    const [glue, module, files] = await Promise.all([
        import(script).catch((error) => {
            throw new Failure('offline', `interleave.mjs: ${error.message}`);
        }),
        arrived(fetched, 'interleave.wasm').then((response) => compile(response, progress)),
        fonts,
    ]);
    const options = {
        canvas,
        host,
        noInitialRun: true,
        locateFile: (file) => new URL(file, script).href,
        instantiateWasm(imports, receive) {
            WebAssembly.instantiate(module, imports).then(
                (instance) => receive(instance, module),
                (error) => onAbort(error.message, error instanceof RangeError ? 'memory' : 'start'),
            );
            return {};
        },
        print: (line) => console.log(line),
        printErr: (line) => console.warn(line),
        onAbort,
    };
    if (build === 'threads') {
        const { bytes, memory } = takeMemory();
        options.wasmMemory = memory;
        options.INITIAL_MEMORY = bytes;
    }
    return new Engine(await glue.default(options), files);
}

export class Engine {
    #module;
    #fonts;
    #stopped = false;
    #contextIsLost = false;
    #size = null;
    constructor(module, fonts) {
        this.#module = module;
        this.#fonts = fonts;
    }

    /** From now on nothing reaches the program: after a crash its memory may be in any state. */
    stop() {
        this.#stopped = true;
    }
    /** Whether the program can get no more memory: not even what a frame or a small run takes. */
    get isFull() {
        const enough = 8 * MiB;
        const at = this.#module._malloc(enough);
        if (at) this.#module._free(at);
        return !at;
    }

    #call(name, result, types = [], values = []) {
        if (this.#stopped) return null;
        return this.#module.ccall(`interleave_${name}`, result, types, values);
    }

    /** Hands the fonts over and runs main(). */
    start(words) {
        this.#fonts.forEach((font, which) => {
            const at = this.#module._malloc(font.length);
            if (!at) throw new Failure('memory', 'fonts');
            this.#module.HEAPU8.set(font, at);
            this.#module._interleave_font(which, at, font.length);
        });
        this.#fonts = null;
        this.#module.callMain(words);
    }

    /** null when accepted, else {ko, en}. */
    #refusal(answer) {
        return answer ? JSON.parse(answer) : null;
    }
    set(id, value) {
        return this.#refusal(this.#call('set', 'string', ['string', 'string'], [id, value]));
    }
    press(id) {
        return this.#refusal(this.#call('press', 'string', ['string'], [id]));
    }
    state() {
        return JSON.parse(this.#call('state', 'string'));
    }
    layout() {
        return JSON.parse(this.#call('layout', 'string'));
    }
    open(fragment) {
        this.#call('open', null, ['string'], [fragment]);
    }
    /** Waits while the context is lost: the glue code asks it for its viewport, and a lost one has none. */
    resize(width, height) {
        this.#size = [width, height];
        if (!this.#contextIsLost) this.#call('resize', null, ['number', 'number'], this.#size);
    }
    pointer(id, hovered, pressed) {
        this.#call('pointer', null, ['string', 'number', 'number'], [id, hovered ? 1 : 0, pressed ? 1 : 0]);
    }
    focus(id) {
        this.#call('focus', null, ['string'], [id]);
    }
    scroll(region, y) {
        this.#call('scroll', null, ['string', 'number'], [region, y]);
    }
    entered() {
        this.#call('entered', null);
    }
    pull(y) {
        this.#call('pull', null, ['number'], [y]);
    }
    visible(yes) {
        this.#call('visible', null, ['number'], [yes ? 1 : 0]);
    }
    hidden(yes) {
        this.#call('hidden', null, ['number'], [yes ? 1 : 0]);
    }
    dark(yes) {
        this.#call('dark', null, ['number'], [yes ? 1 : 0]);
    }
    still(yes) {
        this.#call('still', null, ['number'], [yes ? 1 : 0]);
    }
    active(yes) {
        this.#call('active', null, ['number'], [yes ? 1 : 0]);
    }
    context(lost) {
        this.#contextIsLost = lost;
        this.#call('context', null, ['number'], [lost ? 1 : 0]);
        if (!lost && this.#size) this.resize(...this.#size);
    }
    wake() {
        this.#call('wake', null);
    }
    get frames() {
        return this.#call('frames', 'number');
    }
}
