#pragma once

#include <initializer_list>
#include <span>

namespace measure {

/// The dedicated workers of one run, held by the page (web/sort-workers.mjs): this is their remote control. Main thread
/// only.
class Workers {
public:
    enum class State {
        working,
        done,
        memory,  ///< a worker got no memory
        start,   ///< a worker did not start; detail: milliseconds waited
        process, ///< a worker ended; detail: its number
        load,    ///< the program of the workers did not come
    };

    Workers();
    /// Ends them.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Whether this page has workers at all.
    static bool exist();

    /// Calls the method `task` of SortWorkers with at most seven numbers; state() is working until it has ended.
    void begin(const char* task, std::initializer_list<double> numbers);
    State state() const;
    double detail() const;
    /// Ends them in the middle of whatever they do. The next task starts new ones.
    void stop();

    /// A property of SortWorkers, or an element of one that is a list, or of a list of lists.
    double number(const char* name, int i = -1, int j = -1) const;
    /// The values of picture `index`; returns how many.
    int picture(int index, std::span<float> into) const;
    /// Values of a unit that has come, from place `from` on.
    void copy(int unit, double from, std::span<double> into) const;
    void forget(int unit);

private:
    int id_;
};

} // namespace measure
