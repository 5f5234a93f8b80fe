#include "main/cli/matter_text.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "core/base/utf8.h"
#include "edge/system/zones.h"
#include "main/cli/answers.h"
#include "main/cli/table.h"

namespace shaoyin::cli {
namespace {

constexpr std::size_t kLabelWidth = 12;

void line(std::ostream& out, const std::string& label, const std::string& value) {
  if (!value.empty()) out << "  " << fit_width(label, std::max(kLabelWidth, display_width(label))) << "  " << value << "\n";
}

std::string marked(const std::string& text, const char* colour) { return colours_wanted() ? fmt::format("\x1b[{}m{}\x1b[0m", colour, text) : text; }

// Marks that need no colour to be seen.
std::string marks_of(const Context& context, const json::value& row) {
  std::string marks;
  const auto add = [&](const char* name, const char* zh, const char* en) {
    if (flag(row, name)) marks += (marks.empty() ? "" : " ") + context.say(zh, en);
  };
  add("overdue", "⚠超期", "⚠overdue");
  add("contested", "争议", "contested");
  if (text(row, "returned") != "0" && text(row, "returned") != "false" && !text(row, "returned").empty()) marks += (marks.empty() ? "" : " ") + context.say("退回过", "returned");
  add("provisional", "暂定日历", "provisional");
  add("historical", "历史", "historical");
  return marks;
}

// "+2/-1" would be shorter; words are what people can act on.
std::string form_of(const json::value& action) {
  std::string inputs;
  for (const json::value& name : items(at(action, "form"), "x-order")) {
    bool needed = false;
    for (const json::value& one : items(at(action, "form"), "required")) needed = needed || one == name;
    inputs += " " + text(name) + (needed ? "*" : "");
  }
  for (const json::value& step : items(action, "to")) inputs += " --to " + text(step, "value");
  return inputs;
}

void print_records(std::ostream& out, const json::value& page) {
  for (const json::value& group : items(page, "records")) {
    for (const json::value& row : items(group, "rows")) {
      std::string fields;
      for (const json::value& field : items(row, "fields")) {
        if (!text(field, "text").empty()) fields += " · " + text(field, "text");
      }
      out << "  " << text(group, "label") << " #" << text(row, "number") << "  " << text(row, "step_label") << fields << "\n";
    }
  }
}

void print_clocks(const Context& context, std::ostream& out, const json::value& page, Instant now) {
  for (const json::value& clock : items(page, "clocks")) {
    const std::string record = text(clock, "record_number").empty() ? "" : " #" + text(clock, "record_number");
    const std::string left = text(clock, "state") == "paused" ? context.say("已暂停", "paused") : time_left(context, text(clock, "due"), now);
    line(out, text(clock, "label") + record, fmt::format("{}  {}  ({})", flag(clock, "overdue") ? marked("⚠ " + left, "31") : left,
                                                         local_time(text(clock, "due")), text(clock, "source")));
  }
}

void print_actions(const Context& context, std::ostream& out, const json::value& page) {
  const json::array& actions = items(page, "actions");
  out << (actions.empty() ? context.say("现在没有您可做的操作", "Nothing you could do now") : context.say("可做的操作（* 必填）", "What can be done now (* needed)")) << "\n";
  for (const json::value& action : actions) {
    std::string targets;
    for (const json::value& target : items(action, "targets")) targets += " #" + text(target, "number");
    out << "  " << fit_width(text(action, "name"), std::max<std::size_t>(18, display_width(text(action, "name")))) << "  " << text(action, "label") << targets << form_of(action) << "\n";
  }
}

// Each zone is read once; null for the house's own and for one this machine does not know.
const clock::Zone* zone_named(const std::string& name) {
  static std::map<std::string, std::optional<clock::Zone>> known;
  if (name.empty() || name == "Asia/Shanghai") return nullptr;
  const auto [found, fresh] = known.try_emplace(name);
  if (fresh) {
    if (const auto zone = system::read_zone(name)) found->second = *zone;
  }
  return found->second ? &*found->second : nullptr;
}

// What the source said of an imported matter; we did not judge it.
void print_history(const Context& context, std::ostream& out, const json::value& page) {
  const json::value& history = at(page, "history");
  if (!history.is_object()) return;
  const std::string zone = text(at(page, "district"), "zone");
  out << context.say("  历史数据，由导入产生：只供查阅，不能办理，时限只记录不计时\n", "  History from an import: to be read, not handled; its clocks are recorded, not run\n");
  line(out, context.say("来源", "Source"), text(history, "source") + " " + text(history, "row"));
  line(out, context.say("提出", "Opened"), local_time(text(page, "opened"), zone));
  line(out, context.say("来源期限", "Its target"), local_time(text(history, "target"), zone));
  line(out, context.say("办结", "Closed"), local_time(text(page, "closed"), zone));
  if (at(history, "on_time").is_bool()) line(out, context.say("来源记为", "It says"), flag(history, "on_time") ? context.say("按时", "on time") : context.say("超期", "overdue"));
  for (const json::value& one : items(history, "flags")) line(out, context.say("存疑", "Flag"), text(one));
}

}  // namespace

std::string local_time(const std::string& utc, const std::string& zone) {
  const Result<Instant> at = utc.empty() ? Result<Instant>(fault(ErrorCode::kMissingField)) : parse_instant(utc);
  if (!at) return {};
  const clock::Zone* read = zone_named(zone);
  return read != nullptr ? format_local(*at, read->offset_at(*at)) + " " + zone : format_local(*at);
}

std::string time_left(const Context& context, const std::string& due, Instant now) {
  const Result<Instant> at = due.empty() ? Result<Instant>(fault(ErrorCode::kMissingField)) : parse_instant(due);
  if (!at) return {};
  const bool late = *at <= now;
  const std::int64_t minutes = std::abs((*at - now).ms) / 60'000;
  std::string span;
  if (minutes < 120) span = fmt::format("{} {}", minutes, context.say("分钟", "min"));
  else if (minutes < 48 * 60) span = fmt::format("{} {}", minutes / 60, context.say("小时", "h"));
  else span = fmt::format("{} {}", minutes / (24 * 60), context.say("天", "days"));
  return late ? context.say("超期 ", "overdue ") + span : context.say("还剩 ", "left ") + span;
}

void print_list(const Context& context, std::ostream& out, const json::value& page, Instant now) {
  Table table({{context.say("编号", "Number"), 20}, {context.say("事项", "Title"), 36}, {context.say("地点", "Place"), 20},
               {context.say("责任单位", "Owner"), 24}, {context.say("环节", "Step"), 16}, {context.say("时限", "Due"), 16}, {context.say("标记", "Marks"), 24}});
  for (const json::value& row : items(page, "rows")) {
    table.add({text(row, "number"), text(row, "title"), named(row, "community").empty() ? named(row, "place") : named(row, "community"), named(row, "owner"),
               text(row, "step_label"), flag(row, "final") ? "" : time_left(context, text(row, "next_due"), now), marks_of(context, row)});
  }
  if (!table.empty()) table.print(out);
  const json::value& counts = at(page, "counts");
  out << fmt::format(fmt::runtime(context.say("{} 件（显示 {}） · 办理中 {} · 今日到期 {} · 超期 {} · 争议 {} · 退回 {}",
                                              "{} matters ({} shown) · open {} · due today {} · overdue {} · contested {} · returned {}")),
                     text(page, "total"), items(page, "rows").size(), text(counts, "open"), text(counts, "due_today"), text(counts, "overdue"),
                     text(counts, "contested"), text(counts, "returned"))
      << "\n";
}

std::vector<std::vector<std::string>> list_cells(const json::array& rows) {
  std::vector<std::vector<std::string>> cells{{"number", "kind", "step", "title", "owner", "owner_name", "place", "place_name", "category", "channel", "opened", "updated",
                                               "promised", "next_due", "closed", "overdue", "contested", "returned"}};
  for (const json::value& row : rows) {
    cells.push_back({text(row, "number"), text(row, "kind"), text(row, "step"), text(row, "title"), text(at(row, "owner"), "code"), named(row, "owner"),
                     text(at(row, "place"), "code"), named(row, "place"), text(at(row, "category"), "code"), text(row, "channel"), text(row, "opened"),
                     text(row, "updated"), text(row, "promised"), text(row, "next_due"), text(row, "closed"), text(row, "overdue"), text(row, "contested"),
                     text(row, "returned")});
  }
  return cells;
}

void print_matter(const Context& context, std::ostream& out, const json::value& page, Instant now) {
  out << marked(text(page, "number"), "1") << "  " << text(page, "kind_label") << " · " << text(page, "step_label") << "  " << marks_of(context, page) << "\n"
      << "  " << text(page, "title") << "\n";
  line(out, context.say("责任单位", "Owner"), named(page, "owner"));
  line(out, context.say("地点", "Place"), named(page, "place") + (named(page, "community") == named(page, "place") ? "" : " · " + named(page, "community")));
  print_history(context, out, page);
  print_clocks(context, out, page, now);
  for (const json::value& field : items(page, "fields")) line(out, text(field, "label"), text(field, "text"));
  print_records(out, page);
  if (at(page, "parent").is_object()) line(out, context.say("来自", "From"), text(at(page, "parent"), "number"));
  for (const json::value& child : items(page, "children")) line(out, text(child, "kind_label"), text(child, "number") + " · " + text(child, "step_label"));
  for (const json::value& link : items(page, "links")) line(out, text(link, "how"), text(link, "number"));
  if (!at(page, "history").is_object()) print_actions(context, out, page);
  const json::value& head = at(page, "head");
  out << context.say("台账 #", "Ledger #") << text(head, "revision") << "  " << text(head, "hash") << "  "
      << (flag(head, "verified") ? context.say("✓ 校验通过", "✓ verified") : context.say("✗ 校验不通过", "✗ does not verify")) << "\n";
}

void print_timeline(const Context& context, std::ostream& out, const json::value& timeline, const std::string& zone) {
  out << context.say("经过", "Timeline") << "\n";
  for (const json::value& entry : items(timeline, "entries")) {
    out << "  #" << fit_width(text(entry, "revision"), 3) << " " << local_time(text(entry, "at"), zone) << "  " << (flag(entry, "verified") ? "✓" : "✗") << "  "
        << text(entry, "sentence") << "\n";
    for (const json::value& said : items(entry, "texts")) out << "         " << text(said, "label") << ": " << text(said, "text") << "\n";
  }
}

void print_receipt(const Context& context, std::ostream& out, const json::value& receipt) {
  out << text(receipt, "number") << "  " << text(receipt, "step_label") << "\n"
      << context.say("台账 #", "Ledger #") << text(receipt, "revision") << "  " << text(receipt, "hash") << "\n";
}

}  // namespace shaoyin::cli
