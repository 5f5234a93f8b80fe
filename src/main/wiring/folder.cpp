#include "main/wiring/folder.h"

#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;

// The registers a book is built from; the other rows (procedures, settings) are read by name.
constexpr const char* kBookRegisters[] = {"unit", "grid", "role", "person", "category", "place", "route", "precedent", "fund_rule", "purpose"};
constexpr std::size_t kRowsPerCommit = 2000;  // one durable transaction each while seeding

bool is_home(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "procedures", ignored) && fs::exists(folder / "registers", ignored);
}

}  // namespace

app::DistrictSettings demo_district() { return {{120103}, "HX"}; }

Result<fs::path> find_home() {
  std::error_code ignored;
  for (fs::path at = fs::read_symlink("/proc/self/exe", ignored).parent_path(); !at.empty(); at = at.parent_path()) {
    if (is_home(at)) return at;
    if (at == at.root_path()) break;
  }
  if (const fs::path here = fs::current_path(ignored); is_home(here)) return here;
  if (const fs::path shared = "/usr/share/shaoyin"; is_home(shared)) return shared;
  return fault(ErrorCode::kNotFound, "home", "procedures/ and registers/",
               {"找不到 procedures/ 和 registers/ 文件夹；请用 --home 指明", "Cannot find the folders procedures/ and registers/; name their parent with --home"});
}

Result<std::unique_ptr<Folder>> Folder::open(const FolderOptions& options) {
  std::unique_ptr<Folder> folder(new Folder());
  folder->options_ = options;
  if (options.home.empty()) {
    auto home = find_home();
    if (!home) return home.error();
    folder->home_ = *home;
  } else {
    folder->home_ = options.home;
  }
  std::error_code failed;
  fs::create_directories(options.data, failed);
  if (failed) return fault(ErrorCode::kStorage, "data", failed.message());
  auto store = sqlite::SqliteStore::open(options.data.string());
  if (!store) return store.error();
  folder->store_ = std::move(*store);
  fs::path key = options.key_file;
  if (key.empty()) {
    const fs::path data = fs::absolute(options.data).lexically_normal();
    key = (data.filename().empty() ? data.parent_path() : data).string() + ".key";
  }
  auto vault = vault::SodiumVault::open_folder(key, options.data);
  if (!vault) return vault.error();
  folder->vault_ = std::move(*vault);
  auto receipt_key = vault::open_or_make_receipt_key(options.data, *folder->vault_);
  if (!receipt_key) return receipt_key.error();
  folder->receipt_key_ = *receipt_key;
  folder->files_ = std::make_unique<vault::VaultFiles>(*folder->vault_, options.data);
  if (Status status = folder->store_procedures(); !status) return status.error();
  auto rules = folder->make_rules();
  if (!rules) return rules.error();
  folder->house_ = std::make_unique<app::House>(demo_district(), *folder->store_, *folder->vault_, folder->clock_, folder->chance_, *rules);
  folder->house_->keep_files(*folder->files_);
  folder->house_->keep_request_key(folder->receipt_key_);
  auto districts = folder->store_->districts();
  if (!districts) return districts.error();
  for (const DistrictId district : *districts) {
    if (district == demo_district().id) continue;
    if (auto taken = folder->take_in(district); !taken) return taken.error();
  }
  return folder;
}

std::vector<app::House*> Folder::imported() {
  const std::lock_guard lock(imported_mutex_);
  std::vector<app::House*> all;
  for (const auto& [district, house] : imported_) all.push_back(house.get());
  return all;
}

Result<app::House*> Folder::take_in(DistrictId district) {
  const std::lock_guard lock(imported_mutex_);
  std::unique_ptr<app::House>& house = imported_[district];
  if (house) return house.get();
  auto grids = store_->register_rows(district, "grid");
  if (!grids) return grids.error();
  if (grids->empty()) return fault(ErrorCode::kNotFound, "district", std::to_string(district.value));
  app::DistrictSettings settings{.id = district, .number_letters = "", .imported = true};
  if (const auto zone = grids->front().columns.find("zone"); zone != grids->front().columns.end() && !zone->second.empty()) settings.zone = zone->second;
  auto rules = make_history_rules(std::move(*grids));
  if (!rules) return rules.error();
  house = std::make_unique<app::House>(std::move(settings), *store_, *vault_, clock_, chance_, std::move(*rules));
  return house.get();
}

// The district's own row, our categories, and the one procedure that shows history.
Result<std::shared_ptr<const app::Rules>> Folder::make_history_rules(std::vector<registers::Row> rows) const {
  auto categories = store_->register_rows(demo_district().id, "category");
  if (!categories) return categories.error();
  rows.insert(rows.end(), std::make_move_iterator(categories->begin()), std::make_move_iterator(categories->end()));
  auto shown = toml_files::read_procedure(home_ / "maps/historical");
  if (!shown.faults.empty()) {
    Error error = shown.faults.front();
    error.field = "maps/historical: " + error.field;
    return error;
  }
  shown.procedure.hash = "historical";  // what an import writes into the first event
  const auto own = house_->rules();
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(rows, clock_.now()), own->calendar, own->pack, {}, {}});
  rules->add(std::make_shared<procedure::Procedure>(std::move(shown.procedure)));
  return std::shared_ptr<const app::Rules>(std::move(rules));
}

// What the folder's files say is in force: each change of version becomes a row, so that a matter ends under the version it
// began with and the register tells what held when.
Status Folder::store_procedures() {
  const DistrictId district = demo_district().id;
  const auto stored = store_->register_rows(district, "procedure");
  if (!stored) return stored.error();
  const auto roles = store_->register_rows(district, "role");
  if (!roles) return roles.error();
  const auto pack = toml_files::read_pack(home_ / "registers/deadlines", options_.preset);
  if (!pack) return pack.error();
  const auto files = read_procedure_files(home_);
  if (!files) return files.error();
  auto fresh = rows_to_store(*files, *stored, *pack, granted_verbs(*roles), clock_.now());
  if (!fresh) return fresh.error();
  if (fresh->empty()) return {};
  app::CommitRequest request;
  request.district = district;
  request.now = clock_.now();
  request.register_rows = std::move(*fresh);
  const auto receipt = store_->commit(request);
  return receipt ? Status() : Status(receipt.error());
}

Result<std::shared_ptr<const app::Rules>> Folder::make_rules() {
  const DistrictId district = demo_district().id;
  std::vector<registers::Row> rows;
  for (const char* reg : kBookRegisters) {
    auto some = store_->register_rows(district, reg);
    if (!some) return some.error();
    rows.insert(rows.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
  }
  auto calendar = toml_files::read_calendar(home_ / "registers/calendar");
  if (!calendar) return calendar.error();
  auto pack = toml_files::read_pack(home_ / "registers/deadlines", options_.preset);
  if (!pack) return pack.error();
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(rows, clock_.now()), std::move(*calendar), std::move(*pack), {}, {}});
  auto procedures = store_->register_rows(district, "procedure");
  if (!procedures) return procedures.error();
  take_versions(*procedures, *rules);
  return std::shared_ptr<const app::Rules>(std::move(rules));
}

bool Folder::empty() const { return house_->rules()->book->grids().empty(); }

// A ruling may be committed, and learned, while we read: then what we read lacks it, and we read again.
Status Folder::reload() {
  for (;;) {
    const auto before = store_->register_rows(house_->district().id, "precedent");
    if (!before) return before.error();
    auto rules = make_rules();
    if (!rules) return rules.error();
    house_->set_rules(*rules);
    const auto after = store_->register_rows(house_->district().id, "precedent");
    if (!after) return after.error();
    if (after->size() == before->size()) return {};
  }
}

Status Folder::add_rows(std::vector<registers::Row> rows) {
  for (std::size_t at = 0; at < rows.size(); at += kRowsPerCommit) {
    app::CommitRequest request;
    request.district = house_->district().id;
    request.now = clock_.now();
    const std::size_t end = std::min(rows.size(), at + kRowsPerCommit);
    request.register_rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(end));
    const auto receipt = store_->commit(request);
    if (!receipt) return receipt.error();
  }
  return reload();
}

Status Folder::seed_registers(std::uint64_t seed) {
  if (!empty()) return fault(ErrorCode::kConflict, "data", "not empty", {"数据文件夹里已有登记册", "The data folder already holds registers"});
  auto rows = toml_files::demo_rows(home_ / "registers", seed);
  if (!rows) return rows.error();
  return add_rows(std::move(*rows));
}

}  // namespace shaoyin::wiring
