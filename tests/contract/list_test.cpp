// Lists: each filter with a hit and a miss, every order, pages, and search in Chinese and Latin.
#include <gtest/gtest.h>

#include "tests/contract/opened.h"

namespace shaoyin::contract {
namespace {

using app::Filter;
using app::MatterRow;

class ListContract : public testing::TestWithParam<Kind> {
 protected:
  void put(std::int64_t id, const std::function<void(MatterRow&)>& shape, std::vector<app::TextRow> texts = {}) {
    app::CommitRequest request = opening(id);
    shape(request.batches[0].row);
    request.batches[0].texts = std::move(texts);
    ASSERT_TRUE(store().commit(request).ok());
  }
  std::vector<std::int64_t> found(const Filter& filter) {
    const auto page = store().list(kDistrict, filter);
    if (!page) { ADD_FAILURE() << page.error().detail; return {}; }
    std::vector<std::int64_t> ids;
    for (const MatterRow& row : page->rows) {
      ids.push_back(row.id.value);
    }
    return ids;
  }
  std::vector<std::int64_t> search(const std::string& text) {
    Filter filter;
    filter.text = text;
    return found(filter);
  }
  app::Store& store() { return opened_->store(); }
  std::unique_ptr<Opened> opened_ = GetParam().open();
};

INSTANTIATE_TEST_SUITE_P(Each, ListContract, testing::ValuesIn(kinds()),
                         [](const auto& one) { return one.param.name; });

using Ids = std::vector<std::int64_t>;

struct Case {
  const char* name;
  std::function<void(MatterRow&)> shape;  // what matter 1 has and matter 2 has not
  std::function<void(Filter&)> hit;
  std::function<void(Filter&)> miss;  // what neither has
};

TEST_P(ListContract, EachFilterFindsItsMatterAndNothingElse) {
  const std::vector<Case> cases = {
      {"kind", [](auto& r) { r.kind = "whistle"; }, [](auto& f) { f.kinds = {"whistle", "zz"}; }, [](auto& f) { f.kinds = {"zz"}; }},
      {"step", [](auto& r) { r.step = "called"; }, [](auto& f) { f.steps = {"called"}; }, [](auto& f) { f.steps = {"zz"}; }},
      {"category", [](auto& r) { r.category = "water"; }, [](auto& f) { f.categories = {"water"}; }, [](auto& f) { f.categories = {"wat"}; }},
      {"channel", [](auto& r) { r.channel = "hotline"; }, [](auto& f) { f.channels = {"hotline"}; }, [](auto& f) { f.channels = {"zz"}; }},
      {"owner", [](auto& r) { r.owner = "u1"; }, [](auto& f) { f.owners = {"u1"}; }, [](auto& f) { f.owners = {"u"}; }},
      {"place subtree", [](auto& r) { r.place = "120103002003004"; }, [](auto& f) { f.areas = {"120103002"}; }, [](auto& f) { f.areas = {"120103003"}; }},
      {"place itself", [](auto& r) { r.place = "g1"; }, [](auto& f) { f.areas = {"zz", "g1"}; }, [](auto& f) { f.areas = {"g12"}; }},
      {"community", [](auto& r) { r.community = "c1"; }, [](auto& f) { f.areas = {"c1"}; }, [](auto& f) { f.areas = {"c2"}; }},
      {"dedicated grid by its district", [](auto& r) { r.place = "00070112010300400100"; r.community = "120103004010"; }, [](auto& f) { f.areas = {"120103"}; },
       [](auto& f) { f.areas = {"120104"}; }},
      {"street", [](auto& r) { r.street = "s1"; }, [](auto& f) { f.areas = {"s1"}; }, [](auto& f) { f.areas = {"s11"}; }},
      {"party by owner", [](auto& r) { r.owner = "u1"; }, [](auto& f) { f.parties = {"u1"}; }, [](auto& f) { f.parties = {"u2"}; }},
      {"party called", [](auto& r) { r.parties = {"u1", "u3"}; }, [](auto& f) { f.parties = {"u3", "u9"}; }, [](auto& f) { f.parties = {"u2"}; }},
      {"closed", [](auto& r) { r.final = true; }, [](auto& f) { f.open = false; }, [](auto& f) { f.open = false; f.kinds = {"zz"}; }},
      {"overdue", [](auto& r) { r.overdue = true; }, [](auto& f) { f.overdue = true; }, [](auto& f) { f.overdue = true; f.open = false; }},
      {"contested", [](auto& r) { r.contested = true; }, [](auto& f) { f.contested = true; }, [](auto& f) { f.contested = true; f.open = false; }},
      {"returned", [](auto& r) { r.returned = 3; }, [](auto& f) { f.returned = true; }, [](auto& f) { f.returned = true; f.open = false; }},
      {"historical", [](auto& r) { r.historical = true; }, [](auto& f) { f.historical = true; }, [](auto& f) { f.historical = true; f.open = false; }},
      {"due before", [](auto& r) { r.next_due = Instant{10}; }, [](auto& f) { f.due_before = Instant{11}; }, [](auto& f) { f.due_before = Instant{10}; }},
      {"opened from", [](auto& r) { r.opened = {5000}; }, [](auto& f) { f.opened_from = Instant{5000}; }, [](auto& f) { f.opened_from = Instant{5001}; }},
      {"opened to", [](auto& r) { r.opened = {50}; }, [](auto& f) { f.opened_to = Instant{51}; }, [](auto& f) { f.opened_to = Instant{50}; }},
      {"parent", [](auto& r) { r.parent = {44}; }, [](auto& f) { f.parent = {44}; }, [](auto& f) { f.parent = {45}; }},
      {"open and owner", [](auto& r) { r.owner = "u1"; }, [](auto& f) { f.open = true; f.owners = {"u1"}; }, [](auto& f) { f.open = false; f.owners = {"u1"}; }},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    opened_ = GetParam().open();
    put(1, one.shape);
    put(2, [](MatterRow&) {});
    Filter hit;
    one.hit(hit);
    EXPECT_EQ(found(hit), Ids{1});
    EXPECT_EQ(store().list(kDistrict, hit)->total, 1);
    Filter miss;
    one.miss(miss);
    EXPECT_EQ(found(miss), Ids{});
    EXPECT_EQ(found({}), (Ids{1, 2}));
  }
}

TEST_P(ListContract, FiltersThatSayNoFindTheOthers) {
  put(1, [](MatterRow& r) { r.overdue = r.contested = r.historical = true; r.returned = 1; });
  put(2, [](MatterRow&) {});
  for (std::optional<bool> Filter::*one : {&Filter::overdue, &Filter::contested, &Filter::returned, &Filter::historical}) {
    Filter filter;
    filter.*one = false;
    EXPECT_EQ(found(filter), Ids{2});
  }
}

TEST_P(ListContract, OrdersBreakTiesById) {
  put(1, [](MatterRow& r) { r.opened = {50}; r.updated = {9}; });
  put(2, [](MatterRow& r) { r.opened = {40}; r.updated = {9}; r.next_due = Instant{7}; });
  put(3, [](MatterRow& r) { r.opened = {50}; r.updated = {8}; r.next_due = Instant{7}; });
  put(4, [](MatterRow& r) { r.opened = {60}; r.updated = {10}; r.next_due = Instant{6}; });
  const auto in = [&](Filter::Order order) {
    Filter filter;
    filter.order = order;
    return found(filter);
  };
  EXPECT_EQ(in(Filter::Order::kDue), (Ids{4, 2, 3, 1}));
  EXPECT_EQ(in(Filter::Order::kNewest), (Ids{4, 3, 1, 2}));
  EXPECT_EQ(in(Filter::Order::kOldest), (Ids{2, 1, 3, 4}));
  EXPECT_EQ(in(Filter::Order::kUpdated), (Ids{4, 2, 1, 3}));
}

TEST_P(ListContract, PagesCountEverythingAndShowTheirPart) {
  for (std::int64_t id = 1; id <= 5; ++id) {
    put(id, [](MatterRow&) {});
  }
  Filter filter;
  filter.offset = 3;
  filter.limit = 10;
  EXPECT_EQ(found(filter), (Ids{4, 5}));
  EXPECT_EQ(store().list(kDistrict, filter)->total, 5);
  filter.offset = 9;
  EXPECT_EQ(found(filter), Ids{});
  filter.offset = -4;
  filter.limit = 2;
  EXPECT_EQ(found(filter), (Ids{1, 2}));
  filter.limit = -1;
  EXPECT_EQ(found(filter), Ids{});
  EXPECT_EQ(store().list(kDistrict, filter)->total, 5);
}

TEST_P(ListContract, FindsTwoCharacterChineseWordsNumbersAndLatinWords) {
  put(1, [](MatterRow& r) { r.title = "13号楼漏水"; }, {{"c", "field.what", "x", "小区中水管爆裂，请联系〔电话〕"}});
  put(2, [](MatterRow& r) { r.title = "公园厕所关闭"; }, {{"c", "field.what", "x", "Park toilet closed"}});
  EXPECT_EQ(search("漏水"), Ids{1});
  EXPECT_EQ(search("中水"), Ids{1});
  EXPECT_EQ(search("厕所"), Ids{2});
  EXPECT_EQ(search("toilet"), Ids{2});
  EXPECT_EQ(search("TOILET park"), Ids{2});
  EXPECT_EQ(search("漏水 爆裂"), Ids{1});
  EXPECT_EQ(search("漏水 厕所"), Ids{});
  EXPECT_EQ(search("再生水管"), Ids{});
  EXPECT_EQ(search("暖气"), Ids{});
  EXPECT_EQ(search("厕"), Ids{2});  // one character, in the middle or at the end of a run
  EXPECT_EQ(search("闭"), Ids{2});
  EXPECT_EQ(search("楼 裂"), Ids{1});
  EXPECT_EQ(search("，。"), (Ids{1, 2}));
  EXPECT_EQ(search("\"漏水\""), Ids{1});
  EXPECT_EQ(search("厕所\" OR \"漏水"), Ids{});  // words of an index language are words
  EXPECT_EQ(search("HX-2023-000002"), Ids{2});
  EXPECT_EQ(search(""), (Ids{1, 2}));
}

TEST_P(ListContract, ATextThatCameLaterAndATitleThatChangedAreFound) {
  put(1, [](MatterRow& r) { r.title = "漏水"; });
  app::CommitRequest next = following(store(), 1);
  next.batches[0].row.title = "爆管";
  next.batches[0].texts = {{"c", "words@2", "x", "物业出材料"}};
  ASSERT_TRUE(store().commit(next).ok());
  EXPECT_EQ(search("爆管"), Ids{1});
  EXPECT_EQ(search("材料"), Ids{1});
  EXPECT_EQ(search("漏水"), Ids{});
}

}  // namespace
}  // namespace shaoyin::contract
