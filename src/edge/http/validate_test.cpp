#include "edge/http/validate.h"

#include <gtest/gtest.h>

#include <set>

#include "edge/http/json.h"

namespace shaoyin::http {
namespace {

Status check(const std::string& method, const std::string& pattern, Request request) {
  const Operation* operation = built_in_spec().find(method, pattern);
  EXPECT_NE(operation, nullptr);
  return operation == nullptr ? Status() : built_in_spec().check_request(*operation, request);
}

Request posting(const std::string& body, const std::string& type = "application/json") {
  Request request;
  request.body = body;
  request.headers.add("Content-Type", type);
  request.headers.add("idempotency-key", "abcdefgh");
  return request;
}

Status act(const std::string& body) {
  Request request = posting(body);
  request.params.add("id", "HX-2023-000001");
  request.params.add("action", "refuse");
  return check("POST", "/api/v1/matters/{id}/actions/{action}", request);
}

void expect_fault(const Status& status, ErrorCode code, const std::string& field, const std::string& detail = "") {
  ASSERT_FALSE(status.ok());
  EXPECT_STREQ(error_name(status.error().code), error_name(code));
  EXPECT_EQ(status.error().field, field);
  if (!detail.empty()) {
    EXPECT_EQ(status.error().detail, detail);
  }
}

TEST(Requests, AWellFormedActionPassesAndKeepsItsBody) {
  Request request = posting(R"({"revision":3,"record":2,"input":{"reason":"不属我方","call.unit[]":["water-co"],"count":2,"yes":true}})");
  request.params.add("id", "1");
  request.params.add("action", "refuse");
  const Operation* operation = built_in_spec().find("POST", "/api/v1/matters/{id}/actions/{action}");
  ASSERT_NE(operation, nullptr);
  ASSERT_TRUE(built_in_spec().check_request(*operation, request).ok());
  EXPECT_EQ(request.json->value.at("revision").as_int64(), 3);
}

TEST(Requests, NameTheFieldAtFault) {
  expect_fault(act(R"({"revision":3})"), ErrorCode::kMissingField, "input");
  expect_fault(act(R"({"input":{},"extra":1})"), ErrorCode::kUnknownField, "extra");
  expect_fault(act(R"({"input":{},"revision":"3"})"), ErrorCode::kWrongType, "revision", "integer");
  expect_fault(act(R"({"input":{},"revision":-1})"), ErrorCode::kNotAChoice, "revision", "revision_max=0..1000000000");
  expect_fault(act(R"({"input":{"a":{"deep":1}}})"), ErrorCode::kWrongType, "input.a", "number | array | string | boolean | null");
  expect_fault(act(R"({"input":{"a":[1]}})"), ErrorCode::kWrongType, "input.a[0]", "string | null");
  expect_fault(act(R"({"input":{"a":"x\u0000y"}})"), ErrorCode::kInvalidUtf8, "input.a");
  expect_fault(act(R"({"input":{"Bad Name 13800000000":1}})"), ErrorCode::kUnknownField, "input.?");
  expect_fault(act(R"({"input":{"a":")" + std::string(4001, 'x') + R"("}})"), ErrorCode::kTooLong, "input.a", "text_max=4000");
  expect_fault(act(R"([])"), ErrorCode::kWrongType, "", "object");
}

TEST(Requests, CountLettersNotBytes) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "哨";
  EXPECT_TRUE(act(R"({"input":{"a":")" + text + R"("}})").ok());
  EXPECT_FALSE(act(R"({"input":{"a":")" + text + "哨" + R"("}})").ok());
}

TEST(Requests, JsonIsReadStrictly) {
  expect_fault(act(R"({"input":{},"input":{}})"), ErrorCode::kMalformed, "input");
  expect_fault(act(R"({"input":{"a":1,"\u0061":2}})"), ErrorCode::kMalformed, "a");
  expect_fault(act("{\"input\":{\"a\":\"\xff\"}}"), ErrorCode::kInvalidUtf8, "body");
  expect_fault(act(R"({"input":{"a":"\ud800"}})"), ErrorCode::kMalformed, "body");
  expect_fault(act(R"({"input":{}} x)"), ErrorCode::kMalformed, "body");
  expect_fault(act(R"({"input":)"), ErrorCode::kMalformed, "body");
  expect_fault(act(R"({"input":{"a":NaN}})"), ErrorCode::kMalformed, "body");
  expect_fault(act(std::string(40, '[') + std::string(40, ']')), ErrorCode::kMalformed, "body", "json_depth_max=32");
}

TEST(Requests, TheKeyForDoingAThingOnceIsAskedFor) {
  Request request = posting(R"({"kind":"report","input":{}})");
  request.headers = Headers();
  request.headers.add("Content-Type", "application/json");
  expect_fault(check("POST", "/api/v1/matters", request), ErrorCode::kMissingField, "Idempotency-Key");
  request.headers.add("Idempotency-Key", "short");
  expect_fault(check("POST", "/api/v1/matters", request), ErrorCode::kTooShort, "Idempotency-Key");
  request.headers.set("Idempotency-Key", "with blanks in it");
  expect_fault(check("POST", "/api/v1/matters", request), ErrorCode::kMalformed, "Idempotency-Key", "idempotency_key_form");
  request.headers.set("Idempotency-Key", "a-fine-key");
  request.headers.add("idempotency-key", "another-key");
  expect_fault(check("POST", "/api/v1/matters", request), ErrorCode::kWrongType, "Idempotency-Key", "once");
}

TEST(Requests, QueriesAreTypedAndUnknownOnesRefused) {
  const auto list = [](const std::string& query) {
    Request request;
    request.query = *parse_query(query);
    return check("GET", "/api/v1/matters", request);
  };
  EXPECT_TRUE(list("kind=report&kind=whistle&open=true&limit=500&order=newest").ok());
  expect_fault(list("limit=501"), ErrorCode::kNotAChoice, "limit", "page_max=1..500");
  expect_fault(list("limit=ten"), ErrorCode::kWrongType, "limit", "integer");
  expect_fault(list("limit=1&limit=2"), ErrorCode::kWrongType, "limit", "once");
  expect_fault(list("open=yes"), ErrorCode::kNotAChoice, "open", "true | false");
  expect_fault(list("order=best"), ErrorCode::kNotAChoice, "order", "due | newest | oldest | updated");
  expect_fault(list("sort=due"), ErrorCode::kUnknownField, "sort");
  std::string many = "kind=a";
  for (int i = 0; i < 20; ++i) many += "&kind=a";
  expect_fault(list(many), ErrorCode::kTooLong, "kind", "choices_max=20");
}

TEST(Requests, PointsMustBeOnEarth) {
  const auto at = [](const std::string& body) { return check("POST", "/api/v1/places/locate", posting(body)); };
  expect_fault(at(R"({"lon":181,"lat":39})"), ErrorCode::kInvalidPoint, "lon");
  EXPECT_FALSE(at(R"({"lon":nan,"lat":39})").ok());
  EXPECT_TRUE(at(R"({"lon":117.2,"lat":39})").ok());
}

// Addresses are kept by browsers, proxies and logs; where somebody stands is not theirs to keep.
TEST(Requests, NoAddressSaysWhereSomebodyStands) {
  for (const auto& [method, pattern] : built_in_spec().operations()) {
    for (const Parameter& parameter : built_in_spec().find(method, pattern)->parameters) {
      EXPECT_FALSE(parameter.name == "lon" || parameter.name == "lat") << method << " " << pattern;
    }
  }
}

// People search for names and phones. Words for registers without persons may stand in an address; for people the handler refuses them.
TEST(Requests, NoAddressHoldsWordsThatMayNameSomebody) {
  static const std::set<std::string> harmless{"GET /api/v1/registers/{register}", "GET /api/v1/places/search"};
  for (const auto& [method, pattern] : built_in_spec().operations()) {
    for (const Parameter& parameter : built_in_spec().find(method, pattern)->parameters) {
      EXPECT_TRUE(parameter.name != "q" || harmless.contains(method + " " + pattern)) << method << " " << pattern;
    }
  }
  Request request;
  request.query = *parse_query("q=%E6%B0%B4");
  const Status refused = check("GET", "/api/v1/matters", request);
  expect_fault(refused, ErrorCode::kUnknownField, "q");
  EXPECT_NE(refused.error().said.en.find("POST /api/v1/matters/search"), std::string::npos);
  EXPECT_NE(refused.error().said.zh.find("POST /api/v1/matters/search"), std::string::npos);
}

TEST(Requests, OtherContentTypesAreRefused) {
  expect_fault(check("POST", "/api/v1/session", posting("login=a", "text/plain")), ErrorCode::kNotAChoice, "Content-Type", "application/json");
  EXPECT_TRUE(check("POST", "/api/v1/session", posting(R"({"login":"a","password":"b"})", "application/json; charset=utf-8")).ok());
}

TEST(Answers, MustBeWhatTheFilePromises) {
  const Operation* operation = built_in_spec().find("GET", "/api/v1/matters/{id}/explain");
  ASSERT_NE(operation, nullptr);
  EXPECT_TRUE(built_in_spec().check_answer(*operation, {.body = R"({"allowed":true,"reasons":[]})"}).ok());
  EXPECT_FALSE(built_in_spec().check_answer(*operation, {.body = R"({"allowed":true})"}).ok());
  EXPECT_FALSE(built_in_spec().check_answer(*operation, {.body = R"({"allowed":true,"reasons":[],"more":1})"}).ok());
  EXPECT_FALSE(built_in_spec().check_answer(*operation, {.status = 302}).ok());
}

TEST(Answers, ExtendedObjectsRefuseUnknownNamesToo) {
  const Operation* operation = built_in_spec().find("GET", "/api/v1/matters");
  ASSERT_NE(operation, nullptr);
  const std::string row = R"({"id":"1","number":"X-1","kind":"report","kind_label":"r","step":"s","step_label":"s","final":false,"title":"t",
    "owner":{"code":"a","name":"b"},"place":{"code":"a","name":"b"},"community":{"code":"a","name":"b"},"category":null,"channel":"portal","channel_label":"p",
    "opened":"2023-02-14T01:00:00.000Z","updated":"2023-02-14T01:00:00.000Z","promised":null,"next_due":null,"overdue":false,"contested":false,"returned":0,
    "provisional":false,"historical":false,"closed":null,"duplicates":0)";
  const auto page = [&](const std::string& more) {
    return Response{.body = R"({"rows":[)" + row + more + R"(}],"total":1,"counts":{"due_today":0,"overdue":0,"contested":0,"returned":0,"open":1},
      "district":{"code":"120103","name":"n","zone":"Asia/Shanghai","imported":false}})"};
  };
  EXPECT_TRUE(built_in_spec().check_answer(*operation, page("")).ok());
  expect_fault(built_in_spec().check_answer(*operation, page(R"(,"phone":"1")")), ErrorCode::kUnknownField, "answer.rows[0].phone");
}

TEST(Spec, RefusesAKeywordItWouldNotHonour) {
  const auto with = [](const std::string& schema) {
    return Spec::read(R"({"paths":{"/a":{"get":{"parameters":[{"name":"x","in":"query","schema":)" + schema + R"(}],"responses":{}}}}})");
  };
  EXPECT_TRUE(with(R"({"type":"string"})").ok());
  EXPECT_FALSE(with(R"({"type":"string","minimun":3})").ok());
  EXPECT_FALSE(with(R"({"type":"text"})").ok());
  EXPECT_FALSE(with(R"({"type":"string","pattern":"^a*$"})").ok()) << "a pattern needs a bound";
  EXPECT_FALSE(with(R"({"type":"string","maxLength":9,"pattern":"("})").ok());
  EXPECT_FALSE(with(R"({"$ref":"#/components/nowhere"})").ok());
}

}  // namespace
}  // namespace shaoyin::http
