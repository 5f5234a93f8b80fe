// The small closed set of values that fields, events and expressions are made of.
//
// A `sealed` value stands for free text or personal data: the ledger holds only a keyed commitment to it (hex),
// the text itself lives in the vault. `nothing` means "not known" and is the third truth value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/instant.h"

namespace shaoyin {

class Value {
 public:
  enum class Kind { kNothing, kYesNo, kNumber, kText, kInstant, kSealed, kList };

  Value() = default;
  [[nodiscard]] static Value nothing() { return {}; }
  [[nodiscard]] static Value yes_no(bool b) { Value v; v.kind_ = Kind::kYesNo; v.number_ = b ? 1 : 0; return v; }
  [[nodiscard]] static Value number(std::int64_t n) { Value v; v.kind_ = Kind::kNumber; v.number_ = n; return v; }
  [[nodiscard]] static Value text(std::string s) { Value v; v.kind_ = Kind::kText; v.text_ = std::move(s); return v; }
  [[nodiscard]] static Value instant(Instant t) { Value v; v.kind_ = Kind::kInstant; v.number_ = t.ms; return v; }
  [[nodiscard]] static Value sealed(std::string commitment) { Value v; v.kind_ = Kind::kSealed; v.text_ = std::move(commitment); return v; }
  [[nodiscard]] static Value list(std::vector<Value> items) { Value v; v.kind_ = Kind::kList; v.items_ = std::move(items); return v; }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool known() const { return kind_ != Kind::kNothing; }
  [[nodiscard]] bool is_yes() const { return kind_ == Kind::kYesNo && number_ != 0; }
  [[nodiscard]] bool is_no() const { return kind_ == Kind::kYesNo && number_ == 0; }
  [[nodiscard]] std::int64_t as_number() const { return number_; }
  [[nodiscard]] Instant as_instant() const { return {number_}; }
  [[nodiscard]] const std::string& as_text() const { return text_; }  // text or commitment, else empty
  [[nodiscard]] const std::vector<Value>& items() const { return items_; }

  friend bool operator==(const Value&, const Value&) = default;

 private:
  Kind kind_ = Kind::kNothing;
  std::int64_t number_ = 0;
  std::string text_;
  std::vector<Value> items_;
};

}  // namespace shaoyin
