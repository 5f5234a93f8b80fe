// Papers that somebody must be able to read, that machines read, and that anybody may verify.
#include "app/verify_document.h"
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

std::string text(const json::value& value) { return std::string(value.as_string()); }
using http::text;

struct Papers : ApiTest {
  Papers() : ApiTest(demo_rules_with("tests/http/payout.toml")) {
    number = text(read(as(kClerk, "POST", "/matters", R"({"kind":"payout","input":{"place":"120103014004","field.name":"Li & <Wang>","field.severity":"Severe","field.secret":"hidden words"}})", "payout-key-1"), 201), "number");
    act("pay", R"({"payment.account":"6222 0000 1111","payment.amount":300})");
    act("write");
  }

  void act(const std::string& action, const std::string& input = "{}") {
    clock.ms += 60'000;
    read(as(kClerk, "POST", "/matters/" + number + "/actions/" + action, R"({"input":)" + input + "}", action + "-key-" + std::to_string(++acts_)));
  }
  Answer paper(const std::string& ordinal, const std::string& person = kClerk) { return as(person, "GET", "/matters/" + number + "/documents/" + ordinal); }
  Answer open(const std::string& ordinal, const std::string& key, const std::string& purpose = "call-back", const std::string& person = kClerk) {
    return as(person, "POST", "/matters/" + number + "/documents/" + ordinal + "/disclose", R"({"purpose":")" + purpose + R"("})", key);
  }
  json::object verified(const std::string& typed) { return read(ask(service.port(), "GET", "/api/v1/public/documents/" + typed, "", {{"Accept-Language", "en"}})); }
  std::int64_t revision() { return read(as(kClerk, "GET", "/matters/" + number)).at("revision").as_int64(); }

  std::string number;

 private:
  int acts_ = 0;
};

TEST_F(Papers, WhatARecordProtectsIsShownForAPurpose) {
  const json::object page = read(as(kClerk, "GET", "/matters/" + number));
  EXPECT_TRUE(names(page.at("disclosure").as_object().at("fields")).contains("payment.1.account"));
  const json::object answer = read(as(kClerk, "POST", "/matters/" + number + "/disclose", R"({"fields":["payment.1.account","name"],"purpose":"call-back"})", "reveal-key-1"));
  const json::object& first = answer.at("shown").as_array().front().as_object();
  EXPECT_EQ(text(first, "text"), "6222 0000 1111");
  EXPECT_NE(text(first, "label").find("#1"), std::string::npos) << text(first, "label");
  const json::array entries = read(as(kClerk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array();
  EXPECT_NE(text(entries.back().as_object(), "sentence").find("#1 account"), std::string::npos) << text(entries.back().as_object(), "sentence");
  EXPECT_EQ(as(kClerk, "POST", "/matters/" + number + "/disclose", R"({"fields":["payment.2.account"],"purpose":"call-back"})", "reveal-key-2").status, 422) << "there is no such record";
}

TEST_F(Papers, NobodyIsShownWhatTheyMayNotSee) {
  const json::object page = read(as(kClerk, "GET", "/matters/" + number));
  EXPECT_FALSE(names(page.at("disclosure").as_object().at("fields")).contains("secret"));
  EXPECT_EQ(as(kClerk, "POST", "/matters/" + number + "/disclose", R"({"fields":["secret"],"purpose":"call-back"})", "reveal-key-3").status, 422);
}

TEST_F(Papers, APaperIsMaskedUntilItIsOpenedForAPurpose) {
  const json::object masked = read(paper("1"));
  EXPECT_EQ(json::serialize(masked).find("6222"), std::string::npos);
  EXPECT_FALSE(masked.at("purposes").as_array().empty()) << "and says what for it may be opened";
  const std::int64_t before = revision();
  const json::object answer = read(open("1", "open-key-1"));
  EXPECT_EQ(text(answer.at("document").at("paragraphs").as_array().at(0)), "Dear Li & <Wang>,");
  EXPECT_EQ(text(answer.at("document").at("paragraphs").as_array().at(1)), "300 yuan to 6222 0000 1111");
  EXPECT_EQ(revision(), before + 1);
  EXPECT_EQ(read(open("1", "open-key-1")).at("document"), answer.at("document")) << "a lost answer is shown again";
  EXPECT_EQ(revision(), before + 1) << "and written once";
  const json::array entries = read(as(kClerk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array();
  EXPECT_NE(text(entries.back().as_object(), "sentence").find("read \"Letter\" unmasked"), std::string::npos) << text(entries.back().as_object(), "sentence");
}

TEST_F(Papers, OpeningAPaperNeedsTheRightAndAPurpose) {
  const std::int64_t before = revision();
  EXPECT_EQ(open("1", "open-key-2", "call-back", kDesk).status, 403);
  EXPECT_EQ(code_of(open("1", "open-key-3", "curiosity")), "not_a_choice");
  EXPECT_EQ(open("9", "open-key-4").status, 404);
  EXPECT_EQ(open("2", "open-key-5").status, 422) << "nothing in it is protected";
  EXPECT_TRUE(read(paper("2")).at("purposes").is_null());
  EXPECT_TRUE(read(paper("1", kDesk)).at("purposes").is_null());
  EXPECT_EQ(revision(), before);
}

TEST_F(Papers, AnAlertIsXmlForMachines) {
  const Answer answer = paper("3");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("content-type").substr(0, 15), "application/xml");
  EXPECT_NE(answer.body.find("<severity urgent=\"\">Severe</severity>"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find("<sum>300</sum>"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find("<language>en</language>"), std::string::npos);
  EXPECT_NE(answer.body.find("<sent>2023-02-14T09:02:00+08:00</sent>"), std::string::npos) << answer.body;
  const json::object opened = read(open("3", "open-key-6"));
  EXPECT_NE(text(opened.at("document").at("xml")).find("<of>Li &amp; &lt;Wang&gt;</of>"), std::string::npos) << text(opened.at("document").at("xml"));
}

TEST_F(Papers, AnybodyLearnsThatAPaperIsGenuineAndNothingElse) {
  const std::string printed = text(read(paper("1")).at("verify"));
  const json::object genuine = verified(printed);
  EXPECT_TRUE(genuine.at("genuine").as_bool());
  EXPECT_EQ(text(genuine, "title"), "Letter");
  EXPECT_EQ(text(genuine, "kind_label"), "Payout");
  EXPECT_EQ(text(genuine, "issued"), "2023-02-14T01:02:00.000Z");
  EXPECT_EQ(genuine.size(), 5U) << "title, kind, when and by whom";
  std::string small = printed;
  for (char& c : small) c = static_cast<char>(std::tolower(c));
  EXPECT_TRUE(verified(small).at("genuine").as_bool());
}

TEST_F(Papers, AnythingElseIsUnknown) {
  const std::string printed = text(read(paper("1")).at("verify"));
  std::string other = printed;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  std::string second = printed;
  second.replace(second.find("-D1-"), 4, "-D2-");
  for (const std::string& typed : {other, second, number, printed.substr(0, printed.size() - 1), std::string("HX-2023-999999-D1-AAAAAAAA"), std::string("HX-D-D-D99999-A")}) {
    EXPECT_FALSE(verified(typed).at("genuine").as_bool()) << typed;
  }
  EXPECT_TRUE(read(paper("2")).at("verify").is_null());
  const auto loaded = app::load_matter(house, *store.find_number({120103}, number));
  EXPECT_FALSE(verified(app::document_number(*loaded, 2)).at("genuine").as_bool()) << "its procedure does not let everybody verify it";
}

}  // namespace
}  // namespace shaoyin::http
