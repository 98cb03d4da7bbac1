// The coroutine stepper, through the DOM only, as a reader does it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, until } from '../harness.mjs';
import { assertDrawn, looks, sizes, still, switchTo } from '../still.mjs';

const at = (id) => `[data-control="${id}"]`;
const fact = (page, id) => page.evaluate((name) => document.querySelector(`[data-fact="${name}"]`)?.dataset.value, id);

export default async function coroutineCases({ test, hosts, open, ready, report, shots }) {
    await mkdir(shots, { recursive: true });
    const lab = async (fragment, host = 'real', { page: path = 'lab.html', ...options } = {}) => {
        const page = await open(`${hosts[host]}/${path}#${fragment}`, options);
        await ready(page);
        return page;
    };

    await test('coroutine: the lecture\'s lines exactly, in every tier', async () => {
        for (const host of ['real', 'none']) {
            const page = await lab('w=coroutine&lang=ko', host);
            await page.click(at('run'));
            await until('the end', async () => (await fact(page, 'output.7')) !== undefined);
            assert.equal(await fact(page, 'output.1'), '받은 값: 10, 현재 평균: 10.0');
            assert.equal(await fact(page, 'output.6'), '코루틴 종료.');
            assert.equal(await fact(page, 'output.7'), '코루틴이 종료되었습니다.');
            if (host === 'real') assert.deepEqual(page.problems, []); // elsewhere a service worker is looked for in vain
        }
    });

    await test('coroutine: each step is announced, forwards and backwards', async () => {
        const page = await lab('w=coroutine&lang=en&step=9');
        assert.match(await page.textContent('#sentence'), /`coro.send\(10\)` resumes the coroutine/);
        await page.click(at('forward'));
        await until('the next step', async () => /`data` becomes 10/.test(await page.textContent('#sentence')));
        await page.click(at('back'));
        await until('the step before', async () => (await fact(page, 'step')) === '9');
    });

    await test('coroutine: a link opens the very moment, and another operation makes a branch', async () => {
        const page = await lab('w=coroutine&lesson=average&ops=next,send:10,send:20&step=8&lang=en');
        assert.equal(await fact(page, 'state'), 'suspended');
        assert.ok(Number(await fact(page, 'frame_bytes')) > 0);
        await page.click(at('op_close'));
        await until('a branch', async () => (await fact(page, 'branches')) === '2');
        assert.match(await page.evaluate(() => decodeURIComponent(interleave.link())), /ops=next,close/);
    });

    await test('coroutine: a made file is read with a flat line of memory', async () => {
        const page = await lab('w=coroutine&lesson=reading&file_mb=32&lang=en');
        await page.click(at('run'));
        await until('the end of reading', async () => (await fact(page, 'peak_generator_bytes')) !== undefined, 60_000);
        assert.ok(Number(await fact(page, 'peak_generator_bytes')) < 1_000_000);
        await until('the speed', async () => Number(await fact(page, 'throughput_mb_s')) > 0);
        report.note(`the generator reads ${await fact(page, 'throughput_mb_s')} MB/s, holding ${await fact(page, 'peak_generator_bytes')} bytes`);
    }, { limit_ms: 90_000 });

    await test('coroutine: a file of one\'s own is chosen or dropped, and read line by line', async () => {
        const text = '가나다\n'.repeat(40_000) + 'the last line has no end';
        const page = await lab('w=coroutine&lesson=reading&lang=en');
        const read = async (name, lines, bytes) => {
            await until('the name', async () => (await page.inputValue(at('file'))) === name);
            await page.click(at('run'));
            await until('the lines', async () => (await fact(page, 'lines')) === String(lines) && (await fact(page, 'file_bytes')) === String(bytes));
            await until('the end', async () => (await page.getAttribute(at('cancel'), 'aria-disabled')) === 'true');
        };
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(at('pick_file'))]);
        await chooser.setFiles({ name: '수업.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
        await read('수업.txt', 40_001, Buffer.byteLength(text));
        await page.evaluate(() => {
            const data = new DataTransfer();
            data.items.add(new File(['one\ntwo\n'], 'small.txt'));
            for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        });
        await read('small.txt', 2, 8);
        const refusal = await page.evaluate(() => interleave.set('file', 'another.txt'));
        assert.match(refusal.en, /cannot be opened/);
        assert.deepEqual(page.problems, []);
    }, { limit_ms: 60_000 });

    async function picture(page, name, theme, scale) {
        await page.mouse.move(1, 1);
        const png = await still(page);
        await assertDrawn(page, png, theme, scale);
        await writeFile(join(shots, `coroutine-${name}.png`), png);
    }

    for (const [name, options] of Object.entries(sizes))
        await test(`coroutine picture: ${name}, in both languages and themes`, async () => {
            const page = await lab('w=coroutine&step=11', 'real', { ...options, reducedMotion: 'reduce' });
            for (const look of looks) {
                await switchTo(page, look);
                await picture(page, `${name}-${look.lang}-${look.theme}`, look.theme, options.deviceScaleFactor);
            }
        }, { limit_ms: 60_000 });

    await test('coroutine picture: every lesson once', async () => {
        const page = await lab('w=coroutine&lang=ko&theme=light', 'real', { viewport: { width: 1280, height: 1100 }, reducedMotion: 'reduce' });
        const lessons = await page.$$eval(`${at('lesson')} option`, (options) => options.map((option) => option.value));
        assert.ok(lessons.length >= 8, `${lessons.length} lessons`);
        for (const lesson of lessons) {
            await page.evaluate((id) => interleave.set('lesson', id), lesson);
            await page.evaluate(() => interleave.press('run'));
            await until(`${lesson} to end`, async () => (await page.getAttribute(at('cancel'), 'aria-disabled')) === 'true', 60_000);
            const last = Number(await fact(page, 'step'));
            await page.evaluate((to) => interleave.set('step', to), String(Math.round(last * 0.6)));
            await picture(page, `lesson-${lesson}`, 'light');
        }
    }, { limit_ms: 120_000 });
}
