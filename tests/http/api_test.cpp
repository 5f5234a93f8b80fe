// The API over the whole house: the demonstration district, the shipped procedures, a memory store and the real
// server. Every answer is checked against api/openapi.yaml on its way out.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "edge/http/validate.h"
#include "edge/memory/memory_store.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "tests/http/raw_client.h"
#include "edge/system/system.h"
#include "edge/vault/vault_files.h"
#include "main/wiring/service.h"

namespace shaoyin::http {
namespace {

namespace fs = std::filesystem;

// 2023-02-14 09:00 in Tianjin, a Tuesday.
constexpr Instant kMorning{1'676'336'400'000};

class HandClock final : public app::WallClock {
 public:
  std::atomic<std::int64_t> ms{kMorning.ms};
  [[nodiscard]] Instant now() const override { return {ms}; }
};

std::shared_ptr<const app::Rules> demo_rules() {
  static const std::shared_ptr<const app::Rules> rules = [] {
    const fs::path share(SHAOYIN_SOURCE_DIR);
    const auto rows = toml_files::demo_rows(share / "registers", 1);
    auto calendar = toml_files::read_calendar(share / "registers" / "calendar");
    auto pack = toml_files::read_pack(share / "registers" / "deadlines", "gulou");
    ensure(rows.ok() && calendar.ok() && pack.ok(), "the shipped files read");
    auto made = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, kMorning), *calendar, *pack, {}, {}});
    for (auto& procedure : toml_files::read_procedures(share / "procedures").procedures) made->add(std::move(procedure));
    return made;
  }();
  return rules;
}

constexpr const char* kDesk = "district-centre.desk";
constexpr const char* kCoordinator = "district-centre.coordinator";
constexpr const char* kClerk = "community-huizhongjiayuan.clerk";

struct ApiTest : ::testing::Test {
  fs::path folder = fs::temp_directory_path() / ("shaoyin_api_" + std::to_string(::getpid()));
  memory::MemoryStore store;
  HandClock clock;
  system::SystemChance chance;
  vault::SodiumVault vault{vault::Key{}};
  vault::VaultFiles files{vault, folder};
  app::House house{{{120103}, "HX"}, store, vault, clock, chance, demo_rules()};
  std::ostringstream log;
  wiring::Service service{{house, store, files, clock, chance, vault.new_key(), [] { return true; }, log},
                          {.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)}};

  ApiTest() {
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
  Answer public_post(const std::string& target, const std::string& body, const std::string& key = "") {
    std::map<std::string, std::string> headers;
    if (!key.empty()) headers["Idempotency-Key"] = key;
    return ask(service.port(), "POST", "/api/v1/public" + target, body, headers);
  }
  Answer upload(const std::string& person, const std::string& number, const std::string& bytes) {
    const std::map<std::string, std::string> headers{{"Authorization", "Bearer " + token(person)}, {"X-Matter", number}, {"Content-Type", "image/png"}, {"Accept-Language", "en"}};
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
  std::string code_of(const Answer& answer) { return std::string(json::parse(answer.body).at("error").at("code").as_string()); }

 private:
  std::map<std::string, std::string> tokens_;
};

std::set<std::string> names(const json::value& list) {
  std::set<std::string> all;
  for (const json::value& item : list.as_array()) all.insert(std::string(item.at("name").as_string()));
  return all;
}

std::string text(const json::object& object, const char* name) { return std::string(object.at(name).as_string()); }


TEST_F(ApiTest, EveryRouteHasAnEntryInTheInterfaceFileAndEveryEntryARoute) {
  std::set<std::pair<std::string, std::string>> routes, entries;
  for (const auto& route : service.router().routes()) routes.insert(route);
  for (const auto& entry : built_in_spec().operations()) entries.insert(entry);
  EXPECT_EQ(routes, entries);
}

TEST_F(ApiTest, AResidentReportsOnceHoweverOftenThePhoneSends) {
  const json::object first = reported();
  const json::object again = reported();
  EXPECT_EQ(first, again) << "number and code are the same";
  EXPECT_NE(text(reported("another-key-2"), "number"), text(first, "number"));
}

TEST_F(ApiTest, TheReceiptCodeOpensTheStatusPageAndNothingElseDoes) {
  const json::object receipt = reported();
  const auto status = [&](const std::string& number, const std::string& code) {
    return public_post("/status", json::serialize(json::object{{"number", number}, {"code", code}}));
  };
  const json::object page = read(status(text(receipt, "number"), text(receipt, "code")));
  EXPECT_FALSE(page.at("entries").as_array().empty());
  EXPECT_EQ(status(text(receipt, "number"), "AAAA-AAAA-AAAA").status, 404);
  EXPECT_EQ(status("HX-2023-999999", text(receipt, "code")).status, 404);
  EXPECT_EQ(status(text(receipt, "number"), "AAAA-AAAA-AAAA").body, status("HX-2023-999999", "AAAA-AAAA-AAAA").body);
}

TEST_F(ApiTest, TheDeskTakesItOnAndOnlyWhatIsPossibleIsOffered) {
  const std::string number = text(reported(), "number");
  const json::object before = read(as(kDesk, "GET", "/matters/" + number));
  EXPECT_TRUE(names(before.at("actions")).contains("accept"));
  EXPECT_FALSE(names(before.at("actions")).contains("dispatch"));
  EXPECT_TRUE(before.at("head").at("verified").as_bool());
  const std::string body = R"({"revision":)" + std::to_string(before.at("revision").as_int64()) +
                           R"(,"input":{"field.category":"utilities.water","field.grade":"urgent"}})";
  const json::object receipt = read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-1"));
  EXPECT_EQ(read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-1")), receipt) << "the same answer again";
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-2")), "out_of_date");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{}})", "accept-key-1")), "key_reused");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/fly", R"({"input":{}})", "accept-key-3")), "unknown_action");
}

TEST_F(ApiTest, ARefusedInputIsNamedAsTheClientSentIt) {
  const std::string number = text(reported(), "number");
  const Answer answer = as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":"no.such","field.grade":"urgent"}})", "bad-key-1");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(json::parse(answer.body).at("error").at("field"), "input.field.category");
}

TEST_F(ApiTest, TextsAreMaskedAndPhonesAreHiddenFromWhomTheyDoNotConcern) {
  const std::string number = text(reported(), "number");
  const Answer page = as(kDesk, "GET", "/matters/" + number);
  const Answer timeline = as(kDesk, "GET", "/matters/" + number + "/timeline");
  EXPECT_EQ(timeline.status, 200) << timeline.body;
  EXPECT_EQ(page.body.find("13800000000"), std::string::npos);
  EXPECT_EQ(timeline.body.find("13800000000"), std::string::npos);
  EXPECT_NE(page.body.find("再生水管爆裂"), std::string::npos);
}

TEST_F(ApiTest, WhatOneMayNotReadDoesNotExistForOne) {
  const std::string number = text(reported(), "number");
  const Answer hidden = as("district-centre.admin", "GET", "/matters/" + number);
  const Answer unknown = as("district-centre.admin", "GET", "/matters/HX-2023-999999");
  EXPECT_EQ(hidden.status, 404);
  EXPECT_EQ(hidden.body, unknown.body) << "not even that it is there";
  EXPECT_EQ(as("district-centre.admin", "GET", "/matters/" + number + "/timeline").status, 404);
  EXPECT_EQ(as("district-centre.admin", "POST", "/matters/" + number + "/actions/accept", R"({"input":{}})", "hidden-key-1").status, 404);
  EXPECT_EQ(read(as("district-centre.admin", "GET", "/matters")).at("total").as_int64(), 0);
  const json::object list = read(as(kDesk, "GET", "/matters?q=%E5%86%8D%E7%94%9F%E6%B0%B4"));
  EXPECT_EQ(list.at("total").as_int64(), 1);
  EXPECT_EQ(list.at("counts").at("open").as_int64(), 1);
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?area=120103001")).at("total").as_int64(), 0) << "another subdistrict";
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?category=utilities")).at("total").as_int64(), 1) << "a class holds what is below it";
}

TEST_F(ApiTest, FilesBelongToAMatterAndComeBackAsTheyWere) {
  const std::string number = text(reported(), "number");
  const std::string png = std::string("\x89PNG\r\n\x1a\n", 8) + "not really a picture";
  const Answer reader = upload(kDesk, number, png);
  EXPECT_EQ(reader.status, 403) << "the desk may read it, but does nothing there that takes files";
  EXPECT_NE(reader.body.find("send the file when it is your turn"), std::string::npos) << reader.body;
  const json::object kept = read(upload(kClerk, number, png), 201);
  const Answer back = as(kDesk, "GET", "/files/" + number + "/" + text(kept, "name"));
  EXPECT_EQ(back.status, 200);
  EXPECT_EQ(back.body, png);
  EXPECT_EQ(back.headers.at("content-type"), "image/png");
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + std::string(64, '0')).status, 404);
}

TEST_F(ApiTest, EveryReadingRouteKeepsItsPromise) {
  const std::string number = text(reported(), "number");
  for (const std::string target : {"/session", "/matters", "/procedures", "/procedures/report", "/procedures/whistle", "/procedures/report/drawing",
                                   "/registers/units", "/registers/grids?parent=120103", "/registers/categories", "/registers/places?q=%E6%83%A0%E4%BC%97", "/registers/people",
                                   "/registers/roles", "/registers/routes", "/registers/precedents", "/registers/calendar", "/registers/deadlines",
                                   "/places/search?q=%E6%83%A0%E4%BC%97", "/routing/explain?place=huizhong-jiayuan&category=utilities.water",
                                   "/communities/120103014004/page", "/feed/list?after=0", "/openapi.yaml"}) {
    const Answer answer = as(kCoordinator, "GET", target);
    EXPECT_EQ(answer.status, 200) << target << " " << answer.body.substr(0, 400);
  }
  EXPECT_EQ(as(kCoordinator, "GET", "/matters/" + number + "/explain?action=accept").status, 200);
  EXPECT_EQ(as(kCoordinator, "GET", "/procedures/nothing").status, 404);
  EXPECT_EQ(as(kCoordinator, "GET", "/communities/120103/page").status, 404);
  EXPECT_EQ(as(kCoordinator, "GET", "/routing/explain?place=nowhere&category=utilities").status, 422);
  EXPECT_EQ(as(kCoordinator, "GET", "/places/locate?lon=0&lat=0").status, 422) << "outside the district";
}

TEST_F(ApiTest, AFileThatNobodyUsedIsGoneTheNextDay) {
  const std::string number = text(reported(), "number");
  const std::string name = text(read(upload(kClerk, number, "given up"), 201), "name");
  EXPECT_FALSE(service.tidy());
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 200);
  clock.ms += days(1).ms + 1;
  house.keep_files(files);
  EXPECT_FALSE(service.tidy());
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 404);
}

TEST_F(ApiTest, AListMayHaveEmptyPlacesAndHoldsAsManyAsTheFormAllows) {
  const std::string spec = as(kDesk, "GET", "/openapi.yaml").body;
  EXPECT_NE(spec.find("maxItems: " + std::to_string(procedure::kListMax) + ", x-limit: list_max"), std::string::npos) << "one truth about how long a list may be";
  const std::string units = R"("call.unit":["urban-management","heat-company"])";
  const auto blow = [&](const std::string& asked, const std::string& key) {
    return as(kClerk, "POST", "/matters", R"({"kind":"whistle","place":"huizhong-jiayuan","input":{"field.question":"谁来修","field.grade":"urgent","field.object":"utilities.water",)" + units + R"(,"call.asked":)" + asked + "}}", key);
  };
  EXPECT_EQ(blow(R"(["请带设备",""])", "asked-key-1").status, 201) << "of one unit something is asked, of the other nothing";
  EXPECT_EQ(blow(R"(["请带设备",null])", "asked-key-2").status, 201);
  EXPECT_EQ(blow(R"(["请带设备"])", "asked-key-3").status, 422) << "as many as there are units";
  EXPECT_EQ(blow(R"(["请带设备",7])", "asked-key-4").status, 422);
}

TEST_F(ApiTest, AnUnchangedRegisterIsNotSentTwice) {
  const Answer first = ask(service.port(), "GET", "/api/v1/registers/units");
  ASSERT_EQ(first.status, 200);
  const std::string etag = first.headers.at("etag");
  const Answer again = ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}, {"Accept-Language", "en"}}).status, 200) << "the same rows in another language";
  registers::Row moved{"unit", "new-unit", 1, kMorning, std::nullopt, {{"kind", "company"}, {"name_zh", "新设企业"}, {"name_en", "New company"}, {"area", "120103"}}};
  auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
  rows.push_back(moved);
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->book = registers::Book::build(rows, kMorning);
  house.set_rules(rules);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}}).status, 200);
}

TEST_F(ApiTest, WhatIsNotOpenToAllNeedsTheVerbAndSoDoesAnExport) {
  auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
  for (registers::Row& row : rows) {
    if (row.reg == "role" && row.code == "company_liaison") row.columns["verbs"] = "matter.read_own";
  }
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->book = registers::Book::build(rows, kMorning);
  house.set_rules(rules);
  const Answer people = as("property-huizhong.liaison", "GET", "/registers/people");
  EXPECT_EQ(people.status, 403);
  EXPECT_EQ(json::parse(people.body).at("error").at("detail"), "register.read");
  EXPECT_EQ(as("property-huizhong.liaison", "GET", "/registers/units").status, 200);
  EXPECT_EQ(as(kDesk, "GET", "/registers/people").status, 200);
  EXPECT_EQ(as(kDesk, "GET", "/matters").status, 200);
  EXPECT_EQ(code_of(as(kDesk, "GET", "/matters?export=true")), "forbidden");
  EXPECT_EQ(as(kCoordinator, "GET", "/matters?export=true").status, 200);
}

TEST_F(ApiTest, RegistersAreOpenExceptWherePeopleStandInThem) {
  const auto stranger = [&](const std::string& target) { return ask(service.port(), "GET", "/api/v1" + target).status; };
  EXPECT_EQ(stranger("/registers/categories"), 200);
  EXPECT_EQ(stranger("/registers/people"), 401);
  EXPECT_EQ(stranger("/registers/cats"), 422);
  EXPECT_EQ(stranger("/places/search?q=a"), 200);
  EXPECT_EQ(stranger("/matters"), 401);
  EXPECT_EQ(stranger("/feed/list"), 401);
}

TEST_F(ApiTest, AChangeIsOnTheFeedOfWhoMayReadIt) {
  RawClient page(service.port());
  page.send("GET /api/v1/feed?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token(kDesk) + "\r\n\r\n");
  page.until("id: 0\n\n");
  const std::string number = text(reported(), "number");
  const std::string event = page.until("\n\n");
  EXPECT_NE(event.find("\"number\":\"" + number + "\""), std::string::npos) << event;
  EXPECT_TRUE(read(as("district-centre.admin", "GET", "/feed/list?after=0")).at("items").as_array().empty()) << "who edits registers reads no matters";
}

// A report that has ended: withdrawn by the resident who holds its code.
struct ContentTest : ApiTest {
  json::object receipt;
  std::string number;
  void SetUp() override {
    receipt = reported();
    number = text(receipt, "number");
  }
  void withdraw() {
    const json::object body{{"number", number}, {"code", text(receipt, "code")}, {"action", "withdraw"}, {"input", json::object{{"reason", "solved by itself"}}}};
    EXPECT_EQ(public_post("/actions", json::serialize(body), "withdraw-key-1").status, 200);
  }
  Answer disclose(const std::string& person, const std::string& body, const std::string& key) { return as(person, "POST", "/matters/" + number + "/disclose", body, key); }
  Answer erase(const std::string& person, const std::string& reason, const std::string& key) {
    return as(person, "POST", "/matters/" + number + "/erase", R"({"reason":")" + reason + "\"}", key);
  }
  std::int64_t revision() { return read(as(kDesk, "GET", "/matters/" + number)).at("revision").as_int64(); }
  std::string last_sentence() { return text(read(as(kDesk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array().back().as_object(), "sentence"); }
};
constexpr const char* kPhone = R"({"fields":["reporter_phone"],"purpose":"call-back","note":"rang at noon"})";
constexpr const char* kSecretary = "community-huizhongjiayuan.secretary";
constexpr const char* kPrivacy = "district-centre.privacy";

TEST_F(ContentTest, NoPageShowsAPhoneEvenToWhoMayBeShownIt) {
  for (const char* person : {kClerk, kSecretary}) {
    EXPECT_EQ(as(person, "GET", "/matters/" + number).body.find("13800000000"), std::string::npos) << person;
    EXPECT_EQ(as(person, "GET", "/matters/" + number + "/timeline").body.find("13800000000"), std::string::npos) << person;
  }
}

TEST_F(ContentTest, APhoneIsShownForAPurposeAndTheLedgerSaysSo) {
  const json::object page = read(as(kClerk, "GET", "/matters/" + number));
  EXPECT_FALSE(page.at("disclosure").as_object().at("purposes").as_array().empty());
  const json::object answer = read(disclose(kClerk, kPhone, "disclose-key-1"));
  EXPECT_EQ(text(answer.at("shown").as_array().front().as_object(), "text"), "13800000000");
  const std::int64_t after = revision();
  EXPECT_EQ(read(disclose(kClerk, kPhone, "disclose-key-1")).at("shown"), answer.at("shown")) << "a lost answer is shown again";
  EXPECT_EQ(revision(), after) << "and written once";
  const json::array timeline = read(as(kDesk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array();
  const json::object& entry = timeline.back().as_object();
  EXPECT_EQ(text(entry, "kind"), "disclosed");
  EXPECT_NE(text(entry, "sentence").find("Following up with the resident"), std::string::npos) << text(entry, "sentence");
  EXPECT_EQ(text(entry.at("texts").as_array().front().as_object(), "label"), "Note");
  const auto stored = store.load({120103}, *store.find_number({120103}, number));
  for (const ledger::Link& link : stored->links) EXPECT_EQ(link.bytes.find("13800000000"), std::string::npos);
  const json::object own = read(public_post("/status", json::serialize(json::object{{"number", number}, {"code", text(receipt, "code")}})));
  EXPECT_NE(json::serialize(own.at("entries")).find("查看了受保护的内容"), std::string::npos) << "the resident hears of it";
}

TEST_F(ContentTest, AskingWithoutRightOrPurposeShowsNothingAndWritesNothing) {
  const std::int64_t before = revision();
  EXPECT_EQ(disclose(kDesk, kPhone, "disclose-key-2").status, 403) << "another unit's matter";
  EXPECT_TRUE(read(as(kDesk, "GET", "/matters/" + number)).at("disclosure").is_null());
  EXPECT_EQ(disclose("district-centre.admin", kPhone, "disclose-key-3").status, 404) << "what one may not read does not exist for one";
  EXPECT_EQ(disclose("community-renhuli.clerk", kPhone, "disclose-key-4").status, 404) << "another community's";
  const Answer curious = disclose(kClerk, R"({"fields":["reporter_phone"],"purpose":"curiosity"})", "disclose-key-5");
  EXPECT_EQ(code_of(curious), "not_a_choice");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["reporter_phone"],"purpose":"person-asked"})", "disclose-key-6")), "not_a_choice") << "a reason to erase is none to look";
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":[],"purpose":"call-back"})", "disclose-key-7")), "missing_field");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["grade"],"purpose":"call-back"})", "disclose-key-8")), "unknown_reference");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["reporter_name"],"purpose":"call-back"})", "disclose-key-9")), "unknown_reference") << "none was given";
  EXPECT_EQ(revision(), before);
}

TEST_F(ContentTest, TheDeskIsShownWhatItOpenedItself) {
  const json::object own = read(as(kDesk, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","input":{"field.what":"示例问题","field.reporter_phone":"13800000001"}})", "open-key-9"), 201);
  number = text(own, "number");
  EXPECT_EQ(text(read(disclose(kDesk, kPhone, "disclose-key-10")).at("shown").as_array().front().as_object(), "text"), "13800000001");
}

TEST_F(ContentTest, BeingShownSomethingMakesNobodysFormOutOfDate) {
  const std::int64_t page = revision();
  read(disclose(kClerk, kPhone, "disclose-key-11"));
  const std::string body = R"({"revision":)" + std::to_string(page) + R"(,"input":{"field.category":"utilities.water","field.grade":"urgent"}})";
  EXPECT_EQ(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-9").status, 200);
}

TEST_F(ContentTest, AnOpenMatterIsNotErased) {
  EXPECT_EQ(code_of(erase(kPrivacy, "person-asked", "erase-key-1")), "not_allowed_now");
  EXPECT_TRUE(read(as(kPrivacy, "GET", "/matters/" + number)).at("erasure").is_null());
}

TEST_F(ContentTest, OnlyWhoHoldsTheVerbErasesAndOnlyForAReason) {
  withdraw();
  for (const char* person : {kDesk, kClerk, kSecretary, kCoordinator}) EXPECT_EQ(erase(person, "person-asked", "erase-key-2").status, 403) << person;
  EXPECT_EQ(erase("district-centre.admin", "person-asked", "erase-key-3").status, 404);
  EXPECT_EQ(code_of(erase(kPrivacy, "because", "erase-key-4")), "not_a_choice");
  EXPECT_EQ(read(disclose(kClerk, kPhone, "disclose-key-12")).at("shown").as_array().size(), 1u) << "it is all still there";
}

TEST_F(ContentTest, ErasingTakesTheContentAndSaysWhyAndTheChainVerifies) {
  house.keep_files(files);
  const std::string name = text(read(upload(kClerk, number, "a photo"), 201), "name");
  withdraw();
  ASSERT_EQ(erase(kPrivacy, "person-asked", "erase-key-5").status, 200);
  EXPECT_EQ(erase(kPrivacy, "person-asked", "erase-key-5").status, 200) << "the same request hears the same answer";
  const json::object page = read(as(kDesk, "GET", "/matters/" + number));
  EXPECT_EQ(text(page.at("erased").as_object().at("why").as_object(), "name"), "The person concerned asked for it");
  EXPECT_TRUE(page.at("head").as_object().at("verified").as_bool());
  EXPECT_TRUE(text(page, "title").empty());
  EXPECT_NE(json::serialize(page).find("[erased]"), std::string::npos);
  EXPECT_NE(last_sentence().find("erased the content (on 2023-02-14, because: The person concerned asked for it)"), std::string::npos) << last_sentence();
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 404);
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?q=%E5%86%8D%E7%94%9F%E6%B0%B4")).at("total").as_int64(), 0) << "not found any more";
  EXPECT_EQ(code_of(disclose(kClerk, kPhone, "disclose-key-13")), "not_allowed_now");
  EXPECT_EQ(code_of(erase(kPrivacy, "person-asked", "erase-key-6")), "not_allowed_now");
  EXPECT_EQ(upload(kClerk, number, "another").status, 409);
}

TEST_F(ApiTest, AStaffMemberOpensAMatterAtAPlaceOrAPoint) {
  const json::object by_place = read(as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题"}})", "open-key-1"), 201);
  EXPECT_EQ(text(by_place, "step"), "reported");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"field.what":"示例问题"}})", "open-key-2")), "missing_field");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"report","lon":0,"lat":0,"input":{"field.what":"示例问题"}})", "open-key-3")), "outside_district");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"nothing","place":"huizhong-jiayuan","input":{}})", "open-key-4")), "unknown_procedure");
}

}  // namespace
}  // namespace shaoyin::http
