#include "app/life.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

namespace shaoyin::app {
namespace {

constexpr Millis kWeek = days(7), kMonth = days(30);

std::optional<int> whole(const std::string& text) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return n;
}

// "09:15" as minutes after midnight.
std::optional<int> minute_of(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto hour = whole(text.substr(0, colon)), minute = whole(text.substr(colon + 1));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

std::optional<std::pair<int, int>> minutes_of(const std::string& text) {
  const auto dots = text.find("..");
  const auto least = minute_of(text.substr(0, dots));
  const auto most = dots == std::string::npos ? least : minute_of(text.substr(dots + 2));
  if (!least || !most || *most < *least) return std::nullopt;
  return std::pair(*least, *most);
}

// "20m", "1h30m", "2d": time and, apart, whole days.
struct Amount { Millis time{0}; int days = 0; bool working = false, by_day = false, by_time = false; };

std::optional<Amount> amount_of(const std::string& text, char unit_if_bare) {
  Amount made;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) ++end;
    const auto n = whole(text.substr(at, end - at));
    const char unit = end < text.size() ? text[end] : at == 0 ? unit_if_bare : '\0';
    if (!n) return std::nullopt;
    switch (unit) {
      case 'm': made.time = made.time + minutes(*n); made.by_time = true; break;
      case 'h': made.time = made.time + hours(*n); made.by_time = true; break;
      case 'd': made.days += *n; made.by_day = true; break;
      case 'w': made.days += *n; made.by_day = made.working = true; break;
      default: return std::nullopt;
    }
    at = end + 1;
  }
  return text.empty() ? std::nullopt : std::optional<Amount>(made);
}

std::optional<LifeMoment> moment_from(std::string text) {
  LifeMoment made;
  if (text.starts_with("today") || text.starts_with("now")) {
    made.from = text.starts_with("today") ? LifeMoment::From::kToday : LifeMoment::From::kNow;
    std::string rest = text.substr(made.from == LifeMoment::From::kToday ? 5 : 3);
    std::string time;
    if (const auto space = rest.find(' '); space != std::string::npos) {
      time = trimmed(rest.substr(space));
      rest = rest.substr(0, space);
    }
    if (!rest.empty()) {
      const auto amount = rest.size() > 1 && rest[0] == '-' ? amount_of(rest.substr(1), '\0') : std::nullopt;
      if (!amount || amount->working) return std::nullopt;
      made.offset = Millis{-(amount->time + days(amount->days)).ms};
    }
    if (!time.empty() && !(made.minute = minute_of(time))) return std::nullopt;
    return made;
  }
  if (const auto space = text.find(' '); space != std::string::npos) {
    if (!(made.minute = minute_of(trimmed(text.substr(space))))) return std::nullopt;
    text = text.substr(0, space);
  }
  const auto at = parse_instant(text + " 00:00");
  if (!at || text.size() != 10) return std::nullopt;
  made.date = *at;
  return made;
}

// "12 days", "2 weeks", "36 hours", "12d".
std::optional<Millis> distance_of(const std::string& text) {
  const auto end = text.find_first_not_of("0123456789");
  const auto n = whole(text.substr(0, end));
  if (!n || *n <= 0 || end == std::string::npos) return std::nullopt;
  const std::string unit = trimmed(text.substr(end));
  if (unit == "h" || unit == "hour" || unit == "hours") return hours(*n);
  if (unit == "d" || unit == "day" || unit == "days") return days(*n);
  if (unit == "w" || unit == "working day" || unit == "working days") return Millis{days(*n).ms * 7 / 5};
  if (unit == "week" || unit == "weeks") return Millis{kWeek.ms * *n};
  if (unit == "month" || unit == "months") return Millis{kMonth.ms * *n};
  return std::nullopt;
}

bool is_header(const std::string& line, std::string& key, std::string& value) {
  static const std::set<std::string> kKeys{"life", "kind", "places", "from", "to", "every", "times", "on", "channel"};
  const auto colon = line.find(':');
  if (colon == std::string::npos || !kKeys.contains(line.substr(0, colon))) return false;
  key = line.substr(0, colon);
  value = trimmed(line.substr(colon + 1));
  return true;
}

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  LifeRead run(const std::string& text) {
    std::stringstream stream(text);
    std::string raw;
    for (number_ = 1; std::getline(stream, raw); ++number_) {
      raw = without_comment(raw);
      if (!trimmed(raw).empty()) take(raw);
    }
    end();
    return std::move(out_);
  }

 private:
  void fail(Words what, Words cure) {
    out_.faults.push_back({file_, number_, std::move(what), std::move(cure)});
    broken_ = true;
  }

  void take(const std::string& raw) {
    std::string key, value;
    const std::string line = trimmed(raw);
    if (is_header(line, key, value)) {
      header(key, value);
    } else if (line.starts_with('|') && !life_.picks.empty() && life_.lines.empty()) {
      alternatives(line.substr(1));
    } else if (line.starts_with("pick ")) {
      pick(line.substr(5));
    } else {
      act(raw);
    }
  }

  void header(const std::string& key, const std::string& value) {
    if (!begun_ && key != "life") return fail({"“" + key + ":”之前要有 life:", key + ": stands before life:"}, {"每条经历以 life: 开头", "A life begins with life:"});
    if (key == "life") {
      if (begun_) { end(); }
      else if (!life_.picks.empty()) { common_ = std::move(life_.picks); }
      life_ = {};
      life_.picks = common_;
      begun_ = true;
      life_.name = value;
      life_.file = file_;
      life_.number = number_;
    } else if (key == "kind") { life_.kind = value;
    } else if (key == "places") { life_.places = value;
    } else if (key == "channel") { life_.channel = value;
    } else if (key == "from") { moment(value, life_.from);
    } else if (key == "to") { moment(value, life_.to);
    } else if (key == "every") { every(value);
    } else if (key == "times") { times(value);
    } else { on(value); }
  }

  void moment(const std::string& value, std::optional<LifeMoment>& into) {
    into = moment_from(value);
    if (!into) fail({"不是日期：" + value, "This is no date: " + value}, date_cure());
  }
  static Words date_cure() { return {"写成 2023-09-29、2023-09-29 20:00、today-16d 或 now-3h", "Write it as 2023-09-29, 2023-09-29 20:00, today-16d or now-3h"}; }

  void every(const std::string& value) {
    const auto distance = distance_of(value);
    if (!distance) return fail({"不是间隔：" + value, "This is no distance: " + value}, {"写成 12 days、2 weeks 或 36 hours", "Write it as 12 days, 2 weeks or 36 hours"});
    life_.every = *distance;
  }
  void times(const std::string& value) {
    const auto n = whole(value);
    if (!n || *n < 1 || *n > kBeginningsMax) return fail({"不是次数：" + value, "This is no number of times: " + value}, {fmt::format("写 1 至 {} 的整数", kBeginningsMax), fmt::format("Write a whole number from 1 to {}", kBeginningsMax)});
    life_.times = *n;
  }
  void on(const std::string& value) {
    for (const std::string& part : parts_of(value, ',')) {
      std::optional<LifeMoment> one;
      moment(part, one);
      if (one) life_.on.push_back(*one);
    }
  }

  void pick(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) return fail({"pick 缺少 =", "This pick has no ="}, {"写成 pick what = 甲 | 乙", "Write it as pick what = one | another"});
    LifePick made;
    made.names = parts_of(text.substr(0, equals), ';');
    life_.picks.push_back(std::move(made));
    alternatives(text.substr(equals + 1));
  }
  void alternatives(const std::string& text) {
    LifePick& last = life_.picks.back();
    for (const std::string& one : parts_of(text, '|')) {
      if (one.empty()) continue;
      auto values = last.names.size() == 1 ? std::vector<std::string>{one} : parts_of(one, ';');
      if (values.size() != last.names.size()) {
        return fail({fmt::format("“{}”有 {} 个值，名称有 {} 个", one, values.size(), last.names.size()), fmt::format("'{}' has {} values for {} names", one, values.size(), last.names.size())},
                    {"名称与值都用 ; 分隔，个数相同", "Names and values are separated by ; and there are as many of both"});
      }
      last.alternatives.push_back(std::move(values));
    }
  }

  void act(const std::string& raw) {
    if (!begun_) return fail({"这一行之前要有 life:", "There is no life: before this line"}, {"每条经历以 life: 开头", "A life begins with life:"});
    const auto cells = columns_of(raw);
    if (cells.size() < 3) return fail({"一行要有时间、人、操作，各隔两个以上空格", "A line needs time, actor and action, two or more spaces apart"}, {"如：+20m..2h  street_clerk@street  accept  accepted", "Like: +20m..2h  street_clerk@street  accept  accepted"});
    LifeLine line;
    line.number = number_;
    if (!time(cells[0], line)) return fail({"看不懂时间：" + cells[0], "No time can be read here: " + cells[0]}, {"如 0、+20m..2h、+2d 09:00..17:00、+3w、70% +2h、?30% +2h", "Like 0, +20m..2h, +2d 09:00..17:00, +3w, 70% +2h or ?30% +2h"});
    line.actor = cells[1];
    const auto written = read_act(cells[2]);
    if (!written) return fail({"输入没有以 ) 结尾", "The inputs are not closed with ')'"}, {"补上 )；操作与预期之间空两格以上", "Close them; two or more spaces before what is expected"});
    line.act = *written;
    line.expected.assign(cells.begin() + 3, cells.end());
    for (const std::string& wanted : line.expected) {
      if (wanted.starts_with("REFUSED")) return fail({"演示里没有被拒绝的操作", "Nothing is refused in a demonstration"}, {"拒绝写进 .story", "Write refusals into a .story"});
    }
    life_.lines.push_back(std::move(line));
  }

  static bool time(std::string text, LifeLine& line) {
    if (const auto percent = text.find('%'); percent != std::string::npos) {
      line.skips = text.starts_with('?');
      const auto n = whole(text.substr(line.skips ? 1 : 0, percent - (line.skips ? 1 : 0)));
      if (!n || *n < 0 || *n > 100) return false;
      line.chance = *n;
      text = trimmed(text.substr(percent + 1));
    }
    if (const auto only = minutes_of(text)) {  // "09:00..11:00": of the same day
      line.after.by_day = true;
      line.after.of_day = *only;
      return true;
    }
    const auto read = read_delay(text);
    if (read) line.after = *read;
    return read && !read->back;
  }

  void end() {
    if (begun_) finish();
    life_ = {};
    begun_ = broken_ = false;
  }
  void finish() {
    const int at = std::exchange(number_, life_.number);
    if (life_.kind.empty()) fail({"缺少 kind:", "kind: is missing"}, {"写明是哪一种事项，如 kind: report", "Say of which kind its matters are, like kind: report"});
    if (life_.lines.empty() && !broken_) fail({"没有一行操作", "It has no line"}, {"至少写一行，第一行是新建", "Write one at least; the first opens the matter"});
    if ((life_.every.ms > 0) + (life_.times > 0) + !life_.on.empty() > 1) fail({"every、times、on 只能有一个", "Only one of every, times and on"}, {"删去其余", "Leave out the others"});
    number_ = at;
    if (!broken_) out_.lives.push_back(std::move(life_));
  }

  std::string file_;
  LifeRead out_;
  Life life_;
  std::vector<LifePick> common_;  // written before the first life of the file: every one's
  int number_ = 0;
  bool begun_ = false, broken_ = false;
};

const std::set<std::string> kOwnWords{"n", "year", "month", "day", "date", "place", "community", "street", "district"};
const std::set<std::string> kLevels{"place", "community", "street", "district"};

class Checker {
 public:
  Checker(const Life& life, const Rules& rules) : life_(life), rules_(rules) {
    for (const LifePick& pick : life.picks) names_.insert(pick.names.begin(), pick.names.end());
  }

  std::vector<LifeFault> run() {
    procedure_ = rules_.current(life_.kind);
    line_ = life_.number;
    if (!procedure_) {
      fail({"没有这种事项：" + life_.kind, "There is no kind " + life_.kind}, {"kind: 写流程文件夹的名称", "kind: is the name of a procedure's folder"});
      return std::move(faults_);
    }
    places();
    for (std::size_t i = 0; i < life_.lines.size(); ++i) {
      line_ = life_.lines[i].number;
      words(life_.lines[i]);
      actor(life_.lines[i].actor);
      if (life_.lines[i].actor != "clock") act(life_.lines[i], i == 0);
    }
    return std::move(faults_);
  }

 private:
  void fail(Words what, Words cure) { faults_.push_back({life_.file, line_, std::move(what), std::move(cure)}); }

  void places() {
    static const std::set<std::string> kGrids{"district", "street", "community", "all_purpose", "micro"};
    for (const std::string& one : parts_of(life_.places, ',')) {
      const auto& all = rules_.book->places();
      const bool known = one.starts_with("place:") ? std::any_of(all.begin(), all.end(), [&](const auto& place) { return place.second.kind == one.substr(6); })
                                                   : kGrids.contains(one) || rules_.book->grid(one) != nullptr || rules_.book->place(one) != nullptr;
      if (!known) fail({"没有这个地点：" + one, "There is no such place: " + one}, {"写 district、street、community、all_purpose、micro、place:类别，或登记册里的编码", "Write district, street, community, all_purpose, micro, place:KIND, or codes of the registers"});
    }
  }

  // Every word in braces must be filled by something.
  void words(const LifeLine& line) {
    const auto look = [&](const std::string& word) -> std::optional<std::string> {
      const bool matter = word.starts_with("matter:");
      if (matter && !rules_.current(word.substr(7))) fail({"没有这种事项：" + word.substr(7), "There is no kind " + word.substr(7)}, {"{matter:kind} 写流程的名称", "{matter:kind} takes the name of a procedure"});
      if (matter || names_.contains(word) || kOwnWords.contains(word) || read_delay(word)) return std::nullopt;
      fail({"没有什么来填 {" + word + "}", "Nothing fills {" + word + "}"}, {"用 pick " + word + " = … 定义，或用 {+14d 17:30}、{matter:kind}、{place}、{date}", "Define it by pick " + word + " = …, or use {+14d 17:30}, {matter:kind}, {place} or {date}"});
      return std::nullopt;
    };
    (void)filled(line.actor, look);
    (void)filled(line.act.inputs, look);
  }

  void actor(const std::string& written) {
    if (written == "resident" || written == "reporter" || written == "clock" || written.find('{') != std::string::npos) return;
    if (const auto role = role_at(written)) {
      const bool level = kLevels.contains(role->where) || rules_.book->unit(role->where) != nullptr;
      if (rules_.book->role(role->role) == nullptr) fail({"没有这个角色：" + role->role, "There is no role " + role->role}, {"见 registers/roles.toml", "See registers/roles.toml"});
      if (!level) fail({"@ 后面是 community、street、district 或一个单位：" + role->where, "After @ comes community, street, district or a unit, not " + role->where}, {"如 street_clerk@street", "Like street_clerk@street"});
      return;
    }
    if (rules_.book->person(written) == nullptr) fail({"没有这个人：" + written, "There is no person " + written}, {"写 registers/people.csv 里的编码，或 角色@street", "Write a code of registers/people.csv, or role@street"});
  }

  void act(const LifeLine& line, bool first) {
    if (!line.act.matter.empty()) return of_child(line);
    const procedure::ActionSpec* spec = procedure_->action(line.act.action);
    if (!spec) return fail({life_.kind + " 没有操作 " + line.act.action, life_.kind + " has no action " + line.act.action}, {"操作名见 procedure.toml", "The names of actions are in procedure.toml"});
    if (first != spec->opens()) fail({"第一行必须新建事项，其余不能", "The first line opens the matter, and no other does"}, {"新建操作是 " + procedure_->opening().name, "It is opened by " + procedure_->opening().name});
    common(line, *procedure_, *spec);
    steps(line, {procedure_});
  }

  // A child may be of any kind that this one calls.
  void of_child(const LifeLine& line) {
    std::vector<std::shared_ptr<const procedure::Procedure>> of;
    for (const auto& [kind, one] : rules_.by_kind) {
      if (one->action(line.act.action) && (line.act.matter == "child" || line.act.matter == kind)) of.push_back(one);
    }
    if (of.empty()) return fail({"“" + line.act.matter + "”没有操作 " + line.act.action, line.act.matter + " has no action " + line.act.action}, {"写 child: 操作，或 whistle: 操作", "Write child: action, or whistle: action"});
    if (of.size() == 1) common(line, *of.front(), *of.front()->action(line.act.action));
    steps(line, of);
  }

  void common(const LifeLine& line, const procedure::Procedure& procedure, const procedure::ActionSpec& spec) {
    if (spec.by != procedure::ActionSpec::By::kPerson) fail({spec.name + " 不是人做的", spec.name + " is done by nobody"}, {"它由时钟或引擎自己做，删去这一行", "A clock or the engine does it; leave the line out"});
    const auto look = [&](const procedure::Input*, const std::string& text) { return Value::text(text); };
    Request request;
    if (!fill_inputs(line.act.inputs, rules_, procedure, spec, look, request)) fail({"输入太多", "There are too many inputs"}, {"见 procedure.toml 的 takes", "See takes in procedure.toml"});
    for (const auto& [name, value] : request.inputs) {
      if (written_input(rules_, procedure, spec, name) == nullptr) fail({spec.name + " 没有输入 " + name, spec.name + " takes no " + name}, {"见 procedure.toml 的 takes", "See takes in procedure.toml"});
    }
    const bool chosen = request.to.empty() || request.to.find('{') != std::string::npos || std::find(spec.to.begin(), spec.to.end(), request.to) != spec.to.end();
    if (!chosen) fail({spec.name + " 不能转到 " + request.to, spec.name + " does not lead to " + request.to}, {"见 procedure.toml 的 to", "See to in procedure.toml"});
  }

  void steps(const LifeLine& line, const std::vector<std::shared_ptr<const procedure::Procedure>>& of) {
    for (const std::string& wanted : line.expected) {
      if (wanted == "-" || wanted.find(' ') != std::string::npos || wanted.find('{') != std::string::npos) continue;
      if (std::none_of(of.begin(), of.end(), [&](const auto& one) { return one->step(wanted) != nullptr; })) fail({"没有步骤 " + wanted, "There is no step " + wanted}, {"步骤名见 procedure.toml", "The names of steps are in procedure.toml"});
    }
  }

  const Life& life_;
  const Rules& rules_;
  std::shared_ptr<const procedure::Procedure> procedure_;
  std::set<std::string> names_;
  std::vector<LifeFault> faults_;
  int line_ = 0;
};

}  // namespace

std::optional<LifeDelay> read_delay(const std::string& text) {
  LifeDelay made;
  std::string rest = text;
  if (rest == "0" || rest.starts_with("0 ")) rest = "+0m" + rest.substr(1);
  if (!rest.starts_with('+') && !rest.starts_with('-')) return std::nullopt;
  made.back = rest.starts_with('-');
  rest = rest.substr(1);
  if (const auto space = rest.find(' '); space != std::string::npos) {
    made.of_day = minutes_of(trimmed(rest.substr(space)));
    if (!made.of_day) return std::nullopt;
    made.by_day = true;
    rest = rest.substr(0, space);
  }
  const auto dots = rest.find("..");
  std::string most_text = dots == std::string::npos ? rest : rest.substr(dots + 2);
  if (most_text.starts_with('+')) most_text = most_text.substr(1);
  const auto most = amount_of(most_text, '\0');
  const auto least = amount_of(rest.substr(0, dots), rest.empty() ? '\0' : most_text.empty() ? '\0' : most_text.back());
  if (!least || !most || least->working != most->working) return std::nullopt;
  made.working = most->working;
  const bool whole_days = !least->by_time && !most->by_time;
  if (made.working && !whole_days) return std::nullopt;
  made.by_day = made.by_day || whole_days;
  if (made.by_day && !whole_days && (least->time.ms != 0 || most->time.ms != 0)) return std::nullopt;  // "+2h 09:00" means nothing
  made.days_least = least->days;
  made.days_most = most->days;
  made.least = least->time + days(least->days);
  made.most = most->time + days(most->days);
  if (made.most < made.least) return std::nullopt;
  return made;
}

LifeRead read_lives(const std::string& file, const std::string& text) { return Reader(file).run(text); }

std::vector<LifeFault> check_life(const Life& life, const Rules& rules) { return Checker(life, rules).run(); }

std::string filled(const std::string& text, const Filling& value_of) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const auto open = text.find('{', at);
    const auto close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) return out + text.substr(at);
    const auto value = value_of(text.substr(open + 1, close - open - 1));
    out += text.substr(at, open - at) + (value ? *value : text.substr(open, close - open + 1));
    at = close + 1;
  }
}

std::optional<RoleAt> role_at(const std::string& word) {
  const auto at = word.find('@');
  if (at == std::string::npos || at == 0 || word.find_first_of(" ;,()") != std::string::npos) return std::nullopt;
  RoleAt made{word.substr(0, at), word.substr(at + 1), 1};
  if (const auto hash = made.where.find('#'); hash != std::string::npos) {
    const auto n = whole(made.where.substr(hash + 1));
    if (!n || *n < 1) return std::nullopt;
    made.which = *n;
    made.where = made.where.substr(0, hash);
  }
  return made;
}

std::vector<PersonCode> people_at(const registers::Book& book, const RoleAt& role, const GridCode& grid) {
  using registers::GridKind;
  const bool level = kLevels.contains(role.where);
  const GridCode area = role.where == "community" ? book.at_level(grid, GridKind::kCommunity)
                        : role.where == "street"  ? book.at_level(grid, GridKind::kStreet)
                        : role.where == "place"   ? grid
                                                  : book.at_level(grid, GridKind::kDistrict);
  const PartyCode office = level ? book.office_of(area) : role.where;
  std::vector<PersonCode> found, elsewhere;
  for (const auto& [code, person] : book.people()) {
    if (person.role != role.role) continue;
    if (person.unit == office && !(level && area.empty())) { found.push_back(code); }
    else if (level && !area.empty() && person.area == area) { elsewhere.push_back(code); }
  }
  found.insert(found.end(), elsewhere.begin(), elsewhere.end());
  return found;
}

}  // namespace shaoyin::app
