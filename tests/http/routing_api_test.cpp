// Where it is and whose it is, as the interface tells it: what must be confirmed, and on which rule a unit was named.
#include "core/register/locate.h"
#include "tests/http/served_folder.h"

namespace shaoyin::http {
namespace {

class RoutingApi : public ServedFolder {
 protected:
  struct Near { double lon, lat; registers::Located located; };

  // From a known place eastwards to the first point near the border of another community.
  Near near_a_boundary() {
    const auto rules = folder_->house().rules();
    const registers::Locator locator(rules->book);
    const registers::Place* place = rules->book->place("huizhong-jiayuan");
    for (int step = 0; step < 2000; ++step) {
      const double lon = place->lon + step * 0.0001;
      const auto located = locator.locate(*geo::Point::check({lon, place->lat}));
      if (located && located->ask_confirm && !located->other.empty()) return {lon, place->lat, *located};
    }
    ADD_FAILURE() << "no boundary within 15 km";
    return {};
  }
  static std::string body_at(const Near& near, const std::string& more) {
    return R"({"kind":"report","lon":)" + std::to_string(near.lon) + R"(,"lat":)" + std::to_string(near.lat) + more + R"(,"input":{"field.what":"示例问题"}})";
  }
};

TEST_F(RoutingApi, APointNearABoundaryAsksWhichSideItIsAndNamesBoth) {
  const Near near = near_a_boundary();
  const Answer asked = as(kCoordinator, "POST", "/matters", body_at(near, ""));
  EXPECT_EQ(asked.status, 422);
  const json::value error = json::parse(asked.body).at("error");
  EXPECT_EQ(error.at("field"), "place_confirmed");
  EXPECT_NE(error.at("detail").as_string().find(near.located.other), std::string::npos);
  EXPECT_EQ(read_as(kCoordinator, "/matters").at("total"), 0) << "nothing was opened";
  const Answer resident = ask(service_->port(), "POST", "/api/v1/public/reports",
                              R"({"what":"示例问题","agree":true,"lon":)" + std::to_string(near.lon) + R"(,"lat":)" + std::to_string(near.lat) + "}",
                              {{"Content-Type", "application/json"}, {"Idempotency-Key", "resident-1-chance"}});
  EXPECT_EQ(resident.status, 422) << "a resident is asked as well";
  EXPECT_EQ(as(kCoordinator, "POST", "/matters", body_at(near, R"(,"place_confirmed":false)")).status, 422);
  const Answer opened = as(kCoordinator, "POST", "/matters", body_at(near, R"(,"place_confirmed":true)"));
  EXPECT_EQ(opened.status, 201) << opened.body;
}

TEST_F(RoutingApi, APlaceAndAPointThatContradictEachOtherAreRefused) {
  const auto rules = folder_->house().rules();
  const registers::Place* home = rules->book->place("huizhong-jiayuan");
  const Near near = near_a_boundary();
  int keys = 0;
  const auto sent = [&](const std::string& place, double lon, double lat) {
    const std::string body = json::serialize(json::object{{"what", "示例问题"}, {"agree", true}, {"place", place}, {"lon", lon}, {"lat", lat}});
    return ask(service_->port(), "POST", "/api/v1/public/reports", body, {{"Content-Type", "application/json"}, {"Idempotency-Key", "place-and-point-" + std::to_string(++keys)}});
  };
  const Answer refused = sent("querong-park", home->lon, home->lat);
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(json::parse(refused.body).at("error").at("field"), "lon");
  EXPECT_EQ(json::parse(refused.body).at("error").at("code"), "invalid_point");
  EXPECT_EQ(json::parse(refused.body).at("error").at("hint"), "请只报其中一个：要么地点（place），要么坐标（lon 和 lat）");
  EXPECT_EQ(read_as(kCoordinator, "/matters").at("total"), 0) << "nothing was opened";
  EXPECT_EQ(sent("huizhong-jiayuan", home->lon, home->lat).status, 201) << "it lies there";
  EXPECT_EQ(sent(near.located.other, near.lon, near.lat).status, 201) << "the other side of a boundary is an answer to the question";
}

TEST_F(RoutingApi, TheMatterSaysByWhichRuleAUnitWasNamed) {
  const Answer opened = as(kCoordinator, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","input":{"field.what":"示例：路灯不亮"}})");
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string number(json::parse(opened.body).at("number").as_string());
  EXPECT_TRUE(read_as(kCoordinator, "/matters/" + number).at("routing").is_null()) << "nobody was asked yet";
  const std::string path = "/api/v1/matters/" + number + "/actions/accept";
  const std::string token = *service_->sessions().make_token(kCoordinator, "test");
  const Answer accepted = ask(service_->port(), "POST", path, R"({"input":{"field.category":"roads.lamps.dark","field.grade":"simple"}})",
                              {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}, {"Idempotency-Key", "routing-accept"}});
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  const json::object routing = read_as(kCoordinator, "/matters/" + number).at("routing").as_object();
  EXPECT_EQ(routing.at("rule"), "table");
  EXPECT_FALSE(routing.at("row").is_null());
  EXPECT_EQ(routing.at("unit").at("code"), read_as(kCoordinator, "/routing/explain?place=huizhong-jiayuan&category=roads.lamps.dark").at("unit").at("code"));
}

TEST_F(RoutingApi, AMatterThatNobodyOwnsSaysByWhichRuleAndWhomToCall) {
  const Answer opened = as(kCoordinator, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","input":{"field.what":"示例：再生水管爆裂"}})");
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string number(json::parse(opened.body).at("number").as_string());
  const std::string path = "/api/v1/matters/" + number + "/actions/accept";
  const std::string token = *service_->sessions().make_token(kCoordinator, "test");
  const Answer accepted = ask(service_->port(), "POST", path, R"({"input":{"field.category":"utilities.reclaimed.compound-pipe","field.grade":"urgent"}})",
                              {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}, {"Idempotency-Key", "routing-gap"}});
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  const json::value routing = read_as(kCoordinator, "/matters/" + number).at("routing");
  ASSERT_TRUE(routing.is_object()) << "a gap is an answer too";
  EXPECT_TRUE(routing.at("unit").is_null());
  EXPECT_TRUE(routing.at("contested").as_bool());
  EXPECT_EQ(routing.at("rule"), "gap");
  EXPECT_FALSE(routing.at("row").is_null());
  EXPECT_FALSE(routing.at("ask").as_array().empty());
  const json::object told = read_as(kCoordinator, "/routing/explain?place=huizhong-jiayuan&category=utilities.reclaimed.compound-pipe");
  EXPECT_EQ(routing.at("ask"), told.at("ask")) << "who decides asks as who explains, and so knows who runs the place";
}

TEST_F(RoutingApi, AThingOnRecordGoesToItsOwner) {
  const auto before = folder_->store().register_rows(folder_->house().district().id, "place");
  registers::Row pump;
  for (const registers::Row& row : *before) {
    if (row.code == "huizhong-jiayuan") pump = row;
  }
  pump.code = "huizhong-pump-house";
  pump.valid_from = folder_->clock().now();
  pump.columns["parent"] = "huizhong-jiayuan";
  pump.columns["owner"] = "reclaimed-water-company";
  ASSERT_TRUE(folder_->add_rows({pump}));
  const Answer opened = as(kCoordinator, "POST", "/matters", R"({"kind":"report","place":"huizhong-pump-house","input":{"field.what":"示例：泵房漏水"}})");
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string number(json::parse(opened.body).at("number").as_string());
  const std::string token = *service_->sessions().make_token(kCoordinator, "test");
  const Answer accepted = ask(service_->port(), "POST", "/api/v1/matters/" + number + "/actions/accept",
                              R"({"input":{"field.category":"utilities.reclaimed.compound-pipe","field.grade":"urgent"}})",
                              {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}, {"Idempotency-Key", "routing-owner"}});
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  const json::object routing = read_as(kCoordinator, "/matters/" + number).at("routing").as_object();
  EXPECT_EQ(routing.at("rule"), "object_owner");
  EXPECT_EQ(routing.at("unit").at("code"), "reclaimed-water-company");
  EXPECT_FALSE(routing.at("contested").as_bool());
}

TEST_F(RoutingApi, AMatterSentByARulingNamesTheMatterInWhichItWasRuled) {
  const auto open = [&](const std::string& key) {
    const std::string token = *service_->sessions().make_token(kCoordinator, "test");
    const Answer answer = ask(service_->port(), "POST", "/api/v1/matters", R"({"kind":"report","place":"huizhong-jiayuan","input":{"field.what":"示例：再生水管"}})",
                              {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}, {"Idempotency-Key", key}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    return json::parse(answer.body).as_object();
  };
  const json::object ruled = open("ruled-first");
  const std::string object = "utilities.reclaimed.compound-pipe";
  registers::Row ruling{"precedent", object + "@120103", 0, folder_->clock().now(), std::nullopt, {}};
  ruling.columns = {{"object", object}, {"area", "120103"}, {"unit", "reclaimed-water-company"}, {"matter", std::string(ruled.at("id").as_string())}, {"decided", format_utc(folder_->clock().now())}};
  ASSERT_TRUE(folder_->add_rows({ruling}));
  const std::string number(open("ruled-again").at("number").as_string());
  const Answer accepted = as(kCoordinator, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":")" + object + R"(","field.grade":"urgent"}})");
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  const json::object page = read_as(kCoordinator, "/matters/" + number);
  const json::object routing = page.at("routing").as_object();
  EXPECT_EQ(routing.at("rule"), "precedent");
  EXPECT_EQ(routing.at("from_number"), ruled.at("number"));
  EXPECT_EQ(page.at("owner").at("code"), "reclaimed-water-company") << "and went there by itself";
}

TEST_F(RoutingApi, TheExplanationNamesTheManagerAndWhomToAsk) {
  const json::object told = read_as(kCoordinator, "/routing/explain?place=huizhong-jiayuan&category=utilities.reclaimed.compound-pipe");
  EXPECT_TRUE(told.at("contested").as_bool()) << "the newspaper's pipe is nobody's";
  EXPECT_FALSE(told.at("ask").as_array().empty());
  EXPECT_FALSE(told.at("manager").is_null());
  EXPECT_EQ(as(kCoordinator, "GET", "/routing/explain?place=huizhong-jiayuan&category=roads.lamps.dark&object_owner=nobody").status, 422);
}

}  // namespace
}  // namespace shaoyin::http
