// The landing page: language, and the lines to copy with this site's own address. Without it both languages are shown.
(() => {
    const root = document.documentElement;
    const asked = new URLSearchParams(location.search).get('lang');
    const language = [asked, ...(navigator.languages ?? [])].map((tag) => (tag ?? '').slice(0, 2)).find((tag) => tag === 'ko' || tag === 'en') ?? 'en';
    const titles = { ko: 'Interleave: 동시성 실험실', en: 'Interleave: a concurrency laboratory' };
    const choose = (lang) => {
        root.lang = lang;
        document.title = titles[lang];
        for (const button of document.querySelectorAll('[data-choose]')) button.setAttribute('aria-pressed', String(button.dataset.choose === lang));
    };
    root.lang = language;
    document.addEventListener('DOMContentLoaded', () => {
        const lab = document.querySelector('interleave-lab');
        choose(language);
        for (const button of document.querySelectorAll('[data-choose]')) {
            button.addEventListener('click', () => {
                choose(button.dataset.choose);
                lab?.set?.('lang', button.dataset.choose);
            });
        }
        lab?.addEventListener('interleave-ready', () => lab.set('lang', root.lang));
        const base = new URL('.', location.href).href;
        const snippets = {
            element: `<script src="${base}interleave-embed.js"></${'script'}>\n<interleave-lab w="sort" n="1000000" lang="ko"></interleave-lab>`,
            frame: `<iframe src="${base}embed.html#w=sort&n=1000000&lang=ko" width="100%" height="480" style="border:0" title="Interleave" loading="lazy" allow="cross-origin-isolated; clipboard-write"></iframe>`,
            script: `await interleave.ready;\nawait interleave.set('n', 200000);\nawait interleave.press('run');\ninterleave.facts()['way.threads.speedup'];\n\nframe.contentWindow.postMessage({ type: 'interleave.hello' }, '*');\nframe.contentWindow.postMessage({ type: 'interleave.set', id: 'n', value: 200000 }, '*');\naddEventListener('message', ({ data }) => data.type === 'interleave.fact' && console.log(data.id, data.value));`,
        };
        for (const code of document.querySelectorAll('[data-snippet]')) code.textContent = snippets[code.dataset.snippet];
    });
})();
