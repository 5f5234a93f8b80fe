// Reads the folder `registers/`: the files people edit to describe a district. Each CSV file is one register
// (or one kind of grid); lines that begin with # before the header line say where it comes from. Every file
// may have the columns valid_from and valid_to (dates; default: the beginning of 2023, without end) and
// source. What the columns mean stands in core/register/book.h; that the rows fit together is
// core/register/check.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/register/row.h"

namespace shaoyin::toml_files {

inline constexpr std::size_t kRegisterFileBytesMax = 8U << 20;  // 150,000 rows; more is a mistake

// district.csv outline.csv streets.csv communities.csv units.csv people.csv categories.csv routes.csv
// places.csv, precedents.csv if there, and roles.toml. Errors; `field` is file and line ("units.csv:12") or,
// in roles.toml, file and role:
//   kNotFound a file that must be there   kUnknownField a column no such file has   kMissingField a column or
//   code kMalformed a line with too few or too many cells, a quote that does not end, no TOML kInvalidUtf8
//   kImpossibleTime   kTooLarge (kRegisterFileBytesMax)   kConflict a code that stands there twice
[[nodiscard]] Result<std::vector<registers::Row>> read_registers(const std::filesystem::path& folder);

// The files and the generated borders, grids and sample places of the demonstration district; every row says
// synthetic = true. Errors besides those: kRegisterFault (draw_district).
[[nodiscard]] Result<std::vector<registers::Row>> demo_rows(const std::filesystem::path& folder,
                                                            std::uint64_t seed);

// One CSV file's text (RFC 4180, UTF-8, a byte-order mark is skipped) as cells, with the line each row begins
// on.
struct CsvRow {
  std::size_t line = 0;  // from 1, as an editor counts
  std::vector<std::string> cells;
};
// Errors: kMalformed and kInvalidUtf8 with the line in `field`. Empty lines and leading # lines are left out.
[[nodiscard]] Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace shaoyin::toml_files
