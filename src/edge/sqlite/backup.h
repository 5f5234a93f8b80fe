// Backup of a data folder while it is served, and restore into an empty one.
//
// A backup is a folder: shaoyin.db (a consistent copy), vault.id, receipt.key (wrapped), files/… (sealed, as they lie), master.key only
// when asked for, and manifest.txt, written last: one line `sha256 bytes path` per file and a closing `end`.
// A folder without its closing line is half a backup. The hashes are plain SHA-256, so sha256sum can check them.
//
// Without the master key a backup holds no readable text; with it, it must be kept as secret as the key itself.
// What was erased after the backup comes back with it: erase again after restoring (the ledger says what).
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {

struct BackupReport {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  bool key_included = false;  // when false, tell the operator to keep the key file elsewhere
};

// `to` must be absent or empty; an empty `key_file` leaves the key out.
// Errors: kConflict (`to` holds something), kStorage; then no manifest is written.
[[nodiscard]] Result<BackupReport> backup(SqliteStore& store, const std::filesystem::path& data_folder,
                                          const std::filesystem::path& to, const std::filesystem::path& key_file = {});

// Checks the whole backup first, then copies it. `data_folder` must be absent or empty and `key_file` absent; an empty
// `key_file` restores no key. Errors: kConflict (something is there already), kDamaged (half, changed or no backup),
// kKeyMissing (`key_file` named but the backup holds no key), kStorage; in each case nothing of it is left there.
[[nodiscard]] Result<BackupReport> restore(const std::filesystem::path& from, const std::filesystem::path& data_folder,
                                           const std::filesystem::path& key_file = {});

}  // namespace shaoyin::sqlite
