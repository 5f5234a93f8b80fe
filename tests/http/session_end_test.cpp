// When a session ends, everything that rested on it ends: its live stream, and a sign-in that was still on its way.
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

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
  SignInRace() { EXPECT_TRUE(store.put_account({120103}, account).ok()); }
};

TEST_F(SignInRace, AnAccountDisabledMeanwhileGetsNoSession) {
  clock.meanwhile = [&] {
    account.disabled = true;
    ASSERT_TRUE(store.put_account({120103}, account).ok() && store.end_sessions_of({120103}, account.person).ok());
  };
  const Result<SignedIn> in = sessions.sign_in("clerk", "right", "a");
  ASSERT_FALSE(in.ok());
  EXPECT_EQ(in.error().code, ErrorCode::kBadCredentials);
}

TEST_F(SignInRace, NorDoesAnOldPassword) {
  clock.meanwhile = [&] {
    account.password_hash = hash_password("new", kCheapPassword);
    ASSERT_TRUE(store.put_account({120103}, account).ok() && store.end_sessions_of({120103}, account.person).ok());
  };
  EXPECT_FALSE(sessions.sign_in("clerk", "right", "a").ok());
}

TEST_F(SignInRace, WhatConcernsSomebodyElseStopsNobody) {
  clock.meanwhile = [&] { ASSERT_TRUE(store.put_account({120103}, {"p-other", "other", "", true}).ok()); };
  EXPECT_TRUE(sessions.sign_in("clerk", "right", "a").ok());
}

}  // namespace
}  // namespace shaoyin::http
