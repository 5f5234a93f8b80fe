#include "edge/vault/sodium_vault.h"

#include <sodium.h>

#include <algorithm>

#include "core/base/ensure.h"
#include "core/base/sha256.h"

namespace shaoyin::vault {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHead = 1 + kNonce;

// Contexts of the key derivation; exactly eight characters each, never reused for another purpose.
constexpr char kWrapContext[] = "sywrap-1";
constexpr char kTextContext[] = "sytext-1";
constexpr char kFileContext[] = "syfile-1";
constexpr char kTextNameContext[] = "sytxnm-1";
constexpr char kFileNameContext[] = "syflnm-1";

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Key subkey(const Key& key, const char* context) {
  Key sub;
  crypto_kdf_derive_from_key(sub.data(), sub.size(), 1, context, key.data());
  return sub;
}

std::string seal_with(const Key& key, std::string_view purpose, std::string_view plain) {
  std::string sealed(kHead + plain.size() + kTag, kVersion);
  randombytes_buf(sealed.data() + 1, kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kHead, nullptr, bytes_of(plain), plain.size(),
                                             bytes_of(purpose), purpose.size(), nullptr, bytes_of(sealed) + 1,
                                             key.data());
  return sealed;
}

Result<std::string> open_with(const Key& key, std::string_view purpose, std::string_view sealed) {
  if (sealed.size() < kHead + kTag || sealed[0] != kVersion) {
    return fault(ErrorCode::kDamaged, "vault", "not a sealed text");
  }
  std::string plain(sealed.size() - kHead - kTag, '\0');
  const std::string_view cipher = sealed.substr(kHead);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(cipher), cipher.size(),
                                                 bytes_of(purpose), purpose.size(), bytes_of(sealed) + 1,
                                                 key.data()) != 0) {
    return fault(ErrorCode::kDamaged, "vault", "does not open");
  }
  return plain;
}

bool is_text(SodiumVault::Purpose purpose) { return purpose == SodiumVault::Purpose::kText; }
const char* seal_context(SodiumVault::Purpose purpose) { return is_text(purpose) ? kTextContext : kFileContext; }
const char* name_context(SodiumVault::Purpose purpose) { return is_text(purpose) ? kTextNameContext : kFileNameContext; }

}  // namespace

SodiumVault::SodiumVault(const Key& master) {
  ensure(sodium_init() >= 0, "libsodium starts");
  wrapping_ = subkey(master, kWrapContext);
}

SodiumVault::~SodiumVault() { sodium_memzero(wrapping_.data(), wrapping_.size()); }

Result<std::unique_ptr<SodiumVault>> SodiumVault::open_folder(const std::filesystem::path& key_file,
                                                       const std::filesystem::path& data_folder) {
  const Result<Key> master = open_or_make_master_key(key_file, data_folder);
  if (!master) {
    return master.error();
  }
  return std::make_unique<SodiumVault>(*master);
}

std::string SodiumVault::new_key() {
  std::string key(sizeof(Key), '\0');
  randombytes_buf(key.data(), key.size());
  std::string wrapped = seal_with(wrapping_, kWrapContext, key);
  sodium_memzero(key.data(), key.size());
  return wrapped;
}

Result<Key> SodiumVault::unwrap(const std::string& wrapped_key) const {
  if (wrapped_key.empty()) {
    return fault(ErrorCode::kKeyMissing, "vault", "the content was erased");
  }
  const Result<std::string> plain = open_with(wrapping_, kWrapContext, wrapped_key);
  if (!plain || plain->size() != sizeof(Key)) {
    return fault(ErrorCode::kKeyMissing, "vault", "the master key does not open this matter's key");
  }
  Key key;
  std::copy(plain->begin(), plain->end(), key.begin());
  return key;
}

Result<std::string> SodiumVault::seal_as(Purpose purpose, const std::string& wrapped_key, std::string_view plain) {
  const Result<Key> key = unwrap(wrapped_key);
  if (!key) {
    return key.error();
  }
  return seal_with(subkey(*key, seal_context(purpose)), seal_context(purpose), plain);
}

Result<std::string> SodiumVault::open_as(Purpose purpose, const std::string& wrapped_key, std::string_view cipher) {
  const Result<Key> key = unwrap(wrapped_key);
  if (!key) {
    return key.error();
  }
  return open_with(subkey(*key, seal_context(purpose)), seal_context(purpose), cipher);
}

Result<std::string> SodiumVault::name_as(Purpose purpose, const std::string& wrapped_key, std::string_view plain) {
  const Result<Key> key = unwrap(wrapped_key);
  if (!key) {
    return key.error();
  }
  return to_hex(hmac_sha256(subkey(*key, name_context(purpose)), plain));
}

Result<std::string> SodiumVault::seal(const std::string& wrapped_key, std::string_view text) {
  return seal_as(Purpose::kText, wrapped_key, text);
}

Result<std::string> SodiumVault::open(const std::string& wrapped_key, std::string_view cipher) {
  return open_as(Purpose::kText, wrapped_key, cipher);
}

Result<std::string> SodiumVault::commitment(const std::string& wrapped_key, std::string_view text) {
  return name_as(Purpose::kText, wrapped_key, text);
}

}  // namespace shaoyin::vault
