// Verifies the ledger of a folder: every matter's chain, bytes and hashes.
#pragma once

#include <string>
#include <vector>

#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::wiring {

struct ChainFault { std::string number; MatterId matter; std::string detail; };  // detail: which entry, and what

struct ChainReport {
  std::int64_t matters = 0, entries = 0;
  std::vector<ChainFault> faults;
};

// All matters of all districts; a matter that cannot even be read is a fault too. Errors: those of listing.
[[nodiscard]] Result<ChainReport> verify_chains(sqlite::SqliteStore& store);

// One matter, looked for by number in every district. Error: kNotFound.
[[nodiscard]] Result<ChainReport> verify_matter(sqlite::SqliteStore& store, const std::string& number);

}  // namespace shaoyin::wiring
