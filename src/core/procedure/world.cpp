#include "core/procedure/world.h"

#include <algorithm>

namespace shaoyin::procedure {
namespace {

using Kind = rule::Type::Kind;

// Codes are unknown when empty: a matter without a place has no place, rather than the place "".
Value code(const std::string& text) { return text.empty() ? Value::nothing() : Value::text(text); }

class RecordRow : public rule::Row {
 public:
  // Keeps the record's name, not its address: a record added later may move the others in memory.
  RecordRow(const Procedure& procedure, const matter::Matter& matter, const matter::Record& record, const Outside& outside)
      : procedure_(procedure), matter_(matter), type_(record.type), number_(record.number), outside_(outside) {}

  [[nodiscard]] Value column(const std::string& name) const override {
    if (name == "number") return Value::number(number_);
    if (name == "step") return Value::text(record().step);
    if (name == "round") return Value::number(record().round);
    const auto found = record().fields.find(name);
    return found == record().fields.end() ? Value::nothing() : found->second;
  }

  [[nodiscard]] Words label() const override {
    const std::string number = "#" + std::to_string(number_);
    const RecordSpec* spec = procedure_.record(type_);
    if (spec) {
      for (const auto& [name, slot] : spec->fields) {
        if (slot.type.kind != Kind::kParty) continue;
        const Words unit = outside_.label(column(name), slot.type);
        return {number + "（" + unit.zh + "）", number + " (" + unit.en + ")"};
      }
    }
    return {number, number};
  }

  [[nodiscard]] const matter::Record& record() const {
    const matter::Record* found = matter_.find(type_, number_);
    ensure(found != nullptr, "records are never removed");
    return *found;
  }

 private:
  const Procedure& procedure_;
  const matter::Matter& matter_;
  std::string type_;
  RecordNumber number_;
  const Outside& outside_;
};

// A record that is not there yet: what was filled in for it.
class AddedRow : public rule::Row {
 public:
  AddedRow(std::string step, int round, std::map<std::string, Value> fields) : step_(std::move(step)), round_(round), fields_(std::move(fields)) {}
  [[nodiscard]] Value column(const std::string& name) const override {
    if (name == "step") return Value::text(step_);
    if (name == "round") return Value::number(round_);
    const auto found = fields_.find(name);
    return found == fields_.end() ? Value::nothing() : found->second;
  }
  [[nodiscard]] Words label() const override { return {"新的一条", "the new one"}; }

 private:
  std::string step_;
  int round_;
  std::map<std::string, Value> fields_;
};

class DeedRow : public rule::Row {
 public:
  explicit DeedRow(matter::Deed deed) : deed_(std::move(deed)) {}
  [[nodiscard]] Value column(const std::string& name) const override { return code(name == "person" ? deed_.person : deed_.unit); }
  [[nodiscard]] Words label() const override { return {deed_.unit, deed_.unit}; }

 private:
  matter::Deed deed_;
};

const matter::Deed* latest(const std::vector<matter::Deed>& deeds) {
  const matter::Deed* last = nullptr;
  for (const matter::Deed& deed : deeds) {
    if (!last || deed.at >= last->at) last = &deed;
  }
  return last;
}

}  // namespace

Value MatterWorld::name(const std::vector<std::string>& path) const {
  const std::string& head = path[0];
  if (path.size() == 1) {
    if (head == "owner") return code(matter_.owner);
    if (head == "place") return code(matter_.place);
    if (head == "community") return code(matter_.community);
    if (head == "round") return Value::number(matter_.round);
    if (head == "has_parent") return Value::yes_no(matter_.parent.present());
    return Value::nothing();
  }
  const std::string& part = path[1];
  if (head == "field") {
    const auto found = matter_.fields.find(part);
    return found == matter_.fields.end() ? Value::nothing() : found->second;
  }
  if (head == "fact") {
    if (const auto fresh = facts_.known.find(part); fresh != facts_.known.end()) return fresh->second;
    const auto frozen = matter_.facts.find(part);
    return frozen == matter_.facts.end() ? Value::nothing() : frozen->second;
  }
  if (head == "opener") return code(part == "unit" ? matter_.opener_unit : matter_.opener_person);
  if (head == "actor") {
    if (part == "is_reporter") return Value::yes_no(facts_.actor.is_reporter);
    return code(part == "unit" ? facts_.actor.unit : facts_.actor.person);
  }
  if (head == "child" && !matter_.children.empty()) {
    const matter::Child& child = matter_.children.back();
    if (part == "final") return Value::yes_no(child.final);
    return code(part == "step" ? child.step : child.outcome);
  }
  return Value::nothing();
}

std::shared_ptr<const rule::Row> MatterWorld::row(const matter::Record& record) const {
  return std::make_shared<RecordRow>(procedure_, matter_, record, facts_.outside);
}

std::vector<std::shared_ptr<const rule::Row>> MatterWorld::rows(const std::string& record, bool of_all_rounds) const {
  std::vector<std::shared_ptr<const rule::Row>> found;
  for (const matter::Record& one : matter_.records) {
    if (one.type == record && (of_all_rounds || one.round == matter_.round)) found.push_back(row(one));
  }
  return found;
}

rule::Bound MatterWorld::bind(const std::string& record, RecordNumber number) const {
  const matter::Record* found = record.empty() ? nullptr : matter_.find(record, number);
  if (!found) return {};
  return {{record, row(*found)}};
}

rule::Bound MatterWorld::bind_added(const ActionSpec& action, const std::map<std::string, Value>& inputs) const {
  const std::string type = action.adds();
  const RecordSpec* spec = type.empty() ? nullptr : procedure_.record(type);
  if (!spec) return {};
  std::map<std::string, Value> fields;
  for (const Input& input : action.takes) {
    const auto given = inputs.find(input.name);
    if (input.record == type && given != inputs.end()) fields[input.field] = given->second;
  }
  return bind_new(*spec, std::move(fields));
}

rule::Bound MatterWorld::bind_new(const RecordSpec& spec, std::map<std::string, Value> fields) const {
  return {{spec.name, std::make_shared<AddedRow>(spec.steps.front(), matter_.round, std::move(fields))}};
}

// Whether another record of this round says the same there; not known while the one at hand says nothing.
Value MatterWorld::already(const rule::Argument& argument, const std::string& column, const std::string& but_for) const {
  if (!argument.term.row) return Value::nothing();
  const Value mine = argument.term.row->column(column);
  if (!mine.known()) return Value::nothing();
  const auto* there = dynamic_cast<const RecordRow*>(argument.term.row.get());
  for (const matter::Record& record : matter_.records) {
    if (record.type != argument.record || record.round != matter_.round || record.step == but_for) continue;
    if (there != nullptr && there->record().number == record.number) continue;
    const auto theirs = record.fields.find(column);
    if (theirs != record.fields.end() && theirs->second == mine) return Value::yes_no(true);
  }
  return Value::yes_no(false);
}

// Per cent of the time between start and end, of plain time; more than a hundred after the end. Not known while it stands still.
Value MatterWorld::elapsed(const std::string& name) const {
  for (const matter::RunningClock& clock : matter_.clocks) {
    if (clock.name != name || !clock.record.empty() || clock.state != matter::RunningClock::State::kRunning) continue;
    const std::int64_t whole = (clock.due - clock.started).ms, gone = (facts_.now - clock.started).ms;
    return whole <= 0 ? Value::number(100) : Value::number(std::max<std::int64_t>(gone, 0) * 100 / whole);  // before it begins nothing is gone
  }
  return Value::nothing();
}

// Whole days of 24 hours since it was last done, or since the matter began where it never was.
Value MatterWorld::days_since(const std::string& action) const {
  const auto deed = matter_.deeds.find(action);
  const Instant from = deed == matter_.deeds.end() ? matter_.opened : deed->second.at;
  return Value::number((facts_.now - from).ms / days(1).ms);
}

// Who did `action` on the record at hand, or on any record of the named type in this round.
std::vector<matter::Deed> MatterWorld::deeds(const rule::Argument& argument, const std::string& action) const {
  std::vector<matter::Deed> found;
  const auto look = [&](const matter::Record& record) {
    if (const auto deed = record.deeds.find(action); deed != record.deeds.end()) found.push_back(deed->second);
  };
  if (argument.term.row) {
    const auto* there = dynamic_cast<const RecordRow*>(argument.term.row.get());
    if (there != nullptr) look(there->record());  // nobody has done anything on one that is not there yet
  } else {
    for (const matter::Record& record : matter_.records) {
      if (record.type == argument.record && record.round == matter_.round) look(record);
    }
  }
  return found;
}

rule::Term MatterWorld::call(const std::string& function, const std::vector<rule::Argument>& arguments) const {
  const Outside& outside = facts_.outside;
  const auto text = [&](std::size_t i) -> const std::string& { return arguments[i].term.value.as_text(); };
  if (function == "last") {
    std::shared_ptr<const rule::Row> last;
    for (const matter::Record& record : matter_.records) {
      if (record.type == arguments[0].record && record.round == matter_.round) last = row(record);
    }
    return {{}, last};
  }
  if (function == "performed") {
    const auto found = deeds(arguments[0], text(1));
    const matter::Deed* last = latest(found);
    return {{}, last ? std::make_shared<DeedRow>(*last) : nullptr};
  }
  if (function == "did") {
    const auto found = matter_.deeds.find(text(0));
    return {{}, found == matter_.deeds.end() ? nullptr : std::make_shared<DeedRow>(found->second)};
  }
  if (function == "performers") {
    std::vector<Value> people;
    for (const matter::Deed& deed : deeds(arguments[0], text(1))) people.push_back(Value::text(deed.person));
    return {Value::list(std::move(people))};
  }
  if (function == "units") {
    std::vector<Value> units;
    for (const matter::Record& record : matter_.records) {
      if (record.type != arguments[0].record || record.round != matter_.round || record.step != text(1)) continue;
      if (const auto unit = record.fields.find("unit"); unit != record.fields.end()) units.push_back(unit->second);
    }
    return {Value::list(std::move(units))};
  }
  if (function == "workers") {
    std::vector<Value> people;
    for (const PersonCode& person : matter_.workers) people.push_back(Value::text(person));
    for (const matter::Child& child : matter_.children) {
      for (const PersonCode& person : child.workers) people.push_back(Value::text(person));
    }
    return {Value::list(std::move(people))};
  }
  if (function == "due") {
    for (const matter::RunningClock& clock : matter_.clocks) {
      if (clock.name == text(0) && clock.open()) return {Value::instant(clock.due)};
    }
    return {};
  }
  if (function == "already") return {already(arguments[0], text(1), arguments.size() > 2 ? text(2) : std::string())};
  if (function == "actor.may") return {Value::yes_no(facts_.may && facts_.may(text(0), matter_.place))};
  if (function == "elapsed") return {elapsed(text(0))};
  if (function == "days_since") return {days_since(text(0))};
  if (function == "published") return {Value::yes_no(matter_.published.contains(text(0)))};
  if (function == "issued") {
    return {Value::yes_no(std::any_of(matter_.issued.begin(), matter_.issued.end(), [&](const matter::Issued& one) { return one.document == text(0); }))};
  }
  if (function == "overdue") {
    for (const matter::RunningClock& clock : matter_.clocks) {
      if (clock.name == text(0) && clock.open() && clock.overdue()) return {Value::yes_no(true)};
    }
    return {Value::yes_no(false)};
  }
  if (!arguments[0].term.value.known()) return {};
  if (function == "past") return {Value::yes_no(arguments[0].term.value.as_instant() < facts_.now)};
  if (function == "unit_of") return {code(outside.unit_of(text(0)))};
  if (function == "above") return {code(outside.above(text(0)))};
  if (function == "district_of") return {code(outside.district_of(text(0)))};
  if (function == "street_of") return {code(outside.street_of(text(0)))};
  if (function == "community_of") return {code(outside.community_of(text(0)))};
  if (function == "grid_of") return {code(outside.grid_of(text(0)))};
  if (function == "office_of") return {code(outside.office_of(text(0)))};
  return {};
}

Words MatterWorld::label_name(const std::vector<std::string>& path) const {
  struct Known { const char* path; Words words; };
  static const std::vector<Known> kKnown = {
      {"owner", {"责任单位", "the owner"}}, {"place", {"地点", "the place"}}, {"community", {"社区", "the community"}},
      {"round", {"轮次", "the round"}}, {"has_parent", {"有上级事项", "it belongs to another matter"}},
      {"opener.unit", {"发起单位", "the unit that opened it"}}, {"opener.person", {"发起人", "the person who opened it"}},
      {"actor.unit", {"您的单位", "your unit"}}, {"actor.person", {"您本人", "you"}},
      {"actor.is_reporter", {"您是反映人", "you are the one who reported it"}},
      {"child.step", {"子事项的环节", "the step of the matter it called for"}},
      {"child.final", {"子事项已结束", "the matter it called for has ended"}},
      {"child.outcome", {"子事项的结果", "the outcome of the matter it called for"}}};
  std::string joined = path[0];
  for (std::size_t i = 1; i < path.size(); ++i) joined += "." + path[i];
  for (const Known& known : kKnown) {
    if (joined == known.path) return known.words;
  }
  if (path[0] == "fact" && path.size() == 2) return procedure_.text("facts." + path[1]);
  return procedure_.text(joined);
}

Words MatterWorld::label_column(const std::string& record, const std::string& column) const {
  if (column == "step") return {"环节", "step"};
  if (column == "round") return {"轮次", "round"};
  if (column == "number") return {"序号", "number"};
  if (record == "deed") return column == "unit" ? Words{"单位", "unit"} : Words{"本人", "person"};
  return procedure_.text("record." + record + ".field." + column);
}

Words MatterWorld::label_record(const std::string& record) const { return procedure_.text("record." + record); }

Words MatterWorld::label_value(const Value& value, const rule::Type& type) const {
  switch (value.kind()) {
    case Value::Kind::kNothing: return {"未知", "not known"};
    case Value::Kind::kYesNo: return value.is_yes() ? Words{"是", "yes"} : Words{"否", "no"};
    case Value::Kind::kNumber: return {std::to_string(value.as_number()), std::to_string(value.as_number())};
    case Value::Kind::kInstant: return {format_local(value.as_instant()), format_local(value.as_instant())};
    case Value::Kind::kSealed: return {"（内容保密存放）", "(kept in the vault)"};
    case Value::Kind::kList: return {std::to_string(value.items().size()) + "项", std::to_string(value.items().size()) + " items"};
    case Value::Kind::kText: break;
  }
  if (type.kind == Kind::kStep || type.kind == Kind::kChoice || type.kind == Kind::kText) {
    for (const char* prefix : {"step.", "choice."}) {
      const auto found = procedure_.texts.find(prefix + value.as_text());
      if (found != procedure_.texts.end()) return found->second;
    }
    for (const RecordSpec& record : procedure_.records) {
      const auto found = procedure_.texts.find("record." + record.name + ".step." + value.as_text());
      if (found != procedure_.texts.end()) return found->second;
    }
    return {value.as_text(), value.as_text()};
  }
  return facts_.outside.label(value, type);
}

Words MatterWorld::label_call(const std::string& function, const std::vector<rule::Argument>& arguments) const {
  const auto record = [&]() { return label_record(arguments[0].record); };
  const auto act = [&](std::size_t i) { return procedure_.text("action." + arguments[i].term.value.as_text()); };
  if (function == "last") { const Words r = record(); return {"最近一次" + r.zh, "the last " + r.en}; }
  if (function == "performed") { const Words a = act(1); return {"“" + a.zh + "”的经办人", "whoever did \"" + a.en + "\""}; }
  if (function == "did") { const Words a = act(0); return {"“" + a.zh + "”的经办人", "whoever did \"" + a.en + "\""}; }
  if (function == "performers") { const Words a = act(1); return {"“" + a.zh + "”的经办人", "those who did \"" + a.en + "\""}; }
  if (function == "units") { const Words r = record(); return {r.zh + "中的单位", "the units of " + r.en}; }
  if (function == "overdue") { const Words c = procedure_.text("clock." + arguments[0].term.value.as_text()); return {c.zh + "已超期", c.en + " is overdue"}; }
  if (function == "already") {
    const Words r = record(), c = label_column(arguments[0].record, arguments[1].term.value.as_text());
    return {"本轮已有同一" + c.zh + "的" + r.zh, "this round has another " + r.en + " with the same " + c.en};
  }
  if (function == "elapsed") { const Words c = procedure_.text("clock." + arguments[0].term.value.as_text()); return {c.zh + "已用时间的百分数", "the per cent of time gone of " + c.en}; }
  if (function == "days_since") { const Words a = act(0); return {"距上次“" + a.zh + "”的天数", "the days since \"" + a.en + "\""}; }
  if (function == "published") return {"公示已经贴出", "the notice is up"};  // its words have places that only the notice itself fills
  if (function == "issued") { const Words d = procedure_.text("document." + arguments[0].term.value.as_text()); return {"已出具“" + d.zh + "”", "\"" + d.en + "\" was issued"}; }
  if (function == "actor.may") { const std::string& verb = arguments[0].term.value.as_text(); return {"您在这里有“" + verb + "”权限", "you hold \"" + verb + "\" here"}; }
  if (function == "past") return {"该时间已经过去", "that moment has passed"};
  if (function == "unit_of") return {"此人所在单位", "the person's unit"};
  if (function == "above") return {"上一级单位", "the unit above"};
  if (function == "district_of") return {"区级统筹单位", "the district's co-ordinating office"};
  if (function == "street_of") return {"街道", "the subdistrict"};
  if (function == "community_of") return {"社区", "the community"};
  if (function == "grid_of") return {"网格", "the grid's team"};
  if (function == "office_of") return {"最小一级网格的负责单位", "whoever looks after the smallest grid"};
  return {function, function};
}

}  // namespace shaoyin::procedure
