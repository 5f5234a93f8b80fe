// The walking network that circle commands work on, as chosen on the command line.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "core/walk/network.h"
#include "core/walk/profile.h"
#include "main/cli/context.h"

namespace shaoyin::cli {

struct NetworkChoice {
  std::string pbf;               // exactly one of these three is given
  std::string outline;           // invented streets inside it: a table lon,lat
  std::string nodes, edges;      // tables as export-network writes them
  std::string datum = "wgs84";   // of the tables; map files are WGS-84 by definition
  std::uint64_t seed = 1;        // of invented streets
  std::string profile = "city";  // or "narrow"
  std::string points;            // "choices", "way-ends", "all"; empty: choices, for narrow way-ends
  bool all_parts = false;
};

void add_network_options(CLI::App& command, const Context& context, NetworkChoice& choice);

struct NetworkRead {
  walk::Network network;
  std::size_t parts = 0;        // connected parts found
  std::size_t left_out = 0;     // nodes on islands that were not kept
  bool synthetic = false;
  std::string datum;            // the points were in before they became WGS-84
};

// Errors of osm::read_pbf(), read_network_tables() and walk::build_network(); kMalformed when not one segment remains or
// the outline is none; kMissingField when nothing is named to read.
[[nodiscard]] Result<NetworkRead> read_network(const NetworkChoice& choice);

[[nodiscard]] boost::json::object about(const NetworkRead& read);
void say_network(const Context& context, const NetworkRead& read);

}  // namespace shaoyin::cli
