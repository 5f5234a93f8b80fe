// Desks and views over the real server: who opens what, that every number opens its rows, and what is refused.
// rows: 73 page: /desk/district
#include <thread>

#include "tests/http/views_house.h"

namespace shaoyin::http {
namespace {

TEST_F(ViewsTest, TheShippedDesksHaveNoFault) {
  for (const desk::Fault& fault : demo_rules()->desk_faults) ADD_FAILURE() << fault.file << " " << fault.at << ": " << fault.what.en << "; " << fault.cure.en;
  EXPECT_NE(demo_rules()->desk("district"), nullptr);
  EXPECT_NE(demo_rules()->desk("mediation"), nullptr);
}

TEST_F(ViewsTest, AFaultyDeskIsNamedToTheOperator) {
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->desk_faults.push_back({"desks/d/desk.toml", "may", {"没有角色有这个权限", "no role grants it"}, {}});
  house.set_rules(rules);
  EXPECT_NE(ask(service.port(), "GET", "/readyz").body.find("desk desks/d/desk.toml may: no role grants it"), std::string::npos);
  EXPECT_NE(ask(service.port(), "GET", "/metrics").body.find("shaoyin_desk_faults 1"), std::string::npos);
}

TEST_F(ViewsTest, ADeskOpensForWhoHoldsItsPermission) {
  const auto desks = [&](const char* person) {
    const Answer answer = as(person, "GET", "/desks");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return names(json::parse(answer.body));
  };
  const auto has = [&](const char* person, const char* desk) { return desks(person).contains(desk); };
  EXPECT_TRUE(has(kCoordinator, "district") && has(kCoordinator, "figures") && !has(kCoordinator, "mediation"));
  EXPECT_TRUE(has(kClerk, "district") && has(kClerk, "mediation") && has(kClerk, "aid") && !has(kClerk, "supervision"));
  EXPECT_FALSE(has(kLiaison, "district") || has(kLiaison, "aid")) << "reads the matters of its own unit only";
  EXPECT_EQ(as(kLiaison, "GET", "/desks/district").body, as(kLiaison, "GET", "/desks/nowhere").body) << "hidden is as absent";
  EXPECT_EQ(view(kLiaison, "district/overdue").status, 404);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/desks").status, 401);
}

TEST_F(ViewsTest, ADeskSaysWhatItsViewsAre) {
  const json::object desk = read(as(kCoordinator, "GET", "/desks/district"));
  const json::object& board = desk.at("blocks").at(1).at("views").at(0).as_object();
  EXPECT_EQ(text(board, "name"), "by_step");
  EXPECT_EQ(text(board, "show"), "board");
  EXPECT_EQ(board.at("by").at("label").as_string(), "Step");
  EXPECT_EQ(board.at("by").at("options").at(0).at("code").as_string(), "reported");
}

// The law of the whole: over matters that really happened, for several readers, every group and cell of every shipped view.
TEST_F(ViewsTest, EveryNumberOpensItsRows) {
  play();
  dispute();
  dispute();
  int opened = 0;
  for (const char* person : {kCoordinator, kClerk}) {
    for (const char* desk : {"district", "mediation", "figures"}) {
      if (as(person, "GET", std::string("/desks/") + desk).status == 404) continue;
      for (const desk::View& one : demo_rules()->desk(desk)->views) {
        const std::string name = std::string(desk) + "/" + one.name;
        const json::object shown = read(view(person, name));
        EXPECT_EQ(total(person, name, text(shown, "where")), shown.at("total").as_int64()) << name;
        for (const char* part : {"groups", "across", "cells"}) {
          for (const json::value& number : shown.at(part).as_array()) {
            const std::string where(number.at("where").as_string());
            EXPECT_EQ(total(person, name, where), number.at("count").as_int64()) << person << " " << name << " " << part << " " << where;
            ++opened;
            const json::value* counted = number.as_object().if_contains("part");
            if (counted == nullptr || counted->is_null()) continue;
            EXPECT_EQ(total(person, name, std::string(counted->at("where").as_string())), counted->at("count").as_int64()) << person << " " << name << " " << where;
          }
        }
      }
    }
  }
  EXPECT_GT(opened, 50) << "there was something to open";
}

TEST_F(ViewsTest, ANumberIsTheListsNumber) {
  play();
  for (const char* person : {kCoordinator, kClerk, "justice.officer"}) {
    const std::int64_t listed = read(as(person, "GET", "/matters?kind=report&open=true&limit=1")).at("total").as_int64();
    EXPECT_EQ(total(person, "district/open_reports"), listed) << person;
  }
  EXPECT_GT(total(kCoordinator, "district/open_reports"), total(kClerk, "district/open_reports"));
}

TEST_F(ViewsTest, AConditionNarrowsAndItsNumbersOpenToo) {
  play();
  const std::string where = "opened >= start_of_year and category != 'utilities.water'";
  const json::object shown = read(view(kCoordinator, "district/unit_by_step", {{"where", where}}));
  EXPECT_LT(shown.at("total").as_int64(), total(kCoordinator, "district/unit_by_step"));
  std::int64_t in_cells = 0;
  for (const json::value& cell : shown.at("cells").as_array()) {
    EXPECT_EQ(total(kCoordinator, "district/unit_by_step", std::string(cell.at("where").as_string())), cell.at("count").as_int64());
    in_cells += cell.at("count").as_int64();
  }
  EXPECT_EQ(in_cells, shown.at("total").as_int64()) << "the cells of a matrix are all its rows";
}

TEST_F(ViewsTest, AListIsSortedAndPaged) {
  play();
  std::vector<std::string> all;
  for (int page = 1;; ++page) {
    const json::object shown = read(view(kCoordinator, "district/open_reports", {{"sort", "-opened"}, {"limit", "7"}, {"page", std::to_string(page)}}));
    for (const json::value& row : shown.at("rows").as_array()) all.emplace_back(row.at("cells").at(5).at("value").as_string());
    if (page == shown.at("pages").as_int64()) break;
  }
  EXPECT_EQ(static_cast<std::int64_t>(all.size()), total(kCoordinator, "district/open_reports"));
  EXPECT_TRUE(std::is_sorted(all.rbegin(), all.rend()));
}

TEST_F(ViewsTest, ACalendarShowsTheWeekOfItsDay) {
  play();
  const json::object now = read(view(kCoordinator, "district/due_this_week"));
  EXPECT_EQ(text(now, "from"), "2026-03-01T16:00:00.000Z") << "Monday where the district is";
  EXPECT_EQ(text(now, "to"), "2026-03-08T16:00:00.000Z");
  const json::object then = read(view(kCoordinator, "district/due_this_week", {{"day", "2026-02-25"}}));
  EXPECT_EQ(text(then, "to"), "2026-03-01T16:00:00.000Z");
}

TEST_F(ViewsTest, AChangeIsSeenByTheNextRequest) {
  const std::string number = text(reported(), "number");
  EXPECT_EQ(count_of(read(view(kDesk, "district/by_step")), "reported"), 1);
  accept(number);
  const json::object after = read(view(kDesk, "district/by_step"));
  EXPECT_EQ(count_of(after, "reported"), 0);
  EXPECT_EQ(count_of(after, "accepted"), 1);
  EXPECT_EQ(after.at("groups").at(0).at("rows").at(0).at("matter").at("number").as_string(), number);
}

TEST_F(ViewsTest, ManyMayLookWhileSomebodyWrites) {
  for (const char* person : {kDesk, kClerk}) static_cast<void>(token(person));
  std::atomic<bool> done{false};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&, person = i % 2 == 0 ? kDesk : kClerk] {
      while (!done) EXPECT_EQ(view(person, "district/by_step").status, 200);
    });
  }
  for (int i = 0; i < 20; ++i) reported("resident-key-of-" + std::to_string(100 + i));
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(total(kDesk, "district/open_reports"), 20);
}

TEST_F(ViewsTest, ARegisterIsLookedAtLikeMatters) {
  auto rules = std::make_shared<app::Rules>(*house.rules());
  auto desk = std::make_shared<desk::Desk>(*rules->desk("nosy"));
  desk->name = "places";
  desk->views = {{"units", {"单位", "Units"}, {}, {{}, {}, "units"}, desk::Show::kBoard, "", {"code", "above"}, "code", "kind", "", {}, "", {}, "", ""}};
  rules->desks.push_back(desk);
  house.set_rules(rules);
  const json::object shown = read(view(kClerk, "places/units"));
  EXPECT_EQ(static_cast<std::size_t>(shown.at("total").as_int64()), rules->book->units().size());
  EXPECT_EQ(total(kClerk, "places/units", "kind == 'community_committee'"), count_of(shown, "community_committee"));
  const json::object row = read(view(kClerk, "places/units", {{"as", "list"}})).at("rows").at(0).as_object();
  EXPECT_TRUE(row.at("matter").is_null());
  EXPECT_FALSE(row.at("entry").at("name").as_string().empty());
}

// 150 grids, 1,661 micro-grids and 62 dedicated ones in one subdistrict, 59, 448 and 36 in another: as the newspaper page counts them.
TEST_F(ViewsTest, GridsAreCountedByStreetAndKind) {
  const json::object shown = read(view(kCoordinator, "figures/grids"));
  const auto counts = [&](const char* street) {
    std::map<std::string, std::int64_t> made;
    for (const json::value& cell : shown.at("cells").as_array()) {
      if (shown.at("groups").at(cell.at("group").to_number<std::size_t>()).at("label").as_string() != street) continue;
      const auto& across = shown.at("across").at(cell.at("across").to_number<std::size_t>());
      made[std::string(across.at("code").as_string())] = cell.at("count").as_int64();
      EXPECT_EQ(total(kCoordinator, "figures/grids", std::string(cell.at("where").as_string())), cell.at("count").as_int64());
    }
    return made;
  };
  EXPECT_EQ(counts("Guajiasi Subdistrict"), (std::map<std::string, std::int64_t>{{"all_purpose", 150}, {"micro", 1661}, {"dedicated", 62}}));
  EXPECT_EQ(counts("Taihulu Subdistrict"), (std::map<std::string, std::int64_t>{{"all_purpose", 59}, {"micro", 448}, {"dedicated", 36}}));
}

TEST_F(ViewsTest, ARegisterThatIsNotOpenShowsWhatItsListShows) {
  const std::size_t all = house.rules()->book->routes().size();
  for (const char* person : {kCoordinator, kClerk, "street-dayingmen.clerk"}) {
    const std::int64_t listed = read(as(person, "GET", "/registers/routes?limit=1")).at("total").as_int64();
    EXPECT_EQ(total(person, "figures/routes"), listed) << person;
    if (person == std::string("street-dayingmen.clerk")) {
      EXPECT_LT(listed, static_cast<std::int64_t>(all)) << "those of another street are not theirs";
    }
  }
  EXPECT_EQ(total(kCoordinator, "figures/parameters"), static_cast<std::int64_t>(house.rules()->book->parameters().size()));
}

TEST_F(ViewsTest, AParameterIsCalledByItsNote) {
  const json::object first = read(view(kCoordinator, "figures/parameters")).at("rows").at(0).at("entry").as_object();
  EXPECT_EQ(first.at("name").as_string(), house.rules()->book->parameter_name(text(first, "code")).en);
  EXPECT_NE(first.at("name").as_string(), first.at("code").as_string());
}

TEST_F(ViewsTest, ARateSaysItsFormulaAndBothOfItsNumbers) {
  accept(text(reported(), "number"));
  reported("resident-key-of-two");
  const json::object shown = read(view(kCoordinator, "figures/response"));
  EXPECT_EQ(shown.at("total").as_int64(), 2);
  EXPECT_EQ(shown.at("part").at("count").as_int64(), 1);
  EXPECT_EQ(shown.at("definition").at("formula").at("version").as_string(), "2026-11");
  const json::object times = read(view(kCoordinator, "figures/found_classified"));
  EXPECT_EQ(times.at("part").at("count").as_int64(), 1) << "one has been classified";
  EXPECT_TRUE(times.at("part").at("median_ms").is_null()) << "of one nothing is said";
}

TEST_F(ViewsTest, AForecastIsRefusedWhereThereIsTooLittle) {
  reported();
  const json::object outlook = read(view(kCoordinator, "figures/reports_ahead")).at("outlooks").at(0).as_object();
  EXPECT_NE(text(outlook, "refused").find("No forecast from fewer than 24 months"), std::string::npos);
  EXPECT_TRUE(outlook.at("months").as_array().empty());
}

TEST_F(ViewsTest, AForecastNamesItsMethodAndItsError) {
  play();
  const json::object made = read(view(kCoordinator, "figures/reports_ahead")).at("outlooks").at(0).as_object();
  EXPECT_EQ(text(made, "refused"), "");
  EXPECT_TRUE(made.at("method").is_string());
  EXPECT_TRUE(made.at("error").at("mae").is_double());
  ASSERT_EQ(made.at("months").as_array().size(), 6u);
  EXPECT_EQ(made.at("months").at(0).at("code").as_string(), "2026-03-01") << "the running month";
}

// field, fault and cure in the caller's language; one of each.
TEST_F(ViewsTest, WhatIsWrongIsNamedWithItsCure) {
  const auto refused = [&](const std::string& name, const std::vector<std::pair<std::string, std::string>>& parts) {
    const Answer answer = view(kCoordinator, name, parts);
    if (answer.status < 400) return std::to_string(answer.status);
    const json::object error = json::parse(answer.body).at("error").as_object();
    EXPECT_FALSE(text(error, "message").empty());
    return std::to_string(answer.status) + " " + text(error, "code") + " " + text(error, "field");
  };
  EXPECT_EQ(refused("nowhere/x", {}), "404 not_found desk");
  EXPECT_EQ(refused("district/nothing", {}), "404 not_found view");
  EXPECT_EQ(refused("district/by_step", {{"where", "owners == 'x'"}}), "422 not_a_choice where");
  EXPECT_EQ(refused("district/by_step", {{"where", "due > 3"}}), "400 malformed where");
  EXPECT_EQ(refused("district/by_step", {{"where", "owner == '张三'"}}), "400 malformed where");
  EXPECT_EQ(refused("district/by_step", {{"where", "due < date('2026-02-30')"}}), "422 impossible_time where");
  EXPECT_EQ(refused("district/by_step", {{"where", "['a'] == ['a']"}}), "400 malformed where");
  EXPECT_EQ(refused("district/by_step", {{"where", std::string(1600, ' ') + "final"}}), "422 too_long where");
  EXPECT_EQ(refused("district/open_reports", {{"where", std::string(1600, ' ') + "final"}}), "200") << "a list makes no conditions of it";
  EXPECT_EQ(refused("district/open_reports", {{"where", std::string(2001, ' ')}}), "422 too_long where");
  EXPECT_EQ(refused("district/by_step", {{"as", "matrix"}}), "422 not_a_choice as");
  EXPECT_EQ(refused("district/by_step", {{"sort", "owners"}}), "422 not_a_choice sort");
  EXPECT_EQ(refused("district/by_step", {{"day", "2026-02-25"}}), "422 unknown_field day");
  EXPECT_EQ(refused("district/due_this_week", {{"day", "2026-02-30"}}), "422 impossible_time day");
  EXPECT_EQ(refused("district/by_step", {{"q", "lamp"}}).substr(0, 3), "422");

  std::map<std::string, std::string> chinese{{"Authorization", "Bearer " + token(kCoordinator)}, {"Accept-Language", "zh-CN"}};
  const Answer answer = ask(service.port(), "GET", "/api/v1/views/district/by_step?where=owners", "", chinese);
  EXPECT_NE(answer.body.find("没有列“owners”"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find("请从中选择"), std::string::npos) << answer.body;
}

}  // namespace
}  // namespace shaoyin::http
