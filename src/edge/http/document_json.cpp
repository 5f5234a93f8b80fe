// What a matter says in writing: the documents it issued, the public notices that are up.
#include "core/procedure/fill.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {

json::array MatterPage::documents_json() const {
  json::array documents;
  std::int64_t at = 0;
  for (const matter::Issued& issued : loaded_.matter.issued) {
    documents.emplace_back(json::object{{"ordinal", ++at}, {"document", issued.document}, {"label", words_.in(procedure_->text("document." + issued.document))},
                                        {"number", issued.number}, {"at", format_utc(issued.at)}, {"revision", issued.revision}});
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

json::object MatterPage::document(const matter::Issued& issued) const {
  const procedure::MatterWorld world(*procedure_, loaded_.matter, facts_);
  json::array paragraphs;
  const auto add = [&](const procedure::Paragraph& paragraph, const matter::Record* record) {
    const procedure::FillFor reader{[&](const std::string& place) { return shows(place, record); },
                                    [this](const Value& sealed) { return std::optional(sealed_text(sealed.as_text())); }};
    paragraphs.emplace_back(words_.in(procedure::fill(paragraph.words, *procedure_, world, record, reader)));
  };
  const procedure::DocumentSpec* spec = procedure_->document(issued.document);
  for (const procedure::Paragraph& paragraph : spec == nullptr ? std::vector<procedure::Paragraph>{} : spec->body) {
    if (paragraph.each.empty()) { add(paragraph, nullptr); continue; }
    for (const matter::Record& record : loaded_.matter.records) {
      if (record.type == paragraph.each && record.round == loaded_.matter.round && visible(record)) add(paragraph, &record);
    }
  }
  return {{"document", issued.document}, {"title", words_.in(procedure_->text("document." + issued.document))}, {"number", issued.number},
          {"issued", format_utc(issued.at)}, {"revision", issued.revision}, {"hash", to_hex(loaded_.head())}, {"matter", id_text(loaded_.matter.id)},
          {"matter_number", loaded_.stored.row.number}, {"unit", words_.unit_or_null(issued.unit.empty() ? loaded_.matter.owner : issued.unit)},
          {"paragraphs", std::move(paragraphs)}};
}

}  // namespace shaoyin::http
