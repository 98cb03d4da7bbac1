#include "sim/event_queue.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sim/random.hpp"
#include "sim/thread_queue.hpp"

using namespace sim;

TEST_CASE("the first event is the earliest; of one instant by rank, then by slot") {
    EventQueue queue(5);
    CHECK(queue.first() == EventQueue::never);
    queue.set(0, 10, Rank::request);
    queue.set(1, 10, Rank::release);
    queue.set(2, 9, Rank::timer);
    queue.set(3, 10, Rank::release);
    std::vector<int> order;
    while (queue.first() != EventQueue::never) {
        order.push_back(EventQueue::slot_in(queue.first()));
        queue.clear(order.back());
    }
    CHECK(order == std::vector{2, 1, 3, 0});
}

TEST_CASE("a slot has one event: setting it again moves it") {
    EventQueue queue(3);
    queue.set(2, 50, Rank::request);
    queue.set(2, 70, Rank::request);
    CHECK(EventQueue::time_in(queue.first()) == 70);
    queue.clear(2);
    CHECK_FALSE(queue.has(2));
    CHECK(queue.first() == EventQueue::never);
}

TEST_CASE("at the end of time nothing comes") {
    EventQueue queue(1);
    queue.set(0, EventQueue::end_of_time, Rank::request);
    CHECK(queue.first() == EventQueue::never);
    queue.set(0, EventQueue::end_of_time - 1, Rank::look);
    CHECK(EventQueue::time_in(queue.first()) == EventQueue::end_of_time - 1);
}

TEST_CASE("a queue of many slots gives the same order as sorting") {
    Random random(11, 0);
    for (const int slots : {1, 2, 3, 64, 65, 320}) {
        EventQueue queue(slots);
        std::vector<std::uint64_t> keys(static_cast<std::size_t>(slots), EventQueue::never);
        for (int i = 0; i < 5'000; ++i) {
            const auto slot = static_cast<int>(random.up_to(static_cast<std::uint64_t>(slots - 1)));
            if (random.up_to(3) == 0)
                queue.clear(slot);
            else
                queue.set(slot, static_cast<Nanoseconds>(random.up_to(99)), static_cast<Rank>(random.up_to(3)));
            keys[static_cast<std::size_t>(slot)] = queue.key_of(slot);
            CHECK(queue.first() == *std::ranges::min_element(keys));
        }
    }
}

TEST_CASE("a thread queue is first in, first out, and gives up any of them") {
    ThreadQueue queue;
    for (int round = 0; round < 300; ++round) { // round the ring more than once
        for (const int t : {3, 255, 0, 7}) queue.push(t);
        queue.push_front(9);
        CHECK(queue.remove(255));
        CHECK_FALSE(queue.remove(200));
        CHECK(queue.size() == 4);
        for (const int t : {9, 3, 0, 7}) CHECK(queue.pop() == t);
        CHECK(queue.empty());
    }
}
