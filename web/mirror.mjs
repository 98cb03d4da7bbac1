// The DOM mirror: every control of the app is a real element lying exactly over its picture in the canvas, so that clicks,
// keyboards, screen readers, phones' soft keyboards and browser tests meet ordinary HTML.
import { ControlView } from './mirror-control.mjs';

/** Of an experiment that has both buttons: it is stepped, and these keys press them from all over the page. */
const pressedBy = { ArrowLeft: 'back', ArrowRight: 'forward' };

/** Moves `node` without losing focus or selection, where the browser has a way to. */
function putAt(parent, node, index) {
    const before = parent.children[index] ?? null;
    if (before === node) return;
    if (parent.moveBefore && node.isConnected) {
        parent.moveBefore(node, before);
        return;
    }
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    parent.insertBefore(node, before);
    focused?.focus({ preventScroll: true });
}

/** A scrolling region of the app: an element with the browser's own scrolling, kept in step with the picture. */
class Region {
    #scrolledAt = 0;
    #received = 0; // what the app said last
    #due = false; // it has moved, and the element has not followed yet
    constructor(id, act) {
        this.id = id;
        this.root = document.createElement('div');
        this.root.className = 'region';
        this.root.dataset.region = id;
        this.root.tabIndex = -1;
        this.content = document.createElement('div');
        this.content.className = 'region-height';
        this.root.append(this.content);
        this.root.addEventListener('scroll', () => {
            this.#scrolledAt = performance.now();
            this.#due = false;
            act.scroll(id, this.root.scrollTop);
        }, { passive: true });
        act.passOn(this.root, this.content);
    }
    update({ x, y, w, h, content, scroll }) {
        Object.assign(this.root.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
        this.content.style.height = `${Math.max(content, h)}px`;
        // The browser, too, scrolls: to a control that takes the focus. What the app says before it has heard of that is old.
        if (scroll !== this.#received) {
            this.#received = scroll;
            this.#due = Math.abs(this.root.scrollTop - scroll) > 1;
        }
        if (!this.#due || performance.now() - this.#scrolledAt <= 250) return;
        this.#due = false;
        this.root.scrollTop = scroll;
    }
}

export class Mirror {
    #views = new Map();
    #regions = new Map();
    #act;

    /**
     * `root` lies over the canvas, `unplaced` takes the controls that are painted nowhere. `act` as in ControlView, and
     * scroll(region, y), passOn(…elements): give pointer events that hit no control to the canvas.
     */
    constructor(root, unplaced, act) {
        this.root = root;
        this.unplaced = unplaced;
        this.#act = act;
    }

    /** The id of the button that `key` presses, if any. */
    pressedBy(key) {
        const isStepped = Object.values(pressedBy).every((id) => this.#views.has(id));
        return isStepped ? pressedBy[key] : undefined;
    }

    view(id) {
        return this.#views.get(id);
    }

    update(controls, layout) {
        this.#updateRegions(layout.regions ?? []);
        const present = new Set();
        const next = new Map(); // parent → index of its next control
        for (const spec of controls) {
            let view = this.#views.get(spec.id);
            if (view && view.kind !== spec.kind) {
                view.root.remove();
                view = undefined;
            }
            if (!view) this.#views.set(spec.id, (view = new ControlView(spec, this.#act)));
            present.add(spec.id);
            view.update(spec);
            const rect = layout.controls?.[spec.id] ?? null;
            const region = rect?.region ? this.#regions.get(rect.region) : null;
            const parent = rect === null ? this.unplaced : (region?.content ?? this.root);
            const index = next.get(parent) ?? 0;
            next.set(parent, index + 1);
            putAt(parent, view.root, index);
            view.place(rect);
        }
        for (const [id, view] of this.#views) {
            if (present.has(id)) continue;
            view.root.remove();
            this.#views.delete(id);
        }
        for (const key of Object.keys(pressedBy)) this.view(this.pressedBy(key))?.field.setAttribute('aria-keyshortcuts', key);
    }

    #updateRegions(list) {
        for (const spec of list) {
            let region = this.#regions.get(spec.id);
            if (!region) {
                this.#regions.set(spec.id, (region = new Region(spec.id, this.#act)));
                this.root.append(region.root);
            }
            region.update(spec);
        }
        for (const [id, region] of this.#regions) {
            if (list.some((spec) => spec.id === id)) continue;
            for (const control of [...region.content.children]) this.unplaced.append(control);
            region.root.remove();
            this.#regions.delete(id);
        }
    }
}
