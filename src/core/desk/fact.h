// Facts over other matters: what a procedure declares in [facts] with `over`, judged on the columns that views have. Which matters they
// speak of only shows where all procedures are known, so this is apart from procedure::check().
// Pure.  Threads: any.
#pragma once

#include "core/desk/check.h"
#include "core/desk/condition.h"
#include "core/procedure/check.h"

namespace shaoyin::desk {

// The names that `where` takes from the asking matter. `values`: in the order of fact.mine, or none.
[[nodiscard]] Mine mine_of(const procedure::FactSpec& fact, std::vector<Value> values = {});

// Of each fact over other matters: a kind that exists (else a warning: it may be written later), its records and columns, and a
// condition that can be judged. `columns_of`: empty for what is not there.
[[nodiscard]] std::vector<procedure::Finding> check_facts(const procedure::Procedure& procedure, const ColumnsOf& columns_of, const clock::WorkCalendar& calendar);

}  // namespace shaoyin::desk
