// The whole house behind its real server for tests of the API: the demonstration district, the shipped procedures, a
// memory store, and a clock that the test turns. Every answer is checked against api/openapi.yaml on its way out.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "edge/http/validate.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/vault_files.h"
#include "main/wiring/desk_shelf.h"
#include "main/wiring/service.h"
#include "tests/http/raw_client.h"

namespace shaoyin::http {

namespace fs = std::filesystem;

// 2023-02-14 09:00 in Tianjin, a Tuesday.
inline constexpr Instant kMorning{1'676'336'400'000};

inline constexpr const char* kDesk = "district-centre.desk";
inline constexpr const char* kCoordinator = "district-centre.coordinator";
inline constexpr const char* kClerk = "community-huizhongjiayuan.clerk";

class HandClock final : public app::WallClock {
 public:
  std::atomic<std::int64_t> ms{kMorning.ms};
  [[nodiscard]] Instant now() const override { return {ms}; }
};

inline std::shared_ptr<const app::Rules> demo_rules() {
  static const std::shared_ptr<const app::Rules> rules = [] {
    const fs::path share(SHAOYIN_SOURCE_DIR);
    auto rows = toml_files::demo_rows(share / "registers", 1);
    auto calendar = toml_files::read_calendar(share / "registers" / "calendar");
    auto pack = toml_files::read_pack(share, "gulou");
    ensure(rows.ok() && calendar.ok() && pack.ok(), "the shipped files read");
    toml_files::add_grants(*toml_files::read_grants(share / "procedures"), *rows);
    for (registers::Row& row : *rows) {
      if (row.reg == "role" && row.code == "district_leader") row.columns["verbs"] += " mediation.mediate";  // a mediator of another office, for files that pass from hand to hand
    }
    auto made = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, kMorning), *calendar, *pack, {}, {}});
    for (auto& procedure : toml_files::read_procedures(share / "procedures").procedures) made->add(std::move(procedure));
    wiring::take_desks(share, {}, *made);
    return made;
  }();
  return rules;
}

// The demonstration's rules and one more procedure, which only a test needs.
inline std::shared_ptr<const app::Rules> demo_rules_with(const fs::path& file, const std::string& texts = "") {
  std::ifstream stream(fs::path(SHAOYIN_SOURCE_DIR) / file);
  auto read = toml_files::parse_procedure(std::string(std::istreambuf_iterator<char>(stream), {}), texts);
  for (const Error& error : read.faults) ADD_FAILURE() << error.field << ": " << error.detail;
  auto made = std::make_shared<app::Rules>(*demo_rules());
  made->add(std::make_shared<procedure::Procedure>(std::move(read.procedure)));
  return made;
}

struct ApiTest : ::testing::Test {
  std::shared_ptr<const app::Rules> first_rules;
  fs::path folder = fs::temp_directory_path() / ("shaoyin_api_" + std::to_string(::getpid()));
  memory::MemoryStore store;
  HandClock clock;
  system::SystemChance chance;
  vault::SodiumVault vault{vault::Key{}};
  vault::VaultFiles files{vault, folder};
  app::House house{{{120103}, "HX"}, store, vault, clock, chance, first_rules};
  std::ostringstream log;
  wiring::Service service{{house, store, files, clock, chance, vault.new_key(), [] { return true; }, log},
                          {.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)}};

  explicit ApiTest(std::shared_ptr<const app::Rules> given = demo_rules()) : first_rules(std::move(given)) {
    fs::create_directories(folder);
    EXPECT_TRUE(service.start("127.0.0.1", 0).ok());
  }
  ~ApiTest() override {
    service.stop();
    fs::remove_all(folder);
  }

  Answer as(const std::string& person, const std::string& method, const std::string& target, const std::string& body = "",
            const std::string& key = "") {
    std::map<std::string, std::string> headers{{"Authorization", "Bearer " + token(person)}, {"Accept-Language", "en"}};
    if (!key.empty()) headers["Idempotency-Key"] = key;
    return ask(service.port(), method, "/api/v1" + target, body, headers);
  }
  // Residents' keys are made by chance and long; the stories' are short names, drawn out to the length that is asked for.
  static std::string drawn_out(const std::string& key) { return key + std::string(key.size() < 16 ? 16 - key.size() : 0, '0'); }

  Answer public_post(const std::string& target, const std::string& body, const std::string& key = "") {
    std::map<std::string, std::string> headers;
    if (!key.empty()) headers["Idempotency-Key"] = drawn_out(key);
    return ask(service.port(), "POST", "/api/v1/public" + target, body, headers);
  }
  Answer upload(const std::string& person, const std::string& number, const std::string& bytes) {
    const std::map<std::string, std::string> headers{{"Authorization", "Bearer " + token(person)}, {"X-Matter", number}, {"Content-Type", bytes.starts_with("\x89PNG") ? "image/png" : "application/octet-stream"}, {"Accept-Language", "en"}};
    return ask(service.port(), "POST", "/api/v1/files", bytes, headers);
  }
  const std::string& token(const std::string& person) {
    std::string& known = tokens_[person];
    if (known.empty()) known = *service.sessions().make_token(person, "test");
    return known;
  }
  json::object reported(const std::string& key = "resident-key-1") {
    const Answer answer = public_post("/reports", R"({"what":"再生水管爆裂，电话 13800000000","category":"utilities.water","place":"huizhong-jiayuan","phone":"13800000000","agree":true})", key);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return json::parse(answer.body).as_object();
  }
  json::object read(const Answer& answer, int status = 200) {
    EXPECT_EQ(answer.status, status) << answer.body;
    return json::parse(answer.body).as_object();
  }
  void accept(const std::string& number, const std::string& category = "utilities.water") {
    read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":")" + category + R"(","field.grade":"urgent"}})", "accept-" + number));
  }
  std::string code_of(const Answer& answer) { return std::string(json::parse(answer.body).at("error").at("code").as_string()); }

 private:
  std::map<std::string, std::string> tokens_;
};

// A paper that no test looks into; `words` tell it from another.
inline std::string paper(const std::string& words) { return "%PDF-1.4\n" + words; }

inline std::set<std::string> names(const json::value& list) {
  std::set<std::string> all;
  for (const json::value& item : list.as_array()) all.insert(std::string(item.at("name").as_string()));
  return all;
}

inline std::string text(const json::object& object, const char* name) { return std::string(object.at(name).as_string()); }


}  // namespace shaoyin::http
