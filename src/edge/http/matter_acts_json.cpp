// What a reader of a matter can do now, and why something is possible or not.
#include "core/procedure/world.h"
#include "edge/http/form_json.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {

using procedure::ActionSpec;

bool MatterPage::allowed(const ActionSpec& action) const {
  return action.by == ActionSpec::By::kPerson && !action.opens() &&
         access::authorize(caller_, action.may, rules_->book->path(loaded_.matter.place)).allowed;
}

json::value MatterPage::action_json(const ActionSpec& action) const {
  const procedure::Facts& known = facts_;
  json::array targets;
  if (action.on.empty()) {
    if (!procedure::possible(*procedure_, loaded_.matter, action, 0, known).all()) return nullptr;
  } else {
    const procedure::MatterWorld world(*procedure_, loaded_.matter, known);
    for (const matter::Record& record : loaded_.matter.records) {
      if (record.type != action.on || !visible(record)) continue;
      if (!procedure::possible(*procedure_, loaded_.matter, action, record.number, known).all()) continue;
      const rule::Bound bound = world.bind(record.type, record.number);
      targets.emplace_back(json::object{{"number", record.number}, {"label", words_.in(bound.front().second->label())}});
    }
    if (targets.empty()) return nullptr;
  }
  json::array to;
  if (action.to.size() > 1) {
    const std::string prefix = action.on.empty() ? "step." : "record." + action.on + ".step.";
    for (const std::string& step : action.to) {
      // What choosing it means, where the name of the step alone would mislead ("agreed" for sending a line back).
      const std::string own = "action." + action.name + ".to." + step;
      to.emplace_back(json::object{{"value", step}, {"label", words_.in(procedure_->text(procedure_->texts.contains(own) ? own : prefix + step))}});
    }
  }
  return json::object{{"name", action.name}, {"label", words_.in(procedure_->text("action." + action.name))},
                      {"help", help_json(*procedure_, action, words_)},
                      {"on", text_or_null(action.on)}, {"targets", std::move(targets)}, {"to", std::move(to)},
                      {"because", action.because.empty() ? procedure_->because : action.because},
                      {"form", form_json(*rules_, *procedure_, action, words_)}, {"danger", action.danger},
                      {"aside", is_aside(*procedure_, action)}};
}

json::array MatterPage::actions() const {
  json::array all;
  if (rules_->closed(procedure_->hash) != nullptr) return all;
  for (const ActionSpec& action : procedure_->actions) {
    if (!allowed(action)) continue;
    json::value possible = action_json(action);
    if (!possible.is_null()) all.push_back(std::move(possible));
  }
  return all;
}

json::object MatterPage::explain(const std::string& name, RecordNumber record) const {
  json::array reasons;
  if (const app::Unfit* unfit = rules_->closed(procedure_->hash)) {
    reasons.emplace_back(words_.in(Words{"规程版本 " + unfit->name() + " 已不能读取，请管理员处理", "version " + unfit->name() + " of the procedure can no longer be read; the operator must mend it"}));
    return {{"allowed", false}, {"reasons", std::move(reasons)}};
  }
  const ActionSpec* action = procedure_->action(name);
  if (action == nullptr || action->by != ActionSpec::By::kPerson) {
    reasons.emplace_back(words_.in("这类事项没有这个操作", "this kind of matter has no such action"));
    return {{"allowed", false}, {"reasons", std::move(reasons)}};
  }
  const access::Verdict verdict = access::authorize(caller_, action->may, rules_->book->path(loaded_.matter.place));
  if (!verdict.allowed) reasons.emplace_back(words_.in(verdict.because));
  const matter::Record* on = action->on.empty() ? nullptr : loaded_.matter.find(action->on, record);
  const bool there = action->on.empty() || (on != nullptr && visible(*on));
  if (!there) reasons.emplace_back(words_.in("请指明对哪一条记录操作（record）", "say on which record (record)"));
  bool possible = false;
  if (there) {
    const procedure::Possible now = procedure::possible(*procedure_, loaded_.matter, *action, record, facts_);
    possible = now.all();
    if (!now.why.empty()) reasons.emplace_back(words_.in(now.why));
  }
  return {{"allowed", verdict.allowed && possible}, {"reasons", std::move(reasons)}};
}

}  // namespace shaoyin::http
