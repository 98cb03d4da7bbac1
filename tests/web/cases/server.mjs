// The static server: headers, types, compression, caching, and what it must not serve.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { assert } from '../harness.mjs';
import { headersFor, parseHeaders } from '../../../web/serve.mjs';

/** One request without the help of fetch(): the path and the headers exactly as given. */
const ask = (site, path, { method = 'GET', headers = {} } = {}) =>
    new Promise((done, refused) => {
        const { hostname, port } = new URL(site);
        request({ hostname, port, path, method, headers }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
        }).on('error', refused).end();
    });

export default async function serverCases({ test, hosts }) {
    await test('server: sends the headers of _headers, or none', async () => {
        const all = (await ask(hosts.real, '/lab.html')).headers;
        assert.equal(all['cross-origin-opener-policy'], 'same-origin');
        assert.equal(all['cross-origin-embedder-policy'], 'require-corp');
        assert.equal(all['cross-origin-resource-policy'], 'cross-origin');
        assert.equal(all['document-isolation-policy'], 'isolate-and-require-corp');
        assert.equal(all['access-control-allow-origin'], '*');
        assert.match(all['content-security-policy'], /'wasm-unsafe-eval'/);
        assert.doesNotMatch(all['content-security-policy'], /'unsafe-(eval|inline)'/);
        const none = (await ask(hosts.none, '/lab.html')).headers;
        for (const name of ['cross-origin-embedder-policy', 'access-control-allow-origin', 'content-security-policy']) assert.equal(none[name], undefined);
        assert.match((await ask(hosts.real, '/fonts/interleave-mono.ttf')).headers['cache-control'], /max-age/);
    });

    await test('server: keeps connections longer than those who ask', async () => {
        const keeping = (await ask(hosts.real, '/lab.html', { headers: { connection: 'keep-alive' } })).headers['keep-alive'];
        assert.ok(Number(/timeout=(\d+)/.exec(keeping)?.[1]) > 300, keeping); // Chromium's five minutes
    });

    await test('server: later rules of _headers replace earlier ones, * matches anything', async () => {
        const rules = parseHeaders('# why\n/*\n  A: 1\n  B: 2\n\n/fonts/*\n  a: 3\n/x.html\n  C: https://a.b/c\n');
        assert.deepEqual(Object.fromEntries(headersFor(rules, '/fonts/f.ttf')), { a: '3', B: '2' });
        assert.deepEqual(Object.fromEntries(headersFor(rules, '/x.html')), { A: '1', B: '2', C: 'https://a.b/c' });
    });

    await test('server: right types; index for a folder; 404 with a sentence', async () => {
        for (const [path, type] of [['/', 'text/html'], ['/start.mjs', 'text/javascript'], ['/threads/interleave.wasm', 'application/wasm'], ['/style.css', 'text/css'], ['/fonts/interleave-mono.ttf', 'font/ttf'], ['/favicon.svg', 'image/svg'], ['/licences.txt', 'text/plain']]) {
            const answer = await ask(hosts.real, path);
            assert.equal(answer.status, 200, path);
            assert.ok(answer.headers['content-type'].startsWith(type), `${path}: ${answer.headers['content-type']}`);
        }
        assert.equal((await ask(hosts.real, '/nothing')).status, 404);
        assert.equal((await ask(hosts.real, '/threads')).status, 404);
        assert.equal((await ask(hosts.real, '/_headers')).status, 404);
    });

    await test('server: nothing outside its folder, no other methods', async () => {
        for (const path of ['/../package.json', '/%2e%2e/%2e%2e/dev', '/..%2f..%2fdev', '/fonts/../../../dev', '//etc/passwd', '/%00', '/%zz', '/..\\dev', '/%5c..%5cdev']) {
            assert.equal((await ask(hosts.real, path)).status, 404, path);
        }
        for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask(hosts.real, '/lab.html', { method })).status, 405, method);
        const head = await ask(hosts.real, '/lab.html', { method: 'HEAD' });
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
    });

    await test('server: compressed siblings by Accept-Encoding, and 304 for what is known', async () => {
        const path = '/threads/interleave.wasm';
        const plain = await ask(hosts.real, path);
        const brotli = await ask(hosts.real, path, { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
        const gzip = await ask(hosts.real, path, { headers: { 'Accept-Encoding': 'gzip, br;q=0' } });
        assert.equal(brotli.headers['content-encoding'], 'br');
        assert.equal(gzip.headers['content-encoding'], 'gzip');
        assert.equal(brotli.headers.vary, 'Accept-Encoding');
        assert.ok(brotliDecompressSync(brotli.body).equals(plain.body) && gunzipSync(gzip.body).equals(plain.body));
        assert.notEqual(brotli.headers.etag, plain.headers.etag);
        const again = await ask(hosts.real, path, { headers: { 'Accept-Encoding': 'br', 'If-None-Match': brotli.headers.etag } });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
    });
}
