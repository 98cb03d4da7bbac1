#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace measure {

/// Threads that are started once and kept, because starting one costs milliseconds in a page and belongs in no timed
/// region. One thread, the main one, gives the work and never waits: it calls poll() until all are idle.
class Crew {
public:
    static constexpr int most_members = 8;

    /// The one crew of this program; its threads start when they are first wanted.
    static Crew& shared();

    /// How a thread begins; throws where the system refuses one.
    using Start = std::function<std::thread(std::function<void()> life)>;

    explicit Crew(Start start = [](std::function<void()> life) { return std::thread(std::move(life)); })
        : start_(std::move(start)) {}
    /// Waits for the members, whose jobs must end by themselves. (In a page the shared crew is never destroyed.)
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// Starts what is missing up to `members`, at most most_members, and returns at once; false when the system refuses
    /// a thread. In a page a thread begins only after the main thread went back to its event loop.
    bool want(int members);
    /// Members that have not come up are no members any more: the next wish starts others in their place. One that
    /// comes up after all leaves at once.
    void give_up_starting();
    /// How many members, from 0 on, are up and waiting for their first job or have had it.
    int awake() const;

    /// Whether any of the members has a job.
    bool busy() const;
    /// Gives `job` to a member that is awake and idle. It begins soon, if need be after a later poll().
    void give(int member, std::function<void()> job);
    /// Wakes members that could not be woken when their job was given.
    void poll();

private:
    enum class State { starting, idle, given, working };
    struct Member {
        std::mutex mutex; ///< held by the member except while it sleeps or works
        std::condition_variable wake;
        std::atomic<State> state = State::starting;
        bool told = true;   ///< main thread only: whether it was woken for its job
        bool leave = false; ///< under the mutex
        std::function<void()> job;
        std::thread thread;
    };

    static void live(Member& self);
    static void tell(Member& member);

    Start start_;
    std::vector<std::unique_ptr<Member>> members_;
    std::vector<std::unique_ptr<Member>> given_up_;
};

} // namespace measure
