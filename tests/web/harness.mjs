// A small test runner: cases in order, one line each, and the closing line that ./dev counts.
import assert from 'node:assert/strict';

export { assert };

/** How long one thing may take: on a very busy machine, too. */
export const patience_ms = 60_000;

/** After so many cases in which something took longer, the rest is not tried: nothing works. */
const most_late = 10;

export class Report {
    passed = 0;
    failed = 0;
    notes = [];
    #pattern;
    #late = 0;
    #untried = 0;

    constructor(pattern = '') {
        this.#pattern = pattern;
    }

    /** Runs one case; resolves with whether it passed, also when it was not asked for. `finish` closes what it opened, also when it failed or when its time was up and it still runs. */
    async test(name, body, { limit_ms = 2 * patience_ms, finish = async () => null } = {}) {
        if (!name.includes(this.#pattern)) return true;
        if (this.#late >= most_late) {
            this.#untried += 1;
            this.failed += 1;
            return false;
        }
        const began = performance.now();
        let timer;
        let passed = false;
        try {
            const tooLong = new Promise((_, refuse) => {
                timer = setTimeout(() => refuse(new Error(`did not end within ${limit_ms / 1000} s`)), limit_ms);
            });
            await Promise.race([body(), tooLong]);
            passed = true;
            this.passed += 1;
            console.log(`ok      ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
        } catch (error) {
            this.failed += 1;
            if (performance.now() - began >= patience_ms) this.#late += 1;
            console.log(`FAILED  ${name}\n        ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n        ')}`);
        } finally {
            clearTimeout(timer);
            await patiently(finish());
        }
        return passed;
    }

    /** A figure to print at the end; never a reason to fail. */
    note(text) {
        this.notes.push(text);
    }

    close() {
        if (this.#untried) console.log(`FAILED  ${this.#untried} more cases were not tried: in ${this.#late} something took too long`);
        for (const note of this.notes) console.log(`note    ${note}`);
        console.log(`${this.passed} passed, ${this.failed} failed`);
        return this.failed === 0 && this.passed > 0 ? 0 : 1;
    }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits for something to be closed, but not for ever: a browser that hangs must not take the other cases with it. */
export const patiently = (closing, limit_ms = 10_000) => Promise.race([closing, pause(limit_ms)]).catch(() => null);

const told = (last) => last?.message ?? JSON.stringify(last) ?? String(last);

/** Does all jobs in order, two at a time: one computes while the other waits. */
export async function twoAtATime(jobs) {
    const left = [...jobs];
    const work = async () => {
        for (let job; (job = left.shift());) await job();
    };
    await Promise.all([work(), work()]);
}

/** Asks `probe` until it answers with something true, or fails with `what`. */
export async function until(what, probe, { limit_ms = patience_ms, every_ms = 100 } = {}) {
    const end = performance.now() + limit_ms;
    let last;
    for (;;) {
        try {
            last = await probe();
            if (last) return last;
        } catch (error) {
            last = error;
        }
        if (performance.now() > end) throw new Error(`${what}: not within ${limit_ms / 1000} s (last: ${told(last)})`);
        await pause(every_ms);
    }
}
