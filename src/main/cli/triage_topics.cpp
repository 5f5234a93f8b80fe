// triage duplicates, topics: which messages are the same text, the same problem, the same topic. Shown to people, who
// join matters or open a dossier; nothing is joined here.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <iostream>
#include <memory>

#include "app/source_time.h"
#include "core/triage/topics.h"
#include "edge/sheet/csv.h"
#include "main/cli/context.h"
#include "main/cli/triage_table.h"

namespace shaoyin::cli {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kSheetEpochDay = 25'569;  // 1970-01-01 in a spreadsheet
constexpr double kSheetDaysMax = 73'051;          // 2100-01-01
constexpr std::size_t kShownMax = 5;  // neighbours per message; more is a topic, not a duplicate

struct Files { std::string input, output; };

struct Read {
  std::vector<std::string> ids;
  std::vector<triage::Message> messages;
};

// Days since 1970 of "2019/8/7 12:00", or of the number of days that spreadsheets write (43700.5 is 2019-08-23).
std::optional<std::int64_t> day_of(const std::string& time) {
  if (const auto wall = app::read_wall_time(time, app::TimeFormat::kYearFirst)) return wall->ms / kDayMs;
  double days = 0;
  const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), days);
  const bool whole = error == std::errc() && end == time.data() + time.size() && days >= kSheetEpochDay && days < kSheetDaysMax;
  return whole ? std::optional(static_cast<std::int64_t>(days) - kSheetEpochDay) : std::nullopt;
}

// A time that cannot be read is no reason to lose a message: it then counts as near in time to all others.
Result<Read> read_messages(const std::string& path) {
  auto cells = read_columns(path, {{"id", "text"}, {"title", "time"}});
  if (!cells) return cells.error();
  Read read;
  for (auto& row : *cells) {
    triage::Message message{std::move(row[2]), std::move(row[1]), day_of(row[3])};
    read.ids.push_back(std::move(row[0]));
    read.messages.push_back(std::move(message));
  }
  return read;
}

int run_duplicates(const Context& context, const Files& files) {
  const auto read = read_messages(files.input);
  if (!read) return fail(context, read.error());
  const auto near = triage::neighbours(read->messages, triage::kSameProblem);
  std::string out = sheet::csv_line({"id", "other_id", "score", "kind"});
  for (std::size_t m = 0; m < near.size(); ++m) {
    std::size_t shown = 0;
    for (const triage::Neighbour& other : near[m]) {
      const auto kind = triage::kind_of(read->messages[m], read->messages[other.message], other.likeness);
      if (!kind || shown++ == kShownMax) continue;
      out += sheet::csv_line({read->ids[m], read->ids[other.message], fmt::format("{:.4f}", other.score(*kind)), *kind == triage::Kind::kSameText ? "same_text" : "same_problem"});
    }
  }
  if (const Status status = write_whole(files.output, out); !status) return fail(context, status.error());
  return kOk;
}

int run_topics(const Context& context, const Files& files) {
  const auto read = read_messages(files.input);
  if (!read) return fail(context, read.error());
  const auto topics = triage::topics(read->messages);
  std::string out = sheet::csv_line({"id", "topic"});
  for (std::size_t m = 0; m < topics.size(); ++m) out += sheet::csv_line({read->ids[m], topics[m] == triage::kNoTopic ? "" : std::to_string(topics[m] + 1)});
  if (const Status status = write_whole(files.output, out); !status) return fail(context, status.error());
  return kOk;
}

void ask_files(CLI::App& command, const Context& context, Files& files) {
  command.add_option("--input", files.input, context.say("表：id,text，可有 title,time（其他列不看）", "table with id,text and, where known, title,time (other columns are not looked at)"))->required();
  command.add_option("--output", files.output, context.say("输出 CSV", "CSV to write"))->required();
}

}  // namespace

void add_similarity_commands(CLI::App& triage, Context& context) {
  auto files = std::make_shared<Files>();
  CLI::App* duplicates = add_command(triage, context, "duplicates", {"找出同一文本与同一问题", "Finds the same text and the same problem"},
                                     "shaoyin triage duplicates --input messages.csv --output duplicates.csv");
  ask_files(*duplicates, context, *files);
  duplicates->callback([&context, files] { context.exit = run_duplicates(context, *files); });

  CLI::App* topics = add_command(triage, context, "topics", {"把同一地方同一问题的留言归为一题", "Gathers messages about one problem of one place into topics"},
                                 "shaoyin triage topics --input messages.csv --output topics.csv");
  ask_files(*topics, context, *files);
  topics->callback([&context, files] { context.exit = run_topics(context, *files); });
}

}  // namespace shaoyin::cli
