#include "main/wiring/folder.h"

#include <charconv>
#include <limits>

#include "core/register/validity.h"
#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "main/wiring/desk_shelf.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;

// The registers a book is built from; the other rows (procedures, settings) are read by name.
constexpr const char* kBookRegisters[] = {"unit", "grid", "role", "person", "category", "place", "route", "precedent", "fund_rule", "purpose", "parameter"};
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

bool is_home(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "procedures", ignored) && fs::exists(folder / "registers", ignored);
}

const std::string& cell(const registers::Row& row, const std::string& name) {
  static const std::string kEmpty;
  const auto found = row.columns.find(name);
  return found == row.columns.end() ? kEmpty : found->second;
}

// The root of the grids that hold at `at`; nullptr where there is none.
const registers::Row* root_of(const std::vector<registers::Row>& rows, Instant at) {
  for (const registers::Row* row : registers::rows_at(rows, at)) {
    if (row->reg == "grid" && cell(*row, "kind") == "district") return row;
  }
  return nullptr;
}

// Code and letters of the root row. Numbers are read out over the telephone, so letters are few and plain; a folder of before they were
// a column has the code in their place.
Result<app::DistrictSettings> settings_of(const registers::Row& root) {
  app::DistrictSettings district;
  const auto read = std::from_chars(root.code.data(), root.code.data() + root.code.size(), district.id.value);
  if (root.code.size() != 6 || read.ec != std::errc() || read.ptr != root.code.data() + root.code.size() || district.id.value <= 0) {
    return fault(ErrorCode::kRegisterFault, "district.csv", "code " + root.code,
                 {"区县代码应为六位数字（GB/T 2260）；请改 district.csv 的 code", "The code of a district is six digits (GB/T 2260); mend `code` in district.csv"});
  }
  const std::string& letters = cell(root, "letters");
  constexpr std::size_t kLettersMax = 8;
  if (letters.size() > kLettersMax || letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos) {
    return fault(ErrorCode::kRegisterFault, "district.csv", "letters " + letters,
                 {"编号字头应为一至八个大写拉丁字母；请改 district.csv 的 letters", "The letters of matters' numbers are one to eight of A-Z; mend `letters` in district.csv"});
  }
  district.number_letters = letters.empty() ? root.code : letters;
  return district;
}

Error other_district(DistrictId own, const std::string& code) {
  const std::string known = std::to_string(own.value);
  return fault(ErrorCode::kConflict, "district.csv", code,
               {"这个数据文件夹属于区县 " + known + "；另一个区县请用新的数据文件夹", "This data folder is of district " + known + "; another district needs a folder of its own"});
}

}  // namespace

Result<DistrictId> own_district(sqlite::SqliteStore& store) {
  const auto districts = store.districts();
  if (!districts) return districts.error();
  for (const DistrictId district : *districts) {
    const auto versions = store.register_rows(district, "procedure");  // an import brings none
    if (!versions) return versions.error();
    if (!versions->empty()) return district;
  }
  return DistrictId{};
}

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
  if (options.clock != nullptr) folder->clock_ = options.clock;
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
    const fs::path data = fs::absolute(options.data, failed).lexically_normal();
    if (failed) return fault(ErrorCode::kStorage, "data", failed.message());
    key = (data.filename().empty() ? data.parent_path() : data).string() + ".key";
  }
  auto vault = vault::SodiumVault::open_folder(key, options.data);
  if (!vault) return vault.error();
  folder->vault_ = std::move(*vault);
  auto receipt_key = vault::open_or_make_receipt_key(options.data, *folder->vault_);
  if (!receipt_key) return receipt_key.error();
  folder->receipt_key_ = *receipt_key;
  folder->files_ = std::make_unique<vault::VaultFiles>(*folder->vault_, options.data);
  const auto own = own_district(*folder->store_);
  if (!own) return own.error();
  if (Status status = folder->open_own(*own); !status) return status.error();
  auto districts = folder->store_->districts();
  if (!districts) return districts.error();
  for (const DistrictId district : *districts) {
    if (district == *own) continue;
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
  house = std::make_unique<app::House>(std::move(settings), *store_, *vault_, *clock_, chance_, std::move(*rules));
  return house.get();
}

// The district's own row, our categories, and the one procedure that shows history.
Result<std::shared_ptr<const app::Rules>> Folder::make_history_rules(std::vector<registers::Row> rows) const {
  auto categories = store_->register_rows(house_->district().id, "category");
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
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(rows, clock_->now()), own->calendar, own->pack, {}, {}});
  rules->add(std::make_shared<procedure::Procedure>(std::move(shown.procedure)));
  return std::shared_ptr<const app::Rules>(std::move(rules));
}

// A fresh folder knows no district yet: its versions of procedures are proved now and stored with its first registers.
Status Folder::open_own(DistrictId own) {
  auto fresh = new_versions(own);
  if (!fresh) return fresh.error();
  const bool known = own != DistrictId{};
  if (known && !fresh->empty()) {
    if (Status stored = store(own, std::move(*fresh)); !stored) return stored;
    fresh->clear();
  }
  auto rules = make_rules(own, *fresh);
  if (!rules) return rules.error();
  app::DistrictSettings settings{own, ""};
  if (known) {
    const auto grids = store_->register_rows(own, "grid");
    if (!grids) return grids.error();
    if (const registers::Row* root = root_of(*grids, clock_->now())) {
      auto read = settings_of(*root);
      if (!read) return read.error();
      settings = std::move(*read);
    }
  }
  make_house(std::move(settings), std::move(*rules));
  return {};
}

void Folder::make_house(app::DistrictSettings district, std::shared_ptr<const app::Rules> rules) {
  house_ = std::make_unique<app::House>(std::move(district), *store_, *vault_, *clock_, chance_, std::move(rules));
  house_->keep_files(*files_);
  house_->keep_accounts(*store_);
  house_->keep_request_key(receipt_key_);
}

// What the folder's files say is in force: each change of version becomes a row, so that a matter ends under the version it
// began with and the register tells what held when.
Result<std::vector<registers::Row>> Folder::new_versions(DistrictId district) {
  const auto stored = store_->register_rows(district, "procedure");
  if (!stored) return stored.error();
  auto roles = store_->register_rows(district, "role");
  if (!roles) return roles.error();
  if (Status granted = add_grants(*roles); !granted) return granted.error();
  const auto pack = toml_files::read_pack(home_, options_.preset);
  if (!pack) return pack.error();
  const auto files = read_procedure_files(home_);
  if (!files) return files.error();
  const Instant now = clock_->now();
  return rows_to_store(*files, *stored, *pack, granted_verbs(*roles, now), now);
}

// What kinds of matter bring with them holds wherever they are in force, also in a district whose roles were stored before.
Status Folder::add_grants(std::vector<registers::Row>& rows) const {
  const auto grants = toml_files::read_grants(home_ / "procedures");
  if (!grants) return grants.error();
  toml_files::add_grants(*grants, rows);
  return {};
}

Status Folder::store(DistrictId district, std::vector<registers::Row> rows) {
  app::CommitRequest request;
  request.district = district;
  request.now = clock_->now();
  request.register_rows = std::move(rows);
  const auto receipt = store_->commit(request);
  return receipt ? Status() : Status(receipt.error());
}

Result<std::shared_ptr<const app::Rules>> Folder::make_rules(DistrictId district, const std::vector<registers::Row>& fresh) {
  const Instant now = clock_->now();
  std::vector<registers::Row> rows;
  for (const char* reg : kBookRegisters) {
    auto some = store_->register_rows(district, reg);
    if (!some) return some.error();
    rows.insert(rows.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
  }
  if (Status granted = add_grants(rows); !granted) return granted.error();
  auto calendar = toml_files::read_calendar(home_ / "registers/calendar");
  if (!calendar) return calendar.error();
  auto pack = toml_files::read_pack(home_, options_.preset);
  if (!pack) return pack.error();
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(rows, now), std::move(*calendar), std::move(*pack), {}, {}});
  auto procedures = store_->register_rows(district, "procedure");
  if (!procedures) return procedures.error();
  procedures->insert(procedures->end(), fresh.begin(), fresh.end());
  take_versions(*procedures, *rules);
  take_desks(home_, granted_verbs(rows, now), *rules);
  const std::optional<Instant> change = registers::next_change(rows, now);
  changes_at_ = change ? change->ms : kNever;
  return std::shared_ptr<const app::Rules>(std::move(rules));
}

bool Folder::empty() const { return house_->rules()->book->grids().empty(); }

Status Folder::reload() {
  return house_->change_rules([this] { return make_rules(house_->district().id); });
}

Status Folder::keep_current() { return clock_->now().ms < changes_at_ ? Status() : reload(); }

Status Folder::add_rows(std::vector<registers::Row> rows) {
  if (empty()) return begin_with(std::move(rows));
  const registers::Row* root = root_of(rows, clock_->now());
  if (root != nullptr && root->code != std::to_string(house_->district().id.value)) return other_district(house_->district().id, root->code);
  return house_->change_rules([&]() -> Result<std::shared_ptr<const app::Rules>> {
    if (Status stored = store(house_->district().id, std::move(rows)); !stored) return stored.error();
    return make_rules(house_->district().id);
  });
}

Status Folder::begin_with(std::vector<registers::Row> rows) {
  const registers::Row* root = root_of(rows, clock_->now());
  if (root == nullptr) {
    return fault(ErrorCode::kRegisterFault, "district.csv", "no row of kind district",
                 {"登记册里没有区县本身（district.csv）；请先导入它", "The registers hold no district (district.csv); import it first"});
  }
  auto settings = settings_of(*root);
  if (!settings) return settings.error();
  const DistrictId known = house_->district().id;
  if (known != DistrictId{} && known != settings->id) return other_district(known, root->code);
  if (known == DistrictId{}) {
    auto versions = new_versions({});
    if (!versions) return versions.error();
    rows.insert(rows.end(), std::make_move_iterator(versions->begin()), std::make_move_iterator(versions->end()));
  }
  if (Status stored = store(settings->id, std::move(rows)); !stored) return stored;
  auto rules = make_rules(settings->id);
  if (!rules) return rules.error();
  make_house(std::move(*settings), std::move(*rules));
  return {};
}

Status Folder::seed_registers(std::uint64_t seed, std::vector<registers::Row> with) {
  if (!empty()) return fault(ErrorCode::kConflict, "data", "not empty", {"数据文件夹里已有登记册", "The data folder already holds registers"});
  auto rows = toml_files::demo_rows(home_ / "registers", seed);
  if (!rows) return rows.error();
  rows->insert(rows->end(), std::make_move_iterator(with.begin()), std::make_move_iterator(with.end()));
  return add_rows(std::move(*rows));
}

}  // namespace shaoyin::wiring
