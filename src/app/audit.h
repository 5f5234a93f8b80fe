// What stands beside the ledger, compared with it. A chain proves its entries; but lists read rows and pages read texts, and whoever
// can write the database could change those without touching an entry.
//
// Compared: every row, its fields and its records with what core/view makes of the entries; sealed texts with the commitments in the entries, both ways, and, where the
// vault opens, each text with its commitment; a title with the masked text it is cut from; the feed, which has no gap and tells
// every entry. Not compared: what is masked in a masked copy (the names to mask are not kept), the street and channel of a row, and the
// rows of imported history, which its import made from the source and not from entries.
// Threads: any.  A server may run: a matter that moves on while it is looked at is looked at as it was.
#pragma once

#include <string>
#include <vector>

#include "app/house.h"

namespace shaoyin::app {

struct AuditFault {
  std::string number;
  MatterId matter;
  std::string part;  // "row.step", "row.revision", "text field.what", "feed 17"
};

// What an audit works with; all borrowed. Without a vault texts are only looked for, not opened.
struct Audit {
  Store& store;
  Vault* vault;
  const Rules& rules;
  DistrictId district;
};

// What is wrong beside one matter's entries. REQUIRES: its chain verifies. Errors: those of the store.
[[nodiscard]] Result<std::vector<AuditFault>> audit_matter(const Audit& audit, MatterId matter, const Stored& stored);

// Whether the district's feed counts 1, 2, 3 … and has as many entries as its matters have together: a matter that was taken out whole
// leaves a gap. Errors: those of the store.
[[nodiscard]] Result<std::vector<AuditFault>> audit_feed(const Audit& audit, std::int64_t entries);

}  // namespace shaoyin::app
