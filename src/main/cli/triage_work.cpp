#include "main/cli/triage_work.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace shaoyin::cli {

triage::Perform threads(unsigned count) {
  const unsigned many = std::clamp(count == 0 ? std::thread::hardware_concurrency() : count, 1u, kThreadsMax);
  return [many](std::size_t pieces, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t piece = next++; piece < pieces; piece = next++) task(piece);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::size_t>(many, pieces); ++i) others.emplace_back(work);
    work();
  };
}

}  // namespace shaoyin::cli
