#include "core/geo/slice.h"

#include <gtest/gtest.h>

#include <random>

namespace shaoyin::geo {

namespace {

// A bent outline with a bay, none of its sides along the lattice.
Ring bay() {
  Ring ring;
  for (const auto& [lon, lat] : {std::pair{117.173, 39.101},
                                 {117.216, 39.116},
                                 {117.238, 39.089},
                                 {117.286, 39.076},
                                 {117.282, 39.059},
                                 {117.259, 39.056},
                                 {117.244, 39.049},
                                 {117.198, 39.070},
                                 {117.182, 39.066}}) {
    ring.push_back(*Point::check({lon, lat}));
  }
  return ring;
}

}  // namespace

TEST(Slicer, PutsCornersWithinTenCentimetres) {
  const Ring ring = bay();
  Slicer slicer(ring.front());
  const Polygon drawn = slicer.polygon_of(slicer.outline_of(ring));
  ASSERT_EQ(drawn.rings.front().size(), ring.size());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    EXPECT_LT(distance_m(ring[i], drawn.rings.front()[i]), 0.15);
  }
}

// However often a whole is cut, and by however many kinds: no square centimetre is lost or counted twice.
TEST(Slicer, CutsOfEveryKindAddUpToTheWholeExactly) {
  for (const std::uint32_t seed : {1u, 2u, 3u, 4u, 5u}) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937 chance(seed);
    const auto parts = [&] {
      std::vector<Part> result(2 + chance() % 40);
      for (Part& part : result) {
        part.weight = 1 + static_cast<double>(chance() % 5);
      }
      return result;
    };
    Slicer slicer(bay().front());
    const Outline whole = slicer.outline_of(bay());
    std::vector<std::pair<Outline, std::vector<Outline>>> cuts;
    for (int kind = 0; kind < 3; ++kind) {
      cuts.emplace_back(whole, slicer.cut(whole, parts()));
      for (const Outline& part : std::vector<Outline>(cuts.back().second)) {
        cuts.emplace_back(part, slicer.cut(part, parts()));
      }
    }
    for (const auto& [of, shapes] : cuts) {
      std::int64_t sum = 0;
      for (const Outline& shape : shapes) {
        sum += twice_area_units(slicer.polygon_of(shape));
      }
      ASSERT_EQ(sum, twice_area_units(slicer.polygon_of(of)));
    }
  }
}

TEST(Slicer, KeepsTheWeightsAboutRight) {
  Slicer slicer(bay().front());
  const Outline whole = slicer.outline_of(bay());
  const std::vector<Outline> shapes = slicer.cut(whole, {{1, {}}, {1, {}}, {2, {}}});
  const double all = area_m2(slicer.polygon_of(whole));
  EXPECT_NEAR(area_m2(slicer.polygon_of(shapes[0])) / all, 0.25, 0.05);
  EXPECT_NEAR(area_m2(slicer.polygon_of(shapes[2])) / all, 0.5, 0.05);
}

}  // namespace shaoyin::geo
