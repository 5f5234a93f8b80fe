// What a matter says in writing and rests on: documents in the words of their day, notices for everybody, another matter as it once stood.
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

struct Documents : ApiTest {
  Documents() : ApiTest(demo_rules_with("tests/http/inquiry.toml", "[public.finding]\nzh = \"核查结果：{field.result}\"\nen = \"The inquiry found: {field.result}\"\n")) {}

  json::object act(const std::string& number, const std::string& action, const std::string& input = "{}") {
    clock.ms += 60'000;
    return read(as(kDesk, "POST", "/matters/" + number + "/actions/" + action, R"({"input":)" + input + "}", action + "-" + number + "-" + std::to_string(++acts_)));
  }
  std::string inquiry_into(const std::string& number, const std::string& more = "") {
    const std::string body = R"({"kind":"inquiry","input":{"place":"120103014004","field.what":"Was it right? Ask 13800000000","field.of":")" + number + "\"" + more + "}}";
    return std::string(read(as(kDesk, "POST", "/matters", body, "inquiry-of-" + number), 201).at("number").as_string());
  }
  json::object matter(const std::string& reference) { return read(as(kDesk, "GET", "/matters/" + reference)); }
  json::array notices() { return read(ask(service.port(), "GET", "/api/v1/public/notices", "", {{"Accept-Language", "en"}})).at("rows").as_array(); }

 private:
  int acts_ = 0;
};

std::string text(const json::value& value) { return std::string(value.as_string()); }

TEST_F(Documents, AnInquiryRestsOnTheMatterAsItStood) {
  const std::string report = text(reported().at("number"));
  const std::int64_t then = matter(report).at("revision").as_int64();
  const std::string inquiry = inquiry_into(report);
  accept(report);
  const json::object link = matter(inquiry).at("links").as_array().at(0).as_object();
  EXPECT_EQ(link.at("revision").as_int64(), then);
  EXPECT_EQ(text(matter(report).at("step")), "accepted");
  const json::object frozen = matter(report + "?revision=" + std::to_string(then));
  EXPECT_EQ(text(frozen.at("step")), "reported");
  EXPECT_EQ(frozen.at("head").at("hash"), link.at("hash"));
  EXPECT_EQ(frozen.at("as_of").at("head"), matter(report).at("revision"));
  EXPECT_TRUE(frozen.at("actions").as_array().empty());
}

TEST_F(Documents, NoMatterStoodAfterEntriesItNeverHad) {
  const std::string report = text(reported().at("number"));
  const Answer refused = as(kDesk, "GET", "/matters/" + report + "?revision=4000");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(code_of(refused), "not_a_choice");
}

TEST_F(Documents, WhatTheReaderMayNotSeeIsADashInThem) {
  const std::string inquiry = inquiry_into(text(reported().at("number")), R"(,"field.note":77)");
  act(inquiry, "find", R"({"field.result":"kept"})");
  const auto inner = [&] { return text(read(as(kDesk, "GET", "/matters/" + inquiry + "/documents/1")).at("paragraphs").at(2)); };
  EXPECT_EQ(inner(), "Inner number: 77");
  act(inquiry, "hand_over");  // the desk's unit owns it no more
  EXPECT_EQ(inner(), "Inner number: ——");
}

TEST_F(Documents, TheMatterAsItStoodIsJudgedByWhatOneMaySeeToday) {
  const std::string inquiry = inquiry_into(text(reported().at("number")), R"(,"field.note":77)");
  const std::int64_t then = matter(inquiry).at("revision").as_int64();
  EXPECT_TRUE(names(matter(inquiry).at("fields")).contains("note"));
  act(inquiry, "hand_over");
  EXPECT_FALSE(names(matter(inquiry).at("fields")).contains("note"));
  EXPECT_FALSE(names(matter(inquiry + "?revision=" + std::to_string(then)).at("fields")).contains("note"));
}

TEST_F(Documents, ADocumentKeepsTheWordsOfItsDay) {
  const std::string inquiry = inquiry_into(text(reported().at("number")));
  act(inquiry, "find", R"({"field.result":"kept"})");
  act(inquiry, "find", R"({"field.result":"changed"})");
  const json::object first = read(as(kDesk, "GET", "/matters/" + inquiry + "/documents/1"));
  EXPECT_EQ(text(first.at("paragraphs").at(0)), "Result: kept.");
  EXPECT_EQ(text(read(as(kDesk, "GET", "/matters/" + inquiry + "/documents/2")).at("paragraphs").at(0)), "Result: changed.");
  EXPECT_EQ(text(first.at("paragraphs").at(1)).find("13800000000"), std::string::npos) << "free text is masked";
  EXPECT_EQ(as(kDesk, "GET", "/matters/" + inquiry + "/documents/3").status, 404);
}

TEST_F(Documents, ANoticeIsReadByEverybodyUntilItIsTakenDown) {
  EXPECT_TRUE(notices().empty());
  const std::string inquiry = inquiry_into(text(reported().at("number")));
  act(inquiry, "find", R"({"field.result":"kept"})");
  ASSERT_EQ(notices().size(), 1U);
  EXPECT_EQ(text(notices().at(0).at("number")), inquiry);
  EXPECT_EQ(matter(inquiry).at("published").as_array().size(), 1U);
  act(inquiry, "take_down");
  EXPECT_TRUE(notices().empty());
  act(inquiry, "find", R"({"field.result":"changed"})");
  ASSERT_EQ(notices().size(), 1U);
  EXPECT_EQ(text(notices().at(0).at("text")), "The inquiry found: changed");
}

TEST_F(Documents, ANoticeComesDownWithItsMatter) {
  const std::string inquiry = inquiry_into(text(reported().at("number")));
  act(inquiry, "find", R"({"field.result":"kept"})");
  act(inquiry, "end");
  EXPECT_TRUE(notices().empty());
}

TEST_F(Documents, NoticesOfNoCommunityAreRefusedByName) {
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/public/notices?community=nowhere", "", {}).status, 422);
}

}  // namespace
}  // namespace shaoyin::http
