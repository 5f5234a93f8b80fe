// Sentences of the timeline: whatever an entry holds, its sentence does not end in nothing, and times read as people write them.
#include <gtest/gtest.h>

#include "core/procedure/walk_parts.h"
#include "core/view/project.h"

namespace shaoyin::view {
namespace {

using matter::Event;
using matter::EventKind;
using Kind = rule::Type::Kind;

procedure::Procedure aid() {
  procedure::Procedure made;
  made.facts.push_back({"limit", "parameter", {}, {Kind::kNumber, {}, {}, {}}});
  made.texts = {{"action.approve", {"批准", "Approve"}}, {"facts.limit", {"限额（元）", "Limit (yuan)"}}, {"clock.help", {"首次救助", "First help"}}};
  return made;
}

Words said(EventKind kind, std::map<std::string, Value> data) {
  const procedure::Procedure made = aid();
  const procedure::SmallWorld world(made);
  Event event;
  event.kind = kind;
  event.data = std::move(data);
  return describe(made, {}, event, world);
}

TEST(Describe, SaysTheNumberOfAFactAndWhenItIsUnknown) {
  EXPECT_EQ(said(EventKind::kActed, {{"action", Value::text("approve")}, {"fact.limit", Value::number(2000)}}).zh, "系统按规则：批准；限额（元）：2000");
  EXPECT_EQ(said(EventKind::kActed, {{"action", Value::text("approve")}, {"fact.limit", Value::nothing()}}).en, "By rule: Approve; Limit (yuan): none");
}

TEST(Describe, WritesTimesAsPeopleDo) {
  const Words words = said(EventKind::kClockStarted, {{"clock", Value::text("help")}, {"due", Value::instant(*parse_instant("2026-11-03T01:05:00Z"))}});
  EXPECT_EQ(words.zh, "“首次救助”开始计时，2026年11月3日 09:05到期");
  EXPECT_EQ(words.en, "Clock \"First help\" runs, due 3 Nov 2026 09:05");
}

}  // namespace
}  // namespace shaoyin::view
