#include "core/desk/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/desk/condition.h"
#include "core/indicator/forecast.h"

namespace shaoyin::desk {
namespace {

using Kind = rule::Type::Kind;

bool whole(const Words& words) { return !words.zh.empty() && !words.en.empty(); }
bool is_group(Kind kind) { return kind != Kind::kNumber && kind != Kind::kInstant; }
bool is_instant(Kind kind) { return kind == Kind::kInstant; }
bool is_number(Kind kind) { return kind == Kind::kNumber; }
bool is_place(Kind kind) { return kind == Kind::kPlace; }
std::string registers_there() {
  std::string all;
  for (const auto* some : {&open_registers(), &limited_registers()}) {
    for (const std::string& one : *some) all += (all.empty() ? "" : ", ") + one;
  }
  return all;
}

bool counts_only(Show show) { return show == Show::kRate || show == Show::kMedian || show == Show::kFunnel; }

std::string names(const Columns& columns, bool (*fits)(Kind)) {
  std::string all;
  for (const Column& column : columns) {
    if (fits == nullptr || fits(column.type.kind)) all += (all.empty() ? "" : ", ") + column.name;
  }
  return all.empty() ? "-" : all;
}

class ViewCheck {
 public:
  ViewCheck(const View& view, const ColumnsOf& columns_of, const clock::WorkCalendar& calendar, std::vector<Fault>& faults)
      : view_(view), columns_(columns_of(view.over)), calendar_(calendar), faults_(faults) {}

  void run() {
    if (!whole(view_.label)) fail("labels", {"缺少中文或英文名称", "a label in zh and en is missing"}, {"写 labels = { zh = \"…\", en = \"…\" }", "write labels = { zh = \"…\", en = \"…\" }"});
    if (columns_.empty()) {
      return fail("over", {"“" + text_of(view_.over) + "”不是可以查看的内容", "'" + text_of(view_.over) + "' is nothing a view can be over"},
                  {"写事项种类（report）、种类.条目（whistle.call；只给部分人看的条目除外）或 register: 加 " + registers_there() + " 之一",
                   "write a kind of matter (report), its records (whistle.call; none that only some may see) or register: and one of " + registers_there()});
    }
    condition("where", view_.where);
    condition("of", view_.of);
    for (const Stage& stage : view_.stages) condition("stages", stage.where);
    parts();
    for (const std::string& name : view_.columns) column("columns", name, nullptr, {});
    if (view_.columns.size() > kViewColumnsMax) too_many("columns", kViewColumnsMax);
    if (view_.on.size() > kSeriesMax) too_many("on", kSeriesMax);
    if (!view_.sort.empty()) column("sort", view_.sort.size() > 1 && view_.sort.front() == '-' ? view_.sort.substr(1) : view_.sort, nullptr, {});
    column("by", view_.by, view_.show == Show::kMap ? is_place : is_group, view_.show == Show::kMap ? Words{"地点列", "column of places"} : Words{"可分组的列（不能是数字或时间；时间写在 on）", "column to group by (no number and no instant; instants stand in on)"});
    column("across", view_.across, is_group, {"可分组的列", "column to group by"});
    for (const std::string& name : view_.on) column("on", name, is_instant, {"时间列", "column of instants"});
    column("from", view_.from, is_instant, {"时间列", "column of instants"});
    column("until", view_.until, is_instant, {"时间列", "column of instants"});
    column("sum", view_.sum, is_number, {"数字列", "column of numbers"});
    needs();
  }

 private:
  void fail(const std::string& at, Words what, Words cure) { faults_.push_back({view_.file, at, std::move(what), std::move(cure)}); }

  void too_many(const char* at, std::size_t most) {
    fail(at, {fmt::format("最多 {} 列", most), fmt::format("at most {} columns", most)}, {"删去一些，或分成两个视图", "leave some out, or make two views"});
  }

  void condition(const char* at, const std::string& source) {
    if (source.empty()) return;
    const auto made = ready(source, columns_, {Instant{0}, calendar_});
    if (made) return;
    fail(at, made.error().said, {"可用的列：" + names(columns_, nullptr), "columns there are: " + names(columns_, nullptr)});
  }

  // What stands in the condition of a number must leave room there for what is asked besides.
  void parts() {
    std::size_t stages = 0;
    for (const Stage& stage : view_.stages) {
      stages += stage.where.size();
      if (stage.where.empty()) fail("stages", {"有一级没有条件", "a stage has no condition"}, {"写 where = \"…\"", "write where = \"…\""});
      if (!whole(stage.label)) fail("stages", {"有一级缺少中文或英文名称", "a stage has no label in zh and en"}, {"写 labels = { zh = \"…\", en = \"…\" }", "write labels = { zh = \"…\", en = \"…\" }"});
    }
    if (view_.stages.size() > kStagesMax) fail("stages", {fmt::format("最多 {} 级", kStagesMax), fmt::format("at most {} stages", kStagesMax)}, {"合并几级", "join some of them"});
    too_long("stages", stages, kPartLengthMax);
    too_long("of", view_.of.size(), kPartLengthMax);
    if (!view_.formula) return;
    too_long("formula", std::max(view_.formula->text.zh.size(), view_.formula->text.en.size()), kFormulaLengthMax);
    if (!whole(view_.formula->text) || view_.formula->version.empty()) fail("formula", {"缺少版本、中文或英文", "the version, zh or en is missing"}, {"写 formula = { version = \"…\", zh = \"…\", en = \"…\" }", "write formula = { version = \"…\", zh = \"…\", en = \"…\" }"});
  }

  void too_long(const char* at, std::size_t length, std::size_t most) {
    if (length > most) fail(at, {fmt::format("共 {} 个字节，最多 {}", length, most), fmt::format("has {} bytes, at most {}", length, most)}, {"写得短一些；共同的条件写在 where", "make it shorter; what all have in common stands in where"});
  }

  void column(const char* at, const std::string& name, bool (*fits)(Kind), const Words& wanted) {
    if (name.empty()) return;
    const Column* found = find(columns_, name);
    if (found == nullptr) {
      return fail(at, {"没有列“" + name + "”", "there is no column '" + name + "'"}, {"可用：" + names(columns_, fits), "there are: " + names(columns_, fits)});
    }
    if (fits != nullptr && !fits(found->type.kind)) {
      fail(at, {"“" + name + "”不是" + wanted.zh, "'" + name + "' is no " + wanted.en}, {"可用：" + names(columns_, fits), "there are: " + names(columns_, fits)});
    }
  }

  void needs_key(const char* key, bool there, const Words& what) {
    if (!there) fail(key, {fmt::format("{} 视图需要 {}", show_name(view_.show), key), fmt::format("a {} needs `{}`", show_name(view_.show), key)}, what);
  }

  void needs() {
    const Words group{"写一个可分组的列，如 step", "name a column to group by, such as step"}, instant{"写一个时间列，如 due", "name a column of instants, such as due"};
    if (!view_.sum.empty() && counts_only(view_.show)) fail("sum", {fmt::format("{} 视图只数行", show_name(view_.show)), fmt::format("a {} counts rows", show_name(view_.show))}, {"删去 sum", "leave sum out"});
    switch (view_.show) {
      case Show::kList: needs_key("columns", !view_.columns.empty(), {"写出要显示的列", "name the columns to show"}); break;
      case Show::kNumber: break;
      case Show::kBoard: needs_key("by", !view_.by.empty(), group); break;
      case Show::kMap: needs_key("by", !view_.by.empty(), {"写一个地点列，如 community", "name a column of places, such as community"}); break;
      case Show::kMatrix:
        needs_key("by", !view_.by.empty(), group);
        needs_key("across", !view_.across.empty(), group);
        break;
      case Show::kCalendar:
        needs_key("on", view_.on.size() == 1, instant);
        needs_key("per", view_.per && *view_.per != Per::kDay, {"写 per = \"week\" 或 \"month\"", "write per = \"week\" or \"month\""});
        break;
      case Show::kTimeline: needs_key("on", view_.on.size() == 1, instant); break;
      case Show::kChart:
        needs_key("by", !view_.by.empty() || !view_.on.empty(), {"写 by（按类别）或 on 和 per（按时间）", "write by (by what), or on and per (by time)"});
        needs_key("per", view_.on.empty() || view_.per.has_value(), {"写 per = \"day\"、\"week\" 或 \"month\"", "write per = \"day\", \"week\" or \"month\""});
        if (!view_.by.empty() && !view_.on.empty()) fail("by", {"by 和 on 只能写一个", "a chart goes by `by` or by `on`, not by both"}, {"删去其中一个", "leave one of them out"});
        break;
      case Show::kRate: needs_key("of", !view_.of.empty(), {"写 of：其中哪些算在内，如 overdue；where 是分母", "write of: which of the rows count, such as overdue; where is what they are a share of"}); break;
      case Show::kMedian:
        needs_key("from", !view_.from.empty(), {"写从哪个时间列算起，如 opened", "name the instant at which time begins, such as opened"});
        needs_key("until", !view_.until.empty(), {"写算到哪个时间列，如 closed", "name the instant at which it ends, such as closed"});
        break;
      case Show::kFunnel: needs_key("stages", view_.stages.size() >= 2, {"写至少两级：stages = [{ labels = { zh = \"…\", en = \"…\" }, where = \"…\" }, …]", "write two stages at least: stages = [{ labels = { zh = \"…\", en = \"…\" }, where = \"…\" }, …]"}); break;
      case Show::kForecast:
        needs_key("on", view_.on.size() == 1, instant);
        needs_key("per", view_.per == Per::kMonth, {"写 per = \"month\"", "write per = \"month\""});
        if (view_.ahead < 1 || view_.ahead > static_cast<int>(indicator::kAheadMax)) fail("ahead", {fmt::format("应为 1 到 {} 个月", indicator::kAheadMax), fmt::format("must be 1 to {} months", indicator::kAheadMax)}, {"写 ahead = 6", "write ahead = 6"});
        break;
    }
  }

  const View& view_;
  const Columns columns_;
  const clock::WorkCalendar& calendar_;
  std::vector<Fault>& faults_;
};

void check_blocks(const Desk& desk, std::vector<Fault>& faults) {
  std::set<std::string> placed;
  for (const Block& block : desk.blocks) {
    if (block.label.zh.empty() != block.label.en.empty()) faults.push_back({desk.file, "block.labels", {"只写了一种语言", "one language is missing"}, {"zh 和 en 都写，或都不写", "write both zh and en, or neither"}});
    for (const std::string& name : block.views) {
      if (desk.view(name) == nullptr) faults.push_back({desk.file, "block.views", {"没有视图“" + name + "”", "there is no view '" + name + "'"}, {"新建 views/" + name + ".toml，或改名", "add views/" + name + ".toml, or mend the name"}});
      placed.insert(name);
    }
  }
  for (const View& view : desk.views) {
    if (!placed.contains(view.name)) faults.push_back({view.file, "", {"没有一个区块放这个视图", "no block shows this view"}, {"在 desk.toml 的 [[block]] 中写上它，或删去文件", "name it in a [[block]] of desk.toml, or remove the file"}});
  }
}

}  // namespace

std::vector<Fault> check(const Desk& desk, const ColumnsOf& columns_of, const std::set<std::string>& verbs, const clock::WorkCalendar& calendar) {
  std::vector<Fault> faults;
  if (!whole(desk.label)) faults.push_back({desk.file, "labels", {"缺少中文或英文名称", "a label in zh and en is missing"}, {"写 labels = { zh = \"…\", en = \"…\" }", "write labels = { zh = \"…\", en = \"…\" }"}});
  if (desk.may.empty() || (!verbs.empty() && !verbs.contains(desk.may))) {
    faults.push_back({desk.file, "may", {"没有角色有“" + desk.may + "”权限", "no role grants '" + desk.may + "'"}, {"写 registers/roles.toml 里有的权限，如 matter.read", "name a permission of registers/roles.toml, such as matter.read"}});
  }
  if (desk.views.size() > kViewsMax) faults.push_back({desk.file, "", {fmt::format("视图最多 {} 个", kViewsMax), fmt::format("at most {} views", kViewsMax)}, {"分成两个工作台", "make two desks"}});
  check_blocks(desk, faults);
  for (const View& view : desk.views) ViewCheck(view, columns_of, calendar, faults).run();
  return faults;
}

}  // namespace shaoyin::desk
