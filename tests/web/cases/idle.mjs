// Idle costs nothing: no frame when nothing changes, none while hidden, none while scrolled away.
import { launchWithoutCanvas } from '../chromium.mjs';
import { assert, pause, until } from '../harness.mjs';
import { frames, rest } from '../lab.mjs';

export default async function idleCases({ test, hosts, open, ready, labFrame }) {
    const hide = (frame, hidden) => frame.evaluate((yes) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (yes ? 'hidden' : 'visible') });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

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
        await until('the result', () => heard('verified'), 40_000);
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
            await until('the result', async () => (await verified()) === 'true', 40_000);
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
