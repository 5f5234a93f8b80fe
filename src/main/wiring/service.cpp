#include "main/wiring/service.h"

#include <boost/json.hpp>

#include "app/fill_rows.h"
#include "app/submit_action.h"
#include "app/tidy.h"
#include "edge/http/operation.h"
#include "edge/http/session_routes.h"
#include "edge/http/validate.h"
#include "main/wiring/table_files.h"

namespace shaoyin::wiring {
namespace {

constexpr int kTickedMax = 500;    // matters in one round; the rest follow a tick later
constexpr int kFilledAtOnce = 500;  // matters whose rows are made anew in one round
constexpr int kNoticesMax = 200;
// Matters that could not be moved to a new calendar need an operator, and each try looks at every open matter.
constexpr Millis kRecomputeAgain = hours(1);
constexpr int kPurgeStepsPerTick = 20;  // a fraction of the writer's time, and a quarter of a megabyte of index each

}  // namespace

Service::Service(Parts parts, ServiceOptions options)
    : parts_(std::move(parts)), options_(std::move(options)),
      sessions_(parts_.accounts, parts_.clock, parts_.chance, parts_.house.district().id, options_.password),
      hub_(parts_.house.store(), parts_.house.district().id),
      tables_(parts_.house.tables()), table_files_(wiring::table_files()),
      api_{parts_.house, parts_.files, hub_, locators_, parts_.receipt_key, &districts_, nullptr, &sessions_, &tables_, &table_files_},
      admin_{api_, parts_.accounts, options_.password, parts_.keeping}, log_(parts_.log), server_(router_, options_.limits) {
  if (!options_.web_folder.empty()) {
    if (auto pages = http::Pages::load(options_.web_folder)) pages_ = *pages;
  }
  for (app::House* house : parts_.imported) districts_.add(api_, *house);
  build_routes();
}

Service::~Service() { stop(); }

void Service::build_routes() {
  const http::Spec& spec = http::built_in_spec();
  router_.use(http::observed_by(metrics_, log_, parts_.clock, parts_.chance));
  router_.use(http::seen_through(options_.proxies));
  router_.use(http::limited_by(buckets_, options_.rates, parts_.clock));
  router_.use(http::known_by(sessions_, spec));
  router_.use(http::checked_by(spec, options_.check_answers));
  http::add_operation_routes(router_, {[this] { return !stopping_ && parts_.healthy(); },
                                       [this] { return metrics_.text(server_.gauges(), hub_.readers()) + needs_figures(); },
                                       [this] { return needs_operator(); }});
  http::add_session_routes(router_, sessions_, [this](const PersonCode& person, Language language) {
    return http::describe_me(api_, person, language);
  }, options_.secure_cookie);
  http::add_api_routes(router_, api_);
  http::add_admin_routes(router_, admin_);
  if (pages_) router_.otherwise([pages = pages_](http::Request& request) { return pages->answer(request); });
}

Status Service::start(const std::string& host, std::uint16_t port) {
  if (Status status = server_.start(host, port); !status) return status;
  log_needs();
  if (options_.tick.count() > 0) ticker_ = std::thread([this] { run_clock(); });
  return {};
}

// Nobody asked, so nobody is answered: the operator's log must say it.
void Service::log_failure(const char* event, int count) {
  parts_.log << R"({"level":"error","event":")" << event << R"(","matters":)" << count << "}\n" << std::flush;
}

bool Service::tidy() {
  const Result<app::Tidied> tidied = app::tidy(parts_.house);
  const Result<int> sessions = sessions_.forget_ended(app::kTidiedMax);
  if (!tidied || !sessions) log_failure("tidy_failed", 0);
  return (tidied && tidied->more()) || (sessions && *sessions >= app::kTidiedMax);
}

// Between two ticks as much as the writer can spare; nothing to do costs one look.
void Service::purge() {
  for (int step = 0; step < kPurgeStepsPerTick && !stopping_; ++step) {
    const Result<bool> more = parts_.house.store().purge_step();
    if (!more) log_failure("purge_failed", 0);
    if (!more || !*more) return;
  }
}

std::string Service::needs_operator() const {
  std::string lines;
  for (const app::Unfit& one : parts_.house.rules()->unfit) lines += "procedure " + one.name() + " " + one.at + ": " + one.what.en + "\n";
  for (const desk::Fault& one : parts_.house.rules()->desk_faults) lines += "desk " + one.file + " " + one.at + ": " + one.what.en + "\n";
  for (const app::SetAside::One& one : aside_.all()) {
    lines += "clock of matter " + std::to_string(one.matter.value) + " cannot act: " + error_name(one.error.code) + " " + one.error.field + " (" + std::to_string(one.tries) + " tries)\n";
  }
  return lines;
}

std::string Service::needs_figures() const {
  const auto one = [](const char* name, const char* help, std::size_t value) {
    return std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " + std::to_string(value) + "\n";
  };
  return one("shaoyin_procedure_faults", "Faults in stored versions of procedures that matters began under.", parts_.house.rules()->unfit.size()) +
         one("shaoyin_desk_faults", "Faults in files of desks, which are not shown until they are mended.", parts_.house.rules()->desk_faults.size()) +
         one("shaoyin_clocks_set_aside", "Matters whose clocks could not act and are tried again later.", aside_.all().size());
}

void Service::log_needs() {
  for (const app::Unfit& one : parts_.house.rules()->unfit) {
    parts_.log << boost::json::serialize(boost::json::object{{"level", "error"}, {"event", "procedure_unfit"}, {"version", one.name()}, {"readable", one.readable}, {"at", one.at}, {"what", one.what.en}}) << "\n" << std::flush;
  }
  for (const desk::Fault& one : parts_.house.rules()->desk_faults) {
    parts_.log << boost::json::serialize(boost::json::object{{"level", "error"}, {"event", "desk_fault"}, {"file", one.file}, {"at", one.at}, {"what", one.what.en}, {"cure", one.cure.en}}) << "\n" << std::flush;
  }
}

// After a new calendar, before any clock acts on the old one. Looked at in every round, for a reload may bring one.
void Service::recompute() {
  const std::string version = parts_.house.rules()->calendar.version();
  const Instant now = parts_.house.now();
  if (version == recomputed_ && (!recompute_again_ || now < *recompute_again_)) return;
  const auto done = app::recompute_once(parts_.house);
  if (!done) return;  // the next round tries again
  recomputed_ = version;
  recompute_again_.reset();
  if (*done && (*done)->failed > 0) recompute_again_ = now + kRecomputeAgain;
  if (!*done) return;
  if ((*done)->acted > 0) hub_.announce();
  parts_.log << boost::json::serialize(boost::json::object{{"level", (*done)->failed > 0 ? "error" : "info"}, {"event", "recomputed"}, {"calendar", version}, {"matters", (*done)->acted}, {"failed", (*done)->failed}}) << "\n" << std::flush;
}

// Once after a release that shows more of a matter than the one before; a piece in each round, so that clocks go on meanwhile.
void Service::fill_rows() {
  if (!filled_to_) return;
  const auto done = app::fill_rows_once(parts_.house, *filled_to_, kFilledAtOnce);
  if (!done) return log_failure("fill_rows_failed", 0);  // the next round tries again
  filled_to_ = done->next;
  if (!filled_to_) tables_.forget();
}

void Service::round() {
  if (parts_.keep_current && !parts_.keep_current()) log_failure("registers_failed", 0);
  recompute();
  fill_rows();
  const Result<app::Ticked> ticked = app::tick_due(parts_.house, kTickedMax, &aside_);
  if (ticked && ticked->acted > 0) hub_.announce();
  if (!ticked || ticked->failed > 0) log_failure("clock_failed", ticked ? ticked->failed : 0);
  if (tidy_at_ <= parts_.house.now() && !tidy()) tidy_at_ = parts_.house.now() + app::kTidyEvery;
  purge();
  if (options_.deliver) send_notices();
}

void Service::run_clock() {
  while (!stopping_) {
    round();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, options_.tick, [this] { return stopping_.load(); });
  }
}

void Service::send_notices() {
  app::Store& store = parts_.house.store();
  const DistrictId district = parts_.house.district().id;
  const Result<std::vector<app::OutboxItem>> items = store.outbox(district, parts_.house.now(), kNoticesMax);
  if (!items) return;  // the next round tries again
  for (const app::OutboxItem& item : *items) {
    if (!options_.deliver(item) || !store.delivered(district, item.id)) return;
  }
}

void Service::stop() {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_.exchange(true)) return;
  }
  wake_.notify_all();
  hub_.stop();
  districts_.stop();
  server_.stop();
  if (ticker_.joinable()) ticker_.join();
}

}  // namespace shaoyin::wiring
