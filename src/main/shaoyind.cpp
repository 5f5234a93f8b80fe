// The server: opens one data folder and serves it until it is told to stop. Wiring only.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>

#include "app/error_text.h"
#include "main/wiring/demo.h"
#include "main/wiring/folder.h"
#include "main/wiring/keeper.h"
#include "main/wiring/notice_file.h"
#include "main/wiring/service.h"

namespace {

using namespace shaoyin;

struct Arguments {
  wiring::FolderOptions folder;
  bool demo = false;
  int demo_each = 0;  // see wiring::DemoWish
  std::string listen = "127.0.0.1:8311";
  std::string web;
  bool secure_cookie = false;
  std::string backups;
  std::vector<std::string> trusted_proxies;
};

// Exit codes as the command-line tool has them.
constexpr int kExitUsage = 2;
constexpr int kExitRefused = 1;

int fail(const Error& error) {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const app::ErrorText text = app::error_text(error, language);
    std::cerr << "shaoyind: " << text.message << (text.hint.empty() ? "" : "\n          ") << text.hint << "\n";
  }
  return kExitRefused;
}

bool read_listen(const std::string& listen, std::string& host, int& port) {
  const std::size_t colon = listen.rfind(':');
  if (colon == std::string::npos || colon + 1 == listen.size()) return false;
  host = listen.substr(0, colon);
  const std::string digits = listen.substr(colon + 1);
  if (digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) return false;
  port = std::stoi(digits);
  return port <= 65535;
}

// The passwords of the demonstration are known to everybody, and nothing here speaks TLS: a proxy stands in front.
bool is_local(const std::string& host) { return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127."); }

// As many connections as the machine lets us have; the server's own limit stands below that.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

constexpr std::uint64_t kDemoSeed = 1;
constexpr int kExitInterrupted = 130;

// Filling takes the better part of a minute, and signals wait until the server listens. What is begun goes on at the next start.
void leave_if_told() {
  sigset_t pending;
  if (sigpending(&pending) != 0 || (sigismember(&pending, SIGINT) != 1 && sigismember(&pending, SIGTERM) != 1)) return;
  std::cerr << "\n演示数据尚未建完；下次启动会接着建 / the demonstration is not whole yet; the next start goes on from here\n";
  std::_Exit(kExitInterrupted);
}

Status make_demo(wiring::Folder& folder, int most_each) {
  const bool watched = isatty(STDERR_FILENO) == 1;
  const auto shown = wiring::by_per_cent([watched](int per_cent, const app::DemoProgress& progress) {
    if (!watched && per_cent % 10 != 0) return;
    std::cerr << (watched ? "\r" : "") << fmt::format("演示数据 demonstration: {:3} %  {} 件事项 matters, {}/{} 个操作 acts", per_cent, progress.matters, progress.done, progress.of) << (watched ? " " : "\n") << std::flush;
  });
  const auto seeded = wiring::seed_demo(folder, {.seed = kDemoSeed, .most_each = most_each}, [&shown](const app::DemoProgress& progress) {
    leave_if_told();
    shown(progress);
  });
  if (watched) std::cerr << "\n";
  if (!seeded) return seeded.error();
  if (const std::size_t otherwise = seeded->matters.faults.size(); otherwise > 0) {
    std::cerr << fmt::format("演示数据有 {} 处未照写的进行（shaoyin demo try all 逐条列出） / {} lines of the demonstration did not go as written (shaoyin demo try all lists them)\n", otherwise, otherwise);
  }
  return {};
}

// Whom to sign in as for a desk: of those who may open it somebody who finds something there, that is who reads more than their own unit's matters
// and has the whole district before them; of these who may do least besides.
const registers::Person* guest_of(const registers::Book& book, const desk::Desk& desk) {
  using Rank = std::tuple<bool, bool, std::ptrdiff_t>;
  const registers::Person* chosen = nullptr;
  Rank best;
  for (const auto& [code, person] : book.people()) {
    const registers::Role* role = book.role(person.role);
    if (role == nullptr || !role->verbs.contains(desk.may)) continue;
    const registers::Grid* area = book.grid(person.area);
    const Rank rank{role->verbs.contains("matter.read"), area != nullptr && area->kind == registers::GridKind::kDistrict, -std::ssize(role->verbs)};
    if (chosen != nullptr && rank <= best) continue;
    chosen = &person;
    best = rank;
  }
  return chosen;
}

void greet_desks(const app::Rules& rules) {
  std::cout << "工作台 desks:\n";
  for (const auto& desk : rules.desks) {
    const bool everybodys = desk->may == "matter.read";
    const registers::Person* person = everybodys ? rules.book->person("district-centre.coordinator") : guest_of(*rules.book, *desk);
    if (person != nullptr) std::cout << fmt::format("  {:<40} {} {} /desk/{}\n", person->code, desk->label.zh, desk->label.en, desk->name);
  }
}

void greet(const Arguments& arguments, const wiring::Service& service, const std::string& host, bool demo, const app::Rules& rules) {
  std::cout << "哨音 Shaoyin 0.1.0\n  http://" << host << ":" << service.port() << "\n  data: " << arguments.folder.data.string() << "\n";
  if (!service.has_pages()) std::cout << "  (API only: no built front end was found; ./run builds it)\n";
  if (demo) {
    std::cout << "\n演示区县，全部数据为虚构 / demonstration district, all data invented. 密码 password: " << wiring::kDemoPassword << "\n"
              << "  community-huizhongjiayuan.clerk   社区工作者 community clerk\n"
              << "  property-huizhong.liaison         物业公司 property company\n"
              << "  reclaimed-water-company.liaison   中水公司 reclaimed-water company\n"
              << "  district-centre.coordinator       区级协调员（裁定退单）district co-ordinator, who rules on refusals\n";
    greet_desks(rules);
    std::cout << "先做（报纸上的爆管）：首页点“我要反映”，写“13号楼中水管爆裂”，地点“惠众家园13号楼”；再以社区工作者登录，在收件箱受理它，然后吹哨。\n"
              << "First (the newspaper's burst pipe): on the front page report a burst reclaimed-water pipe at 惠众家园13号楼; then sign in as the clerk,\n"
              << "accept it in the inbox and call departments. The rest stands in README.md, \"What to click first\".\n";
  }
  std::cout << std::flush;
}

int serve(const Arguments& arguments) {
  std::string host;
  int port = 0;
  if (!read_listen(arguments.listen, host, port)) {
    std::cerr << "shaoyind: --listen HOST:PORT, for example 127.0.0.1:8311\n";
    return kExitUsage;
  }
  const auto proxies = http::TrustedProxies::read(arguments.trusted_proxies);
  if (!proxies) {
    std::cerr << "shaoyind: --trusted-proxy " << proxies.error().field << ": " << proxies.error().detail << "\n";
    return kExitUsage;
  }
  raise_descriptor_limit();
  umask(077);  // nobody else on the machine may read what we write
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread starts, so that only sigwait gets them
  std::signal(SIGPIPE, SIG_IGN);

  auto folder = wiring::Folder::open(arguments.folder);
  if (!folder) return fail(folder.error());
  wiring::Folder& opened = **folder;
  const auto unfinished = wiring::demo_unfinished(opened);
  if (!unfinished) return fail(unfinished.error());
  if (opened.empty() || *unfinished) {
    if (!arguments.demo && *unfinished) {
      return fail(fault(ErrorCode::kRegisterFault, "data", "half a demonstration",
                        {"演示数据尚未建完（上次建立时中断）；请加 --demo 启动，会接着建完", "The demonstration was cut short while it was made; start with --demo, and it goes on from there"}));
    }
    if (!arguments.demo) {
      return fail(fault(ErrorCode::kRegisterFault, "data", "no registers; --demo or shaoyin register import",
                        {"数据目录中还没有登记册", "The data folder holds no registers yet"}));
    }
    if (const auto seeded = make_demo(opened, arguments.demo_each); !seeded) return fail(seeded.error());
  }
  const bool demo = opened.house().rules()->book->synthetic();
  if (!is_local(host) && demo) {
    std::cerr << "shaoyind: 演示区县的密码是公开的，只在本机提供；请用 --listen 127.0.0.1:端口\n"
                 "shaoyind: the demonstration's passwords are known to everybody, so it is served on this machine only; use --listen 127.0.0.1:PORT\n";
    return kExitUsage;
  }
  if (!is_local(host)) std::cerr << "shaoyind: --listen " << host << ": without TLS; put a proxy in front (docs/running)\n";
  const std::filesystem::path notices = arguments.folder.data / "notices.jsonl";
  wiring::ServiceOptions options;
  options.web_folder = arguments.web.empty() ? (opened.home() / "web" / "dist").string() : arguments.web;
  options.secure_cookie = arguments.secure_cookie;
  options.proxies = *proxies;
  options.deliver = [notices](const app::OutboxItem& item) { return wiring::write_notice(notices, item); };
  wiring::Keeper keeper(opened, arguments.backups);
  wiring::Service service({opened.house(), opened.store(), opened.files(), opened.clock(), opened.chance(), opened.receipt_key(),
                           [&opened] { return opened.store().health().ok(); }, std::cerr, opened.imported(), &keeper, [&opened] { return opened.keep_current(); }}, options);
  keeper.on_district = [&service](app::House& house) { service.add_district(house); };
  if (const Status status = service.start(host, static_cast<std::uint16_t>(port)); !status) return fail(status.error());
  greet(arguments, service, host, demo, *opened.house().rules());

  int received = 0;
  sigwait(&signals, &received);
  std::cout << "stopping: answering what is running\n" << std::flush;
  service.stop();
  keeper.stop();  // its thread names the service
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("Serves one data folder.");
  app.add_option("--data", arguments.folder.data, "data folder, made when it is not there")->required();
  app.add_option("--listen", arguments.listen, "HOST:PORT (default 127.0.0.1:8311; port 0 takes a free one)");
  app.add_option("--demo-each", arguments.demo_each, "with --demo: at most so many matters of each life, for a smaller demonstration")->check(CLI::Range(1, 3000));
  app.add_flag("--demo", arguments.demo, "fill an empty folder with the demonstration district, or go on where that was cut short");
  app.add_option("--key", arguments.folder.key_file, "the vault's master key (default: DIR.key beside the folder)");
  app.add_option("--home", arguments.folder.home, "folder with procedures/ and registers/");
  app.add_option("--preset", arguments.folder.preset, "deadline preset, e.g. gulou or xuanwu");
  app.add_option("--web", arguments.web, "folder of the built front end");
  app.add_option("--backups", arguments.backups, "folder below which backups asked for over the network are made; without it there are none");
  app.add_flag("--secure-cookie", arguments.secure_cookie, "cookies over TLS only; set behind a TLS proxy");
  app.add_option("--trusted-proxy", arguments.trusted_proxies, "address or network of a proxy whose X-Forwarded-For is believed, e.g. 127.0.0.1 (repeatable)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int shown = app.exit(problem);
    return shown == 0 ? 0 : kExitUsage;
  }
  return serve(arguments);
}
