// Brings a database to the shape this binary needs, by the numbered files of schema/, each in its own
// transaction and recorded with its checksum.
#pragma once

#include "core/base/result.h"
#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

struct Migration { std::string name, sql; };

// The embedded files, in order.
[[nodiscard]] const std::vector<Migration>& migrations();

// Errors: kDamaged when an applied file is not the one embedded (it was changed, or the database was written by a
// newer release); nothing was changed then. Throws SqlFailed.
[[nodiscard]] Status migrate(Database& database, const std::vector<Migration>& wanted = migrations());

}  // namespace shaoyin::sqlite
