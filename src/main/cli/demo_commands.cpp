// demo seed.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "main/cli/folder_use.h"
#include "main/cli/table.h"
#include "main/wiring/demo.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

struct Seed { std::uint64_t seed = 1; std::string now; };

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
                                              {"password", wiring::kDemoPassword}, {"examples", std::move(accounts)}}) << "\n";
    return;
  }
  std::cout << fmt::format(fmt::runtime(context.say("演示区县已建立，全部数据为虚构：{} 件事项，{} 个操作，{} 个账号\n密码（所有账号）：{}\n",
                                                    "The demonstration district is made, all data invented: {} matters, {} acts, {} accounts\nPassword (of every account): {}\n")),
                           seeded.matters.matters, seeded.matters.acts, seeded.accounts, wiring::kDemoPassword);
  table.print(std::cout);
}

int run_seed(const Context& context, const Seed& what) {
  Instant now;
  if (!what.now.empty()) {
    const auto at = parse_instant(what.now);
    if (!at) return fail(context, fault(ErrorCode::kImpossibleTime, "--now"));
    now = *at;
  }
  const auto folder = open_folder(context, true);
  if (!folder) return fail(context, folder.error());
  const bool watched = ::isatty(STDERR_FILENO) == 1;
  const auto seeded = wiring::seed_demo(**folder, what.seed, now, [watched](int begun) { if (watched) std::cerr << fmt::format("\r{} …", begun); });
  if (watched) std::cerr << "\r";
  if (!seeded) return fail(context, seeded.error());
  print_seeded(context, **folder, *seeded);
  return kOk;
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
  seed->callback([&context, what] { context.exit = run_seed(context, *what); });
}

}  // namespace shaoyin::cli
