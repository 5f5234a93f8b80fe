#include "app/demo_matters.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/callers.h"
#include "app/demo_plays.h"
#include "app/story.h"
#include "app/submit_action.h"

namespace shaoyin::app {
namespace {

// Evidence travels through the plays as a sentence and becomes a file when its matter, and so its key, is there.
constexpr const char* kEvidence = "demo-evidence:";

// One page that says what it stands for: a demonstration must not pretend to be a photo.
std::string page_saying(const std::string& words) {
  const std::string drawing = fmt::format("BT /F1 18 Tf 40 120 Td (Demonstration sample: {}) Tj ET", words);
  return fmt::format(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 240]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length {}>>stream\n{}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
      drawing.size(), drawing);
}

struct Due { std::size_t play; std::size_t act; Instant at; };

std::vector<Due> in_order(const std::vector<DemoPlay>& plays) {
  std::vector<Due> all;
  for (std::size_t p = 0; p < plays.size(); ++p) {
    for (std::size_t a = 0; a < plays[p].acts.size(); ++a) all.push_back({p, a, plays[p].acts[a].at});
  }
  std::stable_sort(all.begin(), all.end(), [](const Due& a, const Due& b) { return a.at < b.at; });
  return all;
}

class Stage {
 public:
  Stage(House& house, const DemoPorts& ports, SetClock& clock) : house_(house), ports_(ports), clock_(clock) {}

  // Lets the clocks act, each at its own time, up to `until`.
  Status run_clocks(Instant until) {
    for (;;) {
      const auto due = house_.store().due(house_.district().id, until, 1);
      if (!due) return due.error();
      if (due->empty()) break;
      const auto loaded = load_matter(house_, due->front());
      if (!loaded) return loaded.error();
      const auto look = loaded->matter.look_again();
      clock_.set(std::max(look && *look < until ? *look : until, clock_.now()));
      const auto acted = tick_matter(house_, due->front());
      if (!acted) return acted.error();
      if (!*acted) return fault(ErrorCode::kDamaged, "clock", "due, but does nothing");
    }
    clock_.set(std::max(until, clock_.now()));
    return {};
  }

  Status play(const DemoPlay& play, const DemoAct& act, MatterId& matter) {
    Request request;
    request.key = fmt::format("demo-act-{:05}", ++acts_);
    Status found = act.action.empty() ? begin(play, request) : go_on(act, matter, request);
    if (found) found = known_caller(act, request);
    if (found) found = take_inputs(act, request);
    if (!found) return named(play, act, found.error());
    const auto receipt = submit_action(house_, request);
    if (!receipt) return named(play, act, receipt.error());
    if (act.action.empty()) matter = receipt->matter;
    return {};
  }

  [[nodiscard]] int acts() const { return acts_; }

 private:
  Status begin(const DemoPlay& play, Request& request) {
    const registers::Book& book = *house_.rules()->book;
    const registers::Place* place = book.place(play.place);
    request.kind = play.kind;
    request.place = place != nullptr ? place->grid : play.place;
    request.site = place != nullptr ? place->code : "";
    return book.grid(request.place) != nullptr ? Status() : Status(fault(ErrorCode::kUnknownReference, "place", play.place));
  }

  Status go_on(const DemoAct& act, MatterId matter, Request& request) {
    const auto loaded = load_matter(house_, matter);
    if (!loaded) return loaded.error();
    request.matter = matter;
    request.action = act.action;
    request.record = act.record;
    request.to = act.to;
    if (!act.on_child) return {};
    if (loaded->matter.children.empty()) return fault(ErrorCode::kNotFound, "child");
    request.matter = loaded->matter.children.back().id;
    return {};
  }

  Status known_caller(const DemoAct& act, Request& request) {
    if (act.who == "resident") {
      request.caller = resident_caller(house_.district().id, false, "demo");
      request.channel = "portal";
      return {};
    }
    const auto caller = staff_caller(*house_.rules()->book, act.who);
    if (!caller) return fault(ErrorCode::kUnknownReference, "person", act.who);
    request.caller = *caller;
    return {};
  }

  Status take_inputs(const DemoAct& act, Request& request) {
    for (const auto& [name, value] : act.inputs) {
      const bool evidence = value.kind() == Value::Kind::kList && value.items().size() == 1 && value.items()[0].as_text().starts_with(kEvidence);
      if (!evidence) {
        request.inputs[name] = value;
        continue;
      }
      if (!request.matter.present()) continue;  // before the matter has a key there is nowhere to keep it
      const auto file = keep(request.matter, value.items()[0].as_text().substr(std::string(kEvidence).size()));
      if (!file) return file.error();
      request.inputs[name] = Value::list({Value::text(*file)});
    }
    return {};
  }

  Result<std::string> keep(MatterId matter, const std::string& words) {
    const std::string page = page_saying(words);
    if (ports_.files == nullptr) return to_hex(sha256(page));
    const auto stored = house_.store().load(house_.district().id, matter);
    if (!stored) return stored.error();
    return ports_.files->put(stored->wrapped_key, page);
  }

  static Error named(const DemoPlay& play, const DemoAct& act, Error error) {
    error.field = fmt::format("{} {} {} {}: {}", format_local(act.at), play.kind, act.who, act.action, error.field);
    return error;
  }

  House& house_;
  const DemoPorts& ports_;
  SetClock& clock_;
  int acts_ = 0;
};

}  // namespace

Value demo_evidence(const std::string& what) { return Value::list({Value::text(kEvidence + what)}); }

Result<DemoMatters> play_demo_matters(DistrictSettings district, const DemoPorts& ports, std::shared_ptr<const Rules> rules, Instant now, std::uint64_t seed,
                                      const std::function<void(int)>& progress) {
  const std::vector<DemoPlay> plays = demo_plays(*rules->book, rules->calendar, now, seed);
  SetClock clock;
  House house(std::move(district), ports.store, ports.vault, clock, ports.chance, std::move(rules));
  if (ports.files != nullptr) house.keep_files(*ports.files);
  if (!ports.request_key.empty()) house.keep_request_key(ports.request_key);
  Stage stage(house, ports, clock);
  std::vector<MatterId> matters(plays.size());
  int begun = 0;
  for (const Due& due : in_order(plays)) {
    if (Status status = stage.run_clocks(due.at); !status) return status.error();
    if (Status status = stage.play(plays[due.play], plays[due.play].acts[due.act], matters[due.play]); !status) return status.error();
    if (due.act == 0 && progress) progress(++begun);
  }
  if (Status status = stage.run_clocks(now); !status) return status.error();
  return DemoMatters{static_cast<int>(plays.size()), stage.acts()};
}

}  // namespace shaoyin::app
