// The first load: what is sent and how long it takes until the first frame.
import { assert } from '../harness.mjs';

const most_bytes = 1.6e6;

export default async function loadCases({ test, hosts, open, ready, report }) {
    await test('load: at most 1.6 MB, compressed, before the first frame', async () => {
        for (const round of ['first', 'second']) {
            hosts.requests.length = 0;
            const page = await open();
            const began = performance.now();
            await page.goto(`${hosts.real}/lab.html#w=sort`, { waitUntil: 'commit' });
            await ready(page);
            const took = performance.now() - began;
            const requests = hosts.requests.filter(({ host }) => host === 'real');
            const sent = requests.reduce((sum, { bytes }) => sum + bytes, 0);
            report.note(`${round} load: ${(took / 1000).toFixed(2)} s to the first frame, ${requests.length} requests, ${(sent / 1e6).toFixed(3)} MB compressed`);
            assert.ok(sent <= most_bytes, `${sent} bytes: ${JSON.stringify(requests)}`);
            const twice = requests.map(({ path }) => path).filter((path, i, all) => all.indexOf(path) !== i);
            assert.deepEqual(twice, [], 'requested twice');
        }
    });
}
