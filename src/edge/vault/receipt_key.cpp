#include "edge/vault/receipt_key.h"

#include "edge/vault/disk.h"

namespace shaoyin::vault {
namespace {

constexpr std::size_t kBytesMax = 1024;  // a wrapped key is 73 bytes; more is another file

}  // namespace

Result<std::string> open_receipt_key(const std::filesystem::path& data_folder, SodiumVault& vault) {
  const Result<std::string> key = read_file(data_folder / kReceiptKeyFile, kBytesMax);
  if (!key) return key.error().code == ErrorCode::kTooLarge ? fault(ErrorCode::kDamaged, kReceiptKeyFile) : key.error();
  if (!vault.commitment(*key, "try")) {
    return fault(ErrorCode::kDamaged, kReceiptKeyFile, "of another master key",
                 {"receipt.key 不是用这把主密钥生成的。请从备份恢复它；若没有备份，删去后重启即重新生成",
                  "receipt.key was not made under this master key. Restore it from a backup; without one, delete it and start again to make a new one"});
  }
  return key;
}

Result<std::string> open_or_make_receipt_key(const std::filesystem::path& data_folder, SodiumVault& vault) {
  Result<std::string> key = open_receipt_key(data_folder, vault);
  if (key || key.error().code != ErrorCode::kNotFound) return key;
  key = vault.new_key();
  const Status written = write_file(data_folder / kReceiptKeyFile, *key);
  return written ? key : Result<std::string>(written.error());
}

}  // namespace shaoyin::vault
