// A number is read as groups of digits with short separators between ("138 0013-8000") and judged as a whole after
// each group; the longest that is a personal number wins. Doubt goes to the side of masking, except where a
// harmless reading is the common one (a date, a price, a list of buildings).
#include "core/text/personal_number.h"

#include <string>
#include <string_view>

namespace shaoyin::text {
namespace {

constexpr std::size_t kDigitsMax = 19;       // the longest bank card; with 0086 a mobile has 15
constexpr std::size_t kSeparatorsMax = 3;    // " - " between two groups; more, and they are two numbers

// What has been read from the first digit on.
struct Reading {
  std::string digits;
  std::vector<std::size_t> groups;  // how many digits each has
  bool dotted = false;              // a full stop stands between some groups
  bool loose = false;               // something else than one blank or dash stands between some groups
  char32_t before = 0;              // the entry before it and the one after, 0 at the text's ends
  char32_t before_that = 0;
  char32_t after = 0;     // blanks, full stops and closing brackets skipped: "(4500000)万元"
  bool decimals = false;  // a full stop and a digit follow

  std::string_view from(std::size_t n) const { return std::string_view(digits).substr(n); }
};

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_separator(char32_t c) {
  return is_blank(c) || is_dash(c) || c == U'.' || c == 0x00B7 || c == U'(' || c == U')';
}

bool ends_amount(char32_t c) { return is_blank(c) || c == U'.' || c == U')'; }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_date(std::string_view yyyymmdd) {
  const int year = number(yyyymmdd.substr(0, 4));
  const int month = number(yyyymmdd.substr(4, 2));
  const int day = number(yyyymmdd.substr(6, 2));
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_year(std::string_view yyyy) { return yyyy.starts_with("19") || yyyy.starts_with("20"); }

// Whether people would group one number so: unbroken, digit by digit, or with a first group of three or more.
// "13 14 15 16 17 8" is a list of buildings; "130.12345678" a longitude.
bool is_one_number(const Reading& r) {
  if (r.groups.size() == 2 && r.dotted) {
    return false;
  }
  return r.groups.size() == 1 || r.groups.front() >= 3 || r.groups.size() == r.digits.size();
}

// 18 characters with a date of birth in the middle; the check digit is not asked, a mistyped number is personal
// too. The 15-digit numbers that ended in 2013 look like grid codes and are left alone.
bool is_identity(const Reading& r) { return r.digits.size() >= 17 && is_date(std::string_view(r.digits).substr(6, 8)); }

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int twice = digit * 2;
    sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 == 0;
}

// UnionPay cards begin with 62 and are masked even when mistyped; others must pass the check digit. No card begins
// with 1, as the 15- and 16-digit codes of grids and city parts (部件) of this part of the country do.
bool is_card(const Reading& r) {
  const std::size_t n = r.digits.size();
  const bool possible = n >= 16 && n <= 19 && std::string_view("34569").find(r.digits[0]) != std::string_view::npos;
  return possible && (r.digits.starts_with("62") || passes_luhn(r.digits));
}

bool is_mobile(std::string_view digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

// With its country or long-distance prefix, which may stand as a group of its own.
bool is_mobile(const Reading& r) {
  for (const std::string_view prefix : {"", "0", "86", "0086"}) {
    if (r.digits.starts_with(prefix) && is_mobile(r.from(prefix.size()))) {
      const bool own_group = r.groups.front() == prefix.size();
      return is_one_number(r) || own_group;
    }
  }
  return false;
}

// Area code and seven or eight digits. Where it is grouped, the area code is a group: "02-14-2023 09" is a date.
bool is_landline(const Reading& r) {
  if (r.digits.size() < 10 || r.digits[0] != '0' || r.digits[1] == '0') {
    return false;
  }
  const std::size_t area = r.digits[1] <= '2' ? 3 : 4;  // 010 and 02x, or four digits
  const std::size_t rest = r.digits.size() - area;
  return (rest == 7 || rest == 8) && (r.groups.size() == 1 || r.groups.front() == area);
}

// 400 and 800 lines; the three-three-four of numbers abroad; anything that begins with "+".
bool is_other_phone(const Reading& r) {
  const std::size_t n = r.digits.size();
  const bool service = n == 10 && (r.digits.starts_with("400") || r.digits.starts_with("800"));
  const bool abroad = r.groups == std::vector<std::size_t>{3, 3, 4} && r.digits[0] >= '2';
  return (service && is_one_number(r)) || abroad || (r.before == U'+' && n >= 8 && n <= 15);
}

bool is_measure(char32_t c) {
  return std::u32string_view(U"元万亿块米平人户个度吨千公瓦角分岁年月%㎡¥").find(c) != std::u32string_view::npos;
}

// "500-1000", "2015-2016", "2019-1728": round numbers of which the second is larger, or a year and what follows it.
bool is_span_or_year(const Reading& r) {
  if (r.groups.size() != 2) {
    return false;
  }
  const std::string_view low = std::string_view(r.digits).substr(0, r.groups[0]);
  const std::string_view high = r.from(r.groups[0]);
  const bool round = low.ends_with('0') && high.ends_with('0') && number(low) < number(high);
  return round || (low.size() == 4 && is_year(low));
}

// Seven or eight digits without an area code are a phone unless they read as a date, a span, the number of a
// year's document, an amount or a part of some other code.
bool is_local(const Reading& r) {
  const std::size_t n = r.digits.size();
  const bool grouped_so = r.groups.size() == 1 || (r.groups.size() == 2 && !r.loose && r.groups[1] == 4);
  if ((n != 7 && n != 8) || !grouped_so || r.digits[0] < '2' || r.digits[0] > '8') {
    return false;
  }
  const bool part_of_code = is_alnum(r.before) || r.before == U'.' || r.before == U'#' ||
                            (is_dash(r.before) && is_alnum(r.before_that)) || is_latin(r.after);
  return !is_span_or_year(r) && !r.decimals && !(n == 8 && is_date(r.digits)) && !part_of_code && !is_measure(r.after);
}

std::optional<NumberKind> judge(const Reading& r) {
  if (r.digits.size() == 18 && is_one_number(r) && is_identity(r)) {
    return NumberKind::kIdentity;
  }
  if (is_mobile(r) || is_landline(r) || is_other_phone(r) || is_local(r)) {
    return NumberKind::kPhone;
  }
  if (is_one_number(r) && is_card(r)) {
    return NumberKind::kCard;
  }
  return std::nullopt;
}

// Walks over one text's entries; every look beyond the end sees 0.
class Reader {
 public:
  Reader(const std::vector<Folded>& letters, std::size_t at) : letters_(letters), at_(at) {
    reading_.before = at > 0 ? letter(at - 1) : 0;
    reading_.before_that = at > 1 ? letter(at - 2) : 0;
  }

  // Reads the next group; false when it would be too long for any personal number.
  bool read_group() {
    std::size_t count = 0;
    for (; is_digit(letter(at_)); ++at_, ++count) {
      if (reading_.digits.size() == kDigitsMax) {
        return false;
      }
      reading_.digits += static_cast<char>(letter(at_));
    }
    reading_.groups.push_back(count);
    reading_.after = letter(skip(at_, ends_amount));
    reading_.decimals = letter(at_) == U'.' && is_digit(letter(at_ + 1));
    return true;
  }

  // Moves to the next group when one follows closely.
  bool reach_next_group() {
    const std::size_t next = skip(at_, is_separator);
    if (next == at_ || next - at_ > kSeparatorsMax || !is_digit(letter(next))) {
      return false;
    }
    reading_.loose |= next - at_ > 1 || !(is_blank(letter(at_)) || is_dash(letter(at_)));
    for (; at_ < next; ++at_) {
      reading_.dotted |= letter(at_) == U'.';
    }
    return true;
  }

  // One past the X that completes seventeen digits to an identity number.
  std::optional<std::size_t> after_final_x() const {
    const std::size_t x = skip(at_, is_separator);
    const bool completes = reading_.digits.size() == 17 && x - at_ <= kSeparatorsMax && letter(x) == U'x' &&
                           is_one_number(reading_) && is_identity(reading_);
    return completes ? std::optional(x + 1) : std::nullopt;
  }

  const Reading& reading() const { return reading_; }
  std::size_t end() const { return at_; }

 private:
  char32_t letter(std::size_t i) const { return i < letters_.size() ? letters_[i].letter : 0; }
  std::size_t skip(std::size_t i, bool (*skipped)(char32_t)) const {
    while (i < letters_.size() && skipped(letters_[i].letter)) {
      ++i;
    }
    return i;
  }

  const std::vector<Folded>& letters_;
  std::size_t at_;
  Reading reading_;
};

}  // namespace

std::optional<PersonalNumber> number_at(const std::vector<Folded>& letters, std::size_t at) {
  Reader reader(letters, at);
  std::optional<PersonalNumber> longest;
  do {
    if (!reader.read_group()) {
      break;
    }
    if (const auto kind = judge(reader.reading())) {
      longest = PersonalNumber{*kind, reader.end()};
    }
    if (const auto end = reader.after_final_x()) {
      longest = PersonalNumber{NumberKind::kIdentity, *end};
    }
  } while (reader.reach_next_group());
  return longest;
}

}  // namespace shaoyin::text
