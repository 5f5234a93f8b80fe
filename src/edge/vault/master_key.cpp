#include "edge/vault/master_key.h"

#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/base/ensure.h"
#include "core/base/sha256.h"
#include "edge/vault/disk.h"

namespace shaoyin::vault {
namespace {

namespace fs = std::filesystem;

bool lies_inside(const fs::path& file, const fs::path& folder) {
  std::error_code problem;
  const fs::path inner = fs::weakly_canonical(file, problem);
  const fs::path outer = fs::weakly_canonical(folder, problem);
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

// Refuses places and modes under which the key would not be a secret. A missing file is kNotFound.
Status check_place(const fs::path& file, const fs::path& data_folder) {
  if (lies_inside(file, data_folder)) {
    return fault(ErrorCode::kForbidden, "key_file", "inside the data folder",
                 {fmt::format("主密钥文件 {} 位于数据目录内，备份会把它一起带走。请把它移到数据目录之外", file.string()),
                  fmt::format("The master key {} lies inside the data folder and would travel with every copy of it. "
                              "Move it outside", file.string())});
  }
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0) {
    return errno == ENOENT ? fault(ErrorCode::kNotFound, "key_file")
                           : fault(ErrorCode::kStorage, "key_file", std::strerror(errno));
  }
  if (!S_ISREG(found.st_mode) || (found.st_mode & 077) != 0) {
    return fault(ErrorCode::kForbidden, "key_file", "mode",
                 {fmt::format("主密钥文件 {0} 可被他人读取或不是普通文件。请执行 chmod 600 {0}", file.string()),
                  fmt::format("The master key {0} may be read by others or is no plain file. Run: chmod 600 {0}",
                              file.string())});
  }
  return {};
}

Result<Key> read_key(const fs::path& file) {
  const Result<std::string> bytes = read_file(file, sizeof(Key) + 1);
  if (!bytes && bytes.error().code != ErrorCode::kTooLarge) {
    return bytes.error();
  }
  if (!bytes || bytes->size() != sizeof(Key)) {
    return fault(ErrorCode::kDamaged, "key_file", "32 bytes",
                 {fmt::format("主密钥文件 {} 应恰好为 32 字节，请从备份恢复", file.string()),
                  fmt::format("The master key {} should be exactly 32 bytes. Restore it from your copy", file.string())});
  }
  Key key;
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

std::string fingerprint(const Key& key) {
  return to_hex(hmac_sha256(key, "shaoyin-vault-id-1")).substr(0, 32) + "\n";
}

fs::path id_file(const fs::path& data_folder) { return data_folder / "vault.id"; }

Error missing(const fs::path& file, const char* detail) {
  return fault(ErrorCode::kKeyMissing, "key_file", detail,
               {fmt::format("数据目录是用另一把主密钥写的，{} 不存在或不是那一把。请把原来的密钥文件放回该处", file.string()),
                fmt::format("This data folder was written with a master key that {} is not. Put the original key file there",
                            file.string())});
}

Result<Key> make_key(const fs::path& file, const fs::path& data_folder) {
  ensure(sodium_init() >= 0, "libsodium starts");
  Key key;
  randombytes_buf(key.data(), key.size());
  if (const Status made = write_file(file, {reinterpret_cast<const char*>(key.data()), key.size()}); !made) {
    return made.error();
  }
  if (const Status noted = write_file(id_file(data_folder), fingerprint(key)); !noted) {
    return noted.error();
  }
  return key;
}

Result<Key> open_key(const fs::path& file, const fs::path& data_folder, bool may_make) {
  const Result<std::string> id = read_file(id_file(data_folder), 64);
  if (!id && id.error().code != ErrorCode::kNotFound) {
    return id.error();
  }
  const Status place = check_place(file, data_folder);
  const bool absent = !place && place.error().code == ErrorCode::kNotFound;
  if (absent && id) {
    return missing(file, "absent");
  }
  if (absent) {
    return may_make ? make_key(file, data_folder) : Result<Key>(missing(file, "absent"));
  }
  if (!place) {
    return place.error();
  }
  const Result<Key> key = read_key(file);
  if (key && id && *id != fingerprint(*key)) {
    return missing(file, "another key");
  }
  if (key && !id && may_make) {  // one key may serve a new, empty folder
    if (const Status noted = write_file(id_file(data_folder), fingerprint(*key)); !noted) {
      return noted.error();
    }
  }
  return key;
}

}  // namespace

Result<Key> open_or_make_master_key(const fs::path& key_file, const fs::path& data_folder) {
  return open_key(key_file, data_folder, true);
}

Result<Key> open_master_key(const fs::path& key_file, const fs::path& data_folder) {
  return open_key(key_file, data_folder, false);
}

}  // namespace shaoyin::vault
