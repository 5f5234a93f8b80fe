#include "core/register/book.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/register/columns.h"

namespace shaoyin::registers {

namespace {

// Register trees are a handful of levels deep; a longer way up can only be a cycle.
constexpr std::size_t kLevelsMax = 32;

template <class T>
const T* find(const std::map<std::string, T, std::less<>>& from, std::string_view code) {
  const auto found = from.find(code);
  return found == from.end() ? nullptr : &found->second;
}

template <class T>
std::vector<std::string> way_up(const std::map<std::string, T, std::less<>>& from, std::string_view code) {
  std::vector<std::string> path;
  for (const T* at = find(from, code); at != nullptr && path.size() < kLevelsMax;
       at = find(from, at->parent)) {
    path.push_back(at->code);
  }
  return path;
}

std::vector<std::string> filled_parts(const Row& row, const std::string& name, char separator) {
  return parts_of(column(row, name), separator);
}

}  // namespace

std::vector<const Row*> rows_at(const std::vector<Row>& rows, Instant at) {
  std::map<std::pair<std::string_view, std::string_view>, const Row*> newest;
  for (const Row& row : rows) {
    if (at < row.valid_from || (row.valid_to && *row.valid_to <= at)) continue;
    const Row*& kept = newest[{row.reg, row.code}];
    if (kept == nullptr || kept->version <= row.version) kept = &row;
  }
  std::vector<const Row*> result;
  result.reserve(newest.size());
  for (const auto& [key, row] : newest) result.push_back(row);
  return result;
}

// Puts typed rows into a book; a row that cannot be typed is left out and becomes a fault.
class BookBuilder {
 public:
  explicit BookBuilder(Book& book) : book_(book) {}

  void add(const Row& row) {
    if (is_true(row, "synthetic")) book_.synthetic_ = true;
    if (row.reg == "unit") add_unit(row);
    if (row.reg == "grid") add_grid(row);
    if (row.reg == "role") add_role(row);
    if (row.reg == "person") add_person(row);
    if (row.reg == "category") add_category(row);
    if (row.reg == "place") add_place(row);
    if (row.reg == "route") add_route(row);
    if (row.reg == "precedent") add_precedent(row);
    if (row.reg == "purpose") add_purpose(row);
    if (row.reg == "parameter") add_parameter(row);
    if (row.reg == "fund_rule") book_.fund_rules_[row.code] = {is_true(row, "covers"), words_of(row, "because")};
  }

  void finish() {
    for (const auto& [code, grid] : book_.grids_) {
      if (!grid.parent.empty()) book_.children_[grid.parent].push_back(code);
    }
    for (std::size_t i = 0; i < book_.routes_.size(); ++i) {
      book_.routes_by_category_[book_.routes_[i].category].push_back(i);
    }
    std::set<std::string> parents;
    for (const auto& [code, category] : book_.categories_) parents.insert(category.parent);
    for (const auto& [code, category] : book_.categories_) {
      if (!parents.contains(code)) book_.leaf_categories_.push_back(code);
    }
    for (const auto& [code, person] : book_.people_) {
      if (person.leads_unit) book_.leaders_.emplace(person.unit, code);
    }
  }

 private:
  void leave_out(const Row& row, const std::string& why) {
    book_.faults_.push_back(row.reg + " " + row.code + ": " + why);
  }

  // True when every named column is filled.
  bool filled(const Row& row, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (column(row, name).empty()) return leave_out(row, std::string(name) + " is empty"), false;
    }
    return true;
  }

  void add_unit(const Row& row) {
    const std::optional<UnitKind> kind = unit_kind_of(column(row, "kind"));
    if (!kind) return leave_out(row, "kind \"" + column(row, "kind") + "\" is not known");
    if (!filled(row, {"name_zh", "name_en", "area"})) return;
    book_.units_[row.code] = {row.code,
                              *kind,
                              words_of(row, "name"),
                              words_of(row, "function"),
                              column(row, "area"),
                              column(row, "above"),
                              column(row, "phone")};
  }

  void add_grid(const Row& row) {
    const std::optional<GridKind> kind = grid_kind_of(column(row, "kind"));
    if (!kind) return leave_out(row, "kind \"" + column(row, "kind") + "\" is not known");
    if (!filled(row, {"name_zh", "name_en"})) return;
    Grid grid{row.code,
              *kind,
              column(row, "parent"),
              words_of(row, "name"),
              column(row, "office"),
              {},
              is_true(row, "synthetic")};
    if (const std::string& text = column(row, "polygon"); !text.empty()) {
      Result<geo::Polygon> polygon = geo::parse_polygon(text);
      if (!polygon) return leave_out(row, "polygon: " + polygon.error().detail);
      grid.polygon = std::move(*polygon);
    }
    if (!column(row, "volunteers").empty()) grid.volunteers = static_cast<int>(number_of(column(row, "volunteers"), 0));
    book_.grids_[row.code] = std::move(grid);
  }

  void add_role(const Row& row) {
    if (!filled(row, {"name_zh", "name_en", "verbs"})) return;
    const std::vector<std::string> verbs = filled_parts(row, "verbs", ' ');
    book_.roles_[row.code] = {row.code, words_of(row, "name"), {verbs.begin(), verbs.end()}};
  }

  void add_person(const Row& row) {
    if (!filled(row, {"name_zh", "name_en", "unit", "role", "area"})) return;
    book_.people_[row.code] = {row.code,
                               column(row, "unit"),
                               words_of(row, "name"),
                               column(row, "role"),
                               column(row, "area"),
                               is_true(row, "leads")};
  }

  void add_category(const Row& row) {
    const std::string& kind = column(row, "kind");
    if (kind != "part" && kind != "event")
      return leave_out(row, "kind \"" + kind + "\" is not part or event");
    if (!filled(row, {"name_zh", "name_en"})) return;
    book_.categories_[row.code] = {row.code, column(row, "parent"), words_of(row, "name"), kind == "part",
                                   column(row, "limits")};
  }

  void add_place(const Row& row) {
    if (!filled(row, {"name_zh", "name_en", "kind", "grid"})) return;
    Place place{
        .code = row.code, .name = words_of(row, "name"), .aliases = filled_parts(row, "aliases", '|')};
    place.kind = column(row, "kind");
    place.grid = column(row, "grid");
    place.parent = column(row, "parent");
    place.delivered = static_cast<int>(number_of(column(row, "delivered"), 0));
    place.lon = number_of(column(row, "lon"), 0);
    place.lat = number_of(column(row, "lat"), 0);
    place.manager = column(row, "manager");
    place.owner = column(row, "owner");
    book_.places_[row.code] = std::move(place);
  }

  void add_purpose(const Row& row) {
    const std::string& use = column(row, "use");
    if (use != "disclosure" && use != "erasure") return leave_out(row, "use \"" + use + "\" is not disclosure or erasure");
    if (!filled(row, {"name_zh", "name_en"})) return;
    book_.purposes_[row.code] = {row.code, use == "erasure" ? Purpose::Use::kErasure : Purpose::Use::kDisclosure, words_of(row, "name")};
  }

  void add_route(const Row& row) {
    if (!filled(row, {"area", "category"})) return;
    book_.routes_.push_back({row.code, column(row, "area"), column(row, "category"),
                             column(row, "object_owner"), column(row, "unit"), filled_parts(row, "ask", ' '),
                             words_of(row, "note")});
  }

  void add_parameter(const Row& row) {
    const std::string text = column(row, "number");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && !text.empty()) { book_.parameters_[row.code] = number; book_.parameter_notes_[row.code] = words_of(row, "note"); }
    else { book_.faults_.push_back("parameter " + row.code + ": number is no whole number: " + text); }
  }
  void add_precedent(const Row& row) {
    if (!filled(row, {"object", "area", "unit", "decided"})) return;
    const Result<Instant> decided = parse_instant(column(row, "decided"));
    if (!decided) return leave_out(row, "decided is no time");
    MatterId from;
    const std::string& matter = column(row, "matter");
    std::from_chars(matter.data(), matter.data() + matter.size(), from.value);
    std::erase_if(book_.precedents_, [&](const Precedent& earlier) { return earlier.code == row.code; });
    book_.precedents_.push_back(
        {row.code, column(row, "object"), column(row, "area"), column(row, "unit"), from, *decided});
  }

  Book& book_;
};

std::shared_ptr<const Book> Book::build(const std::vector<Row>& rows, Instant at) {
  auto book = std::make_shared<Book>();
  BookBuilder builder(*book);
  for (const Row* row : rows_at(rows, at)) builder.add(*row);
  builder.finish();
  return book;
}

std::shared_ptr<const Book> Book::with_precedents(const std::vector<Row>& rows) const {
  auto book = std::make_shared<Book>(*this);
  BookBuilder builder(*book);
  for (const Row& row : rows) {
    ensure(row.reg == "precedent", "other registers need a book built anew");
    builder.add(row);
  }
  return book;
}

Words Book::parameter_name(const std::string& code) const {
  for (const std::string& row : {code, code.substr(0, code.find('@'))}) {
    const auto found = parameter_notes_.find(row);
    if (found != parameter_notes_.end() && !found->second.zh.empty() && !found->second.en.empty()) return found->second;
  }
  return {code, code};
}

Value Book::parameter(const std::string& code, const std::string& unit) const {
  auto found = parameters_.find(code + "@" + unit);
  if (found == parameters_.end()) found = parameters_.find(code);
  return found == parameters_.end() ? Value::nothing() : Value::number(found->second);
}

Value Book::fund_covers(std::string_view category) const {
  const auto rule = fund_rules_.find(fund_rule(category));
  return rule == fund_rules_.end() ? Value::nothing() : Value::yes_no(rule->second.covers);
}

std::string Book::fund_rule(std::string_view category) const {
  for (const std::string& code : category_path(category)) {
    if (fund_rules_.contains(code)) return code;
  }
  return {};
}

std::map<std::string, bool> Book::fund_rules() const {
  std::map<std::string, bool> all;
  for (const auto& [category, rule] : fund_rules_) all.emplace(category, rule.covers);
  return all;
}

const Words* Book::fund_reason(std::string_view rule) const {
  const auto found = fund_rules_.find(rule);
  return found == fund_rules_.end() ? nullptr : &found->second.because;
}

const Unit* Book::unit(std::string_view code) const { return find(units_, code); }
const Grid* Book::grid(std::string_view code) const { return find(grids_, code); }
const Role* Book::role(std::string_view code) const { return find(roles_, code); }
const Person* Book::person(std::string_view code) const { return find(people_, code); }
const Category* Book::category(std::string_view code) const { return find(categories_, code); }
const Purpose* Book::purpose(std::string_view code) const { return find(purposes_, code); }
const Place* Book::place(std::string_view code) const { return find(places_, code); }

std::vector<GridCode> Book::path(std::string_view code) const { return way_up(grids_, code); }
std::vector<std::string> Book::category_path(std::string_view code) const {
  return way_up(categories_, code);
}

GridCode Book::at_level(std::string_view code, GridKind kind) const {
  for (const GridCode& step : path(code)) {
    if (grid(step)->kind == kind) return step;
  }
  return {};
}

PartyCode Book::office_of(std::string_view code) const {
  for (const GridCode& step : path(code)) {
    if (const PartyCode& office = grid(step)->office; !office.empty()) return office;
  }
  return {};
}

PartyCode Book::above(std::string_view code) const {
  const Unit* below = unit(code);
  return below == nullptr || below->above.empty() ? PartyCode(code) : below->above;
}

PersonCode Book::leader_of(std::string_view unit) const {
  const auto found = leaders_.find(unit);
  return found == leaders_.end() ? PersonCode{} : found->second;
}

const std::vector<GridCode>& Book::children(std::string_view code) const {
  static const std::vector<GridCode> none;
  const auto found = children_.find(code);
  return found == children_.end() ? none : found->second;
}

int Book::count_below(std::string_view code, GridKind kind) const {
  int count = 0;
  std::vector<GridCode> open(children(code));
  std::size_t seen = 0;
  while (!open.empty() && seen++ <= grids_.size()) {  // more steps than grids: a cycle
    const GridCode next = std::move(open.back());
    open.pop_back();
    if (grid(next)->kind == kind) ++count;
    const std::vector<GridCode>& below = children(next);
    open.insert(open.end(), below.begin(), below.end());
  }
  return count;
}

bool Book::lies_in(std::string_view code, std::string_view area) const {
  std::size_t level = 0;
  for (const Grid* at = grid(code); at != nullptr && level < kLevelsMax; at = grid(at->parent), ++level) {
    if (at->code == area) return true;
  }
  return false;
}

const std::vector<std::size_t>& Book::routes_of(std::string_view category) const {
  static const std::vector<std::size_t> none;
  const auto found = routes_by_category_.find(category);
  return found == routes_by_category_.end() ? none : found->second;
}

namespace {

std::vector<std::string> all_names(const Place& place) {
  std::vector<std::string> names = place.aliases;
  names.insert(names.end(), {place.name.zh, place.name.en});
  return names;
}

}  // namespace

const Place* Book::place_named_in(std::string_view text) const {
  const Place* best = nullptr;
  std::size_t longest = 0;
  for (const auto& [code, place] : places_) {
    for (const std::string& name : all_names(place)) {
      if (name.size() <= longest || text.find(name) == std::string_view::npos) continue;
      longest = name.size();
      best = &place;
    }
  }
  return best;
}

std::vector<const Place*> Book::find_places(std::string_view words, std::size_t limit) const {
  if (words.empty()) return {};
  std::vector<const Place*> exact, partial;
  for (const auto& [code, place] : places_) {
    const std::vector<std::string> names = all_names(place);
    const auto equal = [&](const std::string& name) { return name == words; };
    const auto holds = [&](const std::string& name) { return name.find(words) != std::string::npos; };
    if (std::any_of(names.begin(), names.end(), equal)) {
      exact.push_back(&place);
    } else if (std::any_of(names.begin(), names.end(), holds)) {
      partial.push_back(&place);
    }
  }
  exact.insert(exact.end(), partial.begin(), partial.end());
  if (exact.size() > limit) exact.resize(limit);
  return exact;
}

}  // namespace shaoyin::registers
