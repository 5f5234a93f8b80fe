#include <algorithm>

#include "core/procedure/check_parts.h"
#include "core/procedure/walk_parts.h"

namespace shaoyin::procedure {
namespace {

using matter::Matter;
using matter::Record;
using matter::RunningClock;
using rule::Node;

// Whether an expression decides where a matter goes; others only decide what is printed, sent or asked.
bool steers(const Use& use) {
  if (use.of == Use::Of::kFact || use.of == Use::Of::kVisible) return false;
  if (!use.effect) return true;
  switch (use.effect->kind) {
    case Effect::Kind::kSet: case Effect::Kind::kAdd: case Effect::Kind::kMove: case Effect::Kind::kReset:
    case Effect::Kind::kGiveTo: case Effect::Kind::kPause: case Effect::Kind::kResume: case Effect::Kind::kStop: return true;
    default: return use.condition == &use.effect->where;
  }
}

class LensMaker {
 public:
  explicit LensMaker(const Procedure& procedure) : p_(procedure) {}

  Lens run() {
    for_each_use(p_, [this](const Use& use) {
      if (!steers(use)) return;
      const bool chooses = use.of == Use::Of::kClock;
      for_each_node(*use.condition->root, [&](const Node& node) { see(node, chooses); });
    });
    for (const RecordSpec& record : p_.records) {
      if (record.steps.size() == 1 && record.is_final(record.steps.front()) && record.clocks.empty() && !lens_.types.contains(record.name)) lens_.inert.insert(record.name);
    }
    return std::move(lens_);
  }

 private:
  void see(const Node& node, bool chooses) {
    if (node.kind == Node::Kind::kQuantifier) lens_.types.insert(node.record);
    if (!node.type.row.empty()) lens_.types.insert(node.type.row);
    if (node.kind == Node::Kind::kName && p_.record(node.path[0])) lens_.types.insert(node.path[0]);
    if (node.kind == Node::Kind::kName) see_name(node, chooses);
    if (node.kind == Node::Kind::kMember) see_member(node);
    if (node.kind == Node::Kind::kCall) see_call(node);
    if (node.kind == Node::Kind::kQuantifier && node.of_all_rounds) see_all_rounds(node);
    if (node.kind == Node::Kind::kLiteral && node.literal.kind() == Value::Kind::kText) lens_.words.insert(node.literal.as_text());
    if (node.kind == Node::Kind::kLiteral && node.literal.kind() == Value::Kind::kNumber) lens_.numbers.insert(node.literal.as_number());
    if (node.kind == Node::Kind::kCompare) see_child_step(node);
  }

  void see_all_rounds(const Node& quantifier) {
    std::set<std::string>& columns = lens_.all_rounds[quantifier.record];
    if (quantifier.word != "any" && quantifier.word != "all" && quantifier.word != "all_or_none") lens_.counted.insert(quantifier.record);
    for_each_node(quantifier, [&](const Node& node) {
      if (node.kind == Node::Kind::kName && node.path.size() == 2 && node.path[0] == quantifier.record) columns.insert(node.path[1]);
    });
  }

  void see_name(const Node& node, bool chooses) {
    const std::string part = node.path.size() > 1 ? node.path[1] : std::string();
    const std::string& head = node.path[0];
    if (head == "has_parent") lens_.parent = true;
    if (head == "opener" && part == "person") lens_.opener = true;
    if (head == "field") (chooses ? lens_.known_fields : lens_.fields).insert(part);
    if (head == "fact") lens_.facts.insert(part);
    if (head == "child") { lens_.child = true; lens_.child_final = lens_.child_final || part == "final"; }
    if (p_.record(head) && !part.empty()) lens_.columns.insert({head, part});
  }

  void see_member(const Node& node) {
    const Node& inner = *node.kids[0];
    if (inner.type.row != "deed") { lens_.columns.insert({inner.type.row, node.word}); return; }
    const bool of_matter = inner.word == "did";
    const std::pair<std::string, std::string> deed{of_matter ? "" : inner.kids[0]->type.row, inner.kids[of_matter ? 0 : 1]->literal.as_text()};
    (node.word == "person" ? lens_.deed_persons : lens_.deed_units).insert(deed);
  }

  void see_call(const Node& node) {
    if (node.word == "workers") lens_.workers = true;
    if (node.word == "past") lens_.past = true;
    if (node.word == "last") lens_.last.insert(node.kids[0]->type.row);
    if (node.word == "overdue") lens_.overdue.insert(node.kids[0]->literal.as_text());
    if (node.word == "already") lens_.columns.insert({node.kids[0]->type.row, node.kids[1]->literal.as_text()});
    if (node.word == "published") lens_.published.insert(node.kids[0]->literal.as_text());
    if (node.word == "issued") lens_.issued.insert(node.kids[0]->literal.as_text());
    if (node.word == "units") lens_.columns.insert({node.kids[0]->type.row, "unit"});
    if (node.word == "performers") lens_.deed_persons.insert({node.kids[0]->type.row, node.kids[1]->literal.as_text()});
  }

  void see_child_step(const Node& node) {
    const auto is_step = [](const Node& side) { return side.kind == Node::Kind::kName && side.path.size() == 2 && side.path[0] == "child"; };
    for (int side = 0; side < 2; ++side) {
      if (!is_step(*node.kids[static_cast<std::size_t>(side)])) continue;
      for_each_node(*node.kids[static_cast<std::size_t>(1 - side)], [this](const Node& literal) {
        if (literal.kind == Node::Kind::kLiteral) lens_.child_steps.insert(literal.literal.as_text());
      });
    }
  }

  const Procedure& p_;
  Lens lens_;
};

// A and B, and their people, exchanged or not.
std::string named(const std::string& code, bool swapped) {
  if (!swapped || code.empty() || code.size() > 2) return code;
  switch (code[0]) {
    case 'A': return code.size() == 1 ? "B" : code;
    case 'B': return code.size() == 1 ? "A" : code;
    case 'a': return "b" + code.substr(1);
    case 'b': return "a" + code.substr(1);
    default: return code;
  }
}

std::string word(const Value& value, bool swapped) {
  switch (value.kind()) {
    case Value::Kind::kNothing: return "?";
    case Value::Kind::kText: case Value::Kind::kSealed: return named(value.as_text(), swapped);
    case Value::Kind::kList: return "[" + std::to_string(value.items().size()) + "]";
    default: return std::to_string(value.as_number());
  }
}

void add_deeds(const Lens& lens, const std::string& record, const std::map<std::string, matter::Deed>& deeds, bool swapped, std::string& out) {
  for (const auto& [action, deed] : deeds) {
    if (lens.deed_persons.contains({record, action})) out += "!" + action + "=" + named(deed.person, swapped);
    if (lens.deed_units.contains({record, action})) out += "!" + action + "@" + named(deed.unit, swapped);
  }
}

std::string clock_word(const Lens& lens, const RunningClock& clock) {
  return "~" + clock.name + (clock.state == RunningClock::State::kPaused ? "p" : "") + (clock.overdue() && lens.overdue.contains(clock.name) ? "o" : "");
}

std::string sorted(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const std::string& part : parts) out += part + ";";
  return out;
}

std::string record_word(const Lens& lens, const Matter& matter, const Record& record, bool swapped) {
  std::string out = record.type + ":" + record.step;
  for (const auto& [name, value] : record.fields) {
    if (lens.columns.contains({record.type, name})) out += "," + word(value, swapped);
  }
  add_deeds(lens, record.type, record.deeds, swapped, out);
  std::vector<std::string> clocks;
  for (const RunningClock& clock : matter.clocks) {
    if (clock.open() && clock.record == record.type && clock.record_number == record.number) clocks.push_back(clock_word(lens, clock));
  }
  return out + sorted(std::move(clocks));
}

// A record of an earlier round: only what conditions over all rounds look at, and whether it hinders the end.
std::string old_word(const Lens& lens, const Procedure& procedure, const Record& record, bool swapped) {
  const RecordSpec* spec = procedure.record(record.type);
  const bool blocks = spec && spec->at_close == AtClose::kMustBeFinal && !spec->is_final(record.step);
  const auto columns = lens.all_rounds.find(record.type);
  if (columns == lens.all_rounds.end()) return blocks ? record.type + "<!" : std::string();
  std::string out = record.type + (blocks ? "<!" : "<");
  for (const std::string& column : columns->second) {
    const auto field = record.fields.find(column);
    out += "," + (column == "step" ? record.step : field == record.fields.end() ? "?" : word(field->second, swapped));
  }
  return out;
}

std::string records_word(const Lens& lens, const Procedure& procedure, const Matter& matter, bool swapped) {
  std::vector<std::string> parts;
  std::map<std::string, const Record*> last;
  for (const Record& record : matter.records) {
    if (record.round == matter.round) last[record.type] = &record;
  }
  for (const Record& record : matter.records) {
    if (lens.inert.contains(record.type)) continue;
    if (record.round != matter.round) {
      std::string part = old_word(lens, procedure, record, swapped);
      const bool known = std::find(parts.begin(), parts.end(), part) != parts.end();
      if (!part.empty() && (!known || lens.counted.contains(record.type))) parts.push_back(std::move(part));
      continue;
    }
    std::string part = record_word(lens, matter, record, swapped);
    if (lens.last.contains(record.type) && last[record.type] == &record) part += "$";
    parts.push_back(std::move(part));
  }
  return sorted(std::move(parts));
}

std::string matter_word(const Lens& lens, const Procedure& procedure, const Matter& matter, bool swapped) {
  std::string out = matter.step + "|" + named(matter.owner, swapped) + "|" + std::to_string(matter.round) + "|" + (lens.opener ? matter.opener_person : "") + "|";
  if (lens.parent && matter.parent.present()) out += "^";
  for (const auto& [name, value] : matter.fields) {
    if (lens.fields.contains(name)) { out += name + "=" + word(value, swapped) + ","; }
    else if (lens.known_fields.contains(name) && value.known()) { out += name + ","; }
  }
  for (const auto& [name, value] : matter.facts) {
    if (lens.facts.contains(name)) out += "#" + name + "=" + word(value, swapped);
  }
  add_deeds(lens, "", matter.deeds, swapped, out);
  if (lens.workers) {
    std::vector<std::string> people;
    for (const PersonCode& person : matter.workers) people.push_back(named(person, swapped));
    out += "*" + sorted(std::move(people));
  }
  if (!matter.children.empty() && lens.child) {
    const matter::Child& child = matter.children.back();
    out += ">" + child.step + (lens.child_final && child.final ? "." : "");
  }
  for (const auto& [what, since] : matter.published) out += lens.published.contains(what) ? "%" + what : "";
  for (const matter::Issued& one : matter.issued) out += lens.issued.contains(one.document) ? "&" + one.document : "";
  std::vector<std::string> clocks;
  for (const RunningClock& clock : matter.clocks) {
    if (clock.open() && clock.record.empty()) clocks.push_back(clock_word(lens, clock));
  }
  return out + "|" + sorted(std::move(clocks)) + "|" + records_word(lens, procedure, matter, swapped);
}

}  // namespace

Lens lens_of(const Procedure& procedure) { return LensMaker(procedure).run(); }

std::string seen_through(const Lens& lens, const Matter& matter, const Record& record) { return record_word(lens, matter, record, false); }

std::string seen_through(const Lens& lens, const Procedure& procedure, const Matter& matter) {
  return std::min(matter_word(lens, procedure, matter, false), matter_word(lens, procedure, matter, true));
}

void blur(const Lens& lens, Matter& matter) {
  std::erase_if(matter.clocks, [](const RunningClock& clock) { return !clock.open(); });
  int number = 0;
  for (RunningClock& clock : matter.clocks) {
    clock.number = ++number;
    clock.level = lens.overdue.contains(clock.name) ? std::min(clock.level, 1) : 0;
    clock.marks_done = 0;
    clock.started = SmallWorld::kNow;
    clock.due = SmallWorld::kNow + hours(1);
    clock.next = SmallWorld::kLater;
  }
  matter.files.clear();  // every photo of a walk is a new one
  // A document that was issued stays so however often.
  std::set<std::string> papers;
  std::erase_if(matter.issued, [&](const matter::Issued& one) { return !papers.insert(one.document).second; });
  // Of those who worked the last is enough to tell doer from asker; every set of them would multiply the lives.
  if (matter.workers.size() > 1) matter.workers.erase(matter.workers.begin(), matter.workers.end() - 1);
  if (matter.children.size() > 1) matter.children.erase(matter.children.begin(), matter.children.end() - 1);
}

}  // namespace shaoyin::procedure
