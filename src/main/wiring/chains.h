// Verifies the ledger of a folder: every matter's chain, bytes and hashes; and what stands beside it (app/audit.h).
#pragma once

#include <string>
#include <vector>

#include "app/audit.h"
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::wiring {

struct ChainFault { std::string number; MatterId matter; std::string detail; };  // detail: which entry, row or text, and what

struct ChainReport {
  std::int64_t matters = 0, entries = 0;
  std::vector<ChainFault> faults;
};

// All matters of all districts; a matter that cannot even be read is a fault too. `vault` may be null: then texts are not opened.
// Errors: those of listing.
[[nodiscard]] Result<ChainReport> verify_chains(sqlite::SqliteStore& store, app::Vault* vault);

// One matter, looked for by number in every district. Error: kNotFound.
[[nodiscard]] Result<ChainReport> verify_matter(sqlite::SqliteStore& store, app::Vault* vault, const std::string& number);

}  // namespace shaoyin::wiring
