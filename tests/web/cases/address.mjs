// The URL: every state is a link, a link is a state, and what is wrong with one is said.
import { assert, until } from '../harness.mjs';
import { at } from '../lab.mjs';

export default async function addressCases({ test, hosts, open, visit, ready, labFrame }) {
    const anew = async (fragment) => {
        const opened = await open(`${hosts.real}/lab.html#${fragment}`);
        await ready(opened);
        return opened;
    };

    await test('link: a link sets the controls, and a changed control rewrites the link', async () => {
        const page = await visit('w=sort&n=4321&units=3&predict.gil=same&lang=en&theme=dark');
        assert.equal(await page.inputValue(at('n')), '4321');
        assert.equal(await page.inputValue(at('predict.gil')), 'same');
        assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
        await page.fill(at('n'), '5432');
        await page.press(at('n'), 'Enter');
        await until('the address', () => page.url().includes('n=5432'));
        assert.equal(new URL(page.url()).hash.slice(1), await page.evaluate(() => interleave.link()));
        const again = await anew(new URL(page.url()).hash.slice(1));
        assert.equal(await again.inputValue(at('units')), '3');
        assert.equal(await again.inputValue(at('n')), '5432');
    });

    await test('link: changing the address opens it in the same page', async () => {
        const page = await visit('w=sort&n=4321&lang=en');
        await page.evaluate(() => (location.hash = 'w=sort&n=7777&lang=ko'));
        await until('the new state', async () => (await page.inputValue(at('n'))) === '7777' && (await page.getAttribute('html', 'lang')) === 'ko');
        await page.goBack();
        await until('the old state', async () => (await page.inputValue(at('n'))) === '4321');
    });

    await test('link: an address that is set while the last one is being written is opened, not overwritten', async () => {
        const page = await open(`${hosts.real}/index.html#old`);
        const { opened, address } = await page.evaluate(async () => {
            const { Address } = await import('./address.mjs');
            const later = window.setTimeout;
            const opened = [];
            const address = new Address((fragment) => opened.push(fragment));
            let write;
            window.setTimeout = (written) => { write = written; };
            address.update('state');
            window.setTimeout = later;
            const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
            location.hash = 'wanted'; // its event comes in a later task …
            write();                  // … and the timer before it
            await heard;
            return { opened, address: location.hash };
        });
        assert.deepEqual(opened, ['wanted']);
        assert.equal(address, '#wanted');
    });

    await test('link: unknown keys and bad values are named in a visible notice, the rest applies', async () => {
        const page = await visit('w=sort&n=4321&colour=blue&units=ninety&lang=en');
        const notices = await page.innerText('#notices');
        assert.match(notices, /colour/);
        assert.ok(await page.isVisible('#notices'));
        assert.equal(await page.locator('#notices li').count(), 2);
        assert.equal(await page.inputValue(at('n')), '4321');
        assert.equal(await page.inputValue(at('units')), '2');
        const said = async (lang) => {
            const words = await page.$$eval(`#notices li .word[lang="${lang}"]`, (all) => all.map((e) => [e.textContent, e.checkVisibility()]));
            assert.equal(words.length, 2);
            assert.match(words[0][0], /colour/);
            for (const [text] of words) assert.equal(/[가-힣]/.test(text), lang === 'ko', text);
            return words.map(([, seen]) => seen);
        };
        for (const [own, other] of [['en', 'ko'], ['ko', 'en']]) {
            await page.evaluate((lang) => interleave.set('lang', lang), own);
            assert.deepEqual(await said(own), [true, true]);
            assert.deepEqual(await said(other), [false, false]);
        }
        await page.click('#notices button');
        assert.ok(!(await page.isVisible('#notices')));
        await page.evaluate(() => interleave.set('lang', 'en'));
        assert.ok(!(await page.isVisible('#notices')), 'it stays closed in the other language');
    });

    await test('link: nonsense, markup and broken escapes in it do no harm', async () => {
        const bad = '%E0%A4%A&w=%00&<img src=x onerror=alert(1)>=1&n=1e999&=&&&lang=xx&theme=%F0%9F%98%80&n=%3Cb%3E';
        const page = await anew(bad);
        assert.ok(await page.isVisible('#notices'));
        assert.equal(await page.locator('#notices img, #notices b').count(), 0);
        assert.ok(['ko', 'en'].includes(await page.getAttribute('html', 'lang')));
        assert.deepEqual(page.problems, []);
    });

    await test('link: copying it gives the full page’s address and says so', async () => {
        const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
        await page.goto(`${hosts.real}/embed.html#w=sort&n=4321&lang=en`);
        await ready(page);
        const [confirmation] = await Promise.all([page.waitForSelector('.confirmation'), page.locator(at('copy_link')).click()]);
        assert.match(await confirmation.textContent(), /copied/);
        await until('the announcement', async () => /copied/.test(await page.textContent('#live')));
        assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/lab\.html#w=sort&n=4321/);
        await until('the confirmation to go', async () => !(await page.isVisible('.confirmation')));
    });

    await test('link: where copying is not allowed, a notice shows the address to select, until it is closed', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&n=4321&lang=en`, {
            scripts: ['Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));'],
        });
        await ready(page);
        const field = page.locator('#notices input.address');
        for (let round = 0; round < 2; round++) {
            await page.locator(at('copy_link')).click();
            await until('the address', () => field.isVisible());
            assert.match(await field.inputValue(), /\/lab\.html#w=sort&n=4321/);
            assert.match(await page.innerText('#notices'), /Select this link/);
            await field.focus();
            assert.equal(await page.evaluate(() => document.getSelection().toString()), await field.inputValue(), 'it is selected at once');
            await page.click('#notices button');
            assert.ok(!(await page.isVisible('#notices')));
        }
    });

    await test('link: a sandboxed frame writes down what it cannot open or save', async () => {
        const page = await open(hosts.page({ src: `${hosts.worker}/embed.html#w=sort&n=4321&repetitions=1&lang=en`, attributes: 'sandbox="allow-scripts"' }));
        const frame = await ready(await labFrame(page));
        await frame.click('#own-tab');
        const field = frame.locator('#notices input.address');
        await until('the address', () => field.isVisible());
        assert.match(await field.inputValue(), /\/lab\.html#w=sort&n=4321/);
        assert.match(await frame.innerText('#notices'), /If no tab opens/);
        await frame.click(at('run'));
        await until('the end', async () => (await frame.evaluate(() => interleave.facts().verified?.value)) === 'true');
        assert.equal(await frame.evaluate(() => interleave.press('export_csv')), null);
        await until('the doubt', async () => /If no file appears/.test(await frame.innerText('#notices')));
    });

    await test('link: the landing page names every story and every lesson as the lab does', async () => {
        const landing = await open(`${hosts.real}/index.html`, { scripts: ['customElements.define = () => null'] });
        for (const [widget, control, list] of [['contention', 'preset', 'stories'], ['coroutine', 'lesson', 'lessons']]) {
            const page = await visit(`w=${widget}&lang=ko`);
            for (const lang of ['ko', 'en']) {
                await page.evaluate((wanted) => interleave.set('lang', wanted), lang);
                const offered = await page.$$eval(`${at(control)} option`, (options) =>
                    options.filter(({ value }) => value !== 'contention').map(({ value, text }) => [value, text.trim()]));
                const named = await landing.$$eval(`#${list} a`, (links, [key, lang]) =>
                    links.map((link) => [new URLSearchParams(link.hash.slice(1)).get(key), link.querySelector(`[lang=${lang}]`).textContent]), [control, lang]);
                assert.ok(offered.length > 5);
                assert.deepEqual(named.sort(), offered.sort());
            }
        }
    });
}
