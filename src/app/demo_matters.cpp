#include "app/demo_matters.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/demo_plays.h"
#include "app/readers.h"
#include "app/story.h"

namespace shaoyin::app {
namespace {

using registers::GridKind;

constexpr int kStuckMax = 200;  // clocks that fail and are passed by; more is no demonstration

// UTF-16BE in hex, as a page's text is written; what is no UTF-8 ends it.
std::string utf16_hex(const std::string& text) {
  std::string hex;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (i + static_cast<std::size_t>(more) >= text.size() || more == 3) break;
    unsigned code = more == 0 ? lead : lead & (more == 1 ? 0x1Fu : 0x0Fu);
    for (int k = 1; k <= more; ++k) code = code << 6 | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3Fu);
    hex += fmt::format("{:04X}", code);
    i += static_cast<std::size_t>(more) + 1;
  }
  return hex;
}

// One page that says what it stands for: a demonstration must not pretend to be a photo. `where` makes it a file of its own.
std::string page_saying(const std::string& words, const std::string& where) {
  const std::string drawing = fmt::format("BT /F1 18 Tf 40 140 Td <{}> Tj 0 -40 Td <{}> Tj ET", utf16_hex("演示样本 Demonstration sample"), utf16_hex(words + "  " + where));
  return fmt::format(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 240]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length {}>>stream\n{}\nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
      "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
      drawing.size(), drawing);
}

struct Due { std::size_t play; std::size_t act; Instant at; };

std::vector<Due> in_order(const std::vector<DemoPlay>& plays) {
  std::vector<Due> all;
  for (std::size_t p = 0; p < plays.size(); ++p) {
    for (std::size_t a = 0; a < plays[p].acts.size(); ++a) all.push_back({p, a, plays[p].acts[a].at});
  }
  std::sort(all.begin(), all.end(), [](const Due& a, const Due& b) { return a.at < b.at; });
  return all;
}

// What is the disk's fault or ours, and no rule's: then nothing goes on.
bool stops_all(ErrorCode code) {
  static const std::set<ErrorCode> kCodes{ErrorCode::kStorage, ErrorCode::kDamaged, ErrorCode::kKeyMissing, ErrorCode::kKeyReused, ErrorCode::kBusy, ErrorCode::kLocked};
  return kCodes.contains(code);
}

// A matter as an act may name it.
struct Begun { MatterId id; std::string kind, number; GridCode place; };

// How a play stands.
struct Standing { MatterId matter; std::string number; bool ended = false; std::map<std::string, std::string> named; };

class Stage {
 public:
  Stage(House& house, const DemoPorts& ports, SetClock& clock, const DemoOptions& options, const DemoWatch& watch)
      : house_(house), ports_(ports), clock_(clock), options_(options), watch_(watch) {}

  // How far an earlier play of the same, cut short, had come.
  Status find_frontier() {
    const auto head = house_.store().feed_head(house_.district().id);
    if (!head) return head.error();
    if (*head == 0) return {};
    const auto last = house_.store().feed(house_.district().id, *head - 1, 1);
    if (!last) return last.error();
    if (!last->empty()) frontier_ = last->front().at;
    return {};
  }

  // Lets the clocks act, each at its own time, up to `until`. One that cannot is passed by from then on.
  Status run_clocks(Instant until) {
    for (;;) {
      const auto due = house_.store().due(house_.district().id, until, static_cast<int>(stuck_.size()) + 1);
      if (!due) return due.error();
      const auto next = std::find_if(due->begin(), due->end(), [&](MatterId id) { return !stuck_.contains(id.value); });
      if (next == due->end()) break;
      if (Status status = tick(*next, until); !status) return status;
    }
    clock_.set(std::max(until, clock_.now()));
    return {};
  }

  Status play(const DemoPlay& play, const DemoAct& act, Standing& standing) {
    const Status done = standing.ended ? Status() : perform(play, act, standing);
    if (!done && stops_all(done.error().code)) return done;
    if (!done) refused(play, act, standing, done.error());
    return {};
  }

  DemoMatters result() {
    for (auto& [key, fault] : faults_) {
      if (fault.times > 1) {
        fault.one.what.zh += fmt::format("（{} 次）", fault.times);
        fault.one.what.en += fmt::format(" ({} times)", fault.times);
      }
      result_.faults.push_back(std::move(fault.one));
    }
    return std::move(result_);
  }

 private:
  Status tick(MatterId id, Instant until) {
    const auto row = house_.store().row(house_.district().id, id);
    if (!row) return row.error();
    const auto look = row->row.look_again;
    clock_.set(std::max(look && *look < until ? *look : until, clock_.now()));
    const auto acted = tick_matter(house_, id);
    if (!acted && stops_all(acted.error().code) && acted.error().code != ErrorCode::kBusy) return acted.error();
    if (acted && *acted) { ++result_.ticks; return {}; }
    if (static_cast<int>(stuck_.size()) >= kStuckMax) return fault(ErrorCode::kDamaged, "clock", "too many cannot act");
    stuck_.insert(id.value);
    const Error error = acted ? fault(ErrorCode::kDamaged, "clock", "due, but does nothing") : acted.error();
    blame(row->row.kind, 0, {"时钟不能动作：" + told(error), "A clock could not act: " + told(error)}, {"修改流程", "Mend the procedure"});
    return {};
  }

  Status perform(const DemoPlay& play, const DemoAct& act, Standing& standing) {
    if (act.line->actor == "clock") return expect(play, act, standing.matter);
    Request request;
    request.key = fmt::format("demo-{:016x}-{}", Dice(options_.seed, play.life->file + "/" + play.life->name).next(), fmt::format("{}-{}", play.beginning, act.line->number));
    bool named = true;
    if (Status status = prepare(play, act, standing, request, named); !status) return status;
    if (!named) {  // the matter that it needs is not there: true to life, and no fault
      ++result_.left_out;
      standing.ended = true;
      return {};
    }
    const auto receipt = submit(request, act.at);
    if (!receipt) return receipt.error();
    return done(play, act, standing, request, *receipt);
  }

  // What an earlier play has left behind was either done then, and is answered again, or refused then.
  Result<Receipt> submit(const Request& request, Instant at) {
    if (at <= frontier_) {
      const auto answered = answered_before(house_, request);
      if (!answered || *answered) return answered ? Result<Receipt>(**answered) : Result<Receipt>(answered.error());
      return fault(ErrorCode::kNotAllowedNow, "act", "refused before");
    }
    return submit_action(house_, request);
  }

  Status prepare(const DemoPlay& play, const DemoAct& act, Standing& standing, Request& request, bool& named) {
    const auto rules = house_.rules();
    const bool opens = &act == &play.acts.front();
    if (Status status = find_caller(play, act, opens, request); !status) return status;
    std::shared_ptr<const procedure::Procedure> procedure;
    std::optional<matter::Matter> before;
    if (opens) {
      procedure = rules->current(play.life->kind);
      if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", play.life->kind);
      begin(play, request);
    } else {
      auto found = matter_of(act, standing, act.at);
      if (!found) return found.error();
      before = std::move(*found);
      procedure = rules->of(*before);
      request.matter = before->id;
      request.action = act.line->act.action;
    }
    const procedure::ActionSpec* spec = opens ? &procedure->opening() : procedure->action(act.line->act.action);
    if (spec == nullptr) return fault(ErrorCode::kUnknownAction, "action", act.line->act.action);
    if (!spec->on.empty()) request.record = act.line->act.record ? act.line->act.record : record_meant(house_, *procedure, *before, *spec, request.caller);
    return take_inputs(play, act, standing, *procedure, *spec, request, named);
  }

  void begin(const DemoPlay& play, Request& request) {
    const registers::Place* place = house_.rules()->book->place(play.place);
    request.kind = play.life->kind;
    request.place = play.grid;
    request.site = place != nullptr ? place->code : "";
    if (!play.life->channel.empty()) request.channel = play.life->channel;
  }

  Status find_caller(const DemoPlay& play, const DemoAct& act, bool opens, Request& request) {
    if (act.actor == "resident" || act.actor == "reporter") {
      request.caller = resident_caller(house_.district().id, !opens, "demo");
      return {};
    }
    const auto caller = staff_caller(*house_.rules()->book, person_of(act.actor, play.grid));
    if (!caller) return fault(ErrorCode::kUnknownReference, "person", act.actor);
    request.caller = *caller;
    return {};
  }

  PersonCode person_of(const std::string& word, const GridCode& grid) {
    const auto role = role_at(word);
    if (!role) return word;
    auto& people = people_[word + " " + grid];
    if (people.empty()) people = people_at(*house_.rules()->book, *role, grid);
    const auto n = static_cast<std::size_t>(role->which);
    return n <= people.size() ? people[n - 1] : word;
  }

  // The matter, or its child, as it stood just before `at`: what an earlier play has done since does not count.
  Result<matter::Matter> matter_of(const DemoAct& act, const Standing& standing, Instant at) {
    auto own = stood(standing.matter, at);
    if (!own || act.line->act.matter.empty()) return own;
    const std::string& which = act.line->act.matter;
    for (auto child = own->children.rbegin(); child != own->children.rend(); ++child) {
      if (which == "child" || which == child->kind) return stood(child->id, at);
    }
    return fault(ErrorCode::kNotFound, "child", which);
  }
  Result<matter::Matter> stood(MatterId id, Instant at) {
    auto stored = house_.store().load(house_.district().id, id);
    if (!stored) return stored.error();
    if (at <= frontier_) std::erase_if(stored->links, [&](const ledger::Link& link) { return link.at >= at; });
    return replay(id, house_.district().id, stored->links);
  }

  Status take_inputs(const DemoPlay& play, const DemoAct& act, Standing& standing, const procedure::Procedure& procedure, const procedure::ActionSpec& spec,
                     Request& request, bool& named) {
    const std::string written = filled(act.line->act.inputs, [&](const std::string& word) -> std::optional<std::string> {
      if (const auto known = play.words.find(word); known != play.words.end()) return known->second;
      if (word.starts_with("matter:")) return number_for(play, act, word.substr(7), request.caller, standing, named);
      return own_word(play, act, word);
    });
    if (!named) return {};
    Status status;
    const auto value_of = [&](const procedure::Input* input, const std::string& text) { return value(play, act, procedure, input, text, request, status); };
    if (!fill_inputs(written, *house_.rules(), procedure, spec, value_of, request)) return fault(ErrorCode::kUnknownField, act.line->act.action, "too many inputs");
    complete(play, act, procedure, spec, request, status);
    std::erase_if(request.inputs, [](const auto& input) { return !input.second.known(); });
    return status;
  }

  std::optional<std::string> own_word(const DemoPlay& play, const DemoAct& act, const std::string& word) {
    const registers::Book& book = *house_.rules()->book;
    const std::string local = format_local(act.at);
    if (word == "date") return local.substr(0, 10);
    if (word == "year") return local.substr(0, 4);
    if (word == "month") return std::to_string(std::stoi(local.substr(5, 2)));
    if (word == "day") return std::to_string(std::stoi(local.substr(8, 2)));
    if (word == "place" && book.place(play.place) != nullptr) return book.place(play.place)->name.zh;
    if (const GridCode code = level(word, play.grid); !code.empty()) return book.grid(code)->name.zh;
    if (const auto delay = read_delay(word)) {
      Dice dice(options_.seed, fmt::format("{}/{}/{}/{}", play.life->file, play.life->name, play.beginning, act.line->number));
      return format_local(after(*delay, act.at, house_.rules()->calendar, dice));
    }
    return std::nullopt;
  }

  // "community": the grid of that level here; empty for another word.
  GridCode level(const std::string& word, const GridCode& grid) const {
    const registers::Book& book = *house_.rules()->book;
    if (word == "place") return grid;
    if (word == "community") return book.at_level(grid, GridKind::kCommunity);
    if (word == "street") return book.at_level(grid, GridKind::kStreet);
    return word == "district" ? book.at_level(grid, GridKind::kDistrict) : GridCode();
  }

  Value value(const DemoPlay& play, const DemoAct& act, const procedure::Procedure& procedure, const procedure::Input* input, const std::string& text, const Request& request, Status& status) {
    using Kind = rule::Type::Kind;
    if (input == nullptr) return Value::text(text);
    if (input->slot.evidence) return evidence(play, act, procedure, *input, text, request, status);
    const registers::Book& book = *house_.rules()->book;
    switch (input->slot.type.kind) {
      case Kind::kYesNo: return Value::yes_no(text == "yes" || text == "true" || text == "是");
      case Kind::kInstant: {
        const auto at = moment_of(text, format_local(act.at).substr(0, 10));
        return at ? Value::instant(*at) : Value::text(text);
      }
      case Kind::kPerson: return Value::text(person_of(text, play.grid));
      case Kind::kPlace:
        if (text.starts_with('@')) return Value::text(level(text.substr(1), play.grid));
        return Value::text(book.place(text) != nullptr ? book.place(text)->grid : text);
      case Kind::kParty: {
        if (text.starts_with('@')) return Value::text(book.office_of(level(text.substr(1), play.grid)));
        const registers::Person* person = book.person(person_of(text, play.grid));
        return Value::text(person != nullptr && book.unit(text) == nullptr ? person->unit : text);
      }
      default: return Value::text(text);
    }
  }

  // Before the matter is there it has no key and nowhere to keep a file.
  Value evidence(const DemoPlay& play, const DemoAct& act, const procedure::Procedure& procedure, const procedure::Input& input, const std::string& words, const Request& request, Status& status) {
    if (!request.matter.present() || input.name.starts_with("child.")) return Value::nothing();
    const std::string page = page_saying(words.empty() ? procedure.text("input." + input.name).zh : words, fmt::format("{} {}/{}/{}", format_local(act.at), play.beginning, act.line->number, input.name));
    if (ports_.files == nullptr) return Value::list({Value::text(to_hex(sha256(page)))});
    const auto stored = house_.store().load(house_.district().id, request.matter);
    const auto file = stored ? ports_.files->put(stored->wrapped_key, page) : Result<std::string>(stored.error());
    if (!file) { status = file.error(); return Value::nothing(); }
    return Value::list({Value::text(*file)});
  }

  // What every act of a kind needs but a life need not spell out: a text nobody will read, a page of evidence.
  void complete(const DemoPlay& play, const DemoAct& act, const procedure::Procedure& procedure, const procedure::ActionSpec& spec, Request& request, Status& status) {
    using Kind = rule::Type::Kind;
    for (const procedure::Input& input : spec.takes) {
      if (input.slot.optional || request.inputs.contains(input.name)) continue;
      if (input.slot.evidence) { request.inputs[input.name] = evidence(play, act, procedure, input, "", request, status); continue; }
      if (input.slot.type.kind != Kind::kSealed || input.slot.list) continue;
      const std::string key = !input.record.empty() ? "record." + input.record + ".field." + input.field : !input.field.empty() ? "field." + input.field : "input." + input.name;
      request.inputs[input.name] = Value::text(procedure.text(key).zh + "（演示）");
    }
  }

  // An open matter of the kind nearby, which the caller may see: the same one whenever this play asks.
  std::optional<std::string> number_for(const DemoPlay& play, const DemoAct& act, const std::string& kind, const access::Caller& caller, Standing& standing, bool& named) {
    if (const auto known = standing.named.find(kind); known != standing.named.end()) return known->second;
    Dice dice(options_.seed, fmt::format("{}/{}/{}/{}", play.life->file, play.life->name, play.beginning, kind));
    for (const char* where : {"community", "street", "district"}) {
      const GridCode area = level(where, play.grid);
      std::vector<const Begun*> near;
      for (const Begun& one : begun_) {
        if (one.kind == kind && !area.empty() && one.id != standing.matter && house_.rules()->book->lies_in(one.place, area)) near.push_back(&one);
      }
      while (!near.empty()) {
        const auto drawn = near.begin() + static_cast<std::ptrdiff_t>(dice.below(near.size()));
        if (open_and_seen(**drawn, act.at, caller)) return standing.named[kind] = (*drawn)->number;
        near.erase(drawn);
      }
    }
    named = false;
    return std::nullopt;
  }

  bool open_and_seen(const Begun& one, Instant at, const access::Caller& caller) {
    auto loaded = load_matter(house_, one.id);
    if (!loaded) return false;
    if (at <= frontier_) {
      const auto& links = loaded->stored.links;
      const auto revision = std::count_if(links.begin(), links.end(), [&](const ledger::Link& link) { return link.at < at; });
      if (revision == 0) return false;
      loaded = as_it_stood(house_, *loaded, revision);
      if (!loaded) return false;
    }
    return !loaded->matter.final && may_see(house_, *house_.rules(), caller, *loaded);
  }

  Status done(const DemoPlay& play, const DemoAct& act, Standing& standing, const Request& request, const Receipt& receipt) {
    ++result_.acts;
    if (!request.kind.empty()) {
      ++result_.matters;
      standing.matter = receipt.matter;
      standing.number = receipt.number;
      begun_.push_back({receipt.matter, request.kind, receipt.number, play.grid});
    }
    if (watch_.played) watch_.played({act.at, play.life, play.beginning, act.line, receipt.number, request.caller.actor.person, receipt.step});
    if (Status status = learn_children(play, request, receipt); !status) return status;
    return expect(play, act, receipt.matter);
  }

  // Matters that were called by this act may be named by others too.
  Status learn_children(const DemoPlay& play, const Request& request, const Receipt& receipt) {
    const auto procedure = house_.rules()->current(request.kind.empty() ? play.life->kind : request.kind);
    const procedure::ActionSpec* spec = procedure && request.kind.empty() ? procedure->action(request.action) : nullptr;
    if (spec == nullptr || std::none_of(spec->does.begin(), spec->does.end(), [](const auto& effect) { return effect.kind == procedure::Effect::Kind::kSpawn; })) return {};
    const auto loaded = load_matter(house_, receipt.matter);
    if (!loaded) return loaded.error();
    if (loaded->matter.children.empty()) return {};
    const matter::Child& child = loaded->matter.children.back();
    const auto row = house_.store().row(house_.district().id, child.id);
    if (!row) return row.error();
    begun_.push_back({child.id, child.kind, row->row.number, play.grid});
    return {};
  }

  Status expect(const DemoPlay& play, const DemoAct& act, MatterId id) {
    if (!options_.expect || act.line->expected.empty()) return {};
    const auto loaded = load_matter(house_, id);
    if (!loaded) return loaded.error();
    const std::string day = format_local(act.at).substr(0, 10);
    for (const std::string& wanted : act.line->expected) {
      std::string unmet_here;
      if (wanted == "-" || wanted.find('{') != std::string::npos) continue;
      if (const auto colon = wanted.find(": "); colon != std::string::npos) { unmet_here = unmet_of_child(loaded->matter, wanted.substr(0, colon), trimmed(wanted.substr(colon + 2)), day); }
      else { unmet_here = unmet(wanted, loaded->matter, loaded->matter.kind, day); }
      if (!unmet_here.empty()) blame(play.life->file, act.line->number, {unmet_here, unmet_here}, {"修改预期的步骤，或修改生活线", "Mend what is expected, or the life"});
    }
    return {};
  }

  std::string unmet_of_child(const matter::Matter& parent, const std::string& which, const std::string& wanted, const std::string& day) {
    if (which == parent.kind) return unmet(wanted, parent, which, day);
    for (auto child = parent.children.rbegin(); child != parent.children.rend(); ++child) {
      if (which != "child" && which != child->kind) continue;
      const auto loaded = load_matter(house_, child->id);
      return loaded ? unmet(wanted, loaded->matter, which, day) : "cannot load " + which;
    }
    return "there is no " + which;
  }

  // The world went otherwise: the life stays where it stands.
  void refused(const DemoPlay& play, const DemoAct& act, Standing& standing, const Error& error) {
    standing.ended = true;
    if (watch_.played) watch_.played({act.at, play.life, play.beginning, act.line, standing.number, act.actor, ""});
    std::string step;
    if (const auto row = house_.store().row(house_.district().id, standing.matter); standing.matter.present() && row) step = row->row.step;
    const std::string at = fmt::format("{} {}{}", act.actor, act.line->act.action, step.empty() ? "" : " @ " + step);
    blame(play.life->file, act.line->number, {at + " 被拒绝：" + told(error) + " " + error.said.zh, at + " was refused: " + told(error) + " " + error.said.en},
          {"修改生活线：时钟可能已先动作，或换人、换时间", "Mend the life: a clock may have moved first; or choose another actor or time"});
  }

  static std::string told(const Error& error) { return fmt::format("{} {} {}", error_name(error.code), error.field, error.detail); }

  void blame(const std::string& file, int line, Words what, Words cure) {
    auto [known, fresh] = faults_.try_emplace({file, line, what.en}, Counted{{file, line, std::move(what), std::move(cure)}, 0});
    ++known->second.times;
  }

  struct Counted { LifeFault one; int times; };

  House& house_;
  const DemoPorts& ports_;
  SetClock& clock_;
  const DemoOptions& options_;
  const DemoWatch& watch_;
  Instant frontier_;
  DemoMatters result_;
  std::set<std::int64_t> stuck_;
  std::vector<Begun> begun_;
  std::map<std::string, std::vector<PersonCode>> people_;
  std::map<std::tuple<std::string, int, std::string>, Counted> faults_;
};

}  // namespace

Result<DemoMatters> play_demo_matters(DistrictSettings district, const DemoPorts& ports, std::shared_ptr<const Rules> rules, const std::vector<Life>& lives,
                                      const DemoOptions& options, const DemoWatch& watch) {
  const DemoPlan plan = demo_plays(lives, *rules->book, rules->calendar, options.now, options.seed, options.most_each);
  SetClock clock;
  House house(std::move(district), ports.store, ports.vault, clock, ports.chance, std::move(rules));
  if (ports.files != nullptr) house.keep_files(*ports.files);
  if (!ports.request_key.empty()) house.keep_request_key(ports.request_key);
  Stage stage(house, ports, clock, options, watch);
  if (Status status = stage.find_frontier(); !status) return status.error();
  std::vector<Standing> standing(plan.plays.size());
  const std::vector<Due> acts = in_order(plan.plays);
  DemoProgress progress{0, static_cast<int>(acts.size()), 0};
  for (const Due& due : acts) {
    // Clocks before the act, never at its very moment: see find_frontier().
    if (Status status = stage.run_clocks(due.at - Millis{1}); !status) return status.error();
    clock.set(std::max(due.at, clock.now()));
    if (Status status = stage.play(plan.plays[due.play], plan.plays[due.play].acts[due.act], standing[due.play]); !status) return status.error();
    ++progress.done;
    progress.matters += due.act == 0 ? 1 : 0;
    if (watch.progress) watch.progress(progress);
  }
  if (Status status = stage.run_clocks(options.now); !status) return status.error();
  DemoMatters done = stage.result();
  done.faults.insert(done.faults.begin(), plan.faults.begin(), plan.faults.end());
  return done;
}

}  // namespace shaoyin::app
