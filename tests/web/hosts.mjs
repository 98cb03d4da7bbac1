// The web around the lab, on loopback: the same site as different hosts would send it, and pages of other people.
import { createServer } from 'node:http';
import { listener, parseHeaders, serve } from '../../web/serve.mjs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const page = (title, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const isolation = {
    coep: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    dip: { 'Document-Isolation-Policy': 'isolate-and-require-corp' },
};

/** A foreign page: /?src=ADDRESS&attributes=… shows it in an iframe (each src in one of its own), /?element=SITE&attributes=… with the embed element. */
function foreignPage(request, response) {
    const query = new URL(request.url, 'http://loopback').searchParams;
    const attributes = query.get('attributes') ?? '';
    const record = `<script>window.heard = []; addEventListener('message', ({data}) => heard.push(data));</script>`;
    const space = query.has('below') ? '<div style="height: 3000px">far above</div>' : '';
    const body = query.has('element')
        ? `<script ${query.has('cors') ? 'crossorigin' : ''} src="${query.get('element')}/interleave-embed.js"></script><interleave-lab w="sort" n="5000" ${attributes}></interleave-lab>`
        : query.getAll('src').map((src, i) => `<iframe id="lab${i || ''}" src="${src}" width="${query.get('width') ?? 900}" height="${query.get('height') ?? 600}" title="lab" ${attributes}></iframe>`).join('');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...isolation[query.get('isolated')] });
    response.end(page('a course page', `<h1>Lecture</h1>${record}${space}${body}`));
}

const listening = (server) =>
    new Promise((done) => server.listen(0, '127.0.0.1', () => done({
        address: `http://127.0.0.1:${server.address().port}`,
        close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
    })));

/**
 * Serves `root` as five kinds of host, and foreign pages:
 * real (all headers), worker (as GitHub Pages: no isolation, the service worker is there), none (no header, no service
 * worker), stuck (a service worker that takes control and isolates nothing), halting (its pages come in two parts, a second
 * apart). `requests` lists what they have answered.
 */
export async function startHosts(root) {
    const requests = [];
    const recorded = (host) => (path, bytes) => requests.push({ host, path, bytes });
    const kinds = {
        real: { headers: 'all' },
        worker: { headers: 'cors' },
        none: { headers: 'none', without: ['/isolation-worker.js'] },
    };
    const hosts = { requests };
    const open = [];
    for (const [name, options] of Object.entries(kinds)) {
        const started = await serve(root, { port: 0, onRequest: recorded(name), ...options });
        hosts[name] = `http://127.0.0.1:${started.port}`;
        open.push(started.close);
    }
    const plain = (host) => listener(root, { headers: 'cors', onRequest: recorded(host) });
    const stuckFiles = plain('stuck');
    const stuck = await listening(createServer((request, response) => {
        if (!request.url.startsWith('/isolation-worker.js')) return stuckFiles(request, response);
        response.writeHead(200, { 'Content-Type': 'text/javascript' });
        response.end(`self.addEventListener('install', () => self.skipWaiting()); self.addEventListener('activate', (e) => e.waitUntil(clients.claim()));`);
    }));
    const haltingFiles = plain('halting');
    const halting = await listening(createServer(async (request, response) => {
        const { pathname } = new URL(request.url, 'http://loopback');
        if (!pathname.endsWith('.html')) return haltingFiles(request, response);
        const html = await readFile(join(root, pathname), 'utf8');
        const middle = html.indexOf('<body');
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.write(html.slice(0, middle));
        recorded('halting')(pathname, html.length);
        setTimeout(() => response.end(html.slice(middle)), 1000);
    }));
    const foreign = await listening(createServer(foreignPage));
    hosts.stuck = stuck.address;
    hosts.halting = halting.address;
    hosts.foreign = foreign.address;
    open.push(stuck.close, halting.close, foreign.close);
    hosts.rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8'));
    hosts.close = () => Promise.all(open.map((close) => close()));
    /** The address of a foreign page. */
    hosts.page = (query) => `${hosts.foreign}/?${new URLSearchParams(query)}`;
    return hosts;
}
