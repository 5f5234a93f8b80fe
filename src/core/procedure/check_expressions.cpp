#include <fmt/format.h>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

using rule::Node;

class ExpressionCheck {
 public:
  ExpressionCheck(const Procedure& procedure, FindingList& list) : p_(procedure), list_(list) {
    for (const ActionSpec& action : p_.actions) {
      gathered_.insert(action.facts.begin(), action.facts.end());
    }
    spawns_ = spawns(p_);
  }

  void run() {
    for (const std::string& shown : {p_.title, p_.category}) {
      const Slot* slot = shown.empty() ? nullptr : p_.field(shown);
      if (!slot || !slot->visible) continue;
      list_.error("field." + shown + ".visible", {"标题和类别显示在清单里，不能只给部分人看", "title and category stand in lists, so they cannot be for some readers only"}, {"改用另一个字段，或把整个事项设为 visible", "use another field, or make the whole matter `visible` to some"});
    }
    for_each_use(p_, [this](const Use& use) {
      for_each_node(*use.condition->root, [&](const Node& node) { see(use, node); });
    });
  }

 private:
  void see(const Use& use, const Node& node) {
    if (node.kind == Node::Kind::kName) see_name(use, node);
    if (node.kind == Node::Kind::kMember) see_column(use, node.kids[0]->type.row, node.word);
    if (node.kind == Node::Kind::kCall) see_call(use, node);
  }

  void see_name(const Use& use, const Node& node) {
    const std::string& head = node.path[0];
    const std::string part = node.path.size() > 1 ? node.path[1] : std::string();
    if (p_.record(head)) return see_column(use, head, part);
    if (head == "field") {
      const Slot* slot = p_.field(part);
      if (slot && slot->personal) personal(use, "field." + part);
    }
    if (head == "actor") nobody_acts(use);
    if (head == "fact" && !gathered_.contains(part)) {
      list_.error(use.at, {fmt::format("没有动作收集外部事实“{}”", part), fmt::format("no action gathers the fact '{}'", part)}, {fmt::format("在某个动作中写 facts = [\"{}\"]", part), fmt::format("write facts = [\"{}\"] in an action", part)});
    }
    if (head == "child" && !spawns_) {
      list_.error(use.at, {"本流程不产生子事项", "this procedure never spawns a child"}, {"先用 spawn 发起子事项", "some action must spawn one"});
    }
  }

  void see_column(const Use& use, const std::string& record, const std::string& column) {
    const RecordSpec* spec = p_.record(record);
    const Slot* slot = spec ? spec->field(column) : nullptr;
    if (slot && slot->personal) personal(use, record + "." + column);
  }

  void personal(const Use& use, const std::string& name) {
    list_.error(use.at, {fmt::format("“{}”是个人信息，条件不得查看", name), fmt::format("'{}' is personal; no condition may look at it", name)}, {"改用不含个人信息的字段", "use a field that holds nothing personal"});
  }

  void see_call(const Use& use, const Node& call) {
    const bool tells_time = call.word == "elapsed" || call.word == "days_since";
    if (call.word == "actor.may") return see_may(use, call);
    if ((tells_time || call.word == "past") && use.of != Use::Of::kWatch) {
      list_.error(use.at, {fmt::format("{}() 只能用在 [[watch]] 中：条件不看时间", call.word), fmt::format("{}() belongs in a [[watch]]: conditions never read the clock", call.word)}, {"改用时钟、提示点或 [[watch]]", "use a clock, a mark or a [[watch]]"});
    }
    const bool on_record = call.word == "performed" || call.word == "performers" || call.word == "units" || call.word == "already";
    const std::size_t at = on_record ? 1 : 0;
    const bool quotes = tells_time || call.word == "did" || call.word == "overdue" || call.word == "due" || call.word == "published" || call.word == "issued";
    if (!quotes && !on_record) return;
    const Node& quoted = *call.kids[at];
    if (quoted.kind != Node::Kind::kLiteral) {
      list_.error(use.at, {fmt::format("{}() 需要引号中的名字", call.word), fmt::format("{}() needs a name in quotes", call.word)}, {"直接写出名字", "write the name itself"});
      return;
    }
    const std::string& name = quoted.literal.as_text();
    const std::string record = on_record ? call.kids[0]->type.row : std::string();
    if (call.word == "overdue" || call.word == "due" || call.word == "elapsed") { see_clock(use, name, call.word != "elapsed"); }
    else if (call.word == "already") { see_already(use, record, name, call); }
    else if (call.word == "published" || call.word == "issued") { see_paper(use, call.word, name); }
    else if (call.word == "units") { see_units(use, record, name); }
    else { see_deed(use, record, name); }
  }

  void see_may(const Use& use, const Node& call) {
    if (call.kids[0]->kind != Node::Kind::kLiteral) list_.error(use.at, {"actor.may() 需要引号中的权限名", "actor.may() needs a permission in quotes"}, {"直接写出权限", "write the verb itself"});
    nobody_acts(use);
  }

  void nobody_acts(const Use& use) {
    if (use.of != Use::Of::kAuto && use.of != Use::Of::kOwner && use.of != Use::Of::kClock && use.of != Use::Of::kFact && use.of != Use::Of::kWatch) return;
    list_.error(use.at, {"这里没有办理人可言：它只由事项的状态决定", "nobody acts here: this must follow from the matter's state alone"}, {"改用 owner、opener 或字段", "use owner, opener or a field instead of actor"});
  }

  void see_clock(const Use& use, const std::string& name, bool of_records_too) {
    for (const StepClock& clock : step_clocks(p_)) {
      if (clock.clock->name == name) return;
    }
    for (const RecordSpec& record : p_.records) {
      for (const ClockSpec& clock : record.clocks) {
        if (clock.name == name && of_records_too) return;
      }
    }
    list_.error(use.at, {fmt::format("没有时钟“{}”", name), fmt::format("there is no clock '{}'", name)}, {"写一个已有的时钟", "name a clock of a step or record"});
  }

  void see_units(const Use& use, const std::string& record, const std::string& step) {
    const RecordSpec* spec = p_.record(record);
    if (!spec) return;
    const Slot* unit = spec->field("unit");
    if (!unit || unit->type.kind != rule::Type::Kind::kParty) {
      list_.error(use.at, {fmt::format("记录“{}”没有单位字段 unit", record), fmt::format("record '{}' has no field 'unit' of type party", record)}, {"给记录加上 unit = \"party\"", "give the record unit = \"party\""});
    }
    if (!holds_word(spec->steps, step)) {
      list_.error(use.at, {fmt::format("记录“{}”没有环节“{}”", record, step), fmt::format("record '{}' has no step '{}'", record, step)}, {"写一个该记录的环节", "name a step of the record"});
    }
  }

  void see_already(const Use& use, const std::string& record, const std::string& name, const Node& call) {
    const RecordSpec* spec = p_.record(record);
    if (!spec) return;
    if (call.kids.size() > 2 && !holds_word(spec->steps, call.kids[2]->literal.as_text())) {
      list_.error(use.at, {fmt::format("记录“{}”没有这个环节", record), fmt::format("record '{}' has no such step", record)}, {"写一个该记录的环节", "name a step of the record"});
    }
    if (const Slot* slot = spec->field(name)) {
      if (slot->personal) personal(use, record + "." + name);
      return;
    }
    list_.error(use.at, {fmt::format("记录“{}”没有字段“{}”", record, name), fmt::format("record '{}' has no field '{}'", record, name)}, {"写一个该记录的字段", "name a field of the record"});
  }

  void see_paper(const Use& use, const std::string& function, const std::string& name) {
    const bool there = function == "issued" ? p_.document(name) != nullptr : p_.texts.contains("public." + name);
    if (!there) list_.error(use.at, {fmt::format("{}()：没有“{}”", function, name), fmt::format("{}(): there is no '{}'", function, name)}, {"写一个已声明的文书或公示", "name a declared document or notice"});
  }

  void see_deed(const Use& use, const std::string& record, const std::string& name) {
    const ActionSpec* action = p_.action(name);
    if (!record.empty() && name == "add") return;
    const bool fits = action && action->on == record;
    if (fits) return;
    list_.error(use.at, {fmt::format("“{}”不是{}的动作", name, record.empty() ? "事项" : "记录" + record), fmt::format("'{}' is no action on {}", name, record.empty() ? "the matter" : "record " + record)},
                {"写一个该对象的动作名", record.empty() ? "name an action on the matter" : "name an action on the record, or 'add' for whoever added it"});
  }

  const Procedure& p_;
  FindingList& list_;
  std::set<std::string> gathered_;
  bool spawns_ = false;
};

}  // namespace

void check_expressions(const Procedure& procedure, FindingList& list) { ExpressionCheck(procedure, list).run(); }

}  // namespace shaoyin::procedure
