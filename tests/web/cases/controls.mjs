// The DOM mirror and the page object: every control is an ordinary element that an ordinary click or key drives.
import { assert, pause, until } from '../harness.mjs';
import { at } from '../lab.mjs';

const values = (page) => page.evaluate(async () => {
    await window.interleave.ready;
    return Object.fromEntries([...document.querySelectorAll('[data-control]')].map((e) => [e.dataset.control, e.type === 'checkbox' ? String(e.checked) : e.value]));
});

export default async function controlCases({ test, hosts, open, visit, ready }) {
    const lab = async (fragment = 'w=sort&n=5000&lang=en', options) => {
        if (!options) return visit(fragment);
        const page = await open(`${hosts.real}/lab.html#${fragment}`, options);
        await ready(page);
        return page;
    };

    await test('controls: the DOM lists every control of the sort widget and of the page, once, in order', async () => {
        const page = await lab();
        const ids = await page.$$eval('[data-control]', (all) => all.map((e) => e.dataset.control));
        const wanted = ['n', 'units', 'repetitions', 'interval_ms', 'seed', 'sort_checks', 'run', 'cancel', 'predict.threads',
            'predict.gil', 'predict.processes', 'code', 'lang', 'theme', 'copy_link'];
        for (const id of wanted) assert.equal(ids.filter((one) => one === id).length, 1, id);
        const unnamed = await page.$$eval('[data-control]', (all) => all.filter((e) => !e.getAttribute('aria-label')).map((e) => e.dataset.control));
        assert.deepEqual(unnamed, []);
        assert.deepEqual(page.problems, []);
    });

    await test('controls: click, fill, check and select reach the app without force', async () => {
        const page = await lab();
        await page.locator(at('n')).fill('20,000');
        await page.locator(at('n')).press('Enter');
        await until('n', async () => (await values(page)).n === '20000');
        await page.locator(at('units')).click();
        await page.locator(at('units')).fill('3');
        await page.locator(at('units')).blur();
        await page.locator(at('sort_checks')).check();
        await page.locator(at('predict.threads')).selectOption('half');
        const link = await page.evaluate(() => window.interleave.link());
        for (const part of ['n=20000', 'units=3', 'sort_checks=true', 'predict.threads=half']) assert.ok(link.includes(part), `${part} in ${link}`);
        await page.locator(at('sort_checks')).click();
        assert.ok(!(await page.evaluate(() => window.interleave.link())).includes('sort_checks'));
    });

    await test('controls: each painted control lies inside the stage, and the middle of each takes the click', async () => {
        const page = await lab();
        const misplaced = await page.evaluate(() => {
            const stage = document.getElementById('stage').getBoundingClientRect();
            const wrong = [];
            for (const element of document.querySelectorAll('.painted > [data-control]')) {
                element.scrollIntoView({ block: 'nearest' });
                const box = element.getBoundingClientRect();
                const name = element.dataset.control;
                if (box.width < 20 || box.height < 20) wrong.push(`${name} is ${box.width} × ${box.height}`);
                if (box.left < stage.left - 1 || box.right > stage.right + 1 || box.top < stage.top - 1 || box.bottom > stage.bottom + 1) wrong.push(`${name} lies outside`);
                const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                if (hit !== element && getComputedStyle(element).pointerEvents !== 'none') wrong.push(`${name} is covered by ${hit?.outerHTML.slice(0, 60)}`);
            }
            return wrong;
        });
        assert.deepEqual(misplaced, []);
        const painted = await page.locator('.painted').count();
        assert.ok(painted >= 8, `${painted} are painted`);
    });

    await test('controls: the canvas knows the pointer over itself, and not over a control', async () => {
        const page = await lab();
        await page.evaluate(() => {
            const canvas = document.getElementById('canvas');
            window.inside = false;
            canvas.addEventListener('mouseenter', () => (window.inside = true));
            canvas.addEventListener('mouseleave', () => (window.inside = false));
        });
        const inside = () => page.evaluate(() => window.inside);
        const hover = async (id) => page.locator(at(id)).hover();
        await hover('sort_checks');
        assert.equal(await inside(), false, 'straight onto a control');
        const box = await page.locator(at('n')).boundingBox();
        await page.mouse.move(box.x + 20, box.y - 6); // the panel beside it
        assert.equal(await inside(), true, 'on the panel');
        await hover('n');
        assert.equal(await inside(), false, 'from the panel onto a control');
        await page.mouse.move(300, 400);
        assert.equal(await inside(), true, 'on the stage');
        await hover('run');
        assert.equal(await inside(), false, 'from the stage onto a control');
    });

    await test('controls: a refused value stays to be corrected, with its sentence; Escape takes it back', async () => {
        const page = await lab();
        const field = page.locator(at('n'));
        await field.fill('12');
        await field.press('Enter');
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
        const sentence = await page.evaluate(() => {
            const ids = document.querySelector('[data-control="n"]').getAttribute('aria-describedby').split(' ');
            return ids.map((id) => document.getElementById(id).textContent).join(' ');
        });
        assert.match(sentence, /1,?000/);
        assert.equal(await field.inputValue(), '12');
        await until('the live region', async () => /1,?000/.test(await page.textContent('#live')));
        await field.fill('13');
        await field.press('Escape');
        assert.equal(await field.inputValue(), '5000');
        assert.equal(await field.getAttribute('aria-invalid'), null);
        await field.fill('nonsense');
        await field.press('Tab');
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
        assert.equal((await page.evaluate(() => window.interleave.link())).includes('nonsense'), false);
    });

    await test('controls: one that cannot be used says why and does nothing', async () => {
        const page = await lab();
        const cancel = page.locator(at('cancel'));
        assert.equal(await cancel.getAttribute('aria-disabled'), 'true');
        const refusal = await page.evaluate(() => window.interleave.press('cancel'));
        assert.ok(refusal.ko && refusal.en);
        const help = await page.evaluate(() => document.getElementById(document.querySelector('[data-control="cancel"]').getAttribute('aria-describedby').split(' ')[0]).textContent);
        assert.ok(help.startsWith(refusal.en), `${help} / ${refusal.en}`);
    });

    await test('controls: language and theme switch everything at once', async () => {
        const page = await lab('w=sort&n=5000', { colorScheme: 'light' });
        assert.equal(await page.getAttribute('html', 'lang'), 'ko');
        const korean = { title: await page.title(), run: await page.getAttribute(at('run'), 'aria-label'), show: await page.innerText('#show-text') };
        await page.locator(at('lang')).selectOption('en');
        await until('English', async () => (await page.getAttribute('html', 'lang')) === 'en');
        const english = { title: await page.title(), run: await page.getAttribute(at('run'), 'aria-label'), show: await page.innerText('#show-text') };
        assert.match(korean.title, /[가-힣]/);
        assert.doesNotMatch(english.title, /[가-힣]/);
        assert.notEqual(korean.run, english.run);
        assert.equal(english.show, 'As text');
        assert.equal(await page.getAttribute('html', 'data-theme'), 'light');
        await page.locator(at('theme')).selectOption('dark');
        await until('dark', async () => (await page.getAttribute('html', 'data-theme')) === 'dark');
        await page.locator(at('theme')).selectOption('auto');
        await until('light', async () => (await page.getAttribute('html', 'data-theme')) === 'light');
        await page.emulateMedia({ colorScheme: 'dark' });
        await until('the system is dark', async () => (await page.getAttribute('html', 'data-theme')) === 'dark');
    });

    await test('controls: in a narrow window the panel scrolls by itself, and focus brings controls into view', async () => {
        const page = await lab('w=sort&n=5000&lang=en', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
        for (const id of ['n', 'units', 'seed', 'sort_checks', 'run']) {
            const field = page.locator(at(id));
            await field.focus();
            await pause(150);
            const box = await field.boundingBox();
            assert.ok(box && box.y >= 0 && box.y + box.height <= 845, `${id} at ${JSON.stringify(box)}`);
        }
        await page.locator(at('n')).fill('6000');
        await page.locator(at('n')).press('Enter');
        await page.locator(at('sort_checks')).tap();
        await until('both', async () => { const now = await values(page); return now.n === '6000' && now.sort_checks === 'true'; });
    });

    await test('controls: what the app says of scrolling before it has heard of the browser’s own does not undo it', async () => {
        const page = await lab('w=sort&n=5000&lang=en', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
        await pause(600);
        const scrolled = await page.evaluate(async () => {
            const region = document.querySelector('#mirror .region');
            region.querySelector('[data-control="sort_checks"]').focus(); // the browser brings it into view at once and tells the app with its next frame
            const there = region.scrollTop;
            await interleave.set('n', '6000'); // what the app says meanwhile is older
            return [there, region.scrollTop];
        });
        assert.ok(scrolled[0] > 20, `the browser scrolled to ${scrolled[0]}`);
        assert.equal(scrolled[1], scrolled[0]);
        await pause(600);
        assert.ok(Math.abs((await page.evaluate(() => document.querySelector('#mirror .region').scrollTop)) - scrolled[0]) <= 1, 'and it stays there');
    });

    await test('page object: set, press, facts and link, and refusals in both languages', async () => {
        const page = await lab();
        const answer = await page.evaluate(async () => {
            await interleave.ready;
            return {
                keys: Object.keys(interleave).sort(), tier: interleave.tier, frames: interleave.frames,
                good: await interleave.set('n', 30000), bad: await interleave.set('n', 'many'), unknown: await interleave.set('nothing', 1),
                link: interleave.link(), facts: interleave.facts(),
            };
        });
        assert.deepEqual(answer.keys, ['facts', 'frames', 'link', 'press', 'ready', 'renderer', 'set', 'tier']);
        assert.equal(answer.tier, 'threads');
        assert.ok(answer.frames >= 1);
        assert.equal(answer.good, null);
        for (const refusal of [answer.bad, answer.unknown]) assert.ok(/[가-힣]/.test(refusal.ko) && /[a-z]/.test(refusal.en), JSON.stringify(refusal));
        assert.match(answer.link, /n=30000/);
        assert.equal(answer.facts.tier.value, 'threads');
    });
}
