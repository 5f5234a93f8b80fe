#include "app/desk_tables.h"

#include <algorithm>

#include "app/register_rows.h"

namespace shaoyin::app {
namespace {

constexpr int kListedAtOnce = 500;
constexpr int kFeedAtOnce = 2000;

std::unique_ptr<rule::Table> empty_table(const desk::Columns& columns) {
  std::vector<std::pair<std::string, rule::Type>> made;
  for (const desk::Column& column : columns) made.emplace_back(column.name, column.type);
  return std::make_unique<rule::Table>(std::move(made));
}

// Words apart: names, types and choices are the same, so the rows are too.
bool same_columns(const desk::Columns& a, const desk::Columns& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const desk::Column& x, const desk::Column& y) {
    return x.name == y.name && x.type.kind == y.type.kind && x.type.options == y.type.options && x.field == y.field && x.of == y.of;
  });
}

}  // namespace

void DeskTables::show(const Kept& kept, const std::function<void(const Seen&)>& use) {
  const std::function<const Reach*(std::uint32_t)> reach = [&](std::uint32_t row) { return kept.matters.empty() ? nullptr : &kept.matters[kept.matter_of[row]]; };
  use({*kept.table, kept.columns, reach, kept.records});
}

Status DeskTables::with(const desk::Over& over, const std::shared_ptr<const Rules>& rules, const std::function<void(const Seen&)>& use) {
  // The head is read first: what is committed while we follow is followed again, which changes nothing.
  const auto head = house_.store().feed_head(house_.district().id);
  if (!head) return head.error();
  for (bool made = false;; made = true) {
    {
      const std::shared_lock reading(mutex_);
      const auto kept = tables_.find(over);
      // Two snapshots of the rules may take turns; having made one's own table once, one takes what is there.
      if (position_ >= *head && kept != tables_.end() && (made || kept->second.rules == rules)) {
        show(kept->second, use);
        return {};
      }
    }
    if (Status status = bring_up(over, rules, *head); !status) return status;
  }
}

Status DeskTables::bring_up(const desk::Over& over, const std::shared_ptr<const Rules>& rules, std::int64_t head) {
  const std::unique_lock writing(mutex_);
  if (position_ < 0) position_ = head;
  if (Status status = follow(); !status) return status;
  const auto kept = tables_.find(over);
  return kept != tables_.end() && kept->second.rules == rules ? Status() : make(over, rules);
}

void DeskTables::forget() {
  const std::unique_lock writing(mutex_);
  tables_.clear();
  position_ = -1;
}

Status DeskTables::follow() {
  for (;;) {
    const auto items = house_.store().feed(house_.district().id, position_, kFeedAtOnce);
    if (!items) return items.error();
    std::set<MatterId> moved;
    for (const FeedItem& item : *items) moved.insert(item.matter);
    for (const MatterId id : moved) {
      const auto listed = house_.store().listed(house_.district().id, {id.value - 1}, 1);
      if (!listed) return listed.error();
      if (listed->empty() || listed->front().at.row.id != id) continue;
      for (auto& [over, kept] : tables_) {
        if (over.kind == listed->front().at.row.kind) take(kept, over, listed->front());
      }
    }
    if (items->empty()) return {};
    position_ = items->back().position;
    if (items->size() < static_cast<std::size_t>(kFeedAtOnce)) return {};
  }
}

Status DeskTables::make(const desk::Over& over, const std::shared_ptr<const Rules>& rules) {
  desk::Columns columns = desk::columns_of(over, rules->versions(over.kind));
  if (columns.empty()) return fault(ErrorCode::kUnknownProcedure, "over", desk::text_of(over));
  Kept& kept = tables_[over];
  const bool rows_hold = kept.table != nullptr && over.reg.empty() && same_columns(kept.columns, columns);
  kept.rules = rules;
  kept.columns = std::move(columns);
  if (rows_hold) return {};
  kept = {rules, std::move(kept.columns), nullptr, {}, {}, {}, {}, {}};
  kept.table = empty_table(kept.columns);
  if (!over.reg.empty()) {
    for (const auto& row : register_rows(*rules->book, over.reg)) kept.table->add(row);
    return {};
  }
  for (MatterId after{};;) {
    const auto page = house_.store().listed(house_.district().id, after, kListedAtOnce);
    if (!page) {
      tables_.erase(over);  // half a table would count half
      return page.error();
    }
    for (const Listed& one : *page) {
      if (one.at.row.kind == over.kind) take(kept, over, one);
    }
    if (page->size() < static_cast<std::size_t>(kListedAtOnce)) return {};
    after = page->back().at.row.id;
  }
}

void DeskTables::take(Kept& kept, const desk::Over& over, const Listed& listed) {
  const MatterRow& row = listed.at.row;
  const auto [known, is_new] = kept.at.try_emplace(row.id.value, static_cast<std::uint32_t>(kept.matters.size()));
  Reach reach{row.id, listed.at.revision, row.owner, row.place, row.parties};
  if (is_new) kept.matters.push_back(std::move(reach));
  else kept.matters[known->second] = std::move(reach);
  const auto put = [&](std::optional<std::uint32_t> at, const view::RecordRow* record) {
    const auto values = desk::values_of(kept.columns, row, record);
    if (at) return kept.table->set(*at, values);
    kept.table->add(values);
    kept.matter_of.push_back(known->second);
    if (record != nullptr) kept.records.push_back(record->number);
  };
  if (over.record.empty()) return put(is_new ? std::nullopt : std::optional(known->second), nullptr);
  for (const view::RecordRow& record : listed.records) {
    if (record.type != over.record) continue;
    const auto [line, added] = kept.record_at.try_emplace({row.id.value, record.number}, static_cast<std::uint32_t>(kept.matter_of.size()));
    put(added ? std::nullopt : std::optional(line->second), &record);
  }
}

}  // namespace shaoyin::app
