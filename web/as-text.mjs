// What the widget shows, as text: a sentence, a list of facts, tables, and a live region for screen readers.

const one = (id) => document.getElementById(id);

function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
}

const change = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
};

/** Speaks through the live region: the widget's sentence, when it changed and not too often; answers at once. */
class Speaker {
    #due = 0; // not before this time
    #timer = 0;
    #sentence = '';

    say(sentence, pause_ms = 1500) {
        if (!sentence || sentence === this.#sentence) return;
        this.#sentence = sentence;
        this.#later(pause_ms);
    }
    #later(pause_ms) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#due = performance.now() + pause_ms;
            change(one('live'), this.#sentence);
        }, Math.max(0, this.#due - performance.now()));
    }
    /** The answer to what the reader did, also when it was just said: an emptied region speaks again. */
    answer(sentence) {
        this.#due = performance.now() + 3000;
        clearTimeout(this.#timer);
        one('live').textContent = '';
        this.#timer = setTimeout(() => change(one('live'), sentence), 60);
    }
}

export class AsText {
    #facts = new Map();
    #tables = new Map();
    #open = false;
    #returnTo = null;
    speaker = new Speaker();

    constructor(word) {
        this.word = word;
        const toggle = (event) => {
            event.preventDefault();
            this.show(!this.#open, event.currentTarget);
        };
        one('show-text').addEventListener('click', toggle);
        one('skip').addEventListener('click', (event) => {
            event.preventDefault();
            this.show(true, null);
        });
        const panel = one('as-text');
        panel.querySelector('.close').addEventListener('click', () => this.show(false));
        panel.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') this.show(false);
        });
    }

    /** Opens or closes the panel; the focus goes in and comes back. */
    show(open, from) {
        const root = document.documentElement;
        if (root.dataset.canvas === 'none') return one('as-text').focus();
        this.#open = open;
        if (open) root.dataset.text = 'open';
        else delete root.dataset.text;
        one('show-text').setAttribute('aria-expanded', String(open));
        if (open) {
            this.#returnTo = from ?? one('show-text');
            one('as-text').focus();
        } else {
            this.#returnTo?.focus();
        }
        this.#scrollers();
    }

    update(state) {
        change(one('as-text-title'), state.title);
        change(one('sentence'), state.sentence);
        const progress = one('progress');
        progress.hidden = !(state.progress >= 0);
        if (state.progress >= 0) progress.value = state.progress;
        progress.setAttribute('aria-label', this.word('text.progress'));
        this.#updateFacts(state.facts);
        this.#updateTables(state.tables);
        this.speaker.say(state.sentence, state.progress >= 0 ? 4000 : 1500);
    }

    #updateFacts(facts) {
        const list = one('facts');
        one('no-facts').hidden = facts.length > 0;
        const present = new Set(facts.map((fact) => fact.id));
        for (const [id, row] of this.#facts) {
            if (present.has(id)) continue;
            row.item.remove();
            this.#facts.delete(id);
        }
        facts.forEach((fact, i) => {
            let row = this.#facts.get(fact.id);
            if (!row) {
                row = { label: make('span'), value: make('span') };
                row.value.dataset.fact = fact.id;
                row.item = make('li', {}, row.label, row.value);
                this.#facts.set(fact.id, row);
            }
            change(row.label, fact.label);
            change(row.value, fact.text);
            row.value.dataset.value = fact.value;
            row.value.dataset.unit = fact.unit;
            if (list.children[i] !== row.item) list.insertBefore(row.item, list.children[i] ?? null);
        });
    }

    #updateTables(tables) {
        const place = one('tables');
        const said = new Set(tables.map((table) => table.id));
        for (const [id, made] of this.#tables) {
            if (said.has(id)) continue;
            made.frame.remove();
            this.#tables.delete(id);
        }
        for (const table of tables) {
            const written = JSON.stringify(table);
            const made = this.#tables.get(table.id);
            if (made?.written === written) continue;
            const head = make('tr', {}, ...table.columns.map((text) => make('th', { scope: 'col' }, text)));
            const rows = table.rows.map(([first, ...rest]) =>
                make('tr', {}, make('th', { scope: 'row' }, first), ...rest.map((text) => make('td', {}, text))));
            const whole = make('table', {}, make('caption', {}, table.caption), make('thead', {}, head), make('tbody', {}, ...rows));
            whole.dataset.table = table.id;
            const frame = made?.frame ?? make('div', { className: 'table' });
            frame.replaceChildren(whole);
            frame.dataset.caption = table.caption;
            if (!made) place.append(frame);
            this.#tables.set(table.id, { written, frame });
        }
        this.#scrollers();
    }

    /** A table that is wider than its frame must be reachable by keyboard. */
    #scrollers() {
        for (const { frame } of this.#tables.values()) {
            const seen = this.#open || document.documentElement.dataset.canvas === 'none'; // measuring makes the browser lay out
            if (seen && frame.scrollWidth > frame.clientWidth) {
                frame.tabIndex = 0;
                frame.setAttribute('role', 'region');
                frame.setAttribute('aria-label', this.word('text.scrolls', [frame.dataset.caption]));
            } else {
                for (const name of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(name);
            }
        }
    }
}
