// A little world for the tests of expressions: two calls, a plan line and a few names.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/rule/check.h"
#include "core/rule/evaluate.h"

namespace shaoyin::rule {

inline Type type_of(Type::Kind kind) { return Type{kind, {}, {}, {}}; }

class LittleRow : public Row {
 public:
  LittleRow(std::map<std::string, Value> columns, std::string label) : columns_(std::move(columns)), label_(std::move(label)) {}
  [[nodiscard]] Value column(const std::string& name) const override {
    const auto found = columns_.find(name);
    return found == columns_.end() ? Value::nothing() : found->second;
  }
  [[nodiscard]] Words label() const override { return {label_, label_}; }

 private:
  std::map<std::string, Value> columns_;
  std::string label_;
};

class LittleScope : public Scope {
 public:
  LittleScope() {
    const Type step{Type::Kind::kStep, {"called", "signed", "refused"}, {}, {}};
    shapes_["call"] = {{"step", step}, {"unit", type_of(Type::Kind::kParty)}, {"cost", type_of(Type::Kind::kNumber)}, {"text", type_of(Type::Kind::kSealed)}};
    shapes_["deed"] = {{"unit", type_of(Type::Kind::kParty)}};
    functions_["last"] = {{{Parameter::Kind::kRecord, {}, false}}, Type{Type::Kind::kRow, {}, {}, ""}};
    functions_["above"] = {{{Parameter::Kind::kValue, type_of(Type::Kind::kParty), false}}, type_of(Type::Kind::kParty)};
  }
  [[nodiscard]] std::optional<Type> name(const std::vector<std::string>& path) const override {
    static const std::map<std::string, Type> kNames = {
        {"owner", type_of(Type::Kind::kParty)}, {"yes", type_of(Type::Kind::kYesNo)}, {"no", type_of(Type::Kind::kYesNo)}, {"unknown", type_of(Type::Kind::kYesNo)},
        {"three", type_of(Type::Kind::kNumber)}, {"missing", type_of(Type::Kind::kNumber)}, {"due", type_of(Type::Kind::kInstant)}, {"note", type_of(Type::Kind::kSealed)},
        {"grade", Type{Type::Kind::kChoice, {"work", "urgent"}, {}, {}}}};
    const auto found = kNames.find(path.size() == 1 ? path[0] : "");
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] const Shape* shape(const std::string& row) const override { return shapes_.contains(row) ? &shapes_.at(row) : nullptr; }
  [[nodiscard]] const Signature* function(const std::string& word) const override { return functions_.contains(word) ? &functions_.at(word) : nullptr; }

 private:
  std::map<std::string, Shape> shapes_;
  std::map<std::string, Signature> functions_;
};

class LittleWorld : public World {
 public:
  std::vector<std::shared_ptr<const Row>> now;     // calls of this round
  std::vector<std::shared_ptr<const Row>> before;  // of earlier ones

  void add(const std::string& step, const std::string& unit, std::int64_t cost = 1) {
    now.push_back(std::make_shared<LittleRow>(std::map<std::string, Value>{{"step", Value::text(step)}, {"unit", Value::text(unit)}, {"cost", Value::number(cost)}}, "#" + std::to_string(now.size() + 1)));
  }
  void add_unknown(const std::string& unit) { now.push_back(std::make_shared<LittleRow>(std::map<std::string, Value>{{"unit", Value::text(unit)}}, "#" + std::to_string(now.size() + 1))); }

  [[nodiscard]] Value name(const std::vector<std::string>& path) const override {
    if (path[0] == "owner") return Value::text("water");
    if (path[0] == "yes" || path[0] == "no") return Value::yes_no(path[0] == "yes");
    if (path[0] == "three") return Value::number(3);
    if (path[0] == "grade") return Value::text("work");
    return Value::nothing();
  }
  [[nodiscard]] std::vector<std::shared_ptr<const Row>> rows(const std::string&, bool of_all_rounds) const override {
    std::vector<std::shared_ptr<const Row>> all = now;
    if (of_all_rounds) all.insert(all.begin(), before.begin(), before.end());
    return all;
  }
  [[nodiscard]] Term call(const std::string& function, const std::vector<Argument>&) const override {
    if (function == "last") return {{}, now.empty() ? nullptr : now.back()};
    return {Value::text("district"), nullptr};
  }
  [[nodiscard]] Words label_name(const std::vector<std::string>& path) const override {
    static const std::map<std::string, Words> kLabels = {{"owner", {"责任单位", "the owner"}}, {"yes", {"已公示", "it is published"}}, {"no", {"有附件", "a file is attached"}},
                                                         {"unknown", {"已核实", "the check"}}, {"three", {"次数", "the count"}}, {"missing", {"金额", "the amount"}}, {"grade", {"哨别", "the grade"}}};
    const auto found = kLabels.find(path[0]);
    return found == kLabels.end() ? Words{path[0], path[0]} : found->second;
  }
  [[nodiscard]] Words label_column(const std::string&, const std::string& column) const override { return column == "step" ? Words{"环节", "step"} : Words{column, column}; }
  [[nodiscard]] Words label_record(const std::string&) const override { return {"被吹哨单位", "called unit"}; }
  [[nodiscard]] Words label_value(const Value& value, const Type&) const override {
    if (!value.known()) return {"未知", "not known"};
    if (value.kind() == Value::Kind::kText) return {"“" + value.as_text() + "”", value.as_text()};
    return {std::to_string(value.as_number()), std::to_string(value.as_number())};
  }
  [[nodiscard]] Words label_call(const std::string& function, const std::vector<Argument>&) const override { return function == "last" ? Words{"最近一次", "the last call"} : Words{"上级", "the unit above"}; }
};

// y, n, ? (not known), or the number.
inline std::string letter(const Value& value) { return !value.known() ? "?" : value.is_yes() ? "y" : value.is_no() ? "n" : std::to_string(value.as_number()); }

}  // namespace shaoyin::rule
