// The procedures of a district: files that ship, and every version that was ever in force, as register rows. A new
// version is proved before it is stored; an old one that no longer holds never stops the server.
// Threads: any.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/house.h"
#include "core/desk/check.h"
#include "core/procedure/check.h"
#include "core/register/row.h"

namespace shaoyin::wiring {

// One procedure as its folder holds it.
struct ProcedureFile {
  std::string folder;  // "whistle"
  std::string main, texts;
  procedure::Procedure procedure;
};

// Every procedure below `home`/procedures. Error: kProcedureFault; `said` names file, place, fault and cure of each
// fault of the first procedure that has one.
[[nodiscard]] Result<std::vector<ProcedureFile>> read_procedure_files(const std::filesystem::path& home);

// Every verb that a role of these register rows grants at that moment, and those of residents.
[[nodiscard]] std::set<std::string> granted_verbs(const std::vector<registers::Row>& roles, Instant at);

// Refuses what check() refuses; `verbs` empty: permissions are not compared (a folder without roles).
[[nodiscard]] Status prove(const ProcedureFile& file, const clock::DeadlinePack& pack, const std::set<std::string>& verbs, const std::set<std::string>& kinds);

// What the other procedures of a folder have for facts over other matters and for views.
[[nodiscard]] desk::ColumnsOf columns_of(const std::vector<ProcedureFile>& files);

// The rows to add so that the files are in force: a new version, or a known one that is put back. `stored` are the
// rows of the register "procedure", oldest first. Every file is proved; permissions only of those that are not in force yet, so
// that an edited role never keeps a server from starting. Errors as prove().
[[nodiscard]] Result<std::vector<registers::Row>> rows_to_store(const std::vector<ProcedureFile>& files, const std::vector<registers::Row>& stored,
                                                                const clock::DeadlinePack& pack, const std::set<std::string>& verbs, Instant now);

// Takes the stored versions into `rules`: the last row of a kind is in force, the others end what began under them. What
// can no longer be read is shown by the newest readable version of its kind and named in `rules.unfit`.
void take_versions(const std::vector<registers::Row>& stored, app::Rules& rules);

}  // namespace shaoyin::wiring
