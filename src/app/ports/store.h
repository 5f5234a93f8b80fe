// What the application asks of storage. Two stores implement it (edge/memory, edge/sqlite) and one contract
// suite (tests/contract) holds for both.
//
// Promise: commit() returns success only after everything in the request is durable; on any error nothing of
// it is there. Threads: every method may be called from any thread. Ownership: nothing passed in is kept.
// Errors of every method besides those named: kStorage (disk), kDamaged (stored bytes that cannot be read).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/ledger/ledger.h"
#include "core/register/row.h"
#include "core/view/row.h"

namespace shaoyin::app {

using view::MatterRow;
using view::Notice;

// A free text or personal field of a matter. `masked` is empty for personal fields and confidential matters.
struct TextRow {
  std::string commitment;  // hex; the ledger's name for it
  std::string where;       // "field.what", "call[2].reason", "words@7"
  std::string cipher;      // sealed with the matter's key
  std::string masked;      // in clear and searchable
  friend bool operator==(const TextRow&, const TextRow&) = default;
};

struct Batch {
  MatterId matter;
  std::int64_t expected_revision = 0;  // 0 for a new matter
  std::vector<ledger::Link> links;
  MatterRow row;
  std::vector<view::RecordRow> records;  // those that changed; each replaces the one of its type and number
  std::vector<TextRow> texts;
  std::string wrapped_key;             // new matters only: the matter's vault key under the master key
  std::vector<Notice> notices;
  std::string secret_hash;             // new matters only: SHA-256 hex of the reporter's receipt code, may be empty
  std::vector<std::string> used_files; // now named by an entry: kept for good, no longer an orphan
  // Destroys the matter's key, sealed and masked texts (their names in the ledger stay), title and search terms with the
  // commit; entries stay and still verify. Not found by search from then on; what is left of its terms in the index's old
  // segments goes with purge_step(). The rows of its files go too; the files are the caller's to remove.
  bool erase = false;
};

struct Receipt {
  MatterId matter;
  std::string number;
  std::int64_t revision = 0;
  std::string step;
  std::string hash;           // hex of the last entry
  std::int64_t position = 0;  // of the last entry in the district's feed; 0 when it has none
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

struct CommitRequest {
  DistrictId district;
  std::string key_scope;   // both empty: no idempotency key (clock ticks carry their own)
  std::string key;
  std::string request_hash;  // hex, keyed (House::request_mac); the same key with another hash is kKeyReused
  std::vector<Batch> batches;          // the first is the matter acted on; its receipt is returned
  std::vector<registers::Row> register_rows;
  Instant now;
  std::string number_prefix;           // "HX-2023-": the store appends a six-digit counter per prefix
};

// What is stored of one matter.
struct Stored {
  MatterRow row;
  std::vector<ledger::Link> links;
  std::string wrapped_key;  // empty after erasure
  std::string secret_hash;
};

// A file kept for a matter.
struct FileRow {
  MatterId matter;
  std::string name;
  std::int64_t bytes = 0;
  Instant at;
  bool used = false;  // an entry of the ledger names it
  friend bool operator==(const FileRow&, const FileRow&) = default;
};
// What one matter may hold; zero: nothing.
struct FileQuota { int files = 0; std::int64_t bytes = 0; };

// What both stores say when a matter is full. Error kTooLarge.
[[nodiscard]] inline Error over_quota(const char* which, const FileQuota& quota) {
  const std::string megabytes = std::to_string(quota.bytes / 1'000'000);
  return fault(ErrorCode::kTooLarge, "file", which,
               {"这件事项的材料已满（最多 " + std::to_string(quota.files) + " 个文件、共 " + megabytes + " MB）；请只上传办理需要的材料，或压缩后再传",
                "This matter holds as many files as it may (" + std::to_string(quota.files) + " files, " + megabytes + " MB in all); send only what is needed, or smaller files"});
}

// A matter's row without its chain, and how long that is.
struct RowAt { MatterRow row; std::int64_t revision = 0; };

// What views read of a matter: its row and its records by type and number.
struct Listed { RowAt at; std::vector<view::RecordRow> records; };

// All conditions hold together; a list means "any of these". Equal rows stand in order of their ids.
struct Filter {
  std::vector<std::string> kinds, steps, categories, channels;  // empty: any
  std::vector<PartyCode> owners;
  std::vector<GridCode> areas;         // place is in one of these subtrees (prefix of the code or exact grid path)
  std::vector<PartyCode> parties;      // any of these units owns it or was called
  std::optional<bool> open, overdue, contested, returned, historical;
  std::optional<Instant> due_before, opened_from, opened_to;  // due < before; from <= opened < to
  MatterId parent;
  std::string text;                    // search words; every term must be found in number, title or masked texts
  enum class Order { kDue, kNewest, kOldest, kUpdated } order = Order::kDue;  // kDue: without a due instant last
  int offset = 0;
  int limit = 50;                      // more than kPageMax is kPageMax, less than 0 is 0
};
inline constexpr int kPageMax = 500;   // a longer page is an export

struct Page { std::vector<MatterRow> rows; std::int64_t total = 0; };

struct FeedItem { std::int64_t position; MatterId matter; std::int64_t revision; matter::EventKind kind; Instant at; };

// `at`: when it was committed; `tries`: how often it was handed out before.
struct OutboxItem { std::int64_t id; MatterId matter; Notice notice; Instant at; int tries; };
inline constexpr Millis kOutboxLease = minutes(1);  // time a deliverer has to confirm before the notice goes out again

class Store {
 public:
  virtual ~Store() = default;

  // Errors: kConflict (a batch's matter moved on, or a number given in the row is taken: field "number"),
  // kKeyReused, kBusy (too many wait already). A repeated key with the same hash returns the first receipt.
  // A batch without links rewrites the row only; a request without batches has an empty receipt.
  // A register row ends every earlier version of its code at its own valid_from.
  // REQUIRES: the links carry on the matter's chain from expected_revision; a new matter has at least one.
  virtual Result<Receipt> commit(const CommitRequest& request) = 0;

  // The receipt of an earlier request; nullopt when the key is new. Error: kKeyReused.
  virtual Result<std::optional<Receipt>> receipt(DistrictId district, const std::string& key_scope, const std::string& key,
                                                 const std::string& request_hash) = 0;

  // Errors: kNotFound.
  virtual Result<Stored> load(DistrictId district, MatterId matter) = 0;
  virtual Result<RowAt> row(DistrictId district, MatterId matter) = 0;
  virtual Result<MatterId> find_number(DistrictId district, const std::string& number) = 0;

  virtual Result<std::vector<TextRow>> texts(DistrictId district, MatterId matter) = 0;
  virtual Result<Page> list(DistrictId district, const Filter& filter) = 0;
  virtual Result<std::vector<MatterId>> all(DistrictId district) = 0;  // in order of id
  // Matters with an id above `after`, in order of id, at most `limit`.
  virtual Result<std::vector<Listed>> listed(DistrictId district, MatterId after, int limit) = 0;
  virtual Result<std::vector<FeedItem>> feed(DistrictId district, std::int64_t after, int limit) = 0;
  virtual Result<std::int64_t> feed_head(DistrictId district) = 0;  // position of the last entry; 0: there is none
  // Matters whose clock acts at or before `now`, the most urgent first; historical ones never.
  virtual Result<std::vector<MatterId>> due(DistrictId district, Instant now, int limit) = 0;

  // Notices ready to go out (never tried, or tried and not confirmed for kOutboxLease), oldest first; each answer
  // counts as a try. `delivered` confirms, and is harmless when repeated.
  virtual Result<std::vector<OutboxItem>> outbox(DistrictId district, Instant now, int limit) = 0;
  virtual Status delivered(DistrictId district, std::int64_t id) = 0;

  // Forgets idempotency keys answered before `before`, the oldest first, at most `limit`; says how many. A forgotten
  // key is new again.
  virtual Result<int> forget_answers(DistrictId district, Instant before, int limit) = 0;

  // Every version, in order of code and version.
  virtual Result<std::vector<registers::Row>> register_rows(DistrictId district, const std::string& reg) = 0;

  // Notes a file before it is written, so that an upload cut short is found again. The same name again is noted once.
  // Errors: kNotFound (no such matter), kTooLarge (over the quota; detail "files_per_matter_max" or "file_bytes_per_matter_max").
  virtual Status note_file(DistrictId district, const FileRow& file, const FileQuota& quota) = 0;
  virtual Result<std::vector<FileRow>> files(DistrictId district, MatterId matter) = 0;  // by name
  // Forgets files that no entry named and that were noted before `before`, at most `limit`, and says which: they are the
  // caller's to remove.
  virtual Result<std::vector<FileRow>> forget_unused_files(DistrictId district, Instant before, int limit) = 0;

  // A bounded piece of rewriting what erased texts left behind (old segments of the search index, the log). True: call again.
  virtual Result<bool> purge_step() = 0;
};

// Log-in names, sessions and tokens. Only hashes of secrets are stored.
struct Account { PersonCode person; std::string login; std::string password_hash; bool disabled = false; };
struct Session { std::string token_hash; PersonCode person; std::string csrf; Instant created; Instant used; bool bearer = false; std::string label; };

// What a new session rests on, as it was looked at. Storing it asks once more, for the account may have been disabled or given
// another password in between. Empty: nothing (whoever holds the folder itself).
struct SessionGrounds {
  std::string login, password_hash;  // of an account: it is enabled and this is still its password
  std::string token_hash;            // of a session under which a token is made: it is still there
};

// A session is over when it was made, or a cookie's was last used, at or before these.
struct SessionsOver { Instant cookie_created, cookie_used, bearer_created; };

// What changes of an account. What is not given stays as it is, whatever somebody else changes meanwhile: hashing a password
// takes long enough for that.
struct AccountChange {
  std::optional<std::string> password_hash;
  std::optional<bool> disabled;
  // Whoever knew the old password, or worked under the account, is out.
  [[nodiscard]] bool ends_sessions() const { return password_hash.has_value() || disabled.value_or(false); }
};

// What both stores say of a log-in name. Errors kConflict, kNotFound.
[[nodiscard]] inline Error login_taken(const std::string& login) {
  return fault(ErrorCode::kConflict, "login", login, {"已有账号 " + login + "，请换一个登录名", "There is an account " + login + " already; choose another name"});
}
[[nodiscard]] inline Error no_account(const std::string& login) {
  return fault(ErrorCode::kNotFound, "login", login, {"没有账号 " + login, "There is no account " + login});
}

class Accounts {
 public:
  virtual ~Accounts() = default;
  virtual Result<std::optional<Account>> account(DistrictId district, const std::string& login) = 0;
  virtual Result<std::vector<Account>> accounts(DistrictId district) = 0;
  // Error kConflict: the name is taken; then that account stays as it is.
  virtual Status add_account(DistrictId district, const Account& account) = 0;
  // Returns the account as it is now. A new password or disabling ends every session of its person in the same commit.
  // Error kNotFound.
  virtual Result<Account> change_account(DistrictId district, const std::string& login, const AccountChange& change) = 0;
  // Error kUnauthenticated: what it rests on holds no more; then nothing was stored.
  virtual Status put_session(DistrictId district, const Session& session, const SessionGrounds& grounds) = 0;
  virtual Result<std::optional<Session>> session(DistrictId district, const std::string& token_hash) = 0;
  virtual Status touch_session(DistrictId district, const std::string& token_hash, Instant used) = 0;
  virtual Status end_session(DistrictId district, const std::string& token_hash) = 0;
  // Forgets sessions that are over, at most `limit`; says how many.
  virtual Result<int> forget_sessions(DistrictId district, const SessionsOver& over, int limit) = 0;
};

}  // namespace shaoyin::app
