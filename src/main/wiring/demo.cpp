#include "main/wiring/demo.h"

#include "edge/http/password.h"
#include "main/wiring/life_shelf.h"

namespace shaoyin::wiring {
namespace {

// The register in which seeding leaves its marks: "begun", in one commit with the registers, and "whole", the last of all.
constexpr const char* kDemo = "demo";
constexpr const char* kBegun = "begun";
constexpr const char* kWhole = "whole";

registers::Row mark(const char* state, const DemoWish& begun, Instant at) {
  return {kDemo, "seeding", 0, at, std::nullopt, {{"state", state}, {"seed", std::to_string(begun.seed)}, {"now_ms", std::to_string(begun.now.ms)}, {"most_each", std::to_string(begun.most_each)}}};
}

// What was begun and is not whole; nothing in a folder that is empty, whole, or not a demonstration.
Result<std::optional<DemoWish>> begun_in(Folder& folder) {
  const auto marks = folder.store().register_rows(folder.house().district().id, kDemo);
  if (!marks) return marks.error();
  if (marks->empty() || marks->back().columns.at("state") != kBegun) return std::optional<DemoWish>();
  const auto& columns = marks->back().columns;
  const auto each = columns.find("most_each");
  return std::optional<DemoWish>(DemoWish{std::stoull(columns.at("seed")), Instant{std::stoll(columns.at("now_ms"))}, each == columns.end() ? 0 : std::stoi(each->second)});
}

Result<DemoWish> begin(Folder& folder, DemoWish wish) {
  const auto before = begun_in(folder);
  if (!before) return before.error();
  if (*before) return **before;
  if (wish.now == Instant{}) wish.now = folder.clock().now();
  if (Status status = folder.seed_registers(wish.seed, {mark(kBegun, wish, folder.clock().now())}); !status) return status.error();
  return wish;
}

Result<int> put_accounts(Folder& folder) {
  const std::string hash = http::hash_password(kDemoPassword);  // one for all: it is no secret
  int accounts = 0;
  const auto rules = folder.house().rules();
  for (const auto& [code, person] : rules->book->people()) {
    const Status added = folder.store().add_account(folder.house().district().id, {code, code, hash, false});
    if (!added && added.error().code != ErrorCode::kConflict) return added.error();  // there already: seeding was cut short before
    ++accounts;
  }
  return accounts;
}

}  // namespace

Result<bool> demo_unfinished(Folder& folder) {
  const auto begun = begun_in(folder);
  if (!begun) return begun.error();
  return begun->has_value();
}

Result<Seeded> seed_demo(Folder& folder, const DemoWish& wish, const std::function<void(const app::DemoProgress&)>& progress) {
  const auto begun = begin(folder, wish);
  if (!begun) return begun.error();
  const auto accounts = put_accounts(folder);
  if (!accounts) return accounts.error();
  app::LifeRead read = lives_that_hold(read_life_files(folder.home()), *folder.house().rules());
  const app::DemoPorts ports{folder.store(), folder.vault(), folder.chance(), &folder.files(), folder.receipt_key()};
  // A power cut may lose the last acts, never what came before them, and whoever goes on plays them again: the mark at the end waits for the disk.
  folder.store().wait_for_disk(false);
  auto played = app::play_demo_matters(folder.house().district(), ports, folder.house().rules(), read.lives, {.now = begun->now, .seed = begun->seed, .most_each = begun->most_each}, {.progress = progress});
  folder.store().wait_for_disk(true);
  if (!played) return played.error();
  played->faults.insert(played->faults.begin(), read.faults.begin(), read.faults.end());
  // Takes in the stories' rulings too, which are precedents now.
  if (Status status = folder.add_rows({mark(kWhole, *begun, folder.clock().now())}); !status) return status.error();
  return Seeded{*accounts, *played};
}

std::function<void(const app::DemoProgress&)> by_per_cent(std::function<void(int, const app::DemoProgress&)> say) {
  return [say = std::move(say), last = -1](const app::DemoProgress& progress) mutable {
    const int per_cent = progress.of == 0 ? 100 : static_cast<int>(std::int64_t{100} * progress.done / progress.of);
    if (std::exchange(last, per_cent) != per_cent) say(per_cent, progress);
  };
}

}  // namespace shaoyin::wiring
