// What a frame takes in headless Chromium with a million spans in the timeline, against one with none:
//   ./dev bench timeline
// The page's own thread lays out and hands over; the rest is the renderer's, which is named. (Layout alone:
// ./dev bench --benchmark_filter=layout.)
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { flags } from '../web/chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(join(root, 'tests/web/'))('playwright-core');
const duration_us = 500_000;
const watched_ms = 5_000;

const timed = `{
    const ask = self.requestAnimationFrame.bind(self);
    self.spent = [];
    self.requestAnimationFrame = (draw) => ask((now) => { const began = performance.now(); draw(now); self.spent.push(performance.now() - began); });
}`;

/** Milliseconds: the median that a frame takes of the page's thread, and from one frame to the next. */
async function frameTime(page) {
    await page.evaluate(() => (self.spent.length = 0));
    const frames = () => page.evaluate(() => interleave.frames);
    const before = await frames();
    const began = performance.now();
    for (let i = 0; performance.now() - began < watched_ms; i++) await page.mouse.move(300 + (i % 40) * 10, 350);
    const took = performance.now() - began;
    const own = await page.evaluate(() => self.spent.sort((a, b) => a - b)[self.spent.length >> 1]);
    return { own, all: took / ((await frames()) - before) };
}

const { port, close } = await serve(join(root, 'build/site'), { port: 0 });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript(timed);
await page.goto(`http://127.0.0.1:${port}/lab.html#w=contention&threads=8&cores=8&duration_us=${duration_us}&lang=en`);
await page.locator('html[data-ready=true]').waitFor();
const empty = await frameTime(page);
await page.locator('[data-control=run]').click();
await page.locator('[data-control=cancel][aria-disabled=true]').waitFor({ timeout: 300_000 });
await page.waitForFunction(() => Number(interleave.facts().events?.value) > 0);
const spans = await page.evaluate(() => Number(interleave.facts().spans.value));
const full = await frameTime(page);
const renderer = await page.evaluate(() => interleave.renderer);
console.log(`${cpus().length} × ${cpus()[0].model}; load ${loadavg()[0].toFixed(2)}; ${renderer}`);
for (const [name, { own, all }] of [['no spans', empty], [`${spans.toLocaleString('en')} spans`, full]])
    console.log(`${name.padEnd(18)} ${own.toFixed(1)} ms of the page's thread, a frame every ${all.toFixed(0)} ms`);
await browser.close();
await close();
