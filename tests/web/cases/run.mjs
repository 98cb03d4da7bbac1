// A small run of the sorting experiment, through the DOM only, as a reader does it.
import { assert, until } from '../harness.mjs';
import { at, ended, fact, finished } from '../lab.mjs';

export default async function runCases({ test, hosts, open, visit, ready, labFrame, report }) {
    const lab = async (fragment, host = 'real') => {
        if (host === 'real') return visit(fragment);
        const page = await open(`${hosts[host]}/lab.html#${fragment}`);
        await ready(page);
        return page;
    };
    const finish = (page) => finished(page, 'verified');

    await test('run: n = 200,000: predict, run, four ways measured, every output verified', async () => {
        const page = await lab('w=sort&n=200000&repetitions=2&lang=en');
        await page.selectOption(at('predict.threads'), 'half');
        await page.selectOption(at('predict.gil'), 'more');
        await page.selectOption(at('predict.processes'), 'half');
        assert.equal(await fact(page, 'way.threads.wall_s'), undefined, 'nothing is shown before the run');
        await page.evaluate((element) => {
            const run = document.querySelector(element);
            new MutationObserver(() => (self.hasRun ||= run.ariaDisabled === 'true')).observe(run, { attributes: true });
        }, at('run'));
        await page.click(at('run'));
        await finish(page);
        assert.ok(await page.evaluate(() => self.hasRun), 'meanwhile there is nothing to run');
        assert.equal(await fact(page, 'verified'), 'true');
        for (const way of ['sequence', 'threads', 'gil', 'processes']) {
            const wall = Number(await fact(page, `way.${way}.wall_s`));
            assert.ok(wall > 0 && wall < 30, `${way} took ${wall} s`);
        }
        const speedups = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('[data-fact$=".speedup"]')].map((e) => [e.dataset.fact, e.dataset.value])));
        report.note(`n = 200,000 × 2, speed-ups: ${JSON.stringify(speedups)}; effective cores ${await fact(page, 'effective_cores')}`);
        assert.ok(Number(await fact(page, 'effective_cores')) > 0);
        assert.ok(Number(await fact(page, 'clock_step_us')) > 0);
        assert.match(await page.textContent('#as-text'), /In sequence/);
        assert.ok(['right', 'wrong'].includes(await fact(page, 'way.threads.prediction')));
        const refusal = await page.evaluate(() => interleave.set('predict.threads', 'same'));
        assert.ok(refusal?.en, 'the prediction is fixed once the result is out');
        assert.ok((await page.locator('[data-table="results"] tbody tr').count()) >= 4);
        assert.deepEqual(page.problems, []);
    });

    await test('run: a result that does not come back as it was made is shown as a failed check, never as a time', async () => {
        for (const [host, task, way] of [['real', 'run', 'processes'], ['none', 'fetch', 'sequence']]) {
            const page = await open();
            await page.route('**/sort-worker.mjs', async (route) => {
                const response = await route.fetch();
                const source = await response.text();
                const copies = { run: 'parcel.set(valuesIn(0, n));', fetch: 'parcel.set(valuesIn(place, n));' };
                assert.ok(source.includes(copies[task]));
                await route.fulfill({ response, body: source.replace(copies[task], `${copies[task]} parcel[n - 1] = parcel[0];`) });
            });
            await page.goto(`${hosts[host]}/lab.html#w=sort&n=5000&repetitions=1&lang=en`);
            await ready(page);
            await page.click(at('run'));
            await until('the check', async () => (await fact(page, 'verified')) === 'false');
            assert.equal(await fact(page, `way.${way}.wall_s`), undefined);
            assert.match(await page.textContent('#sentence'), /A check failed/);
        }
    });

    await test('run: too large an n is refused with what fits, before anything is allocated', async () => {
        const page = await lab('w=sort&n=900000000&units=8&lang=en');
        const before = await fact(page, 'memory_bytes');
        const refusal = await page.evaluate(() => interleave.press('run'));
        assert.match(refusal.en, /needs .* choose at most/);
        assert.match(await page.innerText('#notices'), /needs .* choose at most/);
        assert.ok(await ended(page), 'nothing runs');
        assert.equal(await fact(page, 'memory_bytes'), before);
        assert.equal(await page.getAttribute('html', 'data-failed'), null);
    });

    await test('run: without threads the first and the fourth way run, the others say why not', async () => {
        const page = await lab('w=sort&n=50000&repetitions=1&lang=en', 'none');
        await page.click(at('run'));
        await finish(page);
        assert.equal(await fact(page, 'verified'), 'true');
        for (const way of ['sequence', 'processes']) assert.ok(Number(await fact(page, `way.${way}.wall_s`)) > 0, way);
        for (const way of ['threads', 'gil']) {
            assert.equal(await fact(page, `way.${way}.wall_s`), undefined, way);
            assert.equal(await fact(page, `way.${way}.unavailable`), 'true', way);
        }
    });

    await test('run: what is too short for the clock of the page is compared with nothing, and said to be', async () => {
        const page = await lab('w=sort&n=1000&units=1&repetitions=5&lang=en', 'none');
        await page.click(at('run'));
        await finish(page);
        assert.equal(await fact(page, 'way.sequence.too_short'), 'true');
        for (const way of ['sequence', 'processes'])
            for (const ratio of ['speedup', 'efficiency', 'prediction']) assert.equal(await fact(page, `way.${way}.${ratio}`), undefined, `${way} ${ratio}`);
        assert.match(await page.textContent('#sentence'), /too short .* choose a larger n/);
    });

    await test('run: in a sandboxed frame the processes run, too', async () => {
        const page = await open(hosts.page({ src: `${hosts.worker}/embed.html#w=sort&n=50000&repetitions=1&lang=en`, attributes: 'sandbox="allow-scripts"' }));
        const frame = await labFrame(page);
        await ready(frame);
        await frame.click(at('run'));
        await until('verified', async () => (await fact(frame, 'verified')) === 'true');
    });

    await test('run: real threads in a sandboxed frame with real headers', async () => {
        const page = await open(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=50000&repetitions=1&lang=en`, attributes: 'sandbox="allow-scripts"' }));
        const frame = await labFrame(page);
        await ready(frame);
        await frame.click(at('run'));
        await until('threads', async () => Number(await fact(frame, 'way.threads.wall_s')) > 0);
    });

    await test('run: results are saved as CSV, JSON and a trace', async () => {
        const page = await lab('w=sort&n=20000&repetitions=1&lang=en');
        await page.click(at('run'));
        await finish(page);
        for (const [id, check] of [
            ['export_csv', (text) => text.includes('threads') && text.split('\n').length > 4],
            ['export_json', (text) => JSON.parse(text) !== null],
            ['export_trace', (text) => JSON.parse(text).traceEvents.length > 4],
        ]) {
            const [download] = await Promise.all([page.waitForEvent('download'), page.evaluate((name) => interleave.press(name), id)]);
            const chunks = [];
            for await (const chunk of await download.createReadStream()) chunks.push(chunk);
            const text = Buffer.concat(chunks).toString();
            assert.match(download.suggestedFilename(), /^interleave-sort/);
            assert.ok(check(text), `${id}: ${text.slice(0, 200)}`);
        }
    });
}
