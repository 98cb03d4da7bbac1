// The page's main: finds out what is possible here, loads the app, and connects its faces.
import { Address } from './address.mjs';
import { AsText } from './as-text.mjs';
import { missing } from './checks.mjs';
import { loadEngine, loadFonts } from './engine.mjs';
import { Messages } from './messages.mjs';
import { Mirror } from './mirror.mjs';
import { addressOf, copyText, Page, saveFile } from './page.mjs';
import { connectKeys, connectReader, connectStage, passOn, rendererOf, watchContext } from './stage.mjs';
import { installBridge, workersStart } from './workers.mjs';

const boot = self.interleaveBoot;
const root = document.documentElement;
const one = (id) => document.getElementById(id);
const kind = document.body.dataset.page; // 'page' or 'embed'
const canvas = one('canvas');

let engine = null;
let page = null;
let running = false; // main() has returned, and the program has not crashed
let contextIsLost = false;
let announceReady;
let refuseReady;

const messages = new Messages();
const asText = new AsText((id, parts) => boot.word(id, parts));
const ready = new Promise((done, refused) => ([announceReady, refuseReady] = [done, refused]));
ready.catch(() => null); // told in the page; whoever awaits it hears it, too

const failure = () => new Error(boot.word(`fail.${boot.failed.code}.what`, [], 'en'));

function fail(error) {
    boot.fail(typeof error.code === 'string' ? error.code : 'start', error.message);
}

/** Whoever noticed a failure, this stops what it must stop. */
boot.failing = () => {
    running = false;
    engine?.stop();
    canvas.hidden = one('mirror').hidden = one('unplaced').hidden = true;
    messages.failed();
    refuseReady(failure());
};
boot.isFull = () => engine?.isFull;

const inOwnLanguage = (refusal) => (refusal ? refusal[root.lang] : '');
const act = {
    set: (id, value) => app.set(id, value),
    press: (id) => app.press(id),
    pointer: (id, hovered, pressed) => engine.pointer(id, hovered, pressed),
    focus: (id) => engine.focus(id),
    scroll: (region, y) => engine.scroll(region, y),
    passOn: (...elements) => passOn(canvas, ...elements),
};
const mirror = new Mirror(one('mirror'), one('unplaced'), {
    ...act,
    set: (id, value) => spoken(act.set(id, value)),
    press: (id) => spoken(act.press(id)),
});
function spoken(refusal) {
    const sentence = inOwnLanguage(refusal);
    if (sentence) asText.speaker.answer(sentence);
    return sentence;
}

/** What messages and the page object drive. */
const app = {
    get tier() {
        return root.dataset.tier;
    },
    state: () => engine.state(),
    set: (id, value) => doing(() => engine.set(id, value)),
    press: (id) => doing(() => engine.press(id)),
};
function doing(step) {
    if (boot.failed) throw failure();
    try {
        const refusal = step();
        sync();
        return refusal;
    } catch (error) {
        // Whatever comes out of the program has torn through it, an exception of a browser's function as well.
        if (!boot.crashed(error)) fail({ code: 'aborted', message: `${error.name}: ${error.message}` });
        throw failure();
    }
}

window.interleave = {
    ready,
    get tier() {
        return app.tier;
    },
    get frames() {
        return running ? engine.frames : 0;
    },
    /** What draws: "ANGLE (…)"; '' where nothing is drawn. */
    get renderer() {
        return running && root.dataset.canvas !== 'none' ? rendererOf(canvas) : '';
    },
    /** Resolves with null when accepted, else with the refusal {ko, en}. */
    set: async (id, value) => ready.then(() => app.set(String(id), String(value))),
    press: async (id) => ready.then(() => app.press(String(id))),
    facts: () =>
        Object.fromEntries((running ? engine.state().facts : []).map(({ id, value, unit, text }) => [id, { value, unit, text }])),
    link: () => (running ? engine.state().link : location.hash.slice(1)),
};

// After each drawn frame that changed something the app calls host.changed(); the page follows at most 20 times a second.
const pace_ms = 50;
let lastSync = 0;
let syncTimer = 0;
function changed(atOnce) {
    if (atOnce) return sync();
    if (!syncTimer) syncTimer = setTimeout(sync, Math.max(0, lastSync + pace_ms - performance.now()));
}
function sync() {
    clearTimeout(syncTimer);
    syncTimer = 0;
    if (!running || boot.failed) return;
    lastSync = performance.now();
    const state = engine.state();
    const layout = root.dataset.canvas === 'none' ? {} : engine.layout();
    page.update(state);
    mirror.update(state.controls, layout);
    asText.update(state);
    address.update(state.link);
    messages.update(state);
    if (kind === 'embed') messages.height(wantedHeight(layout));
}

/** What an embed asks its page for: what the app says, or a good shape for the width; plus notices and foot. */
function wantedHeight(layout) {
    const width = root.clientWidth;
    const stage = layout.height || (width < 600 ? 680 : Math.min(Math.max(Math.round(width * 0.6), 400), 640));
    const around = [one('notices'), one('foot')].reduce((sum, part) => sum + (part.offsetHeight > 1 ? part.offsetHeight : 0), 0);
    return Math.round(stage + around);
}

const address = new Address((fragment) => {
    if (!running) return;
    engine.open(fragment);
    engine.wake();
    sync();
});

const passing = new Set(['worker', 'context-lost', 'no-webgl2']); // the app goes on
const host = {
    changed,
    firstFrame: () => opened(),
    save: (name, mime, bytes) => {
        saveFile(name, mime, bytes);
        asText.speaker.answer(boot.word('file.saved', [name]));
        // Such a frame is not told whether its page lets it save. (Later: the app, which is in the middle of a call, must not
        // be asked for its link now.)
        if (boot.opaque) queueMicrotask(() => page.offer('file.perhaps', [name], addressOf(window.interleave.link())));
    },
    copyLink: async (fragment) => {
        const link = addressOf(fragment);
        const done = await copyText(link);
        if (done) page.confirm('link.copied');
        else page.offer('link.by.hand', [], link);
        asText.speaker.answer(done ? boot.word('link.copied') : `${boot.word('link.by.hand')} ${link}`);
        return done;
    },
    file: null, // what the reader gave us last
    pickFile: () => {
        const input = Object.assign(document.createElement('input'), { type: 'file' });
        input.addEventListener('change', () => input.files[0] && take(input.files[0]));
        input.click();
    },
    failed: (said, detail) => {
        const code = said.replaceAll('_', '-');
        if (code === 'no-webgl2') root.dataset.canvas = 'none';
        if (passing.has(code)) page.hold(code);
        else fail({ code, message: detail });
    },
};

/** Reads `file` in the experiment that reads files. */
function take(file) {
    if (!running || boot.failed) return;
    const before = host.file;
    host.file = file;
    if (!spoken(app.set('file', file.name))) asText.speaker.answer(boot.word('file.taken', [file.name]));
    else host.file = before; // it may be read just now
}

function pressByKey(key) {
    const id = running && !boot.failed ? mirror.pressedBy(key) : undefined;
    if (id) spoken(app.press(id));
    return id !== undefined;
}

function acceptDrops() {
    const reads = () => running && engine.state().controls.some(({ id, why_not: whyNot }) => id === 'pick_file' && !whyNot);
    addEventListener('dragover', (event) => reads() && event.preventDefault());
    addEventListener('drop', (event) => {
        if (!reads()) return;
        event.preventDefault();
        if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    });
}

function opened() {
    if (root.dataset.ready === 'true' || !running) return;
    root.dataset.ready = 'true';
    boot.started = true;
    one('loading').hidden = true;
    sync();
    if (root.dataset.canvas !== 'none') {
        connectStage({ stage: one('stage'), canvas, mirror: one('mirror'), engine, embedded: kind === 'embed' });
    }
    announceReady();
}

/** The graphics context went away or came back, perhaps before there was a first frame, and then there will be none. */
function contextLost(yes) {
    contextIsLost = yes;
    if (!running) return;
    engine.context(yes);
    if (!yes) engine.wake();
    opened();
    if (yes) page.hold('context-lost');
    else page.release('context-lost');
}

const received = { program: 0, fonts: 0 };

/** Two lanes: the program and its fonts. Their lengths are only roughly known, so a lane is full when it is done. */
function showProgress(done) {
    const { program, fonts } = received;
    const lanes = document.querySelectorAll('#loading .lanes i');
    [program / 1.3e6, fonts / 1.2e6].forEach((part, i) => lanes[i].style.setProperty('--done', done ? 1 : Math.min(part, 0.97)));
    if (done) boot.say(one('loading-detail'), 'load.preparing');
    else boot.say(one('loading-detail'), 'load.received', [((program + fonts) / 1e6).toFixed(1)]);
}

const receiving = (part) => (bytes) => {
    received[part] = bytes;
    showProgress(false);
};

function useFonts([regular, semibold, mono]) {
    for (const [family, weight, bytes] of [['Interleave Sans', '400', regular], ['Interleave Sans', '600', semibold], ['Interleave Mono', '400', mono]]) {
        document.fonts.add(new FontFace(family, bytes, { weight }));
    }
}

async function load(build, fetched, fonts) {
    const loaded = await loadEngine({
        build, fetched, fonts, canvas, host, progress: receiving('program'),
        onAbort: (reason, code) => fail({ code: code ?? (/memory/i.test(String(reason)) ? 'memory' : 'aborted'), message: String(reason) }),
    });
    showProgress(true);
    return loaded;
}

async function main() {
    const lacking = missing();
    if (lacking) return fail({ code: lacking });
    if (boot.opaque) installBridge();
    // Making a context to see whether there is one takes 0.1 s: where the type exists the app tries, and tells.
    const drawing = typeof WebGL2RenderingContext === 'function';
    let tier = 'threads';
    let notice = drawing ? '' : 'no-webgl2';
    const probe = boot.build === 'threads' ? null : workersStart();
    const fonts = loadFonts(boot.fetched, receiving('fonts'));
    try {
        engine = await load(boot.build, boot.fetched.wasm, fonts);
    } catch (error) {
        if (boot.build === 'single' || error.code === 'offline') throw error;
        console.warn(`The threads build did not start: ${error.message}`);
        notice ||= 'worker';
        boot.build = 'single';
        engine = await load('single', fetch('single/interleave.wasm'), fonts);
    }
    if (boot.build === 'single') tier = (await (probe ?? workersStart())) ? 'workers' : 'alone';
    if (!drawing) root.dataset.canvas = 'none';
    const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    useFonts(await fonts);
    if (boot.failed) return;
    const words = [location.hash.slice(1), boot.preferred, dark ? 'dark' : 'light', quiet ? 'still' : 'motion', tier, kind];
    page = new Page({ tier, kind, opaque: boot.opaque, embedded: boot.embedded, address: () => window.interleave.link() });
    if (notice) page.hold(notice);
    watchContext(canvas, contextLost);
    engine.start(drawing ? words : [...words, 'nocanvas']);
    if (boot.failed) return;
    running = true;
    connectReader(engine);
    connectKeys({ canvas, press: pressByKey });
    acceptDrops();
    messages.connect(app);
    if (contextIsLost) contextLost(true);
    if (root.dataset.canvas === 'none') opened();
    else engine.resize(one('stage').clientWidth, one('stage').clientHeight);
}

if (boot.failed) refuseReady(failure());
else main().catch((error) => boot.crashed(error) || fail(error));
