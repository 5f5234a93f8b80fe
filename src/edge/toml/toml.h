// toml++ as this folder uses it: the only place that includes it, so that all files are compiled with the same settings.
//
// Why its assertions throw: some malformed files ("[[[x]]]") run into an assertion of the library's reader before they run
// into one of its error messages. Assertions stay on in our builds, so a slip of the pen would stop the server; compiled
// out they become undefined behaviour. As an exception it is what it is: a file that cannot be read.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace shaoyin::toml_files {

struct ReaderGaveUp : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void give_up(const char* expected) { throw ReaderGaveUp(expected); }

}  // namespace shaoyin::toml_files

#define TOML_EXCEPTIONS 1
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : ::shaoyin::toml_files::give_up(#expression))
#include <toml++/toml.h>

namespace shaoyin::toml_files {

// The table in `text`, which came from the file `name` ("" where the caller names it). Error: kMalformed; field is
// "name:line" or "line N", detail says why.
inline Result<toml::table> parse_text(std::string_view text, const std::string& name = "") {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const std::string line = std::to_string(error.source().begin.line);
    return fault(ErrorCode::kMalformed, name.empty() ? "line " + line : name + ":" + line, std::string(error.description()));
  } catch (const ReaderGaveUp&) {
    return fault(ErrorCode::kMalformed, name.empty() ? "some line" : name, "brackets or quotes that do not fit together");
  }
}

}  // namespace shaoyin::toml_files
