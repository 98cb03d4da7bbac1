// One control of the app as a real form element. Painted controls lie transparently over their picture; the others are
// ordinary fields with a label.

/**
 * `act` is what the element does to the app: {set(id, value), press(id), pointer(id, hovered, pressed), focus(id), leave()};
 * set and press return the sentence of a refusal, or ''.
 */
export class ControlView {
    #act;
    #spec = {};
    #dirty = false; // typed, not yet committed
    #refused = false; // committed and refused: left to be corrected

    constructor(spec, act) {
        this.id = spec.id;
        this.kind = spec.kind;
        this.#act = act;
        this.root = document.createElement('div');
        this.root.className = 'control';
        this.root.dataset.kind = spec.kind;
        this.field = this.#makeField(spec);
        this.field.dataset.control = spec.id;
        this.field.id = `control-${spec.id}`;
        this.help = this.#span('unseen', `help-${spec.id}`);
        this.refusal = this.#span('refusal', `refusal-${spec.id}`);
        if (spec.kind === 'button') {
            this.root.append(this.field);
        } else {
            this.label = document.createElement('label');
            this.label.htmlFor = this.field.id;
            this.unit = this.#span('unit', '');
            this.root.append(this.label, this.field, this.unit);
        }
        this.root.append(this.help, this.refusal);
        this.#listen();
    }

    #span(className, id) {
        const span = document.createElement('span');
        span.className = className;
        if (id) span.id = id;
        return span;
    }

    #makeField({ kind, slider }) {
        if (kind === 'choice') return document.createElement('select');
        const field = document.createElement(kind === 'button' ? 'button' : 'input');
        if (kind === 'button') field.type = 'button';
        if (kind === 'toggle') {
            field.type = 'checkbox';
            field.setAttribute('role', 'switch');
        }
        if (slider) {
            field.type = 'range';
        } else if (kind === 'number' || kind === 'text') {
            field.type = 'text';
            field.autocomplete = 'off';
            field.spellcheck = false;
            field.enterKeyHint = 'done';
        }
        return field;
    }

    #listen() {
        const { field, id, kind } = this;
        if (kind === 'button') {
            field.addEventListener('click', () => this.#tell(this.#act.press(id)));
        } else if (kind === 'toggle') {
            field.addEventListener('change', () => this.#offer(String(field.checked)));
        } else if (kind === 'choice') {
            field.addEventListener('change', () => this.#offer(field.value));
        } else if (field.type === 'range') {
            field.addEventListener('input', () => this.#offer(field.value));
        } else {
            field.addEventListener('input', () => (this.#dirty = true));
            field.addEventListener('change', () => this.#commit());
            field.addEventListener('blur', () => this.#commit());
            field.addEventListener('focus', () => field.select());
            field.addEventListener('keydown', (event) => {
                if (event.isComposing) return;
                if (event.key === 'Enter') this.#commit();
                if (event.key === 'Escape' && (this.#dirty || this.#refused)) {
                    this.#forget();
                    event.stopPropagation();
                }
            });
        }
        const pointer = (hovered, pressed) => () => this.#act.pointer(hovered || pressed ? id : '', hovered, pressed);
        field.addEventListener('pointerenter', pointer(true, false));
        field.addEventListener('pointerleave', pointer(false, false));
        field.addEventListener('pointerdown', pointer(true, true));
        field.addEventListener('pointerup', (event) => this.#act.pointer(event.pointerType === 'mouse' ? id : '', event.pointerType === 'mouse', false));
        field.addEventListener('pointercancel', pointer(false, false));
        field.addEventListener('focus', () => this.#act.focus(id));
        field.addEventListener('blur', () => this.#act.focus(''));
    }

    #commit() {
        if (!this.#dirty) return;
        this.#refused = true; // until the answer is there, so that an update meanwhile leaves the text alone
        this.#dirty = false;
        const refusal = this.#act.set(this.id, this.field.value);
        this.#refused = refusal !== '';
        this.#tell(refusal);
        if (!refusal) this.#show(this.#spec.value);
    }

    /** Sets a value that was chosen, not typed; a refused one springs back. */
    #offer(value) {
        this.#tell(this.#act.set(this.id, value));
        this.#show(this.#spec.value);
    }

    #forget() {
        this.#dirty = this.#refused = false;
        this.#show(this.#spec.value);
        this.#tell('');
    }

    #tell(refusal) {
        this.refusal.textContent = refusal;
        if (refusal) this.field.setAttribute('aria-invalid', 'true');
        else this.field.removeAttribute('aria-invalid');
        this.#describe();
    }

    #describe() {
        const ids = [this.help, this.refusal].filter((part) => part.textContent).map((part) => part.id);
        if (ids.length) this.field.setAttribute('aria-describedby', ids.join(' '));
        else this.field.removeAttribute('aria-describedby');
    }

    #show(value) {
        const { field, kind } = this;
        if (kind === 'toggle') field.checked = value === 'true';
        else if (kind !== 'button' && field.value !== value) field.value = value;
    }

    /** Takes over what the app says about this control now. */
    update(spec) {
        const before = this.#spec;
        this.#spec = spec;
        const { field } = this;
        if (spec.label !== before.label || spec.unit !== before.unit) {
            if (this.label) {
                this.label.textContent = spec.label;
                this.unit.textContent = spec.unit ?? '';
                field.setAttribute('aria-label', spec.unit ? `${spec.label} (${spec.unit})` : spec.label);
            } else {
                field.textContent = spec.label;
                field.setAttribute('aria-label', spec.label);
            }
        }
        if (spec.hint !== before.hint || spec.why_not !== before.why_not) {
            this.help.textContent = [spec.why_not, spec.hint].filter(Boolean).join(' ');
            field.title = spec.why_not || spec.hint || '';
            if (spec.why_not) field.setAttribute('aria-disabled', 'true');
            else field.removeAttribute('aria-disabled');
            this.#describe();
        }
        field.classList.toggle('primary', Boolean(spec.primary));
        if (field.type === 'range') [field.min, field.max, field.step] = [spec.min, spec.max, spec.step || 'any'];
        else if (this.kind === 'number') field.inputMode = spec.step === 1 && spec.min >= 0 ? 'numeric' : 'decimal';
        if (this.kind === 'choice') this.#updateOptions(spec.options ?? []);
        if (spec.value !== before.value) {
            this.#dirty = this.#refused = false;
            if (field.hasAttribute('aria-invalid')) this.#tell('');
        }
        if (!this.#dirty && !this.#refused) this.#show(spec.value);
    }

    #updateOptions(options) {
        const same = this.field.options.length === options.length &&
            options.every(({ value, label }, i) => this.field.options[i].value === value && this.field.options[i].text === label);
        if (!same) this.field.replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
    }

    /** Over the picture at `rect` ({x, y, w, h, painted}), or among the ordinary fields when null. */
    place(rect) {
        const { style, dataset, classList } = this.root;
        classList.toggle('painted', rect !== null);
        dataset.painted = rect?.painted ?? '';
        for (const [name, size] of [['left', rect?.x], ['top', rect?.y], ['width', rect?.w], ['height', rect?.h]]) {
            const value = size === undefined ? '' : `${size}px`;
            if (style[name] !== value) style[name] = value;
        }
    }
}
