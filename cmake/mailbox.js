// Threads hear of what lies in their mailbox by a message only, not by Atomics.waitAsync. That cannot be called off: of a
// thread that has ended it goes on waiting in memory that is given to somebody else, and takes the call that was to wake
// a lock's waiter there, who then sleeps for ever (emscripten issue 27492; mended upstream in August 2026).
addToLibrary({
    _emscripten_thread_mailbox_await: () => {},
});
