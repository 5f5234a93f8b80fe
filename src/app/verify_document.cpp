#include "app/verify_document.h"

#include <algorithm>

#include "app/readers.h"
#include "core/base/sha256.h"

namespace shaoyin::app {
namespace {

// Without I, O, 0 and 1, which people mistake for one another.
constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr const char* kBefore = "-D";

std::string letters_of(const Hash& entry) {
  const Hash mixed = sha256("document-number-1:" + to_hex(entry));
  std::string letters;
  for (std::size_t i = 0; i < kCheckLetters; ++i) letters += kLetters[mixed[i] % kLetters.size()];
  return letters;
}

std::string tidy(const std::string& typed) {
  std::string out;
  for (const char c : typed) {
    if (c == ' ') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

struct Parts { std::string matter; std::size_t ordinal = 0; };

std::optional<Parts> parts_of(const std::string& number) {
  const std::size_t last = number.rfind('-');
  const std::size_t before = last == std::string::npos || last == 0 ? std::string::npos : number.rfind(kBefore, last - 1);
  if (before == std::string::npos) return std::nullopt;
  const std::string ordinal = number.substr(before + 2, last - before - 2);
  const bool digits = !ordinal.empty() && ordinal.size() <= 4 && std::all_of(ordinal.begin(), ordinal.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return std::nullopt;
  return Parts{number.substr(0, before), static_cast<std::size_t>(std::stoul(ordinal))};
}

}  // namespace

std::string document_number(const Loaded& loaded, std::size_t ordinal) {
  const matter::Issued& issued = loaded.matter.issued.at(ordinal - 1);
  const Hash& entry = loaded.stored.links.at(static_cast<std::size_t>(issued.revision) - 1).hash;
  return loaded.stored.row.number + kBefore + std::to_string(ordinal) + "-" + letters_of(entry);
}

Result<std::optional<Genuine>> verify_document(House& house, const Rules& rules, const std::string& typed) {
  const std::string number = tidy(typed);
  const std::optional<Parts> parts = parts_of(number);
  if (!parts) return std::optional<Genuine>();
  const auto id = find_number(house.store(), house.district().id, parts->matter);
  if (!id) return id.error().code == ErrorCode::kNotFound ? Result<std::optional<Genuine>>(std::optional<Genuine>()) : id.error();
  const auto loaded = load_matter(house, *id);
  if (!loaded) return loaded.error();
  const auto procedure = rules.of(loaded->matter);
  if (!procedure || parts->ordinal < 1 || parts->ordinal > loaded->matter.issued.size()) return std::optional<Genuine>();
  const matter::Issued& issued = loaded->matter.issued[parts->ordinal - 1];
  const procedure::DocumentSpec* spec = procedure->document(issued.document);
  if (spec == nullptr || !spec->verifiable || !equal_secret(number, document_number(*loaded, parts->ordinal))) return std::optional<Genuine>();
  const auto then = as_it_stood(house, *loaded, issued.revision);
  if (!then) return then.error();
  return std::optional<Genuine>({procedure->text("document." + issued.document), procedure->text("kind"), issued.at, issued.unit.empty() ? then->matter.owner : issued.unit});
}

}  // namespace shaoyin::app
