#include "app/house.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "app/callers.h"
#include "app/count_matters.h"
#include "app/desk_tables.h"
#include "core/access/authorize.h"
#include "core/register/routing.h"
#include "core/view/project.h"

namespace shaoyin::app {
namespace {

// Ids count milliseconds since 2020-01-01 in their upper bits, so that they sort by time and stay under 2^53
// for a century: a browser that reads one as a number does not damage it.
constexpr std::int64_t kIdEpochMs = 1'577'836'800'000;
constexpr int kIdLowBits = 9;

Value unit_or_nothing(const PartyCode& unit) { return unit.empty() ? Value::nothing() : Value::text(unit); }

// Which rule named the unit; for a ruling also the matter in which it was made.
// Where nobody was named: which rule says so, and whom it would have called.
void note_grounds(std::map<std::string, Value>& grounds, const std::string& fact, const registers::Book& book, const registers::Routing& routing) {
  for (const registers::RuleTried& step : routing.steps) {
    if (step.decided) grounds[fact + ".rule"] = Value::text(step.rule);
  }
  if (!routing.route.empty()) grounds[fact + ".row"] = Value::text(routing.route);
  if (!routing.ask.empty()) {
    std::vector<Value> ask;
    for (const PartyCode& unit : routing.ask) ask.push_back(Value::text(unit));
    grounds[fact + ".ask"] = Value::list(std::move(ask));
  }
  if (routing.precedent.empty()) return;
  grounds[fact + ".precedent"] = Value::text(routing.precedent);
  for (const registers::Precedent& one : book.precedents()) {
    if (one.code == routing.precedent) grounds[fact + ".from"] = Value::text(std::to_string(one.from.value));
  }
}

// Another matter of the asking one's kind about such a thing at such a place: of open ones the newest, of all the first, so that what
// happens for the third time leads to where it began.
Result<Value> one_like(House& house, const Asking& asking, const std::string& place, const std::string& category, bool open_only) {
  Filter filter;
  filter.kinds = {asking.kind};
  filter.categories = {category};
  filter.areas = {place};
  if (open_only) {
    filter.open = true;
    filter.opened_from = asking.now - kSameProblemWindow;
  }
  filter.order = open_only ? Filter::Order::kNewest : Filter::Order::kOldest;
  filter.limit = 2;
  auto page = house.store().list(house.district().id, filter);
  if (!page) return page.error();
  for (const MatterRow& row : page->rows) {
    if (row.id != asking.matter) return Value::text(std::to_string(row.id.value));
  }
  return Value::nothing();
}

// Who has an account that is not disabled; nothing where nobody keeps accounts.
Result<std::optional<std::set<PersonCode>>> account_holders(House& house) {
  if (house.accounts() == nullptr) return std::optional<std::set<PersonCode>>();
  const auto all = house.accounts()->accounts(house.district().id);
  if (!all) return all.error();
  std::set<PersonCode> people;
  for (const Account& account : *all) {
    if (!account.disabled) people.insert(account.person);
  }
  return std::optional(std::move(people));
}

// Whether each of the units, or persons, that the question names has somebody who may do it there.
Result<Value> they_may(House& house, const registers::Book& book, const procedure::FactQuestion& question) {
  const auto holders = account_holders(house);
  if (!holders) return holders.error();
  const std::string& verb = question.arguments[1].as_text();
  const std::vector<GridCode> path = book.path(question.arguments[2].as_text());
  const auto may = [&](const PersonCode& person) {
    const auto caller = *holders && !(*holders)->contains(person) ? std::nullopt : staff_caller(book, person);
    return caller && access::authorize(*caller, verb, path).allowed;
  };
  const bool of_person = question.function == procedure::kPersonMay;
  const auto one_may = [&](const std::string& code) {
    if (of_person) return may(code);
    return std::any_of(book.people().begin(), book.people().end(), [&](const auto& one) { return one.second.unit == code && may(one.first); });
  };
  const Value& asked = question.arguments[0];
  const std::vector<Value> all = asked.kind() == Value::Kind::kList ? asked.items() : std::vector<Value>{asked};
  return Value::yes_no(std::all_of(all.begin(), all.end(), [&](const Value& one) { return !one.known() || one_may(one.as_text()); }));
}

}  // namespace

std::shared_ptr<const procedure::Procedure> Rules::current(const std::string& kind) const {
  const auto found = by_kind.find(kind);
  return found == by_kind.end() ? nullptr : found->second;
}

std::shared_ptr<const procedure::Procedure> Rules::of(const matter::Matter& matter) const {
  const auto found = by_hash.find(matter.procedure_hash);
  return found == by_hash.end() ? nullptr : found->second;
}

bool Rules::restricted(const std::string& kind) const {
  return std::any_of(by_hash.begin(), by_hash.end(), [&](const auto& one) { return one.second->kind == kind && one.second->visible; });
}

const desk::Desk* Rules::desk(const std::string& name) const {
  const auto found = std::find_if(desks.begin(), desks.end(), [&](const auto& one) { return one->name == name; });
  return found == desks.end() ? nullptr : found->get();
}

desk::Versions Rules::versions(const std::string& kind) const {
  desk::Versions all;
  if (const auto in_force = current(kind)) all.push_back(in_force);
  for (const auto& [hash, version] : by_hash) {
    if (version->kind == kind && (all.empty() || version != all.front())) all.push_back(version);
  }
  return all;
}

Words Rules::text(const std::string& kind, const std::string& key) const {
  const auto in_force = current(kind);
  if (in_force && in_force->texts.contains(key)) return in_force->text(key);
  for (const auto& [hash, version] : by_hash) {
    if (version->kind == kind && version->texts.contains(key)) return version->text(key);
  }
  const std::string last = key.substr(key.rfind('.') + 1);
  return {last, last};
}

const Unfit* Rules::closed(const std::string& hash) const {
  for (const Unfit& one : unfit) {
    if (one.hash == hash && !one.readable) return &one;
  }
  return nullptr;
}

void Rules::add(std::shared_ptr<const procedure::Procedure> procedure) {
  by_hash[procedure->hash] = procedure;
  by_kind[procedure->kind] = std::move(procedure);
}

House::House(DistrictSettings district, Store& store, Vault& vault, const WallClock& clock, Chance& chance, std::shared_ptr<const Rules> rules)
    : district_(std::move(district)), store_(store), vault_(vault), clock_(clock), chance_(chance),
      request_key_(vault.new_key()), tables_(std::make_unique<DeskTables>(*this)), rules_(std::move(rules)) {}

House::~House() = default;

Result<std::string> House::request_mac(const std::string& bytes) const { return vault_.commitment(request_key_, "request-1:" + bytes); }

std::shared_ptr<const Rules> House::rules() const {
  const std::lock_guard lock(mutex_);
  return rules_;
}

void House::set_rules(std::shared_ptr<const Rules> rules) {
  const std::lock_guard lock(mutex_);
  rules_ = std::move(rules);
}

void House::learn(const std::vector<registers::Row>& rows) {
  const std::lock_guard lock(mutex_);
  auto next = std::make_shared<Rules>(*rules_);
  next->book = rules_->book->with_precedents(rows);
  rules_ = std::move(next);
}

// Rulings are rare and one waits for the other; everything else goes straight to the store.
Result<Receipt> House::commit(const CommitRequest& request) {
  std::vector<registers::Row> rulings;
  std::copy_if(request.register_rows.begin(), request.register_rows.end(), std::back_inserter(rulings), [](const registers::Row& row) { return row.reg == "precedent"; });
  if (rulings.empty()) return store_.commit(request);
  const std::lock_guard lock(registers_mutex_);
  auto receipt = store_.commit(request);
  if (receipt) learn(rulings);
  return receipt;
}

Status House::change_rules(const std::function<Result<std::shared_ptr<const Rules>>()>& make) {
  const std::lock_guard lock(registers_mutex_);
  auto rules = make();
  if (!rules) return rules.error();
  set_rules(std::move(*rules));
  return {};
}

MatterId House::new_id() {
  const std::int64_t floor = (now().ms - kIdEpochMs) << kIdLowBits;
  std::int64_t last = last_id_.load();
  std::int64_t next = 0;
  do {
    next = std::max(last + 1, floor);
  } while (!last_id_.compare_exchange_weak(last, next));
  return {next};
}

std::string House::number_prefix(Instant at) const {
  return district_.number_letters + "-" + format_local(at).substr(0, 4) + "-";
}

Result<matter::Matter> replay(MatterId id, DistrictId district, const std::vector<ledger::Link>& links) {
  matter::Matter m;
  m.id = id;
  m.district = district;
  for (const ledger::Link& link : links) {
    auto entry = ledger::parse_entry(link.bytes);
    if (!entry) return entry.error();
    m = procedure::evolve(std::move(m), entry->event);
  }
  return m;
}

Result<Loaded> load_matter(House& house, MatterId id) {
  auto stored = house.store().load(house.district().id, id);
  if (!stored) return stored.error();
  auto m = replay(id, house.district().id, stored->links);
  if (!m) return m.error();
  return Loaded{std::move(*m), std::move(*stored)};
}

Result<Loaded> as_it_stood(House& house, const Loaded& loaded, std::int64_t revision) {
  ensure(revision >= 1 && revision <= loaded.matter.revision, "a matter is looked at as it stood after one of its own entries");
  Loaded then = loaded;
  then.stored.links.resize(static_cast<std::size_t>(revision));
  auto m = replay(loaded.matter.id, loaded.matter.district, then.stored.links);
  if (!m) return m.error();
  then.matter = std::move(*m);
  const auto procedure = house.rules()->of(then.matter);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", then.matter.kind);
  std::vector<matter::Event> events;
  for (const ledger::Link& link : then.stored.links) events.push_back(ledger::parse_entry(link.bytes)->event);
  MatterRow known;  // what no entry tells
  known.number = loaded.stored.row.number;
  known.title = loaded.stored.row.title;
  known.channel = loaded.stored.row.channel;
  known.street = loaded.stored.row.street;
  then.stored.row = view::project(*procedure, known, then.matter, events);
  return then;
}

PartyCode BookOutside::district_of(const GridCode& place) const {
  return book_.office_of(book_.at_level(place, registers::GridKind::kDistrict));
}
PartyCode BookOutside::street_of(const GridCode& place) const {
  const GridCode street = book_.at_level(place, registers::GridKind::kStreet);
  return street.empty() ? district_of(place) : book_.office_of(street);
}
PartyCode BookOutside::community_of(const GridCode& place) const {
  const GridCode community = book_.at_level(place, registers::GridKind::kCommunity);
  return community.empty() ? street_of(place) : book_.office_of(community);
}
PartyCode BookOutside::grid_of(const GridCode& place) const {
  const GridCode grid = book_.at_level(place, registers::GridKind::kAllPurpose);
  return grid.empty() ? community_of(place) : book_.office_of(grid);
}
PartyCode BookOutside::office_of(const GridCode& place) const { return book_.office_of(place); }
PartyCode BookOutside::above(const PartyCode& unit) const { return book_.above(unit); }
PartyCode BookOutside::unit_of(const PersonCode& person) const {
  const registers::Person* found = book_.person(person);
  return found == nullptr ? PartyCode() : found->unit;
}

Words BookOutside::label(const Value& value, const rule::Type& type) const {
  const std::string& code = value.as_text();
  using Kind = rule::Type::Kind;
  if (type.kind == Kind::kParty) {
    if (const registers::Unit* unit = book_.unit(code)) return unit->name;
  } else if (type.kind == Kind::kPerson) {
    if (const registers::Person* person = book_.person(code)) return person->name;
  } else if (type.kind == Kind::kPlace) {
    if (const registers::Grid* grid = book_.grid(code)) return grid->name;
    if (const registers::Place* place = book_.place(code)) return place->name;
  } else if (type.kind == Kind::kCategory) {
    if (const registers::Category* category = book_.category(code)) return category->name;
  } else if (type.kind == Kind::kText && type.row == "fund_rule") {
    if (const Words* reason = book_.fund_reason(code)) return *reason;
  }
  return {code, code};
}

Words BookOutside::purpose(const std::string& code) const {
  const registers::Purpose* found = book_.purpose(code);
  return found != nullptr ? found->name : Words{code, code};
}

Result<Answers> answer_facts(House& house, const std::shared_ptr<const Rules>& rules, const std::vector<procedure::FactQuestion>& questions, const Asking& asking) {
  Answers answers;
  for (const procedure::FactQuestion& question : questions) {
    Value answer;
    const bool of_permission = procedure::asks_permission(question.function);
    bool all_known = true;
    for (const Value& argument : question.arguments) all_known = all_known && argument.known() && (of_permission || argument.kind() != Value::Kind::kList);
    if (all_known && question.function == procedure::kOverMatters) {
      auto counted = count_matters(house, rules, *question.fact, question.arguments, asking);
      if (!counted) return counted.error();
      answer = counted->number;
      answers.told.insert(answers.told.end(), counted->told.begin(), counted->told.end());
    } else if (all_known && of_permission) {
      auto may = they_may(house, *rules->book, question);
      if (!may) return may.error();
      answer = *may;
    } else if (all_known && (question.function == "precedent" || question.function == "route")) {
      const registers::Question where = registers::question_about(*rules->book, question.arguments[0].as_text(), question.arguments[1].as_text(), asking.site, asking.now);
      const registers::Routing routing = registers::route(*rules->book, where);
      const bool wants_precedent = question.function == "precedent";
      if (!routing.contested && (!wants_precedent || !routing.precedent.empty())) answer = unit_or_nothing(routing.unit);
      if (answer.known() || !wants_precedent) note_grounds(answers.grounds, question.name, *rules->book, routing);
    } else if (all_known && question.function == "fund_covers") {
      answer = rules->book->fund_covers(question.arguments[0].as_text());
    } else if (all_known && question.function == "parameter") {
      answer = rules->book->parameter(question.arguments[0].as_text(), question.arguments[1].as_text());
    } else if (all_known && question.function == "fund_rule") {
      const std::string rule = rules->book->fund_rule(question.arguments[0].as_text());
      if (!rule.empty()) answer = Value::text(rule);
    } else if (all_known && (question.function == "same_place_open" || question.function == "earlier_whistle")) {
      const bool open_only = question.function == "same_place_open";
      auto found = one_like(house, asking, question.arguments[0].as_text(), question.arguments[1].as_text(), open_only);
      if (!found) return found.error();
      answer = *found;
    }
    answers.known[question.name] = answer;
  }
  return answers;
}

}  // namespace shaoyin::app
