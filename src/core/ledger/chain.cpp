// The hash chain of one matter.
#include "core/ledger/ledger.h"

namespace shaoyin::ledger {
namespace {

constexpr std::string_view kChainTag = "shaoyin-chain-1";

// Why `link` cannot be the entry at `revision` after `head`; empty when it can.
std::string fault_of(DistrictId district, MatterId matter, std::int64_t revision, const Hash& head, const Link& link) {
  if (link.revision != revision) {
    return "it stands at the place of another revision";
  }
  if (chain_hash(head, link.bytes) != link.hash) {
    return "its hash does not follow from its bytes and the entry before";
  }
  const Result<Entry> entry = parse_entry(link.bytes);
  if (!entry) {
    return "its bytes are not canonical";
  }
  if (entry->district != district || entry->matter != matter || entry->revision != revision) {
    return "its bytes belong to another district, matter or revision";
  }
  if (entry->event.at != link.at || entry->event.kind != link.kind) {
    return "its time or kind beside the bytes differs from the bytes";
  }
  return {};
}

}  // namespace

Hash chain_hash(const Hash& previous, std::string_view bytes) {
  std::string input;
  input.reserve(kChainTag.size() + previous.size() + bytes.size());
  input.append(kChainTag).append(previous.begin(), previous.end()).append(bytes);
  return sha256(input);
}

std::vector<Link> chain(DistrictId district, MatterId matter, std::int64_t revision, const Hash& head,
                        const std::vector<matter::Event>& events) {
  std::vector<Link> links;
  links.reserve(events.size());
  Hash previous = head;
  for (const matter::Event& event : events) {
    Link link{++revision, event.at, event.kind, canonical_bytes({district, matter, revision, event}), {}};
    link.hash = chain_hash(previous, link.bytes);
    previous = link.hash;
    links.push_back(std::move(link));
  }
  return links;
}

bool continues_chain(std::int64_t revision, const Hash& head, const std::vector<Link>& links) {
  Hash previous = head;
  for (const Link& link : links) {
    if (link.revision != ++revision || chain_hash(previous, link.bytes) != link.hash) {
      return false;
    }
    previous = link.hash;
  }
  return true;
}

Status verify_chain(DistrictId district, MatterId matter, const std::vector<Link>& links) {
  Hash head{};
  std::int64_t revision = 0;
  for (const Link& link : links) {
    ++revision;
    const std::string why = fault_of(district, matter, revision, head, link);
    if (!why.empty()) {
      return fault(ErrorCode::kDamaged, "ledger", "revision " + std::to_string(revision) + ": " + why);
    }
    head = link.hash;
  }
  return {};
}

}  // namespace shaoyin::ledger
