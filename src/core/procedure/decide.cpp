#include "core/procedure/decide.h"

#include <algorithm>

#include "core/procedure/draft.h"

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using rule::Type;
using Inputs = std::map<std::string, Value>;

bool holds(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

std::string join(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

// What happened "just now" by the clock of a phone that runs ahead has happened.
constexpr Millis kClockSkew = minutes(5);

// Guards never read the clock; a field may bound the moment it is given, so that no plan lies in the past or in another century.
Status fits_time(Instant at, const Slot& slot, const std::string& field, const Facts& facts) {
  if (slot.after_now && at <= facts.now) {
    return fault(ErrorCode::kImpossibleTime, field, "after now", {"“" + field + "”已经过去；请填写将来的时间", "\"" + field + "\" lies in the past; give a time to come"});
  }
  if (slot.before_now && at > facts.now + kClockSkew) {
    return fault(ErrorCode::kImpossibleTime, field, "before now", {"“" + field + "”不能在将来；请填写已经到了的时间", "\"" + field + "\" must not lie in the future; give a moment that has come"});
  }
  if (slot.within && at > clock::deadline(facts.calendar, facts.now, *slot.within).at) {
    const std::string last = format_local(clock::deadline(facts.calendar, facts.now, *slot.within).at);
    return fault(ErrorCode::kImpossibleTime, field, "within " + clock::say_limit(*slot.within).en, {"“" + field + "”太晚；最晚 " + last, "\"" + field + "\" is too late; at the latest " + last});
  }
  return {};
}

Status fits_bounds(std::int64_t number, const Slot& slot, const std::string& field) {
  if (slot.least && number < *slot.least) {
    const std::string least = std::to_string(*slot.least);
    return fault(ErrorCode::kWrongType, field, "min " + least, {"“" + field + "”太小；至少 " + least, "\"" + field + "\" is too small; at least " + least});
  }
  if (slot.most && number > *slot.most) {
    const std::string most = std::to_string(*slot.most);
    return fault(ErrorCode::kWrongType, field, "max " + most, {"“" + field + "”太大；至多 " + most, "\"" + field + "\" is too large; at most " + most});
  }
  return {};
}

// Whether one value has the type its slot asks for.
Status fits(const Value& value, const Slot& slot, const std::string& field, const Facts& facts) {
  const auto wrong = [&]() { return fault(ErrorCode::kWrongType, field, slot.type.name()); };
  switch (slot.type.kind) {
    case Type::Kind::kYesNo: return value.kind() == Value::Kind::kYesNo ? Status() : Status(wrong());
    case Type::Kind::kNumber: return value.kind() == Value::Kind::kNumber ? fits_bounds(value.as_number(), slot, field) : Status(wrong());
    case Type::Kind::kInstant: return value.kind() == Value::Kind::kInstant ? fits_time(value.as_instant(), slot, field, facts) : Status(wrong());
    case Type::Kind::kSealed: return value.kind() == Value::Kind::kSealed ? Status() : Status(wrong());
    case Type::Kind::kList: return value.kind() == Value::Kind::kList ? Status() : Status(wrong());
    default: break;
  }
  if (value.kind() != Value::Kind::kText) return wrong();
  if (value.as_text().empty()) return fault(ErrorCode::kMissingField, field);
  if (slot.type.kind == Type::Kind::kChoice && !holds(slot.type.options, value.as_text())) return fault(ErrorCode::kNotAChoice, field, join(slot.type.options));
  return {};
}

Status fits_list(const Value& value, const Input& input, const Facts& facts) {
  if (value.kind() != Value::Kind::kList) return fault(ErrorCode::kWrongType, input.name, "list of " + input.slot.type.name());
  if (value.items().empty() && !input.slot.optional) return fault(ErrorCode::kMissingField, input.name);
  if (value.items().size() > static_cast<std::size_t>(kListMax)) return fault(ErrorCode::kTooLong, input.name, "list_max=" + std::to_string(kListMax));
  for (std::size_t i = 0; i < value.items().size(); ++i) {
    // Of three units one may be asked something and two nothing: an empty place in a list that may be left out.
    if (!value.items()[i].known() && input.slot.optional) continue;
    if (Status status = fits(value.items()[i], input.slot, input.name + "[" + std::to_string(i) + "]", facts); !status) return status;
  }
  return {};
}

Status check_inputs(const ActionSpec& action, const Inputs& inputs, const Facts& facts) {
  for (const auto& [name, value] : inputs) {
    if (!action.input(name) && !name.starts_with("child.")) return fault(ErrorCode::kUnknownField, name, action.name);
  }
  for (const Input& input : action.takes) {
    const auto given = inputs.find(input.name);
    if (given == inputs.end() || !given->second.known()) {
      if (!input.slot.optional) return fault(ErrorCode::kMissingField, input.name);
      continue;
    }
    if (Status status = input.slot.list ? fits_list(given->second, input, facts) : fits(given->second, input.slot, input.name, facts); !status) return status;
  }
  return {};
}

// Lists that describe the same records must be equally long: three units need three questions, or one for all.
Status check_lists(const ActionSpec& action, const Inputs& inputs) {
  std::size_t length = 0;
  std::string first;
  for (const Input& input : action.takes) {
    const auto given = inputs.find(input.name);
    if (!input.slot.list || given == inputs.end() || !given->second.known()) continue;
    if (first.empty()) { first = input.name; length = given->second.items().size(); }
    else if (given->second.items().size() != length) { return fault(ErrorCode::kWrongType, input.name, "as many as " + first); }
  }
  return {};
}


Error proves_nothing(const std::string& field, const Words& why) {
  return fault(ErrorCode::kGuardRefused, field, "proof", {why.zh + "，不能再作为本次办理的证明；请拍一张现在的", why.en + ", so it proves nothing here; take a new one"});
}

// A file that showed something else before, or is said to show the state before the work as well, proves no work.
Status check_proof(const matter::Matter& matter, const ActionSpec& action, const Inputs& inputs, const Facts& facts) {
  std::map<std::string, std::string> given;  // file: the input that names it
  for (const Input& input : action.takes) {
    const auto files = inputs.find(input.name);
    if (!input.slot.evidence || files == inputs.end()) continue;
    for (const Value& file : files->second.items()) {
      const auto [first, fresh] = given.emplace(file.as_text(), input.name);
      const bool proof = input.slot.proof || (!fresh && action.input(first->second)->slot.proof);
      if (!fresh && first->second != input.name && proof) {
        return proves_nothing(input.name, {"同一张照片不能既作处理前又作处理后", "One photo cannot show both before and after"});
      }
      const auto used = matter.files.find(file.as_text());
      const bool proved_this = used != matter.files.end() && used->second.proof && used->second.round == matter.round;
      if (!input.slot.proof && proved_this) return proves_nothing(input.name, {"这张照片本轮已用来说明处理后的情况", "This photo already shows in this round how it is after the work"});
      if (input.slot.proof && facts.shown_before.contains(file.as_text())) return proves_nothing(input.name, {"这张照片在引出本事项的事项中已经用过", "This photo was already used in the matter this one came from"});
      if (!input.slot.proof || used == matter.files.end()) continue;
      if (used->second.round != matter.round) return proves_nothing(input.name, {"这张照片在前一轮已经用过", "This photo was used in an earlier round"});
      if (!used->second.proof) return proves_nothing(input.name, {"这张照片已用来说明处理前的情况", "This photo already shows how it was before"});
    }
  }
  return {};
}

Status check_step(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, const Act& act) {
  const auto refuse = [&](const std::string& where, const std::string& key) {
    const Words now = procedure.text(key), what = procedure.text("action." + action.name);
    return fault(ErrorCode::kNotAllowedNow, action.name, where,
                 {"现在处于“" + now.zh + "”，不能“" + what.zh + "”", "It is now in \"" + now.en + "\"; \"" + what.en + "\" is not possible there"});
  };
  if (action.on.empty()) return holds(action.from, matter.step) ? Status() : Status(refuse(matter.step, "step." + matter.step));
  const matter::Record* record = matter.find(action.on, act.record);
  if (!record) return no_record(procedure, action, act.record);
  const bool in = action.in.empty() ? !matter.final : holds(action.in, matter.step);
  if (!in) return refuse(matter.step, "step." + matter.step);
  if (record->round != matter.round) return fault(ErrorCode::kNotAllowedNow, action.name, "round", {"这是上一轮的记录", "This record belongs to an earlier round"});
  if (!holds(action.from, record->step)) return refuse(record->step, "record." + action.on + ".step." + record->step);
  return {};
}

Result<std::string> target_of(const ActionSpec& action, const Act& act) {
  if (action.to.size() <= 1) {
    if (!act.to.empty() && !holds(action.to, act.to)) return fault(ErrorCode::kNotAChoice, "to", join(action.to));
    return action.to.empty() ? std::string() : action.to.front();
  }
  if (act.to.empty()) return fault(ErrorCode::kMissingField, "to", join(action.to));
  if (!holds(action.to, act.to)) return fault(ErrorCode::kNotAChoice, "to", join(action.to));
  return act.to;
}

Draft::Data acted(const ActionSpec& action, const Act& act, const Facts& facts) {
  Draft::Data data{{"action", Value::text(action.name)}};
  if (action.work) data["work"] = Value::yes_no(true);
  if (!action.on.empty()) {
    data["record"] = Value::text(action.on);
    data["record_number"] = Value::number(act.record);
  }
  for (const Input& input : action.takes) {  // plain inputs belong to the deed itself
    const auto given = act.inputs.find(input.name);
    if (input.field.empty() && !input.slot.evidence && given != act.inputs.end() && given->second.known()) data["input." + input.name] = given->second;
  }
  for (const std::string& name : action.facts) {
    const auto known = facts.known.find(name);
    if (known != facts.known.end()) data["fact." + name] = known->second;
    for (const auto& [ground, value] : facts.grounds) {
      if (ground.starts_with(name + ".")) data["ground." + ground] = value;
    }
  }
  return data;
}

void set_inputs(Draft& draft, const ActionSpec& action, const Act& act) {
  for (const Input& input : action.takes) {
    const auto given = act.inputs.find(input.name);
    if (given == act.inputs.end() || !given->second.known()) continue;
    if (input.slot.evidence) {
      Draft::Data data{{"evidence", given->second}};
      if (!action.on.empty()) { data["record"] = Value::text(action.on); data["record_number"] = Value::number(act.record); }
      if (input.slot.proof) data["proof"] = Value::yes_no(true);
      draft.emit(EventKind::kEvidenceAttached, std::move(data));
    } else if (!input.field.empty() && input.record.empty()) {
      draft.emit(EventKind::kFieldSet, {{"field", Value::text(input.field)}, {"value", given->second}});
    } else if (!input.field.empty() && input.record == action.on) {
      draft.emit(EventKind::kFieldSet, {{"field", Value::text(input.field)}, {"value", given->second},
                                        {"record", Value::text(action.on)}, {"record_number", Value::number(act.record)}});
    }
  }
}

// What `when` may ask about by the name of a record: the one at hand, or the one to be added.
rule::Bound asked_of(const MatterWorld& world, const ActionSpec& action, const Act& act) {
  return action.on.empty() ? world.bind_added(action, act.inputs) : world.bind(action.on, act.record);
}

// A fact may besides ask of records that are added for each item of a list: there it finds the whole list.
rule::Bound asked_by_facts(const Procedure& procedure, const MatterWorld& world, const ActionSpec& action, const Act& act) {
  rule::Bound bound = asked_of(world, action, act);
  if (!bound.empty() || !action.on.empty()) return bound;
  for (const Effect& effect : action.does) {
    const RecordSpec* spec = effect.kind == Effect::Kind::kAdd && !effect.each.empty() ? procedure.record(effect.target) : nullptr;
    if (spec == nullptr) continue;
    Inputs fields;
    for (const Input& input : action.takes) {
      const auto given = act.inputs.find(input.name);
      if (input.record == spec->name && given != act.inputs.end()) fields[input.field] = given->second;
    }
    for (auto& one : world.bind_new(*spec, std::move(fields))) bound.push_back(std::move(one));
  }
  return bound;
}

Status guard(const Procedure& procedure, const Draft& draft, const ActionSpec& action, const Act& act) {
  if (!action.when) return {};
  const MatterWorld world = draft.world();
  const rule::Explained told = rule::explain(action.when, world, asked_of(world, action, act));
  if (told.value.is_yes()) return {};
  Words said = told.why;
  if (const auto own = procedure.texts.find("action." + action.name + ".when"); own != procedure.texts.end()) {
    said = {own->second.zh + "（" + told.why.zh + "）", own->second.en + " (" + told.why.en + ")"};
  }
  return fault(ErrorCode::kGuardRefused, action.name, "when", said);
}

// One matter is rebuilt from its events at every request and shown on one page. Past these it is no longer one matter but an archive:
// people are told to close it and open another; clocks and what follows by itself go on.
constexpr std::size_t kRecordsMax = 500;       // of all types: ten times what the largest park needed
constexpr int kRoundsMax = 50;                 // who is asked fifty times needs another procedure
constexpr std::int64_t kEventsMax = 20'000;    // about a second to rebuild

Status room(const Procedure& procedure, const matter::Matter& before, const Draft& draft, const ActionSpec& action) {
  if (action.by != ActionSpec::By::kPerson) return {};
  const auto full = [&](const char* limit, std::int64_t max) {
    const std::string n = std::to_string(max);
    return fault(ErrorCode::kGuardRefused, action.name, std::string(limit) + " " + n,
                 {"这件事项已达上限（" + std::string(limit) + " " + n + "）；请结案，另立新事项", "This matter is full (" + std::string(limit) + " " + n + "); close it and open another"});
  };
  const matter::Matter& after = draft.matter();
  if (after.records.size() > kRecordsMax && after.records.size() > before.records.size()) return full("records_max", kRecordsMax);
  if (after.round > kRoundsMax && after.round > before.round) return full("rounds_max", kRoundsMax);
  const StepSpec* step = procedure.step(after.step);
  if (before.revision >= kEventsMax && !(step && step->final)) return full("events_max", kEventsMax);
  return {};
}

// The common end of every way to act: inputs set, guard judged, effects applied, moved, settled.
Result<Decision> perform(const Procedure& procedure, Draft draft, const ActionSpec& action, const Act& act) {
  auto to = target_of(action, act);
  if (!to) return to.error();
  const matter::Matter before = draft.matter();
  draft.emit(EventKind::kActed, acted(action, act, draft.facts()));
  set_inputs(draft, action, act);
  if (Status status = guard(procedure, draft, action, act); !status) return status.error();
  const rule::Bound bound = draft.world().bind(action.on, act.record);
  if (!action.on.empty() && !to->empty()) draft.move_record(action.on, act.record, *to, false);
  const bool moves = action.on.empty() && !to->empty();
  if (action.new_round && moves) draft.enter(*to, true, false);
  draft.apply(action.does, act.inputs, bound);
  if (moves && !action.new_round) {
    if (procedure.step(*to)->final) {
      if (const Words why = draft.cannot_end(); !why.empty()) return fault(ErrorCode::kGuardRefused, action.name, "at_close", why);
    }
    draft.enter(*to, false, false);
  }
  draft.settle();
  if (Status status = room(procedure, before, draft, action); !status) return status.error();
  if (draft.fault()) return *draft.fault();
  return std::move(draft).finish();
}

}  // namespace

Error no_record(const Procedure& procedure, const ActionSpec& action, RecordNumber asked) {
  const Words label = procedure.text("record." + action.on);
  if (asked != 0) {
    const std::string number = std::to_string(asked);
    return fault(ErrorCode::kNotFound, "record", action.on,
                 {"这件事项没有第 " + number + " 条“" + label.zh + "”；请重新载入，从所列记录中选择", "This matter has no \"" + label.en + "\" number " + number + "; load it again and choose one of its records"});
  }
  return fault(ErrorCode::kMissingField, "record", action.on,
               {"缺少 record：这个操作针对一条“" + label.zh + "”，请写明第几条（见事项的 records；命令行用 --record）",
                "\"record\" is missing: this action is done on one \"" + label.en + "\"; give its number (see the matter's records; --record on the command line)"});
}

Result<Decision> open(const Procedure& procedure, const Opening& opening, const Act& act, const Facts& facts) {
  const ActionSpec* action = procedure.action(act.action);
  if (!action || !action->opens()) return fault(ErrorCode::kUnknownAction, "action", act.action);
  if (Status status = check_inputs(*action, act.inputs, facts); !status) return status.error();
  if (Status status = check_lists(*action, act.inputs); !status) return status.error();
  matter::Matter empty;
  empty.id = opening.id;
  empty.district = opening.district;
  Draft draft(procedure, std::move(empty), facts);
  PartyCode opener_unit = facts.actor.unit;
  if (opener_unit.empty()) opener_unit = facts.outside.community_of(opening.place);  // a resident's report belongs to their community
  if (opener_unit.empty()) opener_unit = facts.outside.district_of(opening.place);
  Draft::Data data{{"kind", Value::text(procedure.kind)}, {"procedure", Value::text(procedure.hash)}, {"opener_unit", Value::text(opener_unit)}};
  if (!opening.place.empty()) data["place"] = Value::text(opening.place);
  if (!opening.community.empty()) data["community"] = Value::text(opening.community);
  if (!opening.site.empty()) data["site"] = Value::text(opening.site);
  if (opening.parent.present()) data["parent"] = Value::number(opening.parent.value);
  draft.emit(EventKind::kOpened, std::move(data));
  return perform(procedure, std::move(draft), *action, act);
}

Result<Decision> decide(const Procedure& procedure, const matter::Matter& matter, const Act& act, const Facts& facts) {
  ensure(matter.procedure_hash == procedure.hash, "a matter ends under the rules it began with");
  const ActionSpec* action = procedure.action(act.action);
  if (!action || action->opens()) return fault(ErrorCode::kUnknownAction, "action", act.action);
  const bool person = facts.actor.as == matter::Actor::As::kStaff || facts.actor.as == matter::Actor::As::kResident;
  if (person != (action->by == ActionSpec::By::kPerson)) return fault(ErrorCode::kUnknownAction, "action", act.action);
  const bool seen = act.revision >= rests_on(procedure, matter, *action, act.record) && act.revision <= matter.revision;
  if (act.revision != 0 && !seen) return fault(ErrorCode::kOutOfDate, "revision", std::to_string(matter.revision));
  if (Status status = check_step(procedure, matter, *action, act); !status) return status.error();
  if (Status status = check_inputs(*action, act.inputs, facts); !status) return status.error();
  if (Status status = check_lists(*action, act.inputs); !status) return status.error();
  if (Status status = check_proof(matter, *action, act.inputs, facts); !status) return status.error();
  return perform(procedure, Draft(procedure, matter, facts), *action, act);
}

namespace {

Value codes(const std::vector<PersonCode>& people) {
  std::vector<Value> all;
  for (const PersonCode& person : people) all.push_back(Value::text(person));
  return Value::list(std::move(all));
}

}  // namespace

Decision hear_child(const Procedure& procedure, const matter::Matter& parent, const matter::Child& child, const Facts& facts) {
  Draft draft(procedure, parent, facts);
  Draft::Data data{{"matter", Value::number(child.id.value)}, {"step", Value::text(child.step)}, {"final", Value::yes_no(child.final)}};
  if (!child.outcome.empty()) data["outcome"] = Value::text(child.outcome);
  if (!child.workers.empty()) data["workers"] = codes(child.workers);
  draft.emit_own(EventKind::kChildMoved, std::move(data));
  draft.settle();
  return std::move(draft).finish();
}

Decision take_in(const Procedure& procedure, const matter::Matter& matter, const matter::Matter& absorbed, const Facts& facts) {
  Draft draft(procedure, matter, facts);
  std::map<std::string, Instant> earlier;  // by clock: two hours to look at it are no promise to solve it
  for (const matter::RunningClock& clock : absorbed.clocks) {
    const bool stood = clock.open() || clock.stopped == facts.now;  // absorbing stopped it just now
    if (!stood || clock.kind != matter::ClockKind::kPromise || !clock.record.empty()) continue;
    const auto [first, fresh] = earlier.emplace(clock.name, clock.due);
    if (!fresh) first->second = std::min(first->second, clock.due);
  }
  std::map<std::string, Instant> later = earlier;  // for clocks that do not run here yet
  for (const matter::RunningClock& clock : matter.clocks) {
    if (clock.record.empty()) later.erase(clock.name);
  }
  Draft::Data data{{"matter", Value::number(absorbed.id.value)}};
  for (const auto& [name, due] : later) data["kept." + name] = Value::instant(due);
  draft.emit(EventKind::kAbsorbed, std::move(data));
  for (const matter::RunningClock& clock : matter.clocks) {
    const auto due = earlier.find(clock.name);
    const bool promise = clock.open() && clock.kind == matter::ClockKind::kPromise && clock.record.empty();
    if (!promise || due == earlier.end() || clock.due <= due->second) continue;
    draft.emit_own(EventKind::kClockRecomputed, {{"clock_number", Value::number(clock.number)}, {"due", Value::instant(due->second)},
                                                 {"next", Value::instant(std::min(clock.next, due->second))}, {"why", Value::text("absorbed")}});
  }
  draft.settle();
  return std::move(draft).finish();
}

Decision rest_on(const Procedure& procedure, const matter::Matter& matter, const Snapshot& other, const Facts& facts) {
  Draft draft(procedure, matter, facts);
  draft.emit(EventKind::kLinked, {{"matter", Value::number(other.matter.value)}, {"how", Value::text("frozen")},
                                  {"revision", Value::number(other.revision)}, {"hash", Value::text(other.hash)}});
  draft.settle();
  return std::move(draft).finish();
}

std::vector<FactQuestion> needed_facts(const Procedure& procedure, const matter::Matter& matter, const Act& act, const Facts& facts) {
  const ActionSpec* action = procedure.action(act.action);
  if (!action || action->facts.empty()) return {};
  matter::Matter as_if = matter;
  for (const Input& input : action->takes) {
    const auto given = act.inputs.find(input.name);
    if (given == act.inputs.end() || input.field.empty()) continue;
    if (input.record.empty()) as_if.fields[input.field] = given->second;
    for (matter::Record& record : as_if.records) {
      if (input.record == action->on && record.type == action->on && record.number == act.record) record.fields[input.field] = given->second;
    }
  }
  const MatterWorld world(procedure, as_if, facts);
  const rule::Bound bound = asked_by_facts(procedure, world, *action, act);
  std::vector<FactQuestion> questions;
  for (const std::string& name : action->facts) {
    const FactSpec* fact = procedure.fact(name);
    if (!fact) continue;
    FactQuestion question{name, fact->function, {}, fact};
    for (const rule::Condition& argument : fact->arguments) question.arguments.push_back(rule::evaluate(argument, world, bound));
    questions.push_back(std::move(question));
  }
  return questions;
}

WhoVerdict judge_who(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record, const Facts& facts) {
  if (!action.who) return {true, {}};
  const MatterWorld world(procedure, matter, facts);
  const rule::Explained told = rule::explain(action.who, world, world.bind(action.on, record));
  if (told.value.is_yes()) return {true, {}};
  const auto own = procedure.texts.find("action." + action.name + ".who");
  return {false, own != procedure.texts.end() ? own->second : told.why};
}

Possible possible(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record, const Facts& facts) {
  Possible verdict;
  if (action.opens() || action.by != ActionSpec::By::kPerson) return verdict;
  Act act;
  act.action = action.name;
  act.record = record;
  const Status step = check_step(procedure, matter, action, act);
  verdict.step = step.ok();
  if (!step.ok()) {
    verdict.why = step.error().said;
    return verdict;
  }
  const WhoVerdict who = judge_who(procedure, matter, action, record, facts);
  verdict.who = who.holds;
  if (!who.holds) {
    verdict.why = who.why;
    return verdict;
  }
  verdict.guard = true;
  if (action.when) {
    Facts open = facts;  // what it will gather anew is not known yet, whatever was known for an earlier act
    for (const std::string& name : action.facts) open.known.try_emplace(name);
    const MatterWorld world(procedure, matter, open);
    const rule::Explained told = rule::explain(action.when, world, asked_of(world, action, act));
    const bool waits = (!action.takes.empty() || !action.facts.empty()) && !told.value.known();
    verdict.guard = told.value.is_yes() || waits;
    if (!verdict.guard) verdict.why = told.why;
  }
  return verdict;
}

}  // namespace shaoyin::procedure
