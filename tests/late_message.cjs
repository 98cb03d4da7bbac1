// node --require ./tests/late_message.cjs build/web-threads/bin/unit_tests.cjs --source-file='*crew_tests.cpp'
// Has the main thread hear of each of its threads once more after that has ended, as happens by itself now and then on a
// busy machine: that must not change the status with which the program ends (cmake/emscripten_stderr.js).
const { Worker, isMainThread } = require('node:worker_threads');

if (isMainThread) {
    const { terminate } = Worker.prototype;
    Worker.prototype.terminate = function () {
        setImmediate(() => this.emit('message', { cmd: 'checkMailbox' }));
        return terminate.call(this);
    };
}
