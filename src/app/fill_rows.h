// Rows of lists and views, made anew from the entries. A release that shows more of a matter than the one before fills in, once, what
// older commits did not write.
// Threads: one call at a time; people may work meanwhile, and whoever moves a matter on writes its row anyway.
#pragma once

#include "app/house.h"

namespace shaoyin::app {

struct Filled {
  int filled = 0;                // rows of matters made anew by this call
  std::optional<MatterId> next;  // go on after this one; nothing: all is done
};

// Rewrites the rows and records of at most `limit` matters after `after`, in order of id. Matters whose procedure is not there and
// imported history keep what they have. When the last is done that is remembered as a register row, and a later call finds nothing to do
// until a release has another form of rows. Errors: those of the store, kDamaged; what was rewritten before one stays, and the same call
// may be made again.
[[nodiscard]] Result<Filled> fill_rows_once(House& house, MatterId after, int limit);

}  // namespace shaoyin::app
