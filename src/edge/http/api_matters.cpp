// Reading matters: lists, one matter, its timeline, why an action is possible.
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "app/readers.h"
#include "edge/http/api.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {
namespace {

std::optional<bool> flag(const Request& request, const char* name) {
  if (!request.query.has(name)) return std::nullopt;
  return request.query.get(name) == "true";
}

int number(const Request& request, const char* name, int otherwise) {
  const std::string& text = request.query.get(name);
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A category stands for everything below it.
std::vector<std::string> with_subcategories(const registers::Book& book, const std::vector<std::string>& wanted) {
  std::vector<std::string> all;
  for (const std::string& code : wanted) {
    all.push_back(code);
    for (const auto& [below, category] : book.categories()) {
      const std::vector<std::string> path = book.category_path(below);
      if (below != code && std::find(path.begin(), path.end(), code) != path.end()) all.push_back(below);
    }
  }
  return all;
}

app::Filter::Order order_of(const std::string& name) {
  if (name == "newest") return app::Filter::Order::kNewest;
  if (name == "oldest") return app::Filter::Order::kOldest;
  if (name == "updated") return app::Filter::Order::kUpdated;
  return app::Filter::Order::kDue;
}

app::Filter filter_of(const Request& request, const registers::Book& book) {
  app::Filter filter;
  filter.kinds = request.query.all("kind");
  filter.steps = request.query.all("step");
  filter.owners = request.query.all("owner");
  filter.categories = with_subcategories(book, request.query.all("category"));
  filter.channels = request.query.all("channel");
  filter.areas = request.query.all("area");
  filter.parties = request.query.all("party");
  filter.open = flag(request, "open");
  filter.overdue = flag(request, "overdue");
  filter.contested = flag(request, "contested");
  filter.returned = flag(request, "returned");
  if (request.json) filter.text = text_of(request.json->value, "q");  // only a search has a body
  filter.order = order_of(request.query.get("order"));
  filter.offset = number(request, "offset", 0);
  filter.limit = number(request, "limit", 50);
  return filter;
}

// A kind or step that no version of any procedure has: a word typed wrong would otherwise look like an empty list.
Status known_words(const app::Filter& filter, const app::Rules& rules) {
  std::set<std::string> kinds, steps;
  for (const auto& [hash, procedure] : rules.by_hash) {
    kinds.insert(procedure->kind);
    for (const procedure::StepSpec& step : procedure->steps) steps.insert(step.name);
  }
  const auto among = [](const std::vector<std::string>& asked, const std::set<std::string>& known, const char* field) -> Status {
    if (std::all_of(asked.begin(), asked.end(), [&](const std::string& word) { return known.contains(word); })) return {};
    return fault(ErrorCode::kNotAChoice, field, fmt::format("{}", fmt::join(known, ", ")));
  };
  if (const Status kind = among(filter.kinds, kinds, "kind"); !kind) return kind;
  return among(filter.steps, steps, "step");
}

// Today ends at midnight where the district is.
Instant tonight(const app::House& house, const app::Rules& rules) { return rules.calendar.start_of(rules.calendar.day_of(house.now()) + 1); }

}  // namespace

bool narrow(app::Filter& filter, const access::Caller& caller, const registers::Book& book) {
  const std::vector<GridCode> readable = access::held_in(caller, "matter.read");
  const std::vector<PartyCode> own_unit{caller.actor.unit};
  // Who reads the whole district needs no condition on places; on a hundred thousand rows it would be the costly one.
  const auto whole = [&](const GridCode& area) { return book.grid(area) != nullptr && book.grid(area)->kind == registers::GridKind::kDistrict; };
  if (filter.areas.empty() && std::any_of(readable.begin(), readable.end(), whole)) return true;
  if (readable.empty()) {
    if (!app::reads_own(caller) || caller.actor.unit.empty() || (!filter.parties.empty() && filter.parties != own_unit)) return false;
    filter.parties = own_unit;
    return true;
  }
  if (filter.parties == own_unit || filter.owners == own_unit) return true;
  const std::vector<GridCode> asked = filter.areas.empty() ? readable : filter.areas;
  filter.areas.clear();
  for (const GridCode& area : asked) {
    for (const GridCode& own : readable) {
      if (book.lies_in(area, own)) filter.areas.push_back(area);
      else if (book.lies_in(own, area)) filter.areas.push_back(own);
    }
  }
  return !filter.areas.empty();
}

namespace {

Result<json::object> counts_of(app::House& house, const app::Rules& rules, const access::Caller& caller, app::Filter filter) {
  filter.offset = 0;
  filter.limit = 1;
  json::object counts;
  const auto count = [&](const char* name, const auto& change) -> Status {
    app::Filter one = filter;
    change(one);
    const Result<app::Page> page = app::list_for(house, rules, caller, one);
    if (!page) return page.error();
    counts[name] = page->total;
    return {};
  };
  const Instant end = tonight(house, rules);
  for (const Status& status : {count("due_today", [&](app::Filter& f) { f.open = true; f.due_before = end; }),
                               count("overdue", [](app::Filter& f) { f.open = true; f.overdue = true; }),
                               count("contested", [](app::Filter& f) { f.open = true; f.contested = true; }),
                               count("returned", [](app::Filter& f) { f.open = true; f.returned = true; }),
                               count("open", [](app::Filter& f) { f.open = true; })}) {
    if (!status) return status.error();
  }
  return counts;
}

json::object no_counts() { return {{"due_today", 0}, {"overdue", 0}, {"contested", 0}, {"returned", 0}, {"open", 0}}; }

// What an export holds is narrowed by what one may read, as every list, and by where one may take it away: a matter that one
// reads because one's unit was called need not lie there. Areas that are asked for are judged each; without any, those of the verb
// are meant.
Status narrow_export(app::Filter& filter, const access::Caller& caller, const registers::Book& book) {
  constexpr const char* kVerb = "export.run";
  const std::vector<GridCode> own = access::held_in(caller, kVerb);
  if (own.empty()) return fault(ErrorCode::kForbidden, "export", kVerb, access::authorize(caller, kVerb, {}).because);
  for (const GridCode& area : filter.areas) {
    const access::Verdict verdict = access::authorize(caller, kVerb, book.path(area));
    if (!verdict.allowed) return fault(ErrorCode::kForbidden, "area", kVerb, verdict.because);
  }
  const auto whole = [&](const GridCode& area) { return book.grid(area) != nullptr && book.grid(area)->kind == registers::GridKind::kDistrict; };
  if (filter.areas.empty() && std::none_of(own.begin(), own.end(), whole)) filter.areas = own;
  return {};
}

Response list(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  app::Filter filter = filter_of(request, *rules->book);
  if (const Status known = known_words(filter, *rules); !known) return refusal(request, known.error());
  if (flag(request, "export").value_or(false)) {
    if (const Status may = narrow_export(filter, *caller, *rules->book); !may) return refusal(request, may.error());
  }
  if (flag(request, "due_today").value_or(false)) filter.due_before = tonight(api.house, *rules);
  if (!narrow(filter, *caller, *rules->book)) return json_answer(json::object{{"rows", json::array()}, {"total", 0}, {"counts", no_counts()}, {"district", district_json(api, request.language)}});
  const Result<app::Page> page = app::list_for(api.house, *rules, *caller, filter);
  if (!page) return refusal(request, page.error());
  const Result<json::object> counts = counts_of(api.house, *rules, *caller, filter);
  if (!counts) return refusal(request, counts.error());
  const Wording words(*rules->book, request.language);
  json::array rows;
  for (const app::MatterRow& row : page->rows) rows.emplace_back(row_json(*rules, row, words));
  return json_answer(json::object{{"rows", std::move(rows)}, {"total", page->total}, {"counts", *counts},
                                  {"district", district_json(api, request.language)}});
}

// Opens the matter for its reader and answers with what `tell` makes of it.
template <class Tell>
Response with_page(const Api& api, const Request& request, const Tell& tell) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const auto page = MatterPage::open(api, *loaded, *caller, request.language);
  if (!page) return refusal(request, page.error());
  return json_answer(tell(**page));
}

// As it is now, or with ?revision= as it stood after that entry. Who may not see it now sees no earlier state either; nothing can be done on one.
Response one(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const std::int64_t head = loaded->matter.revision, asked = number(request, "revision", 0);
  if (asked > head) return refusal(request, fault(ErrorCode::kNotAChoice, "revision", "1-" + std::to_string(head)));
  const bool past = asked > 0 && asked < head;
  const Result<app::Loaded> then = past ? app::as_it_stood(api.house, *loaded, asked) : loaded;
  if (!then) return refusal(request, then.error());
  const auto page = MatterPage::open(api, *then, *caller, request.language, &loaded->matter);
  if (!page) return refusal(request, page.error());
  json::object answer = (*page)->page();
  if (past) {
    answer["actions"] = json::array();
    answer["disclosure"] = answer["erasure"] = nullptr;
  }
  answer["as_of"] = past ? json::value(json::object{{"revision", asked}, {"head", head}}) : json::value(nullptr);
  return json_answer(std::move(answer));
}

// A document in the words that the matter had when it was issued.
Response document(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const std::string& asked = request.params.get("document");
  const std::size_t at = static_cast<std::size_t>(std::strtoull(asked.c_str(), nullptr, 10));
  if (at < 1 || at > loaded->matter.issued.size()) return refusal(request, fault(ErrorCode::kNotFound, "document"));
  const Result<app::Loaded> then = app::as_it_stood(api.house, *loaded, loaded->matter.issued[at - 1].revision);
  if (!then) return refusal(request, then.error());
  const auto page = MatterPage::open(api, *then, *caller, request.language, &loaded->matter);
  if (!page) return refusal(request, page.error());
  if (std::string xml = (*page)->xml(at); !xml.empty()) {
    Response response;
    response.type = "application/xml";
    response.headers.set("Content-Disposition", "attachment; filename=\"" + then->stored.row.number + "-" + asked + ".xml\"");
    response.body = std::move(xml);
    return response;
  }
  return json_answer((*page)->document(at));
}

}  // namespace

void add_matter_routes(Router& router, Api& api) {
  router.on("GET", "/api/v1/matters", in_district(api, list));
  router.on("POST", "/api/v1/matters/search", in_district(api, list));
  router.on("GET", "/api/v1/matters/{id}", in_district(api, one));
  router.on("GET", "/api/v1/matters/{id}/documents/{document}", in_district(api, document));
  router.on("GET", "/api/v1/matters/{id}/timeline", in_district(api, [](const Api& at, const Request& request) {
    return with_page(at, request, [](const MatterPage& page) { return page.timeline(); });
  }));
  router.on("GET", "/api/v1/matters/{id}/explain", in_district(api, [](const Api& at, const Request& request) {
    return with_page(at, request, [&request](const MatterPage& page) {
      return page.explain(request.query.get("action"), number(request, "record", 0));
    });
  }));
}

}  // namespace shaoyin::http
