// Cue words, all of them to be seen in the reply: whoever disagrees with a line can point at the word that is there. The
// lists were written from how offices write, then looked at on real replies; they are wide, because a false "missing"
// teaches authors to overlook the list.
#include "core/triage/reply_check.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/triage/groups.h"

namespace shaoyin::triage {
namespace {

using Cues = std::vector<std::string_view>;

const Cues kAddresseeCues = {"网友", "您好", "你好", "同志", "先生", "女士", "市民", "居民", "尊敬的", "业主", "家长"};
const Cues kIssueCues = {"反映", "咨询", "提出", "来信", "留言", "诉求", "投诉", "建议", "所提", "关于", "询问", "发帖"};
const Cues kFactsCues = {"经查", "经核实", "核实", "经了解", "经调查", "调查", "现场", "查看", "属实", "情况如下", "目前", "原因", "据了解", "现状", "了解到", "存在", "由于", "查明"};
const Cues kMeasureCues = {"已要求", "责令", "整改", "安排", "督促", "处理", "将于", "计划", "办理", "落实", "修复", "维修", "拆除", "完成", "协调", "约谈", "处罚",
                           "加强", "组织", "启动", "实施", "可以", "需要", "应当", "申请", "提交", "联系", "改造", "解决", "下一步", "推进", "不予", "无法"};
const Cues kBasisCues = {"根据", "依据", "按照", "规定", "办法", "条例", "《", "文件", "政策", "因为", "由于", "原因", "标准", "法律", "法规", "规划"};
const Cues kDateCues = {"年", "月", "日前", "近期", "目前", "今天", "已于", "工作日", "小时内", "之前"};
const Cues kContactCues = {"电话", "联系", "咨询", "致电", "热线", "地址", "窗口", "来访", "拨打"};
const Cues kPassedOnCues = {"已转", "转交", "转办", "转相关", "请咨询", "建议您直接", "直接向", "请向", "请与", "已收悉", "请耐心等待", "已知悉", "将及时", "已阅"};
const Cues kResultCues = {"经查", "核实", "调查", "责令", "整改", "拆除", "修复", "完成", "处罚", "《", "约谈", "现场", "属实", "原因", "规定", "情况如下", "改造", "已安排", "将于", "标准", "回复如下", "答复如下"};
constexpr std::size_t kEvasiveLettersMax = 120;  // a long letter that also passes something on has said more

bool has_any(std::string_view text, const Cues& cues) {
  return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) { return text.find(cue) != std::string_view::npos; });
}

std::set<std::uint64_t> pairs_of(std::string_view text) {
  const auto letters = read_letters(text, Numbers::kShortKept);
  std::set<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) pairs.insert(static_cast<std::uint64_t>(letters[i].letter) << 32 | letters[i + 1].letter);
  return pairs;
}

// The share of the beginning's pairs that the reply has too: place and problem are named early.
double relevance(const Draft& draft) {
  const auto asked = pairs_of(draft.message.substr(0, std::min<std::size_t>(draft.message.size(), 3 * kTitleLetters)));
  const auto answered = pairs_of(draft.reply);
  const auto shared = std::count_if(asked.begin(), asked.end(), [&](std::uint64_t pair) { return answered.contains(pair); });
  return asked.empty() ? 1.0 : static_cast<double>(shared) / static_cast<double>(asked.size());
}

bool evades(std::string_view reply) { return has_any(reply, kPassedOnCues) && !has_any(reply, kResultCues) && read_letters(reply).size() <= kEvasiveLettersMax; }

std::optional<std::size_t> template_of(const Draft& draft) {
  const Shingles own = shingles_of(read_letters(draft.reply));
  for (std::size_t i = 0; i < draft.other_replies.size(); ++i) {
    if (jaccard(own, shingles_of(read_letters(draft.other_replies[i]))) >= kTemplateFrom) return i;
  }
  return std::nullopt;
}

}  // namespace

ReplyCheck check_reply(const Draft& draft) {
  ReplyCheck check;
  const auto note = [&](Lack lack, bool lacking) {
    if (lacking) check.lacks.push_back(lack);
  };
  note(Lack::kRelevance, relevance(draft) < kRelevanceLeast);
  note(Lack::kAddressee, !has_any(draft.reply, kAddresseeCues));
  note(Lack::kIssue, !has_any(draft.reply, kIssueCues));
  note(Lack::kFacts, !has_any(draft.reply, kFactsCues));
  note(Lack::kMeasure, !has_any(draft.reply, kMeasureCues));
  note(Lack::kBasis, !has_any(draft.reply, kBasisCues));
  note(Lack::kDate, !has_any(draft.reply, kDateCues));
  note(Lack::kContact, !has_any(draft.reply, kContactCues));
  check.like_other = template_of(draft);
  note(Lack::kTemplate, check.like_other.has_value());
  note(Lack::kEvasion, evades(draft.reply));
  note(Lack::kTimeliness, draft.days_past_promise.value_or(0) > 0);
  return check;
}

const Words& words_of(Lack lack) {
  static const std::array<Words, 11> words = {{
      {"没有提到来信所说的地点或问题，请用来信的说法写明在答复什么", "Names neither the place nor the problem; say in the resident's words what is answered"},
      {"没有称呼，请写明是答复谁", "No form of address; say whom it answers"},
      {"没有复述诉求，请用一句话写明反映的是什么", "The matter is not restated; say in one sentence what was asked"},
      {"没有查到的情况，请写明核实的结果", "No facts; say what was found"},
      {"没有措施，请写明已做什么、将做什么", "No measure; say what was done and what will be"},
      {"没有依据，请写明规定的名称或理由", "No basis; name the rule or the reason"},
      {"没有时间，请写明何时完成或何时再答复", "No date; say when it is done or when you will write again"},
      {"没有联系方式，请写明可以问谁", "No contact; say whom to ask"},
      {"与本单位另一件答复几乎相同，请确认写的是这一件", "Nearly the words of another reply of the office; make sure it is about this matter"},
      {"只转交或请对方另问，没有结果；请写明结果，或何时有结果", "Passes on or refers elsewhere without a result; give the result, or say when there will be one"},
      {"已过承诺的日期，请说明原因", "After the promised day; say why"},
  }};
  return words[static_cast<std::size_t>(lack)];
}

}  // namespace shaoyin::triage
