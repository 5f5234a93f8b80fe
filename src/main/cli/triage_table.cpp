#include "main/cli/triage_table.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/utf8.h"
#include "edge/sheet/sheet.h"

namespace shaoyin::cli {
namespace {

constexpr std::size_t kNotThere = SIZE_MAX;

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// Boards and spreadsheets leave vertical tabs and the like in messages; one of them is no reason to sort none.
void blank_controls(std::string& cell) {
  std::replace_if(cell.begin(), cell.end(), [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; }, ' ');
}

// Registers say above their header what they are.
bool is_remark(const app::SheetRow& row) { return !row.cells.empty() && row.cells.front().starts_with('#'); }

Result<std::vector<std::size_t>> places(const app::SheetRow& header, const ColumnNames& columns) {
  std::vector<std::size_t> result;
  const auto find = [&](const std::string& name) {
    const auto found = std::find_if(header.cells.begin(), header.cells.end(), [&](const std::string& cell) { return trimmed(cell) == name; });
    return found == header.cells.end() ? kNotThere : static_cast<std::size_t>(found - header.cells.begin());
  };
  for (const std::string& name : columns.needed) {
    result.push_back(find(name));
    if (result.back() == kNotThere) return fault(ErrorCode::kMissingField, name, "the first row must name the columns");
  }
  for (const std::string& name : columns.optional) result.push_back(find(name));
  return result;
}

}  // namespace

Result<Cells> read_columns(const std::string& path, const ColumnNames& columns) {
  const auto source = sheet::open_sheet(path);
  if (!source) return source.error();
  app::SheetRow row;
  do {
    const auto header = (*source)->next(row);
    if (!header) return header.error();
    if (!*header) return fault(ErrorCode::kMissingField, columns.needed.front(), "the file is empty");
  } while (is_remark(row));
  const auto at = places(row, columns);
  if (!at) return at.error();
  Cells cells;
  while (true) {
    const auto more = (*source)->next(row);
    if (!more) return more.error();
    if (!*more) return cells;
    auto& line = cells.emplace_back();
    for (const std::size_t place : *at) {
      line.push_back(place < row.cells.size() ? std::move(row.cells[place]) : "");
      blank_controls(line.back());
      if (!is_clean_utf8(line.back())) return fault(ErrorCode::kInvalidUtf8, path + ":" + std::to_string(row.number));
    }
  }
}

Status write_whole(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".part";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  std::error_code failed;
  if (file) std::filesystem::rename(beside, path, failed);
  if (file && !failed) return {};
  std::filesystem::remove(beside, failed);
  return fault(ErrorCode::kStorage, path, path);
}

Result<std::string> read_whole(const std::string& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fault(ErrorCode::kNotFound, path, path);
  std::string bytes(most + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > most) return fault(ErrorCode::kTooLarge, path, "at most " + std::to_string(most) + " bytes");
  return bytes;
}

}  // namespace shaoyin::cli
