// The postMessage face, for pages that embed the lab. A page says {type: "interleave.hello"} and is answered with
// interleave.height at once and interleave.ready as soon as the app can be driven; from then on it also hears each changed
// fact. Answers go only to the window that asked. A `request` in a message comes back in its answer.
const boot = self.interleaveBoot;

const facts = (state) => Object.fromEntries(state.facts.map(({ id, value, unit, text }) => [id, { value, unit, text }]));
const values = (state) =>
    Object.fromEntries(state.controls.filter(({ kind }) => kind !== 'button').map(({ id, value }) => [id, value]));

export class Messages {
    #app = null;
    #listeners = new Map(); // window → {origin, facts: Map}
    #height = 0;

    constructor() {
        addEventListener('message', (event) => this.#hear(event));
        boot.answerHello = true;
        for (const event of boot.hellos.splice(0)) this.#welcome(event); // what is answered at once was
    }

    /** `app`: {set(id, value), press(id)} → refusal {ko, en} or null, state(), tier. */
    connect(app) {
        this.#app = app;
        for (const [target, listener] of this.#present()) this.#introduce(target, listener);
    }

    /** The app has failed: everyone who listens hears it; for who still waits for "ready" it is the answer to hello. */
    failed() {
        for (const [target, { origin, request }] of this.#present()) {
            this.#send(target, origin, this.#failure(), this.#app ? undefined : request);
        }
    }

    #failure() {
        const { code } = boot.failed;
        return { type: 'interleave.error', code, message: boot.both(`fail.${code}.what`) };
    }

    /** The listeners whose windows are still there; the others are forgotten. */
    #present() {
        for (const target of this.#listeners.keys()) if (target.closed) this.#listeners.delete(target);
        return this.#listeners;
    }

    #send(target, origin, message, request) {
        if (request !== undefined) message.request = request;
        try {
            target.postMessage(message, origin === 'null' ? '*' : origin);
        } catch {
            this.#listeners.delete(target); // the window is gone
        }
    }

    #hear(event) {
        const { data, source, origin } = event;
        if (!source || source === self || data?.type === 'interleave.error') return;
        const request = data?.request;
        const refuse = (code, message) => this.#send(source, origin, { type: 'interleave.error', code, message }, request);
        if (typeof data !== 'object' || data === null || typeof data.type !== 'string') {
            return refuse('malformed', boot.both('message.malformed'));
        }
        const { type, id, value } = data;
        if (type === 'interleave.hello') {
            this.#send(source, origin, { type: 'interleave.height', height: this.#height || boot.firstHeight() });
            return this.#welcome(event);
        }
        if (!['interleave.set', 'interleave.press', 'interleave.state'].includes(type)) {
            return refuse('unknown', boot.both('message.unknown', [type.slice(0, 60)]));
        }
        if (boot.failed) return this.#send(source, origin, this.#failure(), request);
        if (!this.#app) return refuse('not-ready', boot.both('message.not.ready'));
        if (type !== 'interleave.state' && typeof id !== 'string') return refuse('malformed', boot.both('message.no.id', [type]));
        if (type === 'interleave.set') {
            if (!['string', 'number', 'boolean'].includes(typeof value)) return refuse('malformed', boot.both('message.no.value', [type]));
        }
        try {
            const refusal = this.#do(type, id, value);
            if (refusal) return refuse('refused', refusal);
            this.#sendState(source, origin, request);
        } catch (error) {
            if (!boot.failed) throw error;
            this.#send(source, origin, this.#failure(), request); // the app did not survive it
        }
    }

    #do(type, id, value) {
        if (type === 'interleave.set') return this.#app.set(id, String(value));
        return type === 'interleave.press' ? this.#app.press(id) : null;
    }

    #sendState(target, origin, request) {
        const state = this.#app.state();
        const { widget, version, title, lang, theme, sentence, progress, link } = state;
        const notices = state.notices.map((notice) => notice[lang]); // like all of this message, in one language
        this.#send(target, origin, {
            type: 'interleave.state', widget, version, title, lang, theme, sentence, progress, notices, link,
            tier: this.#app.tier, controls: values(state), facts: facts(state),
        }, request);
    }

    #welcome(event) {
        const { source, origin, data } = event;
        const listener = { origin, request: data.request, facts: new Map() };
        this.#listeners.set(source, listener);
        if (boot.failed) {
            this.#send(source, origin, this.#failure(), data.request);
        } else if (this.#app) {
            this.#introduce(source, listener);
        }
    }

    #introduce(target, listener) {
        const { version, widget } = this.#app.state();
        this.#send(target, listener.origin, { type: 'interleave.ready', version, widget, tier: this.#app.tier }, listener.request);
        this.#tellFacts(target, listener, this.#app.state());
    }

    #tellFacts(target, listener, state) {
        for (const { id, value, unit, text } of state.facts) {
            if (listener.facts.get(id) === value) continue;
            listener.facts.set(id, value);
            this.#send(target, listener.origin, { type: 'interleave.fact', id, value, unit, text });
        }
        const present = new Set(state.facts.map((fact) => fact.id));
        for (const id of listener.facts.keys()) {
            if (present.has(id)) continue;
            listener.facts.delete(id);
            this.#send(target, listener.origin, { type: 'interleave.fact', id, value: null });
        }
    }

    /** The state has changed. */
    update(state) {
        for (const [target, listener] of this.#present()) this.#tellFacts(target, listener, state);
    }

    /** The page would like to be this tall. */
    height(height) {
        if (height === this.#height) return;
        this.#height = height;
        for (const [target, { origin }] of this.#present()) this.#send(target, origin, { type: 'interleave.height', height });
    }
}
