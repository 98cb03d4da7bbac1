// The frame around the stage: language, theme, title, notices, the tier, what was copied or could not be.
const boot = self.interleaveBoot;
const root = document.documentElement;
const one = (id) => document.getElementById(id);

export class Page {
    #held = new Set();
    #fromApp = []; // sentences {ko, en}
    #dismissed = '';
    #offered = null; // {id, parts, address}
    #address = () => '';

    /** `kind`: 'page' or 'embed'; `address()` is the fragment of the present state. */
    constructor({ tier, kind, embedded, opaque, address }) {
        this.#address = address;
        this.kind = kind;
        this.embedded = embedded;
        one('notices').querySelector('button').addEventListener('click', () => {
            this.#offered = null;
            this.#dismissed = this.#written();
            this.#show();
            (one('canvas').checkVisibility?.() ? one('canvas') : one('as-text')).focus();
        });
        this.setTier(tier);
        for (const type of ['pointerdown', 'focus']) one('own-tab').addEventListener(type, () => this.#updateOwnTab());
        one('own-tab').addEventListener('click', () => {
            this.#updateOwnTab();
            // A sandbox mostly forbids new tabs, and tells nobody.
            if (opaque) this.offer('tab.by.hand', [], one('own-tab').href);
        });
    }

    setTier(tier) {
        this.tier = tier;
        root.dataset.tier = tier;
        boot.say(one('tier'), `tier.${tier}`);
        // Where the browser has no shared memory for an isolated page, a tab of its own has none either.
        one('own-tab').hidden = !this.embedded || tier === 'threads' || (tier === 'workers' && self.crossOriginIsolated === true);
        this.#updateOwnTab();
        this.#foot();
    }

    #updateOwnTab() {
        one('own-tab').href = addressOf(this.#address());
    }

    get #aboutTier() {
        return this.tier === 'workers' && self.crossOriginIsolated ? 'tier.workers.unshared' : `tier.${this.tier}.long`;
    }

    #foot() {
        one('foot').classList.toggle('needed', this.tier !== 'threads' || this.#held.size > 0 || this.#fromApp.length > 0);
    }

    /** Shows one of our own notices (the three sentences of fail.CODE) until release(code). */
    hold(code) {
        this.#held.add(code);
        this.#dismissed = '';
        this.#show();
    }
    release(code) {
        if (this.#held.delete(code)) this.#show();
    }

    /** Shows a sentence and under it an address to select and copy, until it is closed or another one is offered. */
    offer(id, parts, address) {
        this.#offered = { id, parts, address };
        this.#dismissed = '';
        this.#show();
    }

    /** Shows for a moment that something was done; the live region says it to who does not see. */
    confirm(id) {
        const line = boot.say(document.createElement('p'), id);
        line.className = 'confirmation';
        line.setAttribute('aria-hidden', 'true');
        document.querySelector('.confirmation')?.remove();
        document.body.append(line);
        setTimeout(() => line.remove(), 4000);
    }

    update(state) {
        if (root.lang !== state.lang) root.lang = state.lang;
        const theme = state.dark ? 'dark' : 'light';
        if (root.dataset.theme !== theme) root.dataset.theme = theme;
        const title = `${state.title} · Interleave`;
        if (document.title !== title) document.title = title;
        one('title').textContent = state.title;
        one('tier').title = boot.word(this.#aboutTier);
        one('unplaced').setAttribute('aria-label', boot.word('text.controls'));
        one('canvas').setAttribute('aria-label', boot.word(this.kind === 'embed' ? 'stage.label.embed' : 'stage.label'));
        if (JSON.stringify(this.#fromApp) !== JSON.stringify(state.notices)) {
            this.#fromApp = state.notices;
            this.#dismissed = '';
            this.#show();
        }
    }

    #written() {
        return JSON.stringify([[...this.#held], this.#fromApp, this.#offered?.address]);
    }

    #show() {
        const list = one('notices').querySelector('ul');
        const items = [];
        for (const code of this.#held) {
            const item = document.createElement('li');
            item.dataset.notice = code;
            for (const part of ['what', 'works', 'remedy']) item.append(boot.say(document.createElement('span'), `fail.${code}.${part}`), ' ');
            items.push(item);
        }
        for (const sentence of this.#fromApp) {
            const item = boot.write(document.createElement('li'), sentence);
            item.dataset.notice = 'app';
            items.push(item);
        }
        if (this.#offered) items.push(this.#offerItem());
        list.replaceChildren(...items);
        one('notices').hidden = items.length === 0 || this.#written() === this.#dismissed;
        this.#foot();
    }
    #offerItem() {
        const { id, parts, address } = this.#offered;
        const item = document.createElement('li');
        item.dataset.notice = 'address';
        const field = Object.assign(document.createElement('input'), { type: 'text', readOnly: true, value: address, className: 'address' });
        const sentence = boot.say(document.createElement('span'), id, parts);
        sentence.id = 'address-sentence';
        field.setAttribute('aria-labelledby', sentence.id);
        field.addEventListener('focus', () => field.select());
        item.append(sentence, field);
        return item;
    }
}

/** Saves what the app made as a download. */
export function saveFile(name, mime, bytes) {
    const address = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The page's own address with `fragment`; from an embed the address of the full page. */
export function addressOf(fragment) {
    const address = new URL('lab.html', document.baseURI);
    address.hash = fragment;
    return address.href;
}

/** Copies text; resolves with whether the browser allowed it. */
export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}
