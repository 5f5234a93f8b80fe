// A kind of matter with one of everything, and a table of its rows by chance, for the tests of this folder.
#pragma once

#include <random>

#include "core/desk/column.h"
#include "core/desk/times.h"
#include "core/rule/table.h"

namespace shaoyin::desk {

inline procedure::Slot slot(rule::Type::Kind kind, std::vector<std::string> options = {}) {
  procedure::Slot made;
  made.type = {kind, std::move(options), {}, {}};
  return made;
}

// "errand": steps asked → doing → done; a record `stop` with an instant.
inline procedure::Procedure errand() {
  using Kind = rule::Type::Kind;
  procedure::Procedure made;
  made.kind = "errand";
  made.hash = "1";
  for (const char* step : {"asked", "doing", "done"}) {
    procedure::StepSpec spec;
    spec.name = step;
    made.steps.push_back(spec);
  }
  made.fields = {{"grade", slot(Kind::kChoice, {"small", "large"})}, {"cost", slot(Kind::kNumber)}, {"words", slot(Kind::kSealed)}, {"helper", slot(Kind::kPerson)}};
  procedure::RecordSpec stop;
  stop.name = "stop";
  stop.steps = {"planned", "made"};
  stop.fields = {{"at", slot(Kind::kInstant)}, {"unit", slot(Kind::kParty)}};
  made.records.push_back(stop);
  made.texts["step.asked"] = {"已交办", "Asked"};
  return made;
}

inline Versions versions_of(procedure::Procedure one) { return {std::make_shared<const procedure::Procedure>(std::move(one))}; }

inline const clock::WorkCalendar& plain_calendar() {
  static const clock::WorkCalendar kCalendar("test", {}, {});
  return kCalendar;
}

// 2023-02-14 09:00 in China, a Tuesday.
inline Times tuesday() { return {Instant{1'676'336'400'000}, plain_calendar()}; }

inline rule::Table empty_table(const Columns& columns) {
  std::vector<std::pair<std::string, rule::Type>> made;
  for (const Column& column : columns) made.emplace_back(column.name, column.type);
  return rule::Table(std::move(made));
}

// Matters as they may be: every value sometimes not known, instants within two years of that Tuesday.
inline rule::Table by_chance(const Columns& columns, std::size_t rows, std::mt19937_64& chance) {
  rule::Table table = empty_table(columns);
  const auto up_to = [&](std::int64_t most) { return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(most)); };
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<Value> values;
    for (const Column& column : columns) {
      using Kind = rule::Type::Kind;
      const auto& options = column.type.options;
      if (up_to(6) == 0) values.push_back(Value::nothing());
      else if (column.type.kind == Kind::kYesNo) values.push_back(Value::yes_no(up_to(2) == 0));
      else if (column.type.kind == Kind::kNumber) values.push_back(Value::number(up_to(9) - 2));
      else if (column.type.kind == Kind::kInstant) values.push_back(Value::instant({tuesday().now.ms + (up_to(730 * 24) - 365 * 24) * hours(1).ms}));
      else if (!options.empty()) values.push_back(Value::text(options[static_cast<std::size_t>(up_to(static_cast<std::int64_t>(options.size())))]));
      else values.push_back(Value::text("code-" + std::to_string(up_to(5))));
    }
    table.add(values);
  }
  return table;
}

}  // namespace shaoyin::desk
