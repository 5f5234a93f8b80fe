// The vault over libsodium: every matter has a key of its own, wrapped by the master key; texts and files are
// sealed with XChaCha20-Poly1305 under subkeys of the matter's key. Without the wrapped key nothing opens, and
// commitments, being keyed by it too, can no longer be guessed from the ledger.
//
// A sealed text is: one byte of version (1), 24 bytes of random nonce, cipher and tag. What it is sealed for
// (matter key, text, file) is bound in as associated data, so one cannot be passed off as another.
// Threads: any.
#pragma once

#include <filesystem>
#include <memory>

#include "app/ports/vault.h"
#include "edge/vault/master_key.h"

namespace shaoyin::vault {

class SodiumVault final : public app::Vault {
 public:
  explicit SodiumVault(const Key& master);
  ~SodiumVault() override;
  SodiumVault(const SodiumVault&) = delete;
  SodiumVault& operator=(const SodiumVault&) = delete;

  // Opens or makes the master key first; errors as there.
  [[nodiscard]] static Result<std::unique_ptr<SodiumVault>> open_folder(const std::filesystem::path& key_file,
                                                                 const std::filesystem::path& data_folder);

  std::string new_key() override;
  Result<std::string> seal(const std::string& wrapped_key, std::string_view text) override;
  Result<std::string> open(const std::string& wrapped_key, std::string_view cipher) override;
  Result<std::string> commitment(const std::string& wrapped_key, std::string_view text) override;

  // The same for whole files; `purpose` keeps them apart from texts. Errors: kKeyMissing, kDamaged.
  enum class Purpose { kText, kFile };
  Result<std::string> seal_as(Purpose purpose, const std::string& wrapped_key, std::string_view plain);
  Result<std::string> open_as(Purpose purpose, const std::string& wrapped_key, std::string_view cipher);
  Result<std::string> name_as(Purpose purpose, const std::string& wrapped_key, std::string_view plain);

 private:
  [[nodiscard]] Result<Key> unwrap(const std::string& wrapped_key) const;

  Key wrapping_;  // subkey of the master key
};

}  // namespace shaoyin::vault
