// A smaller set in WebKitGTK's MiniBrowser, through WebDriver. It is isolated by headers but has no SharedArrayBuffer unless
// asked for: a natural test of tier "workers".
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { assert, patiently, pause, until } from './harness.mjs';
import { tryOtherExperiments } from './lab.mjs';
import { decodePng, look } from './png.mjs';
import { startScreen } from './screen.mjs';
import { WebDriver } from './webdriver.mjs';

const miniBrowser = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser'].find(existsSync);

const freePort = () => new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => done(port));
    });
});

export default async function cases({ report, hosts, shots }) {
    await mkdir(shots, { recursive: true });
    const screen = await startScreen();

    /** Runs `body(driver)` in a fresh browser with these variables in its environment. */
    async function inBrowser(environment, body) {
        const port = await freePort();
        const program = spawn('WebKitWebDriver', [`--port=${port}`], {
            stdio: 'ignore',
            env: { ...process.env, ...screen.environment, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LC_ALL: 'C.UTF-8', ...environment },
        });
        const driver = new WebDriver(`http://127.0.0.1:${port}`);
        try {
            await until('WebKitWebDriver', () => driver.start({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } }).then(() => true));
            await driver.size(1280, 900);
            await body(driver);
        } finally {
            await patiently(driver.end());
            program.kill();
        }
    }

    async function smallRun(driver, site, tier, name) {
        await driver.open(`${site}/lab.html#w=sort&n=150000&repetitions=1&lang=ko`);
        await until('the app', async () => {
            const [failed, ready] = await driver.run('return [document.documentElement.dataset.failed, document.documentElement.dataset.ready]');
            if (failed) throw new Error(`failed: ${failed}: ${await driver.run('return document.getElementById("failure").innerText')}`);
            return ready === 'true';
        });
        assert.equal(await driver.run('return document.documentElement.dataset.tier'), tier);
        await driver.click('[data-control="sort_checks"]');
        await until('the switch', () => driver.run('return /sort_checks=true/.test(interleave.link())'));
        await driver.click('[data-control="run"]');
        const fact = (id) => driver.run('return document.querySelector(`[data-fact="${arguments[0]}"]`)?.dataset.value ?? null', id);
        await until('verified', async () => (await fact('verified')) === 'true');
        await until('the end', () => driver.run('return document.querySelector(\'[data-control="cancel"]\').getAttribute("aria-disabled") === "true"'));
        for (const way of tier === 'threads' ? ['sequence', 'threads', 'gil', 'processes'] : ['sequence', 'processes']) {
            assert.ok(Number(await fact(`way.${way}.wall_s`)) > 0, way);
        }
        assert.ok(Number(await fact('clock_step_us')) > 0, `clock step ${await fact('clock_step_us')} µs`);
        await pause(700);
        const png = await driver.screenshot();
        await writeFile(join(shots, `webkit-${name}.png`), png);
        const seen = look(decodePng(png));
        assert.ok(seen.colours > 60 && seen.spread > 8, JSON.stringify(seen));
        hashes.add(await tryOtherExperiments((script) => driver.run(`return ${script}`)));
    }

    const hashes = new Set(); // of one and the same simulated run
    const run = (site, tier, name, environment = {}) => () => inBrowser(environment, (driver) => smallRun(driver, site, tier, name));
    try {
        await report.test('webkit: real headers, no SharedArrayBuffer: workers, a small run', run(hosts.real, 'workers', 'real-headers'), { limit_ms: 150_000 });
        await report.test('webkit: no headers: workers, a small run', run(hosts.none, 'workers', 'no-headers'), { limit_ms: 150_000 });
        await report.test('webkit: real headers and SharedArrayBuffer: threads, a small run', run(hosts.real, 'threads', 'threads', { JSC_useSharedArrayBuffer: '1' }), { limit_ms: 150_000 });
        await report.test('webkit: both builds simulate the same run', async () => assert.equal(hashes.size, 1, [...hashes].join(' ')));
    } finally {
        screen.close();
    }
}
