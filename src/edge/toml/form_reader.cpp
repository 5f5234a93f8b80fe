#include "edge/toml/form_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/base/utf8.h"
#include "edge/toml/procedure_file.h"

namespace shaoyin::toml_files {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

void FormReader::fail(const std::string& at, const Words& why) { faults_.push_back(fault(ErrorCode::kProcedureFault, at, why.en, why)); }

bool FormReader::parse(std::string_view source, const char* name, toml::table& out) {
  if (source.size() > kProcedureBytesMax) return fail(name, {fmt::format("文件超过 {} 字节", kProcedureBytesMax), fmt::format("longer than {} bytes", kProcedureBytesMax)}), false;
  if (!is_clean_utf8(source)) return fail(name, {"不是 UTF-8 文本，或含控制字符", "is no clean UTF-8"}), false;
  Result<toml::table> table = parse_text(source);
  if (!table) return fail(name, {table.error().said.zh, table.error().field + ": " + table.error().detail}), false;
  out = std::move(*table);
  return true;
}

// Names that the form does not have are slips of the pen; silence would make them rules nobody follows.
void FormReader::known(const toml::table& table, const std::string& at, const std::set<std::string>& names) {
  for (const auto& [key, node] : table) {
    if (!names.contains(std::string(key.str()))) fail((at.empty() ? "" : at + ".") + std::string(key.str()), {fmt::format("第 {} 行：不认识的名称", node.source().begin.line), fmt::format("line {}: unknown name", node.source().begin.line)});
  }
}

std::string FormReader::text(const toml::table& table, const char* key, const std::string& at) {
  const auto node = table[key];
  if (!node) return {};
  if (const auto value = node.value<std::string>()) return *value;
  fail(at.empty() ? key : at + "." + key, {"应为文字", "must be a text"});
  return {};
}

std::vector<std::string> FormReader::list(const toml::table& table, const char* key, const std::string& at) {
  std::vector<std::string> out;
  const auto node = table[key];
  if (!node) return out;
  if (const auto one = node.value<std::string>()) return {*one};
  if (const toml::array* array = node.as_array()) {
    for (const auto& item : *array) {
      if (const auto word = item.value<std::string>()) { out.push_back(*word); }
      else { fail(at + "." + key, {"应为文字列表", "must be a list of texts"}); }
    }
    return out;
  }
  fail(at + "." + key, {"应为文字或文字列表", "must be a text or a list of texts"});
  return out;
}

rule::Condition FormReader::parse_expr(const std::string& source, const std::string& at) {
  auto parsed = rule::parse(source);
  if (parsed) return *parsed;
  fail(at, parsed.error().said);
  return {};
}

rule::Condition FormReader::expr(const toml::table& table, const char* key, const std::string& at) {
  const std::string source = text(table, key, at);
  return source.empty() ? rule::Condition{} : parse_expr(source, at.empty() ? key : at + "." + key);
}

void FormReader::labels(const toml::table& table, const std::string& key) {
  const auto node = table["labels"];
  if (!node) return;
  const auto zh = node["zh"].value<std::string>(), en = node["en"].value<std::string>();
  if (!zh || !en) return fail(key + ".labels", {"zh 和 en 都要写", "needs both zh and en"});
  p_.texts[key] = {*zh, *en};
}

void FormReader::flatten(const toml::table& table, const std::string& prefix) {
  const auto zh = table["zh"].value<std::string>(), en = table["en"].value<std::string>();
  if (zh || en) {
    if (!zh || !en) return fail("texts." + prefix, {"zh 和 en 都要写", "needs both zh and en"});
    p_.texts[prefix.ends_with(".label") ? prefix.substr(0, prefix.size() - 6) : prefix] = {*zh, *en};
    return;
  }
  for (const auto& [key, node] : table) {
    const std::string at = (prefix.empty() ? "" : prefix + ".") + std::string(key.str());
    if (const toml::table* inner = node.as_table()) { flatten(*inner, at); }
    else { fail("texts." + at, {"应为含 zh 和 en 的表", "must be a table with zh and en"}); }
  }
}

// "text", "text?", "party", "choice:a|b", "ref:category" …
procedure::Slot FormReader::slot(std::string word, const std::string& at) {
  Slot made;
  if (word.ends_with('?')) { made.optional = true; word.pop_back(); }
  if (word.starts_with("choice:")) { made.type = {Kind::kChoice, split(word.substr(7), '|'), {}, {}}; return made; }
  if (word.starts_with("ref:")) word = word.substr(4);
  static const std::map<std::string, Kind> kKinds = {
      {"text", Kind::kSealed}, {"number", Kind::kNumber}, {"yes_no", Kind::kYesNo}, {"instant", Kind::kInstant}, {"party", Kind::kParty},
      {"person", Kind::kPerson}, {"place", Kind::kPlace}, {"category", Kind::kCategory}, {"matter", Kind::kMatter}, {"choice", Kind::kChoice}};
  if (word == "evidence" || word == "proof") {
    made.type = rule::list_of({Kind::kText, {}, {}, {}});
    made.evidence = true;
    made.proof = word == "proof";
    return made;
  }
  const auto found = kKinds.find(word);
  if (found == kKinds.end()) { fail(at, {"“" + word + "”不是类型；可用：text、number、yes_no、instant、party、person、place、category、matter、evidence、proof、choice:a|b", "'" + word + "' is no type; known: text number yes_no instant party person place category matter evidence proof choice:a|b"}); return made; }
  made.type = {found->second, {}, {}, {}};
  return made;
}

procedure::Slot FormReader::slot_of(const toml::node& node, const std::string& at) {
  if (const auto word = node.value<std::string>()) return slot(*word, at);
  const toml::table* table = node.as_table();
  if (!table) { fail(at, {"应为类型，或写明类型的表", "must be a type or a table with one"}); return {}; }
  known(*table, at, {"type", "of", "max", "min", "labels", "personal", "optional", "after", "before", "within", "visible"});
  Slot made = slot(text(*table, "type", at), at);
  if (made.type.kind == Kind::kChoice && made.type.options.empty()) made.type.options = list(*table, "of", at);
  if (made.type.kind == Kind::kNumber) { number_bounds(*table, at, made); }
  else { made.max = (*table)["max"].value_or(procedure::kTextMax); }
  made.personal = yes_no(*table, "personal", at);
  made.optional = made.optional || yes_no(*table, "optional", at);
  bounds(*table, at, made);
  made.visible = expr(*table, "visible", at);
  labels(*table, at);
  return made;
}

void FormReader::bounds(const toml::table& table, const std::string& at, procedure::Slot& made) {
  if (table.contains("min") && made.type.kind != Kind::kNumber) fail(at + ".min", {"min 只能用于数字（number）", "min bounds a number only"});
  const std::string after = text(table, "after", at), before = text(table, "before", at), within = text(table, "within", at);
  if (after.empty() && before.empty() && within.empty()) return;
  if (made.type.kind != Kind::kInstant) return fail(at, {"after、before 和 within 只能用于时间（instant）", "after, before and within bound an instant only"});
  if (!after.empty() && after != "now") fail(at + ".after", {"只能写“now”", "must be \"now\""});
  if (!before.empty() && before != "now") fail(at + ".before", {"只能写“now”", "must be \"now\""});
  if (!before.empty() && !(after.empty() && within.empty())) fail(at + ".before", {"不能既在将来又在过去", "cannot lie both ahead and behind"});
  made.after_now = after == "now";
  made.before_now = before == "now";
  if (within.empty()) return;
  const auto limit = clock::parse_limit(within);
  if (!limit) return fail(at + ".within", {"时限无法读取：" + limit.error().detail, "cannot read the time: " + limit.error().detail});
  made.within = *limit;
}

// "true" in quotes is a text and not a yes: a name that was meant to be personal would stand in clear.
bool FormReader::yes_no(const toml::table& table, const char* key, const std::string& at) {
  const std::string here = at.empty() ? key : at + "." + key;
  if (table.contains(key) && !table[key].is_boolean()) fail(here, {"应为 true 或 false，不加引号", "must be true or false, without quotes"});
  return table[key].value_exact<bool>().value_or(false);
}

void FormReader::number_bounds(const toml::table& table, const std::string& at, procedure::Slot& made) {
  made.least = table["min"].value<std::int64_t>();
  made.most = table["max"].value<std::int64_t>();
  for (const char* key : {"min", "max"}) {
    if (table.contains(key) && !table[key].is_integer()) fail(at + "." + key, {"应为整数", "must be a whole number"});
  }
  if (made.least && made.most && *made.least > *made.most) fail(at + ".min", {"比 max 大", "is more than max"});
}

const toml::table* FormReader::table_of(const toml::table& file, const char* key) {
  const auto node = file[key];
  if (node && !node.as_table()) fail(key, {"应为表", "must be a table"});
  return node.as_table();
}

// In the order of the file: forms and lists show fields as the author wrote them.
std::vector<std::pair<std::string, const toml::node*>> FormReader::ordered(const toml::table& table) {
  std::vector<std::pair<std::string, const toml::node*>> items;
  for (const auto& [key, node] : table) items.emplace_back(std::string(key.str()), &node);
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
    const auto x = a.second->source().begin, y = b.second->source().begin;
    return x.line != y.line ? x.line < y.line : x.column < y.column;
  });
  return items;
}

}  // namespace shaoyin::toml_files
