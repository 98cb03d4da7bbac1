// As much of WebDriver (W3C) as the tests need, over plain HTTP.

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export class WebDriver {
    #base;
    #session = '';
    constructor(base) {
        this.#base = base;
    }

    async #ask(method, path, body) {
        const response = await fetch(this.#base + path, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
        const { value } = await response.json();
        if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
        return value;
    }
    #in = (method, path, body) => this.#ask(method, `/session/${this.#session}${path}`, body);

    async start(capabilities) {
        const { sessionId } = await this.#ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
        this.#session = sessionId;
    }
    end = () => this.#in('DELETE', '');
    open = (url) => this.#in('POST', '/url', { url });
    size = (width, height) => this.#in('POST', '/window/rect', { width, height });
    run = (script, ...args) => this.#in('POST', '/execute/sync', { script, args });
    screenshot = async () => Buffer.from(await this.#in('GET', '/screenshot'), 'base64');
    async #element(selector) {
        return (await this.#in('POST', '/element', { using: 'css selector', value: selector }))[elementKey];
    }
    async click(selector) {
        await this.#in('POST', `/element/${await this.#element(selector)}/click`, {});
    }
    async type(selector, text) {
        await this.#in('POST', `/element/${await this.#element(selector)}/value`, { text });
    }
}
