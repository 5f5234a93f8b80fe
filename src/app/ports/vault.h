// Where free text and personal data live: beside the ledger, each matter under a key of its own. Destroying a
// matter's key destroys its content; the ledger holds keyed commitments only and stays valid.
// Threads: any.
#pragma once

#include <string>
#include <string_view>

#include "core/base/instant.h"
#include "core/base/result.h"

namespace shaoyin::app {

class Vault {
 public:
  virtual ~Vault() = default;
  virtual std::string new_key() = 0;                                       // fresh matter key, wrapped by the master key
  virtual Result<std::string> seal(const std::string& wrapped_key, std::string_view text) = 0;
  virtual Result<std::string> open(const std::string& wrapped_key, std::string_view cipher) = 0;  // kDamaged, kKeyMissing
  virtual Result<std::string> commitment(const std::string& wrapped_key, std::string_view text) = 0;  // hex HMAC
};

// What else the world gives: time and chance, by the door.
class WallClock {
 public:
  virtual ~WallClock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class Chance {
 public:
  virtual ~Chance() = default;
  virtual std::string secret(int bytes) = 0;  // unguessable, as lower-case hex
};

// Files that people attach, kept encrypted under the matter's key and named by the hash of their content.
class Files {
 public:
  virtual ~Files() = default;
  virtual Result<std::string> name(const std::string& wrapped_key, std::string_view bytes) = 0;  // what put() will call it
  virtual Result<std::string> put(const std::string& wrapped_key, std::string_view bytes) = 0;   // returns the name
  virtual Result<std::string> get(const std::string& wrapped_key, const std::string& name) = 0;  // kNotFound, kDamaged
  virtual Status remove(const std::string& name) = 0;  // harmless when it is not there
};

}  // namespace shaoyin::app
