// Keyboard, screen readers, and the manners of an embed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { launchWithoutCanvas } from '../chromium.mjs';
import { assert, pause, until } from '../harness.mjs';
import { at, fact, finished, rest } from '../lab.mjs';
import { sizes, still } from '../still.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export default async function accessCases({ test, hosts, open, visit, ready, labFrame }) {
    const focused = (page) => page.evaluate(() => document.activeElement?.dataset?.control ?? document.activeElement?.id ?? '');

    async function assertAccessible(page) {
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 100)).join(' | ')}`), []);
    }

    const runToText = async (page, result) => {
        await page.click(at('run'));
        await finished(page, result);
        await page.click('#show-text');
    };
    for (const [name, path, prepare, host = 'real'] of [
        ['index', '/index.html', async (page) => page.frameLocator('iframe').locator('html[data-ready="true"]').waitFor({ state: 'attached' })],
        ['lab', '#w=sort&lang=ko', async () => null],
        ['lab, dark, with a notice', '#w=sort&lang=en&theme=dark&bogus=1', async () => null],
        ['lab, text open', '#w=sort&lang=ko', async (page) => page.click('#show-text')],
        ['sort after a run, text open', '#w=sort&n=5000&repetitions=1&lang=en', (page) => runToText(page, 'verified')],
        ['contention after a run, text open', '#w=contention&lang=ko', (page) => runToText(page, 'trace_hash')],
        ['coroutine, narrow, dark, text open', '#w=coroutine&step=9&lang=en&theme=dark', async (page) => {
            await page.setViewportSize({ width: 390, height: 844 });
            await page.click('#show-text');
        }],
        ['lab, narrow', '#w=sort&lang=ko', async (page) => page.setViewportSize({ width: 390, height: 844 })],
        ['embed', '/embed.html#w=sort&lang=en', async () => null],
        ['embed, without threads, with its foot', '/embed.html#w=sort&lang=ko', async (page) => {
            assert.ok(await page.isVisible('#tier') && (await page.isVisible('#show-text')));
        }, 'none'],
        ['lab, with an address to copy', '#w=sort&lang=en', async (page) => {
            await page.evaluate(() => (Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
            await page.click(at('copy_link'));
            await page.waitForSelector('#notices input.address');
        }],
        ['lab, after copying', '#w=sort&lang=ko&theme=dark', async (page) => {
            await page.evaluate(() => (Clipboard.prototype.writeText = async () => null));
            await page.click(at('copy_link'));
            await page.waitForSelector('.confirmation');
        }],
        ['lab, failed', '/lab.html#w=sort&lang=ko', async (page) => {
            await page.evaluate(() => self.interleaveBoot.fail('aborted', 'a test'));
            assert.ok(await page.isVisible('#failure'));
        }],
        ['embed, failed, dark', '/embed.html#w=sort&lang=en&theme=dark', async (page) => {
            await page.evaluate(() => self.interleaveBoot.fail('memory'));
            assert.ok(await page.isVisible('#failure'));
        }],
    ]) {
        await test(`access: axe finds nothing on ${name}`, async () => {
            const shared = path.startsWith('#'); // nothing of it is left
            const page = shared ? await visit(path.slice(1)) : await open(hosts[host] + path);
            const size = page.viewportSize();
            if (!shared && !name.startsWith('index')) await ready(page);
            await prepare(page);
            await pause(300);
            await assertAccessible(page);
            if (shared && (await page.isVisible('#as-text .close'))) await page.click('#as-text .close');
            await page.setViewportSize(size);
        });
    }

    await test('access: axe finds nothing where there is no canvas', async () => {
        const browser = await launchWithoutCanvas();
        try {
            const page = await browser.open(`${hosts.real}/lab.html#w=sort&lang=ko`);
            await ready(page);
            assert.equal(await page.getAttribute('html', 'data-canvas'), 'none');
            await assertAccessible(page);
        } finally {
            await browser.close();
        }
    });

    await test('access: every control is reached with Tab alone, in order, with a visible ring', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&lang=en`);
        await ready(page);
        const wanted = await page.$$eval('[data-control]', (all) => all.map((e) => e.dataset.control));
        const seen = [];
        for (let i = 0; i < wanted.length + 12; i++) {
            await page.keyboard.press('Tab');
            const id = await focused(page);
            if (wanted.includes(id)) {
                if (!seen.includes(id)) seen.push(id);
                const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
                assert.equal(ring, 'solid', `the ring of ${id}`);
            }
        }
        assert.deepEqual([...seen].sort(), [...wanted].sort());
    });

    await test('access: a whole experiment by keyboard only', async () => {
        const page = await visit('w=sort&repetitions=1&lang=en');
        const reach = async (id) => {
            for (let i = 0; i < 60 && (await focused(page)) !== id; i++) await page.keyboard.press('Tab');
            assert.equal(await focused(page), id);
        };
        await reach('n');
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('20000');
        await page.keyboard.press('Enter');
        await reach('sort_checks');
        await page.keyboard.press('Space');
        assert.ok(await page.isChecked(at('sort_checks')));
        await reach('predict.threads');
        await page.keyboard.press('ArrowDown');
        await until('the prediction', async () => (await page.inputValue(at('predict.threads'))) !== '');
        await reach('run');
        await page.keyboard.press('Enter');
        await until('verified', async () => (await page.evaluate(() => interleave.facts().verified?.value)) === 'true');
        assert.match(await page.evaluate(() => interleave.link()), /n=20000/);
    });

    await test('access: the text panel opens from the skip link, takes the focus, and gives it back', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&lang=en`);
        await ready(page);
        await page.keyboard.press('Tab');
        assert.equal(await focused(page), 'skip');
        assert.ok((await page.locator('#skip').boundingBox()).y >= 0, 'the skip link is visible on focus');
        await page.keyboard.press('Enter');
        assert.equal(await focused(page), 'as-text');
        assert.ok(await page.isVisible('#as-text h2'));
        assert.ok((await page.locator('#as-text').boundingBox()).width > 300);
        await page.keyboard.press('Escape');
        assert.equal(await focused(page), 'show-text');
        await page.click('#show-text');
        assert.equal(await page.getAttribute('#show-text', 'aria-expanded'), 'true');
        await page.click('#as-text .close');
        assert.ok((await page.locator('#as-text').boundingBox()).width <= 1);
    });

    await test('access: with Tab to the canvas the keyboard comes to the timeline', async () => {
        const page = await open(`${hosts.real}/lab.html#w=contention&lang=en`);
        await ready(page);
        await page.click(at('run'));
        await finished(page, 'events');
        for (let i = 0; i < 60 && (await focused(page)) !== 'canvas'; i++) await page.keyboard.press('Tab');
        assert.equal(await focused(page), 'canvas');
        const picture = await still(page);
        await page.keyboard.press('.');
        assert.ok(!(await still(page)).equals(picture), 'a span is read');
        const step = Number(await fact(page, 'step'));
        await page.keyboard.press('ArrowLeft');
        await until('a step back', async () => Number(await fact(page, 'step')) === step - 1);
    });

    await test('access: a finger scrolls the stage of a phone, beside the controls and from one of them, to its last button', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&n=5000&repetitions=1&lang=en`, sizes.narrow);
        await ready(page);
        await page.evaluate(() => interleave.press('run'));
        await finished(page, 'verified');
        const hand = await page.context().newCDPSession(page);
        const touch = (type, ...touchPoints) => hand.send('Input.dispatchTouchEvent', { type, touchPoints });
        /** Where the last button is; null while it is not in the picture. */
        const last = () => page.evaluate((element) => {
            const box = document.querySelector(element).closest('.painted')?.getBoundingClientRect();
            return box ? { x: box.x, y: box.y } : null;
        }, at('copy_link'));
        const pull = async (x, y, by) => {
            await touch('touchStart', { x, y });
            for (let step = 1; step <= 10; step++) {
                await touch('touchMove', { x, y: y + (by * step) / 10 });
                await pause(30);
            }
            await touch('touchEnd');
        };
        assert.equal(await last(), null);
        for (let i = 0; i < 12 && (await last()) === null; i++) await pull(8, 600, -400);
        await until('the last button', last);
        await rest(page);
        const { x, y } = await last();
        await pull(x + 20, y + 20, 50);
        await until('a pull on that button', async () => {
            const now = await last();
            return now === null || now.y > y + 25;
        });
        assert.equal(await page.locator('.confirmation').count(), 0, 'it was not pressed');
    });

    await test('access: touch targets are at least 44 px high on a phone', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&lang=ko`, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
        await ready(page);
        const small = await page.evaluate(() => [...document.querySelectorAll('.painted > [data-control], #foot button')]
            .map((e) => [e.dataset.control ?? e.id, e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([id, box]) => `${id}: ${box.width} × ${box.height}`));
        assert.deepEqual(small, []);
    });

    await test('access: an embed leaves wheel and keys to the page until it is clicked; Escape gives them back', async () => {
        const page = await open(hosts.page({ src: `${hosts.real}/embed.html#w=sort&lang=en`, below: '1', attributes: 'allow="cross-origin-isolated"' }));
        await page.evaluate(() => document.getElementById('lab').scrollIntoView({ block: 'center' }));
        const frame = await labFrame(page);
        await ready(frame);
        const active = () => frame.getAttribute('html', 'data-active');
        const box = await page.locator('#lab').boundingBox();
        const scroll = () => page.evaluate(() => scrollY);
        assert.equal(await active(), 'false');
        await page.mouse.move(box.x + 200, box.y + box.height / 2);
        const start = await scroll();
        await page.mouse.wheel(0, -200);
        await until('the page scrolls', async () => (await scroll()) < start);
        await page.mouse.wheel(0, 200);
        await until('and back', async () => (await scroll()) >= start - 1);
        await page.mouse.click(box.x + 200, box.y + box.height / 2);
        await until('active', async () => (await active()) === 'true');
        await page.keyboard.press('Escape');
        await until('inactive again', async () => (await active()) === 'false');
    });

    await test('access: in an embed the canvas is entered with Enter or Space, moved in with arrows, and left with Escape', async () => {
        const page = await open(hosts.page({ src: `${hosts.real}/embed.html#w=sort&lang=en`, attributes: 'allow="cross-origin-isolated"' }));
        const frame = await ready(await labFrame(page));
        const active = () => frame.getAttribute('html', 'data-active');
        await until('the label', async () => /Press Enter/.test(await frame.getAttribute('#canvas', 'aria-label')));
        const heard = () => frame.evaluate(() => self.keys.splice(0).join());
        await frame.evaluate(() => {
            self.keys = [];
            document.getElementById('canvas').addEventListener('keydown', (event) => self.keys.push(event.key));
        });
        for (const key of ['Enter', 'Space']) {
            await frame.focus('#canvas');
            await page.keyboard.press('ArrowRight');
            assert.equal(await heard(), '', 'the keys are still the page’s');
            await page.keyboard.press(key);
            assert.equal(await active(), 'true', key);
            await page.keyboard.press('ArrowRight');
            assert.equal(await heard(), 'ArrowRight');
            await page.keyboard.press('Escape');
            assert.equal(await active(), 'false');
            await heard();
        }
    });
}
