// Serves a built site on loopback as a static host would: `node serve.mjs --root build/site`.
//   --root DIR      what to serve (default: the folder of this file)
//   --port N        this port or none; without it 8080 or the next free one
//   --headers MODE  all: what the site's _headers says (as Netlify and Cloudflare Pages read it)
//                   cors: only Access-Control-Allow-Origin, as GitHub Pages answers
//                   none: no such header at all
//   --without PATH  answer 404 for this path (may be repeated)
import { createServer } from 'node:http';
import { pipeline } from 'node:stream';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ttf': 'font/ttf',
    '.txt': 'text/plain; charset=utf-8',
    '.md': 'text/plain; charset=utf-8',
    '.map': 'application/json',
};

/** Rules of a Netlify-style _headers file: [{matches(path), headers: [[name, value]]}], in the order of the file. */
export function parseHeaders(text) {
    const rules = [];
    for (const line of text.split(/\r?\n/)) {
        if (/^\s*(#.*)?$/.test(line)) continue;
        if (!/^\s/.test(line)) {
            const pattern = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
            const expression = new RegExp(`^${pattern.join('.*')}$`);
            rules.push({ matches: (path) => expression.test(path), headers: [] });
            continue;
        }
        const colon = line.indexOf(':');
        if (colon > 0 && rules.length) rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
    return rules;
}

/** The headers for one path; a later rule replaces an earlier one of the same name. */
export function headersFor(rules, path) {
    const found = new Map();
    for (const rule of rules) {
        if (rule.matches(path)) for (const [name, value] of rule.headers) found.set(name.toLowerCase(), [name, value]);
    }
    return [...found.values()];
}

/** The file behind a URL path, or null when the path is malformed or leads out of `root`. */
export function fileBehind(root, urlPath) {
    let path;
    try {
        path = decodeURIComponent(urlPath);
    } catch {
        return null;
    }
    if (path.includes('\0') || path.includes('\\')) return null;
    if (path.endsWith('/')) path += 'index.html';
    const file = resolve(root, '.' + path);
    return file.startsWith(resolve(root) + sep) ? file : null;
}

async function sizeOf(file) {
    try {
        const found = await stat(file);
        return found.isFile() ? found : null;
    } catch {
        return null;
    }
}

/** The best stored form that the client takes: a .br or .gz sibling not older than the file, or the file itself. */
async function pickEncoding(file, original, acceptEncoding) {
    const accepted = new Set();
    for (const part of (acceptEncoding ?? '').split(',')) {
        const [name, ...parameters] = part.trim().split(';');
        if (!parameters.some((p) => /^\s*q=0(\.0*)?$/.test(p))) accepted.add(name.trim());
    }
    for (const [encoding, suffix] of [['br', '.br'], ['gzip', '.gz']]) {
        if (!accepted.has(encoding)) continue;
        const sibling = await sizeOf(file + suffix);
        if (sibling && Math.floor(sibling.mtimeMs / 1000) >= Math.floor(original.mtimeMs / 1000)) return { encoding, path: file + suffix, info: sibling };
    }
    return { encoding: '', path: file, info: original };
}

const plain = (response, status, sentence, more = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(sentence), ...more });
    response.end(sentence);
};

/** A request listener for `root`. `onRequest(path, bytes)` hears every answered GET, for tests that count. */
export function listener(root, { headers = 'all', without = [], rules = [], onRequest = () => {} } = {}) {
    return async (request, response) => {
        const address = request.url.replace(/^\/{2,}/, '/');
        if (!URL.canParse(address, 'http://loopback')) return plain(response, 400, 'That is no address.\n');
        const path = new URL(address, 'http://loopback').pathname;
        if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Only GET and HEAD.\n', { Allow: 'GET, HEAD' });
        if (headers === 'all') for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
        if (headers === 'cors') response.setHeader('Access-Control-Allow-Origin', '*');
        const file = fileBehind(root, path);
        const original = file && !without.includes(path) && !path.endsWith('/_headers') ? await sizeOf(file) : null;
        if (!original) return plain(response, 404, 'Not found.\n');
        const { encoding, path: stored, info } = await pickEncoding(file, original, request.headers['accept-encoding']);
        const etag = `"${info.size.toString(36)}-${Math.round(original.mtimeMs).toString(36)}${encoding && '-' + encoding}"`;
        response.setHeader('ETag', etag);
        response.setHeader('Vary', 'Accept-Encoding');
        if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
        const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
        if (known.includes(etag)) {
            onRequest(path, 0);
            response.writeHead(304);
            return response.end();
        }
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
        response.setHeader('Content-Length', info.size);
        if (encoding) response.setHeader('Content-Encoding', encoding);
        response.writeHead(200);
        if (request.method === 'HEAD') return response.end();
        onRequest(path, info.size);
        pipeline(createReadStream(stored), response, () => {}); // a reader who leaves early is no fault
    };
}

/** Listens on 127.0.0.1. With `port` null: 8080 or the next free one; 0: any. Resolves with {server, port, close}. */
export async function serve(root, { port = null, ...options } = {}) {
    const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
    // Longer than anybody keeps a connection: what is asked on one that is being closed is lost.
    const server = createServer({ keepAliveTimeout: 600_000 }, listener(root, { ...options, rules }));
    const tries = port === null ? Array.from({ length: 40 }, (_, i) => 8080 + i) : [port];
    for (const candidate of tries) {
        const failure = await new Promise((done) => {
            server.once('error', done);
            server.listen(candidate, '127.0.0.1', () => {
                server.removeListener('error', done);
                done(null);
            });
        });
        if (!failure) {
            const close = () => new Promise((done) => {
                server.close(done);
                server.closeAllConnections();
            });
            return { server, port: server.address().port, close };
        }
        if (failure.code !== 'EADDRINUSE' || candidate === tries.at(-1)) throw failure;
    }
}

function readArguments(words) {
    const options = { root: dirname(fileURLToPath(import.meta.url)), port: null, headers: 'all', without: [] };
    for (let i = 0; i < words.length; i += 2) {
        const [name, value] = [words[i], words[i + 1]];
        if (value === undefined) throw new Error(`${name} needs a value.`);
        if (name === '--root') options.root = value;
        else if (name === '--port' && /^\d+$/.test(value) && Number(value) < 65536) options.port = Number(value);
        else if (name === '--headers' && ['all', 'cors', 'none'].includes(value)) options.headers = value;
        else if (name === '--without') options.without.push(value);
        else throw new Error(`Cannot use ${name} ${value}: --root DIR, --port N, --headers all|cors|none, --without /PATH.`);
    }
    return options;
}

async function main() {
    let options;
    try {
        options = readArguments(process.argv.slice(2));
    } catch (error) {
        console.error(error.message);
        process.exit(2);
    }
    if (!(await sizeOf(join(options.root, 'index.html')))) {
        console.error(`There is no index.html in ${options.root}: build the site first (./dev run).`);
        process.exit(1);
    }
    try {
        const { port } = await serve(options.root, options);
        console.log(`Interleave: http://127.0.0.1:${port}/`);
    } catch (error) {
        const taken = error.code === 'EADDRINUSE';
        console.error(taken ? `Port ${options.port ?? '8080–8119'} is in use: choose another one with --port N.` : error.message);
        process.exit(1);
    }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
