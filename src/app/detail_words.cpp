#include "app/detail_words.h"

#include <array>
#include <cstdint>

namespace shaoyin::app {
namespace {

struct Term {
  std::string_view name;
  Words words;  // "{}" stands for the limit's figure
};

const auto& terms() {
  static const std::array all{
      // kinds of values
      Term{"object", {"一组键值（JSON 对象）", "an object"}},
      Term{"array", {"列表", "a list"}},
      Term{"string", {"文字", "text"}},
      Term{"text", {"文字", "text"}},
      Term{"integer", {"整数", "a whole number"}},
      Term{"number", {"数字", "a number"}},
      Term{"boolean", {"是或否（true / false）", "true or false"}},
      Term{"yes/no", {"是或否（true / false）", "true or false"}},
      Term{"null", {"空", "nothing"}},
      Term{"instant", {"日期时间，如 2023-02-14T09:00:00+08:00", "a date and time such as 2023-02-14T09:00:00+08:00"}},
      Term{"list of files", {"已上传文件的编号列表", "a list of uploaded files"}},
      Term{"unit", {"单位编号", "the code of a unit"}},
      Term{"person", {"人员编号", "the code of a person"}},
      Term{"grid", {"网格编号", "the code of a grid"}},
      Term{"category", {"类别编号", "the code of a category"}},
      Term{"matter", {"事项编号", "the number of a matter"}},
      Term{"once", {"只填一次", "once only"}},
      // forms of a text
      Term{"phone_form", {"电话号码：至少 5 位数字，可含空格、+、-、括号，总长不超过 20", "a phone number: at least 5 digits, with spaces, +, - or brackets, 20 characters in all"}},
      Term{"receipt_code_form", {"查询码：字母、数字和短横线", "a receipt code: letters, digits and hyphens"}},
      Term{"matter_ref_form", {"事项编号，如 HX-2026-000123", "a matter's number such as HX-2026-000123"}},
      Term{"login_form", {"登录名：1 至 64 个小写字母、数字或 . _ @ -，以字母或数字开头", "a log-in name: 1 to 64 small letters, digits, . _ @ or -, beginning with a letter or digit"}},
      Term{"idempotency_key_form", {"字母、数字、下划线和短横线", "letters, digits, underscores and hyphens"}},
      Term{"file_name_form", {"文件的 SHA-256（64 位十六进制）", "the file's SHA-256, 64 hexadecimal digits"}},
      Term{"input_name_form", {"小写字母开头的名称，如 field.what", "a name in small letters such as field.what"}},
      // faults of tables and files of our own
      Term{"a quote that does not end", {"引号没有结束", "a quote that does not end"}},
      Term{"text after a closing quote", {"右引号之后还有文字", "text after a closing quote"}},
      Term{"cells_expected", {"应有 {} 格", "{} cells expected"}},
      Term{"cells_found", {"实有 {} 格", "{} found"}},
      Term{"table", {"表", "a table"}},
      Term{"list", {"列表", "a list"}},
      Term{"six digits", {"六位数字", "six digits"}},
      Term{"verb_form", {"形如 thing.deed 的权限名", "verbs like \"thing.deed\""}},
      Term{"has no [[row]]", {"文件里没有 [[row]]", "the file has no [[row]]"}},
      Term{"must be a table", {"应为表", "must be a table"}},
      Term{"names no code", {"没有写明 code", "names no code"}},
      Term{"two columns bear this name", {"有两列同名", "two columns bear this name"}},
      Term{"no area", {"没有面积", "it has no area"}},
      Term{"crosses itself", {"边界自相交叉", "its border crosses itself"}},
      Term{"kHelperCpuSeconds", {"读取所用的时间", "the time that reading may take"}},
      // limits that count something else than letters
      Term{"body_max", {"{} 字节", "{} bytes"}},
      Term{"header_max", {"请求头 {} 字节", "{} bytes of headers"}},
      Term{"json_depth_max", {"嵌套不超过 {} 层", "nested {} deep at most"}},
      Term{"choices_max", {"{} 项", "{} choices"}},
      Term{"list_max", {"{} 项", "{} items"}},
      Term{"kRowsMax", {"{} 行", "{} rows"}},
      Term{"kColumnsMax", {"{} 列", "{} columns"}},
      Term{"kCellBytesMax", {"每个单元格 {} 字节", "{} bytes in a cell"}},
      Term{"kCsvBytesMax", {"展开后 {} 字节", "{} bytes unpacked"}},
      Term{"kWorkbookFileBytesMax", {"工作簿文件 {} 字节", "{} bytes for a workbook file"}},
      Term{"kWorkbookUnpackedMax", {"工作簿展开后 {} 字节", "{} bytes for a workbook unpacked"}},
      Term{"kWorkbookPartsMax", {"工作簿内 {} 个部件", "{} parts inside a workbook"}},
      Term{"kWorkbookTextMax", {"整张表 {} 字节文字", "{} bytes of text in a sheet"}},
      Term{"kMapFileBytesMax", {"映射文件 {} 字节", "{} bytes for a map file"}},
      Term{"kRegisterFileBytesMax", {"登记册文件 {} 字节", "{} bytes for a register file"}},
      Term{"kFileBytesMax", {"每个文件 {} 字节", "{} bytes a file"}},
      Term{"kPolygonPointsMax", {"{} 个点", "{} points"}},
  };
  return all;
}

// 30000000 as 30,000,000: nobody counts noughts.
std::string grouped(std::string_view figure) {
  std::string out;
  const bool digits = figure.size() > 4 && figure.find_first_not_of("0123456789") == std::string_view::npos;
  for (std::size_t i = 0; i < figure.size(); ++i) {
    if (digits && i > 0 && (figure.size() - i) % 3 == 0) out += ',';
    out += figure[i];
  }
  return out;
}

std::string term_in_words(std::string_view term, Language language) {
  const std::size_t equals = term.find('=');
  const std::string_view name = term.substr(0, equals);
  const std::string figure = equals == std::string_view::npos ? "" : grouped(term.substr(equals + 1));
  for (const Term& known : terms()) {
    if (known.name != name) continue;
    std::string words = known.words.in(language);
    if (const std::size_t hole = words.find("{}"); hole != std::string::npos) words.replace(hole, 2, figure);
    return words;
  }
  return figure.empty() ? std::string(term) : figure;
}

}  // namespace

std::string shown_code(std::string_view code) {
  constexpr std::size_t kShownMax = 40;  // the longest codes of our registers have 32 letters
  const bool plain = !code.empty() && code.size() <= kShownMax &&
                     code.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") == std::string_view::npos;
  return plain ? std::string(code) : "?";
}

std::string detail_in_words(std::string_view detail, Language language) {
  std::string out;
  while (true) {
    const std::size_t bar = detail.find(" | ");
    out += term_in_words(detail.substr(0, bar), language);
    if (bar == std::string_view::npos) return out;
    out += language == Language::kZh ? "、" : ", ";
    detail.remove_prefix(bar + 3);
  }
}

}  // namespace shaoyin::app
