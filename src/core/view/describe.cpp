#include "core/view/project.h"

#include <array>


namespace shaoyin::view {
namespace {

using matter::Event;
using matter::EventKind;
using procedure::Procedure;

class Describer {
 public:
  Describer(const Procedure& procedure, const matter::Matter& before, const Event& event, const procedure::Outside& outside)
      : p_(procedure), m_(before), e_(event), outside_(outside) {}

  Words run() {
    const Words who = actor();
    switch (e_.kind) {
      case EventKind::kOpened: return {who.zh + "提出", who.en + " opened the matter"};
      case EventKind::kActed: return acted(who);
      case EventKind::kMoved: {
        const Words to = p_.text("step." + e_.text("to"));
        const Words round = e_.get("round").known() ? Words{"（第" + std::to_string(e_.number("round")) + "轮）", " (round " + std::to_string(e_.number("round")) + ")"} : Words{};
        return {"进入“" + to.zh + "”" + round.zh, "Now in \"" + to.en + "\"" + round.en};
      }
      case EventKind::kFieldSet: return field();
      case EventKind::kRecordAdded: { const Words r = record(); const Words u = unit_of_added(); return {"登记" + r.zh + u.zh, "Added " + r.en + u.en}; }
      case EventKind::kRecordMoved: {
        const Words r = record(), to = p_.text("record." + e_.text("record") + ".step." + e_.text("to"));
        return {r.zh + "：" + to.zh, r.en + ": " + to.en};
      }
      case EventKind::kOwnerSet: { const Words u = party(e_.text("owner")); return {"责任单位：" + u.zh, "Owner: " + u.en}; }
      case EventKind::kClockStarted: {
        if (e_.text("kind") == "look") { const Words c = p_.text("clock." + e_.text("clock")); return {"定期查看“" + c.zh + "”，下次" + when("next").zh, "Watch \"" + c.en + "\" looks next at " + when("next").en}; }
        const Words c = p_.text("clock." + e_.text("clock"));
        return {"“" + c.zh + "”开始计时，" + when("due").zh + "到期" + provisional().zh, "Clock \"" + c.en + "\" runs, due " + when("due").en + provisional().en};
      }
      case EventKind::kClockPaused: return clock("暂停计时", "paused");
      case EventKind::kClockResumed: { Words w = clock("恢复计时", "resumed"); return {w.zh + "，" + when("due").zh + "到期", w.en + ", due " + when("due").en}; }
      case EventKind::kClockStopped: return clock("停止计时", "stopped");
      case EventKind::kClockMarked: return marked();
      case EventKind::kClockEnded: return clock("已到期", "has run out");
      case EventKind::kClockRecomputed: return recomputed();
      case EventKind::kLinked: {
        if (e_.text("how") == "frozen") return frozen();
        const Words link = p_.text("link." + e_.text("how")), other = other_matter("matter"); return {link.zh + "：" + other.zh, link.en + ": " + other.en};
      }
      case EventKind::kAbsorbed: return absorbed();
      case EventKind::kSpawned: { const Words child = other_matter("matter"); return {"由此发起：" + child.zh, "Opened from here: " + child.en}; }
      case EventKind::kChildMoved: return {"下级事项有进展", "The matter it called for moved on"};
      case EventKind::kEvidenceAttached: { const auto n = std::to_string(e_.get("evidence").items().size()); return {who.zh + "提交佐证" + n + "件", who.en + " attached evidence (" + n + ")"}; }
      case EventKind::kDisclosed: return disclosed(who);
      case EventKind::kPublished: return {who.zh + "将公示贴出，人人可见", who.en + " put up a public notice"};
      case EventKind::kWithdrawn: return {who.zh + "撤下了公示", who.en + " took the public notice down"};
      case EventKind::kIssued: {
        const Words document = p_.text("document." + e_.text("document"));
        const std::string n = std::to_string(e_.number("document_number"));
        return {who.zh + "出具《" + document.zh + "》第" + n + "份", who.en + " issued \"" + document.en + "\", number " + n};
      }
      case EventKind::kSealed: {
        const Words why = outside_.purpose(e_.text("why"));
        const std::string day = format_local(e_.at).substr(0, 10);
        return {who.zh + "清除了内容（" + day + "，理由：" + why.zh + "），经过保留", who.en + " erased the content (on " + day + ", because: " + why.en + "); what happened stays"};
      }
      case EventKind::kImported: return {"由历史数据导入", "Imported from historical data"};
    }
    return {};
  }

 private:
  Words party(const std::string& code) const { return code.empty() ? Words{"（无）", "(none)"} : outside_.label(Value::text(code), {rule::Type::Kind::kParty, {}, {}, {}}); }

  Words actor() const {
    switch (e_.by.as) {
      case matter::Actor::As::kStaff: return e_.by.unit.empty() ? Words{"（不公开）", "(not shown)"} : party(e_.by.unit);
      case matter::Actor::As::kResident: return {"反映人", "The resident"};
      case matter::Actor::As::kClock: return {"时钟", "The clock"};
      case matter::Actor::As::kImport: return {"导入", "The import"};
      case matter::Actor::As::kEngine: break;
    }
    return {"系统按规则", "By rule"};
  }

  // Another matter as the reader knows it: by kind and number where the page can look them up.
  Words other_matter(const char* name) const {
    return outside_.label(Value::text(std::to_string(e_.number(name))), {rule::Type::Kind::kMatter, {}, {}, {}});
  }

  Words marked() const {
    const matter::RunningClock* running = m_.clock(static_cast<int>(e_.number("clock_number")));
    const bool looks = running != nullptr && running->kind == matter::ClockKind::kLook;
    return looks ? clock("定期查看了一次", "looked") : clock("到达提示点", "reached a mark");
  }

  // How far the other had come, and the end of its chain then: whoever doubts it can compare.
  Words frozen() const {
    const Words other = other_matter("matter");
    const std::string n = std::to_string(e_.number("revision")), hash = e_.text("hash").substr(0, procedure::kHashShown);
    return {"以" + other.zh + "到第" + n + "条记录为止的情况为据（" + hash + "）", "Rests on " + other.en + " as it stood after its entry " + n + " (" + hash + ")"};
  }

  Words absorbed() const {
    if (!e_.get("into").known()) { const Words other = other_matter("matter"); return {"并入了反映同一问题的" + other.zh, "Took in " + other.en + ", about the same problem"}; }
    const Words into = other_matter("into");
    return {"并入反映同一问题的" + into.zh, "Joined to " + into.en + ", about the same problem"};
  }

  // As people write it: "2026年7月18日 09:00", "18 Jul 2026 09:00".
  static Words moment(Instant at) {
    static const std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string text = format_local(at);  // "2026-07-18 09:00"
    const auto part = [&](std::size_t from, std::size_t length) { return std::stoi(text.substr(from, length)); };
    const std::string year = text.substr(0, 4), day = std::to_string(part(8, 2)), clock = text.substr(11);
    return {year + "年" + std::to_string(part(5, 2)) + "月" + day + "日 " + clock, day + " " + kMonths.at(static_cast<std::size_t>(part(5, 2)) - 1) + " " + year + " " + clock};
  }
  Words when(const char* name) const { return moment(e_.get(name).as_instant()); }
  Words provisional() const { return e_.get("provisional").is_yes() ? Words{"（暂定：当年放假安排尚未公布）", " (provisional: that year's calendar is not published yet)"} : Words{}; }

  Words record() const {
    const Words label = p_.text("record." + e_.text("record"));
    const std::string n = " #" + std::to_string(e_.number("record_number"));
    return {label.zh + n, label.en + n};
  }

  Words unit_of_added() const {
    if (!e_.get("field.unit").known()) return {};
    const Words u = party(e_.text("field.unit"));
    return {"（" + u.zh + "）", " (" + u.en + ")"};
  }

  Words clock(const char* zh, const char* en) const {
    const matter::RunningClock* running = m_.clock(static_cast<int>(e_.number("clock_number")));
    const Words label = running ? p_.text("clock." + running->name) : Words{};
    return {"“" + label.zh + "”" + zh, "Clock \"" + label.en + "\" " + en};
  }

  Words recomputed() const {
    const Words c = clock("重新计算", "recomputed");
    const std::string& why = e_.text("why");
    const Words reason = why == "extended" ? Words{"经批准延期", "extension approved"} : why == "absorbed" ? Words{"沿用较早的承诺", "the earlier promise is kept"} : Words{"工作日历或时限表更新", "the calendar or deadline pack changed"};
    return {c.zh + "（" + reason.zh + "），" + when("due").zh + "到期", c.en + " (" + reason.en + "), due " + when("due").en};
  }

  Words field() const {
    const bool on_record = e_.get("record").known();
    const std::string key = on_record ? "record." + e_.text("record") + ".field." + e_.text("field") : "field." + e_.text("field");
    const Words label = p_.text(key);
    const Value& value = e_.get("value");
    if (value.kind() == Value::Kind::kSealed) return {label.zh + "：见附文", label.en + ": see the text"};
    return {label.zh + "：" + said(value).zh, label.en + ": " + said(value).en};
  }

  Words said(const Value& value) const {
    const procedure::Slot* slot = e_.get("record").known() ? nullptr : p_.field(e_.text("field"));
    if (e_.get("record").known()) {
      if (const procedure::RecordSpec* spec = p_.record(e_.text("record"))) slot = spec->field(e_.text("field"));
    }
    return said(value, slot ? slot->type : rule::Type{});
  }

  // A value of whatever type in words, never in none: what nobody knows is said to be so.
  Words said(const Value& value, const rule::Type& type) const {
    switch (value.kind()) {
      case Value::Kind::kNothing: return {"无", "none"};
      case Value::Kind::kInstant: return moment(value.as_instant());
      case Value::Kind::kYesNo: return value.is_yes() ? Words{"是", "yes"} : Words{"否", "no"};
      case Value::Kind::kNumber: { const std::string n = std::to_string(value.as_number()); return {n, n}; }
      case Value::Kind::kSealed: return {"见附文", "see the text"};
      case Value::Kind::kList: return listed(value, type);
      case Value::Kind::kText: break;
    }
    if (type.kind == rule::Type::Kind::kChoice) return p_.text("choice." + value.as_text());
    return outside_.label(value, type);
  }

  Words listed(const Value& value, const rule::Type& type) const {
    Words all;
    for (const Value& item : value.items()) {
      const Words one = said(item, type);
      all.zh += (all.zh.empty() ? "" : "、") + one.zh;
      all.en += (all.en.empty() ? "" : ", ") + one.en;
    }
    return all.zh.empty() ? Words{"无", "none"} : all;
  }

  // "reporter_phone" is a field of the matter, "payment.2.account" one of its records.
  Words asked_for(const std::string& name) const {
    const auto first = name.find('.'), last = name.rfind('.');
    if (first == std::string::npos) return p_.text("field." + name);
    const std::string record = name.substr(0, first), number = " #" + name.substr(first + 1, last - first - 1) + " ";
    const Words of = p_.text("record." + record), field = p_.text("record." + record + ".field." + name.substr(last + 1));
    return {of.zh + number + field.zh, of.en + number + field.en};
  }

  Words disclosed(const Words& who) const {
    Words names;
    for (const Value& field : e_.get("fields").items()) {
      const Words label = asked_for(field.as_text());
      names.zh += (names.zh.empty() ? "" : "、") + label.zh;
      names.en += (names.en.empty() ? "" : ", ") + label.en;
    }
    const Words purpose = outside_.purpose(e_.text("purpose"));
    if (!e_.text("document").empty()) {
      const Words paper = p_.text("document." + e_.text("document"));
      return {who.zh + "查看了“" + paper.zh + "”未遮蔽的文本：" + names.zh + "（用途：" + purpose.zh + "）", who.en + " read \"" + paper.en + "\" unmasked: " + names.en + " (for: " + purpose.en + ")"};
    }
    return {who.zh + "查看了受保护的内容：" + names.zh + "（用途：" + purpose.zh + "）", who.en + " was shown protected content: " + names.en + " (for: " + purpose.en + ")"};
  }

  Words acted(const Words& who) const {
    const std::string& action = e_.text("action");
    if (action == "remind" || action == "escalate") {
      const Words c = clock(action == "remind" ? "催办" : "升级", action == "remind" ? "reminds" : "escalates");
      if (action == "remind") return c;
      const Words to = party(e_.text("to"));
      return {c.zh + "至" + to.zh, c.en + " to " + to.en};
    }
    const Words label = p_.text("action." + action);
    Words out{who.zh + "：" + label.zh, who.en + ": " + label.en};
    if (e_.get("record").known()) { const Words r = record(); out.zh += "（" + r.zh + "）"; out.en += " (" + r.en + ")"; }
    for (const auto& [name, value] : e_.data) {
      if (!name.starts_with("fact.")) continue;
      const Words fact = p_.text("facts." + name.substr(5));
      const procedure::FactSpec* spec = p_.fact(name.substr(5));
      const Words v = said(value, spec ? spec->type : rule::Type{});
      out.zh += "；" + fact.zh + "：" + v.zh;
      out.en += "; " + fact.en + ": " + v.en;
    }
    return out;
  }

  const Procedure& p_;
  const matter::Matter& m_;
  const Event& e_;
  const procedure::Outside& outside_;
};

}  // namespace

Words describe(const procedure::Procedure& procedure, const matter::Matter& before, const matter::Event& event, const procedure::Outside& outside) {
  return Describer(procedure, before, event, outside).run();
}

}  // namespace shaoyin::view
