// The frame around the stage: language, theme, title, notices, the tier, what was saved or copied.
const boot = self.interleaveBoot;
const root = document.documentElement;
const one = (id) => document.getElementById(id);

export class Page {
    #held = new Set();
    #fromApp = [];
    #dismissed = '';
    #address = () => '';

    constructor({ tier, embedded, address }) {
        this.#address = address;
        this.embedded = embedded;
        one('notices').querySelector('button').addEventListener('click', () => {
            this.#dismissed = this.#written();
            this.#show();
            (one('canvas').checkVisibility?.() ? one('canvas') : one('as-text')).focus();
        });
        this.setTier(tier);
        for (const type of ['pointerdown', 'focus']) one('own-tab').addEventListener(type, () => this.#updateOwnTab());
        one('own-tab').addEventListener('click', () => this.#updateOwnTab());
    }

    setTier(tier) {
        this.tier = tier;
        root.dataset.tier = tier;
        boot.say(one('tier'), `tier.${tier}`);
        one('own-tab').hidden = !this.embedded || tier === 'threads';
        this.#updateOwnTab();
        this.#foot();
    }

    #updateOwnTab() {
        const address = new URL('lab.html', document.baseURI);
        address.hash = this.#address();
        one('own-tab').href = address.href;
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

    update(state) {
        if (root.lang !== state.lang) {
            root.lang = state.lang;
            this.#dismissed = '';
        }
        const theme = state.dark ? 'dark' : 'light';
        if (root.dataset.theme !== theme) root.dataset.theme = theme;
        const title = `${state.title} · Interleave`;
        if (document.title !== title) document.title = title;
        one('title').textContent = state.title;
        one('tier').title = boot.word(`tier.${this.tier}.long`);
        one('unplaced').setAttribute('aria-label', boot.word('text.controls'));
        one('canvas').setAttribute('aria-label', boot.word('stage.label'));
        if (this.#fromApp.join('\n') !== state.notices.join('\n')) {
            this.#fromApp = state.notices;
            this.#show();
        }
    }

    #written() {
        return [...this.#held, ...this.#fromApp].join('\n');
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
            const item = document.createElement('li');
            item.dataset.notice = 'app';
            item.textContent = sentence;
            items.push(item);
        }
        list.replaceChildren(...items);
        one('notices').hidden = items.length === 0 || this.#written() === this.#dismissed;
        this.#foot();
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
