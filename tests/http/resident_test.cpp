// What residents send without an account: photos that count like any file, a place in their own words, a code of their own.
#include "core/base/utf8.h"
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

std::string photo(const std::string& pixels) { return std::string("\xff\xd8\xff\xda\x00\x04" "ab", 8) + pixels + "\xff\xd9"; }

struct ResidentTest : ApiTest {
  json::object receipt;
  std::string number;
  void SetUp() override {
    house.keep_files(files);
    receipt = reported();
    number = text(receipt, "number");
  }
  Answer send(const std::string& bytes) {
    const std::map<std::string, std::string> headers{{"X-Matter", number}, {"X-Receipt-Code", text(receipt, "code")}, {"Content-Type", "image/jpeg"}, {"Accept-Language", "en"}};
    return ask(service.port(), "POST", "/api/v1/public/files", bytes, headers);
  }
  Answer act(const std::string& action, const json::object& input, const std::string& key) {
    return public_post("/actions", json::serialize(json::object{{"number", number}, {"code", text(receipt, "code")}, {"action", action}, {"input", input}}), key);
  }
  // Files on the disk, whatever any row says.
  std::size_t kept() {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) count += entry.is_regular_file() ? 1 : 0;
    return count;
  }
};

TEST_F(ResidentTest, ANumberTypedInSmallLettersIsTheSame) {
  std::string small = number;
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  ASSERT_NE(small, number);
  EXPECT_EQ(text(read(public_post("/status", json::serialize(json::object{{"number", small}, {"code", text(receipt, "code")}}))), "number"), number);
  EXPECT_EQ(text(read(as(kDesk, "GET", "/matters/" + small)), "number"), number);
}

TEST_F(ResidentTest, ACodeIsReadAsItWasMeantAndAWrongOneStaysWrong) {
  const std::string code = text(receipt, "code");  // XXXX-XXXX-XXXX
  std::string wide, spaced;
  for (const char c : code) {
    wide += encode_utf8(c == '-' ? U'－' : static_cast<char32_t>(c) - U'!' + U'！');
    spaced += c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const auto look = [&](const std::string& as_typed, const std::string& of) { return public_post("/status", json::serialize(json::object{{"number", of}, {"code", as_typed}})); };
  for (const std::string& typed : {wide, spaced, " " + code + "\n", code.substr(0, 4) + "—" + code.substr(5)}) {
    EXPECT_EQ(text(read(look(typed, number)), "number"), number) << typed;
  }
  EXPECT_EQ(text(read(look(code, "ＨＸ－" + number.substr(3))), "number"), number);
  const std::map<std::string, std::string> headers{{"X-Matter", number}, {"X-Receipt-Code", spaced}, {"Content-Type", "image/jpeg"}};
  EXPECT_EQ(ask(service.port(), "POST", "/api/v1/public/files", photo("as typed"), headers).status, 201) << "in a header too";
  EXPECT_EQ(look("ＡＡＡＡ－ＡＡＡＡ－ＡＡＡＡ", number).status, 404);
  const Answer wrong = look("查询码是什么", number);
  EXPECT_EQ(wrong.status, 400);
  EXPECT_NE(wrong.body.find("字母、数字和短横线"), std::string::npos) << wrong.body;
}

TEST_F(ResidentTest, APhoneMayBeTypedInFullWidthDigits) {
  const auto sent = [&](const std::string& phone, const std::string& key) {
    return public_post("/reports", json::serialize(json::object{{"what", "灯坏了"}, {"place", "huizhong-jiayuan"}, {"phone", phone}, {"wish", "reply"}, {"agree", true}}), key);
  };
  EXPECT_EQ(sent("０２２－０００００　０００", "wide-phone-1").status, 201);
  EXPECT_EQ(sent("１２　（３４）", "wide-phone-2").status, 400) << "four digits are four digits";
}

TEST_F(ResidentTest, EveryRoundIsShownAndTheirOwnWordsToo) {
  accept(number);
  const auto settle = [&](const std::string& key) {
    const std::string photo_name = text(read(upload(kClerk, number, paper(key)), 201), "name");
    return as(kClerk, "POST", "/matters/" + number + "/actions/settle", json::serialize(json::object{{"input", json::object{{"words", "阀门已更换"}, {"after", json::array{photo_name, photo_name}}}}}), key);
  };
  read(settle("settle-key-1"));
  read(act("say_not_solved", {{"words", "夜里又漏了"}}, "not-solved-1"));
  const json::object page = read(public_post("/status", json::serialize(json::object{{"number", number}, {"code", text(receipt, "code")}})));
  std::string steps, story;
  for (const json::value& step : page.at("steps").as_array()) {
    steps += std::to_string(step.at("round").as_int64()) + std::string(step.at("name").as_string()) + (step.at("current").as_bool() ? "! " : step.at("done").as_bool() ? " " : "? ");
  }
  EXPECT_EQ(steps, "1reported 1accepted 1awaiting_call_back 2reopened 2accepted! 2handling? 2awaiting_call_back? 2closed? ");
  int round = 1;
  for (const json::value& entry : page.at("entries").as_array()) {
    EXPECT_GE(entry.at("round").as_int64(), round) << "in order";
    round = static_cast<int>(entry.at("round").as_int64());
    for (const json::value& said : entry.at("texts").as_array()) story += std::to_string(round) + " " + std::string(said.at("text").as_string());
    EXPECT_EQ(entry.at("sentence").as_string().find("佐证2件"), std::string_view::npos) << "a file chosen twice is one";
  }
  EXPECT_EQ(round, 2);
  EXPECT_EQ(story, "1 夜里又漏了");
}

TEST_F(ResidentTest, MarksThatNobodySeesStayOutOfTitles) {
  const std::string body = "{\"what\":\"\ufeff路\u200b灯\u202e坏了\",\"category\":\"utilities.water\",\"place\":\"huizhong-jiayuan\",\"agree\":true}";
  const std::string other = text(read(public_post("/reports", body, "hidden-marks"), 201), "number");
  EXPECT_EQ(text(read(as(kDesk, "GET", "/matters/" + other)), "title"), "路灯坏了");
}

TEST_F(ResidentTest, SixPhotosAreEnoughAndOneSentTwiceIsOne) {
  EXPECT_EQ(send("a letter").status, 400);
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(send(photo(std::to_string(i))).status, 201);
    EXPECT_EQ(send(photo(std::to_string(i))).status, 201) << "the phone had lost the answer";
  }
  const Answer seventh = send(photo("seventh"));
  EXPECT_EQ(seventh.status, 422);
  EXPECT_EQ(code_of(seventh), "too_long");
  EXPECT_EQ(kept(), 6u);
}

TEST_F(ResidentTest, WhatTheStaffAttachedTakesNothingFromTheResident) {
  json::array shown;
  for (int i = 0; i < 6; ++i) shown.emplace_back(text(read(upload(kClerk, number, paper(std::to_string(i))), 201), "name"));
  read(as(kClerk, "POST", "/matters/" + number + "/actions/settle", json::serialize(json::object{{"input", json::object{{"words", "阀门已更换"}, {"after", shown}}}}), "settle-key-1"));
  EXPECT_EQ(send(photo("still leaking")).status, 201);
}

TEST_F(ResidentTest, APhotoThatNobodyNamedIsGoneTheNextDay) {
  const std::string named = text(read(send(photo("named")), 201), "name");
  read(send(photo("given up")), 201);
  read(act("add_photos", {{"before", json::array{named}}}, "photo-key-1"));
  clock.ms += days(1).ms + 1;
  EXPECT_FALSE(service.tidy());
  EXPECT_EQ(kept(), 1u);
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + named).status, 200);
}

TEST_F(ResidentTest, AnEndedReportTakesNoPhotoAndErasingTakesThoseItHad) {
  read(send(photo("before")), 201);
  read(act("withdraw", {{"reason", "solved by itself"}}, "withdraw-key-1"));
  const Answer late = send(photo("late"));
  EXPECT_EQ(late.status, 403) << late.body;
  EXPECT_EQ(kept(), 1u);
  read(as("district-centre.privacy", "POST", "/matters/" + number + "/erase", R"({"reason":"person-asked"})", "erase-key-1"));
  EXPECT_EQ(kept(), 0u);
  EXPECT_EQ(send(photo("later still")).status, 409);
  EXPECT_EQ(kept(), 0u);
}

TEST_F(ResidentTest, APlaceIsFoundUnderItsOtherNames) {
  const auto taken = [&](const std::string& address, const std::string& key) {
    const json::object sent{{"what", "示例问题"}, {"address", address}, {"agree", true}};
    const std::string report = text(read(public_post("/reports", json::serialize(sent), key), 201), "number");
    return store.load({120103}, *store.find_number({120103}, report))->row.place;
  };
  const GridCode park = demo_rules()->book->place("querong-park")->grid;
  EXPECT_EQ(taken("雀榕园东门", "alias-key-1"), park);
  EXPECT_EQ(taken("崔榕园东门", "alias-key-2"), park) << "as the newspaper spells it";
  EXPECT_EQ(taken("Querong Park, east gate", "alias-key-3"), park);
  EXPECT_EQ(taken("某处东门", "alias-key-4"), "120103") << "a place that no register names is the district's own desk's";
}

TEST_F(ResidentTest, AKeyUsedAgainAfterItWasForgottenGetsACodeOfItsOwn) {
  clock.ms += days(31).ms;
  service.tidy();
  const json::object other = reported();
  ASSERT_NE(text(other, "number"), number) << "the key is new again";
  EXPECT_NE(text(other, "code"), text(receipt, "code"));
  EXPECT_EQ(public_post("/status", json::serialize(json::object{{"number", text(other, "number")}, {"code", text(receipt, "code")}})).status, 404);
  EXPECT_EQ(reported(), other) << "the same request sent twice shows the same code";
}

TEST_F(ResidentTest, NearbyIsAskedWithoutSayingInAnAddressWhereOneStands) {
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/public/nearby?lon=117.2&lat=39.1").status, 405);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/places/locate?lon=117.2&lat=39.1").status, 405);
  for (const auto& [code, place] : demo_rules()->book->places()) {
    const json::object here{{"lon", place.lon}, {"lat", place.lat}};
    const json::object found = read(ask(service.port(), "POST", "/api/v1/places/locate", json::serialize(here)));
    if (found.at("ask_confirm").as_bool()) continue;  // somewhere that is not near a boundary
    const json::object sent{{"what", "示例问题"}, {"category", "utilities.water"}, {"place", code}, {"agree", true}};
    const std::string known = text(read(public_post("/reports", json::serialize(sent), "nearby-key-1"), 201), "number");
    const json::array rows = read(public_post("/nearby", json::serialize(here))).at("rows").as_array();
    ASSERT_EQ(rows.size(), 1u) << code;
    EXPECT_EQ(text(rows.front().as_object(), "number"), known);
    return;
  }
  FAIL() << "every place lies near a boundary";
}

// What lies across a border is as close as what does not, and a border is no reason to show nothing.
TEST_F(ResidentTest, NearbyLooksFiftyMetresAcrossTheBorderOfAGrid) {
  const auto grid_at = [&](double lon, double lat) {
    const Answer found = ask(service.port(), "POST", "/api/v1/places/locate", json::serialize(json::object{{"lon", lon}, {"lat", lat}}));
    return found.status == 200 ? text(json::parse(found.body).at("path").at(0).as_object(), "code") : std::string();
  };
  const auto numbers_at = [&](double lon, double lat) {
    const json::object answer = read(public_post("/nearby", json::serialize(json::object{{"lon", lon}, {"lat", lat}})));
    std::set<std::string> numbers;
    for (const json::value& row : answer.at("rows").as_array()) numbers.insert(text(row.as_object(), "number"));
    return numbers;
  };
  int tried = 0, keys = 0;
  for (const auto& [code, place] : demo_rules()->book->places()) {
    for (const double step : {-1.0, 1.0}) {
      const double close = place.lon + step * 0.0005, far = place.lon + step * 0.0010;  // some 43 m and 86 m
      const std::string own = grid_at(place.lon, place.lat), across = grid_at(close, place.lat);
      if (own.empty() || across.empty() || across == own || grid_at(far, place.lat) == own) continue;
      const json::object sent{{"what", "示例问题"}, {"category", "utilities.water"}, {"place", code}, {"agree", true}};
      const std::string known = text(read(public_post("/reports", json::serialize(sent), "across-key-" + std::to_string(++keys)), 201), "number");
      EXPECT_TRUE(numbers_at(close, place.lat).contains(known)) << code;
      EXPECT_FALSE(numbers_at(far, place.lat).contains(known)) << code << " is 86 m away and in another grid";
      if (++tried == 3) return;
    }
  }
  FAIL() << "only " << tried << " places lie that close to a border";
}

TEST_F(ResidentTest, AMatterIsNotJoinedToItself) {
  const Answer refused = as(kClerk, "POST", "/matters/" + number + "/actions/absorb", json::serialize(json::object{{"input", json::object{{"field.same_as", number}}}}), "absorb-key-1");
  EXPECT_EQ(refused.status, 409);
  EXPECT_NE(refused.body.find("cannot be joined to itself"), std::string::npos) << refused.body;
  EXPECT_EQ(json::parse(refused.body).at("error").at("field"), "input.field.same_as");
  EXPECT_EQ(text(read(as(kClerk, "GET", "/matters/" + number)), "step"), "reported");
}

TEST_F(ResidentTest, ARefusedLineOfAListIsNamedAsAMemberOfTheInput) {
  read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":"utilities.water","field.grade":"urgent"}})", "accept-key-1"));
  const auto field = [&](const std::string& input, const std::string& more = "") {
    return std::string(json::parse(as(kClerk, "POST", "/matters/" + number + "/actions/blow_whistle", "{\"input\":" + input + more + "}", "blow-key-1").body).at("error").at("field").as_string());
  };
  const std::string whole = R"("child.field.question":"谁来修","child.field.grade":"urgent","child.call.unit":["property-huizhong",)";
  EXPECT_EQ(field("{" + whole + R"("nobody"]})"), "input.child.call.unit[1]");
  EXPECT_EQ(field(R"({"child.field.grade":"urgent"})").substr(0, 12), "input.child.");
  EXPECT_EQ(field("{" + whole + R"("nobody"]})", R"(,"record":3)"), "record") << "what is no input is not called one";
}

// A number must not tell that a matter exists, in whatever step the asking matter is.
TEST_F(ResidentTest, AHiddenNumberIsAnsweredLikeOneThatIsNot) {
  const json::object elsewhere{{"what", "示例问题"}, {"place", "longdu-huayuan"}, {"agree", true}};
  const std::string hidden = text(read(public_post("/reports", json::serialize(elsewhere), "hidden-key-1"), 201), "number");
  const std::string mine = text(reported("another-key-2"), "number");
  int turn = 0;
  const auto joined = [&](const std::string& other) {
    return as(kClerk, "POST", "/matters/" + mine + "/actions/absorb", json::serialize(json::object{{"input", json::object{{"field.same_as", other}}}}), "absorb-key-" + std::to_string(++turn));
  };
  ASSERT_EQ(as(kClerk, "GET", "/matters/" + hidden).status, 404);
  const Answer unknown = joined("HX-2023-999999");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_EQ(joined(hidden).body, unknown.body);
  const std::string id = std::to_string(store.find_number({120103}, hidden)->value);
  EXPECT_EQ(joined(id).body, unknown.body) << "nor does its id";
  read(as(kClerk, "POST", "/matters/" + mine + "/actions/absorb", json::serialize(json::object{{"input", json::object{{"field.same_as", number}}}}), "absorb-key-0"));
  EXPECT_EQ(joined(hidden).body, joined("HX-2023-999999").body) << "nor when nothing can be joined any more";
}

}  // namespace
}  // namespace shaoyin::http
