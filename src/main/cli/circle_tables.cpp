#include "main/cli/circle_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "edge/sheet/sheet.h"

namespace shaoyin::cli {
namespace {

using walk::Node;

Error bad_row(const char* zh, const char* en, std::int64_t row, ErrorCode code, const std::string& detail, const Words& cure) {
  return fault(code, std::string(en) + " row " + std::to_string(row), detail,
               {fmt::format("{}第 {} 行：{}", zh, row, cure.zh), fmt::format("Row {} of the {}: {}", row, en, cure.en)});
}

// Calls `take` with each row but the heading and remarks. `take` answers with an error, or success.
template <class Take>
Status each_row(const std::string& path, const std::string& heading, const Take& take) {
  const auto sheet = sheet::open_sheet(path);
  if (!sheet) return sheet.error();
  app::SheetRow row;
  while (true) {
    const Result<bool> more = (*sheet)->next(row);
    if (!more) return more.error();
    if (!*more) return {};
    if (row.cells[0] == heading || row.cells[0].starts_with('#')) continue;
    if (const Status taken = take(row); !taken.ok()) return taken.error();
  }
}

std::optional<double> number_in(const app::SheetRow& row, std::size_t column) {
  if (column >= row.cells.size()) return std::nullopt;
  const std::string& text = row.cells[column];
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

class Reading {
 public:
  explicit Reading(geo::Datum datum) : datum_(datum) {}

  Status take_node(const app::SheetRow& row) {
    const auto lat = number_in(row, 1), lon = number_in(row, 2);
    if (!lat || !lon) return node_fault(row, ErrorCode::kMalformed, "id,lat,lon", {"应为 id,lat,lon 三列，坐标为数字", "expected the columns id,lat,lon, coordinates as numbers"});
    const Result<geo::Point> at = geo::Point::check({*lon, *lat});
    if (!at) return node_fault(row, ErrorCode::kInvalidPoint, row.cells[1] + "," + row.cells[2], {"坐标不在地球上；纬度在前，经度在后", "no place on earth; latitude comes before longitude"});
    if (!node_of_.emplace(row.cells[0], static_cast<Node>(network_.nodes.size())).second) {
      return node_fault(row, ErrorCode::kMalformed, "id " + row.cells[0], {"编号“" + row.cells[0] + "”重复，请改为唯一编号", "the id \"" + row.cells[0] + "\" is there twice; give each node its own"});
    }
    network_.nodes.push_back(*geo::Point::check(geo::to_wgs84({*lon, *lat}, datum_)));
    return {};
  }

  Status take_edge(const app::SheetRow& row) {
    const auto length = number_in(row, 2);
    if (!length) return edge_fault(row, ErrorCode::kMalformed, "from,to,decimetres", {"应为 from,to,decimetres 三列（可加 seconds）", "expected the columns from,to,decimetres (and seconds, if known)"});
    if (*length < 0 || *length > kEdgeMax_dm) {
      return edge_fault(row, ErrorCode::kMalformed, row.cells[2], {fmt::format("长度应为 0 至 {:.0f} 分米", kEdgeMax_dm), fmt::format("a length is 0 to {:.0f} decimetres", kEdgeMax_dm)});
    }
    const auto seconds = row.cells.size() > 3 ? number_in(row, 3) : std::optional<double>(0);
    if (!seconds || *seconds < 0 || *seconds > kEdgeMax_dm) return edge_fault(row, ErrorCode::kMalformed, "seconds", {"秒数应为不小于 0 的数字，未知则留空该列", "seconds are a number not below 0; leave the column out if unknown"});
    for (std::size_t end = 0; end < 2; ++end) {
      if (!node_of_.contains(row.cells[end])) return edge_fault(row, ErrorCode::kUnknownReference, row.cells[end], {"节点表中没有“" + row.cells[end] + "”", "the nodes have no \"" + row.cells[end] + "\""});
    }
    const auto [a, b] = std::minmax(node_of_[row.cells[0]], node_of_[row.cells[1]]);
    const auto whole = static_cast<walk::Distance>(std::llround(*length)), effort = static_cast<walk::Distance>(std::llround(*seconds * walk::kWalkDmPerSecond));
    network_.segments.push_back({.a = a, .b = b, .length_dm = whole, .extra_dm = effort > whole + 1 ? effort - whole : 0});
    return {};
  }

  walk::Network finished() {
    const auto all = [](const walk::Segment& s) { return std::tuple(s.a, s.b, s.length_dm, s.extra_dm); };
    auto& segments = network_.segments;
    std::sort(segments.begin(), segments.end(), [&](const auto& x, const auto& y) { return all(x) < all(y); });
    segments.erase(std::unique(segments.begin(), segments.end(), [&](const auto& x, const auto& y) { return all(x) == all(y); }), segments.end());
    return std::move(network_);
  }

 private:
  static Error node_fault(const app::SheetRow& row, ErrorCode code, const std::string& detail, const Words& cure) { return bad_row("节点表", "nodes", row.number, code, detail, cure); }
  static Error edge_fault(const app::SheetRow& row, ErrorCode code, const std::string& detail, const Words& cure) { return bad_row("路段表", "edges", row.number, code, detail, cure); }

  const geo::Datum datum_;
  std::unordered_map<std::string, Node> node_of_;
  walk::Network network_;
};

}  // namespace

Result<walk::Network> read_network_tables(const std::string& nodes, const std::string& edges, geo::Datum datum) {
  Reading reading(datum);
  if (const Status read = each_row(nodes, "id", [&](const app::SheetRow& row) { return reading.take_node(row); }); !read.ok()) return read.error();
  if (const Status read = each_row(edges, "from", [&](const app::SheetRow& row) { return reading.take_edge(row); }); !read.ok()) return read.error();
  return reading.finished();
}

Result<geo::Polygon> read_outline(const std::string& path) {
  std::string corners;
  const Status read = each_row(path, "lon", [&](const app::SheetRow& row) -> Status {
    if (!number_in(row, 0) || !number_in(row, 1)) return bad_row("轮廓表", "outline", row.number, ErrorCode::kMalformed, "lon,lat", {"应为 lon,lat 两列数字", "expected two numbers lon,lat"});
    corners += (corners.empty() ? "" : ",") + row.cells[0] + " " + row.cells[1];
    return {};
  });
  if (!read.ok()) return read.error();
  return geo::parse_polygon(corners);
}

namespace {

Result<geo::Point> point_in(const app::SheetRow& row, const char* zh, const char* en) {
  const auto lat = number_in(row, 1), lon = number_in(row, 2);
  if (!lat || !lon) return bad_row(zh, en, row.number, ErrorCode::kMalformed, "lat,lon", {"第二、三列应为纬度和经度", "columns two and three are latitude and longitude"});
  const Result<geo::Point> at = geo::Point::check({*lon, *lat});
  if (!at) return bad_row(zh, en, row.number, ErrorCode::kInvalidPoint, row.cells[1] + "," + row.cells[2], {"坐标不在地球上；纬度在前，经度在后", "no place on earth; latitude comes before longitude"});
  return *at;
}

constexpr double kPeopleAtOnePointMax = 1'000'000;

}  // namespace

Result<std::vector<HomeRow>> read_homes(const std::string& path) {
  std::vector<HomeRow> homes;
  const Status read = each_row(path, "area", [&](const app::SheetRow& row) -> Status {
    const Result<geo::Point> at = point_in(row, "住处表", "homes");
    if (!at) return at.error();
    const auto people = number_in(row, 3);
    if (!people || *people < 0 || *people > kPeopleAtOnePointMax || *people != std::floor(*people)) {
      return bad_row("住处表", "homes", row.number, ErrorCode::kMalformed, "people", {"第四列人数应为 0 至 1000000 的整数", "column four, people, is a whole number from 0 to 1000000"});
    }
    homes.push_back({row.cells[0], *at, static_cast<std::uint32_t>(*people)});
    return {};
  });
  if (!read.ok()) return read.error();
  return homes;
}

Result<std::vector<FacilityRow>> read_facility_points(const std::string& path) {
  std::vector<FacilityRow> facilities;
  const Status read = each_row(path, "kind", [&](const app::SheetRow& row) -> Status {
    const Result<geo::Point> at = point_in(row, "设施表", "facilities");
    if (!at) return at.error();
    facilities.push_back({row.number, row.cells[0], *at});
    return {};
  });
  if (!read.ok()) return read.error();
  return facilities;
}

std::string as_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

}  // namespace shaoyin::cli
