#include "main/cli/link.h"

#include <iostream>

#include "app/tidy.h"
#include "edge/http/api.h"
#include "edge/http/client.h"
#include "edge/http/validate.h"
#include "main/cli/answers.h"
#include "main/cli/folder_use.h"

namespace shaoyin::cli {
namespace {

constexpr const char* kApi = "/api/v1";
constexpr const char* kLanguages[] = {"zh-CN", "en"};

Answer read_answer(int status, std::string type, std::string body) {
  Answer answer{status, std::move(type), std::move(body), nullptr};
  if (answer.type.starts_with("application/json")) {
    boost::system::error_code problem;
    answer.value = json::parse(answer.body, problem);
    if (problem) answer.value = nullptr;
  }
  return answer;
}

Error strange_answer(int status) {
  const std::string said = std::to_string(status);
  return fault(ErrorCode::kMalformed, "answer", "status " + said,
               {"--server 的地址有回应，但不是哨音服务的回答（状态 " + said + "）；请核对地址和端口", "Something answers at --server, but it is no Shaoyin (status " + said + "); check address and port"});
}

class ServerLink final : public Link {
 public:
  ServerLink(http::Url url, const Context& context) : client_(std::move(url)), context_(context) {}

  Result<Answer> send(const Ask& ask) override {
    http::Headers headers = ask.headers;
    headers.set("Accept-Language", kLanguages[context_.language == Language::kZh ? 0 : 1]);
    headers.set("Authorization", "Bearer " + context_.token);
    const Result<http::ClientAnswer> answer = client_.send(ask.method, kApi + ask.target, headers, ask.body);
    if (!answer) return answer.error();
    return read_answer(answer->status, answer->headers.get("Content-Type"), answer->body);
  }

 private:
  http::Client client_;
  const Context& context_;
};

// The handlers of the server over a folder of our own, without sockets and sessions.
class FolderLink final : public Link {
 public:
  FolderLink(std::unique_ptr<wiring::Folder> folder, PersonCode person, Language language)
      : folder_(std::move(folder)), person_(std::move(person)), language_(language),
        hub_(folder_->store(), folder_->house().district().id), api_{folder_->house(), folder_->files(), hub_, locators_, folder_->receipt_key(), &districts_} {
    for (app::House* house : folder_->imported()) districts_.add(api_, *house);
    router_.use(http::checked_by(http::built_in_spec()));
    http::add_matter_routes(router_, api_);
    http::add_action_routes(router_, api_);
    http::add_content_routes(router_, api_);
    http::add_file_routes(router_, api_);
    http::add_procedure_routes(router_, api_);
    http::add_register_routes(router_, api_);
    http::add_place_routes(router_, api_);
    http::add_district_routes(router_, api_);
  }

  // Nobody serves this folder, so nobody else finishes what an erasure began.
  ~FolderLink() override {
    for (Result<bool> more = true; more && *more;) more = folder_->store().purge_step();
  }

  Result<Answer> send(const Ask& ask) override {
    http::Request request;
    request.method = ask.method;
    request.target = kApi + ask.target;
    request.path = request.target.substr(0, request.target.find('?'));
    if (request.path.size() < request.target.size()) {
      const auto query = http::parse_query(std::string_view(request.target).substr(request.path.size() + 1));
      if (!query) return fault(ErrorCode::kInvalidUtf8, "query");
      request.query = *query;
    }
    request.body = ask.body;
    request.headers = ask.headers;
    request.id = "cli";
    request.language = language_;
    request.who = http::Who{person_, "", "", true};
    http::Response response = router_.dispatch(request);
    return read_answer(response.status, std::move(response.type), std::move(response.body));
  }

 private:
  std::unique_ptr<wiring::Folder> folder_;
  PersonCode person_;
  Language language_;
  http::FeedHub hub_;
  http::LocatorShelf locators_;
  http::Districts districts_;
  http::Api api_;
  http::Router router_;
};

// Who reads a folder when nobody is named: whoever checks it and does nothing else.
PersonCode auditor_of(const registers::Book& book) {
  for (const auto& [code, person] : book.people()) {
    const registers::Role* role = book.role(person.role);
    const bool checks = role != nullptr && role->verbs.contains("ledger.verify") && role->verbs.contains("matter.read");
    const registers::Grid* area = book.grid(person.area);
    if (checks && area != nullptr && area->kind == registers::GridKind::kDistrict) return code;
  }
  return {};
}

Result<PersonCode> who_acts(const Context& context, const registers::Book& book, bool acting) {
  if (!context.as.empty()) {
    if (book.person(context.as) != nullptr) return context.as;
    return fault(ErrorCode::kUnknownReference, "--as", context.as);
  }
  const PersonCode auditor = acting ? PersonCode() : auditor_of(book);
  if (!auditor.empty()) return auditor;
  return fault(ErrorCode::kMissingField, "--as", "",
               {"请用 --as 指明由谁操作（人员代码，见 register ls people）", "Say with --as who acts (a person's code, see `register ls people`)"});
}

Result<std::unique_ptr<Link>> open_server(const Context& context) {
  auto url = http::parse_url(context.server);
  if (!url) return url.error();
  if (context.token.empty()) {
    return fault(ErrorCode::kMissingField, "--token", "",
                 {"连接服务需要令牌：--token 或环境变量 SHAOYIN_TOKEN（由 user token 生成）", "A server asks for a token: --token or the variable SHAOYIN_TOKEN (made by `user token`)"});
  }
  if (context.token.find_first_of("\r\n") != std::string::npos) return fault(ErrorCode::kMalformed, "--token");
  return std::unique_ptr<Link>(std::make_unique<ServerLink>(*url, context));
}

}  // namespace

Result<std::unique_ptr<Link>> open_link(const Context& context, bool acting) {
  if (!context.server.empty()) return open_server(context);
  auto folder = open_folder(context);
  if (!folder) return folder.error();
  const auto person = who_acts(context, *(*folder)->house().rules()->book, acting);
  if (!person) return person.error();
  // A folder that nobody serves keeps time whenever it is opened: what was due has happened before we look.
  if (const auto ticked = app::tick_due((*folder)->house()); !ticked) return ticked.error();
  if (const auto tidied = app::tidy((*folder)->house()); !tidied) return tidied.error();
  return std::unique_ptr<Link>(std::make_unique<FolderLink>(std::move(*folder), *person, context.language));
}

namespace {

Result<json::value> value_of(const Context& context, Result<Answer> answer) {
  if (!answer) return answer.error();
  if (answer->ok() && !answer->value.is_null()) return std::move(answer->value);
  const json::value* error = answer->value.is_object() ? answer->value.as_object().if_contains("error") : nullptr;
  if (error == nullptr || !error->is_object()) return strange_answer(answer->status);
  const std::string code = text(*error, "code"), message = text(*error, "message");
  Error refused = fault(ErrorCode::kMalformed, text(*error, "field"), text(*error, "detail"));
  for (int i = 0; i <= static_cast<int>(ErrorCode::kDamaged); ++i) {
    if (code == error_name(static_cast<ErrorCode>(i))) refused.code = static_cast<ErrorCode>(i);
  }
  (context.language == Language::kZh ? refused.said.zh : refused.said.en) = message;
  return refused;
}

}  // namespace

Result<json::value> get_json(const Context& context, Link& link, const std::string& target) {
  return value_of(context, link.send({.target = target}));
}

Result<json::value> search_json(const Context& context, Link& link, const std::string& target, const std::string& words) {
  Ask ask{.method = "POST", .target = target, .body = json::serialize(json::object{{"q", words}})};
  ask.headers.set("Content-Type", "application/json");
  return value_of(context, link.send(ask));
}

Result<Answer> post_json(Link& link, const std::string& target, const json::value& body) {
  system::SystemChance chance;
  Ask ask{.method = "POST", .target = target, .body = body.is_null() ? std::string() : json::serialize(body)};
  if (!body.is_null()) ask.headers.set("Content-Type", "application/json");
  ask.headers.set("Idempotency-Key", "cli-" + chance.secret(16));
  return link.send(ask);
}

int fail(const Context& context, const Answer& answer) {
  const json::value* error = answer.value.is_object() ? answer.value.as_object().if_contains("error") : nullptr;
  if (error == nullptr || !error->is_object()) return fail(context, strange_answer(answer.status));
  const std::string code = text(*error, "code"), field = text(*error, "field"), hint = text(*error, "hint");
  if (context.json) std::cout << answer.body << "\n";
  std::cerr << "shaoyin: " << text(*error, "message") << " [" << code << (field.empty() ? "" : " " + field) << "]\n";
  if (!hint.empty()) std::cerr << "  " << hint << "\n";
  return exit_of(code, field);
}

void Query::add(const std::string& name, const std::string& value) {
  text_ += (text_.empty() ? "?" : "&") + name + "=" + http::percent_encoded(value);
}

}  // namespace shaoyin::cli
