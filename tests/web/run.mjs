// The browser tests: node tests/web/run.mjs chromium|firefox|webkit [part of a case's name]
// Needs a built site in build/site (or INTERLEAVE_SITE) and the packages of tests/web (npm ci). Ends with one line
// "N passed, M failed". CHROMIUM and FIREFOX may name the browsers' programs. Pictures go to build/shots/.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Report } from './harness.mjs';
import { startHosts } from './hosts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const site = resolve(process.env.INTERLEAVE_SITE ?? join(root, 'build/site'));
const [browser = 'chromium', pattern = ''] = process.argv.slice(2);

if (!['chromium', 'firefox', 'webkit'].includes(browser)) {
    console.error(`There is no browser "${browser}" here: chromium, firefox or webkit.`);
    process.exit(2);
}
if (!existsSync(join(site, 'threads/interleave.wasm'))) {
    console.error(`There is no built site in ${site}: run ./dev run --no-serve first.`);
    process.exit(2);
}

const report = new Report(pattern);
const hosts = await startHosts(site);
try {
    const { default: cases } = await import(`./${browser}.mjs`);
    await cases({ report, hosts, site, root, shots: join(root, 'build/shots') });
} catch (error) {
    await report.test(`${browser} can be driven`, () => Promise.reject(error));
} finally {
    await hosts.close();
}
process.exit(report.close());
