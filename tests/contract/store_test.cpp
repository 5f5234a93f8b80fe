// What every Store promises, asked of each: commits, keys, numbers, feed, clocks, outbox, registers, erasure.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "tests/contract/opened.h"

namespace shaoyin::contract {
namespace {

using app::Batch;
using app::CommitRequest;
using app::Receipt;

class StoreContract : public testing::TestWithParam<Kind> {
 protected:
  Receipt commit(const CommitRequest& request) {
    const Result<Receipt> receipt = store().commit(request);
    EXPECT_TRUE(receipt.ok()) << error_name(receipt.error().code) << " " << receipt.error().detail;
    return receipt ? *receipt : Receipt{};
  }
  ErrorCode refused(const CommitRequest& request) {
    const Result<Receipt> receipt = store().commit(request);
    EXPECT_FALSE(receipt.ok());
    return receipt ? ErrorCode::kMalformed : receipt.error().code;
  }
  std::int64_t total() { return store().list(kDistrict, {})->total; }
  app::Store& store() { return opened_->store(); }

  std::unique_ptr<Opened> opened_ = GetParam().open();
};

INSTANTIATE_TEST_SUITE_P(Each, StoreContract, testing::ValuesIn(kinds()),
                         [](const auto& one) { return one.param.name; });

TEST_P(StoreContract, WhatIsCommittedIsLoadedBackWhole) {
  CommitRequest request = opening(7, 3);
  app::MatterRow& row = request.batches[0].row;
  row.owner = "community-1";
  row.place = "120103002003004";
  row.community = "120103002003";
  row.street = "120103002";
  row.category = "water.pipe";
  row.title = "13号楼中水管爆裂";
  row.channel = "portal";
  row.promised = Instant{5000};
  row.next_due = Instant{6000};
  row.look_again = Instant{5500};
  row.closed = Instant{9000};
  row.overdue = row.contested = row.provisional = row.historical = row.final = true;
  row.returned = 2;
  row.parent = {99};
  row.parties = {"water-supply", "property-1"};
  row.fields = {{"area", Value::text("02")}, {"spent", Value::number(-3)}, {"by", Value::instant({77})}, {"heard", Value::yes_no(false)}};
  request.batches[0].secret_hash = "ab";
  request.batches[0].wrapped_key = std::string("k\0y", 3);
  request.batches[0].texts = {{"c1", "field.what", std::string("\0\xff", 2), "masked"}, {"c2", "words@3", "x", ""}};
  const Receipt receipt = commit(request);

  const auto stored = store().load(kDistrict, {7});
  ASSERT_TRUE(stored.ok());
  EXPECT_TRUE(ledger::verify_chain(kDistrict, {7}, stored->links).ok());
  ASSERT_EQ(stored->links.size(), 3u);
  EXPECT_EQ(receipt.revision, 3);
  EXPECT_EQ(receipt.hash, to_hex(head_of(*stored)));
  EXPECT_EQ(receipt.number, "HX-2023-000001");
  EXPECT_EQ(receipt.step, "reported");
  EXPECT_EQ(receipt.position, 3);
  row.number = receipt.number;
  row.id = {7};
  EXPECT_EQ(stored->row, row);
  EXPECT_EQ(stored->wrapped_key, std::string("k\0y", 3));
  EXPECT_EQ(stored->secret_hash, "ab");
  EXPECT_EQ(*store().texts(kDistrict, {7}), request.batches[0].texts);
  EXPECT_EQ(store().find_number(kDistrict, "HX-2023-000001")->value, 7);
  EXPECT_EQ(store().all(kDistrict)->size(), 1u);
}

TEST_P(StoreContract, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(store().load(kDistrict, {7}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().find_number(kDistrict, "HX-1").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().row(kDistrict, {7}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().note_file(kDistrict, {{7}, "f", 1, {1}, false}, {9, 9}).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(store().texts(kDistrict, {7})->empty());
}

TEST_P(StoreContract, DistrictsDoNotSeeEachOther) {
  commit(opening(7));
  EXPECT_FALSE(store().load(kOther, {7}).ok());
  EXPECT_FALSE(store().find_number(kOther, "HX-2023-000001").ok());
  EXPECT_EQ(store().list(kOther, {})->total, 0);
  EXPECT_TRUE(store().feed(kOther, 0, 10)->empty());
  CommitRequest there = opening(7);
  there.district = kOther;
  there.batches[0].links = ledger::chain(kOther, {7}, 0, Hash{}, {event_at(1)});
  EXPECT_EQ(commit(there).number, "HX-2023-000001");
  EXPECT_EQ(commit(opening(8)).number, "HX-2023-000002");
}

TEST_P(StoreContract, ALaterCommitReplacesTheRowAndKeepsNumberKeyAndTexts) {
  CommitRequest first = opening(7);
  first.batches[0].texts = {{"c1", "field.what", "x", "first"}};
  first.batches[0].row.parties = {"a", "b"};
  first.batches[0].row.next_due = Instant{5};
  commit(first);
  CommitRequest next = following(store(), 7, 2);
  next.batches[0].row.number.clear();
  next.batches[0].row.step = "working";
  next.batches[0].row.parties = {"b", "c"};
  next.batches[0].row.next_due.reset();
  next.batches[0].texts = {{"c2", "words@2", "y", "second"}};
  EXPECT_EQ(commit(next).revision, 3);
  const auto stored = store().load(kDistrict, {7});
  EXPECT_EQ(stored->row.number, "HX-2023-000001");
  EXPECT_EQ(stored->row.step, "working");
  EXPECT_FALSE(stored->row.next_due.has_value());
  EXPECT_EQ(stored->wrapped_key, "key of 7");
  EXPECT_EQ(store().texts(kDistrict, {7})->size(), 2u);
  app::Filter called;
  called.parties = {"c"};
  EXPECT_EQ(store().list(kDistrict, called)->total, 1);
  called.parties = {"a"};
  EXPECT_EQ(store().list(kDistrict, called)->total, 0);
  EXPECT_EQ(total(), 1);
}

TEST_P(StoreContract, ABatchWithoutLinksRewritesTheRowOnly) {
  commit(opening(7, 2));
  CommitRequest rewrite = following(store(), 7);
  rewrite.batches[0].links.clear();
  rewrite.batches[0].row.owner = "other";
  const Receipt receipt = commit(rewrite);
  EXPECT_EQ(receipt.revision, 2);
  EXPECT_EQ(receipt.hash, to_hex(head_of(*store().load(kDistrict, {7}))));
  EXPECT_EQ(store().load(kDistrict, {7})->row.owner, "other");
  EXPECT_EQ(store().feed(kDistrict, 0, 10)->size(), 2u);
}

TEST_P(StoreContract, RecordsStandBesideTheirMattersAsLastWritten) {
  CommitRequest first = opening(1), second = opening(2);
  const view::RecordRow called{"call", 1, 1, "called", {{"unit", Value::text("water")}}};
  const view::RecordRow visit{"visit", 1, 1, "made", {{"at", Value::instant({5})}}};
  first.batches[0].records = {called};
  second.batches[0].records = {visit};
  commit(first);
  commit(second);
  CommitRequest next = following(store(), 1);
  view::RecordRow signed_up = called;
  signed_up.step = "signed";
  next.batches[0].records = {signed_up, {"item", 1, 2, "proposed", {}}};
  commit(next);

  const auto listed = store().listed(kDistrict, {}, 10);
  ASSERT_EQ(listed->size(), 2u);
  EXPECT_EQ((*listed)[0].at.revision, 2);
  EXPECT_EQ((*listed)[0].records, (std::vector<view::RecordRow>{signed_up, {"item", 1, 2, "proposed", {}}}));
  EXPECT_EQ((*listed)[1].records, (std::vector<view::RecordRow>{visit}));
  EXPECT_EQ(store().listed(kDistrict, {1}, 10)->size(), 1u) << "those after";
  EXPECT_EQ(store().listed(kDistrict, {}, 1)->size(), 1u) << "no more than asked";
  EXPECT_TRUE(store().listed(kOther, {}, 10)->empty());
}

TEST_P(StoreContract, WhoeverCommitsOnAnOlderRevisionIsRefused) {
  commit(opening(7));
  const CommitRequest mine = following(store(), 7);
  commit(following(store(), 7));
  EXPECT_EQ(refused(mine), ErrorCode::kConflict);
  EXPECT_EQ(refused(opening(7)), ErrorCode::kConflict);
  CommitRequest unborn = following(store(), 7);
  unborn.batches[0].matter = {8};
  EXPECT_EQ(refused(unborn), ErrorCode::kConflict);
  EXPECT_EQ(store().load(kDistrict, {7})->links.size(), 2u);
}

TEST_P(StoreContract, ARepeatedKeyHearsTheFirstAnswerAndChangesNothing) {
  CommitRequest request = opening(7);
  request.key_scope = "p1";
  request.key = "k1";
  request.request_hash = "h1";
  EXPECT_FALSE(store().receipt(kDistrict, "p1", "k1", "h1")->has_value());
  const Receipt first = commit(request);
  commit(following(store(), 7));
  EXPECT_EQ(commit(request), first);
  EXPECT_EQ(**store().receipt(kDistrict, "p1", "k1", "h1"), first);
  EXPECT_EQ(store().load(kDistrict, {7})->links.size(), 2u);

  CommitRequest other = opening(8);
  other.key_scope = "p1";
  other.key = "k1";
  other.request_hash = "h2";
  EXPECT_EQ(refused(other), ErrorCode::kKeyReused);
  EXPECT_EQ(store().receipt(kDistrict, "p1", "k1", "h2").error().code, ErrorCode::kKeyReused);
  other.key_scope = "p2";  // keys belong to their owner
  commit(other);
}

TEST_P(StoreContract, KeysAreForgottenTheOldestFirstAndNoMoreThanAsked) {
  for (std::int64_t id = 1; id <= 4; ++id) {
    CommitRequest request = opening(id);
    request.key_scope = "p1";
    request.key = "k" + std::to_string(id);
    request.now = {100 * id};
    commit(request);
  }
  const auto known = [&](const char* key) { return store().receipt(kDistrict, "p1", key, "")->has_value(); };
  EXPECT_EQ(*store().forget_answers(kDistrict, {300}, 1), 1);
  EXPECT_FALSE(known("k1"));
  EXPECT_TRUE(known("k2"));
  EXPECT_EQ(*store().forget_answers(kOther, {300}, 10), 0) << "another district's keys";
  EXPECT_EQ(*store().forget_answers(kDistrict, {300}, 10), 1);
  EXPECT_FALSE(known("k2"));
  EXPECT_TRUE(known("k3")) << "answered at that very instant";
  EXPECT_TRUE(known("k4"));
  EXPECT_EQ(total(), 4) << "what was done stays done";
}

TEST_P(StoreContract, ARefusedCommitLeavesItsKeyUnused) {
  commit(opening(7));
  CommitRequest request = opening(7);
  request.key_scope = "p1";
  request.key = "k1";
  EXPECT_EQ(refused(request), ErrorCode::kConflict);
  EXPECT_FALSE(store().receipt(kDistrict, "p1", "k1", "")->has_value());
}

TEST_P(StoreContract, NumbersHaveNoGapsPerPrefix) {
  EXPECT_EQ(commit(opening(1)).number, "HX-2023-000001");
  EXPECT_EQ(refused(opening(1)), ErrorCode::kConflict);  // takes no number with it
  EXPECT_EQ(commit(opening(2)).number, "HX-2023-000002");
  CommitRequest next_year = opening(3);
  next_year.number_prefix = "HX-2024-";
  EXPECT_EQ(commit(next_year).number, "HX-2024-000001");
  CommitRequest imported = opening(4);
  imported.batches[0].row.number = "HX-2023-000003";  // brought along; the counter steps over it
  EXPECT_EQ(commit(imported).number, "HX-2023-000003");
  EXPECT_EQ(commit(opening(5)).number, "HX-2023-000004");
  CommitRequest taken = opening(6);
  taken.batches[0].row.number = "HX-2023-000001";
  const auto answer = store().commit(taken);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kConflict);
  EXPECT_EQ(answer.error().field, "number");
}

TEST_P(StoreContract, SeveralMattersCommitTogetherOrNotAtAll) {
  commit(opening(1));
  CommitRequest together = following(store(), 1);
  together.batches.push_back(opening(2).batches[0]);
  EXPECT_EQ(commit(together).matter.value, 1);
  EXPECT_EQ(store().load(kDistrict, {2})->row.number, "HX-2023-000002");

  CommitRequest halved = opening(3);
  halved.batches[0].notices = {{"n", "unit:u", "called", {}}};
  halved.batches[0].texts = {{"c", "field.what", "x", "三号"}};
  halved.register_rows = {{"unit", "u1", 0, {1}, std::nullopt, {}}};
  halved.batches.push_back(opening(1).batches[0]);  // exists already
  halved.key_scope = "s";
  halved.key = "k";
  EXPECT_EQ(refused(halved), ErrorCode::kConflict);
  EXPECT_FALSE(store().load(kDistrict, {3}).ok());
  EXPECT_EQ(total(), 2);
  EXPECT_TRUE(store().outbox(kDistrict, {1}, 10)->empty());
  EXPECT_TRUE(store().register_rows(kDistrict, "unit")->empty());
  EXPECT_TRUE(store().texts(kDistrict, {3})->empty());
  EXPECT_EQ(store().feed(kDistrict, 0, 10)->size(), 3u);
  EXPECT_EQ(commit(opening(4)).number, "HX-2023-000003");
}

TEST_P(StoreContract, OneRequestMayCarryAMatterOnTwice) {
  CommitRequest request = opening(1, 2);
  Batch more = request.batches[0];
  more.expected_revision = 2;
  more.links = ledger::chain(kDistrict, {1}, 2, more.links.back().hash, {event_at(5)});
  more.row.step = "accepted";
  request.batches.push_back(more);
  EXPECT_EQ(commit(request).revision, 2);
  EXPECT_EQ(store().load(kDistrict, {1})->links.size(), 3u);
  EXPECT_EQ(store().load(kDistrict, {1})->row.step, "accepted");
  EXPECT_EQ(commit(opening(2)).number, "HX-2023-000002");
}

TEST_P(StoreContract, TheFeedHasEveryEventOnceInOrder) {
  commit(opening(1, 2));
  commit(opening(2));
  commit(following(store(), 1));
  const auto feed = *store().feed(kDistrict, 0, 100);
  ASSERT_EQ(feed.size(), 4u);
  for (std::size_t i = 0; i < feed.size(); ++i) {
    EXPECT_EQ(feed[i].position, static_cast<std::int64_t>(i) + 1);
  }
  EXPECT_EQ(feed[0].kind, matter::EventKind::kOpened);
  EXPECT_EQ(feed[3].matter.value, 1);
  EXPECT_EQ(feed[3].revision, 3);
  EXPECT_EQ(feed[3].at.ms, 2003);
  const auto rest = *store().feed(kDistrict, 2, 1);
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].position, 3);
  EXPECT_TRUE(store().feed(kDistrict, 4, 10)->empty());
}

TEST_P(StoreContract, TheHeadOfTheFeedIsItsLastEntry) {
  EXPECT_EQ(*store().feed_head(kDistrict), 0);
  commit(opening(1, 2));
  EXPECT_EQ(*store().feed_head(kDistrict), 2);
  commit(following(store(), 1));
  EXPECT_EQ(*store().feed_head(kDistrict), store().feed(kDistrict, 0, 100)->back().position);
  EXPECT_EQ(*store().feed_head(kOther), 0);
}

TEST_P(StoreContract, DueMattersComeTheMostUrgentFirst) {
  const auto open = [&](std::int64_t id, std::optional<Instant> look, bool historical = false) {
    CommitRequest request = opening(id);
    request.batches[0].row.look_again = look;
    request.batches[0].row.historical = historical;
    commit(request);
  };
  open(1, Instant{300});
  open(2, Instant{100});
  open(3, Instant{301});
  open(4, std::nullopt);
  open(5, Instant{50}, true);
  EXPECT_EQ(*store().due(kDistrict, {300}, 10), (std::vector<MatterId>{{2}, {1}}));
  EXPECT_EQ(*store().due(kDistrict, {300}, 1), (std::vector<MatterId>{{2}}));
  EXPECT_TRUE(store().due(kDistrict, {99}, 10)->empty());
  CommitRequest acted = following(store(), 2);
  acted.batches[0].row.look_again.reset();
  commit(acted);
  EXPECT_EQ(*store().due(kDistrict, {300}, 10), (std::vector<MatterId>{{1}}));
}

TEST_P(StoreContract, NoticesGoOutAgainUntilConfirmed) {
  CommitRequest request = opening(1);
  request.batches[0].notices = {{"k1", "unit:a", "called", {{"due", "100"}, {"unit", "a"}}}, {"k2", "reporter", "x", {}}};
  request.now = {1000};
  commit(request);
  const auto first = *store().outbox(kDistrict, {1000}, 10);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].notice, request.batches[0].notices[0]);
  EXPECT_EQ(first[0].matter.value, 1);
  EXPECT_EQ(first[0].at.ms, 1000);
  EXPECT_EQ(first[0].tries, 0);
  EXPECT_TRUE(store().outbox(kDistrict, {1001}, 10)->empty());
  EXPECT_TRUE(store().delivered(kDistrict, first[0].id).ok());
  EXPECT_TRUE(store().delivered(kDistrict, first[0].id).ok());
  const Instant later = Instant{1000} + app::kOutboxLease;
  EXPECT_TRUE(store().outbox(kDistrict, later - Millis{1}, 10)->empty());
  const auto again = *store().outbox(kDistrict, later, 10);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].notice.key, "k2");
  EXPECT_EQ(again[0].tries, 1);
  EXPECT_TRUE(store().delivered(kDistrict, again[0].id).ok());
  EXPECT_TRUE(store().outbox(kDistrict, later + hours(1), 10)->empty());
}

TEST_P(StoreContract, OutboxHandsOutNoMoreThanAsked) {
  CommitRequest request = opening(1);
  request.batches[0].notices = {{"k1", "a", "t", {}}, {"k2", "a", "t", {}}, {"k3", "a", "t", {}}};
  commit(request);
  EXPECT_EQ(store().outbox(kDistrict, {1}, 2)->size(), 2u);
  EXPECT_EQ(store().outbox(kDistrict, {1}, 2)->size(), 1u);
}

TEST_P(StoreContract, ANewRegisterVersionEndsTheOneBefore) {
  const auto put = [&](std::int64_t from, const std::string& name) {
    CommitRequest request;
    request.district = kDistrict;
    request.register_rows = {{"unit", "u1", 0, {from}, std::nullopt, {{"name", name}, {"area", "120103"}}}};
    return commit(request);
  };
  EXPECT_EQ(put(100, "水务"), Receipt{});
  put(200, "水务公司");
  CommitRequest other;
  other.district = kDistrict;
  other.register_rows = {{"grid", "u1", 0, {1}, Instant{9}, {}}, {"unit", "a0", 0, {1}, std::nullopt, {}}};
  commit(other);
  const auto rows = *store().register_rows(kDistrict, "unit");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].code, "a0");
  EXPECT_EQ(rows[1].version, 1);
  EXPECT_EQ(rows[1].valid_to, Instant{200});
  EXPECT_EQ(rows[2].version, 2);
  EXPECT_FALSE(rows[2].valid_to.has_value());
  EXPECT_EQ(rows[2].columns.at("name"), "水务公司");
  EXPECT_EQ(store().register_rows(kDistrict, "grid")->front().valid_to, Instant{9});
  put(150, "更早");  // a correction back in time leaves no moment with two valid versions
  const auto mended = *store().register_rows(kDistrict, "unit");
  EXPECT_EQ(mended[1].valid_to, Instant{150});
  EXPECT_EQ(mended[2].valid_to, Instant{150});
  EXPECT_TRUE(store().register_rows(kDistrict, "route")->empty());
}

TEST_P(StoreContract, ErasureTakesTheContentAndLeavesTheChain) {
  CommitRequest request = opening(1);
  request.batches[0].row.title = "漏水";
  request.batches[0].texts = {{"c1", "field.what", "cipher", "三号楼漏水"}};
  commit(request);
  app::Filter search;
  search.text = "漏水";
  ASSERT_EQ(store().list(kDistrict, search)->total, 1);
  ASSERT_TRUE(store().note_file(kDistrict, {{1}, "f", 1, {1}, false}, {9, 9}).ok());
  CommitRequest erasing = following(store(), 1);
  erasing.batches[0].erase = true;
  commit(erasing);
  EXPECT_TRUE(store().files(kDistrict, {1})->empty());
  EXPECT_EQ(store().list(kDistrict, search)->total, 0);
  const auto stored = store().load(kDistrict, {1});
  EXPECT_TRUE(stored->wrapped_key.empty());
  EXPECT_TRUE(stored->row.title.empty());
  EXPECT_TRUE(ledger::verify_chain(kDistrict, {1}, stored->links).ok());
  const auto texts = *store().texts(kDistrict, {1});
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0], (app::TextRow{"c1", "field.what", "", ""}));
  search.text = "HX-2023-000001";  // a number is nobody's content
  EXPECT_EQ(store().list(kDistrict, search)->total, 1);
  commit(following(store(), 1));  // its life goes on
}

TEST_P(StoreContract, AnErasureThatIsRefusedErasesNothing) {
  CommitRequest request = opening(1);
  request.batches[0].texts = {{"c1", "field.what", "cipher", "三号楼漏水"}};
  commit(request);
  CommitRequest late = following(store(), 1);
  late.batches[0].erase = true;
  commit(following(store(), 1));
  EXPECT_EQ(refused(late), ErrorCode::kConflict);
  EXPECT_EQ(store().texts(kDistrict, {1})->front().masked, "三号楼漏水");
  EXPECT_FALSE(store().load(kDistrict, {1})->wrapped_key.empty());
}

TEST_P(StoreContract, AMatterIsReadWithoutItsChain) {
  commit(opening(1, 3));
  const auto row = store().row(kDistrict, {1});
  ASSERT_TRUE(row.ok());
  EXPECT_EQ(row->revision, 3);
  EXPECT_EQ(row->row, store().load(kDistrict, {1})->row);
}

TEST_P(StoreContract, FilesAreCountedPerMatterAndOnlyUnusedOnesAreForgotten) {
  commit(opening(1));
  commit(opening(2));
  const app::FileQuota quota{3, 100};
  const auto note = [&](std::int64_t matter, const char* name, std::int64_t bytes, std::int64_t at) {
    return store().note_file(kDistrict, {{matter}, name, bytes, {at}, false}, quota);
  };
  EXPECT_TRUE(note(1, "a", 40, 10).ok());
  EXPECT_TRUE(note(1, "a", 40, 99).ok()) << "the same file again is one file";
  EXPECT_EQ(note(1, "big", 61, 10).error().detail, "file_bytes_per_matter_max");
  EXPECT_TRUE(note(1, "b", 60, 20).ok());
  EXPECT_TRUE(note(1, "empty", 0, 20).ok());
  EXPECT_EQ(note(1, "d", 0, 20).error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(note(1, "d", 0, 20).error().said.empty());
  EXPECT_TRUE(note(2, "a", 1, 30).ok()) << "another matter has room of its own";

  CommitRequest request = following(store(), 1);
  request.batches[0].used_files = {"b", "unknown"};
  commit(request);
  EXPECT_TRUE(store().forget_unused_files(kDistrict, {10}, 9)->empty());
  const auto first = *store().forget_unused_files(kDistrict, {25}, 1);
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0], (app::FileRow{{1}, "a", 40, {10}, false}));
  EXPECT_EQ(store().forget_unused_files(kDistrict, {25}, 9)->front().name, "empty");
  ASSERT_EQ(store().files(kDistrict, {1})->size(), 1u);
  EXPECT_TRUE(store().files(kDistrict, {1})->front().used);
  EXPECT_EQ(store().files(kDistrict, {2})->size(), 1u);
}

TEST_P(StoreContract, EverythingIsThereAfterClosingAndOpening) {
  CommitRequest request = opening(1, 2);
  request.key_scope = "s";
  request.key = "k";
  request.batches[0].row.title = "中水管";
  request.batches[0].notices = {{"n", "a", "t", {}}};
  request.register_rows = {{"unit", "u1", 0, {1}, std::nullopt, {{"a", "b"}}}};
  const Receipt receipt = commit(request);
  ASSERT_TRUE(opened_->accounts().add_account(kDistrict, {"p1", "demo", "hash", false}).ok());
  if (!opened_->reopen()) {
    GTEST_SKIP() << "a memory store keeps nothing";
  }
  EXPECT_EQ(commit(request), receipt);
  EXPECT_TRUE(ledger::verify_chain(kDistrict, {1}, store().load(kDistrict, {1})->links).ok());
  EXPECT_EQ(store().feed(kDistrict, 0, 10)->size(), 2u);
  EXPECT_EQ(store().outbox(kDistrict, {1}, 10)->size(), 1u);
  EXPECT_EQ(store().register_rows(kDistrict, "unit")->size(), 1u);
  EXPECT_TRUE(opened_->accounts().account(kDistrict, "demo")->has_value());
  EXPECT_EQ(commit(opening(2)).number, "HX-2023-000002");
  app::Filter search;
  search.text = "水管";
  EXPECT_EQ(store().list(kDistrict, search)->total, 1);
}

// Eight hands on four matters: each success is one event, none is lost and none is doubled.
TEST_P(StoreContract, EightThreadsOnTheSameMattersLoseAndDoubleNothing) {
  constexpr int kThreads = 8;
  constexpr int kRounds = 40;
  for (std::int64_t id = 1; id <= 4; ++id) {
    commit(opening(id));
  }
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (int round = 0; round < kRounds; ++round) {
        CommitRequest request = following(store(), 1 + (thread + round) % 4);
        request.key_scope = std::to_string(thread);
        request.key = std::to_string(round);
        const Result<Receipt> receipt = store().commit(request);
        ASSERT_TRUE(receipt.ok() || receipt.error().code == ErrorCode::kConflict);
        ++(receipt.ok() ? won : lost);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(won + lost, kThreads * kRounds);
  std::size_t events = 0;
  for (std::int64_t id = 1; id <= 4; ++id) {
    const auto stored = store().load(kDistrict, {id});
    EXPECT_TRUE(ledger::verify_chain(kDistrict, {id}, stored->links).ok());
    events += stored->links.size();
  }
  EXPECT_EQ(events, static_cast<std::size_t>(won) + 4);
  std::set<std::int64_t> positions;
  const auto feed = *store().feed(kDistrict, 0, 10'000);
  for (const app::FeedItem& item : feed) {
    positions.insert(item.position);
  }
  EXPECT_EQ(positions.size(), events);
  EXPECT_EQ(*positions.rbegin(), static_cast<std::int64_t>(events));
}

}  // namespace
}  // namespace shaoyin::contract
