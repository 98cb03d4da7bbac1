// What is to be seen: pixels, first load, and the screenshots of every language, theme and size.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, pause, until } from '../harness.mjs';
import { decodePng, look } from '../png.mjs';
import { assertDrawn, sizes, still } from '../still.mjs';

const most_bytes = 1.6e6;

export default async function pictureCases({ test, hosts, open, ready, labFrame, shots, report }) {
    await mkdir(shots, { recursive: true });

    for (const lang of ['ko', 'en']) {
        for (const theme of ['light', 'dark']) {
            for (const [name, { page: path, ...options }] of Object.entries(sizes)) {
                await test(`picture: ${name}, ${lang}, ${theme}, before and after a run`, async () => {
                    const page = await open(`${hosts.real}/${path}#w=sort&n=300000&repetitions=2&lang=${lang}&theme=${theme}`, { ...options, reducedMotion: 'reduce' });
                    await ready(page);
                    const before = await still(page);
                    await assertDrawn(page, before, theme, options.deviceScaleFactor ?? 1);
                    for (const way of ['threads', 'gil', 'processes']) if (await page.getAttribute(`[data-control="predict.${way}"]`, 'aria-disabled') === null) await page.selectOption(`[data-control="predict.${way}"]`, way === 'gil' ? 'same' : 'half');
                    await page.evaluate(() => interleave.press('run'));
                    await until('the run to end', () => page.evaluate(() => interleave.facts().verified !== undefined && document.querySelector('[data-control="cancel"]').getAttribute('aria-disabled') === 'true'), 60_000);
                    await page.mouse.move(1, 1);
                    const after = await still(page);
                    await assertDrawn(page, after, theme, options.deviceScaleFactor ?? 1);
                    assert.ok(!after.equals(before), 'the run changed the picture');
                    await writeFile(join(shots, `sort-${name}-${lang}-${theme}-ready.png`), before);
                    await writeFile(join(shots, `sort-${name}-${lang}-${theme}.png`), after);
                }, { limit_ms: 90_000 });
            }
        }
    }

    await test('picture: the landing page', async () => {
        for (const [name, options] of [['wide', { viewport: { width: 1280, height: 1600 } }], ['narrow', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true }]]) {
            const page = await open(`${hosts.real}/index.html`, { ...options, colorScheme: name === 'wide' ? 'light' : 'dark' });
            const frame = await labFrame(page);
            if (name === 'wide') await ready(frame);
            await pause(500);
            await page.screenshot({ path: join(shots, `index-${name}.png`), fullPage: true });
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(overflow <= 0, `${overflow} px too wide`);
        }
    });

    await test('picture: nothing flashes white while a dark page opens', async () => {
        const page = await open('', { colorScheme: 'dark' });
        let release;
        const held = new Promise((done) => (release = done));
        await page.route('**/threads/interleave.wasm', async (route) => {
            await held;
            await route.continue();
        });
        await page.goto(`${hosts.real}/lab.html#w=sort&lang=ko`, { waitUntil: 'commit' });
        const dark = async () => {
            // The browser refuses a picture at the very moment when the page takes the place of the one before.
            const png = await until('a picture', () => page.screenshot(), 5000);
            const seen = look(decodePng(png));
            assert.ok(seen.mean < 80, `brightness ${seen.mean}`);
            return png;
        };
        for (let i = 0; i < 3; i++) await dark();
        await until('the opening sentence', async () => /여는 중/.test(await page.innerText('#loading')));
        await until('bytes are counted', async () => /MB/.test(await page.innerText('#loading')));
        await writeFile(join(shots, 'loading-dark.png'), await dark());
        release();
        for (let i = 0; i < 6; i++) await dark();
        await ready(page);
    });

    await test('load: at most 1.6 MB, compressed, before the first frame', async () => {
        for (const round of ['first', 'second']) {
            hosts.requests.length = 0;
            const page = await open();
            const began = performance.now();
            await page.goto(`${hosts.real}/lab.html#w=sort`, { waitUntil: 'commit' });
            await ready(page);
            const took = performance.now() - began;
            const requests = hosts.requests.filter(({ host }) => host === 'real');
            const sent = requests.reduce((sum, { bytes }) => sum + bytes, 0);
            report.note(`${round} load: ${(took / 1000).toFixed(2)} s to the first frame, ${requests.length} requests, ${(sent / 1e6).toFixed(3)} MB compressed`);
            assert.ok(sent <= most_bytes, `${sent} bytes: ${JSON.stringify(requests)}`);
            const twice = requests.map(({ path }) => path).filter((path, i, all) => all.indexOf(path) !== i);
            assert.deepEqual(twice, [], 'requested twice');
        }
    });
}
