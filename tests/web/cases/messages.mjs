// The postMessage face, from a foreign page on another origin.
import { assert, pause, until } from '../harness.mjs';
import { openLink } from '../lab.mjs';

export default async function messageCases({ test, hosts, open, keep, ready, labFrame }) {
    /** A foreign page with the lab in it, and a conversation. */
    async function conversation(attributes = 'allow="cross-origin-isolated"') {
        const page = await open(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=5000`, attributes }));
        const say = (message) => page.evaluate((data) => document.getElementById('lab').contentWindow.postMessage(data, '*'), message);
        const heard = (type) => page.evaluate((wanted) => window.heard.filter((m) => !wanted || m.type === wanted), type);
        const answer = (request) =>
            until(`the answer to ${request}`, async () => (await heard()).find((m) => m.request === request && m.type !== 'interleave.height'));
        return { page, say, heard, answer };
    }

    let shared;
    /** The conversation that cases share, after hello: each opens its own link in it. */
    async function conversationOn(fragment) {
        if (!shared || shared.page.isClosed()) {
            shared = await keep(() => conversation());
            await shared.say({ type: 'interleave.hello', request: 'hello' });
            await shared.answer('hello');
        }
        await openLink(shared.page, fragment, await ready(await labFrame(shared.page)));
        await shared.page.evaluate(() => (window.heard.length = 0));
        return shared;
    }

    await test('messages: hello is answered with ready, also when it comes before the app is there', async () => {
        const { say, answer, heard } = await conversation();
        await say({ type: 'interleave.hello', request: 'a' });
        const ready = await answer('a');
        assert.equal(ready.type, 'interleave.ready');
        assert.equal(ready.widget, 'sort');
        assert.equal(ready.tier, 'threads');
        assert.ok(ready.version);
        assert.ok((await heard('interleave.height'))[0].height >= 200);
        assert.ok((await heard('interleave.fact')).some((m) => m.id === 'tier' && m.value === 'threads'));
    });

    await test('messages: hello is answered with a height at once, also while the program is still on its way', async () => {
        const page = await open();
        let send;
        const sent = new Promise((resolve) => { send = resolve; });
        await page.route('**/interleave.wasm', async (route) => {
            await sent;
            await route.continue();
        });
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=5000`, attributes: 'allow="cross-origin-isolated"' }));
        const frame = await labFrame(page);
        await frame.waitForFunction(() => self.interleaveBoot?.answerHello);
        await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({ type: 'interleave.hello', request: 'early' }, '*'));
        const heard = (type) => page.evaluate((wanted) => window.heard.filter((m) => m.type === wanted), type);
        const [{ height }] = await until('a height', async () => (await heard('interleave.height')).length > 0 && heard('interleave.height'), 5_000);
        assert.ok(height >= 200, `${height}`);
        assert.equal((await heard('interleave.ready')).length, 0);
        send();
        const [ready] = await until('ready', async () => (await heard('interleave.ready')).length > 0 && heard('interleave.ready'));
        assert.equal(ready.request, 'early');
    });

    await test('messages: set, press and state; answers carry the request', async () => {
        const { say, answer } = await conversationOn('w=sort&n=5000&colour=blue&lang=ko');
        await say({ type: 'interleave.state', request: 'first' });
        const { lang, notices } = await answer('first');
        assert.equal(lang, 'ko');
        assert.equal(notices.length, 1);
        assert.match(notices[0], /colour.*[가-힣]/);
        await say({ type: 'interleave.set', id: 'n', value: 6000, request: 1 });
        const state = await answer(1);
        assert.equal(state.type, 'interleave.state');
        assert.equal(state.controls.n, '6000');
        assert.match(state.link, /n=6000/);
        await say({ type: 'interleave.press', id: 'cancel', request: 2 });
        const refused = await answer(2);
        assert.equal(refused.type, 'interleave.error');
        assert.equal(refused.code, 'refused');
        assert.ok(refused.message.ko && refused.message.en);
        await say({ type: 'interleave.state', request: 3 });
        assert.equal((await answer(3)).controls.n, '6000');
    });

    await test('messages: unknown and malformed ones are answered with an error and change nothing', async () => {
        const { say, answer, heard } = await conversationOn('w=sort&n=5000');
        await say({ type: 'interleave.state', request: 'before' });
        const before = await answer('before');
        const bad = [
            { type: 'interleave.explode' }, { type: 'hello' }, { type: 7 }, {}, { type: 'interleave.set', id: 'n' },
            { type: 'interleave.set', value: 3 }, { type: 'interleave.set', id: 'n', value: { a: 1 } },
            { type: 'interleave.set', id: 'n', value: 'many' }, { type: 'interleave.set', id: '__proto__', value: '1' },
            { type: 'interleave.press', id: 'n' }, { type: 'interleave.press' },
        ];
        for (const [i, message] of bad.entries()) {
            await say({ ...message, request: `bad ${i}` });
            const error = await answer(`bad ${i}`);
            assert.equal(error.type, 'interleave.error', JSON.stringify(message));
            assert.ok(error.code && error.message.ko && error.message.en);
        }
        const count = (await heard('interleave.error')).length;
        for (const message of ['hello', 5, null, [1, 2]]) await say(message);
        await until('an error each', async () => (await heard('interleave.error')).length === count + 4);
        await say({ type: 'interleave.error', code: 'x' });
        await pause(200);
        assert.equal((await heard('interleave.error')).length, count + 4, 'errors are not answered with errors');
        await say({ type: 'interleave.state', request: 'after' });
        const after = await answer('after');
        assert.deepEqual(after.controls, before.controls);
        assert.equal(after.link, before.link);
    });

    await test('messages: a run reports its facts as they appear', async () => {
        const { say, answer, heard } = await conversationOn('w=sort&n=20000&repetitions=1');
        await say({ type: 'interleave.press', id: 'run', request: 1 });
        assert.equal((await answer(1)).type, 'interleave.state');
        const walls = async () => (await heard('interleave.fact')).filter((m) => /^way\..*\.wall_s$/.test(m.id) && Number(m.value) > 0);
        await until('two ways measured', async () => new Set((await walls()).map((m) => m.id)).size >= 2);
        assert.ok((await heard('interleave.fact')).some((m) => m.id === 'verified' && m.value === 'true'));
    });

    await test('messages: a sandboxed frame without an origin talks as well', async () => {
        const { say, answer } = await conversation('sandbox="allow-scripts"');
        await say({ type: 'interleave.hello', request: 'a' });
        assert.equal((await answer('a')).type, 'interleave.ready');
        await say({ type: 'interleave.set', id: 'n', value: '8000', request: 'b' });
        assert.equal((await answer('b')).controls.n, '8000');
    });

    await test('messages: a window that is gone is told nothing more', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort&n=5000&lang=en`);
        await page.evaluate(() => interleave.ready);
        const told = await page.evaluate(async () => {
            const pause = () => new Promise((done) => setTimeout(done, 300));
            const heard = [];
            const frame = document.body.appendChild(document.createElement('iframe'));
            const guest = frame.contentWindow;
            guest.postMessage = (message) => heard.push(message.type);
            dispatchEvent(new MessageEvent('message', { data: { type: 'interleave.hello' }, source: guest, origin: location.origin }));
            await interleave.press('run');
            while (!interleave.facts().verified) await pause();
            await pause();
            const before = heard.length;
            frame.remove();
            self.interleaveBoot.fail('aborted');
            return [before, heard.length, heard.slice(0, 1)];
        });
        assert.ok(told[0] > 3 && told[2][0] !== undefined, `heard ${told}`);
        assert.equal(told[1], told[0]);
    });
}
