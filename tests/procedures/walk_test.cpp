// The walk: what it proves of a sound procedure, what it finds in one whose fault shows only when a matter lives.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/procedures/errand.h"
#include "tests/procedures/shipped.h"

namespace shaoyin::procedure {
namespace {

std::string told(const WalkReport& report) {
  std::string out;
  for (const Finding& finding : report.findings) out += (finding.severity == Severity::kError ? "error " : "warning ") + finding.at + ": " + finding.what.en + "\n";
  return out;
}

// errand.toml with one passage changed.
std::string changed(const std::string& old = {}, const std::string& by = {}) {
  std::string source = slurp(here("errand.toml"));
  const auto replace = [&](const std::string& from, const std::string& to) {
    const auto at = source.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    source.replace(at, from.size(), to);
  };
  if (!old.empty()) replace(old, by);
  return source;
}

WalkReport walked(const std::string& source) {
  const toml_files::ProcedureRead read = read_errand(source);
  EXPECT_TRUE(read.faults.empty()) << read.faults.front().field << ": " << read.faults.front().detail;
  return walk(read.procedure, errand_pack(), {2, 2, 2000, 20000});
}

TEST(Walk, ProvesASoundProcedureAndSaysHowFarItWent) {
  const WalkReport report = walked(changed());
  EXPECT_EQ(told(report), "");
  EXPECT_EQ(report.proved, (WalkReport::Width{2, 2}));
  EXPECT_TRUE(report.said.en.starts_with("every life with up to 2 of each record and 2 rounds was walked; ")) << report.said.en;
}

TEST(Walk, FindsAPauseThatLeavesNoClockRunning) {
  const WalkReport report = walked(slurp(here("broken/clock_paused_alone.toml")));
  EXPECT_EQ(told(report), "error step.going.clock: no clock runs here. After: ask (O), take (O), wait (O)\n");
}

TEST(Walk, FindsAGuardThatCanNeverHold) {
  const WalkReport report = walked(changed("danger = true", "danger = true\nwhen = \"any(visit, visit.step == 'made')\""));
  EXPECT_NE(told(report).find("error action.drop.when: this action can never be done"), std::string::npos) << told(report);
}

TEST(Walk, FindsAGuardThatNeverRefuses) {
  const WalkReport report = walked(changed("danger = true", "danger = true\nwhen = \"known(owner)\""));
  EXPECT_EQ(told(report), "error action.drop.when: `when` never refuses: it has no effect\n");
}

TEST(Walk, FindsAnOpeningsGuardThatNeverRefuses) {
  const WalkReport report = walked(changed("takes = [\"field.grade\"]", "takes = [\"field.grade\"]\nwhen = \"known(field.grade)\""));
  EXPECT_EQ(told(report), "error action.ask.when: `when` never refuses: it has no effect\n");
}

TEST(Walk, SeesAnOpeningsGuardHoldAndRefuse) {
  EXPECT_EQ(told(walked(changed("takes = [\"field.grade\"]", "takes = [\"field.grade\"]\nwhen = \"field.grade == 'urgent' or actor.unit == 'D'\""))), "");
}

TEST(Walk, FindsAutomaticMovesThatGoRoundOnlySometimes) {
  const WalkReport report = walked(changed("[[action]]\nname = \"ask\"",
      "[[auto]]\nfrom = \"going\"\nto = \"asked\"\nwhen = \"any(visit, visit.step == 'missed')\"\n"
      "[[auto]]\nfrom = \"asked\"\nto = \"going\"\nwhen = \"any(visit, visit.step == 'missed')\"\n[[action]]\nname = \"ask\""));
  EXPECT_NE(told(report).find("error auto: automatic moves do not come to rest: going -> asked -> going"), std::string::npos) << told(report);
}

TEST(Walk, FindsAMatterThatCanNoLongerEnd) {
  const WalkReport report = walked(changed("[[action]]\nname = \"drop\"\nfrom = [\"asked\", \"going\"]", "[[action]]\nname = \"drop\"\nfrom = [\"asked\"]\nwhen = \"not known(field.helper)\""));
  EXPECT_EQ(told(report).find("error"), std::string::npos) << told(report);
  const WalkReport stuck = walked(changed("when = \"any(visit, visit.step == 'made')\"", "when = \"all(visit, visit.step == 'made')\"\n"
      "[[auto]]\nfrom = \"asked\"\nto = \"lost\"\nwhen = \"any(visit, visit.step == 'missed')\"\n"
      "[[auto]]\nfrom = \"lost\"\nto = \"done\"\nwhen = \"all(visit, visit.step == 'planned')\"\n"
      "[step.lost]\nowner = \"opener.unit\"\n[step.lost.clock.search]\nkind = \"duty\"\ndeadline = \"ERRAND-GO\"\nat_end = [\"escalate\"]"));
  EXPECT_NE(told(stuck).find("error step.lost: from here no way leads to an end. After: ask (O), take ("), std::string::npos) << told(stuck);
}

TEST(Walk, FindsAClockWhoseDeadlineRestsOnAnUnknownValue) {
  const WalkReport report = walked(changed("[step.going.clock.go]\nkind = \"duty\"\ndeadline = \"ERRAND-GO\"", "[step.going.clock.go]\nkind = \"duty\"\nvariant = \"last(visit).step\"\ndeadline = \"ERRAND-TAKE\""));
  EXPECT_NE(told(report).find("error clock.go: the deadline pack has no row of 'ERRAND-TAKE' for an unknown variant"), std::string::npos) << told(report);
}

class ShippedWalk : public testing::TestWithParam<std::string> {};

TEST_P(ShippedWalk, NeverLosesItsOwnerClockOrWayOut) {
  const toml_files::ProcedureRead read = toml_files::read_procedure(procedures_folder() / GetParam());
  ASSERT_TRUE(read.faults.empty());
  // The widest walk that the doctrine asks for takes hours: --long goes as far as minutes allow and prints how far it came.
  const bool long_run = std::getenv("SHAOYIN_LONG") != nullptr;
  // Forty kinds share the minute that a default run has for this; the whistle is walked whole.
  const WalkBudget shortly = GetParam() == "whistle" ? WalkBudget{2, 1, 30'000, 250'000} : WalkBudget{2, 1, 15'000, 50'000};
  const WalkBudget budget = long_run ? WalkBudget{3, 2, 3'000'000, 3'000'000} : shortly;
  const WalkReport report = walk(read.procedure, base_pack(), budget);
  EXPECT_FALSE(has_errors(report.findings)) << report.said.en << "\n" << told(report);
  if (GetParam() == "whistle" && !long_run) { EXPECT_EQ(report.proved, (WalkReport::Width{2, 1})) << report.said.en; }
  std::cout << GetParam() << ": " << report.said.en << "\n" << told(report);
}

INSTANTIATE_TEST_SUITE_P(Procedures, ShippedWalk, testing::ValuesIn(shipped()), [](const auto& folder) { return folder.param; });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ShippedWalk);

}  // namespace
}  // namespace shaoyin::procedure
