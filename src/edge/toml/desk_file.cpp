#include "edge/toml/desk_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "core/base/utf8.h"
#include "edge/toml/toml.h"

namespace shaoyin::toml_files {
namespace {

namespace fs = std::filesystem;
using desk::Fault;

constexpr std::int64_t kNumberMax = 1000;  // of anything that a view counts

// One file: its table, and where faults about it go.
class Reader {
 public:
  Reader(std::string_view text, std::string file, std::vector<Fault>& faults) : file_(std::move(file)), faults_(faults) { read_all(text); }

  void read_all(std::string_view text) {
    if (text.size() > kDeskFileBytesMax) return fail("", {fmt::format("文件超过 {} 字节", kDeskFileBytesMax), fmt::format("longer than {} bytes", kDeskFileBytesMax)}, {"分成两个视图", "make two views of it"});
    if (!is_clean_utf8(text)) return fail("", {"不是 UTF-8 文本，或含控制字符", "is no clean UTF-8"}, {"存为 UTF-8", "save it as UTF-8"});
    auto read = parse_text(text);
    if (!read) return fail("", read.error().said, {"按 TOML 的写法改正这一行", "mend the line as TOML has it"});
    table_ = std::move(*read);
    readable_ = true;
  }

  [[nodiscard]] bool readable() const { return readable_; }
  [[nodiscard]] const toml::table& table() const { return table_; }

  void fail(const std::string& at, Words what, Words cure) { faults_.push_back({file_, at, std::move(what), std::move(cure)}); }

  // Names that the form does not have are slips of the pen; silence would hide them.
  void known(const toml::table& table, const std::string& at, const std::set<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    for (const auto& [key, node] : table) {
      if (names.contains(std::string(key.str()))) continue;
      fail(at + std::string(key.str()), {fmt::format("第 {} 行：不认识的名称", node.source().begin.line), fmt::format("line {}: unknown name", node.source().begin.line)}, {"可用：" + all, "known are: " + all});
    }
  }

  std::string text(const char* key) {
    const auto node = table_[key];
    if (!node) return {};
    if (const auto value = node.value<std::string>()) return *value;
    fail(key, {"应为文字", "must be a text"}, {fmt::format("写 {} = \"…\"", key), fmt::format("write {} = \"…\"", key)});
    return {};
  }

  Words words(const toml::table& table, const char* key) {
    const auto node = table[key];
    if (!node) return {};
    const auto zh = node["zh"].value<std::string>(), en = node["en"].value<std::string>();
    if (zh && en) return {*zh, *en};
    fail(key, {"zh 和 en 都要写", "needs both zh and en"}, {fmt::format("写 {} = {{ zh = \"…\", en = \"…\" }}", key), fmt::format("write {} = {{ zh = \"…\", en = \"…\" }}", key)});
    return {};
  }

  std::vector<std::string> list(const toml::table& table, const char* key) {
    const auto node = table[key];
    if (!node) return {};
    if (const auto one = node.value<std::string>()) return {*one};
    std::vector<std::string> all;
    const toml::array* array = node.as_array();
    if (array != nullptr) {
      for (const auto& item : *array) {
        if (const auto word = item.value<std::string>()) all.push_back(*word);
      }
      if (all.size() == array->size()) return all;
    }
    fail(key, {"应为文字或文字列表", "must be a text or a list of texts"}, {fmt::format("写 {} = [\"…\"]", key), fmt::format("write {} = [\"…\"]", key)});
    return {};
  }

  // `otherwise` where the file does not say.
  int number(const char* key, int otherwise) {
    const auto node = table_[key];
    if (!node) return otherwise;
    if (const auto value = node.value_exact<std::int64_t>(); value && *value >= 0 && *value <= kNumberMax) return static_cast<int>(*value);
    fail(key, {fmt::format("应为 0 到 {} 的整数", kNumberMax), fmt::format("must be a whole number from 0 to {}", kNumberMax)}, {fmt::format("写 {} = {}", key, otherwise), fmt::format("write {} = {}", key, otherwise)});
    return otherwise;
  }

  std::vector<desk::Stage> stages() {
    std::vector<desk::Stage> all;
    const auto node = table_["stages"];
    if (!node) return all;
    const toml::array* array = node.as_array();
    const bool tables = array != nullptr && std::all_of(array->begin(), array->end(), [](const toml::node& one) { return one.is_table(); });
    if (!tables) {
      fail("stages", {"应为一级一级的列表", "must be a list of stages"}, {"写 stages = [{ labels = { zh = \"…\", en = \"…\" }, where = \"…\" }, …]", "write stages = [{ labels = { zh = \"…\", en = \"…\" }, where = \"…\" }, …]"});
      return all;
    }
    for (const auto& item : *array) {
      const toml::table& one = *item.as_table();
      known(one, "stages.", {"labels", "where"});
      all.push_back({words(one, "labels"), one["where"].value_or(std::string())});
    }
    return all;
  }

  std::optional<desk::Formula> formula() {
    const auto node = table_["formula"];
    if (!node) return std::nullopt;
    const toml::table* one = node.as_table();
    if (one == nullptr) {
      fail("formula", {"应为 { version, zh, en }", "must be { version, zh, en }"}, {"写 formula = { version = \"…\", zh = \"…\", en = \"…\" }", "write formula = { version = \"…\", zh = \"…\", en = \"…\" }"});
      return std::nullopt;
    }
    known(*one, "formula.", {"version", "zh", "en"});
    return desk::Formula{(*one)["version"].value_or(std::string()), {(*one)["zh"].value_or(std::string()), (*one)["en"].value_or(std::string())}};
  }

  // A word of a closed set.
  template <class Of>
  auto choice(const char* key, const Of& of, const char* all) {
    const std::string word = text(key);
    const auto found = of(word);
    if (!word.empty() && !found) fail(key, {"不认识“" + word + "”", "'" + word + "' is not known"}, {std::string("可用：") + all, std::string("known are: ") + all});
    return found;
  }

 private:
  const std::string file_;
  std::vector<Fault>& faults_;
  toml::table table_;
  bool readable_ = false;
};

bool is_name(const std::string& name) {
  return !name.empty() && name.size() <= 64 && name.front() >= 'a' && name.front() <= 'z' && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

void must_be_name(const std::string& name, const std::string& file, std::vector<Fault>& faults) {
  if (is_name(name)) return;
  faults.push_back({file, "", {"名称“" + name + "”只能用小写字母、数字和下划线，以字母开头", "the name '" + name + "' may have small letters, digits and _ only, and begins with a letter"}, {"改文件或文件夹的名称", "rename the file or folder"}});
}

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

std::vector<fs::path> inside(const fs::path& folder) {
  std::vector<fs::path> all;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

DeskRead read_desk(const fs::path& folder) {
  const std::string name = folder.filename().string(), at = folder.parent_path().filename().string() + "/" + name;
  DeskRead read;
  read.desk = parse_desk(slurp(folder / "desk.toml"), at + "/desk.toml", read.faults);
  read.desk.name = name;
  must_be_name(name, at, read.faults);
  for (const fs::path& file : inside(folder / "views")) {
    if (file.extension() != ".toml") continue;
    const std::string its = at + "/views/" + file.filename().string();
    desk::View view = parse_view(slurp(file), its, read.faults);
    view.name = file.stem().string();
    must_be_name(view.name, its, read.faults);
    read.desk.views.push_back(std::move(view));
  }
  return read;
}

}  // namespace

desk::Desk parse_desk(std::string_view text, const std::string& file, std::vector<Fault>& faults) {
  desk::Desk made;
  made.file = file;
  Reader reader(text, file, faults);
  if (!reader.readable()) return made;
  reader.known(reader.table(), "", {"labels", "help", "may", "block"});
  made.label = reader.words(reader.table(), "labels");
  made.help = reader.words(reader.table(), "help");
  made.may = reader.text("may");
  const toml::array* blocks = reader.table()["block"].as_array();
  if (blocks == nullptr) {
    reader.fail("block", {"没有区块", "there is no block"}, {"写 [[block]] 和 views = [\"…\"]", "write [[block]] and views = [\"…\"]"});
    return made;
  }
  for (const auto& node : *blocks) {
    const toml::table* one = node.as_table();
    if (one == nullptr) continue;
    reader.known(*one, "block.", {"labels", "views"});
    made.blocks.push_back({reader.words(*one, "labels"), reader.list(*one, "views")});
  }
  return made;
}

desk::View parse_view(std::string_view text, const std::string& file, std::vector<Fault>& faults) {
  desk::View made;
  made.file = file;
  Reader reader(text, file, faults);
  if (!reader.readable()) return made;
  reader.known(reader.table(), "", {"labels", "help", "over", "show", "where", "columns", "sort", "by", "across", "on", "until", "per", "sum", "of", "formula", "from", "stages", "ahead"});
  made.label = reader.words(reader.table(), "labels");
  made.help = reader.words(reader.table(), "help");
  made.over = desk::over_of(reader.text("over"));
  made.show = reader.choice("show", desk::show_of, "list, number, board, matrix, calendar, timeline, chart, map, rate, median, funnel, forecast").value_or(desk::Show::kList);
  made.where = reader.text("where");
  made.columns = reader.list(reader.table(), "columns");
  made.sort = reader.text("sort");
  made.by = reader.text("by");
  made.across = reader.text("across");
  made.on = reader.list(reader.table(), "on");
  made.until = reader.text("until");
  made.per = reader.choice("per", desk::per_of, "day, week, month");
  made.sum = reader.text("sum");
  made.of = reader.text("of");
  made.formula = reader.formula();
  made.from = reader.text("from");
  made.stages = reader.stages();
  made.ahead = reader.number("ahead", desk::kAheadUsual);
  return made;
}

std::vector<DeskRead> read_desks(const fs::path& home) {
  std::vector<fs::path> folders;
  std::error_code no;  // such as a link to itself
  for (const fs::path& one : inside(home / "desks")) {
    if (fs::is_directory(one, no)) folders.push_back(one);
  }
  for (const fs::path& one : inside(home / "procedures")) {
    if (fs::exists(one / "desk.toml", no)) folders.push_back(one);
  }
  std::stable_sort(folders.begin(), folders.end(), [](const fs::path& a, const fs::path& b) { return a.filename() < b.filename(); });
  std::vector<DeskRead> all;
  for (const fs::path& one : folders) {
    const std::string before = all.empty() ? "" : all.back().desk.name;
    all.push_back(read_desk(one));
    DeskRead& read = all.back();
    if (read.desk.name != before) continue;
    read.faults.push_back({read.desk.file, "", {"已有同名工作台“" + before + "”", "there is another desk called '" + before + "'"}, {"给其中一个文件夹改名", "rename one of the two folders"}});
  }
  return all;
}

}  // namespace shaoyin::toml_files
