#include "app/import_row.h"

#include <algorithm>
#include <string_view>

#include "app/source_time.h"
#include "core/base/utf8.h"
#include "core/text/mask.h"
#include "core/view/title.h"

namespace shaoyin::app {
namespace {

using matter::Event;
using matter::EventKind;

// Spreadsheets hold texts copied from web pages: with tabs, no-break and ideographic spaces around them.
constexpr std::string_view kSpaces[] = {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE3\x80\x80"};

std::string_view trimmed(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : kSpaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        again = true;
      } else if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        again = true;
      }
    }
  }
  return text;
}

std::vector<std::string> mapped_columns(const ImportMap& map) {
  const ImportMap::Columns& c = map.columns;
  std::vector<std::string> names{c.key,   c.opened,  c.title,    c.what,  c.target, c.closed, c.close_note,
                                 c.reply, c.replied, c.reporter, c.where, c.lat,    c.lon,    c.on_time,
                                 map.category_column};
  for (const auto& [name, column] : map.attributes) {
    names.push_back(column);
  }
  std::erase(names, "");
  return names;
}

struct Moment {
  Instant at;
  bool bare = false;
};

// Plans one row; `fault_` keeps the first thing wrong with it.
class Planner {
 public:
  Planner(const ImportMap& map, const clock::Zone& zone, const SheetLayout& layout, const SheetRow& row, Instant now)
      : map_(map), zone_(zone), layout_(layout), row_(row), now_(now) {}

  Result<PlannedRow> plan() {
    read_cells();
    if (fault_) {
      return *fault_;
    }
    raise_flags();
    fill_row();
    add_events();
    return std::move(plan_);
  }

 private:
  void fail(ErrorCode code, const std::string& column, const std::string& detail) {
    if (!fault_) {
      fault_ = fault(code, column, detail);
    }
  }

  std::string text(const std::string& column, bool required = false) {
    std::string value(layout_.cell(row_, column));
    if (is_blank(value)) value.clear();  // spaces of any width fill no cell
    if (value.empty() && required) {
      fail(ErrorCode::kMissingField, column, "");
    }
    if (!is_clean_utf8(value)) {
      fail(ErrorCode::kInvalidUtf8, column, "");
    } else if (count_code_points(value) > kImportedTextMax) {
      fail(ErrorCode::kTooLong, column, "kImportedTextMax");
    }
    return value;
  }

  std::string short_text(const std::string& column, std::size_t bytes, const char* limit, bool required = false) {
    std::string value = text(column, required);
    if (value.size() > bytes) {
      fail(ErrorCode::kTooLong, column, limit);
    }
    return value;
  }

  std::optional<Moment> moment(const std::string& column, bool required = false) {
    const std::string value = text(column, required);
    if (value.empty()) {
      return std::nullopt;
    }
    const std::optional<WallTime> wall = read_wall_time(value, map_.time_format);
    if (!wall) {
      fail(ErrorCode::kImpossibleTime, column,
           map_.time_format == TimeFormat::kYearFirst ? "2019/2/28 11:25:05" : "01/31/2015 12:40:41 PM");
      return std::nullopt;
    }
    const clock::Zone::Reading reading = zone_.at_wall(wall->ms);
    raise(Flag::kBareDate, wall->bare);
    raise(Flag::kTimeTwice, reading.doubt == clock::Zone::Doubt::kTwice);
    raise(Flag::kTimeSkipped, reading.doubt == clock::Zone::Doubt::kSkipped);
    return Moment{reading.at, wall->bare};
  }

  void read_cells() {
    const ImportMap::Columns& c = map_.columns;
    plan_.key = short_text(c.key, kSourceKeyMax, "kSourceKeyMax", true);
    title_ = text(c.title, true);
    what_ = text(c.what);
    reply_ = text(c.reply);
    close_note_ = text(c.close_note);
    reporter_ = text(c.reporter);
    where_ = text(c.where);
    lat_ = short_text(c.lat, kAttributeMax, "kAttributeMax");
    lon_ = short_text(c.lon, kAttributeMax, "kAttributeMax");
    on_time_ = short_text(c.on_time, kAttributeMax, "kAttributeMax");
    opened_ = moment(c.opened, true);
    target_ = moment(c.target);
    closed_ = moment(c.closed);
    replied_ = moment(c.replied);
    for (const auto& [name, column] : map_.attributes) {
      attributes_[name] = short_text(column, kAttributeMax, "kAttributeMax");
    }
    plan_.content = layout_.content(row_);
  }

  void raise(Flag flag, bool holds) {
    if (holds && map_.flags.contains(flag)) {
      plan_.flags.insert(flag);
    }
  }

  // A bare date may mean any time of its day.
  bool before_opened(const std::optional<Moment>& moment) const {
    return moment && moment->at + (moment->bare ? days(1) : Millis{0}) < opened_->at;
  }

  void raise_flags() {
    raise(Flag::kClosedBeforeOpened, before_opened(closed_));
    raise(Flag::kRepliedBeforeOpened, before_opened(replied_));
    raise(Flag::kNoOnTimeFlag, target_ && closed_ && on_time_ != map_.on_time_yes && on_time_ != map_.on_time_no);
    raise(Flag::kDefaultPoint, std::any_of(map_.default_points.begin(), map_.default_points.end(),
                                           [&](const PointText& p) { return p.lat == lat_ && p.lon == lon_; }));
  }

  std::string masked(const std::string& original) const {
    return text::mask(original, reporter_.empty() ? std::vector<std::string>{} : std::vector<std::string>{reporter_});
  }

  std::string category() const {
    const auto known = map_.categories.find(std::string(layout_.cell(row_, map_.category_column)));
    return known == map_.categories.end() ? map_.category_otherwise : known->second;
  }

  void fill_row() {
    MatterRow& row = plan_.row;
    row.number = map_.number_prefix + plan_.key;
    row.kind = map_.kind;
    row.place = std::to_string(map_.district.value);
    row.category = category();
    title_masked_ = masked(title_);
    row.title = view::title_of(title_masked_);
    row.channel = map_.channel;
    row.opened = opened_->at;
    row.updated = opened_->at;
    row.step = map_.step_open;
    row.historical = true;
    if (target_) {
      row.promised = target_->at;
    }
    end_row(replied_, map_.step_replied);
    end_row(closed_, map_.step_closed);
  }

  void end_row(const std::optional<Moment>& moment, const std::string& step) {
    if (moment) {
      plan_.row.step = step;
      plan_.row.updated = moment->at;
      plan_.row.closed = moment->at;
      plan_.row.final = true;
    }
  }

  Event& add(EventKind kind, Instant at) {
    Event& event = plan_.events.emplace_back();
    event.kind = kind;
    event.at = at;
    event.by.as = matter::Actor::As::kImport;
    return event;
  }

  void seal(const std::string& where, const std::string& attribute, const std::string& original, const std::string& clear) {
    if (!original.empty()) {
      plan_.texts.push_back({where, plan_.events.size() - 1, attribute, original, clear});
    }
  }

  void add_events() {
    Event& opened = add(EventKind::kOpened, opened_->at);
    opened.data["kind"] = Value::text(map_.kind);
    opened.data["procedure"] = Value::text("historical");
    opened.data["place"] = Value::text(plan_.row.place);
    add_imported();
    move(opened_->at, "", map_.step_open, false);
    std::string step = map_.step_open;
    if (replied_) {
      act("reply", replied_->at, reply_);
      move(replied_->at, step, map_.step_replied, !closed_);
      step = map_.step_replied;
    }
    if (closed_) {
      act("close", closed_->at, close_note_);
      move(closed_->at, step, map_.step_closed, true);
    }
  }

  void add_imported() {
    Event& imported = add(EventKind::kImported, now_);
    imported.data["source"] = Value::text(map_.name);
    imported.data["row"] = Value::text(plan_.key);
    if (!plan_.row.category.empty()) {
      imported.data["category"] = Value::text(plan_.row.category);
    }
    if (target_) {
      imported.data["target"] = Value::instant(target_->at);
    }
    if (on_time_ == map_.on_time_yes || on_time_ == map_.on_time_no) {
      if (!on_time_.empty()) {
        imported.data["on_time"] = Value::yes_no(on_time_ == map_.on_time_yes);
      }
    }
    for (const auto& [name, value] : attributes_) {
      if (!value.empty()) {
        imported.data["attr." + name] = Value::text(value);
      }
    }
    if (!plan_.flags.empty()) {
      std::vector<Value> names;
      for (const Flag flag : plan_.flags) {
        names.push_back(Value::text(flag_name(flag)));
      }
      imported.data["flags"] = Value::list(std::move(names));
    }
    seal_fields();
  }

  void seal_fields() {
    // A title that is a mere label ("Abandoned Bicycle") stands in the row already, whole.
    if (title_masked_ != title_ || plan_.row.title != title_) {
      seal("field.title", "field.title", title_, title_masked_);
    }
    if (what_ != title_) {
      seal("field.what", "field.what", what_, masked(what_));
    }
    seal("field.reporter", "field.reporter", reporter_, "");
    const std::string point = lat_.empty() && lon_.empty() ? "" : "(" + lat_ + ", " + lon_ + ")";
    seal("field.where", "field.where", where_.empty() || point.empty() ? where_ + point : where_ + " " + point, "");
  }

  void act(const std::string& action, Instant at, const std::string& note) {
    add(EventKind::kActed, at).data["action"] = Value::text(action);
    seal("note@" + std::to_string(plan_.events.size()), "note", note, masked(note));
  }

  void move(Instant at, const std::string& from, const std::string& to, bool final) {
    Event& moved = add(EventKind::kMoved, at);
    if (!from.empty()) {
      moved.data["from"] = Value::text(from);
    }
    moved.data["to"] = Value::text(to);
    if (final) {
      moved.data["final"] = Value::yes_no(true);
    }
  }

  const ImportMap& map_;
  const clock::Zone& zone_;
  const SheetLayout& layout_;
  const SheetRow& row_;
  Instant now_;
  std::optional<Error> fault_;
  PlannedRow plan_;
  std::string title_, title_masked_, what_, reply_, close_note_, reporter_, where_, lat_, lon_, on_time_;
  std::optional<Moment> opened_, target_, closed_, replied_;
  std::map<std::string, std::string> attributes_;
};

}  // namespace

Result<SheetLayout> SheetLayout::find(const ImportMap& map, const SheetRow& header) {
  SheetLayout layout;
  for (const std::string& name : mapped_columns(map)) {
    const auto same = [&](const std::string& title) { return trimmed(title) == name; };
    const auto found = std::find_if(header.cells.begin(), header.cells.end(), same);
    if (found == header.cells.end()) {
      return fault(ErrorCode::kMissingField, name, "header row " + std::to_string(header.number));
    }
    if (std::find_if(found + 1, header.cells.end(), same) != header.cells.end()) {
      return fault(ErrorCode::kMalformed, name, "two columns bear this name");
    }
    layout.at_[name] = static_cast<std::size_t>(found - header.cells.begin());
    layout.mapped_.push_back(layout.at_[name]);
  }
  return layout;
}

std::string_view SheetLayout::cell(const SheetRow& row, std::string_view column) const {
  const auto at = at_.find(column);
  return at == at_.end() || at->second >= row.cells.size() ? "" : trimmed(row.cells[at->second]);
}

Hash SheetLayout::content(const SheetRow& row) const {
  std::string bytes = "shaoyin-import 1";
  for (const std::size_t at : mapped_) {
    const std::string_view value = at < row.cells.size() ? trimmed(row.cells[at]) : "";
    bytes.append("\n").append(std::to_string(value.size())).append(":").append(value);
  }
  return sha256(bytes);
}

Result<PlannedRow> plan_row(const ImportMap& map, const clock::Zone& zone, const SheetLayout& layout,
                            const SheetRow& row, Instant now) {
  return Planner(map, zone, layout, row, now).plan();
}

}  // namespace shaoyin::app
