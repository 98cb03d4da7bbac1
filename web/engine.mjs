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

/**
 * Loads one build ('threads' or 'single'). `fetched` holds the fetches already under way: wasm, regular, semibold, mono.
 * `progress({program, fonts}, done)` hears of bytes, `onAbort(reason)` of a crash at any time later.
 */
export async function loadEngine({ build, fetched, canvas, host, progress, onAbort }) {
    const received = { program: 0, fonts: 0 };
    const tell = (part) => {
        let before = 0;
        return (bytes) => {
            received[part] += bytes - before;
            before = bytes;
            progress(received);
        };
    };
    const script = new URL(`${build}/interleave.mjs`, import.meta.url).href;
    const font = async (name) => {
        const response = await arrived(fetched[name], name);
        return counted(response, tell('fonts')).catch((error) => {
            throw new Failure('offline', `${name}: ${error.message}`);
        });
    };
    const [glue, module, ...fonts] = await Promise.all([
        import(script).catch((error) => {
            throw new Failure('offline', `interleave.mjs: ${error.message}`);
        }),
        arrived(fetched.wasm, 'interleave.wasm').then((response) => compile(response, tell('program'))),
        ...['regular', 'semibold', 'mono'].map(font),
    ]);
    progress(received, true);
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
    return new Engine(await glue.default(options), fonts.map((font) => new Uint8Array(font)));
}

export class Engine {
    #module;
    constructor(module, fonts) {
        this.#module = module;
        this.fonts = fonts;
    }

    #call(name, result, types = [], values = []) {
        return this.#module.ccall(`interleave_${name}`, result, types, values);
    }

    /** Hands the fonts over and runs main(). */
    start(words) {
        this.fonts.forEach((font, which) => {
            const at = this.#module._malloc(font.length);
            if (!at) throw new Failure('memory', 'fonts');
            this.#module.HEAPU8.set(font, at);
            this.#module._interleave_font(which, at, font.length);
        });
        this.fonts = null;
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
    resize(width, height) {
        this.#call('resize', null, ['number', 'number'], [width, height]);
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
        this.#call('context', null, ['number'], [lost ? 1 : 0]);
    }
    wake() {
        this.#call('wake', null);
    }
    get renderer() {
        return this.#call('renderer', 'string');
    }
    get frames() {
        return this.#call('frames', 'number');
    }
}
