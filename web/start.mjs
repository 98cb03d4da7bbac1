// The page's main: finds out what is possible here, loads the app, and connects its faces.
import { Address } from './address.mjs';
import { AsText } from './as-text.mjs';
import { missing } from './checks.mjs';
import { loadEngine } from './engine.mjs';
import { Messages } from './messages.mjs';
import { Mirror } from './mirror.mjs';
import { addressOf, copyText, Page, saveFile } from './page.mjs';
import { connectStage, passOn } from './stage.mjs';
import { installBridge, workersStart } from './workers.mjs';

const boot = self.interleaveBoot;
const root = document.documentElement;
const one = (id) => document.getElementById(id);
const kind = document.body.dataset.page; // 'page' or 'embed'
const canvas = one('canvas');

let engine = null;
let page = null;
let running = false; // main() has returned
let announceReady;
let refuseReady;

const messages = new Messages();
const asText = new AsText((id, parts) => boot.word(id, parts));
const ready = new Promise((done, refused) => ([announceReady, refuseReady] = [done, refused]));
ready.catch(() => null); // told in the page; whoever awaits it hears it, too

function fail(error) {
    const code = error.code ?? 'start';
    boot.fail(code, error.message);
    one('mirror').hidden = one('unplaced').hidden = true;
    refuseReady(new Error(boot.word(`fail.${code}.what`, [], 'en')));
}

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
    if (boot.failed) throw new Error(boot.word(`fail.${boot.failed.code}.what`));
    const refusal = step();
    sync();
    return refusal;
}

window.interleave = {
    ready,
    get tier() {
        return app.tier;
    },
    get frames() {
        return running ? engine.frames : 0;
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
function changed() {
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
    },
    copyLink: async (fragment) => {
        const link = addressOf(fragment);
        const done = await copyText(link);
        asText.speaker.answer(boot.word(done ? 'link.copied' : 'link.by.hand', [link]));
        return done;
    },
    failed: (said, detail) => {
        const code = said.replaceAll('_', '-');
        if (code === 'no-webgl2') root.dataset.canvas = 'none';
        if (passing.has(code)) page.hold(code);
        else fail({ code, message: detail });
    },
};

function opened() {
    if (root.dataset.ready === 'true' || !running) return;
    root.dataset.ready = 'true';
    boot.started = true;
    one('loading').hidden = true;
    sync();
    if (root.dataset.canvas !== 'none') {
        connectStage({
            stage: one('stage'), canvas, mirror: one('mirror'), engine, embedded: kind === 'embed',
            lost: (yes) => (yes ? page.hold('context-lost') : page.release('context-lost')),
        });
    }
    announceReady();
}

/** Two lanes: the program and its fonts. Their lengths are only roughly known, so a lane is full when it is done. */
function showProgress({ program, fonts }, done) {
    const lanes = document.querySelectorAll('#loading .lanes i');
    [program / 1.3e6, fonts / 1.2e6].forEach((part, i) => lanes[i].style.setProperty('--done', done ? 1 : Math.min(part, 0.97)));
    if (done) boot.say(one('loading-detail'), 'load.preparing');
    else boot.say(one('loading-detail'), 'load.received', [((program + fonts) / 1e6).toFixed(1)]);
}

function useFonts(fonts) {
    const [regular, semibold, mono] = fonts;
    for (const [family, weight, bytes] of [['Interleave Sans', '400', regular], ['Interleave Sans', '600', semibold], ['Interleave Mono', '400', mono]]) {
        document.fonts.add(new FontFace(family, bytes, { weight }));
    }
}

async function load(build, fetched) {
    return loadEngine({
        build, fetched, canvas, host, progress: showProgress,
        onAbort: (reason, code) => fail({ code: code ?? (/memory/i.test(String(reason)) ? 'memory' : 'aborted'), message: String(reason) }),
    });
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
    try {
        engine = await load(boot.build, boot.fetched);
    } catch (error) {
        if (boot.build === 'single' || error.code === 'offline') throw error;
        console.warn(`The threads build did not start: ${error.message}`);
        notice ||= 'worker';
        boot.build = 'single';
        engine = await load('single', { ...boot.fetched, wasm: fetch('single/interleave.wasm'), ...refetchFonts() });
    }
    if (boot.build === 'single') tier = (await (probe ?? workersStart())) ? 'workers' : 'alone';
    if (!drawing) root.dataset.canvas = 'none';
    const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    useFonts(engine.fonts);
    const words = [location.hash.slice(1), boot.preferred, dark ? 'dark' : 'light', quiet ? 'still' : 'motion', tier, kind];
    page = new Page({ tier, embedded: boot.embedded, address: () => window.interleave.link() });
    if (notice) page.hold(notice);
    engine.start(drawing ? words : [...words, 'nocanvas']);
    running = true;
    messages.connect(app);
    if (root.dataset.canvas === 'none') opened();
    else engine.resize(one('stage').clientWidth, one('stage').clientHeight);
}

const refetchFonts = () => ({
    regular: fetch('fonts/interleave-sans-regular.ttf'),
    semibold: fetch('fonts/interleave-sans-semibold.ttf'),
    mono: fetch('fonts/interleave-mono.ttf'),
});

main().catch(fail);
