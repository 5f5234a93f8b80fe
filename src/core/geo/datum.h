// Between the coordinate systems people bring. Ours is WGS-84; CGCS2000 agrees with it to centimetres and is
// taken as the same. Chinese map services show GCJ-02 (shifted by some 500 m) or BD-09 (shifted once more).
//
// The shift is the published approximation that all map libraries share; its inverse is found by iteration
// and returns to within 0.5 m (in fact millimetres). Outside the rectangle of China nothing is shifted. Pure;
// threads: any.
#pragma once

#include "core/geo/point.h"

namespace shaoyin::geo {

enum class Datum { kWgs84, kCgcs2000, kGcj02, kBd09 };

[[nodiscard]] UncheckedPoint to_wgs84(UncheckedPoint point, Datum from);
[[nodiscard]] UncheckedPoint from_wgs84(UncheckedPoint point, Datum to);

}  // namespace shaoyin::geo
