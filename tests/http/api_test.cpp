// The API over the whole house, route by route.
#include "edge/http/form_json.h"
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

TEST_F(ApiTest, EveryRouteHasAnEntryInTheInterfaceFileAndEveryEntryARoute) {
  std::set<std::pair<std::string, std::string>> routes, entries;
  for (const auto& route : service.router().routes()) routes.insert(route);
  for (const auto& entry : built_in_spec().operations()) entries.insert(entry);
  EXPECT_EQ(routes, entries);
}

TEST_F(ApiTest, AResidentReportsOnceHoweverOftenThePhoneSends) {
  const json::object first = reported();
  const json::object again = reported();
  EXPECT_EQ(first, again) << "number and code are the same";
  EXPECT_NE(text(reported("another-key-2"), "number"), text(first, "number"));
}

TEST_F(ApiTest, TheReceiptCodeOpensTheStatusPageAndNothingElseDoes) {
  const json::object receipt = reported();
  const auto status = [&](const std::string& number, const std::string& code) {
    return public_post("/status", json::serialize(json::object{{"number", number}, {"code", code}}));
  };
  const json::object page = read(status(text(receipt, "number"), text(receipt, "code")));
  EXPECT_FALSE(page.at("entries").as_array().empty());
  EXPECT_EQ(status(text(receipt, "number"), "AAAA-AAAA-AAAA").status, 404);
  EXPECT_EQ(status("HX-2023-999999", text(receipt, "code")).status, 404);
  EXPECT_EQ(status(text(receipt, "number"), "AAAA-AAAA-AAAA").body, status("HX-2023-999999", "AAAA-AAAA-AAAA").body);
}

TEST_F(ApiTest, TheDeskTakesItOnAndOnlyWhatIsPossibleIsOffered) {
  const std::string number = text(reported(), "number");
  const json::object before = read(as(kDesk, "GET", "/matters/" + number));
  EXPECT_TRUE(names(before.at("actions")).contains("accept"));
  EXPECT_FALSE(names(before.at("actions")).contains("dispatch"));
  EXPECT_TRUE(before.at("head").at("verified").as_bool());
  const std::string body = R"({"revision":)" + std::to_string(before.at("revision").as_int64()) +
                           R"(,"input":{"field.category":"utilities.water","field.grade":"urgent"}})";
  const json::object receipt = read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-1"));
  EXPECT_EQ(read(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-1")), receipt) << "the same answer again";
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-2")), "out_of_date");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{}})", "accept-key-1")), "key_reused");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters/" + number + "/actions/fly", R"({"input":{}})", "accept-key-3")), "unknown_action");
}

TEST_F(ApiTest, ARefusedInputIsNamedAsTheClientSentIt) {
  const std::string number = text(reported(), "number");
  const Answer answer = as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":"no.such","field.grade":"urgent"}})", "bad-key-1");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(json::parse(answer.body).at("error").at("field"), "input.field.category");
}

TEST_F(ApiTest, TextsAreMaskedAndPhonesAreHiddenFromWhomTheyDoNotConcern) {
  const std::string number = text(reported(), "number");
  const Answer page = as(kDesk, "GET", "/matters/" + number);
  const Answer timeline = as(kDesk, "GET", "/matters/" + number + "/timeline");
  EXPECT_EQ(timeline.status, 200) << timeline.body;
  EXPECT_EQ(page.body.find("13800000000"), std::string::npos);
  EXPECT_EQ(timeline.body.find("13800000000"), std::string::npos);
  EXPECT_NE(page.body.find("再生水管爆裂"), std::string::npos);
}

TEST_F(ApiTest, WhatOneMayNotReadDoesNotExistForOne) {
  const std::string number = text(reported(), "number");
  const Answer hidden = as("district-centre.admin", "GET", "/matters/" + number);
  const Answer unknown = as("district-centre.admin", "GET", "/matters/HX-2023-999999");
  EXPECT_EQ(hidden.status, 404);
  EXPECT_EQ(hidden.body, unknown.body) << "not even that it is there";
  EXPECT_EQ(as("district-centre.admin", "GET", "/matters/" + number + "/timeline").status, 404);
  EXPECT_EQ(as("district-centre.admin", "POST", "/matters/" + number + "/actions/accept", R"({"input":{}})", "hidden-key-1").status, 404);
  EXPECT_EQ(read(as("district-centre.admin", "GET", "/matters")).at("total").as_int64(), 0);
  const json::object list = read(as(kDesk, "POST", "/matters/search", R"({"q":"再生水"})"));
  EXPECT_EQ(list.at("total").as_int64(), 1);
  EXPECT_EQ(list.at("counts").at("open").as_int64(), 1);
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?area=120103001")).at("total").as_int64(), 0) << "another subdistrict";
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?category=utilities")).at("total").as_int64(), 1) << "a class holds what is below it";
}

TEST_F(ApiTest, WordsAreSearchedInTheBodyAndFiltersStayInTheAddress) {
  const std::string number = text(reported(), "number");
  const auto search = [&](const std::string& filters, const std::string& words) {
    return read(as(kDesk, "POST", "/matters/search" + filters, json::serialize(json::object{{"q", words}}))).at("total").as_int64();
  };
  EXPECT_EQ(search("", number), 1);
  EXPECT_EQ(search("?category=utilities&open=true", "再生水"), 1);
  EXPECT_EQ(search("?open=false", "再生水"), 0);
  EXPECT_EQ(search("", "路灯"), 0);
  EXPECT_EQ(as("community-huizhongjiayuan.clerk", "POST", "/matters/search?export=true", R"({"q":"x"})").status, as("community-huizhongjiayuan.clerk", "GET", "/matters?export=true").status);
}

TEST_F(ApiTest, PeopleAreFoundByNameWithoutTheirNameInAnAddress) {
  const json::array people = read(as(kDesk, "GET", "/registers/people")).at("rows").as_array();
  const std::string name = text(people.front().as_object(), "name");
  const json::array found = read(as(kDesk, "POST", "/registers/people/search", json::serialize(json::object{{"q", name}}))).at("rows").as_array();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().at("name").as_string(), name);
  EXPECT_EQ(ask(service.port(), "POST", "/api/v1/registers/people/search", R"({"q":"x"})").status, 401);
}

TEST_F(ApiTest, FilesBelongToAMatterAndComeBackAsTheyWere) {
  const std::string number = text(reported(), "number");
  const std::string picture = std::string("\xff\xd8\xff\xda\x00\x04" "ab", 8) + "pixels\xff\xd9";
  const Answer reader = upload(kDesk, number, picture);
  EXPECT_EQ(reader.status, 403) << "the desk may read it, but does nothing there that takes files";
  EXPECT_NE(reader.body.find("send the file when it is your turn"), std::string::npos) << reader.body;
  const json::object kept = read(upload(kClerk, number, picture), 201);
  const Answer back = as(kDesk, "GET", "/files/" + number + "/" + text(kept, "name"));
  EXPECT_EQ(back.status, 200);
  EXPECT_EQ(back.body, picture);
  EXPECT_EQ(back.headers.at("content-type"), "image/jpeg");
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + std::string(64, '0')).status, 404);
}

// Whoever sends it: where somebody stood is not to be kept, and a picture is one proof with its metadata and without.
TEST_F(ApiTest, OfAPictureOnlyThePictureIsKept) {
  const std::string number = text(reported(), "number");
  const std::string begin("\xff\xd8", 2), place = std::string("\xff\xe1\x00\x10" "Exif 39.1N117E", 18), pixels = std::string("\xff\xda\x00\x04" "abpixels\xff\xd9", 14);
  const json::object taken = read(upload(kClerk, number, begin + place + pixels), 201);
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + text(taken, "name")).body, begin + pixels);
  EXPECT_EQ(text(read(upload(kClerk, number, begin + pixels), 201), "name"), text(taken, "name")) << "the same picture, so the same file";
  EXPECT_EQ(upload(kClerk, number, begin + place + pixels.substr(0, 6)).status, 400) << "what cannot be taken apart might hold where it was taken";
}

TEST_F(ApiTest, WhatIsNoPhotoOrPaperIsRefusedAtEitherDoorWhateverItsSenderCallsIt) {
  const json::object receipt = reported();
  const std::string number = text(receipt, "number");
  const auto staff = [&](const std::string& bytes, const char* type) {
    return ask(service.port(), "POST", "/api/v1/files", bytes, {{"Authorization", "Bearer " + token(kClerk)}, {"X-Matter", number}, {"Content-Type", type}});
  };
  const auto resident = [&](const std::string& bytes, const char* type) {
    return ask(service.port(), "POST", "/api/v1/public/files", bytes, {{"X-Matter", number}, {"X-Receipt-Code", text(receipt, "code")}, {"Content-Type", type}, {"Accept-Language", "en"}});
  };
  for (const char* type : {"application/octet-stream", "image/png", "image/jpeg"}) {
    const Answer refused = staff("MZ a program", type);
    EXPECT_EQ(refused.status, 400) << type;
    EXPECT_NE(refused.body.find("请另选文件"), std::string::npos) << refused.body;
    EXPECT_EQ(json::parse(refused.body).at("error").at("field"), "body");
  }
  EXPECT_EQ(staff("RIFFRIFF", "image/webp").status, 400) << "too short to be a picture";
  EXPECT_EQ(staff(paper("a contract"), "image/jpeg").status, 201) << "its content is looked at, not its name";
  const Answer letter = resident(paper("a letter"), "image/jpeg");
  EXPECT_EQ(letter.status, 400);
  EXPECT_NE(letter.body.find("Choose a photo"), std::string::npos) << letter.body;
  EXPECT_EQ(resident("RIFF\x1a" + std::string("\0\0\0", 3) + "WEBPVP8L\x06" + std::string("\0\0\0", 3) + "pixels", "image/png").status, 400) << "cut short";
  EXPECT_EQ(resident("RIFF\x12" + std::string("\0\0\0", 3) + "WEBPVP8L\x06" + std::string("\0\0\0", 3) + "pixels", "image/png").status, 201);
}

TEST_F(ApiTest, AReportJoinedToAnotherShowsTheOthersProgressAndPromise) {
  const json::object first = reported(), second = reported("another-key-2");
  accept(text(first, "number"));
  const std::string id = text(read(as(kDesk, "GET", "/matters/" + text(first, "number"))), "id");
  const auto status = [&] {
    return read(public_post("/status", json::serialize(json::object{{"number", text(second, "number")}, {"code", text(second, "code")}})));
  };
  EXPECT_TRUE(status().at("follows").is_null());
  const std::string told = text(second, "promised");
  read(as(kCoordinator, "POST", "/matters/" + text(second, "number") + "/actions/absorb", json::serialize(json::object{{"input", json::object{{"field.same_as", id}}}}), "absorb-key-1"));
  const json::object page = status();
  EXPECT_EQ(text(page, "follows"), text(first, "number"));
  EXPECT_EQ(text(page, "step"), "absorbed") << "its own step stays its own";
  EXPECT_FALSE(page.at("final").as_bool()) << "it lives on in the other";
  const json::array& steps = page.at("steps").as_array();
  EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [](const json::value& step) { return step.at("name") == "accepted" && step.at("current").as_bool(); }));
  EXPECT_LE(text(page, "promised"), text(read(as(kDesk, "GET", "/matters/" + text(first, "number"))), "promised"));
  EXPECT_EQ(page.at("entries").as_array().begin()->at("sentence").as_string().find("HX-"), std::string_view::npos);
}

TEST_F(ApiTest, PhotosOfAReportComeWithItsCodeAndWithoutTheirExif) {
  const json::object receipt = reported();
  const std::string exif = std::string("\xff\xe1\x00\x10" "Exif 39.1N117E", 18), pixels = std::string("\xff\xda\x00\x04" "ab" "pixels", 12);
  const std::string begin("\xff\xd8", 2), end("\xff\xd9", 2);
  const auto send = [&](const std::string& code, const std::string& bytes) {
    const std::map<std::string, std::string> headers{{"X-Matter", text(receipt, "number")}, {"X-Receipt-Code", code}, {"Content-Type", "image/jpeg"}};
    return ask(service.port(), "POST", "/api/v1/public/files", bytes, headers);
  };
  EXPECT_EQ(send("AAAA-AAAA-AAAA", begin + pixels + end).status, 404);
  EXPECT_EQ(send(text(receipt, "code"), "a letter").status, 400);
  const std::string name = text(read(send(text(receipt, "code"), begin + exif + pixels + end), 201), "name");
  const json::object act{{"number", text(receipt, "number")}, {"code", text(receipt, "code")}, {"action", "add_photos"}, {"input", json::object{{"before", json::array{name}}}}};
  read(public_post("/actions", json::serialize(act), "photo-key-1"));
  EXPECT_EQ(as(kDesk, "GET", "/files/" + text(receipt, "number") + "/" + name).body, begin + pixels + end);
}

TEST_F(ApiTest, NearbyShowsThingsAndNobodysWords) {
  const json::object receipt = reported();
  const auto nearby = [&](const std::string& where) { return public_post("/nearby", where); };
  const Answer found = nearby(R"({"place":"huizhong-jiayuan"})");
  ASSERT_EQ(read(found).at("rows").as_array().size(), 1u) << found.body;
  EXPECT_EQ(json::parse(found.body).at("rows").at(0).at("number").as_string(), text(receipt, "number"));
  EXPECT_EQ(found.body.find("爆裂"), std::string::npos);
  EXPECT_TRUE(read(nearby(R"({"place":"longdu-huayuan"})")).at("rows").as_array().empty());
  EXPECT_EQ(nearby("{}").status, 422);
  EXPECT_EQ(nearby(R"({"place":"nowhere"})").status, 422);
}

TEST_F(ApiTest, TheChosenBuildingIsKeptAsTheExactPlace) {
  const Answer sent = public_post("/reports", R"({"what":"示例问题","place":"huizhong-jiayuan-13","address":"2 门","agree":true})", "where-key-1");
  const std::string number = text(read(sent, 201), "number");
  EXPECT_NE(as(kDesk, "GET", "/matters/" + number).body.find("惠众家园13号楼 2 门"), std::string::npos);
}

TEST_F(ApiTest, TheFundsReasonIsPrintedInTheFileAndOtherMattersByNumber) {
  const json::object first = reported();
  accept(text(first, "number"), "utilities.reclaimed.meter");
  const json::object second = reported("another-key-2");
  accept(text(second, "number"), "utilities.reclaimed.meter");
  const std::string told = as(kDesk, "GET", "/matters/" + text(second, "number") + "/timeline").body;
  EXPECT_NE(told.find("reclaimed-water pipes are not among them"), std::string::npos) << told;
  EXPECT_NE(told.find("Report " + text(first, "number")), std::string::npos) << "not its id";
}

TEST_F(ApiTest, TheStatusPageAnswersInWords) {
  const json::object receipt = reported();
  EXPECT_NE(text(receipt, "promised_label"), "");
  const std::string settle = "/matters/" + text(receipt, "number") + "/actions/settle";
  const std::string picture = std::string("\xff\xd8\xff\xda\x00\x04" "ab", 8) + "after\xff\xd9";
  const std::string photo = text(read(upload(kClerk, text(receipt, "number"), picture), 201), "name");
  read(as("community-huizhongjiayuan.clerk", "POST", settle, json::serialize(json::object{{"input", json::object{{"words", "阀门已更换，联系 13900000000"}, {"after", json::array{photo}}}}}), "settle-key-1"));
  const json::array entries = read(as(kDesk, "GET", "/matters/" + text(receipt, "number") + "/timeline")).at("entries").as_array();
  const auto shown = std::find_if(entries.begin(), entries.end(), [](const json::value& one) { return !one.at("evidence").as_array().empty(); });
  ASSERT_NE(shown, entries.end());
  EXPECT_TRUE(shown->at("evidence").at(0).at("proof").as_bool()) << "it stands on the side of what was done";
  const json::object page = read(public_post("/status", json::serialize(json::object{{"number", text(receipt, "number")}, {"code", text(receipt, "code")}})));
  EXPECT_NE(page.at("reported").at("what").as_string().find("再生水管爆裂"), std::string_view::npos);
  EXPECT_EQ(page.at("reported").at("where").as_string(), "惠众家园");
  ASSERT_EQ(page.at("answers").as_array().size(), 1u);
  const std::string answer(page.at("answers").at(0).at("text").as_string());
  EXPECT_NE(answer.find("阀门已更换"), std::string::npos);
  EXPECT_EQ(answer.find("13900000000"), std::string::npos) << "masked, as for everybody";
}

TEST_F(ApiTest, StaffKeepTheBuildingTooUnlessTheySayWhere) {
  const auto opened = [&](const char* input, const char* key) {
    return text(read(as(kDesk, "POST", "/matters", std::string(R"({"kind":"report","input":)") + input + "}", key), 201), "number");
  };
  EXPECT_NE(as(kDesk, "GET", "/matters/" + opened(R"({"place":"huizhong-jiayuan-13","field.what":"示例问题"})", "staff-where-1")).body.find("惠众家园13号楼"), std::string::npos);
  EXPECT_EQ(as(kDesk, "GET", "/matters/" + opened(R"({"place":"huizhong-jiayuan-13","field.what":"示例问题","field.where":"东门"})", "staff-where-2")).body.find("惠众家园13号楼"), std::string::npos);
}

TEST_F(ApiTest, ADemonstrationCallsOnlyWhatIsInventedSo) {
  for (const auto& [name, invented] : std::map<std::string, bool>{{"grids", true}, {"people", true}, {"calendar", false}, {"deadlines", false}, {"precedents", false}}) {
    EXPECT_EQ(read(as(kDesk, "GET", "/registers/" + name)).at("synthetic").as_bool(), invented) << name;
  }
}

TEST_F(ApiTest, TheRowsOfOneDeadlineAreToldApartInWords) {
  std::set<std::string> labels;
  const json::object found = read(as(kDesk, "GET", "/registers/deadlines?q=WHISTLE-SIGN"));
  for (const json::value& row : found.at("rows").as_array()) labels.insert(text(row.as_object(), "kind_label"));
  EXPECT_EQ(labels, (std::set<std::string>{"Work whistle", "Hard whistle", "Urgent whistle"}));
}

TEST_F(ApiTest, DueTodayListsWhatItCounts) {
  reported();
  const json::object list = read(as(kDesk, "GET", "/matters?due_today=true"));
  EXPECT_EQ(list.at("total"), list.at("counts").at("due_today"));
  EXPECT_EQ(list.at("total").as_int64(), 1);
  clock.ms -= 10 * 3'600'000;  // at 23:00 of the day before nothing of today is due
  EXPECT_EQ(read(as(kDesk, "GET", "/matters?due_today=true")).at("total").as_int64(), 0);
}

TEST_F(ApiTest, EveryReadingRouteKeepsItsPromise) {
  const std::string number = text(reported(), "number");
  for (const std::string target : {"/session", "/matters", "/procedures", "/procedures/report", "/procedures/whistle", "/procedures/report/drawing",
                                   "/registers/units", "/registers/grids?parent=120103", "/registers/categories", "/registers/places?q=%E6%83%A0%E4%BC%97", "/registers/people",
                                   "/registers/roles", "/registers/routes", "/registers/precedents", "/registers/calendar", "/registers/deadlines",
                                   "/places/search?q=%E6%83%A0%E4%BC%97", "/routing/explain?place=huizhong-jiayuan&category=utilities.water",
                                   "/communities/120103014004/page", "/communities/120103014004/map", "/feed/list?after=0", "/openapi.yaml"}) {
    const Answer answer = as(kCoordinator, "GET", target);
    EXPECT_EQ(answer.status, 200) << target << " " << answer.body.substr(0, 400);
  }
  EXPECT_EQ(as(kCoordinator, "GET", "/matters/" + number + "/explain?action=accept").status, 200);
  EXPECT_EQ(as(kCoordinator, "GET", "/procedures/nothing").status, 404);
  EXPECT_EQ(as(kCoordinator, "GET", "/communities/120103/page").status, 404);
  EXPECT_EQ(as(kCoordinator, "GET", "/routing/explain?place=nowhere&category=utilities").status, 422);
  EXPECT_EQ(as(kCoordinator, "POST", "/places/locate", R"({"lon":0,"lat":0})").status, 422) << "outside the district";
}

TEST_F(ApiTest, AFileThatNobodyUsedIsGoneTheNextDay) {
  const std::string number = text(reported(), "number");
  const std::string name = text(read(upload(kClerk, number, paper("given up")), 201), "name");
  EXPECT_FALSE(service.tidy());
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 200);
  clock.ms += days(1).ms + 1;
  house.keep_files(files);
  EXPECT_FALSE(service.tidy());
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 404);
}

TEST_F(ApiTest, AListMayHaveEmptyPlacesAndHoldsAsManyAsTheFormAllows) {
  const std::string spec = as(kDesk, "GET", "/openapi.yaml").body;
  EXPECT_NE(spec.find("maxItems: " + std::to_string(procedure::kListMax) + ", x-limit: list_max"), std::string::npos) << "one truth about how long a list may be";
  const std::string units = R"("call.unit":["urban-management","heat-company"])";
  const auto blow = [&](const std::string& asked, const std::string& key) {
    return as(kClerk, "POST", "/matters", R"({"kind":"whistle","place":"huizhong-jiayuan","input":{"field.question":"谁来修","field.grade":"urgent","field.object":"utilities.water",)" + units + R"(,"call.asked":)" + asked + "}}", key);
  };
  EXPECT_EQ(blow(R"(["请带设备",""])", "asked-key-1").status, 201) << "of one unit something is asked, of the other nothing";
  EXPECT_EQ(blow(R"(["请带设备",null])", "asked-key-2").status, 201);
  EXPECT_EQ(blow(R"(["请带设备"])", "asked-key-3").status, 422) << "as many as there are units";
  EXPECT_EQ(blow(R"(["请带设备",7])", "asked-key-4").status, 422);
}

TEST_F(ApiTest, AnUnchangedRegisterIsNotSentTwice) {
  const Answer first = ask(service.port(), "GET", "/api/v1/registers/units");
  ASSERT_EQ(first.status, 200);
  const std::string etag = first.headers.at("etag");
  const Answer again = ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}, {"Accept-Language", "en"}}).status, 200) << "the same rows in another language";
  registers::Row moved{"unit", "new-unit", 1, kMorning, std::nullopt, {{"kind", "company"}, {"name_zh", "新设企业"}, {"name_en", "New company"}, {"area", "120103"}}};
  auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
  rows.push_back(moved);
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->book = registers::Book::build(rows, kMorning);
  house.set_rules(rules);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/registers/units", "", {{"If-None-Match", etag}}).status, 200);
}

TEST_F(ApiTest, WhatIsNotOpenToAllNeedsTheVerbAndSoDoesAnExport) {
  auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
  for (registers::Row& row : rows) {
    if (row.reg == "role" && row.code == "company_liaison") row.columns["verbs"] = "matter.read_own";
  }
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->book = registers::Book::build(rows, kMorning);
  house.set_rules(rules);
  const Answer people = as("property-huizhong.liaison", "GET", "/registers/people");
  EXPECT_EQ(people.status, 403);
  EXPECT_EQ(json::parse(people.body).at("error").at("detail"), "register.read");
  EXPECT_EQ(as("property-huizhong.liaison", "GET", "/registers/units").status, 200);
  EXPECT_EQ(as(kDesk, "GET", "/registers/people").status, 200);
  EXPECT_EQ(as(kDesk, "GET", "/matters").status, 200);
  EXPECT_EQ(code_of(as(kDesk, "GET", "/matters?export=true")), "forbidden");
  EXPECT_EQ(as(kCoordinator, "GET", "/matters?export=true").status, 200);
}

// A subdistrict's leader whose unit was called to a matter of another subdistrict reads it, and yet cannot take it away.
TEST_F(ApiTest, AnExportHoldsOnlyWhatLiesWhereItsVerbIsHeld) {
  constexpr const char* kLeader = "street-of-elsewhere.leader";
  const std::string street = demo_rules()->book->at_level(demo_rules()->book->place("huizhong-jiayuan")->grid, registers::GridKind::kStreet);
  std::string elsewhere;
  for (const auto& [code, grid] : demo_rules()->book->grids()) {
    if (grid.kind == registers::GridKind::kStreet && code != street) elsewhere = code;
  }
  const MatterId matter = *store.find_number({120103}, text(reported(), "number"));
  const std::string owner = store.load({120103}, matter)->row.owner;
  auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
  rows.push_back({"person", kLeader, 1, kMorning, std::nullopt, {{"name_zh", "某"}, {"name_en", "Somebody"}, {"unit", owner}, {"role", "street_leader"}, {"area", elsewhere}}});
  auto rules = std::make_shared<app::Rules>(*house.rules());
  rules->book = registers::Book::build(rows, kMorning);
  house.set_rules(rules);
  const auto total = [&](const std::string& query) { return read(as(kLeader, "GET", "/matters?party=" + owner + query)).at("total").as_int64(); };
  ASSERT_EQ(total(""), 1) << "readable because of the unit";
  EXPECT_EQ(total("&export=true"), 0);
  EXPECT_EQ(total("&export=true&area=" + elsewhere), 0);
  const Answer refused = as(kLeader, "GET", "/matters?export=true&area=" + street);
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(json::parse(refused.body).at("error").at("field"), "area");
  EXPECT_EQ(as(kLeader, "GET", "/matters?export=true&area=120103").status, 403) << "the whole district is wider than a subdistrict";
  EXPECT_EQ(as(kCoordinator, "GET", "/matters?export=true&area=" + street).status, 200);
}

TEST_F(ApiTest, ARegisterShowsTheRowsOfOnesOwnAreaAndOfWhatLiesAboveIt) {
  const registers::Book& book = *demo_rules()->book;
  const std::string own = book.person(kClerk)->area;
  std::string other;
  for (const auto& [code, person] : book.people()) {
    if (book.grid(person.area) != nullptr && book.grid(person.area)->kind == registers::GridKind::kCommunity && person.area != own) other = person.area;
  }
  int seen = 0;
  for (const json::object page = read(as(kClerk, "GET", "/registers/people?limit=500")); const json::value& row : page.at("rows").as_array()) {
    const std::string area(row.at("area").at("code").as_string());
    EXPECT_TRUE(book.lies_in(area, own) || book.lies_in(own, area)) << area;
    seen += area == own ? 1 : 0;
  }
  EXPECT_GT(seen, 0);
  const Answer refused = as(kClerk, "GET", "/registers/people?area=" + other);
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(json::parse(refused.body).at("error").at("field"), "area");
  EXPECT_GT(read(as(kCoordinator, "GET", "/registers/people?area=" + other)).at("total").as_int64(), 0);
  EXPECT_EQ(as(kClerk, "GET", "/registers/roles").status, 200) << "they hold everywhere";
  EXPECT_NE(as(kClerk, "GET", "/registers/people").headers.at("etag"), as(kCoordinator, "GET", "/registers/people").headers.at("etag"));
}

TEST_F(ApiTest, RegistersAreOpenExceptWherePeopleStandInThem) {
  const auto stranger = [&](const std::string& target) { return ask(service.port(), "GET", "/api/v1" + target).status; };
  EXPECT_EQ(stranger("/registers/categories"), 200);
  EXPECT_EQ(stranger("/registers/people"), 401);
  EXPECT_EQ(stranger("/registers/cats"), 422);
  EXPECT_EQ(stranger("/places/search?q=a"), 200);
  EXPECT_EQ(stranger("/matters"), 401);
  EXPECT_EQ(stranger("/feed/list"), 401);
}

TEST_F(ApiTest, AChangeIsOnTheFeedOfWhoMayReadIt) {
  RawClient page(service.port());
  page.send("GET /api/v1/feed?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token(kDesk) + "\r\n\r\n");
  page.until("id: 0\n\n");
  const std::string number = text(reported(), "number");
  const std::string event = page.until("\n\n");
  EXPECT_NE(event.find("\"number\":\"" + number + "\""), std::string::npos) << event;
  EXPECT_TRUE(read(as("district-centre.admin", "GET", "/feed/list?after=0")).at("items").as_array().empty()) << "who edits registers reads no matters";
}

// A report that has ended: withdrawn by the resident who holds its code.
struct ContentTest : ApiTest {
  json::object receipt;
  std::string number;
  void SetUp() override {
    receipt = reported();
    number = text(receipt, "number");
  }
  void withdraw() {
    const json::object body{{"number", number}, {"code", text(receipt, "code")}, {"action", "withdraw"}, {"input", json::object{{"reason", "solved by itself"}}}};
    EXPECT_EQ(public_post("/actions", json::serialize(body), "withdraw-key-1").status, 200);
  }
  Answer disclose(const std::string& person, const std::string& body, const std::string& key) { return as(person, "POST", "/matters/" + number + "/disclose", body, key); }
  Answer erase(const std::string& person, const std::string& reason, const std::string& key) {
    return as(person, "POST", "/matters/" + number + "/erase", R"({"reason":")" + reason + "\"}", key);
  }
  std::int64_t revision() { return read(as(kDesk, "GET", "/matters/" + number)).at("revision").as_int64(); }
  std::string last_sentence() { return text(read(as(kDesk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array().back().as_object(), "sentence"); }
};
constexpr const char* kPhone = R"({"fields":["reporter_phone"],"purpose":"call-back","note":"rang at noon"})";
constexpr const char* kSecretary = "community-huizhongjiayuan.secretary";
constexpr const char* kPrivacy = "district-centre.privacy";

TEST_F(ContentTest, NoPageShowsAPhoneEvenToWhoMayBeShownIt) {
  for (const char* person : {kClerk, kSecretary}) {
    EXPECT_EQ(as(person, "GET", "/matters/" + number).body.find("13800000000"), std::string::npos) << person;
    EXPECT_EQ(as(person, "GET", "/matters/" + number + "/timeline").body.find("13800000000"), std::string::npos) << person;
  }
}

TEST_F(ContentTest, OnlyWhatAPageHidesIsOffered) {
  const auto offered = [&](const std::string& of) {
    std::set<std::string> names;
    const json::object page = read(as(kClerk, "GET", "/matters/" + of));
    for (const json::value& field : page.at("disclosure").at("fields").as_array()) names.insert(std::string(field.at("name").as_string()));
    return names;
  };
  EXPECT_TRUE(offered(number).contains("what")) << "a phone in it is masked";
  const Answer plain = public_post("/reports", R"({"what":"路灯不亮","category":"utilities.water","place":"huizhong-jiayuan","phone":"13800000000","agree":true})", "plain-report-1");
  EXPECT_EQ(offered(text(read(plain, 201), "number")), std::set<std::string>{"reporter_phone"}) << "the rest stands on the page";
}

TEST_F(ContentTest, WhatAccompaniesAMatterIsToldFromWhatBringsItOn) {
  const auto report = house.rules()->current("report");
  const auto aside = [&](const char* name) {
    const auto found = std::find_if(report->actions.begin(), report->actions.end(), [&](const auto& action) { return action.name == name; });
    return found != report->actions.end() && is_aside(*report, *found);
  };
  EXPECT_FALSE(aside("accept"));
  EXPECT_TRUE(aside("add_photos")) << "possible in every step, and moves nothing";
  const json::object page = read(as(kClerk, "GET", "/matters/" + number));
  for (const json::value& action : page.at("actions").as_array()) EXPECT_EQ(action.at("aside").as_bool(), aside(action.at("name").as_string().c_str()));
}

TEST_F(ContentTest, APhoneIsShownForAPurposeAndTheLedgerSaysSo) {
  const json::object page = read(as(kClerk, "GET", "/matters/" + number));
  EXPECT_FALSE(page.at("disclosure").as_object().at("purposes").as_array().empty());
  const json::object answer = read(disclose(kClerk, kPhone, "disclose-key-1"));
  EXPECT_EQ(text(answer.at("shown").as_array().front().as_object(), "text"), "13800000000");
  const std::int64_t after = revision();
  EXPECT_EQ(read(disclose(kClerk, kPhone, "disclose-key-1")).at("shown"), answer.at("shown")) << "a lost answer is shown again";
  EXPECT_EQ(revision(), after) << "and written once";
  const json::array timeline = read(as(kDesk, "GET", "/matters/" + number + "/timeline")).at("entries").as_array();
  const json::object& entry = timeline.back().as_object();
  EXPECT_EQ(text(entry, "kind"), "disclosed");
  EXPECT_NE(text(entry, "sentence").find("Following up with the resident"), std::string::npos) << text(entry, "sentence");
  EXPECT_EQ(text(entry.at("texts").as_array().front().as_object(), "label"), "Note");
  const auto stored = store.load({120103}, *store.find_number({120103}, number));
  for (const ledger::Link& link : stored->links) EXPECT_EQ(link.bytes.find("13800000000"), std::string::npos);
  const json::object own = read(public_post("/status", json::serialize(json::object{{"number", number}, {"code", text(receipt, "code")}})));
  EXPECT_NE(json::serialize(own.at("entries")).find("查看了受保护的内容"), std::string::npos) << "the resident hears of it";
}

TEST_F(ContentTest, AskingWithoutRightOrPurposeShowsNothingAndWritesNothing) {
  const std::int64_t before = revision();
  EXPECT_EQ(disclose(kDesk, kPhone, "disclose-key-2").status, 403) << "another unit's matter";
  EXPECT_TRUE(read(as(kDesk, "GET", "/matters/" + number)).at("disclosure").is_null());
  EXPECT_EQ(disclose("district-centre.admin", kPhone, "disclose-key-3").status, 404) << "what one may not read does not exist for one";
  EXPECT_EQ(disclose("community-renhuli.clerk", kPhone, "disclose-key-4").status, 404) << "another community's";
  const Answer curious = disclose(kClerk, R"({"fields":["reporter_phone"],"purpose":"curiosity"})", "disclose-key-5");
  EXPECT_EQ(code_of(curious), "not_a_choice");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["reporter_phone"],"purpose":"person-asked"})", "disclose-key-6")), "not_a_choice") << "a reason to erase is none to look";
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":[],"purpose":"call-back"})", "disclose-key-7")), "missing_field");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["grade"],"purpose":"call-back"})", "disclose-key-8")), "unknown_reference");
  EXPECT_EQ(code_of(disclose(kClerk, R"({"fields":["reporter_name"],"purpose":"call-back"})", "disclose-key-9")), "unknown_reference") << "none was given";
  EXPECT_EQ(revision(), before);
}

TEST_F(ContentTest, TheDeskIsShownWhatItOpenedItself) {
  const json::object own = read(as(kDesk, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","input":{"field.what":"示例问题","field.reporter_phone":"13800000001"}})", "open-key-9"), 201);
  number = text(own, "number");
  EXPECT_EQ(text(read(disclose(kDesk, kPhone, "disclose-key-10")).at("shown").as_array().front().as_object(), "text"), "13800000001");
}

TEST_F(ContentTest, BeingShownSomethingMakesNobodysFormOutOfDate) {
  const std::int64_t page = revision();
  read(disclose(kClerk, kPhone, "disclose-key-11"));
  const std::string body = R"({"revision":)" + std::to_string(page) + R"(,"input":{"field.category":"utilities.water","field.grade":"urgent"}})";
  EXPECT_EQ(as(kDesk, "POST", "/matters/" + number + "/actions/accept", body, "accept-key-9").status, 200);
}

TEST_F(ContentTest, AnOpenMatterIsNotErased) {
  EXPECT_EQ(code_of(erase(kPrivacy, "person-asked", "erase-key-1")), "not_allowed_now");
  EXPECT_TRUE(read(as(kPrivacy, "GET", "/matters/" + number)).at("erasure").is_null());
}

TEST_F(ContentTest, OnlyWhoHoldsTheVerbErasesAndOnlyForAReason) {
  withdraw();
  for (const char* person : {kDesk, kClerk, kSecretary, kCoordinator}) EXPECT_EQ(erase(person, "person-asked", "erase-key-2").status, 403) << person;
  EXPECT_EQ(erase("district-centre.admin", "person-asked", "erase-key-3").status, 404);
  EXPECT_EQ(code_of(erase(kPrivacy, "because", "erase-key-4")), "not_a_choice");
  EXPECT_EQ(read(disclose(kClerk, kPhone, "disclose-key-12")).at("shown").as_array().size(), 1u) << "it is all still there";
}

TEST_F(ContentTest, ErasingTakesTheContentAndSaysWhyAndTheChainVerifies) {
  house.keep_files(files);
  const std::string name = text(read(upload(kClerk, number, paper("a photo")), 201), "name");
  withdraw();
  const auto kept_copy = [&](const std::string& person) {
    return ask(service.port(), "GET", "/api/v1/files/" + number + "/" + name, "", {{"Authorization", "Bearer " + token(person)}, {"If-None-Match", '"' + name + '"'}}).status;
  };
  EXPECT_EQ(kept_copy(kClerk), 304);
  EXPECT_EQ(kept_copy("district-centre.admin"), 404) << "in the same browser, signed in as somebody who may not see it";
  ASSERT_EQ(erase(kPrivacy, "person-asked", "erase-key-5").status, 200);
  EXPECT_EQ(kept_copy(kClerk), 404) << "what was erased is not the same as before";
  EXPECT_EQ(erase(kPrivacy, "person-asked", "erase-key-5").status, 200) << "the same request hears the same answer";
  const json::object page = read(as(kDesk, "GET", "/matters/" + number));
  EXPECT_EQ(text(page.at("erased").as_object().at("why").as_object(), "name"), "The person concerned asked for it");
  EXPECT_TRUE(page.at("head").as_object().at("verified").as_bool());
  EXPECT_TRUE(text(page, "title").empty());
  EXPECT_NE(json::serialize(page).find("[erased]"), std::string::npos);
  EXPECT_NE(last_sentence().find("erased the content (on 2023-02-14, because: The person concerned asked for it)"), std::string::npos) << last_sentence();
  EXPECT_EQ(as(kDesk, "GET", "/files/" + number + "/" + name).status, 404);
  EXPECT_EQ(read(as(kDesk, "POST", "/matters/search", R"({"q":"再生水"})")).at("total").as_int64(), 0) << "not found any more";
  EXPECT_EQ(code_of(disclose(kClerk, kPhone, "disclose-key-13")), "not_allowed_now");
  EXPECT_EQ(code_of(erase(kPrivacy, "person-asked", "erase-key-6")), "not_allowed_now");
  EXPECT_EQ(upload(kClerk, number, paper("another")).status, 409);
}

TEST_F(ApiTest, AStaffMemberOpensAMatterAtAPlaceOrAPoint) {
  const json::object by_place = read(as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题"}})", "open-key-1"), 201);
  EXPECT_EQ(text(by_place, "step"), "reported");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"field.what":"示例问题"}})", "open-key-2")), "missing_field");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"report","lon":0,"lat":0,"input":{"field.what":"示例问题"}})", "open-key-3")), "outside_district");
  EXPECT_EQ(code_of(as(kDesk, "POST", "/matters", R"({"kind":"nothing","place":"huizhong-jiayuan","input":{}})", "open-key-4")), "unknown_procedure");
}

TEST_F(ApiTest, SaysHowAMatterCameOnlyWhereItCameSomehow) {
  const auto channel = [this](const std::string& body, const std::string& key) {
    const json::object receipt = read(as(kDesk, "POST", "/matters", body, key), 201);
    return receipt.empty() ? "" : text(read(as(kDesk, "GET", "/matters/" + text(receipt, "number"))), "channel");
  };
  EXPECT_EQ(channel(R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题"}})", "channel-key-1"), "patrol") << "the usual way";
  EXPECT_EQ(channel(R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题","channel":"hotline"}})", "channel-key-2"), "hotline");
  const json::object opening = read(as(kDesk, "GET", "/procedures/report")).at("opening").as_object();
  EXPECT_EQ(opening.at("form").at("properties").at("channel").at("enum").as_array().size(), 5u);
  const Answer refused = as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题","channel":"rumour"}})", "channel-key-3");
  EXPECT_EQ(code_of(refused), "not_a_choice");
  EXPECT_NE(refused.body.find("input.channel"), std::string::npos) << refused.body;
}

TEST_F(ApiTest, ARefusalNamesTheFieldAsTheFormDoes) {
  const std::string number = text(read(as(kDesk, "POST", "/matters", R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"示例问题"}})", "name-key-1"), 201), "number");
  const Answer refused = as(kDesk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":"no.such","field.grade":"simple"}})", "name-key-2");
  const json::object error = json::parse(refused.body).at("error").as_object();
  EXPECT_EQ(text(error, "field"), "input.field.category");
  EXPECT_EQ(text(error, "message").find("field.category"), std::string::npos) << "a person reads the form's own word: " << text(error, "message");
}

}  // namespace
}  // namespace shaoyin::http
