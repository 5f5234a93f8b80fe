// The matters one request changes, gathered until they are committed together: the one acted on, a child it
// spawns, the parent that hears of it, one that takes another in. Private to app.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "app/inputs.h"
#include "app/submit_action.h"
#include "core/view/project.h"

namespace shaoyin::app {

class Transaction {
 public:
  Transaction(House& house, const access::Caller& caller);

  struct Item {
    matter::Matter matter;
    std::shared_ptr<const procedure::Procedure> procedure;
    std::string acting;               // the action a person does on it; empty: none does
    std::int64_t first_revision = 0;  // as stored; 0 for a new matter
    Hash head{};
    std::string wrapped_key;
    MatterRow row;
    std::vector<matter::Event> events;
    std::vector<TextRow> texts;
    std::vector<procedure::NoticeDraft> notices;
    std::string secret_hash;
    bool ticked = false;              // every clock that was due has acted, every watch looked
    bool erase = false;               // its content goes with the commit
  };

  // The item of a stored matter, loaded once. Errors: kNotFound, kDamaged, kUnknownProcedure, kProcedureFault (its version
  // can no longer be read).
  [[nodiscard]] Result<Item*> item(MatterId id);

  // Where a matter is: the grid, and the registered place in it where one is known.
  struct Where { GridCode place; std::string site; };

  // Opens a new matter numbered `id` at `where`. Errors as submit_action.
  [[nodiscard]] Result<Item*> open(MatterId id, const std::string& kind, const Where& where, MatterId parent, const std::map<std::string, Value>& raw,
                                   const std::string& channel, const std::string& secret_hash);
  // Performs one action on an item, with everything that follows from it elsewhere.
  [[nodiscard]] Status act(Item& item, const Request& request);
  // Takes over what a clock or the engine decided.
  [[nodiscard]] Status take(Item& item, procedure::Decision decision, const std::map<std::string, Value>& raw = {});

  // Whether the caller holds the verb at the place. Error kForbidden.
  [[nodiscard]] Status allow(const std::string& verb, const GridCode& place) const;

  [[nodiscard]] bool empty() const;
  [[nodiscard]] CommitRequest build(const Item& first, const std::string& key_scope, const std::string& key, const std::string& request_hash) const;

  // To look and judge by. A decision that may spawn takes deciding(), with a number that nobody has: drawn once for each.
  [[nodiscard]] procedure::Facts facts() const;
  [[nodiscard]] procedure::Facts deciding(Answers answers = {});
  [[nodiscard]] const Rules& rules() const { return *rules_; }

 private:
  [[nodiscard]] Result<Answers> answers(const std::vector<procedure::FactQuestion>& questions, const Asking& asking);
  [[nodiscard]] Error naming(Error error) const;
  [[nodiscard]] Status follow(Item& item, const procedure::Consequence& consequence, const std::map<std::string, Value>& raw);
  [[nodiscard]] Status spawn(Item& parent, const procedure::Consequence& consequence, const std::map<std::string, Value>& raw);
  [[nodiscard]] Status tell_child(Item& parent, const std::string& action);
  [[nodiscard]] Status absorb(Item& absorbed, MatterId into, const std::string& named_by);
  [[nodiscard]] Status freeze(Item& item, MatterId other, const std::string& named_by);
  void publish(const Item& item, const procedure::Consequence& consequence, bool now_public);
  // Of the files that `inputs` give as proof those that a matter this one came from has named: each matter names files by a key of its own.
  [[nodiscard]] Result<std::set<std::string>> shown_before(const Item& item, const procedure::ActionSpec& action, const std::map<std::string, Value>& inputs);
  // What people gave as theirs in personal fields of the matter and of those it was called from: to be masked in what is written now.
  [[nodiscard]] Result<std::vector<std::string>> names_in(MatterId matter);
  [[nodiscard]] Status tell_parent(Item& child);
  [[nodiscard]] procedure::Facts engine_deciding();

  House& house_;
  std::shared_ptr<const Rules> rules_;
  BookOutside outside_;
  access::Caller caller_;
  Instant now_;
  std::map<std::int64_t, std::unique_ptr<Item>> items_;
  std::vector<registers::Row> register_rows_;
  std::vector<MatterId> told_;             // what the facts of this act counted and may name
  std::unique_lock<std::mutex> counting_;  // held once a fact was counted over other matters
};

}  // namespace shaoyin::app
