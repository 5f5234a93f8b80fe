#include "app/submit_action.h"

#include "app/once.h"
#include "app/transaction.h"

namespace shaoyin::app {
namespace {

// What makes two requests the same request: everything the person chose, nothing the server added.
std::string chosen(const Request& request) {
  std::string bytes = request.kind + "\n" + request.place + "\n" + request.action + "\n" + std::to_string(request.matter.value) + "\n" +
                      std::to_string(request.record) + "\n" + request.to + "\n";
  for (const auto& [name, value] : request.inputs) {
    bytes += name + " ";
    ledger::write_value(bytes, value);
    bytes += "\n";
  }
  return bytes;
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
  return once(house, request.caller, request.key, chosen(request), [&](const std::string& hash) { return attempt(house, request, hash); });
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
