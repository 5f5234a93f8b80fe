#include "main/wiring/keeper.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/error_text.h"
#include "core/register/check.h"
#include "edge/sheet/sheet.h"
#include "edge/sheet/workbook.h"
#include "edge/system/zones.h"
#include "edge/toml/map_file.h"
#include "edge/toml/register_files.h"

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kChoresKept = 20;  // as many as somebody may still ask about

// A file that is gone when we are done with it, whatever happens.
class Incoming {
 public:
  explicit Incoming(fs::path path) : path_(std::move(path)) {}
  ~Incoming() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

Status write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  return file ? Status() : Status(fault(ErrorCode::kStorage, "upload", path.filename().string()));
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A source that ends when the server stops; what was stored by then stays, and the same file goes on from there.
class Stoppable final : public app::SheetSource {
 public:
  Stoppable(app::SheetSource& source, const std::atomic<bool>& stopping) : source_(source), stopping_(stopping) {}
  Result<bool> next(app::SheetRow& row) override {
    if (stopping_) return fault(ErrorCode::kBusy, "", "stopping", {"服务正在停止；重新导入同一文件即可继续", "The server is stopping; import the same file again to go on"});
    return source_.next(row);
  }

 private:
  app::SheetSource& source_;
  const std::atomic<bool>& stopping_;
};

json::value error_json(const std::optional<Error>& error, Language language) {
  if (!error) return nullptr;
  const app::ErrorText text = app::error_text(*error, language);
  return json::object{{"code", error_name(error->code)}, {"field", error->field}, {"message", text.message}, {"hint", text.hint}, {"detail", error->detail}};
}

json::object import_json(const app::ImportSummary& done, bool dry_run, bool has_refused) {
  json::object flagged;
  for (const auto& [name, count] : done.flagged) flagged[name] = count;
  return {{"dry_run", dry_run}, {"read", done.read}, {"imported", done.imported}, {"unchanged", done.unchanged}, {"rejected", done.rejected},
          {"flagged", std::move(flagged)}, {"refused_rows", has_refused}};
}

json::object chains_json(const ChainReport& report) {
  json::array faults;
  for (const ChainFault& one : report.faults) {
    faults.emplace_back(json::object{{"number", one.number.empty() ? std::to_string(one.matter.value) : one.number}, {"detail", one.detail}});
  }
  return {{"matters", report.matters}, {"entries", report.entries}, {"faults", std::move(faults)}};
}

Error no_such_map(const std::string& name) {
  return fault(ErrorCode::kNotFound, "map", name, {"服务上没有名为 " + name + " 的对应关系（maps/ 文件夹）", "The server has no map named " + name + " (folder maps/)"});
}

}  // namespace

std::function<MatterId()> import_ids(Folder& folder, DistrictId district) {
  auto house = std::make_shared<app::House>(app::DistrictSettings{.id = district, .number_letters = ""}, folder.store(), folder.vault(), folder.clock(), folder.chance(), folder.house().rules());
  return [house] { return house->new_id(); };
}

void Keeper::stop() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

Result<std::string> Keeper::begin(const char* kind, const char* verb, bool dry_run, std::function<Status(Chore&)> work) {
  const std::lock_guard lock(mutex_);
  if (!chores_.empty() && chores_.back().running) {
    return fault(ErrorCode::kBusy, "", chores_.back().id, {"另一项维护工作正在进行，请等它结束后再试", "Another chore is running; try again when it has ended"});
  }
  if (thread_.joinable()) thread_.join();  // it has ended: nothing runs
  for (Chore& earlier : chores_) earlier.refused.clear();
  if (chores_.size() >= kChoresKept) chores_.pop_front();
  Chore& chore = chores_.emplace_back();
  chore.id = folder_.chance().secret(8);
  chore.kind = kind;
  chore.verb = verb;
  chore.dry_run = dry_run;
  thread_ = std::thread([this, &chore, work = std::move(work)] {
    const Status done = work(chore);
    tell(chore, [&](Chore& it) {
      if (!done) it.error = done.error();
      it.running = false;
    });
  });
  return chore.id;
}

Keeper::Chore* Keeper::find(const std::string& id) {
  const auto found = std::find_if(chores_.begin(), chores_.end(), [&](const Chore& chore) { return chore.id == id; });
  return found == chores_.end() ? nullptr : &*found;
}

Result<std::string> Keeper::import_matters(http::ImportAsked asked) {
  const fs::path file = fs::path(asked.map).filename().replace_extension(".toml");
  std::error_code ignored;
  if (!fs::exists(folder_.home() / "maps" / file, ignored)) return no_such_map(asked.map);
  auto map = toml_files::read_map((folder_.home() / "maps" / file).string());
  if (!map) return map.error();
  const bool dry_run = asked.dry_run;
  return begin("import", "import.run", dry_run, [this, asked = std::move(asked), map = std::move(*map)](Chore& chore) { return run_import(chore, asked, map); });
}

Status Keeper::run_import(Chore& chore, const http::ImportAsked& asked, const app::ImportMap& map) {
  const auto zone = system::read_zone(map.zone);
  if (!zone) return zone.error();
  const Incoming table(folder_.options().data / ("incoming-" + chore.id)), refused(folder_.options().data / ("incoming-" + chore.id + ".xlsx"));
  if (Status written = write(table.path(), asked.bytes); !written) return written;
  const auto opened = sheet::open_sheet(table.path());
  if (!opened) return opened.error();
  Stoppable source(**opened, stopping_);
  std::unique_ptr<sheet::RefusedWorkbook> book;
  app::ImportOptions options;
  options.dry_run = asked.dry_run;
  options.now = folder_.clock().now();
  options.progress = [&](const app::ImportSummary& so_far) { tell(chore, [&](Chore& it) { it.import = so_far; }); };
  options.refused = [&](const app::SheetRow& header, const app::SheetRow& row, const Error& error) {
    if (!book) book = std::make_unique<sheet::RefusedWorkbook>(refused.path(), header);
    const app::ErrorText text = app::error_text(error, asked.language);
    book->add(row, fmt::format("{} {} [{}]", text.message, text.hint, error_name(error.code)));
  };
  const auto done = app::import_matters(source, map, *zone, {folder_.store(), folder_.vault(), import_ids(folder_, map.district)}, options);
  if (book) {
    if (Status closed = book->close(); !closed) return closed;
    tell(chore, [&](Chore& it) { it.refused = read(refused.path()); });
  }
  // Also after an error: the chunks before it are stored and can be read.
  if (!asked.dry_run) {
    const auto house = folder_.take_in(map.district);
    if (!house && done) return house.error();
    if (house && on_district) on_district(**house);
  }
  if (!done) return done.error();
  tell(chore, [&](Chore& it) { it.import = *done; });
  return {};
}

Result<std::string> Keeper::back_up() {
  if (backups_.empty()) {
    return fault(ErrorCode::kNotAllowedNow, "", "--backups", {"服务启动时没有指定备份文件夹（shaoyind --backups 文件夹）", "The server was started without a folder for backups (shaoyind --backups DIR)"});
  }
  return begin("backup", "backup.run", false, [this](Chore& chore) -> Status {
    std::string name = format_utc(folder_.clock().now()).substr(0, 19);
    std::replace(name.begin(), name.end(), ':', '-');
    name = "shaoyin-" + name + "-" + chore.id.substr(0, 4);
    std::error_code failed;
    fs::create_directories(backups_, failed);
    if (failed) return fault(ErrorCode::kStorage, "backup", failed.message());
    const auto report = sqlite::backup(folder_.store(), folder_.options().data, backups_ / name);
    if (!report) return report.error();
    tell(chore, [&](Chore& it) { it.backup = *report, it.backup_name = name; });
    return {};
  });
}

Result<std::string> Keeper::verify_ledger(const std::string& number) {
  return begin("verify", "ledger.verify", false, [this, number](Chore& chore) -> Status {
    const auto report = number.empty() ? verify_chains(folder_.store(), &folder_.vault()) : verify_matter(folder_.store(), &folder_.vault(), number);
    if (!report) return report.error();
    tell(chore, [&](Chore& it) { it.chains = *report; });
    return {};
  });
}

Result<json::object> Keeper::chore(const std::string& id, Language language) {
  const std::lock_guard lock(mutex_);
  const Chore* chore = find(id);
  if (chore == nullptr) return fault(ErrorCode::kNotFound, "id");
  const bool import = std::string_view(chore->kind) == "import";
  return json::object{{"id", chore->id}, {"kind", chore->kind}, {"state", chore->running ? "running" : chore->error ? "failed" : "done"},
                      {"import", import ? json::value(import_json(chore->import, chore->dry_run, !chore->refused.empty())) : json::value(nullptr)},
                      {"backup", chore->backup ? json::value(json::object{{"name", chore->backup_name}, {"files", chore->backup->files}, {"bytes", chore->backup->bytes},
                                                                          {"key_included", chore->backup->key_included}})
                                               : json::value(nullptr)},
                      {"ledger", chore->chains ? json::value(chains_json(*chore->chains)) : json::value(nullptr)}, {"error", error_json(chore->error, language)}};
}

std::string Keeper::verb_of(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const Chore* chore = find(id);
  return chore == nullptr ? "" : chore->verb;
}

Result<std::string> Keeper::refused_rows(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const Chore* chore = find(id);
  if (chore == nullptr || chore->running || chore->refused.empty()) return fault(ErrorCode::kNotFound, "id");
  return chore->refused;
}

Result<json::object> Keeper::import_registers(const http::RegistersAsked& asked, Language language) {
  const Incoming folder(folder_.options().data / ("incoming-" + folder_.chance().secret(8)));
  std::error_code failed;
  fs::create_directories(folder.path(), failed);
  if (failed) return fault(ErrorCode::kStorage, "registers", failed.message());
  for (const auto& [name, text] : asked.files) {
    if (Status written = write(fs::path(folder.path()) / fs::path(name).filename(), text); !written) return written.error();
  }
  auto rows = asked.draw ? toml_files::demo_rows(folder.path(), asked.seed) : toml_files::read_registers(folder.path());
  if (!rows) {
    Error error = rows.error();
    if (error.code == ErrorCode::kNotFound) error.detail = error.field;  // the asker's file, not where we laid it down
    return error;
  }
  json::array findings;
  for (const registers::Finding& one : registers::check(*rows, folder_.clock().now())) {
    findings.emplace_back(json::object{{"register", one.reg}, {"code", one.code}, {"column", one.column}, {"kind", one.kind},
                                       {"reason", one.reason.in(language)}, {"cure", one.cure.in(language)}});
  }
  const std::size_t count = rows->size();
  const bool commit = asked.commit && findings.empty();
  if (commit) {
    if (Status stored = folder_.add_rows(std::move(*rows)); !stored) return stored.error();
  }
  return json::object{{"rows", count}, {"findings", std::move(findings)}, {"committed", commit}};
}

}  // namespace shaoyin::wiring
