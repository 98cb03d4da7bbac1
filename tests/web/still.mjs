// Pictures of the lab that stands still: the sizes in which every experiment is pictured, and what must be on them.
import { assert, until } from './harness.mjs';
import { colourAt, decodePng, look } from './png.mjs';

export const sizes = {
    wide: { viewport: { width: 1280, height: 800 }, page: 'lab.html' },
    narrow: { viewport: { width: 390, height: 844 }, page: 'lab.html', isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    embed: { viewport: { width: 640, height: 400 }, page: 'embed.html' },
};

/** A picture of a lab that draws no more. */
export async function still(page) {
    let before;
    await until('no more frames', async () => {
        // After two turns of the browser what was asked for has been drawn, however long a turn takes.
        const now = await page.evaluate(() => new Promise((told) =>
            requestAnimationFrame(() => requestAnimationFrame(() => told(interleave.frames)))));
        const same = now === before;
        before = now;
        return same;
    }, { every_ms: 150 });
    return page.screenshot();
}

/** The languages and themes in which a page is pictured; `switchTo` is what leads an open page to one of them. */
export const looks = ['ko', 'en'].flatMap((lang) => ['light', 'dark'].map((theme) => ({ lang, theme })));
export const switchTo = (page, { lang, theme }) => page.evaluate(async (wanted) => {
    for (const [id, value] of Object.entries(wanted)) await interleave.set(id, value);
}, { lang, theme });

/** The painted controls and the stage around them must show something, in the colours of the theme. */
export async function assertDrawn(page, png, theme, scale = 1) {
    const picture = decodePng(png);
    const all = look(picture);
    const ground = theme === 'dark' ? [0x14, 0x16, 0x1a] : [0xfb, 0xfa, 0xf7];
    assert.ok(all.colours > 60, `only ${all.colours} colours`);
    assert.ok(all.spread > 8, `spread ${all.spread}`);
    const light = all.mean > 128;
    assert.equal(light, theme === 'light', `mean brightness ${all.mean}`);
    const corner = colourAt(picture, 2, Math.round(picture.height / 2));
    assert.ok(corner.every((part, i) => Math.abs(part - ground[i]) < 24), `the ground is ${corner}`);
    const boxes = await page.$$eval('.painted > [data-control]', (elements) => elements.map((e) => {
        const { x, y, width, height } = e.getBoundingClientRect();
        const clip = e.closest('.region')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
        return { id: e.dataset.control, x, y, width, height, seen: y >= clip.top && y + height <= clip.bottom && x >= 0 && x + width <= innerWidth };
    }));
    const seen = boxes.filter((box) => box.seen);
    assert.ok(seen.length >= 4, `${seen.length} painted controls are to be seen`);
    for (const { id, x, y, width, height } of seen) {
        const part = look(picture, { x: x * scale, y: y * scale, width: width * scale, height: height * scale });
        assert.ok(part.colours > 3, `nothing is painted under ${id}: ${JSON.stringify(part)}`);
    }
}
