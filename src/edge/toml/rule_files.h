// Reads what decisions rest on besides the registers: deadline packs, the working calendar, all procedures of a
// folder; and the small town in which stories are played.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/clock/clock.h"
#include "core/procedure/procedure.h"
#include "core/register/row.h"

namespace shaoyin::toml_files {

// registers/deadlines/base.toml of `home`, then deadlines.toml of each folder of `procedures` (empty: home/procedures), then registers/deadlines/PRESET.toml when
// `preset` is not empty: a row of the preset takes the place of one with its code and variant, one of a folder may not. Errors: kNotFound,
// kMalformed (field: the file and row, detail: what is wrong), kConflict (field: "hazard/deadlines.toml: CODE").
[[nodiscard]] Result<clock::DeadlinePack> read_pack(const std::filesystem::path& home, const std::string& preset, const std::filesystem::path& procedures = {});

// What the folders of `procedures` grant: for each role the verbs that their grants.toml give it besides those of the register.
//   [grants]
//   street_clerk = ["hazard.find", "hazard.check"]
// None where no folder has such a file. Errors: kMalformed, kWrongType, kConflict for a verb of the house (field: "hazard/grants.toml: street_clerk").
using Grants = std::map<std::string, std::set<std::string>>;
[[nodiscard]] Result<Grants> read_grants(const std::filesystem::path& procedures);

// Adds them to the verbs of the rows of register `role`. A role that is not among the rows gets nothing: a district need not have every role.
void add_grants(const Grants& grants, std::vector<registers::Row>& rows);

// cn.csv of the folder. Errors: kNotFound, kMalformed.
[[nodiscard]] Result<clock::WorkCalendar> read_calendar(const std::filesystem::path& folder);

// The sub-folders that hold a procedure.toml, in order of name; none where the folder is not there. Errors: kProcedureFault, when
// something in it cannot be looked at (a link to itself, no permission): what we cannot see we do not call absent.
[[nodiscard]] Result<std::vector<std::filesystem::path>> procedure_folders(const std::filesystem::path& folder);

struct ProceduresRead {
  std::vector<std::shared_ptr<const procedure::Procedure>> procedures;
  std::vector<Error> faults;  // field begins with the folder's name
};
// Every sub-folder that holds a procedure.toml.
[[nodiscard]] ProceduresRead read_procedures(const std::filesystem::path& folder);

// The town of stories, procedures/town.toml and what town.toml of each procedure folder adds to it: rows of its registers and, for each
// actor, name, unit, verbs and area. `procedures` is the folder that holds them. Errors: kNotFound (no town.toml), kMalformed.
struct TownActor { std::string name, unit; std::vector<std::string> verbs; std::string area; };
struct TownRead { std::vector<registers::Row> rows; std::vector<TownActor> actors; };
[[nodiscard]] Result<TownRead> read_town(const std::filesystem::path& procedures);

}  // namespace shaoyin::toml_files
