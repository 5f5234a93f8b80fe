#include "app/submit_action.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/once.h"
#include "app/transaction.h"

namespace shaoyin::app {
namespace {

// A clock that cannot act is tried again soon, for a full disk passes, and at least hourly, for an operator mends the rest.
constexpr Millis kTryAgainSoonest = minutes(1);
constexpr Millis kTryAgainLatest = hours(1);
constexpr int kDoublingsMax = 6;

// What makes two requests the same request: everything the person chose, nothing the server added.
std::string chosen(const Request& request) {
  std::string bytes = request.kind + "\n" + request.place + "\n" + request.action + "\n" + std::to_string(request.matter.value) + "\n" +
                      std::to_string(request.record) + "\n" + request.to + "\n";
  if (!request.site.empty()) bytes += request.site + "\n";
  if (!request.channel.empty()) bytes += "channel " + request.channel + "\n";
  for (const auto& [name, value] : request.inputs) {
    bytes += name + " ";
    ledger::write_value(bytes, value);
    bytes += "\n";
  }
  return bytes;
}

// How the matter came. Residents come by the portal; staff say it where the kind knows several ways.
Result<std::string> channel_of(const House& house, const Request& request) {
  const auto procedure = house.rules()->current(request.kind);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", request.kind);
  if (request.caller.actor.as == matter::Actor::As::kResident) return std::string("portal");
  const auto& known = procedure->channels;
  if (request.channel.empty()) return known.empty() ? std::string("staff") : known.front();
  if (std::find(known.begin(), known.end(), request.channel) == known.end()) return fault(ErrorCode::kNotAChoice, "channel", fmt::format("{}", fmt::join(known, ", ")));
  return request.channel;
}

Result<Receipt> attempt(House& house, const Request& request, const std::string& hash) {
  Transaction transaction(house, request.caller);
  Transaction::Item* item = nullptr;
  if (request.matter.present()) {
    auto found = transaction.item(request.matter);
    if (!found) return found.error();
    item = *found;
    if (Status status = transaction.act(*item, request); !status) return status.error();
  } else {
    const Result<std::string> channel = channel_of(house, request);
    if (!channel) return channel.error();
    const MatterId id = house.new_id();
    const Result<std::string> secret = request.secret_hash ? request.secret_hash(id) : Result<std::string>(std::string());
    if (!secret) return secret.error();
    auto opened = transaction.open(id, request.kind, {request.place, request.site}, {}, request.inputs, *channel, *secret);
    if (!opened) return opened.error();
    item = *opened;
  }
  return house.commit(transaction.build(*item, request.caller.key_scope, request.key, hash));
}

// A clock's or recomputation's decision on one matter, committed if there is anything in it.
template <class Decide>
Result<std::optional<Receipt>> run_alone(House& house, MatterId id, matter::Actor::As as, const Decide& decide) {
  for (int tries = 1; tries <= kAttemptsMax; ++tries) {
    access::Caller caller;
    caller.actor.as = as;
    Transaction transaction(house, caller);
    auto item = transaction.item(id);
    if (!item) return item.error();
    procedure::Facts facts = transaction.deciding();
    facts.seen_to = (*item)->row.look_again.value_or(Instant{});
    if (Status status = transaction.take(**item, decide(*(*item)->procedure, (*item)->matter, facts)); !status) return status.error();
    if (transaction.empty()) return std::optional<Receipt>();
    auto receipt = house.commit(transaction.build(**item, "", "", ""));
    if (receipt) return std::optional<Receipt>(*receipt);
    if (receipt.error().code != ErrorCode::kConflict) return receipt.error();
  }
  return fault(ErrorCode::kBusy);
}

}  // namespace

Result<Receipt> submit_action(House& house, const Request& request) {
  return once(house, request.caller, request.key, chosen(request), [&](const std::string& hash) { return attempt(house, request, hash); });
}

Result<std::optional<Receipt>> answered_before(House& house, const Request& request) {
  const Result<std::string> hash = house.request_mac(chosen(request));
  if (!hash) return hash.error();
  return house.store().receipt(house.district().id, request.caller.key_scope, request.key, *hash);
}

Result<std::optional<Receipt>> tick_matter(House& house, MatterId matter) {
  return run_alone(house, matter, matter::Actor::As::kClock, procedure::tick);
}

std::vector<SetAside::One> SetAside::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<One> found;
  for (const auto& [id, one] : by_id_) found.push_back(one);
  return found;
}

std::size_t SetAside::waiting(Instant now) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::count_if(by_id_.begin(), by_id_.end(), [&](const auto& one) { return one.second.again > now; }));
}

bool SetAside::waits(MatterId matter, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(matter.value);
  return found != by_id_.end() && found->second.again > now;
}

void SetAside::failed(MatterId matter, const Error& error, Instant now) {
  const std::lock_guard lock(mutex_);
  One& one = by_id_[matter.value];
  one = {matter, one.tries + 1, now + Millis{std::min(kTryAgainSoonest.ms << std::min(one.tries, kDoublingsMax), kTryAgainLatest.ms)}, error};
}

void SetAside::acted(MatterId matter) {
  const std::lock_guard lock(mutex_);
  by_id_.erase(matter.value);
}

Result<Ticked> tick_due(House& house, int limit, SetAside* aside) {
  const Instant now = house.now();
  // Those set aside are still the most overdue: ask for as many more.
  auto due = house.store().due(house.district().id, now, limit + (aside ? static_cast<int>(aside->waiting(now)) : 0));
  if (!due) return due.error();
  Ticked done;
  for (const MatterId id : *due) {
    if (aside && aside->waits(id, now)) continue;
    const auto receipt = tick_matter(house, id);
    ++done.matters;
    if (!receipt) {
      ++done.failed;
      if (aside) aside->failed(id, receipt.error(), now);
      continue;
    }
    if (aside) aside->acted(id);
    if (*receipt) ++done.acted;
  }
  return done;
}

namespace {

// Every open matter once, in the order in which they were opened, whatever is closed or opened meanwhile: the next page begins
// where the last one ended in time, not at a count that shrinks underneath.
template <class Each>
Status for_each_open(House& house, const Each& each) {
  Filter filter;
  filter.open = true;
  filter.historical = false;
  filter.order = Filter::Order::kOldest;
  filter.limit = kPageMax;
  std::set<std::int64_t> seen;
  for (;;) {
    auto page = house.store().list(house.district().id, filter);
    if (!page) return page.error();
    bool fresh = false;
    for (const MatterRow& row : page->rows) {
      if (!seen.insert(row.id.value).second) continue;
      fresh = true;
      each(row);
    }
    if (page->rows.size() < static_cast<std::size_t>(kPageMax)) return {};
    const bool moved = !filter.opened_from || page->rows.back().opened > *filter.opened_from;
    filter.opened_from = page->rows.back().opened;
    filter.offset = moved ? 0 : fresh ? filter.offset : filter.offset + kPageMax;  // more than a page of one instant
  }
}

constexpr const char* kRecomputed = "recomputed";  // register: which calendar open clocks rest on

}  // namespace

Result<Ticked> recompute_open(House& house) {
  Ticked done;
  const Status walked = for_each_open(house, [&](const MatterRow& row) {
    const auto receipt = run_alone(house, row.id, matter::Actor::As::kEngine, procedure::recompute);
    ++done.matters;
    if (!receipt) { ++done.failed; }
    else if (*receipt) { ++done.acted; }
  });
  if (!walked) return walked.error();
  return done;
}

Result<std::optional<Ticked>> recompute_once(House& house) {
  const std::string version = house.rules()->calendar.version();
  const auto rows = house.store().register_rows(house.district().id, kRecomputed);
  if (!rows) return rows.error();
  if (!rows->empty() && rows->back().columns.contains("calendar") && rows->back().columns.at("calendar") == version) return std::optional<Ticked>();
  auto done = recompute_open(house);
  if (!done) return done.error();
  if (done->failed > 0) return std::optional<Ticked>(*done);  // some still rest on the calendar of before: not seen to yet
  CommitRequest request;
  request.district = house.district().id;
  request.now = house.now();
  request.register_rows.push_back({kRecomputed, "calendar", 0, request.now, std::nullopt, {{"calendar", version}}});
  const auto written = house.store().commit(request);
  if (!written) return written.error();
  return std::optional<Ticked>(*done);
}

}  // namespace shaoyin::app
