// Committing: everything that could refuse is asked first, so that applying cannot fail halfway.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/ensure.h"
#include "edge/memory/memory_store.h"

namespace shaoyin::memory {

using app::Batch;
using app::CommitRequest;
using app::Receipt;

Result<std::optional<Receipt>> MemoryStore::earlier(const District& district, const std::string& scope,
                                                    const std::string& key, const std::string& request_hash) {
  const auto found = district.answered.find({scope, key});
  if (key.empty() || found == district.answered.end()) {
    return std::optional<Receipt>{};
  }
  if (found->second.request_hash != request_hash) {
    return fault(ErrorCode::kKeyReused, "Idempotency-Key");
  }
  return std::optional<Receipt>{found->second.receipt};
}

std::string MemoryStore::next_number(const District& district, const std::set<std::string>& given,
                                     const std::string& prefix, std::int64_t& counter) {
  ensure(!prefix.empty(), "a new matter without a number needs a number prefix");
  std::string number;
  do {
    number = fmt::format("{}{:06}", prefix, ++counter);
  } while (district.numbers.contains(number) || given.contains(number));  // an import may have brought its own
  return number;
}

// Refuses, or says the number of each batch's matter, in order. Batches see what the ones before them will do.
Result<std::vector<std::string>> MemoryStore::plan(const District& district, const CommitRequest& request) {
  struct Ahead {
    std::int64_t revision = 0;
    std::string number;
  };
  const auto counted = district.counters.find(request.number_prefix);
  std::int64_t counter = counted == district.counters.end() ? 0 : counted->second;
  std::map<MatterId, Ahead> ahead;
  std::set<std::string> given;
  std::vector<std::string> numbers;
  for (const Batch& batch : request.batches) {
    Ahead& now = ahead[batch.matter];
    const auto held = district.matters.find(batch.matter);
    if (now.number.empty() && held != district.matters.end()) {
      now = {static_cast<std::int64_t>(held->second.stored.links.size()), held->second.stored.row.number};
    }
    if (now.revision != batch.expected_revision) {
      return fault(ErrorCode::kConflict, "revision", std::to_string(now.revision));
    }
    ensure(now.revision > 0 || !batch.links.empty(), "a new matter has at least one event");
    if (now.number.empty()) {
      now.number = batch.row.number.empty() ? next_number(district, given, request.number_prefix, counter) : batch.row.number;
      if (district.numbers.contains(now.number) || !given.insert(now.number).second) {
        return fault(ErrorCode::kConflict, "number", now.number);
      }
    }
    now.revision += static_cast<std::int64_t>(batch.links.size());
    numbers.push_back(now.number);
  }
  return numbers;
}

void MemoryStore::erase(Held& held) {
  held.stored.wrapped_key.clear();
  held.stored.row.title.clear();
  held.files.clear();
  for (app::TextRow& text : held.texts) {
    text.cipher.clear();
    text.masked.clear();
  }
}

Receipt MemoryStore::apply(District& district, const Batch& batch, const std::string& number,
                           const CommitRequest& request) {
  Held& held = district.matters[batch.matter];
  if (batch.expected_revision == 0) {
    held.stored.wrapped_key = batch.wrapped_key;
    held.stored.secret_hash = batch.secret_hash;
    district.numbers[number] = batch.matter;
    if (batch.row.number.empty()) {
      std::int64_t& counter = district.counters[request.number_prefix];
      counter = std::max(counter, std::int64_t{std::stoll(number.substr(request.number_prefix.size()))});
    }
  }
  std::vector<ledger::Link>& links = held.stored.links;
  const Hash head = links.empty() ? Hash{} : links.back().hash;
  ensure(ledger::continues_chain(batch.expected_revision, head, batch.links), "a batch carries on its matter's chain");

  Receipt receipt{batch.matter, number, batch.expected_revision, batch.row.step, {}, 0};
  for (const ledger::Link& link : batch.links) {
    receipt.position = static_cast<std::int64_t>(district.feed.size()) + 1;
    receipt.revision = link.revision;
    district.feed.push_back({receipt.position, batch.matter, link.revision, link.kind, link.at});
    links.push_back(link);
  }
  receipt.hash = to_hex(links.back().hash);
  held.stored.row = batch.row;
  held.stored.row.id = batch.matter;
  held.stored.row.number = number;
  for (const view::RecordRow& record : batch.records) {
    held.records[{record.type, record.number}] = record;
  }
  held.texts.insert(held.texts.end(), batch.texts.begin(), batch.texts.end());
  for (const std::string& name : batch.used_files) {
    if (const auto file = held.files.find(name); file != held.files.end()) {
      file->second.used = true;
    }
  }
  if (batch.erase) {
    erase(held);
  }
  for (const app::Notice& notice : batch.notices) {
    const std::int64_t id = ++district.last_outbox;
    district.outbox[id] = {{id, batch.matter, notice, request.now, 0}, std::nullopt};
  }
  return receipt;
}

void MemoryStore::apply(District& district, const registers::Row& row) {
  std::vector<registers::Row>& versions = district.registers[row.reg][row.code];
  for (registers::Row& before : versions) {
    if (!before.valid_to || *before.valid_to > row.valid_from) {
      before.valid_to = row.valid_from;
    }
  }
  versions.push_back(row);
  versions.back().version = static_cast<std::int64_t>(versions.size());
}

Result<Receipt> MemoryStore::commit(const CommitRequest& request) {
  const std::lock_guard lock(mutex_);
  District& district = districts_[request.district];
  const auto before = earlier(district, request.key_scope, request.key, request.request_hash);
  if (!before) {
    return before.error();
  }
  if (*before) {
    return **before;
  }
  const Result<std::vector<std::string>> numbers = plan(district, request);
  if (!numbers) {
    return numbers.error();
  }
  Receipt first;
  for (std::size_t i = 0; i < request.batches.size(); ++i) {
    const Receipt receipt = apply(district, request.batches[i], (*numbers)[i], request);
    if (i == 0) {
      first = receipt;
    }
  }
  for (const registers::Row& row : request.register_rows) {
    apply(district, row);
  }
  if (!request.key.empty()) {
    district.answered[{request.key_scope, request.key}] = {request.now, request.request_hash, first};
  }
  return first;
}

}  // namespace shaoyin::memory
