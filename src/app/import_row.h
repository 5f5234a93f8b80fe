// One row of a foreign table becomes the plan of one historical matter: its events dated as in the source, its
// list row, and the texts that must be sealed. Pure: no store, key or clock is touched.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/import_map.h"
#include "app/ports/sheet.h"
#include "app/ports/store.h"
#include "core/base/sha256.h"
#include "core/clock/zone.h"
#include "core/matter/event.h"

namespace shaoyin::app {

inline constexpr std::size_t kImportedTextMax = 20'000;  // code points; the longest known reply has 7,883
inline constexpr std::size_t kSourceKeyMax = 64;         // bytes; becomes part of the matter's number
inline constexpr std::size_t kAttributeMax = 120;        // bytes; attributes are codes and names of areas

// Where the columns of a map stand in a table.
class SheetLayout {
 public:
  // Error: kMissingField or kMalformed (twice there); field is the column's name.
  static Result<SheetLayout> find(const ImportMap& map, const SheetRow& header);

  // The cell without the white space around it; empty when the map or the row has none. Lives as long as `row`.
  [[nodiscard]] std::string_view cell(const SheetRow& row, std::string_view column) const;

  // Hash of all the cells that the map reads, in the order in which it names them.
  [[nodiscard]] Hash content(const SheetRow& row) const;

 private:
  std::vector<std::size_t> mapped_;
  std::map<std::string, std::size_t, std::less<>> at_;
};

struct PlannedText {
  std::string where;      // "field.what", "note@4"
  std::size_t event = 0;  // whose attribute `attribute` becomes the sealed value
  std::string attribute;
  std::string original;
  std::string masked;     // empty for personal data
};

struct PlannedRow {
  std::string key;      // the source's
  Hash content{};       // of all cells that the map reads; tells whether a row has changed
  MatterRow row;        // without id
  std::vector<matter::Event> events;
  std::vector<PlannedText> texts;
  std::set<Flag> flags;
};

// Events: opened, imported, moved to the open step; with a reply: acted, moved; with a close: acted, moved.
// `now` dates the imported event: that is when it happened; the others bear the source's dates, in whatever order
// the source has them.
//
// The imported event carries source, key, the deadline the source had (target) and what it made of it (on_time),
// category, attr.<name>, flags, and field.<name> commitments. Clocks are thereby recorded and never run.
//
// Errors, `field` is the source's column: kMissingField, kImpossibleTime, kInvalidUtf8, kTooLong.
[[nodiscard]] Result<PlannedRow> plan_row(const ImportMap& map, const clock::Zone& zone, const SheetLayout& layout,
                                          const SheetRow& row, Instant now);

}  // namespace shaoyin::app
