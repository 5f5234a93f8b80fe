#include "app/readers.h"

#include <algorithm>
#include <set>

#include "app/ports/order.h"
#include "core/view/sight.h"

namespace shaoyin::app {
namespace {

bool sees(const House& house, const Rules& rules, const access::Caller& caller, const matter::Matter& matter) {
  const auto procedure = rules.of(matter);
  if (!procedure || !procedure->visible) return true;
  const BookOutside outside(*rules.book);
  const procedure::Facts facts{house.now(), caller.actor, rules.calendar, rules.pack, outside, {}, {}, {}, {}, may_of(caller, *rules.book)};
  return view::Sight(*procedure, matter, facts).matter();
}

// Every row that the filter finds.
Result<std::vector<MatterRow>> all_rows(House& house, Filter filter, std::size_t wanted) {
  std::vector<MatterRow> rows;
  const int first = filter.offset;
  while (rows.size() < wanted) {
    filter.offset = first + static_cast<int>(rows.size());
    filter.limit = static_cast<int>(std::min<std::size_t>(wanted - rows.size(), kPageMax));
    auto page = house.store().list(house.district().id, filter);
    if (!page) return page.error();
    const bool last = page->rows.size() < static_cast<std::size_t>(filter.limit);
    rows.insert(rows.end(), std::make_move_iterator(page->rows.begin()), std::make_move_iterator(page->rows.end()));
    if (last) break;
  }
  return rows;
}

// The kinds a filter may find, parted into those that all readers see and those that some see.
struct Kinds { std::vector<std::string> open, closed; };
Kinds kinds_of(const Rules& rules, const Filter& filter) {
  std::set<std::string> all(filter.kinds.begin(), filter.kinds.end());
  for (const auto& [hash, version] : rules.by_hash) {
    if (filter.kinds.empty()) all.insert(version->kind);
  }
  Kinds kinds;
  for (const std::string& kind : all) (rules.restricted(kind) ? kinds.closed : kinds.open).push_back(kind);
  return kinds;
}

}  // namespace

Result<MatterId> find_number(Store& store, DistrictId district, const std::string& typed) {
  const auto as_typed = store.find_number(district, typed);
  if (as_typed || as_typed.error().code != ErrorCode::kNotFound) return as_typed;
  std::string large = typed;  // ours are in capitals; a source's numbers are as the source has them
  for (char& c : large) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return large == typed ? as_typed : store.find_number(district, large);
}

bool may_see(const House& house, const Rules& rules, const access::Caller& caller, const Loaded& loaded) {
  return may_read(caller, *rules.book, loaded.stored.row) && sees(house, rules, caller, loaded.matter);
}

bool may_see(House& house, const Rules& rules, const access::Caller& caller, const MatterRow& row) {
  if (!may_read(caller, *rules.book, row)) return false;
  if (!rules.restricted(row.kind)) return true;
  const auto loaded = load_matter(house, row.id);
  return loaded && sees(house, rules, caller, loaded->matter);
}

Result<Page> list_for(House& house, const Rules& rules, const access::Caller& caller, const Filter& filter) {
  const Kinds kinds = kinds_of(rules, filter);
  if (kinds.closed.empty()) return house.store().list(house.district().id, filter);
  Filter some = filter;
  some.kinds = kinds.closed;
  some.offset = 0;
  auto found = all_rows(house, some, SIZE_MAX);
  if (!found) return found.error();
  std::erase_if(*found, [&](const MatterRow& row) { return !may_see(house, rules, caller, row); });
  // Of the others, only those that can stand in the window: it begins at most as many rows earlier as are put in between.
  const std::size_t offset = static_cast<std::size_t>(std::max(filter.offset, 0)), limit = static_cast<std::size_t>(std::clamp(filter.limit, 0, kPageMax));
  const std::size_t skipped = offset - std::min(offset, found->size());
  Page page;
  std::vector<MatterRow> others;
  if (!kinds.open.empty()) {
    Filter rest = filter;
    rest.kinds = kinds.open;
    rest.limit = 0;
    const auto counted = house.store().list(house.district().id, rest);
    if (!counted) return counted.error();
    page.total = counted->total;
    rest.offset = static_cast<int>(skipped);
    auto rows = all_rows(house, rest, offset - skipped + limit);
    if (!rows) return rows.error();
    others = std::move(*rows);
  }
  page.total += static_cast<std::int64_t>(found->size());
  std::vector<MatterRow> merged;
  std::merge(others.begin(), others.end(), found->begin(), found->end(), std::back_inserter(merged), [&](const MatterRow& a, const MatterRow& b) { return comes_before(filter.order, a, b); });
  const std::size_t from = std::min(offset - skipped, merged.size());
  merged.erase(merged.begin(), merged.begin() + static_cast<std::ptrdiff_t>(from));
  if (merged.size() > limit) merged.resize(limit);
  page.rows = std::move(merged);
  return page;
}

}  // namespace shaoyin::app
