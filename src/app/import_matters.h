// Imports the rows of a foreign table as historical matters of a district of their own.
//
//   const Result<ImportSummary> done = import_matters(*sheet, map, zone, {store, vault, ids}, options);
//
// What it promises: rows go in by chunks, each chunk whole or not at all and durable before the next one; running
// the same file again changes nothing and says so (`unchanged`); an import that was cut short goes on when it is run
// again; a bad row is refused alone and the others go in; a suspicious row is flagged and goes in.
//
// A row is known by its map and its key. Found again with other content it is refused: history is not rewritten.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "app/import_row.h"
#include "app/ports/import_map.h"
#include "app/ports/sheet.h"
#include "app/ports/store.h"
#include "app/ports/vault.h"
#include "core/clock/zone.h"

namespace shaoyin::app {

inline constexpr std::size_t kImportChunkRows = 500;  // one commit each; more would keep other writers waiting

struct ImportSummary {
  std::int64_t read = 0;       // rows after the header that are not blank; the sum of the next three
  std::int64_t imported = 0;   // on a dry run: would be
  std::int64_t unchanged = 0;  // were there before, or stand twice in the file
  std::int64_t rejected = 0;
  std::map<std::string, std::int64_t> flagged;  // by flag name, every flag of the map; of all rows not rejected
  friend bool operator==(const ImportSummary&, const ImportSummary&) = default;
};

struct ImportPorts {
  Store& store;
  Vault& vault;
  std::function<MatterId()> new_id;  // a fresh id of the map's district on every call
};

struct ImportOptions {
  bool dry_run = false;  // look, count and refuse, but store nothing
  Instant now;           // dates the `imported` events
  std::function<void(const ImportSummary&)> progress;  // after each chunk; may be empty
  // Each refused row, in the order of the file, with the header for the workbook of refused rows; may be empty.
  std::function<void(const SheetRow& header, const SheetRow& row, const Error& error)> refused;
};

// REQUIRES: `zone` is the zone that the map names.
// Errors of the whole import: those of the source; kMissingField (no header row, or a column of the map is not in
// it; nothing was stored); those of store and vault (the chunks before are stored; run it again).
[[nodiscard]] Result<ImportSummary> import_matters(SheetSource& source, const ImportMap& map, const clock::Zone& zone,
                                                   const ImportPorts& ports, const ImportOptions& options);

}  // namespace shaoyin::app
