// What a resident can do without an account: report, see where it stands, say whether it is solved. Number and receipt
// code travel in bodies, never in addresses. A wrong code and an unknown number get the same answer.
#include "core/base/sha256.h"
#include "edge/http/act_json.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {
namespace {

constexpr std::size_t kCodeLetters = 12;  // of 32 each: 60 bits, which nobody guesses through a web form

// The receipt code of a report, from its idempotency key: the same request sent twice shows the same code.
Result<std::string> receipt_code(const Api& api, const std::string& key) {
  const Result<std::string> mac = api.house.vault().commitment(api.receipt_key, "receipt-code:" + key);
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
  if (body.contains("place")) return grid_of(book, text_of(body, "place"), "place");
  if (body.contains("lon") || body.contains("lat")) return locate_body(api, body);
  const std::string address = text_of(body, "address");
  if (address.empty()) return fault(ErrorCode::kMissingField, "place");
  const registers::Place* best = nullptr;
  for (const auto& [code, place] : book.places()) {
    const bool named_there = !place.name.zh.empty() && address.find(place.name.zh) != std::string::npos;
    if (named_there && (best == nullptr || place.name.zh.size() > best->name.zh.size())) best = &place;
  }
  return best != nullptr ? best->grid : std::to_string(api.house.district().id.value);
}

std::map<std::string, Value> report_inputs(const json::object& body) {
  std::map<std::string, Value> inputs;
  const auto take = [&](const char* from, const char* to) {
    if (const std::string text = text_of(body, from); !text.empty()) inputs[to] = Value::text(text);
  };
  take("what", "field.what");
  take("category", "field.category");
  take("address", "field.where");
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

Response report(const Api& api, const Request& request) {
  const json::object& body = request.json->value.as_object();
  const std::string& key = request.headers.get("Idempotency-Key");
  const Result<GridCode> place = where(api, body);
  if (!place) return refusal(request, place.error());
  if (text_of(body, "wish") == "reply" && text_of(body, "phone").empty()) {
    return refusal(request, fault(ErrorCode::kMissingField, "phone", "", {"希望电话答复，请留下电话", "An answer by phone needs a phone number"}));
  }
  const Result<std::string> code = receipt_code(api, key);
  if (!code) return refusal(request, code.error());
  app::Request act;
  act.caller = app::resident_caller(api.house.district().id, false, "public");
  act.key = key;
  act.kind = "report";
  act.place = *place;
  act.channel = "portal";
  act.inputs = report_inputs(body);
  act.secret_hash = secret_hash_of(*code);
  const Result<app::Receipt> receipt = app::submit_action(api.house, act);
  if (!receipt) return refusal(request, as_asked(receipt.error()));
  api.hub.announce();
  const Result<app::Stored> stored = api.house.store().load(api.house.district().id, receipt->matter);
  if (!stored) return refusal(request, stored.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  const std::string owner = words.unit_name(stored->row.owner);
  const std::string next = words.in("由", "") + owner + words.in("受理；请记下编号和查询码，随时可查进度。", " has it now. Keep the number and the code: they open the status page.");
  return json_answer(json::object{{"number", receipt->number}, {"code", *code}, {"owner", json::object{{"name", owner}}},
                                  {"promised", instant_or_null(stored->row.promised)}, {"next", next}}, 201);
}

// The matter whose number and code these are. Error kNotFound for either.
Result<app::Loaded> own_matter(const Api& api, const json::object& body) {
  const Error unknown = fault(ErrorCode::kNotFound, "number");
  const Result<MatterId> id = api.house.store().find_number(api.house.district().id, text_of(body, "number"));
  if (!id) return id.error().code == ErrorCode::kNotFound ? unknown : id.error();
  Result<app::Loaded> loaded = app::load_matter(api.house, *id);
  if (!loaded) return loaded.error();
  const std::string& hash = loaded->stored.secret_hash;
  if (hash.empty() || !equal_secret(hash, secret_hash_of(text_of(body, "code")))) return unknown;
  return loaded;
}

std::string plain_sentence(const app::MatterRow& row, const std::string& step, const Wording& words) {
  const std::string owner = words.unit_name(row.owner);
  if (row.final) return words.in("已结束：", "It has ended: ") + step + words.in("。", ".");
  std::string text = words.in("现在由", "It is with ") + owner + words.in("负责，", ", ") + words.in("环节：", "step: ") + step;
  if (row.promised) text += words.in("；承诺 ", "; promised by ") + format_local(*row.promised) + words.in(" 前答复", "");
  return text + words.in("。", ".");
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
  return json_answer(json::object{{"number", row.number}, {"revision", loaded->matter.revision}, {"step", row.step}, {"step_label", step},
                                  {"final", row.final}, {"plain", plain_sentence(row, step, words)}, {"owner", json::object{{"name", words.unit_name(row.owner)}}},
                                  {"promised", instant_or_null(row.promised)}, {"provisional", row.provisional},
                                  {"entries", (*page)->public_entries()}, {"actions", (*page)->actions()}});
}

Response act_on_own(const Api& api, const Request& request) {
  const json::object& body = request.json->value.as_object();
  const Result<app::Loaded> loaded = own_matter(api, body);
  if (!loaded) return refusal(request, loaded.error());
  app::Request act;
  act.caller = app::resident_caller(api.house.district().id, true, "reporter:" + std::to_string(loaded->matter.id.value));
  act.key = request.headers.get("Idempotency-Key");
  act.matter = loaded->matter.id;
  act.action = text_of(body, "action");
  if (const Status filled = fill_act(body, act); !filled) return refusal(request, filled.error());
  return submit(api, request, act, 200);
}

}  // namespace

void add_public_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/public/reports", [&api](Request& request) { return report(api, request); });
  router.on("POST", "/api/v1/public/status", [&api](Request& request) { return status(api, request); });
  router.on("POST", "/api/v1/public/actions", [&api](Request& request) { return act_on_own(api, request); });
}

}  // namespace shaoyin::http
