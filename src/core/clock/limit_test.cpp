#include "core/clock/clock_test.h"

namespace shaoyin::clock {

TEST(Limit, IsReadAsPacksWriteIt) {
  EXPECT_EQ(*parse_limit("15 minutes"), (Limit{15, Unit::kMinutes}));
  EXPECT_EQ(*parse_limit("1 hour"), (Limit{1, Unit::kHours}));
  EXPECT_EQ(*parse_limit("1 working hour"), (Limit{1, Unit::kWorkingHours}));
  EXPECT_EQ(*parse_limit("3 working days"), (Limit{3, Unit::kWorkingDays}));
  EXPECT_EQ(*parse_limit("30 days roll"), (Limit{30, Unit::kDays, true}));
  EXPECT_EQ(*parse_limit("1 month"), (Limit{1, Unit::kMonths}));
  EXPECT_EQ(*parse_limit("1 month roll"), (Limit{1, Unit::kMonths, true}));
}

TEST(Limit, IsRefusedWhenItCouldMeanSomethingElse) {
  for (const char* bad : {"", " ", "hour", "1", "0 hours", "-1 hours", "+1 hours", "01 hours", "1.5 hours", "1  hour",
                          "1 hour ", " 1 hour", "1 Hour", "1hour", "1 week", "3 business days", "3 working days roll",
                          "1 hour roll", "30 days  roll", "30 days rol", "10001 days", "1201 months", "1 working",
                          "99999999999999999999 days", "roll", " roll", "3 个工作日"}) {
    const Result<Limit> limit = parse_limit(bad);
    ASSERT_FALSE(limit.ok()) << bad;
    EXPECT_EQ(limit.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(limit.error().field, "limit");
    EXPECT_FALSE(limit.error().said.zh.empty() || limit.error().said.en.empty());
  }
}

TEST(Limit, IsSaidInBothLanguages) {
  EXPECT_EQ(say_limit({3, Unit::kWorkingDays}), (Words{"3 个工作日", "3 working days"}));
  EXPECT_EQ(say_limit({1, Unit::kWorkingHours}), (Words{"1 个工作小时", "1 working hour"}));
  EXPECT_EQ(say_limit({15, Unit::kMinutes}).zh, "15 分钟");
  EXPECT_EQ(say_limit({30, Unit::kDays, true}).en, "30 days (a last day that is free moves to the next working day)");
}

TEST(Limit, IsReadAgainAsItIsSaidInEnglish) {
  for (const Unit unit : {Unit::kMinutes, Unit::kHours, Unit::kWorkingHours, Unit::kWorkingDays, Unit::kDays,
                          Unit::kMonths}) {
    for (const std::int64_t amount : {std::int64_t{1}, std::int64_t{2}, kMonthsMax}) {
      const Limit limit{amount, unit};
      const Result<Limit> again = parse_limit(say_limit(limit).en);
      ASSERT_TRUE(again.ok()) << say_limit(limit).en;
      EXPECT_EQ(*again, limit);
    }
  }
  EXPECT_TRUE(parse_limit("10000 days").ok());
}

TEST(Pack, LetsALaterRowOverrideAnEarlierOneInItsPlace) {
  const DeadlinePack pack("gulou", "1", {{"SIGN", "", {1, Unit::kHours}, {"", "base"}, false},
                                         {"SIGN", "urgent", {15, Unit::kMinutes}, {"", "base"}, true},
                                         {"PLAN", "work", {2, Unit::kWorkingDays}, {"", "base"}, true},
                                         {"SIGN", "", {2, Unit::kHours}, {"", "own"}, false}});
  ASSERT_EQ(pack.rows().size(), 3u);
  EXPECT_EQ(pack.rows()[0].source.en, "own");
  EXPECT_EQ(pack.find("SIGN", "hard")->limit, (Limit{2, Unit::kHours}));
  EXPECT_EQ(pack.find("SIGN", "urgent")->limit, (Limit{15, Unit::kMinutes}));
}

TEST(Pack, HasNoLimitForACodeOrVariantNobodyWrote) {
  const DeadlinePack pack("p", "1", {{"PLAN", "work", {2, Unit::kWorkingDays}, {"", "s"}, true}});
  EXPECT_EQ(pack.find("PLAN", "hard"), nullptr);
  EXPECT_EQ(pack.find("SOLVE", ""), nullptr);
  EXPECT_TRUE(pack.has("PLAN"));
  EXPECT_FALSE(pack.has("plan"));
}

}  // namespace shaoyin::clock
