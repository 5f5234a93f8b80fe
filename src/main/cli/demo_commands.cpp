// demo seed.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "edge/memory/memory_store.h"
#include "main/cli/folder_use.h"
#include "main/cli/life_faults.h"
#include "main/cli/table.h"
#include "main/wiring/demo.h"
#include "main/wiring/life_shelf.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

struct Seed { std::uint64_t seed = 1; std::string now; int most_each = 0; };
struct Try { std::string kind, now; std::uint64_t seed = 1; int most_each = 0; bool acts = false; };

// One account of each role: enough to try every side of a matter.
std::map<std::string, PersonCode> one_per_role(const registers::Book& book) {
  std::map<std::string, PersonCode> chosen{{"community_clerk", "community-huizhongjiayuan.clerk"}, {"community_secretary", "community-huizhongjiayuan.secretary"},
                                           {"grid_worker", "community-huizhongjiayuan.grid-1"}, {"company_liaison", "property-huizhong.liaison"},
                                           {"street_clerk", "street-taihulu.clerk"}, {"street_leader", "street-taihulu.leader"},
                                           {"department_liaison", "urban-management.liaison"}, {"department_leader", "urban-management.leader"}};
  std::erase_if(chosen, [&](const auto& entry) { return book.person(entry.second) == nullptr; });
  for (const auto& [code, person] : book.people()) chosen.try_emplace(person.role, code);
  return chosen;
}

void print_seeded(const Context& context, wiring::Folder& folder, const wiring::Seeded& seeded) {
  const auto rules = folder.house().rules();
  Table table({{context.say("登录名", "Log-in name"), 48}, {context.say("角色", "Role"), 30}, {context.say("单位", "Unit"), 36}});
  json::array accounts;
  for (const auto& [role, code] : one_per_role(*rules->book)) {
    const registers::Person* person = rules->book->person(code);
    const registers::Role* known = rules->book->role(role);
    const registers::Unit* unit = rules->book->unit(person->unit);
    table.add({code, known != nullptr ? context.say(known->name) : role, unit != nullptr ? context.say(unit->name) : person->unit});
    accounts.emplace_back(json::object{{"login", code}, {"role", role}});
  }
  if (context.json) {
    std::cout << json::serialize(json::object{{"matters", seeded.matters.matters}, {"acts", seeded.matters.acts}, {"accounts", seeded.accounts},
                                              {"password", wiring::kDemoPassword}, {"went_otherwise", seeded.matters.faults.size()}, {"examples", std::move(accounts)}}) << "\n";
    return;
  }
  std::cout << fmt::format(fmt::runtime(context.say("演示区县已建立，全部数据为虚构：{} 件事项，{} 个操作，{} 个账号\n密码（所有账号）：{}\n",
                                                    "The demonstration district is made, all data invented: {} matters, {} acts, {} accounts\nPassword (of every account): {}\n")),
                           seeded.matters.matters, seeded.matters.acts, seeded.accounts, wiring::kDemoPassword);
  if (!seeded.matters.faults.empty()) {
    std::cout << fmt::format(fmt::runtime(context.say("{} 处演示经历未能照写的进行（demo try 逐条列出）\n", "{} lines of lives did not go as written (demo try lists them)\n")), seeded.matters.faults.size());
  }
  table.print(std::cout);
}

// The demonstration's today; nothing: the machine's.
Result<Instant> today_of(const std::string& typed) {
  if (typed.empty()) return system::SystemClock().now();
  const auto at = parse_instant(typed);
  return at ? at : Result<Instant>(fault(ErrorCode::kImpossibleTime, "--now"));
}

int run_seed(const Context& context, const Seed& what) {
  const auto now = today_of(what.now);
  if (!now) return fail(context, now.error());
  const auto folder = open_folder(context, true);
  if (!folder) return fail(context, folder.error());
  const bool watched = ::isatty(STDERR_FILENO) == 1;
  const auto seeded = wiring::seed_demo(**folder, {what.seed, *now, what.most_each}, wiring::by_per_cent([&](int per_cent, const app::DemoProgress& progress) {
    if (watched) std::cerr << fmt::format(fmt::runtime(context.say("\r演示数据 {} %，{} 件事项，{}/{} 个操作 ", "\rdemonstration {} %, {} matters, {} of {} acts ")), per_cent, progress.matters, progress.done, progress.of);
  }));
  if (watched) std::cerr << "\n";
  if (!seeded) return fail(context, seeded.error());
  print_seeded(context, **folder, *seeded);
  return kOk;
}

// The lives of one kind and of the kinds whose matters they name; "all": every life.
std::vector<app::Life> lives_of(std::vector<app::Life> all, const std::string& kind) {
  if (kind == "all") return all;
  std::set<std::string> kinds{kind};
  for (std::size_t before = 0; before != kinds.size();) {
    before = kinds.size();
    for (const app::Life& life : all) {
      if (!kinds.contains(life.kind)) continue;
      for (const app::LifeLine& line : life.lines) {
        (void)app::filled(line.act.inputs, [&](const std::string& word) -> std::optional<std::string> {
          if (word.starts_with("matter:")) kinds.insert(word.substr(7));
          return std::nullopt;
        });
      }
    }
  }
  std::erase_if(all, [&](const app::Life& life) { return !kinds.contains(life.kind); });
  return all;
}

// What became of each life.
struct Tried { int begun = 0, acts = 0, refused = 0; std::map<std::string, int> last; std::map<int, std::string> step; };

void print_tried(const Context& context, const std::map<const app::Life*, Tried>& tried, const app::DemoMatters& played) {
  Table table({{context.say("文件", "File"), 40}, {context.say("经历", "Life"), 48}, {context.say("开始", "Begun"), 6}, {context.say("操作", "Acts"), 6}, {context.say("最后的步骤", "Last steps"), 80}});
  for (const auto& [life, one] : tried) {
    std::map<std::string, int> last;
    for (const auto& [beginning, step] : one.step) ++last[step];
    std::string steps;
    for (const auto& [step, n] : last) steps += fmt::format("{}{} {}", steps.empty() ? "" : ", ", n, step);
    table.add({fmt::format("{}:{}", life->file, life->number), life->name, std::to_string(one.begun), std::to_string(one.acts), steps});
  }
  table.print(std::cout);
  std::cout << fmt::format(fmt::runtime(context.say("{} 件事项，{} 个操作，时钟动作 {} 次，{} 件因没有可引用的事项而中止，{} 处发现\n", "{} matters, {} acts, {} acts of clocks, {} ended for want of a matter to name, {} findings\n")),
                           played.matters, played.acts, played.ticks, played.left_out, played.faults.size());
}

void print_act(const app::DemoPlayed& act) {
  const std::string step = act.step.empty() ? "REFUSED" : act.step;
  std::cout << fmt::format("{}  {:15} {}:{}  {}  {}{}  {}\n", format_local(act.at), act.number, act.life->file, act.line->number, act.actor,
                           act.line->act.matter.empty() ? "" : act.line->act.matter + ": ", act.line->act.action, step);
}

// Plays lives as seeding would, in memory, and compares each act with what its line expects.
int run_try(const Context& context, const Try& what) {
  const auto now = today_of(what.now);
  if (!now) return fail(context, now.error());
  const auto home = home_of(context);
  if (!home) return fail(context, home.error());
  const auto rules = wiring::demo_rules(*home, what.seed, *now);
  if (!rules) return fail(context, rules.error());
  app::LifeRead read = wiring::lives_that_hold(wiring::read_life_files(*home), **rules);
  const std::vector<app::Life> lives = lives_of(std::move(read.lives), what.kind);
  if (what.kind != "all") std::erase_if(read.faults, [&](const app::LifeFault& fault) { return !fault.file.starts_with(what.kind + "/"); });
  memory::MemoryStore store;
  vault::SodiumVault vault(vault::Key{});
  system::SystemChance chance;
  std::map<const app::Life*, Tried> tried;
  app::DemoWatch watch;
  watch.played = [&](const app::DemoPlayed& act) {
    Tried& one = tried[act.life];
    ++one.acts;
    one.begun = std::max(one.begun, act.beginning);
    if (act.line->act.matter.empty()) one.step[act.beginning] = act.step.empty() ? "REFUSED" : act.step;
    if (what.acts) print_act(act);
  };
  auto played = app::play_demo_matters({{120103}, "HX"}, {store, vault, chance}, *rules, lives, {.now = *now, .seed = what.seed, .most_each = what.most_each, .expect = true}, watch);
  if (!played) return fail(context, played.error());
  played->faults.insert(played->faults.begin(), read.faults.begin(), read.faults.end());
  print_life_faults(context, played->faults);
  print_tried(context, tried, *played);
  return played->faults.empty() ? kOk : kFinding;
}

void add_try(CLI::App& group, Context& context) {
  auto what = std::make_shared<Try>();
  CLI::App* tries = add_command(group, context, "try", {"在内存里演一遍某种事项的经历（procedures/<kind>/*.life），列出与所写不符之处", "Plays the lives of one kind (procedures/<kind>/*.life) in memory and lists what does not go as written"}, "shaoyin demo try report");
  tries->add_option("kind", what->kind, context.say("流程名，或 all", "a kind, or all"))->required();
  tries->add_option("--seed", what->seed, context.say("相同的种子得到相同的经过", "the same seed, the same course"));
  tries->add_option("--now", what->now, context.say("演示的“现在”（默认此刻）", "the demonstration's present (default: now)"));
  tries->add_option("--each", what->most_each, context.say("每条经历最多演几件（默认照写的）", "at most so many matters of each life (default: as it says)"))->check(CLI::Range(1, app::kBeginningsMax));
  tries->add_flag("--acts", what->acts, context.say("逐条列出操作", "list every act"));
  tries->callback([&context, what] { context.exit = run_try(context, *what); });
}

}  // namespace

void add_demo_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("demo", context.say("演示", "Demonstration"));
  group->require_subcommand(1);
  auto what = std::make_shared<Seed>();
  CLI::App* seed = add_command(*group, context, "seed", {"在空文件夹中建立演示区县：登记册、账号、事项（全部虚构）", "Fills an empty folder with the demonstration district: registers, accounts, matters (all invented)"},
                               "shaoyin --data demo demo seed --seed 1");
  seed->add_option("--seed", what->seed, context.say("相同的种子得到相同的区县", "the same seed makes the same district"));
  seed->add_option("--now", what->now, context.say("演示的“现在”，如 2026-03-02T10:00（默认此刻）", "the demonstration's present, e.g. 2026-03-02T10:00 (default: now)"));
  seed->add_option("--each", what->most_each, context.say("每条经历最多演几件：更小的演示", "at most so many matters of each life: a smaller demonstration"))->check(CLI::Range(1, app::kBeginningsMax));
  seed->callback([&context, what] { context.exit = run_seed(context, *what); });
  add_try(*group, context);
}

}  // namespace shaoyin::cli
