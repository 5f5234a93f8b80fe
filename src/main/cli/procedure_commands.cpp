// procedure check, recompute, draw, explain.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/error_text.h"
#include "app/submit_action.h"
#include "core/desk/fact.h"
#include "edge/http/client.h"
#include "edge/system/system.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "main/cli/answers.h"
#include "main/cli/folder_use.h"
#include "main/cli/link.h"
#include "main/cli/story_play.h"
#include "main/wiring/life_shelf.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;

struct Found { std::string kind, severity, at; Words what, cure; };

struct Checked {
  std::vector<Found> found;
  std::vector<std::pair<std::string, Words>> walked;  // by kind: how far its lives were walked
  std::size_t procedures = 0, stories = 0, lives = 0;
  [[nodiscard]] bool errors() const {
    return std::any_of(found.begin(), found.end(), [](const Found& one) { return one.severity == "error"; });
  }
};

Found fault_found(const std::string& kind, const Error& error) {
  const app::ErrorText zh = app::error_text(error, Language::kZh), en = app::error_text(error, Language::kEn);
  return {kind, "error", error.field, {zh.message, en.message}, {zh.hint, en.hint}};
}

void add_all(Checked& checked, const std::string& kind, const std::vector<procedure::Finding>& findings) {
  for (const procedure::Finding& one : findings) {
    checked.found.push_back({kind, one.severity == procedure::Severity::kError ? "error" : "warning", one.at, one.what, one.cure});
  }
}

// Where to look: a folder of one kind, a folder of kinds, or a kind by name.
struct Where { fs::path procedures; std::vector<std::string> kinds; };

Result<std::vector<std::string>> kinds_in(const fs::path& folder) {
  const auto folders = toml_files::procedure_folders(folder);
  if (!folders) return folders.error();
  std::vector<std::string> kinds;
  for (const fs::path& one : *folders) kinds.push_back(one.filename().string());
  return kinds;
}

Result<Where> where_of(const fs::path& home, const std::string& named) {
  std::error_code ignored;
  const fs::path shipped = home / "procedures";
  if (named.empty()) {
    auto kinds = kinds_in(shipped);
    if (!kinds) return kinds.error();
    return Where{shipped, std::move(*kinds)};
  }
  for (const fs::path& at : {shipped / named, fs::absolute(named, ignored).lexically_normal()}) {
    const fs::path folder = at.filename().empty() ? at.parent_path() : at;
    if (fs::exists(folder / "procedure.toml", ignored)) return Where{folder.parent_path(), {folder.filename().string()}};
    if (!fs::is_directory(folder, ignored)) continue;
    auto kinds = kinds_in(folder);
    if (!kinds) return kinds.error();
    if (!kinds->empty()) return Where{folder, std::move(*kinds)};
    return fault(ErrorCode::kNotFound, "procedure", named,
                 {named + " 下没有流程：每个流程是含 procedure.toml 的文件夹；请指明该文件夹或其上级",
                  "No procedure lies in " + named + ": each is a folder with procedure.toml; name it, or the folder that holds it"});
  }
  return fault(ErrorCode::kNotFound, "procedure", named,
               {"没有名为 " + named + " 的流程，也没有这个文件夹；自带的流程见 " + shipped.string(), "There is no procedure and no folder " + named + "; those that ship are in " + shipped.string()});
}

std::set<std::string> known_verbs(const fs::path& home, const toml_files::Grants& grants, const procedure::Procedure& procedure) {
  auto rows = toml_files::read_registers(home / "registers");
  if (rows) toml_files::add_grants(grants, *rows);
  std::set<std::string> verbs = rows ? wiring::granted_verbs(*rows, system::SystemClock().now()) : std::set<std::string>();
  if (verbs.empty()) {  // a house without roles: nothing to compare with
    verbs = procedure::verbs_of(procedure);
  }
  return verbs;
}

Status check_files(const fs::path& home, const Where& where, Checked& checked) {
  const auto pack = toml_files::read_pack(home, "", where.procedures);
  if (!pack) return pack.error();
  const auto grants = toml_files::read_grants(where.procedures);
  if (!grants) return grants.error();
  const auto all = kinds_in(where.procedures);
  if (!all) return all.error();
  std::vector<wiring::ProcedureFile> files;  // all of them: a fact may count another kind's matters
  for (const std::string& kind : *all) {
    auto read = toml_files::read_procedure(where.procedures / kind);
    if (read.faults.empty()) files.push_back({kind, {}, {}, std::move(read.procedure)});
  }
  const desk::ColumnsOf columns = wiring::columns_of(files);
  const clock::WorkCalendar any("any", {}, {});
  for (const std::string& kind : where.kinds) {
    const auto read = toml_files::read_procedure(where.procedures / kind);
    for (const Error& error : read.faults) checked.found.push_back(fault_found(kind, error));
    if (read.faults.empty()) add_all(checked, kind, desk::check_facts(read.procedure, columns, any));
    if (read.faults.empty()) add_all(checked, kind, procedure::check(read.procedure, *pack, known_verbs(home, *grants, read.procedure), {all->begin(), all->end()}));
    ++checked.procedures;
  }
  return {};
}

Status check_by_stories(const fs::path& home, const Where& where, Checked& checked) {
  std::error_code ignored;
  if (!fs::exists(where.procedures / "town.toml", ignored)) return {};  // no town, no stories
  // All stories: a report's story plays the whistle that grows out of it.
  const auto played = play_stories(home, where.procedures, "");
  if (!played) return played.error();
  checked.stories = played->stories.size();
  for (const app::StoryResult& story : played->stories) {
    for (const std::string& problem : story.faults) checked.found.push_back({"story", "error", story.name, {problem, problem}, {"修改流程或故事", "mend the procedure or the story"}});
  }
  for (const std::string& kind : where.kinds) {
    const auto read = toml_files::read_procedure(where.procedures / kind);
    add_all(checked, kind, procedure::check_stories(read.procedure, played->coverage_of(read.procedure.kind)));
  }
  return {};
}

// Lives name people and places of the demonstration's registers, so only what ships with them is compared with them.
Status check_lives(const fs::path& home, const Where& where, Checked& checked) {
  std::error_code ignored;
  if (!fs::equivalent(where.procedures, home / "procedures", ignored)) return {};
  const auto rules = wiring::demo_rules(home, 1, system::SystemClock().now());
  if (!rules) return rules.error();
  const app::LifeRead read = wiring::lives_that_hold(wiring::read_life_files(home), **rules);
  const auto asked = [&](const std::string& file) { return std::find(where.kinds.begin(), where.kinds.end(), file.substr(0, file.find('/'))) != where.kinds.end(); };
  for (const app::Life& life : read.lives) checked.lives += asked(life.file) ? 1 : 0;
  for (const app::LifeFault& one : read.faults) {
    if (asked(one.file)) checked.found.push_back({one.file.substr(0, one.file.find('/')), "error", fmt::format("{}:{}", one.file, one.line), one.what, one.cure});
  }
  return {};
}

// As far as an author waits for: some seconds. What lies further is told, and walked by the tests of what ships.
constexpr procedure::WalkBudget kWalked{.records_max = 2, .rounds_max = 1, .states_max = 30'000, .fuel_max = 150'000};

// Every life within bounds. Steps in a file can look sound one by one and still leave a matter stranded.
void check_by_walking(const Context& context, const fs::path& home, const Where& where, Checked& checked) {
  const auto pack = toml_files::read_pack(home, "", where.procedures);
  for (const std::string& kind : where.kinds) {
    const auto read = toml_files::read_procedure(where.procedures / kind);
    if (!pack || !read.faults.empty()) continue;  // told already
    if (!context.json) std::cerr << fmt::format(fmt::runtime(context.say("正在走查“{}”的各种办理过程（--quick 可跳过）…\n", "walking through the lives of a {} (--quick leaves this out) ...\n")), kind);
    procedure::WalkReport report = procedure::walk(read.procedure, *pack, kWalked);
    // A warning says only that the budget ended first, as `said` does.
    std::erase_if(report.findings, [](const procedure::Finding& one) { return one.severity == procedure::Severity::kWarning; });
    add_all(checked, kind, report.findings);
    checked.walked.emplace_back(kind, report.said);
  }
}

void print_checked(const Context& context, const Checked& checked) {
  if (context.json) {
    json::array findings;
    for (const Found& one : checked.found) {
      findings.emplace_back(json::object{{"kind", one.kind}, {"severity", one.severity}, {"at", one.at}, {"what", context.say(one.what)}, {"cure", context.say(one.cure)}});
    }
    json::object walked;
    for (const auto& [kind, said] : checked.walked) walked[kind] = context.say(said);
    std::cout << json::serialize(json::object{{"procedures", checked.procedures}, {"stories", checked.stories}, {"lives", checked.lives}, {"walked", std::move(walked)}, {"findings", std::move(findings)}}) << "\n";
    return;
  }
  for (const Found& one : checked.found) {
    std::cout << fmt::format("{} {} {}: {}\n", one.severity == "error" ? context.say("错误", "error") : context.say("提示", "warning"), one.kind, one.at, context.say(one.what));
    if (!one.cure.empty()) std::cout << "  " << context.say(one.cure) << "\n";
  }
  for (const auto& [kind, said] : checked.walked) std::cout << kind << ": " << context.say(said) << "\n";
  std::cout << fmt::format(fmt::runtime(context.say("{} 个流程，{} 个故事，{} 条经历，{} 处发现\n", "{} procedures, {} stories, {} lives, {} findings\n")), checked.procedures, checked.stories, checked.lives, checked.found.size());
}

int run_check(const Context& context, const std::string& named, bool quick) {
  const auto home = home_of(context);
  if (!home) return fail(context, home.error());
  const auto where = where_of(*home, named);
  if (!where) return fail(context, where.error());
  Checked checked;
  if (Status status = check_files(*home, *where, checked); !status) return fail(context, status.error());
  if (!checked.errors()) {
    if (Status status = check_by_stories(*home, *where, checked); !status) return fail(context, status.error());
    if (Status status = check_lives(*home, *where, checked); !status) return fail(context, status.error());
    if (!quick) check_by_walking(context, *home, *where, checked);
  }
  print_checked(context, checked);
  return checked.found.empty() ? kOk : kFinding;
}

int run_explain(const Context& context, const std::string& number, const std::string& action, int record) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  Query query;
  query.add("action", action);
  if (record != 0) query.add("record", std::to_string(record));
  const auto told = get_json(context, **link, "/matters/" + http::percent_encoded(number) + "/explain" + query.text());
  if (!told) return fail(context, told.error());
  if (context.json) {
    std::cout << json::serialize(*told) << "\n";
  } else {
    std::cout << action << ": " << (flag(*told, "allowed") ? context.say("可以", "possible") : context.say("不可以", "not possible")) << "\n";
    for (const json::value& reason : items(*told, "reasons")) std::cout << "  " << text(reason) << "\n";
  }
  return flag(*told, "allowed") ? kOk : kFinding;
}

int run_draw(const Context& context, const std::string& kind, bool svg) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  const auto drawing = (*link)->send({.target = "/procedures/" + http::percent_encoded(kind) + "/drawing" + (svg ? "?format=svg" : "")});
  if (!drawing) return fail(context, drawing.error());
  if (!drawing->ok()) return fail(context, *drawing);
  std::cout << drawing->body;
  return kOk;
}

void add_draw(CLI::App& group, Context& context) {
  auto kind = std::make_shared<std::string>();
  auto svg = std::make_shared<bool>(false);
  CLI::App* draw = add_command(group, context, "draw", {"画出流程（Graphviz DOT，或 --svg 图片）", "Draws a procedure (Graphviz DOT, or a picture with --svg)"}, "shaoyin --data demo procedure draw whistle --svg > whistle.svg");
  draw->add_option("kind", *kind, context.say("流程名", "the kind"))->required();
  draw->add_flag("--svg", *svg, context.say("输出 SVG 图片，浏览器可直接打开", "a picture that a browser opens (SVG)"));
  draw->callback([&context, kind, svg] { context.exit = run_draw(context, *kind, *svg); });
}

void add_explain(CLI::App& group, Context& context) {
  struct Asked { std::string number, action; int record = 0; };
  auto what = std::make_shared<Asked>();
  CLI::App* explain = add_command(group, context, "explain", {"说明一个操作现在为什么能做或不能做", "Says why an action is possible now or is not"},
                                  "shaoyin --data demo --as community-renhuli.clerk procedure explain HX-2023-000001 blow_whistle");
  explain->add_option("number", what->number, context.say("事项编号", "number of the matter"))->required();
  explain->add_option("action", what->action, context.say("操作名", "name of the action"))->required();
  explain->add_option("--record", what->record, context.say("对第几条记录", "on which record"))->check(CLI::Range(1, 1'000'000));
  explain->callback([&context, what] { context.exit = run_explain(context, what->number, what->action, what->record); });
}

// A server does this by itself when it starts; this is for folders that no server runs on, and to see what changed.
int run_recompute(const Context& context) {
  const auto folder = open_folder(context);
  if (!folder) return fail(context, folder.error());
  const auto done = app::recompute_open((*folder)->house());
  if (!done) return fail(context, done.error());
  if (context.json) {
    std::cout << json::serialize(json::object{{"calendar", (*folder)->house().rules()->calendar.version()}, {"matters", done->matters}, {"recomputed", done->acted}, {"failed", done->failed}}) << "\n";
  } else {
    std::cout << fmt::format(fmt::runtime(context.say("{} 件在办事项，{} 件的时限重新计算，{} 件未能计算\n", "{} open matters, the clocks of {} recomputed, {} could not be\n")), done->matters, done->acted, done->failed);
  }
  return done->failed == 0 ? kOk : kFinding;
}

}  // namespace

void add_procedure_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("procedure", context.say("流程", "Procedures"));
  group->require_subcommand(1);
  auto named = std::make_shared<std::string>();
  CLI::App* check = add_command(*group, context, "check", {"检查流程文件，演一遍故事，走查各种办理过程", "Checks procedure files, plays their stories and walks through their lives"}, "shaoyin procedure check whistle");
  check->add_option("what", *named, context.say("流程名或文件夹（默认全部）", "a kind or a folder (default: all that ship)"));
  auto quick = std::make_shared<bool>(false);
  check->add_flag("--quick", *quick, context.say("不走查各种办理过程", "without walking through lives"));
  check->callback([&context, named, quick] { context.exit = run_check(context, *named, *quick); });
  CLI::App* recompute = add_command(*group, context, "recompute", {"按新的工作日历重新计算在办事项的时限", "Recomputes open clocks by the work calendar of today"}, "shaoyin --data demo procedure recompute");
  recompute->callback([&context] { context.exit = run_recompute(context); });
  add_draw(*group, context);
  add_explain(*group, context);
}

}  // namespace shaoyin::cli
