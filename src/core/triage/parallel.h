// Threads come in by the door: whoever calls the engine says how independent pieces of work are performed.
#pragma once

#include <cstddef>
#include <functional>

namespace shaoyin::triage {

// Performs task(0) … task(count - 1), each once, in any order, and returns when all are done. Every task of this
// engine writes only to a place of its own, so the result does not depend on who performs what.
using Perform = std::function<void(std::size_t count, const std::function<void(std::size_t)>& task)>;

inline void one_after_the_other(std::size_t count, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < count; ++i) task(i);
}

}  // namespace shaoyin::triage
