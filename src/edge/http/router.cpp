#include <algorithm>
#include <cstdio>
#include <exception>

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "edge/http/http.h"

namespace shaoyin::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

const std::string& nothing() {
  static const std::string empty;
  return empty;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(path.front() == '/' ? 1 : 0);
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_hole(const std::string& segment) { return segment.starts_with('{'); }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// The part of one "zh-CN;q=0.8" after q=, in thousandths; 1000 when absent.
int quality(std::string_view item) {
  const std::size_t at = item.find("q=");
  if (at == std::string_view::npos) return 1000;
  const double q = std::atof(std::string(item.substr(at + 2, 5)).c_str());
  return static_cast<int>(std::clamp(q, 0.0, 1.0) * 1000);
}

}  // namespace

void Headers::set(const std::string& name, std::string value) {
  std::erase_if(items_, [&](const auto& item) { return same_name(item.first, name); });
  add(name, std::move(value));
}

const std::string& Headers::get(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (same_name(key, name)) return value;
  }
  return nothing();
}

bool Headers::has(std::string_view name) const { return count(name) > 0; }

int Headers::count(std::string_view name) const {
  return static_cast<int>(
      std::count_if(items_.begin(), items_.end(), [&](const auto& item) { return same_name(item.first, name); }));
}

const std::string& Params::get(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return value;
  }
  return nothing();
}

bool Params::has(std::string_view name) const {
  return std::any_of(items_.begin(), items_.end(), [&](const auto& item) { return item.first == name; });
}

std::vector<std::string> Params::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : items_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

void Router::on(const std::string& method, const std::string& pattern, Handler handler, RoutePlan plan) {
  for (const Route& route : routes_) {
    ensure(route.method != method || route.pattern != pattern, "a route is added once");
  }
  routes_.push_back({method, pattern, split_path(pattern), std::move(handler), plan});
  // Literal segments before holes, so that /matters/new is found before /matters/{id}.
  std::stable_sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) {
    return std::count_if(a.segments.begin(), a.segments.end(), is_hole) <
           std::count_if(b.segments.begin(), b.segments.end(), is_hole);
  });
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
  Match found;
  const std::vector<std::string> segments = split_path(path);
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  for (const Route& route : routes_) {
    if (route.segments.size() != segments.size()) continue;
    Params params;
    bool fits = true;
    for (std::size_t i = 0; fits && i < segments.size(); ++i) {
      if (!is_hole(route.segments[i])) {
        fits = route.segments[i] == segments[i];
        continue;
      }
      const std::optional<std::string> value = percent_decoded(segments[i], false);
      if (!value || !is_clean_utf8(*value)) found.bad_path = true;
      params.add(route.segments[i].substr(1, route.segments[i].size() - 2), value.value_or(""));
    }
    if (!fits) continue;
    if (route.method == wanted) return {&route, std::move(params), {}, found.bad_path};
    found.allow += (found.allow.empty() ? "" : ", ") + route.method;
  }
  return found;
}

Response Router::answer(Request& request, const Match& found) const {
  if (found.bad_path) return refusal(request, fault(ErrorCode::kInvalidUtf8, "path"));
  if (found.route != nullptr) return found.route->handler(request);
  if (!found.allow.empty()) {
    Response response = refusal(request, fault(ErrorCode::kNotAChoice, "method", found.allow));
    response.status = 405;
    response.headers.set("Allow", found.allow);
    return response;
  }
  const bool page = request.method == "GET" || request.method == "HEAD";
  if (page && otherwise_ && !request.path.starts_with("/api/")) return otherwise_(request);
  return refusal(request, fault(ErrorCode::kNotFound, "path"));
}

Response Router::dispatch(Request& request) const {
  const Match found = match(request.method, request.path);
  if (found.route != nullptr) {
    request.route = found.route->pattern;
    request.params = found.params;
  }
  std::function<Response(Request&, std::size_t)> run = [&](Request& r, std::size_t depth) -> Response {
    if (depth == around_.size()) return answer(r, found);
    return around_[depth](r, [&run, depth](Request& next) { return run(next, depth + 1); });
  };
  try {
    return run(request, 0);
  } catch (const std::exception& problem) {
    // Nothing of ours throws on purpose; what libraries throw must not reach the caller, who could read addresses from it.
    std::fprintf(stderr, "request %s: %s\n", request.id.c_str(), problem.what());
    return refusal(request, fault(ErrorCode::kDamaged, "", "unexpected"));
  }
}

RoutePlan Router::plan(std::string_view method, std::string_view path) const {
  const Match found = match(method, path);
  return found.route != nullptr ? found.route->plan : RoutePlan{};
}

std::vector<std::pair<std::string, std::string>> Router::routes() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Route& route : routes_) all.emplace_back(route.method, route.pattern);
  return all;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

std::optional<Params> parse_query(std::string_view text) {
  Params params;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view item = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (item.empty()) continue;
    const std::size_t equals = std::min(item.find('='), item.size());
    const std::optional<std::string> name = percent_decoded(item.substr(0, equals), true);
    const std::optional<std::string> value = percent_decoded(item.substr(std::min(equals + 1, item.size())), true);
    if (!name || !value || !is_clean_utf8(*name) || !is_clean_utf8(*value)) return std::nullopt;
    params.add(*name, *value);
  }
  return params;
}

Language preferred_language(std::string_view accept_language) {
  int zh = -1;
  int en = -1;
  while (!accept_language.empty()) {
    const std::size_t end = std::min(accept_language.find(','), accept_language.size());
    std::string_view item = accept_language.substr(0, end);
    accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
    while (item.starts_with(' ')) item.remove_prefix(1);
    if (item.size() < 2) continue;
    if (same_name(item.substr(0, 2), "zh")) zh = std::max(zh, quality(item));
    if (same_name(item.substr(0, 2), "en")) en = std::max(en, quality(item));
  }
  return en > zh ? Language::kEn : Language::kZh;
}

}  // namespace shaoyin::http
