// The URL face: the part behind # always describes the present state, and a changed one is opened.

const pause_ms = 400; // browsers limit how often a page may rewrite its address

export class Address {
    #written = location.hash.slice(1);
    #wanted = this.#written;
    #timer = 0;
    #last = -pause_ms;

    /** `open(fragment)` hears of a fragment that the reader or a link has set. */
    constructor(open) {
        addEventListener('hashchange', () => {
            const fragment = location.hash.slice(1);
            if (fragment === this.#written) return;
            clearTimeout(this.#timer);
            this.#timer = 0;
            this.#written = this.#wanted = fragment;
            open(fragment);
        });
    }

    /** The state's link is `fragment` now. */
    update(fragment) {
        if (fragment === this.#wanted) return;
        this.#wanted = fragment;
        if (this.#timer) return;
        const wait = Math.max(0, this.#last + pause_ms - performance.now());
        this.#timer = setTimeout(() => this.#write(), wait);
    }

    #write() {
        this.#timer = 0;
        this.#last = performance.now();
        if (this.#wanted === this.#written) return;
        if (location.hash.slice(1) !== this.#written) return; // another was set just now; its event is on its way
        try {
            history.replaceState(history.state, '', `#${this.#wanted}`);
            this.#written = location.hash.slice(1); // as the browser spells it
        } catch {
            return; // an opaque origin may not write its address; the link is still in link() and in messages
        }
    }
}
