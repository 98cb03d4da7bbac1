// Runs first, as a classic script in old syntax, so that every way of not starting still ends in a sentence: language and
// theme before the first paint, isolation by service worker where the host sends no headers, then the modules.
(function () {
    'use strict';
    var root = document.documentElement;
    var words = self.interleaveWords;
    var opaque = self.origin === 'null' || location.origin === 'null';
    var embedded = self !== self.top;
    // answerHello and failing are set by start.mjs, once it can answer messages and knows what a failure must stop.
    var boot = (self.interleaveBoot = {
        hellos: [], failed: null, fail: fail, opaque: opaque, embedded: embedded, fetched: {}, answerHello: false, failing: null, isFull: null
    });

    function fromLink(key) {
        var found = new RegExp('(?:^#?|[#&])' + key + '=([a-z]+)').exec(location.hash);
        return found && found[1];
    }
    function matches(query) {
        return !!(self.matchMedia && self.matchMedia(query).matches);
    }
    function preferred() {
        var list = navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language || ''];
        for (var i = 0; i < list.length; i++) {
            if (/^ko/i.test(list[i])) return 'ko';
            if (/^en/i.test(list[i])) return 'en';
        }
        return 'en';
    }
    var lang = fromLink('lang');
    var theme = fromLink('theme');
    boot.preferred = preferred();
    root.lang = lang === 'ko' || lang === 'en' ? lang : boot.preferred;
    root.dir = 'ltr';
    var dark = theme === 'dark' || (theme !== 'light' && matches('(prefers-color-scheme: dark)'));
    root.setAttribute('data-theme', dark ? 'dark' : 'light');
    root.setAttribute('data-embedded', String(embedded));

    /** Fills `element` with a sentence in both languages; the style sheet shows the page's own. */
    boot.say = function (element, id, parts) {
        return boot.write(element, boot.both(id, parts));
    };
    /** The same for a sentence {ko, en}. */
    boot.write = function (element, sentence) {
        element.textContent = '';
        for (var i = 0; i < 2; i++) {
            var span = document.createElement('span');
            span.lang = i ? 'en' : 'ko';
            span.className = 'word';
            span.textContent = sentence[span.lang];
            element.appendChild(span);
        }
        return element;
    };
    boot.word = function (id, parts, language) {
        var pair = words[id] || [id, id];
        return pair[(language || root.lang) === 'ko' ? 0 : 1].replace(/\{(\d)\}/g, function (all, i) {
            return parts && parts[i] !== undefined ? parts[i] : all;
        });
    };
    boot.both = function (id, parts) {
        return { ko: boot.word(id, parts, 'ko'), en: boot.word(id, parts, 'en') };
    };

    document.addEventListener('DOMContentLoaded', function () {
        var waiting = document.querySelectorAll('[data-word]');
        for (var i = 0; i < waiting.length; i++) boot.say(waiting[i], waiting[i].getAttribute('data-word'));
    });

    function piece(tag, id, parts) {
        return boot.say(document.createElement(tag), id, parts);
    }
    /** The end of the road: what happened, what still works, what to do. Also tells the pages that said hello. */
    function fail(code, detail) {
        if (boot.failed) return;
        boot.failed = { code: code, detail: detail || '' };
        root.setAttribute('data-failed', code);
        var place = document.getElementById('failure');
        if (place) show(code, detail);
        else document.addEventListener('DOMContentLoaded', function () { show(code, detail); });
        if (boot.failing) boot.failing();
        else boot.hellos.forEach(tellFailure);
    }
    function tellFailure(hello) {
        var code = boot.failed.code;
        var answer = { type: 'interleave.error', code: code, message: boot.both('fail.' + code + '.what') };
        if (hello.data.request !== undefined) answer.request = hello.data.request;
        try {
            hello.source.postMessage(answer, hello.origin === 'null' ? '*' : hello.origin);
        } catch (gone) { /* the page that asked is not there any more */ }
    }
    function show(code, detail) {
        var place = document.getElementById('failure');
        place.textContent = '';
        place.appendChild(piece('h2', 'fail.' + code + '.what'));
        place.appendChild(piece('p', 'fail.' + code + '.works'));
        place.appendChild(piece('p', 'fail.' + code + '.remedy'));
        if (detail) {
            var line = place.appendChild(piece('p', 'detail', [String(detail).slice(0, 300)]));
            line.className = 'detail';
        }
        var link = document.createElement('a');
        link.href = location.href.replace('embed.html', 'lab.html');
        if (embedded) {
            link.target = '_blank';
            link.rel = 'noopener';
        }
        boot.say(link, embedded ? 'tier.open' : 'reload');
        if (!embedded) link.addEventListener('click', function (event) { event.preventDefault(); location.reload(); });
        place.appendChild(link);
        if (opaque) place.appendChild(document.createElement('p')).textContent = link.href;
        place.hidden = false;
        var loading = document.getElementById('loading');
        if (loading) loading.hidden = true;
    }

    self.addEventListener('message', function (event) {
        if (!event.data || event.data.type !== 'interleave.hello' || !event.source || event.source === self) return;
        if (boot.answerHello) return;
        if (boot.failed) tellFailure(event);
        boot.hellos.push(event);
        event.source.postMessage({ type: 'interleave.height', height: boot.firstHeight() }, event.origin === 'null' ? '*' : event.origin);
    });
    /** What a page is told of the height before the app can say what it wishes. */
    boot.firstHeight = function () { return Math.max(root.clientHeight, 320); };
    /** Whether `error` is the end of the program: a trap, or a C++ exception that nobody caught, at any time. */
    function crashed(error) {
        var wasm = self.WebAssembly;
        var exception = !!(wasm && wasm.Exception && error instanceof wasm.Exception);
        if (!exception && !(wasm && wasm.RuntimeError && error instanceof wasm.RuntimeError)) return false;
        // An exception does not say what it is. Where no memory is left it is the one that says just that.
        fail(exception && boot.isFull && boot.isFull() ? 'memory' : 'aborted', error.message || 'C++ exception');
        return true;
    }
    boot.crashed = crashed;
    self.addEventListener('unhandledrejection', function (event) { crashed(event.reason); });
    self.addEventListener('error', function (event) {
        if (crashed(event.error)) return;
        // A thread's worker that the browser could not load: the program waits for it, and says so. One in which the program
        // came to its end tells what that was.
        if (event.error instanceof Event && !event.error.message) return;
        var ours = event.filename && event.filename.indexOf(location.href.replace(/[^/]*([?#].*)?$/, '')) === 0;
        if (!boot.started && ours) fail('start', event.message); // not what extensions do
        // What the browser's functions throw into the program (a Worker that it refuses) nobody catches there either.
        else if (boot.started && /\/(threads|single)\/interleave\.mjs$/.test(event.filename)) fail('aborted', event.message);
    });

    var navigation = performance.getEntriesByType && performance.getEntriesByType('navigation')[0];
    function navigationType() {
        return navigation ? navigation.type : 'reload';
    }
    // One reload, never two: the mark lies in the history entry, which outlives a reload and is this frame's own (storage
    // would be shared by all labs in a page); where that is forbidden, a page that was itself reloaded does not reload again.
    var mark = 'interleave.reloaded';
    function remember(reloaded) {
        var state = Object.assign({}, history.state);
        delete state[mark];
        if (reloaded) state[mark] = true;
        history.replaceState(state, '');
    }
    function mayReload() {
        try {
            if (history.state && history.state[mark]) return false;
            remember(true);
            return true;
        } catch (forbidden) {
            return navigationType() !== 'reload';
        }
    }
    function forgetReload() {
        try {
            if (history.state && history.state[mark]) remember(false);
        } catch (forbidden) {
            return;
        }
    }
    function serviceWorkers() {
        try {
            // Inside a frame only Document-Isolation-Policy isolates, and only Chromium (which has userAgentData) knows it.
            if (!self.isSecureContext || opaque || (embedded && !navigator.userAgentData)) return null;
            return navigator.serviceWorker || null;
        } catch (sandboxed) {
            return null;
        }
    }
    function isolate(go) {
        if (self.crossOriginIsolated) {
            forgetReload();
            return go();
        }
        var container = serviceWorkers();
        if (!container || self.crossOriginIsolated === undefined) return go();
        // The worker has answered this very page, in vain. (Merely being controlled says nothing: a worker that another lab
        // has just brought up claims this page, too.)
        if (navigation && navigation.workerStart > 0) return go();
        var decided = false;
        function once(action) {
            if (decided) return;
            decided = true;
            action();
        }
        setTimeout(function () { once(go); }, 10000);
        container.register('isolation-worker.js').then(activated).then(
            function () {
                once(function () {
                    if (!mayReload()) return go();
                    var line = document.getElementById('loading-sentence');
                    if (line) boot.say(line, 'load.isolating');
                    setTimeout(go, 5000);
                    location.reload();
                });
            },
            function () { once(go); }
        );
    }
    function activated(registration) {
        if (registration.active) return registration;
        var worker = registration.installing || registration.waiting;
        return new Promise(function (done, refused) {
            worker.addEventListener('statechange', function () {
                if (worker.state === 'activated') done(registration);
                if (worker.state === 'redundant') refused(new Error('redundant'));
            });
        });
    }

    function start() {
        var script = document.createElement('script');
        if (!('noModule' in script) || !self.fetch || !self.Promise) return fail('old-browser');
        var threads = self.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
        boot.build = threads ? 'threads' : 'single';
        if (self.WebAssembly) {
            fetchEarly('wasm', boot.build + '/interleave.wasm');
            fetchEarly('regular', 'fonts/interleave-sans-regular.ttf');
            fetchEarly('semibold', 'fonts/interleave-sans-semibold.ttf');
            fetchEarly('mono', 'fonts/interleave-mono.ttf'); // the one place that names them: start.mjs takes them from here
            var early = document.createElement('link');
            early.rel = 'modulepreload';
            early.href = boot.build + '/interleave.mjs';
            document.head.appendChild(early);
        }
        script.type = 'module';
        script.src = 'start.mjs';
        script.onerror = function () { fail(opaque ? 'blocked' : 'offline', 'start.mjs'); };
        whenRead(function () { document.head.appendChild(script); });
    }
    /** Calls `go` as soon as the whole page is there, whose parts the modules take: it may come later than they. */
    function whenRead(go) {
        if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', go);
        else go();
    }
    function fetchEarly(name, path) {
        boot.fetched[name] = fetch(path);
        boot.fetched[name].catch(function () { return null; }); // told where it is awaited
    }
    isolate(start);
})();
