// What keeping a folder needs besides matters: backups, checks of the ledger, imports of history and of registers. Wiring
// implements it, because it touches the database, spreadsheets and files, which no edge may reach across.
//
// A chore is long work on a thread of its own, one at a time; it writes through the same writer as everybody, in commits
// that let others in between. Threads: any.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/words.h"

namespace shaoyin::http {

struct ImportAsked {
  std::string map;    // name of a map of the house, "boston311"
  bool dry_run = false;
  std::string bytes;  // the file itself
  Language language = Language::kZh;  // of the reasons in the workbook of refused rows
};

struct RegistersAsked {
  std::map<std::string, std::string> files;  // by name: "units.csv", "roles.toml"
  bool draw = false;                         // synthetic grids first
  std::uint64_t seed = 1;
  bool commit = false;
};

class Keeping {
 public:
  virtual ~Keeping() = default;

  // Each begins a chore and gives its id. Error kBusy: another one runs.
  virtual Result<std::string> import_matters(ImportAsked asked) = 0;           // also kNotFound (map)
  virtual Result<std::string> back_up() = 0;                                   // also kNotAllowedNow (no folder for backups was named)
  virtual Result<std::string> verify_ledger(const std::string& number) = 0;    // empty: every matter of every district

  // How a chore stands: {id, kind, state, …} as the interface file says. Error kNotFound.
  virtual Result<boost::json::object> chore(const std::string& id, Language language) = 0;
  // The verb that one must hold to ask for it; empty when there is no such chore.
  virtual std::string verb_of(const std::string& id) = 0;
  // The workbook of an import's refused rows. Error kNotFound: no such import, or it refused nothing.
  virtual Result<std::string> refused_rows(const std::string& id) = 0;

  // {rows, findings, committed}: checks, and stores when asked to and nothing was found. Errors: those of reading the files.
  virtual Result<boost::json::object> import_registers(const RegistersAsked& asked, Language language) = 0;
};

}  // namespace shaoyin::http
