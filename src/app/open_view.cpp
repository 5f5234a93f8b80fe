#include "app/open_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/desk/condition.h"
#include "core/rule/sieve.h"

namespace shaoyin::app {
namespace {

using desk::RowNumbers;
using desk::Show;
using rule::Truth;

constexpr const char* kExport = "export.run";

bool is_grouped(Show show) { return show != Show::kList && show != Show::kNumber; }
bool shows_rows(Show show) { return show == Show::kList || show == Show::kBoard || show == Show::kCalendar || show == Show::kTimeline; }

Error at(const char* field, Error error) {
  error.field = field;
  return error;
}

// One reader of one view.
class Opening {
 public:
  Opening(House& house, DeskTables& tables, const access::Caller& caller, bool exporting)
      : house_(house), tables_(tables), caller_(caller), exporting_(exporting) {
    shown_.rules = house.rules();
    shown_.now = house.now();
  }

  Result<ShownView> run(const std::string& desk, const std::string& view, const ViewAsked& asked) {
    if (Status status = choose(desk, view, asked); !status) return status.error();
    Status inside;
    const Status seen = tables_.with(shown_.view->over, shown_.rules, [&](const DeskTables::Seen& rows) { inside = arrange(rows, asked); });
    if (!seen) return seen.error();
    if (!inside) return inside.error();
    if (Status status = add_titles(); !status) return status.error();
    return std::move(shown_);
  }

 private:
  Status choose(const std::string& desk, const std::string& view, const ViewAsked& asked) {
    const auto found = desk_for(*shown_.rules, caller_, desk);
    if (!found) return found.error();
    shown_.view = (*found)->view(view);
    if (shown_.view == nullptr) return fault(ErrorCode::kNotFound, "view");
    shown_.show = exporting_ ? Show::kList : asked.as.value_or(shown_.view->show);
    const std::vector<Show> ways = desk::ways_of(*shown_.view);
    if (std::find(ways.begin(), ways.end(), shown_.show) == ways.end()) {
      std::string names;
      for (const Show way : ways) names += std::string(names.empty() ? "" : ", ") + desk::show_name(way);
      return fault(ErrorCode::kNotAChoice, "as", names);
    }
    if (!asked.day.empty() && shown_.show != Show::kCalendar) return fault(ErrorCode::kUnknownField, "day");
    if (is_grouped(shown_.show) && asked.where.size() > kWhereGroupedMax) {
      return fault(ErrorCode::kTooLong, "where", fmt::format("where_grouped_max={}", kWhereGroupedMax));
    }
    if (exporting_ && access::held_in(caller_, kExport).empty()) return fault(ErrorCode::kForbidden, "export", kExport, access::authorize(caller_, kExport, {}).because);
    return {};
  }

  // A calendar shows one month or week; that too is a condition, so that its numbers open as all others do.
  Result<std::string> window(const ViewAsked& asked) {
    if (shown_.show != Show::kCalendar) return std::string();
    const clock::WorkCalendar& calendar = shown_.rules->calendar;
    const auto day = asked.day.empty() ? Result<desk::DayNumber>(calendar.day_of(shown_.now)) : desk::parse_day(asked.day);
    if (!day) return at("day", day.error());
    const desk::Window span = desk::window_of(*shown_.view->per, *day);
    shown_.from = calendar.start_of(span.from);
    shown_.to = calendar.start_of(span.to);
    return desk::within(shown_.view->on.front(), span.from, span.to);
  }

  Status arrange(const DeskTables::Seen& seen, const ViewAsked& asked) {
    const auto within = window(asked);
    if (!within) return within.error();
    const std::string all = desk::both(asked.where, *within);
    auto rows = passing(seen, {shown_.view->where, asked.where, *within});
    if (!rows) return at("where", rows.error());
    keep_readable(seen, *rows);
    if (exporting_ && rows->size() > kViewExportRowsMax) {
      return fault(ErrorCode::kTooLarge, "where", fmt::format("view_export_rows_max={}", kViewExportRowsMax),
                   {fmt::format("超过 {} 行，请用 where 缩小范围后再导出", kViewExportRowsMax), fmt::format("More than {} rows; narrow the view with `where`, then export", kViewExportRowsMax)});
    }
    if (Status status = sort(seen, asked.sort, *rows); !status) return status;
    auto made = desk::answer(seen.table, seen.columns, *shown_.view, shown_.show, all, {shown_.now, shown_.rules->calendar}, std::move(*rows));
    if (!made) return made.error();
    fill(seen, asked, std::move(*made));
    return {};
  }

  Result<RowNumbers> passing(const DeskTables::Seen& seen, const std::vector<std::string>& conditions) const {
    std::vector<Truth> keep(seen.table.rows(), Truth::kYes), one(keep.size());
    for (const std::string& source : conditions) {
      if (source.empty()) continue;
      const auto condition = desk::ready(source, seen.columns, {shown_.now, shown_.rules->calendar});
      if (!condition) return condition.error();
      const auto sieve = rule::Sieve::make(*condition, seen.table);
      if (!sieve) return sieve.error();
      sieve->judge(seen.table, 0, one.size(), one.data());
      for (std::size_t i = 0; i < keep.size(); ++i) keep[i] = one[i] == Truth::kYes ? keep[i] : Truth::kNo;
    }
    RowNumbers rows;
    for (std::size_t i = 0; i < keep.size(); ++i) {
      if (keep[i] == Truth::kYes) rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
  }

  // As the list of matters finds them. Only kinds that are visible to some cost a load, of each matter that moved since this reader looked.
  void keep_readable(const DeskTables::Seen& seen, RowNumbers& rows) const {
    if (!shown_.view->over.reg.empty()) return keep_entries(seen, rows);
    ReadsMany reads(caller_, *shown_.rules->book);
    HeldAt takes_away(caller_, *shown_.rules->book, kExport);
    const bool restricted = shown_.rules->restricted(shown_.view->over.kind);
    MatterId last;
    bool sees_last = false;  // records of one matter mostly stand together
    std::erase_if(rows, [&](std::uint32_t row) {
      const DeskTables::Reach& reach = *seen.reach(row);
      if (!reads(reach.owner, reach.place, reach.parties) || (exporting_ && !takes_away(reach.place))) return true;
      if (!restricted) return false;
      if (reach.id != last) {
        last = reach.id;
        sees_last = tables_.sights().sees(house_, shown_.rules, caller_, reach.id, reach.revision);
      }
      return !sees_last;
    });
  }

  // Of registers that are not open to everybody: as their own lists show them.
  void keep_entries(const DeskTables::Seen& seen, RowNumbers& rows) const {
    const std::string& reg = shown_.view->over.reg;
    const auto& open = desk::open_registers();
    if (std::find(open.begin(), open.end(), reg) != open.end()) return;
    const ReadsRegister reads(caller_, *shown_.rules->book);
    const rule::Table::Column* area = seen.table.column("area");
    std::erase_if(rows, [&](std::uint32_t row) { return !reads(area != nullptr ? seen.table.at(row, *area).as_text() : GridCode()); });
  }

  Status sort(const DeskTables::Seen& seen, const std::string& asked, RowNumbers& rows) const {
    const std::string by = asked.empty() ? desk::order_of(*shown_.view, shown_.show, seen.columns) : asked;
    if (!by.empty() && desk::find(seen.columns, by.substr(by.front() == '-' ? 1 : 0)) == nullptr) {
      std::string names;
      for (const desk::Column& column : seen.columns) names += (names.empty() ? "" : ", ") + column.name;
      return fault(ErrorCode::kNotAChoice, "sort", names);
    }
    if (!shows_rows(shown_.show)) return {};
    const auto key = [&](std::uint32_t row) {
      const DeskTables::Reach* reach = seen.reach(row);
      return std::pair(reach != nullptr ? reach->id.value : 0, seen.records.empty() ? RecordNumber{static_cast<RecordNumber>(row)} : seen.records[row]);
    };
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); };
    if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::sort(rows.begin(), rows.end(), earlier);
    if (!by.empty()) desk::sort_rows(seen.table, seen.columns, by, rows);
    return {};
  }

  void fill(const DeskTables::Seen& seen, const ViewAsked& asked, desk::Answer made) {
    shown_.all = seen.columns;
    shown_.total = made.rows.size();
    shown_.value = made.value;
    shown_.where = made.where;
    shown_.cells = std::move(made.cells);
    shown_.part = std::move(made.part);
    shown_.outlooks = std::move(made.outlooks);
    if (shown_.show == Show::kList) fill_page(seen, asked, made.rows);
    for (const desk::Group& group : made.groups) shown_.groups.push_back(group_of(seen, asked, group));
    for (const desk::Group& group : made.across) shown_.across.push_back(group_of(seen, asked, group));
  }

  void fill_page(const DeskTables::Seen& seen, const ViewAsked& asked, const RowNumbers& rows) {
    const std::size_t limit = exporting_ ? std::max<std::size_t>(rows.size(), 1) : static_cast<std::size_t>(asked.limit);
    shown_.pages = static_cast<int>(std::max<std::size_t>((rows.size() + limit - 1) / limit, 1));
    shown_.page = exporting_ ? 1 : asked.page;
    const std::size_t from = static_cast<std::size_t>(shown_.page - 1) * limit;
    for (std::size_t i = from; i < std::min(from + limit, rows.size()); ++i) shown_.rows.push_back(row_of(seen, rows[i]));
  }

  ShownGroup group_of(const DeskTables::Seen& seen, const ViewAsked& asked, const desk::Group& group) const {
    ShownGroup made{group.key, group.day, group.from, group.to, group.rows.size(), desk::sum_of(seen.table, shown_.view->sum, group.rows), group.where, {}, group.label, group.part};
    const std::size_t most = !shows_rows(shown_.show) ? 0 : static_cast<std::size_t>(shown_.show == Show::kTimeline ? asked.limit : std::min(asked.limit, kGroupRowsMax));
    for (std::size_t i = 0; i < std::min(most, group.rows.size()); ++i) made.rows.push_back(row_of(seen, group.rows[i]));
    return made;
  }

  ShownRow row_of(const DeskTables::Seen& seen, std::uint32_t row) const {
    ShownRow made;
    const auto value = [&](const std::string& name) { return seen.table.at(row, *seen.table.column(name)); };
    const auto instant = [&](const std::string& name) { const Value at = name.empty() ? Value() : value(name); return at.known() ? std::optional(at.as_instant()) : std::nullopt; };
    if (const DeskTables::Reach* reach = seen.reach(row)) {
      made.matter = reach->id;
      made.kind = shown_.view->over.kind;
    } else {
      made.code = value("code").as_text();
    }
    if (!seen.records.empty()) made.record = seen.records[row];
    made.from = shown_.view->on.empty() ? std::nullopt : instant(shown_.view->on.front());
    made.to = instant(shown_.view->until);
    for (const std::string& name : shown_.view->columns) made.values.push_back(value(name));
    return made;
  }

  // Texts are not kept in memory: the few that are shown are read.
  Status add_titles() {
    if (Status status = add_titles(shown_.rows); !status) return status;
    for (ShownGroup& group : shown_.groups) {
      if (Status status = add_titles(group.rows); !status) return status;
    }
    return {};
  }

  Status add_titles(std::vector<ShownRow>& rows) const {
    for (ShownRow& row : rows) {
      if (!row.matter.present()) continue;
      const auto stored = house_.store().row(house_.district().id, row.matter);
      if (!stored) return stored.error();
      row.number = stored->row.number;
      row.title = stored->row.title;
    }
    return {};
  }

  House& house_;
  DeskTables& tables_;
  const access::Caller& caller_;
  const bool exporting_;
  ShownView shown_;
};

}  // namespace

std::vector<const desk::Desk*> desks_for(const Rules& rules, const access::Caller& caller) {
  std::vector<const desk::Desk*> open;
  for (const auto& one : rules.desks) {
    if (!access::held_in(caller, one->may).empty()) open.push_back(one.get());
  }
  return open;
}

Result<const desk::Desk*> desk_for(const Rules& rules, const access::Caller& caller, const std::string& name) {
  const desk::Desk* found = rules.desk(name);
  if (found == nullptr || access::held_in(caller, found->may).empty()) return fault(ErrorCode::kNotFound, "desk");
  return found;
}

desk::Columns columns_for(const Rules& rules, const desk::View& view) { return desk::columns_of(view.over, rules.versions(view.over.kind)); }

Result<ShownView> open_view(House& house, DeskTables& tables, const access::Caller& caller, const std::string& desk, const std::string& view, const ViewAsked& asked) {
  return Opening(house, tables, caller, false).run(desk, view, asked);
}

Result<ShownView> export_view(House& house, DeskTables& tables, const access::Caller& caller, const std::string& desk, const std::string& view, const ViewAsked& asked) {
  return Opening(house, tables, caller, true).run(desk, view, asked);
}

}  // namespace shaoyin::app
