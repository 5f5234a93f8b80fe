// A walking network from two tables, as a district's own survey or `circle export-network` has it:
// id,lat,lon and from,to,decimetres[,seconds]. Ids are any texts. Edges are walked both ways; a line and its reverse,
// as export-network writes them, are one way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/geo/datum.h"
#include "core/geo/polygon.h"
#include "core/walk/network.h"

namespace shaoyin::cli {

// Longer than this is no stretch between two junctions but a slip of the unit.
inline constexpr double kEdgeMax_dm = 1'000'000;

// Points are turned to WGS-84 from the datum they are said to be in. Errors, each naming table, row and cure, after which nothing is kept: kMalformed (columns, numbers, a negative or
// absurd length, an id twice), kInvalidPoint, kUnknownReference (an end), and those of sheet::open_sheet().
[[nodiscard]] Result<walk::Network> read_network_tables(const std::string& nodes, const std::string& edges, geo::Datum datum);

// Corners lon,lat, one a row; rows that begin with # are remarks. Errors of geo::parse_polygon().
[[nodiscard]] Result<geo::Polygon> read_outline(const std::string& path);

// People at a point, in WGS-84: area,lat,lon,people. Errors as above; people are whole numbers up to a million.
struct HomeRow {
  std::string area;
  geo::Point at;
  std::uint32_t people = 0;
};
[[nodiscard]] Result<std::vector<HomeRow>> read_homes(const std::string& path);

// kind,lat,lon, in WGS-84.
struct FacilityRow {
  std::int64_t number = 0;  // of the row
  std::string kind;
  geo::Point at;
};
[[nodiscard]] Result<std::vector<FacilityRow>> read_facility_points(const std::string& path);

// A text as a cell of CSV: quoted where it would break the line.
[[nodiscard]] std::string as_cell(const std::string& text);

}  // namespace shaoyin::cli
