// What one may not see is in no view: no row, no count, no group, no file. A view is no way around the list.
#include "tests/http/views_house.h"

namespace shaoyin::http {
namespace {

TEST_F(ViewsTest, ADisputeThatOneMayNotSeeIsInNoList) {
  const std::string number = dispute();
  EXPECT_EQ(total(kClerk, "mediation/disputes"), 1);
  EXPECT_EQ(total(kClerk, "nosy/disputes"), 1);
  EXPECT_EQ(total(kCoordinator, "nosy/disputes"), 0) << "reads every other matter of the district";
  const Answer answer = view(kCoordinator, "nosy/disputes");
  EXPECT_EQ(answer.body.find(number), std::string::npos);
}

TEST_F(ViewsTest, ItIsInNoCountNorGroup) {
  dispute();
  for (const desk::View& one : demo_rules()->desk("mediation")->views) {
    const json::object shown = read(view(kCoordinator, "nosy/" + one.name));
    EXPECT_EQ(shown.at("total").as_int64(), 0) << one.name;
    for (const json::value& group : shown.at("groups").as_array()) EXPECT_EQ(group.at("count").as_int64(), 0) << one.name;
    EXPECT_TRUE(shown.at("cells").as_array().empty()) << one.name;
  }
  EXPECT_EQ(count_of(read(view(kClerk, "nosy/by_step")), "asking"), 1) << "there was one to see";
}

// Who is let in sees it with the next request, who is let out no more; in between nobody's matters are loaded again.
TEST_F(ViewsTest, WhoIsLetInSeesItAtOnceAndWhoIsLetOutNoMore) {
  constexpr const char* kLeader = "district-centre.leader";
  const std::string number = dispute();
  const auto mediator = [&](const char* person, const char* key) {
    read(as(kClerk, "POST", "/matters/" + number + "/actions/change_mediator", std::string(R"({"input":{"field.mediator":")") + person + R"(","reason":"asked for"}})", key));
  };
  EXPECT_EQ(total(kLeader, "nosy/disputes"), 0);
  mediator(kLeader, "let-in-key-1");
  EXPECT_EQ(total(kLeader, "nosy/disputes"), 1);
  EXPECT_EQ(total(kLeader, "nosy/disputes"), 1);
  mediator(kClerk, "let-out-key-1");
  EXPECT_EQ(total(kLeader, "nosy/disputes"), 0);
}

TEST_F(ViewsTest, AMatterThatDidNotMoveIsJudgedOnceForEachReader) {
  dispute();
  dispute();
  app::DeskTables tables(house);
  const auto look = [&](const char* person) {
    const auto caller = app::staff_caller(*house.rules()->book, person);
    const auto shown = app::open_view(house, tables, *caller, "nosy", "disputes", {});
    EXPECT_TRUE(shown);
    return shown ? shown->total : 0;
  };
  EXPECT_EQ(look(kClerk), 2u);
  EXPECT_EQ(look(kClerk), 2u);
  EXPECT_EQ(tables.sights().loads(), 2);
  EXPECT_EQ(look(kCoordinator), 0u) << "what one sees is nothing to another";
  EXPECT_EQ(tables.sights().loads(), 4);
  house.set_rules(std::make_shared<app::Rules>(*house.rules()));  // as after a changed role
  EXPECT_EQ(look(kClerk), 2u);
  EXPECT_EQ(tables.sights().loads(), 6);
}

TEST_F(ViewsTest, ItIsInNoFile) {
  const std::string number = dispute();
  const Answer stranger = as(kCoordinator, "GET", "/views/nosy/disputes/rows.csv");
  ASSERT_EQ(stranger.status, 200) << stranger.body;
  EXPECT_EQ(stranger.body.find(number), std::string::npos);
}

// Another community's clerk: the desk opens, but only on what lies there.
TEST_F(ViewsTest, AViewShowsOnlyWhatLiesWhereOneReads) {
  play();
  const std::int64_t whole = total(kCoordinator, "district/open_reports");
  std::int64_t there = 0;
  const json::object everywhere = read(view(kCoordinator, "district/by_community"));
  for (const json::value& group : everywhere.at("groups").as_array()) {
    if (group.at("code").is_string()) there += group.at("count").as_int64();
  }
  EXPECT_EQ(there, whole);
  const json::object mine = read(view(kClerk, "district/by_community"));
  EXPECT_LT(mine.at("total").as_int64(), whole);
  const json::object listed = read(as(kClerk, "GET", "/matters?kind=report&open=true&limit=500"));
  EXPECT_EQ(mine.at("total").as_int64(), listed.at("total").as_int64());
}

TEST_F(ViewsTest, AFileHoldsTheRowsOfTheListAndNeedsItsPermission) {
  play();
  const Answer csv = as(kCoordinator, "GET", "/views/district/open_reports/rows.csv");
  ASSERT_EQ(csv.status, 200) << csv.body;
  EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 1 + total(kCoordinator, "district/open_reports"));
  EXPECT_EQ(csv.body.substr(0, 9), "\xEF\xBB\xBFNumber");
  EXPECT_EQ(csv.headers.at("content-disposition"), "attachment; filename=\"open_reports-2026-03-02.csv\"");
  const Answer xlsx = as(kCoordinator, "GET", "/views/district/open_reports/rows.xlsx");
  EXPECT_EQ(xlsx.status, 200);
  EXPECT_EQ(xlsx.body.substr(0, 2), "PK");
  const Answer without = as(kClerk, "GET", "/views/district/open_reports/rows.csv");
  EXPECT_EQ(without.status, 403) << without.body;
  EXPECT_EQ(code_of(without), "forbidden");
}

// A street's leader may take away what lies in the street, whatever else the leader's unit was called to.
TEST_F(ViewsTest, AFileHoldsOnlyWhatLiesWhereItsVerbIsHeld) {
  play();
  const auto rules = house.rules();
  int leaders = 0;
  for (const auto& [code, person] : rules->book->people()) {
    if (person.role != "street_leader" || leaders == 2) continue;
    ++leaders;
    const Answer csv = as(code, "GET", "/views/district/open_reports/rows.csv");
    ASSERT_EQ(csv.status, 200) << csv.body;
    const auto listed = read(as(code, "GET", "/matters?kind=report&open=true&export=true&limit=500"));
    EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 1 + listed.at("total").as_int64()) << code;
  }
  EXPECT_GT(leaders, 0);
}

TEST_F(ViewsTest, NoColumnHoldsWordsOrPersons) {
  const json::object shown = read(view(kClerk, "mediation/disputes"));
  for (const json::value& column : shown.at("all_columns").as_array()) {
    const std::string name(column.at("name").as_string());
    EXPECT_NE(name, "field.what");
    EXPECT_NE(name, "field.mediator");
    EXPECT_NE(column.at("type").as_string(), "text");
  }
}

}  // namespace
}  // namespace shaoyin::http
