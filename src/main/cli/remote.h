// Keeping a house through its server: the same commands as over a folder, by the routes below /admin. Each prints its
// result and returns the exit code; what takes long is a chore that is asked for until it has ended.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "main/cli/context.h"

namespace shaoyin::cli {

int remote_users(const Context& context);
int remote_user_add(const Context& context, const std::string& login, const std::string& person, const std::string& password);
int remote_user_change(const Context& context, const std::string& login, std::optional<bool> disabled, const std::string& password);
// Signs in with the password and makes a token of that account: the way in for whoever has none yet.
int remote_own_token(const Context& context, const std::string& login, const std::string& password, const std::string& label);
int remote_registers(const Context& context, const std::string& folder, bool draw, std::uint64_t seed, bool commit);
// `more_asked`: the master key or a folder of one's own, which a server never gives.
int remote_backup(const Context& context, bool more_asked);
int remote_verify(const Context& context, const std::string& number);
int remote_import(const Context& context, const std::string& file, const std::string& map, const std::string& errors, bool dry_run);

}  // namespace shaoyin::cli
