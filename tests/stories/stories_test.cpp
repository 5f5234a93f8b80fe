// Every .story beside a procedure is a test of its own.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/procedure/check.h"
#include "edge/toml/register_files.h"
#include "main/cli/story_play.h"
#include "main/wiring/procedure_shelf.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;
using testing_town::root;
using testing_town::slurp;

std::vector<std::string> story_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root() / "procedures")) {
    if (entry.path().extension() == ".story") files.push_back(fs::relative(entry.path(), root()).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

app::StoryResult play(const std::string& text) {
  testing_town::TownHouse town(app::story_preset(text));
  return app::play_story(text, testing_town::files().town, town.house, town.clock);
}

}  // namespace

class Story : public testing::TestWithParam<std::string> {};

TEST_P(Story, Holds) {
  const app::StoryResult result = play(slurp(root() / GetParam()));
  for (const std::string& problem : result.faults) ADD_FAILURE() << GetParam() << " " << problem;
  EXPECT_FALSE(result.steps.empty()) << "the story plays no line";
}

INSTANTIATE_TEST_SUITE_P(Procedures, Story, testing::ValuesIn(story_files()), [](const auto& file) {
  std::string name = fs::path(file.param).parent_path().filename().string() + "_" + fs::path(file.param).stem().string();
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(StoryRunner, SaysWhichLineDoesNotHold) {
  const auto result = play("place: 120103004010001001\nkind: report\n"
                           "2023-02-14 09:00  resident  report(The lamp is broken)  accepted\n");
  ASSERT_EQ(result.faults.size(), 1u);
  EXPECT_EQ(result.faults[0], "line 3: expected accepted, report is reported");
}

TEST(StoryRunner, RefusesAnActorWhomTheTownDoesNotKnow) {
  const auto result = play("place: 120103004010001001\n2023-02-14 09:00  mayor  report(x)  reported\n");
  ASSERT_EQ(result.faults.size(), 1u);
  EXPECT_NE(result.faults[0].find("no actor 'mayor'"), std::string::npos);
}

// What `shaoyin procedure check` does, warnings included: every step is reached, every guard lets through and refuses.
TEST(Shipped, LeaveTheCheckerNothingToFind) {
  const auto pack = toml_files::read_pack(root(), "");
  auto registers = toml_files::read_registers(root() / "registers");
  const auto grants = toml_files::read_grants(root() / "procedures");
  const auto played = cli::play_stories(root(), root() / "procedures", "");
  ASSERT_TRUE(pack.ok() && registers.ok() && grants.ok() && played.ok());
  toml_files::add_grants(*grants, *registers);
  std::set<std::string> kinds;
  for (const auto& procedure : testing_town::files().procedures.procedures) kinds.insert(procedure->kind);
  for (const auto& procedure : testing_town::files().procedures.procedures) {
    std::vector<procedure::Finding> found = procedure::check(*procedure, *pack, wiring::granted_verbs(*registers, *parse_instant("2026-01-01")), kinds);
    for (procedure::Finding& one : procedure::check_stories(*procedure, played->coverage_of(procedure->kind))) found.push_back(std::move(one));
    for (const procedure::Finding& one : found) ADD_FAILURE() << procedure->kind << " " << one.at << ": " << one.what.en;
  }
}

TEST(Shipped, WithoutTheirStoriesTheCheckerFindsEachUntriedGuardAndMove) {
  std::set<std::string> at;
  for (const procedure::Finding& one : procedure::check_stories(*testing_town::TownHouse::make_rules("")->current("whistle"), {})) at.insert(one.at);
  for (const char* wanted : {"action.close", "action.close.when", "action.sign.who", "step.unowned", "record.call.step.refused", "auto[0]"}) EXPECT_TRUE(at.contains(wanted)) << wanted;
}

TEST(Shipped, ARefusalNeedsItsReasonAndItsBasis) {
  const auto whistle = testing_town::TownHouse::make_rules("")->current("whistle");
  for (const char* input : {"call.reason", "call.legal_basis"}) EXPECT_FALSE(whistle->action("refuse")->input(input)->slot.optional) << input;
  EXPECT_TRUE(whistle->action("call_more")->input("call.asked")->slot.optional);
}

}  // namespace shaoyin
