// Reading .osm.pbf: what was written is read, and no broken file does more than be refused with words.
#include "edge/osm/pbf.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <protozero/pbf_writer.hpp>
#include <sstream>

#include "core/walk/reach.h"
#include "core/walk/sweep.h"
#include "core/walk/synthetic.h"

namespace shaoyin::osm {
namespace {

using protozero::pbf_writer;

std::string blob(const std::string& type, const std::string& bytes, bool packed = true, std::int64_t claimed = -1) {
  std::string body;
  pbf_writer writer(body);
  if (packed) {
    uLongf size = compressBound(bytes.size());
    std::string zipped(size, '\0');
    compress(reinterpret_cast<Bytef*>(zipped.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    zipped.resize(size);
    writer.add_int32(2, static_cast<std::int32_t>(claimed >= 0 ? claimed : static_cast<std::int64_t>(bytes.size())));
    writer.add_bytes(3, zipped);
  } else {
    writer.add_bytes(1, bytes);
  }
  std::string header;
  pbf_writer head(header);
  head.add_string(1, type);
  head.add_int32(3, static_cast<std::int32_t>(body.size()));
  const auto size = static_cast<std::uint32_t>(header.size());
  const std::string length{static_cast<char>(size >> 24), static_cast<char>(size >> 16), static_cast<char>(size >> 8), static_cast<char>(size)};
  return length + header + body;
}

std::string header(const std::string& feature = "DenseNodes") {
  std::string bytes;
  pbf_writer writer(bytes);
  writer.add_string(4, "OsmSchema-V0.6");
  writer.add_string(4, feature);
  return blob("OSMHeader", bytes);
}

// Text table: 0 "", 1 highway, 2 footway, 3 steps, 4 barrier, 5 gate.
void add_texts(pbf_writer& block) {
  pbf_writer table(block, 1);
  for (const char* text : {"", "highway", "footway", "steps", "barrier", "gate"}) table.add_string(1, text);
}

std::string dense_block(const walk::Streets& streets) {
  std::vector<std::int64_t> ids, lats, lons;
  std::vector<std::uint32_t> texts;
  std::int64_t last_lat = 0, last_lon = 0;
  for (const walk::StreetPoint& point : streets.points) {
    ids.push_back(1);  // 1, 2, 3 …
    lats.push_back(point.at.y() - last_lat), last_lat = point.at.y();
    lons.push_back(point.at.x() - last_lon), last_lon = point.at.x();
    if (point.traits != 0) texts.insert(texts.end(), {4, 5});
    texts.push_back(0);
  }
  std::string bytes;
  pbf_writer block(bytes);
  add_texts(block);
  pbf_writer group(block, 2);
  pbf_writer dense(group, 2);
  dense.add_packed_sint64(1, ids.begin(), ids.end());
  dense.add_packed_sint64(8, lats.begin(), lats.end());
  dense.add_packed_sint64(9, lons.begin(), lons.end());
  dense.add_packed_uint32(10, texts.begin(), texts.end());
  return bytes;
}

std::string way_block(const walk::Streets& streets) {
  std::string bytes;
  pbf_writer block(bytes);
  add_texts(block);
  pbf_writer group(block, 2);
  for (const walk::StreetWay& way : streets.ways) {
    std::vector<std::int64_t> refs;
    std::int64_t last = 0;
    for (std::uint32_t i = 0; i < way.count; ++i) {
      const std::int64_t id = streets.refs[way.first + i] + 1;
      refs.push_back(id - last), last = id;
    }
    const std::vector<std::uint32_t> keys{1}, values{(way.traits & walk::kSteps) != 0 ? 3u : 2u};
    pbf_writer out(group, 3);
    out.add_int64(1, 7);
    out.add_packed_uint32(2, keys.begin(), keys.end());
    out.add_packed_uint32(3, values.begin(), values.end());
    out.add_packed_sint64(8, refs.begin(), refs.end());
  }
  return bytes;
}

std::string written(const walk::Streets& streets) { return header() + blob("OSMData", dense_block(streets)) + blob("OSMData", way_block(streets), false); }

Result<walk::Streets> read(const std::string& bytes) {
  std::istringstream stream(bytes);
  return read_pbf(stream, walk::Profile::kChina);
}

void expect_refused(const std::string& bytes, ErrorCode code, const std::string& detail) {
  const Result<walk::Streets> streets = read(bytes);
  ASSERT_FALSE(streets);
  EXPECT_EQ(streets.error().code, code);
  EXPECT_EQ(streets.error().detail, detail);
  EXPECT_FALSE(streets.error().said.zh.empty());
  EXPECT_FALSE(streets.error().said.en.empty());
}

const walk::Streets& town() {
  static const walk::Streets made = walk::synthetic_town(1, 12, 9);
  return made;
}

TEST(Pbf, WhatWasWrittenIsRead) {
  const Result<walk::Streets> streets = read(written(town()));
  ASSERT_TRUE(streets);
  ASSERT_EQ(streets->ways.size(), town().ways.size());
  EXPECT_EQ(streets->refs.size(), town().refs.size());
  for (std::size_t i = 0; i < town().refs.size(); ++i) {
    const walk::StreetPoint& mine = town().points[town().refs[i]];
    const walk::StreetPoint& theirs = streets->points[streets->refs[i]];
    ASSERT_EQ(mine.at, theirs.at);
    ASSERT_EQ((mine.traits & walk::kGate) != 0, (theirs.traits & walk::kGate) != 0);
  }
}

TEST(Pbf, AWayCutByTheEdgeOfTheExtractEndsThere) {
  walk::Streets cut = town();
  cut.points.resize(60);
  const Result<walk::Streets> streets = read(written(cut));
  ASSERT_TRUE(streets);
  const Result<walk::Network> network = walk::build_network(*streets, walk::Keep::kChoices);
  ASSERT_TRUE(network);
  for (const geo::Point node : network->nodes) EXPECT_NE(node, geo::Point());
}

TEST(Pbf, RefusesWhatIsNoMap) {
  expect_refused("PK\x03\x04 this is a workbook, not a map", ErrorCode::kMalformed, "block 1");
  expect_refused("", ErrorCode::kMalformed, "no ways");
  expect_refused(header(), ErrorCode::kMalformed, "no ways");
  expect_refused(header("HistoricalInformation"), ErrorCode::kMalformed, "block 1");
}

TEST(Pbf, RefusesAFileThatIsCutOff) {
  const std::string whole = written(town());
  expect_refused(whole.substr(0, whole.size() - 1), ErrorCode::kMalformed, "block 3");
  expect_refused(whole.substr(0, header().size() + 2), ErrorCode::kMalformed, "block 2");
}

TEST(Pbf, RefusesAbsurdSizes) {
  expect_refused(header() + blob("OSMData", "x", true, 2'000'000'000), ErrorCode::kTooLarge, "kBlobUnpackedMax");
  expect_refused(header() + blob("OSMData", std::string(40U << 20, 'x')), ErrorCode::kTooLarge, "kBlobUnpackedMax");
  expect_refused(header() + blob("OSMData", way_block(town()), true, 5), ErrorCode::kMalformed, "block 2");
  std::string huge;
  pbf_writer head(huge);
  head.add_string(1, "OSMData");
  head.add_int32(3, 2'000'000'000);
  expect_refused(header() + std::string{0, 0, 0, static_cast<char>(huge.size())} + huge, ErrorCode::kTooLarge, "kBlobBytesMax");
}

TEST(Pbf, RefusesAPointThatIsNotOnEarthAndATextThatIsNotThere) {
  std::string far;
  {
    pbf_writer block(far);
    add_texts(block);
    block.add_int64(19, 100'000'000'000);
    pbf_writer group(block, 2);
    pbf_writer node(group, 1);
    node.add_sint64(1, 1);
    node.add_sint64(8, 0);
    node.add_sint64(9, 0);
  }
  expect_refused(header() + blob("OSMData", far) + blob("OSMData", way_block(town())), ErrorCode::kMalformed, "block 2");
  std::string unsaid;
  {
    pbf_writer block(unsaid);
    pbf_writer group(block, 2);
    pbf_writer way(group, 3);
    const std::vector<std::uint32_t> keys{9'999};
    way.add_packed_uint32(2, keys.begin(), keys.end());
    way.add_packed_uint32(3, keys.begin(), keys.end());
  }
  expect_refused(header() + blob("OSMData", unsaid), ErrorCode::kMalformed, "block 2");
}

// Two thousand broken files: each is read or refused with words, and what is read can be built.
TEST(Pbf, NoBrokenFileDoesMoreThanBeRefused) {
  const char* only = std::getenv("SEED");
  const std::string packed = written(town());
  const std::string plain = header() + blob("OSMData", dense_block(town()), false) + blob("OSMData", way_block(town()), false);
  const std::uint64_t first = only != nullptr ? std::strtoull(only, nullptr, 10) : 1;
  for (std::uint64_t seed = first; seed < (only != nullptr ? first + 1 : 2'001); ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    walk::Sequence chance(seed);
    std::string bytes = seed % 4 == 0 ? packed : plain;
    for (std::uint32_t i = 0; i <= chance.below(6); ++i) {
      const std::size_t at = chance.next() % bytes.size();
      switch (chance.below(4)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << chance.below(8))); break;
        case 1: bytes[at] = static_cast<char>(chance.below(2) == 0 ? 0xFF : chance.below(256)); break;
        case 2: bytes.erase(at, 1 + chance.below(40)); break;
        default: bytes.insert(at, bytes.substr(chance.next() % bytes.size(), chance.below(40)));
      }
      if (bytes.empty()) bytes = "x";
    }
    const Result<walk::Streets> streets = read(bytes);
    ASSERT_TRUE(streets ? walk::build_network(*streets, walk::Keep::kChoices).ok() : !streets.error().said.en.empty());
  }
}

std::string real_file(const std::string& name) {
  const char* named = std::getenv("SHAOYIN_SHARED_DATA");
  const std::filesystem::path folder = named != nullptr ? std::filesystem::path(named) : std::filesystem::path(SHAOYIN_SOURCE_DIR) / "../shared/data";
  return std::filesystem::exists(folder / name) ? (folder / name).string() : "";
}

// The one network other engines have published figures for; not part of the repository.
TEST(Pbf, RealPortoNarrowIsTheNetworkOfTheFigures) {
  const std::string file = real_file("osm/porto_portugal.osm.pbf");
  if (file.empty()) GTEST_SKIP() << "real data not here: osm/porto_portugal.osm.pbf (set SHAOYIN_SHARED_DATA)";
  const Result<walk::Streets> streets = read_pbf(file, walk::Profile::kNarrow);
  ASSERT_TRUE(streets);
  const Result<walk::Network> network = walk::build_network(*streets, walk::Keep::kWayEnds);
  ASSERT_TRUE(network);
  EXPECT_EQ(walk::largest_part(*network).nodes.size(), 65'492u);
}

// Real streets, both profiles: sweeps and lists are those of plain Dijkstra at every node.
void expect_as_dijkstra(const std::string& file, walk::Profile profile) {
  const Result<walk::Streets> streets = read_pbf(file, profile);
  ASSERT_TRUE(streets);
  const Result<walk::Network> network = walk::build_network(*streets, walk::Keep::kChoices);
  ASSERT_TRUE(network);
  const std::vector<walk::Distance> weights = walk::weights_of(*network, walk::Measure::kEffort);
  const walk::Graph graph = walk::graph_of(*network, weights);
  const walk::Hierarchy hierarchy(*network, walk::order_of(*network));
  const walk::Metric metric = walk::customise(hierarchy, weights);
  walk::Sequence chance(1);
  std::vector<std::vector<walk::Seed>> kinds(3);
  walk::Facilities facilities;
  for (auto& kind : kinds) for (int i = 0; i < 200; ++i) kind.push_back({chance.below(graph.size())});
  for (const walk::Seed& seed : kinds[0]) facilities.push_back({seed});
  walk::KindTable table;
  table.sweep(hierarchy, metric, kinds);
  walk::NearestTable nearest;
  nearest.sweep(hierarchy, metric, facilities, 4);
  const std::vector<walk::Label> labels = walk::nearest_by_heap(graph, facilities, 4);
  for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
    const std::vector<walk::Distance> expected = walk::heap_dijkstra(graph, kinds[kind]);
    for (walk::Node node = 0; node < graph.size(); ++node) ASSERT_EQ(table.at(hierarchy, node, kind), expected[node] > walk::kReachMax_dm ? walk::kFar : expected[node]);
  }
  for (walk::Node node = 0; node < graph.size(); ++node) {
    for (std::uint32_t place = 0; place < 4; ++place) ASSERT_EQ(nearest.at(hierarchy, node, place), labels[std::size_t{node} * 4 + place]);
  }
}

// What every node reaches in 15 minutes, and a matrix, from a sample of nodes of each real town.
void expect_reach_as_dijkstra(const std::string& file) {
  const Result<walk::Streets> streets = read_pbf(file, walk::Profile::kChina);
  ASSERT_TRUE(streets);
  const Result<walk::Network> network = walk::build_network(*streets, walk::Keep::kChoices);
  ASSERT_TRUE(network);
  const std::vector<walk::Distance> weights = walk::weights_of(*network, walk::Measure::kStepFree);
  const walk::Graph graph = walk::graph_of(*network, weights);
  const walk::Hierarchy hierarchy(*network, walk::order_of(*network));
  const walk::Metric metric = walk::customise(hierarchy, weights);
  walk::Sequence chance(2);
  std::vector<walk::Node> some;
  for (int i = 0; i < 40; ++i) some.push_back(chance.below(graph.size()));
  const std::vector<walk::Distance> rows = walk::matrix(hierarchy, metric, some, some);
  walk::Reach reach(*network, weights, hierarchy, metric);
  for (std::size_t i = 0; i < some.size(); ++i) {
    const std::vector<walk::Distance> expected = walk::heap_dijkstra(graph, std::vector<walk::Seed>{{some[i]}});
    for (std::size_t j = 0; j < some.size(); ++j) ASSERT_EQ(rows[i * some.size() + j], expected[some[j]]);
    const walk::Rank rank = hierarchy.rank_of(some[i]);
    const walk::ReachBatch found = reach.run(rank / walk::Reach::kBatch, 10'800);
    std::size_t within = 0;
    for (std::size_t r = 0; r < found.region.size(); ++r) {
      const walk::Distance mine = found.lines[r].lane[rank - found.first];
      if (mine > 10'800) continue;
      ASSERT_EQ(mine, expected[hierarchy.node_of(found.region[r])]);
      ++within;
    }
    ASSERT_EQ(within, static_cast<std::size_t>(std::count_if(expected.begin(), expected.end(), [](walk::Distance d) { return d <= 10'800; })));
  }
}

TEST(Pbf, RealTownsReachWhatDijkstraSays) {
  for (const char* name : {"osm/poa_osm.pbf", "osm/porto_portugal.osm.pbf"}) {
    const std::string file = real_file(name);
    if (file.empty()) GTEST_SKIP() << "real data not here: " << name << " (set SHAOYIN_SHARED_DATA)";
    expect_reach_as_dijkstra(file);
  }
}

TEST(Pbf, RealTownsAnswerAsDijkstraDoes) {
  for (const char* name : {"osm/poa_osm.pbf", "osm/porto_portugal.osm.pbf"}) {
    const std::string file = real_file(name);
    if (file.empty()) GTEST_SKIP() << "real data not here: " << name << " (set SHAOYIN_SHARED_DATA)";
    for (const walk::Profile profile : {walk::Profile::kChina, walk::Profile::kNarrow}) expect_as_dijkstra(file, profile);
  }
}

}  // namespace
}  // namespace shaoyin::osm
