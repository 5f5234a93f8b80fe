// Watches, notices and documents of a procedure.
#include <fmt/format.h>

#include <algorithm>

#include "core/procedure/check_parts.h"
#include "core/procedure/fill.h"

namespace shaoyin::procedure {
namespace {

class WatchCheck {
 public:
  WatchCheck(const Procedure& procedure, FindingList& list) : p_(procedure), list_(list) {}

  void run(const WatchSpec& watch) {
    const std::string at = "watch." + watch.name;
    for (const std::string& step : watch.in) {
      if (!p_.step(step)) list_.error(at + ".in", {fmt::format("没有环节“{}”", step), fmt::format("there is no step '{}'", step)}, {"写一个已有的环节", "name a step that exists"});
    }
    check_name(watch, at);
    check_pace(watch, at);
    check_act(watch, at);
  }

 private:
  // The engine finds a running watch's rules by its name.
  void check_name(const WatchSpec& watch, const std::string& at) {
    const auto same = std::count_if(p_.watches.begin(), p_.watches.end(), [&](const WatchSpec& other) { return other.name == watch.name; });
    const std::vector<StepClock> clocks = step_clocks(p_);
    const bool clock = std::any_of(clocks.begin(), clocks.end(), [&](const StepClock& one) { return one.clock->name == watch.name; });
    if (same > 1 || clock) list_.error(at, {"另有同名的时钟或定期查看", "another clock or watch has this name"}, {"换一个名字", "give it another name"});
  }

  void check_pace(const WatchSpec& watch, const std::string& at) {
    using clock::Unit;
    const Millis one = watch.every.unit == Unit::kMinutes ? minutes(1) : watch.every.unit == Unit::kHours || watch.every.unit == Unit::kWorkingHours ? hours(1) : days(1);
    if (one.ms * watch.every.amount >= kWatchSoonest.ms) return;
    list_.error(at + ".every", {"看得太勤：每次查看都记入台账，最短一小时", "it looks too often: each look is an entry in the ledger; once an hour is the most"}, {"写 every = \"1 day\"", "write every = \"1 day\""});
  }

  void check_act(const WatchSpec& watch, const std::string& at) {
    const ActionSpec* action = p_.action(watch.act);
    if (!action) return list_.error(at + ".do", {fmt::format("没有动作“{}”", watch.act), fmt::format("there is no action '{}'", watch.act)}, {"改为本文件中 by = \"clock\" 的动作", "name an action of this file with by = \"clock\""});
    if (action->by != ActionSpec::By::kClock) {
      list_.error(at + ".do", {fmt::format("“{}”不是时钟的动作", watch.act), fmt::format("'{}' is not done by a clock", watch.act)}, {"给它另写一个 by = \"clock\" 的动作", "write an action of its own with by = \"clock\""});
    }
    for (const std::string& to : action->to) {
      if (!holds_word(action->from, to)) continue;
      list_.error(at + ".do", {fmt::format("每次查看都会重新进入环节“{}”，它的时限永远不会到", to), fmt::format("each look would enter step '{}' anew, and its deadlines would never come", to)}, {"让动作不移动，或移到别的环节", "let the action not move, or move elsewhere"});
    }
    const auto meets = [&](const std::string& step) { return watch.in.empty() || holds_word(watch.in, step); };
    if (!std::any_of(action->from.begin(), action->from.end(), meets)) {
      list_.error(at + ".in", {fmt::format("“{}”在这些环节都做不成", watch.act), fmt::format("'{}' is possible in none of these steps", watch.act)}, {"使 in 与动作的 from 相交", "let `in` and the action's `from` share a step"});
    }
  }

  const Procedure& p_;
  FindingList& list_;
};

class PlaceCheck {
 public:
  PlaceCheck(const Procedure& procedure, FindingList& list) : p_(procedure), scope_(procedure), list_(list) {}

  // `published`: everybody will read it, so no free text, nothing personal, nothing for some readers only.
  void run(const std::string& at, const Words& words, const std::string& each, bool published, bool xml = false) {
    for (const std::string& text : {words.zh, words.en}) {
      for (const std::string& place : places_in(text)) {
        const bool of_machines = xml && std::find(xml_places().begin(), xml_places().end(), place) != xml_places().end();
        if (!of_machines) check(at, place, each, published);
      }
    }
  }

 private:
  void check(const std::string& at, const std::string& place, const std::string& each, bool published) {
    const std::string head = place.substr(0, place.find('.'));
    if (head == "actor" || head == "fact") {
      return list_.error(at, {fmt::format("“{{{}}}”因读者或时间而不同", place), fmt::format("'{{{}}}' depends on who reads it and when", place)}, {"改用字段、owner 或 opener", "use a field, owner or opener"});
    }
    const auto type = type_of_place(p_, scope_, place, each);
    if (!type) return list_.error(at, {fmt::format("没有可填入“{{{}}}”的内容", place), fmt::format("there is nothing to fill '{{{}}}' with", place)}, {"写字段、owner、place、community 等名称", "name a field, owner, place, community …"});
    if (!published) return;
    const auto dot = place.find('.');
    const Slot* slot = place.starts_with("field.") ? p_.field(place.substr(dot + 1)) : nullptr;
    if (type->kind == rule::Type::Kind::kSealed || type->kind == rule::Type::Kind::kPerson || type->kind == rule::Type::Kind::kMatter || (slot && (slot->personal || slot->visible))) {
      list_.error(at, {fmt::format("公示中不能出现“{{{}}}”：它是自由文字、个人信息、另一件事项，或只给部分人看", place), fmt::format("'{{{}}}' cannot be published: it is free text, personal, another matter, or for some readers only", place)}, {"改用选项、数字、单位或地点", "use a choice, a number, a unit or a place"});
    }
  }

  const Procedure& p_;
  ProcedureScope scope_;
  FindingList& list_;
};

}  // namespace

void check_watches(const Procedure& procedure, FindingList& list) {
  for (const WatchSpec& watch : procedure.watches) WatchCheck(procedure, list).run(watch);
}

void check_papers(const Procedure& procedure, FindingList& list) {
  PlaceCheck places(procedure, list);
  for (const auto& [key, words] : procedure.texts) {
    if (!key.starts_with("public.")) continue;
    places.run("texts." + key, words, "", true);
    if (procedure.visible) {
      list.error("texts." + key, {"只给部分人看的事项不能公示", "a matter that only some may see cannot be published"}, {"去掉 publish，或去掉文件开头的 visible", "leave out `publish`, or the `visible` at the head of the file"});
    }
  }
  for (const DocumentSpec& document : procedure.documents) {
    const std::string at = "document." + document.name;
    if (document.body.empty()) list.error(at + ".body", {"文书没有内容", "the document says nothing"}, {"写 body = [{ zh = \"…\", en = \"…\" }]", "write body = [{ zh = \"...\", en = \"...\" }]"});
    for (const Paragraph& paragraph : document.body) {
      if (!paragraph.each.empty() && !procedure.record(paragraph.each)) {
        list.error(at + ".body", {fmt::format("没有记录“{}”", paragraph.each), fmt::format("there is no record '{}'", paragraph.each)}, {"写一个已声明的记录", "name a declared record"});
        continue;
      }
      const bool xml = document.format == DocumentSpec::Format::kXml;
      places.run(at + (xml ? ".template" : ".body"), paragraph.words, paragraph.each, false, xml);
    }
  }
}

}  // namespace shaoyin::procedure
