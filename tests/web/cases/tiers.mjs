// The matrix of DESIGN.md §7: hosts × places, each in the tier it should be in, never blank, never reloading twice.
import { assert, pause, until } from '../harness.mjs';
import { visitsOf } from '../lab.mjs';
import { decodePng, look } from '../png.mjs';

// Rows: what the host sends. Columns: where the page stands. 'blocked' is a sentence in the page: a sandboxed frame has no
// origin, and a host that sends no Access-Control-Allow-Origin gives such a frame no modules.
const expected = {
    real: { tab: 'threads', plain: 'threads', isolated: 'threads', 'isolated by policy': 'threads', sandbox: 'threads' },
    worker: { tab: 'threads', plain: 'threads', isolated: 'threads', 'isolated by policy': 'threads', sandbox: 'workers' },
    none: { tab: 'workers', plain: 'workers', isolated: 'threads', 'isolated by policy': 'workers', sandbox: 'blocked' },
};

function address(hosts, host, place) {
    const site = hosts[host];
    if (place === 'tab') return `${site}/lab.html#w=sort&n=5000`;
    const src = `${site}/embed.html#w=sort&n=5000`;
    if (place === 'plain') return hosts.page({ src, attributes: 'allow="cross-origin-isolated"' });
    if (place === 'isolated by policy') return hosts.page({ src, isolated: 'dip', attributes: 'allow="cross-origin-isolated"' });
    if (place === 'sandbox') return hosts.page({ src, attributes: 'sandbox="allow-scripts"' });
    // An isolated page shows a frame only when the frame is isolated too, or has no credentials.
    if (host === 'none') return hosts.page({ src, isolated: 'coep', attributes: 'credentialless allow="cross-origin-isolated"' });
    return hosts.page({ element: site, isolated: 'coep', ...(host === 'worker' && { cors: '1' }) });
}

export default async function tierCases({ test, hosts, open, ready, settled, labFrame }) {
    const frameAt = (page, place) => (place === 'tab' ? page.mainFrame() : labFrame(page));
    const outcome = async (frame) => {
        const { failed, tier } = await settled(frame);
        return failed ?? tier;
    };

    for (const [host, row] of Object.entries(expected)) {
        for (const [place, tier] of Object.entries(row)) {
            await test(`tier: ${host} headers, ${place}: ${tier}`, async () => {
                const page = await open();
                const visits = visitsOf(page);
                await page.goto(address(hosts, host, place));
                let found;
                for (let i = 0; i < 3; i++) { // a reload may detach what was found
                    found = await outcome(await frameAt(page, place)).catch((error) => String(error));
                    if (found === tier) break;
                    await pause(500);
                }
                assert.equal(found, tier);
                await pause(600);
                // The lab itself reloads at most once. (In an isolated page the embed element may have to try again without credentials.)
                assert.ok(visits.length <= (place === 'isolated' ? 3 : 2), `visits: ${visits.join(' ')}`);
                const frame = await frameAt(page, place);
                if (tier === 'blocked') {
                    assert.match(await frame.innerText('#failure'), /새 탭/);
                    return;
                }
                assert.equal(await frame.evaluate(() => window.interleave.tier), tier);
                assert.equal((await frame.evaluate(() => window.interleave.facts())).tier.value, tier, 'the fact "tier"');
                const shown = { threads: '실제 스레드', workers: '스레드 대신 프로세스' }[tier];
                assert.equal((await frame.locator('#tier .word:lang(ko)').textContent()).trim(), shown);
                const view = place === 'tab' ? page : page.locator('iframe').first();
                const seen = look(decodePng(await view.screenshot()));
                assert.ok(seen.colours > 12 && seen.main < 0.99, `blank: ${JSON.stringify(seen)}`);
                if (place !== 'sandbox' || tier !== 'workers') return;
                assert.ok(await frame.isVisible('#own-tab'), 'it offers its own tab');
                assert.match(await frame.getAttribute('#own-tab', 'href'), /\/lab\.html#w=sort/);
            });
        }
    }

    await test('tier: a service worker that isolates nothing ends after one reload in tier "workers"', async () => {
        const page = await open();
        const visits = visitsOf(page);
        await page.goto(`${hosts.stuck}/lab.html#w=sort`);
        await until('the app', async () => (await page.getAttribute('html', 'data-ready')) === 'true');
        await pause(1000);
        assert.equal(await page.getAttribute('html', 'data-tier'), 'workers');
        assert.ok(visits.length <= 2, `visits: ${visits.join(' ')}`);
    });

    await test('tier: where nothing can be remembered the page still reloads at most once', async () => {
        const page = await open('', { scripts: [
            'Object.defineProperty(self, "sessionStorage", {get() { throw new DOMException("no", "SecurityError"); }}); history.replaceState = () => { throw new DOMException("no", "SecurityError"); };',
        ] });
        const visits = visitsOf(page);
        await page.goto(`${hosts.stuck}/lab.html#w=sort`);
        await until('the app', async () => (await page.getAttribute('html', 'data-ready')) === 'true');
        await pause(1000);
        assert.ok(visits.length <= 2, `visits: ${visits.join(' ')}`);
        await page.goto(`${hosts.worker}/lab.html#w=sort`);
        await until('threads by service worker', async () => (await page.getAttribute('html[data-ready="true"]', 'data-tier', { timeout: 1000 })) === 'threads');
    });

    await test('tier: two labs in one page both get threads by service worker, after one reload each', async () => {
        const src = `${hosts.worker}/embed.html#w=sort&n=5000`;
        const page = await open('', { viewport: { width: 960, height: 1300 } }); // both are in sight, or one draws nothing
        const visits = visitsOf(page);
        await page.goto(hosts.page([['src', src], ['src', `${src}&lang=en`], ['attributes', 'allow="cross-origin-isolated"']]));
        const tiers = () => Promise.all(page.frames().slice(1).map((frame) => frame.getAttribute('html[data-ready="true"]', 'data-tier', { timeout: 1000 })));
        await until('both', async () => String(await tiers()) === 'threads,threads');
        await pause(600);
        assert.equal(String(await tiers()), 'threads,threads');
        assert.ok(visits.length <= 4, `visits: ${visits.join(' ')}`);
    });

    await test('tier: the service worker isolates the pages of the lab and leaves others in its folder alone', async () => {
        const page = await open(`${hosts.worker}/lab.html#w=sort`);
        await until('threads', async () => (await page.getAttribute('html[data-ready="true"]', 'data-tier', { timeout: 1000 })) === 'threads');
        const isolated = async (path) => {
            const response = await page.goto(hosts.worker + path);
            return [response.headers()['cross-origin-embedder-policy'] ?? '', await page.evaluate(() => self.crossOriginIsolated)];
        };
        for (const path of ['/', '/index.html', '/lab.html', '/embed.html']) assert.deepEqual(await isolated(path), ['require-corp', true], path);
        assert.deepEqual(await isolated('/favicon.svg'), ['', false]);
    });

    await test('tier: without workers the page says "alone" and still opens', async () => {
        const page = await open(`${hosts.none}/lab.html#w=sort`, { scripts: ['self.Worker = class { constructor() { throw new DOMException("no workers here", "SecurityError"); } }'] });
        await ready(page);
        assert.equal(await page.getAttribute('html', 'data-tier'), 'alone');
        assert.match(await page.innerText('#tier'), /기록된 결과/);
    });

    await test('tier: threads that cannot get their memory fall back to one thread, and say so', async () => {
        const page = await open(`${hosts.real}/lab.html#w=sort`, {
            scripts: ['{ const Memory = WebAssembly.Memory; WebAssembly.Memory = function (d) { if (d.shared) throw new RangeError("no"); return new Memory(d); }; }'],
        });
        await ready(page);
        assert.equal(await page.getAttribute('html', 'data-tier'), 'workers');
        assert.match(await page.innerText('#notices'), /스레드\(thread\)를 시작하지 못하여/);
    });

    await test('tier: an isolated page whose browser shares no memory says so, and offers no tab that would not help', async () => {
        const page = await open('', { scripts: ['delete self.SharedArrayBuffer;'] });
        await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort&lang=en`, attributes: 'allow="cross-origin-isolated"' }));
        const frame = await labFrame(page);
        assert.equal(await outcome(frame), 'workers');
        assert.equal(await frame.evaluate(() => self.crossOriginIsolated), true);
        assert.match(await frame.getAttribute('#tier', 'title'), /gives threads no memory to share/);
        assert.ok(!(await frame.isVisible('#own-tab')));
        const plain = await open(`${hosts.none}/embed.html#w=sort&lang=en`);
        assert.equal(await outcome(plain), 'workers');
        assert.match(await plain.getAttribute('#tier', 'title'), /not isolated/);
    });

    await test('tier: the embed element follows the height that the lab asks for, and forwards messages', async () => {
        const page = await open(hosts.page({ element: hosts.real, attributes: 'lang="en"' }));
        const frame = await labFrame(page);
        await ready(frame);
        const element = page.locator('interleave-lab');
        await until('the tier on the element', async () => (await element.getAttribute('data-tier')) === 'threads');
        const height = await page.evaluate(() => window.heard.findLast((m) => m.type === 'interleave.height')?.height);
        assert.ok(height >= 320, `height ${height}`);
        assert.equal(await element.evaluate((e) => e.shadowRoot.querySelector('iframe').getBoundingClientRect().height), height);
        assert.equal(await frame.getAttribute('html', 'lang'), 'en');
        await element.evaluate((e) => e.set('n', '7000'));
        await until('the set value', async () => (await frame.inputValue('[data-control="n"]')) === '7000');
    });

    await test('tier: the embed element waits for a slow lab, offers a link under it, and takes the link back', async () => {
        const page = await open();
        await page.route('**/embed.html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
        const shown = () => page.evaluate(() => [...document.querySelector('interleave-lab').shadowRoot.children].map(({ localName }) => localName).join());
        const answer = async () => {
            await (await labFrame(page)).evaluate(() => parent.postMessage({ type: 'interleave.height', height: 400 }, '*'));
            await until('the answer', () => page.evaluate(() => window.heard.length === 1));
        };
        await page.goto(hosts.page({ element: hosts.none }));
        await answer();
        assert.equal(await shown(), 'iframe');
        await pause(11_000);
        assert.equal(await shown(), 'iframe', 'no timer is left that takes the lab away');
        await page.goto(hosts.page({ element: hosts.none }));
        await until('the link', async () => (await shown()) === 'iframe,a');
        await answer();
        assert.equal(await shown(), 'iframe');
    });

    await test('tier: attributes that HTML gives to every element are no controls', async () => {
        const global = 'dir="auto" translate="no" inert draggable="false" nonce="x" data-note="y" aria-label="z" onclick="1" contenteditable="false" spellcheck="false" popover itemprop="p"';
        const page = await open(hosts.page({ element: hosts.real, attributes: `${global} units="3" lang="en"` }));
        assert.equal(await page.evaluate(() => document.querySelector('interleave-lab').fragment), 'w=sort&n=5000&units=3&lang=en');
    });

    await test('tier: an embed that an isolated page blocks ends in a link, not in nothing', async () => {
        // No header at all and no CORS: the element's script is only let in because the test inlines it.
        const page = await open(hosts.page({ isolated: 'coep', src: 'about:blank' }), { scripts: ['Object.defineProperty(HTMLIFrameElement.prototype, "credentialless", {get: undefined}); delete HTMLIFrameElement.prototype.credentialless;'] });
        const source = await (await fetch(`${hosts.worker}/interleave-embed.js`)).text();
        await page.evaluate(({ source, site }) => {
            const script = source.replace('document.currentScript.src', JSON.stringify(`${site}/interleave-embed.js`));
            new Function(script)();
            document.body.insertAdjacentHTML('beforeend', '<interleave-lab w="sort" lang="en"></interleave-lab>');
        }, { source, site: hosts.worker });
        await until('the link', () => page.evaluate(() => document.querySelector('interleave-lab').shadowRoot.querySelector('a')?.textContent.includes('own tab')));
    });
}
