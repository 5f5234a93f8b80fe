// What lists read and what is sent out: the two things a commit writes besides the ledger.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/base/value.h"

namespace shaoyin::view {

inline constexpr std::size_t kTitleMax = 80;  // code points: one line of a list

// The row that lists read: one per matter, rewritten by each commit (core/view projects it).
struct MatterRow {
  MatterId id;
  std::string number;      // "HX-2023-000123"; given by the store when empty; never changes afterwards
  std::string kind;
  std::string step;
  bool final = false;
  PartyCode owner;
  GridCode place;
  GridCode community;
  GridCode street;
  std::string category;    // code, may be empty
  std::string title;       // masked, at most 80 code points
  std::string channel;     // "portal", "hotline", "patrol", "import:wenzheng"
  Instant opened;
  Instant updated;
  std::optional<Instant> promised;    // what the resident was told
  std::optional<Instant> next_due;    // earliest due of any open clock
  std::optional<Instant> look_again;  // when a clock next acts
  std::optional<Instant> closed;
  bool overdue = false;
  bool contested = false;             // whistled or without an agreed owner
  int returned = 0;                   // how often it was returned
  bool provisional = false;
  bool historical = false;
  MatterId parent;
  std::vector<PartyCode> parties;     // every unit that is or was called; may read it
  std::map<std::string, Value> fields;  // by name: numbers, instants, codes; none that is personal, written freely or for some readers only. And kDid
  friend bool operator==(const MatterRow&, const MatterRow&) = default;
};

// The name under which `fields` holds when an action that moves a matter, or a record of it, was last done: "did.accept". No field has a dot.
inline constexpr const char* kDid = "did.";

// A record of a matter as views read it (a milestone, a visit, a shift), one row each.
struct RecordRow {
  std::string type;
  RecordNumber number = 0;
  int round = 1;
  std::string step;
  std::map<std::string, Value> fields;  // as those of a matter
  friend bool operator==(const RecordRow&, const RecordRow&) = default;
};

// A message to be delivered after commit, at least once; `key` lets a receiver drop repeats.
struct Notice {
  std::string key;
  std::string to;    // "unit:water-supply", "person:p1007", "reporter"
  std::string text;  // name of the text in the procedure's folder
  std::map<std::string, std::string> arguments;  // codes and instants only
  friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace shaoyin::view
