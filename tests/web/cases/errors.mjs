// Whatever goes wrong ends in a sentence in the page, in both languages, with what still works and what to do.
import { assert, until } from '../harness.mjs';
import { launch } from '../chromium.mjs';

const at = (id) => `[data-control="${id}"]`;

export default async function errorCases({ test, hosts, open, ready }) {
    /** The failure card must name the matter in both languages, with the three parts. */
    async function assertFailure(page, code) {
        await page.waitForSelector(`html[data-failed="${code}"]`, { state: 'attached', timeout: 20_000 });
        assert.ok(await page.isVisible('#failure'));
        assert.ok(!(await page.isVisible('#loading')));
        for (const [lang, letters] of [['ko', /[가-힣]/], ['en', /[a-z]/]]) {
            const parts = await page.$$eval(`#failure .word[lang="${lang}"]`, (all) => all.map((e) => e.textContent));
            assert.ok(parts.length >= 3 && parts.every((part) => letters.test(part)), `${lang}: ${parts.join(' / ')}`);
        }
    }
    const broken = async (scripts) => open(`${hosts.real}/lab.html#w=sort&n=4321`, { scripts: [scripts] });

    await test('errors: no WebAssembly', async () => assertFailure(await broken('delete self.WebAssembly'), 'no-wasm'));

    await test('errors: WebAssembly without exceptions', async () =>
        assertFailure(await broken('{ const validate = WebAssembly.validate; WebAssembly.validate = (b) => b.length !== 28 && validate(b); }'), 'no-wasm-exceptions'));

    await test('errors: a browser without modules', async () =>
        assertFailure(await broken('delete HTMLScriptElement.prototype.noModule'), 'old-browser'));

    for (const [file, code] of [['**/threads/interleave.wasm', 'offline'], ['**/threads/interleave.mjs', 'offline'], ['**/start.mjs', 'offline'], ['**/fonts/*.ttf', 'offline']]) {
        await test(`errors: ${file.slice(3)} cannot be loaded`, async () => {
            const page = await open();
            await page.route(file, (route) => route.abort());
            await page.goto(`${hosts.real}/lab.html#w=sort&n=4321`);
            await assertFailure(page, code);
            assert.match(page.url(), /n=4321/, 'the link is kept');
        });
    }

    await test('errors: a damaged wasm file', async () => {
        const page = await open();
        await page.route('**/threads/interleave.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: '\0asm\u0001\0\0\0broken' }));
        await page.route('**/single/interleave.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: '\0asm\u0001\0\0\0broken' }));
        await page.goto(`${hosts.real}/lab.html#w=sort`);
        await assertFailure(page, 'start');
    });

    await test('errors: no memory at all', async () => assertFailure(await broken(
        '{ const no = () => { throw new RangeError("could not allocate memory"); }; WebAssembly.Memory = function () { no(); }; WebAssembly.instantiate = async () => no(); }'), 'memory'));

    await test('errors: wasm served with another MIME type still starts', async () => {
        const page = await open();
        await page.route('**/interleave.wasm', async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
        });
        await page.goto(`${hosts.real}/lab.html#w=sort`);
        await ready(page);
    });

    await test('errors: a page that said hello hears of the failure', async () => {
        const page = await open();
        await page.route('**/threads/interleave.wasm', (route) => route.abort());
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort`, attributes: 'allow="cross-origin-isolated"' }));
        await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({ type: 'interleave.hello' }, '*'));
        const error = await until('the error', () => page.evaluate(() => window.heard.find((m) => m.type === 'interleave.error')));
        assert.equal(error.code, 'offline');
        assert.ok(error.message.ko && error.message.en);
    });

    await test('errors: a lost context is said, the text stays, and the picture comes back', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&lang=en`);
        await ready(page);
        await page.evaluate(() => {
            window.losing = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
            window.losing.loseContext();
        });
        await until('the sentence', async () => /graphics device/.test(await page.innerText('#notices')));
        assert.ok(await page.isVisible('[data-notice="context-lost"]'));
        await page.fill(at('n'), '3210');
        await page.press(at('n'), 'Enter');
        assert.match(await page.evaluate(() => interleave.link()), /n=3210/);
        const before = await page.evaluate(() => interleave.frames);
        await page.evaluate(() => window.losing.restoreContext());
        await until('the sentence to go', async () => !(await page.isVisible('#notices')));
        await until('frames again', async () => (await page.evaluate(() => interleave.frames)) > before);
        const { decodePng, look } = await import('../png.mjs');
        await until('the picture', async () => look(decodePng(await page.locator('#canvas').screenshot())).colours > 12);
    });

    await test('errors: without WebGL2 the experiment runs as text', async () => {
        const browser = await launch(['--disable-3d-apis', '--disable-gpu']);
        try {
            const page = await browser.open(`${hosts.real}/lab.html#w=sort&n=20000&repetitions=1&lang=en`);
            await ready(page);
            assert.equal(await page.getAttribute('html', 'data-canvas'), 'none');
            assert.match(await page.innerText('#notices'), /WebGL2/);
            assert.ok(await page.isVisible(at('run')) && (await page.isVisible('#as-text h2')));
            await page.selectOption(at('predict.threads'), 'half');
            await page.click(at('run'));
            await until('verified', async () => (await page.evaluate(() => document.querySelector('[data-fact="verified"]')?.dataset.value)) === 'true', 40_000);
            assert.ok(await page.isVisible('[data-fact="verified"]'));
        } finally {
            await browser.close();
        }
    });
}
