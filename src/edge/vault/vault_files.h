// Attached files (photos, papers) in `data_folder`/files/ab/<name>, sealed with their matter's key. The name is
// an HMAC of the content under that key: the same photo in two matters has two names, so names link nobody, and
// a file put twice into one matter is kept once.
// Threads: any.
#pragma once

#include "edge/vault/sodium_vault.h"

namespace shaoyin::vault {

// A photo of a phone is 3-8 MB, a scanned contract up to 20. Files are sealed in memory, so without a limit a few
// uploads at once could exhaust a small machine.
inline constexpr std::size_t kFileBytesMax = 20 * 1024 * 1024;

class VaultFiles final : public app::Files {
 public:
  // `vault` must outlive this.
  VaultFiles(SodiumVault& vault, std::filesystem::path data_folder);

  // Errors: kTooLarge, kKeyMissing.
  Result<std::string> name(const std::string& wrapped_key, std::string_view bytes) override;
  // Durable when it returns. Errors: kTooLarge, kKeyMissing, kStorage.
  Result<std::string> put(const std::string& wrapped_key, std::string_view bytes) override;
  // Errors: kNotFound (also for a name that is none), kDamaged, kKeyMissing, kStorage.
  Result<std::string> get(const std::string& wrapped_key, const std::string& name) override;
  // Error: kStorage.
  Status remove(const std::string& name) override;

 private:
  [[nodiscard]] std::filesystem::path path_of(const std::string& name) const;

  SodiumVault& vault_;
  std::filesystem::path folder_;
};

}  // namespace shaoyin::vault
