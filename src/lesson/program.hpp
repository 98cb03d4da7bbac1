#pragma once

#include <memory>
#include <optional>
#include <string>

#include "coro/elements_of.hpp"
#include "coro/generator.hpp"
#include "coro/send_generator.hpp"
#include "coro/yield_from.hpp"
#include "lesson/code.hpp"
#include "lesson/getline.hpp"
#include "lesson/number.hpp"
#include "lesson/probe.hpp"
#include "lesson/programs.hpp"
#include "lesson/subject.hpp"

/// What the programs of the lessons are written with; each includes this header first.
namespace lesson {

using coro::elements_of;
using coro::generator;
using coro::generator_exit;
using coro::send_generator;
using coro::stop_iteration;
using coro::value_error;
using coro::yield_from;

} // namespace lesson
