// The canvas and what the browser does to it: size, sight, pointer, keyboard, a lost context.

/**
 * Wires `canvas` (inside `stage`, under `mirror`) to `engine`. `embedded`: the wheel and the keyboard belong to the page
 * around until the reader clicks; Escape, Tab and leaving give them back. `lost(yes)` hears of the graphics context.
 */
export function connectStage({ stage, canvas, mirror, engine, embedded, lost }) {
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
    document.addEventListener('visibilitychange', () => {
        engine.hidden(document.visibilityState === 'hidden');
        tellVisible();
    });

    if (document.visibilityState === 'hidden') engine.hidden(true);

    for (const [query, tell] of [
        ['(prefers-color-scheme: dark)', (yes) => engine.dark(yes)],
        ['(prefers-reduced-motion: reduce)', (yes) => engine.still(yes)],
    ]) matchMedia(query).addEventListener('change', (event) => tell(event.matches));

    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault(); // or it never comes back
        engine.context(true);
        lost(true);
    });
    canvas.addEventListener('webglcontextrestored', () => {
        engine.context(false);
        engine.wake();
        lost(false);
    });

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
    guardKeys(canvas, () => active, (key) => {
        if (embedded) setActive(false);
        if (key === 'Escape') canvas.blur();
    });
}

/** The app hears keys only while the canvas has the focus; Tab always belongs to the page, and Escape leaves. */
function guardKeys(canvas, isActive, leave) {
    for (const type of ['keydown', 'keyup', 'keypress']) {
        document.addEventListener(type, (event) => {
            if (event.target !== canvas) return;
            if (event.key === 'Tab' || !isActive()) event.stopPropagation();
            if (type === 'keydown' && (event.key === 'Tab' || event.key === 'Escape')) leave(event.key);
        }, true);
        document.body.addEventListener(type, (event) => {
            if (event.target !== canvas) event.stopPropagation();
        });
    }
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
