#include "app/transaction.h"

#include <algorithm>

#include "app/public_notices.h"
#include "app/readers.h"
#include "core/base/sha256.h"
#include "core/register/routing.h"
#include "core/view/sight.h"

namespace shaoyin::app {

using procedure::Consequence;

namespace {

Error closed_by(const Unfit& unfit) {
  return fault(ErrorCode::kProcedureFault, "procedure", unfit.name(),
               {"这件事项开始时的规程版本（" + unfit.name() + "）已不能读取，只能查看、不能办理：" + unfit.what.zh,
                "The version of the procedure this matter began under (" + unfit.name() + ") can no longer be read, so it can be looked at only: " + unfit.what.en});
}

bool takes_text(const procedure::ActionSpec& action, const std::map<std::string, Value>& inputs) {
  return std::any_of(action.takes.begin(), action.takes.end(), [&](const procedure::Input& input) {
    return input.slot.type.kind == rule::Type::Kind::kSealed && inputs.contains(input.name);
  });
}

// Whether the text that stands at `where` ("field.reporter_name", "side.name[0]") is a personal one.
bool is_personal(const procedure::Procedure& procedure, const std::string& where) {
  const std::string name = where.substr(0, where.find('['));
  const auto dot = name.find('.');
  if (dot == std::string::npos) return false;
  const std::string head = name.substr(0, dot), field = name.substr(dot + 1);
  const procedure::RecordSpec* record = procedure.record(head);
  const procedure::Slot* slot = head == "field" ? procedure.field(field) : record != nullptr ? record->field(field) : nullptr;
  return slot != nullptr && slot->personal;
}

}  // namespace

Transaction::Transaction(House& house, const access::Caller& caller)
    : house_(house), rules_(house.rules()), outside_(*rules_->book), caller_(caller), now_(house.now()) {}

procedure::Facts Transaction::facts() const { return {now_, caller_.actor, rules_->calendar, rules_->pack, outside_, {}, {}, {}, {}, may_of(caller_, *rules_->book)}; }

procedure::Facts Transaction::deciding(Answers answers) {
  procedure::Facts made = facts();
  made.known = std::move(answers.known);
  made.grounds = std::move(answers.grounds);
  made.fresh = house_.new_id();
  return made;
}

procedure::Facts Transaction::engine_deciding() {
  procedure::Facts made = deciding();
  made.actor = {};
  made.may = {};
  return made;
}

// From counting to committing nobody else counts: two acts that each ask whether there is room cannot both find the last place.
Result<Answers> Transaction::answers(const std::vector<procedure::FactQuestion>& questions, const Asking& asking) {
  const bool counts = std::any_of(questions.begin(), questions.end(), [](const procedure::FactQuestion& one) { return one.function == procedure::kOverMatters; });
  if (counts && !counting_.owns_lock()) counting_ = house_.count_alone();
  auto found = answer_facts(house_, rules_, questions, asking);
  if (found) told_ = found->told;
  return found;
}

// What was counted is named to whoever sees it anyway, and to nobody else.
Error Transaction::naming(Error error) const {
  if (error.code != ErrorCode::kGuardRefused || error.detail != "when") return error;
  std::string numbers;
  for (const MatterId id : told_) {
    const auto named = house_.store().row(house_.district().id, id);
    if (named && may_see(house_, *rules_, caller_, named->row)) numbers += (numbers.empty() ? "" : ", ") + named->row.number;
  }
  if (numbers.empty()) return error;
  error.said.zh += "；见 " + numbers;
  error.said.en += "; see " + numbers;
  return error;
}

Status Transaction::allow(const std::string& verb, const GridCode& place) const {
  const access::Verdict verdict = access::authorize(caller_, verb, rules_->book->path(place));
  return verdict.allowed ? Status() : Status(fault(ErrorCode::kForbidden, {}, verb, verdict.because));
}

Result<Transaction::Item*> Transaction::item(MatterId id) {
  if (const auto known = items_.find(id.value); known != items_.end()) return known->second.get();
  auto loaded = load_matter(house_, id);
  if (!loaded) return loaded.error();
  auto made = std::make_unique<Item>();
  made->procedure = rules_->of(loaded->matter);
  if (!made->procedure) return fault(ErrorCode::kUnknownProcedure, "kind", loaded->matter.kind);
  if (const Unfit* unfit = rules_->closed(loaded->matter.procedure_hash)) return closed_by(*unfit);
  made->first_revision = loaded->matter.revision;
  made->head = loaded->head();
  made->matter = std::move(loaded->matter);
  made->wrapped_key = loaded->stored.wrapped_key;
  made->row = loaded->stored.row;
  return items_.emplace(id.value, std::move(made)).first->second.get();
}

Result<Transaction::Item*> Transaction::open(MatterId id, const std::string& kind, const Where& where, MatterId parent, const std::map<std::string, Value>& raw,
                                             const std::string& channel, const std::string& secret_hash) {
  auto made = std::make_unique<Item>();
  made->procedure = rules_->current(kind);
  if (!made->procedure) return fault(ErrorCode::kUnknownProcedure, "kind", kind);
  const GridCode& place = where.place;
  if (!rules_->book->grid(place)) return fault(place.empty() ? ErrorCode::kMissingField : ErrorCode::kOutsideDistrict, "place", "grid");
  const procedure::ActionSpec& action = made->procedure->opening();
  if (Status status = allow(action.may, place); !status) return status.error();
  made->wrapped_key = house_.vault().new_key();
  auto names = names_in(parent);
  if (!names) return names.error();
  auto prepared = prepare_inputs(house_, *rules_, *made->procedure, action, raw, made->wrapped_key, caller_, std::move(*names));
  if (!prepared) return prepared.error();
  const procedure::Opening opening{id, house_.district().id, place,
                                   rules_->book->at_level(place, registers::GridKind::kCommunity), parent, registers::site_of(*rules_->book, where.site)};
  procedure::Act act;
  act.action = action.name;
  act.inputs = std::move(prepared->inputs);
  matter::Matter as_if;
  as_if.place = opening.place;
  as_if.community = opening.community;
  auto known = answers(procedure::needed_facts(*made->procedure, as_if, act, facts()), {opening.id, kind, opening.site, now_});
  if (!known) return known.error();
  auto decision = procedure::open(*made->procedure, opening, act, deciding(std::move(*known)));
  if (!decision) return naming(decision.error());
  made->matter.id = opening.id;
  made->matter.district = opening.district;
  made->texts = std::move(prepared->texts);
  made->row.title = prepared->title;
  made->row.channel = channel;
  made->row.street = rules_->book->at_level(place, registers::GridKind::kStreet);
  made->secret_hash = secret_hash;
  Item* item = items_.emplace(opening.id.value, std::move(made)).first->second.get();
  if (Status status = take(*item, std::move(*decision), raw); !status) return status.error();
  return item;
}

Result<std::vector<std::string>> Transaction::names_in(MatterId matter) {
  std::vector<std::string> names;
  for (MatterId at = matter; at.present();) {
    const auto held = item(at);
    if (!held) return held.error();
    const Item& one = **held;
    auto texts = house_.store().texts(house_.district().id, at);
    if (!texts) return texts.error();
    texts->insert(texts->end(), one.texts.begin(), one.texts.end());  // of this very act
    for (const TextRow& text : *texts) {
      if (one.wrapped_key.empty() || !is_personal(*one.procedure, text.where)) continue;
      auto name = house_.vault().open(one.wrapped_key, text.cipher);
      if (!name) return name.error();
      names.push_back(std::move(*name));
    }
    at = one.matter.parent;
  }
  return names;
}

Status Transaction::act(Item& item, const Request& request) {
  const procedure::ActionSpec* action = item.procedure->action(request.action);
  if (!action || action->opens() || action->by != procedure::ActionSpec::By::kPerson) return fault(ErrorCode::kUnknownAction, "action", request.action);
  item.acting = action->name;
  const procedure::Facts reader = facts();
  const view::Sight sight(*item.procedure, item.matter, reader);
  if (!sight.matter()) return fault(ErrorCode::kNotFound, "id");
  if (Status status = allow(action->may, item.matter.place); !status) return status;
  if (action->on.empty() && request.record != 0) return fault(ErrorCode::kUnknownField, "record");
  const matter::Record* record = action->on.empty() ? nullptr : item.matter.find(action->on, request.record);
  if (!action->on.empty() && (!record || !sight.record(*record))) return procedure::no_record(*item.procedure, *action, request.record);
  const procedure::WhoVerdict who = procedure::judge_who(*item.procedure, item.matter, *action, request.record, facts());
  if (!who.holds) return fault(ErrorCode::kNotThisActor, request.action, "who", who.why);
  if (item.wrapped_key.empty()) {
    return fault(ErrorCode::kNotAllowedNow, request.action, "erased",
                 {"内容已清除，这件事项不能再办理；如问题仍在，请新报一件", "The content was erased, so nothing more can be done on this matter; report a problem that is still there as a new one"});
  }
  auto names = takes_text(*action, request.inputs) ? names_in(item.matter.id) : Result<std::vector<std::string>>(std::vector<std::string>{});
  if (!names) return names.error();
  auto prepared = prepare_inputs(house_, *rules_, *item.procedure, *action, request.inputs, item.wrapped_key, caller_, std::move(*names));
  if (!prepared) return prepared.error();
  procedure::Act act{request.action, request.record, request.to, std::move(prepared->inputs), request.revision};
  auto known = answers(procedure::needed_facts(*item.procedure, item.matter, act, facts()), {item.matter.id, item.matter.kind, item.matter.site, now_});
  if (!known) return known.error();
  auto shown = shown_before(item, *action, act.inputs);
  if (!shown) return shown.error();
  procedure::Facts gathered = deciding(std::move(*known));
  gathered.shown_before = std::move(*shown);
  auto decision = procedure::decide(*item.procedure, item.matter, act, gathered);
  if (!decision) return naming(decision.error());
  for (TextRow& text : prepared->texts) item.texts.push_back(std::move(text));
  return take(item, std::move(*decision), request.inputs);
}

Result<std::set<std::string>> Transaction::shown_before(const Item& item, const procedure::ActionSpec& action, const std::map<std::string, Value>& inputs) {
  std::set<std::string> shown;
  if (!item.matter.parent.present() || house_.files() == nullptr) return shown;
  auto parent = this->item(item.matter.parent);
  if (!parent) return parent.error();
  const std::string& key = (*parent)->wrapped_key;
  for (const procedure::Input& input : action.takes) {
    const auto given = inputs.find(input.name);
    if (!input.slot.proof || given == inputs.end() || key.empty()) continue;
    for (const Value& file : given->second.items()) {
      const auto bytes = house_.files()->get(item.wrapped_key, file.as_text());
      if (!bytes) return bytes.error();
      const auto there = house_.files()->name(key, *bytes);
      if (!there) return there.error();
      if ((*parent)->matter.files.contains(*there)) shown.insert(file.as_text());
    }
  }
  return shown;
}

Status Transaction::take(Item& item, procedure::Decision decision, const std::map<std::string, Value>& raw) {
  if (decision.fault) return *decision.fault;
  const std::string step_before = item.matter.step;
  const bool any = !decision.events.empty();
  item.ticked = item.ticked || decision.look_again.has_value();
  for (matter::Event& event : decision.events) item.events.push_back(std::move(event));
  item.matter = std::move(decision.after);
  for (procedure::NoticeDraft& notice : decision.notices) item.notices.push_back(std::move(notice));
  for (const Consequence& consequence : decision.consequences) {
    if (Status status = follow(item, consequence, raw); !status) return status;
  }
  if (any && item.matter.parent.present() && item.matter.step != step_before && item.first_revision > 0) return tell_parent(item);
  return {};
}

Status Transaction::follow(Item& item, const Consequence& consequence, const std::map<std::string, Value>& raw) {
  switch (consequence.kind) {
    case Consequence::Kind::kSpawn: return spawn(item, consequence, raw);
    case Consequence::Kind::kTellChild: return tell_child(item, consequence.what);
    case Consequence::Kind::kAbsorb: return absorb(item, consequence.matter, consequence.what);
    case Consequence::Kind::kFreeze: return freeze(item, consequence.matter, consequence.what);
    case Consequence::Kind::kPublish: publish(item, consequence, true); return {};
    case Consequence::Kind::kWithdraw: publish(item, consequence, false); return {};
    case Consequence::Kind::kPrecedent: break;
  }
  const auto with = [&](const char* name) {
    const auto found = consequence.with.find(name);
    return found == consequence.with.end() ? std::string() : found->second.as_text();
  };
  const std::string object = with("object"), area = with("place"), owner = with("owner");
  if (object.empty() || area.empty() || owner.empty()) return {};  // nothing was ruled about a nameable thing
  registers::Row row{"precedent", object + "@" + area, 0, now_, std::nullopt, {}};
  row.columns = {{"object", object}, {"area", area}, {"unit", owner}, {"matter", std::to_string(item.matter.id.value)}, {"decided", format_utc(now_)}};
  register_rows_.push_back(std::move(row));
  return {};
}

Status Transaction::spawn(Item& parent, const Consequence& consequence, const std::map<std::string, Value>& raw) {
  std::map<std::string, Value> inputs = child_inputs(raw);
  for (const auto& [name, value] : consequence.with) {
    if (value.known() && !inputs.contains(name)) inputs[name] = value;
  }
  // It came by no channel: a step of another matter called for it, and which one stands in `parent`.
  auto child = open(consequence.matter, consequence.what, {parent.matter.place, parent.matter.site}, parent.matter.id, inputs, "", {});
  if (!child) {
    Error error = child.error();
    if (!error.field.empty()) error.field = "child." + error.field;
    return error;
  }
  return tell_parent(**child);
}

Status Transaction::tell_child(Item& parent, const std::string& action) {
  if (parent.matter.children.empty()) return {};
  auto child = item(parent.matter.children.back().id);
  if (!child) return child.error();
  const procedure::ActionSpec* spec = (*child)->procedure->action(action);
  if (!spec || spec->by != procedure::ActionSpec::By::kEngine) return fault(ErrorCode::kUnknownAction, "action", action);
  procedure::Act act;
  act.action = action;
  auto decision = procedure::decide(*(*child)->procedure, (*child)->matter, act, engine_deciding());
  if (!decision) return decision.error();
  Item& told = **child;
  for (matter::Event& event : decision->events) told.events.push_back(std::move(event));
  told.matter = std::move(decision->after);
  for (procedure::NoticeDraft& notice : decision->notices) told.notices.push_back(std::move(notice));
  for (const Consequence& consequence : decision->consequences) {
    if (Status status = follow(told, consequence, {}); !status) return status;
  }
  // The parent asked for it, so it hears the outcome without moving again because of it.
  matter::Event heard{matter::EventKind::kChildMoved, now_, {}, {{"matter", Value::number(told.matter.id.value)},
                      {"step", Value::text(told.matter.step)}, {"final", Value::yes_no(told.matter.final)}}};
  parent.matter = procedure::evolve(std::move(parent.matter), heard);
  parent.events.push_back(std::move(heard));
  return {};
}

Status Transaction::absorb(Item& absorbed, MatterId into, const std::string& named_by) {
  auto other = item(into);
  if (!other) return other.error();
  const procedure::ActionSpec* action = absorbed.procedure->action(absorbed.acting);
  const procedure::Facts reader = facts();
  const bool sees = view::Sight(*(*other)->procedure, (*other)->matter, reader).matter();
  const bool may = action && sees && allow(action->may, (*other)->matter.place).ok();
  if (!may || (*other)->matter.kind != absorbed.matter.kind) return no_such_matter(named_by);
  if ((*other)->matter.id == absorbed.matter.id) {  // asked first: joining, it has ended already as far as this act goes
    return fault(ErrorCode::kGuardRefused, named_by, "itself", {"不能并入它自己", "A matter cannot be joined to itself"}, {"请填另一件事项的编号", "Give the number of another matter"});
  }
  if ((*other)->matter.final) {
    return fault(ErrorCode::kGuardRefused, named_by, "open",
                 {"要并入的事项已经结束；请选一件仍在办理的", "The matter to join has ended; choose one that is still open"});
  }
  return take(**other, procedure::take_in(*(*other)->procedure, (*other)->matter, absorbed.matter, deciding()));
}

Status Transaction::freeze(Item& item, MatterId id, const std::string& named_by) {
  auto other = this->item(id);
  if (!other || !may_see(house_, *rules_, caller_, (*other)->row)) return no_such_matter(named_by);
  if (id == item.matter.id) return fault(ErrorCode::kGuardRefused, named_by, "itself", {"事项不能以它自己为据；请填写另一件", "A matter cannot rest on itself; name another"});
  const procedure::Snapshot there{id, (*other)->first_revision, to_hex((*other)->head)};
  return take(item, procedure::rest_on(*item.procedure, item.matter, there, deciding()));
}

void Transaction::publish(const Item& item, const Consequence& consequence, bool now_public) {
  const std::string& what = consequence.what;
  registers::Row row{kNoticeRegister, std::to_string(item.matter.id.value) + "@" + what, 0, now_, std::nullopt, {}};
  row.columns = {{"matter", std::to_string(item.matter.id.value)}, {"what", what}, {"place", item.matter.place}, {"community", item.matter.community}, {"kind", item.matter.kind}};
  for (const auto& [language, words] : consequence.with) row.columns[language] = words.as_text();
  if (!now_public) row.valid_to = now_;
  register_rows_.push_back(std::move(row));
}

Status Transaction::tell_parent(Item& child) {
  auto parent = item(child.matter.parent);
  if (!parent) return parent.error();
  if ((*parent)->matter.final) return {};
  const matter::Child heard{child.matter.id, child.matter.kind, child.matter.step, child.matter.final, false, child.matter.final ? child.matter.step : "", child.matter.workers};
  return take(**parent, procedure::hear_child(*(*parent)->procedure, (*parent)->matter, heard, engine_deciding()));
}

namespace {

std::vector<std::string> files_named(const std::vector<matter::Event>& events) {
  std::vector<std::string> names;
  for (const matter::Event& event : events) {
    for (const Value& file : event.get("evidence").items()) names.push_back(file.as_text());
  }
  return names;
}

}  // namespace

bool Transaction::empty() const {
  for (const auto& [id, item] : items_) {
    if (!item->events.empty() || item->ticked) return false;
  }
  return true;
}

CommitRequest Transaction::build(const Item& first, const std::string& key_scope, const std::string& key, const std::string& request_hash) const {
  CommitRequest request;
  request.district = house_.district().id;
  request.key_scope = key_scope;
  request.key = key;
  request.request_hash = request_hash;
  request.now = now_;
  request.number_prefix = house_.number_prefix(now_);
  request.register_rows = register_rows_;
  const auto add = [&](const Item& item) {
    if (item.events.empty() && !item.ticked) return;
    Batch batch;
    batch.matter = item.matter.id;
    batch.expected_revision = item.first_revision;
    batch.links = ledger::chain(house_.district().id, item.matter.id, item.first_revision, item.head, item.events);
    batch.row = view::project(*item.procedure, item.row, item.matter, item.events);
    // What was due when somebody acted is still due; else a watch that has looked in vain looks again in its rhythm.
    const bool waits = !item.ticked && item.row.look_again && *item.row.look_again <= now_;
    if (!waits) batch.row.look_again = procedure::look_again(*item.procedure, item.matter, rules_->calendar, now_);
    batch.records = view::project_records(*item.procedure, item.matter, item.events);
    batch.texts = item.texts;
    batch.erase = item.erase;
    batch.used_files = files_named(item.events);
    if (item.first_revision == 0) { batch.wrapped_key = item.wrapped_key; batch.secret_hash = item.secret_hash; }
    batch.notices = view::announce(*item.procedure, item.matter, item.events, item.notices);
    request.batches.push_back(std::move(batch));
  };
  add(first);
  for (const auto& [id, item] : items_) {
    if (item.get() != &first) add(*item);
  }
  return request;
}

}  // namespace shaoyin::app
