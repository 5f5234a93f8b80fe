#include "edge/http/sessions.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace shaoyin::http {
namespace {

constexpr int kTokenBytes = 32;
constexpr int kCsrfBytes = 16;

std::string hashed(const std::string& token) { return to_hex(sha256("shaoyin-token-1:" + token)); }

// The value of our cookie among "a=1; b=2"; empty when absent.
std::string cookie_of(const Request& request) {
  const std::string name = std::string(kSessionCookie) + "=";
  for (const auto& [key, value] : request.headers.items()) {
    Headers one;
    one.add(key, value);
    if (!one.has("Cookie")) continue;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(';', at), value.size());
      std::string item = value.substr(at, end - at);
      while (item.starts_with(' ')) item.erase(0, 1);
      if (item.starts_with(name)) return item.substr(name.size());
      at = end + 1;
    }
  }
  return {};
}

std::string bearer_of(const Request& request) {
  const std::string& value = request.headers.get("Authorization");
  return value.starts_with("Bearer ") ? value.substr(7) : std::string();
}

bool is_token(const std::string& text) {
  return text.size() == 2 * kTokenBytes && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string seconds(Millis wait) { return std::to_string((wait.ms + 999) / 1000) + " s"; }

}  // namespace

Status check_new_login(const std::string& login) {
  constexpr std::size_t kLoginMax = 64;  // what the sign-in page sends
  static constexpr std::string_view kFirst = "abcdefghijklmnopqrstuvwxyz0123456789", kRest = "abcdefghijklmnopqrstuvwxyz0123456789._@-";
  const bool good = !login.empty() && login.size() <= kLoginMax && kFirst.find(login.front()) != std::string_view::npos && login.find_first_not_of(kRest) == std::string::npos;
  if (good) return {};
  return fault(ErrorCode::kMalformed, "login", "login_form", {"用这个登录名无法登录", "Nobody could sign in with this log-in name"});
}

Sessions::Sessions(app::Accounts& accounts, const app::WallClock& clock, app::Chance& chance, DistrictId district, PasswordCost cost)
    : accounts_(accounts), clock_(clock), chance_(chance), district_(district), nobody_hash_(hash_password(chance.secret(16), cost)) {}

Result<SignedIn> Sessions::sign_in(const std::string& login, const std::string& password, const std::string& address) {
  const Instant now = clock_.now();
  const std::string name_key = "name:" + login;
  const std::string address_key = "address:" + address;
  const Millis wait = std::max(attempts_.wait(name_key, now), attempts_.wait(address_key, now));
  if (wait.ms > 0) return fault(ErrorCode::kTooManyAttempts, "login", seconds(wait));

  const Result<std::optional<app::Account>> account = accounts_.account(district_, login);
  if (!account) return account.error();
  const bool usable = account->has_value() && !(*account)->disabled;
  const bool fits = password_fits(usable ? (*account)->password_hash : nobody_hash_, password);
  if (!usable || !fits) {
    attempts_.failed(name_key, kFailuresPerName, now);
    attempts_.failed(address_key, kFailuresPerAddress, now);
    return fault(ErrorCode::kBadCredentials, "login");
  }
  Result<SignedIn> in = begin((*account)->person, false, "", {.login = login, .password_hash = (*account)->password_hash, .token_hash = ""});
  if (!in && in.error().code == ErrorCode::kUnauthenticated) return fault(ErrorCode::kBadCredentials, "login");  // no longer the account it was
  attempts_.forget(name_key);
  return in;
}

Result<SignedIn> Sessions::begin(const PersonCode& person, bool bearer, const std::string& label, const app::SessionGrounds& grounds) {
  const Instant now = clock_.now();
  SignedIn signed_in{chance_.secret(kTokenBytes), bearer ? "" : chance_.secret(kCsrfBytes), person};
  const Status stored = accounts_.put_session(district_, {.token_hash = hashed(signed_in.token), .person = person,
      .csrf = signed_in.csrf, .created = now, .used = now, .bearer = bearer, .label = label}, grounds);
  if (!stored) return stored.error();
  return signed_in;
}

Result<std::string> Sessions::make_token(const PersonCode& person, const std::string& label, const app::SessionGrounds& grounds) {
  const Result<SignedIn> made = begin(person, true, label, grounds);
  if (!made) return made.error();
  return made->token;
}

bool Sessions::ended(const app::Session& session, Instant now) const {
  if (session.bearer) return session.created + kTokenWhole <= now;
  return session.created + kSessionWhole <= now || session.used + kSessionIdle <= now;
}

Result<bool> Sessions::lives(const std::string& token_hash) {
  const Result<std::optional<app::Session>> session = accounts_.session(district_, token_hash);
  if (!session) return session.error();
  return session->has_value() && !ended(**session, clock_.now());
}

Result<int> Sessions::forget_ended(int limit) {
  const Instant now = clock_.now();
  return accounts_.forget_sessions(district_, {now - kSessionWhole, now - kSessionIdle, now - kTokenWhole}, limit);
}

Result<Who> Sessions::who(const std::string& token, bool bearer) {
  if (!is_token(token)) return fault(ErrorCode::kUnauthenticated);
  const std::string hash = hashed(token);
  const Result<std::optional<app::Session>> session = accounts_.session(district_, hash);
  if (!session) return session.error();
  if (!*session || (*session)->bearer != bearer) return fault(ErrorCode::kUnauthenticated);
  const Instant now = clock_.now();
  if (ended(**session, now)) {
    if (const Status status = accounts_.end_session(district_, hash); !status) return status.error();
    return fault(ErrorCode::kUnauthenticated);
  }
  if ((*session)->used + kTouchEvery <= now) {
    if (const Status status = accounts_.touch_session(district_, hash, now); !status) return status.error();
  }
  return Who{(*session)->person, (*session)->csrf, hash, bearer};
}

std::string session_cookie(const std::string& token, bool secure) {
  return std::string(kSessionCookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "") +
         (token.empty() ? "; Max-Age=0" : "; Max-Age=" + std::to_string(kSessionWhole.ms / 1000));
}

Status same_site(const Request& request) {
  const std::string& site = request.headers.get("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return fault(ErrorCode::kCsrf, "Sec-Fetch-Site");
  const std::string& origin = request.headers.get("Origin");
  if (origin.empty()) return {};
  const std::size_t host_at = origin.find("://");
  const bool own = host_at != std::string::npos && origin.substr(host_at + 3) == request.headers.get("Host");
  return own ? Status() : Status(fault(ErrorCode::kCsrf, "Origin"));
}

Middleware known_by(Sessions& sessions, const Spec& spec) {
  return [&sessions, &spec](Request& request, const Handler& next) {
    const Operation* operation = request.route.empty() ? nullptr : spec.find(request.method, request.route);
    if (operation == nullptr) return next(request);
    const std::string bearer = bearer_of(request);
    const std::string token = bearer.empty() ? cookie_of(request) : bearer;
    if (!token.empty()) {
      const Result<Who> who = sessions.who(token, !bearer.empty());
      if (who) request.who = *who;
      if (!who && who.error().code != ErrorCode::kUnauthenticated) return refusal(request, who.error());
    }
    if (!request.who && !operation->open_to_all) return refusal(request, fault(ErrorCode::kUnauthenticated));
    if (operation->unsafe && request.who && !request.who->bearer && !operation->open_to_all) {
      const bool token_fits = equal_secret(request.headers.get("X-CSRF-Token"), request.who->csrf);
      if (!token_fits) return refusal(request, fault(ErrorCode::kCsrf, "X-CSRF-Token"));
      if (const Status status = same_site(request); !status) return refusal(request, status.error());
    }
    return next(request);
  };
}

}  // namespace shaoyin::http
