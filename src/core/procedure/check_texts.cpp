#include <fmt/format.h>

#include <algorithm>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

class TextCheck {
 public:
  TextCheck(const Procedure& procedure, const std::set<std::string>& verbs, FindingList& list) : p_(procedure), verbs_(verbs), list_(list) {}

  void run() {
    need("kind");
    for (const StepSpec& step : p_.steps) {
      need("step." + step.name);
      for (const ClockSpec& clock : step.clocks) need("clock." + clock.name);
    }
    for (const auto& [name, slot] : p_.fields) need_slot("field." + name, slot);
    for (const RecordSpec& record : p_.records) need_record(record);
    for (const FactSpec& fact : p_.facts) need("facts." + fact.name);
    for (const WatchSpec& watch : p_.watches) need("clock." + watch.name);
    for (const DocumentSpec& document : p_.documents) need("document." + document.name);
    for (const ActionSpec& action : p_.actions) check_action(action);
    for_each_use(p_, [this](const Use& use) {
      for_each_node(*use.condition->root, [&](const rule::Node& node) { check_verb(use, node); });
    });
    for (const FactSpec& fact : p_.facts) {
      if (asks_permission(fact.function) && fact.arguments.size() > 1) check_known("facts." + fact.name, fact.arguments[1].root->literal.as_text());
    }
    for (const ActionSpec& action : p_.actions) check_notices(action.does, "action." + action.name);
    for (std::size_t i = 0; i < p_.autos.size(); ++i) check_notices(p_.autos[i].does, fmt::format("auto[{}]", i));
  }

 private:
  void missing(Severity severity, const std::string& key) {
    if (!asked_.insert(key).second) return;
    const Words what{fmt::format("缺少中文或英文文本“{}”", key), fmt::format("the text '{}' is missing in zh or en", key)};
    const Words cure{"在 texts.toml 中写 { zh = \"…\", en = \"…\" }", "write it in texts.toml as { zh = \"...\", en = \"...\" }"};
    severity == Severity::kError ? list_.error("texts." + key, what, cure) : list_.warning("texts." + key, what, cure);
  }

  bool has(const std::string& key) const {
    const auto found = p_.texts.find(key);
    return found != p_.texts.end() && !found->second.zh.empty() && !found->second.en.empty();
  }

  void need(const std::string& key, Severity severity = Severity::kError) {
    if (!has(key)) missing(severity, key);
  }

  void need_slot(const std::string& key, const Slot& slot) {
    need(key);
    for (const std::string& option : slot.type.options) {
      // The loader shows a choice without a text by its bare word.
      const std::string choice = "choice." + option;
      const bool bare = has(choice) && p_.texts.at(choice).zh == option && p_.texts.at(choice).en == option;
      if (bare || !has(choice)) missing(Severity::kError, choice);
    }
  }

  void need_record(const RecordSpec& record) {
    const std::string at = "record." + record.name;
    need(at);
    if (record.law) need(at + ".law");
    for (const std::string& step : record.steps) need(at + ".step." + step);
    for (const auto& [name, slot] : record.fields) need_slot(at + ".field." + name, slot);
    for (const ClockSpec& clock : record.clocks) need("clock." + clock.name);
  }

  void check_action(const ActionSpec& action) {
    const std::string at = "action." + action.name;
    need(at);
    if (action.who) need(at + ".who");
    // The condition explains itself; a clock that does nothing tells nobody why.
    if (action.when && action.by == ActionSpec::By::kPerson) need(at + ".when", Severity::kWarning);
    for (const Input& input : action.takes) {
      if (input.field.empty()) need_slot("input." + input.name, input.slot);
    }
    if (action.because.empty() && p_.because.empty()) {
      list_.error(at + ".because", {"没有写明依据", "it does not say on what legal basis"}, {"在动作或文件开头写 because", "write `because` in the action, or at the head of the file"});
    }
    if (action.by == ActionSpec::By::kPerson) check_permission(action, at);
  }

  void check_notices(const std::vector<Effect>& effects, const std::string& at) {
    for (std::size_t i = 0; i < effects.size(); ++i) {
      const Effect& effect = effects[i];
      const std::string here = fmt::format("{}.does[{}]", at, i), key = "public." + effect.target;
      if (effect.kind == Effect::Kind::kPublish && !p_.texts.contains(key)) {
        list_.error(here, {fmt::format("没有公示文本“{}”", key), fmt::format("there is no text '{}' to publish", key)}, {"在 texts.toml 中写出中英文", "write it in texts.toml, in zh and en"});
      }
      if (effect.kind == Effect::Kind::kWithdraw && !publishes(effect.target)) {
        list_.error(here, {fmt::format("从未公示“{}”", effect.target), fmt::format("nothing ever publishes '{}'", effect.target)}, {fmt::format("先在某个动作中写 publish = \"{}\"", effect.target), fmt::format("some action must publish = \"{}\" first", effect.target)});
      }
    }
  }

  bool publishes(const std::string& what) const {
    const auto any = [&](const std::vector<Effect>& effects) {
      return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.kind == Effect::Kind::kPublish && effect.target == what; });
    };
    return std::any_of(p_.actions.begin(), p_.actions.end(), [&](const ActionSpec& action) { return any(action.does); }) ||
           std::any_of(p_.autos.begin(), p_.autos.end(), [&](const AutoMove& move) { return any(move.does); });
  }

  void check_permission(const ActionSpec& action, const std::string& at) {
    if (action.may.empty()) {
      list_.error(at + ".may", {"没有写明需要什么权限：谁都能做", "it asks for no permission: anybody could do it"}, {"写 may = \"权限\"", "write may = \"VERB\""});
    } else if (!verbs_.contains(action.may)) {
      list_.error(at + ".may", {fmt::format("没有权限“{}”", action.may), fmt::format("there is no permission '{}'", action.may)}, {"改用已有的权限：" + verbs(), "use a permission that exists: " + verbs()});
    }
  }

  void check_verb(const Use& use, const rule::Node& node) {
    if (node.kind == rule::Node::Kind::kCall && node.word == "actor.may" && !node.kids.empty()) check_known(use.at, node.kids[0]->literal.as_text());
  }

  void check_known(const std::string& at, const std::string& verb) {
    if (verbs_.contains(verb)) return;
    list_.error(at, {fmt::format("没有权限“{}”", verb), fmt::format("there is no permission '{}'", verb)}, {"改用已有的权限：" + verbs(), "use a permission that exists: " + verbs()});
  }

  std::string verbs() const {
    std::string out;
    for (const std::string& verb : verbs_) out += (out.empty() ? "" : ", ") + verb;
    return out;
  }

  const Procedure& p_;
  const std::set<std::string>& verbs_;
  FindingList& list_;
  std::set<std::string> asked_;
};

}  // namespace

void check_texts(const Procedure& procedure, const std::set<std::string>& known_verbs, FindingList& list) { TextCheck(procedure, known_verbs, list).run(); }

}  // namespace shaoyin::procedure
