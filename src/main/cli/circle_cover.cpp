#include "main/cli/circle_cover.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "core/walk/coverage.h"
#include "main/cli/circle_network.h"
#include "main/cli/circle_tables.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

struct Cover {
  NetworkChoice network;
  std::string homes, facilities, out, by = "effort";
  double minutes = 15, speed = 1.2;
};

walk::Measure measure_of(const std::string& name) {
  if (name == "ground") return walk::Measure::kLength;
  if (name == "step-free") return walk::Measure::kStepFree;
  return name == "night" ? walk::Measure::kNight : walk::Measure::kEffort;
}

// Everything that is asked for, put on the network.
struct Placed {
  std::vector<std::string> areas, kinds;
  std::vector<walk::Place> homes;
  std::vector<walk::Residents> residents;             // like `homes`
  std::vector<std::uint64_t> off_network;             // people by area too far from any street
  std::vector<std::vector<walk::Place>> facilities;   // by kind
  std::vector<std::vector<walk::Seed>> seeds;
};

std::uint32_t number_of(std::map<std::string, std::uint32_t>& numbers, std::vector<std::string>& names, const std::string& name) {
  const auto [found, fresh] = numbers.emplace(name, static_cast<std::uint32_t>(names.size()));
  if (fresh) names.push_back(name);
  return found->second;
}

// Homes far from every street are counted, not guessed: nobody there has anything within a walk.
void place_homes(const std::vector<HomeRow>& rows, const walk::Network& network, const walk::Snapper& snapper, const std::vector<walk::Distance>& weights, Placed& placed) {
  std::map<std::string, std::uint32_t> numbers;
  for (const HomeRow& row : rows) {
    const std::uint32_t area = number_of(numbers, placed.areas, row.area);
    placed.off_network.resize(placed.areas.size(), 0);
    const auto place = snapper.snap(row.at);
    const auto ends = place ? walk::seeds_of(network, *place, weights[place->segment]) : std::vector<walk::Seed>{};
    if (ends.empty()) {
      placed.off_network[area] += row.people;
      continue;
    }
    placed.homes.push_back(*place);
    placed.residents.push_back({.at = ends[0], .or_at = ends.size() > 1 ? ends[1] : walk::Seed{0, walk::kFar}, .area = area, .people = {row.people}});
  }
}

Status place_facilities(const std::vector<FacilityRow>& rows, const walk::Network& network, const walk::Snapper& snapper, const std::vector<walk::Distance>& weights, Placed& placed) {
  std::map<std::string, std::uint32_t> numbers;
  for (const FacilityRow& row : rows) {
    const auto place = snapper.snap(row.at);
    if (!place) {
      return fault(ErrorCode::kOutsideDistrict, "facilities row " + std::to_string(row.number), row.kind,
                   {fmt::format("设施表第 {} 行：{:.0f} 米内没有可走的街道，请核对坐标与坐标系", row.number, walk::kGapMax_m), fmt::format("Row {} of the facilities: no street to walk on within {:.0f} m; look at its coordinates and their datum", row.number, walk::kGapMax_m)});
    }
    const std::uint32_t kind = number_of(numbers, placed.kinds, row.kind);
    placed.facilities.resize(placed.kinds.size()), placed.seeds.resize(placed.kinds.size());
    placed.facilities[kind].push_back(*place);
    for (const walk::Seed& end : walk::seeds_of(network, *place, weights[place->segment])) placed.seeds[kind].push_back(end);
  }
  if (placed.kinds.size() <= walk::KindTable::kKindsMax) return {};
  const std::string most = std::to_string(walk::KindTable::kKindsMax);
  return fault(ErrorCode::kTooLarge, "facilities", most, {"一次最多 " + most + " 类设施，请分几次计算", "At most " + most + " kinds at once; ask for them in several runs"});
}

int write_coverage(const Context& context, const Cover& what, const Placed& placed, const walk::Coverage& coverage) {
  std::ofstream out(what.out, std::ios::binary);
  out << "area,kind,people,covered,off_network\n";
  for (std::uint32_t area = 0; area < placed.areas.size(); ++area) {
    const std::uint64_t people = coverage.people(area, 0) + placed.off_network[area];
    for (std::uint32_t kind = 0; kind < placed.kinds.size(); ++kind) {
      out << fmt::format("{},{},{},{},{}\n", as_cell(placed.areas[area]), as_cell(placed.kinds[kind]), people, coverage.covered(area, 0, kind), placed.off_network[area]);
    }
  }
  out.close();
  return out ? kOk : fail(context, fault(ErrorCode::kStorage, what.out, what.out));
}

int run_cover(const Context& context, const Cover& what) {
  const auto read = read_network(what.network);
  if (!read) return fail(context, read.error());
  const auto homes = read_homes(what.homes);
  if (!homes) return fail(context, homes.error());
  const auto facilities = read_facility_points(what.facilities);
  if (!facilities) return fail(context, facilities.error());

  const std::vector<walk::Distance> weights = walk::weights_of(read->network, measure_of(what.by));
  const walk::Snapper snapper(read->network);
  Placed placed;
  place_homes(*homes, read->network, snapper, weights, placed);
  if (const Status put = place_facilities(*facilities, read->network, snapper, weights, placed); !put.ok()) return fail(context, put.error());

  const Result<walk::Hierarchy> hierarchy = walk::Hierarchy::of(read->network, walk::order_of(read->network));
  if (!hierarchy) return fail(context, hierarchy.error());
  const walk::Metric metric = walk::customise(*hierarchy, weights);
  walk::KindTable table;
  table.sweep(*hierarchy, metric, placed.seeds);
  walk::Coverage coverage(*hierarchy, placed.residents, static_cast<std::uint32_t>(placed.areas.size()));
  coverage.set_beside(walk::besides_of(read->network, weights, placed.homes, placed.facilities));
  walk::Reaches reaches{};
  reaches[0].fill(walk::walked_in(what.minutes, what.speed));
  coverage.count(table, reaches);
  if (const int code = write_coverage(context, what, placed, coverage); code != kOk) return code;
  if (!context.json) return say_network(context, *read), kOk;
  json::object told = about(*read);
  told["areas"] = placed.areas.size(), told["kinds"] = placed.kinds.size();
  std::cout << json::serialize(told) << "\n";
  return kOk;
}

}  // namespace

void add_cover(CLI::App& group, Context& context) {
  auto what = std::make_shared<Cover>();
  CLI::App* command = add_command(group, context, "cover", {"各片区有多少人在步行范围内有各类设施", "How many people of each area have each kind of facility within a walk"},
                                  "shaoyin circle cover --pbf city.osm.pbf --homes homes.csv --facilities facilities.csv --minutes 15 --out covered.csv");
  add_network_options(*command, context, what->network);
  command->add_option("--homes", what->homes, context.say("住处表：area,lat,lon,people", "a table area,lat,lon,people"))->required();
  command->add_option("--facilities", what->facilities, context.say("设施表：kind,lat,lon", "a table kind,lat,lon"))->required();
  command->add_option("--minutes", what->minutes, context.say("步行分钟数", "minutes of walking"))->check(CLI::Range(0.0, 120.0));
  command->add_option("--speed", what->speed, context.say("步行速度，米/秒", "walking speed in metres a second"))->check(CLI::Range(0.1, 3.0));
  command->add_option("--by", what->by, context.say("effort 计入台阶、信号灯等；ground 只计路程；step-free 无台阶；night 夜间", "effort counts steps, signals and compounds; ground only the way; step-free; night"))
      ->check(CLI::IsMember({"effort", "ground", "step-free", "night"}));
  command->add_option("--out", what->out, context.say("输出：area,kind,people,covered,off_network", "written: area,kind,people,covered,off_network"))->required();
  command->callback([&context, what] { context.exit = run_cover(context, *what); });
}

}  // namespace shaoyin::cli
