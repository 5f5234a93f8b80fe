#include "app/once.h"

namespace shaoyin::app {
namespace {

constexpr std::size_t kKeyMin = 8;
constexpr std::size_t kKeyMax = 80;

Status check_key(const std::string& key) {
  const bool clean = key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
  if (key.size() < kKeyMin) return fault(ErrorCode::kTooShort, "Idempotency-Key", "key_min " + std::to_string(kKeyMin));
  if (key.size() > kKeyMax) return fault(ErrorCode::kTooLong, "Idempotency-Key", "key_max " + std::to_string(kKeyMax));
  return clean ? Status() : Status(fault(ErrorCode::kMalformed, "Idempotency-Key", "[A-Za-z0-9_-]"));
}

}  // namespace

Result<Receipt> once(House& house, const access::Caller& caller, const std::string& key, const std::string& bytes,
                     const std::function<Result<Receipt>(const std::string& hash)>& attempt) {
  if (Status status = check_key(key); !status) return status.error();
  // A phone that lost the reply sends the same key again and must hear the same answer; keys belong to the
  // caller, so nobody hears another's.
  const Result<std::string> hash = house.request_mac(bytes);
  if (!hash) return hash.error();
  auto earlier = house.store().receipt(house.district().id, caller.key_scope, key, *hash);
  if (!earlier) return earlier.error();
  if (*earlier) return **earlier;
  for (int tries = 1; tries <= kAttemptsMax; ++tries) {
    auto receipt = attempt(*hash);
    if (receipt || receipt.error().code != ErrorCode::kConflict) return receipt;
  }
  return fault(ErrorCode::kBusy);
}

}  // namespace shaoyin::app
