#include "edge/osm/pbf.h"

#include <algorithm>
#include <fstream>
#include <protozero/pbf_reader.hpp>

#include "edge/osm/blobs.h"
#include "edge/osm/limits.h"

namespace shaoyin::osm {
namespace {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
using walk::Streets;
using walk::Tag;

constexpr std::uint32_t bytes_of(protozero::pbf_tag_type tag) { return protozero::tag_and_type(tag, pbf_wire_type::length_delimited); }
constexpr std::uint32_t number_of(protozero::pbf_tag_type tag) { return protozero::tag_and_type(tag, pbf_wire_type::varint); }

// What makes a block unreadable although its protobuf is sound; caught where the place is known.
struct Unsound {
  ErrorCode code;
  const char *zh, *en, *limit;
};

[[noreturn]] void bad_reference() { throw Unsound{ErrorCode::kMalformed, "引用了不存在的文字", "refers to a text that is not there", ""}; }

// A block of the file: its texts, and how its numbers become degrees.
struct Block {
  std::vector<std::string_view> texts;
  std::vector<protozero::data_view> groups;
  std::int64_t granularity = 100, lat_offset = 0, lon_offset = 0;  // nanodegrees

  [[nodiscard]] std::string_view text(std::uint64_t index) const {
    if (index >= texts.size()) bad_reference();
    return texts[static_cast<std::size_t>(index)];
  }
  // Degrees; far outside the earth for numbers no honest file holds.
  [[nodiscard]] double degrees(std::int64_t offset, std::int64_t value) const {
    return (static_cast<double>(offset) + static_cast<double>(granularity) * static_cast<double>(value)) * 1e-9;
  }
};

void read_texts(Block& block, protozero::data_view bytes) {
  for (pbf_reader table(bytes); table.next();) {
    if (table.tag_and_type() != bytes_of(1)) { table.skip(); continue; }
    const protozero::data_view text = table.get_view();
    block.texts.emplace_back(text.data(), text.size());
  }
}

Block read_block(const std::string& bytes) {
  Block block;
  for (pbf_reader reader(bytes); reader.next();) {
    switch (reader.tag_and_type()) {
      case bytes_of(1): read_texts(block, reader.get_view()); break;
      case bytes_of(2): block.groups.push_back(reader.get_view()); break;
      case number_of(17): block.granularity = reader.get_int32(); break;
      case number_of(19): block.lat_offset = reader.get_int64(); break;
      case number_of(20): block.lon_offset = reader.get_int64(); break;
      default: reader.skip();
    }
  }
  return block;
}

// Keys and values of a way or a single node, given as two lists of positions.
class TagList {
 public:
  void clear() { keys_.clear(); values_.clear(); tags_.clear(); }
  void keys(pbf_reader& reader) { fill(keys_, reader); }
  void values(pbf_reader& reader) { fill(values_, reader); }
  [[nodiscard]] std::span<const Tag> resolve(const Block& block) {
    if (keys_.size() != values_.size()) bad_reference();
    for (std::size_t i = 0; i < keys_.size(); ++i) tags_.push_back({block.text(keys_[i]), block.text(values_[i])});
    return tags_;
  }

 private:
  static void fill(std::vector<std::uint32_t>& into, pbf_reader& reader) {
    const auto range = reader.get_packed_uint32();
    into.assign(range.begin(), range.end());
    if (into.size() > kTagsMax) throw Unsound{ErrorCode::kTooLarge, "标签过多", "has too many tags on one object", "kTagsMax"};
  }
  std::vector<std::uint32_t> keys_, values_;
  std::vector<Tag> tags_;
};

// Differences add up without a sign that could overflow.
std::int64_t add(std::int64_t sum, std::int64_t difference) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) + static_cast<std::uint64_t>(difference)); }

class Reading {
 public:
  explicit Reading(walk::Profile profile) : profile_(profile) {}

  void ways_of(const Block& block) {
    for (const protozero::data_view group : block.groups) {
      for (pbf_reader reader(group); reader.next();) {
        if (reader.tag_and_type() == bytes_of(3)) read_way(block, reader.get_view());
        else reader.skip();
      }
    }
  }

  // Between the passes: every point once, in the order of its number.
  void number_points() {
    ids_ = refs_;
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    streets_.refs.reserve(refs_.size());
    for (const std::int64_t ref : refs_) streets_.refs.push_back(static_cast<std::uint32_t>(position(ref)));
    refs_ = {};
    walk::StreetPoint missing;
    missing.blocked = true;  // a way cut by the edge of the extract ends where its points end
    streets_.points.assign(ids_.size(), missing);
  }

  void points_of(const Block& block) {
    for (const protozero::data_view group : block.groups) {
      for (pbf_reader reader(group); reader.next();) {
        switch (reader.tag_and_type()) {
          case bytes_of(1): read_node(block, reader.get_view()); break;
          case bytes_of(2): read_dense(block, reader.get_view()); break;
          default: reader.skip();
        }
      }
    }
  }

  [[nodiscard]] Streets take() { return std::move(streets_); }
  [[nodiscard]] bool nothing_walked() const { return streets_.ways.empty(); }

 private:
  void read_way(const Block& block, protozero::data_view bytes) {
    tags_.clear();
    way_.clear();
    for (pbf_reader way(bytes); way.next();) {
      switch (way.tag_and_type()) {
        case bytes_of(2): tags_.keys(way); break;
        case bytes_of(3): tags_.values(way); break;
        case bytes_of(8): read_refs(way); break;
        default: way.skip();
      }
    }
    const std::optional<walk::Walkway> walked = walk::walkway_of(profile_, tags_.resolve(block));
    if (!walked || way_.size() < 2) return;
    if (refs_.size() + way_.size() > kRefsMax) throw Unsound{ErrorCode::kTooLarge, "之前的道路过多", "and those before hold more ways than is read here", "kRefsMax"};
    streets_.ways.push_back({.first = static_cast<std::uint32_t>(refs_.size()), .count = static_cast<std::uint32_t>(way_.size()),
                             .effort_percent = walked->effort_percent, .wait_s = walked->wait_s, .traits = walked->traits});
    refs_.insert(refs_.end(), way_.begin(), way_.end());
  }

  void read_refs(pbf_reader& way) {
    std::int64_t id = 0;
    for (const std::int64_t difference : way.get_packed_sint64()) {
      id = add(id, difference);
      if (way_.size() >= kWayPointsMax) throw Unsound{ErrorCode::kTooLarge, "有一条道路的点过多", "holds a way with too many points", "kWayPointsMax"};
      way_.push_back(id);
    }
  }

  [[nodiscard]] std::ptrdiff_t position(std::int64_t id) const {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
    return found != ids_.end() && *found == id ? found - ids_.begin() : -1;
  }

  void place(const Block& block, std::ptrdiff_t position, std::int64_t lat, std::int64_t lon, std::span<const Tag> tags) {
    const Result<geo::Point> at = geo::Point::check({.lon = block.degrees(block.lon_offset, lon), .lat = block.degrees(block.lat_offset, lat)});
    if (!at) throw Unsound{ErrorCode::kMalformed, "有坐标不在地球上的点", "holds a point that is not on earth", ""};
    const walk::Passage passage = walk::passage_of(profile_, tags);
    streets_.points[static_cast<std::size_t>(position)] = {.at = *at, .wait_s = passage.wait_s, .traits = passage.traits, .blocked = passage.blocked};
  }

  void read_node(const Block& block, protozero::data_view bytes) {
    std::int64_t id = 0, lat = 0, lon = 0;
    tags_.clear();
    for (pbf_reader node(bytes); node.next();) {
      switch (node.tag_and_type()) {
        case number_of(1): id = node.get_sint64(); break;
        case bytes_of(2): tags_.keys(node); break;
        case bytes_of(3): tags_.values(node); break;
        case number_of(8): lat = node.get_sint64(); break;
        case number_of(9): lon = node.get_sint64(); break;
        default: node.skip();
      }
    }
    const std::span<const Tag> tags = tags_.resolve(block);
    if (const std::ptrdiff_t at = position(id); at >= 0) place(block, at, lat, lon, tags);
  }

  // Numbers, latitudes, longitudes and tags of many nodes in four lists side by side.
  void read_dense(const Block& block, protozero::data_view bytes) {
    protozero::iterator_range<pbf_reader::const_sint64_iterator> ids, lats, lons;
    protozero::iterator_range<pbf_reader::const_uint32_iterator> texts;
    for (pbf_reader dense(bytes); dense.next();) {
      switch (dense.tag_and_type()) {
        case bytes_of(1): ids = dense.get_packed_sint64(); break;
        case bytes_of(8): lats = dense.get_packed_sint64(); break;
        case bytes_of(9): lons = dense.get_packed_sint64(); break;
        case bytes_of(10): texts = dense.get_packed_uint32(); break;
        default: dense.skip();
      }
    }
    std::int64_t id = 0, lat = 0, lon = 0;
    auto lat_at = lats.begin(), lon_at = lons.begin();
    auto text_at = texts.begin();
    std::vector<Tag> tags;
    for (const std::int64_t difference : ids) {
      if (lat_at == lats.end() || lon_at == lons.end()) throw Unsound{ErrorCode::kMalformed, "的点缺少坐标", "holds points without coordinates", ""};
      id = add(id, difference);
      lat = add(lat, *lat_at++);
      lon = add(lon, *lon_at++);
      read_dense_tags(block, text_at, texts.end(), tags);
      if (const std::ptrdiff_t at = position(id); at >= 0) place(block, at, lat, lon, tags);
    }
  }

  // Key and value positions in turn, ended by 0; nothing at all when no node of the group has tags.
  template <class Iterator>
  void read_dense_tags(const Block& block, Iterator& at, const Iterator& end, std::vector<Tag>& tags) {
    tags.clear();
    while (at != end) {
      const std::uint32_t key = *at++;
      if (key == 0) return;
      if (at == end) bad_reference();
      if (tags.size() >= kTagsMax) throw Unsound{ErrorCode::kTooLarge, "标签过多", "has too many tags on one object", "kTagsMax"};
      tags.push_back({block.text(key), block.text(*at++)});
    }
  }

  const walk::Profile profile_;
  Streets streets_;
  std::vector<std::int64_t> refs_, ids_, way_;
  TagList tags_;
};

// Features a file may demand of its reader; we know these two.
void check_header(const std::string& bytes) {
  for (pbf_reader header(bytes); header.next();) {
    if (header.tag_and_type() != bytes_of(4)) { header.skip(); continue; }
    const std::string feature = header.get_string();
    if (feature != "OsmSchema-V0.6" && feature != "DenseNodes") {
      throw Unsound{ErrorCode::kMalformed, "要求本程序没有的功能（例如历史数据）", "demands a feature that is not read here (perhaps it holds history)", ""};
    }
  }
}

// Calls `use` for every block of data, from the beginning of the file.
template <class Use>
Status each_block(std::istream& bytes, const Use& use) {
  bytes.clear();
  bytes.seekg(0);
  BlobReader blobs(bytes);
  Blob blob;
  while (true) {
    const Result<bool> more = blobs.next(blob);
    if (!more) return more.error();
    if (!*more) break;
    try {
      if (blob.type == "OSMHeader") check_header(blob.bytes);
      else if (blob.type == "OSMData") use(read_block(blob.bytes));
    } catch (const Unsound& what) {
      return refusal(what.code, blobs.block(), blobs.byte(), what.zh, what.en, what.limit);
    } catch (const protozero::exception&) {
      return refusal(ErrorCode::kMalformed, blobs.block(), blobs.byte(), "已损坏", "is damaged");
    }
  }
  return {};
}

}  // namespace

Result<Streets> read_pbf(std::istream& bytes, walk::Profile profile) {
  Reading reading(profile);
  if (const Status read = each_block(bytes, [&](const Block& block) { reading.ways_of(block); }); !read.ok()) return read.error();
  if (reading.nothing_walked()) {
    return fault(ErrorCode::kMalformed, "pbf", "no ways", {"地图文件中没有可步行的道路。请核对是否为所需地区的 .osm.pbf 文件", "The map file holds no way that can be walked. Check that it is the .osm.pbf file of your area"});
  }
  reading.number_points();
  if (const Status read = each_block(bytes, [&](const Block& block) { reading.points_of(block); }); !read.ok()) return read.error();
  return reading.take();
}

Result<Streets> read_pbf(const std::filesystem::path& file, walk::Profile profile) {
  std::error_code problem;
  if (!std::filesystem::is_regular_file(file, problem)) return fault(ErrorCode::kNotFound, "file", file.string());
  std::ifstream bytes(file, std::ios::binary);
  if (!bytes) return fault(ErrorCode::kNotFound, "file", file.string());
  return read_pbf(bytes, profile);
}

}  // namespace shaoyin::osm
