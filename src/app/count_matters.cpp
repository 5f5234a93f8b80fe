#include "app/count_matters.h"

#include <algorithm>

#include "app/desk_tables.h"
#include "core/desk/arrange.h"
#include "core/desk/fact.h"
#include "core/rule/sieve.h"

namespace shaoyin::app {
namespace {

// The rows that pass, without those of the asking matter. Nothing: the condition does not fit the columns of today.
std::optional<desk::RowNumbers> passing(const DeskTables::Seen& seen, const procedure::FactSpec& fact, const std::vector<Value>& mine, const desk::Times& times, MatterId asking) {
  desk::RowNumbers rows;
  const auto take = [&](std::uint32_t row) {
    if (seen.reach(row)->id != asking) rows.push_back(row);
  };
  if (!fact.where) {
    for (std::uint32_t row = 0; row < seen.table.rows(); ++row) take(row);
    return rows;
  }
  const desk::Mine own = desk::mine_of(fact, mine);
  const auto condition = desk::ready(fact.where.source, seen.columns, times, &own);
  if (!condition) return std::nullopt;
  const auto sieve = rule::Sieve::make(*condition, seen.table);
  if (!sieve) return std::nullopt;
  for (const std::uint32_t row : sieve->passing(seen.table)) take(row);
  return rows;
}

std::vector<MatterId> first_of(const DeskTables::Seen& seen, const desk::RowNumbers& rows) {
  std::vector<MatterId> matters;
  for (const std::uint32_t row : rows) {
    if (matters.size() == kToldMax) break;
    const MatterId id = seen.reach(row)->id;
    if (std::find(matters.begin(), matters.end(), id) == matters.end()) matters.push_back(id);
  }
  return matters;
}

}  // namespace

Result<Counted> count_matters(House& house, const std::shared_ptr<const Rules>& rules, const procedure::FactSpec& fact, const std::vector<Value>& mine, const Asking& asking) {
  Counted answer;
  const Status seen = house.tables().with(desk::over_of(fact.over), rules, [&](const DeskTables::Seen& table) {
    const desk::Column* column = fact.sum.empty() ? nullptr : desk::find(table.columns, fact.sum);
    if (!fact.sum.empty() && (column == nullptr || column->type.kind != rule::Type::Kind::kNumber)) return;
    const auto rows = passing(table, fact, mine, {asking.now, rules->calendar}, asking.matter);
    if (!rows) return;
    const auto sum = desk::sum_of(table.table, fact.sum, *rows);
    if (sum) answer.number = Value::number(*sum);
    if (fact.told) answer.told = first_of(table, *rows);
  });
  if (!seen && seen.error().code != ErrorCode::kUnknownProcedure) return seen.error();
  return answer;
}

}  // namespace shaoyin::app
