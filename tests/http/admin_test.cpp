// Keeping the house while it is served: who may, what it does, what it leaves alone.
#include "edge/sqlite/backup.h"
#include "tests/http/served_folder.h"

namespace shaoyin::http {
namespace {

class Keep : public ServedFolder {};

json::object users_by_login(const json::object& answer) {
  json::object all;
  for (const json::value& row : answer.at("rows").as_array()) all[row.at("login").as_string()] = row;
  return all;
}

TEST_F(Keep, ALogInNameWithWhichNobodyCouldSignInIsRefused) {
  for (const std::string login : {"", " ", "Li.Desk", "li desk", "li\u3000desk", "李", ".li", "li/desk"}) {
    SCOPED_TRACE(login);
    const Answer answer = as(kAdmin, "POST", "/admin/users", json::serialize(json::object{{"login", login}, {"person", "district-centre.desk"}, {"password", "long enough"}}), "application/json");
    EXPECT_EQ(answer.status / 100, 4) << answer.body;
    EXPECT_FALSE(check_new_login(login)) << "the command line asks the same";
  }
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users", json::serialize(json::object{{"login", std::string(65, 'a')}, {"person", "district-centre.desk"}, {"password", "long enough"}}), "application/json").status, 422);
  EXPECT_FALSE(check_new_login(std::string(65, 'a')));
  EXPECT_TRUE(check_new_login(std::string(64, 'a')));
}

TEST_F(Keep, EveryRouteAsksForItsVerbAndOthersChangeNothing) {
  struct Case { const char *method, *target, *body; std::set<std::string> may; };
  const Case cases[] = {
      {"GET", "/admin/users", "", {kAdmin}},
      {"POST", "/admin/users", R"({"login":"new.one","person":"district-centre.desk","password":"long enough"})", {kAdmin}},
      {"POST", "/admin/users/new.one", R"({"disabled":true})", {kAdmin}},
      {"POST", "/admin/registers", R"({"files":{},"commit":true})", {kAdmin}},
      {"POST", "/admin/backups", "", {kAdmin}},
      {"POST", "/admin/ledger/verify", "{}", {kAdmin, kAuditor}},
      {"POST", "/admin/imports?map=boston311", "x", {kAdmin, kCoordinator}},
  };
  for (const Case& one : cases) {
    for (const std::string person : {kAdmin, kCoordinator, kClerk, kAuditor}) {
      if (one.may.contains(person)) continue;
      const Answer answer = as(person, one.method, one.target, one.body, std::string(one.body) == "x" ? "application/octet-stream" : "application/json");
      EXPECT_EQ(answer.status, 403) << person << " " << one.target << " " << answer.body;
    }
    EXPECT_EQ(ask(service_->port(), one.method, std::string("/api/v1") + one.target, one.body, {{"Content-Type", "application/json"}}).status, 401) << one.target;
  }
  EXPECT_TRUE(read_as(kAdmin, "/admin/users").at("rows").as_array().empty());
  EXPECT_FALSE(std::filesystem::exists(root_ / "backups"));
}

TEST_F(Keep, AnAccountAddedSignsInUntilItIsDisabled) {
  const auto sign_in = [&](const std::string& password) {
    return ask(service_->port(), "POST", "/api/v1/session", R"({"login":"li.desk","password":")" + password + "\"}", {{"Content-Type", "application/json"}});
  };
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users", R"({"login":"li.desk","person":"district-centre.desk","password":"long enough"})").status, 201);
  EXPECT_EQ(sign_in("long enough").status, 200);
  EXPECT_EQ(as("district-centre.desk", "GET", "/session").status, 200);
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users/li.desk", R"({"disabled":true})").status, 200);
  EXPECT_EQ(as("district-centre.desk", "GET", "/session").status, 401) << "tokens end at once";
  EXPECT_EQ(sign_in("long enough").status, 401);
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users/li.desk", R"({"disabled":false,"password":"another one"})").status, 200);
  EXPECT_EQ(sign_in("long enough").status, 401);
  EXPECT_EQ(sign_in("another one").status, 200);
}

TEST_F(Keep, AnAccountThatCannotBeIsRefusedWithItsField) {
  const auto refused = [&](const std::string& body) { return json::parse(as(kAdmin, "POST", "/admin/users", body).body).at("error"); };
  EXPECT_EQ(refused(R"({"login":"a","person":"nobody","password":"long enough"})").at("field"), "person");
  EXPECT_EQ(refused(R"({"login":"a","person":"district-centre.desk","password":"short"})").at("field"), "password");
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users", R"({"login":"a","person":"district-centre.desk","password":"long enough"})").status, 201);
  EXPECT_EQ(refused(R"({"login":"a","person":"district-centre.leader","password":"long enough"})").at("code"), "conflict");
  EXPECT_EQ(users_by_login(read_as(kAdmin, "/admin/users")).at("a").at("person"), "district-centre.desk") << "as it was";
  EXPECT_EQ(as(kAdmin, "POST", "/admin/users/nobody", R"({"disabled":true})").status, 404);
}

TEST_F(Keep, ATokenIsMadeWithThePasswordAndNeverByAnotherToken) {
  ASSERT_EQ(as(kAdmin, "POST", "/admin/users", R"({"login":"li.desk","person":"district-centre.desk","password":"long enough"})").status, 201);
  const Answer in = ask(service_->port(), "POST", "/api/v1/session", R"({"login":"li.desk","password":"long enough"})", {{"Content-Type", "application/json"}});
  ASSERT_EQ(in.status, 200);
  const std::string cookie = in.headers.at("set-cookie");
  const std::string csrf(json::parse(in.body).at("csrf").as_string());
  std::map<std::string, std::string> headers{{"Content-Type", "application/json"}, {"Cookie", cookie.substr(0, cookie.find(';'))}};
  EXPECT_EQ(ask(service_->port(), "POST", "/api/v1/session/token", R"({"label":"nightly"})", headers).status, 403) << "another site must not";
  headers["X-CSRF-Token"] = csrf;
  EXPECT_EQ(ask(service_->port(), "POST", "/api/v1/session/token", "{\"label\":\" \u3000\"}", headers).status, 422) << "nobody would know whose script it is";
  const Answer made = ask(service_->port(), "POST", "/api/v1/session/token", R"({"label":"nightly"})", headers);
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string token(json::parse(made.body).at("token").as_string());
  const std::map<std::string, std::string> bearer{{"Content-Type", "application/json"}, {"Authorization", "Bearer " + token}};
  EXPECT_EQ(ask(service_->port(), "GET", "/api/v1/matters", "", bearer).status, 200);
  EXPECT_EQ(ask(service_->port(), "POST", "/api/v1/session/token", R"({"label":"next"})", bearer).status, 403);
}

std::string registers_body(bool commit, const std::string& role_verbs) {
  json::object files;
  for (const auto& entry : std::filesystem::directory_iterator(SHAOYIN_SOURCE_DIR "/registers")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    files[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(file), {});
  }
  std::string roles(files["roles.toml"].as_string());
  const std::size_t at = roles.find("\"history.read\"");
  files["roles.toml"] = roles.replace(at, std::string("\"history.read\"").size(), role_verbs);
  return json::serialize(json::object{{"files", std::move(files)}, {"draw", true}, {"seed", 1}, {"commit", commit}});
}

TEST_F(Keep, RegistersAreCheckedFirstAndHoldAtOnceWhenTakenOver) {
  const auto verbs = [&] { return json::serialize(read_as(kCoordinator, "/session").at("me").at("verbs")); };
  const Answer tried = as(kAdmin, "POST", "/admin/registers", registers_body(false, "\"history.read\", \"ledger.verify\""));
  ASSERT_EQ(tried.status, 200) << tried.body;
  EXPECT_EQ(json::parse(tried.body).at("committed"), false);
  EXPECT_EQ(verbs().find("ledger.verify"), std::string::npos) << "a dry run";
  const Answer taken = as(kAdmin, "POST", "/admin/registers", registers_body(true, "\"history.read\", \"ledger.verify\""));
  EXPECT_EQ(json::parse(taken.body).at("committed"), true) << taken.body.substr(0, 400);
  EXPECT_NE(verbs().find("ledger.verify"), std::string::npos);
  EXPECT_EQ(as(kAdmin, "POST", "/admin/registers", R"({"files":{"units.csv":"code\n"},"commit":true})").status, 404) << "a file that must be there";
}

TEST_F(Keep, AnImportOverTheNetworkTellsItsSumsAndGivesRefusedRowsBack) {
  const json::object tried = import(kAdmin, std::string(kImportRows) + kImportBadRow, "&dry_run=true");
  EXPECT_EQ(tried.at("state"), "done");
  EXPECT_EQ(tried.at("import").at("imported"), 2);
  EXPECT_EQ(read_as(kCoordinator, "/districts").at("rows").as_array().size(), 1u) << "a dry run makes no district";
  const json::object done = import(kAdmin, std::string(kImportRows) + kImportBadRow);
  EXPECT_EQ(done.at("import").at("rejected"), 1);
  EXPECT_TRUE(done.at("import").at("refused_rows").as_bool());
  const std::string id(done.at("id").as_string());
  EXPECT_EQ(as(kAdmin, "GET", "/admin/chores/" + id + "/refused").body.substr(0, 2), "PK") << "a workbook";
  EXPECT_EQ(as(kClerk, "GET", "/admin/chores/" + id).status, 404) << "whoever may not begin it does not see it";
  EXPECT_EQ(as(kClerk, "GET", "/admin/chores/" + id + "/refused").status, 404);
  EXPECT_EQ(read_as(kCoordinator, "/matters?district=990002").at("total"), 2) << "shown at once";
  EXPECT_EQ(import(kAdmin, kImportRows).at("import").at("unchanged"), 2);
  EXPECT_EQ(as(kAdmin, "GET", "/admin/chores/" + id + "/refused").status, 404) << "kept for the last import only";
  for (const auto& entry : std::filesystem::directory_iterator(root_ / "data")) {
    EXPECT_FALSE(entry.path().filename().string().starts_with("incoming-")) << "what was uploaded is gone";
  }
}

TEST_F(Keep, AnImportThatCannotBeSaysWhyAndChangesNothing) {
  EXPECT_EQ(code_of(as(kAdmin, "POST", "/admin/imports?map=nowhere", "x", "application/octet-stream")), "not_found");
  const json::object failed = ended(kAdmin, as(kAdmin, "POST", "/admin/imports?map=boston311", "not,the,columns\n1,2,3\n", "application/octet-stream"));
  EXPECT_EQ(failed.at("state"), "failed");
  EXPECT_EQ(failed.at("error").at("code"), "missing_field");
  EXPECT_EQ(read_as(kCoordinator, "/districts").at("rows").as_array().size(), 1u);
}

TEST_F(Keep, ABackupIsWholeAndNeverHoldsTheMasterKey) {
  ASSERT_EQ(import(kAdmin, kImportRows).at("import").at("imported"), 2);
  const json::object done = ended(kAdmin, as(kAdmin, "POST", "/admin/backups", ""));
  ASSERT_EQ(done.at("state"), "done") << json::serialize(done);
  EXPECT_FALSE(done.at("backup").at("key_included").as_bool());
  const std::filesystem::path made = root_ / "backups" / std::string(done.at("backup").at("name").as_string());
  EXPECT_FALSE(std::filesystem::exists(made / "master.key"));
  ASSERT_TRUE(sqlite::restore(made, root_ / "again"));
  auto store = sqlite::SqliteStore::open((root_ / "again").string());
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->all({990002})->size(), 2u);
}

TEST_F(Keep, WithoutAFolderForBackupsThereAreNone) {
  end_service();
  serve({});
  EXPECT_EQ(code_of(as(kAdmin, "POST", "/admin/backups", "")), "not_allowed_now");
}

TEST_F(Keep, TheLedgerOfEveryDistrictIsVerifiedOnline) {
  ASSERT_EQ(import(kAdmin, kImportRows).at("import").at("imported"), 2);
  const json::object all = ended(kAuditor, as(kAuditor, "POST", "/admin/ledger/verify", "{}"));
  EXPECT_EQ(all.at("ledger").at("matters"), 2);
  EXPECT_TRUE(all.at("ledger").at("faults").as_array().empty());
  EXPECT_EQ(ended(kAuditor, as(kAuditor, "POST", "/admin/ledger/verify", R"({"number":"BOS-1"})")).at("ledger").at("matters"), 1);
  EXPECT_EQ(ended(kAuditor, as(kAuditor, "POST", "/admin/ledger/verify", R"({"number":"BOS-9"})")).at("error").at("code"), "not_found");
}

}  // namespace
}  // namespace shaoyin::http
