// matter new, ls, show, act, note; whistle.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "edge/http/client.h"
#include "edge/sheet/csv.h"
#include "edge/system/system.h"
#include "main/cli/answers.h"
#include "main/cli/filters.h"
#include "main/cli/inputs.h"
#include "main/cli/matter_text.h"

namespace shaoyin::cli {
namespace {

struct List { Filters filters; int limit = 50, offset = 0; };
struct Show { std::string number; bool timeline = false; };
struct New { std::string kind, place; std::vector<double> point; bool place_confirmed = false; std::vector<std::string> fields, inputs; };
struct Erase { std::string number, reason; };
struct Reveal { std::string number, purpose, note; std::vector<std::string> fields; };
struct Act { std::string number, action, to; int record = 0; std::vector<std::string> inputs; };

std::string path_of(const std::string& number) { return "/matters/" + http::percent_encoded(number); }
// The query that names the district, when one was asked for.
std::string in_district(const Context& context) {
  Query query;
  query.add_if("district", context.district);
  return query.text();
}
Instant now() { return system::SystemClock().now(); }

void print_csv(const std::vector<std::vector<std::string>>& rows) {
  for (const auto& cells : rows) std::cout << sheet::csv_line(cells);
}

int list(const Context& context, const List& what) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  Query query;
  what.filters.put_into(query);
  query.add_if("district", context.district);
  query.add("limit", std::to_string(what.limit));
  query.add("offset", std::to_string(what.offset));
  const auto page = page_of_matters(context, **link, what.filters, query);
  if (!page) return fail(context, page.error());
  if (context.json) std::cout << json::serialize(*page) << "\n";
  else if (context.csv) print_csv(list_cells(items(*page, "rows")));
  else print_list(context, std::cout, *page, now());
  return kOk;
}

int show(const Context& context, const Show& what) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  auto page = get_json(context, **link, path_of(what.number) + in_district(context));
  if (!page) return fail(context, page.error());
  Result<json::value> timeline = json::value(nullptr);
  if (what.timeline) timeline = get_json(context, **link, path_of(what.number) + "/timeline" + in_district(context));
  if (!timeline) return fail(context, timeline.error());
  if (context.json) {
    if (what.timeline) page->as_object()["timeline"] = at(*timeline, "entries");
    std::cout << json::serialize(*page) << "\n";
    return kOk;
  }
  print_matter(context, std::cout, *page, now());
  if (what.timeline) print_timeline(context, std::cout, *timeline, text(at(*page, "district"), "zone"));
  return kOk;
}

int send(const Context& context, Link& link, const std::string& target, const json::value& body) {
  const Result<Answer> answer = post_json(link, target, body);
  if (!answer) return fail(context, answer.error());
  if (!answer->ok()) return fail(context, *answer);
  if (context.json) std::cout << answer->body << "\n";
  else print_receipt(context, std::cout, answer->value);
  return kOk;
}

int open_matter(const Context& context, const New& what) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  const auto procedure = get_json(context, **link, "/procedures/" + http::percent_encoded(what.kind));
  if (!procedure) return fail(context, procedure.error());
  std::vector<std::string> typed = what.inputs;
  for (const std::string& field : what.fields) typed.push_back("field." + field);
  auto input = inputs_of(context, **link, at(at(*procedure, "opening"), "form"), typed, "");
  if (!input) return fail_typed(context, input.error());  // what was typed, or a file that was named
  json::object body{{"kind", what.kind}, {"input", std::move(*input)}};
  if (!what.place.empty()) body["place"] = what.place;
  if (what.point.size() == 2) body["lon"] = what.point[0], body["lat"] = what.point[1];
  if (what.place_confirmed) body["place_confirmed"] = true;
  return send(context, **link, "/matters", body);
}

int act(const Context& context, const Act& what) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  const auto page = get_json(context, **link, path_of(what.number) + in_district(context));
  if (!page) return fail(context, page.error());
  json::value form;
  for (const json::value& action : items(*page, "actions")) {
    if (text(action, "name") == what.action) form = at(action, "form");
  }
  auto input = inputs_of(context, **link, form, what.inputs, text(*page, "id"));
  if (!input) return fail_typed(context, input.error());  // what was typed, or a file that was named
  json::object body{{"revision", at(*page, "revision")}, {"input", std::move(*input)}};
  if (what.record != 0) body["record"] = what.record;
  if (!what.to.empty()) body["to"] = what.to;
  return send(context, **link, path_of(what.number) + "/actions/" + http::percent_encoded(what.action) + in_district(context), body);
}

int erase(const Context& context, const Erase& what) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  return send(context, **link, path_of(what.number) + "/erase", json::object{{"reason", what.reason}});
}

int reveal(const Context& context, const Reveal& what) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  json::array fields;
  for (const std::string& field : what.fields) fields.emplace_back(field.starts_with("field.") ? field.substr(6) : field);
  json::object body{{"fields", std::move(fields)}, {"purpose", what.purpose}};
  if (!what.note.empty()) body["note"] = what.note;
  const Result<Answer> answer = post_json(**link, path_of(what.number) + "/disclose", body);
  if (!answer) return fail(context, answer.error());
  if (!answer->ok()) return fail(context, *answer);
  if (context.json) {
    std::cout << answer->body << "\n";
    return kOk;
  }
  for (const json::value& one : items(answer->value, "shown")) std::cout << text(one, "label") << ": " << text(one, "text") << "\n";
  std::cerr << context.say("这次查看已记入台账\n", "That you were shown this stands in the ledger\n");
  return kOk;
}

void add_act_options(CLI::App& command, const Context& context, Act& what) {
  command.add_option("number", what.number, context.say("事项编号", "number of the matter"))->required();
  command.add_option("--record", what.record, context.say("对第几条记录操作", "number of the record it is done on"))->check(CLI::Range(1, 1'000'000));
  command.add_option("--to", what.to, context.say("转到哪个环节（操作有多个去向时）", "which step, where the action offers several"));
  command.add_option("--input", what.inputs, context.say("名称=值；列表以逗号分隔或重复给出；材料给文件路径", "name=value; lists with commas or repeated; for evidence the path of a file"))->allow_extra_args(false);
}

void add_erase(CLI::App& group, Context& context) {
  auto what = std::make_shared<Erase>();
  CLI::App* command = add_command(group, context, "erase", {"清除已结束事项的内容（密钥、文字、照片、检索），经过保留；不能撤销", "Destroys the content of an ended matter (key, texts, photos, search terms); what happened stays; cannot be undone"},
                                  "shaoyin --data demo --as district-centre.privacy matter erase HX-2023-000001 --reason person-asked");
  command->add_option("number", what->number, context.say("事项编号", "number of the matter"))->required();
  command->add_option("--reason", what->reason, context.say("理由代码（登记册 purposes，用途 erasure）", "why: a code of the purposes for erasure"))->required();
  command->callback([&context, what] { context.exit = erase(context, *what); });
}

void add_reveal(CLI::App& group, Context& context) {
  auto what = std::make_shared<Reveal>();
  CLI::App* command = add_command(group, context, "reveal", {"查看受保护的内容（姓名、电话），须说明用途并记入台账", "Shows protected content (a name, a phone) for a purpose; it is written into the ledger"},
                                  "shaoyin --data demo --as community-huizhongjiayuan.clerk matter reveal HX-2023-000001 --field reporter_phone --purpose call-back");
  command->add_option("number", what->number, context.say("事项编号", "number of the matter"))->required();
  command->add_option("--field", what->fields, context.say("哪一项（可重复）", "which field (repeatable)"))->required()->allow_extra_args(false);
  command->add_option("--purpose", what->purpose, context.say("用途代码（登记册 purposes，用途 disclosure）", "what for: a code of the purposes for disclosure"))->required();
  command->add_option("--note", what->note, context.say("补充说明（加密保存）", "a note, kept sealed"));
  command->callback([&context, what] { context.exit = reveal(context, *what); });
}

void add_list(CLI::App& group, Context& context) {
  auto what = std::make_shared<List>();
  CLI::App* command = add_command(group, context, "ls", {"列出事项", "Lists matters"}, "shaoyin --data demo matter ls --open --overdue");
  what->filters.add_to(*command, context);
  command->add_option("--limit", what->limit, context.say("最多显示多少件", "how many rows"))->check(CLI::Range(1, 500));
  command->add_option("--offset", what->offset, context.say("从第几件之后开始", "how many to leave out"))->check(CLI::Range(0, 1'000'000));
  command->add_flag("--csv", context.csv, context.say("输出 CSV", "as CSV"));
  command->callback([&context, what] { context.exit = list(context, *what); });
}

void add_show(CLI::App& group, Context& context) {
  auto what = std::make_shared<Show>();
  CLI::App* command = add_command(group, context, "show", {"查看一件事项：谁负责、还剩多久、下一步做什么", "Shows one matter: whose it is, how long is left, what to do next"},
                                  "shaoyin --data demo matter show HX-2023-000001 --timeline");
  command->add_option("number", what->number, context.say("事项编号", "number of the matter"))->required();
  command->add_flag("--timeline", what->timeline, context.say("连同经过", "with its timeline"));
  command->callback([&context, what] { context.exit = show(context, *what); });
}

void add_new(CLI::App& group, Context& context) {
  auto what = std::make_shared<New>();
  CLI::App* command = add_command(group, context, "new", {"登记新事项", "Opens a matter"},
                                  "shaoyin --data demo --as community-renhuli.clerk matter new --kind report --place 120103014001 --field what=\"路灯不亮\"");
  command->add_option("--kind", what->kind, context.say("事项种类", "kind of matter"))->required();
  command->add_option("--place", what->place, context.say("网格或场所代码", "code of a grid or place"));
  command->add_option("--point", what->point, context.say("经度,纬度（WGS-84）", "longitude,latitude (WGS-84)"))->delimiter(',')->expected(2);
  command->add_flag("--place-confirmed", what->place_confirmed, context.say("靠近边界时：确认就在这一侧", "close to a boundary: it is on this side"));
  command->add_option("--field", what->fields, context.say("字段=值（即 --input field.字段=值）", "field=value, short for --input field.FIELD=value"))->allow_extra_args(false);
  command->add_option("--input", what->inputs, context.say("名称=值", "name=value"))->allow_extra_args(false);
  command->callback([&context, what] { context.exit = open_matter(context, *what); });
}

void add_act(CLI::App& group, Context& context) {
  auto what = std::make_shared<Act>();
  CLI::App* command = add_command(group, context, "act", {"对事项执行一个操作", "Does one action on a matter"},
                                  "shaoyin --data demo --as community-renhuli.clerk matter act HX-2023-000001 accept --input field.category=roads.lamps.dark --input field.grade=simple");
  add_act_options(*command, context, *what);
  command->add_option("action", what->action, context.say("操作名（见 matter show）", "name of the action (see `matter show`)"))->required();
  command->callback([&context, what] { context.exit = act(context, *what); });
}

void add_note(CLI::App& group, Context& context) {
  auto what = std::make_shared<Act>();
  auto words = std::make_shared<std::string>();
  CLI::App* command = add_command(group, context, "note", {"记录办理情况（操作 work）", "Records in words what was done (the action work)"},
                                  "shaoyin --data demo --as lighting-company.liaison matter note HX-2023-000001 \"已到现场\"");
  command->add_option("number", what->number, context.say("事项编号", "number of the matter"))->required();
  command->add_option("words", *words, context.say("内容", "the words"))->required();
  command->callback([&context, what, words] {
    what->action = "work";
    what->inputs = {"words=" + *words};
    context.exit = act(context, *what);
  });
}

int list_districts(const Context& context) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  const auto found = get_json(context, **link, "/districts");
  if (!found) return fail(context, found.error());
  if (context.json) {
    std::cout << json::serialize(at(*found, "rows")) << "\n";
    return kOk;
  }
  for (const json::value& row : items(*found, "rows")) {
    std::cout << text(row, "code") << "  " << text(row, "name") << "  " << text(row, "zone") << (flag(row, "imported") ? context.say("  历史数据，只读", "  imported, read only") : "") << "\n";
  }
  return kOk;
}

}  // namespace

void add_matter_commands(CLI::App& app, Context& context) {
  CLI::App* districts = app.add_subcommand("district", context.say("区域", "Districts"));
  districts->require_subcommand(1);
  add_command(*districts, context, "ls", {"列出可以查看的区域：本区和历史数据", "Lists the districts one may read: the folder's own and imported ones"}, "shaoyin --data demo district ls")
      ->callback([&context] { context.exit = list_districts(context); });
  CLI::App* group = app.add_subcommand("matter", context.say("事项", "Matters"));
  group->require_subcommand(1);
  add_list(*group, context);
  add_show(*group, context);
  add_new(*group, context);
  add_act(*group, context);
  add_note(*group, context);
  add_reveal(*group, context);
  add_erase(*group, context);
  auto what = std::make_shared<Act>();
  CLI::App* whistle = add_command(app, context, "whistle", {"吹哨：召集有关单位（操作 blow_whistle）", "Calls the units that could solve it together (the action blow_whistle)"},
                                  "shaoyin --data demo --as community-renhuli.clerk whistle HX-2023-000001 --input child.field.question=\"谁来修\" "
                                  "--input child.field.grade=urgent --input child.call.unit=heat-company,property-qinghu");
  add_act_options(*whistle, context, *what);
  whistle->callback([&context, what] {
    what->action = "blow_whistle";
    context.exit = act(context, *what);
  });
}

}  // namespace shaoyin::cli
