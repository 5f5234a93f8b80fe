#include "edge/toml/register_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "core/base/utf8.h"
#include "core/register/demo.h"
#include "edge/toml/toml.h"

namespace shaoyin::toml_files {

namespace {

using registers::Row;
using Columns = std::vector<std::string_view>;

struct FileKind {
  const char* name;
  const char* reg;
  const char* kind;  // the grid kind all rows are of, or empty
  Columns columns;   // besides code, source, valid_from, valid_to
  bool needed = true;
};

const std::vector<FileKind>& files() {
  static const std::vector<FileKind> kinds{
      {"district.csv", "grid", "district", {"name_zh", "name_en", "office", "letters"}},
      {"streets.csv",
       "grid",
       "street",
       {"name_zh", "name_en", "parent", "office", "all_purpose_grids", "micro_grids", "dedicated_grids",
        "counts", "lon", "lat"}},
      {"communities.csv", "grid", "community", {"name_zh", "name_en", "parent", "office", "volunteers"}},
      {"units.csv",
       "unit",
       "",
       {"kind", "name_zh", "name_en", "function_zh", "function_en", "area", "above", "phone", "runs_samples"}},
      {"people.csv", "person", "", {"name_zh", "name_en", "unit", "role", "area", "leads"}},
      {"categories.csv", "category", "", {"parent", "name_zh", "name_en", "kind", "limits"}},
      {"routes.csv", "route", "", {"area", "category", "object_owner", "unit", "ask", "note_zh", "note_en"}},
      {"places.csv",
       "place",
       "",
       {"name_zh", "name_en", "kind", "grid", "parent", "aliases", "delivered", "lon", "lat", "manager", "owner"}},
      {"purposes.csv", "purpose", "", {"use", "name_zh", "name_en"}, false},
      {"fund_rules.csv", "fund_rule", "", {"covers", "because_zh", "because_en"}, false},
      {"parameters.csv", "parameter", "", {"number", "note_zh", "note_en"}, false},
      {"precedents.csv", "precedent", "", {"object", "area", "unit", "decided", "matter"}, false},
  };
  return kinds;
}

constexpr std::array<std::string_view, 4> kEveryFile{"code", "source", "valid_from", "valid_to"};

Instant beginning() { return *parse_instant("2023-01-01"); }

std::string at_line(const std::string& file, std::size_t line) { return file + ":" + std::to_string(line); }

// The same error with the file before the line.
Error in_file(const std::string& file, Error error) {
  error.field = file + (error.field.empty() ? "" : ":") + error.field;
  return error;
}

Result<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fault(ErrorCode::kNotFound, path.filename().string(), path.string());
  std::error_code problem;
  if (std::filesystem::file_size(path, problem) > kRegisterFileBytesMax) {
    return fault(ErrorCode::kTooLarge, path.filename().string(), "kRegisterFileBytesMax=" + std::to_string(kRegisterFileBytesMax));
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Status check_header(const FileKind& file, const CsvRow& header) {
  for (const std::string& name : header.cells) {
    const bool known = std::find(file.columns.begin(), file.columns.end(), name) != file.columns.end() ||
                       std::find(kEveryFile.begin(), kEveryFile.end(), name) != kEveryFile.end();
    if (!known) return fault(ErrorCode::kUnknownField, at_line(file.name, header.line), name);
  }
  if (std::find(header.cells.begin(), header.cells.end(), "code") == header.cells.end()) {
    return fault(ErrorCode::kMissingField, at_line(file.name, header.line), "code");
  }
  return {};
}

Status take_dates(Row& row) {
  row.valid_from = beginning();
  for (const char* name : {"valid_from", "valid_to"}) {
    const auto found = row.columns.find(name);
    if (found == row.columns.end()) continue;
    const Result<Instant> at = parse_instant(found->second);
    if (!at) return at.error();
    if (std::string_view(name) == "valid_from") {
      row.valid_from = *at;
    } else {
      row.valid_to = *at;
    }
    row.columns.erase(found);
  }
  return {};
}

// A code may stand on several lines whose validity follows one another; they become versions 1, 2, 3 …
Status number_versions(const FileKind& file, std::size_t line, const std::vector<Row>& rows, Row& row) {
  for (const Row& earlier : rows) {
    if (earlier.code != row.code) continue;
    if (!earlier.valid_to || row.valid_from < *earlier.valid_to) {
      return fault(ErrorCode::kConflict, at_line(file.name, line), row.code);
    }
    row.version = earlier.version + 1;
  }
  return {};
}

Result<std::vector<Row>> rows_of(const FileKind& file, std::string_view text) {
  Result<std::vector<CsvRow>> table = read_csv(text);
  if (!table) return in_file(file.name, table.error());
  if (table->empty()) return fault(ErrorCode::kMissingField, file.name, "code");
  const CsvRow& header = table->front();
  if (Status known = check_header(file, header); !known) return known.error();
  std::vector<Row> rows;
  for (auto line = table->begin() + 1; line != table->end(); ++line) {
    if (line->cells.size() != header.cells.size()) {
      return fault(ErrorCode::kMalformed, at_line(file.name, line->line),
                   "cells_expected=" + std::to_string(header.cells.size()) + " | cells_found=" + std::to_string(line->cells.size()));
    }
    Row row{.reg = file.reg, .code = {}, .version = 1, .valid_from = {}, .valid_to = {}, .columns = {}};
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      if (!line->cells[i].empty()) row.columns[header.cells[i]] = std::move(line->cells[i]);
    }
    row.code = row.columns["code"];
    row.columns.erase("code");
    if (row.code.empty()) return fault(ErrorCode::kMissingField, at_line(file.name, line->line), "code");
    if (*file.kind != '\0') row.columns["kind"] = file.kind;
    if (Status dated = take_dates(row); !dated) return in_file(at_line(file.name, line->line), dated.error());
    if (Status numbered = number_versions(file, line->line, rows, row); !numbered) return numbered.error();
    rows.push_back(std::move(row));
  }
  return rows;
}

// outline.csv: one corner a line, in order around the district.
Result<std::string> outline_of(std::string_view text) {
  const Result<std::vector<CsvRow>> table = read_csv(text);
  if (!table) return in_file("outline.csv", table.error());
  std::string polygon;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const CsvRow& row = (*table)[i];
    if (row.cells.size() != 2)
      return fault(ErrorCode::kMalformed, at_line("outline.csv", row.line), "lon,lat");
    if (i == 0) continue;
    polygon += (polygon.empty() ? "" : ",") + row.cells[0] + " " + row.cells[1];
  }
  return polygon;
}

Result<Row> role_of(std::string_view code, const toml::node& node) {
  const std::string where = "roles.toml:" + std::string(code);
  const toml::table* table = node.as_table();
  if (table == nullptr) return fault(ErrorCode::kWrongType, where, "table");
  Row row{.reg = "role",
          .code = std::string(code),
          .version = 1,
          .valid_from = beginning(),
          .valid_to = {},
          .columns = {}};
  for (const auto& [key, value] : *table) {
    const std::string name(key.str());
    if (name != "name_zh" && name != "name_en" && name != "verbs")
      return fault(ErrorCode::kUnknownField, where, name);
  }
  for (const char* name : {"name_zh", "name_en"}) {
    const auto text = (*table)[name].value<std::string>();
    if (!text || text->empty()) return fault(ErrorCode::kMissingField, where, name);
    row.columns[name] = *text;
  }
  const toml::array* verbs = (*table)["verbs"].as_array();
  if (verbs == nullptr || verbs->empty()) return fault(ErrorCode::kMissingField, where, "verbs");
  for (const toml::node& verb : *verbs) {
    const auto text = verb.value<std::string>();
    if (!text || text->find('.') == std::string::npos)
      return fault(ErrorCode::kWrongType, where, "verb_form");
    row.columns["verbs"] += (row.columns["verbs"].empty() ? "" : " ") + *text;
  }
  return row;
}

Result<std::vector<Row>> roles_of(std::string_view text) {
  std::vector<Row> rows;
  const Result<toml::table> file = parse_text(text, "roles.toml");
  if (!file) return file.error();
  for (const auto& [key, node] : *file) {
    Result<Row> row = role_of(key.str(), node);
    if (!row) return row.error();
    rows.push_back(std::move(*row));
  }
  return rows;
}

Status add_file(const std::filesystem::path& folder, const FileKind& file, std::vector<Row>& all) {
  std::error_code problem;  // a link to itself is there; reading it then says that it cannot be read
  const bool absent = std::filesystem::symlink_status(folder / file.name, problem).type() == std::filesystem::file_type::not_found;
  if (!file.needed && absent) return {};
  const Result<std::string> text = read_text(folder / file.name);
  if (!text) return text.error();
  Result<std::vector<Row>> rows = rows_of(file, *text);
  if (!rows) return rows.error();
  std::move(rows->begin(), rows->end(), std::back_inserter(all));
  return {};
}

}  // namespace

Result<std::vector<Row>> read_registers(const std::filesystem::path& folder) {
  std::vector<Row> all;
  for (const FileKind& file : files()) {
    if (Status added = add_file(folder, file, all); !added) return added.error();
  }
  const Result<std::string> outline_text = read_text(folder / "outline.csv");
  if (!outline_text) return outline_text.error();
  const Result<std::string> outline = outline_of(*outline_text);
  if (!outline) return outline.error();
  for (Row& row : all) {
    if (const auto kind = row.columns.find("kind"); kind != row.columns.end() && kind->second == "district")
      row.columns["polygon"] = *outline;
  }
  const Result<std::string> roles_text = read_text(folder / "roles.toml");
  if (!roles_text) return roles_text.error();
  Result<std::vector<Row>> roles = roles_of(*roles_text);
  if (!roles) return roles.error();
  std::move(roles->begin(), roles->end(), std::back_inserter(all));
  return all;
}

Result<std::vector<Row>> demo_rows(const std::filesystem::path& folder, std::uint64_t seed) {
  const Result<std::vector<Row>> base = read_registers(folder);
  if (!base) return base.error();
  Result<std::vector<Row>> rows = registers::draw_district(*base, seed);
  if (!rows) return rows.error();
  for (Row& row : *rows) row.columns["synthetic"] = "true";
  return rows;
}

}  // namespace shaoyin::toml_files
