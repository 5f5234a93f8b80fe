#include "app/content.h"

#include <algorithm>
#include <set>

#include "app/callers.h"
#include "app/once.h"
#include "app/transaction.h"
#include "core/base/utf8.h"
#include "core/procedure/content.h"
#include "core/text/mask.h"
#include "core/view/sight.h"

namespace shaoyin::app {
namespace {

Status check_purpose(const registers::Book& book, registers::Purpose::Use use, const std::string& code, const char* field) {
  std::string choices;
  for (const auto& [known, purpose] : book.purposes()) {
    if (purpose.use != use) continue;
    if (known == code) return {};
    choices += (choices.empty() ? "" : ", ") + known;
  }
  return fault(code.empty() ? ErrorCode::kMissingField : ErrorCode::kNotAChoice, field, choices);
}

// The note as it is stored, and its commitment; nothing for an empty one.
Result<std::string> seal_note(House& house, Transaction::Item& item, const std::string& note) {
  if (is_blank(note)) return std::string();
  if (!is_clean_utf8(note)) return fault(ErrorCode::kInvalidUtf8, "note");
  if (count_code_points(note) > static_cast<std::size_t>(kDisclosureNoteMax)) return fault(ErrorCode::kTooLong, "note", "note_max " + std::to_string(kDisclosureNoteMax));
  auto commitment = house.vault().commitment(item.wrapped_key, note);
  if (!commitment) return commitment;
  auto cipher = house.vault().seal(item.wrapped_key, note);
  if (!cipher) return cipher;
  item.texts.push_back({*commitment, "disclosed.note", *cipher, item.procedure->confidential ? std::string() : text::mask(note, {})});
  return commitment;
}

// What may be asked for and is for this caller to see; of a document, what stood in it, which is then asked for as a whole.
struct Asked { std::vector<procedure::SealedText> held; procedure::Showing what; };

Result<Asked> asked_of(House& house, const procedure::Procedure& procedure, const Loaded& loaded, const Disclosure& wanted, const procedure::Facts& reader) {
  Asked asked;
  asked.what = {wanted.fields, wanted.purpose, {}, {}};
  asked.held = procedure::sealed_texts(procedure, loaded.matter);
  if (wanted.document > 0) {
    if (wanted.document > loaded.matter.issued.size()) return fault(ErrorCode::kNotFound, "document");
    const matter::Issued& issued = loaded.matter.issued[wanted.document - 1];
    const procedure::DocumentSpec* spec = procedure.document(issued.document);
    const auto then = as_it_stood(house, loaded, issued.revision);
    if (!then) return then.error();
    asked.held = spec == nullptr ? std::vector<procedure::SealedText>{} : procedure::sealed_in(*spec, procedure, then->matter);
    asked.what.document = issued.document;
  }
  const view::Sight sight(procedure, loaded.matter, reader);
  std::erase_if(asked.held, [&](const procedure::SealedText& text) {
    const matter::Record* record = text.record.empty() ? nullptr : loaded.matter.find(text.record, text.number);
    return record == nullptr ? !sight.field(text.field) : !sight.record(*record) || !sight.record_field(*record, text.field);
  });
  if (wanted.document > 0) {
    for (const procedure::SealedText& text : asked.held) asked.what.names.push_back(text.name);
    if (asked.held.empty()) return fault(ErrorCode::kUnknownReference, "document", "protected", {"这份文书没有受保护的内容", "Nothing in this document is protected"}, {"直接打开文书即可", "Open the document as it is"});
  }
  return asked;
}

Result<Receipt> attempt_disclosure(House& house, const Disclosure& wanted, const Loaded& loaded, const std::string& hash) {
  Transaction transaction(house, wanted.caller);
  auto item = transaction.item(wanted.matter);
  if (!item) return item.error();
  if (Status status = check_purpose(*transaction.rules().book, registers::Purpose::Use::kDisclosure, wanted.purpose, "purpose"); !status) return status.error();
  const procedure::Facts reader = transaction.facts();
  auto asked = asked_of(house, *(*item)->procedure, loaded, wanted, reader);
  if (!asked) return asked.error();
  // Decided before anything is sealed: an erased matter has no key to seal under.
  if (auto first = procedure::disclose(*(*item)->procedure, (*item)->matter, asked->what, asked->held, reader); !first) return first.error();
  auto note = seal_note(house, **item, wanted.note);
  if (!note) return note.error();
  asked->what.note = *note;
  auto decision = procedure::disclose(*(*item)->procedure, (*item)->matter, asked->what, asked->held, reader);
  if (!decision) return decision.error();
  if (Status status = transaction.take(**item, std::move(*decision)); !status) return status.error();
  return house.store().commit(transaction.build(**item, wanted.caller.key_scope, wanted.key, hash));
}

Result<std::vector<Shown>> show(House& house, const Loaded& loaded, const Disclosure& wanted) {
  auto texts = house.store().texts(house.district().id, loaded.matter.id);
  if (!texts) return texts.error();
  Transaction reading(house, wanted.caller);
  const auto procedure = house.rules()->of(loaded.matter);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", loaded.matter.kind);
  const procedure::Facts reader = reading.facts();
  const auto asked = asked_of(house, *procedure, loaded, wanted, reader);
  if (!asked) return asked.error();
  std::vector<Shown> shown;
  for (const std::string& name : asked->what.names) {
    const auto held = std::find_if(asked->held.begin(), asked->held.end(), [&](const procedure::SealedText& text) { return text.name == name; });
    if (held == asked->held.end()) continue;  // repeated after the field was emptied
    const auto text = std::find_if(texts->begin(), texts->end(), [&](const TextRow& row) { return row.commitment == held->commitment; });
    if (text == texts->end()) return fault(ErrorCode::kDamaged, "vault", name);
    auto opened = house.vault().open(loaded.stored.wrapped_key, text->cipher);
    if (!opened) return opened.error();
    shown.push_back({name, std::move(*opened), held->commitment});
  }
  return shown;
}

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += item + "\n";
  return all;
}

// Everything kept for the matter: what its entries name, and uploads that no entry names yet.
Result<std::set<std::string>> files_of(House& house, const Stored& stored) {
  std::set<std::string> names;
  for (const ledger::Link& link : stored.links) {
    if (link.kind != matter::EventKind::kEvidenceAttached) continue;
    const auto entry = ledger::parse_entry(link.bytes);
    if (!entry) return entry.error();
    for (const Value& file : entry->event.get("evidence").items()) names.insert(file.as_text());
  }
  const auto kept = house.store().files(house.district().id, stored.row.id);
  if (!kept) return kept.error();
  for (const FileRow& file : *kept) names.insert(file.name);
  return names;
}

Result<Receipt> attempt_erasure(House& house, const Erasure& wanted, const std::string& hash) {
  Transaction transaction(house, wanted.caller);
  auto item = transaction.item(wanted.matter);
  if (!item) return item.error();
  if (Status status = transaction.allow("personal.erase", (*item)->matter.place); !status) return status.error();
  if (Status status = check_purpose(*transaction.rules().book, registers::Purpose::Use::kErasure, wanted.why, "reason"); !status) return status.error();
  auto decision = procedure::erase(*(*item)->procedure, (*item)->matter, wanted.why, transaction.facts());
  if (!decision) return decision.error();
  if (Status status = transaction.take(**item, std::move(*decision)); !status) return status.error();
  (*item)->erase = true;
  return house.store().commit(transaction.build(**item, wanted.caller.key_scope, wanted.key, hash));
}

}  // namespace

Result<Disclosed> disclose(House& house, const Disclosure& wanted) {
  // Asked for each time, also of a repeated request: who has lost the right sees nothing again.
  auto loaded = load_matter(house, wanted.matter);
  if (!loaded) return loaded.error();
  if (Status status = allow_disclosure(wanted.caller, *house.rules()->book, loaded->matter, loaded->stored.row); !status) return status.error();
  std::string bytes = "disclose\n" + std::to_string(wanted.matter.value) + "\n" + wanted.purpose + "\n" + wanted.note + "\n" + joined(wanted.fields);
  if (wanted.document > 0) bytes += "document " + std::to_string(wanted.document) + "\n";
  auto receipt = once(house, wanted.caller, wanted.key, bytes, [&](const std::string& hash) { return attempt_disclosure(house, wanted, *loaded, hash); });
  if (!receipt) return receipt.error();
  auto shown = show(house, *loaded, wanted);
  if (!shown) return shown.error();
  return Disclosed{std::move(*receipt), std::move(*shown)};
}

Result<Receipt> erase(House& house, const Erasure& wanted) {
  auto stored = house.store().load(house.district().id, wanted.matter);
  if (!stored) return stored.error();
  auto names = files_of(house, *stored);
  if (!names) return names.error();
  const std::string bytes = "erase\n" + std::to_string(wanted.matter.value) + "\n" + wanted.why + "\n";
  auto receipt = once(house, wanted.caller, wanted.key, bytes, [&](const std::string& hash) { return attempt_erasure(house, wanted, hash); });
  if (!receipt || house.files() == nullptr) return receipt;
  for (const std::string& name : *names) {
    if (Status removed = house.files()->remove(name); !removed) return removed.error();
  }
  return receipt;
}

}  // namespace shaoyin::app
