// What every use case works with: the doors to the world (store, vault, clock, chance) and the rules in force.
// Rules are an immutable snapshot that is swapped whole when a register or procedure changes; a decision uses
// one snapshot from beginning to end.
// Threads: any.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/ports/store.h"
#include "app/ports/vault.h"
#include "core/clock/clock.h"
#include "core/desk/check.h"
#include "core/procedure/decide.h"
#include "core/register/book.h"

namespace shaoyin::app {

// A stored version of a procedure that matters began under and that no longer holds.
struct Unfit {
  std::string kind;
  std::string hash;
  bool readable = true;  // false: its matters are shown by another version's texts, and nothing can be done with them;
                         // true: what needs the missing part is refused, all else goes on
  std::string at;        // the place in the file
  Words what, cure;
  [[nodiscard]] std::string name() const { return kind + "@" + hash.substr(0, procedure::kHashShown); }
};

struct Rules {
  std::shared_ptr<const registers::Book> book;
  clock::WorkCalendar calendar;
  clock::DeadlinePack pack;
  std::map<std::string, std::shared_ptr<const procedure::Procedure>> by_kind;  // what a new matter begins under
  std::map<std::string, std::shared_ptr<const procedure::Procedure>> by_hash;  // what an old one ends under

  std::vector<Unfit> unfit;
  std::vector<std::shared_ptr<const desk::Desk>> desks;  // in the order of their names; those that were proved
  std::vector<desk::Fault> desk_faults;                  // of the others: a page that cannot be shown stops nobody's work

  [[nodiscard]] const desk::Desk* desk(const std::string& name) const;
  // Every version of a kind, the one in force first.
  [[nodiscard]] desk::Versions versions(const std::string& kind) const;
  // Whether any version of the kind is visible to some of its readers only.
  [[nodiscard]] bool restricted(const std::string& kind) const;
  // nullptr while actions under this version are possible.
  [[nodiscard]] const Unfit* closed(const std::string& hash) const;
  [[nodiscard]] std::shared_ptr<const procedure::Procedure> current(const std::string& kind) const;
  [[nodiscard]] std::shared_ptr<const procedure::Procedure> of(const matter::Matter& matter) const;
  // A text of a kind as the version in force has it, else as any version has it: a step that a later version renamed or left out.
  [[nodiscard]] Words text(const std::string& kind, const std::string& key) const;
  void add(std::shared_ptr<const procedure::Procedure> procedure);
};

struct DistrictSettings {
  DistrictId id;
  std::string number_letters;  // "HX": the first part of every matter's number; empty where nothing new is opened
  std::string zone = "Asia/Shanghai";  // in which its times are shown
  bool imported = false;               // made by an import: read only, its staff are those of the folder's own district
};

class DeskTables;

class House {
 public:
  // All borrowed; they outlive the house.
  House(DistrictSettings district, Store& store, Vault& vault, const WallClock& clock, Chance& chance, std::shared_ptr<const Rules> rules);

  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  [[nodiscard]] const DistrictSettings& district() const { return district_; }
  [[nodiscard]] Store& store() const { return store_; }
  [[nodiscard]] Vault& vault() const { return vault_; }
  [[nodiscard]] Instant now() const { return clock_.now(); }
  [[nodiscard]] Chance& chance() const { return chance_; }
  [[nodiscard]] std::shared_ptr<const Rules> rules() const;
  void set_rules(std::shared_ptr<const Rules> rules);
  // Commits, and takes the precedents among its register rows into the rules in force. Errors: those of Store::commit.
  [[nodiscard]] Result<Receipt> commit(const CommitRequest& request);
  // Puts the rules that `make` returns in force. No ruling is committed while it reads, and of two changes the later one
  // reads what the earlier one stored, so what is in force is never older than what is stored. `make` must not come back
  // to commit() or change_rules(). Errors: those of `make`; the rules stay as they were.
  [[nodiscard]] Status change_rules(const std::function<Result<std::shared_ptr<const Rules>>()>& make);
  // The rows of its matters, as views and facts over other matters look at them. Threads: any.
  [[nodiscard]] DeskTables& tables() { return *tables_; }
  // Whoever counts matters to decide something holds this until the decision is committed. Taken before all other locks, once.
  [[nodiscard]] std::unique_lock<std::mutex> count_alone() { return std::unique_lock(counting_mutex_); }
  // Where attached files are kept. With it, evidence must be a file that was attached to the very matter; without
  // it (stories, simulators) names of files are taken on trust. Call before the house is used.
  void keep_files(Files& files) { files_ = &files; }
  [[nodiscard]] Files* files() const { return files_; }
  // Who can act: with it, only whoever has an account that is not disabled. Without it (stories, simulators) everybody in the register of people.
  // Call before the house is used.
  void keep_accounts(Accounts& accounts) { accounts_ = &accounts; }
  [[nodiscard]] Accounts* accounts() const { return accounts_; }
  // The wrapped vault key under which requests are recognised. Without it (stories, simulators) the house makes one
  // that lasts as long as itself. Call before the house is used.
  void keep_request_key(std::string wrapped_key) { request_key_ = std::move(wrapped_key); }
  // What is remembered of a request: keyed, because a plain hash of a name and a phone can be tried out by anybody who
  // gets hold of the database. Hex. Errors: kKeyMissing.
  [[nodiscard]] Result<std::string> request_mac(const std::string& bytes) const;
  // Time-ordered, unique in this process; the data folder's lock keeps a second process out.
  [[nodiscard]] MatterId new_id();
  [[nodiscard]] std::string number_prefix(Instant at) const;  // "HX-2023-"

 private:
  void learn(const std::vector<registers::Row>& rows);

  DistrictSettings district_;
  Store& store_;
  Vault& vault_;
  const WallClock& clock_;
  Chance& chance_;
  Files* files_ = nullptr;
  Accounts* accounts_ = nullptr;
  std::string request_key_;
  std::unique_ptr<DeskTables> tables_;
  std::mutex counting_mutex_;   // taken before registers_mutex_
  std::mutex registers_mutex_;  // held while rules change, from storing to putting in force; taken before mutex_
  mutable std::mutex mutex_;
  std::shared_ptr<const Rules> rules_;
  std::atomic<std::int64_t> last_id_{0};
};

// A matter as it is now, rebuilt from its ledger, with what is stored beside it.
struct Loaded {
  matter::Matter matter;
  Stored stored;
  [[nodiscard]] Hash head() const { return stored.links.empty() ? Hash{} : stored.links.back().hash; }
};

// Errors: kNotFound, kDamaged.
[[nodiscard]] Result<Loaded> load_matter(House& house, MatterId id);

// The matter as it stood after `revision` of its entries, with the row that lists would have shown then. REQUIRES: 1 <= revision <=
// loaded.matter.revision. Errors: kDamaged, kUnknownProcedure.
[[nodiscard]] Result<Loaded> as_it_stood(House& house, const Loaded& loaded, std::int64_t revision);

// Rebuilds a matter from links, oldest first. Error: kDamaged.
[[nodiscard]] Result<matter::Matter> replay(MatterId id, DistrictId district, const std::vector<ledger::Link>& links);

// procedure::Outside over a book of registers.
class BookOutside : public procedure::Outside {
 public:
  explicit BookOutside(const registers::Book& book) : book_(book) {}  // borrowed
  [[nodiscard]] PartyCode district_of(const GridCode& place) const override;
  [[nodiscard]] PartyCode street_of(const GridCode& place) const override;
  [[nodiscard]] PartyCode community_of(const GridCode& place) const override;
  [[nodiscard]] PartyCode grid_of(const GridCode& place) const override;
  [[nodiscard]] PartyCode office_of(const GridCode& place) const override;
  [[nodiscard]] PartyCode above(const PartyCode& unit) const override;
  [[nodiscard]] PartyCode unit_of(const PersonCode& person) const override;
  [[nodiscard]] Words label(const Value& value, const rule::Type& type) const override;
  [[nodiscard]] Words purpose(const std::string& code) const override;

 private:
  const registers::Book& book_;
};

// What is still open after that is rarely the same problem.
inline constexpr Millis kSameProblemWindow = days(90);

// Who asks about the world, and when: "the same problem open here" means another matter of the asking one's kind, and a
// decision has one now, which is not read again for its facts.
inline constexpr std::size_t kToldMax = 3;  // matters that a refusal names: more would be a list

struct Asking { MatterId matter; std::string kind; std::string site; Instant now; };

// What the world said, and what that rests on: for a fact from routing NAME.rule, NAME.row (of the route table),
// NAME.precedent and NAME.from (the matter in which it was ruled), as far as they apply. A route that is contested has no
// answer and yet says NAME.rule, NAME.row and NAME.ask, the units to call.
// `told`: the matters that a fact with told = true counted, at most kToldMax.
struct Answers {
  std::map<std::string, Value> known, grounds;
  std::vector<MatterId> told{};
};

// Answers the declared outside facts an action asks for. Errors: those of the store.
[[nodiscard]] Result<Answers> answer_facts(House& house, const std::shared_ptr<const Rules>& rules, const std::vector<procedure::FactQuestion>& questions, const Asking& asking);

}  // namespace shaoyin::app
