#include <gtest/gtest.h>

#include "app/error_text.h"
#include "edge/http/http.h"

namespace shaoyin::http {
namespace {

Request request_of(const std::string& method, const std::string& path) {
  Request request;
  request.method = method;
  request.path = path;
  return request;
}

Router two_routes() {
  Router router;
  router.on("GET", "/m/{id}", [](Request& r) { return Response{.body = "one " + r.params.get("id")}; });
  router.on("GET", "/m/new", [](Request&) { return Response{.body = "new"}; });
  router.on("POST", "/m", [](Request&) -> Response { throw std::runtime_error("secret address"); });
  return router;
}

TEST(Router, FindsTheLiteralRouteBeforeTheOneWithAHole) {
  const Router router = two_routes();
  Request fresh = request_of("GET", "/m/new");
  Request one = request_of("GET", "/m/%E5%93%A8");
  EXPECT_EQ(router.dispatch(fresh).body, "new");
  EXPECT_EQ(router.dispatch(one).body, "one 哨");
  EXPECT_EQ(one.route, "/m/{id}");
}

TEST(Router, RefusesPathsThatAreNoText) {
  const Router router = two_routes();
  for (const char* path : {"/m/%", "/m/%ZZ", "/m/%FF%FE", "/m/%00"}) {
    Request request = request_of("GET", path);
    EXPECT_EQ(router.dispatch(request).status, 400) << path;
  }
}

TEST(Router, SaysWhichMethodsAPathHas) {
  const Router router = two_routes();
  Request request = request_of("DELETE", "/m");
  const Response response = router.dispatch(request);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.headers.get("allow"), "POST");
}

TEST(Router, WhatAHandlerThrowsNeverReachesTheCaller) {
  const Router router = two_routes();
  Request request = request_of("POST", "/m");
  const Response response = router.dispatch(request);
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body.find("secret"), std::string::npos);
}

TEST(Router, RunsMiddlewareOutermostFirstAndAroundUnknownPathsToo) {
  Router router = two_routes();
  std::string order;
  router.use([&](Request& r, const Handler& next) { order += "a"; Response x = next(r); order += "z"; return x; });
  router.use([&](Request& r, const Handler& next) { order += "b"; Response x = next(r); order += "y"; return x; });
  Request request = request_of("GET", "/nowhere");
  EXPECT_EQ(router.dispatch(request).status, 404);
  EXPECT_EQ(order, "abyz");
}

TEST(Query, IsDecodedOrRefusedAsAWhole) {
  EXPECT_EQ(parse_query("q=%E5%93%A8+1&q=2")->all("q"), (std::vector<std::string>{"哨 1", "2"}));
  EXPECT_FALSE(parse_query("q=%E5%93"));
  EXPECT_FALSE(parse_query("q=%1"));
}

TEST(Language, FollowsTheCallersOrderAndFallsBackToChinese) {
  EXPECT_EQ(preferred_language(""), Language::kZh);
  EXPECT_EQ(preferred_language("en-GB,en;q=0.9,zh;q=0.8"), Language::kEn);
  EXPECT_EQ(preferred_language("fr,zh-CN;q=0.9,en;q=0.5"), Language::kZh);
}

TEST(Status, EveryCodeHasOne) {
  for (const ErrorCode code : app::all_error_codes()) {
    EXPECT_GE(status_of(code), 400) << error_name(code);
    EXPECT_LE(status_of(code), 503) << error_name(code);
  }
}

TEST(Refusal, SaysHowLongToWait) {
  Request request;
  EXPECT_EQ(refusal(request, fault(ErrorCode::kTooManyAttempts, "login", "42 s")).headers.get("Retry-After"), "42");
  EXPECT_EQ(refusal(request, fault(ErrorCode::kBusy)).headers.get("Retry-After"), "1");
}

}  // namespace
}  // namespace shaoyin::http
