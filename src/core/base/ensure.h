// Assertions for errors only we can cause. On in production: a wrong ledger is worse than a restart.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace shaoyin {

inline void ensure(bool holds, const char* what,
                   const std::source_location where = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "ensure failed: %s (%s:%u)\n", what, where.file_name(), where.line());
  std::abort();
}

}  // namespace shaoyin
