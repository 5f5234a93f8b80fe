#include "edge/memory/memory_store.h"

#include <algorithm>

namespace shaoyin::memory {

using app::Account;
using app::FeedItem;
using app::OutboxItem;
using app::Receipt;
using app::Session;
using app::Stored;
using app::TextRow;

Result<std::optional<Receipt>> MemoryStore::receipt(DistrictId district, const std::string& key_scope,
                                                    const std::string& key, const std::string& request_hash) {
  const std::lock_guard lock(mutex_);
  return earlier(districts_[district], key_scope, key, request_hash);
}

Result<Stored> MemoryStore::load(DistrictId district, MatterId matter) {
  const std::lock_guard lock(mutex_);
  const auto& matters = districts_[district].matters;
  const auto held = matters.find(matter);
  if (held == matters.end()) {
    return fault(ErrorCode::kNotFound, "matter");
  }
  return held->second.stored;
}

Result<MatterId> MemoryStore::find_number(DistrictId district, const std::string& number) {
  const std::lock_guard lock(mutex_);
  const auto& numbers = districts_[district].numbers;
  const auto found = numbers.find(number);
  if (found == numbers.end()) {
    return fault(ErrorCode::kNotFound, "number");
  }
  return found->second;
}

Result<std::vector<TextRow>> MemoryStore::texts(DistrictId district, MatterId matter) {
  const std::lock_guard lock(mutex_);
  const auto& matters = districts_[district].matters;
  const auto held = matters.find(matter);
  return held == matters.end() ? std::vector<TextRow>{} : held->second.texts;
}

Result<std::vector<MatterId>> MemoryStore::all(DistrictId district) {
  const std::lock_guard lock(mutex_);
  std::vector<MatterId> ids;
  for (const auto& [id, held] : districts_[district].matters) {
    ids.push_back(id);
  }
  return ids;
}

Result<std::vector<app::Listed>> MemoryStore::listed(DistrictId district, MatterId after, int limit) {
  const std::lock_guard lock(mutex_);
  const auto& matters = districts_[district].matters;
  std::vector<app::Listed> all;
  for (auto held = matters.upper_bound(after); held != matters.end() && static_cast<int>(all.size()) < limit; ++held) {
    app::Listed one{{held->second.stored.row, static_cast<std::int64_t>(held->second.stored.links.size())}, {}};
    for (const auto& [key, record] : held->second.records) {
      one.records.push_back(record);
    }
    all.push_back(std::move(one));
  }
  return all;
}

Result<std::vector<FeedItem>> MemoryStore::feed(DistrictId district, std::int64_t after, int limit) {
  const std::lock_guard lock(mutex_);
  std::vector<FeedItem> items;
  for (const FeedItem& item : districts_[district].feed) {
    if (item.position > after && static_cast<int>(items.size()) < limit) {
      items.push_back(item);
    }
  }
  return items;
}

Result<std::int64_t> MemoryStore::feed_head(DistrictId district) {
  const std::lock_guard lock(mutex_);
  return static_cast<std::int64_t>(districts_[district].feed.size());
}

Result<std::vector<MatterId>> MemoryStore::due(DistrictId district, Instant now, int limit) {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<Instant, MatterId>> waiting;
  for (const auto& [id, held] : districts_[district].matters) {
    const app::MatterRow& row = held.stored.row;
    if (row.look_again && *row.look_again <= now && !row.historical) {
      waiting.emplace_back(*row.look_again, id);
    }
  }
  std::sort(waiting.begin(), waiting.end());
  std::vector<MatterId> ids;
  for (const auto& [at, id] : waiting) {
    if (static_cast<int>(ids.size()) < limit) {
      ids.push_back(id);
    }
  }
  return ids;
}

Result<std::vector<OutboxItem>> MemoryStore::outbox(DistrictId district, Instant now, int limit) {
  const std::lock_guard lock(mutex_);
  std::vector<OutboxItem> items;
  for (auto& [id, waiting] : districts_[district].outbox) {
    const bool ready = !waiting.tried || *waiting.tried + app::kOutboxLease <= now;
    if (ready && static_cast<int>(items.size()) < limit) {
      items.push_back(waiting.item);
      waiting.tried = now;
      ++waiting.item.tries;
    }
  }
  return items;
}

Status MemoryStore::delivered(DistrictId district, std::int64_t id) {
  const std::lock_guard lock(mutex_);
  districts_[district].outbox.erase(id);
  return {};
}

Result<int> MemoryStore::forget_answers(DistrictId district, Instant before, int limit) {
  const std::lock_guard lock(mutex_);
  auto& answered = districts_[district].answered;
  std::vector<std::pair<Instant, std::pair<std::string, std::string>>> old;
  for (const auto& [key, answer] : answered) {
    if (answer.at < before) {
      old.emplace_back(answer.at, key);
    }
  }
  std::sort(old.begin(), old.end());
  old.resize(std::min(old.size(), static_cast<std::size_t>(std::max(limit, 0))));
  for (const auto& [at, key] : old) {
    answered.erase(key);
  }
  return static_cast<int>(old.size());
}

Result<std::vector<registers::Row>> MemoryStore::register_rows(DistrictId district, const std::string& reg) {
  const std::lock_guard lock(mutex_);
  std::vector<registers::Row> rows;
  for (const auto& [code, versions] : districts_[district].registers[reg]) {
    rows.insert(rows.end(), versions.begin(), versions.end());
  }
  return rows;
}

Result<app::RowAt> MemoryStore::row(DistrictId district, MatterId matter) {
  const Result<Stored> stored = load(district, matter);
  if (!stored) {
    return stored.error();
  }
  return app::RowAt{stored->row, static_cast<std::int64_t>(stored->links.size())};
}

Status MemoryStore::note_file(DistrictId district, const app::FileRow& file, const app::FileQuota& quota) {
  const std::lock_guard lock(mutex_);
  auto& matters = districts_[district].matters;
  const auto held = matters.find(file.matter);
  if (held == matters.end()) {
    return fault(ErrorCode::kNotFound, "matter");
  }
  auto& files = held->second.files;
  if (files.contains(file.name)) {
    return {};
  }
  std::int64_t bytes = file.bytes;
  for (const auto& [name, kept] : files) {
    bytes += kept.bytes;
  }
  if (static_cast<int>(files.size()) >= quota.files) {
    return app::over_quota("files_per_matter_max", quota);
  }
  if (bytes > quota.bytes) {
    return app::over_quota("file_bytes_per_matter_max", quota);
  }
  files[file.name] = file;
  return {};
}

Result<std::vector<app::FileRow>> MemoryStore::files(DistrictId district, MatterId matter) {
  const std::lock_guard lock(mutex_);
  std::vector<app::FileRow> rows;
  const auto& matters = districts_[district].matters;
  if (const auto held = matters.find(matter); held != matters.end()) {
    for (const auto& [name, file] : held->second.files) {
      rows.push_back(file);
    }
  }
  return rows;
}

Result<std::vector<app::FileRow>> MemoryStore::forget_unused_files(DistrictId district, Instant before, int limit) {
  const std::lock_guard lock(mutex_);
  std::vector<app::FileRow> forgotten;
  for (auto& [id, held] : districts_[district].matters) {
    std::erase_if(held.files, [&](const auto& entry) {
      const app::FileRow& file = entry.second;
      const bool goes = !file.used && file.at < before && static_cast<int>(forgotten.size()) < limit;
      if (goes) {
        forgotten.push_back(file);
      }
      return goes;
    });
  }
  return forgotten;
}

Result<bool> MemoryStore::purge_step() { return false; }  // maps leave nothing behind

Result<std::optional<Account>> MemoryStore::account(DistrictId district, const std::string& login) {
  const std::lock_guard lock(mutex_);
  const auto& accounts = districts_[district].accounts;
  const auto found = accounts.find(login);
  return found == accounts.end() ? std::optional<Account>{} : std::optional<Account>{found->second};
}

Result<std::vector<Account>> MemoryStore::accounts(DistrictId district) {
  const std::lock_guard lock(mutex_);
  std::vector<Account> all;
  for (const auto& [login, account] : districts_[district].accounts) {
    all.push_back(account);
  }
  return all;
}

Status MemoryStore::add_account(DistrictId district, const Account& account) {
  const std::lock_guard lock(mutex_);
  const bool added = districts_[district].accounts.emplace(account.login, account).second;
  return added ? Status() : Status(app::login_taken(account.login));
}

Result<Account> MemoryStore::change_account(DistrictId district, const std::string& login, const app::AccountChange& change) {
  const std::lock_guard lock(mutex_);
  District& held = districts_[district];
  const auto found = held.accounts.find(login);
  if (found == held.accounts.end()) {
    return app::no_account(login);
  }
  Account& account = found->second;
  account.password_hash = change.password_hash.value_or(account.password_hash);
  account.disabled = change.disabled.value_or(account.disabled);
  if (change.ends_sessions()) {
    std::erase_if(held.sessions, [&](const auto& session) { return session.second.person == account.person; });
  }
  return account;
}

Status MemoryStore::put_session(DistrictId district, const Session& session, const app::SessionGrounds& grounds) {
  const std::lock_guard lock(mutex_);
  District& held = districts_[district];
  const auto account = held.accounts.find(grounds.login);
  const bool known = account != held.accounts.end() && !account->second.disabled && account->second.password_hash == grounds.password_hash;
  if ((!grounds.login.empty() && !known) || (!grounds.token_hash.empty() && !held.sessions.contains(grounds.token_hash))) {
    return fault(ErrorCode::kUnauthenticated);
  }
  held.sessions[session.token_hash] = session;
  return {};
}

Result<std::optional<Session>> MemoryStore::session(DistrictId district, const std::string& token_hash) {
  const std::lock_guard lock(mutex_);
  const auto& sessions = districts_[district].sessions;
  const auto found = sessions.find(token_hash);
  return found == sessions.end() ? std::optional<Session>{} : std::optional<Session>{found->second};
}

Status MemoryStore::touch_session(DistrictId district, const std::string& token_hash, Instant used) {
  const std::lock_guard lock(mutex_);
  auto& sessions = districts_[district].sessions;
  if (const auto found = sessions.find(token_hash); found != sessions.end()) {
    found->second.used = used;
  }
  return {};
}

Status MemoryStore::end_session(DistrictId district, const std::string& token_hash) {
  const std::lock_guard lock(mutex_);
  districts_[district].sessions.erase(token_hash);
  return {};
}

Result<int> MemoryStore::forget_sessions(DistrictId district, const app::SessionsOver& over, int limit) {
  const std::lock_guard lock(mutex_);
  int forgotten = 0;
  std::erase_if(districts_[district].sessions, [&](const auto& held) {
    const Session& session = held.second;
    const bool ended = session.bearer ? session.created <= over.bearer_created
                                      : session.created <= over.cookie_created || session.used <= over.cookie_used;
    return ended && forgotten < limit && ++forgotten > 0;
  });
  return forgotten;
}

}  // namespace shaoyin::memory
