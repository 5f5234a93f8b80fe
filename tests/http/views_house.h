// The demonstration district with its matters and a dispute, served with the shipped desks and one of the tests' own, over disputes and
// open to whoever reads matters at all.
#pragma once

#include "app/demo_matters.h"
#include "app/open_view.h"
#include "edge/http/client.h"
#include "main/wiring/life_shelf.h"
#include "tests/http/api_house.h"

namespace shaoyin::http {

inline const Instant kMonday = *parse_instant("2026-03-02 10:00");

struct ViewsTest : ApiTest {
  static constexpr const char* kSecretary = "community-huizhongjiayuan.secretary";
  static constexpr const char* kLiaison = "property-huizhong.liaison";

  ViewsTest() {
    clock.ms = kMonday.ms;
    auto rules = std::make_shared<app::Rules>(*demo_rules());
    auto nosy = std::make_shared<desk::Desk>();
    nosy->name = "nosy";
    nosy->may = "matter.read";
    for (const desk::View& view : rules->desk("mediation")->views) nosy->views.push_back(view);
    rules->desks.push_back(nosy);
    house.set_rules(rules);
  }

  void play(std::uint64_t seed = 1) {
    auto lives = wiring::read_life_files(SHAOYIN_SOURCE_DIR).lives;
    std::erase_if(lives, [](const app::Life& life) { return life.file != "report/demonstration.life" && life.file != "report/ordinary.life" && life.file != "whistle/demonstration.life"; });
    const auto played = app::play_demo_matters({{120103}, "HX"}, {store, vault, chance}, demo_rules(), lives, {.now = kMonday, .seed = seed, .most_each = 12});
    ASSERT_TRUE(played) << played.error().field << " " << played.error().said.en;
  }
  std::string dispute(const std::string& clerk = kClerk, const std::string& place = "huizhong-jiayuan") {
    const json::object receipt = read(as(clerk, "POST", "/matters", R"({"kind":"dispute","input":{"place":")" + place + R"(","field.what":"Water from upstairs","field.category":"utilities.water","field.mediator":")" + clerk + R"("}})",
                                         "dispute-" + std::to_string(++disputes_)), 201);
    return text(receipt, "number");
  }

  static std::string query(const std::vector<std::pair<std::string, std::string>>& parts) {
    std::string all;
    for (const auto& [name, value] : parts) {
      if (!value.empty()) all += (all.empty() ? "?" : "&") + name + "=" + percent_encoded(value);
    }
    return all;
  }
  Answer view(const std::string& person, const std::string& name, const std::vector<std::pair<std::string, std::string>>& parts = {}) {
    return as(person, "GET", "/views/" + name + query(parts));
  }
  std::int64_t total(const std::string& person, const std::string& name, const std::string& where = "") {
    return read(view(person, name, {{"where", where}, {"as", "list"}, {"limit", "1"}})).at("total").as_int64();
  }
  // The group of a board or chart, or nothing.
  static std::int64_t count_of(const json::object& shown, const std::string& code) {
    for (const json::value& group : shown.at("groups").as_array()) {
      if (group.at("code").is_string() && group.at("code").as_string() == code) return group.at("count").as_int64();
    }
    return 0;
  }

 private:
  int disputes_ = 0;
};

}  // namespace shaoyin::http
