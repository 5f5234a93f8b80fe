// A Store in plain maps under one mutex: for tests, the simulator and the story runner, and the oracle that the
// real stores are compared with. It promises what app/ports/store.h promises, except that nothing outlives the
// process.
// Threads: any, one at a time inside.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/ports/store.h"

namespace shaoyin::memory {

class MemoryStore : public app::Store, public app::Accounts {
 public:
  Result<app::Receipt> commit(const app::CommitRequest& request) override;
  Result<std::optional<app::Receipt>> receipt(DistrictId district, const std::string& key_scope, const std::string& key,
                                              const std::string& request_hash) override;
  Result<app::Stored> load(DistrictId district, MatterId matter) override;
  Result<app::RowAt> row(DistrictId district, MatterId matter) override;
  Result<MatterId> find_number(DistrictId district, const std::string& number) override;
  Result<std::vector<app::TextRow>> texts(DistrictId district, MatterId matter) override;
  Result<app::Page> list(DistrictId district, const app::Filter& filter) override;
  Result<std::vector<MatterId>> all(DistrictId district) override;
  Result<std::vector<app::Listed>> listed(DistrictId district, MatterId after, int limit) override;
  Result<std::vector<app::FeedItem>> feed(DistrictId district, std::int64_t after, int limit) override;
  Result<std::int64_t> feed_head(DistrictId district) override;
  Result<std::vector<MatterId>> due(DistrictId district, Instant now, int limit) override;
  Result<std::vector<app::OutboxItem>> outbox(DistrictId district, Instant now, int limit) override;
  Status delivered(DistrictId district, std::int64_t id) override;
  Result<int> forget_answers(DistrictId district, Instant before, int limit) override;
  Result<std::vector<registers::Row>> register_rows(DistrictId district, const std::string& reg) override;
  Status note_file(DistrictId district, const app::FileRow& file, const app::FileQuota& quota) override;
  Result<std::vector<app::FileRow>> files(DistrictId district, MatterId matter) override;
  Result<std::vector<app::FileRow>> forget_unused_files(DistrictId district, Instant before, int limit) override;
  Result<bool> purge_step() override;

  Result<std::optional<app::Account>> account(DistrictId district, const std::string& login) override;
  Result<std::vector<app::Account>> accounts(DistrictId district) override;
  Status add_account(DistrictId district, const app::Account& account) override;
  Result<app::Account> change_account(DistrictId district, const std::string& login, const app::AccountChange& change) override;
  Status put_session(DistrictId district, const app::Session& session, const app::SessionGrounds& grounds) override;
  Result<std::optional<app::Session>> session(DistrictId district, const std::string& token_hash) override;
  Status touch_session(DistrictId district, const std::string& token_hash, Instant used) override;
  Status end_session(DistrictId district, const std::string& token_hash) override;
  Result<int> forget_sessions(DistrictId district, const app::SessionsOver& over, int limit) override;

 private:
  struct Held {
    app::Stored stored;
    std::vector<app::TextRow> texts;
    std::map<std::pair<std::string, RecordNumber>, view::RecordRow> records;
    std::map<std::string, app::FileRow> files;  // by name
  };
  struct Waiting {
    app::OutboxItem item;
    std::optional<Instant> tried;
  };
  struct Answered {
    Instant at;
    std::string request_hash;
    app::Receipt receipt;
  };
  struct District {
    std::map<MatterId, Held> matters;
    std::map<std::string, MatterId> numbers;
    std::map<std::string, std::int64_t> counters;  // by number prefix
    std::vector<app::FeedItem> feed;               // position n stands at index n - 1
    std::map<std::int64_t, Waiting> outbox;
    std::int64_t last_outbox = 0;
    std::map<std::pair<std::string, std::string>, Answered> answered;                // by scope and key
    std::map<std::string, std::map<std::string, std::vector<registers::Row>>> registers;  // by register and code
    std::map<std::string, app::Account> accounts;
    std::map<std::string, app::Session> sessions;
  };

  static Result<std::optional<app::Receipt>> earlier(const District& district, const std::string& scope,
                                                     const std::string& key, const std::string& request_hash);
  static Result<std::vector<std::string>> plan(const District& district, const app::CommitRequest& request);
  static app::Receipt apply(District& district, const app::Batch& batch, const std::string& number,
                            const app::CommitRequest& request);
  static void apply(District& district, const registers::Row& row);
  static void erase(Held& held);
  static std::string next_number(const District& district, const std::set<std::string>& given, const std::string& prefix,
                                 std::int64_t& counter);

  std::mutex mutex_;
  std::map<DistrictId, District> districts_;
};

}  // namespace shaoyin::memory
