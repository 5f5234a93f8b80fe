#include "app/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "app/callers.h"
#include "app/story_lines.h"

namespace shaoyin::app {
namespace {

struct Line {
  int number = 0;
  Instant at;
  std::string day;     // "2023-02-14"
  std::string actor;
  std::string matter;  // alias, may be empty
  std::string action;
  RecordNumber record = 0;
  std::string inputs;
  std::vector<std::string> expected;
};

class Player {
 public:
  Player(const Town& town, House& house, SetClock& clock) : town_(town), house_(house), clock_(clock) {}

  StoryResult play(const std::string& text) {
    std::stringstream stream(text);
    std::string raw;
    for (int number = 1; std::getline(stream, raw); ++number) {
      raw = without_comment(raw);
      if (trimmed(raw).empty()) continue;
      if (header(raw)) continue;
      line_ = number;
      if (!play_line(raw)) break;
    }
    collect();
    return std::move(result_);
  }

 private:
  bool fail(const std::string& why) {
    result_.faults.push_back(fmt::format("line {}: {}", line_, why));
    return false;
  }

  bool header(const std::string& raw) {
    for (const char* key : {"story", "preset", "place", "kind", "rows"}) {
      const std::string start = std::string(key) + ":";
      if (!raw.starts_with(start)) continue;
      const std::string value = trimmed(raw.substr(start.size()));
      if (start == "story:") result_.name = value;
      if (start == "place:") place_ = value;
      if (start == "kind:") kind_ = value;
      return true;
    }
    return false;
  }

  bool read(const std::string& raw, Line& line) {
    auto cells = columns_of(raw);
    if (cells.size() < 4) return fail("needs time, actor, action and what is expected, two spaces apart");
    const std::string time = cells[0];
    if (time.size() > 5) { day_ = time.substr(0, 10); }
    const std::string minute = time.size() > 5 ? trimmed(time.substr(10)) : time;
    const auto at = parse_instant(day_ + " " + minute);
    if (!at) return fail("no time: " + time);
    line.at = *at;
    line.day = day_;
    line.actor = cells[1];
    const auto act = read_act(cells[2]);
    if (!act) return fail("the inputs are not closed with ')'");
    line.matter = act->matter;
    line.action = act->action;
    line.record = act->record;
    line.inputs = act->inputs;
    line.expected.assign(cells.begin() + 3, cells.end());
    return true;
  }

  // The clock acts whenever it is due before this line, in order of time.
  bool run_clock(Instant until) {
    for (int rounds = 0; rounds < 2000; ++rounds) {
      std::optional<Instant> next;
      for (const auto& [alias, id] : known_) {
        const auto loaded = load_matter(house_, id);
        if (!loaded) return fail("cannot load " + alias);
        const auto look = loaded->matter.final && loaded->matter.historical ? std::nullopt : loaded->stored.row.look_again;
        if (look && *look <= until && (!next || *look < *next)) next = look;
      }
      if (!next) break;
      clock_.set(std::max(*next, clock_.now()));
      const auto ticked = tick_due(house_);
      if (!ticked || ticked->failed > 0) return fail("a clock could not act");
      if (ticked->acted == 0) return fail("a clock is due but does nothing");
    }
    clock_.set(until);
    return true;
  }

  access::Caller caller(const std::string& name, const std::string& alias) {
    access::Caller made;
    made.key_scope = "story:" + name;
    if (name == "resident" || name == "reporter") {
      made.actor.as = matter::Actor::As::kResident;
      made.actor.is_reporter = name == "reporter" || reported_by_resident_.contains(alias);
      made.grants.push_back({{"matter.open", "resident.answer", "matter.withdraw"}, "120103"});
      return made;
    }
    made.actor.as = matter::Actor::As::kStaff;
    made.actor.person = "p-" + name;
    for (const StoryActor& actor : town_.actors) {
      if (actor.name != name) continue;
      made.actor.unit = actor.unit;
      made.grants.push_back({actor.verbs, actor.area});
    }
    return made;
  }

  bool known_actor(const std::string& name) const {
    return name == "resident" || name == "reporter" || name == "clock" ||
           std::any_of(town_.actors.begin(), town_.actors.end(), [&](const StoryActor& actor) { return actor.name == name; });
  }

  // "whistle" names the last whistle that any known matter has spawned.
  void learn_children() {
    const auto known = known_;
    for (const auto& [alias, id] : known) {
      const auto loaded = load_matter(house_, id);
      if (!loaded) continue;
      for (const matter::Child& child : loaded->matter.children) known_[child.kind] = child.id;
    }
  }

  bool play_line(const std::string& raw) {
    Line line;
    if (!read(raw, line)) return false;
    if (line.at < clock_.now()) return fail("time runs backwards");
    if (!known_actor(line.actor)) return fail("there is no actor '" + line.actor + "' in the town");
    if (!run_clock(line.at)) return false;
    if (line.actor == "clock") return check(line, line.matter.empty() ? current_ : line.matter);
    const std::string kind = kind_.empty() ? "report" : kind_;
    const std::string alias = !line.matter.empty() ? line.matter : !current_.empty() ? current_ : kind;
    Request request;
    request.caller = caller(line.actor, alias);
    request.key = fmt::format("story-line-{:04}", line_);
    std::shared_ptr<const procedure::Procedure> procedure;
    if (const auto found = known_.find(alias); found != known_.end()) {
      const auto loaded = load_matter(house_, found->second);
      if (!loaded) return fail("cannot load " + alias);
      procedure = house_.rules()->of(loaded->matter);
      request.matter = found->second;
      request.action = line.action;
      const procedure::ActionSpec* spec = procedure->action(line.action);
      if (!spec) return fail(procedure->kind + " has no action '" + line.action + "'");
      if (!spec->on.empty()) request.record = line.record ? line.record : record_meant(house_, *procedure, loaded->matter, *spec, request.caller);
      if (!fill(request, *procedure, *spec, line)) return false;
    } else {
      procedure = house_.rules()->current(alias);
      if (!procedure) procedure = house_.rules()->current(kind);
      if (!procedure) return fail("there is no matter or procedure '" + alias + "'");
      request.kind = procedure->kind;
      request.place = place_;
      if (procedure->opening().name != line.action) return fail("'" + alias + "' is opened by " + procedure->opening().name);
      if (!fill(request, *procedure, procedure->opening(), line)) return false;
    }
    return judge(line, alias, *procedure, submit_action(house_, request), request);
  }

  bool fill(Request& request, const procedure::Procedure& procedure, const procedure::ActionSpec& spec, const Line& line) {
    const auto value_of = [&](const procedure::Input* input, const std::string& text) { return one(input, text, line); };
    if (!fill_inputs(line.inputs, *house_.rules(), procedure, spec, value_of, request)) return fail("too many inputs");
    complete(request, spec);
    return true;
  }

  Value one(const procedure::Input* input, const std::string& text, const Line& line) const {
    using Kind = rule::Type::Kind;
    if (!input) return Value::text(text);
    if (input->slot.evidence) return Value::list({Value::text(to_hex(sha256(text)))});
    if (input->slot.type.kind == Kind::kYesNo) return Value::yes_no(text == "yes");
    if (input->slot.type.kind == Kind::kMatter) {
      const auto known = known_.find(text);
      return Value::text(known == known_.end() ? text : std::to_string(known->second.value));
    }
    if (input->slot.type.kind == Kind::kInstant) {
      const auto at = moment_of(text, line.day);
      return at ? Value::instant(*at) : Value::text(text);
    }
    if (input->slot.type.kind == Kind::kParty) {
      for (const StoryActor& actor : town_.actors) {
        if (actor.name == text) return Value::text(actor.unit);
      }
    }
    return Value::text(text);
  }

  // What every act of a kind needs but a story need not spell out: a text nobody will read, a photo.
  void complete(Request& request, const procedure::ActionSpec& spec) const {
    using Kind = rule::Type::Kind;
    for (const procedure::Input& input : spec.takes) {
      if (input.slot.optional || request.inputs.contains(input.name)) continue;
      if (input.slot.type.kind == Kind::kSealed && !input.slot.list) request.inputs[input.name] = Value::text(input.name + " of the story");
    }
  }

  bool judge(const Line& line, const std::string& alias, const procedure::Procedure& procedure, const Result<Receipt>& receipt, const Request& request) {
    const std::string& wanted = line.expected.front();
    if (wanted.starts_with("REFUSED")) {
      if (receipt) return fail(fmt::format("expected {}, but it was done (now {})", wanted, receipt->step));
      const std::string reason = reason_of(receipt.error());
      const std::string expected = trimmed(wanted.substr(7));
      if (!expected.empty() && expected != reason) return fail(fmt::format("expected REFUSED {}, is REFUSED {} ({} {} {})", expected, reason, receipt.error().field, receipt.error().detail, receipt.error().said.en));
      result_.refused.insert(procedure.kind + "." + line.action + "." + reason);
      return true;
    }
    if (!receipt) return fail(fmt::format("refused: {} {} {} {}", error_name(receipt.error().code), receipt.error().field, receipt.error().detail, receipt.error().said.en));
    result_.done.insert(procedure.kind + "." + line.action);
    if (request.kind.empty()) { known_.try_emplace(alias, request.matter); } else { known_[alias] = receipt->matter; }
    if (request.caller.actor.as == matter::Actor::As::kResident) reported_by_resident_.insert(alias);
    current_ = alias;
    learn_children();
    return check(line, alias);
  }

  static std::string reason_of(const Error& error) {
    switch (error.code) {
      case ErrorCode::kNotThisActor: return "who";
      case ErrorCode::kForbidden: return "may";
      case ErrorCode::kGuardRefused: return error.detail == "law" || error.detail == "proof" ? error.detail : "when";
      case ErrorCode::kNotAllowedNow: return "step";
      default: return error.field;
    }
  }

  bool check(const Line& line, const std::string& alias) {
    for (const std::string& wanted : line.expected) {
      if (wanted == "-") continue;
      if (!check_one(line, alias, wanted)) return false;
    }
    return true;
  }

  bool check_one(const Line& line, const std::string& alias, const std::string& wanted) {
    if (const auto colon = wanted.find(": "); colon != std::string::npos) return check_one(line, wanted.substr(0, colon), trimmed(wanted.substr(colon + 2)));
    const auto found = known_.find(alias);
    if (found == known_.end()) return fail("there is no matter '" + alias + "'");
    const auto loaded = load_matter(house_, found->second);
    if (!loaded) return fail("cannot load " + alias);
    const std::string fault = unmet(wanted, loaded->matter, alias, line.day);
    return fault.empty() || fail(fault);
  }

  // Every step the known matters went through, for coverage.
  void collect() {
    for (const auto& [alias, id] : known_) {
      const auto stored = house_.store().load(house_.district().id, id);
      if (!stored) continue;
      for (const ledger::Link& link : stored->links) {
        const auto entry = ledger::parse_entry(link.bytes);
        if (!entry) continue;
        const matter::Event& e = entry->event;
        if (e.kind == matter::EventKind::kMoved) result_.steps.insert(stored->row.kind + "." + e.text("to"));
        if (e.kind == matter::EventKind::kMoved && e.by.as == matter::Actor::As::kEngine) result_.autos.insert(stored->row.kind + "." + e.text("from") + ">" + e.text("to"));
        if (e.kind == matter::EventKind::kRecordMoved) result_.steps.insert(stored->row.kind + "." + e.text("record") + "." + e.text("to"));
        if (e.kind == matter::EventKind::kRecordAdded) result_.steps.insert(stored->row.kind + "." + e.text("record") + "." + e.text("step"));
        if (e.kind == matter::EventKind::kActed) result_.done.insert(stored->row.kind + "." + e.text("action"));
      }
    }
  }

  const Town& town_;
  House& house_;
  SetClock& clock_;
  StoryResult result_;
  std::string kind_, place_, day_, current_;
  std::map<std::string, MatterId> known_;
  std::set<std::string> reported_by_resident_;
  int line_ = 0;
};

}  // namespace

std::string story_preset(const std::string& text) {
  std::stringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("preset:")) return trimmed(line.substr(7));
  }
  return {};
}

StoryResult play_story(const std::string& text, const Town& town, House& house, SetClock& clock) {
  return Player(town, house, clock).play(text);
}

}  // namespace shaoyin::app
