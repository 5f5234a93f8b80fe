// The triage engine on real messages of a province's message board. They are private test material: never part of the
// repository, and neither is anything learned from them. Each test says by name what is not here and is skipped then.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "core/triage/emergency.h"
#include "core/triage/evaluate.h"
#include "core/triage/reply_check.h"
#include "core/triage/topics.h"
#include "main/cli/triage_table.h"
#include "main/cli/triage_work.h"

namespace shaoyin::triage {
namespace {

namespace fs = std::filesystem;

std::string real_file(const std::string& name) {
  const char* named = std::getenv("SHAOYIN_SHARED_DATA");
  const fs::path folder = named != nullptr ? fs::path(named) : fs::path(SHAOYIN_SOURCE_DIR) / "../shared/data";
  return fs::exists(folder / name) ? (folder / name).string() : "";
}

#define REAL_FILE_OR_SKIP(variable, name)        \
  const std::string variable = real_file(name);  \
  if (variable.empty()) GTEST_SKIP() << "real data not here: " << (name) << " (set SHAOYIN_SHARED_DATA)"

std::vector<Example> examples_of(const std::vector<std::string>& files) {
  std::vector<Example> examples;
  for (const std::string& file : files) {
    const auto cells = cli::read_columns(file, {{"id", "label", "text"}, {}});
    for (const auto& row : *cells) examples.push_back({row[0], row[1], row[2]});
  }
  return one_per_id(std::move(examples));
}

struct Board {
  std::vector<std::string> ids;
  std::vector<Message> messages;
  std::map<std::string, std::size_t> place;
};

Board board_of(const std::string& file) {
  Board board;
  const auto cells = cli::read_columns(file, {{"留言编号", "留言主题", "留言详情"}, {}});
  for (const auto& row : *cells) {
    board.place[row[0]] = board.ids.size();
    board.ids.push_back(row[0]);
    board.messages.push_back({row[1], row[2], std::nullopt});
  }
  return board;
}

EmergencyWords emergency_list() {
  const auto cells = cli::read_columns(SHAOYIN_SOURCE_DIR "/registers/triage/emergency.csv", {{"code", "phrases", "name_zh", "name_en"}, {}});
  std::vector<EmergencyRow> rows;
  for (const auto& row : *cells) rows.push_back({row[0], row[1]});
  return *EmergencyWords::of(rows);
}

// Copies that somebody keyed in again, some with another name of the school.
std::vector<std::string> rekeyed() {
  std::vector<std::string> ids;
  for (int id = 360'100; id <= 360'112; ++id) ids.push_back(std::to_string(id));
  return ids;
}

TEST(RealMessages, AreSortedAsWellAsPromisedAndTheModelKnowsHowSureItIs) {
  REAL_FILE_OR_SKIP(raw, "triage/train_raw.csv");
  REAL_FILE_OR_SKIP(stripped, "triage/train_stripped.csv");
  const auto examples = examples_of({raw, stripped});
  ASSERT_EQ(examples.size(), 6'366u);
  const auto judged = cross_validate(examples, 5, 1, cli::threads(0));
  ASSERT_TRUE(judged);
  const Quality q = quality(labels_of(examples), *judged);
  RecordProperty("macro_f1", std::to_string(q.macro_f1));
  EXPECT_GE(q.macro_f1, 0.918);  // learned from four fifths; 0.9242 when written
  EXPECT_GE(q.top2, 0.985);
  EXPECT_LE(q.calibration_error, 0.02);
  EXPECT_GE(q.accuracy_at_90, 0.953);
}

TEST(RealMessages, GiveTheSameSmallModelOnAnyNumberOfThreads) {
  REAL_FILE_OR_SKIP(raw, "triage/train_raw.csv");
  REAL_FILE_OR_SKIP(stripped, "triage/train_stripped.csv");
  const auto examples = examples_of({raw, stripped});
  const std::string bytes = model_bytes(*train(examples, 1, cli::threads(1)));
  EXPECT_EQ(model_bytes(*train(examples, 1, cli::threads(3))), bytes);
  EXPECT_LE(bytes.size(), 2'000'000u);
}

TEST(RealMessages, RekeyedCopiesAreFirstNeighbours) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件3.xlsx");
  const Board board = board_of(file);
  ASSERT_EQ(board.ids.size(), 4'326u);
  const auto near = neighbours(board.messages, kSameProblem);
  for (const std::string& id : rekeyed()) {
    const std::size_t at = board.place.at(id);
    ASSERT_FALSE(near[at].empty()) << id;
    const Neighbour& first = near[at].front();
    EXPECT_EQ(kind_of(board.messages[at], board.messages[first.message], first.likeness), Kind::kSameText) << id;
    EXPECT_GE(first.likeness.text, 0.93f) << id;
  }
}

TEST(RealMessages, TopicsHoldTheCopiesOfTheirMessagesAndNoneSwallowsTheBoard) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件3.xlsx");
  const Board board = board_of(file);
  const auto topic = topics(board.messages);
  const auto near = neighbours(board.messages, kSameProblem);
  for (const std::string& id : rekeyed()) {
    const std::size_t at = board.place.at(id);
    EXPECT_EQ(topic[at], topic[near[at].front().message]) << id;
  }
  std::map<std::uint32_t, std::size_t> sizes;
  for (const std::uint32_t one : topic) {
    if (one != kNoTopic) ++sizes[one];
  }
  EXPECT_LT(sizes[0], 100u);
  EXPECT_GT(sizes.size(), 100u);
}

// The list alerts on few enough real messages that somebody still looks at each.
TEST(RealMessages, RaiseTheAlarmOnlyNowAndThen) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件3.xlsx");
  const auto words = emergency_list();
  const Board board = board_of(file);
  std::size_t alarms = 0;
  for (const Message& message : board.messages) alarms += words.find(message.title + " " + message.text).empty() ? 0 : 1;
  RecordProperty("alarms", std::to_string(alarms));
  EXPECT_GT(alarms, 50u);
  EXPECT_LT(alarms, board.messages.size() / 15);
}

// Real replies lack what people who read them miss too; a list that names something in nearly every one teaches nothing.
TEST(RealMessages, RepliesAreCheckedWithMeasure) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件4.xlsx");
  const auto cells = cli::read_columns(file, {{"留言主题", "留言详情", "答复意见"}, {}});
  ASSERT_TRUE(cells);
  std::map<Lack, std::size_t> lacks;
  std::size_t complete = 0;
  for (const auto& row : *cells) {
    const std::string message = row[0] + row[1];
    const ReplyCheck check = check_reply({message, row[2], {}, std::nullopt});
    complete += check.lacks.empty() ? 1 : 0;
    for (const Lack lack : check.lacks) ++lacks[lack];
  }
  for (const auto& [lack, count] : lacks) RecordProperty(words_of(lack).en.substr(0, words_of(lack).en.find(';')), std::to_string(count));
  RecordProperty("complete", std::to_string(complete));
  EXPECT_GT(complete, cells->size() / 10);
  EXPECT_LT(lacks[Lack::kRelevance], cells->size() / 5);
  EXPECT_LT(lacks[Lack::kEvasion], cells->size() / 5);
  EXPECT_GT(lacks[Lack::kEvasion], 0u);
}

// Our own file; needs no real messages.
TEST(EmergencyList, OfTheDistrictIsWellFormed) {
  const auto words = emergency_list();
  for (const char* urgent : {"楼道里煤气味很重", "三楼着火了快来人", "有人要跳楼", "孩子掉进河里了", "电梯困人"}) EXPECT_FALSE(words.find(urgent).empty()) << urgent;
  for (const char* calm : {"燃气费缴费网点太少", "路灯不亮", "小区停水", "建议增设消防宣传栏"}) EXPECT_TRUE(words.find(calm).empty()) << calm;
}

}  // namespace
}  // namespace shaoyin::triage
