// A smaller set in Firefox, through Puppeteer and WebDriver BiDi, on a virtual screen (headless Firefox has no WebGL here).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { assert, pause, until } from './harness.mjs';
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

    let browser;
    /** A case with a page of its own, which is closed in any event: what still runs in it would disturb the next. */
    const inPage = (name, body, limit_ms = 60_000) => report.test(name, async () => {
        const page = await browser.newPage();
        try {
            await body(page);
        } finally {
            await page.close().catch(() => null);
        }
    }, { limit_ms });

    /** The tier of the lab in an iframe, once it is ready. */
    const tierInFrame = (page) => until('the tier', async () => {
        const frame = page.frames().find((one) => /\/embed\.html/.test(one.url()));
        return frame?.evaluate(() => document.documentElement.dataset.ready && document.documentElement.dataset.tier);
    }, 30_000);

    /** Opens the lab, runs a small experiment through the DOM, and looks at the picture. */
    async function smallRun(page, site, tier) {
        await page.setViewport({ width: 1280, height: 800 });
        let visits = 0;
        page.on('framenavigated', (frame) => (visits += frame === page.mainFrame() && /lab\.html/.test(frame.url())));
        await page.goto(`${site}/lab.html#w=sort&n=200000&repetitions=1`, { waitUntil: 'domcontentloaded' });
        const attribute = (name) => page.evaluate((wanted) => document.documentElement.getAttribute(wanted), name).catch(() => null);
        await until('the app', async () => {
            const failed = await attribute('data-failed');
            if (failed) throw new Error(`failed: ${failed}: ${await page.evaluate(() => document.getElementById('failure').innerText)}`);
            return (await attribute('data-ready')) === 'true';
        }, 30_000);
        await pause(800);
        assert.equal(await attribute('data-tier'), tier);
        assert.equal(await attribute('lang'), 'ko');
        assert.ok(visits <= 2, `${visits} visits`);
        await page.click('[data-control="sort_checks"]');
        await page.select('[data-control="predict.threads"]', 'half');
        await page.click('[data-control="n"]', { count: 3 });
        await page.type('[data-control="n"]', '150000');
        await page.keyboard.press('Enter');
        await until('the link', () => page.evaluate(() => /n=150000/.test(interleave.link()) && /sort_checks=true/.test(interleave.link())));
        await page.click('[data-control="run"]');
        const fact = (id) => page.evaluate((name) => document.querySelector(`[data-fact="${name}"]`)?.dataset.value ?? null, id);
        await until('verified', async () => (await fact('verified')) === 'true', 60_000);
        await until('the end', () => page.evaluate(() => document.querySelector('[data-control="cancel"]').getAttribute('aria-disabled') === 'true'), 60_000);
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
    }

    browser = await launch();
    try {
        await inPage('firefox: real headers: threads, a small run, idle', (page) => smallRun(page, hosts.real, 'threads'), 120_000);
        await inPage('firefox: only our service worker: threads after one reload', (page) => smallRun(page, hosts.worker, 'threads'), 120_000);
        await inPage('firefox: no headers: workers, a small run', (page) => smallRun(page, hosts.none, 'workers'), 120_000);
        await inPage('firefox: in a plain iframe without headers: workers', async (page) => {
            await page.goto(hosts.page({ src: `${hosts.worker}/embed.html#w=sort&n=5000` }), { waitUntil: 'domcontentloaded' });
            assert.equal(await tierInFrame(page), 'workers');
        });
        await inPage('firefox: in a sandboxed frame without an origin: workers', async (page) => {
            await page.goto(hosts.page({ src: `${hosts.real}/embed.html#w=sort&n=5000`, attributes: 'sandbox="allow-scripts"' }), { waitUntil: 'domcontentloaded' });
            assert.equal(await tierInFrame(page), 'workers');
        });
    } finally {
        await browser.close();
        screen.close();
    }
}
