// Programs with threads that node runs: when main() is over, NODERAWFS closes the machine's standard error. What
// Emscripten says after that (that a thread which has ended was heard of once more) must not end them with status 1.
// Not by console.error(): that throws too, later.
if (!ENVIRONMENT_IS_PTHREAD) {
    Module['printErr'] = (...words) => {
        try {
            fs.writeSync(2, `${words.join(' ')}\n`);
        } catch {
            // it is closed
        }
    };
}
