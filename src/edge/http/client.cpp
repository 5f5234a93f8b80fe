#include "edge/http/client.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

namespace shaoyin::http {
namespace {

using std::chrono::milliseconds;

class Socket {
 public:
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket() { if (fd_ >= 0) ::close(fd_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&&) = delete;
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

Error unreachable(const Url& url, const std::string& why) {
  return fault(ErrorCode::kBusy, "server", kUnreachable,
               {fmt::format("无法连接 {}:{}（{}）", url.host, url.port, why), fmt::format("Cannot reach {}:{} ({})", url.host, url.port, why)});
}

// Waits until the socket can be read or written; false when the time is over.
bool ready(int fd, short what, milliseconds within) {
  pollfd entry{fd, what, 0};
  int found = 0;
  do {
    found = ::poll(&entry, 1, static_cast<int>(within.count()));
  } while (found < 0 && errno == EINTR);
  return found > 0;
}

// 0, or the number of what went wrong.
int connect_one(int fd, const addrinfo& address, milliseconds within) {
  if (::connect(fd, address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  if (!ready(fd, POLLOUT, within)) return ETIMEDOUT;
  int problem = 0;
  socklen_t size = sizeof problem;
  return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &problem, &size) == 0 ? problem : errno;
}

Result<Socket> connect_to(const Url& url, milliseconds within) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int problem = ::getaddrinfo(url.host.c_str(), url.port.c_str(), &hints, &found); problem != 0) {
    return unreachable(url, ::gai_strerror(problem));
  }
  int problem = ECONNREFUSED;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    Socket socket(::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at->ai_protocol));
    problem = socket.fd() < 0 ? errno : connect_one(socket.fd(), *at, within);
    if (problem != 0) continue;
    ::freeaddrinfo(found);
    return socket;
  }
  ::freeaddrinfo(found);
  return unreachable(url, std::strerror(problem));
}

Status write_all(const Url& url, int fd, std::string_view bytes, milliseconds within) {
  while (!bytes.empty()) {
    if (!ready(fd, POLLOUT, within)) return unreachable(url, "timeout");
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (sent <= 0) return {};  // it may have answered already, e.g. that this is too large: read what it says
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return {};
}

Result<std::string> read_all(const Url& url, int fd, const ClientLimits& limits) {
  std::string all;
  char piece[64 * 1024];
  for (;;) {
    if (!ready(fd, POLLIN, limits.answer_within)) return unreachable(url, "timeout");
    const ssize_t got = ::recv(fd, piece, sizeof piece, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got < 0 && all.empty()) return unreachable(url, std::strerror(errno));
    if (got <= 0) break;
    all.append(piece, static_cast<std::size_t>(got));
    if (all.size() > limits.answer_max) return fault(ErrorCode::kTooLarge, "answer", "answer_max");
  }
  if (all.empty()) return unreachable(url, "no answer");
  return all;
}

Error malformed(const char* where) { return fault(ErrorCode::kMalformed, "answer", where); }

// "1a\r\n…26 bytes…\r\n0\r\n\r\n"
Result<std::string> unchunked(std::string_view bytes) {
  std::string body;
  for (;;) {
    const std::size_t line = bytes.find("\r\n");
    std::size_t size = 0;
    const auto read = std::from_chars(bytes.data(), bytes.data() + std::min(line, bytes.size()), size, 16);
    if (line == std::string_view::npos || read.ec != std::errc()) return malformed("chunk");
    bytes.remove_prefix(line + 2);
    if (size == 0) return body;
    if (bytes.size() < 2 || size > bytes.size() - 2) return malformed("chunk");
    body.append(bytes.substr(0, size));
    bytes.remove_prefix(size + 2);
  }
}

Status read_headers(std::string_view head, Headers& headers) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return malformed("header");
    std::string_view value = line.substr(colon + 1);
    while (value.starts_with(' ')) value.remove_prefix(1);
    headers.add(std::string(line.substr(0, colon)), std::string(value));
  }
  return {};
}

}  // namespace

Result<Url> parse_url(std::string_view text) {
  const Error wrong = fault(ErrorCode::kWrongType, "server", "http://HOST:PORT", {"--server 须写成 http://主机:端口", "--server must be written http://HOST:PORT"});
  constexpr std::string_view kScheme = "http://";
  if (!text.starts_with(kScheme)) return wrong;
  text.remove_prefix(kScheme.size());
  const std::size_t slash = std::min(text.find('/'), text.size());
  std::string_view host = text.substr(0, slash);
  Url url;
  url.base = std::string(text.substr(slash));
  while (url.base.ends_with('/')) url.base.pop_back();
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;
  if (bracket == std::string_view::npos) return wrong;
  if (const std::size_t colon = host.find(':', bracket); colon != std::string_view::npos) {
    url.port = std::string(host.substr(colon + 1));
    host = host.substr(0, colon);
  }
  if (host.starts_with('[')) host = host.substr(1, bracket - 1);
  url.host = std::string(host);
  constexpr int kPortMax = 65535;
  const bool port = !url.port.empty() && url.port.size() <= 5 && url.port.find_first_not_of("0123456789") == std::string::npos && std::stoi(url.port) >= 1 && std::stoi(url.port) <= kPortMax;
  // Nothing that could end the request line or a header.
  const bool clean = text.find_first_of(" \t\r\n@?#") == std::string_view::npos;
  return port && clean && !url.host.empty() ? Result<Url>(url) : wrong;
}

Result<ClientAnswer> parse_answer(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  const std::size_t line = bytes.find("\r\n");
  if (end == std::string_view::npos || !bytes.starts_with("HTTP/1.") || line < 12) return malformed("status");
  ClientAnswer answer;
  const auto read = std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
  if (read.ec != std::errc() || answer.status < 200) return malformed("status");
  if (end > line) {
    if (Status status = read_headers(bytes.substr(line + 2, end - line - 2), answer.headers); !status) return status.error();
  }
  const std::string_view rest = bytes.substr(end + 4);
  if (answer.headers.get("Transfer-Encoding") == "chunked") {
    Result<std::string> body = unchunked(rest);
    if (!body) return body.error();
    answer.body = std::move(*body);
    return answer;
  }
  if (const std::string& length = answer.headers.get("Content-Length"); !length.empty() && length != std::to_string(rest.size())) {
    return malformed("cut off");
  }
  answer.body = std::string(rest);
  return answer;
}

Result<ClientAnswer> Client::send(const std::string& method, const std::string& target, const Headers& headers, const std::string& body) const {
  Result<Socket> socket = connect_to(url_, limits_.connect_within);
  if (!socket) return socket.error();
  const bool v6 = url_.host.find(':') != std::string::npos;
  std::string request = fmt::format("{} {}{} HTTP/1.1\r\nHost: {}{}{}:{}\r\nConnection: close\r\nContent-Length: {}\r\n", method, url_.base, target,
                                    v6 ? "[" : "", url_.host, v6 ? "]" : "", url_.port, body.size());
  for (const auto& [name, value] : headers.items()) request += fmt::format("{}: {}\r\n", name, value);
  request += "\r\n" + body;
  if (Status status = write_all(url_, socket->fd(), request, limits_.answer_within); !status) return status.error();
  const Result<std::string> bytes = read_all(url_, socket->fd(), limits_);
  if (!bytes) return bytes.error();
  return parse_answer(*bytes);
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("-._~", c) != nullptr;
    if (plain && c != '\0') out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace shaoyin::http
