// circle export-network, nearest, cover, bench: the engine on a map file, for checks by others. Need no data folder.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <charconv>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "core/walk/sweep.h"
#include "edge/sheet/sheet.h"
#include "main/cli/circle_cover.h"
#include "main/cli/circle_figures.h"
#include "main/cli/circle_network.h"
#include "main/cli/circle_tables.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

struct Export { NetworkChoice network; std::string nodes, edges; };

int write_nodes(const Context& context, const std::string& path, const walk::Network& network) {
  std::ofstream out(path, std::ios::binary);
  out << "id,lat,lon\n";
  for (std::size_t i = 0; i < network.nodes.size(); ++i) out << fmt::format("{},{:.7f},{:.7f}\n", i, network.nodes[i].lat(), network.nodes[i].lon());
  out.close();
  return out ? kOk : fail(context, fault(ErrorCode::kStorage, path, path));
}

// One line each way, so that a reader who takes lines for one-way streets is right as well.
int write_edges(const Context& context, const std::string& path, const walk::Network& network) {
  std::ofstream out(path, std::ios::binary);
  out << "from,to,decimetres,seconds\n";
  for (const walk::Segment& s : network.segments) {
    const double seconds = static_cast<double>(s.length_dm + s.extra_dm) / walk::kWalkDmPerSecond;
    out << fmt::format("{0},{1},{2},{3:.1f}\n{1},{0},{2},{3:.1f}\n", s.a, s.b, s.length_dm, seconds);
  }
  out.close();
  return out ? kOk : fail(context, fault(ErrorCode::kStorage, path, path));
}

int run_export(const Context& context, const Export& what) {
  for (const auto& [path, option] : {std::pair{what.nodes, "--nodes"}, std::pair{what.edges, "--edges"}}) {
    if (const Status place = place_for(path, option); !place) return fail(context, place.error());
  }
  const auto read = read_network(what.network);
  if (!read) return fail(context, read.error());
  const walk::Network& network = read->network;
  if (const int code = write_nodes(context, what.nodes, network); code != kOk) return code;
  if (const int code = write_edges(context, what.edges, network); code != kOk) return code;
  if (context.json) std::cout << json::serialize(about(*read)) << "\n";
  else say_network(context, *read);
  return kOk;
}

struct Nearest { NetworkChoice network; std::string facilities, out; std::uint32_t k = 1; };

// Nodes that hold a facility, by kind; the same line twice is one facility, because nothing tells the two apart.
using NodesOfKinds = std::map<std::string, std::set<walk::Node>>;

Error bad_row(std::int64_t row, ErrorCode code, const std::string& detail, const Words& said) {
  return fault(code, "facilities row " + std::to_string(row), detail, said);
}

Result<walk::Node> node_of(const app::SheetRow& row, std::size_t nodes) {
  const std::string& text = row.cells[1];
  walk::Node node = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), node);
  if (problem == std::errc() && end == text.data() + text.size() && node < nodes) return node;
  const std::string at = std::to_string(row.number), most = std::to_string(nodes - 1);
  return bad_row(row.number, ErrorCode::kUnknownReference, text,
                 {"设施表第 " + at + " 行：网络中没有节点“" + text + "”（应为 0 至 " + most + "）", "Row " + at + " of the facilities: the network has no node \"" + text + "\" (0 to " + most + ")"});
}

Result<NodesOfKinds> read_facilities(const std::string& path, std::size_t nodes) {
  const auto sheet = sheet::open_sheet(path);
  if (!sheet) return sheet.error();
  NodesOfKinds facilities;
  app::SheetRow row;
  for (bool first = true;; first = false) {
    const Result<bool> more = (*sheet)->next(row);
    if (!more) return more.error();
    if (!*more) return facilities;
    if (row.cells.size() < 2 || row.cells[0].empty()) {
      const std::string at = std::to_string(row.number);
      return bad_row(row.number, ErrorCode::kMalformed, "kind,node", {"设施表第 " + at + " 行：应为 kind,node 两列", "Row " + at + " of the facilities: expected the two columns kind,node"});
    }
    if (first && row.cells[0] == "kind" && row.cells[1] == "node") continue;
    const Result<walk::Node> node = node_of(row, nodes);
    if (!node) return node.error();
    facilities[row.cells[0]].insert(*node);
  }
}

void write_nearest(std::ostream& out, const std::string& kind, const std::set<walk::Node>& nodes, const walk::Hierarchy& hierarchy, const walk::Metric& metric, std::uint32_t k) {
  const std::vector<walk::Node> facilities(nodes.begin(), nodes.end());
  walk::Facilities seeds;
  for (const walk::Node node : facilities) seeds.push_back({{node}});
  walk::NearestTable table;
  table.sweep(hierarchy, metric, seeds, k);
  for (walk::Node node = 0; node < hierarchy.size(); ++node) {
    for (std::uint32_t place = 0; place < k; ++place) {
      const walk::Label label = table.at(hierarchy, node, place);
      if (label.distance == walk::kFar) break;
      out << fmt::format("{},{},{},{},{}\n", node, kind, place + 1, facilities[label.facility], label.distance);
    }
  }
}

int run_nearest(const Context& context, const Nearest& what) {
  const auto read = read_network(what.network);
  if (!read) return fail(context, read.error());
  const auto facilities = read_facilities(what.facilities, read->network.nodes.size());
  if (!facilities) return fail(context, facilities.error());
  const Result<walk::Hierarchy> hierarchy = walk::Hierarchy::of(read->network, walk::order_of(read->network));
  if (!hierarchy) return fail(context, hierarchy.error());
  const walk::Metric metric = walk::customise(*hierarchy, walk::weights_of(read->network, walk::Measure::kLength));
  std::ofstream out(what.out, std::ios::binary);
  out << "node,kind,rank,facility,decimetres\n";
  for (const auto& [kind, nodes] : *facilities) write_nearest(out, as_cell(kind), nodes, *hierarchy, metric, what.k);
  out.close();
  if (!out) return fail(context, fault(ErrorCode::kStorage, what.out, what.out));
  if (context.json) {
    json::object told = about(*read);
    told["kinds"] = facilities->size();
    std::cout << json::serialize(told) << "\n";
  } else {
    say_network(context, *read);
  }
  return kOk;
}

struct Bench { NetworkChoice network; std::uint64_t seed = 1; std::vector<std::string> only; };

// The centre of Porto, as large as a district; the figures that others published are of this box.
constexpr double kWest = -8.665, kEast = -8.575, kSouth = 41.135, kNorth = 41.185;

std::vector<NamedNetwork> networks_to_measure(const walk::Network& whole, const walk::Network& every_point, const std::vector<std::string>& only) {
  const auto wanted = [&](const char* name) { return only.empty() || std::find(only.begin(), only.end(), name) != only.end(); };
  const walk::Network centre = walk::largest_part(walk::cut_out(whole, *geo::Point::check({kWest, kSouth}), *geo::Point::check({kEast, kNorth})));
  std::vector<NamedNetwork> chosen;
  if (wanted("C") && centre.nodes.size() > 1'000) chosen.push_back({"C", centre});
  if (wanted("P")) chosen.push_back({"P", whole});
  if (wanted("P+")) chosen.push_back({"P+", every_point});
  if (wanted("T")) chosen.push_back({"T", walk::tiled(whole, 4)});
  return chosen;
}

json::object as_json(const Figure& figure) {
  json::array baselines;
  for (const Figure::Baseline& baseline : figure.baselines) {
    baselines.emplace_back(json::object{{"name", baseline.name}, {"ms", baseline.ms}, {"ratio", baseline.ms / figure.ms}});
  }
  return {{"work", figure.work}, {"network", figure.network}, {"ms", figure.ms}, {"baselines", std::move(baselines)}, {"note", figure.note}};
}

void say_figure(const Figure& figure) {
  std::cout << fmt::format("{:<3} {:<50} {:>10.3f} ms", figure.network, figure.work, figure.ms);
  for (const Figure::Baseline& baseline : figure.baselines) std::cout << fmt::format("  {:.0f}x {}", baseline.ms / figure.ms, baseline.name);
  std::cout << "  " << figure.note << std::endl;
}

int run_bench(const Context& context, const Bench& what) {
  const auto read = read_network(what.network);
  if (!read) return fail(context, read.error());
  NetworkChoice fine = what.network;
  fine.points = "all";
  const auto every_point = read_network(fine);
  if (!every_point) return fail(context, every_point.error());
  json::array networks, rows;
  const std::vector<NamedNetwork> chosen = what.network.pbf.empty() ? std::vector<NamedNetwork>{{read->synthetic ? "S" : "N", read->network}} : networks_to_measure(read->network, every_point->network, what.only);
  for (const NamedNetwork& on : chosen) {
    networks.emplace_back(json::object{{"name", on.name}, {"nodes", on.network.nodes.size()}, {"segments", on.network.segments.size()}, {"synthetic", on.name == "T" || on.name == "S"}});
    if (!context.json) std::cout << fmt::format(fmt::runtime(context.say("{}：{} 个节点，{} 条路段\n", "{}: {} nodes, {} segments\n")), on.name, on.network.nodes.size(), on.network.segments.size());
    measure_circle(on, what.seed, [&](const Figure& figure) {
      if (context.json) rows.emplace_back(as_json(figure));
      else say_figure(figure);
    });
  }
  if (context.json) {
    std::cout << json::serialize(json::object{{"seed", what.seed}, {"profile", what.network.profile}, {"time", "process CPU milliseconds, one thread, best of several"},
                                              {"kernel", walk::best_kernels().name}, {"networks", std::move(networks)}, {"rows", std::move(rows)}}) << "\n";
  }
  return kOk;
}

void add_export(CLI::App& group, Context& context) {
  auto what = std::make_shared<Export>();
  CLI::App* command = add_command(group, context, "export-network", {"读取 .osm.pbf，导出引擎所用的步行网络（两个 CSV）", "Reads an .osm.pbf file and writes the walking network the engine runs on, as two CSV files"},
                                  "shaoyin circle export-network --pbf city.osm.pbf --nodes nodes.csv --edges edges.csv");
  add_network_options(*command, context, what->network);
  command->add_option("--nodes", what->nodes, context.say("输出：id,lat,lon", "written: id,lat,lon"))->required();
  command->add_option("--edges", what->edges, context.say("输出：from,to,decimetres,seconds，每个方向一行", "written: from,to,decimetres,seconds, one line each way"))->required();
  command->callback([&context, what] { context.exit = run_export(context, *what); });
}

void add_nearest(CLI::App& group, Context& context) {
  auto what = std::make_shared<Nearest>();
  CLI::App* command = add_command(group, context, "nearest", {"每个节点到每类设施最近的 k 个（按步行距离，精确）", "The k nearest facilities of each kind for every node, exact, by ground walked"},
                                  "shaoyin circle nearest --pbf city.osm.pbf --facilities facilities.csv --k 3 --out nearest.csv");
  add_network_options(*command, context, what->network);
  command->add_option("--facilities", what->facilities, context.say("设施表：kind,node（节点编号同 export-network）", "a table kind,node, with the node numbers of export-network"))->required();
  command->add_option("--k", what->k, context.say("每类最近的几个（1 至 16）", "how many of each kind (1 to 16)"))->check(CLI::Range(1u, walk::NearestTable::kNearestMax));
  command->add_option("--out", what->out, context.say("输出：node,kind,rank,facility,decimetres", "written: node,kind,rank,facility,decimetres"))->required();
  command->callback([&context, what] { context.exit = run_nearest(context, *what); });
}

void add_bench(CLI::App& group, Context& context) {
  auto what = std::make_shared<Bench>();
  what->network.profile = "narrow";
  CLI::App* command = add_command(group, context, "bench", {"在地图文件上测量引擎，并与同次运行的 Dijkstra 比较（CPU 时间）", "Measures the engine on a map file against Dijkstra in the same run (processor time)"},
                                  "shaoyin circle bench --pbf porto_portugal.osm.pbf --seed 1 --only C --only P");
  add_network_options(*command, context, what->network);
  command->add_option("--seed", what->seed, context.say("相同的种子得到相同的设施", "the same seed places the same facilities"));
  command->add_option("--only", what->only, context.say("只测 C（波尔图中心）、P（全部）、P+（全部形状点）或 T（合成 4×4 拼接）", "only C (the centre of Porto), P (all), P+ (every point) or T (synthetic, 4 x 4 copies)"))
      ->check(CLI::IsMember({"C", "P", "P+", "T"}));
  command->callback([&context, what] { context.exit = run_bench(context, *what); });
}

}  // namespace

void add_circle_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("circle", context.say("15 分钟综合服务圈：步行网络与可达", "15-minute service circle: the walking network and what is within reach"));
  group->require_subcommand(1);
  add_export(*group, context);
  add_nearest(*group, context);
  add_cover(*group, context);
  add_bench(*group, context);
}

}  // namespace shaoyin::cli
