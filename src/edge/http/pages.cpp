#include "edge/http/pages.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/sha256.h"
#include "edge/http/gzip.h"

namespace shaoyin::http {
namespace fs = std::filesystem;
namespace {

std::string type_of(const std::string& extension) {
  static const std::map<std::string, std::string> types{
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"}, {".json", "application/json"}, {".svg", "image/svg+xml"}, {".png", "image/png"},
      {".ico", "image/x-icon"}, {".webp", "image/webp"}, {".woff2", "font/woff2"}, {".webmanifest", "application/manifest+json"},
      {".txt", "text/plain; charset=utf-8"}};
  const auto found = types.find(extension);
  return found == types.end() ? "application/octet-stream" : found->second;
}

constexpr std::size_t kPackFrom = 1024;  // smaller files fit one packet either way

// Pictures and fonts are packed already; only what shrinks by a tenth is kept twice.
std::string packed_if_worth(const std::string& bytes) {
  if (bytes.size() < kPackFrom) return {};
  std::string packed = gzip(bytes);
  return packed.size() < bytes.size() / 10 * 9 ? packed : std::string();
}

}  // namespace

Result<std::shared_ptr<const Pages>> Pages::load(const std::string& folder) {
  auto pages = std::make_shared<Pages>();
  std::error_code problem;
  std::size_t total = 0;
  for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code ignored;  // what cannot be looked at is no page
    if (!at->is_regular_file(ignored) || at->path().extension() == ".map") continue;
    std::ifstream in(at->path(), std::ios::binary);
    File file;
    file.bytes.assign(std::istreambuf_iterator<char>(in), {});
    total += file.bytes.size();
    if (total > kPagesMax) return fault(ErrorCode::kTooLarge, "web", "pages_max=" + std::to_string(kPagesMax));
    file.packed = packed_if_worth(file.bytes);
    file.type = type_of(at->path().extension().string());
    file.etag = "\"" + to_hex(sha256(file.bytes)).substr(0, 20) + "\"";
    pages->files_.emplace("/" + fs::relative(at->path(), folder).generic_string(), std::move(file));
  }
  if (problem || !pages->files_.contains("/index.html")) return fault(ErrorCode::kNotFound, "web", "index.html");
  return std::shared_ptr<const Pages>(pages);
}

Response Pages::answer(const Request& request) const {
  const std::string path = percent_decoded(request.path, false).value_or("");
  auto found = files_.find(path);
  const bool asks_for_file = path.substr(path.rfind('/') + 1).find('.') != std::string::npos;
  if (found == files_.end() && asks_for_file) return refusal(request, fault(ErrorCode::kNotFound, "path"));
  if (found == files_.end()) found = files_.find("/index.html");
  const File& file = found->second;
  Response response;
  response.type = file.type;
  response.headers.set("ETag", file.etag);
  // Names under /assets/ carry a hash of their content; everything else must be asked for again.
  response.headers.set("Cache-Control", path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.headers.get("If-None-Match") == file.etag) {
    response.status = 304;
  } else if (!file.packed.empty() && accepts_gzip(request.headers.get("Accept-Encoding"))) {
    response.headers.set("Content-Encoding", "gzip");
    response.body = file.packed;
  } else {
    response.body = file.bytes;
  }
  if (!file.packed.empty()) response.headers.set("Vary", "Accept-Encoding");
  return response;
}

}  // namespace shaoyin::http
