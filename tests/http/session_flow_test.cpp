// Signing in, doing something, signing out, and what a stranger's page cannot do.
#include "tests/http/house.h"

namespace shaoyin::http {
namespace {

struct Session {
  std::string cookie, csrf;
};

Session sign_in(const House& house) {
  const Answer answer = ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk","password":"right"})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  const std::string cookie = answer.headers.at("set-cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
  return {cookie.substr(0, cookie.find(';')), std::string(json::parse(answer.body).at("csrf").as_string())};
}

TEST(Session, OpensIsUsedAndCloses) {
  House house;
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/session").status, 401);
  const Session session = sign_in(house);
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/session", "", {{"Cookie", "other=1; " + session.cookie}}).status, 200);
  const Answer out = ask(house.port(), "DELETE", "/api/v1/session", "", {{"Cookie", session.cookie}, {"X-CSRF-Token", session.csrf}});
  EXPECT_EQ(out.status, 204);
  EXPECT_NE(out.headers.at("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/session", "", {{"Cookie", session.cookie}}).status, 401);
}

TEST(Session, AnUnsafeRequestNeedsTheTokenOfThePage) {
  House house;
  const Session session = sign_in(house);
  const auto leave = [&](std::map<std::string, std::string> headers) {
    headers["Cookie"] = session.cookie;
    return ask(house.port(), "DELETE", "/api/v1/session", "", headers).status;
  };
  EXPECT_EQ(leave({}), 403);
  EXPECT_EQ(leave({{"X-CSRF-Token", "guess"}}), 403);
  EXPECT_EQ(leave({{"X-CSRF-Token", session.csrf}, {"Origin", "http://evil.example"}}), 403);
  EXPECT_EQ(leave({{"X-CSRF-Token", session.csrf}, {"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(leave({{"X-CSRF-Token", session.csrf}, {"Origin", "http://127.0.0.1:" + std::to_string(house.port())}}), 204);
}

TEST(Session, AnotherSiteCannotSignABrowserIn) {
  House house;
  EXPECT_EQ(ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk","password":"right"})", {{"Origin", "http://evil.example"}}).status, 403);
}

TEST(Session, ABearerTokenNeedsNoPageToken) {
  House house;
  const Result<std::string> token = house.sessions.make_token("p-demo", "script");
  ASSERT_TRUE(token.ok());
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/session", "", {{"Authorization", "Bearer " + *token}}).status, 200);
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/session", "", {{"Cookie", "shaoyin_session=" + *token}}).status, 401);
  EXPECT_EQ(ask(house.port(), "DELETE", "/api/v1/session", "", {{"Authorization", "Bearer " + *token}}).status, 204);
}

TEST(Session, RefusalsNameFieldFaultAndCureInTheCallersLanguage) {
  House house;
  const Answer zh = ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk"})");
  EXPECT_EQ(zh.status, 422);
  const json::object error = json::parse(zh.body).at("error").as_object();
  EXPECT_EQ(error.at("code"), "missing_field");
  EXPECT_EQ(error.at("field"), "password");
  EXPECT_EQ(error.at("message"), "缺少“password”");
  EXPECT_EQ(error.at("hint"), "请填写这一项后再提交");
  const Answer en = ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk"})", {{"Accept-Language", "en"}});
  EXPECT_EQ(json::parse(en.body).at("error").at("message"), "\"password\" is missing");
}

TEST(Session, WrongPasswordsAreCountedAndTheAnswerSaysHowLongToWait) {
  House house;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk","password":"wrong"})").status, 401);
  }
  const Answer wait = ask(house.port(), "POST", "/api/v1/session", R"({"login":"clerk","password":"right"})");
  EXPECT_EQ(wait.status, 429);
  EXPECT_EQ(wait.headers.at("retry-after"), "1");
}

}  // namespace
}  // namespace shaoyin::http
