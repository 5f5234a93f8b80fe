// The rows that views are judged on, by columns and in memory. Each table is made from the store when it is first asked for and follows
// the district's feed by position at each request after: whoever asks sees every commit that was answered before they asked.
//
// Nothing here decides what a caller may see; open_view() does. Held are codes, numbers and instants, no text that people wrote.
// Threads: any; a table changes only while nobody reads one.  Ownership: the house is borrowed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

#include "app/sight_memo.h"
#include "core/desk/column.h"
#include "core/rule/table.h"

namespace shaoyin::app {

class DeskTables {
 public:
  explicit DeskTables(House& house) : house_(house) {}

  // What reading a matter rests on.
  struct Reach { MatterId id; std::int64_t revision = 0; PartyCode owner; GridCode place; std::vector<PartyCode> parties; };

  struct Seen {
    const rule::Table& table;
    const desk::Columns& columns;
    // The matter of a row; null for rows of a register.
    const std::function<const Reach*(std::uint32_t)>& reach;
    const std::vector<RecordNumber>& records;  // by row; empty for matters and registers
  };
  // Calls `use` with the rows of `over` as they stand after the store's last entry. Errors: kUnknownProcedure (nothing of that name to
  // look at), those of the store.
  [[nodiscard]] Status with(const desk::Over& over, const std::shared_ptr<const Rules>& rules, const std::function<void(const Seen&)>& use);

  // Makes all tables anew when they are next asked for: rows were rewritten without entries (app/fill_rows.h).
  void forget();

  [[nodiscard]] SightMemo& sights() { return sights_; }

 private:
  struct Kept {
    std::shared_ptr<const Rules> rules;
    desk::Columns columns;
    std::unique_ptr<rule::Table> table;
    std::vector<Reach> matters;
    std::vector<std::uint32_t> matter_of;    // by row: which of `matters`
    std::vector<RecordNumber> records;       // by row
    std::unordered_map<std::int64_t, std::uint32_t> at;                               // id: which of `matters`
    std::map<std::pair<std::int64_t, RecordNumber>, std::uint32_t> record_at;         // id and record: row
  };

  [[nodiscard]] Status bring_up(const desk::Over& over, const std::shared_ptr<const Rules>& rules, std::int64_t head);
  [[nodiscard]] Status follow();
  [[nodiscard]] Status make(const desk::Over& over, const std::shared_ptr<const Rules>& rules);
  static void take(Kept& kept, const desk::Over& over, const Listed& listed);
  static void show(const Kept& kept, const std::function<void(const Seen&)>& use);

  House& house_;
  SightMemo sights_;
  mutable std::shared_mutex mutex_;
  std::map<desk::Over, Kept> tables_;
  std::int64_t position_ = -1;  // of the last entry that was followed; below zero: there is no table yet
};

}  // namespace shaoyin::app
