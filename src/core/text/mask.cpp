// Masking: walks over the text once and replaces what leads to a person by a mark that says what stood there.
// All other bytes pass unchanged.
#include "core/text/mask.h"

#include <algorithm>
#include <optional>

#include "core/text/folded.h"
#include "core/text/personal_number.h"

namespace shaoyin::text {
namespace {

using Letters = std::vector<Folded>;

constexpr std::size_t kMailLocalMax = 64;  // RFC 5321; also keeps a long row of letters from being read twice
constexpr std::u32string_view kProvinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
constexpr std::u32string_view kSpecialPlates = U"学警挂港澳领使";

struct Found {
  std::size_t end;  // one past the last entry
  const char* mark;
};

char32_t letter(const Letters& letters, std::size_t i) { return i < letters.size() ? letters[i].letter : 0; }
char32_t before(const Letters& letters, std::size_t i) { return i == 0 ? 0 : letters[i - 1].letter; }

bool is_mail_local(char32_t c) { return is_alnum(c) || std::u32string_view(U"._%+-").find(c) != std::u32string_view::npos; }

// One past the last label of the domain at `at` that could be a top-level one; `at` when there is none.
std::size_t end_of_domain(const Letters& letters, std::size_t at) {
  std::size_t end = at;
  std::size_t label = at;
  bool letters_only = true;
  for (std::size_t i = at;; ++i) {
    const char32_t c = letter(letters, i);
    if (is_alnum(c) || c == U'-') {
      letters_only = letters_only && is_latin(c);
      continue;
    }
    if (label > at && letters_only && i - label >= 2) {
      end = i;
    }
    if (c != U'.' || i == label) {
      return end;
    }
    label = i + 1;
    letters_only = true;
  }
}

std::optional<Found> mail_at(const Letters& letters, std::size_t at) {
  if (!is_alnum(letter(letters, at)) || is_alnum(before(letters, at))) {
    return std::nullopt;
  }
  std::size_t i = at;
  while (i - at <= kMailLocalMax && is_mail_local(letter(letters, i))) {
    ++i;
  }
  if (letter(letters, i) != U'@') {
    return std::nullopt;
  }
  const std::size_t end = end_of_domain(letters, i + 1);
  return end > i + 1 ? std::optional(Found{end, "〔邮箱〕"}) : std::nullopt;
}

// 津A12345, 津A·12345, 津 AD12345 (new energy), 粤Z1234港.
std::optional<Found> plate_at(const Letters& letters, std::size_t at) {
  if (kProvinces.find(letter(letters, at)) == std::u32string_view::npos) {
    return std::nullopt;
  }
  const auto gap = [&](std::size_t i) { return is_blank(letter(letters, i)) ? 1u : 0u; };
  const auto mark = [&](std::size_t i) {
    const char32_t c = letter(letters, i);
    return is_blank(c) || c == 0x00B7 || c == U'-' || c == U'.' ? 1u : 0u;
  };
  const std::size_t office = at + 1 + gap(at + 1);
  const std::size_t first = office + 1 + mark(office + 1);
  std::size_t end = first;
  bool digit = false;
  while (is_alnum(letter(letters, end))) {
    digit = digit || is_digit(letter(letters, end));
    ++end;
  }
  const bool special = kSpecialPlates.find(letter(letters, end)) != std::u32string_view::npos;
  const std::size_t count = end - first;
  if (!is_latin(letter(letters, office)) || !digit || !(count == 5 || count == 6 || (count == 4 && special))) {
    return std::nullopt;
  }
  return Found{count == 4 ? end + 1 : end, "〔车牌〕"};
}

const char* mark_of(NumberKind kind) {
  switch (kind) {
    case NumberKind::kPhone: return "〔电话〕";
    case NumberKind::kIdentity: return "〔身份证〕";
    case NumberKind::kCard: return "〔银行卡〕";
  }
  return "";
}

std::optional<Found> personal_number_at(const Letters& letters, std::size_t at) {
  const std::size_t first = letter(letters, at) == U'+' ? at + 1 : at;
  if (!is_digit(letter(letters, first)) || is_digit(before(letters, first))) {
    return std::nullopt;
  }
  const auto number = number_at(letters, first);
  return number ? std::optional(Found{number->end, mark_of(number->kind)}) : std::nullopt;
}

// Names as they are compared: folded, without blanks, the longest first so that 欧阳小明 wins over 欧阳.
std::vector<std::u32string> comparable(const std::vector<std::string>& names) {
  std::vector<std::u32string> result;
  for (const std::string& name : names) {
    std::u32string bare;
    for (const Folded& f : fold(name)) {
      if (!is_blank(f.letter) && f.letter != U'\n' && f.letter != U'\r') {
        bare += f.letter;
      }
    }
    if (!bare.empty()) {
      result.push_back(std::move(bare));
    }
  }
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return result;
}

// One past `name` when it stands at `at`, blanks within it skipped ("张 三"). A name in Latin letters is a whole
// word: Ann is not in Annual.
std::optional<std::size_t> end_of_name(const Letters& letters, std::size_t at, const std::u32string& name) {
  std::size_t i = at;
  for (const char32_t c : name) {
    while (i > at && is_blank(letter(letters, i))) {
      ++i;
    }
    if (letter(letters, i) != c) {
      return std::nullopt;
    }
    ++i;
  }
  const bool cut = (is_alnum(name.front()) && is_alnum(before(letters, at))) ||
                   (is_alnum(name.back()) && is_alnum(letter(letters, i)));
  return cut ? std::nullopt : std::optional(i);
}

std::optional<Found> name_at(const Letters& letters, std::size_t at, const std::vector<std::u32string>& names) {
  for (const std::u32string& name : names) {
    if (const auto end = end_of_name(letters, at, name)) {
      return Found{*end, "〔姓名〕"};
    }
  }
  return std::nullopt;
}

std::optional<Found> personal_at(const Letters& letters, std::size_t at, const std::vector<std::u32string>& names) {
  if (const auto mail = mail_at(letters, at)) {
    return mail;
  }
  if (const auto plate = plate_at(letters, at)) {
    return plate;
  }
  if (const auto number = personal_number_at(letters, at)) {
    return number;
  }
  return name_at(letters, at, names);
}

}  // namespace

std::string mask(std::string_view original, const std::vector<std::string>& names) {
  const Letters letters = fold(original);
  const std::vector<std::u32string> wanted = comparable(names);
  std::string masked;
  masked.reserve(original.size());
  for (std::size_t i = 0; i < letters.size();) {
    if (const auto found = personal_at(letters, i, wanted)) {
      masked += found->mark;
      i = found->end;
    } else {
      masked += original.substr(letters[i].from, letters[i].to - letters[i].from);
      ++i;
    }
  }
  return masked;
}

}  // namespace shaoyin::text
