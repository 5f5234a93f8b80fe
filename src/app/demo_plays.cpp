#include "app/demo_plays.h"

#include <algorithm>
#include <functional>

namespace shaoyin::app {
namespace {

using Inputs = std::map<std::string, Value>;

constexpr int kPastReports = 20;
constexpr int kOpenReports = 9;

// SplitMix64: small, and the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t state_;
};

Value text(const char* words) { return Value::text(words); }
Value text(const std::string& words) { return Value::text(words); }
Value units(const std::vector<std::string>& codes) {
  std::vector<Value> items;
  for (const std::string& code : codes) items.push_back(Value::text(code));
  return Value::list(std::move(items));
}

// Writes a play line by line; each line so many minutes after the one before.
class Writer {
 public:
  Writer(std::string kind, std::string place, Instant start) : play_{std::move(kind), std::move(place), {}}, at_(start) {}

  Writer& open(const std::string& who, Inputs inputs) { return add(0, {{}, who, "", 0, "", std::move(inputs)}); }
  Writer& act(int after, const std::string& who, const std::string& action, Inputs inputs = {}) { return add(after, {{}, who, action, 0, "", std::move(inputs)}); }
  Writer& choose(int after, const std::string& who, const std::string& action, const std::string& to, Inputs inputs = {}) {
    return add(after, {{}, who, action, 0, to, std::move(inputs)});
  }
  Writer& on(int after, const std::string& who, const std::string& action, RecordNumber record, Inputs inputs = {}, const std::string& to = {}) {
    return add(after, {{}, who, action, record, to, std::move(inputs)});
  }
  Writer& from_here_on_child() {
    on_child_ = true;
    return *this;
  }
  Writer& from_here_on_itself() {
    on_child_ = false;
    return *this;
  }
  DemoPlay done() { return std::move(play_); }

 private:
  Writer& add(int after, DemoAct act) {
    at_ = at_ + minutes(after);
    act.at = at_;
    act.on_child = on_child_;
    play_.acts.push_back(std::move(act));
    return *this;
  }
  DemoPlay play_;
  Instant at_;
  bool on_child_ = false;
};

Inputs item(const std::string& unit, const char* gives, const char* what, Instant by, const char* quantity = "") {
  Inputs inputs{{"item.unit", text(unit)}, {"item.gives", text(gives)}, {"item.what", text(what)}, {"item.by", Value::instant(by)}};
  if (*quantity != '\0') inputs["item.quantity"] = text(quantity);
  return inputs;
}

// A neighbour of the page's first story, up to the moment when both companies are at work. Takes three hours. In another
// community, so that its ruling decides nothing about 惠众家园: that story is the visitor's to play.
DemoPlay burst_pipe(Instant now) {
  const std::string clerk = "community-longdouhuayuan.clerk", property = "property-longdu.liaison", water = "reclaimed-water-company.liaison";
  const Instant by = now + hours(5);
  return Writer("report", "longdu-huayuan-2", now - minutes(185))
      .open("community-longdouhuayuan.grid-1", {{"field.what", text("2号楼中水管爆裂，整栋楼停中水；供水单位和物业都说不归自己管")}, {"field.where", text("地下管廊东侧")}, {"before", demo_evidence("burst pipe, before")}})
      .act(8, clerk, "accept", {{"field.category", text("utilities.reclaimed.compound-pipe")}, {"field.grade", text("urgent")}})
      .act(5, clerk, "check_fund")
      .act(7, clerk, "blow_whistle", {{"child.field.question", text("2号楼中水管爆裂由谁维修")}, {"child.field.grade", text("urgent")}, {"child.call.unit", units({"property-longdu", "reclaimed-water-company"})}})
      .from_here_on_child()
      .on(9, property, "report_in", 1, {{"words", text("已带图纸到场")}})
      .on(5, water, "refuse", 2, {{"call.reason", text("小区红线内管道未移交我司")}, {"call.legal_basis", text("供水合同第三条")}})
      .on(25, "district-centre.coordinator", "rule", 2, {{"ruling_reason", text("管道输送的是贵司的中水，先修后议")}}, "designated")
      .on(12, water, "report_in", 2, {{"words", text("抢修队已到")}})
      .act(9, clerk, "propose_item", item("property-longdu", "materials", "DN100 管材与接头", by, "12 米"))
      .act(2, clerk, "propose_item", item("reclaimed-water-company", "labour", "更换爆裂管段", by + hours(3)))
      .on(6, property, "agree_item", 1)
      .on(3, water, "agree_item", 2)
      .act(4, clerk, "start_work", {{"field.lead", text("reclaimed-water-company")}})
      .on(60, property, "finish_item", 1, {{"evidence", demo_evidence("pipe and couplings delivered")}, {"words", text("管材已送到")}})
      .on(15, clerk, "verify_item", 1, {{"words", text("数量相符")}}, "verified")
      .done();
}

// Story 2 of the page: one whistle, five items, five owners; three are done, one is verified by nobody yet.
DemoPlay park(Instant now) {
  const std::string clerk = "community-querongyuan.clerk";
  const std::vector<std::string> called{"urban-management", "sports", "telecom-company", "sanitation-company", "charging-company"};
  const Instant by = now + days(2);
  Writer writer("whistle", "querong-park", now - days(1) - minutes(90));
  writer.open(clerk, {{"field.question", text("雀榕园五处问题：公厕停用、器材损坏、线缆垂落、垃圾桶破损、充电桩故障")}, {"field.grade", text("work")}, {"field.object", text("greening.parks")}, {"call.unit", units(called)}});
  for (std::size_t i = 0; i < called.size(); ++i) writer.on(6, called[i] + ".liaison", "report_in", static_cast<RecordNumber>(i) + 1, {{"words", text("到")}});
  writer.act(30, clerk, "propose_item", item("urban-management", "labour", "修复公厕并重新开放", by))
      .act(2, clerk, "propose_item", item("sports", "materials", "更换健身器材", by))
      .act(2, clerk, "propose_item", item("telecom-company", "labour", "整理垂落线缆", by))
      .act(2, clerk, "propose_item", item("sanitation-company", "materials", "更换垃圾桶", by, "6 个"))
      .act(2, clerk, "propose_item", item("charging-company", "labour", "修复充电桩", by));
  for (std::size_t i = 0; i < called.size(); ++i) writer.on(3, called[i] + ".liaison", "agree_item", static_cast<RecordNumber>(i) + 1);
  return writer.act(5, clerk, "start_work", {{"field.lead", text("urban-management")}})
      .on(180, "telecom-company.liaison", "finish_item", 3, {{"evidence", demo_evidence("cables tied up")}, {"words", text("线缆已整理")}})
      .on(40, clerk, "verify_item", 3, {{"words", text("现场看过")}}, "verified")
      .on(90, "sanitation-company.liaison", "finish_item", 4, {{"evidence", demo_evidence("new bins")}, {"words", text("已更换")}})
      .on(20, "community-querongyuan.secretary", "verify_item", 4, {{"words", text("六个都换了")}}, "verified")
      .on(600, "sports.liaison", "finish_item", 2, {{"evidence", demo_evidence("new sports equipment")}, {"words", text("器材已更换")}})
      .done();
}

// Story 3 of the page: an urgent whistle measured in hours, closed by the residents' own word.
DemoPlay heating() {
  const std::string clerk = "community-renhuli.clerk", heat = "heat-company.liaison";
  const Instant start = *parse_instant("2023-11-03 20:00");
  return Writer("whistle", "qinghu-huayuan", start)
      .open(clerk, {{"field.question", text("清湖花园整个小区暖气不热")}, {"field.grade", text("urgent")}, {"field.object", text("utilities.heating.none")}, {"call.unit", units({"heat-company", "property-qinghu"})}})
      .on(8, heat, "sign", 1)
      .on(4, "property-qinghu.liaison", "report_in", 2, {{"words", text("在换热站")}})
      .on(20, heat, "report_in", 1, {{"words", text("值班班组已到")}})
      .act(10, clerk, "propose_item", item("heat-company", "labour", "更换循环泵", start + hours(10)))
      .on(3, heat, "agree_item", 1)
      .act(2, clerk, "start_work", {{"field.lead", text("heat-company")}})
      .on(400, heat, "finish_item", 1, {{"evidence", demo_evidence("warm radiators")}, {"words", text("水泵已更换")}})
      .on(60, "community-renhuli.secretary", "verify_item", 1, {{"words", text("入户测温 21 度")}}, "verified")
      .act(40, clerk, "call_back")
      .on(25, clerk, "record_answer", 1, {{"words", text("热了")}}, "solved")
      .act(2, clerk, "close")
      .act(60, clerk, "rate", {{"rating.unit", text("heat-company")}, {"rating.speed", text("fast")}, {"rating.quality", text("good")}})
      .done();
}

// The page's leak from above, as far as it is a report: tried low, tried again, agreed.
DemoPlay leak_from_above() {
  const std::string clerk = "community-longdouhuayuan.clerk", grid = "community-longdouhuayuan.grid-1";
  return Writer("report", "longdu-huayuan-2", *parse_instant("2023-04-10 10:00"))
      .open(grid, {{"field.what", text("楼上阳台杂物堵住地漏，污水漏进楼下")}, {"before", demo_evidence("flooded floor")}})
      .act(5, clerk, "accept", {{"field.category", text("utilities.drainage.blocked")}, {"field.grade", text("simple")}})
      .act(5, grid, "try_to_agree", {{"attempt.level", text("micro_grid")}, {"attempt.with", text("上下楼两户")}})
      .on(50, grid, "attempt_result", 1, {{"words", text("楼上不肯挪杂物")}}, "failed")
      .act(10, grid, "pass_up", {{"reason", text("两家各执一词")}})
      .act(2, grid, "pass_up", {{"reason", text("需社区出面")}})
      .act(18, clerk, "try_again", {{"attempt.with", text("两户与楼门长")}})
      .on(270, clerk, "attempt_result", 2, {{"words", text("今天清杂物，明天疏通")}}, "agreed")
      .act(1380, grid, "settle", {{"words", text("阳台已清，地漏已通")}, {"after", demo_evidence("dry floor")}})
      .act(65, clerk, "call_back")
      .on(5, clerk, "record_answer", 1, {{"words", text("不漏了")}}, "solved")
      .act(2, clerk, "close")
      .done();
}

// What ordinary reports are about.
struct Subject { const char* what; const char* category; const char* unit; const char* grade; const char* remark; };
constexpr Subject kSubjects[] = {
    {"路灯不亮，晚上看不清路", "roads.lamps.dark", "lighting-company", "simple", "请今晚前查看"},
    {"人行道地砖松动，老人绊倒过", "roads.surface.pavement", "housing-construction", "general", "先围挡"},
    {"井盖破损，车过响声大", "roads.covers.broken", "urban-management", "urgent", "先设警示"},
    {"垃圾桶满溢，两天没有清运", "cityscape.bins.full", "sanitation-company", "simple", "请当日清运"},
    {"楼前枯枝要掉下来", "greening.trees.branch", "park-company", "general", "注意行人"},
    {"占道经营，早上过不了车", "order.trading.stall", "law-enforcement", "simple", "早市时段"},
    {"非法小广告贴满楼道口", "cityscape.adverts.stickers", "sanitation-company", "simple", "清理并留存照片"},
    {"公厕门锁坏了，关不上", "cityscape.toilets.broken", "urban-management", "general", "请尽快修复"},
    {"电动车充电桩扫码没反应", "utilities.chargers.bike", "charging-company", "simple", "三号桩"},
    {"污水从井口外溢", "utilities.drainage.overflow", "drainage-company", "urgent", "先疏通"},
    {"通信线缆垂到路面", "utilities.cables.telecom", "telecom-company", "general", "先绑扎"},
    {"信号灯右转灯不亮", "roads.signals.light", "traffic-police", "urgent", "请先派人疏导"},
};

// Community clerks, in order of their codes.
std::vector<const registers::Person*> clerks_of(const registers::Book& book) {
  std::vector<const registers::Person*> found;
  for (const auto& [code, person] : book.people()) {
    if (person.role == "community_clerk") found.push_back(&person);
  }
  return found;
}

// A micro-grid of the community, so that matters spread over the map.
GridCode somewhere_in(const registers::Book& book, GridCode at, Dice& dice) {
  for (const registers::GridKind kind : {registers::GridKind::kAllPurpose, registers::GridKind::kMicro}) {
    std::vector<GridCode> below;
    for (const GridCode& code : book.children(at)) {
      if (book.grid(code)->kind == kind) below.push_back(code);
    }
    if (!below.empty()) at = below[dice.below(below.size())];
  }
  return at;
}

Instant workday_morning(const clock::WorkCalendar& calendar, Instant at, Dice& dice) {
  const clock::DayNumber day = calendar.workday_after(calendar.day_of(at), 1);
  return calendar.start_of(day) + minutes(525 + static_cast<int>(dice.below(120)));
}

class Reports {
 public:
  Reports(const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, Dice& dice)
      : book_(book), calendar_(calendar), now_(now), dice_(dice), clerks_(clerks_of(book)) {}

  // A report that was solved, somewhere in the years since 2023.
  DemoPlay solved(Instant around) {
    choose();
    Writer writer = begin(workday_morning(calendar_, around, dice_), dice_.below(3) == 0);
    accept_and_dispatch(writer);
    writer.on(40, liaison(), "contact", 1, {{"words", text("已与反映人联系")}});
    writer.act(180 + some(600), liaison(), "finish", {{"words", text("已处理，请回访")}, {"before", demo_evidence("before")}, {"after", demo_evidence("after")}});
    const bool first_time = dice_.below(5) != 0;
    call_back(writer, first_time ? "solved" : "not_solved", 1);
    if (!first_time) {
      writer.act(5, clerk(), "reopen", {{"reason", text("居民说没有解决")}});
      writer.act(300, liaison(), "finish", {{"words", text("重新处理")}, {"after", demo_evidence("after the second time")}});
      call_back(writer, "solved", 2);
    }
    writer.act(3, clerk(), "close");
    return writer.done();
  }

  // One that is still open, so many steps into its life.
  DemoPlay open(int stage) {
    choose();
    Writer writer = begin(now_ - minutes(95 - stage * 3), stage % 2 == 0);
    const std::vector<std::function<void()>> steps{
        [&] { accept(writer, 6); },
        [&] { dispatch(writer, 5); },
        [&] { writer.on(10, liaison(), "contact", 1, {{"words", text("已联系，今天到场")}}); },
        [&] { writer.act(9, liaison(), "work", {{"words", text("正在处理")}}); },
        [&] { writer.act(15, liaison(), "finish", {{"words", text("已完成")}, {"after", demo_evidence("after")}}); },
        [&] { writer.act(4, clerk(), "call_back"); },
    };
    for (int i = 0; i < std::min(stage, static_cast<int>(steps.size())); ++i) steps[static_cast<std::size_t>(i)]();
    return writer.done();
  }

  // Given back by a unit that says it is not theirs: somebody above must rule.
  DemoPlay returned() {
    choose();
    Writer writer = begin(now_ - minutes(70), true);
    accept_and_dispatch(writer);
    writer.act(5, liaison(), "return_with_reason", {{"reason", text("该路段不在我单位管养范围")}, {"legal_basis", text("管养移交清单")}});
    return writer.done();
  }

  // Needs longer than allowed: asked for, not yet approved.
  DemoPlay asks_for_time() {
    choose();
    Writer writer = begin(now_ - minutes(75), false);
    accept_and_dispatch(writer);
    writer.act(10, liaison(), "ask_extension", {{"extension.until", Value::instant(now_ + days(12))}, {"extension.reason", text("配件需订货")}});
    return writer.done();
  }

  // Dispatched long ago and forgotten: overdue, and escalated by the clock.
  DemoPlay overdue() {
    choose();
    subject_ = &kSubjects[1];
    Writer writer = begin(workday_morning(calendar_, now_ - days(16), dice_), true);
    accept_and_dispatch(writer);
    return writer.done();
  }

  // Small things that neighbours cannot agree on: tried at the lowest level, climbing.
  DemoPlay settling() {
    choose();
    return Writer("report", somewhere_in(book_, clerk_->area, dice_), now_ - minutes(100))
        .open(clerk(), {{"field.what", text("楼上深夜走动声响大，两家说不拢")}})
        .act(5, clerk(), "accept", {{"field.category", text("environment.noise.neighbour")}, {"field.grade", text("general")}})
        .act(10, clerk(), "try_to_agree", {{"attempt.level", text("micro_grid")}, {"attempt.with", text("楼上楼下两户")}})
        .done();
  }

  // A whistle whose units both say no: the district must name one.
  DemoPlay contested() {
    choose();
    return Writer("whistle", somewhere_in(book_, clerk_->area, dice_), now_ - minutes(80))
        .open(clerk(), {{"field.question", text("人行道上方无主线缆垂落，谁来清理")}, {"field.grade", text("hard")}, {"field.object", text("utilities.cables.ownerless")}, {"call.unit", units({"telecom-company", "power-company"})}})
        .on(15, "telecom-company.liaison", "refuse", 1, {{"call.reason", text("不是我司线缆")}, {"call.legal_basis", text("线缆权属清单")}})
        .on(10, "power-company.liaison", "refuse", 2, {{"call.reason", text("不是电力线")}, {"call.legal_basis", text("线缆权属清单")}})
        .done();
  }

 private:
  void choose() {
    clerk_ = clerks_[dice_.below(clerks_.size())];
    subject_ = &kSubjects[dice_.below(std::size(kSubjects))];
  }
  Writer begin(Instant start, bool by_resident) {
    Writer writer("report", somewhere_in(book_, clerk_->area, dice_), start);
    Inputs inputs{{"field.what", text(subject_->what)}};
    if (by_resident) inputs["field.wish"] = text("reply");
    writer.open(by_resident ? "resident" : clerk(), std::move(inputs));
    return writer;
  }
  void accept(Writer& writer, int after) const {
    writer.act(after, clerk(), "accept", {{"field.category", text(subject_->category)}, {"field.grade", text(subject_->grade)}});
  }
  void dispatch(Writer& writer, int after) const {
    writer.act(after, clerk(), "dispatch", {{"field.unit", text(subject_->unit)}, {"remark", text(subject_->remark)}});
  }
  void accept_and_dispatch(Writer& writer) {
    accept(writer, 10 + some(15));
    dispatch(writer, 5 + some(20));
  }
  void call_back(Writer& writer, const char* answer, RecordNumber number) const {
    writer.act(90, clerk(), "call_back");
    writer.on(20, clerk(), "record_answer", number, {{"words", text("电话回访")}}, answer);
  }
  int some(std::size_t below) { return static_cast<int>(dice_.below(below)); }
  [[nodiscard]] const std::string& clerk() const { return clerk_->code; }
  [[nodiscard]] std::string liaison() const { return std::string(subject_->unit) + ".liaison"; }

  const registers::Book& book_;
  const clock::WorkCalendar& calendar_;
  const Instant now_;
  Dice& dice_;
  std::vector<const registers::Person*> clerks_;
  const registers::Person* clerk_ = nullptr;
  const Subject* subject_ = nullptr;
};

}  // namespace

std::vector<DemoPlay> demo_plays(const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<DemoPlay> plays{leak_from_above(), heating()};
  const Instant first = *parse_instant("2023-02-14 08:00");
  const Millis whole = now - days(10) - first;
  Reports reports(book, calendar, now, dice);
  for (int i = 0; i < kPastReports; ++i) {
    const Millis share{whole.ms / kPastReports};
    plays.push_back(reports.solved(first + Millis{share.ms * i + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(share.ms)))}));
  }
  plays.push_back(reports.overdue());
  plays.push_back(park(now));
  plays.push_back(burst_pipe(now));
  plays.push_back(reports.settling());
  plays.push_back(reports.contested());
  plays.push_back(reports.returned());
  plays.push_back(reports.asks_for_time());
  for (int stage = 0; stage < kOpenReports; ++stage) plays.push_back(reports.open(stage));
  return plays;
}

}  // namespace shaoyin::app
