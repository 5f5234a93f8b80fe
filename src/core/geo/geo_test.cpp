#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "core/geo/datum.h"
#include "core/geo/index.h"
#include "core/geo/polygon.h"

namespace shaoyin::geo {

namespace {

Polygon shape(const char* text) {
  Result<Polygon> polygon = parse_polygon(text);
  EXPECT_TRUE(polygon.ok()) << text;
  return polygon.ok() ? *polygon : Polygon{};
}

Point at(double lon, double lat) { return *Point::check({lon, lat}); }

constexpr const char* kSquare = "117.2 39,117.21 39,117.21 39.01,117.2 39.01";

}  // namespace

TEST(Point, RefusesWhatIsNoPlaceOnEarth) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double endless = std::numeric_limits<double>::infinity();
  for (const UncheckedPoint bad :
       {UncheckedPoint{180.1, 0}, {0, -90.1}, {nan, 39}, {117, nan}, {endless, 39}}) {
    const auto got = Point::check(bad);
    ASSERT_FALSE(got.ok());
    EXPECT_EQ(got.error().code, ErrorCode::kInvalidPoint);
  }
  EXPECT_EQ(at(117.2, 39.1).x(), 1'172'000'000);
}

TEST(Point, MeasuresADegreeOfTheMeridianAsTheSphereSays) {
  EXPECT_NEAR(distance_m(at(117, 39), at(117, 40)), 111'195, 1);
  EXPECT_NEAR(distance_m(at(117.2, 39), at(117.21, 39)), scale_at(39).east_m * 100'000, 0.01);
}

TEST(Polygon, ReadsAndWritesItselfBack) {
  const Polygon square = shape(kSquare);
  EXPECT_EQ(*parse_polygon(format_polygon(square)), square);
  EXPECT_EQ(format_polygon(square), kSquare);
  EXPECT_EQ(shape("117.2 39,117.21 39,117.21 39.01,117.2 39.01,117.2 39"), square)
      << "a closing point is dropped";
}

TEST(Polygon, RefusesTextThatIsNoArea) {
  for (const char* bad : {"", "117 39", "117 39,118 39", "117 39,118 39,119 39", "a b,c d,e f",
                          "117 39,118 39,118", "117 39,118 40,118 39,117 40", "117 39;118 39"}) {
    const auto got = parse_polygon(bad);
    ASSERT_FALSE(got.ok()) << bad;
    EXPECT_EQ(got.error().code, ErrorCode::kMalformed) << bad;
    EXPECT_EQ(got.error().field, "polygon");
  }
  EXPECT_EQ(parse_polygon("117 39,118 39,118 99").error().code, ErrorCode::kInvalidPoint);
}

TEST(Polygon, AHoleIsOutside) {
  const Polygon ring =
      shape("117 39,117.4 39,117.4 39.4,117 39.4;117.1 39.1,117.1 39.3,117.3 39.3,117.3 39.1");
  EXPECT_TRUE(contains(ring, at(117.05, 39.2)));
  EXPECT_FALSE(contains(ring, at(117.2, 39.2)));
  EXPECT_EQ(twice_area_units(ring), 2 * (4'000'000LL * 4'000'000 - 2'000'000LL * 2'000'000));
}

TEST(Polygon, ABorderPointBelongsToExactlyOneNeighbour) {
  const Polygon west = shape(kSquare);
  const Polygon east = shape("117.21 39,117.22 39,117.22 39.01,117.21 39.01");
  for (const double lat : {39.0, 39.0025, 39.005}) {
    EXPECT_EQ(contains(west, at(117.21, lat)) + contains(east, at(117.21, lat)), 1) << lat;
  }
}

TEST(Polygon, TellsHowFarTheBorderIs) {
  const Polygon square = shape(kSquare);
  EXPECT_NEAR(distance_to_boundary_m(square, at(117.2003, 39.005)),
              distance_m(at(117.2003, 39.005), at(117.2, 39.005)), 0.01);
  EXPECT_NEAR(distance_to_boundary_m(square, at(117.1997, 39.005)), 25.92, 0.05) << "from outside too";
}

TEST(Polygon, TheAreaOfOneHundredthDegreeSquare) {
  EXPECT_NEAR(area_m2(shape(kSquare)) / (distance_m(at(117.2, 39.005), at(117.21, 39.005)) * 1111.95), 1,
              1e-4);
}

TEST(Polygon, APointInsideIsInsideEvenOfAHorseshoe) {
  const Polygon shoe =
      shape("117 39,117.4 39,117.4 39.4,117.3 39.4,117.3 39.1,117.1 39.1,117.1 39.4,117 39.4");
  EXPECT_TRUE(contains(shoe, point_inside(shoe)));
}

TEST(Overlap, NeighboursShareNothingAndAShiftedCopySharesItsPart) {
  const Polygon west = shape(kSquare);
  const double whole = area_m2(west);
  EXPECT_EQ(overlap_m2(west, shape("117.21 39,117.22 39,117.22 39.01,117.21 39.01")), 0);
  EXPECT_NEAR(overlap_m2(west, west) / whole, 1, 1e-9);
  EXPECT_NEAR(overlap_m2(west, shape("117.2075 39,117.22 39,117.22 39.01,117.2075 39.01")) / whole, 0.25,
              1e-6);
  const Polygon shoe = shape(
      "117.2 39,117.21 39,117.21 39.01,117.208 39.01,117.208 39.002,117.202 39.002,117.202 39.01,117.2 "
      "39.01");
  EXPECT_NEAR(overlap_m2(west, shoe) / area_m2(shoe), 1, 1e-6);
}

TEST(Index, FindsWhatLookingAtEveryPolygonFinds) {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937 chance(seed);
    const auto any = [&](int below) { return static_cast<int>(chance() % static_cast<unsigned>(below)); };
    std::vector<Polygon> polygons(1);  // the empty one is never found
    for (int i = 0; i < 300; ++i) {
      const int x = any(100'000), y = any(100'000), w = 1 + any(9'000), h = 1 + any(9'000);
      polygons.push_back(
          {{{Point::of_units(x, y), Point::of_units(x + w, y), Point::of_units(x + w / 2, y + h)}}});
    }
    const Index index(polygons);
    for (int i = 0; i < 500; ++i) {
      const Point p = Point::of_units(any(110'000) - 1'000, any(110'000) - 1'000);
      std::vector<std::size_t> slow;
      for (std::size_t k = 0; k < polygons.size(); ++k) {
        if (contains(polygons[k], p)) slow.push_back(k);
      }
      EXPECT_EQ(index.at(p), slow);
    }
  }
}

// Vectors published with the open implementations (eviltransform, coordtransform).
TEST(Datum, AgreesWithThePublishedVectors) {
  const double known[][4] = {{121.5272106, 31.1774276, 121.531541859215, 31.17530398364597},
                             {113.912316, 22.543847, 113.9171764808363, 22.540796131694766},
                             {116.377817, 39.911954, 116.38404722455657, 39.91334545536069},
                             {116.404, 39.915, 116.41024449916938, 39.91640428150164}};
  for (const auto& row : known) {
    const UncheckedPoint got = from_wgs84({row[0], row[1]}, Datum::kGcj02);
    EXPECT_NEAR(got.lon, row[2], 1e-9);
    EXPECT_NEAR(got.lat, row[3], 1e-9);
  }
  const UncheckedPoint baidu = from_wgs84(to_wgs84({116.404, 39.915}, Datum::kGcj02), Datum::kBd09);
  EXPECT_NEAR(baidu.lon, 116.41036949371029, 1e-8);
  EXPECT_NEAR(baidu.lat, 39.92133699351021, 1e-8);
}

TEST(Datum, ThereAndBackIsWithinHalfAMetre) {
  std::mt19937 chance(7);
  std::uniform_real_distribution<double> lon(75, 134), lat(19, 52);
  for (int i = 0; i < 2'000; ++i) {
    const UncheckedPoint start{lon(chance), lat(chance)};
    for (const Datum datum : {Datum::kGcj02, Datum::kBd09, Datum::kCgcs2000}) {
      const UncheckedPoint back = to_wgs84(from_wgs84(start, datum), datum);
      ASSERT_LT(distance_m(at(start.lon, start.lat), at(back.lon, back.lat)), 0.5)
          << start.lon << ' ' << start.lat;
    }
  }
}

TEST(Datum, LeavesTheRestOfTheWorldAlone) {
  const UncheckedPoint boston = from_wgs84({-71.0589, 42.3601}, Datum::kGcj02);
  EXPECT_EQ(boston.lon, -71.0589);
  EXPECT_EQ(to_wgs84({-71.0589, 42.3601}, Datum::kGcj02).lat, 42.3601);
}

}  // namespace shaoyin::geo
