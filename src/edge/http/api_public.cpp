// What a resident can do without an account: report, show a photo, see what is known nearby and where their own report
// stands, say whether it is solved. Number and receipt code travel in bodies and headers, never in addresses. A wrong code
// and an unknown number get the same answer.
#include <map>
#include <optional>
#include <set>

#include "app/attach.h"
#include "app/readers.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "edge/http/act_json.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {
namespace {

// Pictures are re-encoded small by the page (long side 1,600 px, some 400 KB); more is not one of ours.
constexpr std::size_t kPublicPhotoMax = 5'000'000;

constexpr int kFollowMax = 5;  // one joins another that joined a third; a longer chain is an error of the data
constexpr int kNearbyMax = 5;  // cards on a phone; more would hide the form
constexpr double kNearbyWithin_m = 50;  // what one sees from where one stands; a border between grids hides nothing
constexpr std::size_t kCodeLetters = 12;  // of 32 each: 60 bits, which nobody guesses through a web form

// The receipt code of a report, from its idempotency key and itself: the same request sent twice shows the same code, and a key
// that comes again after it was forgotten, or from somebody with little fancy, opens nobody else's report.
Result<std::string> receipt_code(const Api& api, const std::string& key, MatterId matter) {
  const Result<std::string> mac = api.house.vault().commitment(api.receipt_key, "receipt-code:" + std::to_string(matter.value) + ":" + key);
  if (!mac) return mac.error();
  static constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // no I, L, O, U: read aloud and written by hand
  std::string code;
  for (std::size_t i = 0; i < kCodeLetters; ++i) {
    const int byte = std::stoi(mac->substr(2 * i, 2), nullptr, 16);
    if (i > 0 && i % 4 == 0) code += '-';
    code += kLetters[static_cast<std::size_t>(byte) % kLetters.size()];
  }
  return code;
}

// As people type it: small letters, without dashes, O for 0.
std::string secret_hash_of(const std::string& code) {
  std::string plain;
  for (const char c : code) {
    const char up = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (up != '-') plain += up == 'O' ? '0' : up == 'I' || up == 'L' ? '1' : up;
  }
  return to_hex(sha256("shaoyin-receipt-1:" + plain));
}

// Place, point, or an address in which a known place is named; else the district's own desk takes it.
Result<GridCode> where(const Api& api, const json::object& body) {
  const registers::Book& book = *api.house.rules()->book;
  if (body.contains("place")) return grid_in_body(api, body, text_of(body, "place"));
  if (body.contains("lon") || body.contains("lat")) return locate_body(api, body);
  const std::string address = text_of(body, "address");
  if (is_blank(address)) return fault(ErrorCode::kMissingField, "place");
  const registers::Place* named = book.place_named_in(address);
  return named != nullptr ? named->grid : std::to_string(api.house.district().id.value);
}

std::map<std::string, Value> report_inputs(const registers::Book& book, const json::object& body) {
  std::map<std::string, Value> inputs;
  const auto take = [&](const char* from, const char* to) {
    if (const std::string text = text_of(body, from); !text.empty()) inputs[to] = Value::text(text);
  };
  take("what", "field.what");
  take("category", "field.category");
  if (const std::string where = said_place(book, text_of(body, "place"), text_of(body, "address")); !where.empty()) inputs["field.where"] = Value::text(where);
  take("wish", "field.wish");
  take("name", "field.reporter_name");
  take("phone", "field.reporter_phone");
  return inputs;
}

// "field.reporter_phone" as the public form calls it.
Error as_asked(Error error) {
  static const std::map<std::string, std::string> names{{"field.what", "what"}, {"field.category", "category"}, {"field.where", "address"},
      {"field.wish", "wish"}, {"field.reporter_name", "name"}, {"field.reporter_phone", "phone"}};
  if (const auto found = names.find(error.field); found != names.end()) error.field = found->second;
  return error;
}

// Where a resident is, as far as they said it. Nothing is decided by it, so nobody is asked which side of a border it is.
struct Spot {
  GridCode grid;  // the chosen one, else the smallest that holds the point
  std::optional<geo::Point> point;
};

std::optional<geo::Point> site_point(const registers::Book& book, const std::string& code) {
  const registers::Place* place = book.place(code);
  if (place == nullptr || (place->lon == 0 && place->lat == 0)) return std::nullopt;
  const Result<geo::Point> point = geo::Point::check({place->lon, place->lat});
  return point ? std::optional(*point) : std::nullopt;
}

Result<Spot> spot_of(const Api& api, const json::object& body) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  if (!body.contains("place")) {
    const Result<geo::Point> point = point_of(body);
    if (!point) return point.error();
    const auto located = api.locators.of(rules->book)->locate(*point);
    return located ? Result<Spot>(Spot{located->path.front(), *point}) : located.error();
  }
  const Result<GridCode> grid = grid_in_body(api, body, text_of(body, "place"));
  if (!grid) return grid.error();
  return Spot{*grid, site_point(*rules->book, text_of(body, "place"))};
}

// Across a border only what is known to be close: by its place where one was chosen, else by its grid, which is all that is known.
bool close_by(const Api& api, const registers::Book& book, const Spot& spot, const app::MatterRow& row) {
  if (book.lies_in(row.place, spot.grid)) return true;
  const Result<app::Loaded> loaded = app::load_matter(api.house, row.id);
  const std::optional<geo::Point> site = loaded ? site_point(book, loaded->matter.site) : std::nullopt;
  return loaded && (!site || geo::distance_m(*spot.point, *site) <= kNearbyWithin_m);
}

Response report(const Api& api, const Request& request) {
  const json::object& body = request.json->value.as_object();
  const std::string& key = request.headers.get("Idempotency-Key");
  const Result<GridCode> place = where(api, body);
  if (!place) return refusal(request, place.error());
  if (text_of(body, "wish") == "reply" && text_of(body, "phone").empty()) {
    return refusal(request, fault(ErrorCode::kMissingField, "phone", "", {"希望电话答复，请留下电话", "An answer by phone needs a phone number"}));
  }
  app::Request act;
  act.caller = app::resident_caller(api.house.district().id, false, "public");
  act.key = key;
  act.kind = "report";
  act.place = *place;
  act.site = text_of(body, "place");
  act.inputs = report_inputs(*api.house.rules()->book, body);
  act.secret_hash = [&](MatterId matter) -> Result<std::string> {
    const Result<std::string> code = receipt_code(api, key, matter);
    return code ? Result<std::string>(secret_hash_of(*code)) : code;
  };
  const Result<app::Receipt> receipt = app::submit_action(api.house, act);
  if (!receipt) return refusal(request, as_asked(receipt.error()));
  const Result<std::string> code = receipt_code(api, key, receipt->matter);
  if (!code) return refusal(request, code.error());
  api.hub.announce();
  const Result<app::Loaded> opened = app::load_matter(api.house, receipt->matter);
  if (!opened) return refusal(request, opened.error());
  const auto page = MatterPage::open(api, *opened, act.caller, request.language);
  if (!page) return refusal(request, page.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  const std::string owner = words.unit_name(opened->stored.row.owner);
  const std::string next = words.in("由", "") + owner + words.in("受理；请记下编号和查询码，随时可查进度。", " has it now. Keep the number and the code: they open the status page.");
  return json_answer(json::object{{"number", receipt->number}, {"code", *code}, {"owner", json::object{{"name", owner}}},
                                  {"promised", instant_or_null(opened->stored.row.promised)},
                                  {"promised_label", (*page)->promise_label()}, {"next", next}}, 201);
}

// The matter whose number and code these are. Error kNotFound for either.
Result<app::Loaded> own_matter(const Api& api, const json::object& body) {
  const Error unknown = fault(ErrorCode::kNotFound, "number");
  const Result<MatterId> id = app::find_number(api.house.store(), api.house.district().id, text_of(body, "number"));
  if (!id) return id.error().code == ErrorCode::kNotFound ? unknown : id.error();
  Result<app::Loaded> loaded = app::load_matter(api.house, *id);
  if (!loaded) return loaded.error();
  const std::string& hash = loaded->stored.secret_hash;
  if (hash.empty() || !equal_secret(hash, secret_hash_of(text_of(body, "code")))) return unknown;
  return loaded;
}

// The matter that took this one in, to which its reporters look; nothing when it stands for itself.
std::optional<app::Loaded> followed(const Api& api, const app::Loaded& own) {
  std::optional<app::Loaded> last;
  MatterId next = own.matter.absorbed_into;
  for (int hop = 0; next.present() && hop < kFollowMax; ++hop) {
    Result<app::Loaded> loaded = app::load_matter(api.house, next);
    if (!loaded) break;
    next = loaded->matter.absorbed_into;
    last = std::move(*loaded);
  }
  return last;
}

Instant absorbed_at(const app::Loaded& own) {
  for (const ledger::Link& link : own.stored.links) {
    if (link.kind == matter::EventKind::kAbsorbed) return link.at;
  }
  return {};
}

std::string plain_sentence(const app::MatterRow& row, const MatterPage& page, const Wording& words) {
  const std::string step = page.step_label();
  const std::string owner = words.unit_name(row.owner);
  if (row.final) return words.in("已结束：", "It has ended: ") + step + words.in("。", ".");
  std::string text = words.in("现在由", "It is with ") + owner + words.in("负责，", ", ") + words.in("环节：", "step: ") + step;
  const std::string promise = page.promise_label();
  if (row.promised) text += words.in("；", "; ") + promise + words.in("不晚于 ", " by ") + format_local(*row.promised);
  return text + words.in("。", ".");
}

// How others read this matter: what they wrote reaches the resident masked, like everybody who was not there.
Result<std::unique_ptr<MatterPage>> from_outside(const Api& api, const app::Loaded& loaded, Language language) {
  return MatterPage::open(api, loaded, app::resident_caller(api.house.district().id, false, ""), language);
}

json::array answers(const Api& api, const app::Loaded& loaded, Language language) {
  const auto page = from_outside(api, loaded, language);
  return page ? (*page)->told() : json::array();
}

// Which unit did what: the lines of the joint plan that are done, of every whistle blown from here.
json::array work_done(const Api& api, const app::Loaded& loaded, Language language) {
  json::array all;
  for (const matter::Child& child : loaded.matter.children) {
    const Result<app::Loaded> whistle = app::load_matter(api.house, child.id);
    if (!whistle) continue;
    const auto page = from_outside(api, *whistle, language);
    if (!page) continue;
    for (json::value& line : (*page)->lines()) all.push_back(std::move(line));
  }
  return all;
}

// What a report that was joined to another shows: the other's progress. The promise is the earlier of both, which the
// other keeps; what happened before stays the resident's own story.
void show_followed(const Api& api, const app::Loaded& own, const app::Loaded& other, const Request& request, json::object& page) {
  const auto shown = MatterPage::open(api, other, app::resident_caller(api.house.district().id, false, ""), request.language);
  if (!shown) return;
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  const app::MatterRow& row = other.stored.row;
  for (json::value& entry : (*shown)->public_entries(absorbed_at(own))) page["entries"].as_array().push_back(std::move(entry));
  page["steps"] = (*shown)->steps();
  page["step_label"] = (*shown)->step_label();
  page["final"] = row.final;
  page["plain"] = plain_sentence(row, **shown, words);
  page["promised_label"] = (*shown)->promise_label();
  page["answers"] = (*shown)->told();
  page["done"] = work_done(api, other, request.language);
  page["owner"] = json::object{{"name", words.unit_name(row.owner)}};
  page["promised"] = instant_or_null(row.promised);
  page["provisional"] = row.provisional;
  page["follows"] = row.number;
}

Response status(const Api& api, const Request& request) {
  const Result<app::Loaded> loaded = own_matter(api, request.json->value.as_object());
  if (!loaded) return refusal(request, loaded.error());
  const app::MatterRow& row = loaded->stored.row;
  const auto page = MatterPage::open(api, *loaded, app::resident_caller(api.house.district().id, true, ""), request.language);
  if (!page) return refusal(request, page.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  const std::string step = (*page)->step_label();
  json::object answer{{"number", row.number}, {"revision", loaded->matter.revision}, {"step", row.step}, {"step_label", step},
                      {"final", row.final}, {"plain", plain_sentence(row, **page, words)}, {"owner", json::object{{"name", words.unit_name(row.owner)}}},
                      {"promised", instant_or_null(row.promised)}, {"provisional", row.provisional}, {"steps", (*page)->steps()},
                      {"follows", nullptr}, {"promised_label", (*page)->promise_label()},
                      {"reported", json::object{{"what", (*page)->field_text("what")}, {"where", (*page)->field_text("where")}}},
                      {"answers", answers(api, *loaded, request.language)}, {"done", work_done(api, *loaded, request.language)}, {"entries", (*page)->public_entries()}, {"actions", (*page)->actions()}};
  if (const auto other = followed(api, *loaded)) show_followed(api, *loaded, *other, request, answer);
  return json_answer(answer);
}

// Open reports about things (部件) in the same smallest grid, and across its border within 50 m. Never occurrences, which may be about people, and never
// anybody's words: class, place, state, owner and dates only.
Response nearby(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Book& book = *rules->book;
  Result<Spot> spot = spot_of(api, request.json->value.as_object());
  if (!spot) return refusal(request, spot.error());
  app::Filter filter;
  filter.kinds = {"report"};
  filter.areas = {spot->grid};
  if (spot->point) {
    const std::vector<GridCode> around = api.locators.of(rules->book)->smallest_within(*spot->point, kNearbyWithin_m);
    filter.areas.insert(filter.areas.end(), around.begin(), around.end());
  }
  filter.open = true;
  filter.opened_from = api.house.now() - app::kSameProblemWindow;
  filter.order = app::Filter::Order::kNewest;
  const Result<app::Page> page = api.house.store().list(api.house.district().id, filter);
  if (!page) return refusal(request, page.error());
  const Wording words(book, request.language);
  json::array rows;
  for (const app::MatterRow& row : page->rows) {
    const registers::Category* category = book.category(row.category);
    if (category == nullptr || !category->part || static_cast<int>(rows.size()) == kNearbyMax || !close_by(api, book, *spot, row)) continue;
    const json::object shown = row_json(*rules, row, words);
    rows.emplace_back(json::object{{"number", row.number}, {"category", words.in(category->name)}, {"place", words.grid_name(row.place)},
                                   {"step_label", shown.at("step_label")}, {"owner", json::object{{"name", words.unit_name(row.owner)}}},
                                   {"opened", format_utc(row.opened)}, {"promised", instant_or_null(row.promised)}});
  }
  return json_answer(json::object{{"rows", std::move(rows)}});
}

// Who holds the receipt code of a matter.
access::Caller reporter_of(const Api& api, MatterId matter) {
  return app::resident_caller(api.house.district().id, true, "reporter:" + std::to_string(matter.value));
}

Response put_photo(const Api& api, const Request& request) {
  const json::object keys{{"number", request.headers.get("X-Matter")}, {"code", request.headers.get("X-Receipt-Code")}};
  const Result<app::Loaded> loaded = own_matter(api, keys);
  if (!loaded) return refusal(request, loaded.error());
  const Result<std::string> name = app::attach(api.house, api.files, reporter_of(api, loaded->matter.id), *loaded, request.body);
  if (!name) return refusal(request, name.error());
  return json_answer(json::object{{"name", *name}}, 201);
}

Response act_on_own(const Api& api, const Request& request) {
  const json::object& body = request.json->value.as_object();
  const Result<app::Loaded> loaded = own_matter(api, body);
  if (!loaded) return refusal(request, loaded.error());
  app::Request act;
  act.caller = reporter_of(api, loaded->matter.id);
  act.key = request.headers.get("Idempotency-Key");
  act.matter = loaded->matter.id;
  act.action = text_of(body, "action");
  if (const Status filled = fill_act(body, act); !filled) return refusal(request, filled.error());
  return submit(api, request, act, api.house.rules()->of(loaded->matter), 200);
}

}  // namespace

void add_public_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/public/reports", [&api](Request& request) { return report(api, request); });
  router.on("POST", "/api/v1/public/status", [&api](Request& request) { return status(api, request); });
  router.on("POST", "/api/v1/public/nearby", [&api](Request& request) { return nearby(api, request); });
  router.on("POST", "/api/v1/public/files", [&api](Request& request) { return put_photo(api, request); }, {.body_max = kPublicPhotoMax});
  router.on("POST", "/api/v1/public/actions", [&api](Request& request) { return act_on_own(api, request); });
}

}  // namespace shaoyin::http
