#include "core/register/demo.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/geo/slice.h"
#include "core/register/columns.h"

namespace shaoyin::registers {

namespace {

// Small, and the same on every machine, which the standard distributions are not (splitmix64).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(next() >> 11) / 9'007'199'254'740'992.0;
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

struct Micro {
  std::string code;
  geo::Outline outline;
};

struct AllPurpose {
  int micros = 0;
  geo::Outline outline;
  std::string code;
  std::vector<Micro> inside;
};

struct Community {
  std::size_t row = 0;  // in base
  int dedicated = 0;
  geo::Outline outline;
  std::vector<AllPurpose> grids;
};

struct Street {
  std::size_t row = 0;
  int all_purpose = 0, micro = 0, dedicated = 0;
  geo::Outline outline;
  std::vector<Community> communities;
};

// What a dedicated grid is drawn around, with the first two digits of its code. Our own list.
const std::array<Words, 6>& dedicated_objects() {
  static const std::array<Words, 6> names{{{"校园", "campus"},
                                           {"商务楼宇", "office buildings"},
                                           {"市场商圈", "market"},
                                           {"公园绿地", "park"},
                                           {"医疗机构", "hospital"},
                                           {"建设工地", "building site"}}};
  return names;
}

constexpr std::size_t kSampleCompounds = 2;  // a community
constexpr std::size_t kSampleBuildings = 4;  // a compound; enough to choose from, few enough to read
constexpr double kUneven = 0.25;             // how much parts of one whole differ in size

std::vector<int> share_out(int total, std::size_t n, int most, Chance& chance) {
  const int count = static_cast<int>(n);
  std::vector<int> shares(n, total / count);
  for (int i = 0; i < total % count; ++i) ++shares[static_cast<std::size_t>(i)];
  for (std::size_t i = 0; i < 2 * n; ++i) {  // some give, some take; the sum stays
    int& from = shares[chance.below(n)];
    int& to = shares[chance.below(n)];
    if (&from != &to && from > 1 + total / count / 2 && to < most) --from, ++to;
  }
  return shares;
}

// 西向东、北向南: rows from north to south, in each from west to east.
std::vector<std::size_t> numbering(const std::vector<geo::Point>& centres) {
  std::vector<std::size_t> order(centres.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return centres[a].y() > centres[b].y(); });
  const std::size_t rows = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(order.size()))));
  const std::size_t in_row = (order.size() + rows - 1) / std::max<std::size_t>(rows, 1);
  for (std::size_t from = 0; from < order.size(); from += in_row) {
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(from + in_row, order.size()));
    std::stable_sort(begin, end,
                     [&](std::size_t a, std::size_t b) { return centres[a].x() < centres[b].x(); });
  }
  return order;
}

class Drawing {
 public:
  Drawing(const std::vector<Row>& base, std::uint64_t seed)
      : rows_(base), chance_(seed), slicer_(geo::Point{}) {}

  Result<std::vector<Row>> draw() {
    if (Status read = read_district(); !read) return read.error();
    for (Street& street : streets_) {
      if (Status shared = share(street); !shared) return shared.error();
    }
    cut_streets();
    for (Street& street : streets_) cut_communities(street);
    write_base();
    put_places();
    write_samples();
    return std::move(rows_);
  }

 private:
  Status read_district() {
    std::map<std::string, std::size_t> street_of;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      if (row.reg == "unit" && is_true(row, "runs_samples")) managers_.push_back(row.code);
      if (row.reg != "grid") continue;
      if (column(row, "kind") == "district") district_ = i;
      if (column(row, "kind") == "street")
        street_of[row.code] = streets_.size(), streets_.push_back(street_at(i));
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].reg != "grid" || column(rows_[i], "kind") != "community") continue;
      const auto found = street_of.find(column(rows_[i], "parent"));
      if (found == street_of.end())
        return fault(ErrorCode::kRegisterFault, rows_[i].code, "its subdistrict is not there");
      streets_[found->second].communities.push_back({.row = i});
    }
    return read_outline();
  }

  Status read_outline() {
    if (!district_) return fault(ErrorCode::kRegisterFault, "district", "no row of kind district");
    const Row& row = rows_[*district_];
    const Result<geo::Polygon> polygon = geo::parse_polygon(column(row, "polygon"));
    if (!polygon) return fault(ErrorCode::kRegisterFault, row.code, polygon.error().detail);
    slicer_ = geo::Slicer(polygon->rings.front().front());
    outline_ = slicer_.outline_of(polygon->rings.front());
    return {};
  }

  Street street_at(std::size_t row) const {
    const auto count = [&](const char* name) {
      return static_cast<int>(number_of(column(rows_[row], name), 0));
    };
    return {.row = row,
            .all_purpose = count("all_purpose_grids"),
            .micro = count("micro_grids"),
            .dedicated = count("dedicated_grids")};
  }

  // How many grids of each kind every community and grid gets.
  Status share(Street& street) {
    const std::size_t n = street.communities.size();
    const int needed = static_cast<int>(n);
    if (n == 0 || street.all_purpose < needed || street.dedicated < needed ||
        street.micro < street.all_purpose || street.micro > street.all_purpose * kMicroGridsMax) {
      return fault(ErrorCode::kRegisterFault, rows_[street.row].code, "counts cannot be shared out");
    }
    const std::vector<int> grids = share_out(street.all_purpose, n, 999, chance_);
    const std::vector<int> dedicated = share_out(street.dedicated, n, 99, chance_);
    const std::vector<int> micros =
        share_out(street.micro, static_cast<std::size_t>(street.all_purpose), kMicroGridsMax, chance_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < n; ++i) {
      street.communities[i].dedicated = dedicated[i];
      for (int k = 0; k < grids[i]; ++k) street.communities[i].grids.push_back({.micros = micros[next++]});
    }
    return {};
  }

  double jitter() { return chance_.between(1 - kUneven, 1 + kUneven); }

  // Parts in proportion to the micro-grids they will hold, so that micro-grids come out about equal.
  void cut_streets() {
    std::vector<geo::Part> parts;
    for (const Street& street : streets_) {
      const Row& row = rows_[street.row];
      const auto centre =
          geo::Point::check({number_of(column(row, "lon"), 0), number_of(column(row, "lat"), 0)});
      parts.push_back(
          {static_cast<double>(street.micro), centre ? slicer_.corner_near(*centre) : geo::Corner{}});
    }
    const std::vector<geo::Outline> shapes = slicer_.cut(outline_, parts);
    for (std::size_t i = 0; i < streets_.size(); ++i) streets_[i].outline = shapes[i];
  }

  void cut_communities(Street& street) {
    std::vector<geo::Part> parts;
    for (const Community& community : street.communities) {
      double micros = 0;
      for (const AllPurpose& grid : community.grids) micros += grid.micros;
      parts.push_back({micros, {}});
    }
    const std::vector<geo::Outline> shapes = slicer_.cut(street.outline, parts);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      street.communities[i].outline = shapes[i];
      cut_grids(street.communities[i]);
    }
  }

  void cut_grids(Community& community) {
    std::vector<geo::Part> parts;
    for (const AllPurpose& grid : community.grids) parts.push_back({static_cast<double>(grid.micros), {}});
    const std::vector<geo::Outline> shapes = slicer_.cut(community.outline, parts);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      community.grids[i].outline = shapes[i];
      for (const geo::Outline& shape : slicer_.cut(shapes[i], uneven_parts(community.grids[i].micros))) {
        community.grids[i].inside.push_back({{}, shape});
      }
    }
    dedicated_.push_back(slicer_.cut(community.outline, uneven_parts(community.dedicated)));
    const int police = std::clamp(static_cast<int>(community.grids.size()) / 5, 1, 3);
    police_.push_back(slicer_.cut(community.outline, uneven_parts(police)));
  }

  std::vector<geo::Part> uneven_parts(int n) {
    std::vector<geo::Part> parts;
    for (int i = 0; i < n; ++i) parts.push_back({jitter(), {}});
    return parts;
  }

  void set_polygon(Row& row, const geo::Outline& outline) const {
    row.columns["polygon"] = geo::format_polygon(slicer_.polygon_of(outline));
    row.columns["synthetic"] = "true";
  }

  void write_base() {
    set_polygon(rows_[*district_], outline_);
    std::size_t number = 0;
    for (Street& street : streets_) {
      set_polygon(rows_[street.row], street.outline);
      for (Community& community : street.communities) {
        set_polygon(rows_[community.row], community.outline);
        write_grids(community);
        write_over(community, dedicated_[number], police_[number]);
        ++number;
      }
    }
  }

  Row grid_row(std::string code, const char* kind, const std::string& parent, Words name,
               const geo::Outline& outline) const {
    Row row{"grid", std::move(code), 1, rows_[*district_].valid_from, {}, {}};
    row.columns = {{"kind", kind},
                   {"parent", parent},
                   {"name_zh", name.zh},
                   {"name_en", name.en},
                   {"source", "synthetic"}};
    set_polygon(row, outline);
    return row;
  }

  std::vector<std::size_t> numbered(const std::vector<const geo::Outline*>& outlines) const {
    std::vector<geo::Point> centres;
    for (const geo::Outline* outline : outlines)
      centres.push_back(geo::point_inside(slicer_.polygon_of(*outline)));
    return numbering(centres);
  }

  void write_grids(Community& community) {
    const Row home = rows_[community.row];
    std::vector<const geo::Outline*> outlines;
    for (const AllPurpose& grid : community.grids) outlines.push_back(&grid.outline);
    int number = 0;
    for (const std::size_t i : numbered(outlines)) {
      AllPurpose& grid = community.grids[i];
      ++number;
      grid.code = fmt::format("{}{:03}", home.code, number);
      const Words name{fmt::format("{}第{}网格", column(home, "name_zh"), number),
                       fmt::format("{}, grid {}", column(home, "name_en"), number)};
      rows_.push_back(grid_row(grid.code, "all_purpose", home.code, name, grid.outline));
      write_micros(grid, name);
    }
  }

  void write_micros(AllPurpose& grid, const Words& of) {
    std::vector<const geo::Outline*> outlines;
    for (const Micro& micro : grid.inside) outlines.push_back(&micro.outline);
    int number = 0;
    for (const std::size_t i : numbered(outlines)) {
      ++number;
      grid.inside[i].code = fmt::format("{}{:02}", grid.code, number);
      const Words name{fmt::format("{}微网格{}", of.zh, number),
                       fmt::format("{}, micro-grid {}", of.en, number)};
      rows_.push_back(grid_row(grid.inside[i].code, "micro", grid.code, name, grid.inside[i].outline));
    }
  }

  // Dedicated and police grids lie over the others.
  void write_over(const Community& community, const std::vector<geo::Outline>& dedicated,
                  const std::vector<geo::Outline>& police) {
    const Row home = rows_[community.row];
    int number = 0;
    for (const geo::Outline& outline : dedicated) {
      const std::size_t object = chance_.below(dedicated_objects().size());
      const Words& what = dedicated_objects()[object];
      ++number;
      // 6 digits of the object (2 class + 4 number), 6+3+3 of the community, 2 of the part; after CJ/T
      // 349-2010.
      const std::string code = fmt::format("{:02}{:04}{}00", object + 1, ++objects_[object], home.code);
      rows_.push_back(
          grid_row(code, "dedicated", home.code,
                   {fmt::format("{}专属网格{}（{}）", column(home, "name_zh"), number, what.zh),
                    fmt::format("{}, dedicated grid {} ({})", column(home, "name_en"), number, what.en)},
                   outline));
    }
    number = 0;
    for (const geo::Outline& outline : police) {
      ++number;
      rows_.push_back(grid_row(fmt::format("{}J{:02}", home.code, number), "police", home.code,
                               {fmt::format("{}警务网格{}", column(home, "name_zh"), number),
                                fmt::format("{}, police grid {}", column(home, "name_en"), number)},
                               outline));
    }
  }

  const Community* community_of(const std::string& code) const {
    for (const Street& street : streets_) {
      for (const Community& community : street.communities) {
        if (rows_[community.row].code == code) return &community;
      }
    }
    return nullptr;
  }

  void put(Row& row, const Micro& micro) const {
    const geo::Point point = geo::point_inside(slicer_.polygon_of(micro.outline));
    row.columns["grid"] = micro.code;
    row.columns["lon"] = fmt::format("{:.7f}", point.lon());
    row.columns["lat"] = fmt::format("{:.7f}", point.lat());
    row.columns["synthetic"] = "true";
  }

  // A compound takes one grid of its community; its buildings stand in that grid's micro-grids, one after
  // another.
  void put_places() {
    std::map<std::string, std::pair<const AllPurpose*, std::size_t>>
        stands;  // place -> grid and next free micro-grid
    for (const bool inner : {false, true}) {
      for (Row& row : rows_) {
        if (row.reg != "place" || column(row, "parent").empty() == inner) continue;
        const Community* community = community_of(column(row, "grid"));
        if (community == nullptr) continue;
        auto stand = inner ? stands.find(column(row, "parent")) : stands.end();
        if (stand == stands.end()) {
          const AllPurpose& grid = community->grids[chance_.below(community->grids.size())];
          stand = stands.emplace(row.code, std::pair{&grid, std::size_t{0}}).first;
        }
        auto& [grid, next] = stand->second;
        put(row, grid->inside[next++ % grid->inside.size()]);
      }
    }
  }

  void write_samples() {
    if (managers_.empty()) return;
    for (const Street& street : streets_) {
      for (const Community& community : street.communities) {
        for (std::size_t n = 1; n <= kSampleCompounds; ++n) write_compound(community, n);
      }
    }
  }

  void write_compound(const Community& community, std::size_t number) {
    const Row& home = rows_[community.row];
    const AllPurpose& grid = community.grids[chance_.below(community.grids.size())];
    const std::string code = fmt::format("sample-{}-{}", home.code, number);
    const Words name{fmt::format("{}示例小区{}", column(home, "name_zh"), number),
                     fmt::format("{}, sample compound {}", column(home, "name_en"), number)};
    const std::string manager = managers_[chance_.below(managers_.size())];
    const std::string delivered = std::to_string(1980 + chance_.below(40));
    for (std::size_t building = 0; building <= kSampleBuildings; ++building) {
      Row row{"place", code, 1, rows_[*district_].valid_from, {}, {}};
      row.columns = {{"name_zh", name.zh}, {"name_en", name.en},     {"kind", "compound"},
                     {"manager", manager}, {"delivered", delivered}, {"source", "synthetic"}};
      if (building > 0) {
        row.code += fmt::format("-{}", building);
        row.columns["kind"] = "building";
        row.columns["parent"] = code;
        row.columns["name_zh"] += fmt::format("{}号楼", building);
        row.columns["name_en"] += fmt::format(", building {}", building);
      }
      put(row, grid.inside[building % grid.inside.size()]);
      rows_.push_back(std::move(row));
    }
  }

  std::vector<Row> rows_;
  Chance chance_;
  geo::Slicer slicer_;
  std::optional<std::size_t> district_;
  geo::Outline outline_;
  std::vector<Street> streets_;
  std::vector<std::string> managers_;
  std::vector<std::vector<geo::Outline>> dedicated_, police_;  // by community, in order
  std::array<int, 6> objects_{};                               // dedicated grids so far, by what they are for
};

}  // namespace

Result<std::vector<Row>> draw_district(const std::vector<Row>& base, std::uint64_t seed) {
  return Drawing(base, seed).draw();
}

}  // namespace shaoyin::registers
