// When a session ends, everything that rested on it ends: its live stream, and a sign-in that was still on its way.
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

constexpr const char* kAdmin = "district-centre.admin";
constexpr const char* kNews = "event: matter";

struct StreamEnd : ApiTest {
  std::unique_ptr<RawClient> page;
  void follow(const std::string& with) {
    page = std::make_unique<RawClient>(service.port());
    page->send("GET /api/v1/feed?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + with + "\r\n\r\n");
    page->until("id: 0\n\n");
    reported("while-signed-in-1");
    EXPECT_NE(page->until("\n\n").find(kNews), std::string::npos);
  }
  // Everything that came after the last thing heard before, up to the end of the stream.
  std::string last_words() {
    const std::string number = text(reported("after-the-end-1"), "number");
    const std::string all = page->rest();
    return all.find(number) == std::string::npos ? "" : all;
  }
};

TEST_F(StreamEnd, WithSigningOut) {
  follow(token(kDesk));
  ASSERT_EQ(as(kDesk, "DELETE", "/session").status, 204);
  EXPECT_EQ(last_words(), "");
}

TEST_F(StreamEnd, WithTheAccount) {
  ASSERT_TRUE(store.add_account({120103}, {kDesk, "desk", hash_password("right", kCheapPassword), false}).ok());
  follow(token(kDesk));
  ASSERT_EQ(as(kAdmin, "POST", "/admin/users/desk", R"({"disabled":true})").status, 200);
  EXPECT_EQ(last_words(), "");
}

TEST_F(StreamEnd, WithTheTimeOfItsToken) {
  follow(token(kDesk));
  clock.ms += kTokenWhole.ms;
  EXPECT_EQ(last_words(), "");
}

TEST_F(StreamEnd, NotWithAnotherSessionOfTheSamePerson) {
  follow(token(kDesk));
  const std::string other = *service.sessions().make_token(kDesk, "another script");
  ASSERT_EQ(ask(service.port(), "DELETE", "/api/v1/session", "", {{"Authorization", "Bearer " + other}}).status, 204);
  const std::string number = text(reported("after-the-end-1"), "number");
  EXPECT_NE(page->until(number).find(kNews), std::string::npos);
}

// A clock that lets something happen elsewhere between its looks: sign_in() takes the time before the password is checked,
// and again for the session that it is about to store.
class MeanwhileClock final : public app::WallClock {
 public:
  std::function<void()> meanwhile;
  [[nodiscard]] Instant now() const override {
    if (++looks_ == 2) meanwhile();
    return kMorning;
  }

 private:
  mutable int looks_ = 0;
};

struct SignInRace : ::testing::Test {
  memory::MemoryStore store;
  MeanwhileClock clock;
  system::SystemChance chance;
  Sessions sessions{store, clock, chance, {120103}, kCheapPassword};
  app::Account account{"p-demo", "clerk", hash_password("right", kCheapPassword), false};
  SignInRace() { EXPECT_TRUE(store.add_account({120103}, account).ok()); }
};

TEST_F(SignInRace, AnAccountDisabledMeanwhileGetsNoSession) {
  clock.meanwhile = [&] {
    ASSERT_TRUE(store.change_account({120103}, account.login, {.disabled = true}).ok());
  };
  const Result<SignedIn> in = sessions.sign_in("clerk", "right", "a");
  ASSERT_FALSE(in.ok());
  EXPECT_EQ(in.error().code, ErrorCode::kBadCredentials);
}

TEST_F(SignInRace, NorDoesAnOldPassword) {
  clock.meanwhile = [&] {
    ASSERT_TRUE(store.change_account({120103}, account.login, {.password_hash = hash_password("new", kCheapPassword)}).ok());
  };
  EXPECT_FALSE(sessions.sign_in("clerk", "right", "a").ok());
}

TEST_F(SignInRace, WhatConcernsSomebodyElseStopsNobody) {
  clock.meanwhile = [&] { ASSERT_TRUE(store.add_account({120103}, {"p-other", "other", "", true}).ok()); };
  EXPECT_TRUE(sessions.sign_in("clerk", "right", "a").ok());
}

// Accounts of which one is disabled by somebody else between being read and being written: a password takes long to hash.
class MeanwhileAccounts final : public memory::MemoryStore {
 public:
  std::function<void()> meanwhile;
  Result<std::optional<app::Account>> account(DistrictId district, const std::string& login) override {
    auto found = memory::MemoryStore::account(district, login);
    if (meanwhile) std::exchange(meanwhile, nullptr)();
    return found;
  }
};

struct TwoAdministrators : ApiTest {
  MeanwhileAccounts accounts;
  wiring::Service door{{house, accounts, files, clock, chance, vault.new_key(), [] { return true; }, log},
                       {.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)}};
  TwoAdministrators() {
    EXPECT_TRUE(door.start("127.0.0.1", 0).ok());
    EXPECT_TRUE(accounts.add_account({120103}, {kDesk, "desk", hash_password("right", kCheapPassword), false}).ok());
  }
  ~TwoAdministrators() override { door.stop(); }
  Answer change(const std::string& body) {
    return ask(door.port(), "POST", "/api/v1/admin/users/desk", body, {{"Authorization", "Bearer " + *door.sessions().make_token(kAdmin, "test")}});
  }
};

TEST_F(TwoAdministrators, ANewPasswordDoesNotEnableWhatTheOtherDisabledMeanwhile) {
  accounts.meanwhile = [&] { ASSERT_TRUE(accounts.change_account({120103}, "desk", {.disabled = true}).ok()); };
  const Answer answer = change(R"({"password":"another one"})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(json::parse(answer.body).at("disabled"), true) << "as it is now";
  EXPECT_FALSE(door.sessions().sign_in("desk", "another one", "a").ok());
}

TEST_F(TwoAdministrators, EnablingDoesNotBringBackAPasswordTheOtherReplacedMeanwhile) {
  accounts.meanwhile = [&] { ASSERT_TRUE(accounts.change_account({120103}, "desk", {.password_hash = hash_password("new", kCheapPassword)}).ok()); };
  ASSERT_EQ(change(R"({"disabled":false})").status, 200);
  EXPECT_FALSE(door.sessions().sign_in("desk", "right", "a").ok());
  EXPECT_TRUE(door.sessions().sign_in("desk", "new", "a").ok());
}

}  // namespace
}  // namespace shaoyin::http
