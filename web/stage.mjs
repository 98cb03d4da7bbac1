// What the browser does to the app: sight, theme, motion; and to its canvas: size, pointer, keyboard, a lost context.

/** What concerns an app without a canvas, too, and one whose tab has not been seen yet. */
export function connectReader(engine) {
    const tellHidden = () => engine.hidden(document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', tellHidden);
    if (document.visibilityState === 'hidden') tellHidden();
    for (const [query, tell] of [
        ['(prefers-color-scheme: dark)', (yes) => engine.dark(yes)],
        ['(prefers-reduced-motion: reduce)', (yes) => engine.still(yes)],
    ]) matchMedia(query).addEventListener('change', (event) => tell(event.matches));
}

/** What draws on `canvas`, which has its context. */
export function rendererOf(canvas) {
    const gl = canvas.getContext('webgl2');
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    return gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
}

/** `lost(yes)` hears of the graphics context of `canvas`, from before the app makes it. */
export function watchContext(canvas, lost) {
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault(); // or it never comes back
        lost(true);
    });
    canvas.addEventListener('webglcontextrestored', () => lost(false));
}

/**
 * Wires `canvas` (inside `stage`, under `mirror`) to `engine`. `embedded`: the wheel and the keyboard belong to the page
 * around until the reader clicks, or presses Enter or Space on the canvas; Escape, Tab and leaving give them back.
 */
export function connectStage({ stage, canvas, mirror, engine, embedded }) {
    const root = document.documentElement;
    let active = null;
    const setActive = (yes) => {
        if (active === yes) return;
        active = yes;
        root.dataset.active = String(yes);
        engine.active(yes);
    };
    setActive(!embedded);

    let size = '';
    const resize = () => {
        const [width, height] = [stage.clientWidth, stage.clientHeight];
        const now = `${width}×${height}×${devicePixelRatio}`;
        if (!width || !height || size === now) return;
        size = now;
        engine.resize(width, height);
    };
    new ResizeObserver(resize).observe(stage);
    const watchDensity = () => {
        resize();
        matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', watchDensity, { once: true });
    };
    watchDensity();

    let onScreen = true;
    const tellVisible = () => engine.visible(onScreen && document.visibilityState !== 'hidden');
    new IntersectionObserver((entries) => {
        onScreen = entries.at(-1).isIntersecting;
        tellVisible();
    }).observe(stage);
    document.addEventListener('visibilitychange', tellVisible);

    stage.addEventListener('click', () => setActive(true)); // by touch only a tap: a swipe may be meant for the page
    stage.addEventListener('pointerdown', (event) => event.pointerType === 'mouse' && setActive(true));
    canvas.addEventListener('pointerdown', (event) => {
        canvas.focus({ preventScroll: true });
        if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId); // a drag goes on over the controls
    });
    if (embedded) {
        addEventListener('blur', () => setActive(false));
        document.addEventListener('pointerdown', (event) => {
            if (!stage.contains(event.target)) setActive(false);
        });
        for (const type of ['wheel', 'touchstart', 'touchmove']) {
            // A tap still arrives: as the mouse events that the browser makes of it. A finger's end is always told.
            stage.addEventListener(type, (event) => {
                if (!active) event.stopPropagation();
            }, { capture: true, passive: true });
        }
    }
    // A wheel over a control is meant for the picture beneath; the regions scroll by themselves.
    mirror.addEventListener('wheel', (event) => {
        if (!active || event.target.closest('.region')) return;
        event.preventDefault();
        canvas.dispatchEvent(new WheelEvent('wheel', event));
    }, { passive: false });
    pullStage(mirror, (y) => active && engine.pull(y));
    canvas.addEventListener('focus', () => active && canvas.matches(':focus-visible') && engine.entered());
    guardKeys(canvas, {
        isActive: () => active,
        enter: () => {
            setActive(true);
            engine.entered();
        },
        leave: (key) => {
            if (embedded) setActive(false);
            if (key === 'Escape') canvas.blur();
        },
    });
}

/** A finger on a control over the picture pulls the picture along, as one beside it does; a tap is the control's. */
function pullStage(mirror, pull) {
    let last = null;
    mirror.addEventListener('touchstart', ({ touches, target }) => {
        const isOwn = touches.length > 1 || target.type === 'range' || target.closest('.region');
        last = isOwn ? null : touches[0].clientY;
    }, { passive: true });
    mirror.addEventListener('touchmove', ({ touches }) => {
        if (last === null) return;
        pull(touches[0].clientY - last);
        last = touches[0].clientY;
    }, { passive: true });
}

/**
 * The app hears keys only while the canvas has the focus and is active, which Enter or Space makes it; Tab always belongs
 * to the page, and Escape leaves.
 */
function guardKeys(canvas, { isActive, enter, leave }) {
    for (const type of ['keydown', 'keyup', 'keypress']) {
        document.addEventListener(type, (event) => {
            if (event.target !== canvas) return;
            if (event.key === 'Tab' || !isActive()) event.stopPropagation();
            if (type !== 'keydown') return;
            if (event.key === 'Tab' || event.key === 'Escape') leave(event.key);
            if (!isActive() && (event.key === 'Enter' || event.key === ' ')) {
                event.preventDefault();
                enter();
            }
        }, true);
        document.body.addEventListener(type, (event) => {
            if (event.target !== canvas) event.stopPropagation();
        });
    }
}

/**
 * The keys that press a control, wherever in the page nothing else takes them; `press(key)` says whether one of them does.
 * On the canvas the app hears them itself, and in an embed the page around keeps them until the stage is active or a
 * control has the focus.
 */
export function connectKeys({ canvas, press }) {
    const taken = 'input, select, textarea, .table[tabindex]';
    document.addEventListener('keydown', (event) => {
        const { target } = event;
        if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (target === canvas || target.closest?.(taken)) return;
        if (document.documentElement.dataset.active === 'false' && target === document.body) return;
        if (press(event.key)) event.preventDefault();
    }, true);
}

const passed = { mouseover: 'mouseenter', mouseout: 'mouseleave', mousedown: 'mousedown', mousemove: 'mousemove' };

/**
 * Gives mouse events that hit one of `elements` itself (not a control inside) to the canvas beneath. Going over to a
 * control leaves the canvas, too. (mouseup is heard on the document and needs no help.)
 */
export function passOn(canvas, ...elements) {
    for (const element of elements) {
        for (const [heard, told] of Object.entries(passed)) {
            element.addEventListener(heard, (event) => {
                if (event.target === element) canvas.dispatchEvent(new MouseEvent(told, event));
            });
        }
    }
}
