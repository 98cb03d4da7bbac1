#include "widget/sort_code.hpp"

#include <array>

namespace widget {
namespace {

using trace::State;

constexpr std::array sequence_cpp{
    CodeLine{"std::vector<double> work() {"},
    CodeLine{"  std::vector<double> v(n);"},
    CodeLine{"  for (double& x : v)"},
    CodeLine{"    x = random();", State::generate},
    CodeLine{"  std::sort(v.begin(), v.end());", State::sort},
    CodeLine{"  return v;"},
    CodeLine{"}"},
    CodeLine{""},
    CodeLine{"for (int i = 0; i < k; ++i)"},
    CodeLine{"  work();"},
};
constexpr std::array sequence_python{
    CodeLine{"def work():"},
    CodeLine{"    v = [random()", State::generate},
    CodeLine{"         for _ in range(n)]", State::generate},
    CodeLine{"    v.sort()", State::sort},
    CodeLine{"    return v"},
    CodeLine{""},
    CodeLine{"for i in range(k):"},
    CodeLine{"    work()"},
};
constexpr std::array threads_cpp{
    CodeLine{"std::vector<double> work() {"},
    CodeLine{"  std::vector<double> v(n);"},
    CodeLine{"  for (double& x : v)"},
    CodeLine{"    x = random();", State::generate},
    CodeLine{"  std::sort(v.begin(), v.end());", State::sort},
    CodeLine{"  return v;"},
    CodeLine{"}"},
    CodeLine{""},
    CodeLine{"std::vector<std::thread> threads;"},
    CodeLine{"for (int i = 0; i < k; ++i)"},
    CodeLine{"  threads.emplace_back(work);"},
    CodeLine{"for (auto& t : threads)"},
    CodeLine{"  t.join();"},
};
constexpr std::array threads_python{
    CodeLine{"# python3.13t: no GIL"},
    CodeLine{"def work():"},
    CodeLine{"    v = [random()", State::generate},
    CodeLine{"         for _ in range(n)]", State::generate},
    CodeLine{"    v.sort()", State::sort},
    CodeLine{""},
    CodeLine{"threads = [Thread(target=work)"},
    CodeLine{"           for i in range(k)]"},
    CodeLine{"for t in threads: t.start()"},
    CodeLine{"for t in threads: t.join()"},
};
constexpr std::array gil_cpp{
    CodeLine{"void work() {"},
    CodeLine{"  gil.take();", State::wait_lock},
    CodeLine{"  for (double& x : v) {"},
    CodeLine{"    x = random();", State::generate},
    CodeLine{"    gil.check();  // let go if asked", State::generate},
    CodeLine{"  }"},
    CodeLine{"  std::sort(v.begin(), v.end());", State::sort},
    CodeLine{"  gil.drop();"},
    CodeLine{"}"},
    CodeLine{""},
    CodeLine{"for (int i = 0; i < k; ++i)"},
    CodeLine{"  threads.emplace_back(work);"},
    CodeLine{"for (auto& t : threads)"},
    CodeLine{"  t.join();"},
};
constexpr std::array gil_python{
    CodeLine{"# python3: the GIL is implied"},
    CodeLine{"def work():", State::wait_lock},
    CodeLine{"    v = [random()", State::generate},
    CodeLine{"         for _ in range(n)]", State::generate},
    CodeLine{"    v.sort()  # one C call", State::sort},
    CodeLine{""},
    CodeLine{"threads = [Thread(target=work)"},
    CodeLine{"           for i in range(k)]"},
    CodeLine{"for t in threads: t.start()"},
    CodeLine{"for t in threads: t.join()"},
};
constexpr std::array processes_cpp{
    CodeLine{"for (int i = 0; i < k; ++i)"},
    CodeLine{"  if (fork() == 0) {"},
    CodeLine{"    for (double& x : v)"},
    CodeLine{"      x = random();", State::generate},
    CodeLine{"    std::sort(v.begin(), v.end());", State::sort},
    CodeLine{"    send(pipe[i], v);", State::send},
    CodeLine{"    _exit(0);"},
    CodeLine{"  }"},
    CodeLine{"for (int i = 0; i < k; ++i)"},
    CodeLine{"  receive(pipe[i]);"},
};
constexpr std::array processes_python{
    CodeLine{"def work(i):"},
    CodeLine{"    v = [random()", State::generate},
    CodeLine{"         for _ in range(n)]", State::generate},
    CodeLine{"    v.sort()", State::sort},
    CodeLine{"    return v  # pickled, sent", State::send},
    CodeLine{""},
    CodeLine{"with Pool(k) as pool:"},
    CodeLine{"    pool.map(work, range(k))"},
};

} // namespace

std::span<const CodeLine> sort_code(measure::Way way, CodeLanguage language) {
    const bool cpp = language == CodeLanguage::cpp;
    const auto pick = [&](std::span<const CodeLine> a, std::span<const CodeLine> b) { return cpp ? a : b; };
    switch (way) {
    case measure::Way::sequence:
        return pick(sequence_cpp, sequence_python);
    case measure::Way::threads:
        return pick(threads_cpp, threads_python);
    case measure::Way::gil:
        return pick(gil_cpp, gil_python);
    case measure::Way::processes:
        return pick(processes_cpp, processes_python);
    case measure::Way::count:
        break;
    }
    return {};
}

} // namespace widget
