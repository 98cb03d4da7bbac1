// The sorting experiment in headless Chromium, natively and in CPython, one after the other, as ratios of one run:
//   ./dev bench browser [N]            (N: numbers a unit, by default 10,000,000)
// Needs an otherwise idle machine; says how busy it was.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { loadavg, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { flags } from '../web/chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(join(root, 'tests/web/'))('playwright-core');
const n = Number(process.argv[2] ?? 10_000_000);
const repetitions = 9; // a rented machine differs by a fifth from one second to the next
const setup = ['run', 'sort', '--n', String(n), '--units', '2', '--repetitions', String(repetitions), '--json'];
const ways = ['sequence', 'threads', 'gil', 'processes'];

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Seconds from opening the page to its first frame, in a browser that is up, with nothing of the page in its caches. */
async function firstFrame(browser, address) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
        new MutationObserver(() => {
            if (document.documentElement.dataset.ready === 'true') window.readyAt ??= performance.now();
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
    });
    await page.waitForTimeout(2_000);
    await page.goto(address);
    const at = await (await page.waitForFunction(() => window.readyAt)).jsonValue();
    await context.close();
    return at / 1_000;
}

async function inChromium() {
    const { port, close } = await serve(join(root, 'build/site'), { port: 0 });
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: flags,
    });
    const address = `http://127.0.0.1:${port}/lab.html#w=sort&n=${n}&units=2&repetitions=${repetitions}&lang=en`;
    const firsts = [];
    for (let i = 0; i < 5; i++) firsts.push(await firstFrame(browser, address));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    await page.locator('html[data-ready=true]').waitFor();
    await page.locator('[data-control=run]').click();
    await page.locator('[data-control=cancel][aria-disabled=true]').waitFor({ timeout: 600_000 });
    const facts = await page.evaluate(() => window.interleave.facts());
    const version = browser.version();
    await browser.close();
    await close();
    return { facts, firstFrame: median(firsts), version };
}

const natively = () => JSON.parse(execFileSync(join(root, 'build/native-clang/bin/interleave'), setup, { maxBuffer: 1 << 26 })).facts;

const python = `import time, random
def work(): return sorted([random.random() for _ in range(${n})])
start = time.time(); work(); work(); print(time.time() - start)`;

const seconds = (facts, way) => Number(facts[`way.${way}.wall_s`]?.value ?? NaN);
const row = (name, facts) => console.log(
    `${name.padEnd(26)} ${ways.map((way) => `${way} ${seconds(facts, way).toFixed(3)} s (×${(seconds(facts, 'sequence') / seconds(facts, way)).toFixed(2)})`).join('  ')}`
    + `  cores ${Number(facts.effective_cores.value).toFixed(2)}  verified ${facts.verified.value}`);

console.log(`n = ${n.toLocaleString('en')} × 2, median of ${repetitions}; ${cpus().length} × ${cpus()[0].model}; load ${loadavg()[0].toFixed(2)}`);
const browser = await inChromium();
row(`Chromium ${browser.version.split('.')[0]}`, browser.facts);
const native = natively();
row('native, clang 19 -O3', native);
const cpython = Number(execFileSync('python3', ['-c', python]));
console.log(`${execFileSync('python3', ['-V']).toString().trim().padEnd(26)} sequence ${cpython.toFixed(3)} s`);
/** A figure of the page beside its limit. */
function judge(name, value, least, most, unit = '') {
    const kept = value >= least && value <= most;
    const limit = least === 0 ? `at most ${most}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    console.log(`${name.padEnd(26)} ${value.toFixed(2)}${unit}  limit ${limit}${unit}: ${kept ? 'kept' : 'MISSED'}`);
}
const speedup = (way) => seconds(browser.facts, 'sequence') / seconds(browser.facts, way);
judge('threads, speed-up', speedup('threads'), 1.85, Infinity);
judge('GIL, speed-up', speedup('gil'), 0.95, 1.05);
judge('processes, speed-up', speedup('processes'), 1.5, Infinity);
judge('way 1, wasm / native', seconds(browser.facts, 'sequence') / seconds(native, 'sequence'), 0, 1.25);
judge('way 1, CPython / wasm', cpython / seconds(browser.facts, 'sequence'), 2.5, Infinity);
judge('first frame, median of 5', browser.firstFrame, 0, 1.5, ' s');
console.log(`clock step ${browser.facts.clock_step_us.value} µs; load after ${loadavg()[0].toFixed(2)}`);
