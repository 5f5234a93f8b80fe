#include "core/desk/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/desk/condition.h"

namespace shaoyin::desk {
namespace {

using Kind = rule::Type::Kind;

bool whole(const Words& words) { return !words.zh.empty() && !words.en.empty(); }
bool is_group(Kind kind) { return kind != Kind::kNumber && kind != Kind::kInstant; }
bool is_instant(Kind kind) { return kind == Kind::kInstant; }
bool is_number(Kind kind) { return kind == Kind::kNumber; }
bool is_place(Kind kind) { return kind == Kind::kPlace; }

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
                  {"写事项种类（report）、种类.条目（whistle.call；只给部分人看的条目除外）或 register: 加 categories、grids、places、units 之一",
                   "write a kind of matter (report), its records (whistle.call; none that only some may see) or register: and one of categories, grids, places, units"});
    }
    where();
    for (const std::string& name : view_.columns) column("columns", name, nullptr, {});
    if (view_.columns.size() > kViewColumnsMax) too_many("columns", kViewColumnsMax);
    if (view_.on.size() > kSeriesMax) too_many("on", kSeriesMax);
    if (!view_.sort.empty()) column("sort", view_.sort.size() > 1 && view_.sort.front() == '-' ? view_.sort.substr(1) : view_.sort, nullptr, {});
    column("by", view_.by, view_.show == Show::kMap ? is_place : is_group, view_.show == Show::kMap ? Words{"地点列", "column of places"} : Words{"可分组的列（不能是数字或时间；时间写在 on）", "column to group by (no number and no instant; instants stand in on)"});
    column("across", view_.across, is_group, {"可分组的列", "column to group by"});
    for (const std::string& name : view_.on) column("on", name, is_instant, {"时间列", "column of instants"});
    column("until", view_.until, is_instant, {"时间列", "column of instants"});
    column("sum", view_.sum, is_number, {"数字列", "column of numbers"});
    needs();
  }

 private:
  void fail(const std::string& at, Words what, Words cure) { faults_.push_back({view_.file, at, std::move(what), std::move(cure)}); }

  void too_many(const char* at, std::size_t most) {
    fail(at, {fmt::format("最多 {} 列", most), fmt::format("at most {} columns", most)}, {"删去一些，或分成两个视图", "leave some out, or make two views"});
  }

  void where() {
    if (view_.where.empty()) return;
    const auto made = ready(view_.where, columns_, {Instant{0}, calendar_});
    if (made) return;
    fail("where", made.error().said, {"可用的列：" + names(columns_, nullptr), "columns there are: " + names(columns_, nullptr)});
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
