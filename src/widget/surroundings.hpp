#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>

/// What a widget is told of the machine and page that it runs on; it cannot look for itself.
namespace widget {

/// How much of the concurrency can be real here (the design's web tiers, and the desktop).
enum class Tier {
    native,  ///< a program of its own: threads and processes
    threads, ///< an isolated page: threads that share memory
    workers, ///< no shared memory: only separate workers
    alone,   ///< no workers: recordings
};

/// "native", "threads", "workers" or "alone".
inline std::string name_of(Tier tier) {
    switch (tier) {
    case Tier::native:
        return "native";
    case Tier::threads:
        return "threads";
    case Tier::workers:
        return "workers";
    case Tier::alone:
        return "alone";
    }
    return "";
}

struct Surroundings {
    Tier tier = Tier::native;
    bool embedded = false; ///< inside another page, so that an own tab can be offered
    std::string engine;    ///< the browser or compiler, for exports
    std::function<std::string()> now = [] { return std::string(); }; ///< ISO 8601, for exports
    bool isolated = false; ///< the page around allows shared memory: where there is none, the browser has none
    /// The reader's own file; null when it cannot be opened. Without this function files cannot be chosen here.
    std::function<std::unique_ptr<std::istream>(const std::string& path)> open_file{};
    /// Where a file is not named but chosen: shows the reader a way to choose; its name becomes the control "file".
    std::function<void()> pick_file{};
};

} // namespace widget
