// What a kind of matter is: its steps, records, clocks and the actions by which people change it. Read from a
// folder of data (edge/toml), proved by check(), run by decide() and evolve(), drawn by draw().
//
// Immutable after loading.  Threads: any.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"
#include "core/clock/clock.h"
#include "core/matter/matter.h"
#include "core/rule/expr.h"

namespace shaoyin::procedure {

// How long free text may be when a procedure does not say: what a person writes about one matter in one sitting.
inline constexpr int kTextMax = 2000;
inline constexpr int kListMax = 60;  // parties called at once: more than the 38 departments and the companies

inline constexpr std::size_t kHashShown = 12;  // as much of a version's hash as a person compares

// The type of a field or an input, and whether it may be left out.
struct Slot {
  rule::Type type;
  bool optional = false;
  bool list = false;       // "party[]": one record is added for each
  bool personal = false;   // sealed, no masked copy
  bool evidence = false;   // a list of attached files
  bool proof = false;      // evidence of what was done in this round: no file that showed something else before
  int max = kTextMax;      // kSealed: code points
  bool after_now = false;  // kInstant: later than the moment it is given …
  std::optional<clock::Limit> within;  // … and not later than this after it, by the calendar
  bool before_now = false; // kInstant: not later than the moment it is given
  std::optional<std::int64_t> least{}, most{};  // kNumber
  rule::Condition visible; // of a field: who may see it; empty: whoever sees the matter (or its record)
};

struct ClockDoes {
  enum class Kind { kRemind, kEscalate, kMove, kAct } kind = Kind::kRemind;
  std::string target;      // kMove: step; kAct: an action with by = "clock"
};

struct Mark {
  clock::Limit limit;      // this long after the start, or before the end
  bool before_end = false;
  std::vector<ClockDoes> does;
};

// A step's clock that no step starts but an effect, in whichever step the matter then is.
inline constexpr const char* kByEffect = "effect";

struct ClockSpec {
  std::string name;
  matter::ClockKind kind = matter::ClockKind::kDuty;
  std::string start;               // record clocks: the step that starts it; of a step: empty, or kByEffect
  std::vector<std::string> until;  // steps that stop it; empty for step clocks: leaving the step
  std::string code;                // row of the deadline pack, or
  rule::Condition due;             // an expression of type instant
  rule::Condition variant;         // which row of the code; empty: the procedure's
  rule::Condition from;            // of `code`: counts from this instant where it is known then; else from its start
  std::vector<Mark> marks;
  std::vector<ClockDoes> at_end;
};

struct StepSpec;

// A look that recurs by itself: the only place where a condition may ask how much time has passed.
struct WatchSpec {
  std::string name;
  clock::Limit every;             // at least kWatchSoonest
  std::vector<std::string> in;    // the steps in which it looks; empty: all that are not final
  rule::Condition when;           // may ask elapsed() and days_since()
  std::string act;                // what is done then: an action with by = "clock"

  [[nodiscard]] bool looks_in(const StepSpec& step) const;
};

// Each look is an entry in the ledger: hourly for two years is as much as one matter can hold.
inline constexpr Millis kWatchSoonest = hours(1);

// A document of the procedure: what it says, paragraph by paragraph, with places {field.grade} that the matter fills.
struct Paragraph { std::string each; Words words; };  // each: repeated for every record of that type in this round
struct DocumentSpec {
  enum class Format { kPaper, kXml };  // kXml: the paragraphs are pieces of one text for machines, equal in both languages
  std::string name;
  std::vector<Paragraph> body;
  Format format = Format::kPaper;
  bool verifiable = false;             // it carries a number by which anybody may learn that it is genuine
};

enum class AtClose { kMustBeFinal, kCancel, kOutlive };

struct RecordSpec {
  std::string name;
  std::vector<std::string> steps;        // the first is where it begins
  std::vector<std::string> final_steps;
  AtClose at_close = AtClose::kMustBeFinal;
  std::vector<std::pair<std::string, Slot>> fields;  // in the order of the file
  std::vector<ClockSpec> clocks;
  rule::Condition law;                   // what must hold of each one that is added, which it names by the record's name
  rule::Condition visible;
  std::vector<std::string> contested;    // steps in which somebody says that it is not theirs
  std::vector<std::string> answers;      // steps in which it is told to whoever reported: what was done, and by which unit

  [[nodiscard]] const Slot* field(const std::string& field_name) const;
  [[nodiscard]] bool is_final(const std::string& step) const;
};

struct StepSpec {
  std::string name;
  bool final = false;
  bool main = true;        // on the main line: shown ahead of time; a side step is shown only once it has been taken
  rule::Condition owner;   // type party; empty for final steps (the last owner stays)
  std::vector<ClockSpec> clocks;
  bool contested = false;  // nobody has agreed to own it yet: lists show and count it
};

// One thing an action or automatic move does besides moving. A short closed list: adding one is an
// architectural event (docs/adr).
struct Effect {
  enum class Kind { kSet, kAdd, kMove, kReset, kGiveTo, kStart, kPause, kResume, kStop, kExtend, kNotify, kLink, kFreeze, kSpawn, kAbsorb, kTellChild, kPrecedent, kPublish, kWithdraw, kDocument };
  Kind kind = Kind::kSet;
  std::string target;        // field, record type, clock, child kind, action, text, notice or document
  std::string to;            // kMove: step
  std::string each;          // kAdd: the list input of which each item becomes a record
  bool wait = false;         // kSpawn: the parent stays open while the child is
  bool to_person = false;    // kNotify: `value` is a person
  rule::Condition value;     // kSet, kGiveTo, kNotify (party or person), kExtend (instant), kAbsorb, kLink, kFreeze (matter)
  rule::Condition where;     // kMove, kReset: which records; else: only if it holds after the move
  std::map<std::string, rule::Condition> with;  // kPrecedent: object, place, owner; kSpawn: inputs of the child
};

struct AutoMove {
  std::string from;
  std::string to;
  rule::Condition when;
  std::vector<Effect> does;
};

// One input of an action, named as in the file: "field.grade", "call.unit", "call.unit[]", "reason".
struct Input {
  std::string name;    // without "[]"
  std::string record;  // record field: its type …
  std::string field;   // … and name; matter field: name; plain input: empty
  Slot slot;
};

struct ActionSpec {
  enum class By { kPerson, kClock, kEngine };
  std::string name;
  By by = By::kPerson;
  std::string on;                  // record type, or empty for the matter
  std::vector<std::string> from;   // steps of the matter or record; empty: the opening action
  std::vector<std::string> in;     // record actions: steps of the matter; empty: every step that is not final
  std::vector<std::string> to;     // one: it moves there; several: the actor chooses; none: it does not move
  bool new_round = false;
  bool danger = false;             // cannot be undone by a later action
  bool work = false;               // whoever does it has worked on the matter: see workers() in conditions
  bool returns = false;            // gives the matter back: counted in lists
  bool answers = false;            // what is said with it answers whoever reported, who may read it
  std::string may;                 // permission verb
  rule::Condition who;             // a relation of actor, matter and record
  rule::Condition when;            // the guard
  std::vector<Input> takes;
  std::vector<std::string> facts;  // outside facts gathered for it
  std::vector<Effect> does;
  std::string because;             // legal basis where it differs from the procedure's

  [[nodiscard]] bool opens() const { return from.empty(); }
  // The type of the one record that the action adds, as opposed to one for each item of a list; empty when there is none.
  // The guard may ask about it by its name before it is there.
  [[nodiscard]] std::string adds() const;
  [[nodiscard]] const Input* input(const std::string& input_name) const;
};

// A declared outside fact: a function of the world with arguments from the matter, or a number over other matters.
struct FactSpec {
  std::string name;
  std::string function;                    // "precedent", "route", "fund_covers"; kOverMatters: see `over`
  std::vector<rule::Condition> arguments;  // over matters: what `where` calls mine.X, in the order of `mine`
  rule::Type type;
  std::string over{};                      // what is counted, as views name it: a kind, or the records of one ("aid.payment")
  std::string sum{};                       // a column of numbers to add up; empty: rows are counted
  rule::Condition where{};                 // over columns of `over`, moments and mine.X; empty: all of them
  std::vector<std::string> mine{};         // "mine.field.household": each once
  bool told = false;                       // where a guard refuses, the matters that count are named to whoever sees them
};
inline constexpr const char* kMine = "mine";          // what `where` calls the asking matter
inline constexpr const char* kUnitMay = "unit_may";      // unit, permission, place
inline constexpr const char* kPersonMay = "person_may";  // person, permission, place
[[nodiscard]] inline bool asks_permission(const std::string& function) { return function == kUnitMay || function == kPersonMay; }
inline constexpr const char* kOverMatters = "over";  // no function has this name: it stands in no file

// Ways by which word of a matter reaches staff. Closed, so that counts by channel compare from one kind to another.
inline constexpr std::array<std::string_view, 5> kChannels{"patrol", "hotline", "direct_line", "window", "letter"};

struct Procedure {
  std::string kind;
  std::string hash;        // SHA-256 of its files: the version a matter ends under
  std::string because;
  std::string begins_in;   // not used by the engine: where the opening action moves to, for drawings
  rule::Condition variant; // which variant of a deadline code holds, e.g. field.grade
  std::string title;       // name of the field whose masked text is the matter's title
  std::string category;    // name of the field that holds its category, may be empty
  std::vector<std::string> channels;  // by which a matter may have come when staff record it, the usual one first; empty: it came by none
  bool confidential = false;
  rule::Condition visible; // who may see the matter at all, of those who may read it; empty: all of them
  std::vector<std::pair<std::string, Slot>> fields;
  std::vector<RecordSpec> records;
  std::vector<StepSpec> steps;
  std::vector<AutoMove> autos;
  std::vector<ActionSpec> actions;
  std::vector<FactSpec> facts;
  std::vector<WatchSpec> watches;
  std::vector<DocumentSpec> documents;
  std::map<std::string, Words> texts;  // "step.called", "action.blow.help", "record.call.field.unit" …

  [[nodiscard]] const Slot* field(const std::string& name) const;
  [[nodiscard]] const RecordSpec* record(const std::string& name) const;
  [[nodiscard]] const StepSpec* step(const std::string& name) const;
  [[nodiscard]] const ActionSpec* action(const std::string& name) const;
  // Whether some reader may be shown less of the text at `where` ("field.what", "call.reason", "words") than another.
  [[nodiscard]] bool restricts(const std::string& where) const;
  [[nodiscard]] const FactSpec* fact(const std::string& name) const;
  [[nodiscard]] const WatchSpec* watch(const std::string& name) const;
  [[nodiscard]] const DocumentSpec* document(const std::string& name) const;
  [[nodiscard]] const ActionSpec& opening() const;  // REQUIRES: checked
  // The text under `key`, or the last part of the key in both languages when the folder has none.
  [[nodiscard]] Words text(const std::string& key) const;
};

}  // namespace shaoyin::procedure
