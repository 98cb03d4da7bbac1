// The processes of the sorting experiment, seen from the page: dedicated workers with a wasm instance and a memory each.
// src/measure/workers_web.cpp begins one task at a time and asks for the results when it has ended.

const start_limit_ms = 10_000;
const slices = 5;
const slice_ms = 30;
const ping = { least: 20, most: 200, enough_ms: 0.1, patience_ms: 100 };

const now = () => performance.timeOrigin + performance.now();

/** `code`: 'memory', 'load' (its program did not come), 'start' (detail: milliseconds waited) or 'process' (detail: its number). */
export class Failed extends Error {
    constructor(code, detail = 0, message = code) {
        super(message);
        this.code = code;
        this.detail = detail;
    }
}

/** One worker; answers come in the order of the questions. */
class Child {
    #waiting = [];
    #failure = null; // what ended it, also for those who ask later
    loaded = false;
    places = 0; // how many arrays its memory has room for
    parcel = null; // a Float64Array that goes there empty and comes back with a result
    offset = 0; // to be added to its stamps, in ms
    onpicture = () => {};

    constructor(url, number) {
        this.number = number;
        this.worker = new Worker(url, { type: 'module' });
        this.worker.onmessage = ({ data }) => this.#hear(data);
        this.worker.onerror = (event) => {
            event.preventDefault();
            this.#fail(new Failed(this.loaded ? 'process' : 'load', number, event.message));
        };
        this.worker.onmessageerror = () => this.#fail(new Failed('memory'));
    }

    #hear({ answer, picture, failed, message }) {
        if (picture) return this.onpicture(picture);
        if (failed) return this.#fail(new Failed(failed, this.number, message));
        this.#waiting.shift()?.done({ ...answer, received: now() });
    }

    #fail(failure) {
        this.#failure = failure;
        for (const { refused } of this.#waiting.splice(0)) refused(failure);
    }

    ask(task, parameters = {}, transfer = []) {
        return new Promise((done, refused) => {
            if (this.#failure) return refused(this.#failure);
            this.#waiting.push({ done, refused });
            this.worker.postMessage({ task, ...parameters }, transfer);
        });
    }

    /** Asks for what comes in the parcel. */
    async askForParcel(task, parameters) {
        const { parcel } = this;
        const answer = await this.ask(task, { ...parameters, parcel }, [parcel.buffer]);
        this.parcel = answer.parcel;
        return answer;
    }

    end() {
        this.worker.terminate();
        this.#fail(new Failed('process', this.number, 'ended'));
    }
}

const each = (children, act) => Promise.all(children.map(act));

/** What one run of the experiment has of processes. Times are in ms since its beginning, on the page's clock. */
export class SortWorkers {
    #urls;
    #module = null;
    #children = [];
    #origin = now();
    #received = [];
    cores = 0;
    step = 0;
    uncertainty = 0;
    seconds = 0;
    pictures = []; // {done, values} of the warm-up
    stamps = []; // a list a lane: beginnings of generate and sort, end of sort; then, when sent, the receipt

    get pictureCount() {
        return this.pictures.length;
    }
    get pictureProgress() {
        return this.pictures.map(({ done }) => done);
    }

    /** `urls`: {worker, module}. */
    constructor(urls) {
        this.#urls = urls;
    }

    /** At least `count` workers, started and instantiated; keeps those that there are. */
    async #start(count) {
        const asked = now();
        let timer;
        const tooLate = new Promise((_, refused) => {
            timer = setTimeout(() => refused(new Failed('start', Math.round(now() - asked))), start_limit_ms);
        });
        try {
            await Promise.race([tooLate, this.#startAll(count)]);
        } catch (error) {
            if (['memory', 'load', 'start'].includes(error.code)) throw error;
            throw new Failed('start', Math.round(now() - asked), error.message);
        } finally {
            clearTimeout(timer);
        }
        return this.#children.slice(0, count);
    }

    async #startAll(count) {
        const children = this.#children;
        while (children.length < count) children.push(new Child(this.#urls.worker, children.length));
        const module = await (this.#module ??= fetchModule(this.#urls.module));
        await each(children.filter((child) => !child.loaded), async (child) => {
            await child.ask('load', { module });
            child.loaded = true;
        });
    }

    /** `units` workers with room for n doubles; the first with room for `first` times n. Also compares their clocks. */
    async prepare(n, units, first) {
        const children = await this.#start(units);
        await each(children, async (child) => {
            const places = child.number === 0 ? first : 1;
            if (child.places >= places) return;
            ({ parcel: child.parcel } = await child.ask('prepare', { n, places }));
            child.places = places;
        });
        if (this.step === 0) ({ step: this.step } = await children[0].ask('step'));
        for (const child of children) if (!child.compared) await this.#compareClock(child);
    }

    /** As measure::ClockOffset: each round bounds the offset from both sides; 0 when no round contradicts it. */
    async #compareClock(child) {
        let least = -Infinity;
        let most = Infinity;
        const start = now();
        for (let round = 0; round < ping.most; round++) {
            const before = now();
            if (round >= ping.least && (most - least < ping.enough_ms || before - start > ping.patience_ms)) break;
            const { at, received } = await child.ask('ping');
            least = Math.max(least, before - at);
            most = Math.min(most, received - at);
        }
        const agrees = least <= this.step && most >= -this.step;
        child.offset = agrees ? 0 : (least + most) / 2;
        child.compared = true;
        const off = Math.max(most - child.offset, child.offset - least, 0) + this.step;
        this.uncertainty = Math.max(this.uncertainty, off);
    }

    /** Work of `count` workers at once over that of one at its best, as src/measure/calibrate_threads.cpp does it. */
    async calibrate(count) {
        const children = await this.#start(count);
        const spin = async (some, lasting_ms) => {
            const from = now() + 5;
            const answers = await each(some, (child) => child.ask('spin', { from, until: from + lasting_ms }));
            return answers.reduce((sum, { rounds }) => sum + rounds, 0);
        };
        let alone = 1;
        for (let slice = 0; slice < slices; slice++) alone = Math.max(alone, await spin(children.slice(0, 1), slice_ms));
        this.cores = Math.min((await spin(children, slices * slice_ms)) / (slices * alone), count);
        for (const child of children) if (child.places === 0) this.#end(child);
    }

    async warmUp(n, units, first, low, high, count, width) {
        await this.prepare(n, units, first);
        const child = this.#children[0];
        this.pictures = [];
        child.onpicture = (picture) => this.pictures.push(picture);
        ({ seconds: this.seconds } = await child.ask('watch', { n, seed: [low, high], count, width }));
    }

    /** Each of `units` workers does its unit and sends it here. `first` as in prepare, of which nothing is left to do. */
    async run(n, units, first, low, high) {
        await this.prepare(n, units, first);
        this.#received = [];
        this.stamps = [];
        const answers = await each(this.#children.slice(0, units), (child, index) =>
            child.askForParcel('run', { n, index, seed: [low, high] }));
        answers.forEach(({ stamps, parcel, received }, index) => {
            this.#received[index] = parcel;
            this.stamps[index] = [...this.#corrected(stamps, index), received - this.#origin];
        });
    }

    /** The first worker does all units. */
    async runAll(n, units, first, low, high) {
        await this.prepare(n, units, first);
        this.#received = [];
        const { stamps } = await this.#children[0].ask('runAll', { units, seed: [low, high] });
        this.stamps = [this.#corrected(stamps, 0)];
    }

    #corrected(stamps, index) {
        return stamps.map((at) => at + this.#children[index].offset - this.#origin);
    }

    /** Untimed: unit `index` of runAll comes here. What run sent is here already. */
    async fetch(n, index) {
        if (this.#received[index]) return;
        const { parcel } = await this.#children[0].askForParcel('fetch', { n, place: index });
        this.#received[index] = parcel;
    }

    /** Copies n values of a unit that has come, from its place `from` on, into `target` at `at`. */
    copy(index, from, n, target, at) {
        target.set(this.#received[index].subarray(from, from + n), at);
    }

    forget(index) {
        delete this.#received[index];
    }

    #end(child) {
        child.end();
        this.#children = this.#children.filter((other) => other !== child);
    }

    /** Ends every worker at once, in the middle of whatever it does; the next task starts new ones. */
    stop() {
        for (const child of this.#children.splice(0)) child.end();
        this.#received = [];
    }
}

async function fetchModule(url) {
    const bytes = async () => {
        const response = await fetch(url);
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return response.arrayBuffer();
    };
    return WebAssembly.compile(
        await bytes().catch(({ message }) => {
            throw new Failed('load', 0, message);
        }),
    );
}
