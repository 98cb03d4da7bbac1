// A virtual screen for browsers that draw only with one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts Xvfb on a free display. `environment` makes a program draw there, in software. */
export async function startScreen() {
    const process_ = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const failed = once(process_, 'error').then(([error]) => Promise.reject(new Error(`Xvfb does not start: ${error.message}`)));
    const [number] = await Promise.race([once(process_.stdout, 'data'), failed]);
    return {
        environment: { DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: '1', WAYLAND_DISPLAY: '' },
        close: () => process_.kill(),
    };
}
