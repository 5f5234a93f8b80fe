#include "app/submit_action.h"

#include "app/transaction.h"

namespace shaoyin::app {
namespace {

// Someone may commit between our load and our commit. A busy matter settles within a few tries; more would
// hide a hot spot that operators ought to see.
constexpr int kAttemptsMax = 5;
constexpr std::size_t kKeyMin = 8;
constexpr std::size_t kKeyMax = 80;

Status check_key(const std::string& key) {
  const bool clean = key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
  if (key.size() < kKeyMin) return fault(ErrorCode::kTooShort, "Idempotency-Key", "key_min " + std::to_string(kKeyMin));
  if (key.size() > kKeyMax) return fault(ErrorCode::kTooLong, "Idempotency-Key", "key_max=" + std::to_string(kKeyMax));
  return clean ? Status() : Status(fault(ErrorCode::kMalformed, "Idempotency-Key", "[A-Za-z0-9_-]"));
}

// What makes two requests the same request: everything the person chose, nothing the server added.
std::string fingerprint(const Request& request) {
  std::string bytes = request.kind + "\n" + request.place + "\n" + request.action + "\n" + std::to_string(request.matter.value) + "\n" +
                      std::to_string(request.record) + "\n" + request.to + "\n";
  for (const auto& [name, value] : request.inputs) {
    bytes += name + " ";
    ledger::write_value(bytes, value);
    bytes += "\n";
  }
  return to_hex(sha256(bytes));
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
    auto opened = transaction.open(house.new_id(), request.kind, request.place, {}, request.inputs, request.channel, request.secret_hash);
    if (!opened) return opened.error();
    item = *opened;
  }
  const CommitRequest commit = transaction.build(*item, request.caller.key_scope, request.key, hash);
  auto receipt = house.store().commit(commit);
  if (receipt) house.learn(commit.register_rows);
  return receipt;
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
    if (Status status = transaction.take(**item, decide(*(*item)->procedure, (*item)->matter, transaction.facts())); !status) return status.error();
    if (transaction.empty()) return std::optional<Receipt>();
    auto receipt = house.store().commit(transaction.build(**item, "", "", ""));
    if (receipt) return std::optional<Receipt>(*receipt);
    if (receipt.error().code != ErrorCode::kConflict) return receipt.error();
  }
  return fault(ErrorCode::kBusy);
}

}  // namespace

Result<Receipt> submit_action(House& house, const Request& request) {
  if (Status status = check_key(request.key); !status) return status.error();
  // A phone that lost the reply sends the same key again and must hear the same answer; keys belong to the
  // caller, so nobody hears another's.
  const std::string hash = fingerprint(request);
  auto earlier = house.store().receipt(house.district().id, request.caller.key_scope, request.key, hash);
  if (!earlier) return earlier.error();
  if (*earlier) return **earlier;
  for (int tries = 1; tries <= kAttemptsMax; ++tries) {
    auto receipt = attempt(house, request, hash);
    if (receipt || receipt.error().code != ErrorCode::kConflict) return receipt;
  }
  return fault(ErrorCode::kBusy);
}

Result<std::optional<Receipt>> tick_matter(House& house, MatterId matter) {
  return run_alone(house, matter, matter::Actor::As::kClock, procedure::tick);
}

Result<Ticked> tick_due(House& house, int limit) {
  auto due = house.store().due(house.district().id, house.now(), limit);
  if (!due) return due.error();
  Ticked done;
  for (const MatterId id : *due) {
    const auto receipt = tick_matter(house, id);
    ++done.matters;
    if (!receipt) { ++done.failed; }
    else if (*receipt) { ++done.acted; }
  }
  return done;
}

Result<Ticked> recompute_open(House& house) {
  Ticked done;
  Filter filter;
  filter.open = true;
  filter.historical = false;
  filter.order = Filter::Order::kOldest;
  filter.limit = kPageMax;
  for (;;) {
    auto page = house.store().list(house.district().id, filter);
    if (!page) return page.error();
    for (const MatterRow& row : page->rows) {
      const auto receipt = run_alone(house, row.id, matter::Actor::As::kEngine, procedure::recompute);
      ++done.matters;
      if (!receipt) { ++done.failed; }
      else if (*receipt) { ++done.acted; }
    }
    if (page->rows.size() < static_cast<std::size_t>(kPageMax)) return done;
    filter.offset += kPageMax;
  }
}

}  // namespace shaoyin::app
