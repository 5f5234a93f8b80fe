#include "main/cli/circle_network.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

#include "edge/osm/pbf.h"

namespace shaoyin::cli {
namespace {

walk::Keep keep_of(const NetworkChoice& choice) {
  if (choice.points == "all") return walk::Keep::kEveryPoint;
  if (choice.points == "choices") return walk::Keep::kChoices;
  return choice.points == "way-ends" || choice.profile == "narrow" ? walk::Keep::kWayEnds : walk::Keep::kChoices;
}

}  // namespace

void add_network_options(CLI::App& command, const Context& context, NetworkChoice& choice) {
  command.add_option("--pbf", choice.pbf, context.say("OpenStreetMap 地图文件（.osm.pbf）", "an OpenStreetMap file (.osm.pbf)"))->required();
  command.add_option("--profile", choice.profile, context.say("city：中国城市步行；narrow：不含主干路，仅供对比", "city: walking in Chinese cities; narrow: without main roads, for comparison only"))
      ->check(CLI::IsMember({"city", "narrow"}));
  command.add_option("--points", choice.points, context.say("哪些点成为节点：choices 路口，way-ends 道路端点，all 全部", "which points become nodes: choices, way-ends or all"))
      ->check(CLI::IsMember({"choices", "way-ends", "all"}));
  command.add_flag("--all-parts", choice.all_parts, context.say("保留不连通的部分（默认只保留最大的）", "keeps islands too (default: only the largest connected part)"));
}

Result<NetworkRead> read_network(const NetworkChoice& choice) {
  const auto streets = osm::read_pbf(std::filesystem::path(choice.pbf), choice.profile == "narrow" ? walk::Profile::kNarrow : walk::Profile::kChina);
  if (!streets) return streets.error();
  auto built = walk::build_network(*streets, keep_of(choice));
  if (!built) return built.error();
  if (built->segments.empty()) {
    return fault(ErrorCode::kMalformed, "pbf", "no segments", {"地图文件中的道路没有坐标点。请重新导出，并包含道路的节点", "The ways of the map file have no points. Export it again with the nodes of its ways"});
  }
  NetworkRead read;
  const walk::Parts parts = walk::parts_of(*built);
  read.parts = parts.sizes.size();
  read.left_out = choice.all_parts ? 0 : built->nodes.size() - parts.sizes.front();
  read.network = choice.all_parts ? std::move(*built) : walk::largest_part(*built);
  return read;
}

boost::json::object about(const NetworkRead& read) {
  return {{"nodes", read.network.nodes.size()}, {"segments", read.network.segments.size()}, {"parts", read.parts}, {"nodes_left_out", read.left_out}};
}

void say_network(const Context& context, const NetworkRead& read) {
  std::cout << fmt::format(fmt::runtime(context.say("步行网络：{} 个节点，{} 条路段；{} 个互不连通的部分，{} 个节点因孤立未保留\n",
                                                    "Walking network: {} nodes, {} segments; {} separate parts, {} nodes on islands left out\n")),
                           read.network.nodes.size(), read.network.segments.size(), read.parts, read.left_out);
}

}  // namespace shaoyin::cli
