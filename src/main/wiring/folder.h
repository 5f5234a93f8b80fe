// Opens a data folder: store, vault, files, registers, procedures, and the house over them. What shaoyind and
// shaoyin --data share; wiring only.
//
// DATA/shaoyin.db, DATA/files/, DATA/lock, DATA/vault.id, DATA/receipt.key; the vault's master key lies outside, DATA.key unless named.
// One folder holds one district of its own and any number of imported ones. Its own is what the root row of its grid
// register says: the code, and in `letters` the first part of its matters' numbers. A fresh folder has none yet.
// Threads: the folder may be used from any thread; open and close it from one.
#pragma once

#include <cstdint>
#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/house.h"
#include "edge/sqlite/sqlite_store.h"
#include "edge/system/system.h"
#include "edge/vault/receipt_key.h"
#include "edge/vault/sodium_vault.h"
#include "edge/vault/vault_files.h"

namespace shaoyin::wiring {

struct FolderOptions {
  std::filesystem::path data;
  std::filesystem::path key_file;  // empty: beside the data folder, "<data>.key"
  std::filesystem::path home;      // holds procedures/ and registers/; empty: found from the program's place
  std::string preset;              // deadline preset; empty: what the folder was made with, else the base pack
  const app::WallClock* clock = nullptr;  // borrowed, for tests; null: the machine's
};

// The folder that holds procedures/ and registers/: above the running program, else the working directory, else
// /usr/share/shaoyin. Error: kNotFound.
[[nodiscard]] Result<std::filesystem::path> find_home();

class Folder {
 public:
  // Opens DATA or makes it. New versions of the shipped procedures are stored as register rows, so that a matter
  // can end under the version it began with. Errors: those of the store, the master key, kProcedureFault (the
  // first fault of a procedure file; field names it).
  [[nodiscard]] static Result<std::unique_ptr<Folder>> open(const FolderOptions& options);

  [[nodiscard]] app::House& house() { return *house_; }
  // The districts that imports have made, by code; they are shown by maps/historical/ and stay open with the folder.
  [[nodiscard]] std::vector<app::House*> imported();
  // Opens the house of a district that an import has just made; one that is open is given as it is. Errors: those of
  // the store, kProcedureFault (maps/historical/), kNotFound (the folder holds nothing of it).
  [[nodiscard]] Result<app::House*> take_in(DistrictId district);
  [[nodiscard]] sqlite::SqliteStore& store() { return *store_; }
  [[nodiscard]] vault::SodiumVault& vault() { return *vault_; }
  [[nodiscard]] vault::VaultFiles& files() { return *files_; }
  [[nodiscard]] const std::string& receipt_key() const { return receipt_key_; }
  [[nodiscard]] const app::WallClock& clock() const { return *clock_; }
  [[nodiscard]] system::SystemChance& chance() { return chance_; }
  [[nodiscard]] const std::filesystem::path& home() const { return home_; }
  [[nodiscard]] const FolderOptions& options() const { return options_; }

  // True when no register has a row: a fresh folder.
  [[nodiscard]] bool empty() const;
  // Writes the synthetic demo district (registers only, and the rows `with`) and takes it into the rules. Error: kConflict
  // when not empty.
  [[nodiscard]] Status seed_registers(std::uint64_t seed, std::vector<registers::Row> with = {});
  // Adds register rows (a new version ends the one before) and swaps the rules in force. All rows in one commit: after a crash or an error of the
  // store all of them hold or none. The first rows of a fresh folder say which district it is; until they are in, house() is
  // used by nobody else, for it is made anew. Errors: kRegisterFault (a fresh folder and no district), kConflict (another
  // district's root), those of the store and of reload().
  [[nodiscard]] Status add_rows(std::vector<registers::Row> rows);
  // Reads registers, procedures, calendar and pack anew. After an error the rules stay as they were.
  [[nodiscard]] Status reload();
  // Reloads once a row of a register has begun or ended since the rules in force were read. Call it often: it costs one
  // comparison. Errors: those of reload(); the next call tries again.
  [[nodiscard]] Status keep_current();

 private:
  Folder() = default;
  [[nodiscard]] Status open_own(DistrictId own);
  [[nodiscard]] Status add_grants(std::vector<registers::Row>& rows) const;
  [[nodiscard]] Status store(DistrictId district, std::vector<registers::Row> rows);
  [[nodiscard]] Result<std::vector<registers::Row>> new_versions(DistrictId district);
  // `fresh`: versions of procedures that are not stored yet. REQUIRES: nobody else makes rules meanwhile.
  [[nodiscard]] Result<std::shared_ptr<const app::Rules>> make_rules(DistrictId district, const std::vector<registers::Row>& fresh = {});
  void make_house(app::DistrictSettings district, std::shared_ptr<const app::Rules> rules);
  [[nodiscard]] Status begin_with(std::vector<registers::Row> rows);
  [[nodiscard]] Result<std::shared_ptr<const app::Rules>> make_history_rules(std::vector<registers::Row> rows) const;

  FolderOptions options_;
  std::filesystem::path home_;
  system::SystemClock machine_clock_;
  const app::WallClock* clock_ = &machine_clock_;
  std::atomic<std::int64_t> changes_at_{0};  // when the next row begins or ends, in ms; the rules in force hold until then
  system::SystemChance chance_;
  std::unique_ptr<sqlite::SqliteStore> store_;
  std::unique_ptr<vault::SodiumVault> vault_;
  std::string receipt_key_;
  std::unique_ptr<vault::VaultFiles> files_;
  std::unique_ptr<app::House> house_;
  std::mutex imported_mutex_;
  std::map<DistrictId, std::unique_ptr<app::House>> imported_;
};

// The district whose registers the folder keeps, as against those that were imported; 0 in a fresh folder.
[[nodiscard]] Result<DistrictId> own_district(sqlite::SqliteStore& store);

}  // namespace shaoyin::wiring
