// rows: 60 page: /m/{number}
#include "core/ledger/ledger.h"

#include <gtest/gtest.h>

#include <random>

namespace shaoyin::ledger {
namespace {

using matter::Actor;
using matter::Event;
using matter::EventKind;

constexpr DistrictId kDistrict{120103};
constexpr MatterId kMatter{7261120000001};

Event moved(std::int64_t at, const std::string& to) {
  return {EventKind::kMoved, {at}, {Actor::As::kStaff, "p1007", "water-supply", false},
          {{"from", Value::text("called")}, {"to", Value::text(to)}}};
}

std::vector<Link> small_chain() {
  return chain(kDistrict, kMatter, 0, Hash{}, {moved(1000, "convened"), moved(2000, "working"), moved(3000, "closed")});
}

std::string random_text(std::mt19937_64& chance) {
  std::string text(chance() % 12, ' ');
  for (char& letter : text) {
    letter = static_cast<char>(chance() % 256);  // line feeds, colons and NUL included
  }
  return text;
}

Value random_value(std::mt19937_64& chance, int depth = 0) {
  switch (chance() % (depth < 3 ? 7 : 6)) {
    case 0: return Value::nothing();
    case 1: return Value::yes_no(chance() % 2 == 0);
    case 2: return Value::number(static_cast<std::int64_t>(chance()));
    case 3: return Value::instant({static_cast<std::int64_t>(chance() % 5'000'000'000'000)});
    case 4: return Value::text(random_text(chance));
    case 5: return Value::sealed(random_text(chance));
    default: break;
  }
  std::vector<Value> items(chance() % 4);
  for (Value& item : items) {
    item = random_value(chance, depth + 1);
  }
  return Value::list(std::move(items));
}

Entry random_entry(std::mt19937_64& chance) {
  Entry entry{{static_cast<std::int64_t>(chance() % 1'000'000)}, {static_cast<std::int64_t>(chance())},
              static_cast<std::int64_t>(1 + chance() % 1000), {}};
  entry.event.kind = static_cast<EventKind>(chance() % (static_cast<unsigned>(EventKind::kImported) + 1));
  entry.event.at = {static_cast<std::int64_t>(chance() % 5'000'000'000'000)};
  entry.event.by = {static_cast<Actor::As>(chance() % 5), random_text(chance), random_text(chance), chance() % 2 == 0};
  for (std::uint64_t n = chance() % 5; n > 0; --n) {
    entry.event.data["field." + std::to_string(chance() % 20)] = random_value(chance);
  }
  return entry;
}

bool same(const Entry& a, const Entry& b) {
  return a.district == b.district && a.matter == b.matter && a.revision == b.revision && a.event == b.event;
}

// The bytes are a promise to every outsider who holds a receipt: they may never change.
TEST(Ledger, OneEntryHasTheBytesAndHashThatArePublished) {
  Event event = moved(1676336400000, "convened");
  event.data["count"] = Value::number(-2);
  event.data["units"] = Value::list({Value::text("水务"), Value::nothing(), Value::yes_no(true)});
  event.data["words"] = Value::sealed("ab12");
  const std::string bytes = canonical_bytes({kDistrict, kMatter, 3, event});
  EXPECT_EQ(bytes,
            "shaoyin-entry 1\ndistrict 120103\nmatter 7261120000001\nrevision 3\nat 1676336400000\n"
            "by staff 5:p1007 12:water-supply 0\nkind moved\ncount i-2\nfrom t6:called\nto t8:convened\n"
            "units l3:t6:水务ny\nwords s4:ab12\n");
  EXPECT_EQ(to_hex(chain_hash(Hash{}, bytes)), "1970e9ffdb217c9a1eeea06f9ecb36a4b4db5932fdfe7e741dd8cde671599d23");
}

TEST(Ledger, WhatIsWrittenIsReadBackTheSame) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937_64 chance(seed);
    const Entry entry = random_entry(chance);
    const Result<Entry> back = parse_entry(canonical_bytes(entry));
    ASSERT_TRUE(back.ok());
    ASSERT_TRUE(same(*back, entry));
  }
}

// One entry, one spelling: whatever damaged bytes still parse are the canonical bytes of what they say.
TEST(Ledger, DamagedBytesAreRefusedOrSayExactlyWhatTheySpell) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937_64 chance(seed);
    std::string bytes = canonical_bytes(random_entry(chance));
    const std::size_t at = chance() % bytes.size();
    switch (chance() % 3) {
      case 0: bytes[at] = "0 :-\nit"[chance() % 7]; break;
      case 1: bytes.erase(at, 1 + chance() % 4); break;
      default: bytes.insert(at, 1, "0 :-\nit"[chance() % 7]); break;
    }
    if (const Result<Entry> read = parse_entry(bytes)) {
      ASSERT_EQ(canonical_bytes(*read), bytes);
    }
  }
}

TEST(Ledger, RefusesEverySecondSpelling) {
  const std::string good = canonical_bytes({kDistrict, kMatter, 1, moved(5, "done")});
  ASSERT_TRUE(parse_entry(good).ok());
  const auto with = [&](const std::string& old, const std::string& fresh) {
    std::string text = good;
    return text.replace(text.find(old), old.size(), fresh);
  };
  for (const std::string& bad :
       {std::string(), good + "\n", good + "zz n", good.substr(0, good.size() - 1), with("entry 1", "entry 2"),
        with("revision 1", "revision 01"), with("revision 1", "revision 0"), with("at 5", "at -0"),
        with("at 5", "at +5"), with("at 5", "at 99999999999999999999"), with("kind moved", "kind flew"),
        with("by staff", "by ghost"), with(" 0\n", " 2\n"), with("t4:done", "t5:done"), with("t4:done", "t04:done"),
        with("t4:done", "l9:n"), with("to ", "from "), with("to ", "aa "), with("\nto", "\r\nto")}) {
    const Result<Entry> read = parse_entry(bad);
    ASSERT_FALSE(read.ok()) << bad;
    EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
  }
}

TEST(Ledger, ListsDeeperThanTheLimitAreRefusedNotFollowed) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += "l1:";
  }
  Value value;
  std::size_t at = 0;
  EXPECT_FALSE(read_value(text + "n", at, value));
  at = 0;
  EXPECT_FALSE(read_value("l9000000000000000000:", at, value));
}

TEST(Ledger, AnUntouchedChainVerifies) {
  EXPECT_TRUE(verify_chain(kDistrict, kMatter, small_chain()).ok());
  EXPECT_TRUE(verify_chain(kDistrict, kMatter, {}).ok());
}

TEST(Ledger, AChainGrowsFromItsHead) {
  std::vector<Link> links = small_chain();
  const std::vector<Link> more = chain(kDistrict, kMatter, 3, links.back().hash, {moved(4000, "convened")});
  EXPECT_TRUE(continues_chain(3, links.back().hash, more));
  EXPECT_FALSE(continues_chain(2, links.back().hash, more));
  EXPECT_FALSE(continues_chain(3, Hash{}, more));
  links.insert(links.end(), more.begin(), more.end());
  EXPECT_TRUE(verify_chain(kDistrict, kMatter, links).ok());
}

template <class Number>
Number flipped(Number number, int bit) {
  return static_cast<Number>(static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << bit));
}

TEST(Ledger, EverySingleFlippedBitIsFoundAndItsRevisionNamed) {
  const std::vector<Link> good = small_chain();
  for (std::size_t i = 0; i < good.size(); ++i) {
    const auto expect_found = [&](const std::vector<Link>& links) {
      const Status status = verify_chain(kDistrict, kMatter, links);
      ASSERT_FALSE(status.ok());
      ASSERT_EQ(status.error().code, ErrorCode::kDamaged);
      ASSERT_EQ(status.error().detail.find("revision " + std::to_string(i + 1)), 0u) << status.error().detail;
    };
    for (std::size_t bit = 0; bit < good[i].bytes.size() * 8; ++bit) {
      std::vector<Link> bad = good;
      bad[i].bytes[bit / 8] = static_cast<char>(bad[i].bytes[bit / 8] ^ (1 << (bit % 8)));
      expect_found(bad);
    }
    for (std::size_t bit = 0; bit < 256; ++bit) {
      std::vector<Link> bad = good;
      bad[i].hash[bit / 8] = static_cast<std::uint8_t>(bad[i].hash[bit / 8] ^ (1 << (bit % 8)));
      expect_found(bad);
    }
    for (int bit = 0; bit < 63; ++bit) {
      std::vector<Link> bad = good;
      bad[i].revision = flipped(bad[i].revision, bit);
      expect_found(bad);
      bad = good;
      bad[i].at.ms = flipped(bad[i].at.ms, bit);
      expect_found(bad);
    }
    for (int bit = 0; bit < 5; ++bit) {
      std::vector<Link> bad = good;
      bad[i].kind = static_cast<EventKind>(static_cast<int>(bad[i].kind) ^ (1 << bit));
      expect_found(bad);
    }
  }
}

TEST(Ledger, ReorderedDeletedInsertedAndForeignEntriesAreFound) {
  const std::vector<Link> good = small_chain();
  std::vector<Link> bad = good;
  std::swap(bad[0], bad[1]);
  EXPECT_FALSE(verify_chain(kDistrict, kMatter, bad).ok());
  for (std::size_t i = 0; i + 1 < good.size(); ++i) {
    bad = good;
    bad.erase(bad.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(verify_chain(kDistrict, kMatter, bad).ok()) << i;
  }
  bad = good;
  bad.insert(bad.begin() + 1, good[0]);
  EXPECT_FALSE(verify_chain(kDistrict, kMatter, bad).ok());
  EXPECT_FALSE(verify_chain(kDistrict, {42}, good).ok());
  EXPECT_FALSE(verify_chain({120104}, kMatter, good).ok());
}

// A clean cut at the end cannot be seen without a head kept elsewhere; with one it can. This test holds the
// header to its word.
TEST(Ledger, ATailCutOffIsSeenOnlyAgainstAHeadKeptElsewhere) {
  std::vector<Link> cut = small_chain();
  const Hash anchored = cut.back().hash;
  cut.pop_back();
  EXPECT_TRUE(verify_chain(kDistrict, kMatter, cut).ok());
  EXPECT_NE(cut.back().hash, anchored);
}

}  // namespace
}  // namespace shaoyin::ledger
