// How a foreign table becomes historical matters: which column means what, in whose time, under which district.
// edge/toml reads it from maps/<name>.toml; docs/importing.md explains the file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/words.h"

namespace shaoyin::app {

// How the times of a column are written. Excel serial numbers are taken with kYearFirst, as such tables mix them.
enum class TimeFormat {
  kYearFirst,   // 2019/2/28 11:25:05, 2019-02-28 11:25, 2019/2/28; or 43524.47
  kMonthFirst,  // 01/05/2015 12:40:41 PM
};

// What looks wrong in a row. A flagged row is imported all the same: history is recorded as it was written.
enum class Flag {
  kClosedBeforeOpened,
  kRepliedBeforeOpened,
  kNoOnTimeFlag,    // target and close are there, but not what the source made of them
  kDefaultPoint,    // stands where the source puts what it could not locate
  kBareDate,        // a date without its time; read as the start of that day
  kTimeTwice,       // in the hour in which clocks were put back
  kTimeSkipped,     // in the hour that clocks left out
};

[[nodiscard]] const char* flag_name(Flag flag);  // "closed_before_opened"
[[nodiscard]] bool flag_of(const std::string& name, Flag& out);
[[nodiscard]] const std::vector<Flag>& all_flags();

struct PointText { std::string lat; std::string lon; };  // as the source writes them

struct ImportMap {
  std::string name;          // "boston311"; part of every row's identity, never to be changed
  DistrictId district;       // a district of its own, so that history never mixes with live matters
  Words district_name;
  std::string zone;          // "America/New_York"
  std::string kind;          // kind of matter, "report"
  std::string number_prefix; // "BOS-": the matter's number is this and the source's key
  std::string channel;       // "import:boston311"
  std::string step_open;     // step of a row without reply or close
  std::string step_replied;
  std::string step_closed;
  TimeFormat time_format = TimeFormat::kYearFirst;

  struct Columns {           // names in the header row; empty: the source has none
    std::string key;         // required; what identifies a row in its source
    std::string opened;      // required
    std::string title;       // required
    std::string what;        // the message
    std::string target;      // when it was to be done
    std::string closed;
    std::string close_note;
    std::string reply;
    std::string replied;
    std::string reporter;    // who wrote it, under whatever name: sealed
    std::string where;       // an address: sealed
    std::string lat, lon;    // sealed
    std::string on_time;     // what the source made of target and close
  } columns;
  std::map<std::string, std::string> attributes;  // name -> column: codes kept in clear in the ledger

  std::string on_time_yes;   // "ONTIME"
  std::string on_time_no;    // "OVERDUE"

  std::string category_column;                        // may be empty
  std::map<std::string, std::string> categories;      // source's word -> our category
  std::string category_otherwise;

  std::set<Flag> flags;      // those to raise
  std::vector<PointText> default_points;
};

}  // namespace shaoyin::app
