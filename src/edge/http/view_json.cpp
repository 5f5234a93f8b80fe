#include "edge/http/view_json.h"

#include "app/desk_words.h"
#include "app/register_rows.h"

namespace shaoyin::http {
namespace {

using desk::Column;
using desk::Columns;
using Kind = rule::Type::Kind;

const char* type_name(Kind kind) {
  switch (kind) {
    case Kind::kYesNo: return "yes_no";
    case Kind::kNumber: return "number";
    case Kind::kInstant: return "instant";
    case Kind::kParty: return "party";
    case Kind::kPlace: return "place";
    case Kind::kCategory: return "category";
    case Kind::kChoice: return "choice";
    case Kind::kStep: return "step";
    default: return "code";
  }
}

json::object column_json(const Column& column, const Wording& words) {
  json::array options;
  for (std::size_t i = 0; i < column.options.size(); ++i) options.emplace_back(named(column.type.options[i], words.in(column.options[i])));
  return {{"name", column.name}, {"label", words.in(column.label)}, {"type", type_name(column.type.kind)}, {"options", std::move(options)}};
}

json::value column_or_null(const Columns& columns, const std::string& name, const Wording& words) {
  const Column* column = desk::find(columns, name);
  return column == nullptr ? json::value(nullptr) : json::value(column_json(*column, words));
}

json::array columns_json(const Columns& columns, const std::vector<std::string>& names, const Wording& words) {
  json::array all;
  for (const std::string& name : names) {
    if (const Column* column = desk::find(columns, name)) all.emplace_back(column_json(*column, words));
  }
  return all;
}

json::value formula_json(const desk::View& view, const Wording& words) {
  if (!view.formula) return nullptr;
  return json::object{{"version", view.formula->version}, {"text", words.in(view.formula->text)}};
}

json::array stages_json(const desk::View& view, const Wording& words) {
  json::array all;
  for (const desk::Stage& stage : view.stages) all.emplace_back(json::object{{"label", words.in(stage.label)}, {"where", stage.where}});
  return all;
}

json::object definition_json(const app::Rules& rules, const desk::View& view, const Columns& columns, const Wording& words) {
  json::array ways;
  for (const desk::Show way : desk::ways_of(view)) ways.emplace_back(desk::show_name(way));
  return {{"name", view.name}, {"label", words.in(view.label)}, {"help", words.in(view.help)}, {"over", desk::text_of(view.over)},
          {"over_label", words.in(app::over_words(rules, view.over))}, {"show", desk::show_name(view.show)}, {"ways", std::move(ways)}, {"where", view.where},
          {"columns", columns_json(columns, view.columns, words)}, {"by", column_or_null(columns, view.by, words)},
          {"across", column_or_null(columns, view.across, words)}, {"on", columns_json(columns, view.on, words)},
          {"until", column_or_null(columns, view.until, words)}, {"per", view.per ? json::value(desk::per_name(*view.per)) : json::value(nullptr)},
          {"sum", column_or_null(columns, view.sum, words)}, {"sort", view.sort}, {"of", view.of}, {"formula", formula_json(view, words)},
          {"begins", column_or_null(columns, view.from, words)}, {"stages", stages_json(view, words)}};
}

json::value number_or_null(const std::optional<std::int64_t>& number) { return number ? json::value(*number) : json::value(nullptr); }

json::value part_json(const std::optional<desk::Part>& part) {
  if (!part) return nullptr;
  return json::object{{"count", part->count}, {"where", part->where}, {"median_ms", number_or_null(part->median)}, {"p90_ms", number_or_null(part->p90)}};
}

json::object error_json(const indicator::BackTest& test) { return {{"mae", test.mae}, {"mape", test.mape ? json::value(*test.mape) : json::value(nullptr)}}; }

json::object outlook_json(const desk::Outlook& one, const Wording& words) {
  json::object made{{"across", one.across ? json::value(*one.across) : json::value(nullptr)}, {"refused", words.in(one.refused)}, {"method", nullptr}, {"error", nullptr}, {"other_error", nullptr}, {"smoothing", nullptr}, {"months", json::array()}};
  if (one.months.empty()) return made;
  const bool smooth = one.forecast.method == indicator::Method::kHoltWinters;
  made["method"] = smooth ? "holt_winters" : "seasonal_naive";
  made["error"] = error_json(one.forecast.error);
  made["other_error"] = error_json(one.forecast.other);
  if (smooth) made["smoothing"] = json::object{{"alpha", one.forecast.smoothing.alpha}, {"beta", one.forecast.smoothing.beta}, {"gamma", one.forecast.smoothing.gamma}};
  for (std::size_t i = 0; i < one.months.size(); ++i) {
    made["months"].as_array().emplace_back(json::object{{"code", desk::day_text(one.months[i])}, {"label", desk::day_text(one.months[i]).substr(0, 7)}, {"value", one.forecast.ahead[i]}});
  }
  return made;
}

json::value raw(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kYesNo: return value.is_yes();
    case Value::Kind::kNumber: return value.as_number();
    case Value::Kind::kInstant: return json::value(format_utc(value.as_instant()));
    case Value::Kind::kText: return json::value(value.as_text());
    default: return nullptr;
  }
}

// Shows one view in one language.
class Shower {
 public:
  Shower(const app::ShownView& shown, const Wording& words) : shown_(shown), words_(words) {}

  json::array rows(const std::vector<app::ShownRow>& rows) const {
    json::array all;
    for (const app::ShownRow& row : rows) all.emplace_back(row_json(row));
    return all;
  }

  json::array groups(const std::vector<app::ShownGroup>& groups, const std::string& by) const {
    json::array all;
    for (const app::ShownGroup& group : groups) all.emplace_back(group_json(group, desk::find(shown_.all, by)));
    return all;
  }

  std::string cell(std::size_t column, const Value& value) const {
    const Column* found = desk::find(shown_.all, shown_.view->columns[column]);
    return found == nullptr ? "" : words_.in(app::value_words(*shown_.rules, *found, value));
  }

  std::string entry_name(const app::ShownRow& row) const { return words_.in(app::register_row_name(*shown_.rules->book, shown_.view->over.reg, row.code)); }

 private:
  json::object row_json(const app::ShownRow& row) const {
    json::array cells;
    for (std::size_t i = 0; i < row.values.size(); ++i) cells.emplace_back(json::object{{"value", raw(row.values[i])}, {"text", cell(i, row.values[i])}});
    json::value matter(nullptr), entry(nullptr);
    if (row.matter.present()) matter = json::object{{"id", id_text(row.matter)}, {"number", row.number}, {"title", row.title}, {"kind", row.kind}};
    else entry = named(row.code, entry_name(row));
    return {{"matter", std::move(matter)}, {"record", row.record != 0 ? json::value(row.record) : json::value(nullptr)}, {"entry", std::move(entry)},
            {"from", instant_or_null(row.from)}, {"to", instant_or_null(row.to)}, {"cells", std::move(cells)}};
  }

  json::object group_json(const app::ShownGroup& group, const Column* by) const {
    const auto [lon, lat] = where_it_is(group.key);
    return {{"code", code_of(group, by)}, {"label", label_of(group, by)}, {"count", group.count}, {"value", number_or_null(group.value)}, {"where", group.where},
            {"from", instant_or_null(group.from)}, {"to", instant_or_null(group.to)}, {"lon", lon}, {"lat", lat}, {"rows", rows(group.rows)}, {"part", part_json(group.part)}};
  }

  // Series have no column of their own: their key is one's name.
  json::value code_of(const app::ShownGroup& group, const Column*) const {
    if (group.day) return json::value(desk::day_text(*group.day));
    if (group.key.kind() == Value::Kind::kYesNo) return json::value(group.key.is_yes() ? "true" : "false");
    return group.key.known() ? json::value(group.key.as_text()) : json::value(nullptr);
  }

  std::string label_of(const app::ShownGroup& group, const Column* by) const {
    if (group.day) return time_label(*group.day);
    if (!group.label.zh.empty()) return words_.in(group.label);
    if (!group.key.known() && by == nullptr && shown_.view->on.size() == 1 && shown_.show == desk::Show::kTimeline) return words_.in(app::over_words(*shown_.rules, shown_.view->over));
    if (!group.key.known()) return words_.in("未填", "Not known");
    if (by != nullptr) return words_.in(app::value_words(*shown_.rules, *by, group.key));
    const Column* series = desk::find(shown_.all, group.key.as_text());
    return series != nullptr ? words_.in(series->label) : group.key.as_text();
  }

  std::string time_label(desk::DayNumber day) const {
    const std::string text = desk::day_text(day);
    if (shown_.show == desk::Show::kCalendar || *shown_.view->per == desk::Per::kDay) return text;
    return *shown_.view->per == desk::Per::kMonth ? text.substr(0, 7) : words_.in((text + " 起一周").c_str(), ("Week of " + text).c_str());
  }

  std::pair<json::value, json::value> where_it_is(const Value& key) const {
    if (shown_.show != desk::Show::kMap || !key.known()) return {nullptr, nullptr};
    if (const registers::Place* place = words_.book().place(key.as_text()); place != nullptr && (place->lon != 0 || place->lat != 0)) return {place->lon, place->lat};
    const registers::Grid* grid = words_.book().grid(key.as_text());
    if (grid == nullptr || grid->polygon.empty()) return {nullptr, nullptr};
    const geo::Point inside = geo::point_inside(grid->polygon);
    return {inside.lon(), inside.lat()};
  }

  const app::ShownView& shown_;
  const Wording& words_;
};

}  // namespace

json::object desk_json(const app::Rules& rules, const desk::Desk& desk, const Wording& words) {
  json::array blocks;
  for (const desk::Block& block : desk.blocks) {
    json::array views;
    for (const std::string& name : block.views) {
      if (const desk::View* view = desk.view(name)) views.emplace_back(definition_json(rules, *view, app::columns_for(rules, *view), words));
    }
    blocks.emplace_back(json::object{{"label", words.in(block.label)}, {"views", std::move(views)}});
  }
  return {{"name", desk.name}, {"label", words.in(desk.label)}, {"help", words.in(desk.help)}, {"blocks", std::move(blocks)}};
}

json::object view_json(const app::ShownView& shown, bool can_export, const Wording& words) {
  const Shower shower(shown, words);
  json::array all_columns, cells, outlooks;
  for (const desk::Outlook& one : shown.outlooks) outlooks.emplace_back(outlook_json(one, words));
  for (const Column& column : shown.all) all_columns.emplace_back(column_json(column, words));
  for (const desk::Cell& cell : shown.cells) {
    cells.emplace_back(json::object{{"group", cell.group}, {"across", cell.across}, {"count", cell.count}, {"value", number_or_null(cell.value)}, {"where", cell.where}});
  }
  return {{"definition", definition_json(*shown.rules, *shown.view, shown.all, words)}, {"show", desk::show_name(shown.show)}, {"all_columns", std::move(all_columns)},
          {"can_export", can_export}, {"now", format_utc(shown.now)}, {"total", shown.total}, {"value", number_or_null(shown.value)}, {"where", shown.where},
          {"from", instant_or_null(shown.from)}, {"to", instant_or_null(shown.to)}, {"rows", shower.rows(shown.rows)}, {"page", shown.page}, {"pages", shown.pages},
          {"groups", shower.groups(shown.groups, shown.show == desk::Show::kForecast ? std::string() : shown.view->by)}, {"across", shower.groups(shown.across, shown.show == desk::Show::kForecast ? shown.view->by : shown.view->across)}, {"cells", std::move(cells)},
          {"part", part_json(shown.part)}, {"outlooks", std::move(outlooks)}};
}

std::vector<std::vector<std::string>> view_cells(const app::ShownView& shown, const Wording& words) {
  const Shower shower(shown, words);
  const bool of_register = !shown.view->over.reg.empty(), of_records = !shown.view->over.record.empty();
  std::vector<std::string> heading = of_register ? std::vector<std::string>{words.in("编号", "Code"), words.in("名称", "Name")}
                                                 : std::vector<std::string>{words.in("编号", "Number"), words.in("标题", "Title")};
  if (of_records) heading.push_back(words.in("条目", "Record"));
  for (const std::string& name : shown.view->columns) heading.push_back(words.in(desk::find(shown.all, name)->label));
  std::vector<std::vector<std::string>> cells{std::move(heading)};
  for (const app::ShownRow& row : shown.rows) {
    std::vector<std::string> line = of_register ? std::vector<std::string>{row.code, shower.entry_name(row)} : std::vector<std::string>{row.number, row.title};
    if (of_records) line.push_back(std::to_string(row.record));
    for (std::size_t i = 0; i < row.values.size(); ++i) line.push_back(shower.cell(i, row.values[i]));
    cells.push_back(std::move(line));
  }
  return cells;
}

}  // namespace shaoyin::http
