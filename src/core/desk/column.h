// The columns that views may ask of: of matters of one kind, of their records, or of a register; by the names that conditions use.
//
// When an action was done is a column ("did.accept", "call.did.report_in"), where it moves the matter or record; by whom is none.
//
// What is no column: texts that people wrote, anything personal or visible to some readers only, and persons, staff too: a view that
// counts by person would rank people. A field is a column only if every version of its kind agrees that it may be.
// Pure.  Threads: any.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/procedure/procedure.h"
#include "core/rule/expr.h"
#include "core/view/row.h"

namespace shaoyin::desk {

struct Column {
  std::string name;                              // "step", "field.grade", "call.unit", "matter.owner"
  rule::Type type;
  Words label;
  std::vector<Words> options{};                  // how the type's options are called, in their order
  std::string field{};                           // of a field: its own name
  Value (*built_in)(const view::MatterRow&) = nullptr;  // of what every matter has
  enum class Of { kMatter, kRecord } of = Of::kMatter;
};
using Columns = std::vector<Column>;

// What a view is over. `over` in a file: "report", "whistle.call" or "register:places".
struct Over {
  std::string kind, record, reg;
  friend bool operator==(const Over&, const Over&) = default;
  friend auto operator<=>(const Over&, const Over&) = default;
};
[[nodiscard]] Over over_of(std::string_view text);
[[nodiscard]] std::string text_of(const Over& over);

// Every version of one kind, the one in force first.
using Versions = std::vector<std::shared_ptr<const procedure::Procedure>>;

// Empty when there is nothing to ask of: no version knows the record type, or one of them shows it to some readers only.
[[nodiscard]] Columns columns_of(const Over& over, const Versions& versions);
// The registers that are open to everybody, and those of which one reads the rows for where one holds register.read. Empty: neither.
[[nodiscard]] Columns register_columns(const std::string& reg);
[[nodiscard]] const std::vector<std::string>& open_registers();
[[nodiscard]] const std::vector<std::string>& limited_registers();

[[nodiscard]] const Column* find(const Columns& columns, std::string_view name);

// One value for each column. `record` is null for matters. What no condition could name counts as not known: a text that is no code
// (is_code), a moment outside 1970-2099.
[[nodiscard]] std::vector<Value> values_of(const Columns& columns, const view::MatterRow& matter, const view::RecordRow* record);

inline constexpr std::size_t kCodeMax = 80;  // as api/openapi.yaml has it
// Letters of the Latin alphabet, digits and . _ : - only: what a name of a person is not.
[[nodiscard]] bool is_code(std::string_view text);

}  // namespace shaoyin::desk
