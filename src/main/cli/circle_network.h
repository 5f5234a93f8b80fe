// The walking network that circle commands work on, as chosen on the command line.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "core/walk/network.h"
#include "core/walk/profile.h"
#include "main/cli/context.h"

namespace shaoyin::cli {

struct NetworkChoice {
  std::string pbf;
  std::string profile = "city";  // or "narrow"
  std::string points;            // "choices", "way-ends", "all"; empty: choices, for narrow way-ends
  bool all_parts = false;
};

void add_network_options(CLI::App& command, const Context& context, NetworkChoice& choice);

struct NetworkRead {
  walk::Network network;
  std::size_t parts = 0;        // connected parts found
  std::size_t left_out = 0;     // nodes on islands that were not kept
};

// Errors of osm::read_pbf() and walk::build_network(); kMalformed when not one segment remains.
[[nodiscard]] Result<NetworkRead> read_network(const NetworkChoice& choice);

[[nodiscard]] boost::json::object about(const NetworkRead& read);
void say_network(const Context& context, const NetworkRead& read);

}  // namespace shaoyin::cli
