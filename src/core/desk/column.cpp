#include "core/desk/column.h"

#include <algorithm>
#include <set>

#include "core/register/book.h"

namespace shaoyin::desk {
namespace {

using rule::Type;
using Kind = Type::Kind;
using procedure::Procedure;
using procedure::Slot;
using view::MatterRow;

Type plain(Kind kind) { return Type{kind, {}, {}, {}}; }
constexpr Instant kTimeEnds{4'102'444'800'000};  // 2100-01-01: no later date can be written in a condition

Value coded(const std::string& code) { return is_code(code) ? Value::text(code) : Value::nothing(); }
Value dated(Instant at) { return at >= Instant{0} && at < kTimeEnds ? Value::instant(at) : Value::nothing(); }
Value or_nothing(const std::optional<Instant>& at) { return at ? dated(*at) : Value::nothing(); }

// What every matter has, in the order in which people ask.
Columns of_every_matter() {
  const auto one = [](const char* name, Kind kind, Words label, Value (*built_in)(const MatterRow&)) { return Column{name, plain(kind), std::move(label), {}, {}, built_in}; };
  return {one("step", Kind::kStep, {"环节", "Step"}, [](const MatterRow& r) { return coded(r.step); }),
          one("final", Kind::kYesNo, {"已结束", "Ended"}, [](const MatterRow& r) { return Value::yes_no(r.final); }),
          one("owner", Kind::kParty, {"责任单位", "Owner"}, [](const MatterRow& r) { return coded(r.owner); }),
          one("place", Kind::kPlace, {"网格", "Grid"}, [](const MatterRow& r) { return coded(r.place); }),
          one("community", Kind::kPlace, {"社区", "Community"}, [](const MatterRow& r) { return coded(r.community); }),
          one("street", Kind::kPlace, {"街道", "Subdistrict"}, [](const MatterRow& r) { return coded(r.street); }),
          one("category", Kind::kCategory, {"类别", "Category"}, [](const MatterRow& r) { return coded(r.category); }),
          one("channel", Kind::kText, {"来源", "Channel"}, [](const MatterRow& r) { return coded(r.channel); }),
          one("opened", Kind::kInstant, {"登记时间", "Opened"}, [](const MatterRow& r) { return dated(r.opened); }),
          one("updated", Kind::kInstant, {"最近变化", "Last change"}, [](const MatterRow& r) { return dated(r.updated); }),
          one("promised", Kind::kInstant, {"承诺时限", "Promised by"}, [](const MatterRow& r) { return or_nothing(r.promised); }),
          one("due", Kind::kInstant, {"到期", "Due"}, [](const MatterRow& r) { return or_nothing(r.next_due); }),
          one("closed", Kind::kInstant, {"结束时间", "Closed"}, [](const MatterRow& r) { return or_nothing(r.closed); }),
          one("overdue", Kind::kYesNo, {"逾期", "Overdue"}, [](const MatterRow& r) { return Value::yes_no(r.overdue); }),
          one("contested", Kind::kYesNo, {"有争议", "Contested"}, [](const MatterRow& r) { return Value::yes_no(r.contested); }),
          one("provisional", Kind::kYesNo, {"时限暂定", "Provisional deadline"}, [](const MatterRow& r) { return Value::yes_no(r.provisional); }),
          one("returned", Kind::kNumber, {"退回次数", "Times returned"}, [](const MatterRow& r) { return Value::number(r.returned); })};
}

void add_options(Column& column, const std::vector<std::string>& codes, const Procedure& procedure, const std::string& prefix) {
  for (const std::string& code : codes) {
    if (std::find(column.type.options.begin(), column.type.options.end(), code) != column.type.options.end()) continue;
    column.type.options.push_back(code);
    column.options.push_back(procedure.text(prefix + code));
  }
}

bool may_be_column(const Slot& slot) {
  if (slot.personal || slot.visible || slot.evidence || slot.list) return false;
  switch (slot.type.kind) {
    case Kind::kYesNo: case Kind::kNumber: case Kind::kInstant: case Kind::kParty: case Kind::kPlace: case Kind::kCategory: case Kind::kChoice:
    case Kind::kMatter: return true;
    default: return false;
  }
}

// Fields of all versions; one that some version keeps from views, or holds as something else, is none.
template <class Spec>
void add_fields(Columns& columns, const Versions& versions, const std::string& prefix, const std::string& texts, Column::Of of, const Spec& spec_of) {
  std::set<std::string> refused;
  Columns made;
  for (const auto& version : versions) {
    const auto* spec = spec_of(*version);
    if (spec == nullptr) continue;
    for (const auto& [name, slot] : spec->fields) {
      auto column = std::find_if(made.begin(), made.end(), [&, &field = name](const Column& one) { return one.field == field; });
      if (!may_be_column(slot) || (column != made.end() && column->type.kind != slot.type.kind)) {
        refused.insert(name);
        continue;
      }
      if (column == made.end()) column = made.insert(made.end(), {prefix + name, plain(slot.type.kind), version->text(texts + name), {}, name, nullptr, of});
      add_options(*column, slot.type.options, *version, "choice.");
    }
  }
  for (Column& column : made) {
    if (!refused.contains(column.field) && find(columns, column.name) == nullptr) columns.push_back(std::move(column));
  }
}

// When each action that moves the matter (or, with `record`, one of its records) was last done.
void add_times(Columns& columns, const Versions& versions, const std::string& prefix, const std::string& record, Column::Of of) {
  const auto add = [&](const std::string& action, const Words& said) {
    const std::string field = view::kDid + action;
    if (find(columns, prefix + field) == nullptr) columns.push_back({prefix + field, plain(Kind::kInstant), {"时间：" + said.zh, "When: " + said.en}, {}, field, nullptr, of});
  };
  if (!record.empty()) add("add", {"登记", "added"});
  for (const auto& version : versions) {
    for (const procedure::ActionSpec& action : version->actions) {
      if (action.on == record && !action.to.empty()) add(action.name, version->text("action." + action.name));
    }
  }
}

Columns matter_columns(const Versions& versions) {
  Columns columns = of_every_matter();
  for (const auto& version : versions) {
    std::vector<std::string> steps;
    for (const procedure::StepSpec& step : version->steps) steps.push_back(step.name);
    add_options(columns.front(), steps, *version, "step.");
  }
  add_fields(columns, versions, "field.", "field.", Column::Of::kMatter, [](const Procedure& one) { return &one; });
  add_times(columns, versions, "", "", Column::Of::kMatter);
  return columns;
}

Columns record_columns(const std::string& record, const Versions& versions) {
  Columns columns{{record + ".step", plain(Kind::kStep), {"条目环节", "Its step"}, {}, {}, nullptr, Column::Of::kRecord},
                  {record + ".round", plain(Kind::kNumber), {"轮次", "Round"}, {}, {}, nullptr, Column::Of::kRecord}};
  bool any = false;
  for (const auto& version : versions) {
    const procedure::RecordSpec* spec = version->record(record);
    if (spec == nullptr) continue;
    if (spec->visible) return {};
    any = true;
    add_options(columns.front(), spec->steps, *version, "record." + record + ".step.");
  }
  if (!any) return {};
  add_fields(columns, versions, record + ".", "record." + record + ".field.", Column::Of::kRecord, [&](const Procedure& one) { return one.record(record); });
  add_times(columns, versions, record + ".", record, Column::Of::kRecord);
  for (Column& column : matter_columns(versions)) {
    column.name = "matter." + column.name;
    column.label = {"事项：" + column.label.zh, "Matter: " + column.label.en};
    columns.push_back(std::move(column));
  }
  return columns;
}

Value field_of(const std::map<std::string, Value>& fields, const std::string& name) {
  const auto found = fields.find(name);
  if (found == fields.end()) return Value::nothing();
  const Value& value = found->second;
  return value.kind() == Value::Kind::kText ? coded(value.as_text()) : value.kind() == Value::Kind::kInstant ? dated(value.as_instant()) : value;
}

Value value_of(const Column& column, const MatterRow& matter, const view::RecordRow* record) {
  if (column.of == Column::Of::kMatter) return column.built_in != nullptr ? column.built_in(matter) : field_of(matter.fields, column.field);
  if (!column.field.empty()) return field_of(record->fields, column.field);
  return column.type.kind == Kind::kStep ? coded(record->step) : Value::number(record->round);
}

// Kinds of grids, as the register calls them.
Column grid_kinds() {
  Column column{"kind", plain(Kind::kChoice), {"种类", "Kind"}};
  for (int i = 0; i <= static_cast<int>(registers::GridKind::kPolice); ++i) {
    const auto kind = static_cast<registers::GridKind>(i);
    column.type.options.emplace_back(registers::grid_kind_name(kind));
    column.options.push_back(registers::say(kind));
  }
  return column;
}

Column unit_kinds() {
  static const std::vector<std::pair<registers::UnitKind, Words>> kAll{
      {registers::UnitKind::kDistrictOffice, {"区级机构", "district office"}}, {registers::UnitKind::kDepartment, {"部门", "department"}},
      {registers::UnitKind::kCompany, {"企业", "company"}}, {registers::UnitKind::kStreetOffice, {"街道办事处", "subdistrict office"}},
      {registers::UnitKind::kCommunityCommittee, {"居民委员会", "community committee"}}, {registers::UnitKind::kGridTeam, {"网格队伍", "grid team"}},
      {registers::UnitKind::kOther, {"其他", "other"}}};
  Column column{"kind", plain(Kind::kChoice), {"种类", "Kind"}};
  for (const auto& [kind, said] : kAll) {
    column.type.options.emplace_back(registers::unit_kind_name(kind));
    column.options.push_back(said);
  }
  return column;
}

Column route_ends() {
  Column column{"goes_to", plain(Kind::kChoice), {"派往", "Goes to"}};
  column.type.options = {"unit", "community", "street", "district", "nobody"};
  column.options = {{"指定单位", "a unit"}, {"所在社区", "the community"}, {"所在街道", "the subdistrict"}, {"区级", "the district"}, {"无主", "nobody's"}};
  return column;
}

}  // namespace

Over over_of(std::string_view text) {
  if (text.starts_with("register:")) return {{}, {}, std::string(text.substr(9))};
  const std::size_t dot = text.find('.');
  return {std::string(text.substr(0, dot)), dot == std::string_view::npos ? "" : std::string(text.substr(dot + 1)), {}};
}

std::string text_of(const Over& over) {
  if (!over.reg.empty()) return "register:" + over.reg;
  return over.record.empty() ? over.kind : over.kind + "." + over.record;
}

const std::vector<std::string>& open_registers() {
  static const std::vector<std::string> kAll{"categories", "grids", "places", "units"};
  return kAll;
}

const std::vector<std::string>& limited_registers() {
  static const std::vector<std::string> kAll{"fund_rules", "parameters", "precedents", "routes"};
  return kAll;
}

Columns register_columns(const std::string& reg) {
  const auto one = [](const char* name, Kind kind, Words label) { return Column{name, plain(kind), std::move(label)}; };
  const Column code = one("code", Kind::kText, {"编号", "Code"}), kind = one("kind", Kind::kText, {"种类", "Kind"}), area = one("area", Kind::kPlace, {"适用区域", "Where it holds"});
  const Column street = one("street", Kind::kPlace, {"街道", "Subdistrict"}), community = one("community", Kind::kPlace, {"社区", "Community"});
  if (reg == "units") return {code, unit_kinds(), one("area", Kind::kPlace, {"辖区", "Area"}), one("above", Kind::kParty, {"上级", "Above"})};
  if (reg == "grids") {
    return {code, grid_kinds(), one("parent", Kind::kPlace, {"上级网格", "Parent"}), one("office", Kind::kParty, {"管理单位", "Office"}), street, community,
            one("volunteers", Kind::kNumber, {"志愿者", "Volunteers"}), one("drawn", Kind::kYesNo, {"已划边界", "Has a border"}), one("synthetic", Kind::kYesNo, {"边界为示意", "Border is invented"})};
  }
  if (reg == "categories") return {code, one("parent", Kind::kCategory, {"上级类别", "Parent"}), one("part", Kind::kYesNo, {"部件", "A thing"})};
  if (reg == "places") {
    return {code, kind, one("grid", Kind::kPlace, {"网格", "Grid"}), one("parent", Kind::kText, {"所属地点", "Part of"}), one("delivered", Kind::kNumber, {"交付年份", "Delivered"}),
            one("manager", Kind::kParty, {"管理单位", "Manager"}), one("owner", Kind::kParty, {"产权单位", "Owner"}), street, community};
  }
  if (reg == "routes") {
    return {code, area, one("category", Kind::kCategory, {"类别", "Category"}), route_ends(), one("unit", Kind::kParty, {"承办单位", "Unit"}), one("object_owner", Kind::kParty, {"部件权属单位", "Owner of the thing"})};
  }
  if (reg == "precedents") {
    return {code, one("category", Kind::kCategory, {"类别", "Category"}), area, one("unit", Kind::kParty, {"裁定单位", "Unit"}), one("decided", Kind::kInstant, {"裁定时间", "Decided"})};
  }
  if (reg == "parameters") return {code, one("unit", Kind::kParty, {"仅限单位", "For this unit only"}), one("number", Kind::kNumber, {"数值", "Number"})};
  if (reg == "fund_rules") return {code, one("category", Kind::kCategory, {"类别", "Category"}), one("covers", Kind::kYesNo, {"列支", "Covered"})};
  return {};
}

Columns columns_of(const Over& over, const Versions& versions) {
  if (!over.reg.empty()) return register_columns(over.reg);
  if (versions.empty()) return {};
  return over.record.empty() ? matter_columns(versions) : record_columns(over.record, versions);
}

const Column* find(const Columns& columns, std::string_view name) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

std::vector<Value> values_of(const Columns& columns, const MatterRow& matter, const view::RecordRow* record) {
  std::vector<Value> values;
  values.reserve(columns.size());
  for (const Column& column : columns) values.push_back(value_of(column, matter, record));
  return values;
}

bool is_code(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' || c == '-'; };
  return !text.empty() && text.size() <= kCodeMax && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace shaoyin::desk
