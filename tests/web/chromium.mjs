// Everything, in headless Chromium through Playwright: two suites of cases at a time in its headless shell, then what the lab
// costs in the whole browser.
import { AsyncLocalStorage } from 'node:async_hooks';
import { chromium } from 'playwright-core';
import accessCases from './cases/access.mjs';
import addressCases from './cases/address.mjs';
import contentionCases from './cases/contention.mjs';
import controlCases from './cases/controls.mjs';
import coroutineCases from './cases/coroutine.mjs';
import costCases from './cases/costs.mjs';
import errorCases from './cases/errors.mjs';
import idleCases from './cases/idle.mjs';
import messageCases from './cases/messages.mjs';
import pictureCases from './cases/picture.mjs';
import runCases from './cases/run.mjs';
import sentenceCases from './cases/sentences.mjs';
import serverCases from './cases/server.mjs';
import tierCases from './cases/tiers.mjs';
import workerCases from './cases/worker.mjs';
import { patience_ms, patiently, twoAtATime } from './harness.mjs';
import { labFrame, openLink, ready, settled } from './lab.mjs';

export const flags = [
    '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

/** Without a graphics card the compositor is what costs most; its picture is the same. */
const sparing = ['--disable-gpu-compositing'];

// Pages live for seconds here: WebAssembly is compiled again, into faster code, only where it runs for long.
const brief = ['--js-flags=--wasm-tiering-budget=1000000000'];

const whole = process.env.CHROMIUM || '/usr/bin/chromium';
const shell = process.env.HEADLESS_SHELL || whole;

// Which case is running, for whoever opens a page. A case whose time is up may still be running beside the next one.
const running = new AsyncLocalStorage();

/** A case, or a suite, to which the pages opened under it belong. */
class Owner {
    contexts = [];
    over = false;

    close() {
        this.over = true;
        return Promise.allSettled(this.contexts.map((context) => context.close()));
    }
}

/** A browser with `open(address, options) → page`. A page belongs to the case that opens it. */
export async function launch(more = brief, executablePath = shell) {
    const browser = await chromium.launch({ executablePath, args: [...flags, ...sparing, ...more] });
    return {
        async open(address, { scripts = [], ...options } = {}) {
            const one = running.getStore();
            const context = await browser.newContext({ viewport: { width: 960, height: 600 }, locale: 'ko-KR', reducedMotion: 'reduce', ...options });
            one.contexts.push(context);
            context.setDefaultTimeout(patience_ms);
            if (one.over) {
                await context.close();
                throw new Error('this case is over');
            }
            for (const script of scripts) await context.addInitScript(script);
            const page = await context.newPage();
            page.problems = [];
            page.on('pageerror', (error) => page.problems.push(String(error)));
            page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
            if (address) await page.goto(address);
            return page;
        },
        close: () => patiently(browser.close()),
    };
}

/** A browser that can draw on no canvas. */
export const launchWithoutCanvas = () => launch([...brief, '--disable-3d-apis', '--disable-gpu']);

/**
 * What the cases of a suite need, and `end`; above all `test`, `open(address, options) → page`, `visit(fragment) → page`, and
 * `keep(make)`, with which what is opened belongs to the suite.
 */
function suiteIn({ open }, environment) {
    let suite = new Owner();
    let shared;
    const end = async () => {
        const ended = suite;
        suite = new Owner();
        shared = undefined;
        await patiently(ended.close());
    };
    const test = async (name, body, options) => {
        const one = new Owner();
        const passed = await running.run(one, () => environment.report.test(name, body, { ...options, finish: () => one.close() }));
        if (!passed) await end();
    };
    const keep = (make) => running.run(suite, make);
    /** The lab at this link, ready, in the page that the cases of the suite share: each opens its own link there. */
    const visit = async (fragment) => {
        if (shared) {
            await openLink(shared, fragment);
        } else {
            shared = await keep(() => open(`${environment.hosts.real}/lab.html#${fragment}`));
            await ready(shared);
        }
        shared.problems.length = 0;
        return shared;
    };
    return { ...environment, open, ready, settled, labFrame, test, visit, keep, end };
}

export default async function cases(environment) {
    const [browser, shellBrowser] = await Promise.all([launch([], whole), launch()]);
    const runIn = (its, suite) => async () => {
        const given = suiteIn(its, environment);
        await suite(given);
        await given.end();
    };
    const together = [pictureCases, contentionCases, coroutineCases, tierCases, errorCases, accessCases, runCases, idleCases,
        controlCases, messageCases, addressCases, sentenceCases, serverCases, workerCases];
    try {
        await twoAtATime(together.map((suite) => runIn(shellBrowser, suite)));
        await runIn(browser, costCases)();
    } finally {
        await Promise.all([browser.close(), shellBrowser.close()]);
    }
}
