// A matter as its readers see it: the row of a list, the whole page, the timeline. Free texts come from the vault's
// masked copies; the originals are shown by an act of its own (app/content.h).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/callers.h"
#include "app/house.h"
#include "core/procedure/content.h"
#include "core/procedure/fill.h"
#include "core/view/sight.h"
#include "edge/http/api.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {

// The row of a list. The labels come from the procedure in force, or its code when the district has none any more.
[[nodiscard]] json::object row_json(const app::Rules& rules, const app::MatterRow& row, const Wording& words);

// Narrows the filter to what the caller may read: their own unit's matters, or the area where they hold matter.read.
// False when nothing is left.
[[nodiscard]] bool narrow(app::Filter& filter, const access::Caller& caller, const registers::Book& book);

// Words of the registers, and other matters by kind and number instead of by id.
class PageOutside : public app::BookOutside {
 public:
  // All borrowed. A matter that `reader` may not see is "another matter".
  PageOutside(app::House& house, const app::Rules& rules, const access::Caller& reader)
      : app::BookOutside(*rules.book), house_(house), rules_(rules), reader_(reader) {}
  [[nodiscard]] Words label(const Value& value, const rule::Type& type) const override;

 private:
  app::House& house_;
  const app::Rules& rules_;
  const access::Caller& reader_;
};

// What a protected text is called by which disclose() knows it: "Reporter's phone", "Payment #2 Account".
[[nodiscard]] std::string disclosed_label(const procedure::Procedure& procedure, const Wording& words, const std::string& name);

// One reader of one matter.
class MatterPage {
 public:
  // `loaded` is borrowed, and so is `today`: what the reader may see is judged of that matter, where `loaded` is it as it once stood. Errors: kUnknownProcedure (the rules it began under are not there), those of the store.
  [[nodiscard]] static Result<std::unique_ptr<MatterPage>> open(const Api& api, const app::Loaded& loaded, access::Caller caller, Language language,
                                                                       const matter::Matter* today = nullptr);

  [[nodiscard]] json::object page() const;
  [[nodiscard]] json::array actions() const;
  [[nodiscard]] json::object timeline() const;
  // The document it issued as the `ordinal`-th, 1, 2, 3 …, in the words of its day. `opened`: what the reader was shown of protected texts, by
  // commitment; everything else is masked. REQUIRES: it issued that many.
  [[nodiscard]] json::object document(std::size_t ordinal, const std::map<std::string, std::string>& opened = {}) const;
  // The same where the document is one for machines; empty for others.
  [[nodiscard]] std::string xml(std::size_t ordinal, const std::map<std::string, std::string>& opened = {}) const;
  // What the resident is told, from `since` on, each with its round: no names, no inner clocks; of their own acts also the words.
  [[nodiscard]] json::array public_entries(Instant since = {}) const;
  // What was said with actions that answer (`answers` in the procedure), for the resident: when, which unit, the words (masked unless the reader may see them).
  [[nodiscard]] json::array told() const;
  // Records in a step that answers: which unit, what it gave.
  [[nodiscard]] json::array lines() const;
  [[nodiscard]] std::string field_text(const std::string& name) const;  // empty when not known
  // What the promise that ends next is about ("Accept", "Promised answer"); empty when none runs.
  [[nodiscard]] std::string promise_label() const;
  // The steps that were taken, round by round; where it stands; the main line ahead.
  [[nodiscard]] json::array steps() const;
  [[nodiscard]] std::string step_label() const { return words_.in(procedure_->text("step." + loaded_.matter.step)); }
  [[nodiscard]] const procedure::Procedure& procedure() const { return *procedure_; }
  // Why an action is possible now, or why not.
  [[nodiscard]] json::object explain(const std::string& action, RecordNumber record) const;

 private:
  MatterPage(const Api& api, const app::Loaded& loaded, const matter::Matter& judged, access::Caller caller, Language language,
             std::shared_ptr<const app::Rules> rules, std::shared_ptr<const procedure::Procedure> procedure);

  [[nodiscard]] bool allowed(const procedure::ActionSpec& action) const;
  [[nodiscard]] bool visible(const matter::Record& record) const;
  [[nodiscard]] json::value action_json(const procedure::ActionSpec& action) const;  // null when not possible
  [[nodiscard]] json::object field_json(const std::string& name, const std::string& label, const procedure::Slot& slot, const Value& value) const;
  [[nodiscard]] json::array records_json() const;
  [[nodiscard]] json::object record_json(const procedure::RecordSpec& spec, const matter::Record& record) const;
  [[nodiscard]] json::array clocks_json(const std::string& record, RecordNumber number) const;
  [[nodiscard]] Words clock_source(const matter::RunningClock& clock) const;
  [[nodiscard]] json::object clock_json(const matter::RunningClock& clock) const;
  struct Visit { int round; std::string step; friend bool operator==(const Visit&, const Visit&) = default; };
  [[nodiscard]] std::vector<Visit> visits() const;
  [[nodiscard]] json::object step_json(const procedure::StepSpec& step, int round, bool done, bool current) const;
  [[nodiscard]] bool tells_resident(const matter::Event& event) const;
  [[nodiscard]] json::value parent_json() const;
  [[nodiscard]] json::array children_json() const;
  [[nodiscard]] json::array links_json() const;
  [[nodiscard]] json::array documents_json() const;
  using Opened = std::map<std::string, std::string>;
  [[nodiscard]] std::vector<std::string> filled(const matter::Issued& issued, const Opened& opened, const procedure::FillFor& how) const;
  [[nodiscard]] bool shows(const std::string& place, const matter::Record* record) const;  // to this reader, in a document
  [[nodiscard]] json::array published_json() const;
  [[nodiscard]] std::string masked(const app::TextRow& text) const;
  [[nodiscard]] bool personal_text(const std::string& where) const;
  [[nodiscard]] json::value routing_json() const;  // null when the registers were not asked
  [[nodiscard]] std::string ruling_number(const std::string& id) const;  // empty when it is not there
  [[nodiscard]] std::string routing_text(const std::string& rule, const std::string& row, const std::string& from, const std::string& unit) const;
  [[nodiscard]] std::string contested_text(const std::string& rule, const std::string& row) const;
  [[nodiscard]] json::value history_json() const;  // null for a matter of our own
  [[nodiscard]] std::string sealed_text(const std::string& commitment) const;
  [[nodiscard]] json::array purposes_json(registers::Purpose::Use use) const;
  [[nodiscard]] bool hides(const std::string& commitment) const;
  [[nodiscard]] json::value disclosure_json() const;  // what may be asked to be shown; null: nothing, or not by this reader
  [[nodiscard]] json::value erasure_json() const;
  [[nodiscard]] json::value erased_json() const;
  // The entries of the ledger that could be read, and each as this reader may see it.
  struct Told {
    std::vector<const ledger::Link*> links;
    std::vector<matter::Event> events;
    std::vector<std::optional<matter::Event>> seen;
  };
  [[nodiscard]] Told story() const;
  [[nodiscard]] json::array entry_texts(const matter::Event& event) const;
  [[nodiscard]] std::string said(const procedure::Slot& slot, const Value& value) const;

  const Api& api_;
  const app::Loaded& loaded_;
  const access::Caller caller_;
  const std::shared_ptr<const app::Rules> rules_;
  const std::shared_ptr<const procedure::Procedure> procedure_;
  const PageOutside outside_;
  const Wording words_;
  const Instant now_;
  const procedure::Facts facts_;
  const view::Sight sight_;
  const bool personal_;
  std::map<std::string, app::TextRow> texts_;  // by commitment
};

}  // namespace shaoyin::http
