// The lab in a page that Playwright drives: where it stands, how its start ended, how often it was opened.
import { until } from './harness.mjs';

/** The frame that the lab has in `page`, however deep. */
export const labFrame = (page) => until('the frame of the lab', () => page.frames().find((frame) => /\/embed\.html/.test(frame.url())));

/** Waits until the lab in a page or frame is ready or has failed; resolves with {failed, tier}. */
export async function settled(frame, limit_ms = 20_000) {
    await frame.waitForSelector('html[data-ready="true"], html[data-failed]', { state: 'attached', timeout: limit_ms });
    return frame.evaluate(() => ({ failed: document.documentElement.dataset.failed, tier: document.documentElement.dataset.tier }));
}

/** Waits until the lab in a page or frame is ready; a failure sentence ends the wait at once. */
export async function ready(frame, limit_ms) {
    const { failed } = await settled(frame, limit_ms);
    if (failed) throw new Error(`failed: ${failed}: ${await frame.textContent('#failure')}`);
    return frame;
}

/** Addresses of the lab that `page` opens from now on, also in frames; a changed part behind # opens nothing. */
export function visitsOf(page) {
    const visits = [];
    page.on('request', (request) => {
        if (request.isNavigationRequest() && /\/(lab|embed)\.html/.test(request.url())) visits.push(request.url());
    });
    return visits;
}
