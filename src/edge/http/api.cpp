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

void add_api_routes(Router& router, Api& api) {
  add_matter_routes(router, api);
  add_action_routes(router, api);
  add_content_routes(router, api);
  add_file_routes(router, api);
  add_procedure_routes(router, api);
  add_register_routes(router, api);
  add_place_routes(router, api);
  add_feed_routes(router, api);
  add_public_routes(router, api);
}

Result<access::Caller> caller_of(const Api& api, const Request& request) {
  if (!request.who) return fault(ErrorCode::kUnauthenticated);
  std::optional<access::Caller> caller = app::staff_caller(*api.house.rules()->book, request.who->person);
  if (!caller) return fault(ErrorCode::kUnauthenticated);
  return std::move(*caller);
}

Result<MatterId> find_matter(const Api& api, const std::string& reference) {
  std::int64_t id = 0;
  const char* end = reference.data() + reference.size();
  const auto read = std::from_chars(reference.data(), end, id);
  if (read.ec == std::errc() && read.ptr == end) return MatterId{id};
  const Result<MatterId> found = api.house.store().find_number(api.house.district().id, reference);
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

Result<GridCode> locate_body(const Api& api, const json::object& body) {
  const json::value* lon = body.if_contains("lon");
  const json::value* lat = body.if_contains("lat");
  if (lon == nullptr || lat == nullptr) return fault(ErrorCode::kMissingField, lon == nullptr && lat == nullptr ? "place" : lon == nullptr ? "lon" : "lat");
  const Result<geo::Point> point = geo::Point::check({lon->to_number<double>(), lat->to_number<double>()});
  if (!point) return point.error();
  const auto located = api.locators.of(api.house.rules()->book)->locate(*point);
  if (!located) return located.error();
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
