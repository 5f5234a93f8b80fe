#include "edge/http/sessions.h"

#include <gtest/gtest.h>

#include <map>

namespace shaoyin::http {
namespace {

constexpr DistrictId kDistrict{120103};

// Accounts in maps. The whole MemoryStore is tried with sessions in tests/http; edges do not include each other.
class MapAccounts final : public app::Accounts {
 public:
  std::map<std::string, app::Account> names;
  std::map<std::string, app::Session> sessions;
  int touches = 0;
  Result<std::optional<app::Account>> account(DistrictId, const std::string& login) override {
    const auto found = names.find(login);
    return found == names.end() ? std::optional<app::Account>() : std::optional(found->second);
  }
  Result<std::vector<app::Account>> accounts(DistrictId) override { return std::vector<app::Account>(); }
  Status add_account(DistrictId, const app::Account& account) override { names.emplace(account.login, account); return {}; }
  Result<app::Account> change_account(DistrictId, const std::string& login, const app::AccountChange&) override { return names[login]; }
  Status put_session(DistrictId, const app::Session& session, const app::SessionGrounds&) override { sessions[session.token_hash] = session; return {}; }
  Result<std::optional<app::Session>> session(DistrictId, const std::string& hash) override {
    const auto found = sessions.find(hash);
    return found == sessions.end() ? std::optional<app::Session>() : std::optional(found->second);
  }
  Status touch_session(DistrictId, const std::string& hash, Instant used) override { sessions[hash].used = used; ++touches; return {}; }
  Status end_session(DistrictId, const std::string& hash) override { sessions.erase(hash); return {}; }
  Result<int> forget_sessions(DistrictId, const app::SessionsOver& over, int) override {
    return static_cast<int>(std::erase_if(sessions, [&](const auto& held) { return held.second.created <= over.cookie_created; }));
  }
};

class HandClock final : public app::WallClock {
 public:
  Instant at{1'676'336'400'000};
  [[nodiscard]] Instant now() const override { return at; }
};

class CountingChance final : public app::Chance {
 public:
  std::string secret(int bytes) override {
    std::string text(static_cast<std::size_t>(2 * bytes), '0');
    const std::string digits = std::to_string(++count_);
    text.replace(text.size() - digits.size(), digits.size(), digits);
    return text;
  }

 private:
  int count_ = 0;
};

struct Desk : ::testing::Test {
  MapAccounts accounts;
  HandClock clock;
  CountingChance chance;
  Sessions sessions{accounts, clock, chance, kDistrict, kCheapPassword};
  Desk() { accounts.names["clerk"] = {"p-demo", "clerk", hash_password("right", kCheapPassword), false}; }
  ErrorCode tried(const std::string& login, const std::string& password, const std::string& address = "a") {
    const Result<SignedIn> result = sessions.sign_in(login, password, address);
    return result ? ErrorCode::kConflict : result.error().code;
  }
};

TEST_F(Desk, ARightPasswordOpensASessionWhoseTokenIsStoredOnlyHashed) {
  const Result<SignedIn> in = sessions.sign_in("clerk", "right", "a");
  ASSERT_TRUE(in.ok());
  EXPECT_EQ(sessions.who(in->token, false)->person, "p-demo");
  EXPECT_FALSE(accounts.sessions.contains(in->token));
  EXPECT_FALSE(sessions.who(in->token, true).ok()) << "a cookie is no bearer token";
}

TEST_F(Desk, AnUnknownNameAndAWrongPasswordGetTheSameAnswer) {
  EXPECT_EQ(tried("clerk", "wrong"), ErrorCode::kBadCredentials);
  EXPECT_EQ(tried("nobody", "wrong"), ErrorCode::kBadCredentials);
  accounts.names["clerk"].disabled = true;
  EXPECT_EQ(tried("clerk", "right"), ErrorCode::kBadCredentials);
}

TEST_F(Desk, ASessionEndsAfterHalfAnHourUnusedAndAfterTwelveHoursAnyhow) {
  const Result<SignedIn> idle = sessions.sign_in("clerk", "right", "a");
  clock.at = clock.at + minutes(30);
  EXPECT_FALSE(sessions.who(idle->token, false).ok());
  const Result<SignedIn> busy = sessions.sign_in("clerk", "right", "a");
  for (int i = 0; i < 35; ++i) {
    clock.at = clock.at + minutes(20);
    ASSERT_TRUE(sessions.who(busy->token, false).ok()) << i;
  }
  clock.at = clock.at + minutes(20);
  EXPECT_FALSE(sessions.who(busy->token, false).ok());
}

TEST_F(Desk, UseIsWrittenDownOnceAMinute) {
  const Result<SignedIn> in = sessions.sign_in("clerk", "right", "a");
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(sessions.who(in->token, false).ok());
  EXPECT_EQ(accounts.touches, 0);
  clock.at = clock.at + minutes(1);
  ASSERT_TRUE(sessions.who(in->token, false).ok());
  EXPECT_EQ(accounts.touches, 1);
}

TEST_F(Desk, GuessingWaitsLongerAndLongerAndStopsAtTen) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(tried("clerk", "wrong"), ErrorCode::kBadCredentials) << i;
  EXPECT_EQ(tried("clerk", "right"), ErrorCode::kTooManyAttempts) << "even the right one waits a second";
  for (int i = 5; i < 10; ++i) {
    clock.at = clock.at + Millis{16'000};
    EXPECT_EQ(tried("clerk", "wrong"), ErrorCode::kBadCredentials) << i;
  }
  clock.at = clock.at + minutes(10);
  EXPECT_EQ(tried("clerk", "right"), ErrorCode::kTooManyAttempts);
  clock.at = clock.at + minutes(5);
  EXPECT_EQ(tried("clerk", "right"), ErrorCode::kConflict) << "the window has passed";
}

TEST_F(Desk, NamesThatDoNotExistAreClosedInTheSameWay) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(tried("nobody", "x"), ErrorCode::kBadCredentials);
  EXPECT_EQ(tried("nobody", "x"), ErrorCode::kTooManyAttempts);
}

TEST_F(Desk, OneAddressCannotTryManyNames) {
  for (int i = 0; i < kFailuresPerAddress; ++i) EXPECT_EQ(tried("name" + std::to_string(i), "x", "b"), ErrorCode::kBadCredentials);
  EXPECT_EQ(tried("clerk", "right", "b"), ErrorCode::kTooManyAttempts);
  EXPECT_EQ(tried("clerk", "right", "c"), ErrorCode::kConflict);
}

TEST_F(Desk, ATokenForAScriptLastsAQuarter) {
  const Result<std::string> token = sessions.make_token("p-demo", "nightly export");
  clock.at = clock.at + days(89);
  EXPECT_TRUE(sessions.who(*token, true).ok());
  clock.at = clock.at + days(1);
  EXPECT_FALSE(sessions.who(*token, true).ok());
}

TEST(SameSite, OnlyOurOwnPageMayChangeThings) {
  Request request;
  request.headers.add("Host", "shaoyin.example:8311");
  EXPECT_TRUE(same_site(request).ok()) << "tools send neither header";
  request.headers.set("Origin", "http://shaoyin.example:8311");
  EXPECT_TRUE(same_site(request).ok());
  request.headers.set("Origin", "http://evil.example");
  EXPECT_FALSE(same_site(request).ok());
  request.headers.set("Origin", "null");
  EXPECT_FALSE(same_site(request).ok());
  request.headers.set("Origin", "http://shaoyin.example:8311");
  request.headers.set("Sec-Fetch-Site", "cross-site");
  EXPECT_FALSE(same_site(request).ok());
}

TEST(Password, HashesAreSaltedAndChecked) {
  const std::string hash = hash_password("p", kCheapPassword);
  EXPECT_NE(hash, hash_password("p", kCheapPassword));
  EXPECT_TRUE(password_fits(hash, "p"));
  EXPECT_FALSE(password_fits(hash, "q"));
  EXPECT_FALSE(password_fits("", "p"));
  EXPECT_FALSE(password_fits(std::string(500, 'x'), "p"));
}

}  // namespace
}  // namespace shaoyin::http
