// A small test runner: cases in order, one line each, and the closing line that ./dev counts.
import assert from 'node:assert/strict';

export { assert };

export class Report {
    passed = 0;
    failed = 0;
    notes = [];
    #pattern;

    constructor(pattern = '') {
        this.#pattern = pattern;
    }

    /** Runs one case. Everything that it opened is closed by `finish`, also when it failed. */
    async test(name, body, { limit_ms = 60_000 } = {}) {
        if (!name.includes(this.#pattern)) return;
        const began = performance.now();
        let timer;
        try {
            const tooLong = new Promise((_, refuse) => {
                timer = setTimeout(() => refuse(new Error(`did not end within ${limit_ms / 1000} s`)), limit_ms);
            });
            await Promise.race([body(), tooLong]);
            this.passed += 1;
            console.log(`ok      ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
        } catch (error) {
            this.failed += 1;
            console.log(`FAILED  ${name}\n        ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n        ')}`);
        } finally {
            clearTimeout(timer);
        }
    }

    /** A figure to print at the end; never a reason to fail. */
    note(text) {
        this.notes.push(text);
    }

    close() {
        for (const note of this.notes) console.log(`note    ${note}`);
        console.log(`${this.passed} passed, ${this.failed} failed`);
        return this.failed === 0 && this.passed > 0 ? 0 : 1;
    }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks `probe` until it answers with something true, or fails with `what`. */
export async function until(what, probe, limit_ms = 15_000, every_ms = 100) {
    const end = performance.now() + limit_ms;
    let last;
    for (;;) {
        try {
            last = await probe();
            if (last) return last;
        } catch (error) {
            last = error;
        }
        if (performance.now() > end) throw new Error(`${what}: not within ${limit_ms / 1000} s (last: ${JSON.stringify(last) ?? last})`);
        await pause(every_ms);
    }
}
