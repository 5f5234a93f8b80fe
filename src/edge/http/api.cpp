#include "edge/http/api.h"

#include <algorithm>
#include <charconv>

#include "app/detail_words.h"
#include "app/readers.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {

std::shared_ptr<const registers::Locator> LocatorShelf::of(const std::shared_ptr<const registers::Book>& book) {
  const std::lock_guard lock(mutex_);
  if (book_ != book) {
    locator_ = std::make_shared<registers::Locator>(book);
    book_ = book;
  }
  return locator_;
}

namespace {

Error no_such_district() {
  return fault(ErrorCode::kNotFound, "district", "history.read",
               {"没有这个区域，或您没有查看它的权限（history.read）。可看的区域见 /districts。",
                "There is no such district, or you may not read it (history.read). /districts lists those you may read."});
}

// A phone is off by as much as the next office is near: whoever stands there must say which side it is.
Error needs_confirmation(const registers::Book& book, const registers::Located& located) {
  const auto community = std::find_if(located.path.begin(), located.path.end(), [&](const GridCode& code) {
    return book.grid(code) != nullptr && book.grid(code)->kind == registers::GridKind::kCommunity;
  });
  const GridCode here = community == located.path.end() ? located.path.front() : *community;
  const Wording zh(book, Language::kZh), en(book, Language::kEn);
  const Words there = located.other.empty() ? Words{"区外", "outside the district"} : Words{zh.grid_name(located.other), en.grid_name(located.other)};
  return fault(ErrorCode::kMissingField, "place_confirmed", "needs_confirmation " + here + " " + located.other,
               {"这个点离边界不到 30 米：一侧是" + zh.grid_name(here) + "（" + here + "），另一侧是" + there.zh + (located.other.empty() ? "" : "（" + located.other + "）") +
                    "。确认在" + zh.grid_name(here) + "请加上 place_confirmed，否则请用 place 指明另一侧",
                "The point lies within 30 m of a boundary: on this side " + en.grid_name(here) + " (" + here + "), on the other " + there.en +
                    (located.other.empty() ? "" : " (" + located.other + ")") + ". Send place_confirmed if it is " + en.grid_name(here) + ", or name the other side as place"});
}

const Api* named_district(const Api& home, const std::string& code) {
  DistrictId district;
  std::from_chars(code.data(), code.data() + code.size(), district.value);
  if (district == home.house.district().id) return &home;
  return home.imported != nullptr ? home.imported->find(district) : nullptr;
}

}  // namespace

struct Districts::Entry {
  Entry(const Api& home, app::House& house) : hub(house.store(), house.district().id), api{house, home.files, hub, locators, {}, nullptr, &home, home.sessions} {}
  FeedHub hub;
  LocatorShelf locators;
  Api api;
};

Districts::Districts() = default;
Districts::~Districts() = default;

void Districts::add(const Api& home, app::House& house) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Entry>& entry = entries_[house.district().id];
  if (!entry) entry = std::make_unique<Entry>(home, house);
}

const Api* Districts::find(DistrictId district) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(district);
  return found == entries_.end() ? nullptr : &found->second->api;
}

std::vector<const Api*> Districts::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<const Api*> all;
  for (const auto& [code, entry] : entries_) all.push_back(&entry->api);
  return all;
}

void Districts::stop() {
  const std::lock_guard lock(mutex_);
  for (const auto& [code, entry] : entries_) entry->hub.stop();
}

Handler in_district(Api& home, DistrictHandler answer) {
  return [&home, answer = std::move(answer)](Request& request) {
    if (!request.query.has("district")) return answer(home, request);
    const Api* api = named_district(home, request.query.get("district"));
    if (api == nullptr) return refusal(request, no_such_district());
    if (api != &home) {
      if (const Result<access::Caller> caller = caller_of(*api, request); !caller) return refusal(request, caller.error());
    }
    return answer(*api, request);
  };
}

json::object district_json(const Api& api, Language language) {
  const app::DistrictSettings& district = api.house.district();
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const std::string code = std::to_string(district.id.value);
  return {{"code", code}, {"name", Wording(*rules->book, language).grid_name(code)}, {"zone", district.zone}, {"imported", district.imported}};
}

void add_api_routes(Router& router, Api& api) {
  add_matter_routes(router, api);
  add_action_routes(router, api);
  add_content_routes(router, api);
  add_file_routes(router, api);
  add_procedure_routes(router, api);
  add_register_routes(router, api);
  add_place_routes(router, api);
  add_district_routes(router, api);
  add_feed_routes(router, api);
  add_view_routes(router, api);
  add_public_routes(router, api);
  add_notice_routes(router, api);
}

Result<access::Caller> caller_named(const Api& api, const PersonCode& person) {
  const app::House& staff_of = api.home != nullptr ? api.home->house : api.house;
  const std::shared_ptr<const app::Rules> rules = staff_of.rules();
  std::optional<access::Caller> caller = app::staff_caller(*rules->book, person);
  if (!caller) return fault(ErrorCode::kUnauthenticated);
  if (api.home == nullptr) return std::move(*caller);
  std::optional<access::Caller> reader = app::history_caller(*caller, *rules->book, staff_of.district().id, api.house.district().id);
  if (!reader) return no_such_district();
  return std::move(*reader);
}

Result<access::Caller> caller_of(const Api& api, const Request& request) {
  if (!request.who) return fault(ErrorCode::kUnauthenticated);
  return caller_named(api, request.who->person);
}

Result<MatterId> find_matter(const Api& api, const std::string& reference) {
  std::int64_t id = 0;
  const char* end = reference.data() + reference.size();
  const auto read = std::from_chars(reference.data(), end, id);
  if (read.ec == std::errc() && read.ptr == end) return MatterId{id};
  const Result<MatterId> found = app::find_number(api.house.store(), api.house.district().id, reference);
  if (!found && found.error().code == ErrorCode::kNotFound) return fault(ErrorCode::kNotFound, "id");
  return found;
}

Result<app::Loaded> readable_matter(const Api& api, const access::Caller& caller, const std::string& reference) {
  const Result<MatterId> id = find_matter(api, reference);
  if (!id) return id.error();
  Result<app::Loaded> loaded = app::load_matter(api.house, *id);
  // Hidden and absent get the same answer to the letter, so that nobody learns which numbers exist.
  if (!loaded) return loaded.error().code == ErrorCode::kNotFound ? fault(ErrorCode::kNotFound, "id") : loaded.error();
  if (!app::may_see(api.house, *api.house.rules(), caller, *loaded)) return fault(ErrorCode::kNotFound, "id");
  return loaded;
}

Result<GridCode> grid_of(const registers::Book& book, const std::string& place, const std::string& field) {
  if (book.grid(place) != nullptr) return place;
  const registers::Place* found = book.place(place);
  if (found == nullptr) return fault(ErrorCode::kUnknownReference, field, app::shown_code(place));
  return found->grid;
}

std::string said_place(const registers::Book& book, const std::string& code, const std::string& words) {
  const registers::Place* place = book.place(code);
  if (place == nullptr || words.find(place->name.zh) != std::string::npos) return words;
  return place->name.zh + (words.empty() ? "" : " " + words);
}

Result<geo::Point> point_of(const json::object& body) {
  const json::value* lon = body.if_contains("lon");
  const json::value* lat = body.if_contains("lat");
  if (lon == nullptr || lat == nullptr) return fault(ErrorCode::kMissingField, lon == nullptr && lat == nullptr ? "place" : lon == nullptr ? "lon" : "lat");
  return geo::Point::check({lon->to_number<double>(), lat->to_number<double>()});
}

namespace {

Result<registers::Located> point_in_body(const Api& api, const std::shared_ptr<const registers::Book>& book, const json::object& body) {
  const Result<geo::Point> point = point_of(body);
  if (!point) return point.error();
  return api.locators.of(book)->locate(*point);
}

Error elsewhere(const registers::Book& book, const registers::Located& located, const GridCode& grid) {
  const Wording zh(book, Language::kZh), en(book, Language::kEn);
  const GridCode& there = located.path.front();
  return fault(ErrorCode::kInvalidPoint, "lon", "place " + grid,
               {"坐标在" + zh.grid_name(there) + "，所选地点却在" + zh.grid_name(grid), "The point lies in " + en.grid_name(there) + ", the chosen place in " + en.grid_name(grid)},
               {"请只报其中一个：要么地点（place），要么坐标（lon 和 lat）", "Send one of them: the place, or the point (lon and lat)"});
}

}  // namespace

Result<GridCode> grid_in_body(const Api& api, const json::object& body, const std::string& place) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Book& book = *rules->book;
  const Result<GridCode> grid = grid_of(book, place, "place");
  if (!grid || (!body.contains("lon") && !body.contains("lat"))) return grid;
  const auto located = point_in_body(api, rules->book, body);
  if (!located) return located.error();
  // Asked which side of a boundary is meant, the other side is an answer.
  const GridCode& other = located->other;
  const bool across = !other.empty() && (book.lies_in(*grid, other) || book.lies_in(other, *grid));
  if (!across && !book.lies_in(located->path.front(), *grid)) return elsewhere(book, *located, *grid);
  return grid;
}

Result<GridCode> locate_body(const Api& api, const json::object& body) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto located = point_in_body(api, rules->book, body);
  if (!located) return located.error();
  const json::value* confirmed = body.if_contains("place_confirmed");
  const bool sure = confirmed != nullptr && confirmed->is_bool() && confirmed->get_bool();
  if (located->ask_confirm && !sure) return needs_confirmation(*rules->book, *located);
  return located->path.front();
}

Result<json::value> describe_me(const Api& api, const PersonCode& code, Language language) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Person* person = rules->book->person(code);
  if (person == nullptr) return fault(ErrorCode::kUnauthenticated);
  const Wording words(*rules->book, language);
  const registers::Role* role = rules->book->role(person->role);
  json::array verbs;
  if (role != nullptr) {
    for (const std::string& verb : role->verbs) verbs.emplace_back(verb);
  }
  return json::value(json::object{{"person", code}, {"name", person->name.in(language)}, {"unit", words.unit(person->unit)},
                                  {"role", named(person->role, role != nullptr ? role->name.in(language) : person->role)},
                                  {"area", words.grid(person->area)}, {"verbs", std::move(verbs)}});
}

}  // namespace shaoyin::http
