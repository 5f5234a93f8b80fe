// A value or the Error that stood in its way. g++ 12 has no std::expected.
//
//   const Result<Matter> matter = store.load(id);
//   if (!matter) return matter.error();
//   use(*matter);
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "core/base/ensure.h"
#include "core/base/error.h"

namespace shaoyin {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}        // NOLINT: meant to convert
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}    // NOLINT: meant to convert

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  [[nodiscard]] T& operator*() & { ensure(ok(), "Result read without a value"); return std::get<0>(held_); }
  [[nodiscard]] const T& operator*() const& { ensure(ok(), "Result read without a value"); return std::get<0>(held_); }
  [[nodiscard]] T&& operator*() && { ensure(ok(), "Result read without a value"); return std::get<0>(std::move(held_)); }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

  // REQUIRES: !ok().
  [[nodiscard]] const Error& error() const { ensure(!ok(), "Result has no error"); return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

// Success without a value, or an Error.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}  // NOLINT: meant to convert
  [[nodiscard]] bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Error& error() const { ensure(!ok(), "Status has no error"); return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace shaoyin
