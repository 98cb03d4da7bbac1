// The contention experiment through the DOM only, as a reader does it, and its pictures.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, until } from '../harness.mjs';
import { at, ended, fact, factInWords } from '../lab.mjs';
import { decodePng, look } from '../png.mjs';
import { assertDrawn, looks, sizes, still, switchTo } from '../still.mjs';

export default async function contentionCases({ test, hosts, open, visit, ready, shots }) {
    await mkdir(shots, { recursive: true });
    const lab = async (fragment, options) => {
        if (!options) return visit(`w=contention&${fragment}`);
        const { page: path = 'lab.html', ...its } = options;
        const page = await open(`${hosts.real}/${path}#w=contention&${fragment}`, its);
        await ready(page);
        return page;
    };
    const step = async (page) => Number(await fact(page, 'step'));
    const press = async (page, id, to) => {
        await page.focus(at(id));
        await page.keyboard.press('Enter');
        await until(`${id} leads to ${to}`, async () => (await step(page)) === to);
    };
    const finish = (page) => until('the run to end', async () => (await ended(page)) && Number(await fact(page, 'events')) > 0);

    for (const lang of ['ko', 'en']) {
        await test(`contention: stepping on and back by keyboard gives the same sentences (${lang})`, async () => {
            const page = await lab(`lang=${lang}`);
            const forth = [];
            for (let i = 1; i <= 12; i++) {
                await press(page, 'step', i);
                forth.push(await factInWords(page, 'step_sentence'));
            }
            assert.ok(new Set(forth).size > 4, 'steps say different things');
            for (let i = 11; i >= 1; i--) {
                await press(page, 'back', i);
                assert.equal(await factInWords(page, 'step_sentence'), forth[i - 1]);
            }
            if (lang === 'ko') assert.ok(forth.every((sentence) => /[가-힣]/.test(sentence)), forth[0]);
            else assert.ok(forth.every((sentence) => !/[가-힣]/.test(sentence)), forth[0]);
            assert.deepEqual(page.problems, []);
        });
    }

    await test('contention: a diagnosis is pressed, and the link opens that very moment', async () => {
        const page = await lab('preset=lock-io&lang=en');
        await page.click(at('run'));
        await finish(page);
        await page.focus(at('see.across_io'));
        await page.keyboard.press('Enter');
        await until('the moment', async () => (await fact(page, 'step')) === (await fact(page, 'diagnosis.across_io')));
        const [moment, sentence] = [await fact(page, 'step'), await factInWords(page, 'step_sentence')];
        const link = await page.evaluate(() => interleave.link());
        const again = await open(link.includes('://') ? link : `${hosts.real}/lab.html#${link}`);
        await ready(again);
        await finish(again);
        assert.equal(await fact(again, 'step'), moment);
        assert.equal(await factInWords(again, 'step_sentence'), sentence);
    });

    await test('contention: prediction, verdict, and the same run as on any other machine', async () => {
        const page = await lab('lock=mcs&lang=en&predict=more');
        await page.click(at('run'));
        await finish(page);
        assert.ok(['right', 'wrong'].includes(await fact(page, 'doubling.prediction')));
        const hash = await fact(page, 'trace_hash');
        assert.match(hash, /^0x[0-9a-f]{16}$/);
        const alone = await open(`${hosts.none ?? hosts.real}/lab.html#w=contention&lock=mcs&lang=en`);
        await ready(alone);
        await alone.click(at('run'));
        await finish(alone);
        assert.equal(await fact(alone, 'trace_hash'), hash, 'another page, the same run');
    });

    await test('contention: a bad scenario text is refused with its place', async () => {
        const page = await lab('lang=en');
        const refusal = await page.evaluate(() => interleave.set('scenario', 's1~thread:T.walk'));
        assert.match(refusal.en, /line 1, column \d+/);
        assert.match(refusal.ko, /1행/);
    });

    await test('contention: the next wait is reached by its button, any moment by a click on the timeline', async () => {
        const page = await lab('lang=en', sizes.wide);
        await page.click(at('next_contended'));
        await until('a wait', async () => ['waits', 'spins'].includes(await fact(page, 'step_sentence')));
        await page.click(at('run'));
        await finish(page);
        const end = Number(await fact(page, 'moment_ns'));
        await still(page);
        await page.mouse.click(500, 360); // halfway along the lanes of the threads
        await until('a moment halfway', async () => {
            const at_ns = Number(await fact(page, 'moment_ns'));
            return at_ns > 0.4 * end && at_ns < 0.6 * end;
        });
    });

    await test('contention: all kinds of lock are laid over one another', async () => {
        const page = await lab('lang=en', sizes.wide);
        await page.click(at('all_locks'));
        await page.click(at('run'));
        await finish(page);
        const kinds = await page.$$eval('[data-table="curve"] tbody th', (cells) => new Set(cells.map((cell) => cell.textContent)).size);
        assert.equal(kinds, 12);
    });

    await test('contention: without threads the same scenario cannot run here, which is said', async () => {
        const page = await open(`${hosts.none}/lab.html#w=contention&lang=en`);
        await ready(page);
        assert.equal(await page.getAttribute(at('run_here'), 'aria-disabled'), 'true');
        const refusal = await page.evaluate(() => interleave.press('run_here'));
        assert.match(refusal.en, /threads/);
        assert.match(refusal.ko, /스레드/);
        await page.click(at('run'));
        await finish(page); // the simulation is left
    });

    await test('contention: the same scenario on this machine', async () => {
        const page = await lab('preset=refcount-lock&lang=en');
        await page.click(at('run_here'));
        await until('a measurement', async () => Number(await fact(page, 'here.throughput_per_s')) > 0);
        assert.ok(Number(await fact(page, 'here.effective_cores')) > 0);
        assert.ok((await page.locator('[data-table="here"] tbody tr').count()) > 4);
    });

    async function picture(page, name, theme, scale) {
        await page.mouse.move(1, 1);
        const png = await still(page);
        await assertDrawn(page, png, theme, scale);
        await writeFile(join(shots, `contention-${name}.png`), png);
        return png;
    }

    for (const [name, options] of Object.entries(sizes))
        await test(`contention picture: ${name}, in both languages and themes`, async () => {
            const page = await lab('predict=more', options);
            const all = async (end) => {
                const pictures = [];
                for (const each of looks) {
                    await switchTo(page, each);
                    pictures.push(await picture(page, `${name}-${each.lang}-${each.theme}${end}`, each.theme, options.deviceScaleFactor));
                }
                return pictures;
            };
            const before = await all('-ready');
            await page.evaluate(() => interleave.press('run'));
            await finish(page);
            for (const [i, after] of (await all('')).entries()) assert.ok(!after.equals(before[i]), 'the run changed the picture');
            if (name !== 'wide') return;
            const lanes = decodePng(await still(page)); // of four threads, in thousands of spans: painted by the shader
            const part = look(lanes, { x: 100, y: 310, width: 360, height: 100 });
            assert.ok(part.colours > 8 && part.spread > 20, JSON.stringify(part));
        });

    await test('contention picture: every story once', async () => {
        const page = await lab('lang=ko&theme=light', { viewport: { width: 1280, height: 1100 } });
        const stories = await page.$$eval(`${at('preset')} option`, (options) => options.map((option) => option.value));
        assert.ok(stories.length > 15);
        for (const story of stories) {
            await page.evaluate((id) => interleave.set('preset', id), story);
            await page.evaluate(() => interleave.press('run'));
            await finish(page);
            await picture(page, `story-${story}`, 'light');
        }
    }, { limit_ms: 240_000 });
}
