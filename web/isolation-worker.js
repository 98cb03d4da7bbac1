// A service worker for hosts that cannot send headers (GitHub Pages). It adds to our own responses the headers that give a
// document shared memory and therefore threads. Document-Isolation-Policy is the one that also works inside an iframe of a
// plain foreign page; the opener and embedder policies serve browsers that do not know it, in a tab of their own.
const isolation = {
    'Document-Isolation-Policy': 'isolate-and-require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
    const request = event.request;
    if (new URL(request.url).origin !== self.location.origin) return;
    // A request that may only be answered from the cache cannot be repeated by fetch() in another mode.
    if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
    if (request.mode === 'navigate' && !isOurPage(new URL(request.url).pathname)) return;
    event.respondWith(fetch(request).then(isolated));
});

/** The scope may hold pages of other people, and isolation would break what they embed. Some hosts leave .html out. */
function isOurPage(path) {
    const scope = new URL(self.registration.scope).pathname;
    return path.startsWith(scope) && /^(?:(?:index|lab|embed)(?:\.html)?)?$/.test(path.slice(scope.length));
}

function isolated(response) {
    // An opaque response or a redirect that the page follows itself cannot be rebuilt.
    if (response.status === 0 || response.type === 'opaqueredirect') return response;
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(isolation)) headers.set(name, value);
    const empty = response.status === 204 || response.status === 205 || response.status === 304;
    return new Response(empty ? null : response.body, { status: response.status, statusText: response.statusText, headers });
}
