// A desk (工作台): the page of one family of work, composed of views. A view is a question about matters, their records or a register
// and a way to show the answer. Both are data: desks/<family>/desk.toml and desks/<family>/views/<name>.toml (docs/writing-views.md).
//
// Immutable after loading.  Threads: any.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/desk/column.h"
#include "core/desk/times.h"

namespace shaoyin::desk {

enum class Show { kList, kNumber, kBoard, kMatrix, kCalendar, kTimeline, kChart, kMap, kRate, kMedian, kFunnel, kForecast };

[[nodiscard]] const char* show_name(Show show);
[[nodiscard]] std::optional<Show> show_of(std::string_view name);
[[nodiscard]] const char* per_name(Per per);
[[nodiscard]] std::optional<Per> per_of(std::string_view name);

inline constexpr std::size_t kViewsMax = 40;          // of one desk: what a page still shows
inline constexpr std::size_t kViewColumnsMax = 12;    // what a screen is wide
inline constexpr std::size_t kSeriesMax = 4;          // what the eye keeps apart in one chart
inline constexpr std::size_t kStagesMax = 8;          // of a funnel; a longer way is read by nobody
inline constexpr std::size_t kPartLengthMax = 250;    // of `of`, and of all stages together: they stand in the condition of every number
inline constexpr int kAheadUsual = 6;                 // months
inline constexpr std::size_t kFormulaLengthMax = 400; // what is read beside a number

// One stage of a funnel: of the rows of the stage before, those of which its condition is yes.
struct Stage { Words label; std::string where; };
// What a rate is by its rule, as it is printed beside the numbers; the version is the rule's, not the file's.
struct Formula { std::string version; Words text; };

struct View {
  std::string name;
  Words label, help;
  Over over;
  Show show = Show::kList;
  std::string where;                 // empty: all rows
  std::vector<std::string> columns;  // of its list
  std::string sort;                  // a column, "-" before it: the largest first; empty: what is due first
  std::string by, across;            // what groups are
  std::vector<std::string> on;       // instants
  std::string until;
  std::optional<Per> per;
  std::string sum;                   // a number; empty: rows are counted
  std::string file;                  // for faults: "desks/district/views/open.toml"
  std::string of;                    // of a rate: which of its rows count
  std::optional<Formula> formula;    // of a rate
  std::string from;                  // of a median: the instant at which time begins; `until` ends it
  std::vector<Stage> stages;         // of a funnel
  int ahead = kAheadUsual;           // of a forecast, months
};

struct Block { Words label; std::vector<std::string> views; };

struct Desk {
  std::string name;  // of its folder
  Words label, help;
  std::string may;   // the permission that opens it, held anywhere
  std::vector<Block> blocks;
  std::vector<View> views;
  std::string file;

  [[nodiscard]] const View* view(std::string_view view_name) const;
};

// The ways in which a view may be shown: its own, a list, a number, and those for which it names what they need.
[[nodiscard]] std::vector<Show> ways_of(const View& view);

}  // namespace shaoyin::desk
