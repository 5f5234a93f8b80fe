// Events to rows and notices: what screens read and who is told, decided in the same breath as the events.
// Pure and total; used by the commit and by every rebuild.
#pragma once

#include <string>
#include <vector>

#include "core/procedure/decide.h"
#include "core/view/row.h"

namespace shaoyin::view {

// The row of `after`. `before` is the row so far (default for a new matter): number, title, channel and street
// stay as they are there; the caller sets them once.
[[nodiscard]] MatterRow project(const procedure::Procedure& procedure, const MatterRow& before, const matter::Matter& after,
                                const std::vector<matter::Event>& events);

// The rows of the records that these events added, moved or changed. Records that only some may see have none: a view cannot ask
// for each reader.
[[nodiscard]] std::vector<RecordRow> project_records(const procedure::Procedure& procedure, const matter::Matter& after,
                                                     const std::vector<matter::Event>& events);

// Whom these events concern: a unit that becomes owner, is called, is reminded or escalated to; the reporter when
// the matter is dispatched, finished or ended (of a child: the parent's reporter; the argument `matter` says whose). Keys are "<matter>/<revision>/<to>",
// of what a procedure names "<matter>/<revision>.<ordinal>/<to>": no two are alike, so a repeat is recognised.
[[nodiscard]] std::vector<Notice> announce(const procedure::Procedure& procedure, const matter::Matter& after,
                                           const std::vector<matter::Event>& events, const std::vector<procedure::NoticeDraft>& named);

// One sentence of the timeline, in both languages. Free texts are not in it: they are shown beside it.
[[nodiscard]] Words describe(const procedure::Procedure& procedure, const matter::Matter& before, const matter::Event& event,
                             const procedure::Outside& outside);

}  // namespace shaoyin::view
