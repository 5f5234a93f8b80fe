// What a matter says in writing: the documents it issued, the public notices that are up.
#include "app/verify_document.h"
#include "core/procedure/fill.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {

json::array MatterPage::documents_json() const {
  json::array documents;
  std::int64_t at = 0;
  for (const matter::Issued& issued : loaded_.matter.issued) {
    const procedure::DocumentSpec* spec = procedure_->document(issued.document);
    const bool machine = spec != nullptr && spec->format == procedure::DocumentSpec::Format::kXml;
    documents.emplace_back(json::object{{"ordinal", ++at}, {"document", issued.document}, {"label", words_.in(procedure_->text("document." + issued.document))},
                                        {"number", issued.number}, {"at", format_utc(issued.at)}, {"revision", issued.revision}, {"format", machine ? "xml" : "paper"}});
  }
  return documents;
}

json::array MatterPage::published_json() const {
  json::array notices;
  for (const auto& [what, notice] : loaded_.matter.published) {
    notices.emplace_back(json::object{{"what", what}, {"text", words_.in(notice.words)}, {"since", format_utc(notice.since)}});
  }
  return notices;
}

bool MatterPage::shows(const std::string& place, const matter::Record* record) const {
  const std::string part = place.substr(place.find('.') + 1);
  if (place.starts_with("field.")) return sight_.field(part);
  const bool of_record = record != nullptr && place.starts_with(record->type + ".") && part != "step" && part != "number";
  return !of_record || sight_.record_field(*record, part);
}

// Paragraph by paragraph, those of records once for each that the reader may see.
std::vector<std::string> MatterPage::filled(const matter::Issued& issued, const Opened& opened, const procedure::FillFor& how) const {
  const procedure::MatterWorld world(*procedure_, loaded_.matter, facts_);
  std::vector<std::string> paragraphs;
  const auto add = [&](const procedure::Paragraph& paragraph, const matter::Record* record) {
    procedure::FillFor reader = how;
    reader.may_show = [this, record](const std::string& place) { return shows(place, record); };
    reader.open = [this, &opened](const Value& sealed) {
      const auto shown = opened.find(sealed.as_text());
      return std::optional(shown == opened.end() ? sealed_text(sealed.as_text()) : shown->second);
    };
    paragraphs.push_back(words_.in(procedure::fill(paragraph.words, *procedure_, world, record, reader)));
  };
  const procedure::DocumentSpec* spec = procedure_->document(issued.document);
  for (const procedure::Paragraph& paragraph : spec == nullptr ? std::vector<procedure::Paragraph>{} : spec->body) {
    if (paragraph.each.empty()) { add(paragraph, nullptr); continue; }
    for (const matter::Record& record : loaded_.matter.records) {
      if (record.type == paragraph.each && record.round == loaded_.matter.round && visible(record)) add(paragraph, &record);
    }
  }
  return paragraphs;
}

std::string MatterPage::xml(std::size_t ordinal, const std::map<std::string, std::string>& opened) const {
  const matter::Issued& issued = loaded_.matter.issued.at(ordinal - 1);
  const procedure::DocumentSpec* spec = procedure_->document(issued.document);
  if (spec == nullptr || spec->format != procedure::DocumentSpec::Format::kXml) return {};
  procedure::FillFor how;
  how.xml = true;
  how.more = {{"matter.number", loaded_.stored.row.number}, {"document.number", app::document_number(loaded_, ordinal)},
              {"document.issued", procedure::xml_instant(issued.at)}, {"language", words_.in("zh-CN", "en")}};
  std::string all;
  for (const std::string& piece : filled(issued, opened, how)) all += piece;
  return all;
}

json::object MatterPage::document(std::size_t ordinal, const std::map<std::string, std::string>& opened) const {
  const matter::Issued& issued = loaded_.matter.issued.at(ordinal - 1);
  const procedure::DocumentSpec* spec = procedure_->document(issued.document);
  const std::string machine = xml(ordinal, opened);
  json::array paragraphs;
  if (machine.empty()) {
    for (const std::string& one : filled(issued, opened, {})) paragraphs.emplace_back(one);
  }
  const bool has_protected = spec != nullptr && !procedure::sealed_in(*spec, *procedure_, loaded_.matter).empty();
  const bool asks = has_protected && opened.empty() && !loaded_.stored.wrapped_key.empty() && app::allow_disclosure(caller_, *rules_->book, loaded_.matter, loaded_.stored.row).ok();
  return {{"document", issued.document}, {"title", words_.in(procedure_->text("document." + issued.document))}, {"number", issued.number},
          {"issued", format_utc(issued.at)}, {"revision", issued.revision}, {"hash", to_hex(loaded_.head())}, {"matter", id_text(loaded_.matter.id)},
          {"matter_number", loaded_.stored.row.number}, {"unit", words_.unit_or_null(issued.unit.empty() ? loaded_.matter.owner : issued.unit)},
          {"xml", text_or_null(machine)}, {"verify", spec != nullptr && spec->verifiable ? json::value(app::document_number(loaded_, ordinal)) : json::value(nullptr)},
          {"purposes", asks ? json::value(purposes_json(registers::Purpose::Use::kDisclosure)) : json::value(nullptr)}, {"paragraphs", std::move(paragraphs)}};
}

}  // namespace shaoyin::http
