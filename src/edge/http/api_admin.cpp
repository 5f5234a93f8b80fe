// Keeping a folder while it is served: accounts, registers, backups, the ledger, imports. Each route asks for its verb on
// the district's root; nobody asks for a role.
#include "edge/http/api_admin.h"

#include "edge/http/words_json.h"

namespace shaoyin::http {
namespace {

using Answer = Response (*)(const Admin&, const Request&);

DistrictId district_of(const Admin& admin) { return admin.api.house.district().id; }

Status may(const Admin& admin, const Request& request, const std::string& verb) {
  const Result<access::Caller> caller = caller_of(admin.api, request);
  if (!caller) return caller.error();
  const std::shared_ptr<const app::Rules> rules = admin.api.house.rules();
  const access::Verdict verdict = access::authorize(*caller, verb, rules->book->path(std::to_string(district_of(admin).value)));
  return verdict.allowed ? Status() : Status(fault(ErrorCode::kForbidden, {}, verb, verdict.because));
}

Handler guarded(const Admin& admin, const char* verb, Answer answer) {
  return [&admin, verb, answer](Request& request) {
    if (const Status status = may(admin, request, verb); !status) return refusal(request, status.error());
    return answer(admin, request);
  };
}

Response begun(const Request& request, const Result<std::string>& id) {
  return id ? json_answer(json::object{{"id", *id}}, 202) : refusal(request, id.error());
}

json::object user_json(const Admin& admin, const app::Account& account, Language language) {
  const std::shared_ptr<const app::Rules> rules = admin.api.house.rules();
  const registers::Person* person = rules->book->person(account.person);
  const registers::Role* role = person != nullptr ? rules->book->role(person->role) : nullptr;
  return {{"login", account.login}, {"person", account.person}, {"name", person != nullptr ? person->name.in(language) : ""},
          {"role", person != nullptr ? person->role : ""}, {"role_name", role != nullptr ? role->name.in(language) : ""}, {"disabled", account.disabled}};
}

Response list_users(const Admin& admin, const Request& request) {
  const Result<std::vector<app::Account>> accounts = admin.accounts.accounts(district_of(admin));
  if (!accounts) return refusal(request, accounts.error());
  json::array rows;
  for (const app::Account& account : *accounts) rows.emplace_back(user_json(admin, account, request.language));
  return json_answer(json::object{{"rows", std::move(rows)}});
}

Response add_user(const Admin& admin, const Request& request) {
  const json::value& body = request.json->value;
  const std::shared_ptr<const app::Rules> rules = admin.api.house.rules();
  const std::string person = text_of(body, "person");
  if (rules->book->person(person) == nullptr) return refusal(request, fault(ErrorCode::kUnknownReference, "person", person));
  const app::Account account{person, text_of(body, "login"), hash_password(text_of(body, "password"), admin.cost), false};
  if (const Status stored = admin.accounts.add_account(district_of(admin), account); !stored) return refusal(request, stored.error());
  return json_answer(user_json(admin, account, request.language), 201);
}

Response change_user(const Admin& admin, const Request& request) {
  const std::string& login = request.params.get("login");
  const Result<std::optional<app::Account>> found = admin.accounts.account(district_of(admin), login);
  if (!found) return refusal(request, found.error());
  if (!*found) return refusal(request, app::no_account(login));
  const json::object& body = request.json->value.as_object();
  app::AccountChange change;
  if (const json::value* disabled = body.if_contains("disabled")) change.disabled = disabled->as_bool();
  if (change.disabled.value_or(false) && request.who && request.who->person == (*found)->person) {
    return refusal(request, fault(ErrorCode::kNotAllowedNow, "disabled", login,
                                  {"不能停用自己的账号：若您是唯一的管理员，就再没有人能登录管理。请由另一位管理员操作", "You cannot disable your own account: the only administrator would lock everybody out. Ask another administrator"}));
  }
  if (body.contains("password")) change.password_hash = hash_password(text_of(body, "password"), admin.cost);
  const Result<app::Account> account = admin.accounts.change_account(district_of(admin), login, change);
  if (!account) return refusal(request, account.error());
  return json_answer(user_json(admin, *account, request.language));
}

Response import_registers(const Admin& admin, const Request& request) {
  const json::object& body = request.json->value.as_object();
  RegistersAsked asked;
  for (const auto& [name, text] : body.at("files").as_object()) asked.files[name] = std::string(text.as_string());
  asked.commit = body.at("commit").as_bool();
  if (const json::value* draw = body.if_contains("draw")) asked.draw = draw->as_bool();
  if (const json::value* seed = body.if_contains("seed")) asked.seed = static_cast<std::uint64_t>(seed->as_int64());
  const Result<json::object> done = admin.keeping->import_registers(asked, request.language);
  return done ? json_answer(*done) : refusal(request, done.error());
}

Response import_matters(const Admin& admin, const Request& request) {
  return begun(request, admin.keeping->import_matters({request.query.get("map"), request.query.get("dry_run") == "true", request.body, request.language}));
}
Response back_up(const Admin& admin, const Request& request) { return begun(request, admin.keeping->back_up()); }
Response verify(const Admin& admin, const Request& request) { return begun(request, admin.keeping->verify_ledger(text_of(request.json->value, "number"))); }

// Whoever may begin a chore may ask how it stands; for others it does not exist.
Status may_see(const Admin& admin, const Request& request) {
  const std::string verb = admin.keeping->verb_of(request.params.get("id"));
  if (!verb.empty() && may(admin, request, verb)) return {};
  return fault(ErrorCode::kNotFound, "id");
}

Response chore(const Admin& admin, const Request& request) {
  if (const Status status = may_see(admin, request); !status) return refusal(request, status.error());
  const Result<json::object> found = admin.keeping->chore(request.params.get("id"), request.language);
  return found ? json_answer(*found) : refusal(request, found.error());
}

Response refused_rows(const Admin& admin, const Request& request) {
  if (const Status status = may_see(admin, request); !status) return refusal(request, status.error());
  Result<std::string> book = admin.keeping->refused_rows(request.params.get("id"));
  if (!book) return refusal(request, book.error());
  Response response;
  response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers.set("Content-Disposition", "attachment; filename=\"refused.xlsx\"");
  response.body = std::move(*book);
  return response;
}

// The same for what needs a folder; a house without one (tests over a memory store) has nothing to keep.
Handler kept(const Admin& admin, const char* verb, Answer answer) {
  const Handler inner = guarded(admin, verb, answer);
  return [&admin, inner](Request& request) { return admin.keeping != nullptr ? inner(request) : refusal(request, fault(ErrorCode::kNotFound, "path")); };
}

Handler kept_by_asker(const Admin& admin, Answer answer) {
  return [&admin, answer](Request& request) { return admin.keeping != nullptr ? answer(admin, request) : refusal(request, fault(ErrorCode::kNotFound, "path")); };
}

}  // namespace

void add_admin_routes(Router& router, const Admin& admin) {
  constexpr RoutePlan kHashes{.lane = Lane::kPassword};
  constexpr RoutePlan kUploads{.body_max = kUploadBodyMax};
  router.on("GET", "/api/v1/admin/users", guarded(admin, "user.manage", list_users));
  router.on("POST", "/api/v1/admin/users", guarded(admin, "user.manage", add_user), kHashes);
  router.on("POST", "/api/v1/admin/users/{login}", guarded(admin, "user.manage", change_user), kHashes);
  router.on("POST", "/api/v1/admin/registers", kept(admin, "register.edit", import_registers));
  router.on("POST", "/api/v1/admin/imports", kept(admin, "import.run", import_matters), kUploads);
  router.on("POST", "/api/v1/admin/backups", kept(admin, "backup.run", back_up));
  router.on("POST", "/api/v1/admin/ledger/verify", kept(admin, "ledger.verify", verify));
  router.on("GET", "/api/v1/admin/chores/{id}", kept_by_asker(admin, chore));
  router.on("GET", "/api/v1/admin/chores/{id}/refused", kept_by_asker(admin, refused_rows));
}

}  // namespace shaoyin::http
