// The filters of a list of matters, as options; the same names as in the console's address.
#pragma once

#include <string>
#include <vector>

#include "main/cli/link.h"

namespace shaoyin::cli {

struct Filters {
  std::vector<std::string> kind, step, owner, category, channel, area, party;
  bool open = false, overdue = false, contested = false, returned = false;
  std::string q, order;

  void add_to(CLI::App& command, const Context& context);
  // Everything but the words, which no address holds.
  void put_into(Query& query) const;
};

// One page of the list; `query` holds the filters and where the page begins. Errors: those of get_json().
[[nodiscard]] Result<json::value> page_of_matters(const Context& context, Link& link, const Filters& filters, const Query& query);

}  // namespace shaoyin::cli
