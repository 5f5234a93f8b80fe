// What has just changed: live, and as a list. A reader hears only of matters that they may read, and no longer than the session
// lasts under which they began to listen.
#include <charconv>
#include <map>

#include "app/readers.h"
#include "edge/http/api.h"

namespace shaoyin::http {
namespace {

std::int64_t position(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr std::size_t kRowsKept = 500;  // matters of the last entries; more would only save reads of old ones

// One reader's view of entries. Rows are kept for a while: one commit makes several entries of one matter.
class Describer {
 public:
  Describer(const Api& api, PersonCode person) : api_(api), person_(std::move(person)) {}

  std::optional<json::object> operator()(const app::FeedItem& item) {
    const std::shared_ptr<const app::Rules> rules = api_.house.rules();
    const Result<access::Caller> caller = caller_named(api_, person_);
    const app::MatterRow* row = row_of(item);
    if (!caller || row == nullptr || !app::may_see(api_.house, *rules, *caller, *row)) return std::nullopt;
    return json::object{{"position", item.position}, {"id", id_text(item.matter)}, {"number", row->number}, {"revision", item.revision},
                        {"kind", matter::event_name(item.kind)}};
  }

 private:
  const app::MatterRow* row_of(const app::FeedItem& item) {
    const auto known = rows_.find(item.matter);
    if (known != rows_.end() && known->second.revision >= item.revision) return &known->second.row;
    Result<app::RowAt> stored = api_.house.store().row(api_.house.district().id, item.matter);  // never the chain: readers × entries would load it again and again
    if (!stored) return nullptr;
    if (rows_.size() >= kRowsKept) rows_.clear();
    app::RowAt& kept = rows_[item.matter];
    kept = std::move(*stored);
    return &kept.row;
  }

  const Api& api_;
  const PersonCode person_;
  std::map<MatterId, app::RowAt> rows_;
};

Response follow(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  std::optional<std::int64_t> after;
  if (request.query.has("after")) after = position(request.query.get("after"));
  if (request.headers.has("Last-Event-ID")) after = position(request.headers.get("Last-Event-ID"));  // later than the address
  auto describer = std::make_shared<Describer>(api, caller->actor.person);
  const auto stream = api.hub.subscribe(after, [describer](const app::FeedItem& item) -> std::optional<std::string> {
    const std::optional<json::object> data = (*describer)(item);
    return data ? std::optional(json::serialize(*data)) : std::nullopt;
  }, [sessions = api.sessions, hash = request.who->token_hash] {
    const Result<bool> lives = sessions->lives(hash);
    return lives && *lives;
  });
  if (!stream) return refusal(request, stream.error());
  Response response;
  response.type = "text/event-stream";
  response.stream = *stream;
  return response;
}

// Asked from where our feed has not been: of a ledger that is no more.
Error ahead() {
  return fault(ErrorCode::kOutOfDate, "after", "",
               {"这个位置在台账末尾之后：数据可能已从备份恢复。请重新载入所显示的内容，再不带 after 从现在开始",
                "This position is after the end of the ledger: the data may have been restored from a backup. Load what you show again, and begin from now, without `after`"});
}

Response list(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const int limit = request.query.has("limit") ? static_cast<int>(position(request.query.get("limit"))) : 50;
  std::int64_t next = 0;
  if (request.query.has("after")) {
    next = position(request.query.get("after"));
    const Result<bool> known = api.hub.reaches(next);
    if (!known) return refusal(request, known.error());
    if (!*known) return refusal(request, ahead());
  } else {
    const Result<std::int64_t> head = api.hub.head();
    if (!head) return refusal(request, head.error());
    next = *head;
  }
  const Result<std::vector<app::FeedItem>> found = api.house.store().feed(api.house.district().id, next, limit);
  if (!found) return refusal(request, found.error());
  Describer describe(api, caller->actor.person);
  json::array items;
  for (const app::FeedItem& item : *found) {
    next = item.position;
    if (std::optional<json::object> shown = describe(item)) items.emplace_back(std::move(*shown));
  }
  return json_answer(json::object{{"items", std::move(items)}, {"next", next}});
}

}  // namespace

void add_feed_routes(Router& router, Api& api) {
  router.on("GET", "/api/v1/feed", in_district(api, follow));
  router.on("GET", "/api/v1/feed/list", in_district(api, list));
}

}  // namespace shaoyin::http
