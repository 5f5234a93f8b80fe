// One request inside the writer's transaction. Throws SqlFailed; an Error undoes the whole request.
#pragma once

#include "app/ports/store.h"
#include "edge/sqlite/database.h"
#include "edge/sqlite/search.h"

namespace shaoyin::sqlite {

[[nodiscard]] Result<app::Receipt> commit_request(Database& database, const app::CommitRequest& request,
                                                  SearchQueue& search);

// The earlier answer to a key; nullopt when the key is empty or new. Error: kKeyReused.
[[nodiscard]] Result<std::optional<app::Receipt>> earlier_receipt(Database& database, DistrictId district,
                                                                  const std::string& scope, const std::string& key,
                                                                  const std::string& request_hash);

}  // namespace shaoyin::sqlite
