// Proves a desk before anybody opens it: every name is a column of what the view is over, every condition is typed, every text stands in
// both languages, and each way to show has what it needs.
// Pure.  Threads: any.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/desk/desk.h"

namespace shaoyin::desk {

struct Fault {
  std::string file;  // "desks/district/views/open.toml"
  std::string at;    // "where"; empty: the file as a whole
  Words what, cure;
  friend bool operator==(const Fault&, const Fault&) = default;
};

// What views may be over: the columns of each, empty for what is not there.
using ColumnsOf = std::function<Columns(const Over&)>;

// `verbs`: the permissions some role grants; empty: not compared. `zone`: any calendar; conditions are typed, not judged.
[[nodiscard]] std::vector<Fault> check(const Desk& desk, const ColumnsOf& columns_of, const std::set<std::string>& verbs, const clock::WorkCalendar& calendar);

}  // namespace shaoyin::desk
