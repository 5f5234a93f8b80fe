// A matter (事项): its step, owner, clocks, fields and records, as history has made it. Only evolve()
// (core/procedure) changes one; everything else reads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/value.h"
#include "core/base/words.h"
#include "core/matter/event.h"

namespace shaoyin::matter {

struct Deed { PersonCode person; PartyCode unit; Instant at; };  // who did an action last

// One of the many small things of a matter: a called unit, a plan line, a call-back.
struct Record {
  std::string type;
  RecordNumber number = 0;  // 1, 2, 3 … within its type, over all rounds
  std::string step;
  int round = 1;
  std::map<std::string, Value> fields;
  std::map<std::string, Deed> deeds;  // by action name
  Instant added;
  std::int64_t changed = 0;  // the revision at which it was last added to, moved, filled in or acted on
};

// kLook is a watch: it binds nobody and is never late, it looks again and again.
enum class ClockKind { kPromise, kDuty, kRight, kLook };

struct RunningClock {
  int number = 0;            // 1, 2, 3 … within the matter
  std::string name;          // as the procedure calls it: "sign"
  std::string record;        // "" for a clock of the matter itself
  RecordNumber record_number = 0;
  ClockKind kind = ClockKind::kDuty;
  std::string code;          // row of the deadline pack, or "" when an expression gave the instant
  std::string variant;
  std::string pack;          // versions it was computed with
  std::string calendar;
  int unit = 0;              // clock::Unit, so that a pause can be counted
  Instant started;
  Instant due;
  Instant next;              // when it acts again: a mark, its end, the next step of an escalation
  bool provisional = false;
  enum class State { kRunning, kPaused, kStopped } state = State::kRunning;
  Millis left{0};            // counted time left while paused
  int marks_done = 0;
  int level = 0;             // 0 before its end, then how far it has been escalated
  int extended = 0;          // how often it was extended
  Instant stopped;
  Instant resumed;           // zero when it never paused
  Instant kept;              // an earlier promise it must keep, of a matter that was absorbed; zero when there is none

  [[nodiscard]] bool open() const { return state != State::kStopped; }
  [[nodiscard]] bool overdue() const { return level > 0; }
};

struct Child { MatterId id; std::string kind; std::string step; bool final = false; bool waits = false; std::string outcome; std::vector<PersonCode> workers{}; };
// `revision` and `hash` (of its last entry then, hex): how far the other had come when this matter was made to rest on it; 0 where it was not.
struct Link { MatterId matter; std::string how; std::int64_t revision = 0; std::string hash{}; };
// Where a file was first named, and whether as proof of something done.
struct FileUse { int round = 1; bool proof = false; };
// What it says is the matter at `revision`; `unit`: of whoever issued it, empty for the engine.
struct Issued { std::string document; int number = 0; Instant at; std::int64_t revision = 0; PartyCode unit; };
struct Published { Words words; Instant since; };

struct Matter {
  MatterId id;
  DistrictId district;
  std::string kind;
  std::string procedure_hash;
  std::int64_t revision = 0;  // number of events so far
  std::string step;
  bool final = false;         // the step is a final one
  PartyCode owner;
  PersonCode opener_person;
  PartyCode opener_unit;
  GridCode place;             // the smallest grid it was located in
  std::string site;           // the registered place there of which it is known who runs or owns it; may be empty
  GridCode community;
  int round = 1;
  Instant opened;
  Instant closed;             // zero while open
  std::map<std::string, Value> fields;
  std::vector<Record> records;
  std::vector<RunningClock> clocks;
  std::map<std::string, Deed> deeds;
  std::map<std::string, Value> facts;  // outside facts frozen by earlier actions, "fact name"
  MatterId parent;
  std::vector<Child> children;
  std::vector<Link> links;
  MatterId absorbed_into;
  std::vector<PersonCode> workers;     // who did what its procedure calls work, in any round; each once
  std::map<std::string, Instant> kept; // earlier promises of absorbed matters, by the name of a clock that does not run yet
  std::map<std::string, FileUse> files;    // by name, those that were ever named as evidence
  std::map<std::string, Published> published; // public notices that are up now
  std::vector<Issued> issued;
  std::int64_t moved_at = 0;  // the revision at which step or round last changed
  std::int64_t changed = 0;   // the revision at which anything else of the matter itself last changed: fields, owner, links
  Instant erased;             // zero while its content is there
  std::string erased_why;     // code of the register of purposes
  bool historical = false;    // imported: clocks recorded, not run; no notices

  [[nodiscard]] const Record* find(const std::string& type, RecordNumber number) const;
  [[nodiscard]] const RunningClock* clock(int number) const;
  // The promise to the resident: the due instant of the open promise clock that ends first; nullopt when none.
  [[nodiscard]] std::optional<Instant> promised() const;
  // When a clock next acts; nullopt when none runs.
  [[nodiscard]] std::optional<Instant> look_again() const;
};

}  // namespace shaoyin::matter
