// What conditions and clocks of procedures may ask besides state: permissions of whoever acts, people's units, moments that were given.
#include <gtest/gtest.h>

#include "core/procedure/decide.h"
#include "core/procedure/scope.h"
#include "core/view/project.h"
#include "tests/procedures/errand.h"

namespace shaoyin::procedure {
namespace {

using matter::Actor;

constexpr const char* kShift = R"toml(
kind = "shift"
because = "an invented rule"
final_steps = ["done"]
[field.begins]
type = "instant"
[field.late]
type = "yes_no?"
[field.helper]
type = "person"
[field.house]
type = "party?"
[record.tour]
steps = ["planned", "made"]
final = ["made"]
at_close = "cancel"
[record.tour.field]
at = "instant"
[record.tour.clock.walk]
kind = "duty"
start = "planned"
from = "tour.at"
deadline = "ERRAND-GO"
at_end = ["remind"]
[step.open]
owner = "opener.unit"
[step.open.clock.stand]
kind = "duty"
deadline = "ERRAND-GO"
from = "field.begins"
marks = [{ after = "30 minutes", does = ["remind"] }]
at_end = ["escalate"]
[[watch]]
name = "look"
every = "1 hour"
when = "past(field.begins)"
do = "note_late"
[[action]]
name = "ask"
from = []
to = "open"
may = "errand.ask"
takes = ["field.begins", "field.helper"]
does = [{ set = "house", value = "unit_of(field.helper)" }, { notify = "notice.dropped", person = "field.helper" }]
[[action]]
name = "note_late"
by = "clock"
from = ["open"]
when = "not known(field.late)"
does = [{ set = "late", value = "true" }]
[[action]]
name = "plan"
from = ["open"]
may = "errand.do"
takes = ["tour.at"]
does = [{ add = "tour" }]
[[action]]
name = "go"
on = "tour"
from = ["planned"]
to = "made"
may = "errand.do"
[[action]]
name = "end"
from = ["open"]
to = "done"
may = "errand.do"
who = "actor.may('errand.ask')"
)toml";

class Language : public testing::Test, public Outside {
 protected:
  Language() : calendar_("1", {}, {2023}), pack_(errand_pack()) {
    toml_files::ProcedureRead read = read_errand(kShift);
    for (const Error& error : read.faults) ADD_FAILURE() << error.field << ": " << error.detail;
    procedure_ = std::move(read.procedure);
    for (const Finding& finding : check(procedure_, pack_, errand_verbs())) ADD_FAILURE() << finding.at << ": " << finding.what.en;
  }
  PartyCode district_of(const GridCode&) const override { return "D"; }
  PartyCode street_of(const GridCode&) const override { return "S"; }
  PartyCode community_of(const GridCode&) const override { return "O"; }
  PartyCode grid_of(const GridCode&) const override { return "O"; }
  PartyCode office_of(const GridCode&) const override { return "O"; }
  PartyCode above(const PartyCode&) const override { return "D"; }
  PartyCode unit_of(const PersonCode& person) const override { return person == "helper" ? "H" : ""; }
  Words label(const Value& value, const rule::Type&) const override { return {value.as_text(), value.as_text()}; }

  Facts facts(Actor::As as = Actor::As::kStaff) const {
    return {now_, {as, as == Actor::As::kStaff ? "o1" : "", as == Actor::As::kStaff ? "O" : "", false}, calendar_, pack_, *this, {}, {99}, {}, {},
            [this](const std::string& verb, const GridCode& place) { return held_.contains(verb) && place == "G"; }};
  }
  Decision opened(Instant begins, const std::string& helper = "helper") {
    auto made = open(procedure_, {{1}, {120103}, "G", "O", {}}, {"ask", 0, "", {{"field.begins", Value::instant(begins)}, {"field.helper", Value::text(helper)}}, 0}, facts());
    EXPECT_TRUE(made) << made.error().detail;
    matter_ = made->after;
    return *made;
  }
  void wait(Millis time) {
    now_ = now_ + time;
    matter_ = tick(procedure_, matter_, facts(Actor::As::kClock)).after;
  }
  const matter::RunningClock& clock(const std::string& name) const {
    return *std::find_if(matter_.clocks.begin(), matter_.clocks.end(), [&](const auto& one) { return one.name == name; });
  }
  // What check() says of kShift with one part of it put otherwise.
  std::vector<std::string> said_of(const std::string& part, const std::string& otherwise) const {
    std::string source = kShift;
    source.replace(source.find(part), part.size(), otherwise);
    const auto read = read_errand(source);
    std::vector<std::string> at;
    for (const Error& error : read.faults) at.push_back(error.field);
    if (!read.faults.empty()) return at;
    for (const Finding& finding : check(read.procedure, pack_, errand_verbs())) at.push_back(finding.at);
    return at;
  }

  clock::WorkCalendar calendar_;
  clock::DeadlinePack pack_;
  Procedure procedure_;
  std::set<std::string> held_{"errand.ask"};
  Instant now_ = *parse_instant("2023-03-01 09:00");
  matter::Matter matter_;
};

using Found = std::vector<std::string>;

TEST_F(Language, AClockCountsFromTheInstantItsStepNames) {
  opened(now_ + hours(10));
  EXPECT_EQ(clock("stand").started, now_ + hours(10));
  EXPECT_EQ(clock("stand").due, now_ + hours(11));
  EXPECT_EQ(clock("stand").next, now_ + hours(10) + minutes(30)) << "its mark counts from there too";
}

TEST_F(Language, AMarkThatLiesBehindAtTheStartKeepsNoLaterOneFromComing) {
  procedure_.steps.front().clocks.front().marks = {{{1, clock::Unit::kDays, false}, true, {}}, {{30, clock::Unit::kMinutes, false}, true, {{ClockDoes::Kind::kRemind, ""}}}};
  opened(now_);
  EXPECT_EQ(clock("stand").next, now_ + minutes(30));
  wait(minutes(30));
  EXPECT_EQ(clock("stand").marks_done, 2);
  EXPECT_EQ(clock("stand").next, clock("stand").due);
}

TEST_F(Language, AClockOfARecordCountsFromAnInstantOfTheRecord) {
  opened(now_);
  auto planned = decide(procedure_, matter_, {"plan", 0, "", {{"tour.at", Value::instant(now_ + days(2))}}, 0}, facts());
  ASSERT_TRUE(planned) << planned.error().detail;
  matter_ = planned->after;
  EXPECT_EQ(clock("walk").due, now_ + days(2) + hours(1));
}

TEST_F(Language, AClockWhoseInstantIsNotKnownCountsFromItsStart) {
  procedure_.steps.front().clocks.front().from = *rule::parse("last(tour).at");
  ASSERT_TRUE(check_types(procedure_).empty());
  opened(now_ + days(1));
  EXPECT_EQ(clock("stand").due, now_ + hours(1));
}

TEST_F(Language, AnotherCalendarMovesAClockFromWhereItCounts) {
  opened(now_ + hours(10));
  std::vector<clock::PackRow> rows = {{"ERRAND-GO", "", {2, clock::Unit::kHours, false}, {"", {"", ""}}, true}};
  const clock::DeadlinePack longer("errand", "2", rows);
  const Facts later{now_ + minutes(1), {}, calendar_, longer, *this, {}};
  matter_ = recompute(procedure_, matter_, later).after;
  EXPECT_EQ(clock("stand").due, now_ + hours(12));
}

TEST_F(Language, AClockWithAnInstantForItsEndCountsFromNowhere) {
  EXPECT_EQ(said_of("deadline = \"ERRAND-GO\"\nfrom = \"field.begins\"", "deadline = \"field.begins\"\nfrom = \"field.begins\""), Found{"step.open.clock.stand.from"});
  EXPECT_EQ(said_of("from = \"field.begins\"", "from = \"field.helper\""), Found{"step.open.clock.stand.from"}) << "a person is no moment";
}

TEST_F(Language, WhoMayIsJudgedByPermissionAtTheMattersPlace) {
  opened(now_);
  const ActionSpec& end = *procedure_.action("end");
  EXPECT_TRUE(judge_who(procedure_, matter_, end, 0, facts()).holds);
  held_ = {"errand.do"};
  EXPECT_FALSE(judge_who(procedure_, matter_, end, 0, facts()).holds);
  held_ = {"errand.ask"};
  matter_.place = "elsewhere";
  EXPECT_FALSE(judge_who(procedure_, matter_, end, 0, facts()).holds);
}

TEST_F(Language, APermissionNobodyGrantsIsAFault) {
  EXPECT_EQ(said_of("actor.may('errand.ask')", "actor.may('errand.fly')"), Found{"action.end.who"});
  EXPECT_EQ(said_of("when = \"not known(field.late)\"", "when = \"past(field.begins)\""), Found{"action.note_late.when"}) << "only a watch looks at the time";
  EXPECT_EQ(said_of("when = \"past(field.begins)\"", "when = \"actor.may('errand.do')\""), Found{"watch.look.when"}) << "nobody acts there";
}

TEST_F(Language, AWatchFindsThatAMomentHasPassed) {
  opened(now_ + hours(10));
  wait(hours(9));
  EXPECT_FALSE(matter_.fields.contains("late"));
  wait(hours(3));
  EXPECT_TRUE(matter_.fields.contains("late"));
}

TEST_F(Language, TheUnitOfAPersonIsThatOfTheRegister) {
  opened(now_);
  EXPECT_EQ(matter_.fields.at("house"), Value::text("H"));
  opened(now_, "stranger");
  EXPECT_FALSE(matter_.fields.contains("house") && matter_.fields.at("house").known());
}

TEST_F(Language, ANoticeGoesToOnePerson) {
  const Decision decision = opened(now_);
  ASSERT_EQ(decision.notices.size(), 1U);
  EXPECT_EQ(decision.notices.front().to, "person:helper");
  EXPECT_EQ(said_of("person = \"field.helper\"", "person = \"owner\""), Found{"action.ask.does[1]"});
  EXPECT_EQ(said_of("person = \"field.helper\"", "person = \"field.helper\", party = \"owner\"").front(), "action.ask.does[1]");
}

TEST_F(Language, EveryLifeOfItIsWalked) {
  const WalkReport report = walk(procedure_, pack_);
  for (const Finding& finding : report.findings) ADD_FAILURE() << finding.at << ": " << finding.what.en;
  EXPECT_EQ(report.proved, (WalkReport::Width{3, 2}));
}

}  // namespace
}  // namespace shaoyin::procedure
