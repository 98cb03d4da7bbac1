// Assembles the static site in build/site: pages from web/, both wasm builds, fonts, and beside each text or binary its
// precompressed .br and .gz. Only what changed is written; what is no longer wanted is removed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const site = join(root, 'build/site');
const recordFile = join(root, 'build/site-record.json');
const compressed = new Set(['.wasm', '.js', '.mjs', '.html', '.css', '.ttf', '.json', '.svg', '.csv', '.webmanifest']);
const notServed = new Set(['serve.mjs']); // stands in web/ but is the server

function* filesIn(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) yield* filesIn(path);
        else yield path;
    }
}

/** Path in the site → path of its source. */
function collect() {
    const wanted = new Map();
    const add = (folder, prefix, keep = () => true) => {
        if (!existsSync(join(root, folder))) return;
        for (const file of filesIn(join(root, folder))) {
            const name = relative(join(root, folder), file);
            if (keep(name)) wanted.set(join(prefix, name), file);
        }
    };
    add('web', '', (name) => !notServed.has(name));
    wanted.set('licences.txt', join(root, 'LICENSE'));
    add('build/web-threads/site', 'threads');
    add('build/web-single/site', 'single');
    add('build/fonts', 'fonts', (name) => extname(name) === '.ttf' || name.endsWith('.txt'));
    return wanted;
}

async function squeeze(content) {
    const [br, gz] = await Promise.all([
        promisify(brotliCompress)(content, {
            params: {
                [constants.BROTLI_PARAM_QUALITY]: 11,
                [constants.BROTLI_PARAM_LGWIN]: 22,
                [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
        }),
        promisify(gzip)(content, { level: 9 }),
    ]);
    return { '.br': br, '.gz': gz };
}

const record = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {};
const fresh = {};
const kept = new Set();
const work = [];
let changed = 0;
for (const [name, source] of collect()) {
    const content = readFileSync(source);
    const digest = createHash('sha256').update(content).digest('hex');
    const target = join(site, name);
    const packs = compressed.has(extname(name)) ? ['.br', '.gz'] : [];
    fresh[name] = digest;
    for (const suffix of ['', ...packs]) kept.add(target + suffix);
    if (record[name] === digest && ['', ...packs].every((suffix) => existsSync(target + suffix))) continue;
    changed += 1;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    if (packs.length)
        work.push(
            squeeze(content).then((packed) => {
                for (const suffix of packs) writeFileSync(target + suffix, packed[suffix]);
            }),
        );
}
await Promise.all(work);
if (existsSync(site)) for (const file of filesIn(site)) if (!kept.has(file)) rmSync(file);
writeFileSync(recordFile, JSON.stringify(fresh, null, 1));
console.log(`${kept.size} files, ${changed} changed`);
