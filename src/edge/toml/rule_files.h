// Reads what decisions rest on besides the registers: deadline packs, the working calendar, all procedures of a
// folder; and the small town in which stories are played.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/clock/clock.h"
#include "core/procedure/procedure.h"
#include "core/register/row.h"

namespace shaoyin::toml_files {

// base.toml, followed by PRESET.toml when `preset` is not empty. Errors: kNotFound, kMalformed (field: the file
// and row, detail: what is wrong).
[[nodiscard]] Result<clock::DeadlinePack> read_pack(const std::filesystem::path& folder, const std::string& preset);

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

// The town of stories: rows of its registers and, for each actor, name, unit, verbs and area.
struct TownActor { std::string name, unit; std::vector<std::string> verbs; std::string area; };
struct TownRead { std::vector<registers::Row> rows; std::vector<TownActor> actors; };
[[nodiscard]] Result<TownRead> read_town(const std::filesystem::path& file);

}  // namespace shaoyin::toml_files
