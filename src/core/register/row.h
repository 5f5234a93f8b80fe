// One version of one register row, as it is stored and exchanged. Rows are never edited: a new version ends
// the one before. What the columns of each register mean stands in book.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/base/instant.h"

namespace shaoyin::registers {

struct Row {
  std::string reg;           // "unit", "grid", "person", "role", "category", "route", "place", "precedent",
                             // "calendar", "deadline"
  std::string code;          // unique within the register
  std::int64_t version = 0;  // given by the store: 1, 2, 3 … per (reg, code)
  Instant valid_from;
  std::optional<Instant> valid_to;
  std::map<std::string, std::string> columns;
  friend bool operator==(const Row&, const Row&) = default;
};

}  // namespace shaoyin::registers
