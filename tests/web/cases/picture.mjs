// What is to be seen of the sorting experiment and of the pages around it, in every language, theme and size.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, pause, until } from '../harness.mjs';
import { at, finished } from '../lab.mjs';
import { decodePng, look } from '../png.mjs';
import { assertDrawn, looks, sizes, still, switchTo } from '../still.mjs';

export default async function pictureCases({ test, hosts, open, ready, labFrame, shots }) {
    await mkdir(shots, { recursive: true });

    for (const [name, { page: path, ...options }] of Object.entries(sizes)) {
        await test(`picture: ${name}, in both languages and themes, before and after a run`, async () => {
            const n = name === 'wide' ? 2_000_000 : 300_000; // the wide one in English is the picture of README.md
            const page = await open(`${hosts.real}/${path}#w=sort&n=${n}&repetitions=2`, options);
            await ready(page);
            const picture = async (look, end) => {
                await switchTo(page, look);
                await page.mouse.move(1, 1);
                const png = await still(page);
                await assertDrawn(page, png, look.theme, options.deviceScaleFactor ?? 1);
                await writeFile(join(shots, `sort-${name}-${look.lang}-${look.theme}${end}.png`), png);
                return png;
            };
            const before = [];
            for (const look of looks) before.push(await picture(look, '-ready'));
            for (const way of ['threads', 'gil', 'processes']) if (await page.getAttribute(at(`predict.${way}`), 'aria-disabled') === null) await page.selectOption(at(`predict.${way}`), way === 'gil' ? 'same' : 'half');
            await page.evaluate(() => interleave.press('run'));
            await finished(page, 'verified');
            for (const [i, look] of looks.entries()) assert.ok(!(await picture(look, '')).equals(before[i]), 'the run changed the picture');
        });
    }

    await test('picture: the strip shows the values in disorder before the sort and in order after it', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&n=100000&repetitions=1&theme=light`, { viewport: { width: 1280, height: 1100 } });
        await ready(page);
        await page.evaluate(() => interleave.press('run'));
        await finished(page, 'verified');
        const ends = async (moment) => {
            await page.evaluate((to) => interleave.set('moment', to), moment);
            const { x, y, width, height } = await page.locator(at('moment')).boundingBox();
            const picture = decodePng(await still(page));
            const third = { y: y + height / 3, width: width / 4, height: height / 4 };
            return [look(picture, { ...third, x: x + 10 }), look(picture, { ...third, x: x + width * 0.75 - 10 })];
        };
        const [low, high] = (await ends('100')).map(({ mean }) => mean); // low bars over much ground, then high ones
        assert.ok(Math.abs(high - low) > 50, `sorted: ${low} to ${high}`);
        const [left, right] = (await ends('0')).map(({ mean }) => mean);
        assert.ok(Math.abs(right - left) < 20, `not sorted: ${left} and ${right}`);
    });

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
            const png = await until('a picture', () => page.screenshot());
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
}
