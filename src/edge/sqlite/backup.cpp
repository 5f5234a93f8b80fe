#include "edge/sqlite/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/base/sha256.h"

namespace shaoyin::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFirstLine = "shaoyin-backup 1";
constexpr const char* kManifest = "manifest.txt";
constexpr const char* kKey = "master.key";

struct Listed {
  std::string hash;
  std::int64_t bytes = 0;
  std::string path;  // relative, '/' between names
};

Error io_fault(const fs::path& path) { return fault(ErrorCode::kStorage, "backup", path.string()); }

Error damaged(const std::string& detail) {
  return fault(ErrorCode::kDamaged, "backup", detail,
               {fmt::format("备份不完整或已被改动（{}），未恢复任何内容。请使用另一份备份", detail),
                fmt::format("The backup is not whole or was changed ({}); nothing was restored. Use another one", detail)});
}

Error occupied(const fs::path& path) {
  return fault(ErrorCode::kConflict, "backup", path.string(),
               {fmt::format("{} 已有内容。请给出一个空的或不存在的位置", path.string()),
                fmt::format("{} holds something already. Name a place that is empty or absent", path.string())});
}

// What cannot even be looked at (a link to itself, no permission) is not free.
bool is_free(const fs::path& folder) {
  std::error_code failed;
  const bool there = fs::exists(folder, failed);
  if (failed) return false;
  return !there || (fs::is_directory(folder, failed) && fs::is_empty(folder, failed) && !failed);
}

Result<Listed> listed(const fs::path& top, const std::string& path) {
  std::ifstream in(top / path, std::ios::binary);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> block(1 << 20);
  std::int64_t bytes = 0;
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(block.data()),
                              static_cast<unsigned long long>(in.gcount()));
    bytes += in.gcount();
  }
  if (!in.eof()) {
    return io_fault(top / path);
  }
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return Listed{to_hex(hash), bytes, path};
}

bool sync(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool good = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) {
    ::close(fd);
  }
  return good;
}

Status copy_durably(const fs::path& from, const fs::path& to) {
  std::error_code problem;
  fs::create_directories(to.parent_path(), problem);
  if (!fs::copy_file(from, to, problem) || problem) {
    return io_fault(to);
  }
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, problem);
  return !problem && sync(to) && sync(to.parent_path()) ? Status{} : Status{io_fault(to)};
}

// What a data folder holds besides its database: the vault's files, whole ones only. A file that cannot be looked at fails
// the backup: without it the backup would not be whole.
Result<std::vector<std::string>> vault_paths(const fs::path& data_folder) {
  std::vector<std::string> paths;
  std::error_code problem;
  for (const char* small : {"vault.id", "receipt.key"}) {
    if (fs::exists(data_folder / small, problem)) {
      paths.emplace_back(small);
    }
    if (problem) return io_fault(data_folder / small);
  }
  const fs::path files = data_folder / "files";
  if (!fs::exists(files, problem)) {
    return problem ? Result<std::vector<std::string>>(io_fault(files)) : paths;
  }
  for (fs::recursive_directory_iterator at(files, problem), end; !problem && at != end; at.increment(problem)) {
    const bool whole = at->is_regular_file(problem) && at->path().extension().empty();
    if (problem) return io_fault(at->path());
    if (whole) paths.push_back(at->path().lexically_relative(data_folder).generic_string());
  }
  return problem ? Result<std::vector<std::string>>(io_fault(files)) : paths;
}

// A backup inside the folder it is of would be lost with it, and the next one would not know it from the folder's own files.
Error inside(const fs::path& to) {
  return fault(ErrorCode::kConflict, "backup", to.string(),
               {fmt::format("{} 在数据文件夹之内：文件夹丢失时备份会一同丢失。请给出数据文件夹以外、最好是另一块磁盘上的位置", to.string()),
                fmt::format("{} lies inside the data folder and would be lost with it. Name a place outside it, best on another disk", to.string())});
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
  std::error_code problem;
  const fs::path in = fs::weakly_canonical(fs::absolute(inner, problem), problem), out = fs::weakly_canonical(fs::absolute(outer, problem), problem);
  return !problem && std::mismatch(out.begin(), out.end(), in.begin(), in.end()).first == out.end();
}

Status write_manifest(const fs::path& folder, const std::vector<std::string>& paths, BackupReport& report) {
  std::string text = fmt::format("{}\n", kFirstLine);
  for (const std::string& path : paths) {
    const Result<Listed> file = listed(folder, path);
    if (!file) {
      return file.error();
    }
    text += fmt::format("{} {} {}\n", file->hash, file->bytes, file->path);
    ++report.files;
    report.bytes += file->bytes;
  }
  text += fmt::format("end {}\n", report.files);
  const fs::path manifest = folder / kManifest;
  std::ofstream out(manifest, std::ios::binary);
  out << text;
  out.close();
  return out && sync(manifest) && sync(folder) ? Status{} : Status{io_fault(manifest)};
}

Result<std::vector<Listed>> read_manifest(const fs::path& folder) {
  std::ifstream in(folder / kManifest, std::ios::binary);
  std::string line;
  if (!std::getline(in, line) || line != kFirstLine) {
    return damaged("no manifest");
  }
  std::vector<Listed> files;
  while (std::getline(in, line)) {
    if (line == fmt::format("end {}", files.size())) {
      return files;
    }
    Listed file;
    std::istringstream words(line);
    words >> file.hash >> file.bytes >> file.path;
    const bool climbs = file.path.empty() || file.path.front() == '/' || file.path.find("..") != std::string::npos;
    if (!words || climbs) {
      return damaged("manifest line");
    }
    files.push_back(std::move(file));
  }
  return damaged("manifest cut off");
}

Status verify(const fs::path& folder, const std::vector<Listed>& files) {
  for (const Listed& wanted : files) {
    const Result<Listed> found = listed(folder, wanted.path);
    if (!found || found->hash != wanted.hash || found->bytes != wanted.bytes) {
      return damaged(wanted.path);
    }
  }
  return {};
}

Status copy_all(const fs::path& from, const std::vector<Listed>& files, const fs::path& data_folder, const fs::path& key_file) {
  for (const Listed& file : files) {
    if (file.path == kKey && key_file.empty()) {
      continue;
    }
    if (const Status copied = copy_durably(from / file.path, file.path == kKey ? key_file : data_folder / file.path); !copied) {
      return copied;
    }
  }
  return {};
}

}  // namespace

Result<BackupReport> backup(SqliteStore& store, const fs::path& data_folder, const fs::path& to, const fs::path& key_file) {
  if (lies_in(to, data_folder)) return inside(to);
  if (!is_free(to)) {
    return occupied(to);
  }
  std::error_code problem;
  fs::create_directories(to, problem);
  if (problem) return io_fault(to);
  fs::permissions(to, fs::perms::owner_all, problem);
  // The database first: a file is stored before the commit that names it, so every named file is copied.
  if (const Status copied = store.copy_to((to / "shaoyin.db").string()); !copied) {
    return copied.error();
  }
  Result<std::vector<std::string>> found = vault_paths(data_folder);
  if (!found) return found.error();
  std::vector<std::string>& paths = *found;
  for (const std::string& path : paths) {
    if (const Status copied = copy_durably(data_folder / path, to / path); !copied) {
      return copied.error();
    }
  }
  BackupReport report;
  if (!key_file.empty()) {
    if (const Status copied = copy_durably(key_file, to / kKey); !copied) {
      return copied.error();
    }
    paths.emplace_back(kKey);
    report.key_included = true;
  }
  paths.emplace_back("shaoyin.db");  // last, so that a restore brings it last
  const Status written = write_manifest(to, paths, report);
  return written ? Result<BackupReport>(report) : Result<BackupReport>(written.error());
}

Result<BackupReport> restore(const fs::path& from, const fs::path& data_folder, const fs::path& key_file) {
  if (!is_free(data_folder)) {
    return occupied(data_folder);
  }
  std::error_code unseen;
  if (!key_file.empty() && (fs::exists(key_file, unseen) || unseen)) {
    return occupied(key_file);
  }
  const Result<std::vector<Listed>> files = read_manifest(from);
  if (!files) {
    return files.error();
  }
  if (const Status whole = verify(from, *files); !whole) {
    return whole.error();
  }
  BackupReport report;
  for (const Listed& file : *files) {
    ++report.files;
    report.bytes += file.bytes;
    report.key_included = report.key_included || file.path == kKey;
  }
  if (!key_file.empty() && !report.key_included) {
    return fault(ErrorCode::kKeyMissing, "backup", "no key in the backup",
                 {"备份中没有主密钥，请从另存之处取得密钥文件", "The backup holds no master key; take it from where you keep it"});
  }
  if (const Status copied = copy_all(from, *files, data_folder, key_file); !copied) {
    std::error_code problem;
    fs::remove_all(data_folder, problem);  // it was empty or absent before
    if (!key_file.empty()) {
      fs::remove(key_file, problem);
    }
    return copied.error();
  }
  return report;
}

}  // namespace shaoyin::sqlite
