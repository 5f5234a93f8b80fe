#include "main/wiring/demo.h"

#include "edge/http/password.h"

namespace shaoyin::wiring {
namespace {

// The register in which seeding leaves its marks: "begun", in one commit with the registers, and "whole", the last of all.
constexpr const char* kDemo = "demo";
constexpr const char* kBegun = "begun";
constexpr const char* kWhole = "whole";

struct Begun { std::uint64_t seed = 0; Instant now; };

registers::Row mark(const char* state, const Begun& begun, Instant at) {
  return {kDemo, "seeding", 0, at, std::nullopt, {{"state", state}, {"seed", std::to_string(begun.seed)}, {"now_ms", std::to_string(begun.now.ms)}}};
}

// What was begun and is not whole; nothing in a folder that is empty, whole, or not a demonstration.
Result<std::optional<Begun>> begun_in(Folder& folder) {
  const auto marks = folder.store().register_rows(folder.house().district().id, kDemo);
  if (!marks) return marks.error();
  if (marks->empty() || marks->back().columns.at("state") != kBegun) return std::optional<Begun>();
  const auto& columns = marks->back().columns;
  return std::optional<Begun>(Begun{std::stoull(columns.at("seed")), Instant{std::stoll(columns.at("now_ms"))}});
}

Result<Begun> begin(Folder& folder, std::uint64_t seed, Instant now) {
  const auto before = begun_in(folder);
  if (!before) return before.error();
  if (*before) return **before;
  const Begun begun{seed, now == Instant{} ? folder.clock().now() : now};
  if (Status status = folder.seed_registers(seed, {mark(kBegun, begun, folder.clock().now())}); !status) return status.error();
  return begun;
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

Result<Seeded> seed_demo(Folder& folder, std::uint64_t seed, Instant now, const std::function<void(int)>& progress) {
  const auto begun = begin(folder, seed, now);
  if (!begun) return begun.error();
  const auto accounts = put_accounts(folder);
  if (!accounts) return accounts.error();
  const app::DemoPorts ports{folder.store(), folder.vault(), folder.chance(), &folder.files(), folder.receipt_key()};
  const auto played = app::play_demo_matters(folder.house().district(), ports, folder.house().rules(), begun->now, begun->seed, progress);
  if (!played) return played.error();
  // Takes in the stories' rulings too, which are precedents now.
  if (Status status = folder.add_rows({mark(kWhole, *begun, folder.clock().now())}); !status) return status.error();
  return Seeded{*accounts, *played};
}

}  // namespace shaoyin::wiring
