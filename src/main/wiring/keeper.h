// Keeps a folder while it is served: http::Keeping over the store, spreadsheets and register files. shaoyind has one.
//
// One chore at a time, on a thread of its own. An uploaded table lies in DATA/incoming while it is read and is removed
// after; the workbook of refused rows is held in memory, for the last import only. Backups go below one folder that the
// operator named, and never hold the master key: it does not leave by the network.
// Threads: any.  Ownership: the folder is borrowed and outlives the keeper.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

#include "app/import_matters.h"
#include "edge/http/keeping.h"
#include "edge/sqlite/backup.h"
#include "main/wiring/chains.h"
#include "main/wiring/folder.h"

namespace shaoyin::wiring {

// Fresh ids for an import into `district`: they have to be unique there only.
[[nodiscard]] std::function<MatterId()> import_ids(Folder& folder, DistrictId district);

class Keeper final : public http::Keeping {
 public:
  // `backups`: the folder below which backups are made; empty: none are made over the network.
  Keeper(Folder& folder, std::filesystem::path backups) : folder_(folder), backups_(std::move(backups)) {}
  ~Keeper() override { stop(); }

  // Ends a running import after its present chunk and waits for other chores; call it before what on_district names goes.
  void stop();

  // Called, from the chore's thread, with a district that an import has just made. Set before the server starts.
  std::function<void(app::House&)> on_district;

  Result<std::string> import_matters(http::ImportAsked asked) override;
  Result<std::string> back_up() override;
  Result<std::string> verify_ledger(const std::string& number) override;
  Result<boost::json::object> chore(const std::string& id, Language language) override;
  std::string verb_of(const std::string& id) override;
  Result<std::string> refused_rows(const std::string& id) override;
  Result<boost::json::object> import_registers(const http::RegistersAsked& asked, Language language) override;

 private:
  struct Chore {
    std::string id;
    const char* kind;
    const char* verb;
    bool running = true;
    bool dry_run = false;
    app::ImportSummary import;
    std::optional<sqlite::BackupReport> backup;
    std::string backup_name;
    std::optional<ChainReport> chains;
    std::optional<Error> error;
    std::string refused;  // the workbook's bytes
  };
  // Runs `work` on the keeper's thread; it reports under mutex_ through tell(). Error kBusy.
  [[nodiscard]] Result<std::string> begin(const char* kind, const char* verb, bool dry_run, std::function<Status(Chore&)> work);
  template <class Change>
  void tell(Chore& chore, const Change& change) {
    const std::lock_guard lock(mutex_);
    change(chore);
  }
  [[nodiscard]] Status run_import(Chore& chore, const http::ImportAsked& asked, const app::ImportMap& map);
  [[nodiscard]] Chore* find(const std::string& id);  // REQUIRES: mutex_ is held

  Folder& folder_;
  const std::filesystem::path backups_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::list<Chore> chores_;  // the newest last
  std::thread thread_;
};

}  // namespace shaoyin::wiring
