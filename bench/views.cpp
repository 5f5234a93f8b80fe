// Views over two hundred thousand invented reports: a number, a matrix, a chart and a page of a list, for one who reads the whole
// district; and the first request, which reads all rows, and one after a commit.
//
//   cmake --build build/release --target bench_views && build/release/bench_views [matters] [seed]
//
// Baselines of the same run: the list's own count by SQLite for the number; for the matrix the same rows judged and counted one by one.
// Processor time, one thread, the median of nine.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "app/callers.h"
#include "app/open_view.h"
#include "core/base/ensure.h"
#include "core/desk/condition.h"
#include "edge/sqlite/sqlite_store.h"
#include "edge/system/system.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/sodium_vault.h"
#include "main/wiring/desk_shelf.h"

#ifndef SHAOYIN_SOURCE_DIR
#define SHAOYIN_SOURCE_DIR "."
#endif

namespace {

using namespace shaoyin;
namespace fs = std::filesystem;

constexpr DistrictId kDistrict{120103};
constexpr int kMattersInACommit = 1000;
const Instant kNow = *parse_instant("2026-03-02 10:00");

struct FixedClock final : app::WallClock {
  [[nodiscard]] Instant now() const override { return kNow; }
};

std::shared_ptr<const app::Rules> rules() {
  const fs::path share(SHAOYIN_SOURCE_DIR);
  const auto rows = toml_files::demo_rows(share / "registers", 1);
  auto calendar = toml_files::read_calendar(share / "registers/calendar");
  auto pack = toml_files::read_pack(share, "");
  ensure(rows.ok() && calendar.ok() && pack.ok(), "the shipped files read; run it from the repository");
  auto made = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, kNow), *calendar, *pack, {}, {}});
  for (auto& procedure : toml_files::read_procedures(share / "procedures").procedures) made->add(std::move(procedure));
  wiring::take_desks(share, {}, *made);
  ensure(made->desk("district") != nullptr, "the shipped desk is there");
  return made;
}

// Reports of three years, one in four still open, over all communities and their offices.
class Reports {
 public:
  Reports(const app::Rules& rules, std::uint64_t seed) : rules_(rules), chance_(seed) {
    for (const auto& [code, grid] : rules.book->grids()) {
      if (grid.kind == registers::GridKind::kCommunity) communities_.push_back(code);
    }
    for (const procedure::StepSpec& step : rules.current("report")->steps) (step.final ? final_ : open_).push_back(step.name);
    for (const auto& [code, category] : rules.book->categories()) categories_.push_back(code);
  }

  app::Batch one(std::int64_t id) {
    const matter::Event event{matter::EventKind::kOpened, kNow, {}, {{"kind", Value::text("report")}}};
    app::Batch batch;
    batch.matter = {id};
    batch.links = ledger::chain(kDistrict, {id}, 0, Hash{}, {event});
    view::MatterRow& row = batch.row;
    row.kind = "report";
    row.final = up_to(4) != 0;
    row.step = any(row.final ? final_ : open_);
    row.place = row.community = any(communities_);
    row.street = rules_.book->at_level(row.place, registers::GridKind::kStreet);
    row.owner = rules_.book->office_of(row.place);
    row.category = any(categories_);
    row.channel = up_to(2) == 0 ? "portal" : "hotline";
    row.title = "小区再生水管爆裂整栋停水";
    row.opened = row.updated = kNow - hours(static_cast<std::int64_t>(up_to(3 * 365 * 24)));
    if (row.final) row.closed = row.opened + hours(static_cast<std::int64_t>(up_to(400)));
    else row.next_due = kNow + hours(static_cast<std::int64_t>(up_to(400)) - 60);
    row.overdue = !row.final && *row.next_due < kNow;
    row.parties = {row.owner};
    row.fields = {{"grade", Value::text("general")}, {"level", Value::text("community")}};
    return batch;
  }

 private:
  std::uint64_t up_to(std::uint64_t most) { return chance_() % most; }
  const std::string& any(const std::vector<std::string>& all) { return all[up_to(all.size())]; }

  const app::Rules& rules_;
  std::mt19937_64 chance_;
  std::vector<std::string> communities_, open_, final_, categories_;
};

void commit(app::Store& store, Reports& reports, std::int64_t from, std::int64_t to) {
  app::CommitRequest request;
  request.district = kDistrict;
  request.now = kNow;
  request.number_prefix = "HX-2026-";
  for (std::int64_t id = from; id < to; ++id) request.batches.push_back(reports.one(id));
  ensure(store.commit(request).ok(), "a commit succeeds");
}

template <class Work>
double median_ms(const Work& work, int times = 9) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    const std::clock_t begin = std::clock();
    work();
    all.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t count = argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 200'000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  if (count < 1000 || count > 5'000'000) return 2;
  std::string folder = (fs::temp_directory_path() / "shaoyin-views-XXXXXX").string();
  ensure(::mkdtemp(folder.data()) != nullptr, "a folder");
  const auto in_force = rules();
  auto store = sqlite::SqliteStore::open(folder);
  ensure(store.ok(), "the store opens");
  Reports reports(*in_force, seed);
  for (std::int64_t id = 1; id <= count; id += kMattersInACommit) commit(**store, reports, id, std::min(id + kMattersInACommit, count + 1));
  FixedClock clock;
  system::SystemChance chance;
  vault::SodiumVault vault{vault::Key{}};
  app::House house({kDistrict, "HX"}, **store, vault, clock, chance, in_force);
  app::DeskTables tables(house);
  access::Caller caller;
  caller.grants.push_back({{"matter.read"}, "120103"});

  const auto open = [&](const char* view, app::ViewAsked asked = {}) {
    auto shown = app::open_view(house, tables, caller, "district", view, asked);
    ensure(shown.ok(), "the view opens");
    return std::move(*shown);
  };
  fmt::print("{} reports, seed {}; processor time, median of nine\n", count, seed);
  fmt::print("first request, reads all rows  {:>9.1f} ms\n", median_ms([&] { open("overdue"); }, 1));

  app::Filter filter;
  filter.kinds = {"report"};
  filter.open = filter.overdue = true;
  filter.limit = 1;
  std::int64_t listed = 0;
  const double by_list = median_ms([&] { listed = (*store)->list(kDistrict, filter)->total; });
  std::size_t found = 0;
  const double number = median_ms([&] { found = open("overdue").total; });
  ensure(static_cast<std::size_t>(listed) == found, "both ways find the same reports");
  fmt::print("a number, of {:>6} rows        {:>9.2f} ms   counted by the list {:.2f} ms  {:.1f}x\n", found, number, by_list, by_list / number);

  const double matrix = median_ms([&] { found = open("unit_by_step").cells.size(); });
  std::map<std::pair<std::string, std::string>, int> cells;
  const double one_by_one = median_ms([&] {
    cells.clear();
    const Status seen = tables.with({"report", {}, {}}, in_force, [&](const app::DeskTables::Seen& rows) {
      const auto condition = desk::ready("not final", rows.columns, {kNow, in_force->calendar});
      const auto& by = *rows.table.column("owner");
      const auto& across = *rows.table.column("step");
      for (std::uint32_t row = 0; row < rows.table.rows(); ++row) {
        if (!rule::evaluate(*condition, rule::TableRow(rows.table, row)).is_yes()) continue;
        const auto& reach = *rows.reach(row);
        app::MatterRow matter;
        matter.owner = reach.owner, matter.place = reach.place, matter.parties = reach.parties;
        if (app::may_read(caller, *in_force->book, matter)) ++cells[{rows.table.at(row, by).as_text(), rows.table.at(row, across).as_text()}];
      }
    });
    ensure(seen.ok(), "the table is there");
  });
  ensure(cells.size() == found, "both ways find the same cells");
  fmt::print("a matrix, of {:>6} cells       {:>9.2f} ms   one by one {:.1f} ms  {:.1f}x\n", found, matrix, one_by_one, one_by_one / matrix);
  fmt::print("a chart of twelve months       {:>9.2f} ms\n", median_ms([&] { open("by_month"); }));
  fmt::print("a page of fifty of a list      {:>9.2f} ms\n", median_ms([&] { open("open_reports"); }));
  std::int64_t next = count;
  const double after = median_ms([&] {
    ++next;
    commit(**store, reports, next, next + 1);
    open("overdue");
  });
  fmt::print("a commit and the number after  {:>9.2f} ms\n", after);
  store->reset();
  fs::remove_all(folder);
  return 0;
}
