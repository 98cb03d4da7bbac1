// What a process of the sorting experiment (web/sort-worker.mjs) answers, without a browser: with a clock that is made here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { assert } from '../harness.mjs';

export default async function workerCases({ test, root }) {
    const source = readFileSync(join(root, 'web/sort-worker.mjs'), 'utf8');

    /** Its answer to `task` when performance.now() is `now`. */
    async function answerTo(task, now) {
        const heard = [];
        let hear;
        runInContext(source, createContext({
            performance: { timeOrigin: 0, now },
            postMessage: (message) => heard.push(message),
            addEventListener: (type, listener) => { hear = listener; },
        }));
        await hear({ data: { task } });
        return heard[0].answer;
    }

    await test('worker: the step of a coarse clock is told whole', async () => {
        for (const wanted of [1, 100]) {
            let readings = 0;
            const { step } = await answerTo('step', () => Math.floor(readings++ / 50) * wanted);
            assert.equal(step, wanted);
        }
    });

    await test('worker: a time without a core is not taken for a step of the clock', async () => {
        let readings = 0;
        const { step } = await answerTo('step', () => readings++ + (readings > 2 ? 20 : 0));
        assert.equal(step, 1);
    });

    await test('worker: a clock that steps back is read on', async () => {
        let readings = 0;
        const { step } = await answerTo('step', () => ++readings - (readings % 3 === 0 ? 2 : 0));
        assert.equal(step, 1);
    });
}
