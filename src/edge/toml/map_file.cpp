#include "edge/toml/map_file.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "edge/toml/toml.h"

namespace shaoyin::toml_files {
namespace {

using app::ImportMap;

// Takes keys out of one table, remembers the first fault, and knows which keys were never asked for.
class Reader {
 public:
  Reader(const toml::table& table, std::string path, std::optional<Error>& error)
      : table_(table), path_(std::move(path)), error_(error) {}

  std::string text(const char* key, bool required) {
    const toml::node* node = take(key, required);
    if (node == nullptr) {
      return {};
    }
    if (!node->is_string()) {
      fail(ErrorCode::kWrongType, key, "text");
      return {};
    }
    const std::string value = node->as_string()->get();
    if (required && value.empty()) {
      fail(ErrorCode::kMissingField, key, "");
    }
    return value;
  }

  std::int64_t number(const char* key) {
    const toml::node* node = take(key, true);
    if (node != nullptr && !node->is_integer()) {
      fail(ErrorCode::kWrongType, key, "number");
      return 0;
    }
    return node == nullptr ? 0 : node->as_integer()->get();
  }

  // An empty table stands for one that is not there and need not be.
  Reader table(const char* key, bool required) {
    static const toml::table kNone;
    const toml::node* node = take(key, required);
    if (node != nullptr && !node->is_table()) {
      fail(ErrorCode::kWrongType, key, "table");
      node = nullptr;
    }
    return Reader(node == nullptr ? kNone : *node->as_table(), path_ + key + ".", error_);
  }

  const toml::array& list(const char* key) {
    static const toml::array kNone;
    const toml::node* node = take(key, false);
    if (node != nullptr && !node->is_array()) {
      fail(ErrorCode::kWrongType, key, "list");
      return kNone;
    }
    return node == nullptr ? kNone : *node->as_array();
  }

  std::map<std::string, std::string> all_texts() {
    std::map<std::string, std::string> texts;
    for (const auto& [key, node] : table_) {
      const std::string name(key.str());
      texts[name] = text(name.c_str(), true);
    }
    return texts;
  }

  void refuse_the_rest() {
    for (const auto& [key, node] : table_) {
      if (!asked_.contains(std::string(key.str()))) {
        fail(ErrorCode::kUnknownField, std::string(key.str()), "");
      }
    }
  }

  void fail(ErrorCode code, const std::string& key, const std::string& detail) {
    if (!error_) {
      error_ = fault(code, path_ + key, detail);
    }
  }

 private:
  const toml::node* take(const char* key, bool required) {
    asked_.insert(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr && required) {
      fail(ErrorCode::kMissingField, key, "");
    }
    return node;
  }

  const toml::table& table_;
  std::string path_;
  std::optional<Error>& error_;
  std::set<std::string> asked_;
};

void read_district(Reader reader, ImportMap& map) {
  map.district = {reader.number("code")};
  map.district_name = {reader.text("zh", true), reader.text("en", true)};
  constexpr std::int64_t kLowest = 100'000;  // administrative codes have six digits
  constexpr std::int64_t kHighest = 999'999;
  if (map.district.value < kLowest || map.district.value > kHighest) {
    reader.fail(ErrorCode::kWrongType, "code", "six digits");
  }
  reader.refuse_the_rest();
}

void read_steps(Reader reader, ImportMap& map) {
  map.step_open = reader.text("open", true);
  map.step_replied = reader.text("replied", true);
  map.step_closed = reader.text("closed", true);
  reader.refuse_the_rest();
}

void read_times(Reader reader, ImportMap& map) {
  const std::string format = reader.text("format", true);
  if (format == "month-first") {
    map.time_format = app::TimeFormat::kMonthFirst;
  } else if (format != "year-first") {
    reader.fail(ErrorCode::kNotAChoice, "format", "year-first, month-first");
  }
  reader.refuse_the_rest();
}

void read_columns(Reader reader, ImportMap::Columns& columns) {
  columns.key = reader.text("key", true);
  columns.opened = reader.text("opened", true);
  columns.title = reader.text("title", true);
  columns.what = reader.text("what", false);
  columns.target = reader.text("target", false);
  columns.closed = reader.text("closed", false);
  columns.close_note = reader.text("close_note", false);
  columns.reply = reader.text("reply", false);
  columns.replied = reader.text("replied", false);
  columns.reporter = reader.text("reporter", false);
  columns.where = reader.text("where", false);
  columns.lat = reader.text("lat", false);
  columns.lon = reader.text("lon", false);
  columns.on_time = reader.text("on_time", false);
  reader.refuse_the_rest();
}

void read_category(Reader reader, ImportMap& map) {
  map.category_column = reader.text("column", false);
  map.category_otherwise = reader.text("otherwise", false);
  map.categories = reader.table("map", false).all_texts();
  reader.refuse_the_rest();
}

std::string text_of(const toml::table& table, const char* key) { return table[key].value_or(std::string()); }

void read_flags(Reader reader, ImportMap& map) {
  for (const toml::node& node : reader.list("raise")) {
    app::Flag flag{};
    if (!node.is_string() || !app::flag_of(node.as_string()->get(), flag)) {
      std::string choices;
      for (const app::Flag known : app::all_flags()) {
        choices += (choices.empty() ? "" : ", ") + std::string(app::flag_name(known));
      }
      return reader.fail(ErrorCode::kNotAChoice, "raise", choices);
    }
    map.flags.insert(flag);
  }
  for (const toml::node& node : reader.list("default_points")) {
    const toml::table* point = node.as_table();
    if (point == nullptr || text_of(*point, "lat").empty() || text_of(*point, "lon").empty()) {
      return reader.fail(ErrorCode::kWrongType, "default_points", "{ lat = \"…\", lon = \"…\" }");
    }
    map.default_points.push_back({text_of(*point, "lat"), text_of(*point, "lon")});
  }
  reader.refuse_the_rest();
}

Result<ImportMap> read(const toml::table& file) {
  std::optional<Error> error;
  Reader reader(file, "", error);
  ImportMap map;
  map.name = reader.text("name", true);
  map.zone = reader.text("zone", true);
  map.kind = reader.text("kind", true);
  map.number_prefix = reader.text("number_prefix", true);
  map.channel = reader.text("channel", true);
  read_district(reader.table("district", true), map);
  read_steps(reader.table("steps", true), map);
  read_times(reader.table("times", true), map);
  read_columns(reader.table("columns", true), map.columns);
  Reader on_time = reader.table("on_time", !map.columns.on_time.empty());
  map.on_time_yes = on_time.text("yes", !map.columns.on_time.empty());
  map.on_time_no = on_time.text("no", !map.columns.on_time.empty());
  on_time.refuse_the_rest();
  map.attributes = reader.table("attributes", false).all_texts();
  read_category(reader.table("category", false), map);
  read_flags(reader.table("flags", false), map);
  reader.refuse_the_rest();
  if (error) {
    return *error;
  }
  return map;
}

}  // namespace

Result<app::ImportMap> parse_map(std::string_view text) {
  if (text.size() > kMapFileBytesMax) {
    return fault(ErrorCode::kTooLong, "", "kMapFileBytesMax=" + std::to_string(kMapFileBytesMax));
  }
  const Result<toml::table> table = parse_text(text);
  if (!table) return table.error();
  return read(*table);
}

Result<app::ImportMap> read_map(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return fault(ErrorCode::kNotFound, "map", path);
  }
  std::string text(kMapFileBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return parse_map(text);
}

}  // namespace shaoyin::toml_files
