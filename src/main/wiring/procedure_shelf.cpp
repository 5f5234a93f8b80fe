#include "main/wiring/procedure_shelf.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/callers.h"
#include "core/desk/fact.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/rule_files.h"

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFaultsShown = 5;  // one screen; the command lists them all

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

const std::string& column(const registers::Row& row, const char* name) {
  static const std::string kEmpty;
  const auto found = row.columns.find(name);
  return found == row.columns.end() ? kEmpty : found->second;
}

// A place beginning with "texts." stands in texts.toml.
std::string file_of(const std::string& folder, const std::string& at) {
  return "procedures/" + folder + "/" + (at.starts_with("texts.") ? "texts.toml" : "procedure.toml");
}

Error refused(const std::string& folder, const std::vector<procedure::Finding>& errors) {
  const std::string name = "procedures/" + folder;
  Words said{"规程“" + folder + "”不能启用：", "The procedure '" + folder + "' cannot be put in force:"};
  for (std::size_t i = 0; i < errors.size() && i < kFaultsShown; ++i) {
    const procedure::Finding& one = errors[i];
    const std::string where = "\n  " + file_of(folder, one.at) + " " + one.at;
    said.zh += where + "：" + one.what.zh + "；" + one.cure.zh;
    said.en += where + ": " + one.what.en + "; " + one.cure.en;
  }
  if (errors.size() > kFaultsShown) {
    said.zh += "\n  （共 " + std::to_string(errors.size()) + " 处）";
    said.en += "\n  (" + std::to_string(errors.size()) + " in all)";
  }
  return fault(ErrorCode::kProcedureFault, name + ": " + errors.front().at, "shaoyin procedure check " + folder, said);
}

procedure::Finding finding_of(const Error& error) {
  return {procedure::Severity::kError, error.field, error.said.empty() ? Words{error.detail, error.detail} : error.said, {"按提示修改文件", "mend the file as it says"}};
}

std::map<std::string, std::string> hashes_in_force(const std::vector<registers::Row>& stored) {
  std::map<std::string, std::string> last;
  for (const registers::Row& row : stored) last[row.code] = column(row, "hash");
  return last;
}

app::Unfit unfit(const registers::Row& row, bool readable, const procedure::Finding& finding) {
  return {row.code, column(row, "hash"), readable, finding.at, finding.what, finding.cure};
}

// A version nobody can read is shown by the texts and fields of another of its kind; nothing is decided by it.
std::shared_ptr<const procedure::Procedure> stand_in(const registers::Row& row, const std::shared_ptr<const procedure::Procedure>& like) {
  auto shown = like ? std::make_shared<procedure::Procedure>(*like) : std::make_shared<procedure::Procedure>();
  shown->kind = row.code;
  shown->hash = column(row, "hash");
  return shown;
}

}  // namespace

Result<std::vector<ProcedureFile>> read_procedure_files(const fs::path& home) {
  std::vector<ProcedureFile> files;
  const auto folders = toml_files::procedure_folders(home / "procedures");
  if (!folders) return folders.error();
  for (const fs::path& folder : *folders) {
    ProcedureFile file{folder.filename().string(), slurp(folder / "procedure.toml"), slurp(folder / "texts.toml"), {}};
    auto read = toml_files::parse_procedure(file.main, file.texts);
    if (!read.faults.empty()) {
      std::vector<procedure::Finding> errors;
      for (const Error& error : read.faults) errors.push_back(finding_of(error));
      return refused(file.folder, errors);
    }
    file.procedure = std::move(read.procedure);
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const ProcedureFile& a, const ProcedureFile& b) { return a.folder < b.folder; });
  return files;
}

std::set<std::string> granted_verbs(const std::vector<registers::Row>& roles, Instant at) {
  std::set<std::string> verbs;
  for (const registers::Row& row : roles) {
    const bool holds = row.valid_from <= at && (!row.valid_to || at < *row.valid_to);
    if (row.reg != "role" || !holds) continue;
    std::istringstream words(column(row, "verbs"));
    for (std::string verb; words >> verb;) verbs.insert(verb);
  }
  if (!verbs.empty()) verbs.merge(app::resident_verbs());
  return verbs;
}

Status prove(const ProcedureFile& file, const clock::DeadlinePack& pack, const std::set<std::string>& verbs, const std::set<std::string>& kinds) {
  std::set<std::string> known = verbs;
  if (known.empty()) {
    known = procedure::verbs_of(file.procedure);
  }
  std::vector<procedure::Finding> found = procedure::check(file.procedure, pack, known, kinds);
  std::erase_if(found, [](const procedure::Finding& one) { return one.severity != procedure::Severity::kError; });
  return found.empty() ? Status() : Status(refused(file.folder, found));
}

desk::ColumnsOf columns_of(const std::vector<ProcedureFile>& files) {
  std::map<std::string, desk::Versions> kinds;
  for (const ProcedureFile& file : files) kinds[file.procedure.kind] = {std::make_shared<const procedure::Procedure>(file.procedure)};
  return [kinds = std::move(kinds)](const desk::Over& over) {
    const auto found = kinds.find(over.kind);
    return found == kinds.end() ? desk::Columns{} : desk::columns_of(over, found->second);
  };
}

Result<std::vector<registers::Row>> rows_to_store(const std::vector<ProcedureFile>& files, const std::vector<registers::Row>& stored,
                                                  const clock::DeadlinePack& pack, const std::set<std::string>& verbs, Instant now) {
  const std::map<std::string, std::string> in_force = hashes_in_force(stored);
  std::set<std::string> kinds;
  for (const ProcedureFile& file : files) kinds.insert(file.procedure.kind);
  const desk::ColumnsOf columns = columns_of(files);
  static const clock::WorkCalendar kAnyCalendar("any", {}, {});  // conditions are typed, not judged
  std::vector<registers::Row> fresh;
  for (const ProcedureFile& file : files) {
    const auto last = in_force.find(file.procedure.kind);
    const bool known = last != in_force.end() && last->second == file.procedure.hash;
    if (Status status = prove(file, pack, known ? std::set<std::string>() : verbs, kinds); !status) return status.error();
    if (known) continue;
    std::vector<procedure::Finding> facts = desk::check_facts(file.procedure, columns, kAnyCalendar);
    std::erase_if(facts, [](const procedure::Finding& one) { return one.severity != procedure::Severity::kError; });
    if (!facts.empty()) return refused(file.folder, facts);
    fresh.push_back({"procedure", file.procedure.kind, 0, now, std::nullopt, {{"hash", file.procedure.hash}, {"procedure", file.main}, {"texts", file.texts}}});
  }
  return fresh;
}

void take_versions(const std::vector<registers::Row>& stored, app::Rules& rules) {
  std::vector<const registers::Row*> unreadable;
  std::map<std::string, std::shared_ptr<const procedure::Procedure>> newest;
  const std::map<std::string, std::string> in_force = hashes_in_force(stored);
  for (const registers::Row& row : stored) {
    const std::string& hash = column(row, "hash");
    if (rules.by_hash.contains(hash) || rules.closed(hash) != nullptr) continue;  // put back later: one version, two rows
    auto read = toml_files::parse_procedure(column(row, "procedure"), column(row, "texts"));
    if (!read.faults.empty()) {
      rules.unfit.push_back(unfit(row, false, finding_of(read.faults.front())));
      unreadable.push_back(&row);
      continue;
    }
    const auto made = std::make_shared<const procedure::Procedure>(std::move(read.procedure));
    rules.by_hash[hash] = newest[row.code] = made;
    for (const procedure::Finding& finding : procedure::check_runs(*made, rules.pack)) rules.unfit.push_back(unfit(row, true, finding));
  }
  for (const auto& [kind, hash] : in_force) {
    if (const auto found = rules.by_hash.find(hash); found != rules.by_hash.end()) rules.by_kind[kind] = found->second;
  }
  for (const registers::Row* row : unreadable) rules.by_hash[column(*row, "hash")] = stand_in(*row, newest[row->code]);
}

}  // namespace shaoyin::wiring
