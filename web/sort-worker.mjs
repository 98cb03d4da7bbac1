// One process of the sorting experiment: a wasm instance with a memory of its own (src/measure/sort_unit.cpp). It answers
// each message of web/sort-workers.mjs with one.

let unit = null; // the exports of the instance
let report = () => {};

/** Milliseconds, by a clock that all workers of a page nearly share. */
const now = () => performance.timeOrigin + performance.now();

/** What the module wants from outside: our report, and what the C library names but nothing here calls. */
function importsOf(module) {
    const imports = { lab: { report: (done) => report(done) } };
    for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] ??= () => 0;
    return imports;
}

const valuesIn = (place, n) => new Float64Array(unit.memory.buffer, unit.unit_data(place) >>> 0, n);

/** At most `width` values at equal distances. */
function sample(values, width) {
    const picture = new Float32Array(Math.min(width, values.length));
    for (let i = 0; i < picture.length; i++) picture[i] = values[Math.floor((i * values.length) / picture.length)];
    return picture;
}

/** Does one unit in a place of the memory; its beginning, its middle, its end. */
function doUnit(place, index, [low, high]) {
    const start = now();
    unit.unit_generate(place, index, low, high);
    const generated = now();
    unit.unit_sort(place);
    return [start, generated, now()];
}

const tasks = {
    async load({ module }) {
        const { exports } = await WebAssembly.instantiate(module, importsOf(module));
        exports._initialize?.();
        unit = exports;
        return {};
    },

    /** Memory for `places` units, and the parcel in which a result will travel: touched, so that no timed copy pays for it. */
    prepare({ n, places }) {
        if (!unit.unit_prepare(n, places)) throw new RangeError('no memory');
        const parcel = new Float64Array(n).fill(1);
        return { parcel, transfer: [parcel.buffer] };
    },

    ping: () => ({ at: now() }),

    /** The smallest difference of two readings that is seen in 5 ms, and among three: one may be a time without a core. */
    step() {
        let step = Infinity;
        let seen = 0;
        const end = now() + 5;
        for (let last = now(), next; last < end || seen < 3; last = next) {
            next = now();
            if (next <= last) continue;
            step = Math.min(step, next - last);
            seen += 1;
        }
        return { step };
    },

    /** Rounds of work between two moments. */
    spin({ from, until }) {
        let rounds = 0;
        let sink = 1;
        while (now() < from);
        for (; now() < until; rounds += 5000) sink = unit.unit_spin(sink, 5000);
        return { rounds, sink };
    },

    /** Unit 0, untimed, with `count` pictures of `width` values; the seconds that it took. */
    watch({ n, seed, count, width }) {
        let taken = 0;
        const take = (done) => {
            const values = sample(valuesIn(0, n), width);
            postMessage({ picture: { done, values } }, [values.buffer]);
            taken += 1;
        };
        const start = now();
        unit.unit_generate(0, 0, ...seed);
        take(0);
        report = (done) => {
            if (done < 1 && done >= taken / (count - 1)) take(done);
        };
        unit.unit_sort_watched(0);
        const seconds = (now() - start) / 1000;
        take(1);
        // A browser compiles code well only once it has run for a while: the timed code, too, on what takes little time.
        if (n <= 1_000_000) doUnit(0, 0, seed);
        return { seconds };
    },

    /** Timed: one unit, and its whole sorted array sent back. */
    run({ n, index, seed, parcel }) {
        unit.unit_spoil(0);
        parcel.fill(-1); // what it brought last time must not pass for this result
        const stamps = doUnit(0, index, seed);
        parcel.set(valuesIn(0, n));
        return { stamps, parcel, transfer: [parcel.buffer] };
    },

    /** Timed: all units, one after the other. The arrays stay here until they are fetched. */
    runAll({ units, seed }) {
        for (let index = 0; index < units; index++) unit.unit_spoil(index);
        const stamps = [];
        for (let index = 0; index < units; index++) stamps.push(...doUnit(index, index, seed));
        return { stamps };
    },

    fetch({ n, place, parcel }) {
        parcel.fill(-1);
        parcel.set(valuesIn(place, n));
        return { parcel, transfer: [parcel.buffer] };
    },
};

addEventListener('message', async ({ data: { task, ...parameters } }) => {
    try {
        const { transfer = [], ...answer } = await tasks[task](parameters);
        postMessage({ answer }, transfer);
    } catch (error) {
        postMessage({ failed: error instanceof RangeError ? 'memory' : 'process', message: String(error) });
    }
});
