#include "edge/toml/procedure_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/procedure/scope.h"
#include "core/procedure/xml.h"
#include "edge/toml/form_reader.h"

namespace shaoyin::toml_files {
namespace {

using namespace shaoyin::procedure;  // NOLINT: this file speaks of nothing else
using rule::Type;
using Kind = Type::Kind;

bool is_pack_code(const std::string& text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

class Reader : public FormReader {
 public:
  ProcedureRead run(std::string_view procedure_toml, std::string_view texts_toml) {
    toml::table file, texts;
    if (!parse(procedure_toml, "procedure.toml", file) || !parse(texts_toml, "texts.toml", texts)) return finish();
    known(file, "", {"kind", "labels", "because", "variant", "title", "category", "channels", "confidential", "visible", "final_steps", "main_steps", "field", "takes", "facts", "record", "step", "auto", "action", "watch", "document"});
    p_.hash = to_hex(sha256(std::string(procedure_toml) + '\0' + std::string(texts_toml)));
    p_.kind = text(file, "kind", "");
    if (p_.kind.empty()) fail("kind", {"文件没有写明 kind", "the file names no kind"});
    p_.because = text(file, "because", "");
    p_.variant = expr(file, "variant", "");
    p_.title = text(file, "title", "");
    p_.category = text(file, "category", "");
    p_.channels = list(file, "channels", "");
    for (const std::string& channel : p_.channels) {
      if (std::find(procedure::kChannels.begin(), procedure::kChannels.end(), channel) == procedure::kChannels.end())
        fail("channels", {"没有“" + channel + "”这种来源；可用：patrol、hotline、direct_line、window、letter", "there is no channel \"" + channel + "\"; there are patrol, hotline, direct_line, window and letter"});
    }
    p_.confidential = yes_no(file, "confidential", "");
    p_.visible = expr(file, "visible", "");
    if (!p_.title.empty()) p_.title = split(p_.title, '.').back();
    if (!p_.category.empty()) p_.category = split(p_.category, '.').back();
    labels(file, "kind");
    read_fields(file);
    read_plain_inputs(file);
    read_facts(file);
    read_records(file);
    read_steps(file);
    read_autos(file);
    read_actions(file);
    read_watches(file);
    read_documents(file);
    flatten(texts, "");
    name_choices();
    if (faults_.empty()) faults_ = check_types(p_);
    return finish();
  }

 private:
  ProcedureRead finish() { return {std::move(p_), std::move(faults_)}; }
  void read_fields(const toml::table& file) {
    const toml::table* fields = table_of(file, "field");
    if (!fields) return;
    for (const auto& [name, node] : ordered(*fields)) p_.fields.emplace_back(name, slot_of(*node, "field." + name));
  }

  void read_plain_inputs(const toml::table& file) {
    const toml::table* takes = table_of(file, "takes");
    if (!takes) return;
    for (const auto& [name, node] : ordered(*takes)) {
      plain_[name] = slot_of(*node, "input." + name);
      if (plain_[name].visible) fail("takes." + name + ".visible", {"只有事项、记录或字段可以限定可见范围", "only a matter, a record or a field can be visible to some"});
    }
  }

  void read_facts(const toml::table& file) {
    const toml::table* facts = table_of(file, "facts");
    if (!facts) return;
    for (const auto& [name, node] : ordered(*facts)) {
      const std::string at = "facts." + name;
      if (const toml::table* one = node->as_table()) { read_fact_over(name, *one, at); continue; }
      const rule::Condition call = parse_expr(node->value_or(std::string()), at);
      if (!call) continue;
      if (call.root->kind != rule::Node::Kind::kCall) { fail(at, {"应为外部事实的函数，如“precedent(place, field.object)”", "must be a function of the outside, such as precedent(place, field.object)"}); continue; }
      FactSpec fact{name, call.root->word, {}, {}};
      for (const rule::Expr& kid : call.root->kids) fact.arguments.push_back({call.source, kid});
      const auto known_function = outside_functions().find(fact.function);
      if (known_function != outside_functions().end()) fact.type = known_function->second.result;
      p_.facts.push_back(std::move(fact));
    }
  }

  // A number over other matters: { over = "aid.payment", sum = "payment.amount", where = "…" }.
  void read_fact_over(const std::string& name, const toml::table& one, const std::string& at) {
    known(one, at, {"over", "sum", "count", "where", "told", "labels"});
    FactSpec fact;
    fact.name = name;
    fact.function = kOverMatters;
    fact.type = {Kind::kNumber, {}, {}, {}};
    fact.over = text(one, "over", at);
    fact.sum = text(one, "sum", at);
    fact.where = expr(one, "where", at);
    const bool counts = yes_no(one, "count", at);
    if (fact.over.empty() || fact.over.starts_with("register:")) fail(at + ".over", {"写明一种事项或它的记录，如“aid.payment”", "name a kind of matter or its records, such as 'aid.payment'"});
    if (counts == !fact.sum.empty()) fail(at, {"写 sum = \"数字列\" 或 count = true，二者取一", "write sum = \"a column of numbers\" or count = true, one of them"});
    fact.told = yes_no(one, "told", at);
    if (fact.told && !counts) fail(at + ".told", {"told 只用于 count = true", "told goes with count = true only"});
    if (fact.where) read_mine(fact, *fact.where.root);
    labels(one, at);
    p_.facts.push_back(std::move(fact));
  }

  static void read_mine(FactSpec& fact, const rule::Node& node) {
    for (const rule::Expr& kid : node.kids) read_mine(fact, *kid);
    if (node.kind != rule::Node::Kind::kName || node.path.front() != kMine || node.path.size() < 2) return;
    std::string whole, own;
    for (const std::string& part : node.path) whole += (whole.empty() ? "" : ".") + part;
    own = whole.substr(whole.find('.') + 1);
    if (std::find(fact.mine.begin(), fact.mine.end(), whole) != fact.mine.end()) return;
    auto name = std::make_shared<rule::Node>();
    name->kind = rule::Node::Kind::kName;
    name->path.assign(node.path.begin() + 1, node.path.end());
    name->at = node.at;
    fact.mine.push_back(std::move(whole));
    fact.arguments.push_back({std::move(own), std::move(name)});
  }

  std::vector<ClockDoes> does_of(const toml::table& table, const char* key, const std::string& at) {
    std::vector<ClockDoes> out;
    for (const std::string& word : list(table, key, at)) {
      if (word == "remind") { out.push_back({ClockDoes::Kind::kRemind, {}}); }
      else if (word == "escalate") { out.push_back({ClockDoes::Kind::kEscalate, {}}); }
      else if (word.starts_with("move:")) { out.push_back({ClockDoes::Kind::kMove, word.substr(5)}); }
      else if (word.starts_with("do:")) { out.push_back({ClockDoes::Kind::kAct, word.substr(3)}); }
      else { fail(at + "." + key, {"“" + word + "”不是 remind、escalate、move:环节、do:操作 之一", "'" + word + "' is none of remind, escalate, move:STEP, do:ACTION"}); }
    }
    return out;
  }

  std::vector<Mark> marks_of(const toml::table& table, const std::string& at) {
    std::vector<Mark> out;
    const toml::array* marks = table["marks"].as_array();
    if (!marks) return out;
    for (const auto& node : *marks) {
      const toml::table* one = node.as_table();
      if (!one) { fail(at + ".marks", {"应为如 { before = \"6 hours\", does = [\"remind\"] } 的表", "must be tables like { before = \"6 hours\", does = [\"remind\"] }"}); continue; }
      known(*one, at + ".marks", {"before", "after", "does"});
      Mark mark;
      mark.before_end = one->contains("before");
      const auto limit = clock::parse_limit(text(*one, mark.before_end ? "before" : "after", at + ".marks"));
      if (!limit) { fail(at + ".marks", {"时限无法读取：" + limit.error().detail, "cannot read the time: " + limit.error().detail}); continue; }
      mark.limit = *limit;
      mark.does = does_of(*one, "does", at + ".marks");
      out.push_back(std::move(mark));
    }
    return out;
  }

  std::vector<ClockSpec> clocks_of(const toml::table& owner, const std::string& at) {
    std::vector<ClockSpec> clocks;
    const toml::table* table = owner["clock"].as_table();
    if (!table) return clocks;
    for (const auto& [name, node] : ordered(*table)) {
      const std::string here = at + ".clock." + name;
      const toml::table* one = node->as_table();
      if (!one) { fail(here, {"应为表", "must be a table"}); continue; }
      known(*one, here, {"kind", "start", "until", "deadline", "variant", "from", "marks", "at_end", "labels"});
      ClockSpec clock;
      clock.name = name;
      const std::string kind = text(*one, "kind", here);
      if (kind == "promise") { clock.kind = matter::ClockKind::kPromise; }
      else if (kind == "right") { clock.kind = matter::ClockKind::kRight; }
      else if (kind != "duty") { fail(here + ".kind", {"应为 promise、duty 或 right", "must be promise, duty or right"}); }
      clock.start = text(*one, "start", here);
      clock.until = list(*one, "until", here);
      const std::string deadline = text(*one, "deadline", here);
      if (is_pack_code(deadline)) { clock.code = deadline; }
      else if (!deadline.empty()) { clock.due = parse_expr(deadline, here + ".deadline"); }
      else { fail(here + ".deadline", {"计时需要时限方案中的一行，或一个时间", "a clock needs a row of the deadline pack or an instant"}); }
      clock.variant = expr(*one, "variant", here);
      clock.from = expr(*one, "from", here);
      clock.marks = marks_of(*one, here);
      clock.at_end = does_of(*one, "at_end", here);
      labels(*one, "clock." + name);
      clocks.push_back(std::move(clock));
    }
    return clocks;
  }

  std::vector<std::string> own_steps(const toml::table& one, const char* key, const RecordSpec& record, const std::string& at) {
    std::vector<std::string> named = list(one, key, at);
    for (const std::string& step : named) {
      if (std::find(record.steps.begin(), record.steps.end(), step) == record.steps.end()) fail(at + "." + key, {"没有环节“" + step + "”", "there is no step '" + step + "'"});
    }
    return named;
  }

  void read_records(const toml::table& file) {
    const toml::table* records = table_of(file, "record");
    if (!records) return;
    for (const auto& [name, node] : ordered(*records)) {
      const std::string at = "record." + name;
      const toml::table* one = node->as_table();
      if (!one) { fail(at, {"应为表", "must be a table"}); continue; }
      known(*one, at, {"steps", "final", "at_close", "field", "clock", "law", "visible", "contested", "answers", "labels"});
      RecordSpec record;
      record.name = name;
      record.steps = list(*one, "steps", at);
      record.final_steps = list(*one, "final", at);
      if (record.steps.empty()) fail(at + ".steps", {"记录至少要有一个环节", "a record needs at least one step"});
      const std::string end = text(*one, "at_close", at);
      if (end == "cancel") { record.at_close = AtClose::kCancel; }
      else if (end == "outlive") { record.at_close = AtClose::kOutlive; }
      else if (end != "must_be_final") { fail(at + ".at_close", {"应为 must_be_final、cancel 或 outlive", "must be must_be_final, cancel or outlive"}); }
      if (const toml::table* fields = (*one)["field"].as_table()) {
        for (const auto& [field, type] : ordered(*fields)) record.fields.emplace_back(field, slot_of(*type, at + ".field." + field));
      }
      record.clocks = clocks_of(*one, at);
      record.law = expr(*one, "law", at);
      record.visible = expr(*one, "visible", at);
      record.contested = own_steps(*one, "contested", record, at);
      record.answers = own_steps(*one, "answers", record, at);
      labels(*one, at);
      p_.records.push_back(std::move(record));
    }
  }

  void read_steps(const toml::table& file) {
    const toml::table* steps = table_of(file, "step");
    if (steps) {
      for (const auto& [name, node] : ordered(*steps)) {
        const std::string at = "step." + name;
        const toml::table* one = node->as_table();
        if (!one) { fail(at, {"应为表", "must be a table"}); continue; }
        known(*one, at, {"owner", "clock", "contested", "labels"});
        p_.steps.push_back({name, false, true, expr(*one, "owner", at), clocks_of(*one, at), yes_no(*one, "contested", at)});
        labels(*one, at);
      }
    }
    for (const std::string& name : list(file, "final_steps", "")) {
      StepSpec* known_step = nullptr;
      for (StepSpec& step : p_.steps) known_step = step.name == name ? &step : known_step;
      if (known_step) { known_step->final = true; }
      else { p_.steps.push_back({name, true, true, {}, {}, false}); }
    }
    read_main_line(list(file, "main_steps", ""));
  }

  // Without a list every step is on the main line.
  void read_main_line(const std::vector<std::string>& names) {
    if (names.empty()) return;
    for (StepSpec& step : p_.steps) step.main = std::find(names.begin(), names.end(), step.name) != names.end();
    for (const std::string& name : names) {
      if (p_.step(name) == nullptr) fail("main_steps", {"没有名为“" + name + "”的环节", "no step is called \"" + name + "\""});
    }
  }

  std::vector<Effect> effects_of(const toml::table& owner, const std::string& at) {
    std::vector<Effect> out;
    const toml::array* does = owner["does"].as_array();
    if (!does) return out;
    for (const auto& node : *does) {
      const toml::table* one = node.as_table();
      if (!one) { fail(at + ".does", {"应为如 { add = \"call\" } 的表", "must be tables like { add = \"call\" }"}); continue; }
      const std::string here = at + ".does[" + std::to_string(out.size()) + "]";
      if (auto effect = effect_of(*one, here)) out.push_back(std::move(*effect));
    }
    return out;
  }

  std::optional<Effect> effect_of(const toml::table& one, const std::string& at) {
    struct Named { const char* word; Effect::Kind kind; std::set<std::string> more; };
    static const std::vector<Named> kNamed = {
        {"set", Effect::Kind::kSet, {"value"}}, {"link", Effect::Kind::kLink, {"to_matter"}}, {"add", Effect::Kind::kAdd, {"each", "with"}}, {"move", Effect::Kind::kMove, {"to", "where"}},
        {"reset", Effect::Kind::kReset, {"where"}}, {"give_to", Effect::Kind::kGiveTo, {}}, {"start", Effect::Kind::kStart, {}}, {"pause", Effect::Kind::kPause, {}},
        {"resume", Effect::Kind::kResume, {}}, {"stop", Effect::Kind::kStop, {}}, {"extend", Effect::Kind::kExtend, {"until"}},
        {"notify", Effect::Kind::kNotify, {"party", "person"}}, {"spawn", Effect::Kind::kSpawn, {"wait", "with"}}, {"absorb", Effect::Kind::kAbsorb, {}}, {"freeze", Effect::Kind::kFreeze, {}}, {"document", Effect::Kind::kDocument, {}},
        {"tell_child", Effect::Kind::kTellChild, {}}, {"precedent", Effect::Kind::kPrecedent, {}}, {"publish", Effect::Kind::kPublish, {}},
        {"withdraw", Effect::Kind::kWithdraw, {}}};
    for (const Named& named : kNamed) {
      if (!one.contains(named.word)) continue;
      std::set<std::string> names = named.more;
      names.insert(named.word);
      names.insert("where");
      known(one, at, names);
      Effect effect;
      effect.kind = named.kind;
      const bool is_expr = effect.kind == Effect::Kind::kGiveTo || effect.kind == Effect::Kind::kAbsorb || effect.kind == Effect::Kind::kFreeze;
      if (is_expr) { effect.value = expr(one, named.word, at); }
      else if (effect.kind == Effect::Kind::kPrecedent) { with(one["precedent"].as_table(), effect, at); }
      else { effect.target = text(one, named.word, at); }
      effect.to = text(one, "to", at);
      effect.each = text(one, "each", at);
      if (effect.each.ends_with("[]")) effect.each.resize(effect.each.size() - 2);
      effect.wait = yes_no(one, "wait", at);
      effect.to_person = effect.kind == Effect::Kind::kNotify && one.contains("person");
      if (effect.to_person && one.contains("party")) fail(at, {"party 和 person 只写一个", "write party or person, not both"});
      for (const char* key : {"value", "until", "party", "person", "to_matter"}) {
        if (one.contains(key)) effect.value = expr(one, key, at);
      }
      effect.where = expr(one, "where", at);
      if (one.contains("with")) with(one["with"].as_table(), effect, at);
      if (effect.target.starts_with("field.")) effect.target = effect.target.substr(6);
      return effect;
    }
    fail(at, {"没有写明已知的效果", "names no known effect"});
    return std::nullopt;
  }

  void with(const toml::table* table, Effect& effect, const std::string& at) {
    if (!table) return fail(at, {"需要“名称 = 表达式”的表", "needs a table of name = expression"});
    for (const auto& [key, node] : *table) effect.with[std::string(key.str())] = parse_expr(node.value_or(std::string()), at + "." + std::string(key.str()));
  }

  void read_autos(const toml::table& file) {
    const toml::array* autos = file["auto"].as_array();
    if (!autos) return;
    for (const auto& node : *autos) {
      const std::string at = "auto[" + std::to_string(p_.autos.size()) + "]";
      const toml::table* one = node.as_table();
      if (!one) { fail(at, {"应为表", "must be a table"}); continue; }
      known(*one, at, {"from", "to", "when", "does"});
      p_.autos.push_back({text(*one, "from", at), text(*one, "to", at), expr(*one, "when", at), effects_of(*one, at)});
    }
  }

  void read_actions(const toml::table& file) {
    const toml::array* actions = file["action"].as_array();
    const bool open_steps = std::any_of(p_.steps.begin(), p_.steps.end(), [](const StepSpec& step) { return !step.final; });
    if (!actions && !open_steps && !file.contains("action")) return;  // imported history: nothing is ever done there
    if (!actions) return fail("action", {"流程没有任何操作", "the procedure has no actions"});
    for (const auto& node : *actions) {
      const toml::table* one = node.as_table();
      if (!one) { fail("action", {"应为表", "must be a table"}); continue; }
      read_action(*one);
    }
  }

  void read_action(const toml::table& one) {
    ActionSpec action;
    action.name = text(one, "name", "action");
    const std::string at = "action." + action.name;
    known(one, at, {"name", "by", "on", "from", "in", "to", "round", "danger", "work", "returns", "answers", "may", "who", "when", "takes", "facts", "does", "because", "labels"});
    if (p_.action(action.name)) fail(at, {"出现了两次", "stands twice"});
    const std::string by = text(one, "by", at);
    if (by == "clock") { action.by = ActionSpec::By::kClock; }
    else if (by == "engine") { action.by = ActionSpec::By::kEngine; }
    else if (!by.empty()) { fail(at + ".by", {"应为 clock 或 engine；由人操作时不写", "must be clock or engine, or left out for a person"}); }
    action.on = text(one, "on", at);
    if (!action.on.empty() && !p_.record(action.on)) fail(at + ".on", {"没有记录“" + action.on + "”", "there is no record '" + action.on + "'"});
    action.from = list(one, "from", at);
    action.in = list(one, "in", at);
    action.to = list(one, "to", at);
    action.new_round = text(one, "round", at) == "new";
    action.danger = yes_no(one, "danger", at);
    action.work = yes_no(one, "work", at);
    action.returns = yes_no(one, "returns", at);
    action.answers = yes_no(one, "answers", at);
    action.may = text(one, "may", at);
    action.who = expr(one, "who", at);
    action.when = expr(one, "when", at);
    action.facts = list(one, "facts", at);
    action.because = text(one, "because", at);
    action.does = effects_of(one, at);
    for (const std::string& word : list(one, "takes", at)) take(action, word, at);
    for (const Effect& effect : action.does) {
      if (effect.kind == Effect::Kind::kAdd) take_whole_record(action, effect, at);
    }
    labels(one, at);
    p_.actions.push_back(std::move(action));
  }

  void take(ActionSpec& action, std::string word, const std::string& at) {
    Input input;
    bool optional = false, as_list = false;
    if (word.ends_with('?')) { optional = true; word.pop_back(); }
    if (word.ends_with("[]")) { as_list = true; word.resize(word.size() - 2); }
    input.name = word;
    const auto dot = word.find('.');
    const Slot* found = nullptr;
    if (dot == std::string::npos) {
      const auto plain = plain_.find(word);
      found = plain == plain_.end() ? nullptr : &plain->second;
    } else if (word.substr(0, dot) == "field") {
      input.field = word.substr(dot + 1);
      found = p_.field(input.field);
    } else if (const RecordSpec* record = p_.record(word.substr(0, dot))) {
      input.record = record->name;
      input.field = word.substr(dot + 1);
      found = record->field(input.field);
    }
    if (!found) return fail(at + ".takes", {"“" + word + "”不是字段、记录字段或已声明的输入", "'" + word + "' is no field, record field or declared input"});
    input.slot = *found;
    // "text?" lets a record be without the text; an action that acts on the record and names it asks for it.
    const bool asks = !input.record.empty() && input.record == action.on;
    input.slot.optional = optional || (input.slot.optional && !asks);
    input.slot.list = as_list;
    action.takes.push_back(std::move(input));
  }

  // An action that adds a record without naming any of its fields takes them all.
  void take_whole_record(ActionSpec& action, const Effect& effect, const std::string& at) {
    const RecordSpec* record = p_.record(effect.target);
    if (!record) return fail(at + ".does", {"没有记录“" + effect.target + "”", "there is no record '" + effect.target + "'"});
    for (const Input& input : action.takes) {
      if (input.record == record->name) return;
    }
    for (const auto& [name, slot] : record->fields) {
      if (!effect.with.contains(name)) take(action, record->name + "." + name, at);
    }
  }

  void read_watches(const toml::table& file) {
    const toml::array* watches = file["watch"].as_array();
    if (!watches) return;
    for (const auto& node : *watches) {
      const toml::table* one = node.as_table();
      if (!one) { fail("watch", {"应为表", "must be a table"}); continue; }
      WatchSpec watch;
      watch.name = text(*one, "name", "watch");
      const std::string at = "watch." + watch.name;
      known(*one, at, {"name", "every", "in", "when", "do", "labels"});
      const auto every = clock::parse_limit(text(*one, "every", at));
      if (every) { watch.every = *every; }
      else { fail(at + ".every", {"时限无法读取：" + every.error().said.zh, every.error().said.en}); }
      watch.in = list(*one, "in", at);
      watch.when = expr(*one, "when", at);
      watch.act = text(*one, "do", at);
      labels(*one, "clock." + watch.name);
      p_.watches.push_back(std::move(watch));
    }
  }

  void read_documents(const toml::table& file) {
    const toml::table* documents = table_of(file, "document");
    if (!documents) return;
    for (const auto& [name, node] : ordered(*documents)) {
      const std::string at = "document." + name;
      const toml::table* one = node->as_table();
      if (!one) { fail(at, {"应为表", "must be a table"}); continue; }
      known(*one, at, {"labels", "body", "format", "template", "verifiable"});
      labels(*one, at);
      const std::string format = text(*one, "format", at);
      if (!format.empty() && format != "xml") fail(at + ".format", {"只能写“xml”；纸面文书不写", "must be \"xml\"; left out for a paper"});
      DocumentSpec document{name, {}, format == "xml" ? DocumentSpec::Format::kXml : DocumentSpec::Format::kPaper, yes_no(*one, "verifiable", at)};
      if (one->contains(format == "xml" ? "body" : "template")) fail(at, {"纸面文书写 body，format = \"xml\" 的写 template", "a paper has a body, one with format = \"xml\" a template"});
      document.body = format == "xml" ? pieces_of(*one, at) : paragraphs_of(*one, at);
      p_.documents.push_back(std::move(document));
    }
  }

  std::vector<Paragraph> pieces_of(const toml::table& document, const std::string& at) {
    const std::string whole = text(document, "template", at);
    if (const auto wrong = xml_fault(whole)) { fail(at + ".template", {"不是完整的 XML：" + wrong->zh, "is no well-formed XML: " + wrong->en}); return {}; }
    auto pieces = xml_pieces(whole);
    if (!pieces) { fail(at + ".template", pieces.error().said); return {}; }
    return std::move(*pieces);
  }

  std::vector<Paragraph> paragraphs_of(const toml::table& document, const std::string& at) {
    std::vector<Paragraph> body;
    const toml::array* rows = document["body"].as_array();
    if (!rows) return body;
    for (const auto& row : *rows) {
      const toml::table* one = row.as_table();
      const auto zh = one ? (*one)["zh"].value<std::string>() : std::nullopt, en = one ? (*one)["en"].value<std::string>() : std::nullopt;
      if (!zh || !en) { fail(at + ".body", {"每段都要写 zh 和 en", "every paragraph needs zh and en"}); continue; }
      known(*one, at + ".body", {"each", "zh", "en"});
      body.push_back({text(*one, "each", at + ".body"), {*zh, *en}});
    }
    return body;
  }

  // A choice without a text of its own is shown by its word.
  void name_choices() {
    for (const auto& [name, slot] : p_.fields) {
      for (const std::string& option : slot.type.options) p_.texts.try_emplace("choice." + option, Words{option, option});
    }
  }

  std::map<std::string, Slot> plain_;
};

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

}  // namespace

ProcedureRead parse_procedure(std::string_view procedure_toml, std::string_view texts_toml) {
  return Reader().run(procedure_toml, texts_toml);
}

ProcedureRead read_procedure(const std::filesystem::path& folder) {
  const std::filesystem::path main = folder / "procedure.toml";
  if (!std::filesystem::exists(main)) {
    ProcedureRead missing;
    missing.faults.push_back(fault(ErrorCode::kProcedureFault, main.string(), "the file is not there"));
    return missing;
  }
  return parse_procedure(slurp(main), slurp(folder / "texts.toml"));
}

}  // namespace shaoyin::toml_files
