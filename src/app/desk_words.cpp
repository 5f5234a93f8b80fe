#include "app/desk_words.h"

#include <algorithm>

namespace shaoyin::app {
namespace {

using Kind = rule::Type::Kind;

Words plain(const std::string& text) { return {text, text}; }

Words option_words(const desk::Column& column, const std::string& code) {
  const auto& options = column.type.options;
  const auto found = std::find(options.begin(), options.end(), code);
  return found == options.end() ? plain(code) : column.options[static_cast<std::size_t>(found - options.begin())];
}

Words code_words(const Rules& rules, const desk::Column& column, const Value& value) {
  if (column.type.kind == Kind::kStep || column.type.kind == Kind::kChoice) return option_words(column, value.as_text());
  if (column.type.kind == Kind::kText) return column.name.ends_with("channel") ? channel_words(value.as_text()) : plain(value.as_text());
  return BookOutside(*rules.book).label(value, column.type);
}

}  // namespace

Words channel_words(const std::string& channel) {
  if (channel == "patrol") return {"巡查", "Patrol"};
  if (channel == "portal") return {"网上自助", "Portal"};
  if (channel == "hotline") return {"12345 热线", "12345 hotline"};
  if (channel == "direct_line") return {"民意直通车", "Direct line"};
  if (channel == "window") return {"来访", "In person"};
  if (channel == "letter") return {"来信", "Letter"};
  if (channel == "staff") return {"工作人员登记", "Recorded by staff"};
  if (channel.starts_with("import:")) return {"历史导入：" + channel.substr(7), "Imported: " + channel.substr(7)};
  return {channel, channel};
}

Words value_words(const Rules& rules, const desk::Column& column, const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kYesNo: return value.is_yes() ? Words{"是", "Yes"} : Words{"否", "No"};
    case Value::Kind::kNumber: return plain(std::to_string(value.as_number()));
    case Value::Kind::kInstant: return plain(format_local(value.as_instant(), rules.calendar.zone()));
    case Value::Kind::kText: return code_words(rules, column, value);
    default: return {};
  }
}

Words over_words(const Rules& rules, const desk::Over& over) {
  if (over.reg == "units") return {"单位", "Units"};
  if (over.reg == "grids") return {"网格", "Grids"};
  if (over.reg == "categories") return {"类别", "Categories"};
  if (over.reg == "places") return {"地点", "Places"};
  if (over.reg == "routes") return {"派单目录", "Routes"};
  if (over.reg == "precedents") return {"裁定先例", "Precedents"};
  if (over.reg == "parameters") return {"参数", "Parameters"};
  if (over.reg == "fund_rules") return {"应急资金范围", "Scope of the repair fund"};
  const Words kind = rules.text(over.kind, "kind");
  if (over.record.empty()) return kind;
  const Words record = rules.text(over.kind, "record." + over.record);
  return {kind.zh + "·" + record.zh, kind.en + ": " + record.en};
}

}  // namespace shaoyin::app
