// Everything, in headless Chromium through Playwright.
import { chromium } from 'playwright-core';
import accessCases from './cases/access.mjs';
import addressCases from './cases/address.mjs';
import controlCases from './cases/controls.mjs';
import coroutineCases from './cases/coroutine.mjs';
import errorCases from './cases/errors.mjs';
import idleCases from './cases/idle.mjs';
import messageCases from './cases/messages.mjs';
import pictureCases from './cases/picture.mjs';
import runCases from './cases/run.mjs';
import sentenceCases from './cases/sentences.mjs';
import serverCases from './cases/server.mjs';
import tierCases from './cases/tiers.mjs';

export const flags = [
    '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

/** A browser with `open(address, options) → page`; pages are closed with `closeAll`. */
export async function launch(more = []) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...flags, ...more] });
    const contexts = [];
    return {
        browser,
        async open(address, { scripts = [], ...options } = {}) {
            const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR', ...options });
            contexts.push(context);
            for (const script of scripts) await context.addInitScript(script);
            const page = await context.newPage();
            page.problems = [];
            page.on('pageerror', (error) => page.problems.push(String(error)));
            page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
            if (address) await page.goto(address);
            return page;
        },
        async closeAll() {
            while (contexts.length) await contexts.pop().close().catch(() => null);
        },
        close: () => browser.close(),
    };
}

/** Waits until the lab in a page or frame is ready; a failure sentence ends the wait at once. */
export async function ready(frame, limit_ms = 20_000) {
    await frame.waitForSelector('html[data-ready="true"], html[data-failed]', { state: 'attached', timeout: limit_ms });
    const failed = await frame.getAttribute('html', 'data-failed');
    if (failed) throw new Error(`failed: ${failed}: ${await frame.textContent('#failure')}`);
    return frame;
}

export default async function cases(environment) {
    const browser = await launch();
    const all = { ...environment, ...browser, ready };
    const { report } = environment;
    const test = report.test.bind(report);
    all.test = (name, body, options) => test(name, async () => {
        try {
            await body();
        } finally {
            await browser.closeAll();
        }
    }, options);
    try {
        for (const suite of [sentenceCases, serverCases, tierCases, controlCases, addressCases, messageCases, runCases, coroutineCases,
            idleCases, accessCases, errorCases, pictureCases]) await suite(all);
    } finally {
        await browser.close();
    }
}
