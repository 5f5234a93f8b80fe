#include "core/procedure/xml.h"

#include <fmt/format.h>

#include <cctype>
#include <set>

namespace shaoyin::procedure {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name(char c) { return is_name_start(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.'; }

// Reads once from left to right; every method returns false after setting `fault_`.
class Reader {
 public:
  Reader(std::string_view text, bool fragment) : text_(text), fragment_(fragment) {}

  std::optional<Words> run() {
    while (!fault_ && at_ < text_.size()) step();
    if (!fault_ && !open_.empty()) fail({"元素 " + open_.back() + " 没有结束", "element " + open_.back() + " is not closed"});
    if (!fault_ && !fragment_ && roots_ != 1) fail({"须恰有一个根元素", "there must be exactly one root element"});
    return fault_;
  }

 private:
  bool fail(const Words& what) {
    if (!fault_) fault_ = Words{fmt::format("{}（第 {} 个字节）", what.zh, at_ + 1), fmt::format("{} (byte {})", what.en, at_ + 1)};
    return false;
  }
  bool ahead(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  bool skip_past(std::string_view end, const Words& what) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) return fail(what);
    at_ = found + end.size();
    return true;
  }

  void step() {
    if (text_[at_] != '<') { words(); return; }
    if (ahead("<!--")) { comment(); return; }
    if (ahead("<?xml ") && at_ == 0 && !fragment_) { skip_past("?>", {"XML 声明没有结束", "the XML declaration is not closed"}); return; }
    if (ahead("<!") || ahead("<?")) { fail({"不用 DTD、CDATA 和处理指令", "no DTDs, CDATA or processing instructions"}); return; }
    ahead("</") ? close() : begin();
  }

  bool comment() {
    at_ += 4;
    const std::size_t end = text_.find("--", at_);
    if (end == std::string_view::npos || text_.substr(end, 3) != "-->") return fail({"注释没有结束，或含“--”", "a comment is not closed, or holds '--'"});
    at_ = end + 3;
    return true;
  }

  bool words() {
    if (text_[at_] == '&') return entity();
    if (open_.empty() && !fragment_ && !is_blank(text_[at_])) return fail({"根元素之外不能有文字", "no text outside the root element"});
    if (ahead("]]>")) return fail({"文字中不能出现“]]>”", "text cannot hold ']]>'"});
    ++at_;
    return true;
  }

  bool entity() {
    for (const char* one : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
      if (ahead(one)) { at_ += std::string_view(one).size(); return open_.empty() && !fragment_ ? fail({"根元素之外不能有文字", "no text outside the root element"}) : true; }
    }
    return fail({"“&”须写作 &amp;", "'&' is written &amp;"});
  }

  std::string name() {
    const std::size_t from = at_;
    if (at_ < text_.size() && is_name_start(text_[at_])) {
      while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    }
    return std::string(text_.substr(from, at_ - from));
  }
  bool blanks() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ > from;
  }

  bool close() {
    at_ += 2;
    const std::string closed = name();
    blanks();
    if (open_.empty() || open_.back() != closed) return fail({"</" + closed + "> 没有对应的开始", "</" + closed + "> closes nothing that is open"});
    if (!ahead(">")) return fail({"标签没有结束", "a tag is not closed"});
    ++at_;
    open_.pop_back();
    return true;
  }

  bool begin() {
    ++at_;
    const std::string element = name();
    if (element.empty()) return fail({"“<”之后应为元素名；文字中的“<”须写作 &lt;", "a name must follow '<'; in text it is written &lt;"});
    if (open_.empty()) ++roots_;
    if (static_cast<int>(open_.size()) >= kXmlDepthMax) return fail({"嵌套过深", "nested too deeply"});
    std::set<std::string> attributes;
    for (bool apart = blanks(); at_ < text_.size() && !ahead(">") && !ahead("/>"); apart = blanks()) {
      if (!apart || !attribute(attributes)) return fail({"属性有误", "an attribute is not right"});
    }
    if (ahead("/>")) { at_ += 2; return true; }
    if (!ahead(">")) return fail({"标签没有结束", "a tag is not closed"});
    ++at_;
    open_.push_back(element);
    return true;
  }

  bool attribute(std::set<std::string>& attributes) {
    const std::string one = name();
    if (one.empty() || !attributes.insert(one).second) return fail({"属性名有误或重复", "an attribute has no name, or stands twice"});
    blanks();
    if (!ahead("=")) return fail({"属性 " + one + " 没有值", "attribute " + one + " has no value"});
    ++at_;
    blanks();
    if (!ahead("\"") && !ahead("'")) return fail({"属性值须加引号", "the value of an attribute is quoted"});
    const char quote = text_[at_++];
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '<') return fail({"属性值中不能有“<”", "the value of an attribute cannot hold '<'"});
      if (text_[at_] != '&') { ++at_; continue; }
      open_.push_back(one);  // an entity within an element
      const bool fine = entity();
      open_.pop_back();
      if (!fine) return false;
    }
    if (at_ == text_.size()) return fail({"属性值没有结束", "the value of an attribute is not closed"});
    ++at_;
    return true;
  }

  std::string_view text_;
  bool fragment_;
  std::size_t at_ = 0;
  int roots_ = 0;
  std::vector<std::string> open_;
  std::optional<Words> fault_;
};

Error malformed(const Words& said) { return fault(ErrorCode::kMalformed, {}, said.en, said); }

constexpr std::string_view kEach = "<!-- each: ", kEnd = "<!-- end -->", kClose = " -->";

}  // namespace

std::optional<Words> xml_fault(std::string_view text) {
  if (text.size() > kXmlBytesMax) return Words{fmt::format("超过 {} 字节", kXmlBytesMax), fmt::format("longer than {} bytes", kXmlBytesMax)};
  return Reader(text, false).run();
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&apos;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
  }
  return out;
}

Result<std::vector<Paragraph>> xml_pieces(const std::string& whole) {
  std::vector<Paragraph> pieces;
  const auto add = [&](const std::string& each, const std::string& text) {
    if (!text.empty()) pieces.push_back({each, {text, text}});
  };
  std::size_t from = 0;
  for (std::size_t at = whole.find(kEach); at != std::string::npos; at = whole.find(kEach, from)) {
    const std::size_t named = at + kEach.size(), close = whole.find(kClose, named), end = whole.find(kEnd, named);
    if (close == std::string::npos || end == std::string::npos) return malformed({"<!-- each: … --> 没有对应的 <!-- end -->", "<!-- each: ... --> has no <!-- end -->"});
    const std::string body = whole.substr(close + kClose.size(), end - close - kClose.size());
    if (body.find(kEach) != std::string::npos) return malformed({"重复段不能嵌套", "repeated pieces cannot stand in one another"});
    if (const auto wrong = Reader(body, true).run()) return malformed({"重复段须自身完整：" + wrong->zh, "a repeated piece must be whole by itself: " + wrong->en});
    add({}, whole.substr(from, at - from));
    add(whole.substr(named, close - named), body);
    from = end + kEnd.size();
  }
  if (whole.find(kEnd, from) != std::string::npos) return malformed({"<!-- end --> 没有对应的开始", "<!-- end --> closes nothing"});
  add({}, whole.substr(from));
  return pieces;
}

}  // namespace shaoyin::procedure
