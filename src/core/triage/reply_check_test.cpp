#include "core/triage/reply_check.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace shaoyin::triage {
namespace {

constexpr std::string_view kMessage = "云锦苑一楼烧烤店油烟扰民 云锦苑三栋一楼烧烤店没有排烟管道，油烟进屋，请处理。";
constexpr std::string_view kGood =
    "居民您好！您反映云锦苑烧烤店油烟的问题收到。经现场核实，该店未安装排烟管道，情况属实。根据《大气污染防治法》的规定，已责令该店于6月30日前"
    "安装净化设施，逾期将予处罚。如有疑问请致电街道综合执法队，电话见公示栏。";

std::vector<Lack> lacks(std::string_view reply, std::vector<std::string_view> others = {}, std::optional<std::int64_t> late = std::nullopt) {
  return check_reply({kMessage, reply, std::move(others), late}).lacks;
}
bool lacks_one(std::string_view reply, Lack lack) {
  const auto all = lacks(reply);
  return std::find(all.begin(), all.end(), lack) != all.end();
}

TEST(ReplyCheck, FindsNothingInACompleteReply) { EXPECT_TRUE(lacks(kGood).empty()); }

TEST(ReplyCheck, NamesWhatIsMissingAndNothingElse) {
  EXPECT_EQ(lacks("经现场核实，云锦苑烧烤店油烟情况属实。根据规定，已责令该店于6月30日前整改。您反映的问题可致电咨询。"), std::vector<Lack>{Lack::kAddressee});
  EXPECT_TRUE(lacks_one("您好，云锦苑烧烤店油烟问题已处理。", Lack::kBasis));
  EXPECT_TRUE(lacks_one("您好，云锦苑烧烤店油烟问题已处理。", Lack::kContact));
}

TEST(ReplyCheck, SeesThatAReplyIsAboutSomethingElse) {
  std::string other(kGood);
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"云锦苑烧烤店油烟", "青禾里公交线路"}, {"排烟管道", "候车亭"}}) {
    for (auto at = other.find(from); at != std::string::npos; at = other.find(from)) other.replace(at, from.size(), to);
  }
  EXPECT_TRUE(lacks_one(other, Lack::kRelevance));
}

TEST(ReplyCheck, SeesAReplyThatOnlyPassesOn) {
  EXPECT_TRUE(lacks_one("网友您好，您的留言已收悉，已转相关单位，请耐心等待。", Lack::kEvasion));
  EXPECT_FALSE(lacks_one(kGood, Lack::kEvasion));
  EXPECT_FALSE(lacks_one("网友您好，已转执法队，经现场核实情况属实，已责令整改。", Lack::kEvasion));  // passed on, and done
}

TEST(ReplyCheck, SeesTheSameLetterSentTwice) {
  const std::string other = std::string(kGood) + "谢谢！";
  const ReplyCheck check = check_reply({kMessage, kGood, {"网友您好，路灯已修好。", other}, std::nullopt});
  EXPECT_EQ(check.lacks, std::vector<Lack>{Lack::kTemplate});
  EXPECT_EQ(check.like_other, 1u);
}

TEST(ReplyCheck, SeesThatItIsLate) {
  EXPECT_EQ(lacks(kGood, {}, 2), std::vector<Lack>{Lack::kTimeliness});
  EXPECT_TRUE(lacks(kGood, {}, 0).empty());
}

TEST(ReplyCheck, OfNothingLacksEverythingThatAReplyHas) {
  const auto all = lacks("");
  EXPECT_EQ(all.size(), 8u);
  for (const Lack lack : all) {
    EXPECT_FALSE(words_of(lack).zh.empty());
    EXPECT_FALSE(words_of(lack).en.empty());
  }
}

}  // namespace
}  // namespace shaoyin::triage
