// Workers in every kind of page. In a frame without an origin of its own (sandbox="allow-scripts") a worker can neither be
// made from our URL (another origin) nor be a module from a blob; a classic blob that imports the module does work.

const Native = globalThis.Worker;

/** Source of a classic worker that imports `url` and keeps what is posted before the module listens. */
function bridge(url) {
    return `const early = [];
const keep = (event) => { early.push(event); event.stopImmediatePropagation(); };
self.addEventListener('message', keep);
import(${JSON.stringify(url)}).then(() => {
    self.removeEventListener('message', keep);
    for (const { data, ports } of early) self.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
}, (error) => setTimeout(() => { throw error; }));`;
}

/** Makes `new Worker(url, {type: 'module'})` work in an opaque origin, for everyone in the page (pthreads included). */
export function installBridge() {
    if (!Native || Native.bridged) return;
    globalThis.Worker = class Worker extends Native {
        static bridged = true;
        constructor(url, options = {}) {
            const address = new URL(url, document.baseURI).href;
            if (options.type !== 'module' || address.startsWith('blob:')) {
                super(url, options);
                return;
            }
            const blob = URL.createObjectURL(new Blob([bridge(address)], { type: 'text/javascript' }));
            super(blob, { name: options.name });
            this.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
        }
    };
}

/** Whether a module worker starts here and answers. A refusal is told at once; a busy phone may be slow to answer. */
export function workersStart(patience_ms = 15_000) {
    return new Promise((done) => {
        let worker;
        const end = (answer) => {
            clearTimeout(timer);
            worker?.terminate();
            done(answer);
        };
        const timer = setTimeout(() => end(false), patience_ms);
        try {
            worker = new Worker(new URL('worker-probe.mjs', import.meta.url), { type: 'module' });
            worker.onmessage = () => end(true);
            worker.onerror = () => end(false);
        } catch {
            end(false);
        }
    });
}
