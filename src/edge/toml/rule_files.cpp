#include "edge/toml/rule_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/access/authorize.h"
#include "core/base/sha256.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/toml.h"

namespace shaoyin::toml_files {
namespace {

constexpr const char* kDeadlines = "deadlines.toml";

Result<std::string> slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fault(ErrorCode::kNotFound, path.filename().string(), path.string());
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

Result<toml::table> parse(const std::filesystem::path& path) {
  const auto text = slurp(path);
  if (!text) return text.error();
  return parse_text(*text, path.filename().string());
}

// "base.toml", "hazard/deadlines.toml".
std::string called(const std::filesystem::path& path) {
  const std::string file = path.filename().string();
  return file == kDeadlines ? path.parent_path().filename().string() + "/" + file : file;
}

Status add_rows(const std::filesystem::path& path, const toml::table& table, std::vector<clock::PackRow>& rows) {
  const toml::array* list = table["row"].as_array();
  if (!list) return fault(ErrorCode::kMalformed, called(path), "has no [[row]]");
  for (const auto& node : *list) {
    const toml::table* row = node.as_table();
    const std::string at = fmt::format("{} line {}", called(path), node.source().begin.line);
    if (!row) return fault(ErrorCode::kMalformed, at, "must be a table");
    clock::PackRow made;
    made.code = (*row)["code"].value_or(std::string());
    made.variant = (*row)["variant"].value_or(std::string());
    const std::string source = (*row)["source"].value_or(std::string());
    made.source = {(*row)["source_zh"].value_or(source), source};  // a figure or a name may be the same in both languages
    made.our_default = (*row)["our_default"].value_or(false);
    const auto limit = clock::parse_limit((*row)["limit"].value_or(std::string()));
    if (made.code.empty() || !limit) return fault(ErrorCode::kMalformed, at, made.code.empty() ? "names no code" : limit.error().detail, made.code.empty() ? Words{} : limit.error().said);
    made.limit = *limit;
    rows.push_back(std::move(made));
  }
  return {};
}

// A table's texts as columns; { zh, en } becomes name_zh and name_en.
std::map<std::string, std::string> columns_of(const toml::table& table) {
  std::map<std::string, std::string> columns;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (const toml::table* words = node.as_table()) {
      columns[name + "_zh"] = (*words)["zh"].value_or(std::string());
      columns[name + "_en"] = (*words)["en"].value_or(std::string());
    } else if (const auto yes = node.value_exact<bool>()) {
      columns[name] = *yes ? "true" : "false";
    } else if (name != "code") {
      columns[name] = node.value_or(std::string());
    }
  }
  return columns;
}

Status add_file(const std::filesystem::path& path, std::vector<clock::PackRow>& rows, std::string& version) {
  const auto table = parse(path);
  if (!table) return table.error();
  version += (version.empty() ? "" : "+") + (*table)["version"].value_or(std::string("0"));
  return add_rows(path, *table, rows);
}

bool there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// A folder adds limits; it changes none that is there, for a promise of another kind would move without anybody having decided it. Presets may.
Status no_row_twice(const std::vector<clock::PackRow>& rows, std::size_t from, const std::string& file) {
  for (std::size_t i = from; i < rows.size(); ++i) {
    const auto same = [&](const clock::PackRow& row) { return row.code == rows[i].code && row.variant == rows[i].variant; };
    if (std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i), same) == rows.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    const std::string code = rows[i].code + (rows[i].variant.empty() ? "" : "." + rows[i].variant);
    return fault(ErrorCode::kConflict, file + ": " + code, code, {"时限 " + code + " 已有规定", "The limit " + code + " is there already"},
                 {"请用自己的代码；要改变已有时限，请用本区的预置（registers/deadlines）", "Give yours a code of its own; a district changes a limit by its preset (registers/deadlines)"});
  }
  return {};
}

// Rows that came with kinds of matter. Their files have no version of their own: what they say together is one.
Status add_folders(const std::filesystem::path& procedures, std::vector<clock::PackRow>& rows, std::string& version) {
  const auto folders = procedure_folders(procedures);
  if (!folders) return folders.error();
  std::string all;
  for (const auto& folder : *folders) {
    if (!there(folder / kDeadlines)) continue;
    const auto text = slurp(folder / kDeadlines);
    if (!text) return text.error();
    const auto table = parse_text(*text, called(folder / kDeadlines));
    if (!table) return table.error();
    const std::size_t before = rows.size();
    if (Status status = add_rows(folder / kDeadlines, *table, rows); !status) return status;
    if (Status status = no_row_twice(rows, before, called(folder / kDeadlines)); !status) return status;
    all += *text;
  }
  if (!all.empty()) version += "+kinds@" + to_hex(sha256(all)).substr(0, 8);
  return {};
}

Status add_town(const toml::table& table, TownRead& town, std::map<std::string, std::string>& areas) {
  for (const auto& [key, node] : table) {
    const std::string reg(key.str());
    const toml::array* list = node.as_array();
    if (!list) return fault(ErrorCode::kMalformed, reg, "[[" + reg + "]]");
    for (const auto& item : *list) {
      const toml::table* one = item.as_table();
      if (!one) return fault(ErrorCode::kMalformed, reg, "[[" + reg + "]]");
      const std::string code = (*one)["code"].value_or(std::string());
      if (reg == "unit") areas[code] = (*one)["area"].value_or(std::string());
      if (reg != "actor") { town.rows.push_back({reg, code, 1, Instant{0}, std::nullopt, columns_of(*one)}); continue; }
      TownActor actor{(*one)["name"].value_or(std::string()), (*one)["unit"].value_or(std::string()), {}, {}};
      if (const toml::array* verbs = (*one)["verbs"].as_array()) {
        for (const auto& verb : *verbs) actor.verbs.push_back(verb.value_or(std::string()));
      }
      town.actors.push_back(std::move(actor));
    }
  }
  return {};
}

// An actor is a person of the register too, "p-" and the name, with a role of their own: so rules that ask who may do something find them.
void enter_person(const TownActor& actor, std::vector<registers::Row>& rows) {
  if (actor.area.empty() || actor.verbs.empty()) return;
  std::string verbs;
  for (const std::string& verb : actor.verbs) verbs += (verbs.empty() ? "" : " ") + verb;
  const std::string code = "p-" + actor.name, role = "actor-" + actor.name;
  rows.push_back({"role", role, 1, Instant{0}, std::nullopt, {{"name_zh", actor.name}, {"name_en", actor.name}, {"verbs", verbs}}});
  for (registers::Row& row : rows) {
    if (row.reg != "person" || row.code != code) continue;
    row.columns["role"] = role;
    return;
  }
  rows.push_back({"person", code, 1, Instant{0}, std::nullopt, {{"name_zh", actor.name}, {"name_en", actor.name}, {"unit", actor.unit}, {"role", role}, {"area", actor.area}}});
}

Error cannot_look(const std::filesystem::path& path, const std::error_code& why) {
  return fault(ErrorCode::kProcedureFault, path.string(), why.message(),
               {"无法查看 " + path.string() + "（" + why.message() + "）。请修好它或将它移走", path.string() + " cannot be looked at (" + why.message() + "). Mend it or move it away"});
}

Error of_the_house(const std::string& field, const std::string& verb) {
  return fault(ErrorCode::kConflict, field, verb,
               {"“" + verb + "”是系统本身的权限，事项种类不能授予", "\"" + verb + "\" is a permission of the house; a kind of matter cannot give it"},
               {"请在角色登记册（registers/roles.toml）中授予", "Give it in the register of roles (registers/roles.toml)"});
}

}  // namespace

Result<clock::DeadlinePack> read_pack(const std::filesystem::path& home, const std::string& preset, const std::filesystem::path& procedures) {
  const std::filesystem::path folder = home / "registers/deadlines";
  std::vector<clock::PackRow> rows;
  std::string version;
  if (Status status = add_file(folder / "base.toml", rows, version); !status) return status.error();
  if (Status status = add_folders(procedures.empty() ? home / "procedures" : procedures, rows, version); !status) return status.error();
  if (!preset.empty()) {
    const bool plain = preset.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    if (!plain) return fault(ErrorCode::kNotFound, "preset", preset);
    if (Status status = add_file(folder / (preset + ".toml"), rows, version); !status) return status.error();
  }
  return clock::DeadlinePack(preset.empty() ? "base" : preset, version, std::move(rows));
}

Result<Grants> read_grants(const std::filesystem::path& procedures) {
  const auto folders = procedure_folders(procedures);
  if (!folders) return folders.error();
  Grants grants;
  for (const auto& folder : *folders) {
    const std::filesystem::path path = folder / "grants.toml";
    if (!there(path)) continue;
    const std::string file = folder.filename().string() + "/grants.toml";
    const auto table = parse(path);
    if (!table) return table.error();
    const toml::table* roles = (*table)["grants"].as_table();
    if (!roles || table->size() != 1) return fault(ErrorCode::kMalformed, file, "[grants]", {"只能有一张表 [grants]：角色 = [权限…]", "It holds one table, [grants]: role = [verbs …]"});
    for (const auto& [role, node] : *roles) {
      const toml::array* verbs = node.as_array();
      if (!verbs) return fault(ErrorCode::kWrongType, file + ": " + std::string(role.str()), "verb_form");
      for (const auto& verb : *verbs) {
        const std::string word = verb.value_or(std::string());
        if (word.find('.') == std::string::npos || word.find(' ') != std::string::npos) return fault(ErrorCode::kWrongType, file + ": " + std::string(role.str()), "verb_form");
        if (std::find(access::kHouseVerbs.begin(), access::kHouseVerbs.end(), word) != access::kHouseVerbs.end()) return of_the_house(file + ": " + std::string(role.str()), word);
        grants[std::string(role.str())].insert(word);
      }
    }
  }
  return grants;
}

void add_grants(const Grants& grants, std::vector<registers::Row>& rows) {
  for (registers::Row& row : rows) {
    const auto found = row.reg == "role" ? grants.find(row.code) : grants.end();
    if (found == grants.end()) continue;
    for (const std::string& verb : found->second) row.columns["verbs"] += " " + verb;
  }
}

Result<clock::WorkCalendar> read_calendar(const std::filesystem::path& folder) {
  const auto text = slurp(folder / "cn.csv");
  if (!text) return text.error();
  auto rows = clock::parse_calendar(*text);
  if (!rows) return rows.error();
  return clock::WorkCalendar("cn@" + to_hex(sha256(*text)).substr(0, 12), std::move(rows->days), std::move(rows->published));
}

Result<std::vector<std::filesystem::path>> procedure_folders(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<fs::path> folders;
  std::error_code problem;
  if (!fs::exists(folder, problem) && !problem) return folders;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    const bool there = fs::exists(at->path(), problem);  // a link to nothing (an editor's lock) is nothing
    const bool holds = !problem && there && at->is_directory(problem) && fs::exists(at->path() / "procedure.toml", problem);
    if (problem) return cannot_look(at->path(), problem);
    if (holds) folders.push_back(at->path());
  }
  if (problem) return cannot_look(folder, problem);
  std::sort(folders.begin(), folders.end());
  return folders;
}

ProceduresRead read_procedures(const std::filesystem::path& folder) {
  ProceduresRead read;
  const auto folders = procedure_folders(folder);
  if (!folders) {
    read.faults.push_back(folders.error());
    return read;
  }
  for (const auto& path : *folders) {
    ProcedureRead one = read_procedure(path);
    for (Error& error : one.faults) {
      error.field = path.filename().string() + ": " + error.field;
      read.faults.push_back(std::move(error));
    }
    if (one.faults.empty()) read.procedures.push_back(std::make_shared<procedure::Procedure>(std::move(one.procedure)));
  }
  return read;
}

Result<TownRead> read_town(const std::filesystem::path& procedures) {
  std::vector<std::filesystem::path> files{procedures / "town.toml"};
  const auto folders = procedure_folders(procedures);
  if (!folders) return folders.error();
  for (const auto& folder : *folders) {
    if (there(folder / "town.toml")) files.push_back(folder / "town.toml");
  }
  TownRead town;
  std::map<std::string, std::string> areas;
  for (const auto& file : files) {
    const auto table = parse(file);
    if (!table) return table.error();
    if (Status status = add_town(*table, town, areas); !status) return status.error();
  }
  std::map<std::string, TownActor> whole;  // several folders may give one actor something to do
  for (TownActor& actor : town.actors) {
    actor.area = areas[actor.unit];
    const auto [one, fresh] = whole.try_emplace(actor.name, actor);
    if (!fresh) one->second.verbs.insert(one->second.verbs.end(), actor.verbs.begin(), actor.verbs.end());
  }
  for (const auto& [name, actor] : whole) enter_person(actor, town.rows);
  return town;
}

}  // namespace shaoyin::toml_files
