#include "measure/workers_web.hpp"

#include <emscripten.h>

#include <algorithm>
#include <array>
#include <iterator>

// clang-format off
// The page may be served from anywhere: what is fetched lies beside the folder of this build, where locateFile looks.
EM_JS(int, sort_workers_make, (), {
    const all = Module["sortWorkers"] || (Module["sortWorkers"] = []);
    const entry = { state: 1, detail: 0, task: 0, stopped: 0, workers: null };
    entry.ready = import(locateFile("../sort-workers.mjs")).then((loaded) => {
        entry.workers = new loaded.SortWorkers({
            worker: locateFile("../sort-worker.mjs"),
            module: locateFile("../single/sort-unit.wasm"),
        });
    });
    entry.ready.catch(() => null); // told to whoever begins a task
    return all.push(entry) - 1;
})
EM_JS(void, sort_workers_drop, (int id), {
    const entry = Module["sortWorkers"][id];
    entry.stopped = entry.task;
    entry.workers?.stop();
    delete Module["sortWorkers"][id];
})
// Not under node, whose own Worker is another thing.
EM_JS(int, sort_workers_exist, (), { return typeof Worker === "function" && typeof document === "object" ? 1 : 0; })
EM_JS(void, sort_workers_begin, (int id, const char* task, double a, double b, double c, double d, double e, double f, double g), {
    const entry = Module["sortWorkers"][id];
    const name = UTF8ToString(task);
    const number = ++entry.task;
    const end = (state, detail) => {
        if (entry.task === number) Object.assign(entry, { state, detail });
    };
    entry.state = 0;
    const states = { "memory": 2, "start": 3, "process": 4, "load": 5 }; // an error of the import itself has no code
    entry.ready.then(() => {
        if (entry.stopped >= number) throw { code: "process" }; // before it had begun
        return entry.workers[name](a, b, c, d, e, f, g);
    }).then(
        () => end(1, 0),
        (error) => end(states[error.code] ?? 5, error.detail ?? 0),
    );
})
EM_JS(int, sort_workers_state, (int id), { return Module["sortWorkers"][id].state; })
EM_JS(double, sort_workers_detail, (int id), { return Module["sortWorkers"][id].detail; })
EM_JS(void, sort_workers_stop, (int id), {
    const entry = Module["sortWorkers"][id];
    entry.stopped = entry.task;
    entry.workers?.stop();
})
EM_JS(double, sort_workers_number, (int id, const char* name, int i, int j), {
    const value = Module["sortWorkers"][id].workers?.[UTF8ToString(name)] ?? 0;
    return i < 0 ? value : j < 0 ? value[i] : value[i][j];
})
EM_JS(int, sort_workers_picture, (int id, int index, float* into, int room), {
    const values = Module["sortWorkers"][id].workers.pictures[index].values.subarray(0, room);
    HEAPF32.set(values, into >> 2);
    return values.length;
})
EM_JS(void, sort_workers_copy, (int id, int unit, double from, int n, double* into), {
    Module["sortWorkers"][id].workers.copy(unit, from, n, HEAPF64, into >> 3);
})
EM_JS(void, sort_workers_forget, (int id, int unit), { Module["sortWorkers"][id].workers?.forget(unit); })
// clang-format on

namespace measure {

Workers::Workers() : id_(sort_workers_make()) {}

Workers::~Workers() {
    sort_workers_drop(id_);
}

bool Workers::exist() {
    return sort_workers_exist() != 0;
}

void Workers::begin(const char* task, std::initializer_list<double> numbers) {
    std::array<double, 7> a{};
    std::copy_n(numbers.begin(), std::min(std::size(numbers), a.size()), a.begin());
    sort_workers_begin(id_, task, a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
}

Workers::State Workers::state() const {
    return static_cast<State>(sort_workers_state(id_));
}

double Workers::detail() const {
    return sort_workers_detail(id_);
}

void Workers::stop() {
    sort_workers_stop(id_);
}

double Workers::number(const char* name, int i, int j) const {
    return sort_workers_number(id_, name, i, j);
}

int Workers::picture(int index, std::span<float> into) const {
    return sort_workers_picture(id_, index, into.data(), static_cast<int>(into.size()));
}

void Workers::copy(int unit, double from, std::span<double> into) const {
    sort_workers_copy(id_, unit, from, static_cast<int>(into.size()), into.data());
}

void Workers::forget(int unit) {
    sort_workers_forget(id_, unit);
}

} // namespace measure
