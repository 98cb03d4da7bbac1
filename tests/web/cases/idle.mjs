// Idle costs nothing: no frame when nothing changes, none while hidden, none while scrolled away, hardly any while something is
// measured.
import { launchWithoutCanvas } from '../chromium.mjs';
import { assert, pause, until } from '../harness.mjs';
import { ended, fact, frames, rest } from '../lab.mjs';

export default async function idleCases({ test, hosts, open, ready, labFrame }) {
    const hide = (frame, hidden) => frame.evaluate((yes) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (yes ? 'hidden' : 'visible') });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

    await test('idle: no frame and no script work in 5 s', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort`, { reducedMotion: 'no-preference', scripts: [
            `{ const ask = self.requestAnimationFrame.bind(self); self.asked = 0; self.requestAnimationFrame = (f) => { self.asked += 1; return ask(f); };
               const timer = self.setTimeout.bind(self); self.timers = 0; self.setTimeout = (...a) => { self.timers += 1; return timer(...a); };
               const every = self.setInterval.bind(self); self.setInterval = (...a) => { self.timers += 1; return every(...a); }; }`,
        ] });
        await ready(page);
        const before = await rest(page);
        const asked = await page.evaluate(() => [self.asked, self.timers]);
        await pause(5000);
        assert.equal(await frames(page), before);
        assert.deepEqual(await page.evaluate(() => [self.asked, self.timers]), asked, 'neither animation frames nor timers');
        await page.mouse.move(400, 300);
        await until('a frame when the pointer moves', async () => (await frames(page)) > before);
    });

    // Every frame would take something from what is timed; without a canvas it is the page's own elements that would.
    for (const [name, scripts, count] of [
        ['draws hardly a frame', [], frames],
        ['changes its text hardly ever, where nothing can be drawn', ['delete self.WebGL2RenderingContext; self.changes = 0;'], (page) => page.evaluate(() => self.changes)],
    ]) {
        await test(`idle: while it measures, the page ${name}`, async () => {
            const page = await open(`${hosts.real}/lab.html#w=sort&n=5000000&repetitions=9`, { scripts, reducedMotion: 'no-preference' });
            await ready(page);
            if (!scripts.length) await rest(page);
            await page.evaluate(() => {
                new MutationObserver(() => (self.changes += 1)).observe(document.getElementById('progress'), { attributes: true });
                return interleave.press('run');
            });
            await until('a result', async () => (await fact(page, 'way.sequence.wall_s')) !== undefined);
            const before = await count(page);
            await pause(4000);
            const drawn = (await count(page)) - before;
            assert.ok(!(await ended(page)), 'it still measures');
            await page.evaluate(() => interleave.press('cancel'));
            assert.ok(drawn <= 8, `${drawn} times in 4 s`);
        });
    }

    await test('idle: a hidden page draws nothing, and draws again when seen', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort`);
        await ready(page);
        await rest(page);
        await hide(page, true);
        const before = await rest(page);
        await page.evaluate(() => interleave.set('n', 4000));
        await pause(1500);
        assert.equal(await frames(page), before);
        assert.match(await page.evaluate(() => interleave.link()), /n=4000/, 'the state follows all the same');
        await hide(page, false);
        await until('a frame', async () => (await frames(page)) > before);
    });

    await test('hidden: a run that messages ask for in a tab that was never seen waits until it is seen', async () => {
        const page = await open('', { scripts: [`if (self !== top) {
            Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
            const ask = self.requestAnimationFrame.bind(self);
            const held = [];
            self.requestAnimationFrame = (draw) => held.push(draw);
            self.show = () => { self.requestAnimationFrame = ask; held.splice(0).forEach((draw) => ask(draw)); };
        }`] });
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=5000&repetitions=1`, attributes: 'allow="cross-origin-isolated"' }));
        const say = (message) => page.evaluate((data) => document.getElementById('lab').contentWindow.postMessage(data, '*'), message);
        const heard = (probe) => page.evaluate((wanted) => window.heard.some((m) => (wanted === 'verified' ? m.id === wanted && m.value === 'true' : m.type === wanted)), probe);
        await say({ type: 'interleave.hello' });
        await until('ready', () => heard('interleave.ready'));
        await say({ type: 'interleave.press', id: 'run', request: 1 });
        await until('the answer', () => heard('interleave.state'));
        await pause(3000);
        assert.equal(await heard('verified'), false, 'nothing is measured in a tab that is not seen');
        const frame = await labFrame(page);
        await frame.evaluate(() => self.show());
        await hide(frame, false);
        await until('the result', () => heard('verified'));
    });

    await test('hidden: without a canvas, too, nothing is measured while nobody looks', async () => {
        const browser = await launchWithoutCanvas();
        try {
            const page = await browser.open(`${hosts.real}/lab.html#w=sort&n=5000&repetitions=1&lang=en`, { colorScheme: 'light' });
            await ready(page);
            assert.equal(await page.getAttribute('html', 'data-canvas'), 'none');
            await page.emulateMedia({ colorScheme: 'dark' });
            await until('the theme of the system', async () => (await page.getAttribute('html', 'data-theme')) === 'dark');
            await hide(page, true);
            await page.evaluate(() => interleave.press('run'));
            await pause(3000);
            const verified = () => page.evaluate(() => interleave.facts().verified?.value);
            assert.equal(await verified(), undefined);
            await hide(page, false);
            await until('the result', async () => (await verified()) === 'true');
        } finally {
            await browser.close();
        }
    });

    // The browser itself stops foreign frames that are out of sight; a frame of the same site it does not.
    for (const [name, address] of [
        ['a foreign page', hosts.page({ src: `${hosts.real}/embed.html#w=sort`, below: '1', attributes: 'allow="cross-origin-isolated"' })],
        ['a page of the same site', `${hosts.real}/index.html`],
    ]) {
        await test(`idle: an embed in ${name} that is scrolled away draws nothing`, async () => {
            const page = await open(address, { viewport: { width: 1000, height: 500 } });
            const show = (yes) => page.evaluate((seen) => {
                document.body.style.paddingBottom = '3000px';
                const lab = document.getElementById('lab') ?? document.querySelector('interleave-lab');
                if (seen) lab.scrollIntoView();
                else scrollTo(0, lab.offsetTop > 2000 ? 0 : 5000);
            }, yes);
            await show(true);
            const frame = await labFrame(page);
            await ready(frame);
            await rest(frame);
            await show(false);
            await pause(500);
            const before = await rest(frame);
            await frame.evaluate(() => interleave.set('n', 4000));
            await pause(1500);
            assert.equal(await frames(frame), before);
            await show(true);
            await until('a frame', async () => (await frames(frame)) > before);
        });
    }
}
