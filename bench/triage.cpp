// How fast and how good sorting messages is, beside the programs of the Debian packages fasttext and liblinear-tools
// on the same messages, the same split, one thread each.
//
// usage: bench_triage [FOLDER]   FOLDER holds triage/train_raw.csv and triage/train_stripped.csv (id,label,text);
// without it invented messages are used, whose quality figures mean nothing.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "core/triage/evaluate.h"
#include "core/triage/similar.h"
#include "core/triage/synthetic_test.h"
#include "main/cli/triage_table.h"
#include "main/cli/triage_work.h"

namespace {

using namespace shaoyin;
using namespace shaoyin::triage;
namespace fs = std::filesystem;

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kFolds = 5;
constexpr std::size_t kLettersShown = 300;  // the length at which speed is stated

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double wall_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::vector<Example> read_examples(const fs::path& folder) {
  std::vector<Example> examples;
  for (const char* name : {"triage/train_raw.csv", "triage/train_stripped.csv"}) {
    const auto cells = cli::read_columns((folder / name).string(), {{"id", "label", "text"}, {}});
    ensure(cells.ok(), "the folder holds triage/train_raw.csv and triage/train_stripped.csv");
    for (const auto& row : *cells) examples.push_back({row[0], row[1], row[2]});
  }
  return one_per_id(std::move(examples));
}

// Whole messages one after the other, cut to kLettersShown characters each.
std::vector<std::string> messages_of_one_length(const std::vector<Example>& examples) {
  std::vector<std::string> result;
  std::u32string rest;
  for (const Example& example : examples) {
    for (const char32_t c : code_points(example.text)) rest += c;
    for (; rest.size() >= kLettersShown; rest.erase(0, kLettersShown)) {
      std::string text;
      for (std::size_t i = 0; i < kLettersShown; ++i) text += encode_utf8(rest[i]);
      result.push_back(std::move(text));
    }
  }
  return result;
}

void time_training(const std::vector<Example>& examples) {
  for (const unsigned threads : {1u, 2u}) {
    const double wall = wall_seconds(), cpu = cpu_seconds();
    const auto model = train(examples, kSeed, cli::threads(threads));
    fmt::print("train {} messages with calibration, {} thread(s): {:.2f} s, {:.2f} s of processor, model {} bytes\n", examples.size(), threads,
               wall_seconds() - wall, cpu_seconds() - cpu, model_bytes(*model).size());
  }
}

void time_suggestions(const std::vector<Example>& examples) {
  const auto model = train(examples, kSeed, cli::threads(0));
  const auto messages = messages_of_one_length(examples);
  Suggester suggester(*model);
  std::vector<double> each;
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const double cpu = cpu_seconds();
    for (const std::string& message : messages) static_cast<void>(suggester.suggest(message));
    best = std::max(best, static_cast<double>(messages.size()) / (cpu_seconds() - cpu));
  }
  for (const std::string& message : messages) {
    const double wall = wall_seconds();
    static_cast<void>(suggester.suggest(message));
    each.push_back(wall_seconds() - wall);
  }
  std::sort(each.begin(), each.end());
  fmt::print("suggest, {} messages of {} characters, one thread: {:.0f} a second (best of 5), p99 {:.0f} microseconds\n", messages.size(), kLettersShown, best,
             1e6 * each[each.size() * 99 / 100]);
}

void print_quality(const char* name, const Quality& q) {
  fmt::print("{}: macro-F1 {:.4f}, accuracy {:.4f}, top-2 {:.4f}, calibration error {:.4f}, accuracy at 90 % {:.4f}\n", name, q.macro_f1, q.accuracy, q.top2,
             q.calibration_error, q.accuracy_at_90);
}

// One split for everybody.
struct Split {
  std::vector<Example> learn, judge;
  std::vector<std::string> labels;
};

Split split(const std::vector<Example>& examples) {
  Split result{{}, {}, labels_of(examples)};
  const auto fold = folds_of(examples, kFolds, kSeed);
  for (std::size_t i = 0; i < examples.size(); ++i) (fold[i] == 0 ? result.judge : result.learn).push_back(examples[i]);
  Chance(kSeed).shuffle(result.learn);  // the tables are sorted by label, which would cost fastText four points
  return result;
}

std::uint32_t number(const Split& s, const std::string& label) { return static_cast<std::uint32_t>(std::lower_bound(s.labels.begin(), s.labels.end(), label) - s.labels.begin()); }

Quality ours(const Split& s) {
  const auto model = train(s.learn, kSeed);
  Suggester suggester(*model);
  std::vector<Judged> judged;
  for (const Example& example : s.judge) judged.push_back({number(s, example.label), suggester.suggest(example.text)});
  return quality(s.labels, judged);
}

bool installed(const std::string& program) { return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0; }
bool run(const std::string& command) { return std::system((command + " > /dev/null 2>&1").c_str()) == 0; }

// Answers of another program, one label number per line after `prefix`.
Quality of_answers(const Split& s, const fs::path& answers, const std::string& prefix) {
  std::ifstream in(answers);
  std::vector<Judged> judged;
  std::string line;
  for (const Example& example : s.judge) {
    std::getline(in, line);
    const auto first = static_cast<std::uint32_t>(std::strtoul(line.c_str() + prefix.size(), nullptr, 10));
    judged.push_back({number(s, example.label), {first, first, 1, 0}});
  }
  return quality(s.labels, judged);
}

std::string spaced(const std::string& text) {
  std::string result;
  for (const Letter& letter : read_letters(text)) result += encode_utf8(letter.letter) + " ";
  return result;
}

void compare_fasttext(const Split& s, const fs::path& folder) {
  if (!installed("fasttext")) return fmt::print("fasttext: not compared, the Debian package fasttext is not installed\n");
  const auto write = [&](const char* name, const std::vector<Example>& examples) {
    std::ofstream out(folder / name);
    for (const Example& example : examples) out << "__label__" << number(s, example.label) << " " << spaced(example.text) << "\n";
  };
  write("learn.txt", s.learn), write("judge.txt", s.judge);
  const double wall = wall_seconds();
  const bool learned = run(fmt::format("fasttext supervised -input {0}/learn.txt -output {0}/ft -lr 0.5 -dim 50 -epoch 25 -wordNgrams 2 -bucket 500000 -thread 1", folder.string()));
  const double trained = wall_seconds();
  if (!learned || std::system(fmt::format("fasttext predict {0}/ft.bin {0}/judge.txt > {0}/ft.out", folder.string()).c_str()) != 0) return fmt::print("fasttext: failed\n");
  const Quality q = of_answers(s, folder / "ft.out", "__label__");
  fmt::print("fasttext characters, 2-grams, lr 0.5, 25 epochs: macro-F1 {:.4f}, accuracy {:.4f}; train {:.1f} s, predict {:.2f} s, model {} bytes\n", q.macro_f1, q.accuracy, trained - wall,
             wall_seconds() - trained, fs::file_size(folder / "ft.bin"));
}

// Character 1-2-grams, 1 + ln tf times idf, length 1: what the engine has without titles, rarity power and calibration.
void compare_liblinear(const Split& s, const fs::path& folder) {
  const bool debian = installed("liblinear-train");
  if (!debian) return fmt::print("liblinear: not compared, the Debian package liblinear-tools is not installed\n");
  std::vector<std::uint32_t> df(kSlots);
  GramReader reader;
  for (const Example& example : s.learn) {
    for (const Gram& gram : reader.read(example.text).body) ++df[gram.slot];
  }
  const auto write = [&](const char* name, const std::vector<Example>& examples) {
    std::ofstream out(folder / name);
    for (const Example& example : examples) {
      std::map<std::uint32_t, double> row;
      double square = 0;
      for (const Gram& gram : reader.read(example.text).body) {
        if (df[gram.slot] < 2) continue;
        const double value = (1 + std::log(gram.count)) * (std::log((1.0 + static_cast<double>(s.learn.size())) / (1.0 + df[gram.slot])) + 1);
        row[gram.slot + 1] = value, square += value * value;
      }
      out << number(s, example.label);
      for (const auto& [slot, value] : row) out << fmt::format(" {}:{:.5f}", slot, value / std::sqrt(square));
      out << "\n";
    }
  };
  write("learn.svm", s.learn), write("judge.svm", s.judge);
  const double wall = wall_seconds();
  if (!run(fmt::format("liblinear-train -s 1 -c 1 -q {0}/learn.svm {0}/ll.model", folder.string()))) return fmt::print("liblinear: failed\n");
  const double trained = wall_seconds();
  if (!run(fmt::format("liblinear-predict {0}/judge.svm {0}/ll.model {0}/ll.out", folder.string()))) return fmt::print("liblinear: failed\n");
  const Quality q = of_answers(s, folder / "ll.out", "");
  fmt::print("liblinear -s 1 -c 1 on character 1-2-grams (features not timed): macro-F1 {:.4f}, accuracy {:.4f}; train {:.1f} s, predict {:.2f} s, model {} bytes\n", q.macro_f1, q.accuracy,
             trained - wall, wall_seconds() - trained, fs::file_size(folder / "ll.model"));
}

void compare(const std::vector<Example>& examples) {
  const Split s = split(examples);
  fmt::print("one split: {} learned from, {} judged, seed {}\n", s.learn.size(), s.judge.size(), kSeed);
  print_quality("ours", ours(s));
  std::string name = (fs::temp_directory_path() / "bench_triage_XXXXXX").string();
  ensure(::mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
  compare_fasttext(s, name);
  compare_liblinear(s, name);
  fs::remove_all(name);  // the files hold private messages
}

}  // namespace

int main(int argc, char** argv) {
  const bool real = argc > 1;
  const auto examples = real ? read_examples(argv[1]) : synthetic_examples(6'366, 1);
  fmt::print("{} messages{}\n", examples.size(), real ? "" : " (invented: only the speeds mean something)");
  time_training(examples);
  time_suggestions(examples);
  if (!real) return 0;
  const double cpu = cpu_seconds();
  const auto judged = cross_validate(examples, kFolds, kSeed, cli::threads(0));
  print_quality("5-fold cross validation", quality(labels_of(examples), *judged));
  fmt::print("  {:.1f} s of processor\n", cpu_seconds() - cpu);
  compare(examples);
}
