// A seeded random walk over both stores at once: whatever is asked of them in whatever order, refusals included,
// the disk's store answers as the plain maps do. A failing seed is printed; run that one with SEED=<n>.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "tests/contract/opened.h"

namespace shaoyin::contract {
namespace {

using app::CommitRequest;
using app::Filter;

class Walk {
 public:
  explicit Walk(std::uint64_t seed) : chance_(seed) {
    for (const Kind& kind : kinds()) {
      stores_.push_back(kind.open());
    }
  }

  void step() {
    switch (roll(12)) {
      case 0: case 1: case 2: open_matter(); break;
      case 3: case 4: case 5: case 6: act(); break;
      case 7: same([&, n = roll(9)](app::Store& s) { return shown(s.outbox(kDistrict, now_, 1 + n)); }); break;
      case 8: same([&, n = roll(40)](app::Store& s) { return std::to_string(s.delivered(kDistrict, n).ok()); }); break;
      case 9: files(); break;
      case 10: edit_register(); break;
      default: list(); break;
    }
    now_.ms += roll(30'000);
  }

  void compare_everything() {
    same([&](app::Store& s) { return shown(s.list(kDistrict, {})); });
    same([&, after = roll(4)](app::Store& s) { return shown(s.listed(kDistrict, {after}, 100)); });
    same([&](app::Store& s) { return shown(s.feed(kDistrict, 0, 1000)); });
    same([&](app::Store& s) { return shown(s.due(kDistrict, now_, 100)); });
    same([&](app::Store& s) { return shown(s.register_rows(kDistrict, "unit")); });
    for (std::int64_t n = 1; n <= kIds; ++n) {
      same([&](app::Store& s) { return shown(s.load(kDistrict, {n})) + shown(s.texts(kDistrict, {n})); });
    }
  }

 private:
  static constexpr std::int64_t kIds = 12;

  int roll(int sides) { return static_cast<int>(chance_() % static_cast<unsigned>(sides)); }
  std::int64_t id() { return 1 + roll(kIds); }
  std::string word() {
    static const char* const kWords[] = {"漏水", "小区中水", "13号楼", "pipe", "厕所", "", "停车"};
    return kWords[roll(7)];
  }
  std::string unit() { return "u" + std::to_string(roll(4)); }
  std::string grid() { return roll(5) == 0 ? "" : "12010300" + std::to_string(roll(3)) + "00" + std::to_string(roll(3)); }
  std::optional<Instant> maybe_soon() {
    return roll(3) == 0 ? std::nullopt : std::optional<Instant>{{now_.ms + roll(200'000) - 50'000}};
  }

  void shape(app::MatterRow& row) {
    row.step = "s" + std::to_string(roll(3));
    row.final = roll(4) == 0;
    row.owner = unit();
    row.place = grid();
    row.community = row.place.substr(0, std::min<std::size_t>(row.place.size(), 9));
    row.title = word();
    row.opened = {now_.ms - roll(5) * 1000};
    row.updated = now_;
    row.next_due = maybe_soon();
    row.look_again = maybe_soon();
    row.overdue = roll(2) == 0;
    row.returned = roll(2);
    row.historical = roll(8) == 0;
    row.parent = {roll(3)};
    row.fields.clear();
    for (int n = roll(3); n > 0; --n) {
      row.fields["f" + std::to_string(roll(3))] = roll(2) == 0 ? Value::number(roll(9)) : Value::text(word());
    }
    row.parties.clear();
    for (int n = roll(3); n > 0; --n) {
      row.parties.push_back(unit());
    }
  }

  void fill(CommitRequest& request) {
    app::Batch& batch = request.batches.front();
    shape(batch.row);
    for (int n = roll(3); n > 0; --n) {
      batch.records.push_back({roll(2) == 0 ? "call" : "item", 1 + roll(3), 1, "s" + std::to_string(roll(3)), {{"unit", Value::text(unit())}}});
    }
    request.now = now_;
    if (roll(2) == 0) {
      batch.texts.push_back({"c" + std::to_string(roll(9)), "field.what", "cipher", word()});
    }
    if (roll(2) == 0) {
      batch.notices.push_back({"n" + std::to_string(roll(99)), "unit:" + unit(), "called", {{"due", "1"}}});
    }
    if (roll(3) == 0) {
      request.key_scope = "p";
      request.key = "k" + std::to_string(roll(20));
      request.request_hash = "h" + std::to_string(roll(2));
    }
  }

  void open_matter() {
    CommitRequest request = opening(id(), 1 + roll(2));
    fill(request);
    if (roll(6) == 0) {
      request.batches.front().row.number = "HX-2023-00000" + std::to_string(1 + roll(9));
    }
    if (roll(4) == 0) {
      request.batches.push_back(opening(id()).batches.front());
    }
    same([&](app::Store& s) { return shown(s.commit(request)); });
  }

  void act() {
    const std::int64_t which = id();
    if (!stores_.front()->store().load(kDistrict, {which})) {
      return;
    }
    CommitRequest request = following(stores_.front()->store(), which, 1 + roll(3));
    fill(request);
    request.batches.front().erase = roll(9) == 0;
    request.batches.front().used_files = {"f" + std::to_string(roll(6))};
    if (roll(5) == 0) {
      stale(request);
    }
    same([&](app::Store& s) { return shown(s.commit(request)); });
  }

  void files() {
    const app::FileRow file{{id()}, "f" + std::to_string(roll(6)), roll(50), now_, false};
    same([&](app::Store& s) { return code(s.note_file(kDistrict, file, {4, 100})); });
    const Instant before{now_.ms - roll(100'000)};
    if (roll(3) == 0) {
      same([&](app::Store& s) { return std::to_string(s.forget_unused_files(kDistrict, before, 100)->size()); });
    }
    same([&](app::Store& s) { return std::to_string(s.files(kDistrict, file.matter)->size()); });
  }

  void stale(CommitRequest& request) {
    app::Batch& batch = request.batches.front();
    batch.expected_revision = batch.expected_revision - 1;
  }

  void edit_register() {
    CommitRequest request;
    request.district = kDistrict;
    request.register_rows = {{"unit", unit(), 0, {now_.ms - roll(3) * 1000}, maybe_soon(), {{"name", word()}}}};
    same([&](app::Store& s) { return shown(s.commit(request)); });
  }

  void list() {
    Filter filter;
    filter.order = static_cast<Filter::Order>(roll(4));
    filter.offset = roll(3);
    filter.limit = 1 + roll(6);
    if (roll(3) == 0) { filter.open = roll(2) == 0; }
    if (roll(4) == 0) { filter.overdue = roll(2) == 0; }
    if (roll(4) == 0) { filter.returned = roll(2) == 0; }
    if (roll(4) == 0) { filter.historical = roll(2) == 0; }
    if (roll(4) == 0) { filter.owners = {unit(), unit()}; }
    if (roll(4) == 0) { filter.parties = {unit()}; }
    if (roll(4) == 0) { filter.areas = {grid().substr(0, 9)}; }
    if (roll(4) == 0) { filter.steps = {"s1", "s2"}; }
    if (roll(4) == 0) { filter.due_before = now_; }
    if (roll(4) == 0) { filter.opened_from = Instant{now_.ms - 90'000}; }
    if (roll(4) == 0) { filter.parent = {1}; }
    if (roll(3) == 0) { filter.text = word() + " " + word(); }
    same([&](app::Store& s) { return shown(s.list(kDistrict, filter)); });
  }

  // Everything an answer says, as text: what differs is then readable in the failure.
  static std::string code(const Status& status) { return status ? "ok" : error_name(status.error().code); }
  template <class T>
  static std::string shown(const Result<T>& result) {
    return result ? text_of(*result) : std::string(error_name(result.error().code)) + " " + result.error().field;
  }
  static std::string text_of(const app::Receipt& r) {
    return r.number + "/" + std::to_string(r.revision) + "/" + r.step + "/" + r.hash + "/" + std::to_string(r.position);
  }
  static std::string text_of(std::optional<Instant> at) { return at ? std::to_string(at->ms) : "-"; }
  static std::string fields_of(const std::map<std::string, Value>& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
      ledger::write_value(out += name + "=", value);
    }
    return out;
  }
  static std::string text_of(const std::vector<app::Listed>& all) {
    std::string out;
    for (const app::Listed& one : all) {
      out += text_of(one.at.row) + std::to_string(one.at.revision) + ":";
      for (const view::RecordRow& record : one.records) {
        out += record.type + std::to_string(record.number) + "/" + std::to_string(record.round) + record.step + fields_of(record.fields) + ";";
      }
    }
    return out;
  }
  static std::string text_of(const app::MatterRow& r) {
    std::string out = std::to_string(r.id.value) + " " + r.number + " " + r.step + " " + r.owner + " " + r.place + " " + r.title +
                      " " + text_of(r.next_due) + " " + text_of(r.look_again) + " " + std::to_string(r.opened.ms) + " " +
                      std::to_string(r.updated.ms) + (r.final ? " final" : "") + (r.overdue ? " overdue" : "") + "\n";
    for (const PartyCode& party : r.parties) {
      out += party + ",";
    }
    out += fields_of(r.fields);
    return out;
  }
  static std::string text_of(const app::Page& page) {
    std::string out = "total " + std::to_string(page.total) + "\n";
    for (const app::MatterRow& row : page.rows) {
      out += text_of(row) + "\n";
    }
    return out;
  }
  static std::string text_of(const app::Stored& stored) {
    std::string out = text_of(stored.row) + stored.wrapped_key;
    EXPECT_TRUE(ledger::verify_chain(kDistrict, stored.row.id, stored.links).ok());
    return out + std::to_string(stored.links.size()) + to_hex(stored.links.back().hash);
  }
  static std::string text_of(const app::TextRow& text) { return text.commitment + text.where + text.cipher + text.masked; }
  static std::string text_of(const app::FeedItem& item) {
    return std::to_string(item.position) + ":" + std::to_string(item.matter.value) + "." + std::to_string(item.revision);
  }
  static std::string text_of(MatterId matter) { return std::to_string(matter.value); }
  static std::string text_of(const app::OutboxItem& item) {
    return std::to_string(item.id) + item.notice.key + item.notice.to + std::to_string(item.tries);
  }
  static std::string text_of(const registers::Row& row) {
    return row.code + std::to_string(row.version) + " " + std::to_string(row.valid_from.ms) + ".." + text_of(row.valid_to);
  }
  template <class T>
  static std::string text_of(const std::vector<T>& list) {
    std::string out;
    for (const T& one : list) {
      out += text_of(one) + " ";
    }
    return out;
  }

  template <class Ask>
  void same(const Ask& ask) {
    const std::string expected = ask(stores_.front()->store());
    for (std::size_t i = 1; i < stores_.size(); ++i) {
      ASSERT_EQ(ask(stores_[i]->store()), expected) << kinds()[i].name << " differs from " << kinds()[0].name;
    }
  }

  std::mt19937_64 chance_;
  std::vector<std::unique_ptr<Opened>> stores_;
  Instant now_{1'000'000};
};

TEST(StoreWalk, EveryStoreAnswersAsThePlainMapsDo) {
  const char* only = std::getenv("SEED");
  const std::uint64_t first = only != nullptr ? std::strtoull(only, nullptr, 10) : 1;
  const std::uint64_t last = only != nullptr ? first : 15;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Walk walk(seed);
    for (int n = 0; n < 120 && !testing::Test::HasFatalFailure(); ++n) {
      walk.step();
      walk.compare_everything();
    }
    ASSERT_FALSE(testing::Test::HasFatalFailure());
  }
}

}  // namespace
}  // namespace shaoyin::contract
