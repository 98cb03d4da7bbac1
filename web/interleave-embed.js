// The lab in any page, in one line:
//   <script src="https://…/interleave-embed.js"></script><interleave-lab w="sort" n="1000000" lang="ko"></interleave-lab>
// Every attribute but title, height and the global ones is a control of the widget, as in a link. The element takes the
// height that the lab asks for, and has set(id, value), press(id) and the events "interleave-ready", "interleave-fact",
// "interleave-state" and "interleave-error" (event.detail is the message). It needs no other file and sets no style sheet.
(() => {
    const base = new URL('.', document.currentScript.src);
    // The attributes that HTML gives to every element (lang, which the lab understands, is a control), and our own height.
    const notControls = new RegExp(
        '^(?:accesskey|autocapitalize|autocorrect|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|height|hidden|' +
        'id|inert|inputmode|is|item(?:id|prop|ref|scope|type)|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|' +
        'virtualkeyboardpolicy|writingsuggestions|xml:.*|xmlns|(?:data|aria)-.*|on[a-z]+)$');
    const patience_ms = 8000;
    const blocked = {
        ko: '이 페이지에서는 실험을 보여 줄 수 없습니다. 새 탭에서 열기',
        en: 'The experiment cannot be shown in this page. Open it in its own tab',
    };

    class InterleaveLab extends HTMLElement {
        #frame = null;
        #link = null;
        #timer = 0;
        #hear = (event) => this.#message(event);

        connectedCallback() {
            if (!this.style.display) this.style.display = 'block';
            if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
            addEventListener('message', this.#hear);
            this.#open(false);
        }
        disconnectedCallback() {
            removeEventListener('message', this.#hear);
            clearTimeout(this.#timer);
            this.shadowRoot.replaceChildren();
            this.#frame = this.#link = null;
        }

        /** The part of the address behind #. */
        get fragment() {
            const pairs = [...this.attributes].filter(({ name }) => !notControls.test(name));
            return pairs.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
        }

        #open(credentialless) {
            const frame = document.createElement('iframe');
            frame.title = this.title || 'Interleave';
            frame.allow = 'cross-origin-isolated; clipboard-write';
            frame.loading = 'lazy';
            if (credentialless) frame.credentialless = true;
            Object.assign(frame.style, { display: 'block', width: '100%', border: '0', colorScheme: 'normal' });
            frame.style.height = `${Number(this.getAttribute('height')) || 480}px`;
            frame.src = `${base.href}embed.html#${this.fragment}`;
            frame.addEventListener('load', () => this.#loaded(frame, credentialless));
            this.#frame = frame;
            this.#link = null;
            this.shadowRoot.replaceChildren(frame);
        }

        /**
         * A page that is itself isolated may not show frames without its headers; a frame without credentials it may. The lab
         * may load twice (isolation by service worker takes a reload): each time the wait begins anew, a message ends it.
         */
        #loaded(frame, credentialless) {
            if (!frame.isConnected) return;
            clearTimeout(this.#timer);
            this.#post({ type: 'interleave.hello' });
            this.#timer = setTimeout(() => {
                if (self.crossOriginIsolated && !credentialless && 'credentialless' in frame) this.#open(true);
                else this.#offerLink();
            }, patience_ms);
        }

        /** Under the frame, which stays: on a slow device the lab may only be late, and then the link goes again. */
        #offerLink() {
            if (this.#link) return;
            const lang = (this.getAttribute('lang') || document.documentElement.lang || navigator.language).startsWith('ko') ? 'ko' : 'en';
            const link = Object.assign(document.createElement('a'), { target: '_blank', rel: 'noopener', lang });
            link.href = `${base.href}lab.html#${this.fragment}`;
            link.textContent = blocked[lang];
            this.#link = link;
            this.shadowRoot.append(link);
        }

        #post(message) {
            this.#frame?.contentWindow?.postMessage(message, base.origin);
        }
        set(id, value) {
            this.#post({ type: 'interleave.set', id, value });
        }
        press(id) {
            this.#post({ type: 'interleave.press', id });
        }

        #message(event) {
            if (!this.#frame || event.source !== this.#frame.contentWindow || event.origin !== base.origin) return;
            const { type, height, tier } = event.data ?? {};
            if (typeof type !== 'string' || !type.startsWith('interleave.')) return;
            clearTimeout(this.#timer);
            this.#link?.remove();
            this.#link = null;
            if (type === 'interleave.height' && height >= 100 && height <= 5000 && !this.hasAttribute('height')) {
                this.#frame.style.height = `${height}px`;
            }
            if (type === 'interleave.ready') this.dataset.tier = tier;
            this.dispatchEvent(new CustomEvent(type.replace('.', '-'), { detail: event.data, bubbles: true }));
        }
    }
    if (!customElements.get('interleave-lab')) customElements.define('interleave-lab', InterleaveLab);
})();
