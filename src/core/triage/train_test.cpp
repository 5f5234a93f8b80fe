#include "core/triage/train.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <thread>

#include "core/triage/evaluate.h"
#include "core/triage/synthetic_test.h"

namespace shaoyin::triage {
namespace {

const Model& model() {
  static const Model learned = *train(synthetic_examples(400, 1), 7);
  return learned;
}

void on_threads(std::size_t count, const std::function<void(std::size_t)>& task) {
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&task, i] { task(i); });
}

void backwards(std::size_t count, const std::function<void(std::size_t)>& task) {
  while (count > 0) task(--count);
}

std::string label_of(const std::string& text) {
  Suggester suggester(model());
  return model().labels[suggester.suggest(text).first];
}

TEST(Triage, LearnsWhatAMessageIsAbout) {
  EXPECT_EQ(label_of("小区门口再生水管爆裂，整栋停水，请派人维修"), "城建");
  EXPECT_EQ(label_of("楼下餐馆油烟直排，气味刺鼻"), "环保");
  EXPECT_EQ(label_of("幼儿园名额不足，孩子没有着落"), "教育");
  EXPECT_EQ(label_of("公交车太少，上下班拥堵"), "交通");
}

TEST(Triage, OffersASecondLabelAndProbabilitiesThatSumToOne) {
  Suggester suggester(model());
  const Suggestion s = suggester.suggest("货车占道停放，路面塌陷积水");
  EXPECT_NE(s.first, s.second);
  EXPECT_GE(s.p, s.p2);
  const auto& all = suggester.probabilities();
  EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), 1.0, 1e-9);
}

TEST(Triage, CannotSayWhereItKnowsNothing) {
  Suggester suggester(model());
  for (const char* strange : {"", "!!!", "xyz", "\xFF\xFE"}) EXPECT_EQ(suggester.suggest(strange).sureness(), Sureness::kCannotSay) << strange;
}

TEST(Triage, SaysWithTheMessagesOwnWordsWhy) {
  const std::string message = "尊敬的领导，我住在乙家园，楼下餐馆油烟直排。";
  Suggester suggester(model());
  const Suggestion s = suggester.suggest(message);
  const auto spans = suggester.explain(message, s);
  ASSERT_FALSE(spans.empty());
  const std::string strongest = message.substr(spans[0].from, spans[0].to - spans[0].from);
  EXPECT_NE(strongest.find("油烟"), std::string::npos) << strongest;
  EXPECT_LE(spans.size(), Suggester::kSpansMax);
  for (const Span& span : spans) EXPECT_GT(span.weight, 0);
}

// As one colleague would say it to another: a reason once, and none out of two clauses.
TEST(Triage, SaysAReasonOnceAndNotAcrossAComma) {
  const std::string message = "餐馆油烟直排，气味刺鼻。餐馆油烟直排，气味刺鼻。餐馆油烟直排，气味刺鼻。";
  Suggester suggester(model());
  std::set<std::string> said;
  for (const Span& span : suggester.explain(message, suggester.suggest(message))) {
    const std::string words = message.substr(span.from, span.to - span.from);
    EXPECT_EQ(words.find("，"), std::string::npos) << words;
    EXPECT_TRUE(said.insert(words).second) << words;
  }
  EXPECT_FALSE(said.empty());
}

TEST(Triage, TheSameMessagesAndSeedGiveTheSameBytesOnAnyNumberOfThreads) {
  const auto examples = synthetic_examples(200, 3);
  const std::string bytes = model_bytes(*train(examples, 5));
  EXPECT_EQ(model_bytes(*train(examples, 5, on_threads)), bytes);
  EXPECT_EQ(model_bytes(*train(examples, 5, backwards)), bytes);
  EXPECT_NE(model_bytes(*train(examples, 6)), bytes);
}

// Nine labels do not fit one group of lanes or one group of bytes.
TEST(Triage, LearnsMoreLabelsThanOneGroupHolds) {
  std::vector<Example> examples;
  const std::vector<std::string> words = {"水管", "油烟", "学校", "公交", "社保", "医院", "停车", "物业", "燃气", "路灯", "电梯"};
  for (int i = 0; i < 330; ++i) {
    const std::string& word = words[static_cast<std::size_t>(i) % words.size()];
    examples.push_back({std::to_string(i), word, word + "第" + std::string(static_cast<std::size_t>(i % 7) + 1, 'a') + "次反映" + word + "问题"});
  }
  const auto learned = train(examples, 1);
  ASSERT_TRUE(learned);
  Suggester suggester(*learned);
  for (const std::string& word : words) EXPECT_EQ(learned->labels[suggester.suggest(word + "坏了请处理" + word).first], word);
  const auto again = read_model(model_bytes(*learned));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->slots, learned->slots);
}

TEST(Triage, RefusesWhatNothingCanBeLearnedFrom) {
  const auto code = [](std::vector<Example> examples) { return train(examples, 1).error().code; };
  EXPECT_EQ(code({}), ErrorCode::kTooShort);
  EXPECT_EQ(code({{"1", "a", "x"}, {"2", "a", "y"}}), ErrorCode::kTooShort);
  EXPECT_EQ(code({{"1", "", "x"}, {"2", "b", "y"}}), ErrorCode::kMissingField);
  EXPECT_EQ(code({{"1", "a", ""}, {"2", "b", "y"}}), ErrorCode::kMissingField);
  std::vector<Example> many;
  for (std::size_t i = 0; i <= kLabelsMax; ++i) many.push_back({std::to_string(i), "l" + std::to_string(i), "x"});
  EXPECT_EQ(code(many), ErrorCode::kTooLong);
}

TEST(Triage, LearnsFromTwoMessages) { EXPECT_TRUE(train({{"1", "a", "水管"}, {"2", "b", "油烟"}}, 1)); }

TEST(Triage, TakesTheFullestTextOfAnId) {
  const auto kept = one_per_id({{"1", "a", "水管 爆裂"}, {"2", "b", "油烟"}, {"1", "a", "小区水管爆裂了"}, {"", "a", "x"}, {"", "a", "y"}});
  ASSERT_EQ(kept.size(), 4u);
  EXPECT_EQ(kept[0].text, "小区水管爆裂了");
}

TEST(TriageModel, ComesBackAsItWentOut) {
  const std::string bytes = model_bytes(model());
  const auto again = read_model(bytes);
  ASSERT_TRUE(again);
  EXPECT_EQ(model_bytes(*again), bytes);
  EXPECT_LT(bytes.size(), 2u << 20);
}

TEST(TriageModel, RefusesEveryOtherBytes) {
  const std::string bytes = model_bytes(model());
  EXPECT_EQ(read_model("").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(read_model("not a model at all").error().code, ErrorCode::kMalformed);
  for (std::size_t length = 12; length < bytes.size(); length += bytes.size() / 40) EXPECT_FALSE(read_model(bytes.substr(0, length))) << length;
  EXPECT_FALSE(read_model(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 200 + 1) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(read_model(changed)) << at;
  }
  EXPECT_EQ(read_model(std::string(kModelBytesMax + 1, 'x')).error().code, ErrorCode::kTooLarge);
}

TEST(TriageEvaluation, KeepsNearlyIdenticalTextsOnOneSide) {
  auto examples = synthetic_examples(60, 4);
  const std::string letter = "丙花苑一楼商铺的油烟管道没有接到楼顶，整个夏天不敢开窗，请环保部门检测。";
  for (int i = 0; i < 5; ++i) examples.push_back({"copy" + std::to_string(i), "环保", letter + std::string(static_cast<std::size_t>(i), '!') + (i == 3 ? "谢谢" : "")});
  const auto fold = folds_of(examples, 5, 1);
  EXPECT_EQ(std::set<std::uint32_t>(fold.end() - 5, fold.end()).size(), 1u);
  EXPECT_EQ(std::set<std::uint32_t>(fold.begin(), fold.end()).size(), 5u);
}

TEST(TriageEvaluation, CountsWhatAPersonWouldCount) {
  const std::vector<std::string> labels = {"a", "b"};
  const auto said = [](std::uint32_t truth, std::uint32_t first, double p) { return Judged{truth, {first, 1 - first, p, 1 - p}}; };
  const Quality q = quality(labels, {said(0, 0, 0.9), said(0, 1, 0.6), said(1, 1, 0.8), said(1, 1, 0.7)});
  EXPECT_DOUBLE_EQ(q.accuracy, 0.75);
  EXPECT_DOUBLE_EQ(q.top2, 1.0);
  EXPECT_NEAR(q.macro_f1, (2.0 / 3 + 0.8) / 2, 1e-12);
  EXPECT_DOUBLE_EQ(q.accuracy_at_90, 1.0);  // three of four; the unsure one is left out
  EXPECT_NEAR(q.calibration_error, (0.1 + 0.6 + 0.2 + 0.3) / 4, 1e-12);
}

TEST(TriageEvaluation, JudgesEveryMessageByAModelThatHasNotSeenIt) {
  const auto examples = synthetic_examples(240, 2);
  const auto judged = cross_validate(examples, 4, 9);
  ASSERT_TRUE(judged);
  const Quality q = quality(labels_of(examples), *judged);
  EXPECT_GT(q.macro_f1, 0.9);
  EXPECT_FALSE(cross_validate(examples, 1, 9));
}

// With labels that have nothing to do with the texts, an honest test finds nothing, and the model says that it is unsure.
TEST(TriageEvaluation, FindsNothingWhereThereIsNothing) {
  auto examples = synthetic_examples(300, 5);
  Chance chance(11);
  for (Example& example : examples) example.label = chance.next() % 2 == 0 ? "a" : "b";
  const auto judged = cross_validate(examples, 5, 1);
  ASSERT_TRUE(judged);
  const Quality q = quality(labels_of(examples), *judged);
  EXPECT_LT(q.accuracy, 0.65);
  EXPECT_LT(q.calibration_error, 0.25);
}

}  // namespace
}  // namespace shaoyin::triage
