// Who is asking: log-in, cookie sessions, bearer tokens, and the check that an unsafe request comes from our own
// page. Tokens are 32 random bytes and stored hashed; a stolen database opens nothing.
//
// An unknown name costs the same work and gets the same answer as a wrong password. Threads: any. Ownership: the
// ports must outlive it.
#pragma once

#include <string>

#include "app/ports/store.h"
#include "app/ports/vault.h"
#include "edge/http/attempts.h"
#include "edge/http/http.h"
#include "edge/http/password.h"
#include "edge/http/validate.h"

namespace shaoyin::http {

inline constexpr Millis kSessionIdle = minutes(30);
inline constexpr Millis kSessionWhole = hours(12);    // a working day with overtime; then the password again
inline constexpr Millis kTokenWhole = days(90);       // bearer tokens of scripts are renewed each quarter
inline constexpr Millis kTouchEvery = minutes(1);     // one write a minute, not one a request
inline constexpr const char* kSessionCookie = "shaoyin_session";

struct SignedIn {
  std::string token;  // for the cookie or the Authorization header; never stored
  std::string csrf;
  PersonCode person;
};

// Whether somebody could sign in under this name if an account had it (the interface file's NewLogin). Error kMalformed ("login").
[[nodiscard]] Status check_new_login(const std::string& login);

class Sessions {
 public:
  Sessions(app::Accounts& accounts, const app::WallClock& clock, app::Chance& chance, DistrictId district,
           PasswordCost cost = {});

  // Errors: kBadCredentials, kTooManyAttempts (detail: seconds to wait).
  [[nodiscard]] Result<SignedIn> sign_in(const std::string& login, const std::string& password, const std::string& address);
  // Error kUnauthenticated: unknown, idle or too old.
  [[nodiscard]] Result<Who> who(const std::string& token, bool bearer);
  // Whether the session is there and its time not over; asking does not prolong it. Error: those of the store.
  [[nodiscard]] Result<bool> lives(const std::string& token_hash);
  Status sign_out(const Who& who) { return accounts_.end_session(district_, who.token_hash); }
  // Forgets sessions that are over, at most `limit`; says how many. Nobody could use them any more.
  [[nodiscard]] Result<int> forget_ended(int limit);
  // A bearer token for a script; shown once. `label` says whose script. Error kUnauthenticated: `grounds` hold no more.
  [[nodiscard]] Result<std::string> make_token(const PersonCode& person, const std::string& label, const app::SessionGrounds& grounds = {});

 private:
  [[nodiscard]] Result<SignedIn> begin(const PersonCode& person, bool bearer, const std::string& label, const app::SessionGrounds& grounds);
  [[nodiscard]] bool ended(const app::Session& session, Instant now) const;

  app::Accounts& accounts_;
  const app::WallClock& clock_;
  app::Chance& chance_;
  const DistrictId district_;
  const std::string nobody_hash_;  // what an unknown name is checked against
  Attempts attempts_;
};

// "shaoyin_session=…; Path=/; HttpOnly; SameSite=Lax"; an empty token clears it.
[[nodiscard]] std::string session_cookie(const std::string& token, bool secure);

// Error kCsrf: the browser says that another site sent this.
[[nodiscard]] Status same_site(const Request& request);

// Fills request.who; refuses operations that need somebody when there is nobody, and unsafe cookie requests without
// the session's X-CSRF-Token.
[[nodiscard]] Middleware known_by(Sessions& sessions, const Spec& spec);

}  // namespace shaoyin::http
