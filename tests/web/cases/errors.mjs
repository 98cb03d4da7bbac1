// Whatever goes wrong ends in a sentence in the page, in both languages, with what still works and what to do.
import { assert, pause, until } from '../harness.mjs';
import { at, fact, finished } from '../lab.mjs';
import { launchWithoutCanvas } from '../chromium.mjs';
import { decodePng, look } from '../png.mjs';

export default async function errorCases({ test, hosts, open, ready, labFrame }) {
    /** The failure card must name the matter in both languages, with the three parts. */
    async function assertFailure(page, code) {
        await page.waitForSelector(`html[data-failed="${code}"]`, { state: 'attached' });
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

    await test('errors: a page whose second part comes after its modules starts', async () => {
        const page = await open(hosts.page({ src: `${hosts.halting}/embed.html#w=sort&n=4321`, attributes: 'sandbox="allow-scripts"' }));
        const frame = await ready(await labFrame(page));
        assert.equal(await frame.inputValue(at('n')), '4321');
    });

    await test('errors: a page that said hello hears of the failure', async () => {
        const page = await open();
        await page.route('**/threads/interleave.wasm', (route) => route.abort());
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort`, attributes: 'allow="cross-origin-isolated"' }));
        await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({ type: 'interleave.hello', request: 'h' }, '*'));
        const error = await until('the error', () => page.evaluate(() => window.heard.find((m) => m.type === 'interleave.error')));
        assert.equal(error.code, 'offline');
        assert.equal(error.request, 'h');
        assert.ok(error.message.ko && error.message.en);
    });

    await test('errors: without modules, too, a page that said hello hears of the failure', async () => {
        const page = await open();
        await page.route('**/start.mjs', (route) => setTimeout(() => route.abort(), 1500));
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort` }), { waitUntil: 'commit' });
        await until('the frame', async () => (await labFrame(page)).evaluate(() => Boolean(self.interleaveBoot)));
        await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({ type: 'interleave.hello', request: 'h' }, '*'));
        const error = await until('the error', () => page.evaluate(() => window.heard.find((m) => m.type === 'interleave.error')));
        assert.deepEqual([error.code, error.request], ['offline', 'h']);
    });

    // What stands at the end of the glue code then: `self.act.set` runs instead of the program's interleave_set, `self.calls`
    // lists what was called; trap() and exception() end as a program ends in which something went wrong.
    const between = `
        self.calls = [];
        self.act = {};
        const made = createInterleave;
        createInterleave = async (options) => {
            const module = await made(options);
            for (const name of Object.keys(module).filter((one) => /^_(interleave_|malloc$)/.test(one))) {
                let call = module[name];
                const short = name.replace(/^_(interleave_)?/, '');
                const instead = (...values) => { self.calls.push(short); return (self.act[short] ?? call)(...values); };
                // At its first call each puts another function in its own place.
                Object.defineProperty(module, name, { get: () => instead, set: (other) => (call = other) });
            }
            return module;
        };
        export { createInterleave as default };
        const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
        self.trap = () => new WebAssembly.Instance(new WebAssembly.Module(trap)).exports.t();
        self.exception = () => { throw new WebAssembly.Exception(new WebAssembly.Tag({ parameters: [] }), []); };`;
    const interpose = (page) => page.route('**/threads/interleave.mjs', async (route) => {
        const response = await route.fetch();
        const source = (await response.text()).replace('export default createInterleave;', '');
        await route.fulfill({ response, body: source + between });
    });

    /** The lab in a foreign page that has said hello: {page, frame, say, heard}. */
    async function embedded(prepare = interpose) {
        const page = await open();
        await prepare(page);
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=4321`, attributes: 'allow="cross-origin-isolated"' }));
        const frame = await ready(await labFrame(page));
        const say = (message) => page.evaluate((data) => document.getElementById('lab').contentWindow.postMessage(data, '*'), message);
        const heard = (request) => until(`the answer to ${request}`, () => page.evaluate((id) => window.heard.find((m) => m.request === id) ?? null, request));
        await say({ type: 'interleave.hello', request: 'hello' });
        assert.equal((await heard('hello')).type, 'interleave.ready');
        return { page, frame, say, heard };
    }

    await test('errors: a trap while nobody asks ends in a sentence, is told to the page around, and the program is called no more', async () => {
        const { page, frame } = await embedded();
        await frame.evaluate(() => (self.act.resize = self.trap));
        await page.evaluate(() => (document.getElementById('lab').width = 700));
        await assertFailure(frame, 'aborted');
        assert.ok(!(await frame.isVisible('#canvas')));
        const told = await until('the error', () => page.evaluate(() => window.heard.find((m) => m.type === 'interleave.error')));
        assert.equal(told.code, 'aborted');
        await frame.evaluate(() => (self.calls.length = 0));
        await page.evaluate(() => (document.getElementById('lab').width = 800));
        const gone = await frame.evaluate(() => interleave.set('n', '5').then(() => 'accepted', (error) => error.message));
        assert.match(gone, /stopped with an error/);
        await frame.evaluate(() => {
            document.dispatchEvent(new Event('visibilitychange'));
            location.hash = 'w=sort&n=7777';
            return [interleave.facts(), interleave.link(), interleave.frames];
        });
        await pause(500);
        assert.deepEqual(await frame.evaluate(() => self.calls), []);
    });

    await test('errors: a trap under a message is the answer to it', async () => {
        const { frame, say, heard } = await embedded();
        await frame.evaluate(() => (self.act.set = self.trap));
        await say({ type: 'interleave.set', id: 'n', value: 5000, request: 1 });
        const answer = await heard(1);
        assert.deepEqual([answer.type, answer.code], ['interleave.error', 'aborted']);
        await assertFailure(frame, 'aborted');
        await say({ type: 'interleave.state', request: 2 });
        assert.equal((await heard(2)).code, 'aborted');
    });

    await test('errors: an exception that nobody catches says "memory" where none is left, else that the program stopped', async () => {
        for (const code of ['memory', 'aborted']) {
            const page = await open();
            await interpose(page);
            await page.goto(`${hosts.real}/lab.html#w=sort&n=4321`);
            await ready(page);
            await page.evaluate((full) => {
                if (full) self.act.malloc = () => 0;
                self.act.resize = self.exception;
            }, code === 'memory');
            await page.setViewportSize({ width: 900, height: 700 });
            await assertFailure(page, code);
        }
    });

    await test('errors: a browser that refuses workers when the threads start is answered with a sentence', async () => {
        const { frame, say, heard } = await embedded(async () => null);
        await frame.evaluate(() => (self.Worker = class { constructor() { throw new DOMException('no workers now', 'SecurityError'); } }));
        await say({ type: 'interleave.press', id: 'run', request: 1 });
        const answer = await heard(1);
        // Whether it is the program that notices or the page: in the end a sentence says it.
        if (answer.type === 'interleave.error') await assertFailure(frame, answer.code);
        else await until('the sentence', async () => (await frame.isVisible('#failure')) || /시작하지 못/.test(await frame.textContent('#sentence')));
        await say({ type: 'interleave.state', request: 2 });
        await heard(2);
    });

    for (const [name, host, lost, sentence] of [
        ['threads', 'real', '**/threads/*', /had not started/],
        ...['workers', 'worker', 'unit'].map((piece) => [`processes (sort-${piece})`, 'none', `**/sort-${piece}.*`, /program that the processes .* could not be loaded/]),
    ])
        await test(`errors: when the network is gone before the first run, ${name} end in a sentence, and the next run is as any`, async () => {
            const page = await open(`${hosts[host]}/lab.html#w=sort&n=20000&repetitions=1&lang=en`);
            await ready(page);
            await page.route(lost, (route) => route.abort());
            await page.click(at('run'));
            await until('the sentence', async () => sentence.test(await page.textContent('#sentence')));
            assert.ok(!(await page.isVisible('#failure')), await page.textContent('#failure'));
            const notice = (lang) => page.textContent(`[data-notice="app"] .word[lang="${lang}"]`);
            assert.match(await notice('en'), sentence);
            assert.match(await notice('ko'), /[가-힣]/);
            await page.unroute(lost);
            await page.click(at('run'));
            await finished(page, 'verified');
        });

    await test('errors: a context lost before the first frame is said, and the picture comes when it is back', async () => {
        const page = await open('', { scripts: [`{
            const getContext = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (type, ...more) {
                const context = getContext.call(this, type, ...more);
                if (this.id === 'canvas' && type === 'webgl2' && !self.losing) {
                    const ask = self.requestAnimationFrame;
                    const held = []; // no frame comes until the loss has been told
                    self.requestAnimationFrame = (draw) => held.push(draw);
                    self.losing = context.getExtension('WEBGL_lose_context');
                    setTimeout(() => {
                        self.losing.loseContext();
                        setTimeout(() => { self.requestAnimationFrame = ask; held.forEach((draw) => ask(draw)); }, 300);
                    });
                }
                return context;
            };
        }`] });
        await page.goto(`${hosts.real}/lab.html#w=sort&lang=en`);
        await until('the sentence', async () => (await page.isVisible('[data-notice="context-lost"]')) && !(await page.isVisible('#loading')));
        assert.equal(await page.evaluate(() => interleave.frames), 0);
        await pause(500);
        await page.evaluate(() => self.losing.restoreContext());
        await until('frames', async () => (await page.evaluate(() => interleave.frames)) > 0);
        await until('the picture', async () => look(decodePng(await page.locator('#canvas').screenshot())).colours > 60);
        assert.ok(!(await page.isVisible('#notices')));
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
        await until('the picture', async () => look(decodePng(await page.locator('#canvas').screenshot())).colours > 12);
    });

    await test('errors: without WebGL2 the experiment runs as text', async () => {
        const browser = await launchWithoutCanvas();
        try {
            const page = await browser.open(`${hosts.real}/lab.html#w=sort&n=20000&repetitions=1&lang=en`);
            await ready(page);
            assert.equal(await page.getAttribute('html', 'data-canvas'), 'none');
            assert.match(await page.innerText('#notices'), /WebGL2/);
            assert.ok(await page.isVisible(at('run')) && (await page.isVisible('#as-text h2')));
            await page.selectOption(at('predict.threads'), 'half');
            await page.click(at('run'));
            await until('verified', async () => (await fact(page, 'verified')) === 'true');
            assert.ok(await page.isVisible('[data-fact="verified"]'));
        } finally {
            await browser.close();
        }
    });
}
