// A deadline names the version of the pack it was computed with, not the one that happens to be in force when somebody looks.
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

using ClockSource = ApiTest;

std::string source_of(const json::object& page) { return text(page.at("clocks").as_array().front().as_object(), "source"); }

TEST_F(ClockSource, IsTheRowWhileItsVersionIsInForce) {
  const std::string number = text(reported(), "number");
  EXPECT_EQ(source_of(read(as(kDesk, "GET", "/matters/" + number))).find("no longer in force"), std::string::npos);
}

TEST_F(ClockSource, NamesTheRecordedVersionAfterAnotherCameIntoForce) {
  const std::string number = text(reported(), "number");
  auto rules = std::make_shared<app::Rules>(*house.rules());
  const std::string recorded = rules->pack.name() + "@" + rules->pack.version();
  rules->pack = clock::DeadlinePack(rules->pack.name(), rules->pack.version() + "-next", rules->pack.rows());
  house.set_rules(rules);
  const std::string source = source_of(read(as(kDesk, "GET", "/matters/" + number)));
  EXPECT_NE(source.find(recorded + ","), std::string::npos) << source;
  EXPECT_NE(source.find("no longer in force"), std::string::npos) << source;
}

int tries(const std::ostringstream& log) {
  int found = 0;
  const std::string all = log.str();
  for (std::size_t at = all.find("\"recomputed\""); at != std::string::npos; at = all.find("\"recomputed\"", at + 1)) ++found;
  return found;
}

TEST_F(ClockSource, ARecomputationThatFailedIsTriedAgainEveryHourAndNotEverySecond) {
  reported();
  const auto whole = house.rules();
  auto broken = std::make_shared<app::Rules>(*whole);
  broken->unfit.push_back({"report", whole->current("report")->hash, false, "here", {"坏", "broken"}, {}});
  house.set_rules(broken);
  service.round();
  EXPECT_EQ(tries(log), 1);
  EXPECT_NE(log.str().find("\"failed\":1"), std::string::npos) << log.str();
  clock.ms += hours(1).ms - 1;
  service.round();
  EXPECT_EQ(tries(log), 1);
  house.set_rules(whole);
  clock.ms += 1;
  service.round();
  EXPECT_EQ(tries(log), 2);
  EXPECT_NE(log.str().find("\"failed\":0"), std::string::npos);
  clock.ms += hours(2).ms;
  service.round();
  EXPECT_EQ(tries(log), 2) << "done";
}

}  // namespace
}  // namespace shaoyin::http
