// A smaller set in Firefox, through Puppeteer and WebDriver BiDi, on a virtual screen (headless Firefox has no WebGL here).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { assert, patiently, pause, until } from './harness.mjs';
import { tryOtherExperiments } from './lab.mjs';
import { decodePng, look } from './png.mjs';
import { startScreen } from './screen.mjs';

export default async function cases({ report, hosts, shots }) {
    await mkdir(shots, { recursive: true });
    const screen = await startScreen();
    const launch = () => puppeteer.launch({
        browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: false,
        env: { ...process.env, ...screen.environment },
        extraPrefsFirefox: { 'webgl.force-enabled': true, 'intl.accept_languages': 'ko-KR, ko' },
    });

    /** A case with a browser of its own: what a case before it left in a browser or its driver cannot disturb it. */
    const inBrowser = (name, body) => {
        let browser;
        const finish = async () => {
            if (!browser) return;
            await patiently(browser.close());
            browser.process()?.kill('SIGKILL');
        };
        return report.test(`firefox: ${name}`, async () => {
            browser = await launch();
            await body(await browser.newPage());
        }, { finish });
    };

    /**
     * The lab in an iframe of a foreign page, asked as such a page asks: by messages. (The driver loses frames: it learns
     * the address of one from a single event and never asks again.) Then it must be seen, too.
     */
    async function inFrame(page, query, tier) {
        hosts.requests.length = 0;
        await page.goto(hosts.page(query), { waitUntil: 'domcontentloaded' });
        const heard = () => page.evaluate(() => window.heard);
        const hello = () => page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({ type: 'interleave.hello' }, '*'));
        try {
            const answer = await until('an answer to hello', async () => {
                await hello();
                return (await heard()).find(({ type }) => type === 'interleave.ready' || type === 'interleave.error');
            }, { every_ms: 500 });
            assert.equal(answer.type, 'interleave.ready', answer.message?.en);
            assert.equal(answer.tier, tier);
            await page.bringToFront();
            await until('a picture in the frame', async () => {
                const place = await page.evaluate(() => document.getElementById('lab').getBoundingClientRect().toJSON());
                const seen = look(decodePng(Buffer.from(await page.screenshot())), place);
                if (!(seen.colours > 900 && seen.spread > 8)) throw new Error(JSON.stringify(seen)); // the opening card has some 400
                return true;
            }, { every_ms: 500 });
        } catch (error) {
            const known = { heard: await heard().catch(String), frames: page.frames().map((frame) => frame.url()), requests: hosts.requests };
            for (const [what, found] of Object.entries(known)) console.log(`        ${what}: ${JSON.stringify(found)}`);
            throw error;
        }
    }

    /** Opens the lab, runs a small experiment through the DOM, and looks at the picture. */
    async function smallRun(page, site, tier) {
        await page.setViewport({ width: 1280, height: 800 });
        let visits = 0;
        page.on('request', (request) => (visits += request.isNavigationRequest() && /\/lab\.html/.test(request.url())));
        await page.goto(`${site}/lab.html#w=sort&n=200000&repetitions=1`, { waitUntil: 'domcontentloaded' });
        const attribute = (name) => page.evaluate((wanted) => document.documentElement.getAttribute(wanted), name).catch(() => null);
        await until('the app', async () => {
            const failed = await attribute('data-failed');
            if (failed) throw new Error(`failed: ${failed}: ${await page.evaluate(() => document.getElementById('failure').innerText)}`);
            return (await attribute('data-ready')) === 'true';
        });
        await pause(800);
        assert.equal(await attribute('data-tier'), tier);
        assert.equal(await attribute('lang'), 'ko');
        assert.ok(visits >= 1 && visits <= 2, `${visits} visits`);
        await page.click('[data-control="sort_checks"]');
        await page.select('[data-control="predict.threads"]', 'half');
        await page.click('[data-control="n"]', { count: 3 });
        await page.type('[data-control="n"]', '150000');
        await page.keyboard.press('Enter');
        await until('the link', () => page.evaluate(() => /n=150000/.test(interleave.link()) && /sort_checks=true/.test(interleave.link())));
        await page.click('[data-control="run"]');
        const fact = (id) => page.evaluate((name) => document.querySelector(`[data-fact="${name}"]`)?.dataset.value ?? null, id);
        await until('verified', async () => (await fact('verified')) === 'true');
        await until('the end', () => page.evaluate(() => document.querySelector('[data-control="cancel"]').getAttribute('aria-disabled') === 'true'));
        for (const way of tier === 'threads' ? ['sequence', 'threads', 'gil', 'processes'] : ['sequence', 'processes']) {
            assert.ok(Number(await fact(`way.${way}.wall_s`)) > 0, way);
        }
        assert.ok(Number(await fact('clock_step_us')) > 0, `clock step ${await fact('clock_step_us')} µs`);
        await pause(700);
        const png = Buffer.from(await page.screenshot());
        const seen = look(decodePng(png));
        assert.ok(seen.colours > 60 && seen.spread > 8, JSON.stringify(seen));
        await writeFile(join(shots, `firefox-${tier}.png`), png);
        const frames = await page.evaluate(() => interleave.frames);
        await pause(3000);
        assert.equal(await page.evaluate(() => interleave.frames), frames, 'idle');
        hashes.add(await tryOtherExperiments((script) => page.evaluate(script)));
    }

    const hashes = new Set(); // of one and the same simulated run
    try {
        await inBrowser('real headers: threads, a small run, idle', (page) => smallRun(page, hosts.real, 'threads'));
        await inBrowser('only our service worker: threads after one reload', (page) => smallRun(page, hosts.worker, 'threads'));
        await inBrowser('no headers: workers, a small run', (page) => smallRun(page, hosts.none, 'workers'));
        await inBrowser('in a plain iframe without headers: workers', (page) =>
            inFrame(page, { src: `${hosts.worker}/embed.html#w=sort&n=5000` }, 'workers'));
        await inBrowser('in a sandboxed frame without an origin: workers', (page) =>
            inFrame(page, { src: `${hosts.real}/embed.html#w=sort&n=5000`, attributes: 'sandbox="allow-scripts"' }, 'workers'));
        await report.test('firefox: both builds simulate the same run', async () => assert.equal(hashes.size, 1, [...hashes].join(' ')));
    } finally {
        screen.close();
    }
}
