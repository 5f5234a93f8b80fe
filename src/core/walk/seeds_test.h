// Seeds of randomised tests: SEED=<n> in the environment runs that one alone.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace shaoyin::walk {

inline std::vector<std::uint64_t> seeds(std::uint64_t count) {
  if (const char* only = std::getenv("SEED")) return {std::strtoull(only, nullptr, 10)};
  std::vector<std::uint64_t> all;
  for (std::uint64_t seed = 1; seed <= count; ++seed) all.push_back(seed);
  return all;
}

}  // namespace shaoyin::walk
