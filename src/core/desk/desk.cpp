#include "core/desk/desk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shaoyin::desk {
namespace {

constexpr std::array<std::pair<Show, const char*>, 12> kShows{{{Show::kList, "list"}, {Show::kNumber, "number"}, {Show::kBoard, "board"}, {Show::kMatrix, "matrix"},
                                                             {Show::kCalendar, "calendar"}, {Show::kTimeline, "timeline"}, {Show::kChart, "chart"}, {Show::kMap, "map"},
                                                             {Show::kRate, "rate"}, {Show::kMedian, "median"}, {Show::kFunnel, "funnel"}, {Show::kForecast, "forecast"}}};
constexpr std::array<std::pair<Per, const char*>, 3> kPers{{{Per::kDay, "day"}, {Per::kWeek, "week"}, {Per::kMonth, "month"}}};

template <class Table, class Key>
const char* name_in(const Table& table, Key key) {
  for (const auto& [one, name] : table) {
    if (one == key) return name;
  }
  return "";
}

template <class Key, class Table>
std::optional<Key> key_in(const Table& table, std::string_view name) {
  for (const auto& [one, its] : table) {
    if (its == name) return one;
  }
  return std::nullopt;
}

bool has_what_it_needs(const View& view, Show show) {
  switch (show) {
    case Show::kList: case Show::kNumber: return true;
    case Show::kBoard: return !view.by.empty();
    case Show::kMap: return !view.by.empty() && view.show == Show::kMap;  // groups by a place
    case Show::kMatrix: return !view.by.empty() && !view.across.empty();
    case Show::kCalendar: return view.on.size() == 1 && view.per && *view.per != Per::kDay;
    case Show::kTimeline: return view.on.size() == 1;
    case Show::kChart: return view.on.empty() ? !view.by.empty() : view.per.has_value();
    case Show::kRate: return !view.of.empty();
    case Show::kMedian: return !view.from.empty() && !view.until.empty();
    case Show::kFunnel: return !view.stages.empty();
    case Show::kForecast: return view.show == Show::kForecast;  // a chart of a few months is asked for no forecast
  }
  return false;
}

}  // namespace

const char* show_name(Show show) { return name_in(kShows, show); }
std::optional<Show> show_of(std::string_view name) { return key_in<Show>(kShows, name); }
const char* per_name(Per per) { return name_in(kPers, per); }
std::optional<Per> per_of(std::string_view name) { return key_in<Per>(kPers, name); }

const View* Desk::view(std::string_view view_name) const {
  const auto found = std::find_if(views.begin(), views.end(), [&](const View& one) { return one.name == view_name; });
  return found == views.end() ? nullptr : &*found;
}

std::vector<Show> ways_of(const View& view) {
  std::vector<Show> ways{view.show};
  for (const auto& [show, name] : kShows) {
    if (show != view.show && has_what_it_needs(view, show)) ways.push_back(show);
  }
  return ways;
}

}  // namespace shaoyin::desk
