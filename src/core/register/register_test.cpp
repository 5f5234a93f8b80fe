// A made-up district small enough to read: one street with two communities side by side.
#include <gtest/gtest.h>

#include "core/register/check.h"
#include "core/register/locate.h"
#include "core/register/routing.h"

namespace shaoyin::registers {

namespace {

const Instant kBegin = *parse_instant("2023-01-01");
const Instant kNow = *parse_instant("2023-03-01");

Row row(std::string reg, std::string code, std::map<std::string, std::string> columns) {
  columns.emplace("name_zh", code);
  columns.emplace("name_en", code);
  return {std::move(reg), std::move(code), 1, kBegin, {}, std::move(columns)};
}

Row grid(std::string code, std::string kind, std::string parent, std::string polygon = {},
         std::string office = {}) {
  return row("grid", std::move(code),
             {{"kind", std::move(kind)},
              {"parent", std::move(parent)},
              {"polygon", std::move(polygon)},
              {"office", std::move(office)}});
}

Row unit(std::string code, std::string kind, std::string area, std::string above = {}) {
  return row("unit", std::move(code),
             {{"kind", std::move(kind)}, {"area", std::move(area)}, {"above", std::move(above)}});
}

Row category(std::string code, std::string parent, std::string kind) {
  return row("category", std::move(code), {{"parent", std::move(parent)}, {"kind", std::move(kind)}});
}

Row rule(std::string code, std::string area, std::string category, std::string to, std::string owner = {}) {
  return row("route", std::move(code),
             {{"area", std::move(area)},
              {"category", std::move(category)},
              {"unit", std::move(to)},
              {"object_owner", std::move(owner)}});
}

constexpr const char* kWhole = "117.2 39,117.22 39,117.22 39.01,117.2 39.01";
constexpr const char* kWest = "117.2 39,117.21 39,117.21 39.01,117.2 39.01";
constexpr const char* kEast = "117.21 39,117.22 39,117.22 39.01,117.21 39.01";

std::vector<Row> small_district() {
  return {
      grid("120999", "district", "", kWhole, "centre"),
      grid("120999001", "street", "120999", kWhole, "street"),
      grid("120999001001", "community", "120999001", kWest, "west"),
      grid("120999001002", "community", "120999001", kEast, "east"),
      grid("120999001001001", "all_purpose", "120999001001", kWest),
      grid("120999001002001", "all_purpose", "120999001002", kEast),
      unit("centre", "district_office", "120999"),
      unit("street", "street_office", "120999001", "centre"),
      unit("west", "community_committee", "120999001001", "street"),
      unit("east", "community_committee", "120999001002", "street"),
      unit("water", "company", "120999", "centre"),
      unit("heat", "company", "120999", "centre"),
      unit("property", "company", "120999001001", "centre"),
      row("role", "clerk", {{"verbs", "matter.read matter.open"}}),
      row("person", "p1", {{"unit", "west"}, {"role", "clerk"}, {"area", "120999001001"}, {"leads", "true"}}),
      category("things", "", "part"),
      category("pipe", "things", "part"),
      category("lamp", "things", "part"),
      category("happenings", "", "event"),
      category("noise", "happenings", "event"),
      row("place", "park",
          {{"name_zh", "雀榕园"},
           {"aliases", "崔榕园|Que Park"},
           {"kind", "park"},
           {"grid", "120999001001001"}}),
      rule("r1", "120999", "happenings", "@community")};
}

std::vector<Row> with(std::vector<Row> rows, std::initializer_list<Row> more) {
  rows.insert(rows.end(), more);
  return rows;
}

Routing ask(const std::vector<Row>& rows, const char* place, const char* category, const char* owner = "") {
  return route(*Book::build(rows, kNow), {place, category, owner, kNow, "property"});
}

// The one finding that `rows` are expected to give.
Finding only(const std::vector<Row>& rows) {
  const std::vector<Finding> found = check(rows, kNow);
  EXPECT_EQ(found.size(), 1u);
  for (const Finding& finding : found) {
    EXPECT_FALSE(finding.reason.zh.empty() || finding.reason.en.empty() || finding.cure.zh.empty() ||
                 finding.cure.en.empty());
    if (found.size() > 1) ADD_FAILURE() << finding.kind << ' ' << finding.code << ' ' << finding.reason.en;
  }
  return found.empty() ? Finding{} : found.front();
}

TEST(Parameter, HoldsForAUnitWithARowOfItsOwnAndElseForAll) {
  std::vector<Row> rows = small_district();
  rows.push_back(row("parameter", "AID-LIMIT", {{"number", "2000"}}));
  rows.push_back(row("parameter", "AID-LIMIT@street", {{"number", "3000"}}));
  const auto book = Book::build(rows, kNow);
  EXPECT_EQ(book->parameter("AID-LIMIT", "street"), Value::number(3000));
  EXPECT_EQ(book->parameter("AID-LIMIT", "west"), Value::number(2000));
  EXPECT_FALSE(book->parameter("AID-TIMES", "west").known());
}

TEST(Parameter, ThatIsNoWholeNumberIsAFaultOfItsRow) {
  std::vector<Row> rows = small_district();
  rows.push_back(row("parameter", "AID-LIMIT", {{"number", "2,000"}}));
  const auto book = Book::build(rows, kNow);
  ASSERT_EQ(book->faults().size(), 1U);
  EXPECT_NE(book->faults()[0].find("AID-LIMIT"), std::string::npos);
}

}  // namespace

TEST(Book, KnowsTheWayFromAGridToTheDistrict) {
  const auto book = Book::build(small_district(), kNow);
  EXPECT_TRUE(book->faults().empty());
  EXPECT_EQ(book->path("120999001001001"),
            (std::vector<GridCode>{"120999001001001", "120999001001", "120999001", "120999"}));
  EXPECT_EQ(book->at_level("120999001001001", GridKind::kStreet), "120999001");
  EXPECT_EQ(book->office_of("120999001001001"), "west") << "a grid without an office has its community's";
  EXPECT_EQ(book->above("west"), "street");
  EXPECT_EQ(book->above("centre"), "centre");
  EXPECT_EQ(book->leader_of("west"), "p1");
  EXPECT_EQ(book->leader_of("east"), "");
  EXPECT_EQ(book->count_below("120999", GridKind::kAllPurpose), 2);
  EXPECT_TRUE(book->lies_in("120999001001001", "120999001"));
  EXPECT_FALSE(book->lies_in("120999001001001", "120999001002"));
  EXPECT_TRUE(book->path("nowhere").empty());
}

TEST(Book, FindsAPlaceByTheNewspapersSpelling) {
  const auto book = Book::build(small_district(), kNow);
  const auto found = book->find_places("崔榕园", 5);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front()->code, "park");
  EXPECT_TRUE(book->find_places("", 5).empty());
}

TEST(Book, ShowsTheVersionThatHeldOnTheDay) {
  std::vector<Row> rows = small_district();
  Row& old = rows[10];  // water
  old.valid_to = *parse_instant("2023-06-01");
  Row renamed = old;
  renamed.version = 2, renamed.valid_from = *old.valid_to, renamed.valid_to.reset();
  renamed.columns["name_en"] = "Water Works";
  rows.push_back(renamed);
  EXPECT_EQ(Book::build(rows, kNow)->unit("water")->name.en, "water");
  EXPECT_EQ(Book::build(rows, renamed.valid_from)->unit("water")->name.en, "Water Works");
  EXPECT_EQ(Book::build(rows, *parse_instant("2022-12-31"))->unit("water"), nullptr);
  EXPECT_TRUE(check(rows, kNow).empty());
}

TEST(Book, LeavesOutARowItCannotReadAndSaysSo) {
  const auto book = Book::build(with(small_district(), {unit("odd", "ministry", "120999")}), kNow);
  EXPECT_EQ(book->unit("odd"), nullptr);
  ASSERT_EQ(book->faults().size(), 1u);
  EXPECT_EQ(book->faults().front(), "unit odd: kind \"ministry\" is not known");
}

TEST(Check, ASoundDistrictHasNoFindings) { EXPECT_TRUE(check(small_district(), kNow).empty()); }

TEST(Check, RefusesAnOrphanGrid) {
  const Finding found =
      only(with(small_district(), {grid("120999001009001", "all_purpose", "120999001009")}));
  EXPECT_EQ(found.kind, "orphan");
  EXPECT_EQ(found.column, "parent");
  EXPECT_EQ(found.row, small_district().size());
}

TEST(Check, RefusesAGridStraightUnderAStreet) {
  const std::vector<Finding> found =
      check(with(small_district(), {grid("120999001000001", "all_purpose", "120999001")}), kNow);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().kind, "wrong_level");
  EXPECT_EQ(found.front().reason.en, "an all-purpose grid cannot lie straight under a subdistrict");
}

TEST(Check, RefusesANameWithMarksThatNobodySees) {
  for (const std::string name : {"\u3000", "西\u200b区", "\u202e西区"}) {
    std::vector<Row> rows = small_district();
    rows[6].columns["name_zh"] = name;
    EXPECT_EQ(only(rows).kind, "hidden") << name;
  }
}

TEST(Check, RefusesAWrongCode) {
  for (const char* bad : {"12099900100100", "120999001002002", "12099900100100X"}) {
    EXPECT_EQ(only(with(small_district(), {grid(bad, "all_purpose", "120999001001")})).kind, "wrong_code")
        << bad;
  }
}

TEST(Check, RefusesOverlapAndGapWithinAKindButNotAcrossKinds) {
  std::vector<Row> rows = small_district();
  rows.push_back(grid("120999001001J01", "police", "120999001001", kWest));
  EXPECT_TRUE(check(rows, kNow).empty()) << "kinds lie over each other";
  std::vector<Row> over = rows;
  over.push_back(grid("120999001001002", "all_purpose", "120999001001",
                      "117.2 39,117.205 39,117.205 39.005,117.2 39.005"));
  EXPECT_EQ(check(over, kNow).front().kind, "overlap");
  rows[4].columns["polygon"] = "117.2 39,117.209 39,117.209 39.01,117.2 39.01";
  const Finding open = only(rows);
  EXPECT_EQ(open.kind, "gap");
  EXPECT_EQ(open.code, "120999001001");
  EXPECT_NE(open.reason.en.find("m² belong to no all-purpose grid"), std::string::npos) << open.reason.en;
}

TEST(Check, RefusesAreasThatReachOutOfTheirParent) {
  std::vector<Row> rows = small_district();
  rows[4].columns["polygon"] = "117.199 39,117.21 39,117.21 39.01,117.199 39.01";
  EXPECT_EQ(only(rows).kind, "overlap");
}

TEST(Check, RefusesACycleOfUnits) {
  std::vector<Row> rows = small_district();
  rows[6].columns["above"] = "west";  // centre -> west -> street -> centre
  const std::vector<Finding> found = check(rows, kNow);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found.front().kind, "cycle");
}

TEST(Check, RefusesUnknownUnitsRolesAndCategories) {
  EXPECT_EQ(only(with(small_district(), {unit("u", "company", "120999", "nobody")})).column, "above");
  EXPECT_EQ(only(with(small_district(),
                      {row("person", "p2", {{"unit", "west"}, {"role", "king"}, {"area", "120999"}})}))
                .column,
            "role");
  EXPECT_EQ(only(with(small_district(), {rule("r2", "120999", "dragons", "water")})).column, "category");
  EXPECT_EQ(only(with(small_district(), {small_district()[10]})).kind, "duplicate");
  EXPECT_EQ(only(with(small_district(), {unit("odd", "ministry", "120999")})).kind, "fault");
}

TEST(Routing, AnEventGoesByPlaceFirst) {
  const Routing got = ask(small_district(), "120999001002001", "noise", "water");
  EXPECT_EQ(got.unit, "east");
  EXPECT_FALSE(got.contested);
  EXPECT_EQ(got.route, "r1");
  ASSERT_EQ(got.steps.size(), 2u);
  EXPECT_EQ(got.steps[0].text.en, "No earlier ruling covers this");
  EXPECT_TRUE(got.steps[1].decided);
}

TEST(Routing, APartGoesToItsOwnerFirst) {
  const std::vector<Row> rows = with(small_district(), {rule("r2", "120999001001", "pipe", "water")});
  EXPECT_EQ(ask(rows, "120999001001001", "pipe", "heat").unit, "heat");
  EXPECT_EQ(ask(rows, "120999001001001", "pipe").unit, "water") << "no owner known: by place";
}

TEST(Routing, TheDeepestGridThenTheDeepestCategoryWins) {
  const std::vector<Row> rows =
      with(small_district(),
           {rule("a", "120999", "pipe", "heat"), rule("b", "120999001", "things", "water"),
            rule("c", "120999001001", "things", "property"), rule("d", "120999001001", "pipe", "street")});
  EXPECT_EQ(ask(rows, "120999001001001", "pipe").unit, "street");
  EXPECT_EQ(ask(rows, "120999001001001", "lamp").unit, "property");
  EXPECT_EQ(ask(rows, "120999001002001", "pipe").unit, "water")
      << "the street's row is deeper than the district's";
}

TEST(Routing, EqualRowsAreADoubleAndContested) {
  const Routing got =
      ask(with(small_district(), {rule("a", "120999", "pipe", "heat"), rule("b", "120999", "pipe", "water")}),
          "120999001001001", "pipe");
  EXPECT_TRUE(got.contested);
  EXPECT_EQ(got.unit, "");
  EXPECT_EQ(got.ask, (std::vector<PartyCode>{"heat", "water"}));
  EXPECT_EQ(got.steps.back().rule, "double");
}

TEST(Routing, WhatIsOnRecordAsNobodysIsContestedAndNamesWhomToCall) {
  Row gap = rule("gap", "120999", "pipe", "");
  gap.columns["ask"] = "@manager water nobody";
  gap.columns["note_en"] = "inside compounds";
  const Routing got = ask(with(small_district(), {gap}), "120999001001001", "pipe");
  EXPECT_TRUE(got.contested);
  EXPECT_EQ(got.ask, (std::vector<PartyCode>{"property", "water"}));
  EXPECT_EQ(got.steps.back().text.en, "The route table says nobody owns this yet: inside compounds");
}

TEST(Routing, APrecedentRoutesTheNextOneAndSaysSo) {
  const Row ruled = row("precedent", "k1",
                        {{"object", "pipe"},
                         {"area", "120999"},
                         {"unit", "water"},
                         {"decided", "2023-02-20T08:00:00Z"},
                         {"matter", "77"}});
  const std::vector<Row> rows = with(small_district(), {rule("gap", "120999", "pipe", ""), ruled});
  const Routing got = ask(rows, "120999001001001", "pipe");
  EXPECT_EQ(got.unit, "water");
  EXPECT_EQ(got.precedent, "k1");
  EXPECT_EQ(got.steps.front().text.en, "By the ruling of 2023-02-20: \"pipe\" in 120999 is for water");
  const Routing before =
      route(*Book::build(rows, kNow), {"120999001001001", "pipe", "", *parse_instant("2023-02-01"), ""});
  EXPECT_TRUE(before.contested) << "a ruling does not reach back";
}

TEST(Routing, UnknownPlaceOrCategoryIsContestedAndSaysWhich) {
  EXPECT_EQ(ask(small_district(), "nowhere", "noise").steps.back().rule, "unknown");
  EXPECT_TRUE(ask(small_district(), "120999001001001", "").contested);
  EXPECT_EQ(ask(small_district(), "120999001001001", "pipe").steps.back().rule, "none");
}

TEST(Coverage, NamesEveryGapAndEveryDouble) {
  const auto book = Book::build(with(small_district(), {rule("a", "120999001001", "pipe", "heat"),
                                                        rule("b", "120999001001", "pipe", "water")}),
                                kNow);
  const Coverage got = coverage(*book, kNow);
  EXPECT_EQ(got.asked, 6u);
  ASSERT_EQ(got.doubles.size(), 1u);
  EXPECT_EQ(got.doubles.front().routes, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(got.gaps.size(), 3u);
  EXPECT_EQ(got.gaps[0].category, "lamp");
  EXPECT_EQ(got.gaps[1].area, "120999001002");
}

TEST(Locator, SaysWhereAPointLiesAndAsksNearTheBorder) {
  const Locator locator(Book::build(small_district(), kNow));
  const auto deep = locator.locate(*geo::Point::check({117.205, 39.005}));
  ASSERT_TRUE(deep.ok());
  EXPECT_EQ(deep->path.front(), "120999001001001");
  EXPECT_FALSE(deep->ask_confirm);
  const auto near = locator.locate(*geo::Point::check({117.2098, 39.005}));  // some 17 m from the border
  EXPECT_TRUE(near->ask_confirm);
  EXPECT_EQ(near->other, "120999001002");
  const auto just_off = locator.locate(*geo::Point::check({117.2096, 39.005}));  // some 35 m
  EXPECT_FALSE(just_off->ask_confirm);
  EXPECT_EQ(locator.locate(*geo::Point::check({117.3, 39.005})).error().code, ErrorCode::kOutsideDistrict);
}

TEST(Locator, WhatIsCloseDoesNotEndAtABorder) {
  const Locator locator(Book::build(small_district(), kNow));
  const auto within_50_m = [&](double lon) { return locator.smallest_within(*geo::Point::check({lon, 39.005}), 50); };
  EXPECT_EQ(within_50_m(117.2096), (std::vector<GridCode>{"120999001001001", "120999001002001"})) << "some 35 m from the border";
  EXPECT_EQ(within_50_m(117.205), (std::vector<GridCode>{"120999001001001"}));
  EXPECT_TRUE(within_50_m(117.3).empty());
}

}  // namespace shaoyin::registers
