// Bad input never changes anything, and its answer says in the caller's language what is wrong, where, and how to mend
// it. Each row of the table is one way to be wrong that people, phones and strangers really send.
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

struct Wrong {
  std::string name;
  std::string who;  // empty: nobody is signed in
  std::string method, target, body, key;
  int status;
  std::string code, field;  // field empty: the request as a whole
  std::map<std::string, std::string> more = {};  // headers
};

std::string over_long(std::size_t letters) {
  std::string text;
  for (std::size_t i = 0; i < letters; ++i) text += "管";
  return text;
}

// What the rows rest on: a report as it came in, another whose page was opened before it was accepted, a token whose time is over.
struct Scene {
  std::string number, accepted, ended;
  std::int64_t before_accepting = 0;  // revision
};

std::vector<Wrong> wrongs(const Scene& scene) {
  const std::string& number = scene.number;
  const std::string act = "/matters/" + number + "/actions/";
  const std::string png("\x89PNG\r\n\x1a\n", 8);
  const std::string place = R"("category":"utilities.water","place":"huizhong-jiayuan","agree":true)";
  return {
      {"an unknown field", "", "POST", "/public/reports", R"({"what":"灯坏了",)" + place + R"(,"wat":1})", "k-unknown", 422, "unknown_field", "wat"},
      {"a missing field", "", "POST", "/public/reports", "{" + place + "}", "k-missing", 422, "missing_field", "what"},
      {"a wrong type", "", "POST", "/public/reports", R"({"what":7,)" + place + "}", "k-type01", 422, "wrong_type", "what"},
      {"an over-long text", "", "POST", "/public/reports", R"({"what":")" + over_long(2001) + R"(",)" + place + "}", "k-long01", 422, "too_long", "what"},
      {"a text in which nothing can be seen", "", "POST", "/public/reports", "{\"what\":\"  \u3000\u202e\u200b \"," + place + "}", "k-blank1", 422, "missing_field", "what"},
      {"a wish for a call without a phone", "", "POST", "/public/reports", R"({"what":"灯坏了","wish":"reply",)" + place + "}", "k-wish01", 422, "missing_field", "phone"},
      {"a phone that is none", "", "POST", "/public/reports", R"({"what":"灯坏了","phone":"call me",)" + place + "}", "k-phone1", 400, "malformed", "phone"},
      {"a day without a time", kClerk, "POST", act + "ask_extension", R"({"input":{"extension.until":"2023-03-01","extension.reason":"等配件"}})", "k-day001", 422, "impossible_time", "input.extension.until"},
      {"an action on a record without saying which", kClerk, "POST", act + "record_answer", R"({"to":"solved","input":{}})", "k-norec1", 422, "missing_field", "record"},
      {"an action on a record that is not there", kClerk, "POST", act + "record_answer", R"({"record":99,"to":"solved","input":{}})", "k-norec2", 404, "not_found", "record"},
      {"one field asked for twice", kClerk, "POST", "/matters/" + number + "/disclose", R"({"fields":["reporter_phone","reporter_phone"],"purpose":"call-back"})", "k-twice1", 400, "malformed", "fields[1]"},
      {"a position after the end of the ledger", kDesk, "GET", "/feed/list?after=999999", "", "", 409, "out_of_date", "after"},
      {"a record where the action has none", kDesk, "POST", act + "accept", R"({"record":5,"input":{"field.category":"utilities.water","field.grade":"simple"}})", "k-record", 422, "unknown_field", "record"},
      {"a page longer than any", kDesk, "GET", "/matters?limit=100000", "", "", 422, "not_a_choice", "limit"},
      {"bytes that are no text", "", "POST", "/public/reports", "{\"what\":\"\xc3\x28\xff灯\"," + place + "}", "k-utf801", 400, "invalid_utf8", "body"},
      {"half a JSON", "", "POST", "/public/reports", R"({"what":"灯)", "k-half01", 400, "malformed", "body"},
      {"a point that is not on earth", "", "POST", "/public/reports", R"({"what":"灯坏了","lon":117.2,"lat":91,"agree":true})", "k-earth1", 422, "invalid_point", "lat"},
      {"a point in another district", "", "POST", "/public/reports", R"({"what":"灯坏了","lon":121.4,"lat":31.2,"agree":true})", "k-other1", 422, "outside_district", "lon"},
      {"the point where no ship is", kDesk, "POST", "/matters", R"({"kind":"report","lon":0,"lat":0,"input":{"field.what":"灯坏了"}})", "k-null01", 422, "outside_district", "lon"},
      {"a place and a point elsewhere", kDesk, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","lon":121.4,"lat":31.2,"input":{"field.what":"灯坏了"}})", "k-twice1", 422, "outside_district", "lon"},
      {"a place and half a point", kDesk, "POST", "/matters", R"({"kind":"report","place":"huizhong-jiayuan","lon":117.2,"input":{"field.what":"灯坏了"}})", "k-half01", 422, "missing_field", "lat"},
      {"a place that no register holds", "", "POST", "/public/reports", R"({"what":"灯坏了","place":"no-such-place","agree":true})", "k-place1", 422, "unknown_reference", "place"},
      {"a category that no register holds", kDesk, "POST", act + "accept", R"({"input":{"field.category":"no.such","field.grade":"simple"}})", "k-categ1", 422, "unknown_reference", "input.field.category"},
      {"a choice that is not offered", kDesk, "POST", act + "accept", R"({"input":{"field.category":"utilities.water","field.grade":"whenever"}})", "k-choice", 422, "not_a_choice", "input.field.grade"},
      {"an input that the action does not take", kDesk, "POST", act + "accept", R"({"input":{"field.category":"utilities.water","field.grade":"simple","field.colour":"red"}})", "k-input1", 422, "unknown_field", "input.field.colour"},
      {"a page from before somebody else's act", kDesk, "POST", "/matters/" + scene.accepted + "/actions/dispatch", R"({"revision":)" + std::to_string(scene.before_accepting) + R"(,"input":{"field.unit":"urban-management"}})", "k-stale1", 409, "out_of_date", "revision"},
      {"a revision that is not there yet", kDesk, "POST", act + "accept", R"({"revision":999,"input":{"field.category":"utilities.water","field.grade":"simple"}})", "k-future", 409, "out_of_date", "revision"},
      {"an action nobody wrote", kDesk, "POST", act + "fly", R"({"input":{}})", "k-action", 404, "unknown_action", "action"},
      {"an action of a later step", kDesk, "POST", act + "dispatch", R"({"input":{"field.unit":"urban-management"}})", "k-later1", 409, "not_allowed_now", "dispatch"},
      {"a drawing in a format nobody draws", kDesk, "GET", "/procedures/whistle/drawing?format=png", "", "", 422, "not_a_choice", "format"},
      {"a kind of matter nobody wrote", kDesk, "POST", "/matters", R"({"kind":"miracle","place":"huizhong-jiayuan","input":{}})", "k-kind01", 404, "unknown_procedure", "kind"},
      {"no key for doing it once", kDesk, "POST", act + "accept", R"({"input":{"field.category":"utilities.water","field.grade":"simple"}})", "", 422, "missing_field", "Idempotency-Key"},
      {"a filter nobody wrote", kDesk, "GET", "/matters?colour=red", "", "", 422, "unknown_field", "colour"},
      {"a step of no procedure", kDesk, "GET", "/matters?step=flying", "", "", 422, "not_a_choice", "step"},
      {"a kind of no procedure", kDesk, "GET", "/matters?kind=miracle", "", "", 422, "not_a_choice", "kind"},
      {"words one searches for in an address", kDesk, "GET", "/matters?q=%E5%BC%A0", "", "", 422, "unknown_field", "q"},
      {"somebody's name in an address", kDesk, "GET", "/registers/people?q=%E5%BC%A0", "", "", 422, "unknown_field", "q"},
      {"a search for nothing", kDesk, "POST", "/matters/search", R"({"q":""})", "", 422, "too_short", "q"},
      {"an unfinished percent sign", kDesk, "GET", "/matters?q=%E5%8", "", "", 400, "invalid_utf8", "query"},
      {"a matter that is not there", kDesk, "GET", "/matters/HX-2023-999999", "", "", 404, "not_found", "id"},
      {"nobody signed in", "", "GET", "/matters", "", "", 401, "unauthenticated", ""},
      {"a session that ended", "", "GET", "/matters", "", "", 401, "unauthenticated", "", {{"Authorization", "Bearer " + scene.ended}}},
      {"a session that never was", "", "GET", "/matters", "", "", 401, "unauthenticated", "", {{"Authorization", "Bearer " + std::string(64, 'a')}}},
      {"a body of another kind", kDesk, "POST", act + "accept", "field.category=utilities.water", "k-form01", 415, "not_a_choice", "Content-Type", {{"Content-Type", "application/x-www-form-urlencoded"}}},
      {"a file that calls itself a picture", kClerk, "POST", "/files", "GIF89a", "", 400, "malformed", "body", {{"Content-Type", "image/png"}, {"X-Matter", number}}},
      {"a file with no matter", kDesk, "POST", "/files", png, "", 422, "missing_field", "X-Matter", {{"Content-Type", "image/png"}}},
  };
}

bool has_chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xe4; });
}

// Reports of one address are few an hour, so these have a house of their own.
std::vector<Wrong> wrongs_of_residents(const std::string& number, const std::string& code) {
  const std::string place = R"("category":"utilities.water","place":"huizhong-jiayuan","agree":true)";
  const std::string mine = R"({"number":")" + number + R"(","code":")" + code + R"(",)";
  return {
      {"a phone of brackets", "", "POST", "/public/reports", R"~({"what":"灯坏了","phone":"((--))",)~" + place + "}", "k-phone2", 400, "malformed", "phone"},
      {"a phone of four digits", "", "POST", "/public/reports", R"~({"what":"灯坏了","phone":"12 (34)",)~" + place + "}", "k-phone3", 400, "malformed", "phone"},
      {"an address in which nothing can be seen", "", "POST", "/public/reports", "{\"what\":\"灯坏了\",\"address\":\"  \u3000\u200b\",\"agree\":true}", "k-blank2", 422, "missing_field", "place"},
      {"a resident's key that another could hit upon", "", "POST", "/public/reports", R"({"what":"灯坏了",)" + place + "}", "", 422, "too_short", "Idempotency-Key", {{"Idempotency-Key", "20230214-090001"}}},
      {"a reason in which nothing can be seen", "", "POST", "/public/actions", mine + "\"action\":\"withdraw\",\"input\":{\"reason\":\"\u3000\u200b\"}}", "k-blank3", 422, "missing_field", "input.reason"},
  };
}

struct BadInput : ApiTest {
  // Everything that a request could have changed: each matter's head in the ledger, its texts and files, what the disk holds, the
  // registers, the accounts and the place in the feed.
  std::string state() {
    const DistrictId district = house.district().id;
    std::string all = "feed " + std::to_string(*service.hub().head()) + "\n";
    const auto ids = store.all(district);
    for (const MatterId id : *ids) {
      const auto stored = store.load(district, id);
      all += stored->row.number + "@" + std::to_string(stored->links.size()) + ":" + to_hex(stored->links.back().hash) + " " + stored->row.title +
             " texts " + std::to_string(store.texts(district, id)->size()) + " files";
      const auto kept = store.files(district, id);
      for (const app::FileRow& file : *kept) all += " " + file.name + (file.used ? "+" : "");
      all += "\n";
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) all += entry.path().string() + "\n";
    for (const char* reg : {"category", "grid", "person", "place", "precedent", "purpose", "recomputed", "role", "route", "unit"}) {
      const auto rows = store.register_rows(district, reg);
      for (const registers::Row& row : *rows) all += row.code + "." + std::to_string(row.version) + "\n";
    }
    const auto accounts = store.accounts(district);
    for (const app::Account& account : *accounts) all += account.login + (account.disabled ? " off\n" : " on\n");
    return all;
  }
  Scene scene() {
    Scene made;
    made.ended = *service.sessions().make_token(kDesk, "a script of last quarter");
    clock.ms += kTokenWhole.ms;
    made.number = text(reported(), "number");
    made.accepted = text(reported("another-key-2"), "number");
    made.before_accepting = read(as(kDesk, "GET", "/matters/" + made.accepted)).at("revision").as_int64();
    accept(made.accepted);
    return made;
  }
  Answer send(const Wrong& wrong, const std::string& language) {
    std::map<std::string, std::string> headers = wrong.more;
    headers["Accept-Language"] = language;
    if (!wrong.who.empty()) headers["Authorization"] = "Bearer " + token(wrong.who);
    if (!wrong.key.empty()) headers["Idempotency-Key"] = drawn_out(wrong.key);
    return ask(service.port(), wrong.method, "/api/v1" + wrong.target, wrong.body, headers);
  }
  void expect_refused(const std::vector<Wrong>& wrongs) {
    const std::string before = state();
    for (const Wrong& wrong : wrongs) {
      SCOPED_TRACE(wrong.name);
      for (const std::string language : {"zh-CN", "en"}) {
        const Answer answer = send(wrong, language);
        EXPECT_EQ(answer.status, wrong.status) << answer.body;
        boost::system::error_code bad;
        const json::value body = json::parse(answer.body, bad);
        ASSERT_FALSE(bad) << answer.body;
        const json::object& error = body.at("error").as_object();
        EXPECT_EQ(text(error, "code"), wrong.code) << answer.body;
        EXPECT_EQ(error.contains("field") && error.at("field").is_string() ? text(error, "field") : "", wrong.field) << answer.body;
        EXPECT_EQ(has_chinese(text(error, "message")), language == "zh-CN") << answer.body;
        EXPECT_EQ(has_chinese(text(error, "hint")), language == "zh-CN") << answer.body;
      }
      EXPECT_EQ(state(), before);
    }
  }
};

TEST_F(BadInput, NamesFieldFaultAndCureInBothLanguagesAndChangesNothing) { expect_refused(wrongs(scene())); }

TEST_F(BadInput, OfResidentsTellsThemTheSame) {
  const json::object receipt = reported();
  expect_refused(wrongs_of_residents(text(receipt, "number"), text(receipt, "code")));
}

TEST_F(BadInput, AKeyThatWasUsedForSomethingElseIsRefused) {
  reported("one-and-the-same");
  const std::string before = state();
  const Answer again = public_post("/reports", R"({"what":"别的事情","category":"utilities.water","place":"huizhong-jiayuan","agree":true})", "one-and-the-same");
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(code_of(again), "key_reused");
  EXPECT_EQ(state(), before);
}

TEST_F(BadInput, ASessionThatEndedOpensNothing) {
  const std::string old = token(kDesk);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/session", "", {{"Authorization", "Bearer " + old}}).status, 200);
  EXPECT_EQ(ask(service.port(), "DELETE", "/api/v1/session", "", {{"Authorization", "Bearer " + old}}).status, 204);
  EXPECT_EQ(ask(service.port(), "GET", "/api/v1/session", "", {{"Authorization", "Bearer " + old}}).status, 401);
}

}  // namespace
}  // namespace shaoyin::http
