// A confidential matter over the real server: for who may not see it, it is nowhere. Not by number, not in lists, counts, search, the
// community's page, exports (which read the list) and the feed; of who may see it, each sees only their own parts.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "edge/http/validate.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/vault_files.h"
#include "main/wiring/service.h"
#include "tests/http/raw_client.h"

namespace shaoyin::http {
namespace {

namespace fs = std::filesystem;

class MorningClock final : public app::WallClock {
 public:
  [[nodiscard]] Instant now() const override { return {at.ms + 1000 * ++looks_}; }  // each matter a moment later than the one before
  Instant at{1'676'336'400'000};

 private:
  mutable std::atomic<std::int64_t> looks_{0};
};

std::shared_ptr<const app::Rules> rules_with_disputes() {
  const fs::path share(SHAOYIN_SOURCE_DIR);
  auto rows = toml_files::demo_rows(share / "registers", 1);
  auto calendar = toml_files::read_calendar(share / "registers" / "calendar");
  auto pack = toml_files::read_pack(share, "");
  EXPECT_TRUE(rows.ok() && calendar.ok() && pack.ok());
  toml_files::add_grants(*toml_files::read_grants(share / "procedures"), *rows);
  auto made = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, {1'676'336'400'000}), *calendar, *pack, {}, {}});
  for (auto& procedure : toml_files::read_procedures(share / "procedures").procedures) made->add(std::move(procedure));
  std::ifstream file(share / "tests/http/dispute.toml");
  auto read = toml_files::parse_procedure(std::string(std::istreambuf_iterator<char>(file), {}), "");
  for (const Error& error : read.faults) ADD_FAILURE() << error.field << ": " << error.detail;
  made->add(std::make_shared<procedure::Procedure>(std::move(read.procedure)));
  return made;
}

constexpr const char* kOpener = "community-huizhongjiayuan.clerk";
constexpr const char* kMediator = "community-huizhongjiayuan.secretary";
constexpr const char* kStranger = "district-centre.desk";  // reads every other matter of the district

class Visible : public ::testing::Test {
 protected:
  Visible() {
    fs::create_directories(folder);
    EXPECT_TRUE(service.start("127.0.0.1", 0).ok());
  }
  ~Visible() override {
    service.stop();
    fs::remove_all(folder);
  }

  Answer as(const std::string& person, const std::string& method, const std::string& target, const std::string& body = "") {
    std::string& token = tokens_[person];
    if (token.empty()) token = *service.sessions().make_token(person, "test");
    std::map<std::string, std::string> headers{{"Authorization", "Bearer " + token}, {"Accept-Language", "en"}};
    if (method == "POST") headers["Idempotency-Key"] = "visible-" + std::to_string(++keys_);
    return ask(service.port(), method, "/api/v1" + target, body, headers);
  }
  json::object read(const Answer& answer, int status = 200) {
    EXPECT_EQ(answer.status, status) << answer.body;
    return answer.status == status ? json::parse(answer.body).as_object() : json::object{};
  }
  std::string opened(const std::string& kind, const std::string& input) {
    const json::object receipt = read(as(kOpener, "POST", "/matters", R"({"kind":")" + kind + R"(","input":{"place":"120103014004",)" + input + "}}"), 201);
    return std::string(receipt.at("number").as_string());
  }
  std::string dispute() { return opened("dispute", R"("field.what":"the wall between the balconies","field.mediator":"community-huizhongjiayuan.secretary","field.wish":"an apology")"); }
  std::string report() { return opened("report", R"("field.what":"a dark lamp")"); }
  std::vector<std::string> numbers(const std::string& person, const std::string& query) {
    std::vector<std::string> all;
    for (const json::object answer = read(as(person, "GET", "/matters" + query)); const json::value& row : answer.at("rows").as_array()) all.emplace_back(row.at("number").as_string());
    return all;
  }
  std::int64_t found(const std::string& person, const std::string& words) {
    return read(as(person, "POST", "/matters/search", json::serialize(json::object{{"q", words}}))).at("total").as_int64();
  }
  std::int64_t total(const std::string& person, const std::string& query) { return read(as(person, "GET", "/matters" + query)).at("total").as_int64(); }

  fs::path folder = fs::temp_directory_path() / ("shaoyin_visible_" + std::to_string(::getpid()));
  memory::MemoryStore store;
  MorningClock clock;
  system::SystemChance chance;
  vault::SodiumVault vault{vault::Key{}};
  vault::VaultFiles files{vault, folder};
  app::House house{{{120103}, "HX"}, store, vault, clock, chance, rules_with_disputes()};
  std::ostringstream log;
  wiring::Service service{{house, store, files, clock, chance, vault.new_key(), [] { return true; }, log},
                          {.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)}};

 private:
  std::map<std::string, std::string> tokens_;
  int keys_ = 0;
};

TEST_F(Visible, ForAStrangerTheMatterIsNowhere) {
  const std::string secret = dispute(), plain = report();
  const Answer hidden = as(kStranger, "GET", "/matters/" + secret), absent = as(kStranger, "GET", "/matters/HX-2023-000999");
  EXPECT_EQ(hidden.status, 404);
  EXPECT_EQ(hidden.body, absent.body) << "the very answer of a number that nobody has";
  EXPECT_EQ(as(kStranger, "GET", "/matters/" + secret + "/timeline").status, 404);
  EXPECT_EQ(as(kStranger, "POST", "/matters/" + secret + "/actions/end", R"({"input":{}})").status, 404);
  EXPECT_EQ(numbers(kStranger, ""), std::vector<std::string>{plain});
  const json::object list = read(as(kStranger, "GET", "/matters"));
  EXPECT_EQ(list.at("total").as_int64(), 1);
  EXPECT_EQ(list.at("counts").at("open").as_int64(), 1);
  EXPECT_EQ(total(kStranger, "?kind=dispute"), 0);
  EXPECT_EQ(found(kStranger, "wall"), 0);
  EXPECT_EQ(found(kStranger, secret), 0);
  for (const json::object answer = read(as(kStranger, "GET", "/feed/list?after=0&limit=200")); const json::value& item : answer.at("items").as_array()) EXPECT_NE(item.at("number").as_string(), secret);
  const json::object page = read(as(kStranger, "GET", "/communities/120103014004/page"));
  for (const json::value& row : page.at("open_matters").as_array()) EXPECT_NE(row.at("number").as_string(), secret);
}

TEST_F(Visible, WhoMaySeeItFindsItEverywhere) {
  const std::string secret = dispute();
  report();
  for (const char* person : {kOpener, kMediator}) {
    EXPECT_EQ(as(person, "GET", "/matters/" + secret).status, 200) << person;
    EXPECT_EQ(total(person, ""), 2) << person;
    EXPECT_EQ(total(person, "?kind=dispute"), 1) << person;
  }
  int heard = 0;
  for (const json::object answer = read(as(kMediator, "GET", "/feed/list?after=0&limit=200")); const json::value& item : answer.at("items").as_array()) heard += item.at("number").as_string() == secret ? 1 : 0;
  EXPECT_GT(heard, 0);
}

TEST_F(Visible, PagesOfAListJoinBothKindsInOrderWithoutAGap) {
  std::vector<std::string> all;
  for (int i = 0; i < 7; ++i) all.push_back(i % 3 == 1 ? dispute() : report());
  EXPECT_EQ(numbers(kMediator, "?order=oldest"), all);
  for (const int limit : {1, 2, 3}) {
    std::vector<std::string> paged;
    for (int offset = 0; offset < 7; offset += limit) {
      for (std::string& number : numbers(kMediator, "?order=oldest&limit=" + std::to_string(limit) + "&offset=" + std::to_string(offset))) paged.push_back(std::move(number));
    }
    EXPECT_EQ(paged, all) << "pages of " << limit;
  }
  EXPECT_EQ(total(kMediator, "?limit=1&offset=5"), 7);
  EXPECT_EQ(total(kStranger, "?limit=1&offset=1"), 5);
}

TEST_F(Visible, AFieldForSomeIsThereForThemAlone) {
  const std::string number = dispute();
  const auto field_names = [&](const std::string& person) {
    std::set<std::string> names;
    for (const json::object answer = read(as(person, "GET", "/matters/" + number)); const json::value& field : answer.at("fields").as_array()) names.emplace(field.at("name").as_string());
    return names;
  };
  EXPECT_TRUE(field_names(kMediator).contains("wish"));
  EXPECT_FALSE(field_names(kOpener).contains("wish"));
  EXPECT_TRUE(field_names(kOpener).contains("what"));
  const std::string timeline = as(kOpener, "GET", "/matters/" + number + "/timeline").body;
  EXPECT_EQ(timeline.find("apology"), std::string::npos);
  EXPECT_EQ(timeline.find("wish"), std::string::npos);
  EXPECT_NE(as(kMediator, "GET", "/matters/" + number + "/timeline").body.find("an apology"), std::string::npos);
}

TEST_F(Visible, ARecordForSomeIsThereForThemAlone) {
  const std::string number = dispute();
  const std::string note = R"({"input":{"note.author":"community-huizhongjiayuan.secretary","note.words":"each wants the other to begin"}})";
  read(as(kMediator, "POST", "/matters/" + number + "/actions/write", note));
  EXPECT_NE(as(kMediator, "GET", "/matters/" + number).body.find("each wants"), std::string::npos);
  EXPECT_NE(as(kMediator, "GET", "/matters/" + number + "/timeline").body.find("record_added"), std::string::npos);
  EXPECT_EQ(as(kOpener, "GET", "/matters/" + number).body.find("each wants"), std::string::npos);
  EXPECT_EQ(as(kOpener, "GET", "/matters/" + number + "/timeline").body.find("record_added"), std::string::npos);
  EXPECT_EQ(found(kMediator, "begin"), 0) << "words for some are not in the index at all";
}

}  // namespace
}  // namespace shaoyin::http
