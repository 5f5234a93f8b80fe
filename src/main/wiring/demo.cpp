#include "main/wiring/demo.h"

#include "edge/http/password.h"

namespace shaoyin::wiring {

Result<Seeded> seed_demo(Folder& folder, std::uint64_t seed, Instant now, const std::function<void(int)>& progress) {
  if (Status status = folder.seed_registers(seed); !status) return status.error();
  Seeded seeded;
  const auto rules = folder.house().rules();
  const DistrictId district = folder.house().district().id;
  const std::string hash = http::hash_password(kDemoPassword);  // one for all: it is no secret
  for (const auto& [code, person] : rules->book->people()) {
    if (Status status = folder.store().put_account(district, {code, code, hash, false}); !status) return status.error();
    ++seeded.accounts;
  }
  const app::DemoPorts ports{folder.store(), folder.vault(), folder.chance(), &folder.files()};
  const auto played = app::play_demo_matters(folder.house().district(), ports, rules, now == Instant{} ? folder.clock().now() : now, seed, progress);
  if (!played) return played.error();
  seeded.matters = *played;
  if (Status status = folder.reload(); !status) return status.error();  // the stories' rulings are precedents now
  return seeded;
}

}  // namespace shaoyin::wiring
