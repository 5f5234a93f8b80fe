// What every Store promises about who may sign in: accounts, their sessions and tokens.
#include <gtest/gtest.h>

#include "tests/contract/opened.h"

namespace shaoyin::contract {
namespace {

class AccountsContract : public testing::TestWithParam<Kind> {
 protected:
  std::unique_ptr<Opened> opened_ = GetParam().open();
};

INSTANTIATE_TEST_SUITE_P(Each, AccountsContract, testing::ValuesIn(kinds()),
                         [](const auto& one) { return one.param.name; });

TEST_P(AccountsContract, AccountsAndSessionsComeAndGo) {
  app::Accounts& accounts = opened_->accounts();
  EXPECT_FALSE(accounts.account(kDistrict, "demo")->has_value());
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p2", "demo2", "h2", false}).ok());
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p1", "demo", "h1", false}).ok());
  EXPECT_EQ((*accounts.account(kDistrict, "demo"))->password_hash, "h1");
  EXPECT_EQ(accounts.accounts(kDistrict)->size(), 2u);
  EXPECT_EQ(accounts.accounts(kDistrict)->front().login, "demo");
  EXPECT_TRUE(accounts.accounts(kOther)->empty());

  ASSERT_TRUE(accounts.put_session(kDistrict, {"t1", "p1", "c1", {1}, {1}, false, ""}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"t2", "p1", "c2", {2}, {2}, true, "script"}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"t3", "p2", "c3", {3}, {3}, false, ""}, {}).ok());
  ASSERT_TRUE(accounts.touch_session(kDistrict, "t2", {50}).ok());
  const auto session = **accounts.session(kDistrict, "t2");
  EXPECT_EQ(session.used.ms, 50);
  EXPECT_EQ(session.created.ms, 2);
  EXPECT_EQ(session.csrf, "c2");
  EXPECT_EQ(session.label, "script");
  EXPECT_TRUE(session.bearer);
  EXPECT_FALSE(accounts.session(kOther, "t2")->has_value());
  ASSERT_TRUE(accounts.end_session(kDistrict, "t1").ok());
  EXPECT_FALSE(accounts.session(kDistrict, "t1")->has_value());
  EXPECT_TRUE(accounts.session(kDistrict, "t2")->has_value());
  ASSERT_TRUE(accounts.touch_session(kDistrict, "gone", {1}).ok());
}

TEST_P(AccountsContract, ATakenLoginStaysWhoseItIs) {
  app::Accounts& accounts = opened_->accounts();
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p1", "demo", "h1", true}).ok());
  const Status again = accounts.add_account(kDistrict, {"p2", "demo", "h2", false});
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  EXPECT_EQ(again.error().field, "login");
  const app::Account kept = **accounts.account(kDistrict, "demo");
  EXPECT_EQ(kept.person + kept.password_hash, "p1h1");
  EXPECT_TRUE(kept.disabled);
  EXPECT_TRUE(accounts.add_account(kOther, {"p2", "demo", "h2", false}).ok()) << "another district's";
}

TEST_P(AccountsContract, AChangeOfAnAccountLeavesTheRestOfItAlone) {
  app::Accounts& accounts = opened_->accounts();
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p1", "demo", "h1", false}).ok());
  EXPECT_TRUE(accounts.change_account(kDistrict, "demo", {.disabled = true})->disabled);
  const Result<app::Account> changed = accounts.change_account(kDistrict, "demo", {.password_hash = "h2"});
  EXPECT_EQ(changed->person + changed->password_hash, "p1h2");
  EXPECT_TRUE(changed->disabled) << "a new password enables nobody";
  EXPECT_EQ(accounts.change_account(kDistrict, "demo", {.disabled = false})->password_hash, "h2");
  EXPECT_EQ((*accounts.account(kDistrict, "demo"))->password_hash, "h2");
  EXPECT_EQ(accounts.change_account(kDistrict, "nobody", {.disabled = true}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(accounts.change_account(kOther, "demo", {.disabled = true}).error().code, ErrorCode::kNotFound);
}

TEST_P(AccountsContract, ANewPasswordAndDisablingEndThePersonsSessions) {
  app::Accounts& accounts = opened_->accounts();
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p1", "demo", "h1", false}).ok());
  const auto ends = [&](const app::AccountChange& change) {
    for (const auto& [token, person] : {std::pair{"t1", "p1"}, std::pair{"t2", "p1"}, std::pair{"t3", "p2"}}) {
      EXPECT_TRUE(accounts.put_session(kDistrict, {token, person, "c", {1}, {1}, false, ""}, {}).ok());
    }
    EXPECT_TRUE(accounts.change_account(kDistrict, "demo", change).ok());
    EXPECT_TRUE(accounts.session(kDistrict, "t3")->has_value()) << "somebody else's";
    const bool first = accounts.session(kDistrict, "t1")->has_value();
    EXPECT_EQ(accounts.session(kDistrict, "t2")->has_value(), first);
    return !first;
  };
  EXPECT_TRUE(ends({.password_hash = "h2"}));
  EXPECT_TRUE(ends({.disabled = true}));
  EXPECT_FALSE(ends({.disabled = false}));
}

TEST_P(AccountsContract, ASessionIsStoredOnlyWhileWhatItRestsOnHolds) {
  app::Accounts& accounts = opened_->accounts();
  ASSERT_TRUE(accounts.add_account(kDistrict, {"p1", "demo", "h1", false}).ok());
  const auto stored = [&](const char* token, const app::SessionGrounds& grounds) {
    const Status status = accounts.put_session(kDistrict, {token, "p1", "c", {1}, {1}, false, ""}, grounds);
    EXPECT_TRUE(status.ok() || status.error().code == ErrorCode::kUnauthenticated);
    EXPECT_EQ(accounts.session(kDistrict, token)->has_value(), status.ok());
    return status.ok();
  };
  EXPECT_TRUE(stored("t1", {"demo", "h1", ""}));
  EXPECT_TRUE(stored("t2", {"", "", "t1"})) << "a token made under it";
  EXPECT_FALSE(stored("t3", {"demo", "h0", ""})) << "an old password";
  EXPECT_FALSE(stored("t4", {"nobody", "h1", ""}));
  EXPECT_FALSE(stored("t5", {"", "", "gone"}));
  ASSERT_TRUE(accounts.change_account(kDistrict, "demo", {.disabled = true}).ok());
  EXPECT_FALSE(stored("t6", {"demo", "h1", ""})) << "disabled";
}

TEST_P(AccountsContract, SessionsThatAreOverAreForgotten) {
  app::Accounts& accounts = opened_->accounts();
  ASSERT_TRUE(accounts.put_session(kDistrict, {"old", "p1", "c", {10}, {90}, false, ""}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"idle", "p1", "c", {60}, {61}, false, ""}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"used", "p1", "c", {60}, {90}, false, ""}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"script", "p1", "", {10}, {10}, true, "s"}, {}).ok());
  ASSERT_TRUE(accounts.put_session(kDistrict, {"ancient", "p1", "", {5}, {90}, true, "s"}, {}).ok());
  const app::SessionsOver over{.cookie_created = {50}, .cookie_used = {61}, .bearer_created = {5}};
  EXPECT_EQ(*accounts.forget_sessions(kDistrict, over, 2), 2);
  EXPECT_EQ(*accounts.forget_sessions(kDistrict, over, 10), 1);
  const auto there = [&](const char* token) { return accounts.session(kDistrict, token)->has_value(); };
  EXPECT_TRUE(there("used"));
  EXPECT_TRUE(there("script"));
  EXPECT_FALSE(there("old"));
  EXPECT_FALSE(there("idle"));
  EXPECT_FALSE(there("ancient"));
}

}  // namespace
}  // namespace shaoyin::contract
