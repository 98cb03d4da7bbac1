// Every sentence of the pages exists in both languages; nothing refers to a sentence that does not exist.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { assert } from '../harness.mjs';

const placeholders = (text) => [...text.matchAll(/\{\d\}/g)].map(String).sort().join();

export default async function sentenceCases({ test, root }) {
    const folder = join(root, 'web');
    const read = (name) => readFile(join(folder, name), 'utf8');
    const world = createContext({ self: {} });
    runInContext(await read('words.js'), world);
    const words = world.self.interleaveWords;

    await test('sentences: each stands in Korean and English with the same placeholders', async () => {
        assert.ok(Object.keys(words).length > 50);
        for (const [id, pair] of Object.entries(words)) {
            assert.equal(pair.length, 2, id);
            const [ko, en] = pair;
            assert.match(ko, /[가-힣]/, id);
            assert.match(en, /[A-Za-z]/, id);
            assert.doesNotMatch(en, /[가-힣]/, id);
            assert.equal(placeholders(ko), placeholders(en), id);
        }
    });

    await test('sentences: each failure has its three parts', async () => {
        const codes = new Set(Object.keys(words).filter((id) => id.startsWith('fail.')).map((id) => id.split('.')[1]));
        for (const code of codes) for (const part of ['what', 'works', 'remedy']) assert.ok(words[`fail.${code}.${part}`], `fail.${code}.${part}`);
    });

    await test('sentences: what the scripts and pages name is there', async () => {
        for (const name of await readdir(folder)) {
            if (!/\.(m?js|html)$/.test(name)) continue;
            const source = await read(name);
            const named = [...source.matchAll(/(?:data-word="|\bword\('|\bboth\('|\bsay\([^,()]+(?:\([^()]*\))?, ')([a-z][a-z0-9.-]*)["']/g)].map((match) => match[1]);
            for (const id of named.filter((one) => !one.endsWith('.'))) assert.ok(words[id], `${name} names "${id}"`);
            for (const [, code] of source.matchAll(/(?:fail\('|Failure\('|code: '|hold\(')([a-z][a-z0-9-]*)'/g)) assert.ok(words[`fail.${code}.what`], `${name} fails with "${code}"`);
        }
    });

    await test('sentences: in the pages each Korean piece stands beside an English one', async () => {
        for (const name of ['index.html', 'lab.html', 'embed.html']) {
            const source = await read(name);
            const alone = [...source.matchAll(/<span class="word" lang="ko">(.*?)<\/span>(<span class="word" lang="en">[^<]+<\/span>)?/g)].filter((match) => !match[2]);
            assert.deepEqual(alone.map((match) => match[1]), [], name);
            const text = source.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<span class="word" lang="ko">.*?<\/span>/g, '').replace(/<[^>]*>/g, '\n');
            for (const line of text.split('\n').filter((one) => /[가-힣]/.test(one))) assert.match(line + source, /noscript|Interleave: 동시성|한국어/, `${name}: ${line}`);
        }
    });

    await test('sentences: the two pages are the same but for their kind', async () => {
        assert.equal((await read('lab.html')).replace('data-page="page"', 'data-page="embed"'), await read('embed.html'));
    });
}
