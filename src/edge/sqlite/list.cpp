// Lists: the filter becomes one WHERE clause, asked once for the page and once for the count.
#include <fmt/format.h>

#include <algorithm>

#include "edge/sqlite/columns.h"
#include "edge/sqlite/search.h"
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {
namespace {

using app::Filter;

// Sorts after every code that begins like the one it is appended to: the last code point there is.
constexpr const char* kAfterAll = "\xF4\x8F\xBF\xBF";

class Where {
 public:
  explicit Where(DistrictId district) { add(fmt::format("district_id = {}", bind(district.value))); }

  std::string bind(std::int64_t value) { return bound(value); }
  std::string bind(const std::string& value) { return bound(value); }
  void add(const std::string& condition) { text_ += (text_.empty() ? "" : " AND ") + condition; }

  void any_of(const char* column, const std::vector<std::string>& wanted) {
    if (!wanted.empty()) {
      add(fmt::format("{} IN ({})", column, list(wanted)));
    }
  }
  // Written out, not bound: partial indexes are chosen by the text of the condition.
  void is(const char* yes, const char* no, const std::optional<bool>& wanted) {
    if (wanted) {
      add(*wanted ? yes : no);
    }
  }
  std::string list(const std::vector<std::string>& values) {
    std::string joined;
    for (const std::string& value : values) {
      joined += (joined.empty() ? "" : ", ") + bind(value);
    }
    return joined;
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Database::Value>& values() const { return values_; }

 private:
  std::string bound(Database::Value value) {
    values_.push_back(std::move(value));
    return fmt::format("${}", values_.size());
  }

  std::string text_;
  std::vector<Database::Value> values_;
};

void add_areas(Where& where, const std::vector<GridCode>& areas) {
  if (areas.empty()) {
    return;
  }
  std::string any;
  for (const GridCode& area : areas) {
    const std::string code = where.bind(area);
    const std::string after = where.bind(area + kAfterAll);
    // A dedicated grid's code does not begin with its district's, its community's does.
    any += fmt::format("{0}(place >= {1} AND place < {2}) OR (community >= {1} AND community < {2}) OR street = {1}",
                       any.empty() ? "" : " OR ", code, after);
  }
  where.add("(" + any + ")");
}

void add_search(Where& where, const std::string& text) {
  const SearchQuery query = search_query(text);
  const std::string district = "$1";
  if (!query.match.empty()) {
    where.add(fmt::format("matter IN (SELECT d.matter FROM search JOIN search_doc d ON d.doc = search.rowid "
                          "WHERE search MATCH {} AND d.district_id = {})",
                          where.bind(query.match), district));
  }
  for (const std::string& single : query.single) {
    where.add(fmt::format("matter IN (SELECT matter FROM search_doc WHERE district_id = {} AND instr(terms, {}) > 0)",
                          district, where.bind(single)));
  }
}

void add_times(Where& where, const Filter& filter) {
  if (filter.due_before) {
    where.add("next_due < " + where.bind(filter.due_before->ms));
  }
  if (filter.opened_from) {
    where.add("opened >= " + where.bind(filter.opened_from->ms));
  }
  if (filter.opened_to) {
    where.add("opened < " + where.bind(filter.opened_to->ms));
  }
}

Where where_of(DistrictId district, const Filter& filter) {
  Where where(district);
  where.is("final = 0", "final <> 0", filter.open);
  where.is("overdue <> 0", "overdue = 0", filter.overdue);
  where.is("contested <> 0", "contested = 0", filter.contested);
  where.is("returned > 0", "returned <= 0", filter.returned);
  where.is("historical <> 0", "historical = 0", filter.historical);
  where.any_of("kind", filter.kinds);
  where.any_of("step", filter.steps);
  where.any_of("category", filter.categories);
  where.any_of("channel", filter.channels);
  where.any_of("owner", filter.owners);
  add_areas(where, filter.areas);
  if (!filter.parties.empty()) {
    where.add(fmt::format("matter IN (SELECT matter FROM concerned WHERE district_id = $1 AND party IN ({}))",
                          where.list(filter.parties)));
  }
  add_times(where, filter);
  if (filter.parent.present()) {
    where.add("parent <> 0 AND parent = " + where.bind(filter.parent.value));
  }
  add_search(where, filter.text);
  return where;
}

const char* order_of(Filter::Order order) {
  switch (order) {
    case Filter::Order::kDue: return "next_due IS NULL, next_due, matter";
    case Filter::Order::kNewest: return "opened DESC, matter DESC";
    case Filter::Order::kOldest: return "opened, matter";
    case Filter::Order::kUpdated: return "updated DESC, matter DESC";
  }
  return "matter";
}

}  // namespace

Result<app::Page> SqliteStore::list(DistrictId district, const Filter& filter) {
  const Where where = where_of(district, filter);
  const std::string page_sql =
      fmt::format("SELECT {} FROM matter WHERE {} ORDER BY {} LIMIT {} OFFSET {}", kMatterColumns, where.text(),
                  order_of(filter.order), std::clamp(filter.limit, 0, app::kPageMax), std::max(filter.offset, 0));
  return readers_->read([&](Database& database) -> Result<app::Page> {
    app::Page page;
    Rows counted = database.query_once("SELECT count(*) FROM matter WHERE " + where.text(), where.values());
    page.total = counted.next() ? counted.number(0) : 0;
    Rows rows = database.query_once(page_sql, where.values());
    while (rows.next()) {
      page.rows.push_back(row_from(rows));
    }
    return page;
  });
}

}  // namespace shaoyin::sqlite
