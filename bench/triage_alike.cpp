// How fast a new matter finds those like it among a million, and how well topics and re-keyed copies of a real board
// are found, beside simpler ways on the same messages.
//
// usage: bench_triage_alike [BOARD [TOPICS...]]   BOARD: a table with 留言编号, 留言主题, 留言详情; TOPICS: tables id,topic of
// messages that a person put together. Without them only the million invented matters are timed.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <map>
#include <numeric>
#include <set>

#include "core/base/ensure.h"
#include "core/triage/comparer.h"
#include "core/triage/near_index.h"
#include "core/triage/synthetic_test.h"
#include "core/triage/topics.h"
#include "main/cli/triage_table.h"

namespace {

using namespace shaoyin;
using namespace shaoyin::triage;

constexpr std::size_t kMatters = 1'000'000, kQueries = 5'000, kGrids = 5'000, kDaysCovered = 1'000;
constexpr float kTitleBaseline = 0.40f;  // the best threshold known for titles alone

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Of this thread: what a busy machine distorts least.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  }
  return 0;
}

// An invented matter: the synthetic message with characters of its own strewn in, so that names and wordings differ as
// they do in a district.
struct Invented {
  Message message;
  Circumstances where;
};

std::string strange(Chance& chance, std::size_t letters) {
  std::string text;
  for (std::size_t i = 0; i < letters; ++i) {
    const char32_t c = 0x4E00 + static_cast<char32_t>(chance.next() % 3'000);
    text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
  return text;
}

Invented invented(Chance& chance, std::size_t number) {
  const Example one = synthetic_example(chance, number);
  const auto day = static_cast<std::int64_t>(18'000 + number * kDaysCovered / kMatters);
  Invented result{{strange(chance, 4) + one.text.substr(0, one.text.find(' ')), one.text + strange(chance, 250), day}, {day, "g" + std::to_string(chance.next() % kGrids), {}, std::nullopt, one.label}};
  result.where.point = geo::Point::of_units(1'170'000'000 + static_cast<std::int64_t>(chance.next() % 3'000'000), 390'000'000 + static_cast<std::int64_t>(chance.next() % 3'000'000));
  return result;
}

// Grams of a matter's text are made anew for every candidate, as they would be after loading its text.
void time_queries() {
  Chance chance(1);
  NearIndex index;
  Comparer comparer;
  std::vector<Message> kept;  // of the candidates only some are looked at; their texts stand for a store
  const std::size_t before = resident_kilobytes();
  double adding = 0;
  for (std::size_t i = 0; i < kMatters; ++i) {
    const Invented one = invented(chance, i);
    const double start = seconds();
    index.add(one.message.title, one.message.text, one.where);
    adding += seconds() - start;
    if (i % 50 == 0) comparer.learn(grams_of(one.message)), kept.push_back(one.message);
  }
  const std::size_t kilobytes = resident_kilobytes() - before;
  std::vector<double> each, busy;
  std::size_t candidates = 0;
  double looking = 0;
  for (std::size_t i = 0; i < kQueries; ++i) {
    const Invented one = invented(chance, kMatters - 1);
    const double start = seconds(), started = processor_seconds();
    const auto found = index.candidates(one.message.title, one.message.text, one.where);
    const double looked_up = processor_seconds();
    const auto own = comparer.weigh(grams_of(one.message));
    double most = 0;
    for (const auto number : found) most = std::max(most, static_cast<double>(Comparer::compare(own, comparer.weigh(grams_of(kept[number / 50]))).problem()));
    each.push_back(seconds() - start);
    busy.push_back(processor_seconds() - started);
    looking += looked_up - started;
    candidates += found.size();
  }
  std::sort(each.begin(), each.end());
  std::sort(busy.begin(), busy.end());
  fmt::print("near index of {} invented matters: {:.1f} s to add, {} MB with the comparer's sample\n", kMatters, adding, kilobytes / 1024);
  fmt::print("query with exact comparison of {:.0f} candidates on average: p50 {:.2f} ms, p99 {:.2f} ms; of processor p50 {:.2f} ms, p99 {:.2f} ms, of it the index {:.2f} ms\n",
             static_cast<double>(candidates) / kQueries, 1e3 * each[kQueries / 2], 1e3 * each[kQueries * 99 / 100], 1e3 * busy[kQueries / 2], 1e3 * busy[kQueries * 99 / 100], 1e3 * looking / kQueries);
}

struct Board {
  std::vector<std::string> ids;
  std::vector<Message> messages;
};

Board read_board(const std::string& file) {
  const auto cells = cli::read_columns(file, {{"留言编号", "留言主题", "留言详情"}, {}});
  ensure(cells.ok(), "the board has 留言编号, 留言主题, 留言详情");
  Board board;
  for (const auto& row : *cells) board.ids.push_back(row[0]), board.messages.push_back({row[1], row[2], std::nullopt});
  return board;
}

void find_rekeyed(const Board& board, const std::vector<std::vector<Neighbour>>& near) {
  std::map<std::string, std::size_t> same;
  for (const Message& message : board.messages) ++same[message.title + message.text];
  std::size_t first = 0, identical = 0, all = 0;
  for (std::size_t m = 0; m < board.ids.size(); ++m) {
    if (board.ids[m] < "360100" || board.ids[m] > "360112") continue;
    ++all;
    identical += same[board.messages[m].title + board.messages[m].text] > 1 ? 1 : 0;
    first += !near[m].empty() && near[m].front().likeness.text >= kSameText ? 1 : 0;
  }
  fmt::print("re-keyed copies found as same text: {} of {}; by identical bytes: {}\n", first, all, identical);
}

// Titles alone, connected components: what a weekend's work gives.
std::vector<std::uint32_t> by_titles(const std::vector<std::vector<Neighbour>>& near) {
  std::vector<std::uint32_t> into(near.size());
  std::iota(into.begin(), into.end(), 0u);
  const auto find = [&](std::uint32_t x) {
    while (into[x] != x) x = into[x] = into[into[x]];
    return x;
  };
  for (std::uint32_t m = 0; m < near.size(); ++m) {
    for (const Neighbour& other : near[m]) {
      if (other.likeness.title >= kTitleBaseline) into[std::max(find(m), find(other.message))] = std::min(find(m), find(other.message));
    }
  }
  std::vector<std::uint32_t> result;
  for (std::uint32_t m = 0; m < near.size(); ++m) result.push_back(find(m));
  return result;
}

// Of each reference topic the best cluster's F1, and their mean.
double mean_f1(const Board& board, const std::vector<std::uint32_t>& cluster, const std::string& file) {
  const auto cells = cli::read_columns(file, {{"id", "topic"}, {}});
  ensure(cells.ok(), "a table of topics has id and topic");
  std::map<std::string, std::set<std::string>> reference, clusters;
  for (const auto& row : *cells) reference[row[1]].insert(row[0]);
  for (std::size_t m = 0; m < board.ids.size(); ++m) {
    if (cluster[m] != kNoTopic) clusters[std::to_string(cluster[m])].insert(board.ids[m]);
  }
  double sum = 0;
  for (const auto& [name, members] : reference) {
    double best = 0;
    for (const auto& [number, others] : clusters) {
      const auto both = std::count_if(members.begin(), members.end(), [&](const std::string& id) { return others.contains(id); });
      best = std::max(best, 2.0 * static_cast<double>(both) / static_cast<double>(members.size() + others.size()));
    }
    sum += best;
  }
  return sum / static_cast<double>(reference.size());
}

}  // namespace

int main(int argc, char** argv) {
  time_queries();
  if (argc < 2) return 0;
  const Board board = read_board(argv[1]);
  const double start = seconds();
  const auto topic = topics(board.messages);
  fmt::print("topics of {} messages: {:.1f} s\n", board.ids.size(), seconds() - start);
  const auto near = neighbours(board.messages, 0.05f);
  find_rekeyed(board, near);
  const auto titles = by_titles(near);
  for (int i = 2; i < argc; ++i) fmt::print("{}: mean F1 {:.3f}; titles alone, connected from {:.2f}: {:.3f}\n", argv[i], mean_f1(board, topic, argv[i]), kTitleBaseline, mean_f1(board, titles, argv[i]));
}
