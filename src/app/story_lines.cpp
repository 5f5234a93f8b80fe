#include "app/story_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "app/callers.h"

namespace shaoyin::app {
namespace {

// "unit" stands for "call.unit" where the action has such an input.
std::string full_name(const procedure::ActionSpec& spec, const std::string& name) {
  for (const procedure::Input& input : spec.takes) {
    if (input.name == name || input.field == name) return input.name;
  }
  return name;
}

// Codes and whole numbers only; texts lie in the vault.
std::string unmet_field(const matter::Matter& m, const std::string& wanted) {
  const auto space = wanted.find(' ');
  const std::string name = wanted.substr(0, space), value = space == std::string::npos ? std::string() : wanted.substr(space + 1);
  const auto found = m.fields.find(name);
  const Value is = found == m.fields.end() ? Value::nothing() : found->second;
  const std::string seen = is.kind() == Value::Kind::kNumber ? std::to_string(is.as_number()) : is.as_text();
  return seen == value ? std::string() : fmt::format("expected field.{} {}, is {}", name, value, seen.empty() ? "not known" : seen);
}

std::string unmet_overdue(const matter::Matter& m, const std::string& name) {
  const bool late = std::any_of(m.clocks.begin(), m.clocks.end(), [&](const matter::RunningClock& clock) { return clock.name == name && clock.open() && clock.overdue(); });
  return late ? std::string() : "expected an overdue clock " + name;
}

std::string unmet_due(const matter::Matter& m, const std::string& name, const std::string& when, const std::string& day) {
  const auto expected = moment_of(when, day);
  if (!expected) return "no time: " + when;
  std::string seen;
  for (const matter::RunningClock& clock : m.clocks) {
    if (clock.name != name || !clock.open()) continue;
    if (clock.due == *expected) return {};
    seen += (seen.empty() ? "" : ", ") + format_local(clock.due);
  }
  return fmt::format("expected {} by {}, found {}", name, format_local(*expected), seen.empty() ? "no such clock" : seen);
}

}  // namespace

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::string part;
  std::stringstream stream(text);
  while (std::getline(stream, part, separator)) parts.push_back(trimmed(part));
  return parts;
}

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> found;
  std::string now;
  int spaces = 0;
  int depth = 0;
  for (const char c : line) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ' ' && depth == 0) { ++spaces; continue; }
    if (spaces >= 2 && !now.empty()) { found.push_back(now); now.clear(); }
    else if (spaces == 1 && !now.empty()) { now += ' '; }
    else if (spaces > 0 && depth > 0) { now += std::string(static_cast<std::size_t>(spaces), ' '); }
    spaces = 0;
    now += c;
  }
  if (!now.empty()) found.push_back(now);
  return found;
}

std::string without_comment(const std::string& line) {
  for (std::size_t at = line.find('#'); at != std::string::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ') return line.substr(0, at);
  }
  return line;
}

std::optional<WrittenAct> read_act(const std::string& column) {
  WrittenAct written;
  std::string act = column;
  if (const auto open = act.find('('); open != std::string::npos) {
    if (act.back() != ')') return std::nullopt;
    written.inputs = act.substr(open + 1, act.size() - open - 2);
    act = trimmed(act.substr(0, open));
  }
  if (const auto colon = act.find(':'); colon != std::string::npos) {
    written.matter = trimmed(act.substr(0, colon));
    act = trimmed(act.substr(colon + 1));
  }
  if (const auto hash = act.find('#'); hash != std::string::npos) {
    written.record = std::atoi(act.c_str() + hash + 1);
    act = act.substr(0, hash);
  }
  written.action = act;
  return written;
}

std::optional<Instant> moment_of(const std::string& text, const std::string& day) {
  std::string rest = text;
  std::int64_t ahead = 0;
  if (rest.starts_with('+')) {
    const auto d = rest.find('d');
    if (d == std::string::npos) return std::nullopt;
    ahead = std::atoi(rest.c_str() + 1);
    rest = trimmed(rest.substr(d + 1));
  }
  const auto at = parse_instant(rest.size() <= 5 ? day + " " + rest : rest);
  if (!at) return std::nullopt;
  return *at + days(ahead);
}

const procedure::Input* written_input(const Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& spec, const std::string& name) {
  if (!name.starts_with("child.")) return spec.input(name);
  for (const procedure::Effect& effect : spec.does) {
    if (effect.kind != procedure::Effect::Kind::kSpawn) continue;
    const auto child = rules.current(effect.target);
    if (child) return child->opening().input(name.substr(6));
  }
  return procedure.opening().input(name);
}

bool fill_inputs(const std::string& written, const Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& spec,
                 const ValueOf& value_of, Request& request) {
  std::vector<std::string> waiting;  // inputs without a name fill these in order
  if (spec.to.size() > 1) waiting.push_back("to");
  for (const procedure::Input& input : spec.takes) waiting.push_back(input.name);
  std::size_t next = 0;
  for (const std::string& part : parts_of(written, ';')) {
    if (part.empty()) continue;
    std::string name, value = part;
    const auto colon = part.find(": ");
    if (colon != std::string::npos) {
      name = full_name(spec, part.substr(0, colon));
      value = trimmed(part.substr(colon + 2));
    } else if (next < waiting.size()) {
      name = waiting[next++];
    } else {
      return false;
    }
    if (name == "to") { request.to = value; continue; }
    const procedure::Input* input = written_input(rules, procedure, spec, name);
    if (input == nullptr || input->slot.evidence || !input->slot.list) { request.inputs[name] = value_of(input, value); continue; }
    std::vector<Value> items;
    for (const std::string& item : parts_of(value, ',')) items.push_back(value_of(input, item));
    request.inputs[name] = Value::list(std::move(items));
  }
  return true;
}

RecordNumber record_meant(const House& house, const procedure::Procedure& procedure, const matter::Matter& matter,
                          const procedure::ActionSpec& spec, const access::Caller& caller) {
  const auto rules = house.rules();
  const BookOutside outside(*rules->book);
  const procedure::Facts facts{house.now(), caller.actor, rules->calendar, rules->pack, outside, {}, {}, {}, {}, may_of(caller, *rules->book)};
  RecordNumber first = 0, own = 0;
  for (const matter::Record& record : matter.records) {
    if (record.type != spec.on) continue;
    if (first == 0) first = record.number;
    const procedure::Possible verdict = procedure::possible(procedure, matter, spec, record.number, facts);
    if (verdict.step && verdict.who) return record.number;
    const auto unit = record.fields.find("unit");
    if (unit != record.fields.end() && unit->second.as_text() == caller.actor.unit) own = record.number;
  }
  return own ? own : first;
}

std::string unmet(const std::string& wanted, const matter::Matter& matter, const std::string& alias, const std::string& day) {
  if (wanted.starts_with("owner ")) {
    const std::string owner = wanted.substr(6);
    return matter.owner == owner ? std::string() : fmt::format("expected owner {}, is {}", owner, matter.owner);
  }
  if (wanted.starts_with("field.")) return unmet_field(matter, wanted.substr(6));
  if (wanted.starts_with("overdue ")) return unmet_overdue(matter, wanted.substr(8));
  if (const auto by = wanted.find(" by "); by != std::string::npos) return unmet_due(matter, wanted.substr(0, by), wanted.substr(by + 4), day);
  return matter.step == wanted ? std::string() : fmt::format("expected {}, {} is {}", wanted, alias, matter.step);
}

}  // namespace shaoyin::app
