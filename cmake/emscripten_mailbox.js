// Threads hear of what lies in their mailbox by a message only, not by Atomics.waitAsync. Such a wait cannot be cancelled:
// after its thread has ended it stays registered in memory that is then given to somebody else, and takes the wake-up
// that is meant for a waiter there, who sleeps for ever (emscripten issue 27492, mended upstream in August 2026).
addToLibrary({
    _emscripten_thread_mailbox_await: () => {},
});
