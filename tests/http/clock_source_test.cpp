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

}  // namespace
}  // namespace shaoyin::http
