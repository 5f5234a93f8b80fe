#include "edge/http/session_routes.h"

#include "core/base/utf8.h"
#include "edge/http/json.h"

namespace shaoyin::http {
namespace {

Response answer_me(const Request& request, const DescribeMe& describe, const PersonCode& person, const std::string& csrf) {
  const Result<json::value> me = describe(person, request.language);
  if (!me) return refusal(request, me.error());
  return json_answer(json::object{{"me", *me}, {"csrf", csrf}});
}

}  // namespace

void add_session_routes(Router& router, Sessions& sessions, DescribeMe describe, bool secure_cookie) {
  router.on("GET", "/api/v1/session", [describe](Request& request) {
    return answer_me(request, describe, request.who->person, request.who->csrf);
  });

  router.on("POST", "/api/v1/session", [&sessions, describe, secure_cookie](Request& request) {
    // Another site must not sign a browser in as somebody else.
    if (const Status status = same_site(request); !status) return refusal(request, status.error());
    const json::value& body = request.json->value;
    const Result<SignedIn> in = sessions.sign_in(text_of(body, "login"), text_of(body, "password"), request.peer);
    if (!in) return refusal(request, in.error());
    Response response = answer_me(request, describe, in->person, in->csrf);
    if (response.status == 200) response.headers.set("Set-Cookie", session_cookie(in->token, secure_cookie));
    return response;
  }, {.lane = Lane::kPassword});

  // For one's own scripts; a token cannot make its successor, or it would never end.
  router.on("POST", "/api/v1/session/token", [&sessions](Request& request) {
    if (request.who->bearer) {
      return refusal(request, fault(ErrorCode::kForbidden, "", "cookie", {"请用密码登录后再生成令牌", "Sign in with the password to make a token"}));
    }
    const std::string label = text_of(request.json->value, "label");
    if (is_blank(label)) return refusal(request, fault(ErrorCode::kMissingField, "label"));
    const Result<std::string> token = sessions.make_token(request.who->person, label, {.login = "", .password_hash = "", .token_hash = request.who->token_hash});
    if (!token) return refusal(request, token.error());
    return json_answer(json::object{{"person", request.who->person}, {"token", *token}}, 201);
  });

  router.on("DELETE", "/api/v1/session", [&sessions, secure_cookie](Request& request) {
    if (const Status status = sessions.sign_out(*request.who); !status) return refusal(request, status.error());
    Response response{.status = 204};
    response.headers.set("Set-Cookie", session_cookie("", secure_cookie));
    return response;
  });
}

}  // namespace shaoyin::http
