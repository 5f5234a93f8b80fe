// A desk is proved before anybody opens it: one kind of fault each, named with its file, its key and its cure.
#include "core/desk/check.h"

#include <gtest/gtest.h>

#include "core/desk/little_desk_test.h"

namespace shaoyin::desk {
namespace {

View sound() {
  View view;
  view.name = "open";
  view.label = {"在办", "Open"};
  view.over = {"errand", {}, {}};
  view.columns = {"step"};
  view.file = "desks/errands/views/open.toml";
  return view;
}

Desk desk_with(View view) {
  Desk desk;
  desk.name = "errands";
  desk.label = {"差事", "Errands"};
  desk.may = "matter.read";
  desk.blocks = {{{}, {"open"}}};
  desk.views = {std::move(view)};
  desk.file = "desks/errands/desk.toml";
  return desk;
}

std::vector<Fault> faults_of(const Desk& desk) {
  const ColumnsOf columns = [](const Over& over) { return over.kind == "errand" || !over.reg.empty() ? columns_of(over, versions_of(errand())) : Columns{}; };
  return check(desk, columns, {"matter.read"}, plain_calendar());
}

// The one fault of a view, as "key: what".
template <class Break>
std::string fault_after(const Break& change) {
  View view = sound();
  change(view);
  const auto faults = faults_of(desk_with(view));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults" + (faults.empty() ? "" : " " + faults[1].what.en);
  EXPECT_FALSE(faults[0].what.zh.empty() || faults[0].cure.zh.empty() || faults[0].cure.en.empty());
  EXPECT_EQ(faults[0].file, "desks/errands/views/open.toml");
  return faults[0].at + ": " + faults[0].what.en;
}

TEST(CheckDesk, FindsNothingInASoundOne) {
  EXPECT_TRUE(faults_of(desk_with(sound())).empty());
  View of_register = sound();
  of_register.over = {{}, {}, "units"};
  of_register.columns = {"code"};
  EXPECT_TRUE(faults_of(desk_with(of_register)).empty());
}

TEST(CheckDesk, RatesTimesFunnelsAndForecastsNeedTheirKeys) {
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kRate; }), "of: a rate needs `of`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kRate; v.of = "owners == 'x'"; }), "of: there is no column 'owners' (character 1)");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kRate; v.of = "overdue" + std::string(kPartLengthMax, ' '); }), "of: has 257 bytes, at most 250");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kRate; v.of = "overdue"; v.sum = "returned"; }), "sum: a rate counts rows");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kRate; v.of = "overdue"; v.formula = Formula{"", {"逾期", "late"}}; }), "formula: the version, zh or en is missing");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kMedian; v.until = "closed"; }), "from: a median needs `from`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kMedian; v.from = "step"; v.until = "closed"; }), "from: 'step' is no column of instants");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kFunnel; v.stages = {{{"全部", "All"}, "final"}}; }), "stages: a funnel needs `stages`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kFunnel; v.stages = {{{"全部", "All"}, "final"}, {{"全部", ""}, "final"}}; }), "stages: a stage has no label in zh and en");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kForecast; v.on = {"opened"}; v.per = Per::kWeek; }), "per: a forecast needs `per`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kForecast; v.on = {"opened"}; v.per = Per::kMonth; v.ahead = 25; }), "ahead: must be 1 to 24 months");
}

TEST(CheckDesk, NamesTheKeyOfEachFault) {
  EXPECT_EQ(fault_after([](View& v) { v.label.en.clear(); }), "labels: a label in zh and en is missing");
  EXPECT_EQ(fault_after([](View& v) { v.over.kind = "gossip"; }), "over: 'gossip' is nothing a view can be over");
  EXPECT_EQ(fault_after([](View& v) { v.over = {{}, {}, "people"}; }), "over: 'register:people' is nothing a view can be over");
  EXPECT_EQ(fault_after([](View& v) { v.where = "owners == 'x'"; }), "where: there is no column 'owners' (character 1)");
  EXPECT_EQ(fault_after([](View& v) { v.where = "due > 3"; }), "where: instant cannot be compared with number (character 5)");
  EXPECT_EQ(fault_after([](View& v) { v.columns = {"field.words"}; }), "columns: there is no column 'field.words'");
  EXPECT_EQ(fault_after([](View& v) { v.columns.clear(); }), "columns: a list needs `columns`");
  EXPECT_EQ(fault_after([](View& v) { v.columns.assign(kViewColumnsMax + 1, "step"); }), "columns: at most 12 columns");
  EXPECT_EQ(fault_after([](View& v) { v.sort = "-"; }), "sort: there is no column '-'");
  EXPECT_EQ(fault_after([](View& v) { v.by = "due"; }), "by: 'due' is no column to group by (no number and no instant; instants stand in on)");
  EXPECT_EQ(fault_after([](View& v) { v.sum = "step"; }), "sum: 'step' is no column of numbers");
  EXPECT_EQ(fault_after([](View& v) { v.until = "step"; }), "until: 'step' is no column of instants");
}

TEST(CheckDesk, EachWayToShowHasWhatItNeeds) {
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kBoard; }), "by: a board needs `by`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kMatrix, v.by = "step"; }), "across: a matrix needs `across`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kCalendar, v.on = {"due"}; }), "per: a calendar needs `per`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kCalendar, v.per = Per::kWeek; }), "on: a calendar needs `on`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kTimeline; }), "on: a timeline needs `on`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kChart; }), "by: a chart needs `by`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kChart, v.on = {"due"}; }), "per: a chart needs `per`");
  EXPECT_EQ(fault_after([](View& v) { v.show = Show::kMap, v.by = "step"; }), "by: 'step' is no column of places");
}

TEST(CheckDesk, ADeskNamesItsViewsAndAPermissionThatSomebodyHolds) {
  Desk desk = desk_with(sound());
  desk.may = "matter.raed";
  EXPECT_EQ(faults_of(desk).front().at, "may");
  desk = desk_with(sound());
  desk.blocks[0].views = {"closed"};
  const auto faults = faults_of(desk);
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].what.en, "there is no view 'closed'");
  EXPECT_EQ(faults[1].what.en, "no block shows this view");
  desk = desk_with(sound());
  desk.label.zh.clear();
  EXPECT_EQ(faults_of(desk).front().at, "labels");
}

}  // namespace
}  // namespace shaoyin::desk
