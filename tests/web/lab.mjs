// The lab in a page that Playwright drives: where it stands, how its start ended, how often it was opened.
import { until } from './harness.mjs';

/** The element of a control. */
export const at = (id) => `[data-control="${id}"]`;

/** The value of a fact that the lab in a page or frame tells, or undefined. */
export const fact = (frame, id) => frame.evaluate((name) => document.querySelector(`[data-fact="${name}"]`)?.dataset.value, id);

/** The sentence in which it tells it. */
export const factInWords = (frame, id) => frame.textContent(`[data-fact="${id}"]`);

/** Whether nothing runs that could be cancelled. */
export const ended = async (frame) => (await frame.getAttribute(at('cancel'), 'aria-disabled')) === 'true';

/** Waits for the end of a run that tells `result`. */
export const finished = (frame, result) =>
    until('the run to end', async () => (await fact(frame, result)) !== undefined && (await ended(frame)));

/** How many frames the lab has drawn. */
export const frames = (frame) => frame.evaluate(() => interleave.frames);

/** Waits until the lab has drawn its last; resolves with how many frames that were. */
export async function rest(frame) {
    let before = -1;
    await until('rest', async () => {
        const now = await frames(frame);
        const same = now === before;
        before = now;
        return same;
    }, { every_ms: 700 });
    return before;
}

/** The frame that the lab has in `page`, however deep. */
export const labFrame = (page) => until('the frame of the lab', () => page.frames().find((frame) => /\/embed\.html/.test(frame.url())));

/** Waits until the lab in a page or frame is ready or has failed; resolves with {failed, tier}. */
export async function settled(frame) {
    await frame.waitForSelector('html[data-ready="true"], html[data-failed]', { state: 'attached' });
    return frame.evaluate(() => ({ failed: document.documentElement.dataset.failed, tier: document.documentElement.dataset.tier }));
}

/** Waits until the lab in a page or frame is ready; a failure sentence ends the wait at once. */
export async function ready(frame) {
    const { failed } = await settled(frame);
    if (failed) throw new Error(`failed: ${failed}: ${await frame.textContent('#failure')}`);
    return frame;
}

/** Opens another link in a lab that is open in `page`, or in a frame of it, as a reader does who changes the address. */
export async function openLink(page, fragment, frame = page) {
    await page.mouse.move(1, 1);
    for (const link of ['', fragment]) { // the same link again would open nothing
        await frame.evaluate((hash) => new Promise((opened) => {
            document.activeElement?.blur();
            addEventListener('hashchange', () => opened(), { once: true }); // after the lab's own listener
            location.hash = hash;
        }), link);
    }
}

/** Addresses of the lab that `page` opens from now on, also in frames; a changed part behind # opens nothing. */
export function visitsOf(page) {
    const visits = [];
    page.on('request', (request) => {
        if (request.isNavigationRequest() && /\/(lab|embed)\.html/.test(request.url())) visits.push(request.url());
    });
    return visits;
}

/**
 * For browsers whose driver knows little more than scripts: in a page of the lab, steps through a coroutine and simulates
 * a lock. `run(script)` evaluates an expression there. Resolves with the hash of the simulated run, the same everywhere.
 */
export async function tryOtherExperiments(run) {
    const opened = (widget) => until(widget, () => run(`interleave.link().includes('w=${widget}')`));
    const value = (id) => run(`interleave.facts()['${id}']?.value ?? null`);
    await run(`void (location.hash = 'w=coroutine&lesson=average&lang=ko')`);
    await opened('coroutine');
    await run(`void interleave.press('run')`);
    await until('the last line that the lesson prints', async () => (await value('output'))?.includes('코루틴이 종료되었습니다.'));
    await run(`void interleave.press('back')`);
    await until('a step back', async () => Number(await value('step')) === Number(await value('steps')) - 1);
    await run(`void (location.hash = 'w=contention&lock=mcs&lang=ko')`);
    await opened('contention');
    await run(`void interleave.press('run')`);
    const ended = `document.querySelector('[data-control="cancel"]').getAttribute('aria-disabled') === 'true'`;
    await until('the run to end', async () => (await run(ended)) && /^0x[0-9a-f]{16}$/.test(await value('trace_hash')));
    return value('trace_hash');
}
