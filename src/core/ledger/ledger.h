// The ledger (台账): canonical bytes of an event and the hash chain of a matter.
//
// An entry's bytes are lines of text:
//   shaoyin-entry 1
//   district 120103
//   matter 7261120000001
//   revision 3
//   at 1676336400000
//   by staff 5:p1007 12:water-supply 0
//   kind moved
//   from t6:called
//   to t8:convened
// A value is a letter and its content: n (nothing), y/x (yes/no), i<number>, @<ms>, t<bytes>:<text>,
// s<bytes>:<commitment>, l<count>:<values…>. Attributes stand in ascending order of their names.
// hash = SHA-256("shaoyin-chain-1" ‖ previous hash ‖ bytes); the first entry's previous hash is 32 zero bytes.
//
// Numbers are decimal without leading zeros, lengths count bytes, each line ends with one line feed, an
// attribute's name has no space and no control character. One entry has exactly one spelling.
//
// What a chain cannot show: a tail cut off clean at the end leaves a shorter chain that still verifies. Only a
// head that was kept elsewhere (a receipt, an anchored tree head) shows that.
//
// Pure.  Threads: any.  Ownership: nothing passed in is kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/matter/event.h"

namespace shaoyin::ledger {

struct Entry {
  DistrictId district;
  MatterId matter;
  std::int64_t revision = 0;  // 1, 2, 3 …
  matter::Event event;
};

struct Link {  // an entry as it is stored
  std::int64_t revision = 0;
  Instant at;
  matter::EventKind kind{};
  std::string bytes;
  Hash hash{};
};

// A list inside a list inside … : as deep as JSON bodies may be. Deeper would let stored bytes exhaust the stack.
inline constexpr int kValueDepthMax = 32;

// REQUIRES: revision >= 1, attribute names as above, values no deeper than kValueDepthMax.
[[nodiscard]] std::string canonical_bytes(const Entry& entry);

// Exact inverse: accepts precisely what canonical_bytes() returns, kDamaged for every other string.
[[nodiscard]] Result<Entry> parse_entry(std::string_view bytes);
[[nodiscard]] Hash chain_hash(const Hash& previous, std::string_view bytes);

// Chains `events` onto a matter whose last entry is (revision, head); zero revision and zero hash for a new one.
[[nodiscard]] std::vector<Link> chain(DistrictId district, MatterId matter, std::int64_t revision, const Hash& head,
                                      const std::vector<matter::Event>& events);

// True when `links` carry on a chain that stands at (revision, head): what a store asserts before it writes.
[[nodiscard]] bool continues_chain(std::int64_t revision, const Hash& head, const std::vector<Link>& links);

// Checks order, bytes and hashes of one matter's whole chain. Error kDamaged; detail says which revision and why.
[[nodiscard]] Status verify_chain(DistrictId district, MatterId matter, const std::vector<Link>& links);

// Value text as in the grammar above; used for register rows and snapshots too. read_value starts at `at` and
// leaves it after the value; on false both `at` and `out` are unspecified.
void write_value(std::string& out, const Value& value);
[[nodiscard]] bool read_value(std::string_view text, std::size_t& at, Value& out);

}  // namespace shaoyin::ledger
