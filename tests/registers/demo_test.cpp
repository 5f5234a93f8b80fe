// The demonstration district as shipped: the page's figures, the partition, the gaps it names.
// rows: 42, 57 page: /desk/figures
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <random>

#include "core/geo/index.h"
#include "core/register/check.h"
#include "core/register/demo.h"
#include "core/register/locate.h"
#include "core/register/routing.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"

namespace shaoyin::registers {

namespace {

const std::string kFolder = SHAOYIN_SOURCE_DIR "/registers";
const Instant kNow = *parse_instant("2023-11-03 09:00");

const std::vector<Row>& demo() {
  static const std::vector<Row> rows = [] {
    Result<std::vector<Row>> read = toml_files::demo_rows(kFolder, 1);
    if (!read)
      ADD_FAILURE() << error_name(read.error().code) << ' ' << read.error().field << ' '
                    << read.error().detail;
    return read ? *read : std::vector<Row>{};
  }();
  return rows;
}

const std::shared_ptr<const Book>& book() {
  static const std::shared_ptr<const Book> built = Book::build(demo(), kNow);
  return built;
}

std::vector<geo::Polygon> polygons_of(const Book& of, GridKind kind) {
  std::vector<geo::Polygon> polygons;
  for (const auto& [code, grid] : of.grids()) {
    if (grid.kind == kind) polygons.push_back(grid.polygon);
  }
  return polygons;
}

}  // namespace

TEST(DemoDistrict, HasTheFiguresOfThePage) {
  EXPECT_TRUE(book()->faults().empty());
  EXPECT_EQ(book()->count_below("120103", GridKind::kStreet), 14);
  EXPECT_EQ(book()->count_below("120103", GridKind::kCommunity), 149);
  EXPECT_EQ(book()->count_below("120103004", GridKind::kAllPurpose), 150);
  EXPECT_EQ(book()->count_below("120103004", GridKind::kMicro), 1661);
  EXPECT_EQ(book()->count_below("120103004", GridKind::kDedicated), 62);
  EXPECT_EQ(book()->count_below("120103014", GridKind::kAllPurpose), 59);
  EXPECT_EQ(book()->count_below("120103014", GridKind::kMicro), 448);
  EXPECT_EQ(book()->count_below("120103014", GridKind::kDedicated), 36);
  int departments = 0;
  for (const auto& [code, unit] : book()->units()) departments += unit.kind == UnitKind::kDepartment ? 1 : 0;
  EXPECT_EQ(departments, 38);
  EXPECT_NE(book()->unit("organization-department"), nullptr);
  EXPECT_NE(book()->unit("publicity-department"), nullptr);
}

TEST(DemoDistrict, PassesItsOwnImportCheck) {
  const auto begin = std::chrono::steady_clock::now();
  const std::vector<Finding> found = check(demo(), kNow);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << demo().size() << " rows checked in " << took.count() << " s\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 10); ++i) {
    ADD_FAILURE() << found[i].reg << ' ' << found[i].code << ' ' << found[i].column << ": "
                  << found[i].reason.en;
  }
}

TEST(DemoDistrict, EveryCommunityHasAnOfficeAndEveryUnitThatActsALeader) {
  for (const auto& [code, grid] : book()->grids()) {
    if (grid.kind != GridKind::kCommunity) continue;
    const Unit* office = book()->unit(book()->office_of(code));
    ASSERT_NE(office, nullptr) << code;
    EXPECT_EQ(office->kind, UnitKind::kCommunityCommittee) << code;
    EXPECT_EQ(book()->unit(book()->above(office->code))->kind, UnitKind::kStreetOffice) << code;
  }
  for (const auto& [code, unit] : book()->units()) {
    if (unit.kind != UnitKind::kCommunityCommittee) {
      EXPECT_FALSE(book()->leader_of(code).empty()) << code;
    }
  }
}

TEST(DemoDistrict, EachKindFillsTheDistrictWithoutGapOrOverlap) {
  for (const std::uint64_t seed : {1u, 2u, 77u}) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const auto rows = toml_files::demo_rows(kFolder, seed);
    ASSERT_TRUE(rows.ok());
    const auto built = Book::build(*rows, kNow);
    const geo::Polygon& whole = built->grid("120103")->polygon;
    const geo::Box box = geo::box_of(whole);
    for (const GridKind kind : {GridKind::kStreet, GridKind::kCommunity, GridKind::kAllPurpose,
                                GridKind::kMicro, GridKind::kDedicated, GridKind::kPolice}) {
      const std::vector<geo::Polygon> polygons = polygons_of(*built, kind);
      std::int64_t sum = 0;
      for (const geo::Polygon& polygon : polygons) sum += geo::twice_area_units(polygon);
      EXPECT_EQ(sum, geo::twice_area_units(whole)) << grid_kind_name(kind) << ": not one unit is lost";
      const geo::Index index(polygons);
      std::mt19937 chance(static_cast<unsigned>(seed));
      for (int i = 0; i < 5'000; ++i) {
        const auto pick = [&](std::int32_t low, std::int32_t high) {
          return low + static_cast<std::int32_t>(chance() % static_cast<unsigned>(high - low));
        };
        const geo::Point point =
            geo::Point::of_units(pick(box.low.x(), box.high.x()), pick(box.low.y(), box.high.y()));
        ASSERT_EQ(index.at(point).size(), geo::contains(whole, point) ? 1u : 0u)
            << grid_kind_name(kind) << ' ' << point.lon() << ' ' << point.lat();
      }
    }
  }
}

TEST(DemoDistrict, EqualSeedsDrawEqualDistrictsAndOthersDoNot) {
  EXPECT_EQ(*toml_files::demo_rows(kFolder, 1), demo());
  EXPECT_NE(*toml_files::demo_rows(kFolder, 2), demo());
}

TEST(DemoDistrict, SaysOnEveryRowThatItIsSynthetic) {
  EXPECT_TRUE(book()->synthetic());
  for (const Row& row : demo()) ASSERT_EQ(row.columns.at("synthetic"), "true") << row.reg << ' ' << row.code;
}

TEST(DemoDistrict, NumbersGridsByTheNationalRule) {
  for (const auto& [code, grid] : book()->grids()) {
    if (grid.kind == GridKind::kAllPurpose) {
      ASSERT_EQ(code.size(), 15u) << code;
    }
    if (grid.kind == GridKind::kMicro) {
      ASSERT_EQ(code.size(), 17u) << code;
    }
    if (grid.kind == GridKind::kDedicated) {
      ASSERT_EQ(code.size(), 20u) << code;
    }
  }
}

TEST(DemoDistrict, ThePlacesOfThePageLieInTheirCommunities) {
  const Locator locator(book());
  for (const auto& [code, place] : book()->places()) {
    const auto point = geo::Point::check({place.lon, place.lat});
    ASSERT_TRUE(point.ok()) << code;
    const auto located = locator.locate(*point);
    ASSERT_TRUE(located.ok()) << code;
    EXPECT_EQ(located->path.front(), place.grid) << code;
    EXPECT_EQ(located->also.size(), 2u) << code << ": one dedicated, one police grid";
  }
  const Place& building = *book()->place("huizhong-jiayuan-13");
  EXPECT_EQ(building.delivered, 2012);
  EXPECT_EQ(book()->at_level(building.grid, GridKind::kStreet), "120103014");
  EXPECT_EQ(book()->find_places("崔榕园", 3).front()->code, "querong-park");
}

TEST(DemoDistrict, CoverageNamesItsGapsExactly) {
  const auto begin = std::chrono::steady_clock::now();
  const Coverage got = coverage(*book(), kNow);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << got.asked << " pairs covered in " << took.count() << " s\n";
  EXPECT_EQ(got.asked, 149 * book()->leaf_categories().size());
  std::map<std::string, int> gaps, doubles;
  for (const CoverageRow& row : got.gaps) {
    ++gaps[row.category];
    EXPECT_FALSE(row.note.zh.empty()) << row.category;
  }
  for (const CoverageRow& row : got.doubles) ++doubles[row.category];
  EXPECT_EQ(gaps, (std::map<std::string, int>{{"housing.septic.unmanaged", 149},
                                              {"utilities.cables.ownerless", 149},
                                              {"utilities.reclaimed.compound-pipe", 149}}));
  EXPECT_EQ(doubles, (std::map<std::string, int>{{"environment.noise.square-dance", 149}}));
}

TEST(DemoDistrict, TheBurstReclaimedPipeIsNobodysUntilItIsRuledOn) {
  const Place& building = *book()->place("huizhong-jiayuan-13");
  const Question question{.place = building.grid,
                          .category = "utilities.reclaimed.compound-pipe",
                          .object_owner = {},
                          .at = kNow,
                          .manager = building.manager};
  const Routing before = route(*book(), question);
  EXPECT_TRUE(before.contested);
  EXPECT_EQ(before.ask,
            (std::vector<PartyCode>{"property-huizhong", "reclaimed-water-company", "water-company"}));
  std::vector<Row> rows = demo();
  rows.push_back({"precedent",
                  "k1",
                  1,
                  *parse_instant("2023-01-01"),
                  {},
                  {{"object", "utilities.reclaimed.compound-pipe"},
                   {"area", "120103"},
                   {"unit", "reclaimed-water-company"},
                   {"decided", "2023-03-01T08:00:00Z"},
                   {"matter", "1"}}});
  const Routing after = route(*Book::build(rows, kNow), question);
  EXPECT_EQ(after.unit, "reclaimed-water-company");
  EXPECT_EQ(after.precedent, "k1");
}

TEST(DemoDistrict, TheFiveFaultsOfTheParkHaveFiveOwners) {
  const Place& park = *book()->place("querong-park");
  std::set<PartyCode> owners;
  for (const char* category :
       {"cityscape.toilets.closed", "greening.sports.broken", "utilities.cables.telecom",
        "cityscape.bins.broken", "utilities.chargers.bike"}) {
    const Routing got = route(*book(), {park.grid, category, "", kNow, park.manager});
    EXPECT_FALSE(got.contested) << category;
    owners.insert(got.unit);
  }
  EXPECT_EQ(owners, (std::set<PartyCode>{"charging-company", "sanitation-company", "sports",
                                         "telecom-company", "urban-management"}));
}

TEST(DemoDistrict, ALeakFromAboveIsTheCommunitysAndHeatingTheHeatCompanys) {
  EXPECT_EQ(route(*book(), {"120103004004", "neighbours.leaks.above", "", kNow, ""}).unit,
            book()->office_of("120103004004"));
  EXPECT_EQ(
      route(*book(), {book()->place("qinghu-huayuan")->grid, "utilities.heating.none", "", kNow, ""}).unit,
      "heat-company");
}

TEST(DemoDistrict, NoRoleBothEditsRegistersAndReadsMatters) {
  auto rows = demo();
  toml_files::add_grants(*toml_files::read_grants(SHAOYIN_SOURCE_DIR "/procedures"), rows);  // as it is in force
  const auto in_force = Book::build(rows, kNow);
  for (const auto& [code, role] : in_force->roles()) {
    EXPECT_FALSE(role.verbs.contains("user.manage") && role.verbs.contains("matter.read")) << code;
    EXPECT_FALSE(role.verbs.contains("user.manage") && role.verbs.contains("history.read")) << code;
  }
  EXPECT_EQ(book()->role("auditor")->verbs,
            (std::set<std::string>{"history.read", "ledger.verify", "matter.read", "register.read"}));
  std::set<std::string> held;
  for (const auto& [code, person] : book()->people()) held.insert(person.role);
  EXPECT_EQ(held.size(), book()->roles().size()) << "somebody holds every role";
}

}  // namespace shaoyin::registers
