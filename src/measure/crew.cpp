#include "measure/crew.hpp"

#include <algorithm>
#include <utility>

namespace measure {

Crew& Crew::shared() {
    static Crew crew;
    return crew;
}

Crew::~Crew() {
    for (const auto& member : members_) {
        {
            const std::lock_guard lock(member->mutex);
            member->leave = true;
        }
        member->wake.notify_one();
    }
    for (const auto& member : members_) member->thread.join();
    for (const auto& member : given_up_) member->thread.join();
}

bool Crew::want(int members) {
    members = std::min(members, most_members);
    while (static_cast<int>(members_.size()) < members) {
        auto member = std::make_unique<Member>();
        try {
            member->thread = start_([self = member.get()] { live(*self); });
        } catch (...) { // std::system_error; in a page also what `new Worker` throws
            return false;
        }
        members_.push_back(std::move(member));
    }
    return true;
}

void Crew::give_up_starting() {
    for (auto& member : members_) {
        const std::unique_lock lock(member->mutex, std::try_to_lock); // not to be had: it comes up just now
        if (!lock || member->state != State::starting) continue;
        member->leave = true;
        given_up_.push_back(std::move(member));
    }
    std::erase(members_, nullptr);
}

int Crew::awake() const {
    const auto asleep = std::ranges::find_if(members_, [](const auto& m) { return m->state == State::starting; });
    return static_cast<int>(asleep - members_.begin());
}

bool Crew::busy() const {
    return std::ranges::any_of(members_, [](const auto& m) {
        const State state = m->state;
        return state == State::given || state == State::working;
    });
}

void Crew::give(int member, std::function<void()> job) {
    Member& m = *members_[static_cast<std::size_t>(member)];
    m.job = std::move(job);
    m.told = false;
    m.state = State::given; // from here on the job is the member's
    tell(m);
}

void Crew::poll() {
    for (const auto& member : members_)
        if (!member->told) tell(*member);
}

/// Passing through the mutex makes sure that the member is either asleep, and hears, or has yet to look at its state.
/// Not waiting for it: the main thread of a page must not, and poll() comes back.
void Crew::tell(Member& member) {
    const std::unique_lock lock(member.mutex, std::try_to_lock);
    if (!lock) return;
    member.told = true;
    member.wake.notify_one();
}

void Crew::live(Member& self) {
    std::unique_lock lock(self.mutex);
    self.state = State::idle;
    while (true) {
        self.wake.wait(lock, [&] { return self.state == State::given || self.leave; });
        if (self.leave) return;
        lock.unlock();
        self.state = State::working;
        std::exchange(self.job, nullptr)(); // what the job holds is let go of before the member counts as idle
        self.state = State::idle;
        lock.lock();
    }
}

} // namespace measure
