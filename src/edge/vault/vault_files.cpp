#include "edge/vault/vault_files.h"

#include "edge/vault/disk.h"

namespace shaoyin::vault {
namespace {

// Only such names reach the disk: no path can be walked with them.
bool is_name(const std::string& name) {
  return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

constexpr std::size_t kSealedMax = kFileBytesMax + 1024;  // room for version, nonce and tag

}  // namespace

VaultFiles::VaultFiles(SodiumVault& vault, std::filesystem::path data_folder)
    : vault_(vault), folder_(std::move(data_folder) / "files") {}

std::filesystem::path VaultFiles::path_of(const std::string& name) const { return folder_ / name.substr(0, 2) / name; }

Result<std::string> VaultFiles::name(const std::string& wrapped_key, std::string_view bytes) {
  if (bytes.size() > kFileBytesMax) {
    return fault(ErrorCode::kTooLarge, "file", "kFileBytesMax=" + std::to_string(kFileBytesMax));
  }
  return vault_.name_as(SodiumVault::Purpose::kFile, wrapped_key, bytes);
}

Status VaultFiles::remove(const std::string& name) {
  std::error_code problem;
  if (is_name(name)) {
    std::filesystem::remove(path_of(name), problem);
  }
  return problem ? Status(fault(ErrorCode::kStorage, "file", problem.message())) : Status();
}

Result<std::string> VaultFiles::put(const std::string& wrapped_key, std::string_view bytes) {
  const Result<std::string> called = name(wrapped_key, bytes);
  if (!called || get(wrapped_key, *called)) {
    return called;  // the same file again: what is there and opens is kept
  }
  const Result<std::string> sealed = vault_.seal_as(SodiumVault::Purpose::kFile, wrapped_key, bytes);
  if (!sealed) {
    return sealed.error();
  }
  if (const Status written = write_file(path_of(*called), *sealed); !written) {
    return written.error();
  }
  return called;
}

Result<std::string> VaultFiles::get(const std::string& wrapped_key, const std::string& name) {
  if (!is_name(name)) {
    return fault(ErrorCode::kNotFound, "file");
  }
  const Result<std::string> sealed = read_file(path_of(name), kSealedMax);
  if (!sealed) {
    return sealed.error().code == ErrorCode::kTooLarge ? fault(ErrorCode::kDamaged, "file") : sealed.error();
  }
  Result<std::string> plain = vault_.open_as(SodiumVault::Purpose::kFile, wrapped_key, *sealed);
  if (!plain) {
    return plain;
  }
  // A file swapped for another of the same matter opens, but is not what its name says.
  const Result<std::string> said = vault_.name_as(SodiumVault::Purpose::kFile, wrapped_key, *plain);
  if (!said || *said != name) {
    return fault(ErrorCode::kDamaged, "file", "content differs from name");
  }
  return plain;
}

}  // namespace shaoyin::vault
