// The coroutine stepper, through the DOM only, as a reader does it.
import { assert, until } from '../harness.mjs';

const at = (id) => `[data-control="${id}"]`;
const fact = (page, id) => page.evaluate((name) => document.querySelector(`[data-fact="${name}"]`)?.dataset.value, id);

export default async function coroutineCases({ test, hosts, open, ready, report }) {
    const lab = async (fragment, host = 'real') => {
        const page = await open(`${hosts[host]}/lab.html#${fragment}`);
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
}
