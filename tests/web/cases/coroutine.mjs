// The coroutine stepper, through the DOM only, as a reader does it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert, pause, until } from '../harness.mjs';
import { at, ended, fact } from '../lab.mjs';
import { assertDrawn, looks, sizes, still, switchTo } from '../still.mjs';

export default async function coroutineCases({ test, hosts, open, visit, ready, report, shots }) {
    await mkdir(shots, { recursive: true });
    const lab = async (fragment, host = 'real', options) => {
        if (host === 'real' && !options) return visit(fragment);
        const { page: path = 'lab.html', ...its } = options ?? {};
        const page = await open(`${hosts[host]}/${path}#${fragment}`, its);
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
        assert.match(await page.textContent('#sentence'), /`coro.send\(10\)` is called/);
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

    /** From here on everything that the live region says is kept in `window.said`. */
    const listen = (page) => page.evaluate(() => {
        window.said = [];
        const live = document.querySelector('#live');
        new MutationObserver(() => live.textContent && window.said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    const stepIs = (page, wanted) => until(`step ${wanted}`, async () => (await fact(page, 'step')) === String(wanted));

    await test('coroutine: the arrow keys step, wherever the focus is, and each step is announced', async () => {
        const page = await lab('w=coroutine&lang=en&step=9');
        await listen(page);
        const places = {
            'the page': () => page.evaluate(() => document.activeElement.blur()),
            'the stage': () => page.focus('#canvas'),
            'a button': () => page.focus(at('op_close')),
            'the slider': () => page.focus(at('step')),
        };
        let step = 9;
        for (const [place, focus] of Object.entries(places)) {
            await focus();
            await page.keyboard.press('ArrowRight');
            await until(`a step from ${place}`, async () => (await fact(page, 'step')) === String(step + 1));
            step += 1;
            const sentence = await page.textContent('#sentence');
            await until(`its sentence, said: ${sentence}`, () => page.evaluate((text) => window.said.includes(text), sentence));
            await page.keyboard.press('ArrowLeft');
            await until(`a step back from ${place}`, async () => (await fact(page, 'step')) === String(step - 1));
            await page.keyboard.press('ArrowRight');
            await stepIs(page, step);
        }
        await page.focus(at('value'));
        await page.keyboard.press('ArrowLeft'); // the caret's
        await page.focus(at('op_next'));
        await page.keyboard.press('Control+ArrowLeft'); // the browser's
        await page.keyboard.press('ArrowLeft');
        await stepIs(page, step - 1);
        assert.equal(await page.getAttribute(at('forward'), 'aria-keyshortcuts'), 'ArrowRight');
        assert.deepEqual(page.problems, []);
    });

    await test('coroutine: at the first step the left arrow says why it does nothing', async () => {
        const page = await lab('w=coroutine&lang=en');
        await listen(page);
        await page.keyboard.press('ArrowLeft');
        await until('why not', () => page.evaluate(() => window.said.some((text) => /first step/.test(text))));
    });

    await test('coroutine: in an embed the arrow keys step once the stage was clicked', async () => {
        const page = await lab('w=coroutine&lang=en&step=3', 'real', { page: 'embed.html', viewport: { width: 640, height: 400 } });
        await page.keyboard.press('ArrowRight');
        await page.click(at('forward'));
        await stepIs(page, 4); // not 5: the first key was the page's
        await page.keyboard.press('ArrowRight');
        await stepIs(page, 5);
    });

    await test('coroutine: throw, close and drop at any moment', async () => {
        const page = await lab('w=coroutine&ops=next&lang=en');
        await page.selectOption(at('error'), 'RuntimeError');
        await page.click(at('step_over'));
        await until('the yield', async () => (await fact(page, 'state')) === 'suspended');
        await page.click(at('op_throw'));
        await page.click(at('step_over'));
        await until('the error', async () => (await fact(page, 'outcome')) === 'error');
        assert.equal(await fact(page, 'flight'), 'RuntimeError');
        assert.equal(await fact(page, 'flight.way'), 'up');
        await page.click(at('back'));
        await page.click(at('op_drop'));
        await page.click(at('step_over'));
        await until('the drop', async () => (await fact(page, 'state')) === 'freed');
        assert.equal(await fact(page, 'frame.state'), 'freed');
        assert.match(await page.textContent('[data-table="frame"] caption'), /freed/);
        assert.equal(await page.getAttribute(at('op_next'), 'aria-disabled'), 'true');
        assert.deepEqual(page.problems, []);
    });

    await test('coroutine: a prediction is asked at the marked steps and judged at the outcome', async () => {
        const page = await lab('w=coroutine&lang=en');
        const marked = (await fact(page, 'predictions.steps')).split(',').map(Number);
        const asked = async () => (await page.getAttribute(at('predict'), 'aria-disabled')) !== 'true';
        assert.equal(await asked(), false);
        for (const [i, said, verdict] of [[0, 'value', 'right'], [1, 'error', 'wrong']]) {
            await page.evaluate((to) => interleave.set('step', to), String(marked[i]));
            await stepIs(page, marked[i]);
            assert.ok(await asked());
            assert.match(await page.textContent('#sentence'), /Say first what will come back/);
            await page.selectOption(at('predict'), said);
            await page.click(at('forward'));
            await until('no question between', async () => !(await asked()));
            await page.click(at('step_over'));
            await until(`the verdict ${verdict}`, async () => (await fact(page, 'prediction')) === verdict);
        }
        assert.equal(await fact(page, 'predictions.right'), '1');
        assert.equal(await fact(page, 'predictions.wrong'), '1');
        assert.match(await page.textContent('#sentence'), /\(not as predicted\)/);
        assert.match(await page.textContent('[data-table="history"]'), /A value · as predicted/);
    });

    await test('coroutine: both branches stay, and each can be chosen again', async () => {
        const page = await lab('w=coroutine&ops=next,send:10,send:20&lang=en');
        await page.evaluate(() => interleave.set('step', '9'));
        await page.fill(at('value'), '60');
        await page.keyboard.press('Enter');
        await page.click(at('op_send'));
        await until('a branch', async () => (await fact(page, 'branch')) === '2');
        const ops = () => page.inputValue(at('ops'));
        assert.equal(await ops(), 'next,send:10,send:60');
        await page.selectOption(at('branch'), '1');
        await until('the first again', async () => (await ops()) === 'next,send:10,send:20');
        await page.click(at('run'));
        await until('its output', async () => /15\.0/.test(await fact(page, 'output.2')));
        await page.selectOption(at('branch'), '2');
        await until('the second again', async () => (await ops()) === 'next,send:10,send:60');
        await page.click(at('run'));
        await until('its output', async () => /35\.0/.test(await fact(page, 'output.2')));
        assert.match(await page.textContent('[data-table="branches"]'), /next,send:10,send:20.*next,send:10,send:60/);
    });

    await test('coroutine: the slider goes over the whole record', async () => {
        const page = await lab('w=coroutine&lesson=pipeline&lang=en');
        const last = Number(await page.getAttribute(at('step'), 'max'));
        assert.equal(last, Number(await fact(page, 'steps')));
        const seen = new Set();
        for (const to of [last, Math.round(last / 2), 0, 7]) {
            await page.fill(at('step'), String(to));
            await stepIs(page, to);
            seen.add(await page.textContent('#sentence'));
        }
        assert.equal(seen.size, 4);
    });

    await test('coroutine: a value on its way between inner coroutines is told, and stepping over stops there', async () => {
        const page = await lab('w=coroutine&lesson=pipeline&ops=next,send:100,next&lang=en');
        const flights = [];
        while ((await page.getAttribute(at('step_over'), 'aria-disabled')) !== 'true') {
            const before = await fact(page, 'step');
            await page.click(at('step_over'));
            await until('another step', async () => (await fact(page, 'step')) !== before);
            flights.push(`${await fact(page, 'flight.along')}:${await fact(page, 'flight')}`);
        }
        assert.deepEqual(flights.slice(0, 4), ['caller,total,both,numbers:1', 'caller,total,both,numbers:2', 'both,numbers:StopIteration(103)', 'caller,total,both,numbers:10']);
    });

    await test('coroutine: the open frame as text has its address and every byte, with what it is and what changed', async () => {
        const page = await lab('w=coroutine&lang=en&step=14');
        const rows = await page.$$eval('[data-table="frame"] tbody tr', (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
        const bytes = rows.flatMap(([, hex]) => hex.split(' '));
        assert.equal(bytes.length, Number(await fact(page, 'frame.bytes')));
        assert.ok(bytes.every((byte) => /^[0-9a-f]{2}$/.test(byte)));
        assert.match(await page.textContent('[data-table="frame"] caption'), /at 0x[0-9a-f]+/);
        const row = (field) => rows.find((each) => each[2] === field);
        assert.match(row('resume')[3], /^0x/);
        assert.equal(row('local count')[3], '1');
        assert.ok(rows.some((each) => Number(each[4]) > 0), 'something has changed');
    });

    await test('coroutine: a made file is read with a flat line of memory', async () => {
        const page = await lab('w=coroutine&lesson=reading&file_mb=32&lang=en');
        await page.click(at('run'));
        await until('the end of reading', async () => (await fact(page, 'peak_generator_bytes')) !== undefined);
        assert.ok(Number(await fact(page, 'peak_generator_bytes')) < 1_000_000);
        await until('the speed', async () => Number(await fact(page, 'throughput_mb_s')) > 0);
        report.note(`the generator reads ${await fact(page, 'throughput_mb_s')} MB/s, holding ${await fact(page, 'peak_generator_bytes')} bytes`);
    });

    await test('coroutine: a made file of 1 GB: the generator stays under 1 MB, and reading it whole ends in its size or in the sentence', async () => {
        const page = await lab('w=coroutine&lesson=reading&file_mb=1024&lang=en');
        await page.click(at('run'));
        await until('the end of reading', async () => (await ended(page)) && (await fact(page, 'peak_generator_bytes')) !== undefined, { limit_ms: 150_000, every_ms: 500 });
        assert.equal(await fact(page, 'file_bytes'), '1024000000');
        assert.ok(Number(await fact(page, 'peak_generator_bytes')) < 1_000_000);
        const whole = await fact(page, 'peak_whole_bytes');
        if (whole === undefined) assert.match(await page.textContent('#sentence'), /does not fit into the [\d.]+ MB/);
        else assert.ok(Number(whole) >= 1_024_000_000);
        report.note(`1 GB made: the generator reads ${await fact(page, 'throughput_mb_s')} MB/s, holding ${await fact(page, 'peak_generator_bytes')} bytes; whole: ${whole ?? await page.textContent('#sentence')}`);
        assert.deepEqual(page.problems, []);
    }, { limit_ms: 180_000 });

    await test('coroutine: a file of one\'s own is chosen or dropped, and read line by line', async () => {
        const text = '가나다\n'.repeat(40_000) + 'the last line has no end';
        const page = await lab('w=coroutine&lesson=reading&lang=en');
        const read = async (name, lines, bytes) => {
            await until('the name', async () => (await page.inputValue(at('file'))) === name);
            await page.click(at('run'));
            await until('the lines', async () => (await fact(page, 'lines')) === String(lines) && (await fact(page, 'file_bytes')) === String(bytes));
            await until('the end', async () => (await ended(page)));
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
    });

    await test('coroutine: a file that has changed since it was chosen is told of, and can be chosen again', async () => {
        const path = join(await mkdtemp(join(tmpdir(), 'interleave-')), 'log.txt');
        const page = await lab('w=coroutine&lesson=reading&lang=en');
        const choose = async () => {
            const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(at('pick_file'))]);
            await chooser.setFiles(path);
            await until('the name', async () => (await page.inputValue(at('file'))) === 'log.txt');
        };
        await writeFile(path, 'a line\n'.repeat(100_000));
        await choose();
        await writeFile(path, 'changed\n'.repeat(300_000));
        await page.click(at('run'));
        await until('the sentence', async () => /“log.txt” could not be read to its end.* Choose it again/.test(await page.textContent('#sentence')));
        assert.equal(await fact(page, 'peak_whole_bytes'), undefined);
        await choose();
        await page.click(at('run'));
        await until('its lines', async () => (await fact(page, 'lines')) === '300000' && (await ended(page)));
        await rm(dirname(path), { recursive: true });
    });

    await test('coroutine: reading is cancelled in the middle, and another run begins anew', async () => {
        const page = await lab('w=coroutine&lesson=reading&file_mb=2048&lang=en');
        await page.click(at('run'));
        await until('it reads', async () => !(await ended(page)));
        await pause(500);
        await page.click(at('cancel'));
        await until('the sentence', async () => /Reading was cancelled/.test(await page.textContent('#sentence')));
        await until('the end', () => ended(page));
        await page.fill(at('file_mb'), '8');
        await page.press(at('file_mb'), 'Enter');
        await page.click(at('run'));
        await until('the whole of the smaller one', async () => (await fact(page, 'file_bytes')) === '8000000' && Number(await fact(page, 'peak_whole_bytes')) >= 8_000_000);
    });

    await test('coroutine: Restart keeps the branches', async () => {
        const page = await lab('w=coroutine&ops=next,send:10,send:20&step=9&lang=en');
        await page.click(at('op_close'));
        await until('a branch', async () => (await fact(page, 'branch')) === '2');
        await page.click(at('reset'));
        await until('the first step', async () => (await fact(page, 'step')) === '0');
        assert.match(await page.textContent('[data-table="branches"]'), /next,send:10,send:20.*next,send:10,close/);
        await page.selectOption(at('branch'), '2');
        await until('the second again', async () => (await page.inputValue(at('ops'))) === 'next,send:10,close');
    });

    async function picture(page, name, theme, scale) {
        await page.mouse.move(1, 1);
        const png = await still(page);
        await assertDrawn(page, png, theme, scale);
        await writeFile(join(shots, `coroutine-${name}.png`), png);
    }

    for (const [name, options] of Object.entries(sizes))
        await test(`coroutine picture: ${name}, in both languages and themes`, async () => {
            const page = await lab('w=coroutine&step=11', 'real', options);
            for (const look of looks) {
                await switchTo(page, look);
                await picture(page, `${name}-${look.lang}-${look.theme}`, look.theme, options.deviceScaleFactor);
            }
        });

    for (const name of ['narrow', 'embed'])
        await test(`coroutine picture: what was held while a file was read, ${name}`, async () => {
            const page = await lab('w=coroutine&lesson=reading&file_mb=16&lang=en&theme=dark', 'real', sizes[name]);
            await page.evaluate(() => interleave.press('run'));
            await until('the end', async () => (await fact(page, 'peak_whole_bytes')) !== undefined && (await ended(page)));
            await picture(page, `reading-${name}`, 'dark', sizes[name].deviceScaleFactor);
        });

    await test('coroutine picture: every lesson once', async () => {
        const page = await lab('w=coroutine&lang=ko&theme=light', 'real', { viewport: { width: 1280, height: 1100 } });
        const lessons = await page.$$eval(`${at('lesson')} option`, (options) => options.map((option) => option.value));
        assert.ok(lessons.length >= 8, `${lessons.length} lessons`);
        for (const lesson of lessons) {
            await page.evaluate((id) => interleave.set('lesson', id), lesson);
            await page.evaluate(() => interleave.press('run'));
            await until(`${lesson} to end`, async () => (await ended(page)));
            const last = Number(await fact(page, 'step'));
            await page.evaluate((to) => interleave.set('step', to), String(Math.round(last * 0.6)));
            await picture(page, `lesson-${lesson}`, 'light');
        }
    });
}
