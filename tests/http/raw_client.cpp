#include "tests/http/raw_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace shaoyin::http {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{120, 0};  // a hung server is found, and a busy machine is no fault: checking a whole district's registers takes its time
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
  ::close(socket_);
  socket_ = -1;
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

void RawClient::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) return;  // the server has heard enough; what it answered can still be read
    sent += static_cast<std::size_t>(n);
  }
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::more() {
  std::array<char, 65536> piece{};
  const ssize_t n = ::recv(socket_, piece.data(), piece.size(), 0);
  if (n < 0 && errno == EAGAIN) ADD_FAILURE() << "no bytes and no close within two minutes";
  if (n > 0) buffer_.append(piece.data(), static_cast<std::size_t>(n));
  return n > 0;
}

std::string RawClient::until(const std::string& end) {
  std::size_t at = buffer_.find(end);
  while (at == std::string::npos && more()) at = buffer_.find(end);
  const std::size_t size = at == std::string::npos ? buffer_.size() : at + end.size();
  std::string out = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string RawClient::rest() {
  while (more()) {
  }
  return std::move(buffer_);
}

Answer RawClient::answer(bool head) {
  Answer answer;
  const std::string header = until("\r\n\r\n");
  if (header.size() < 12 || !header.starts_with("HTTP/1.1 ")) return answer;
  answer.status = std::stoi(header.substr(9, 3));
  for (std::size_t at = header.find("\r\n") + 2; at < header.size() - 2;) {
    const std::size_t end = header.find("\r\n", at);
    const std::string line = header.substr(at, end - at);
    std::string name = line.substr(0, line.find(':'));
    std::transform(name.begin(), name.end(), name.begin(), ::tolower);
    answer.headers[name] = line.substr(std::min(line.find(':') + 2, line.size()));
    at = end + 2;
  }
  const std::size_t length = head || !answer.headers.contains("content-length") ? 0 : std::stoul(answer.headers["content-length"]);
  while (buffer_.size() < length && more()) {
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

Answer ask(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body,
           const std::map<std::string, std::string>& headers) {
  RawClient client(port);
  std::string request = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nConnection: close\r\n";
  for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
  if (!body.empty() && !headers.contains("Content-Type")) request += "Content-Type: application/json\r\n";
  if (!body.empty()) request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  client.send(request + "\r\n" + body);
  return client.answer(method == "HEAD");
}

}  // namespace shaoyin::http
