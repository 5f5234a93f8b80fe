// Listing: each row is asked each condition of the filter, nothing cleverer.
#include <algorithm>

#include "app/ports/order.h"
#include "core/base/utf8.h"
#include "core/text/mask.h"
#include "edge/memory/memory_store.h"

namespace shaoyin::memory {
namespace {

using app::Filter;
using app::MatterRow;

bool any_of(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool is(const std::optional<bool>& wanted, bool value) { return !wanted || *wanted == value; }

bool lies_in(const std::vector<GridCode>& areas, const MatterRow& row) {
  return areas.empty() || std::any_of(areas.begin(), areas.end(), [&](const GridCode& area) {
           return row.place.starts_with(area) || row.community.starts_with(area) || row.street == area;
         });
}

bool concerns(const std::vector<PartyCode>& parties, const MatterRow& row) {
  return parties.empty() || std::any_of(parties.begin(), parties.end(), [&](const PartyCode& party) {
           return row.owner == party || std::find(row.parties.begin(), row.parties.end(), party) != row.parties.end();
         });
}

bool within(const Filter& filter, const MatterRow& row) {
  return (!filter.due_before || (row.next_due && *row.next_due < *filter.due_before)) &&
         (!filter.opened_from || row.opened >= *filter.opened_from) &&
         (!filter.opened_to || row.opened < *filter.opened_to);
}

bool matches(const Filter& filter, const MatterRow& row) {
  return any_of(filter.kinds, row.kind) && any_of(filter.steps, row.step) && any_of(filter.categories, row.category) &&
         any_of(filter.channels, row.channel) && any_of(filter.owners, row.owner) && lies_in(filter.areas, row) &&
         concerns(filter.parties, row) && is(filter.open, !row.final) && is(filter.overdue, row.overdue) &&
         is(filter.contested, row.contested) && is(filter.returned, row.returned > 0) &&
         is(filter.historical, row.historical) && within(filter, row) &&
         (!filter.parent.present() || row.parent == filter.parent);
}

// A character alone is found inside the bigrams that hold it; every other term stands for itself.
bool holds(const std::vector<std::string>& terms, const std::string& wanted) {
  const bool single = wanted.size() > 1 && count_code_points(wanted) == 1;
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return single ? term.find(wanted) != std::string::npos : term == wanted;
  });
}

bool finds(const std::vector<std::string>& wanted, const MatterRow& row, const std::vector<app::TextRow>& texts) {
  std::string all = row.number + ' ' + row.title;
  for (const app::TextRow& text : texts) {
    all += ' ' + text.masked;
  }
  const std::vector<std::string> terms = text::search_terms(all);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& term) { return holds(terms, term); });
}

}  // namespace

Result<app::Page> MemoryStore::list(DistrictId district, const Filter& filter) {
  const std::lock_guard lock(mutex_);
  const std::vector<std::string> wanted = text::search_terms(filter.text);
  std::vector<MatterRow> rows;
  for (const auto& [id, held] : districts_[district].matters) {
    if (matches(filter, held.stored.row) && finds(wanted, held.stored.row, held.texts)) {
      rows.push_back(held.stored.row);
    }
  }
  std::sort(rows.begin(), rows.end(),
            [&](const MatterRow& a, const MatterRow& b) { return app::comes_before(filter.order, a, b); });
  app::Page page;
  page.total = static_cast<std::int64_t>(rows.size());
  const auto from = std::min<std::size_t>(static_cast<std::size_t>(std::max(filter.offset, 0)), rows.size());
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(std::clamp(filter.limit, 0, app::kPageMax)),
                                           rows.size() - from);
  const auto first = rows.begin() + static_cast<std::ptrdiff_t>(from);
  page.rows.assign(first, first + static_cast<std::ptrdiff_t>(count));
  return page;
}

}  // namespace shaoyin::memory
