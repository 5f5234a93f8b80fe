// The JSON API of api/openapi.yaml over the use cases of app. Handlers judge nothing themselves: who may, app and core
// decide; what is well-formed, validate.h has checked before.
// Threads: any.  Ownership: everything in Api is borrowed and outlives the router.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/callers.h"
#include "app/desk_tables.h"
#include "app/submit_action.h"
#include "core/register/locate.h"
#include "edge/http/feed_hub.h"
#include "edge/http/http.h"
#include "edge/http/json.h"
#include "edge/http/sessions.h"

namespace shaoyin::http {

// Finds grids for points; built once for each state of the registers.
class LocatorShelf {
 public:
  [[nodiscard]] std::shared_ptr<const registers::Locator> of(const std::shared_ptr<const registers::Book>& book);

 private:
  std::mutex mutex_;
  std::shared_ptr<const registers::Book> book_;
  std::shared_ptr<const registers::Locator> locator_;
};

class Districts;

// Writes a table, of which the first row is the heading, as the bytes of a file. Wiring implements it: edge/sheet is another edge.
struct TableFiles {
  using Cells = std::vector<std::vector<std::string>>;
  std::function<std::string(const Cells&)> csv;
  std::function<Result<std::string>(const Cells&)> workbook;  // errors kTooLarge, kStorage
};

// One district as the handlers see it.
struct Api {
  app::House& house;
  app::Files& files;
  FeedHub& hub;
  LocatorShelf& locators;
  std::string receipt_key;  // a wrapped vault key; residents' receipt codes are derived with it, so a repeated
                            // request shows the same code again
  const Districts* imported = nullptr;  // of the folder's own district: those beside it; null: there are none
  const Api* home = nullptr;            // of an imported district: the one whose registers name the staff
  Sessions* sessions = nullptr;         // null on the command line; REQUIRES: not null where feed routes are added
  app::DeskTables* tables = nullptr;    // REQUIRES: not null where view routes are added, nor the next
  const TableFiles* table_files = nullptr;
};

// The districts that imports have made, beside the folder's own. They are added as imports make them and stay.
// Threads: any.
class Districts {
 public:
  Districts();
  ~Districts();
  // `home` and `house` are borrowed. Harmless when the district is there already.
  void add(const Api& home, app::House& house);
  [[nodiscard]] const Api* find(DistrictId district) const;
  [[nodiscard]] std::vector<const Api*> all() const;  // by code
  void stop();                                        // ends their feeds

 private:
  struct Entry;
  mutable std::mutex mutex_;
  std::map<DistrictId, std::unique_ptr<Entry>> entries_;
};

void add_matter_routes(Router& router, Api& api);
void add_action_routes(Router& router, Api& api);
void add_content_routes(Router& router, Api& api);
void add_file_routes(Router& router, Api& api);
void add_procedure_routes(Router& router, Api& api);
void add_register_routes(Router& router, Api& api);
void add_place_routes(Router& router, Api& api);
void add_district_routes(Router& router, Api& api);
void add_feed_routes(Router& router, Api& api);
void add_view_routes(Router& router, Api& api);
void add_public_routes(Router& router, Api& api);
void add_notice_routes(Router& router, Api& api);
void add_api_routes(Router& router, Api& api);  // all of the above

// What handlers share.

using DistrictHandler = std::function<Response(const Api&, const Request&)>;
// A handler for the district that `?district=` names, else the folder's own. One that is not there and one that the
// caller may not read get the same refusal: kNotFound, field "district".
[[nodiscard]] Handler in_district(Api& home, DistrictHandler answer);
// {code, name, zone, imported}.
[[nodiscard]] json::object district_json(const Api& api, Language language);
// What a person may do in this district. Errors: kUnauthenticated (no longer in the registers), kNotFound (district).
[[nodiscard]] Result<access::Caller> caller_named(const Api& api, const PersonCode& person);
// The same for whoever asks. Error kUnauthenticated: nobody, or no longer in the registers.
[[nodiscard]] Result<access::Caller> caller_of(const Api& api, const Request& request);
// By number or id. Error kNotFound.
[[nodiscard]] Result<MatterId> find_matter(const Api& api, const std::string& reference);
// Loaded and visible to the caller, else kNotFound: what one may not see does not exist for one.
[[nodiscard]] Result<app::Loaded> readable_matter(const Api& api, const access::Caller& caller, const std::string& reference);
// The grid of a register place or grid code. Errors: kUnknownReference.
[[nodiscard]] Result<GridCode> grid_of(const registers::Book& book, const std::string& place, const std::string& field);
// The chosen place by its full name ("building 13"), then what was added in words: a grid alone says too little to whoever
// must go there. `place` may be a grid or empty; then the words stand alone.
[[nodiscard]] std::string said_place(const registers::Book& book, const std::string& place, const std::string& words);
// `lon` and `lat` of the body. Errors: kMissingField (place when both are missing), kInvalidPoint.
[[nodiscard]] Result<geo::Point> point_of(const json::object& body);
// The grid in which `lon` and `lat` of the body lie. Errors: kMissingField (place; place_confirmed when the point lies
// near a boundary and the body does not say that it is known which side is meant), kInvalidPoint, kOutsideDistrict.
[[nodiscard]] Result<GridCode> locate_body(const Api& api, const json::object& body);
// The grid of `place`, a code. Where the body holds lon and lat too, they must lie in it, or near enough that a phone may stand in
// it. Errors: kUnknownReference, those of locate_body but for place_confirmed, kInvalidPoint (field "lon": it lies elsewhere).
[[nodiscard]] Result<GridCode> grid_in_body(const Api& api, const json::object& body, const std::string& place);
// Who is asking, in words, for the session routes.
[[nodiscard]] Result<json::value> describe_me(const Api& api, const PersonCode& person, Language language);

}  // namespace shaoyin::http
