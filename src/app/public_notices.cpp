#include "app/public_notices.h"

#include <algorithm>

namespace shaoyin::app {
namespace {

// The latest version of each notice that still hangs.
std::vector<registers::Row> hanging(const std::vector<registers::Row>& rows, const GridCode& community) {
  std::map<std::string, const registers::Row*> latest;
  for (const registers::Row& row : rows) {
    const registers::Row*& known = latest[row.code];
    if (known == nullptr || known->version < row.version) known = &row;
  }
  std::vector<registers::Row> found;
  for (const auto& [code, row] : latest) {
    const bool here = community.empty() || row->columns.at("community") == community;
    if (!row->valid_to && here) found.push_back(*row);
  }
  std::sort(found.begin(), found.end(), [](const registers::Row& a, const registers::Row& b) {
    return a.valid_from != b.valid_from ? b.valid_from < a.valid_from : a.code < b.code;
  });
  if (found.size() > kNoticesShown) found.resize(kNoticesShown);
  return found;
}

Words name_of(const Rules& rules, const GridCode& code) {
  const registers::Grid* grid = rules.book->grid(code);
  return grid == nullptr ? Words{code, code} : grid->name;
}

}  // namespace

Result<std::vector<PublicNotice>> public_notices(House& house, const GridCode& community) {
  const auto rows = house.store().register_rows(house.district().id, kNoticeRegister);
  if (!rows) return rows.error();
  const auto rules = house.rules();
  std::vector<PublicNotice> notices;
  for (const registers::Row& row : hanging(*rows, community)) {
    const auto matter = house.store().row(house.district().id, {std::stoll(row.columns.at("matter"))});
    if (!matter) continue;  // one that cannot be read takes no other down
    const GridCode& where = row.columns.at(row.columns.at("community").empty() ? "place" : "community");  // not every matter lies in one
    notices.push_back({matter->row.number, row.columns.at("kind"), rules->text(row.columns.at("kind"), "kind"), where, name_of(*rules, where),
                       {row.columns.at("zh"), row.columns.at("en")}, row.valid_from});
  }
  return notices;
}

}  // namespace shaoyin::app
