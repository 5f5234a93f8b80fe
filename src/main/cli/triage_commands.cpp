// triage train, predict, eval, explain: suggestions learned from labelled messages. They need no data folder and no
// server, change no matter, and write only the file they are told to write.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <functional>
#include <iostream>
#include <memory>

#include "core/triage/emergency.h"
#include "core/triage/evaluate.h"
#include "core/triage/word_rules.h"
#include "edge/sheet/csv.h"
#include "main/cli/context.h"
#include "main/cli/table.h"
#include "main/cli/triage_table.h"
#include "main/cli/triage_work.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;
using triage::Example;

struct Asked {
  std::vector<std::string> inputs;
  std::string input, output, model, emergency, categories;
  std::uint64_t seed = 1;
  std::size_t folds = 5;
  unsigned threads = 0;
};

Result<std::vector<Example>> read_examples(const std::vector<std::string>& files) {
  std::vector<Example> examples;
  for (const std::string& file : files) {
    auto cells = read_columns(file, {{"id", "label", "text"}, {}});
    if (!cells) return cells.error();
    for (std::size_t i = 0; i < cells->size(); ++i) {
      auto& row = (*cells)[i];
      for (const std::size_t needed : {1u, 2u}) {
        if (row[needed].empty()) return fault(ErrorCode::kMissingField, fmt::format("{}:{}.{}", file, i + 2, needed == 1 ? "label" : "text"));
      }
      examples.push_back({std::move(row[0]), std::move(row[1]), std::move(row[2])});
    }
  }
  return triage::one_per_id(std::move(examples));
}

Result<triage::Model> read_model_file(const std::string& path) {
  const auto bytes = read_whole(path, triage::kModelBytesMax);
  if (!bytes) return bytes.error();
  return triage::read_model(*bytes);
}

std::string probability(double p) { return fmt::format("{:.4f}", p); }

int run_train(const Context& context, const Asked& asked) {
  const auto examples = read_examples(asked.inputs);
  if (!examples) return fail(context, examples.error());
  const auto model = triage::train(*examples, asked.seed, threads(asked.threads));
  if (!model) return fail(context, model.error());
  const std::string bytes = triage::model_bytes(*model);
  if (bytes.size() > triage::kModelBytesMax) return fail(context, fault(ErrorCode::kTooLarge, "model", "kModelBytesMax"));
  if (const Status status = write_whole(asked.model, bytes); !status) return fail(context, status.error());
  if (context.json) {
    std::cout << json::serialize(json::object{{"examples", examples->size()}, {"labels", model->labels.size()}, {"seed", asked.seed}, {"bytes", bytes.size()}}) << "\n";
  } else {
    std::cout << fmt::format(fmt::runtime(context.say("学习 {} 条、{} 类，种子 {}，模型 {} 字节\n", "learned from {} messages of {} labels, seed {}, model {} bytes\n")),
                             examples->size(), model->labels.size(), asked.seed, bytes.size());
  }
  return kOk;
}

int run_predict(const Context& context, const Asked& asked) {
  const auto model = read_model_file(asked.model);
  if (!model) return fail(context, model.error());
  const auto cells = read_columns(asked.input, {{"id", "text"}, {}});
  if (!cells) return fail(context, cells.error());
  triage::Suggester suggester(*model);
  std::string out = sheet::csv_line({"id", "label", "p", "label2", "p2"});
  for (const auto& row : *cells) {
    const triage::Suggestion s = suggester.suggest(row[1]);
    out += sheet::csv_line({row[0], model->labels[s.first], probability(s.p), model->labels[s.second], probability(s.p2)});
  }
  if (const Status status = write_whole(asked.output, out); !status) return fail(context, status.error());
  return kOk;
}

json::object quality_json(const triage::Quality& q, std::uint64_t seed) {
  json::array labels;
  for (const auto& one : q.labels) labels.emplace_back(json::object{{"label", one.label}, {"messages", one.messages}, {"precision", one.precision}, {"recall", one.recall}, {"f1", one.f1}});
  return {{"seed", seed}, {"messages", q.messages}, {"macro_f1", q.macro_f1}, {"accuracy", q.accuracy}, {"top2", q.top2},
          {"calibration_error", q.calibration_error}, {"accuracy_at_90", q.accuracy_at_90}, {"labels", std::move(labels)}};
}

void print_quality(const Context& context, const triage::Quality& q, const Asked& asked) {
  std::cout << fmt::format(fmt::runtime(context.say("{} 条，{} 折交叉验证（近似相同的文本在同一折，已打乱），种子 {}\n",
                                                    "{} messages, {}-fold cross validation (nearly identical texts share a fold, shuffled), seed {}\n")), q.messages, asked.folds, asked.seed);
  std::cout << fmt::format(fmt::runtime(context.say("宏平均 F1 {:.4f}，准确率 {:.4f}，前两项含正确 {:.4f}，校准误差 {:.4f}，最有把握的九成准确率 {:.4f}\n",
                                                    "macro-F1 {:.4f}, accuracy {:.4f}, right among the first two {:.4f}, calibration error {:.4f}, accuracy of the surest nine tenths {:.4f}\n")),
                           q.macro_f1, q.accuracy, q.top2, q.calibration_error, q.accuracy_at_90);
  Table table({{context.say("类别", "Label"), 30}, {context.say("条数", "Messages"), 10}, {context.say("查准", "Precision"), 10}, {context.say("查全", "Recall"), 10}, {"F1", 10}});
  for (const auto& one : q.labels) table.add({one.label, std::to_string(one.messages), probability(one.precision), probability(one.recall), probability(one.f1)});
  table.print(std::cout);
}

int run_eval(const Context& context, const Asked& asked) {
  const auto examples = read_examples(asked.inputs);
  if (!examples) return fail(context, examples.error());
  const auto judged = triage::cross_validate(*examples, asked.folds, asked.seed, threads(asked.threads));
  if (!judged) return fail(context, judged.error());
  const triage::Quality q = triage::quality(triage::labels_of(*examples), *judged);
  if (context.json) std::cout << json::serialize(quality_json(q, asked.seed)) << "\n";
  else print_quality(context, q, asked);
  return kOk;
}

std::string sureness(const Context& context, const triage::Suggestion& s) {
  switch (s.sureness()) {
    case triage::Sureness::kFairly: return context.say("较有把握", "fairly sure");
    case triage::Sureness::kPleaseCheck: return context.say("请核对", "please check");
    case triage::Sureness::kCannotSay: return context.say("无法判断", "cannot say");
  }
  return "";
}

std::string because(const std::string& text, const std::vector<triage::Span>& spans) {
  std::string result;
  for (const triage::Span& span : spans) result += (result.empty() ? "" : "；") + text.substr(span.from, span.to - span.from);
  return result;
}

Result<triage::EmergencyWords> read_emergency(const std::string& path) {
  std::vector<triage::EmergencyRow> rows;
  if (!path.empty()) {
    auto cells = read_columns(path, {{"code", "phrases"}, {}});
    if (!cells) return cells.error();
    for (auto& row : *cells) rows.push_back({std::move(row[0]), std::move(row[1])});
  }
  return triage::EmergencyWords::of(rows);
}

Result<triage::Taxonomy> read_taxonomy(const std::string& path) {
  auto cells = read_columns(path, {{"code", "parent", "name_zh"}, {"words"}});
  if (!cells) return cells.error();
  std::vector<triage::Category> categories;
  for (auto& row : *cells) categories.push_back({std::move(row[0]), std::move(row[1]), row[2] + " " + row[3]});
  return triage::Taxonomy::of(std::move(categories));
}

// Without a model: what the words of the table of categories say. No probabilities, because nobody measured any.
using Explanation = std::function<std::vector<std::string>(const std::string& text)>;
const std::vector<std::string> kExplained = {"label", "p", "label2", "p2", "sureness", "because"};

Explanation by_model(const Context& context, std::shared_ptr<const triage::Model> model) {
  auto suggester = std::make_shared<triage::Suggester>(*model);
  return [&context, model, suggester](const std::string& text) -> std::vector<std::string> {
    const triage::Suggestion s = suggester->suggest(text);
    return {model->labels[s.first], probability(s.p), model->labels[s.second], probability(s.p2), sureness(context, s), because(text, suggester->explain(text, s))};
  };
}

Explanation by_words(const Context& context, const triage::Taxonomy& taxonomy) {
  auto rules = std::make_shared<triage::WordRules>(taxonomy);
  return [&context, rules](const std::string& text) -> std::vector<std::string> {
    const auto found = rules->suggest(text);
    const auto code = [&](std::size_t i) { return i < found.size() ? found[i].code : ""; };
    return {code(0), "", code(1), "", context.say("按词典规则，未经检验", "by the table's words, not measured"), found.empty() ? "" : because(text, found[0].because)};
  };
}

Result<Explanation> explanation(const Context& context, const Asked& asked) {
  if (asked.model.empty()) {
    const auto taxonomy = read_taxonomy(asked.categories);
    if (!taxonomy) return taxonomy.error();
    return by_words(context, *taxonomy);
  }
  auto model = read_model_file(asked.model);
  if (!model) return model.error();
  return by_model(context, std::make_shared<const triage::Model>(*std::move(model)));
}

std::string codes_of(const std::vector<triage::Alarm>& alarms) {
  std::string result;
  for (const triage::Alarm& alarm : alarms) result += (result.empty() ? "" : "；") + alarm.code;
  return result;
}

int run_explain(const Context& context, const Asked& asked) {
  if (asked.model.empty() && asked.categories.empty()) return fail_usage(context, context.say("请给出 --model 或 --categories", "give --model or --categories"));
  const auto explain = explanation(context, asked);
  if (!explain) return fail(context, explain.error());
  const auto emergency = read_emergency(asked.emergency);
  if (!emergency) return fail(context, emergency.error());
  const auto cells = read_columns(asked.input, {{"id", "text"}, {}});
  if (!cells) return fail(context, cells.error());
  const auto line = [&](std::string id, const std::vector<std::string>& explained, std::string alarm) {
    std::vector<std::string> columns{std::move(id)};
    columns.insert(columns.end(), explained.begin(), explained.end());
    if (!asked.emergency.empty()) columns.push_back(std::move(alarm));
    return sheet::csv_line(columns);
  };
  std::string out = line("id", kExplained, "alarm");
  for (const auto& row : *cells) out += line(row[0], (*explain)(row[1]), codes_of(emergency->find(row[1])));
  if (asked.output.empty()) std::cout << out;
  else if (const Status status = write_whole(asked.output, out); !status) return fail(context, status.error());
  return kOk;
}

// Options that several commands share.
void ask_inputs(CLI::App& command, const Context& context, Asked& asked) {
  command.add_option("--input", asked.inputs, context.say("列为 id,label,text 的表；可多次给出，同一 id 取最完整的文本", "table with id,label,text; may be given again, of one id the fullest text is taken"))->required();
}
void ask_input(CLI::App& command, const Context& context, Asked& asked) {
  command.add_option("--input", asked.input, context.say("列为 id,text 的表", "table with id,text"))->required();
}
void ask_model(CLI::App& command, const Context& context, Asked& asked) { command.add_option("--model", asked.model, context.say("模型文件", "model file"))->required(); }
void ask_seed(CLI::App& command, const Context& context, Asked& asked) {
  command.add_option("--seed", asked.seed, context.say("随机种子（默认 1）", "seed (default 1)"));
  command.add_option("--threads", asked.threads, context.say("线程数；结果与之无关", "how many threads; the result does not depend on it"));
}

}  // namespace

void add_triage_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("triage", context.say("分办建议：只提建议，由人决定", "Suggestions for sorting messages; people decide"));
  group->require_subcommand(1);
  auto asked = std::make_shared<Asked>();

  CLI::App* train = add_command(*group, context, "train", {"从已标注的留言学习", "Learns from labelled messages"}, "shaoyin triage train --input train.csv --model district.model --seed 1");
  ask_inputs(*train, context, *asked), ask_model(*train, context, *asked), ask_seed(*train, context, *asked);
  train->callback([&context, asked] { context.exit = run_train(context, *asked); });

  CLI::App* predict = add_command(*group, context, "predict", {"为每条留言给出两个候选类别", "Two candidate labels for every message"},
                                  "shaoyin triage predict --model district.model --input messages.csv --output pred.csv");
  ask_model(*predict, context, *asked), ask_input(*predict, context, *asked);
  predict->add_option("--output", asked->output, context.say("输出 CSV", "CSV to write"))->required();
  predict->callback([&context, asked] { context.exit = run_predict(context, *asked); });

  CLI::App* eval = add_command(*group, context, "eval", {"在未见过的留言上检验", "Tests on messages not learned from"}, "shaoyin triage eval --input train.csv --seed 1 --json");
  ask_inputs(*eval, context, *asked), ask_seed(*eval, context, *asked);
  eval->add_option("--folds", asked->folds, context.say("折数（默认 5）", "folds (default 5)"));
  eval->callback([&context, asked] { context.exit = run_eval(context, *asked); });

  CLI::App* explain = add_command(*group, context, "explain", {"说明依据：原文中的哪些词", "Why: which words of the message"}, "shaoyin triage explain --model district.model --input messages.csv");
  explain->add_option("--model", asked->model, context.say("模型文件", "model file"));
  explain->add_option("--categories", asked->categories, context.say("没有模型时：列为 code,parent,name_zh 的类别表，按其中的词建议", "without a model: table of categories with code,parent,name_zh, whose words suggest"));
  explain->add_option("--emergency", asked->emergency, context.say("列为 code,phrases 的紧急词表；输出多一列 alarm", "table of emergency words with code,phrases; adds the column alarm"));
  ask_input(*explain, context, *asked);
  explain->add_option("--output", asked->output, context.say("输出 CSV（默认写到屏幕）", "CSV to write (default: the screen)"));
  explain->callback([&context, asked] { context.exit = run_explain(context, *asked); });
  add_similarity_commands(*group, context);
}

}  // namespace shaoyin::cli
