// circle export-network: the walking network as tables, for checks by others. Needs no data folder.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "main/cli/circle_network.h"

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

}  // namespace

void add_circle_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("circle", context.say("15 分钟综合服务圈：步行网络与可达", "15-minute service circle: the walking network and what is within reach"));
  group->require_subcommand(1);
  auto what = std::make_shared<Export>();
  CLI::App* command = add_command(*group, context, "export-network", {"读取 .osm.pbf，导出引擎所用的步行网络（两个 CSV）", "Reads an .osm.pbf file and writes the walking network the engine runs on, as two CSV files"},
                                  "shaoyin circle export-network --pbf city.osm.pbf --nodes nodes.csv --edges edges.csv");
  add_network_options(*command, context, what->network);
  command->add_option("--nodes", what->nodes, context.say("输出：id,lat,lon", "written: id,lat,lon"))->required();
  command->add_option("--edges", what->edges, context.say("输出：from,to,decimetres,seconds，每个方向一行", "written: from,to,decimetres,seconds, one line each way"))->required();
  command->callback([&context, what] { context.exit = run_export(context, *what); });
}

}  // namespace shaoyin::cli
