#include "edge/sheet/inline_cells.h"

#include <map>
#include <orcus/sax_parser.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <string>
#include <vector>

namespace shaoyin::sheet {
namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

// Collects the attributes of an element, which the parser reports before the element itself.
class Handler : public orcus::sax_handler {
 public:
  void attribute(const orcus::sax::parser_attribute& a) { pending_[std::string(a.name)] = a.value; }

 protected:
  Attributes attributes() {
    Attributes out;
    out.swap(pending_);
    return out;
  }

 private:
  Attributes pending_;
};

// The relation id of the first sheet in workbook.xml.
class FirstSheet : public Handler {
 public:
  void start_element(const orcus::sax::parser_element& element) {
    Attributes a = attributes();
    if (element.name == "sheet" && relation.empty()) relation = a["id"];
  }
  std::string relation;
};

// The target of one relation.
class Target : public Handler {
 public:
  explicit Target(std::string relation) : relation_(std::move(relation)) {}
  void start_element(const orcus::sax::parser_element& element) {
    Attributes a = attributes();
    if (element.name == "Relationship" && a["Id"] == relation_) target = a["Target"];
  }
  std::string target;

 private:
  std::string relation_;
};

class InlineCells : public Handler {
 public:
  explicit InlineCells(const CellTaker& take) : take_(take) {}

  void start_element(const orcus::sax::parser_element& element) {
    Attributes a = attributes();
    if (element.name == "c") {
      place_ = a["r"];
      type_ = a["t"];
      text_.clear();
    }
    in_phonetic_ = in_phonetic_ || element.name == "rPh";  // how a Chinese text is read aloud; not part of it
    in_text_ = !in_phonetic_ && (type_ == "inlineStr" ? element.name == "t" : element.name == "v");
  }
  void end_element(const orcus::sax::parser_element& element) {
    in_text_ = false;
    if (element.name == "rPh") in_phonetic_ = false;
    if (element.name != "c") return;
    if (type_ == "inlineStr" || type_ == "str" || type_ == "d") give();
    type_.clear();
  }
  void characters(std::string_view text, bool) {
    if (in_text_) text_ += text;
  }

 private:
  void give() {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    for (const char c : place_) {
      if (c >= 'A' && c <= 'Z' && column < 1'000'000) column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
      if (c >= '0' && c <= '9' && row < 100'000'000) row = row * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (row > 0 && column > 0) take_(row, column, text_);
  }

  const CellTaker& take_;
  std::string place_;
  std::string type_;
  std::string text_;
  bool in_text_ = false;
  bool in_phonetic_ = false;
};

template <class H>
bool parse(const orcus::zip_archive& archive, const std::string& part, H& handler) {
  std::vector<unsigned char> bytes;
  if (part.empty() || !archive.read_file_entry(part, bytes)) return false;
  orcus::sax_parser<H>(reinterpret_cast<const char*>(bytes.data()), bytes.size(), handler).parse();
  return true;
}

std::string part_name(const std::string& target) { return target.starts_with('/') ? target.substr(1) : "xl/" + target; }

}  // namespace

Status read_inline_cells(std::string_view bytes, const CellTaker& take) {
  orcus::zip_archive_stream_blob stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  orcus::zip_archive archive(&stream);
  archive.load();
  FirstSheet first;
  if (!parse(archive, "xl/workbook.xml", first)) return fault(ErrorCode::kMalformed, {}, "the workbook has no xl/workbook.xml");
  Target target(first.relation);
  InlineCells cells(take);
  if (!parse(archive, "xl/_rels/workbook.xml.rels", target) || !parse(archive, part_name(target.target), cells)) {
    return fault(ErrorCode::kMalformed, {}, "the workbook's first sheet is missing");
  }
  return {};
}

}  // namespace shaoyin::sheet
