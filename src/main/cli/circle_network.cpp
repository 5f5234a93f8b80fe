#include "main/cli/circle_network.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

#include "core/walk/synthetic.h"
#include "edge/osm/pbf.h"
#include "main/cli/circle_tables.h"

namespace shaoyin::cli {
namespace {

walk::Keep keep_of(const NetworkChoice& choice) {
  if (choice.points == "all") return walk::Keep::kEveryPoint;
  if (choice.points == "choices") return walk::Keep::kChoices;
  return choice.points == "way-ends" || choice.profile == "narrow" ? walk::Keep::kWayEnds : walk::Keep::kChoices;
}

geo::Datum datum_of(const std::string& name) {
  return name == "gcj02" ? geo::Datum::kGcj02 : name == "bd09" ? geo::Datum::kBd09 : name == "cgcs2000" ? geo::Datum::kCgcs2000 : geo::Datum::kWgs84;
}

}  // namespace

void add_network_options(CLI::App& command, const Context& context, NetworkChoice& choice) {
  auto* pbf = command.add_option("--pbf", choice.pbf, context.say("OpenStreetMap 地图文件（.osm.pbf）", "an OpenStreetMap file (.osm.pbf)"));
  auto* nodes = command.add_option("--read-nodes", choice.nodes, context.say("不用地图文件，而用节点表 id,lat,lon", "instead of a map file: a table of nodes id,lat,lon"))->excludes(pbf);
  auto* edges = command.add_option("--read-edges", choice.edges, context.say("与节点表一起：路段表 from,to,decimetres[,seconds]", "with it a table of edges from,to,decimetres[,seconds]"))->needs(nodes);
  nodes->needs(edges);
  command.add_option("--datum", choice.datum, context.say("节点表的坐标系", "the datum of the table of nodes"))->check(CLI::IsMember({"wgs84", "cgcs2000", "gcj02", "bd09"}))->needs(nodes);
  command.add_option("--outline", choice.outline, context.say("不用地图文件：在此轮廓（lon,lat 表）内虚构一个路网", "instead of a map file: invented streets inside this outline (a table lon,lat)"))->excludes(pbf)->excludes(nodes);
  command.add_option("--streets-seed", choice.seed, context.say("虚构路网的种子", "the seed of invented streets"));
  command.add_option("--profile", choice.profile, context.say("city：中国城市步行；narrow：不含主干路，仅供对比", "city: walking in Chinese cities; narrow: without main roads, for comparison only"))
      ->check(CLI::IsMember({"city", "narrow"}));
  command.add_option("--points", choice.points, context.say("哪些点成为节点：choices 路口，way-ends 道路端点，all 全部", "which points become nodes: choices, way-ends or all"))
      ->check(CLI::IsMember({"choices", "way-ends", "all"}));
  command.add_flag("--all-parts", choice.all_parts, context.say("保留不连通的部分（默认只保留最大的）", "keeps islands too (default: only the largest connected part)"));
}

namespace {

Result<walk::Network> read_whole(const NetworkChoice& choice) {
  if (!choice.nodes.empty()) return read_network_tables(choice.nodes, choice.edges, datum_of(choice.datum));
  if (!choice.outline.empty()) {
    const Result<geo::Polygon> outline = read_outline(choice.outline);
    if (!outline) return outline.error();
    return walk::build_network(walk::synthetic_district(choice.seed, *outline), keep_of(choice));
  }
  if (choice.pbf.empty()) {
    return fault(ErrorCode::kMissingField, "pbf", "--pbf, --read-nodes, --outline", {"请用 --pbf 指定地图文件，或用 --read-nodes 与 --read-edges 指定两张表，或用 --outline 虚构路网",
                                                                                    "Name a map file with --pbf, two tables with --read-nodes and --read-edges, or an outline for invented streets with --outline"});
  }
  const auto streets = osm::read_pbf(std::filesystem::path(choice.pbf), choice.profile == "narrow" ? walk::Profile::kNarrow : walk::Profile::kChina);
  if (!streets) return streets.error();
  return walk::build_network(*streets, keep_of(choice));
}

}  // namespace

Result<NetworkRead> read_network(const NetworkChoice& choice) {
  auto built = read_whole(choice);
  if (!built) return built.error();
  if (built->segments.empty()) {
    return fault(ErrorCode::kMalformed, "pbf", "no segments", {"其中没有一条可走的路段。地图文件请连同道路的节点一起重新导出；表格请检查路段表", "Not one way to walk is in it. Export a map file again with the nodes of its ways; look at the edges of tables"});
  }
  NetworkRead read;
  const walk::Parts parts = walk::parts_of(*built);
  read.parts = parts.sizes.size();
  read.left_out = choice.all_parts ? 0 : built->nodes.size() - parts.sizes.front();
  read.synthetic = !choice.outline.empty();
  read.datum = choice.nodes.empty() ? "wgs84" : choice.datum;
  read.network = choice.all_parts ? std::move(*built) : walk::largest_part(*built);
  return read;
}

boost::json::object about(const NetworkRead& read) {
  return {{"nodes", read.network.nodes.size()}, {"segments", read.network.segments.size()}, {"parts", read.parts}, {"nodes_left_out", read.left_out}, {"synthetic", read.synthetic}, {"datum_of_source", read.datum}};
}

void say_network(const Context& context, const NetworkRead& read) {
  std::cout << fmt::format(fmt::runtime(context.say("步行网络：{} 个节点，{} 条路段；{} 个互不连通的部分，{} 个节点因孤立未保留\n",
                                                    "Walking network: {} nodes, {} segments; {} separate parts, {} nodes on islands left out\n")),
                           read.network.nodes.size(), read.network.segments.size(), read.parts, read.left_out);
  if (read.synthetic) std::cout << context.say("这些街道是虚构的，不对应任何真实地点\n", "These streets are invented (synthetic); none of them is a real place\n");
}

}  // namespace shaoyin::cli
